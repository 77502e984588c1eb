/** The palette at the caret in a real browser, by keyboard alone: opened, searched, filled in, put in, taken back; and what axe says of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { BODY, foreignNodes } from '../../scripts/tour/steps';
import { click, start, until, wait } from './harness';
import { bare, chord, closed, draft, look, opened, replyIn } from './palette-kit';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let session: Session;
beforeAll(async () => { session = await start(); });
afterAll(() => session.close());

const reply = (conversation: string, kind: 'rich' | 'plain'): Promise<Page> => replyIn(session, conversation, kind);

describe.each(['rich', 'plain'] as const)('the palette in a %s editor', (kind) => {
  it('opens by its trigger, finds with a slip, puts the phrase at the caret, and one undo takes it back', async () => {
    const page = await reply('en-refund-third-time', kind);
    await page.keyboard.type('Hi Hannah, ;;');
    const all = await opened(page);
    expect(all.rows.length).toBeGreaterThan(10);
    await page.keyboard.type('trcak');
    await until('fewer', async () => (await look(page))?.rows.length !== all.rows.length);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const { active, preview, open } = await opened(page);
    expect([typeof active, open]).toEqual(['string', 0]);
    const before = await draft(page);
    await page.keyboard.press('Enter');
    await until('the phrase', async () => bare(await draft(page)) === bare(`Hi Hannah, ${preview}`));
    await closed(page);
    expect(await foreignNodes(page, BODY)).toEqual([]);
    await chord(page, ['Control'], 'z');
    await until('one undo to take it back', async () => bare(await draft(page)) === bare(before));
    await chord(page, ['Control', 'Shift'], 'z');
    await until('one redo to bring it again', async () => bare(await draft(page)) === bare(`Hi Hannah, ${preview}`));
    await page.keyboard.type('|');
    expect(bare(await draft(page))).toBe(bare(`Hi Hannah, ${preview}|`));
    await page.close();
  });

  it('goes without a trace on Escape: the text as typed, the caret behind it, and the page heard nothing', async () => {
    const page = await reply('en-refund-third-time', kind);
    await page.keyboard.type('Well;;ref');
    await opened(page);
    await page.evaluate(() => void (globalThis as unknown as { heard: string[] }).heard.splice(0));
    for (const key of ['ArrowDown', 'End', 'PageUp', 'Escape'] as const) await page.keyboard.press(key);
    await closed(page);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.keyboard.type('und');
    expect(await draft(page)).toBe('Well;;refund');
    expect(await look(page)).toBeNull();
    await page.close();
  });

  it('asks for what is missing, and puts in what was typed; the shortcut asks as well', async () => {
    const page = await reply('en-refund-third-time', kind);
    await page.keyboard.type(';;rfd');
    const list = await until('the phrase of the shortcut', async () => { const seen = await look(page); return seen?.open === 1 ? seen : null; });
    expect(list.rows[0]).toBe(list.active);
    await page.keyboard.press('Enter');
    await until('its form', async () => (await look(page))?.fields.length);
    await page.keyboard.type('Friday');
    const filled = await until('the date in the preview', async () => { const seen = await look(page); return seen?.preview.includes('Friday') && seen.open === 0 ? seen : null; });
    await page.keyboard.press('Enter');
    await until('the phrase', async () => bare(await draft(page)) === filled.preview);
    await page.keyboard.press('Enter');
    await page.keyboard.type(';rfd ');
    await until('its form again', async () => (await look(page))?.fields.length);
    await page.keyboard.type('Monday');
    await page.keyboard.press('Enter');
    await until('both', async () => bare(await draft(page)) === bare(`${filled.preview} ${filled.preview.replace('Friday', 'Monday')}`));
    await page.close();
  });

  it('expands a shortcut in full, and several stand in a row', async () => {
    const page = await reply('en-refund-third-time', kind);
    await page.keyboard.type('nothing; there ;zzzq ');
    expect(bare(await draft(page))).toBe('nothing; there ;zzzq');
    await page.keyboard.type(';;trk');
    const { preview } = await until('a whole phrase', async () => { const seen = await look(page); return seen?.active && seen.open === 0 ? seen : null; });
    await page.keyboard.press('Escape');
    await closed(page);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type(';trk ');
    await until('the phrase', async () => bare(await draft(page)) === bare(`nothing; there ;zzzq ${preview}`));
    await page.keyboard.type(' ;;');
    await opened(page);
    await page.keyboard.press('ArrowDown');
    const second = await until('a second one', async () => { const seen = await look(page); return seen?.active && seen.open === 0 ? seen : (await page.keyboard.press('ArrowDown'), null); });
    await page.keyboard.press('Enter');
    await until('both', async () => bare(await draft(page)) === bare(`nothing; there ;zzzq ${preview} ${second.preview}`));
    await page.close();
  });

  it('opens by its key, over a selection too', async () => {
    const page = await reply('en-refund-third-time', kind);
    await chord(page, ['Alt', 'Shift'], 'KeyP');
    const empty = await opened(page);
    expect(empty.rows.length).toBeGreaterThan(10);
    await page.keyboard.press('Escape');
    await page.keyboard.type('Old words');
    await chord(page, ['Shift', 'Control'], 'ArrowLeft');
    await chord(page, ['Alt', 'Shift'], 'KeyP');
    await opened(page);
    const { preview } = await until('one without holes', async () => { const seen = await look(page); return seen?.active && seen.open === 0 ? seen : (await page.keyboard.press('ArrowDown'), null); });
    await page.keyboard.press('Enter');
    await until('the phrase instead', async () => bare(await draft(page)) === bare(`Old ${preview}`));
    await page.close();
  });
});

describe('the palette', () => {
  it('takes accents or none in Polish and Portuguese, fills the name, and says what it found', async () => {
    for (const [conversation, query] of [['pl-paczka-na-piatek', 'przykro'], ['pl-paczka-na-piatek', 'PRZESYŁKA'], ['pt-PT', 'devolucao']] as const) {
      const id = conversation === 'pt-PT' ? await sampleIn('pt-PT') : conversation;
      const page = await reply(id, 'rich');
      await page.keyboard.type(`;;${query}`);
      const seen = await until(`something for ${query}`, async () => { const now = await look(page); return now?.active && now.said ? now : null; });
      expect(seen.said).toContain(seen.active);
      await page.close();
    }
  });

  it('keeps a favourite, and puts it first', async () => {
    const page = await reply('en-locked-out', 'rich');
    await page.keyboard.type(';;');
    const { rows } = await opened(page);
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowDown');
    await until('the seventh', async () => (await look(page))?.active === rows[6]);
    await chord(page, ['Alt', 'Shift'], 'KeyF');
    await until('it kept', async () => { const { own } = await ask<{ own: { favourite: boolean }[] }>(page, 'phrase.own', {}); return own.some(({ favourite }) => favourite); });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(';;');
    expect((await opened(page)).rows.slice(0, 6)).toContain(rows[6]);
    await page.close();
  });

  it('opens by the trigger of the settings at once, and by the old one no more', async () => {
    const page = await reply('en-locked-out', 'rich');
    const options = await session.open('options.html');
    await ask(options, 'settings.set', { change: { palette: { trigger: '//', expand: false } } });
    await page.bringToFront();
    await click(page, BODY);
    await until('the new one to open it', async () => { await page.keyboard.type(' //'); await wait(300); return (await look(page)) !== null; });
    await page.keyboard.press('Escape');
    await page.keyboard.type(' ;; ;slt ');
    expect(await look(page)).toBeNull();
    expect(await draft(page)).toContain(';slt');
    await ask(options, 'settings.set', { change: { palette: { trigger: ';;', expand: true } } });
    await options.close();
    await page.close();
  });

  it('stays within a narrow view, follows the scrolled text, and works by mouse', async () => {
    const page = await reply('en-locked-out', 'rich');
    await page.setViewport({ width: 360, height: 420 });
    await page.keyboard.type('One line.');
    for (let line = 0; line < 12; line += 1) await page.keyboard.press('Enter');
    await page.keyboard.type(';;');
    const { box } = await opened(page);
    expect([box.left >= 0, box.right <= 360, box.top >= 0, box.bottom <= 420]).toEqual([true, true, true, true]);
    const { x, y, text } = await page.evaluate(() => {
      const row = [...document.body.children].map((element) => element.shadowRoot?.querySelector('[role=option]')).find(Boolean) as HTMLElement;
      const rect = row.getBoundingClientRect();
      return { x: rect.left + 20, y: rect.top + rect.height / 2, text: row.querySelector('.title')?.textContent ?? '' };
    });
    expect(text).not.toBe('');
    const { preview, open } = await opened(page);
    await page.mouse.click(x, y);
    if (open === 0) await until('the phrase', async () => bare(await draft(page)).includes(preview));
    else await until('its form', async () => (await look(page))?.fields.length);
    await page.close();
  });

  it('axe finds nothing in its list and its form, light and dark', async () => {
    const page = await reply('en-refund-third-time', 'rich');
    await page.evaluate(AXE);
    await page.keyboard.type(';;rfd');
    for (const theme of ['light', 'dark']) {
      const options = await session.open('options.html');
      await ask(options, 'settings.set', { change: { theme } });
      await options.close();
      await page.bringToFront();
      await click(page, BODY);
      await page.keyboard.press('End');
      await chord(page, ['Shift'], 'Home');
      await page.keyboard.type(';;rfd');
      await opened(page);
      expect(await violations(page), `list, ${theme}`).toEqual([]);
      await page.keyboard.press('Tab');
      await until('the form', async () => (await look(page))?.fields.length);
      expect(await violations(page), `form, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.close();
  });
});

/** A sample of the practice inbox in that language. */
async function sampleIn(lang: string): Promise<string> {
  const page = await session.open('practice.html');
  const href = await until('the conversations', () => page.$$eval('#conversations a', (links, wanted) => links.find((link) => (link as HTMLElement).lang === wanted)?.getAttribute('href'), lang));
  await page.close();
  return href.split('/').at(-1) ?? '';
}

interface Violation { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const host = [...document.body.children].find((element) => element.shadowRoot?.querySelector('section.card > .list, section.card > .form')) as Element;
    host.id = 'looked-at';
    const { axe } = globalThis as unknown as { axe: { run(at: object): Promise<{ violations: Violation[] }> } };
    const result = await axe.run({ fromShadowDom: ['#looked-at', 'section.card'] });
    host.removeAttribute('id');
    return result.violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ')}`));
}
