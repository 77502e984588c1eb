/** The palette over editors that live in a frame of their own, on the pages of hosts that use such: CKEditor 4 and TinyMCE, the real ones. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, type Session } from '../../scripts/browsers';
import { serveHttps, start, until, wait, type Host, type Served } from './harness';
import { bare, chord } from './palette-kit';

const LIBRARIES: Readonly<Record<string, string>> = { ckeditor4: 'node_modules/ckeditor4', tinymce: 'node_modules/tinymce' };
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png', '.svg': 'image/svg+xml' };
const SETUP: Readonly<Record<string, string>> = {
  'acme.lightning.force.com': `<script src="/lib/ckeditor4/ckeditor.js"></script><script>
    CKEDITOR.replace('reply', { versionCheck: false, height: 240, on: { instanceReady({ editor }) { editor.resetUndo(); globalThis.under = { text: () => editor.getData(), body: () => editor.editable().$, frame: () => editor.window.getFrame().$ }; } } });
  </script>`,
  'desk.zoho.com': `<script src="/lib/tinymce/tinymce.min.js"></script><script>
    tinymce.init({ selector: '#reply', license_key: 'gpl', promotion: false, branding: false, menubar: false, height: 320 }).then(([editor]) => {
      editor.iframeElement.classList.add('ze_area');
      globalThis.under = { text: () => editor.getContent(), body: () => editor.getBody(), frame: () => editor.iframeElement };
    });
  </script>`,
};
/** How the page tells of its editor; nothing of it knows of the extension. */
type Global = typeof globalThis & { under: { text(): string; body(): HTMLElement; frame(): HTMLIFrameElement }; heard: string[] };

function file(address: string): Served | null {
  const [, library = '', rest = ''] = /^\/lib\/(\w+)\/([^?]+)/.exec(address) ?? [];
  const folder = LIBRARIES[library];
  const at = folder === undefined ? null : path.join(ROOT, folder, rest);
  return at !== null && at.startsWith(path.join(ROOT, 'node_modules')) && existsSync(at) ? { type: TYPES[path.extname(at)] ?? 'application/octet-stream', body: readFileSync(at) } : null;
}
const html = (setup: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A case</title>
  <body style="margin: 24px; font: 16px sans-serif"><p>Hello, where is my parcel? It was due on Monday. Hannah Brooks</p><textarea id="reply"></textarea>${setup}</body></html>`;

let host: Host;
let session: Session;
beforeAll(async () => {
  const names = Object.keys(SETUP);
  host = await serveHttps(names, (address) => {
    const name = /[?&]host=([\w.]+)/.exec(address)?.[1];
    return name !== undefined && SETUP[name] !== undefined ? html(SETUP[name]) : file(address);
  });
  session = await start({ hosts: Object.fromEntries(names.map((name) => [name, host.port])) });
});
afterAll(async () => {
  await session?.close();
  await host?.close();
});

const text = (page: Page): Promise<string> => page.evaluate(() => (globalThis as Global).under.body().innerText.replace(/[\u200b\ufeff]/g, '')).then(bare);
const model = (page: Page): Promise<string> => page.evaluate(() => {
  const { body } = new DOMParser().parseFromString((globalThis as Global).under.text(), 'text/html');
  return body.innerText;
}).then(bare);
/** Things of ours that stand in the page: while the palette is open one more. */
const layers = (page: Page): Promise<number> => page.evaluate(() => [...document.body.children].filter((element) => (element as HTMLElement).style.zIndex === '2147483001').length);

/** The page, the caret in its editor, the reply read. */
async function open(name: string): Promise<{ readonly page: Page; readonly before: number }> {
  const page = await session.open(`https://${name}/lightning/r/Case/500A1/view?host=${name}`);
  await until('the editor', () => page.evaluate(() => 'under' in globalThis));
  await page.evaluate(() => {
    const { under } = globalThis as Global;
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const view of [window, under.frame().contentWindow as Window]) view.document.addEventListener('keydown', (event) => heard.push(event.key), true);
  });
  await until('the editor to take the focus', async () => {
    const { x, y } = await page.evaluate(() => {
      const { left, top } = (globalThis as Global).under.frame().getBoundingClientRect();
      return { x: left + 30, y: top + 24 };
    });
    await page.mouse.click(x, y);
    return page.evaluate(() => document.activeElement === (globalThis as Global).under.frame());
  });
  // Once the language is there, a greeting without its name is marked.
  await page.keyboard.type('Dear ,');
  await until('the reply read', () => page.evaluate(() => ((globalThis as Global).under.frame().contentWindow as Window & typeof globalThis).CSS.highlights.size > 0));
  await chord(page, ['Control'], 'a');
  await page.keyboard.press('Delete');
  await until('an empty editor', async () => (await text(page)) === '');
  await until('the marks gone, the drawer there', async () => (await layers(page)) > 0 && page.evaluate(() => ((globalThis as Global).under.frame().contentWindow as Window & typeof globalThis).CSS.highlights.size === 0));
  return { page, before: await layers(page) };
}
const shown = (page: Page, before: number): Promise<boolean> => until('the palette', async () => (await layers(page)) > before);
const gone = (page: Page, before: number): Promise<boolean> => until('the palette gone', async () => (await layers(page)) <= before);

describe.each(Object.keys(SETUP))('the palette in the frame of %s', (name) => {
  it('opens by its trigger under its line, takes its keys before the page, puts the phrase in, and one undo takes it back', async () => {
    const { page, before } = await open(name);
    await page.keyboard.type('Hi Hannah, ;;');
    await shown(page, before);
    const over = await page.evaluate(() => {
      const { under } = globalThis as Global;
      const range = under.body().ownerDocument.createRange();
      range.selectNodeContents(under.body());
      const line = range.getBoundingClientRect(), frame = under.frame().getBoundingClientRect();
      const at = document.elementFromPoint(frame.left + line.left + 120, frame.top + line.bottom + 24) as HTMLElement | null;
      return at?.style.zIndex;
    });
    expect(over).toBe('2147483001');
    await page.keyboard.type('trk');
    await wait(300);
    const typed = await text(page);
    expect(typed).toBe('Hi Hannah, ;;trk');
    await page.evaluate(() => void (globalThis as Global).heard.splice(0));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const put = await until('the phrase', async () => { const now = await text(page); return now !== typed && !now.includes(';;') ? now : null; });
    await gone(page, before);
    expect(await page.evaluate(() => (globalThis as Global).heard)).toEqual([]);
    expect(put.startsWith('Hi Hannah, ')).toBe(true);
    expect(put.length).toBeGreaterThan(40);
    expect(await model(page)).toBe(put);
    await chord(page, ['Control'], 'z');
    await until('one undo to take it back', async () => (await text(page)) === typed);
    await chord(page, ['Control'], 'y');
    await until('one redo to bring it again', async () => (await text(page)) === put);
    await page.keyboard.type('|');
    expect(await text(page)).toBe(`${put}|`);
    await page.close();
  });

  it('goes without a trace, puts several in a row, and a shortcut comes out in full', async () => {
    const { page, before } = await open(name);
    const attributes = () => page.evaluate(() => [...(globalThis as Global).under.body().attributes].map(({ name: key, value }) => `${key}=${value}`).sort().join());
    const dressed = await attributes();
    await page.keyboard.type('Well;;ref');
    await shown(page, before);
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    await gone(page, before);
    await page.keyboard.type('und');
    expect(await text(page)).toBe('Well;;refund');
    expect(await attributes()).toBe(dressed);
    await page.keyboard.press('Enter');
    await page.keyboard.type(';trk ');
    const first = await until('the shortcut’s phrase', async () => { const now = await text(page); return now.includes(';trk') ? null : now; });
    for (const query of ['trk', 'trk']) {
      const length = (await text(page)).length;
      await page.keyboard.type(` ;;${query}`);
      await shown(page, before);
      await wait(200);
      await page.keyboard.press('Enter');
      await until('one more phrase', async () => { const now = await text(page); return now.length > length + 20 && !now.slice(12).includes(';;'); });
      await gone(page, before);
    }
    const phrase = first.replace('Well;;refund ', '');
    expect(await text(page)).toBe(`Well;;refund ${[phrase, phrase, phrase].join(' ')}`);
    expect(await model(page)).toBe(await text(page));
    await page.close();
  });
});
