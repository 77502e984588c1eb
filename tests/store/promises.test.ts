import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { matches, Promises, quarantined, Store } from '../../utils/store';
import type { Entry, Kept } from '../../utils/store';

type Sample = Kept;
const NOW = '2026-12-01T10:00:00Z';
let store: Store;
let promises: Promises<Sample>;
let damaged: string[];
let name = 0;

/** Sound is what has a text: enough of a check for the store, which knows no more of a record than it needs. */
const problem = (row: unknown): string | null =>
  typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string' ? null : 'text: is no text';

beforeEach(() => {
  store = new Store(`store-${(name += 1)}`);
  damaged = [];
  promises = new Promises<Sample>(store, problem, () => NOW, (id) => damaged.push(id));
});

function sample(id: string, over: Partial<Sample> = {}): Sample {
  return {
    id, status: 'open', text: `text of ${id}`, updatedAt: NOW, due: { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z' },
    conversation: { host: 'host', id: `conversation of ${id}`, title: null }, customer: { name: 'Sample Customer', address: 'Sample@example.com' }, ...over,
  };
}
const entry = (record: Sample, ringAt: string | null = null, needsAt: string | null = null): Entry<Sample> => ({ record, times: { ringAt, needsAt }, counts: [] });
const due = (day: string) => ({ start: `2026-12-${day}T09:00:00Z`, end: `2026-12-${day}T18:00:00Z` });
const ids = (records: readonly Sample[]): string[] => records.map(({ id }) => id);
const damage = (id: string, record: unknown, over: object = {}): Promise<unknown> =>
  store.use((db) => db.promises.put({ id, record, state: 'open', status: 'open', dueAt: 1, changedAt: 1, words: [], counted: [], conversation: '', customer: '', ...over }));

describe('the ledger', () => {
  it('keeps one promise of one id, whoever asks twice', async () => {
    const first = await promises.add(entry(sample('a')));
    const second = await promises.add(entry(sample('a', { text: 'another text' })));
    expect([first.added, second.added]).toEqual([true, false]);
    expect(second.record.text).toBe('text of a');
    expect((await promises.get('a'))?.text).toBe('text of a');
    expect(await promises.get('b')).toBeNull();
  });

  it('keeps one promise of two that come at once', async () => {
    const both = await Promise.all([promises.add(entry(sample('a', { text: 'one' }))), promises.add(entry(sample('a', { text: 'two' })))]);
    expect(both.filter(({ added }) => added)).toHaveLength(1);
    expect(both[0].record.text).toBe(both[1].record.text);
  });

  it('lists by state, next due first, what has no date last', async () => {
    for (const record of [sample('late', { due: due('09') }), sample('none', { due: null }), sample('early', { due: due('02') }), sample('kept', { status: 'kept' }), sample('tentative', { status: 'tentative' })]) {
      await promises.add(entry(record));
    }
    expect(ids(await promises.list('open', null, 10))).toEqual(['early', 'late', 'none']);
    expect(ids(await promises.list('open', null, 2))).toEqual(['early', 'late']);
    expect(ids(await promises.list('tentative', null, 10))).toEqual(['tentative']);
    expect(ids(await promises.list('closed', null, 10))).toEqual(['kept']);
    expect(ids(await promises.upcoming('2026-12-03T00:00:00Z', 10))).toEqual(['late']);
  });

  it('finds a conversation’s and a customer’s promises, and nobody else’s', async () => {
    await promises.add(entry(sample('a')));
    await promises.add(entry(sample('b', { conversation: { host: 'host', id: 'conversation of a', title: null }, customer: { name: 'Another Customer', address: null } })));
    await promises.add(entry(sample('c', { conversation: { host: 'other', id: 'conversation of a', title: null }, customer: null })));
    expect(ids(await promises.list('open', { conversation: { host: 'host', id: 'conversation of a' } }, 10))).toEqual(['a', 'b']);
    expect(ids(await promises.list('closed', { conversation: { host: 'host', id: 'conversation of a' } }, 10))).toEqual([]);
    expect(ids(await promises.list('open', { customer: ' SAMPLE@example.com' }, 10))).toEqual(['a']);
    expect(ids(await promises.list('open', { customer: 'another customer' }, 10))).toEqual(['b']);
    // A name alone does not find the one who has an address: two people may share a name.
    expect(ids(await promises.list('open', { customer: 'sample customer' }, 10))).toEqual([]);
    expect(matches(sample('a'), { customer: 'sample@example.com' })).toBe(true);
    expect(matches(sample('a'), { conversation: { host: 'other', id: 'conversation of a' } })).toBe(false);
  });

  it('knows what is ripe and what comes next, by the times it was given', async () => {
    await promises.add(entry(sample('a'), '2026-12-04T14:50:00Z', '2026-12-04T15:00:00Z'));
    await promises.add(entry(sample('b'), '2026-12-03T09:00:00Z', '2026-12-03T09:00:00Z'));
    await promises.add(entry(sample('quiet')));
    expect(ids(await promises.ripe('2026-12-03T08:59:59Z', 10))).toEqual([]);
    expect(ids(await promises.ripe('2026-12-04T14:50:00Z', 10))).toEqual(['b', 'a']);
    expect(ids(await promises.needing('2026-12-04T14:50:00Z', 10))).toEqual(['b']);
    expect(await promises.nextRingAt()).toBe('2026-12-03T09:00:00Z');
  });

  it('takes a record out of the times it no longer has', async () => {
    await promises.add(entry(sample('a'), '2026-12-03T09:00:00Z', '2026-12-03T09:00:00Z'));
    await promises.change('a', async (record) => [entry({ ...record!, status: 'kept' })]);
    expect(await promises.nextRingAt()).toBeNull();
    expect(await promises.needing('2027-01-01T00:00:00Z', 10)).toEqual([]);
    expect(ids(await promises.list('closed', null, 10))).toEqual(['a']);
  });

  it('lets changes follow one another, so that none is lost', async () => {
    await promises.add(entry(sample('a', { text: '' })));
    await Promise.all(['1', '2', '3', '4'].map((n) => promises.change('a', async (record) => [entry({ ...record!, text: record!.text + n })])));
    expect([...(await promises.get('a'))!.text].sort().join('')).toBe('1234');
  });

  it('writes nothing where a change is refused', async () => {
    await promises.add(entry(sample('a')));
    await expect(promises.change('a', async () => Promise.reject(new RangeError('no')))).rejects.toBeInstanceOf(RangeError);
    await promises.change('a', async () => []);
    expect((await promises.get('a'))?.text).toBe('text of a');
  });

  it('reckons the times of what is open anew', async () => {
    await promises.add(entry(sample('a'), '2026-12-04T14:50:00Z'));
    await promises.add(entry(sample('b', { status: 'tentative' })));
    await promises.add(entry(sample('c', { status: 'kept' })));
    await promises.retime(() => ({ ringAt: '2026-12-02T07:00:00Z', needsAt: null }));
    expect(ids(await promises.ripe('2026-12-02T07:00:00Z', 10)).sort()).toEqual(['a', 'b']);
  });
});

describe('a damaged row', () => {
  it('is set aside as it was, told once, and the rest is answered', async () => {
    await promises.add(entry(sample('good', { due: due('02') })));
    await promises.add(entry(sample('bad', { due: due('03') })));
    await store.use((db) => db.promises.update('bad', { record: { id: 'bad', text: 17 } }));
    expect((await promises.count({}, 9)).open).toBe(2);
    expect(ids(await promises.list('open', null, 10))).toEqual(['good']);
    expect(damaged).toEqual(['bad']);
    expect(ids(await promises.list('open', null, 10))).toEqual(['good']);
    expect(damaged).toEqual(['bad']);
    expect((await promises.count({}, 9)).open).toBe(1);
    const [row] = await quarantined(store);
    expect(row).toMatchObject({ table: 'promises', id: 'bad', at: NOW, why: 'text: is no text', row: { record: { text: 17 } } });
  });

  it('is not written over by a promise of the same id', async () => {
    await damage('a', 'rubbish');
    const { added } = await promises.add(entry(sample('a')));
    expect(added).toBe(true);
    expect((await quarantined(store)).map(({ id }) => id)).toEqual(['a']);
  });

  it('stands in no reminder’s way', async () => {
    await damage('bad', null, { ringAt: 0, needsAt: 0 });
    await promises.add(entry(sample('a'), '2026-12-03T09:00:00Z'));
    expect(ids(await promises.ripe('2026-12-03T09:00:00Z', 10))).toEqual(['a']);
    expect(await promises.nextRingAt()).toBe('2026-12-03T09:00:00Z');
  });
});
