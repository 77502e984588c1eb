import { readFileSync } from 'node:fs';
import { readRich, readPlain, isTextarea } from '../../utils/editors';
import { hostOf, interpret, isReplyEditor, known, practice, type HostReading, type Memory, type Page, type Remembered } from '../../utils/hosts';

/** A memory that begins with what was seen before. */
export function memoryOf(...seen: Remembered[]): Memory & { readonly kept: Remembered[] } {
  const kept = [...seen];
  return { kept, put: (one) => void kept.push(one), all: (host) => kept.filter((one) => one.host === host) };
}

/** Fills the test's document with a page; frames with srcdoc are filled too, those of other origins stay empty. */
export function open(name: string): Document {
  return fill(readFileSync(`tests/pages/hosts/${name}.html`, 'utf8'));
}

export function fill(html: string): Document {
  const parsed = new DOMParser().parseFromString(html.replace(/(<iframe[^>]*) src="[^"]*"/gu, '$1').replaceAll(' srcdoc="', ' data-srcdoc="'), 'text/html');
  document.title = parsed.title;
  document.body.replaceWith(document.importNode(parsed.body, true));
  complete(document);
  return document;
}

/** What a parser does for a document that is loaded, and not for one that is imported: declared shadow roots, and frames. */
function complete(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement?.attachShadow({ mode: 'open' });
    host?.append(document.importNode(template.content, true));
    template.remove();
    if (host) complete(host);
  }
  for (const frame of root.querySelectorAll<HTMLIFrameElement>('iframe[data-srcdoc]')) write(frame, frame.dataset.srcdoc ?? '');
}

/** Writes a frame's document. Its window says which element it stands in, as in a browser. */
export function write(frame: HTMLIFrameElement, html: string): Document {
  const inner = frame.contentDocument;
  if (!inner) throw new Error('the frame has no document');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  inner.body.innerHTML = parsed.body.innerHTML;
  for (const { name, value } of parsed.body.attributes) inner.body.setAttribute(name, value);
  Object.defineProperty(inner.defaultView, 'frameElement', { value: frame, configurable: true });
  return inner;
}

/** Reads the reply in `editor` as the content script would. */
export function read(at: { url: string; editor: HTMLElement; memory?: Memory }): HostReading & { isReply: boolean } {
  const page: Page = { url: at.url, title: document.title, memory: at.memory ?? memoryOf(), zone: 'Europe/Lisbon' };
  const host = hostOf([...known, practice], at.url, document);
  const leftOut = (isTextarea(at.editor) ? readPlain(at.editor) : readRich(at.editor)).leftOut;
  return { ...interpret(host, at.editor, page, leftOut), isReply: isReplyEditor(host, at.editor) };
}

export function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector} in ${document.title}`);
  return element;
}

/** Writes a frame and finds an element in it. */
export function findIn(frame: string, html: string, selector: string): HTMLElement {
  const element = write(find(frame) as HTMLIFrameElement, html).querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector} in ${frame}`);
  return element;
}
