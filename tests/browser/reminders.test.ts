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

const rings = (id: string) => async () => {
  const page = await session.open('options.html');
  try {
    return (await notices(page)).find((name) => name.includes(id));
  } finally {
    await page.close();
  }
};
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
    await until('the notification', rings('r-stopped'), 70_000);
  });

  it('after the browser was started again, and when it fell due while it was closed', async () => {
    const page = await session.open('options.html');
    await promiseIn(page, 4, 'r-closed', here(session));
    await promiseIn(page, 40, 'r-later', here(session));
    await session.close();
    await wait(6000);
    session = await start({ profile });
    await until('the one that fell due meanwhile', rings('r-closed'), 60_000);
    await until('the one that comes after', rings('r-later'), 90_000);
    const board = await session.open('options.html#/promises');
    await until('both on the board', async () => (await board.evaluate(() => document.body.innerText)).split('I will call you at once').length === 3);
  });

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
