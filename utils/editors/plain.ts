import type { Span } from '../language';
import { boxOf, frameOf } from './boxes';
import { settleMs } from './families';
import { pause, put, type Surface } from './insert';
import { Mirror } from './mirror';
import { readPlain } from './read-plain';
import { Turns } from './turns';
import type { Box, EditorAdapter, EditorText, Mark, Outcome } from './types';

/** A textarea, also one that a framework keeps in step with its own state. */
export class PlainEditor implements EditorAdapter, Surface {
  readonly family = 'textarea';
  readonly insert = 'exec';
  readonly #stop = new AbortController();
  readonly #listeners: ((trusted: boolean) => void)[] = [];
  readonly #mirror: Mirror;
  readonly #turns: Turns;

  constructor(readonly element: HTMLTextAreaElement, signal: AbortSignal) {
    this.#mirror = new Mirror(element);
    this.#turns = new Turns(element, this.#stop.signal);
    signal.addEventListener('abort', () => this.dispose(), { once: true, signal: this.#stop.signal });
    const on = { capture: true, signal: this.#stop.signal };
    element.addEventListener('input', (event) => {
      for (const listener of this.#listeners) listener(event.isTrusted);
    }, on);
    element.addEventListener('change', () => {
      for (const listener of this.#listeners) listener(false);
    }, on);
  }

  text(): EditorText {
    return readPlain(this.element);
  }

  read(): string {
    return this.text().text;
  }

  whole(): string {
    return this.element.value;
  }

  selection(): Span | null {
    const text = this.text();
    const start = text.offset({ node: this.element, offset: this.element.selectionStart });
    const end = text.offset({ node: this.element, offset: this.element.selectionEnd });
    return start === null || end === null ? null : { start, end };
  }

  select(span: Span): void {
    this.focus();
    this.#choose(span);
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

  rangeOf(): Range | null {
    return null;
  }

  boxes(span: Span): readonly Box[] {
    const text = this.text();
    const start = text.place(span.start, 'start');
    const end = text.place(span.end, 'end');
    return start && end ? this.#mirror.boxes(start.offset, end.offset) : [];
  }

  box(): Box {
    return boxOf(this.element);
  }

  paint(marks: readonly Mark[]): void {
    const text = this.text();
    this.#mirror.show(marks.flatMap((mark) => {
      const start = text.place(mark.start, 'start');
      const end = text.place(mark.end, 'end');
      return start && end && mark.end <= text.text.length ? [{ kind: mark.kind, start: start.offset, end: end.offset }] : [];
    }));
  }

  dispose(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#listeners.length = 0;
    this.#mirror.dispose();
  }

  async #replace(span: Span, text: string, expect: string): Promise<Outcome> {
    await this.#settle();
    const before = this.read();
    if (before.slice(span.start, span.end) !== expect) return { ok: false, problem: 'changed', clipboard: false };
    if (!this.#choose(span)) return { ok: false, problem: 'gone', clipboard: false };
    this.#endTyping();
    return put(this, text, before.slice(0, span.start) + text + before.slice(span.end), this.#turns.typed);
  }

  async #insertAtCaret(text: string): Promise<Outcome> {
    const saved = [this.element.selectionStart, this.element.selectionEnd] as const;
    await this.#settle();
    if (this.element.selectionStart !== saved[0]) this.element.setSelectionRange(...saved);
    const before = this.read();
    const at = this.selection();
    this.#endTyping();
    // A caret inside the quoted text is the agent's own choice: the reply doesn't change then, the value does.
    return put(this, text, at === null ? `${before}${text}` : before.slice(0, at.start) + text + before.slice(at.end), this.#turns.typed);
  }

  /** Chromium joins a command to the typing right before it, in one undo step, unless the selection moved in between. */
  #endTyping(): void {
    const { selectionStart, selectionEnd, selectionDirection, value } = this.element;
    const elsewhere = selectionStart === 0 && selectionEnd === 0 ? value.length : 0;
    this.element.setSelectionRange(elsewhere, elsewhere);
    this.element.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  }

  async #settle(): Promise<void> {
    if (this.element.ownerDocument.activeElement === this.element && frameOf(this.element.ownerDocument) === null) return;
    this.focus();
    await pause(settleMs(this.family));
  }

  #choose(span: Span): boolean {
    const text = this.text();
    const start = text.place(span.start, 'start');
    const end = span.end === span.start ? start : text.place(span.end, 'end');
    if (!start || !end) return false;
    this.element.setSelectionRange(start.offset, end.offset);
    return true;
  }
}
