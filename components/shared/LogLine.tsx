import { useId, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { Due, PromiseDraft } from '../../utils/promises';
import { useClock } from './clock';
import { Button } from './controls';
import { useRead, useReading } from './reading';
import type { Logged, Reader } from './reading';
import { useStrings } from './strings';

export interface LogLineHandle {
  focus(): void;
}
interface Props {
  /** Keeps the promise; null where it could not be. */
  readonly onKeep: (promise: PromiseDraft, said: string) => Promise<unknown>;
  /** Escape was pressed: back to where the agent came from. */
  readonly onLeave: () => void;
  readonly ref?: Ref<LogLineHandle>;
}

const read = (reader: Reader, line: string, clock: Parameters<Reader['log']>[1]) => reader.log(line, clock);
/** A line that nobody could read is kept all the same, as it was typed. */
const unread = (line: string): Logged => ({ kind: 'other', what: line, customer: null, name: null, address: null, due: null, alternatives: [], doubt: null });

/** The line as it stands, its reading, and hands to type, to take a time and to keep it. */
function useLine(onKeep: Props['onKeep'], ask: () => void) {
  const { t, language } = useStrings();
  const clock = useClock();
  const reading = useReading();
  const [line, setLine] = useState('');
  const [picked, setPicked] = useState<Due | null>(null);
  const [busy, setBusy] = useState(false);
  const logged = useRead(line, read);
  const say = (it: Logged) => sayLogged(withDue(it, picked), t, clock.due);
  /** Another line has other readings: what was picked of the last one goes. */
  const type = (to: string) => {
    setLine(to);
    setPicked(null);
  };
  const keep = async () => {
    const typed = line.trim();
    if (typed === '' || busy) return;
    setBusy(true);
    const reader = await reading.want();
    const found = withDue(reader ? reader.log(typed, reading.clock) : unread(typed), picked);
    // Of two times the agent takes one first: none is guessed, and none is left out unasked.
    const open = found.due === null && found.alternatives.length > 0;
    const kept = open ? ask() : await onKeep(draftOf(found, typed, language, clock.here.zone), t('log_kept', { what: say(found) }));
    setBusy(false);
    // What could not be kept stays in the field.
    if (kept) type('');
  };
  return { line, type, picked, pick: setPicked, busy, logged, said: logged && say(logged), keep, reading };
}

/** A call or a chat elsewhere, with its promise, in one line: read while it is typed, kept by Enter. */
export function LogLine({ onKeep, onLeave, ref }: Props) {
  const { t } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const id = useId();
  const { line, type, picked, pick, busy, logged, said, keep, reading } = useLine(onKeep, () => choices.current?.querySelector('button')?.focus());
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }));
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void keep();
    else if (event.key !== 'Escape') return;
    else if (line === '') onLeave();
    else type('');
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="log" role="group" aria-label={t('log_title')}>
      <label htmlFor={id} className="unseen">
        {t('log_title')}
      </label>
      <div className="log-line">
        <input
          ref={input} id={id} className="input" type="text" autoComplete="off" maxLength={1000} placeholder={t('log_hint')} aria-describedby={`${id}-read`}
          value={line} onFocus={() => void reading.want()} onChange={(event) => type(event.currentTarget.value)} onKeyDown={keys}
        />
        {line.trim() !== '' && (
          <Button kind="main" disabled={busy} onClick={() => void keep()}>
            {t('log_keep')}
          </Button>
        )}
      </div>
      <div id={`${id}-read`} aria-live="polite">
        {said !== null && <p>{said}</p>}
        {logged && logged.doubt !== null && logged.due === null && logged.alternatives.length === 0 && <p className="is-due">{t('check_unclear')}</p>}
        {!logged && reading.failed && line.trim() !== '' && <p className="is-due">{t('log_unread')}</p>}
      </div>
      {logged && logged.alternatives.length > 0 && <Others ref={choices} logged={logged} picked={picked} onPick={(due) => (pick(due), input.current?.focus())} />}
    </div>
  );
}

/** The readings of an ambiguous time; one of them is taken. */
function Others({ logged, picked, onPick, ref }: { logged: Logged; picked: Due | null; onPick: (due: Due) => void; ref: Ref<HTMLDivElement> }) {
  const { t } = useStrings();
  const clock = useClock();
  const taken = picked ?? logged.due;
  return (
    <div ref={ref} className="choices" role="group" aria-label={t('log_which')}>
      {[logged.due, ...logged.alternatives].map((due) => due && (
        <Button key={`${due.start}/${due.end}`} aria-pressed={due === taken} onClick={() => onPick(due)}>
          {clock.dueAway(due)}
        </Button>
      ))}
    </div>
  );
}

const withDue = (logged: Logged, picked: Due | null): Logged => (picked ? { ...logged, due: picked, alternatives: [] } : logged);

/** "Call back · Anna Nowak · Fri 27 Nov, 10:00 · invoice" */
function sayLogged({ kind, customer, due, what }: Logged, t: (key: string) => string, say: (due: Due) => string): string {
  return [t(`promise_${kind}`), customer, due ? say(due) : t('app_due_none'), what].filter(Boolean).join(' · ');
}

function draftOf({ kind, name, address, due, alternatives }: Logged, line: string, language: string, zone: string): PromiseDraft {
  return {
    id: crypto.randomUUID(), kind, text: line, lang: language as PromiseDraft['lang'], conditional: false, due, alternatives, zone, conversation: null, status: 'open',
    customer: name === null && address === null ? null : { name, address },
  };
}
