import type { Store } from './db';

/** The settings' one row. Their shape and their defaults belong to the background, which checks what it is given. */
const ROW = 'settings';

/** What was kept, unchecked, or null. @throws StoreError */
export async function readSettings(store: Store): Promise<unknown> {
  return (await store.use((db) => db.settings.get(ROW)))?.value ?? null;
}

/** Writes what `change` makes of the kept value, in one transaction. @throws StoreError */
export async function changeSettings<T>(store: Store, change: (kept: unknown) => T): Promise<T> {
  return store.write((db) =>
    db.transaction('rw', db.settings, async () => {
      const value = change((await db.settings.get(ROW))?.value ?? null);
      await db.settings.put({ id: ROW, value });
      return value;
    }),
  );
}

/** The row of a name that `readMark` reads. */
export const markRow = (name: string): string => `mark ${name}`;

/** What the background remembers of its own doings, one row a name; unchecked, or null. @throws StoreError */
export async function readMark(store: Store, name: string): Promise<unknown> {
  return (await store.use((db) => db.settings.get(markRow(name))))?.value ?? null;
}

/** @throws StoreError */
export async function writeMark(store: Store, name: string, value: unknown): Promise<void> {
  await store.write((db) => db.settings.put({ id: markRow(name), value }));
}

/** The mark of when promises last came back from the second copy, and how many: written by the copy, in one write with its end. */
export const BROUGHT_BACK = 'brought-back';

/** @returns null where they never had to. @throws StoreError */
export async function lastBroughtBack(store: Store): Promise<{ readonly at: string; readonly count: number } | null> {
  return (await readMark(store, BROUGHT_BACK)) as { at: string; count: number } | null;
}
