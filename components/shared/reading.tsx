import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Clock, Due } from '../../utils/promises';
import type { LogReading } from '../../utils/promises/log';
import { useStrings } from './strings';

/** A line as it was typed, read: what was promised to whom, and when. */
export type Logged = Omit<LogReading, 'spans'>;

/** Reads what people type, in one language. It never throws; what it doesn't know it leaves. */
export interface Reader {
  log(line: string, clock: Clock): Logged;
  /** Windows that a time as typed may mean, the likeliest first; none where it is no time ahead. */
  when(text: string, clock: Clock): readonly Due[];
  /** ISO instant at which a reminder put off to that window rings. */
  until(due: Due, clock: Clock): string;
}
export type LoadReader = (language: string) => Promise<Reader>;

interface Reading {
  readonly clock: Clock;
  /** null until it is asked for and here. */
  readonly reader: Reader | null;
  /** It could not be loaded: what is typed is kept as it is. */
  readonly failed: boolean;
  /** Loads it, once a language; answers null where it can't be had. */
  want(): Promise<Reader | null>;
}
const Context = createContext<Reading | null>(null);

interface State {
  readonly language: string;
  readonly reader: Reader | null;
  readonly failed: boolean;
}

/** Lets its parts read what is typed, in the interface's language. Nothing is loaded before somebody types. */
export function ReadingProvider({ load, clock, children }: { load: LoadReader; clock: Clock; children: ReactNode }) {
  const { language } = useStrings();
  const [state, setState] = useState<State>({ language, reader: null, failed: false });
  const asked = useRef<{ readonly language: string; readonly reader: Promise<Reader | null> } | null>(null);
  const want = useCallback((): Promise<Reader | null> => {
    if (asked.current?.language === language) return asked.current.reader;
    const reader = load(language).then(
      (loaded) => (setState({ language, reader: loaded, failed: false }), loaded),
      () => {
        // Asked again with the next word typed.
        asked.current = null;
        setState({ language, reader: null, failed: true });
        return null;
      },
    );
    asked.current = { language, reader };
    return reader;
  }, [load, language]);
  const value = useMemo(() => {
    const mine = state.language === language;
    return { clock, reader: mine ? state.reader : null, failed: mine && state.failed, want };
  }, [clock, state, language, want]);
  return <Context value={value}>{children}</Context>;
}

export function useReading(): Reading {
  const value = useContext(Context);
  if (!value) throw new Error('What is typed can be read inside a ReadingProvider alone');
  return value;
}

/** What `read` makes of a text that is being typed; null while there is none or the reader is not here yet. */
export function useRead<T>(text: string, read: (reader: Reader, text: string, clock: Clock) => T): T | null {
  const { reader, clock, want } = useReading();
  const typed = text.trim();
  useEffect(() => {
    if (typed !== '') void want();
  }, [typed, want]);
  return useMemo(() => (reader === null || typed === '' ? null : read(reader, typed, clock)), [reader, typed, clock, read]);
}
