import { Field, Section, Select, useClock, useStrings } from '../shared';
import type { Settings } from '../../utils/messages/protocol';
import type { PromiseKind } from '../../utils/promises';
import { DEFAULT_LEAD } from '../../utils/reminders';
import { Clock } from './fields';
import { kindKey, KINDS } from './kinds';
import type { Options } from './model';

interface Props {
  readonly settings: Settings;
  readonly options: Options;
}

/** Minutes of warning one can choose from. */
const LEADS = [0, 5, 10, 15, 30, 60, 120, 240, 1440] as const;
/** The quiet hours that are offered first. */
const NIGHT = { start: '19:00', end: '08:00' };

/** How long before a moment each kind of promise is told, and when nothing rings. */
export function Reminders({ settings, options }: Props) {
  const { t } = useStrings();
  const { reminders } = settings;
  return (
    <Section title={t('reminders_title')} className="section">
      <p className="muted">{t('reminders_hint')}</p>
      <div className="leads">
        {KINDS.map((kind) => (
          <Lead key={kind} kind={kind} minutes={reminders.lead[kind]} onPick={(minutes) => options.save({ reminders: { ...reminders, lead: withLead(reminders.lead, kind, minutes) } })} />
        ))}
      </div>
      <Quiet settings={settings} options={options} />
    </Section>
  );
}

type Leads = Settings['reminders']['lead'];
/** The leads with one changed; undefined gives it back to the default. */
function withLead(lead: Leads, kind: PromiseKind, minutes: number | undefined): Leads {
  return Object.fromEntries([...Object.entries(lead).filter(([name]) => name !== kind), ...(minutes === undefined ? [] : [[kind, minutes]])]) as Leads;
}

function Lead({ kind, minutes, onPick }: { kind: PromiseKind; minutes: number | undefined; onPick: (minutes: number | undefined) => void }) {
  const { t } = useStrings();
  const { length } = useClock();
  const said = (value: number) => (value === 0 ? t('reminders_no_lead') : t('reminders_lead', { time: length(value) }));
  // One that was set elsewhere, to a figure of its own, is shown as it is.
  const own = minutes !== undefined && !LEADS.some((value) => value === minutes) ? [minutes] : [];
  const choices = [...LEADS, ...own].sort((a, b) => a - b).map((value) => ({ value: String(value), label: said(value) }));
  return (
    <Field label={t(kindKey(kind))}>
      {({ id }) => (
        <Select
          id={id}
          value={minutes === undefined ? 'usual' : String(minutes)}
          options={[{ value: 'usual', label: t('reminders_usual', { time: said(DEFAULT_LEAD[kind]) }) }, ...choices]}
          onPick={(value) => onPick(value === 'usual' ? undefined : Number(value))}
        />
      )}
    </Field>
  );
}

function Quiet({ settings, options }: Props) {
  const { t } = useStrings();
  const { reminders } = settings;
  const { quiet } = reminders;
  const save = (to: typeof quiet) => options.save({ reminders: { ...reminders, quiet: to } });
  return (
    <div className="fields">
      <label className="rule-head">
        <input type="checkbox" checked={quiet !== null} onChange={() => save(quiet === null ? NIGHT : null)} /> {t('reminders_quiet')}
      </label>
      {quiet !== null && (
        <>
          <div className="pair">
            <Clock label={t('options_from')} value={quiet.start} onSet={(start) => start !== quiet.end && save({ ...quiet, start })} />
            <Clock label={t('options_to')} value={quiet.end} onSet={(end) => end !== quiet.start && save({ ...quiet, end })} />
          </div>
          <p className="muted">{t('reminders_quiet_hint')}</p>
        </>
      )}
    </div>
  );
}
