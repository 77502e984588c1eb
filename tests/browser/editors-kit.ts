/** Real editors on local pages, and a small extension that runs the code of utils/editors beside them. */
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Plugin } from 'vite';
import { ROOT } from '../../scripts/browsers';
import { freePort } from '../../scripts/environment';
import type { Ask, Seen } from '../editors/probe';
import { BROWSER, type Host } from './harness';

export const EDITORS = [
  'textarea', 'react-textarea', 'contenteditable', 'gmail', 'prosemirror', 'tiptap', 'ckeditor5', 'ckeditor4', 'tinymce8', 'tinymce6', 'quill',
  'lexical', 'slate', 'draft', 'rooster', 'summernote', 'froala', 'trix',
] as const;

const PAGES = path.join(ROOT, 'tests/pages/editors');
const CACHE = path.join(ROOT, '.cache/editors');
/** Libraries that load the rest of themselves by address. */
const SERVED = ['ckeditor4', 'tinymce', 'tinymce6'];
const HELPERS = new Set(['under-test', 'tinymce-page']);

const names = (): string[] => readdirSync(PAGES).filter((file) => /\.jsx?$/.test(file) && !HELPERS.has(file.replace(/\.jsx?$/, '')));

/** Draft.js was never meant for a newer React than 17: its page and its own code get that one. */
const draftsReact: Plugin = {
  name: 'react-17-for-draft',
  enforce: 'pre',
  resolveId(id, importer) {
    const old = { react: 'react17', 'react/jsx-runtime': 'react17/jsx-runtime', 'react-dom': 'react-dom17' }[id];
    if (old && importer && /draft-js|draft\.jsx|react17|react-dom17/.test(importer)) return this.resolve(old, importer, { skipSelf: true });
    return null;
  },
};

/** Bundles the pages once for each state of their sources and of the installed packages. */
async function buildPages(): Promise<string> {
  const sources = readdirSync(PAGES).sort().map((file) => readFileSync(path.join(PAGES, file), 'utf8'));
  const how = [import.meta.filename, path.join(ROOT, 'package-lock.json')].map((file) => readFileSync(file, 'utf8'));
  const hash = createHash('sha256').update([...sources, ...how].join('\0')).digest('hex').slice(0, 16);
  const out = path.join(CACHE, `pages-${hash}`);
  if (existsSync(path.join(out, 'done'))) return out;
  for (const old of readdirSync(CACHE).filter((name) => name.startsWith('pages-'))) rmSync(path.join(CACHE, old), { recursive: true, force: true });
  await build({
    configFile: false, root: PAGES, logLevel: 'error', publicDir: false, plugins: [draftsReact],
    // Vitest's NODE_ENV would give React's development runtime.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out, emptyOutDir: true, minify: false, target: 'esnext', reportCompressedSize: false, chunkSizeWarningLimit: 20_000,
      rollupOptions: {
        input: Object.fromEntries(names().map((file) => [file.replace(/\.jsx?$/, ''), path.join(PAGES, file)])),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  writeFileSync(path.join(out, 'done'), '');
  return out;
}

async function buildExtension(): Promise<string> {
  const out = path.join(CACHE, `extension-${BROWSER}`);
  await build({
    configFile: false, root: ROOT, logLevel: 'error', publicDir: false,
    build: {
      outDir: out, emptyOutDir: true, minify: false, target: 'es2022', reportCompressedSize: false,
      lib: { entry: path.join(ROOT, 'tests/editors/probe.ts'), formats: ['iife'], name: 'probe', fileName: () => 'probe.js' },
    },
  });
  writeFileSync(path.join(out, 'panel.html'), '<!doctype html><meta charset="utf-8"><title>Panel</title><input style="width:180px;height:100px">');
  writeFileSync(path.join(out, 'manifest.json'), JSON.stringify({
    manifest_version: 3, name: 'Editors under test', version: '1',
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['probe.js'], run_at: 'document_end' }],
    web_accessible_resources: [{ resources: ['panel.html'], matches: ['<all_urls>'] }],
    ...(BROWSER === 'firefox' ? { browser_specific_settings: { gecko: { id: 'editors@keepword.test' } } } : {}),
  }));
  return out;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png' };

function pageFor(name: string, pages: string): string {
  const style = existsSync(path.join(pages, `${name}.css`)) ? `<link rel="stylesheet" href="/${name}.css">` : '';
  const run = `<script type="module" src="/${name}.js"></script>`;
  if (name === 'gmail') return readFileSync(path.join(ROOT, 'tests/pages/hosts/gmail-thread-inline-reply.en.html'), 'utf8').replace('</body>', `${run}</body>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${style}<body style="margin: 20px; font: 16px sans-serif"><main id="root" style="width: 640px; min-height: 200px"></main>${run}</body></html>`;
}

async function serve(pages: string): Promise<Host> {
  const read = (address: string): string | Buffer | null => {
    const page = /^\/page\/([\w-]+)$/.exec(address)?.[1];
    if (page) return pageFor(page, pages);
    const lib = /^\/lib\/(\w+)\/(.+)$/.exec(address);
    if (lib && !SERVED.includes(lib[1] ?? '')) return null;
    const folder = lib ? path.join(ROOT, 'node_modules', lib[1] ?? '') : pages;
    const file = path.join(folder, lib ? (lib[2] ?? '') : address);
    return file.startsWith(folder) && existsSync(file) ? readFileSync(file) : null;
  };
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const body = read(address);
    response.writeHead(body === null ? 404 : 200, { 'content-type': TYPES[path.extname(address)] ?? 'text/html; charset=utf-8' });
    response.end(body ?? '');
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }) };
}

async function launchWith(extension: string, profile: string): Promise<Browser> {
  const executablePath = process.env.KEEPWORD_EXECUTABLE;
  if (!executablePath) throw new Error('Start these tests by `npm run test:e2e`.');
  const common = { executablePath, headless: true, userDataDir: profile, protocolTimeout: 60_000, defaultViewport: { width: 1000, height: 800 } };
  if (BROWSER === 'chromium') {
    const root = process.platform === 'linux' && process.getuid?.() === 0;
    return puppeteer.launch({
      ...common, browser: 'chrome', pipe: true, enableExtensions: [extension],
      args: [...(root ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  }
  const browser = await puppeteer.launch({ ...common, browser: 'firefox', extraPrefsFirefox: { 'xpinstall.signatures.required': false } });
  await browser.installExtension(extension);
  return browser;
}

export interface Bench { open(name: string): Promise<UnderTest>; close(): Promise<void> }

/** Builds pages and extension, starts the browser of this run with both. */
export async function startBench(): Promise<Bench> {
  mkdirSync(CACHE, { recursive: true });
  const [pages, extension] = [await buildPages(), await buildExtension()];
  const host = await serve(pages);
  const profile = mkdtempSync(path.join(tmpdir(), 'keepword-editors-'));
  const browser = await launchWith(extension, profile);
  return {
    async open(name) {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`http://127.0.0.1:${host.port}/page/${name}`);
      await page.waitForFunction(() => 'editorUnderTest' in globalThis && document.documentElement.dataset.probe === 'ready', { timeout: 20_000 })
        .catch((error: unknown) => { throw new Error(`the page of ${name} never came up: ${[...errors, String(error)].join('; ')}`); });
      return new UnderTest(name, page);
    },
    async close() {
      await browser.close().catch(() => undefined);
      await host.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

interface InPage { set(lines: readonly string[]): unknown; text(): string; element(): HTMLElement; special?(): unknown }
type InPageGlobal = typeof globalThis & { editorUnderTest: InPage };
/** What the probe saw, and what the editor's own model says. */
export type Both = Seen & { readonly model: string };

/** In the page: the editor under test has the focus. */
function inFocus(): boolean {
  const element = (globalThis as InPageGlobal).editorUnderTest.element();
  const { activeElement, defaultView } = element.ownerDocument;
  const frame = defaultView?.frameElement ?? null;
  return activeElement !== null && (activeElement === element || element.contains(activeElement)) && (frame === null || frame === frame.ownerDocument.activeElement);
}

/** One editor on its page: what a person does by mouse and keyboard, what Keepword does, what both texts are. */
export class UnderTest {
  #asked = 0;
  constructor(readonly name: string, readonly page: Page) {}

  /** A fresh editor with these lines; a real click into it, the caret at the start, Keepword attached. */
  async fresh(lines: readonly string[]): Promise<Both> {
    await this.page.evaluate(async (given) => { await (globalThis as InPageGlobal).editorUnderTest.set(given); }, lines);
    return this.enter();
  }

  async special(): Promise<string | null> {
    const said = await this.page.evaluate(async () => (await (globalThis as InPageGlobal).editorUnderTest.special?.()) ?? null);
    if (said !== null) await this.enter();
    return said as string | null;
  }

  async enter(): Promise<Both> {
    // An editor in a frame that was made a moment ago may still move under the mouse or give the focus away once.
    for (let tries = 0; tries < 40; tries += 1) {
      await this.clickIn();
      await this.page.keyboard.down('Control');
      await this.page.keyboard.press('Home');
      await this.page.keyboard.up('Control');
      if (await this.page.evaluate(inFocus)) return this.ask({ do: 'attach' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.name} never took the focus`);
  }

  async clickIn(): Promise<void> {
    const { x, y } = await this.page.evaluate(() => {
      const element = (globalThis as InPageGlobal).editorUnderTest.element();
      const { left, top } = element.getBoundingClientRect();
      const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
      return { x: left + (frame?.left ?? 0) + 24, y: top + (frame?.top ?? 0) + 12 };
    });
    await this.page.mouse.click(x, y);
  }

  async press(key: Parameters<Page['keyboard']['press']>[0], times = 1, shift = false): Promise<void> {
    if (shift) await this.page.keyboard.down('Shift');
    for (let i = 0; i < times; i += 1) await this.page.keyboard.press(key);
    if (shift) await this.page.keyboard.up('Shift');
  }

  async undo(): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('KeyZ');
    await this.page.keyboard.up('Control');
  }

  /** Asks the probe, and the editor's model right after. */
  async ask(ask: Ask): Promise<Both> {
    this.#asked += 1;
    return this.page.evaluate(async (id, given) => {
      const said = await new Promise<Seen & { error?: string }>((resolve) => {
        window.addEventListener(`kw-test-answer-${id}`, (event) => resolve(JSON.parse((event as CustomEvent<string>).detail) as Seen), { once: true });
        window.dispatchEvent(new CustomEvent('kw-test-ask', { detail: JSON.stringify({ id, ask: given }) }));
      });
      if (said.error) throw new Error(said.error);
      return { ...said, model: (globalThis as InPageGlobal).editorUnderTest.text() };
    }, this.#asked, ask);
  }

  /** The words under highlights, as the page itself can read them in the editor's document. */
  painted(): Promise<string[]> {
    return this.page.evaluate(() => {
      const view = (globalThis as InPageGlobal).editorUnderTest.element().ownerDocument.defaultView as (Window & typeof globalThis) | null;
      const words: string[] = [];
      view?.CSS.highlights.forEach((highlight) => highlight.forEach((range) => words.push(String(range))));
      return words;
    });
  }

  /** Looks until both texts are `text`, for a good half second: editors render in a later task. What is seen last is returned. */
  async come(text: string): Promise<Both> {
    let seen = await this.ask({ do: 'look' });
    for (let look = 0; look < 40 && !(seen.text === text && seen.model === text); look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      seen = await this.ask({ do: 'look' });
    }
    return seen;
  }

  /** The panel's frame takes the focus by a real click, and keeps what is typed there. */
  async stealFocus(): Promise<void> {
    await this.ask({ do: 'panel' });
    await this.page.waitForFunction(() => document.querySelector('keepword-test-panel') !== null);
    const { width } = this.page.viewport() ?? { width: 1000 };
    for (let tries = 0; tries < 40; tries += 1) {
      await this.page.mouse.click(width - 100, 60);
      if (await this.page.evaluate(() => document.activeElement?.localName === 'keepword-test-panel')) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the panel never took the focus');
  }
}
