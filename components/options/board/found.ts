import { useCallback, useEffect, useRef, useState } from 'react';
import type { PromiseRecord, PromisesFound, PromiseSearch } from '../../../utils/messages/protocol';

export type Which = PromiseSearch['which'];

/** What the board is asked for. */
export interface Wanted {
  readonly text: string;
  readonly which: Which;
  /** ISO date on which it falls due, or null for any. */
  readonly day: string | null;
  readonly zone: string;
}

export interface Found {
  readonly promises: readonly PromiseRecord[];
  readonly counts: PromisesFound['counts'] | null;
  /** There is more to load. */
  readonly more: boolean;
  /** The first answer is here. */
  readonly loaded: boolean;
  /** Asks for the next page; nothing while one is under way. */
  next(): void;
}

type Search = (ask: PromiseSearch) => Promise<PromisesFound | null>;

const PAGE = 200;
/** So many rows are looked for at first: a page may hold fewer than were asked for, even none, and more may come. */
const LEAST = 50;
/** Of those sent unconfirmed, beside the open ones: the filter of their own shows all. */
export const SENT_SHOWN = 100;
/** Typing is let finish before the ledger is searched. */
const TYPING_MS = 120;

function asks({ text, which, day, zone }: Wanted): Omit<PromiseSearch, 'after' | 'limit'> {
  const base = { text: text.trim(), which };
  if (day === null) return base;
  const from = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  return { ...base, from: from.toInstant().toString(), to: from.add({ days: 1 }).toInstant().toString() };
}

interface Kept {
  readonly sent: readonly PromiseRecord[];
  readonly rows: readonly PromiseRecord[];
  readonly counts: PromisesFound['counts'] | null;
  readonly cursor: string | null;
}
const NOTHING: Kept = { sent: [], rows: [], counts: null, cursor: null };

/** As many pages as hold `least` rows, or all there are; null where the ledger did not answer. */
async function pages(search: Search, wanted: Wanted, least: number): Promise<Kept | null> {
  const base = asks(wanted);
  const sent = wanted.which === 'open' ? await search({ ...base, which: 'tentative', limit: SENT_SHOWN }) : null;
  if (wanted.which === 'open' && !sent) return null;
  let kept: Kept = { ...NOTHING, sent: sent?.promises ?? [] };
  do {
    const found: PromisesFound | null = await search({ ...base, limit: PAGE, ...(kept.cursor === null ? {} : { after: kept.cursor }) });
    if (!found) return null;
    kept = together(kept, found);
  } while (kept.cursor !== null && kept.rows.length < least);
  return kept;
}

/** A page more; what changed its place meanwhile is not shown twice. */
function together(kept: Kept, { promises, counts, more }: PromisesFound): Kept {
  const known = new Set(kept.rows.map(({ id }) => id));
  return { ...kept, rows: [...kept.rows, ...promises.filter(({ id }) => !known.has(id))], counts, cursor: more };
}

/**
 * What the ledger has of `wanted`, page by page. Asked anew when `version` grows; the rows stay until the answer is here, and as many
 * are loaded again as there were.
 */
export function useFound(search: Search, wanted: Wanted, version: number): Found {
  const { text, which, day, zone } = wanted;
  const [kept, setKept] = useState<{ readonly of: string; readonly found: Kept } | null>(null);
  const key = JSON.stringify([text.trim(), which, day]);
  const turn = useRef(0);
  const busy = useRef(false);
  const shown = useRef(0);
  const typed = useRef(text);
  const asked = useRef('');

  useEffect(() => {
    const mine = ++turn.current;
    if (asked.current !== key) shown.current = 0;
    asked.current = key;
    const wait = typed.current === text ? 0 : TYPING_MS;
    typed.current = text;
    const start = async () => {
      const found = await pages(search, { text, which, day, zone }, Math.max(shown.current, LEAST));
      if (!found || mine !== turn.current) return;
      setKept({ of: key, found });
      shown.current = found.rows.length;
    };
    if (wait === 0) void start();
    const timer = wait === 0 ? undefined : setTimeout(() => void start(), wait);
    return () => clearTimeout(timer);
  }, [search, text, which, day, zone, key, version]);

  const cursor = kept?.of === key ? kept.found.cursor : null;
  const next = useCallback(() => {
    if (cursor === null || busy.current) return;
    busy.current = true;
    const mine = turn.current;
    void search({ ...asks({ text, which, day, zone }), after: cursor, limit: PAGE }).then((found) => {
      busy.current = false;
      if (!found || mine !== turn.current) return;
      setKept((before) => before && { ...before, found: together(before.found, found) });
      shown.current += found.promises.length;
    });
  }, [search, cursor, text, which, day, zone]);

  const { sent, rows, counts } = kept?.found ?? NOTHING;
  return { promises: sent.length === 0 ? rows : [...sent, ...rows], counts, more: cursor !== null, loaded: kept !== null, next };
}
