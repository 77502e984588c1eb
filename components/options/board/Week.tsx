import { useEffect, useState } from 'react';
import { IconButton, useClock, useStrings } from '../../shared';
import type { Options } from '../model';

interface Props {
  readonly options: Options;
  /** Grows when the ledger changed. */
  readonly version: number;
  /** The day that is shown, ISO date, or null for all. */
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

interface Load {
  readonly open: number;
  readonly usual: number | null;
}

const DAYS_A_WEEK = 7;

/** A week of days with how much falls due on each; one that is pressed shows its promises alone. */
export function Week({ options, version, day, onDay }: Props) {
  const { t } = useStrings();
  const { here } = useClock();
  const today = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).toPlainDate().toString();
  const [weeks, setWeeks] = useState(0);
  const monday = mondayOf(today, weeks);
  const days = Array.from({ length: DAYS_A_WEEK }, (_, index) => Temporal.PlainDate.from(monday).add({ days: index }).toString());
  const loads = useLoads(options, monday, version);
  return (
    <div className="week" role="group" aria-label={t('board_days')}>
      <IconButton icon="back" label={t('board_week_before')} onClick={() => setWeeks(weeks - 1)} />
      {days.map((date) => (
        <Day key={date} date={date} today={date === today} load={loads.get(date)} pressed={day === date} onPress={() => onDay(day === date ? null : date)} />
      ))}
      <IconButton icon="next" label={t('board_week_after')} onClick={() => setWeeks(weeks + 1)} />
    </div>
  );
}

function Day({ date, today, load, pressed, onPress }: { date: string; today: boolean; load: Load | undefined; pressed: boolean; onPress: () => void }) {
  const { t, plural, language } = useStrings();
  const { locale } = useClock();
  const at = Temporal.PlainDate.from(date);
  const open = load?.open ?? 0;
  const much = load?.usual != null && open > load.usual;
  const name = [at.toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long' }), plural('board_due_count', open), much ? t('board_more_than_usual') : ''];
  return (
    <button type="button" className="day" aria-pressed={pressed} aria-current={today ? 'date' : undefined} title={name.filter(Boolean).join(' · ')} onClick={onPress}>
      <span className="unseen">{name.filter(Boolean).join(', ')}</span>
      <span className="muted" aria-hidden="true">
        <span className="day-short">{at.toLocaleString(locale, { weekday: 'short' })}</span>
        <span className="day-narrow">{at.toLocaleString(locale, { weekday: 'narrow' })}</span>
      </span>
      <span className="day-number" aria-hidden="true">{at.day.toLocaleString(language)}</span>
      <span className={open === 0 ? 'day-load' : much ? 'day-load is-due' : 'day-load is-some'} aria-hidden="true">{open === 0 ? '·' : open.toLocaleString(language)}</span>
    </button>
  );
}

/** The Monday of the week that is `weeks` from the one `date` lies in. */
function mondayOf(date: string, weeks: number): string {
  const at = Temporal.PlainDate.from(date);
  return at.subtract({ days: at.dayOfWeek - 1 }).add({ weeks }).toString();
}

function useLoads(options: Options, monday: string, version: number): ReadonlyMap<string, Load> {
  const [loads, setLoads] = useState<ReadonlyMap<string, Load>>(new Map());
  useEffect(() => {
    let wanted = true;
    const days = Array.from({ length: DAYS_A_WEEK }, (_, index) => Temporal.PlainDate.from(monday).add({ days: index }).toString());
    void Promise.all(days.map(async (day) => [day, await options.load(day)] as const)).then((found) => {
      if (wanted) setLoads(new Map(found.flatMap(([day, load]) => (load ? [[day, load] as const] : []))));
    });
    return () => {
      wanted = false;
    };
  }, [options, monday, version]);
  return loads;
}
