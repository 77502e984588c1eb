import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Promises, Store } from '../../utils/store';
import type { Entry, Kept, Stretch } from '../../utils/store';

let store: Store;
let promises: Promises<Kept>;
let name = 0;

beforeEach(() => {
  store = new Store(`search-${(name += 1)}`);
  promises = new Promises<Kept>(store, () => null, () => '2026-12-01T10:00:00Z');
});

const at = (hour: number): string => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ hours: hour }).toString();
const entry = (record: Kept): Entry<Kept> => ({ record, times: { ringAt: null, needsAt: null }, counts: [] });
function record(id: string, over: Partial<Kept> = {}): Kept {
  return { id, status: 'open', text: 'I call you back', updatedAt: at(0), due: { start: at(1), end: at(1) }, conversation: null, customer: null, ...over };
}
const keep = async (records: readonly Kept[]): Promise<void> => {
  for (const each of records) await promises.add(entry(each));
};
/** Every page of a search, as ids. */
async function found(stretch: Stretch, text = '', limit = 3, only?: (row: unknown) => boolean): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof promises.search>> = await promises.search({ stretch, text, after, limit, ...(only ? { only } : {}) });
    expect(page.records.length).toBeLessThanOrEqual(limit);
    ids.push(...page.records.map(({ id }) => id));
    after = page.more;
  } while (after !== null);
  return ids;
}

describe('words', () => {
  beforeEach(() => keep([
    record('nowak', { customer: { name: 'Anna Nowak', address: 'a.nowak@example.com' }, text: 'Oddzwonię w sprawie faktury 4411' }),
    record('lodz', { conversation: { host: 'h', id: '1', title: 'Zwrot — ŁÓDŹ' }, text: 'Zwrócę środki' }),
    record('sao', { customer: { name: 'João da São', address: null }, text: 'Ligo-lhe amanhã' }),
  ]));

  it.each([
    ['', ['lodz', 'nowak', 'sao']],
    ['anna', ['nowak']],
    ['NOWAK faktur', ['nowak']],
    ['4411', ['nowak']],
    ['a.nowak@example.com', ['nowak']],
    ['lodz', ['lodz']],
    ['łódź zwro', ['lodz']],
    ['sao joao', ['sao']],
    ['amanha', ['sao']],
    ['nna', []],
    ['anna joao', []],
    ['“—”', ['lodz', 'nowak', 'sao']],
  ])('“%s” finds %j', async (text, ids) => {
    expect(await found({ of: 'due', state: 'open' }, text)).toEqual(ids);
  });

  it('are those of the promise as it stands', async () => {
    await promises.change('nowak', async (kept) => [entry({ ...kept!, text: 'Wyślę umowę' })]);
    expect(await found({ of: 'due', state: 'open' }, 'faktury')).toEqual([]);
    expect(await found({ of: 'due', state: 'open' }, 'umowe')).toEqual(['nowak']);
  });

  it('that everybody has are looked for along the order', async () => {
    const many = Array.from({ length: 1_200 }, (_, n) => record(`m${String(n).padStart(4, '0')}`, { due: { start: at(n + 2), end: at(n + 2) } }));
    await promises.merge(many, entry, true);
    await promises.add(entry(record('odd', { text: 'I call and send', due: { start: at(9_000), end: at(9_000) } })));
    const first = await promises.search({ stretch: { of: 'due', state: 'open' }, text: 'call', after: null, limit: 2 });
    expect(first.records.map(({ id }) => id)).toEqual(['m0000', 'm0001']);
    expect(await found({ of: 'due', state: 'open' }, 'call send', 50)).toEqual(['odd']);
    expect(await found({ of: 'due', state: 'open' }, 'call', 500)).toHaveLength(1_201);
  });
});

describe('a search by pages', () => {
  const status = fc.constantFrom('open', 'tentative', 'kept', 'broken', 'dropped');
  const records = fc.uniqueArray(
    // Few hours, so that many fall at one instant: there a page must go on in the middle of it.
    fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), status, due: fc.option(fc.integer({ min: 0, max: 3 })), changed: fc.integer({ min: 0, max: 3 }), word: fc.constantFrom('alpha', 'beta', 'alphabet') }),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const bound = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
  const stretch: fc.Arbitrary<Stretch> = fc.tuple(fc.constantFrom<Stretch>(
    { of: 'live' }, { of: 'due', state: 'open' }, { of: 'changed' }, { of: 'changed', state: 'closed' }, { of: 'changed', state: 'tentative' }, { of: 'changed', status: 'kept' },
  ), bound, bound).map(([of, from, to]) => ({ ...of, ...(from === undefined ? {} : { from: at(from) }), ...(to === undefined ? {} : { to: at(to) }) }));

  /** The same by looking at everything. */
  function naive(all: readonly Kept[], of: Stretch, text: string): string[] {
    const time = (row: Kept): string | null => (of.of === 'changed' ? row.updatedAt : (row.due?.end ?? null));
    const closed = (row: Kept): boolean => row.status !== 'open' && row.status !== 'tentative';
    const holds = (row: Kept): boolean => {
      if (of.of === 'live' && (closed(row) || row.due === null)) return false;
      if (of.of === 'due' && row.status !== of.state) return false;
      if (of.of === 'changed' && of.state !== undefined && (of.state === 'closed' ? !closed(row) : row.status !== of.state)) return false;
      if (of.of === 'changed' && of.status !== undefined && row.status !== of.status) return false;
      const moment = time(row);
      if (of.to !== undefined && (moment === null || moment >= of.to)) return false;
      if (of.from !== undefined && moment !== null && moment < of.from) return false;
      return text === '' || row.text.split(' ').some((word) => word.startsWith(text));
    };
    const order = (row: Kept): string => `${time(row) ?? 'z'}`;
    const sorted = all.filter(holds).sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.id < b.id ? -1 : 1));
    return (of.of === 'changed' ? sorted.reverse() : sorted).map(({ id }) => id);
  }

  it('gives each row once, in order, whatever the page', async () => {
    await fc.assert(fc.asyncProperty(records, stretch, fc.constantFrom('', 'alpha', 'alphabe', 'gamma'), fc.integer({ min: 1, max: 7 }), async (rows, of, text, limit) => {
      promises = new Promises<Kept>(new Store(`search-${(name += 1)}`), () => null, () => at(0));
      const all = rows.map(({ id, status: is, due, changed, word }) =>
        record(id, { status: is, text: `some ${word}`, due: due === null ? null : { start: at(due), end: at(due) }, updatedAt: at(changed) }));
      await promises.merge(all, entry, true);
      const ids = await found(of, text, limit);
      expect(ids).toEqual(naive(all, of, text));
      const { n } = await promises.count({ n: of }, 5);
      expect(n).toBe(Math.min(5, naive(all, of, '').length));
    }), { numRuns: 300 });
  });

  it('looks at each row where it is asked to', async () => {
    await keep([record('a'), record('b'), record('c')]);
    expect(await found({ of: 'due', state: 'open' }, '', 1, (row) => (row as Kept).id !== 'b')).toEqual(['a', 'c']);
  });

  it('refuses a place it never gave', async () => {
    await expect(promises.search({ stretch: { of: 'live' }, text: '', after: 'somewhere', limit: 5 })).rejects.toThrow('after: "somewhere" is no place in the ledger');
  });
});
