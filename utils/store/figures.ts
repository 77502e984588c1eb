import type { FigureRow, Store } from './db';

/** Counts by day (ISO date, local) and name, `kept`, `broken`. No text of anybody's. */
export async function addFigure(store: Store, day: string, name: string, by = 1): Promise<void> {
  const id = `${day} ${name}`;
  await store.use((db) =>
    db.transaction('rw', db.figures, async () => {
      const kept = await db.figures.get(id);
      await db.figures.put({ id, day, name, count: (kept?.count ?? 0) + by });
    }),
  );
}

/** The counts from one day to another, both included, by day. */
export async function figures(store: Store, from: string, to: string): Promise<readonly Omit<FigureRow, 'id'>[]> {
  const rows = await store.use((db) => db.figures.where('day').between(from, to, true, true).toArray());
  return rows.map(({ day, name, count }) => ({ day, name, count }));
}
