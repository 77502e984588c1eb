/** Counts are remembered while nothing is written: whatever happens they are those of a ledger that remembers nothing. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Promises, Store } from '../../utils/store';
import type { Entry, Kept, Stretch } from '../../utils/store';

const at = (minute: number): string => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ minutes: minute }).toString();
const entry = (id: string, due: number | null, status = 'open'): Entry<Kept> => ({
  record: { id, status, text: 't', updatedAt: at(0), due: due === null ? null : { start: at(due), end: at(due) }, conversation: null, customer: null }, times: { ringAt: null, needsAt: null }, counts: [],
});
const stretches = (now: number, tomorrow: number): Record<string, Stretch> => ({
  overdue: { of: 'live', to: at(now) }, today: { of: 'live', from: at(now), to: at(tomorrow) }, later: { of: 'live', from: at(tomorrow) }, open: { of: 'due', state: 'open' },
});
const SEARCH = { stretch: { of: 'live' }, text: '', after: null, limit: 3 } as const;
const ledger = (store: Store): Promises<Kept> => new Promises<Kept>(store, () => null, () => at(0));
let names = 0;
const fresh = (): string => `counts-${(names += 1)}`;

/** How often a range of rows is read, and how many keys that gave. */
async function keysRead(work: () => Promise<unknown>): Promise<number> {
  const { getAllKeys } = IDBIndex.prototype;
  let keys = 0;
  IDBIndex.prototype.getAllKeys = function (...asked: Parameters<typeof getAllKeys>) {
    const request = getAllKeys.apply(this, asked);
    request.addEventListener('success', () => { keys += request.result.length; });
    return request;
  };
  try {
    await work();
  } finally {
    IDBIndex.prototype.getAllKeys = getAllKeys;
  }
  return keys;
}

describe('remembered counts', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), on: fc.integer({ min: -3, max: 12 }), day: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('write' as const, 'race' as const), which: fc.nat(7), due: fc.option(fc.nat(40)), status: fc.constantFrom('open', 'kept', 'tentative') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  );

  it('are what counting anew gives', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.integer({ min: 1, max: 9 }), async (steps, most) => {
      const store = new Store(fresh());
      const promises = ledger(store);
      let [now, tomorrow] = [10, 30];
      for (let n = 0; n < 6; n += 1) await promises.add(entry(`p${n}`, n * 6));
      for (const one of steps) {
        if (one.do === 'reopen') store.close();
        else if (one.do === 'look') {
          now += one.on;
          if (one.day) tomorrow += one.on;
        } else {
          const moments = [await ledger(store).count(stretches(now, tomorrow), most)];
          // Remembered at this moment, and not to be taken for the next.
          await promises.count(stretches(now, tomorrow), most);
          const write = (): Promise<void> => promises.change(`p${one.which}`, async () => [entry(`p${one.which}`, one.due, one.status)]);
          if (one.do === 'write') await write();
          else {
            // What is counted while a write is on its way is of one moment, before it or after it.
            now += 1;
            moments.push(await ledger(store).count(stretches(now, tomorrow), most));
            const count = () => promises.count(stretches(now, tomorrow), most);
            const [during] = one.which % 2 === 0 ? await Promise.all([count(), write()]) : (await Promise.all([write(), count()])).reverse();
            moments.push(await ledger(store).count(stretches(now, tomorrow), most));
            expect(moments, `${JSON.stringify(one)} of ${JSON.stringify(steps)}`).toContainEqual(during);
          }
        }
        const [known, anew] = [await promises.board(SEARCH, stretches(now, tomorrow), most), await ledger(store).board(SEARCH, stretches(now, tomorrow), most)];
        expect(known, `${JSON.stringify(one)} of ${JSON.stringify(steps)}`).toEqual(anew);
      }
      store.close();
    }), { numRuns: 50 });
  });

  it('read no more than time moved', async () => {
    const store = new Store(fresh());
    const promises = ledger(store);
    for (let n = 0; n < 12; n += 1) await promises.add(entry(`p${n}`, n));
    expect(await keysRead(() => promises.count({ overdue: { of: 'live', to: at(6) }, today: { of: 'live', from: at(6), to: at(30) } }, 99))).toBe(12);
    let counts = {};
    expect(await keysRead(async () => { counts = await promises.count({ overdue: { of: 'live', to: at(7) }, today: { of: 'live', from: at(7), to: at(30) } }, 99); })).toBe(2);
    expect(counts).toMatchObject({ overdue: 7, today: 5 });
    await promises.change('p0', async () => [entry('p0', 0, 'kept')]);
    expect(await promises.count({ overdue: { of: 'live', to: at(7) } }, 99)).toMatchObject({ overdue: 6, open: 11, closed: 1 });
  });
});
