/** What doesn't go in is on the clipboard and told; what is being composed is never touched. */
import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITORS, startBench, type Bench, type UnderTest } from './editors-kit';
import { BROWSER, wait } from './harness';

let bench: Bench;
beforeAll(async () => { bench = await startBench(); });
afterAll(async () => { await bench?.close(); });

describe(`an editor that takes nothing, ${BROWSER}`, () => {
  it('the caller is told, and the text is on the clipboard', async () => {
    const editor = await bench.open('stubborn');
    const { text } = await editor.fresh(['Hi Ana,', 'It is late.']);
    const { answer } = await editor.ask({ do: 'insert', text: 'It is on its way.\n\nSam' });
    expect(answer).toEqual({ ok: false, problem: 'refused', clipboard: true });
    expect((await editor.ask({ do: 'look' })).text).toBe(text);
    await editor.page.click('#beside');
    await editor.page.keyboard.down('Control');
    await editor.page.keyboard.press('KeyV');
    await editor.page.keyboard.up('Control');
    await editor.page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
    expect(await editor.page.$eval('#beside', (area) => (area as HTMLTextAreaElement).value)).toBe('It is on its way.\n\nSam');
    await editor.page.close();
  });
});

/** Only Chromium lets a test compose as an input method does. */
describe.runIf(BROWSER === 'chromium').each(EDITORS)('composing in %s', (name) => {
  let editor: UnderTest;
  let cdp: CDPSession;
  const begin = async () => {
    await editor.fresh(['Hi Ana,', '', 'It is late.']);
    // Slate and CKEditor 5 see the caret a moment later.
    await wait(150);
    await editor.press('ArrowRight', 12);
    await wait(150);
    await cdp.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  };
  const tail = name === 'gmail' ? '\n' : '';
  beforeAll(async () => {
    editor = await bench.open(name);
    cdp = await editor.page.createCDPSession();
  });
  afterAll(async () => { await editor?.page.close(); });

  it('an insertion waits for its end', async () => {
    await begin();
    const asked = editor.ask({ do: 'insert', text: 'only ' });
    await wait(200);
    expect((await editor.ask({ do: 'look' })).text).toBe(`Hi Ana,\n\nIt にis late.${tail}`);
    await cdp.send('Input.insertText', { text: '日' });
    expect((await asked).answer).toEqual({ ok: true });
    const expected = `Hi Ana,\n\nIt 日only is late.${tail}`;
    expect(await editor.come(expected)).toMatchObject({ text: expected, model: expected });
  });

  // The time it waits is the same everywhere: one editor of each kind is enough.
  it.runIf(['textarea', 'contenteditable', 'prosemirror', 'tinymce8'].includes(name))('an insertion gives up where it goes on, and the composition ends as it would', async () => {
    await begin();
    const { answer } = await editor.ask({ do: 'insert', text: 'only ' });
    expect(answer).toEqual({ ok: false, problem: 'refused', clipboard: true });
    await cdp.send('Input.insertText', { text: '日' });
    const expected = `Hi Ana,\n\nIt 日is late.${tail}`;
    expect(await editor.come(expected)).toMatchObject({ text: expected, model: expected });
  });
});
