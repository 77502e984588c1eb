import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Due } from '../../utils/promises';
import { useClock } from './clock';
import { Button, Field } from './controls';
import { useRead, useReading } from './reading';
import type { Reader } from './reading';
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
  /** Whether the fields for another date are shown too. */
  readonly exactly?: boolean;
  /** Puts the focus into the field for words. */
  readonly focus?: boolean;
}

/** Another time for a promise: the other readings, free slots where nothing was said, or a date typed in words or figures. */
export function DueChoice({ due, alternatives, vague, offers, onPick, tabIndex, exactly = true, focus }: Props) {
  const { t } = useStrings();
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
      {exactly && <InWords label={t('app_due_words')} tabIndex={tabIndex} focus={focus} onPick={onPick} say={clock.dueAway} />}
      {exactly && <Exact due={due} onPick={onPick} tabIndex={tabIndex} />}
    </div>
  );
}

const times = (reader: Reader, text: string, clock: Parameters<Reader['when']>[1]) => reader.when(text, clock);

interface WordsProps {
  readonly label: string;
  readonly tabIndex: 0 | -1;
  readonly onPick: (due: Due) => void;
  /** A reading as it is shown before it is taken. */
  readonly say: (due: Due) => string;
  readonly focus?: boolean | undefined;
}

/** A time in the agent's own words ("tomorrow 10", "in 2 hours"): its readings are shown, Enter takes the first. */
function InWords({ label, tabIndex, onPick, say, focus }: WordsProps) {
  const { t } = useStrings();
  const reading = useReading();
  const [typed, setTyped] = useState('');
  const found = useRead(typed, times);
  const id = useId();
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const [first] = found ?? [];
    if (first) onPick(first);
  };
  return (
    <div className="due-words">
      <Field label={label}>
        {(field) => (
          <input
            id={field.id} className="input" type="text" autoComplete="off" maxLength={200} placeholder={t('app_due_words_hint')} tabIndex={tabIndex} autoFocus={focus} aria-describedby={id}
            value={typed} onFocus={() => void reading.want()} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={enter}
          />
        )}
      </Field>
      <div id={id} aria-live="polite" className="choices">
        {(found ?? []).map((due, index) => (
          <Button key={`${due.start}/${due.end}`} kind={index === 0 ? 'main' : 'plain'} tabIndex={tabIndex} onClick={() => onPick(due)}>
            {say(due)}
          </Button>
        ))}
        {found?.length === 0 && <p className="muted">{t('app_due_words_none')}</p>}
        {reading.failed && typed.trim() !== '' && <p className="is-due">{t('app_due_words_failed')}</p>}
      </div>
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

interface LaterProps {
  readonly hours: Hours;
  readonly onPick: (until: string, said: string) => void;
  readonly tabIndex: 0 | -1;
  /** Puts the focus into the field: it was opened by a key. */
  readonly focus?: boolean;
}

/** When a reminder may ring again: one of three, or a time typed in words. */
export function Later({ hours, onPick, tabIndex, focus }: LaterProps) {
  const { t } = useStrings();
  const clock = useClock();
  const reading = useReading();
  const pick = (until: string) => onPick(until, t('app_snoozed_said', { when: clock.moment(until) }));
  const until = (due: Due) => reading.reader?.until(due, reading.clock) ?? due.start;
  return (
    <div className="due-choice" role="group" aria-label={t('app_later')}>
      <div className="choices">
        {snoozeTimes(clock.here, hours).map((at) => (
          <Button key={at} tabIndex={tabIndex} onClick={() => pick(at)}>
            {clock.moment(at)}
          </Button>
        ))}
      </div>
      <InWords label={t('app_later_words')} tabIndex={tabIndex} focus={focus} say={(due) => t('app_later_until', { when: clock.moment(until(due)) })} onPick={(due) => pick(until(due))} />
    </div>
  );
}
