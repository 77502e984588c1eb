import type { Span } from '../language';
import { boxesOf, boxOf, clip, frameOf } from './boxes';
import { familyOf, settleMs } from './families';
import { pause, put, type Surface } from './insert';
import { paintRanges, shadeOf } from './paint';
import { readRich } from './read-rich';
import { Turns } from './turns';
import type { AttachOptions, Box, EditorAdapter, EditorText, Family, Mark, MarkKind, Outcome } from './types';

/** Engines that may keep a text of their own, which a command passes by. */
const MODELS: ReadonlySet<Family> = new Set<Family>(['rich', 'ckeditor5', 'prosemirror', 'slate', 'trix']);

/** A contenteditable of any make, in the document or in a frame of the same origin. Nothing is ever written into its tree. */
export class RichEditor implements EditorAdapter, Surface {
  readonly family;
  readonly insert;
  readonly #stop = new AbortController();
  readonly #listeners: ((trusted: boolean) => void)[] = [];
  readonly #turns: Turns;
  /** The last selection seen in the editor; a live range, so it moves with the text. */
  #range: Range | null = null;

  constructor(readonly element: HTMLElement, signal: AbortSignal, options: AttachOptions) {
    this.family = familyOf(element);
    this.insert = options.insert;
    this.#turns = new Turns(element, this.#stop.signal);
    signal.addEventListener('abort', () => this.dispose(), { once: true, signal: this.#stop.signal });
    const on = { capture: true, signal: this.#stop.signal };
    element.ownerDocument.addEventListener('selectionchange', () => this.#see(), on);
    element.addEventListener('input', (event) => this.#changed(event.isTrusted), on);
    const watch = new MutationObserver(() => this.#changed(false));
    watch.observe(element, { childList: true, characterData: true, subtree: true });
    this.#stop.signal.addEventListener('abort', () => watch.disconnect(), { once: true });
    this.#see();
  }

  text(): EditorText {
    return readRich(this.element);
  }

  read(): string {
    return this.text().text;
  }

  whole(): string {
    return this.element.textContent ?? '';
  }

  selection(): Span | null {
    this.#see();
    const range = this.#range;
    if (range === null || !this.element.contains(range.startContainer)) return null;
    const text = this.text();
    const start = text.offset({ node: range.startContainer, offset: range.startOffset });
    const end = range.collapsed ? start : text.offset({ node: range.endContainer, offset: range.endOffset });
    return start === null || end === null ? null : { start, end: Math.max(start, end) };
  }

  select(span: Span): void {
    const range = this.rangeOf(span);
    this.focus();
    if (range !== null) this.#choose(range);
  }

  focus(): void {
    const frame = frameOf(this.element.ownerDocument);
    if (frame !== null && frame.ownerDocument.activeElement !== frame) (frame as HTMLElement).focus();
    if (this.element.ownerDocument.activeElement !== this.element) this.element.focus({ preventScroll: true });
  }

  replace(span: Span, text: string, expect: string): Promise<Outcome> {
    return this.#turns.take(text, () => this.#replace(span, text, expect));
  }

  insertAtCaret(text: string): Promise<Outcome> {
    return this.#turns.take(text, () => this.#insertAtCaret(text));
  }

  onInput(listener: (trusted: boolean) => void): void {
    this.#listeners.push(listener);
  }

  rangeOf(span: Span): Range | null {
    const text = this.text();
    if (span.end > text.text.length) return null;
    return rangeIn(text, span, this.element.ownerDocument);
  }

  boxes(span: Span): readonly Box[] {
    const range = this.rangeOf(span);
    return range === null ? [] : boxesOf(range, this.element.ownerDocument);
  }

  box(): Box {
    const frame = frameOf(this.element.ownerDocument);
    const own = boxOf(this.element);
    return frame === null ? own : clip(own, boxOf(frame));
  }

  paint(marks: readonly Mark[]): void {
    const text = marks.length > 0 ? this.text() : null;
    const ranges = new Map<MarkKind, Range[]>();
    for (const mark of marks) {
      const range = text === null || mark.end > text.text.length ? null : rangeIn(text, mark, this.element.ownerDocument);
      if (range !== null) ranges.set(mark.kind, [...(ranges.get(mark.kind) ?? []), range]);
    }
    paintRanges(this.element.ownerDocument, this, ranges, shadeOf(this.element));
  }

  dispose(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#listeners.length = 0;
    paintRanges(this.element.ownerDocument, this, new Map(), 'light');
  }

  async #replace(span: Span, text: string, expect: string): Promise<Outcome> {
    const grown = text === '' ? this.#grow(span) : null;
    const at = grown?.span ?? span;
    const whole = grown?.text ?? text;
    const before = this.read();
    if (before.slice(span.start, span.end) !== expect) return { ok: false, problem: 'changed', clipboard: false };
    const seen = before.slice(at.start, at.end);
    const range = this.rangeOf(at);
    if (range === null) return { ok: false, problem: 'gone', clipboard: false };
    this.focus();
    this.#choose(range);
    await pause(settleMs(this.family));
    const late = alike(this.selection(), at) ? null : this.rangeOf(at);
    if (late !== null) {
      // The engine put its own caret back over ours. What it has not seen chosen it forgets again while it pastes, and the words would go to that caret (CKEditor 4 in Firefox).
      this.#choose(late);
      await pause(settleMs(this.family));
    }
    // The agent may have typed in the meantime: what is replaced is what the asker saw, or nothing.
    const now = this.read();
    const again = this.rangeOf(at);
    if (now.slice(at.start, at.end) !== seen || again === null) return { ok: false, problem: 'changed', clipboard: false };
    this.#choose(again);
    const outcome = await put(this, whole, now.slice(0, at.start) + whole + now.slice(at.end), this.#turns.typed);
    // The neighbour went in again with the words before the caret: typing goes on where the words were.
    const caret = outcome.ok && grown !== null && at.start === span.start ? this.rangeOf({ start: span.start, end: span.start }) : null;
    if (caret !== null) this.#choose(caret);
    return outcome;
  }

  async #insertAtCaret(text: string): Promise<Outcome> {
    this.#see();
    const range = this.#range !== null && this.element.contains(this.#range.startContainer) ? this.#range.cloneRange() : this.rangeOf({ start: 0, end: 0 });
    if (range === null) return { ok: false, problem: 'gone', clipboard: false };
    const before = this.read();
    const wanted = this.selection();
    this.focus();
    this.#choose(range);
    await pause(settleMs(this.family));
    const now = this.read();
    const again = now === before && wanted !== null && !alike(this.selection(), wanted) ? this.rangeOf(wanted) : null;
    if (again !== null) {
      // On taking the focus back, some engines set the caret where they remember it: on a busy machine, after ours (TinyMCE).
      this.#choose(again);
      await pause(settleMs(this.family));
    }
    const at = this.selection() ?? { start: 0, end: 0 };
    return put(this, text, now.slice(0, at.start) + text + now.slice(at.end), this.#turns.typed);
  }

  #changed(trusted: boolean): void {
    for (const listener of this.#listeners) listener(trusted);
  }

  #see(): void {
    const selection = this.element.ownerDocument.defaultView?.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (this.element.contains(range.startContainer) && this.element.contains(range.endContainer)) this.#range = range.cloneRange();
  }

  #choose(range: Range): void {
    const selection = this.element.ownerDocument.defaultView?.getSelection();
    if (!selection) return;
    selection.removeAllRanges();
    selection.addRange(range);
    this.#range = range.cloneRange();
  }

  /**
   * Taking words out, for editors that keep a model of their own: a deletion by command leaves their model behind
   * (measured), a paste does not. So the neighbouring word goes out and in again with it.
   */
  #grow(span: Span): { readonly span: Span; readonly text: string } | null {
    if (!MODELS.has(this.family)) return null;
    const text = this.read();
    const after = /^[^\S\n]*(\S+)/u.exec(text.slice(span.end));
    if (after) return { span: { start: span.start, end: span.end + after[0].length }, text: after[1] ?? '' };
    const before = /(\S+)[^\S\n]*$/u.exec(text.slice(0, span.start));
    return before ? { span: { start: before.index, end: span.end }, text: before[1] ?? '' } : null;
  }
}

function alike(one: Span | null, other: Span): boolean {
  return one?.start === other.start && one.end === other.end;
}

function rangeIn(text: EditorText, span: Span, document: Document): Range | null {
  const start = text.place(span.start, 'start');
  const end = span.end === span.start ? start : text.place(span.end, 'end');
  if (start === null || end === null) return null;
  try {
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  } catch {
    return null;
  }
}
