import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Opened } from './context';
import type { Stretch } from './sections';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly opened: Opened | null;
  open(opened: Opened | null): void;
  select(id: string, range: boolean): void;
  clear(): void;
}

/** Which rows are selected and which one is unfolded. What is no longer shown is no longer selected: nothing unseen is changed. */
export function useSelection(stretches: readonly Stretch[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened | null>(null);
  const touched = useRef<string | null>(null);
  const order = useMemo(() => stretches.flatMap(({ rows }) => rows.map(({ id }) => id)), [stretches]);
  const shown = useRef(order);
  useEffect(() => {
    shown.current = order;
  }, [order]);
  const select = useCallback((id: string, range: boolean) => {
    const [from, to] = [touched.current === null ? -1 : shown.current.indexOf(touched.current), shown.current.indexOf(id)];
    touched.current = id;
    setChosen((before) => {
      if (range && from >= 0) return new Set([...before, ...shown.current.slice(Math.min(from, to), Math.max(from, to) + 1)]);
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const clear = useCallback(() => {
    touched.current = null;
    setChosen((before) => (before.size === 0 ? before : new Set()));
  }, []);
  const ids = useMemo(() => (chosen.size === 0 ? chosen : new Set(order.filter((id) => chosen.has(id)))), [chosen, order]);
  return useMemo(() => ({ ids, opened, open: setOpened, select, clear }), [ids, opened, select, clear]);
}
