import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFigure, figures, Promises, Store } from '../../utils/store';
import type { Entry, Kept } from '../../utils/store';
import { ledger } from '../../utils/store/migrations/001-ledger';

let name = 0;
let database: string;
let store: Store;
let promises: Promises<Kept>;
const NOW = '2026-12-01T10:00:00Z';

beforeEach(() => {
  database = `faults-${(name += 1)}`;
  store = new Store(database);
  promises = new Promises<Kept>(store, () => null, () => NOW);
});

const entry = (id: string, over: Partial<Kept> = {}): Entry<Kept> => ({
  record: { id, status: 'open', text: 't', updatedAt: NOW, due: null, conversation: null, customer: null, ...over }, times: { ringAt: null, needsAt: null }, counts: [{ day: '2026-12-01', name: 'promised callback' }],
});
const counted = async (): Promise<number> => (await figures(store, '2026-01-01', '2026-12-31')).reduce((sum, { count }) => sum + count, 0);

describe('a full disk', () => {
  const put = IDBObjectStore.prototype.put;
  afterEach(() => {
    IDBObjectStore.prototype.put = put;
  });
  /** Lets `spared` writes pass, then refuses. */
  function full(spared: number): void {
    let left = spared;
    IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
      left -= 1;
      if (left < 0) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, row);
    };
  }

  it.each([0, 1, 2])('after %i writes leaves nothing half done, is told, and is over when there is room', async (spared) => {
    await promises.add(entry('there'));
    full(spared);
    const moving = promises.change('there', async (record) => [{ ...entry('there'), record: { ...record!, status: 'moved' }, counts: [{ day: '2026-12-02', name: 'moved callback' }] }, entry('there#2')]);
    await expect(moving).rejects.toMatchObject({ name: 'StoreError', problem: 'full' });
    IDBObjectStore.prototype.put = put;
    expect((await promises.get('there'))?.status).toBe('open');
    expect(await promises.get('there#2')).toBeNull();
    expect(await counted()).toBe(1);
    expect((await promises.add(entry('new'))).added).toBe(true);
  });
});

describe('a database held open by an older version', () => {
  it('is told as blocked, and used when it was let go', async () => {
    const old = new Dexie(database);
    old.version(ledger.version).stores(ledger.stores);
    await old.open();
    await old.table('settings').put({ id: 'settings', value: 1 });
    // An older copy that does not hear that it should go.
    old.on('versionchange', () => false);
    const raw = old.backendDB();
    raw.onversionchange = null;
    await expect(promises.get('a')).rejects.toMatchObject({ name: 'StoreError', problem: 'blocked' });
    old.close();
    expect(await promises.get('a')).toBeNull();
    expect((await promises.add(entry('a'))).added).toBe(true);
  }, 30_000);
});

describe('a database deleted under us', () => {
  it('is made anew by the next write, which is kept', async () => {
    await promises.add(entry('a'));
    await Dexie.delete(database);
    expect((await promises.add(entry('b'))).added).toBe(true);
    expect(await promises.get('a')).toBeNull();
    expect((await new Promises<Kept>(new Store(database), () => null, () => NOW).get('b'))?.id).toBe('b');
    await addFigure(store, '2026-12-01', 'phrases');
    expect(await counted()).toBe(2);
  });
});

describe('two windows at once', () => {
  it('write over different connections, and neither loses a change or a figure', async () => {
    const other = new Promises<Kept>(new Store(database), () => null, () => NOW);
    const both = [promises, other];
    await Promise.all(Array.from({ length: 40 }, (_, n) => both[n % 2]!.add(entry(`p${n % 10}`))));
    await Promise.all(Array.from({ length: 40 }, (_, n) => both[n % 2]!.change(`p${n % 10}`, async (record) => [{ ...entry(''), record: { ...record!, text: `${record!.text},${n}` } }])));
    for (let n = 0; n < 10; n += 1) {
      const [, ...changes] = (await promises.get(`p${n}`))!.text.split(',').map(Number);
      expect(changes.sort((a, b) => a - b)).toEqual([n, n + 10, n + 20, n + 30]);
    }
    expect(await counted()).toBe(10);
  });
});
