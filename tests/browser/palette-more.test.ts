/** More of the palette in a real browser: input methods, screen readers, the short form by Tab, one letter, many in a row, no trace; and what is left to fill in. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { BODY, foreignNodes, highlighted } from '../../scripts/tour/steps';
import { BROWSER, click, panelFrame, start, textsOf, until, wait } from './harness';
import { bare, closed, draft, look, opened, replyIn, type Seen } from './palette-kit';

let session: Session;
beforeAll(async () => { session = await start(); });
afterAll(() => session.close());
const reply = (kind: 'rich' | 'plain', conversation = 'en-refund-third-time'): Promise<Page> => replyIn(session, conversation, kind);
const when = (page: Page, what: string, holds: (seen: Seen) => boolean): Promise<Seen> => until(what, async () => { const seen = await look(page); return seen !== null && holds(seen) ? seen : null; });

// Only Chromium lets a test compose as an input method does.
describe.runIf(BROWSER === 'chromium').each(['rich', 'plain'] as const)('an input method in a %s editor', (kind) => {
  it('opens nothing, loses nothing, and within the palette composes the question', async () => {
    const page = await reply(kind);
    const input = await page.createCDPSession();
    const compose = (text: string) => input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.keyboard.type('Hi');
    await compose(';');
    await compose(';;');
    await wait(250);
    expect([await look(page), await draft(page)]).toEqual([null, 'Hi;;']);
    await input.send('Input.insertText', { text: ';;' });
    await wait(250);
    expect([await look(page), await draft(page)]).toEqual([null, 'Hi;;']);
    await page.keyboard.type(' and ;;');
    const all = await opened(page);
    await compose('re');
    await compose('refund');
    await wait(250);
    // What is still composed may yet become something else: neither searched for nor torn out by a key.
    expect(await draft(page)).toBe('Hi;; and ;;refund');
    await input.send('Input.insertText', { text: 'refund' });
    await when(page, 'the composed word searched for', ({ rows }) => rows.join() !== all.rows.join() && rows.length > 0);
    expect(await draft(page)).toBe('Hi;; and ;;refund');
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await draft(page)).toBe('Hi;; and ;;refund');
    await page.close();
  });
});

describe('a screen reader', () => {
  it('is told the count and the row, politely and anew at each step; the list has its roles', async () => {
    const page = await reply('rich');
    await page.keyboard.type(';;refund');
    const first = await when(page, 'something said', ({ said, active }) => active !== null && said.includes(active));
    expect(first.said).toContain(`1 of ${await count(page)}.`);
    await page.keyboard.press('ArrowDown');
    const second = await when(page, 'the next row said', ({ said, active }) => active !== first.active && active !== null && said.includes(active));
    expect(second.active).toBe(first.rows[1]);
    expect(await roles(page)).toEqual({ list: 'listbox', label: true, live: 'polite', points: true, selected: 1, options: second.rows.length, focus: true });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await closed(page);
    await page.close();
  });
  it.runIf(BROWSER === 'chromium')('finds list, rows and what is said in the browser’s own tree', async () => {
    const page = await reply('rich');
    await page.keyboard.type(';;refund');
    const { rows, active } = await when(page, 'something said', ({ said, active: row }) => row !== null && said.includes(row));
    const tree = (await (await page.createCDPSession()).send('Accessibility.getFullAXTree')).nodes.filter(({ ignored }) => !ignored);
    const named = (role: string) => tree.filter((node) => node.role?.value === role).map((node) => String(node.name?.value ?? ''));
    expect(named('listbox').length).toBe(1);
    // The page has a list of its own.
    expect(named('option').filter((name) => rows.some((row) => name.startsWith(row))).length).toBe(rows.length);
    expect(tree.filter((node) => node.role?.value === 'option' && node.properties?.some(({ name, value }) => name === 'selected' && value.value === true)).map((node) => String(node.name?.value)).filter((name) => name.startsWith(active ?? '?'))).toHaveLength(1);
    expect(named('status').length).toBeGreaterThan(0);
    await page.close();
  });
});

describe.each(['rich', 'plain'] as const)('the short form in a %s editor', (kind) => {
  it('is walked by Tab and Shift+Tab, each value goes to its own place, and Enter puts the phrase in', async () => {
    const page = await reply(kind);
    await page.keyboard.type('Hello. ;;lte');
    await when(page, 'the phrase', ({ rows, open }) => rows.length > 0 && open > 0);
    await page.keyboard.press('Tab');
    const form = await when(page, 'its form', ({ fields }) => fields.length > 1);
    const on = () => page.evaluate(() => [...document.body.children].map((element) => element.shadowRoot?.querySelector('.field.on')?.getAttribute('data-name')).find(Boolean));
    const start_ = await on();
    await page.keyboard.type('Tuesday');
    await page.keyboard.press('Tab');
    const next = await on();
    expect(next).not.toBe(start_);
    await page.keyboard.type('blue kettle');
    await when(page, 'both in the preview', ({ preview, open }) => preview.includes('Tuesday') && preview.includes('blue kettle') && open === 0);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await on()).toBe(start_);
    for (let step = 0; step < form.fields.length; step += 1) await page.keyboard.press('Tab');
    expect(await on()).toBe(start_);
    const { preview } = await when(page, 'the whole phrase', ({ open }) => open === 0);
    await page.keyboard.press('Enter');
    await until('it in the draft', async () => bare(await draft(page)) === bare(`Hello. ${preview}`));
    expect(await foreignNodes(page, BODY)).toEqual([]);
    await page.close();
  });

  it('one letter alone is no shortcut, three phrases stand in a row, and nothing of the palette is left in the page', async () => {
    const page = await reply(kind);
    const outside = () => page.evaluate(() => document.body.children.length);
    const before = await outside();
    await page.keyboard.type('See you ;p ;D ');
    await wait(200);
    expect([await look(page), bare(await draft(page))]).toEqual([null, 'See you ;p ;D']);
    let whole = 'See you ;p ;D';
    for (let phrase = 0; phrase < 3; phrase += 1) {
      await page.keyboard.type(';;trk');
      const { preview } = await when(page, 'a whole phrase', ({ active, open }) => active !== null && open === 0);
      await page.keyboard.press('Enter');
      whole = bare(`${whole} ${preview}`);
      await until('the phrase', async () => bare(await draft(page)) === whole);
      await closed(page);
      await page.keyboard.type(' ');
    }
    // Chips and marks of what the phrases promise may come; the palette's own layer is gone.
    expect(await page.evaluate(() => [...document.body.children].filter((element) => element.shadowRoot?.querySelector('.list, .form, .note')).length)).toBe(0);
    expect(await outside()).toBeLessThanOrEqual(before + 1);
    expect(await foreignNodes(page, BODY)).toEqual([]);
    await page.close();
  });
});

describe('what is left to fill in', () => {
  const rows = async (page: Page): Promise<string[]> => textsOf(await panelFrame(page), '.mark');
  it.each<readonly [string, string, string, string]>([
    ['en-refund-third-time', 'Hi John,\n\nthe money is on its way by {date}. ', 'John', 'Hannah'],
    ['pl-paczka-na-piatek', 'Dzień dobry, Pani Katarzyno,\n\npaczka dotrze [data]. ', 'Pani Katarzyno', 'Panie Tomaszu'],
  ])('%s: a wrong name and a hole are marked, told, and the right name is put in from the panel', async (conversation, typed, wrong, right) => {
    const page = await reply('rich', conversation);
    await page.keyboard.type(typed);
    const panel = await panelFrame(page);
    await until('the wrong name told', async () => (await rows(page)).find((row) => row.startsWith(wrong)));
    expect((await rows(page)).some((row) => /^(?:\{date\}|\[data\])/.test(row))).toBe(true);
    await until('them marked', async () => (await highlighted(page)) > 1);
    await panel.evaluate((words) => [...document.querySelectorAll('.mark')].find((mark) => mark.textContent?.startsWith(words))?.querySelector<HTMLElement>('.take')?.click(), wrong);
    await until('the right name', async () => { const now = await draft(page); return now.includes(right) && !now.includes(wrong); });
    expect(await foreignNodes(page, BODY)).toEqual([]);
    await page.close();
  });

  it('is told when the reply is sent, which it does not hold up', async () => {
    const page = await reply('rich');
    await page.keyboard.type('Hi Hannah,\n\nyour money arrives by {date}. Sorry for the wait. ');
    await until('the hole told', async () => (await rows(page)).find((row) => row.startsWith('{date}')));
    const bar = () => page.evaluate(() => [...document.body.children].map((element) => element.shadowRoot?.querySelector('[data-left]')?.closest('section')?.textContent).find(Boolean) ?? null);
    expect(await bar()).toBeNull();
    await click(page, '#send');
    const told = await until('the bar', bar);
    expect(told).toContain('{date}');
    await until('the reply gone', async () => (await page.$(BODY)) === null || (await draft(page)) === '');
    await until('that it went so', async () => (await bar())?.includes('Sent with 1 place not filled in'));
    await page.close();
  });
});

const count = (page: Page): Promise<string> => page.evaluate(() => {
  const text = [...document.body.children].map((element) => element.shadowRoot?.querySelector('.foot .count')?.textContent).find(Boolean) ?? '';
  return /\d+/.exec(text)?.[0] ?? '';
});
const roles = (page: Page) => page.evaluate(() => {
  const root = [...document.body.children].map((element) => element.shadowRoot).find((each) => each?.querySelector('.list')) as ShadowRoot;
  const list = root.querySelector('.list') as HTMLElement;
  const selected = [...root.querySelectorAll('[role=option][aria-selected=true]')];
  return {
    list: list.getAttribute('role'), label: (list.getAttribute('aria-label') ?? '') !== '', live: root.querySelector('[role=status]')?.getAttribute('aria-live') ?? null,
    points: list.getAttribute('aria-activedescendant') === selected[0]?.id, selected: selected.length, options: root.querySelectorAll('[role=option]').length,
    // The focus never leaves the editor.
    focus: document.activeElement?.matches('#reply-body, [contenteditable], textarea') ?? false,
  };
});
