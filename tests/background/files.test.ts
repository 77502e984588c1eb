// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../utils/messages/send';
import type { PromiseRecord } from '../../utils/messages/protocol';
import { quarantined, Store } from '../../utils/store';
import { eventually, add, CALL, fresh, freshDatabase, restart, setNow } from './kit';
import type { Browser } from './kit';

let database: string;
let browser: Browser;
const NOW = '2026-12-01T10:00:00Z';

beforeEach(async () => { ({ database, browser } = await fresh(NOW)); });
afterEach(() => {
  vi.useRealTimers();
});

const all = async (): Promise<readonly PromiseRecord[]> => (await send('promise.search', { text: '', which: 'all', limit: 500 })).promises;
const byId = async () => new Map((await all()).map((record) => [record.id, record]));
const json = async (): Promise<string> => (await send('promise.export', { format: 'json' })).text;
const restore = (text: string, apply: boolean) => send('promise.restore', { text, apply });
/** Another computer with nothing in it. */
async function elsewhere(): Promise<void> {
  database = freshDatabase();
  browser = await restart(database);
}
const moved = { start: '2026-12-09T10:00:00Z', end: '2026-12-09T10:00:00Z', precision: 'minute' } as const;

describe('an export', () => {
  it.each([['json', 'application/json', '{"format"'], ['csv', 'text/csv;charset=utf-8', '\uFEFFid,'], ['ics', 'text/calendar;charset=utf-8', 'BEGIN:VCALENDAR']] as const)(
    'as %s is named by its day', async (format, mime, start) => {
      await add();
      const file = await send('promise.export', { format });
      expect(file).toMatchObject({ name: `keepword-2026-12-01.${format}`, mime });
      expect(file.text.startsWith(start)).toBe(true);
    });

  it('warns in the calendar when the reminder would', async () => {
    await add();
    expect((await send('promise.export', { format: 'ics' })).text).toContain('TRIGGER:-PT10M');
    await send('settings.set', { change: { reminders: { lead: { callback: 25 }, quiet: null } } });
    expect((await send('promise.export', { format: 'ics' })).text).toContain('TRIGGER:-PT25M');
  });
});

describe('a restore', () => {
  it('brings everything back, chain and history, and says before what it will do', async () => {
    await add();
    await send('promise.change', { id: 'call', change: { do: 'move', due: moved } });
    await add({ id: 'kept' });
    await send('promise.change', { id: 'kept', change: { do: 'keep' } });
    const before = await byId();
    const file = await json();
    await elsewhere();
    expect(await restore(file, false)).toEqual({ add: 3, update: 0, same: 0, bad: [], applied: false });
    expect(await all()).toEqual([]);
    expect(await restore(file, true)).toEqual({ add: 3, update: 0, same: 0, bad: [], applied: true });
    expect(await byId()).toEqual(before);
    expect(await restore(file, true)).toEqual({ add: 0, update: 0, same: 3, bad: [], applied: true });
    expect((await send('figures.get', { weeks: 1 })).rows).toEqual([{ week: '2026-11-30', kind: 'callback', kept: 1, moved: 1, broken: 0 }]);
    expect((await send('promise.chain', { id: 'call' })).promises.map(({ id }) => id)).toEqual(['call', 'call#2']);
  });

  it('takes what is newer in the file, and leaves what is newer here', async () => {
    await add({ id: 'a' });
    await add({ id: 'b' });
    setNow('2026-12-01T11:00:00Z');
    await send('promise.change', { id: 'a', change: { do: 'keep' } });
    const file = await json();
    await elsewhere();
    setNow(NOW);
    await add({ id: 'a' });
    await add({ id: 'b' });
    setNow('2026-12-01T12:00:00Z');
    await send('promise.change', { id: 'b', change: { do: 'drop' } });
    expect(await restore(file, true)).toMatchObject({ add: 0, update: 1, same: 1 });
    expect([...(await byId()).values()].map(({ id, status }) => `${id} ${status}`).sort()).toEqual(['a kept', 'b dropped']);
  });

  it('leaves out what it cannot read, and tells where that stands', async () => {
    await add();
    const file = JSON.parse(await json()) as { promises: unknown[] };
    file.promises.push({ ...CALL, id: 'bad' });
    await elsewhere();
    const done = await restore(JSON.stringify(file), true);
    expect(done).toMatchObject({ add: 1, applied: true });
    expect(done.bad.map(({ where }) => where)).toEqual(['promises[1].createdAt', 'promises[1].updatedAt', 'promises[1].rang']);
    expect(await restore('nothing', true)).toMatchObject({ add: 0, bad: [{ where: 'file' }] });
  });

  it('writes over no damaged row: that is set aside first', async () => {
    await add();
    const file = await json();
    await new Store(database).use((db) => db.promises.update('call', { record: 'rubbish' } as never));
    expect(await restore(file, true)).toMatchObject({ add: 1 });
    expect((await byId()).get('call')?.text).toBe(CALL.text);
    expect((await quarantined(new Store(database))).map(({ id }) => id)).toEqual(['call']);
  });

  it('that fails midway leaves everything as it was', async () => {
    await add({ id: 'here' });
    const before = await json();
    const file = JSON.parse(before) as { promises: PromiseRecord[] };
    const many = Array.from({ length: 2_400 }, (_, n) => ({ ...file.promises[0]!, id: `m${n}` }));
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
      writes += 1;
      if (writes === 2_200) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, row);
    };
    try {
      await expect(restore(JSON.stringify({ ...file, promises: many }), true)).rejects.toThrow('promise.restore: The disk has no room left for the ledger');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await json()).toBe(before);
    expect((await restore(JSON.stringify({ ...file, promises: many }), true)).add).toBe(2_400);
  });

  it('rings what is owed, in one notification where it is much', async () => {
    for (let n = 0; n < 8; n += 1) await add({ id: `p${n}` });
    const file = await json();
    await elsewhere();
    setNow('2026-12-05T10:00:00Z');
    await restore(file, true);
    await eventually(() => { expect(browser.notices()).toEqual(['promises:digest']); });
  });

  it('leads to our own pages of this browser', async () => {
    await add({ conversation: { ...CALL.conversation!, url: 'https://example.com/17' } });
    const file = (await json()).replace('https://example.com/17', 'moz-extension://0d3c1f7e-0000-4d38-9a52-6b0f6b1f2a10/practice.html#/x');
    await elsewhere();
    expect(await restore(file, true)).toMatchObject({ add: 1, bad: [] });
    expect((await all())[0]?.conversation?.url).toMatch(/^chrome-extension:\/\/[^/]+\/practice\.html#\/x$/);
  });

  it('merges two computers to one state, whichever goes first', async () => {
    const edit = fc.record({ id: fc.constantFrom('a', 'b', 'c'), minute: fc.integer({ min: 1, max: 500 }), what: fc.constantFrom('keep' as const, 'drop' as const, 'break' as const) });
    await fc.assert(fc.asyncProperty(fc.uniqueArray(edit, { selector: ({ minute }) => minute, maxLength: 6 }), fc.uniqueArray(edit, { selector: ({ minute }) => minute, maxLength: 6 }), async (left, right) => {
      const files: string[] = [];
      // Even minutes here, odd ones there: no two changes at one instant.
      for (const [side, edits] of [left, right].entries()) {
        setNow(NOW);
        await elsewhere();
        for (const id of ['a', 'b', 'c']) await add({ id });
        for (const { id, minute, what } of [...edits].sort((a, b) => a.minute - b.minute)) {
          setNow(Temporal.Instant.from(NOW).add({ minutes: 2 * minute + side }).toString());
          await send('promise.change', { id, change: { do: what } }).catch(() => undefined);
        }
        files.push(await json());
      }
      const ends: unknown[] = [];
      for (const order of [files, [...files].reverse(), [...files, ...files]]) {
        await elsewhere();
        for (const file of order) await restore(file, true);
        ends.push([[...(await byId()).entries()].sort(([a], [b]) => (a < b ? -1 : 1)), (await send('figures.get', { weeks: 4 })).rows]);
      }
      expect(ends[1]).toEqual(ends[0]);
      expect(ends[2]).toEqual(ends[0]);
    }), { numRuns: 25 });
  });
});
