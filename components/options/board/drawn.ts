import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { defaultRangeExtractor, measureElement, useWindowVirtualizer } from '@tanstack/react-virtual';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import type { Stretch } from './sections';

/** A line of the list: a title, or a row under it. */
export interface Entry {
  readonly key: string;
  readonly stretch: Stretch;
  /** null: its title. */
  readonly row: PromiseRecord | null;
}
export interface Drawn {
  readonly entry: Entry;
  readonly index: number;
  /** From the top of the list, px. */
  readonly top: number;
}

const ROW_PX = 38;
const TITLE_PX = 40;
/** Lines drawn beyond the window, either way. */
const OVERSCAN = 12;
/** What may lie over the lower edge of the window: the bar of what is selected or was just done. */
const BAR_PX = 72;

export const entriesOf = (stretches: readonly Stretch[]): readonly Entry[] =>
  stretches.flatMap((stretch) => [
    { key: `title ${stretch.name}`, stretch, row: null },
    ...stretch.rows.map((row) => ({ key: row.id, stretch, row })),
  ]);

/** Lines drawn, by the stretch they belong to. */
export function byStretch(drawn: readonly Drawn[]): readonly { readonly stretch: Stretch; readonly lines: readonly Drawn[] }[] {
  const groups = new Map<Stretch, Drawn[]>();
  for (const each of drawn) {
    const open = groups.get(each.entry.stretch);
    if (open) open.push(each);
    else groups.set(each.entry.stretch, [each]);
  }
  return [...groups].map(([stretch, lines]) => ({ stretch, lines }));
}

/** Where the list begins on the page, px. */
function useTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(now - top) >= 1) setTop(now);
  });
  return top;
}

/**
 * The lines near the window, and hands to measure and to reach them. The line at `always` is drawn wherever it is: it has the focus,
 * which would be lost with it.
 */
export function useDrawn(list: RefObject<HTMLElement | null>, entries: readonly Entry[], always: number | null) {
  const top = useTop(list);
  const size = (index: number) => (entries[index]?.row === null ? TITLE_PX : ROW_PX);
  const virtualizer = useWindowVirtualizer({
    count: entries.length,
    estimateSize: size,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingEnd: BAR_PX,
    rangeExtractor: (range) => {
      const lines = defaultRangeExtractor(range);
      return always === null || lines.includes(always) ? lines : [...lines, always].sort((a, b) => a - b);
    },
    // A page that lays nothing out (as in tests) must not end with every line of no height, hence all of them drawn.
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || size(Number(element.getAttribute('data-index'))),
  });
  const drawn = virtualizer.getVirtualItems().flatMap(({ index, start }): readonly Drawn[] => {
    const entry = entries[index];
    return entry ? [{ entry, index, top: start - top }] : [];
  });
  return {
    drawn,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement as (element: HTMLElement | null) => void,
    reach: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
