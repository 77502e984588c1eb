import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { dateLocale, daysAway, formatAway, formatDay, formatDue, formatDueAway, formatLength, formatMoment, urgency } from './time';
import type { DueLike, Here } from './time';
import { useStrings } from './strings';

interface ClockFace extends Here {
  /** The reader's preferred languages, most wanted first. */
  readonly preferred: readonly string[];
}

const Context = createContext<ClockFace>({ now: '1970-01-01T00:00:00Z', zone: 'UTC', preferred: [] });

/** Tells the interface what time it is and where; whoever renders it moves `now` on. */
export function ClockProvider({ face, children }: { face: ClockFace; children: ReactNode }) {
  return <Context value={face}>{children}</Context>;
}

/** Dates and lengths of time as this reader writes them. */
export function useClock() {
  const { now, zone, preferred } = useContext(Context);
  const strings = useStrings();
  return useMemo(() => {
    const here: Here = { now, zone };
    const locale = dateLocale(strings.language, zone, preferred);
    return {
      here,
      locale,
      /** The locale in which dates of another language are written for this reader. */
      localeOf: (language: string) => dateLocale(language, zone, preferred),
      day: (iso: string) => formatDay(iso, here, locale),
      moment: (iso: string) => formatMoment(iso, here, locale),
      away: (iso: string) => formatAway(iso, here, locale),
      due: (due: DueLike) => formatDue(due, here, locale, strings),
      dueAway: (due: DueLike) => formatDueAway(due, here, locale, strings),
      length: (minutes: number) => formatLength(minutes, locale),
      /** On the present day, by the calendar. */
      isToday: (iso: string) => daysAway(iso, here) === 0,
      urgency: (due: DueLike) => urgency(due, here),
    };
  }, [now, zone, preferred, strings]);
}
