import { useState } from 'react';
import { useClock } from './clock';
import { Button, Field } from './controls';
import { snoozeTimes } from './snooze';
import type { Hours } from './snooze';
import { useStrings } from './strings';
import { fromInput, toInput } from './time';
import type { DueLike } from './time';

interface Props {
  /** The present reading; null where none was found. */
  readonly due: DueLike | null;
  readonly alternatives: readonly DueLike[];
  /** The promise named a time that is none ("soon"), or no time at all: concrete ones are offered. */
  readonly vague: boolean;
  /** Free moments to offer then, the soonest first. */
  readonly offers: readonly DueLike[];
  readonly onPick: (due: DueLike) => void;
  readonly tabIndex: 0 | -1;
  /** Whether the field for an exact date is shown too. */
  readonly exactly?: boolean;
}

/** Another time for a promise: the other readings, free slots where nothing was said, or a date typed in. */
export function DueChoice({ due, alternatives, vague, offers, onPick, tabIndex, exactly = true }: Props) {
  const clock = useClock();
  const slots = alternatives.length > 0 || (due && !vague) ? alternatives : offers;
  return (
    <div className="due-choice">
      {slots.length > 0 && (
        <div className="choices">
          {slots.map((slot) => (
            <Button key={`${slot.start}/${slot.end}`} tabIndex={tabIndex} onClick={() => onPick(slot)}>
              {clock.due(slot)}
            </Button>
          ))}
        </div>
      )}
      {exactly && <Exact due={due} onPick={onPick} tabIndex={tabIndex} />}
    </div>
  );
}

function Exact({ due, onPick, tabIndex }: Pick<Props, 'due' | 'onPick' | 'tabIndex'>) {
  const { t } = useStrings();
  const { here } = useClock();
  const [typed, setTyped] = useState(due ? toInput(due.end, here.zone) : '');
  const exact = typed === '' ? null : fromInput(typed, here.zone);
  return (
    <form
      className="due-typed"
      onSubmit={(event) => {
        event.preventDefault();
        if (exact) onPick(exact);
      }}
    >
      <Field label={t('app_due_exact')}>
        {({ id }) => (
          <input
            id={id}
            className="input"
            type="datetime-local"
            required
            value={typed}
            min={toInput(here.now, here.zone)}
            tabIndex={tabIndex}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" tabIndex={tabIndex} disabled={!exact}>
        {t('app_due_set')}
      </Button>
    </form>
  );
}

/** When a reminder may ring again. */
export function Later({ hours, onPick, tabIndex }: { hours: Hours; onPick: (until: string, said: string) => void; tabIndex: 0 | -1 }) {
  const { t } = useStrings();
  const clock = useClock();
  return (
    <div className="choices" role="group" aria-label={t('app_later')}>
      {snoozeTimes(clock.here, hours).map((until) => (
        <Button key={until} tabIndex={tabIndex} onClick={() => onPick(until, t('app_snoozed_said', { when: clock.moment(until) }))}>
          {clock.moment(until)}
        </Button>
      ))}
    </div>
  );
}
