import { readFileSync } from 'node:fs';
import { readRich, readPlain, isTextarea } from '../../utils/editors';
import { hostOf, interpret, isReplyEditor, known, practice, type HostReading, type Memory, type Page, type Remembered } from '../../utils/hosts';

/** A memory that begins with what was seen before. */
export function memoryOf(...seen: Remembered[]): Memory & { readonly kept: Remembered[] } {
  const kept = [...seen];
  return { kept, put: (one) => void kept.push(one), all: (host) => kept.filter((one) => one.host === host) };
}

/** Fills the test's document with a page; frames with srcdoc are filled too. */
export function open(name: string): Document {
  const html = readFileSync(`tests/pages/hosts/${name}.html`, 'utf8').replace(/(<iframe[^>]*) src="[^"]*"/gu, '$1');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.title = parsed.title;
  document.body.replaceWith(document.importNode(parsed.body, true));
  return document;
}

/** Reads the reply in `editor` as the content script would. */
export function read(at: { url: string; editor: HTMLElement; memory?: Memory }): HostReading & { isReply: boolean } {
  const page: Page = { url: at.url, title: document.title, memory: at.memory ?? memoryOf(), zone: 'Europe/Lisbon' };
  const host = hostOf([...known, practice], at.url, document);
  const leftOut = (isTextarea(at.editor) ? readPlain(at.editor) : readRich(at.editor)).leftOut;
  return { ...interpret(host, at.editor, page, leftOut), isReply: isReplyEditor(host, at.editor) };
}
