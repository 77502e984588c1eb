import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent as RowKey, RefObject } from 'react';
import type { LogLineHandle } from '../../shared';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import type { Undo } from '../model';
import { isLive } from './context';
import type { BoardHands } from './context';
import type { RowsHandle } from './Rows';
import type { Selection } from './selection';

interface Parts {
  readonly hands: BoardHands;
  readonly selection: Selection;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly log: RefObject<LogLineHandle | null>;
  readonly rows: RefObject<RowsHandle | null>;
  readonly undo: Undo | null;
}

const MOVES = new Set(['j', 'k']);

/** The board's keys: those of a row, and those that work wherever nothing is typed. */
export function useBoardKeys({ hands, selection, search, log, rows, undo }: Parts) {
  const [later, setLater] = useState(false);
  const many = selection.ids.size > 0;

  const onRow = (promise: PromiseRecord, event: RowKey<HTMLElement>): boolean => {
    const { id } = promise;
    const key = event.key;
    if (key === 'x' || key === 'X') selection.select(id, key === 'X' || event.shiftKey);
    else if (key === 'e' && many) hands.done([...selection.ids]);
    else if (key === 'e' && isLive(promise)) hands.done([id]);
    else if (key === 's' && many) setLater(true);
    else if (key === 's' && isLive(promise)) selection.open({ id, part: 'later' });
    else if (key === 'o' && promise.conversation !== null) hands.options.openConversation(id);
    else if (key === 'Escape' && selection.opened !== null) {
      selection.open(null);
      rows.current?.focus();
    } else if (key === 'Escape' && many) selection.clear();
    else return false;
    return true;
  };

  const hear = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea') !== null) return;
    // Elsewhere on the page the keys are not ours.
    if (target instanceof Element && target !== document.body && target.closest('.board') === null) return;
    if (key === '/') search.current?.focus();
    else if (key === 'l' || key === 'n') log.current?.focus();
    else if (key === 'z' && undo !== null) hands.options.undo();
    else if (MOVES.has(key)) rows.current?.focus();
    else return;
    event.preventDefault();
  };

  useListener(hear);
  return { onRow, later: later && many, setLater };
}

/** Listens on the page while the board is shown, always with the newest handler. */
function useListener(hear: (event: KeyboardEvent) => void): void {
  const newest = useRef(hear);
  useEffect(() => {
    newest.current = hear;
  });
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', (event) => newest.current(event), { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
