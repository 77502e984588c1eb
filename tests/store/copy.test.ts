/** The second copy: whatever was acknowledged is there after a crash, whichever of the two stores the browser then throws away. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addFigure, changePack, changeSettings, favourPhrase, figures, ownPhrases, packRows, Promises, quarantined, readMark, readSettings, saveDraft, Store, usePhrase } from '../../utils/store';
import type { CopyArea, Entry, Kept, PackRow, StoreNews } from '../../utils/store';

const NOW = '2026-12-01T10:00:00Z';
let names = 0;
const fresh = (): string => `copy-${(names += 1)}`;

/** A store of its own, in memory; `crash` lets nothing more in, `fails` refuses. */
class Area implements CopyArea {
  items = new Map<string, string>();
  writes = 0;
  /** Writes that are still let in. */
  left = Infinity;
  /** Reads of rows that are still answered. */
  reads = Infinity;
  fails = false;
  async keys() { return this.#answer(() => [...this.items.keys()]); }
  async get(keys: readonly string[]) {
    this.reads -= 1;
    if (this.reads < 0) throw new Error('stopped');
    return this.#answer(() => Object.fromEntries(keys.flatMap((key) => (this.items.has(key) ? [[key, JSON.parse(this.items.get(key) as string) as unknown]] : []))));
  }
  async set(items: Readonly<Record<string, unknown>>) { this.#write(() => { for (const [key, value] of Object.entries(items)) this.items.set(key, JSON.stringify(value)); }); }
  async remove(keys: readonly string[]) { this.#write(() => { for (const key of keys) this.items.delete(key); }); }
  #answer<T>(look: () => T): T {
    if (this.fails) throw new Error('the area is broken');
    return look();
  }
  #write(change: () => void): void {
    if (this.fails) throw new Error('the area is broken');
    this.left -= 1;
    if (this.left < 0) throw new Error('crashed');
    this.writes += 1;
    change();
  }
}

const entry = (id: string, text = 't', due: string | null = null): Entry<Kept> => ({
  record: { id, status: 'open', text, updatedAt: NOW, due: due === null ? null : { start: due, end: due }, conversation: null, customer: null }, times: { ringAt: due, needsAt: due }, counts: [{ day: '2026-12-01', name: 'promised callback' }],
});
function open(database: string, area: CopyArea, told: (news: StoreNews) => void = () => undefined): { store: Store; promises: Promises<Kept> } {
  const store = new Store(database, { copy: { area, now: () => NOW }, told });
  return { store, promises: new Promises<Kept>(store, () => null, () => NOW) };
}
const ids = async (promises: Promises<Kept>): Promise<string[]> => {
  const found: string[] = [];
  for await (const part of promises.all()) found.push(...part.map(({ id, text }) => `${id} ${text}`));
  return found;
};
async function lose(database: string, store: Store): Promise<void> {
  store.close();
  await Dexie.delete(database);
}

describe('a database that was thrown away', () => {
  it('comes back whole before anybody reads it, and is told once', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a', 'call', '2026-12-04T15:00:00Z'));
    await promises.add(entry('b'));
    await promises.change('b', async () => [entry('b', 'edited')]);
    await changeSettings(store, () => ({ theme: 'dark' }));
    await favourPhrase(store, 'hello', true);
    await usePhrase(store, { phrase: 'hello', conversation: 'c', customer: 'Anna', at: NOW });
    await addFigure(store, '2026-12-01', 'phrases');
    await saveDraft(store, { id: 'd', name: 'n', text: 't', at: NOW });
    await changePack(store, 'p', () => PACK);
    await store.completeCopy();
    const before = await figures(store, '2026-01-01', '2026-12-31');
    await lose(database, store);

    const news: StoreNews[] = [];
    const again = open(database, area, (what) => news.push(what));
    expect((await again.promises.get('a'))?.due?.end).toBe('2026-12-04T15:00:00Z');
    expect(await ids(again.promises)).toEqual(['a call', 'b edited']);
    expect((await again.promises.ripe('2026-12-05T00:00:00Z', 9)).map(({ id }) => id)).toEqual(['a']);
    expect((await again.promises.list('open', null, 9)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await again.promises.count({}, 9)).open).toBe(2);
    expect((await again.promises.search({ stretch: { of: 'live' }, text: 'call', after: null, limit: 9 })).records.map(({ id }) => id)).toEqual(['a']);
    expect(await readSettings(again.store)).toEqual({ theme: 'dark' });
    expect(await ownPhrases(again.store)).toEqual([{ phrase: 'hello', count: 1, last: NOW, favourite: true }]);
    expect(await figures(again.store, '2026-01-01', '2026-12-31')).toEqual(before);
    expect(await packRows(again.store)).toEqual([PACK]);
    expect(news).toEqual([{ broughtBack: 2 }]);
    expect(await readMark(again.store, 'brought-back')).toEqual({ at: NOW, count: 2 });

    again.store.close();
    const third: StoreNews[] = [];
    expect(await ids(open(database, area, (what) => third.push(what)).promises)).toEqual(['a call', 'b edited']);
    expect(third).toEqual([]);
  });

  it('goes on where it was stopped in the middle, and counts all of them', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.merge(Array.from({ length: 1_203 }, (_, n) => entry(`p${n}`).record), (record) => entry(record.id), true);
    await store.completeCopy();
    await lose(database, store);
    area.reads = 3;
    const halfway = open(database, area);
    const there = (await ids(halfway.promises)).length;
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(1_203);
    expect(await readMark(halfway.store, 'brought-back')).toBeNull();
    halfway.store.close();
    area.reads = Infinity;
    const next = open(database, area);
    expect(await ids(next.promises)).toHaveLength(1_203);
    expect(await readMark(next.store, 'brought-back')).toEqual({ at: NOW, count: 1_203 });
  });

  it('does not bring back what was deleted', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await changePack(store, 'p', () => PACK);
    await changePack(store, 'p', () => ({ ...PACK, text: 'another' }));
    await changePack(store, 'p', () => null);
    await promises.add(entry('a'));
    await lose(database, store);
    const again = open(database, area);
    expect(await packRows(again.store)).toEqual([]);
    expect(await again.store.use((db) => db.packVersions.count())).toBe(0);
    expect(await ids(again.promises)).toEqual(['a t']);
  });

  it('brings damaged rows back as damaged', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a'));
    await store.write((db) => db.promises.update('a', { record: { id: 'a', due: 'rubbish' } } as never));
    await lose(database, store);
    const again = new Store(database, { copy: { area, now: () => NOW } });
    const reading = new Promises<Kept>(again, (row) => ((row as Partial<Kept>).text === undefined ? 'no text' : null), () => NOW);
    expect(await reading.get('a')).toBeNull();
    expect((await quarantined(again)).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a copy', () => {
  it('is made of what was there before it', async () => {
    const [database, area] = [fresh(), new Area()];
    const old = new Store(database);
    const before = new Promises<Kept>(old, () => null, () => NOW);
    await before.merge(Array.from({ length: 1_203 }, (_, n) => entry(`p${n}`).record), (record) => entry(record.id), true);
    old.close();
    const { store } = open(database, area);
    await store.completeCopy();
    await lose(database, store);
    expect(await ids(open(database, area).promises)).toHaveLength(1_203);
  });

  it('of a large file is whole when that is acknowledged', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.merge(Array.from({ length: 1_500 }, (_, n) => entry(`p${n}`).record), (record) => entry(record.id), true);
    await lose(database, store);
    expect(await ids(open(database, area).promises)).toHaveLength(1_500);
  });

  it('that cannot be written refuses nothing, is told once, and is made whole at the next start', async () => {
    const [database, area] = [fresh(), new Area()];
    const news: StoreNews[] = [];
    const { store, promises } = open(database, area, (what) => news.push(what));
    await promises.add(entry('a'));
    area.fails = true;
    await promises.add(entry('b'));
    await promises.add(entry('c'));
    expect(await ids(promises)).toEqual(['a t', 'b t', 'c t']);
    expect(news).toHaveLength(1);
    expect(news[0]).toHaveProperty('copyFailed');
    area.fails = false;
    await promises.add(entry('d'));
    store.close();
    const next = open(database, area);
    await next.store.completeCopy();
    await lose(database, next.store);
    expect(await ids(open(database, area).promises)).toEqual(['a t', 'b t', 'c t', 'd t']);
  });

  it('that was whole and broken from the first write to the last is known to be behind', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a'));
    await store.completeCopy();
    area.fails = true;
    await promises.add(entry('b'));
    store.close();
    area.fails = false;
    const next = open(database, area);
    await next.store.completeCopy();
    await lose(database, next.store);
    expect(await ids(open(database, area).promises)).toEqual(['a t', 'b t']);
  });

  it('loses what is no more in the database, and nothing else', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.merge(Array.from({ length: 230 }, (_, n) => entry(`p${n}`).record), (record) => entry(record.id), true);
    await usePhrase(store, { phrase: 'hello', conversation: 'c', customer: 'Anna', at: NOW });
    store.close();
    // As a crash leaves it: deleted in the database, and still in the copy.
    const crashed = new Store(database);
    await crashed.use((db) => db.promises.bulkDelete(['p0', 'p17', 'p99']));
    await crashed.use((db) => db.phraseUse.clear());
    crashed.close();
    area.items.set('kept', JSON.stringify({ ...(JSON.parse(area.items.get('kept') as string) as object), unsure: true }));
    const next = open(database, area);
    await next.store.completeCopy();
    const kept = [...area.items.keys()];
    expect(kept.filter((key) => key.startsWith('kept promises'))).toHaveLength(227);
    expect(kept.filter((key) => key.startsWith('kept phraseUse'))).toEqual([]);
    expect(JSON.parse(area.items.get('kept') as string)).toMatchObject({ unsure: false });
  });

  it('is compared in slices between which others write', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.merge(Array.from({ length: 450 }, (_, n) => entry(`p${n}`).record), (record) => entry(record.id), true);
    store.close();
    area.items.delete('kept promises "p3"');
    area.items.set('kept promises "p4"', JSON.stringify('{"torn'));
    area.items.set('kept', JSON.stringify({ ...(JSON.parse(area.items.get('kept') as string) as object), unsure: true }));
    const next = open(database, area);
    await next.promises.get('p0');
    let done = false;
    const completing = next.store.completeCopy().then(() => { done = true; });
    await next.promises.add(entry('meanwhile'));
    expect(done).toBe(false);
    await next.promises.change('p449', async () => [entry('p449', 'edited')]);
    await completing;
    await lose(database, next.store);
    const back = await ids(open(database, area).promises);
    expect(back).toHaveLength(451);
    expect(back).toEqual(expect.arrayContaining(['meanwhile t', 'p3 t', 'p4 t', 'p449 edited']));
  });

  it('that was written field by field is read', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a'));
    await changeSettings(store, () => ({ theme: 'dark' }));
    for (const [key, value] of area.items) if (key !== 'kept') area.items.set(key, JSON.parse(value) as string);
    await lose(database, store);
    const next = open(database, area);
    expect(await ids(next.promises)).toEqual(['a t']);
    expect(await readSettings(next.store)).toEqual({ theme: 'dark' });
  });

  it('that was thrown away is made anew', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a'));
    store.close();
    area.items.clear();
    const next = open(database, area);
    await next.store.completeCopy();
    await lose(database, next.store);
    expect(await ids(open(database, area).promises)).toEqual(['a t']);
  });

  it('that cannot be read at the start leaves the database as it is', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a'));
    store.close();
    area.fails = true;
    const next = open(database, area);
    expect(await ids(next.promises)).toEqual(['a t']);
    expect((await next.promises.add(entry('b'))).added).toBe(true);
  });
});

describe('whatever happens', () => {
  const put = IDBObjectStore.prototype.put;
  afterEach(() => { IDBObjectStore.prototype.put = put; });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('add' as const, 'edit' as const, 'file' as const), which: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat(4), loses: fc.constantFrom('database' as const, 'copy' as const, 'neither' as const) }) },
  );

  it('nothing that was acknowledged is lost', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const [database, area] = [fresh(), new Area()];
      /** Least and most of what each promise's text may be: what was acknowledged last, and what was asked after it. */
      const may = new Map<string, Set<string>>();
      let { store, promises } = open(database, area);
      let edits = 0;
      for (const one of steps) {
        if (one.do === 'crash') {
          // The copy's writes break off within the next change; the database takes it.
          area.left = one.after;
          edits += 1;
          const asked = entry('p0', `e${edits}`);
          may.get('p0')?.add(`e${edits}`);
          if (!may.has('p0')) may.set('p0', new Set(['', `e${edits}`]));
          await promises.change('p0', async () => [asked]);
          area.left = Infinity;
          // Only one of them can break: they are not written at the same moment, and what broke off is seen at the start after.
          store.close();
          ({ store, promises } = open(database, area));
          await store.completeCopy();
          if (one.loses === 'database') await lose(database, store);
          if (one.loses === 'copy') { store.close(); area.items.clear(); }
          ({ store, promises } = open(database, area));
          await store.completeCopy();
        } else if (one.do === 'file') {
          await promises.merge([entry(`f${one.which}`).record, entry(`g${one.which}`).record], (record) => entry(record.id), true);
          for (const id of [`f${one.which}`, `g${one.which}`]) may.set(id, new Set(['t']));
        } else {
          const id = `p${one.which}`;
          edits += 1;
          const text = one.do === 'add' && !may.has(id) ? 't' : `e${edits}`;
          await promises.change(id, async () => [entry(id, text)]);
          may.set(id, new Set([text]));
        }
      }
      const there = new Map((await ids(promises)).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
      for (const [id, texts] of may) expect([...texts], `${id} of ${JSON.stringify(steps)}`).toContain(there.get(id) ?? '');
      expect((await promises.count({}, 99)).open).toBe(there.size);
      store.close();
    }), { numRuns: 150 });
  });

  it('a change that was undone is in neither', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await promises.add(entry('a'));
    await expect(promises.change('a', async () => { throw new Error('no'); })).rejects.toThrow('no');
    IDBObjectStore.prototype.put = function () { throw new DOMException('no room', 'QuotaExceededError'); };
    await expect(promises.add(entry('b'))).rejects.toMatchObject({ problem: 'full' });
    IDBObjectStore.prototype.put = put;
    await lose(database, store);
    expect(await ids(open(database, area).promises)).toEqual(['a t']);
  });

  it('what is written at once follows one another, each acknowledged in both', async () => {
    const [database, area] = [fresh(), new Area()];
    const { store, promises } = open(database, area);
    await Promise.all(Array.from({ length: 20 }, (_, n) => promises.add(entry(`p${n}`)).then(() => {
      expect([...area.items.keys()]).toContain(`kept promises "p${n}"`);
    })));
    // Each write's row, and its beginning and end told once for all that waited together.
    expect(area.writes).toBeLessThan(30);
    await lose(database, store);
    expect(await ids(open(database, area).promises)).toHaveLength(20);
  });
});

const PACK: PackRow = { id: 'p', layer: 'own', source: 'pasted', text: 'one', version: '1', at: NOW, key: null, subscription: null, pending: null, before: null };
