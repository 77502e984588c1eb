import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import type { Entry } from './drawn';

/** The row that the keys speak to, and where the focus goes when it goes away. */
export interface Active {
  /** Its number among the rows, and among all lines; 0 and null where there is no row. */
  readonly at: number;
  readonly line: number | null;
  /** Makes the row of that number the active one and gives it the focus. */
  go(at: number): void;
  /** Makes a row the active one, by id. */
  become(id: string): void;
  readonly focus: { onFocus(): void; onBlur(event: FocusEvent<HTMLElement>): void };
}

const controlOf = (list: HTMLElement | null, id: string): HTMLElement | null =>
  list?.querySelector(`[data-row="${CSS.escape(id)}"]`)?.querySelector<HTMLElement>('[data-main]') ?? null;

/** @param lines where the rows stand among `entries` */
export function useActive(list: RefObject<HTMLElement | null>, entries: readonly Entry[], lines: readonly number[]): Active {
  const [id, setId] = useState<string | null>(null);
  const inside = useRef(false);
  const asked = useRef(false);
  const before = useRef(0);
  const found = id === null ? -1 : lines.findIndex((line) => entries[line]?.row?.id === id);
  // One that went away leaves its place to the next.
  const at = found >= 0 ? found : Math.max(0, Math.min(before.current, lines.length - 1));
  const line = lines[at] ?? null;
  const present = line === null ? null : entries[line]?.row?.id ?? null;

  useEffect(() => {
    before.current = at;
    if (present === null) return;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (asked.current || (inside.current && lost && document.hasFocus())) controlOf(list.current, present)?.focus({ preventScroll: true });
    asked.current = false;
  });

  return {
    at, line,
    go(to) {
      const next = lines[to] === undefined ? undefined : entries[lines[to]]?.row?.id;
      if (next === undefined) return;
      asked.current = true;
      if (next === id) controlOf(list.current, next)?.focus({ preventScroll: true });
      setId(next);
    },
    become: setId,
    focus: {
      onFocus: () => {
        inside.current = true;
      },
      onBlur: (event) => {
        const left = event.target;
        if (event.currentTarget.contains(event.relatedTarget)) return;
        // A row that is removed gives up its focus too: that is no leaving.
        queueMicrotask(() => {
          if (left.isConnected) inside.current = false;
        });
      },
    },
  };
}
