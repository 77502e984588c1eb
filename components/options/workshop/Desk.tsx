import { Field, Section, tellPackError, useStrings } from '../../shared';
import type { PackError } from '../../../utils/phrases/pack';
import { WeekDays } from '../WeekDays';
import { daysTyped, hoursOf, shownDays } from './draft';
import type { Draft } from './draft';
import { faultsAt } from './faults';
import { One } from './One';

export const DESK = ['workingHours', 'replyTargetHours', 'holidays'] as const;
/** Where somebody begins who has a pack set the hours. */
const USUAL = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' };

/** What a pack says of the desk: working hours, the reply target, days off. Each is left to the agents where it is left out. */
export function Desk({ draft, errors, onDraft }: { draft: Draft; errors: readonly PackError[]; onDraft: (draft: Draft) => void }) {
  const { t } = useStrings();
  const hours = hoursOf(draft);
  const set = (change: Draft) => onDraft({ ...draft, ...change });
  return (
    <Section title={t('workshop_desk')}>
      <p className="muted">{t('workshop_desk_note')}</p>
      <div className="entry-fields">
        <label className="rule-head">
          <input type="checkbox" checked={hours !== null} onChange={() => set({ workingHours: hours === null ? USUAL : undefined })} /> {t('workshop_hours')}
        </label>
        {hours !== null && (
          <>
            <WeekDays days={hours.days} onDays={(days) => set({ workingHours: { ...hours, days } })} />
            <div className="pair">
              <Time label={t('options_from')} value={hours.start} onTime={(start) => set({ workingHours: { ...hours, start } })} />
              <Time label={t('options_to')} value={hours.end} onTime={(end) => set({ workingHours: { ...hours, end } })} />
            </div>
            <Listed errors={faultsAt(errors, 'workingHours')} />
          </>
        )}
        <One spec={{ name: 'replyTargetHours', kind: 'number' }} keys={(name) => [`workshop_field_${name}`]} entry={draft} lang="en" faults={errors} onChange={set} />
        <Field label={t('workshop_days_off')} hint={t('workshop_days_off_hint')}>
          {({ id, hint }) => <><textarea id={id} aria-describedby={hint} className="input" rows={4} value={shownDays(draft)} onChange={(event) => set({ holidays: daysTyped(event.currentTarget.value) })} /><Listed errors={faultsAt(errors, 'holidays')} /></>}
        </Field>
      </div>
    </Section>
  );
}

/** A time of day that is kept as it is typed: leaving the page in the middle of it loses nothing. */
function Time({ label, value, onTime }: { label: string; value: string; onTime: (value: string) => void }) {
  return <Field label={label}>{({ id }) => <input id={id} className="input" type="time" value={value} onChange={(event) => onTime(event.currentTarget.value)} />}</Field>;
}

/** Of several lines the places are said: "holidays[3]". */
function Listed({ errors }: { errors: readonly PackError[] }) {
  const strings = useStrings();
  return errors.length === 0 ? null : <ul className="bad is-late" role="status">{errors.map((error, index) => <li key={`${index} ${error.path}`}>{tellPackError(error, strings)}</li>)}</ul>;
}
