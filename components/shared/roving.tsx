import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface RowProps {
  /** For every control of the row: only the active row is in the tab order. */
  readonly tabIndex: 0 | -1;
  /** Names the row among those of its list. */
  readonly id: string;
}

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  /** What stays the same of an item while others come and go; equal ones are told apart by their order. */
  readonly keyOf: (item: T) => string;
  /** The row; its first control marked `data-main` takes the focus, else its first button. */
  readonly row: (item: T, props: RowProps) => ReactNode;
  /** Keys on a row beyond the arrows; says whether it used the key. */
  readonly onKey?: (item: T, event: KeyboardEvent<HTMLLIElement>, id: string) => boolean;
  readonly className?: string;
}

const MOVES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  j: (index, count) => Math.min(index + 1, count - 1),
  k: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

function focusRow(list: HTMLElement | null, index: number): void {
  const row = list?.children[index];
  (row?.querySelector<HTMLElement>('[data-main]') ?? row?.querySelector<HTMLElement>('button'))?.focus();
}

/** Names made different: the second "a" is "a 2". */
function numbered(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** Keys meant for a text field or a choice inside a row stay there. */
const typesItself = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, select, textarea') !== null;

/**
 * A list that is one stop in the tab order; arrows (or j and k), Home and End go from row to row. When the row that had the focus
 * goes away (applied, dismissed, done), the one that took its place gets it, so that one key repeated works a list down.
 */
export function RovingList<T>({ label, items, keyOf, row, onKey, className }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const inside = useRef(false);
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, items.length - 1));
  const ids = numbered(items.map(keyOf));
  const keys = ids.join('\n');

  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    // Without hasFocus the frame would take the focus out of the reply the agent is writing.
    if (inside.current && lost && document.hasFocus() && items.length > 0) focusRow(list.current, current);
  }, [keys, current, items.length]);

  const move = (item: T, id: string, index: number, event: KeyboardEvent<HTMLLIElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || typesItself(event.target)) return;
    const to = MOVES[event.key]?.(index, items.length);
    if (to !== undefined) {
      setActive(to);
      focusRow(list.current, to);
      event.preventDefault();
    } else if (onKey?.(item, event, id) === true) event.preventDefault();
  };

  return (
    <ul
      ref={list}
      className={className}
      aria-label={label}
      onFocus={() => (inside.current = true)}
      onBlur={(event) => {
        const left = event.target;
        if (event.currentTarget.contains(event.relatedTarget)) return;
        // A row that is removed gives up its focus too: that is no leaving.
        queueMicrotask(() => {
          if (left.isConnected) inside.current = false;
        });
      }}
    >
      {items.map((item, index) => {
        const id = ids[index] ?? '';
        return (
          <li key={id} onFocus={() => setActive(index)} onKeyDown={(event) => move(item, id, index, event)}>
            {row(item, { tabIndex: index === current ? 0 : -1, id })}
          </li>
        );
      })}
    </ul>
  );
}
