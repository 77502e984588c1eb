/** A promise comes due: notification, badge, panel; put off, opened, done. */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../browsers';
import { textsOf, until } from '../driving';
import type { Say } from './steps';

interface Answer<T> { readonly ok: boolean; readonly answer: T; readonly error?: string }
interface Held { readonly id: string; readonly status: string; readonly rang: readonly string[]; readonly snoozedUntil: string | null }

/** Asks the background, the way the extension's own pages do. */
export async function ask<T>(page: Page, name: string, what: unknown): Promise<T> {
  const reply = await page.evaluate(
    (ask, given) => {
      const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
      return (browser ?? chrome)?.runtime.sendMessage({ to: 'background', ask, with: given });
    },
    name, what,
  ) as Answer<T> | undefined;
  if (!reply?.ok) throw new Error(`${name}: ${reply?.error ?? 'no answer'}`);
  return reply.answer;
}

/** Ids of the notifications that are shown. */
export const notices = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { notifications: { getAll(): Promise<Record<string, unknown>> } }>;
    return Object.keys((await (browser ?? chrome)?.notifications.getAll()) ?? {});
  });

export const badge = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { action: { getBadgeText(of: object): Promise<string> } }>;
    return (await (browser ?? chrome)?.action.getBadgeText({})) ?? '';
  });

/** Adds a promise that falls due in `seconds`. */
export function promiseIn(page: Page, seconds: number, id: string, conversation: { id: string; url: string }): Promise<Held> {
  const due = new Date(Math.ceil((Date.now() + seconds * 1000) / 1000) * 1000).toISOString();
  return ask<Held>(page, 'promise.add', {
    promise: {
      id, status: 'open', kind: 'callback', text: 'I will call you at once', lang: 'en', conditional: false, zone: 'UTC', alternatives: [],
      due: { start: due, end: due, precision: 'minute' },
      conversation: { host: 'practice', id: conversation.id, url: conversation.url, title: 'Refund for order 48213' },
      customer: { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test' },
    },
  });
}

export async function remind(session: Session, say: Say, folder: string | null): Promise<void> {
  const page = await session.open('panel.html');
  const conversation = { id: 'en-refund-third-time', url: `${session.origin}/practice.html#/conversation/en-refund-third-time` };
  const id = 'tour-reminder';
  await promiseIn(page, 3, id, conversation);
  say('gives a promise that is due in three seconds', id);
  const notice = await until('a notification', async () => (await notices(page)).find((name) => name.includes(id)), 60_000);
  say('notification', notice);
  say('badge', await until('a badge', () => badge(page)));
  say('panel', await until('the promise under what is due', async () => (await textsOf(page, '.due-row, .folded')).at(0)));
  if (folder) await page.screenshot({ path: path.join(folder, 'reminder.png') as `${string}.png` });
  const opened = await ask<{ opened: string }>(page, 'promise.open', { id });
  say('leads back to the conversation', opened.opened);
  await until('the conversation in a tab', async () => (await Promise.all((await session.browser.pages()).map((tab) => tab.evaluate(() => location.href).catch(() => '')))).find((url) => url.includes(conversation.id)));
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const put = await ask<Held>(page, 'promise.change', { id, change: { do: 'snooze', until: later } });
  say('put off', `until ${put.snoozedUntil ?? '?'}; badge “${await until('no badge', async () => `${await badge(page)}.` === '.' && 'none')}”`);
  const kept = await ask<Held>(page, 'promise.change', { id, change: { do: 'keep' } });
  say('done', kept.status);
  await page.close();
}
