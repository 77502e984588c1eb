import { useStrings } from '../shared';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday, from which the names of the weekdays are taken. */
const SOME_MONDAY = '2024-01-01';

/** The days on which somebody works, 1 Monday to 7; at least one of them stays. */
export function WeekDays({ days, onDays }: { days: readonly number[]; onDays: (days: number[]) => void }) {
  const { t, language } = useStrings();
  const weekday = (day: number) => Temporal.PlainDate.from(SOME_MONDAY).add({ days: day - 1 }).toLocaleString(language, { weekday: 'short' });
  const toggle = (day: number) => {
    const next = days.includes(day) ? days.filter((other) => other !== day) : [...days, day].sort((a, b) => a - b);
    if (next.length > 0) onDays(next);
  };
  return (
    <fieldset className="field">
      <legend>{t('options_days')}</legend>
      <div className="choices">
        {DAYS.map((day) => (
          <label key={day} className="button day-choice">
            <input type="checkbox" checked={days.includes(day)} onChange={() => toggle(day)} /> {weekday(day)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
