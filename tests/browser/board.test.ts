/** The board in a real browser: thousands of promises, the keys of a mail list, a call logged in one line, out and in again; and axe on every page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { BROWSER, start, textsOf, until, wait } from './harness';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MANY = 3_000;

let session: Session;
let page: Page;
beforeAll(async () => {
  session = await start();
  page = await session.open('options.html#/promises');
  await ask(page, 'settings.set', { change: { language: 'en' } });
});
afterAll(() => session.close());

const at = (hours: number) => Temporal.Now.instant().add({ hours }).round('second').toString();
const promise = (id: string, hours: number, name: string) => ({
  id, createdAt: at(-100), updatedAt: at(-100), status: 'open', kind: 'callback', text: `I will call you, ${name}.`, lang: 'en', conditional: false,
  due: { start: at(hours), end: at(hours), precision: 'minute' }, alternatives: [], zone: 'UTC', conversation: null, customer: { name, address: null },
  rang: ['before', 'due', 'overdue'], snoozedUntil: null, previous: null, history: [{ at: at(-100), what: 'confirmed' }],
});
const restore = (promises: readonly unknown[], apply: boolean) =>
  ask<{ add: number; same: number; bad: readonly unknown[] }>(page, 'promise.restore', { text: JSON.stringify({ format: 'keepword-promises', version: 1, writtenAt: at(0), promises, damaged: [] }), apply });
const rows = () => page.$$eval('[data-row]', (found) => found.map((row) => row.getAttribute('data-row')));
const focused = () => page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? document.activeElement?.tagName);
const go = async (hash: string) => {
  await page.evaluate((to) => { location.hash = `#/${to}`; }, hash);
  await until(`the page ${hash}`, () => page.$(`.page-${hash} h1`));
};

describe('the board', () => {
  it('is worked through by keys', async () => {
    await restore([promise('a', 1, 'Ann'), promise('b', 2, 'Ben'), promise('c', 3, 'Cem'), promise('d', 4, 'Dan')], true);
    await until('four rows', async () => (await rows()).length === 4);
    await page.keyboard.press('j');
    await until('the first row has the focus', async () => (await focused()) === 'a');
    for (const press of ['j', 'x', 'j'] as const) await page.keyboard.press(press);
    await page.keyboard.down('Shift');
    await page.keyboard.press('X');
    await page.keyboard.up('Shift');
    await page.keyboard.press('e');
    await until('b and c done', async () => (await rows()).join() === 'a,d');
    expect(await focused()).toBe('d');
    await page.keyboard.press('z');
    await until('all back', async () => (await rows()).join() === 'a,b,c,d');
    await page.keyboard.press('Home');
    await page.keyboard.press('s');
    await until('the field for words', () => page.$('.due-words input:focus'));
    await page.keyboard.type('in 2 hours');
    await until('its reading', async () => (await textsOf(page, '.due-words .is-main')).at(0)?.startsWith('Until '));
    await page.keyboard.press('Enter');
    await until('the row is quiet', async () => (await textsOf(page, '[data-row=a] .when')).at(0)?.includes('Quiet until'));
  });

  it('logs a call in one line', async () => {
    await page.keyboard.press('l');
    await page.keyboard.type('call Anna Nowak tomorrow 10 re invoice');
    const read = await until('the reading', async () => (await textsOf(page, '.log [aria-live]')).find((text) => text.includes('Anna Nowak')));
    expect(read).toMatch(/^Call back · Anna Nowak · .+ 10:00.* · invoice$/);
    await page.keyboard.press('Enter');
    await until('it stands on the board', async () => (await textsOf(page, '[data-row] .strong')).some((text) => text.includes('Anna Nowak')));
  });

  it('comes back whole from its own file, which adds nothing twice', async () => {
    const { text } = await ask<{ text: string }>(page, 'promise.export', { format: 'json' });
    const again = await ask<{ add: number; update: number; same: number; bad: readonly unknown[] }>(page, 'promise.restore', { text, apply: true });
    expect(again).toMatchObject({ add: 0, update: 0, same: 5, bad: [] });
  });

  it(`draws a window of ${MANY} promises and reaches the last of what is loaded`, async () => {
    const before = (await ask<{ counts: { open: number } }>(page, 'promise.search', { text: '', which: 'open', limit: 1 })).counts.open;
    for (let from = 0; from < MANY; from += 1000) await restore(Array.from({ length: 1000 }, (_, i) => promise(`m${from + i}`, 24 + from + i, `Customer ${from + i}`)), true);
    await until('the list has grown', async () => (await textsOf(page, '.chips button')).at(0)?.includes('1,000+'));
    expect(before).toBe(5);
    expect((await rows()).length).toBeLessThan(120);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('j');
    await page.keyboard.press('End');
    const last = await until('a row far down', async () => ((await focused())?.startsWith('m') ? focused() : null));
    expect(last).toBe('m194');
    await page.type('input[type=search]', `customer ${MANY - 1}`);
    await until('the one that is searched', async () => (await rows()).join() === `m${MANY - 1}`);
    await page.$eval('input[type=search]', (input) => (input as HTMLInputElement).select());
    await page.keyboard.press('Backspace');
  });
});

describe('axe finds nothing', () => {
  interface Violation { readonly id: string; readonly nodes: readonly { readonly html: string }[] }
  const faults = async (at: Page) => {
    await at.evaluate(AXE);
    const found = await at.evaluate(async () => (await (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run()).violations);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  };

  it.each(['promises', 'figures', 'settings', 'data', 'rules'])('on %s, at any width, light and dark', async (hash) => {
    await go(hash);
    if (hash === 'promises') {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.keyboard.press('x');
    }
    await wait(300);
    const found: string[] = [];
    for (const width of [320, 1000]) {
      await page.setViewport({ width, height: 900 });
      // Firefox takes no emulated theme from Puppeteer.
      for (const value of BROWSER === 'chromium' ? ['light', 'dark'] : ['light']) {
        if (BROWSER === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await wait(200);
        found.push(...(await faults(page)));
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    }
    expect([...new Set(found)]).toEqual([]);
  });

  it('in the panel, with a call being logged', async () => {
    const panel = await session.open('panel.html');
    await until('the panel', () => panel.$('.foot'));
    await panel.keyboard.press('l');
    await panel.keyboard.type('call Anna Nowak tomorrow 10');
    await until('the reading', () => panel.$('.log p'));
    expect(await faults(panel)).toEqual([]);
    await panel.close();
  });
});
