import type { Collection } from 'dexie';
import type { KeepwordDb, PromiseRow } from './db';
import { epoch } from './rows';
import { holdsAll, wordsOf } from './words';

/** Rows that lie between two instants in one of the orders, or all rows of a state or status. ISO; `to` not included. */
export type Stretch =
  /** Dated and not over, by the end of the window. */
  | { readonly of: 'live'; readonly from?: string; readonly to?: string }
  /** A state by the end of the window, without a date last. */
  | { readonly of: 'due'; readonly state: 'open'; readonly from?: string; readonly to?: string }
  /** By the last change, the latest first. */
  | { readonly of: 'changed'; readonly state?: 'tentative' | 'closed'; readonly status?: string; readonly from?: string; readonly to?: string };

export interface Search {
  readonly stretch: Stretch;
  /** Words that all must begin a word of customer, promise or conversation; '' for any. */
  readonly text: string;
  /** What else a row must be. */
  readonly only?: (record: unknown) => boolean;
  /** Where the page before ended. */
  readonly after: string | null;
  readonly limit: number;
}
export interface Page {
  readonly rows: readonly PromiseRow[];
  readonly more: string | null;
}

/** A word that begins more promises than these is no way to find them; then the order is walked instead. */
const FEW = 1_000;
/** Rows of the order that are looked at for one page, and at once. */
const LOOKED_AT = 4_000;
const AT_ONCE = 250;

/** A stretch as a range of one index whose last part is the id, so that every row has a key of its own. */
interface Walk {
  readonly index: string;
  readonly fixed: readonly string[];
  readonly field: 'dueAt' | 'liveAt' | 'changedAt';
  readonly from: number;
  readonly to: number;
  readonly down: boolean;
  readonly holds: (row: PromiseRow) => boolean;
}
interface Place {
  readonly at: number;
  readonly id: string;
}

/** A page of what is searched for. Within a transaction on the promises. */
export async function searchRows(db: KeepwordDb, { stretch, text, only = () => true, after, limit }: Search): Promise<Page> {
  const walk = walkOf(stretch);
  const sought = wordsOf([text]);
  const place = after === null ? null : placeOf(after);
  const wanted = (row: PromiseRow): boolean => walk.holds(row) && holdsAll(row.words, sought) && only(row.record);
  const few = await fewestBy(db, sought);
  if (few === null) return walked(db, walk, wanted, place, limit);
  const order = (a: Place, b: Place): number => (walk.down ? -1 : 1) * (a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const rows = (await db.promises.bulkGet([...few])).flatMap((row) => (row && wanted(row) ? [{ row, ...here(row, walk) }] : []));
  const left = rows.sort(order).filter((row) => place === null || order(row, place) > 0);
  return { rows: left.slice(0, limit).map(({ row }) => row), more: left.length > limit ? cursorOf(left[limit - 1]) : null };
}

/** What a stretch was last counted as, by its name; nothing of it holds once a row was written. */
export type Counted = Map<string, { readonly from: number; readonly to: number; readonly count: number }>;

/** How many rows lie in each stretch, none counted beyond `most`. Within a transaction on the promises. @param known what holds of counts before; takes in these. */
export async function countRows<N extends string>(db: KeepwordDb, stretches: Readonly<Record<N, Stretch>>, most: number, known: Counted): Promise<Readonly<Record<N, number>>> {
  const asked = Object.entries<Stretch>(stretches).map(([name, stretch]) => {
    const walk = walkOf(stretch);
    return { name, walk, key: [name, walk.index, ...walk.fixed, most].join(' ') };
  });
  const counts = await Promise.all(asked.map(({ walk, key }) => countedOn(db, walk, most, known.get(key)) ?? countUpTo(rangeOf(db, walk, null), most)));
  asked.forEach(({ walk: { from, to }, key }, at) => known.set(key, { from, to, count: counts[at] ?? 0 }));
  return Object.fromEntries(asked.map(({ name }, at) => [name, counts[at] ?? 0])) as Record<N, number>;
}

/**
 * From the count before, where only time went on: what came in at the end, or fell out at the beginning. null where that can't be told.
 * Asks the database for nothing where nothing moved, and then waits for nothing either: a transaction does not outlive idle waiting.
 */
function countedOn(db: KeepwordDb, walk: Walk, most: number, before: { readonly from: number; readonly to: number; readonly count: number } | undefined): number | Promise<number> | null {
  if (before === undefined) return null;
  const { from, to, count } = before;
  const between = (start: number, end: number, enough: number): Promise<number> => countUpTo(rangeOf(db, { ...walk, from: start, to: end }, null), enough);
  if (walk.from === from && walk.to === to) return count;
  if (walk.from === from && walk.to > to) return count >= most ? most : between(to, walk.to, most - count).then((more) => count + more);
  // Of "a thousand or more" nobody knows how many are left.
  if (walk.to === to && walk.from > from && count < most) return between(from, Math.min(walk.from, to), most).then((fewer) => count - fewer);
  return null;
}

/** Counting a range looks at each of its rows (20 to 40 µs, measured in Chromium); its first keys cost the same, and end where nobody wants to know more. */
export async function countUpTo(rows: Collection<PromiseRow, string>, most: number): Promise<number> {
  return (await rows.limit(most).primaryKeys()).length;
}

/** Ids of all that hold the rarest of the words, or null where every word is common (or none is sought). */
async function fewestBy(db: KeepwordDb, sought: readonly string[]): Promise<ReadonlySet<string> | null> {
  const found = await Promise.all(sought.map((word) => db.promises.where('words').startsWith(word).limit(FEW + 1).primaryKeys()));
  const [fewest] = found.sort((a, b) => a.length - b.length);
  return fewest === undefined || fewest.length > FEW ? null : new Set(fewest);
}

/** Goes along the order until the page is full, or enough was looked at for once. */
async function walked(db: KeepwordDb, walk: Walk, wanted: (row: PromiseRow) => boolean, start: Place | null, limit: number): Promise<Page> {
  const rows: PromiseRow[] = [];
  let place = start;
  for (let seen = 0; seen < LOOKED_AT; ) {
    // The first time no more than the page: where nothing is sought that is all it takes.
    const many = seen === 0 ? Math.min(limit, AT_ONCE) : AT_ONCE;
    const part = await rangeOf(db, walk, place).limit(many).toArray();
    for (const row of part) {
      place = here(row, walk);
      if (wanted(row) && rows.push(row) === limit) return { rows, more: cursorOf(place) };
    }
    if (part.length < many) return { rows, more: null };
    seen += part.length;
  }
  return { rows, more: cursorOf(place) };
}

function walkOf(stretch: Stretch): Walk {
  const from = stretch.from === undefined ? -Infinity : epoch(stretch.from);
  const to = stretch.to === undefined ? null : epoch(stretch.to);
  // Infinity is the place of what has no date: in the range only where no end is named.
  const within = (value: number | undefined): boolean => value !== undefined && value >= from && (to === null || value < to);
  const range = { from, to: to ?? Infinity };
  if (stretch.of === 'live') return { index: '[liveAt+id]', fixed: [], field: 'liveAt', ...range, down: false, holds: ({ liveAt }) => within(liveAt) };
  if (stretch.of === 'due') {
    return { index: '[state+dueAt+id]', fixed: [stretch.state], field: 'dueAt', ...range, down: false, holds: ({ state, dueAt }) => state === stretch.state && within(dueAt) };
  }
  const { state, status } = stretch;
  const holds = (row: PromiseRow): boolean => (state === undefined || row.state === state) && (status === undefined || row.status === status) && within(row.changedAt);
  const common = { field: 'changedAt', ...range, down: true, holds } as const;
  if (status !== undefined) return { index: '[status+changedAt+id]', fixed: [status], ...common };
  return state === undefined ? { index: '[changedAt+id]', fixed: [], ...common } : { index: '[state+changedAt+id]', fixed: [state], ...common };
}

/** The walk's rows after a place. */
function rangeOf(db: KeepwordDb, { index, fixed, from, to, down }: Walk, place: Place | null): Collection<PromiseRow, string> {
  const first = [...fixed, from];
  // An array sorts after every id: with it the end itself is in, without it it is not.
  const last = to === Infinity ? [...fixed, to, []] : [...fixed, to];
  const [lower, upper] = place === null ? [first, last] : down ? [first, [...fixed, place.at, place.id]] : [[...fixed, place.at, place.id], last];
  const rows = db.promises.where(index).between(lower, upper, place === null || down, !(place !== null && down));
  return down ? rows.reverse() : rows;
}

function here(row: PromiseRow, { field }: Walk): Place {
  return { at: row[field] ?? Infinity, id: row.id };
}

function cursorOf(place: Place | null | undefined): string | null {
  return place ? `${place.at} ${place.id}` : null;
}

/** @throws RangeError where it is no place we gave out. */
function placeOf(cursor: string): Place {
  const [, at, id] = /^(-?\d+|Infinity) (.+)$/s.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new RangeError(`after: ${JSON.stringify(cursor)} is no place in the ledger`);
  return { at: Number(at), id };
}
