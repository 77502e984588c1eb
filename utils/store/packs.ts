import type { DraftRow, KeepwordDb, PackRow, Store } from './db';

/** Earlier versions of one pack that can be brought back. */
const VERSIONS = 10;

/** A version of a pack that is in force no more, without its text. */
export interface EarlierVersion {
  readonly n: number;
  readonly pack: string;
  readonly version: string;
  /** ISO instant at which it had come in. */
  readonly at: string;
}

/** All packs, in the order in which they are applied within a layer: by id. @throws StoreError */
export async function packRows(store: Store): Promise<readonly PackRow[]> {
  return store.use((db) => db.packs.toArray());
}

/**
 * Writes what `change` makes of a pack's row, in one transaction; null takes the pack away with its earlier versions. Where the text
 * becomes another, the one before is kept as an earlier version. `change` may run twice. @throws StoreError, and what `change` throws
 */
export async function changePack(store: Store, id: string, change: (row: PackRow | null) => PackRow | null): Promise<PackRow | null> {
  return store.write((db) =>
    db.transaction('rw', db.packs, db.packVersions, async () => {
      const before = (await db.packs.get(id)) ?? null;
      const after = change(before);
      if (after === null) {
        await db.packs.delete(id);
        await db.packVersions.where('pack').equals(id).delete();
        return null;
      }
      await db.packs.put(after);
      if (before !== null && before.text !== after.text) await keepVersion(db, before, after.text);
      return after;
    }),
  );
}

/** A text that comes back is no earlier version any more, and where it goes again it is one, not two. */
async function keepVersion(db: KeepwordDb, { id, text, version, at }: PackRow, now: string): Promise<void> {
  await db.packVersions.where('pack').equals(id).filter((row) => row.text === text || row.text === now).delete();
  await db.packVersions.add({ pack: id, text, version, at });
  const all = await db.packVersions.where('pack').equals(id).primaryKeys();
  if (all.length > VERSIONS) await db.packVersions.bulkDelete(all.sort((a, b) => a - b).slice(0, all.length - VERSIONS));
}

/** The earlier versions of all packs, the latest first. @throws StoreError */
export async function earlierVersions(store: Store): Promise<readonly EarlierVersion[]> {
  const rows = await store.use((db) => db.packVersions.toArray());
  return rows.map(({ n = 0, pack, version, at }) => ({ n, pack, version, at })).sort((a, b) => b.n - a.n);
}

/** The text of an earlier version of a pack, or null. @throws StoreError */
export async function versionText(store: Store, pack: string, n: number): Promise<string | null> {
  const row = await store.use((db) => db.packVersions.get(n));
  return row?.pack === pack ? row.text : null;
}

/** @throws StoreError */
export async function saveDraft(store: Store, draft: DraftRow): Promise<void> {
  await store.write((db) => db.packDrafts.put(draft));
}
/** The draft of that id, or null. @throws StoreError */
export async function loadDraft(store: Store, id: string): Promise<DraftRow | null> {
  return (await store.use((db) => db.packDrafts.get(id))) ?? null;
}
/** The latest first, without their texts. @throws StoreError */
export async function listDrafts(store: Store): Promise<readonly Omit<DraftRow, 'text'>[]> {
  const rows = await store.use((db) => db.packDrafts.orderBy('at').reverse().toArray());
  return rows.map(({ id, name, at }) => ({ id, name, at }));
}
/** @throws StoreError */
export async function removeDraft(store: Store, id: string): Promise<void> {
  await store.write((db) => db.packDrafts.delete(id));
}
