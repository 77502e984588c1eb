import { Field, Section, tellPackError, useStrings } from '../../shared';
import type { PackError } from '../../../utils/phrases/pack';
import { Clock, Typed } from '../fields';
import { WeekDays } from '../WeekDays';
import { daysTyped, hoursOf, shownDays } from './draft';
import type { Draft } from './draft';

export const DESK = ['workingHours', 'replyTargetHours', 'holidays'] as const;
/** Where somebody begins who has a pack set the hours. */
const USUAL = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' };
const TARGET = { min: 0.25, max: 744 } as const;

/** What a pack says of the desk: working hours, the reply target, days off. Each is left to the agents where it is left out. */
export function Desk({ draft, errors, onDraft }: { draft: Draft; errors: readonly PackError[]; onDraft: (draft: Draft) => void }) {
  const strings = useStrings();
  const { t } = strings;
  const hours = hoursOf(draft);
  const target = typeof draft['replyTargetHours'] === 'number' ? String(draft['replyTargetHours']) : '';
  const setTarget = (typed: string): boolean => {
    const value = Number(typed);
    if (typed.trim() !== '' && !(value >= TARGET.min && value <= TARGET.max)) return false;
    onDraft({ ...draft, replyTargetHours: typed.trim() === '' ? undefined : value });
    return true;
  };
  return (
    <Section title={t('workshop_desk')}>
      <p className="muted">{t('workshop_desk_note')}</p>
      <div className="entry-fields">
        <label className="rule-head">
          <input type="checkbox" checked={hours !== null} onChange={() => onDraft({ ...draft, workingHours: hours === null ? USUAL : undefined })} /> {t('workshop_hours')}
        </label>
        {hours !== null && (
          <>
            <WeekDays days={hours.days} onDays={(days) => onDraft({ ...draft, workingHours: { ...hours, days } })} />
            <div className="pair">
              <Clock label={t('options_from')} value={hours.start} onSet={(start) => onDraft({ ...draft, workingHours: { ...hours, start } })} />
              <Clock label={t('options_to')} value={hours.end} onSet={(end) => onDraft({ ...draft, workingHours: { ...hours, end } })} />
            </div>
          </>
        )}
        <Field label={t('workshop_target')} hint={t('workshop_target_hint')}>
          {({ id, hint }) => <Typed key={target} id={id} hint={hint} type="number" {...TARGET} value={target} onSet={setTarget} />}
        </Field>
        <Field label={t('workshop_days_off')} hint={t('workshop_days_off_hint')}>
          {({ id, hint }) => <textarea id={id} aria-describedby={hint} className="input" rows={4} value={shownDays(draft)} onChange={(event) => onDraft({ ...draft, holidays: daysTyped(event.currentTarget.value) })} />}
        </Field>
      </div>
      {errors.length > 0 && <ul className="bad is-late" role="status">{errors.map((error, index) => <li key={`${index} ${error.path}`}>{tellPackError(error, strings)}</li>)}</ul>}
    </Section>
  );
}
