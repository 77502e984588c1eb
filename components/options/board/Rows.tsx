import { useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import { useActive } from './active';
import { byStretch, entriesOf, useDrawn } from './drawn';
import type { Stretch } from './sections';

/** From so many lines before the end on, the next page is asked for. */
const AHEAD = 40;

export interface RowsHandle {
  /** Gives the active row the focus. */
  focus(): void;
  /** As the keys would. */
  move(key: string): void;
}

interface Props {
  readonly stretches: readonly Stretch[];
  readonly titleOf: (stretch: Stretch) => string;
  readonly row: (promise: PromiseRecord, tabIndex: 0 | -1) => ReactNode;
  /** Keys on a row beyond those that move; says whether it used the key. */
  readonly onKey: (promise: PromiseRecord, event: KeyboardEvent<HTMLElement>) => boolean;
  /** The end is near: load more. Called more than once. */
  readonly onEnd: () => void;
  readonly ref?: Ref<RowsHandle>;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  j: (at, count) => Math.min(at + 1, count - 1),
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  k: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};
/** Keys meant for a text field or a choice inside a row stay there. */
const typesItself = (target: EventTarget): boolean => target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea') !== null;

/**
 * Rows under their titles, of which only those near the window are drawn, so that ten thousand cost no more than fifty. One stop in
 * the tab order; j, k, the arrows, Home and End go from row to row across the titles. When the row that had the focus goes away, the
 * one that took its place gets it.
 */
export function Rows({ stretches, titleOf, row, onKey, onEnd, ref }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(stretches), [stretches]);
  const lines = useMemo(() => entries.flatMap((entry, index) => (entry.row ? [index] : [])), [entries]);
  const active = useActive(list, entries, lines);
  const { drawn, height, measure, reach } = useDrawn(list, entries, active.line);
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - AHEAD) onEnd();
  }, [last, entries.length, onEnd]);
  const go = (to: number) => {
    const line = lines[to];
    // A title right above a row comes into view with it.
    if (line !== undefined) reach(entries[line - 1]?.row === null ? line - 1 : line);
    active.go(to);
  };
  const move = (key: string): boolean => {
    const to = MOVES[key]?.(active.at, lines.length);
    if (to !== undefined) go(to);
    return to !== undefined;
  };
  useImperativeHandle(ref, () => ({ focus: () => go(active.at), move }));
  const keys = (promise: PromiseRecord, event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'Escape' && typesItself(event.target))) return;
    if (move(event.key) || onKey(promise, event)) event.preventDefault();
  };
  return (
    <div ref={list} className="virtual" style={{ height }} {...active.focus}>
      {byStretch(drawn).map(({ stretch, lines: parts }) => (
        <section key={`${stretch.of} ${stretch.name}`} aria-label={titleOf(stretch)} className={stretch.of === 'group' ? `stretch group-${stretch.name}` : 'stretch'}>
          {parts.map(({ entry, index, top }) => entry.row === null && (
            <h2 key={entry.key} ref={measure} data-index={index} style={placed(top)}>
              {titleOf(stretch)}
            </h2>
          ))}
          <ul aria-label={titleOf(stretch)}>
            {parts.map(({ entry: { key, row: promise }, index, top }) => promise !== null && (
              <li key={key} ref={measure} data-index={index} data-row={promise.id} style={placed(top)} aria-setsize={stretch.rows.length} aria-posinset={placeIn(entries, index)} onFocus={() => active.become(promise.id)} onKeyDown={(event) => keys(promise, event)}>
                {row(promise, index === active.line ? 0 : -1)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const placed = (top: number) => ({ transform: `translateY(${top}px)` });

/** The place of a line among the rows under its title, 1 for the first. */
function placeIn(entries: ReturnType<typeof entriesOf>, index: number): number {
  const entry = entries[index];
  return entry ? index - entries.findIndex(({ stretch }) => stretch === entry.stretch) : 0;
}
