/**
 * What a ledger of 100,000 promises costs in a real Chromium, as the extension's pages ask for it: the next promise and what is due, one
 * customer's promises, the board of today with its figures. Against the same rows read bare from the same indexes, with the way of a
 * message that asks for nothing added. Wall time in turns, medians. And what a write costs that is acknowledged when it is kept twice.
 */
import type { Page } from 'puppeteer-core';
import { launch } from '../browsers';
import { ensureBrowsers } from '../environment';
import { writes } from './writes';

const PROMISES = 100_000;
const FILE = 5_000;
/** Twenty promises a customer; a fifth of all is still open, and two hundred of those are late. */
const CUSTOMERS = 5_000;
const OPEN = 20_000;
const LATE = 200;
const TODAY = 100;
const ROUNDS = 60;
/** Promises restored at once to measure what a copy of them costs. */
const RESTORED = 2_000;

/** Figures: each question in ms, and all three against bare reading; a write through the background in ms, and the store's own writes against a store without the copy. */
export async function ledgerFigures(): Promise<Record<string, number>> {
  const { chromium } = ensureBrowsers(['chromium']);
  const session = await launch({ browser: 'chromium', executable: chromium ?? '', headless: true });
  try {
    const page = await session.open('options.html');
    const now = Temporal.Now.instant();
    for (let at = 0; at < PROMISES; at += FILE) await restore(page, Array.from({ length: FILE }, (_, n) => promise(at + n, now)));
    // The loader that runs this script wraps inner functions in a helper of its own, which the page does not have.
    await page.evaluate('globalThis.__name = (wrapped) => wrapped');
    const ms = await page.evaluate(measured, { rounds: ROUNDS, now: now.epochMilliseconds, tomorrow: startOfTomorrow(), customer: addressOf(7) });
    const { alone, copied } = await writes(page, ROUNDS, RESTORED);
    return {
      write_copied_ms: ms.add, write_copied_vs_alone: (copied.add + copied.change) / (alone.add + alone.change), restore_copied_vs_alone: copied.restore / alone.restore,
      due_100k_vs_raw: (ms.next + ms.customer + ms.today) / (ms.rawNext + ms.rawCustomer + ms.rawToday + 3 * ms.nothing),
      due_100k_next_ms: ms.next, due_100k_customer_ms: ms.customer, due_100k_today_ms: ms.today, due_100k_today_anew_ms: ms.todayAnew,
    };
  } finally {
    await session.close();
  }
}

const addressOf = (n: number): string => `customer${n % CUSTOMERS}@example.com`;

function startOfTomorrow(): number {
  return Temporal.Now.zonedDateTimeISO().add({ days: 1 }).startOfDay().epochMilliseconds;
}

function promise(n: number, now: Temporal.Instant): object {
  const open = n < OPEN;
  const due = n < LATE ? now.subtract({ hours: 24 + n }) : n < LATE + TODAY ? now.add({ seconds: n }) : now.add({ hours: 48 + (n % 20_000) });
  const end = (open ? due : now.subtract({ hours: 24 + (n % 20_000) })).toString();
  const given = now.subtract({ hours: 24 * 900 }).toString();
  // What rang in full rings no more: the bench is not to wait for notifications.
  const rang = n < LATE ? ['before', 'due', 'overdue', 'again-1', 'again-2', 'again-3', 'again-4', 'again-5'] : [];
  return {
    id: `promise-${n}`, createdAt: given, updatedAt: end > given ? given : end, status: open ? 'open' : n % 10 === 0 ? 'broken' : 'kept', kind: n % 3 === 0 ? 'send' : 'callback',
    text: `I will call you back about order ${n} as soon as the workshop has answered.`, lang: 'en', conditional: false, due: { start: end, end, precision: 'minute' }, alternatives: [],
    zone: 'UTC', conversation: { host: 'sample', id: String(n), url: `https://example.com/${n}`, title: `Order ${n}` }, customer: { name: `Customer ${n % CUSTOMERS}`, address: addressOf(n) },
    rang, snoozedUntil: null, previous: null, history: [{ at: given, what: 'confirmed' }, ...(open ? [] : [{ at: given, what: n % 10 === 0 ? 'broken' : 'kept' }])],
  };
}

async function restore(page: Page, promises: readonly object[]): Promise<void> {
  const text = JSON.stringify({ format: 'keepword-promises', version: 1, writtenAt: Temporal.Now.instant().toString(), promises });
  const reply = await page.evaluate((file) => {
    const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
    return (browser ?? chrome)?.runtime.sendMessage({ to: 'background', ask: 'promise.restore', with: { text: file, apply: true } });
  }, text) as { ok: boolean; error?: string; answer?: { add: number } };
  if (reply.answer?.add !== promises.length) throw new Error(`the ledger took ${reply.answer?.add ?? 0} of ${promises.length} promises: ${reply.error ?? ''}`);
}

interface Given { readonly rounds: number; readonly now: number; readonly tomorrow: number; readonly customer: string }
type Asked = 'next' | 'customer' | 'today' | 'rawNext' | 'rawCustomer' | 'rawToday' | 'nothing';
type Measured = Record<Asked | 'add' | 'todayAnew', number>;

/** Runs in a page of the extension, which shares the background's database. */
async function measured({ rounds, now, tomorrow, customer }: Given): Promise<Measured> {
  const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
  const ask = (name: string, what: object): Promise<unknown> => (browser ?? chrome)?.runtime.sendMessage({ to: 'background', ask: name, with: what }) as Promise<unknown>;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('keepword');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error as Error);
  });
  const bare = (index: string, range: IDBKeyRange, count?: number): Promise<unknown[]> => new Promise((resolve, reject) => {
    const reading = db.transaction('promises').objectStore('promises').index(index).getAll(range, count);
    reading.onsuccess = () => resolve(reading.result as unknown[]);
    reading.onerror = () => reject(reading.error as Error);
  });
  let added = 0;
  const add = (): Promise<unknown> => ask('promise.add', { promise: { id: `added-${(added += 1)}`, status: 'open', kind: 'send', text: 'I will send it.', lang: 'en', conditional: false, due: null, alternatives: [], zone: 'UTC', conversation: null, customer: null } });
  const questions: Record<Asked, () => Promise<unknown>> = {
    nothing: () => ask('nothing', {}),
    next: () => ask('promise.list', { which: 'due', limit: 50 }),
    customer: () => ask('promise.list', { which: 'open', customer }),
    today: () => ask('promise.search', { which: 'today', text: '', limit: 50 }),
    rawNext: async () => [await bare('[state+dueAt+id]', IDBKeyRange.bound(['open', now], ['open', Infinity]), 1), await bare('needsAt', IDBKeyRange.upperBound(now), 50), await bare('needsAt', IDBKeyRange.upperBound(tomorrow), 100)],
    rawCustomer: () => bare('[customer+dueAt]', IDBKeyRange.bound([customer, -Infinity], [customer, []])),
    rawToday: () => bare('[liveAt+id]', IDBKeyRange.bound([now], [tomorrow]), 50),
  };
  const spent = Object.fromEntries([...Object.keys(questions), 'add', 'todayAnew'].map((name) => [name, [] as number[]])) as Record<keyof Measured, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(questions) as Asked[]) {
      const before = performance.now();
      await questions[name]();
      spent[name].push(performance.now() - before);
    }
  }
  // Apart from the others: after a write everything is counted anew.
  for (let round = 0; round < rounds / 2; round += 1) {
    for (const [name, question] of [['add', add], ['todayAnew', questions.today]] as const) {
      const before = performance.now();
      await question();
      spent[name].push(performance.now() - before);
    }
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  return Object.fromEntries(Object.entries(spent).map(([name, values]) => [name, median(values)])) as Measured;
}
