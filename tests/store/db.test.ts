import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { addFigure, changeSettings, figures, phrasesSaid, readSettings, Store, usePhrase } from '../../utils/store';
import { storeError } from '../../utils/store/errors';

let name = 0;
const fresh = (): string => `db-${(name += 1)}`;
const AT = '2026-12-01T10:00:00Z';

afterEach(() => {
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
});

describe('the database', () => {
  it('asks for strict durability, so that what was acknowledged is on the disk', async () => {
    const store = new Store(fresh());
    const asked: (string | undefined)[] = [];
    const original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return original.call(this, names, mode, options);
    };
    try {
      await changeSettings(store, () => ({ theme: 'dark' }));
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set(['strict']));
  });

  it('keeps what was written when it is opened again', async () => {
    const db = fresh();
    const first = new Store(db);
    await changeSettings(first, () => ({ theme: 'dark' }));
    first.close();
    expect(await readSettings(new Store(db))).toEqual({ theme: 'dark' });
  });

  it('opens anew where it was closed or deleted under us', async () => {
    const db = fresh();
    const store = new Store(db);
    await changeSettings(store, () => 1);
    await store.use(async (open) => open.close());
    expect(await readSettings(store)).toBe(1);
    await Dexie.delete(db);
    expect(await readSettings(store)).toBeNull();
    await changeSettings(store, () => 2);
    expect(await readSettings(store)).toBe(2);
  });

  it('says that a newer version wrote it', async () => {
    const db = fresh();
    const newer = new Dexie(db);
    newer.version(99).stores({ promises: '&id' });
    await newer.open();
    newer.close();
    await expect(readSettings(new Store(db))).rejects.toMatchObject({ name: 'StoreError', problem: 'newer' });
    // Untouched: still what the newer version made of it.
    const again = new Dexie(db);
    await again.open();
    expect(again.tables.map((table) => table.name)).toEqual(['promises']);
    again.close();
  });

  it('says that the browser refuses it', async () => {
    const refusing = new IDBFactory();
    refusing.databases = async () => [];
    refusing.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
    Dexie.dependencies.indexedDB = refusing;
    await expect(readSettings(new Store(fresh()))).rejects.toMatchObject({ name: 'StoreError', problem: 'refused' });
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['DatabaseClosedError', 'closed'],
    ['SecurityError', 'refused'],
    ['UnknownError', 'broken'],
  ])('tells %s apart, also wrapped in another', (inner, problem) => {
    const plain = Object.assign(new Error('x'), { name: inner });
    expect(storeError(plain).problem).toBe(problem);
    expect(storeError(Object.assign(new Error('y'), { name: 'AbortError', inner: plain })).problem).toBe(problem);
  });
});

describe('settings, phrases, figures', () => {
  it('changes settings one after another', async () => {
    const store = new Store(fresh());
    expect(await readSettings(store)).toBeNull();
    await Promise.all([1, 2, 3].map((n) => changeSettings(store, (kept) => [...((kept as number[] | null) ?? []), n])));
    expect([...((await readSettings(store)) as number[])].sort()).toEqual([1, 2, 3]);
  });

  it('remembers what a customer was told, the last first, and forgets what is long ago', async () => {
    const store = new Store(fresh());
    for (let n = 1; n <= 25; n += 1) await usePhrase(store, { phrase: `p${n}`, conversation: null, customer: 'Sample@example.com', at: AT });
    await usePhrase(store, { phrase: 'p24', conversation: 'c', customer: 'sample@example.com', at: AT });
    await usePhrase(store, { phrase: 'nobody', conversation: null, customer: null, at: AT });
    const said = await phrasesSaid(store, 'sample@EXAMPLE.com');
    expect(said.slice(0, 3)).toEqual(['p24', 'p25', 'p23']);
    expect(said).not.toContain('p1');
    expect(await phrasesSaid(store, 'other@example.com')).toEqual([]);
  });

  it('counts by day', async () => {
    const store = new Store(fresh());
    await Promise.all([addFigure(store, '2026-12-01', 'kept'), addFigure(store, '2026-12-01', 'kept'), addFigure(store, '2026-12-01', 'kept'), addFigure(store, '2026-12-03', 'kept')]);
    expect(await figures(store, '2026-12-01', '2026-12-02')).toEqual([{ day: '2026-12-01', name: 'kept', count: 3 }]);
  });
});
