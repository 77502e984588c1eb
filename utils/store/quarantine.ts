import type { KeepwordDb, QuarantineRow, Store } from './db';
import { difference, shift } from './figures';

/** Moves a damaged row out of its table, once; it is kept as it was, to be looked at and to be exported. */
export async function quarantine(store: Store, row: QuarantineRow): Promise<void> {
  await store.write((db) => db.transaction('rw', db.promises, db.figures, db.quarantine, () => setAside(db, row)));
}

/** The same within a transaction on promises, figures and quarantine. */
export async function setAside(db: KeepwordDb, row: QuarantineRow): Promise<void> {
  const there = await db.quarantine.where('[table+id]').equals([row.table, row.id]).first();
  await db.quarantine.put(there?.n === undefined ? row : { ...row, n: there.n });
  if (row.table !== 'promises') return;
  const by = difference([await db.promises.get(row.id)], []);
  if (by.size > 0) await shift(db, by);
  await db.promises.delete(row.id);
}

/** What lies in quarantine, latest first. */
export async function quarantined(store: Store, limit = 100): Promise<readonly QuarantineRow[]> {
  return store.use((db) => db.quarantine.orderBy('at').reverse().limit(limit).toArray());
}
