import { toClipboard } from './clipboard';
import { technique } from './families';
import type { Family, Outcome } from './types';

/** What an insertion needs of an editor. The selection already stands where the text belongs. */
export interface Surface {
  readonly element: HTMLElement;
  readonly family: Family;
  readonly insert: 'exec' | undefined;
  read(): string;
}

/** Measured to be enough for every editor tried: looks for the text, and ms between two looks. */
const LOOKS = 8;
const LOOK_MS = 15;
/** ms an editor needs to take over a selection that was set for it. */
export const SETTLE_MS = 40;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts text in the place of the selection by the editor's own input path, and reads it back. `expected` is how the
 * reply will read if the editor takes it. What commands and events answer says nothing (measured), so nothing but the
 * text counts; on a mismatch the text goes to the clipboard.
 */
export async function put(surface: Surface, text: string, expected: string): Promise<Outcome> {
  const before = surface.read();
  const taken = (): boolean => stands(before, surface.read(), expected, text);
  const { element } = surface;
  const document = element.ownerDocument;
  const how = technique(surface.family, text, surface.insert);
  if (how === 'exec') command(document, text);
  else if (!paste(element, text) && how === 'paste') command(document, text);
  for (let look = 0; look < LOOKS && !taken(); look += 1) await pause(LOOK_MS);
  if (taken()) return { ok: true };
  return { ok: false, problem: 'refused', clipboard: await toClipboard(document, text) };
}

/** One undo step in textareas and plain contenteditables, in both browsers. */
function command(document: Document, text: string): void {
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
}

/**
 * A paste of plain text as the editor would get it from the keyboard; true where somebody took it. Chromium reads
 * `clipboardData`; Firefox ignores it and reads the older `dataType` and `data`. Constructors of the editor's own
 * window, because an editor in a frame knows no others.
 */
function paste(element: HTMLElement, text: string): boolean {
  const document = element.ownerDocument;
  const view = document.defaultView as (Window & typeof globalThis) | null;
  if (view === null) return false;
  const data = new view.DataTransfer();
  data.setData('text/plain', text);
  const init = { bubbles: true, cancelable: true, composed: true, clipboardData: data, dataType: 'text/plain', data: text };
  const anchor = view.getSelection()?.anchorNode ?? element;
  const target = anchor.nodeType === 1 ? (anchor as Element) : anchor.parentElement;
  return !(target !== null && element.contains(target) ? target : element).dispatchEvent(new view.ClipboardEvent('paste', init));
}

/**
 * Whether the text was taken: the reply reads as expected, or at least (an editor may divide its lines otherwise) it
 * changed and the first line of the text stands there as often as it should.
 */
export function stands(before: string, after: string, expected: string, text: string): boolean {
  if (plain(after) === plain(expected)) return true;
  if (plain(after) === plain(before)) return false;
  const first = plain(text.trimStart().split('\n', 1)[0] ?? '');
  return first !== '' && count(plain(after), first) === count(plain(expected), first) && Math.abs(plain(after).length - plain(expected).length) <= 2;
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
