/**
 * What the second copy costs: the same writes into a store that has one and into one that has none, in turns. Bundled and run in a page of
 * the extension, where databases and the small store are those of the background.
 */
import { localArea } from '../../utils/browser';
import { Promises, Store } from '../../utils/store';
import type { Entry, Kept } from '../../utils/store';
import { median } from './measure';

interface Asked { readonly rounds: number; readonly file: number; readonly name: string }
/** Milliseconds, medians: one promise added, one changed, a file of promises restored. */
export interface Written { readonly add: number; readonly change: number; readonly restore: number }

async function writing({ rounds, file, name }: Asked): Promise<{ readonly alone: Written; readonly copied: Written }> {
  const area = localArea(`${name}:`);
  const ledgers = {
    alone: new Promises<Kept>(new Store(`${name} alone`), () => null, () => AT),
    copied: new Promises<Kept>(new Store(name, { copy: { area, now: () => AT } }), () => null, () => AT),
  };
  const spent = { alone: { add: [] as number[], change: [] as number[], restore: [] as number[] }, copied: { add: [] as number[], change: [] as number[], restore: [] as number[] } };
  const timed = async (which: keyof typeof spent, what: keyof Written, work: () => Promise<unknown>): Promise<void> => {
    const before = performance.now();
    await work();
    spent[which][what].push(performance.now() - before);
  };
  for (let round = -5; round < rounds; round += 1) {
    for (const which of ['alone', 'copied'] as const) {
      const promises = ledgers[which];
      await timed(which, 'add', () => promises.add(entry(`one-${round}`, 'first')));
      await timed(which, 'change', () => promises.change(`one-${round}`, async () => [entry(`one-${round}`, 'second')]));
      // The first ones open the databases.
      if (round < 0) for (const what of ['add', 'change'] as const) spent[which][what].length = 0;
    }
  }
  const records = Array.from({ length: file }, (_, n) => entry(`many-${n}`, 'first').record);
  for (const which of ['alone', 'copied'] as const) await timed(which, 'restore', () => ledgers[which].merge(records, (record) => entry(record.id, 'first'), true));
  const medians = (of: Record<keyof Written, number[]>): Written => ({ add: median(of.add), change: median(of.change), restore: median(of.restore) });
  return { alone: medians(spent.alone), copied: medians(spent.copied) };
}

const AT = '2026-12-01T10:00:00Z';

function entry(id: string, what: string): Entry<Kept> {
  const record = {
    id, createdAt: AT, updatedAt: AT, status: 'open', kind: 'callback', text: `I will call you back about the ${what} order as soon as the workshop has answered.`, lang: 'en', conditional: false,
    due: { start: AT, end: AT, precision: 'minute' }, alternatives: [], zone: 'UTC', conversation: { host: 'sample', id, url: `https://example.com/${id}`, title: `Order ${id}` },
    customer: { name: `Customer ${id}`, address: `${id}@example.com` }, rang: [], snoozedUntil: null, previous: null, history: [{ at: AT, what: 'confirmed' }],
  };
  return { record, times: { ringAt: AT, needsAt: AT }, counts: [{ day: '2026-12-01', name: 'promised callback' }] };
}

Object.assign(globalThis, { writing });
