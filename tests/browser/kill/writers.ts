import type { Page } from 'puppeteer-core';
import { ask } from '../../../scripts/tour/reminder';

/** How far a promise was brought: nothing of it, added, edited once, edited twice, kept. */
const STEPS = 4;
const TEXTS = ['as it was said', 'edited once', 'edited twice'] as const;
const MOMENT = { start: '2031-03-03T10:00:00Z', end: '2031-03-03T10:00:00Z', precision: 'minute' };
/** Promises in one file: they come in one transaction, so all of them or none are there afterwards. */
const FILE = 100;

interface Written {
  readonly id: string;
  readonly status: string;
  readonly text: string;
}

/** What was asked of the ledger, and what it said was done. */
export class Asked {
  /** Steps begun and steps acknowledged, by id. */
  readonly promises = new Map<string, { begun: number; done: number }>();
  /** Files begun, and whether they were acknowledged, by the beginning of their ids. */
  readonly files = new Map<string, boolean>();

  /** Writes that were acknowledged, one a step and one a file. */
  get acknowledged(): number {
    return [...this.promises.values()].reduce((sum, { done }) => sum + done, 0) + [...this.files.values()].filter(Boolean).length;
  }

  /** What the ledger owes and does not have, one line each. */
  missing(there: readonly Written[]): string[] {
    const byId = new Map(there.map((record) => [record.id, record]));
    const single = [...this.promises].flatMap(([id, { begun, done }]) => {
      const step = stepOf(byId.get(id));
      return step >= done && step <= begun ? [] : [`${id}: acknowledged up to step ${done}, begun up to ${begun}, found at ${step}`];
    });
    const files = [...this.files].flatMap(([start, done]) => {
      const found = Array.from({ length: FILE }, (_, n) => `${start}${n}`).filter((id) => byId.has(id)).length;
      return found === FILE || (found === 0 && !done) ? [] : [`file ${start}: ${done ? 'acknowledged' : 'begun'}, ${found} of ${FILE} found`];
    });
    return [...single, ...files];
  }
}

function stepOf(record: Written | undefined): number {
  if (!record) return 0;
  return record.status === 'kept' ? STEPS : TEXTS.indexOf(record.text as (typeof TEXTS)[number]) + 1;
}

/** Adds promises, edits and keeps them, one write after the other, until the browser is gone. */
export async function write(page: Page, asked: Asked, prefix: string): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = `${prefix}-${n}`;
    const track = { begun: 0, done: 0 };
    asked.promises.set(id, track);
    for (let step = 1; step <= STEPS; step += 1) {
      track.begun = step;
      if (!(await acknowledged(stepOn(page, id, step)))) return;
      track.done = step;
    }
  }
}

function stepOn(page: Page, id: string, step: number): Promise<unknown> {
  if (step > 1) return ask(page, 'promise.change', { id, change: step === STEPS ? { do: 'keep' } : { do: 'edit', text: TEXTS[step - 1] } });
  const promise = { id, status: 'open', kind: 'callback', text: TEXTS[0], lang: 'en', conditional: false, due: MOMENT, alternatives: [], zone: 'UTC', conversation: null, customer: null };
  return ask(page, 'promise.add', { promise });
}

/** Restores files of new promises, one after the other, until the browser is gone. */
export async function restore(page: Page, asked: Asked, prefix: string): Promise<void> {
  const at = '2026-12-01T10:00:00Z';
  for (let n = 0; ; n += 1) {
    const start = `${prefix}-${n}-`;
    const promises = Array.from({ length: FILE }, (_, index) => ({
      id: `${start}${index}`, createdAt: at, updatedAt: at, status: 'open', kind: 'send', text: TEXTS[0], lang: 'en', conditional: false, due: MOMENT, alternatives: [], zone: 'UTC',
      conversation: null, customer: null, rang: [], snoozedUntil: null, previous: null, history: [{ at, what: 'confirmed' }],
    }));
    asked.files.set(start, false);
    const text = JSON.stringify({ format: 'keepword-promises', version: 1, writtenAt: at, promises });
    if (!(await acknowledged(ask(page, 'promise.restore', { text, apply: true })))) return;
    asked.files.set(start, true);
  }
}

/** What a killed browser leaves unanswered was not acknowledged; what the ledger refuses is a fault of this test. */
async function acknowledged(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (/promise\.\w+: (?!no answer)/.test(String(error))) throw error;
    return false;
  }
}

/** Everything the ledger has now, and what it set aside as damaged. */
export async function read(page: Page): Promise<{ readonly promises: readonly Written[]; readonly damaged: readonly unknown[] }> {
  const file = await page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
    const say = (message: object) => (browser ?? chrome)?.runtime.sendMessage({ to: 'background', ...message });
    type Reply = { answer?: { text?: string }; error?: string; leftOut?: { text: { id: string; count: number } } };
    // A background that is just being started or stopped may leave a question without an answer: the extension's own pages ask again too.
    let reply: Reply | undefined;
    for (let tries = 0; tries < 10 && reply === undefined; tries += 1) {
      reply = await (say({ ask: 'promise.export', with: { format: 'json' } }) as Promise<Reply | undefined> | undefined)?.catch(() => undefined);
      if (reply === undefined) await new Promise((resolve) => setTimeout(resolve, 300));
    }
    if (reply === undefined) return { error: 'promise.export: no answer' };
    const { answer, error, leftOut } = reply;
    if (error !== undefined) return { error };
    const parts = [answer?.text ?? ''];
    for (let at = 0; at < (leftOut?.text.count ?? 0); at += 1) parts.push((await say({ part: { id: leftOut?.text.id, at } })) as string);
    const { promises, damaged } = JSON.parse(parts.join('')) as { promises: { id: string; status: string; text: string }[]; damaged: unknown[] };
    return { promises: promises.map(({ id, status, text }) => ({ id, status, text })), damaged };
  });
  if (!file.promises) throw new Error(file.error);
  return file;
}

/** Was the agent told that the promises came back from the second copy? */
export function broughtBack(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { notifications: { getAll(): Promise<object> } }>;
    return 'ledger:back' in ((await (browser ?? chrome)?.notifications.getAll()) ?? {});
  });
}
