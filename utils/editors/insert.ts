import { toClipboard } from './clipboard';
import { technique, undoStep, type Technique } from './families';
import type { Family, Outcome } from './types';

/** What an insertion needs of an editor. The selection already stands where the text belongs. */
export interface Surface {
  readonly element: HTMLElement;
  readonly family: Family;
  readonly insert: 'exec' | undefined;
  /** The reply. */
  read(): string;
  /** All that stands in the editor, quotes and signature too, without order of lines. */
  whole(): string;
}

/** Looks for the text, and ms between two looks: engines render in a later task, on a busy machine much later. */
const LOOKS = 40;
const LOOK_MS = 15;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts text in the place of the selection by the editor's own input path, and reads it back. `expected` is how the
 * reply will read if the editor takes it. What commands and events answer says nothing (measured), so nothing but the
 * text counts; on a mismatch the text goes to the clipboard.
 * @param typed something was typed since the last undo step: the engine is asked to make one before.
 */
export async function put(surface: Surface, text: string, expected: string, typed: boolean): Promise<Outcome> {
  const { element, family } = surface;
  const before = surface.read();
  const whole = surface.whole();
  const taken = (): boolean => {
    const now = surface.read();
    return stands(before, now, expected, text) || (now === before && grew(whole, surface.whole(), text));
  };
  const how = technique(family, text, surface.insert);
  // An engine that takes a paste makes its steps itself, and one of ours beside them would hide its own (CKEditor 4).
  // Summernote makes the step behind when it is asked to undo, and one step more for every request.
  const steps = how.by === 'command';
  if (steps && (typed || family !== 'summernote')) undoStep(element, family);
  give(element, how, text);
  for (let look = 0; look < LOOKS && !taken(); look += 1) await pause(LOOK_MS);
  if (!taken()) return { ok: false, problem: 'refused', clipboard: await toClipboard(element.ownerDocument, text) };
  if (steps && family !== 'summernote') undoStep(element, family);
  return { ok: true };
}

function give(element: HTMLElement, how: Technique, text: string): void {
  const document = element.ownerDocument;
  if (how.by === 'command') return command(document, text);
  if (text === '') {
    if (!deletion(element)) command(document, '');
  } else if (!paste(element, how.type, how.data) && how.command) command(document, text);
}

/** One undo step in textareas and plain contenteditables, in both browsers. */
function command(document: Document, text: string): void {
  if (text === '') document.execCommand('delete');
  else document.execCommand('insertText', false, text);
}

/** The element the selection stands in, as a real paste is aimed. Trix alone wants its own element. */
function target(element: HTMLElement): Element {
  const anchor = element.ownerDocument.defaultView?.getSelection()?.anchorNode ?? element;
  const at = anchor.nodeType === 1 ? (anchor as Element) : anchor.parentElement;
  return at !== null && element.contains(at) && element.localName !== 'trix-editor' ? at : element;
}

/**
 * A paste as the editor would get it from the keyboard; true where somebody took it. Chromium reads `clipboardData`;
 * Firefox ignores it and reads the older `dataType` and `data`. Constructors of the editor's own window, because an
 * editor in a frame knows no others.
 */
function paste(element: HTMLElement, type: string, data: string): boolean {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (view === null) return false;
  const clipboardData = new view.DataTransfer();
  clipboardData.setData(type, data);
  const init = { bubbles: true, cancelable: true, composed: true, clipboardData, dataType: type, data };
  return !target(element).dispatchEvent(new view.ClipboardEvent('paste', init));
}

/** What a press of Backspace tells an engine about a selection; true where it took the words out itself. */
function deletion(element: HTMLElement): boolean {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (view === null) return false;
  const on = { bubbles: true, cancelable: true, composed: true };
  const key = new view.KeyboardEvent('keydown', { ...on, key: 'Backspace', code: 'Backspace', keyCode: 8 });
  return !target(element).dispatchEvent(key) || !target(element).dispatchEvent(new view.InputEvent('beforeinput', { ...on, inputType: 'deleteContentBackward' }));
}

/**
 * Whether the text was taken: the reply reads as expected, or at least (an editor may divide its lines otherwise) it
 * changed and the first line of the text stands there as often as it should.
 */
export function stands(before: string, after: string, expected: string, text: string): boolean {
  if (folded(after) === folded(expected)) return true;
  if (folded(after) === folded(before)) return false;
  const first = folded(text.trimStart().split('\n', 1)[0] ?? '');
  return first !== '' && count(folded(after), first) === count(folded(expected), first) && Math.abs(folded(after).length - folded(expected).length) <= 2;
}

/** The agent may write below a quoted line: the text stands in the editor once more than before, and not in the reply. */
function grew(before: string, after: string, text: string): boolean {
  const first = folded(text.trimStart().split('\n', 1)[0] ?? '');
  return first !== '' && count(folded(after), first) === count(folded(before), first) + 1;
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
