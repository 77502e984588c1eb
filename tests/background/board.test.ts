// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countsOf } from '../../entrypoints/background/ledger';
import type { PromiseSearch, Requests } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import { figures, Store } from '../../utils/store';
import { add, fresh, setNow, settled } from './kit';
import type { Browser } from './kit';

let database: string;
let browser: Browser;
/** Wednesday, 10:00; the tests' zone is UTC. */
const NOW = '2026-12-02T10:00:00Z';

beforeEach(async () => { ({ database, browser } = await fresh(NOW)); });
afterEach(() => {
  vi.useRealTimers();
});

const at = (instant: string) => ({ start: instant, end: instant, precision: 'minute' as const });
const search = (over: Partial<PromiseSearch> = {}) => send('promise.search', { text: '', which: 'all', ...over });
const ids = async (over: Partial<PromiseSearch>): Promise<string[]> => (await search(over)).promises.map(({ id }) => id);

describe('the board', () => {
  beforeEach(async () => {
    await add({ id: 'late', due: at('2026-12-02T09:59:59Z') });
    await add({ id: 'now', due: at(NOW) });
    await add({ id: 'unsure', status: 'tentative', due: at('2026-12-02T23:59:00Z') });
    await add({ id: 'sunday', due: at('2026-12-06T23:59:59Z') });
    await add({ id: 'monday', due: at('2026-12-07T00:00:00Z') });
    await add({ id: 'undated', due: null });
    setNow('2026-12-02T10:00:00.001Z');
    for (const [id, change] of [['done', 'keep'], ['failed', 'break']] as const) {
      await add({ id });
      await send('promise.change', { id, change: { do: change } });
    }
    setNow(NOW);
  });

  it.each<[PromiseSearch['which'], string[]]>([
    ['overdue', ['late']],
    ['today', ['now', 'unsure']],
    ['week', ['sunday']],
    ['open', ['late', 'now', 'sunday', 'monday', 'undated']],
    ['tentative', ['unsure']],
    ['kept', ['done']],
    ['broken', ['failed']],
    ['closed', ['failed', 'done']],
    ['all', ['failed', 'done', 'unsure', 'undated', 'sunday', 'now', 'monday', 'late']],
  ])('shows %s', async (which, expected) => {
    expect(await ids({ which })).toEqual(expected);
  });

  it('counts the whole ledger, whatever is looked for', async () => {
    expect((await search({ which: 'kept', text: 'nothing of it' })).counts).toEqual({ overdue: 1, today: 2, week: 1, open: 5, tentative: 1 });
  });

  it('looks between two instants: the end of what is open, the last change of what is over', async () => {
    expect(await ids({ which: 'open', from: '2026-12-02T10:00:00Z', to: '2026-12-07T00:00:00Z' })).toEqual(['now', 'sunday']);
    expect(await ids({ which: 'closed', from: '2026-12-03T00:00:00Z' })).toEqual([]);
    expect(await ids({ which: 'all', from: '2026-12-02T10:00:00.001Z', to: '2026-12-06T00:00:00Z' })).toEqual(['failed', 'done', 'unsure']);
    expect(await ids({ which: 'tentative', to: '2026-12-02T12:00:00Z' })).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    const first = await search({ which: 'all', limit: 3 });
    expect(await ids({ which: 'all', limit: 9, after: first.more! })).toEqual(['undated', 'sunday', 'now', 'monday', 'late']);
    await expect(search({ after: 'nowhere' })).rejects.toThrow('promise.search: after: "nowhere" is no place in the ledger');
  });

  it.each<[keyof Requests, object]>([
    ['promise.search', { text: '', which: 'all' }], ['promise.chain', { id: 'now' }], ['promise.change-many', { ids: ['now'], change: { do: 'keep' } }],
    ['promise.export', { format: 'json' }], ['promise.restore', { text: '{}', apply: true }], ['figures.get', { weeks: 1 }],
  ])('is none of a host’s page: %s', async (name, ask) => {
    const reply = await new Promise((resolve) => {
      void fakeBrowser.runtime.onMessage.trigger({ to: 'background', ask: name, with: ask }, { tab: { id: 7 } as never, frameId: 0, url: 'https://example.com/17' }, resolve as never);
    });
    expect(reply).toEqual({ ok: false, error: `${name}: for the extension's own pages alone` });
    expect((await search({ which: 'open' })).promises.map(({ id }) => id)).toContain('now');
  });
});

describe('a change to many', () => {
  it('is made to those that bear it, and tells of the others', async () => {
    await add({ id: 'a' });
    await add({ id: 'b' });
    await send('promise.change', { id: 'b', change: { do: 'move', due: at('2026-12-09T10:00:00Z') } });
    const before = browser.pushed.length;
    const { changed, refused } = await send('promise.change-many', { ids: ['a', 'b', 'nobody', 'a'], change: { do: 'keep' } });
    expect(changed.map(({ id, status }) => `${id} ${status}`)).toEqual(['a kept']);
    expect(refused).toEqual([{ id: 'b', why: 'the promise was moved; b#2 took its place' }, { id: 'nobody', why: 'no promise nobody in the ledger' }]);
    expect(browser.pushed.slice(before).map(({ push }) => push)).toEqual(['ledger.changed', 'promise.answered']);
  });

  it('edits in place, and the search follows', async () => {
    await add();
    await send('promise.change', { id: 'call', change: { do: 'edit', text: 'I send the contract', kind: 'send', customer: { name: 'Anna Nowak', address: null } } });
    expect(await ids({ text: 'nowak contract' })).toEqual(['call']);
    expect(await ids({ text: 'friday' })).toEqual([]);
  });
});

it('a chain is told from first to last, from wherever it is asked', async () => {
  await add();
  await send('promise.change', { id: 'call', change: { do: 'move', due: at('2026-12-09T10:00:00Z') } });
  await send('promise.change', { id: 'call#2', change: { do: 'move', due: at('2026-12-10T10:00:00Z') } });
  for (const id of ['call', 'call#2', 'call#3']) {
    expect((await send('promise.chain', { id })).promises.map((promise) => promise.id)).toEqual(['call', 'call#2', 'call#3']);
  }
  await expect(send('promise.chain', { id: 'nobody' })).rejects.toThrow('no promise nobody in the ledger');
});

describe('figures', () => {
  const lines = async (weeks: number) => (await send('figures.get', { weeks })).rows;

  it('tell what was kept, moved and broken by week and kind', async () => {
    for (const [id, kind] of [['a', 'callback'], ['b', 'send'], ['c', 'send'], ['d', 'send']] as const) await add({ id, kind });
    await send('promise.change', { id: 'a', change: { do: 'keep' } });
    await send('promise.change', { id: 'b', change: { do: 'move', due: at('2026-12-09T10:00:00Z') } });
    await send('promise.change', { id: 'd', change: { do: 'drop' } });
    setNow('2026-12-07T08:00:00Z');
    await send('promise.change', { id: 'c', change: { do: 'break' } });
    expect(await lines(2)).toEqual([
      { week: '2026-11-30', kind: 'callback', kept: 1, moved: 0, broken: 0 },
      { week: '2026-11-30', kind: 'send', kept: 0, moved: 1, broken: 0 },
      { week: '2026-12-07', kind: 'send', kept: 0, moved: 0, broken: 1 },
    ]);
    expect(await lines(1)).toEqual([{ week: '2026-12-07', kind: 'send', kept: 0, moved: 0, broken: 1 }]);
    await send('promise.change', { id: 'c', change: { do: 'reopen' } });
    expect(await lines(1)).toEqual([]);
  });

  it('are the sum of the ledger, whatever was done to it', async () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'b#2'), hours: fc.integer({ min: 0, max: 60 }),
      change: fc.constantFrom<Requests['promise.change']['ask']['change']>(
        { do: 'keep' }, { do: 'break' }, { do: 'drop' }, { do: 'reopen' }, { do: 'hand-over', to: 'x' }, { do: 'edit', kind: 'fix' }, { do: 'move', due: at('2027-12-09T10:00:00Z') }),
    });
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      ({ database, browser } = await fresh(NOW));
      for (const id of ['a', 'b', 'c']) await add({ id, zone: id === 'a' ? 'Pacific/Auckland' : 'Europe/Lisbon' });
      let now = Temporal.Instant.from(NOW);
      for (const { id, hours, change } of steps) {
        now = now.add({ hours });
        setNow(now.toString());
        await send('promise.change', { id, change }).catch(() => undefined);
      }
      const sum = new Map<string, number>();
      for (const record of (await search({ limit: 500 })).promises) {
        for (const { day, name } of countsOf(record)) sum.set(`${day} ${name}`, (sum.get(`${day} ${name}`) ?? 0) + 1);
      }
      const { counts } = await search();
      const standing = async (which: 'open' | 'tentative') => (await search({ which, limit: 500 })).promises.length;
      expect([counts.open, counts.tentative]).toEqual([await standing('open'), await standing('tentative')]);
      const kept = await figures(new Store(database), '2026-01-01', '2028-12-31');
      expect(Object.fromEntries(kept.map(({ day, name, count }) => [`${day} ${name}`, count]))).toEqual(Object.fromEntries(sum));
    }), { numRuns: 40 });
  });
});

describe('the load of a day', () => {
  it('counts what is due, and knows what is usual from ten working days on', async () => {
    await add({ id: 'due', due: at('2026-12-09T10:00:00Z') });
    await add({ id: 'unsure', status: 'tentative', due: at('2026-12-09T23:59:59Z') });
    await add({ id: 'later', due: at('2026-12-10T00:00:00Z') });
    await add({ id: 'last', due: at('2026-12-11T10:00:00Z') });
    const working = ['01', '02', '03', '04', '07', '08', '09', '10', '11', '14'];
    for (const [index, day] of ['05', ...working].entries()) {
      setNow(`2026-12-${day}T10:00:00Z`);
      for (let n = 0; n < (day === '05' ? 9 : (index % 3) + 1); n += 1) {
        await add({ id: `${day}-${n}` });
        await send('promise.change', { id: `${day}-${n}`, change: { do: 'keep' } });
      }
      await settled();
    }
    // The fourteenth itself is still running.
    expect((await send('promise.load', { day: '2026-12-09' })).usual).toBeNull();
    setNow('2026-12-15T10:00:00Z');
    const days = ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'];
    expect(await Promise.all(days.map((day) => send('promise.load', { day })))).toEqual([0, 2, 1, 1].map((open) => ({ open, usual: 2 })));
  });
});
