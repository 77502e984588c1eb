import type { FigureRow, KeepwordDb, PromiseRow, Store } from './db';
import { figureId } from './rows';

/**
 * Counts by day (ISO date, local) and name, "kept callback". No text of anybody's. What promises count for is written
 * in the transaction that changes them, so that the figures always are the sum of the ledger.
 */
export async function addFigure(store: Store, day: string, name: string): Promise<void> {
  await store.write((db) => db.transaction('rw', db.figures, () => shift(db, new Map([[figureId({ day, name }), 1]]))));
}

/** The counts from one day to another, both included, by day. */
export async function figures(store: Store, from: string, to: string): Promise<readonly Omit<FigureRow, 'id'>[]> {
  const rows = await store.use((db) => db.figures.where('day').between(from, to, true, true).toArray());
  return rows.map(({ day, name, count }) => ({ day, name, count }));
}

/** By how much each figure changes where rows take the place of others: what those counted for is taken off, what these count for is added. */
export function difference(before: readonly (PromiseRow | undefined)[], after: readonly PromiseRow[]): ReadonlyMap<string, number> {
  const by = new Map<string, number>();
  const add = (id: string, count: number): void => void by.set(id, (by.get(id) ?? 0) + count);
  // What a damaged row says may be anything.
  for (const row of before) for (const id of Array.isArray(row?.counted) ? row.counted : []) add(id, -1);
  for (const row of after) for (const id of row.counted) add(id, 1);
  return new Map([...by].filter(([, count]) => count !== 0));
}

/** Within a transaction on the figures. Not to be called with nothing: a transaction ends where nothing is asked of it. */
export async function shift(db: KeepwordDb, by: ReadonlyMap<string, number>): Promise<void> {
  const ids = [...by.keys()];
  const there = await db.figures.bulkGet(ids);
  const rows = ids.map((id, at) => ({ id, day: id.slice(0, 10), name: id.slice(11), count: (there[at]?.count ?? 0) + (by.get(id) ?? 0) }));
  const some = rows.filter(({ count }) => count > 0);
  if (some.length > 0) await db.figures.bulkPut(some);
  const none = rows.filter(({ count }) => count <= 0).map(({ id }) => id);
  if (none.length > 0) await db.figures.bulkDelete(none);
}
