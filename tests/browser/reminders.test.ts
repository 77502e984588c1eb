import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { ask, badge, notices, promiseIn } from '../../scripts/tour/reminder';
import { start, textsOf, until, wait } from './harness';

const CONVERSATION = { id: 'en-refund-third-time', url: 'practice.html#/conversation/en-refund-third-time' };
const here = (session: Session) => ({ ...CONVERSATION, url: `${session.origin}/${CONVERSATION.url}` });

let profile: string;
let session: Session;
beforeEach(async () => {
  profile = mkdtempSync(path.join(tmpdir(), 'keepword-lasting-'));
  session = await start({ profile });
});
afterEach(async () => {
  await session.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/**
 * Waits until a promise has rung and the badge says so. A toast goes by itself after some seconds, so after a start it may be
 * gone before a page of ours is open: what stays is looked at, the ledger's record of the ring and the badge.
 */
async function rings(id: string, ms: number): Promise<void> {
  const page = await session.open('options.html');
  await until(`the ring of ${id}`, async () => {
    const { promises } = await ask<{ promises: { id: string; rang: string[] }[] }>(page, 'promise.list', { which: 'open' });
    return promises.find((promise) => promise.id === id)?.rang.includes('due');
  }, ms);
  await until('the badge', () => badge(page));
  await page.close();
}
interface Held { readonly status: string; readonly rang: readonly string[]; readonly snoozedUntil: string | null }

describe('a reminder comes when it is due', () => {
  it('as notification, badge and panel entry; later and done work', async () => {
    const page = await session.open('panel.html');
    await promiseIn(page, 3, 'r-due', here(session));
    expect(await until('the notification', async () => (await notices(page)).find((name) => name.includes('r-due')), 70_000)).toContain('due');
    expect(await until('the badge', () => badge(page))).toBe('1');
    const entry = await until('the panel entry', async () => (await textsOf(page, '.due-row')).at(0));
    expect(entry).toContain('Hannah Brooks');
    await page.click('.due-row button[aria-label="Later"]');
    await page.waitForSelector('.due-row .choices button, .due-row [role=group] button, .due-row .later button, .due-row button.take', { timeout: 5000 }).catch(() => undefined);
    const until2 = new Date(Date.now() + 3_600_000).toISOString();
    await ask(page, 'promise.change', { id: 'r-due', change: { do: 'snooze', until: until2 } });
    await until('nothing due', async () => (await badge(page)) === '');
    expect((await ask<Held>(page, 'promise.change', { id: 'r-due', change: { do: 'keep' } })).status).toBe('kept');
    expect(await notices(page)).toEqual([]);
  });

  it('after the background was stopped', async () => {
    const page = await session.open('options.html');
    await promiseIn(page, 25, 'r-stopped', here(session));
    await page.close();
    await session.stopBackground();
    await wait(22_000);
    await rings('r-stopped', 70_000);
  });

  it('after the browser was started again, and when it fell due while it was closed', async () => {
    const page = await session.open('options.html');
    // Far enough ahead that it can't ring before the browser is gone, which takes some their time.
    await promiseIn(page, 20, 'r-closed', here(session));
    await promiseIn(page, 70, 'r-later', here(session));
    await session.close();
    await wait(22_000);
    const before = Temporal.Now.instant();
    session = await start({ profile });
    await rings('r-closed', 60_000);
    await rings('r-later', 90_000);
    const { promises } = await ask<{ promises: { id: string; history: { what: string; at: string }[] }[] }>(await session.open('options.html'), 'promise.list', { which: 'open' });
    const rang = promises.find(({ id }) => id === 'r-closed')?.history.find(({ what }) => what === 'rang');
    expect(Temporal.Instant.compare(rang?.at ?? '1970-01-01T00:00Z', before), 'it rang after the new start, not before').toBe(1);
    const board = await session.open('options.html#/promises');
    await until('both on the board', async () => (await board.evaluate(() => document.body.innerText)).split('I will call you at once').length === 3);
  }, 300_000);

  it('leads back to the conversation, in the tab that shows it or in a new one', async () => {
    const page = await session.open('options.html');
    await promiseIn(page, 3600, 'r-open', here(session));
    expect((await ask<{ opened: string }>(page, 'promise.open', { id: 'r-open' })).opened).toBe('new');
    await until('the conversation', async () => {
      const urls = await Promise.all((await session.browser.pages()).map((tab) => tab.evaluate(() => location.href).catch(() => '')));
      return urls.some((url) => url.includes(CONVERSATION.id));
    });
    expect((await ask<{ opened: string }>(page, 'promise.open', { id: 'r-open' })).opened).toBe('tab');
  });
});
