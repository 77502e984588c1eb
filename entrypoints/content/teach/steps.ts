import { bodyOf, describeSite, pointable, type HostData, type Lesson, type Part, type Pointed } from '../../../utils/hosts';

/** The order in which parts are asked for: the reply box first, for it alone must be there. */
export const PARTS: readonly Part[] = ['editor', 'message', 'name', 'send'];

/**
 * How far a lesson has come: which part is asked for, what may be pointed at, what is pointed at now and what was taken. Knows the page's
 * tree, and nothing of mouse, keys or pictures.
 */
export class Steps {
  readonly #taken: { -readonly [P in Part]?: Element | null } = {};
  #at = 0;
  #offered: readonly Element[] = [];
  now: Element | null = null;

  /** @param editor where the agent was just writing: offered first; in a frame the frame */
  constructor(private readonly document: Document, private readonly lesson: () => Lesson, editor: Element | null) {
    this.#offer();
    if (editor !== null) this.now = editor;
  }

  get part(): Part {
    return PARTS[this.#at] ?? 'send';
  }
  get done(): boolean {
    return this.#at >= PARTS.length;
  }
  get number(): number {
    return this.#at + 1;
  }
  /** Its place among what is offered, from 1; 0 where the mouse found it. */
  get place(): { readonly at: number; readonly of: number } {
    return { at: this.now === null ? 0 : this.#offered.indexOf(this.now) + 1, of: this.#offered.length };
  }
  get taken(): readonly Element[] {
    return PARTS.slice(0, this.#at).flatMap((part) => this.#taken[part] ?? []);
  }

  next(by: 1 | -1): void {
    const offered = this.#offered.filter((element) => element.isConnected);
    const at = this.now === null ? -1 : offered.indexOf(this.now);
    if (offered.length > 0) this.now = offered[(at < 0 ? (by > 0 ? 0 : offered.length - 1) : at + by + offered.length) % offered.length] ?? null;
  }
  /** The element around it, or back to the one within; never the whole page. */
  wider(): void {
    const up = this.now?.parentElement;
    if (up && up.localName !== 'body' && up.localName !== 'html' && this.part !== 'editor') this.now = up;
  }
  narrower(): void {
    const inner = [...(this.now?.children ?? [])].find((child) => (child.textContent ?? '').trim() !== '' || child.matches('button, input'));
    if (inner && this.part !== 'editor') this.now = inner;
  }

  /** What lies under the mouse, made into what can be meant by it. */
  over(element: Element | null): void {
    const meant = element === null ? null : this.#meant(element);
    if (meant !== null) this.now = meant;
  }
  #meant(element: Element): Element | null {
    if (this.part === 'editor') {
      if (element.localName === 'iframe') return bodyOf(element as HTMLIFrameElement) === null ? null : element;
      const field = element.closest('textarea, [contenteditable]:not([contenteditable=false])');
      return field ?? this.#offered.find((offered) => element.contains(offered)) ?? null;
    }
    if (element.matches('html, body')) return null;
    if (this.part === 'send') return element.closest('button, [role=button], input[type=submit], input[type=button], input[type=image], a') ?? element;
    // Of a message nobody means the word that lies under the mouse.
    return this.part === 'message' ? (element.closest('p, li, div, td, section, article, blockquote, pre, dd') ?? element) : element;
  }

  /** Takes what is pointed at, or nothing. @returns false where it can't be told from the rest of the page, or must not be skipped */
  take(skip: boolean): boolean {
    const { part } = this;
    const element = skip ? null : this.now;
    if (part === 'editor' && element === null) return false;
    if (!skip && element === null) return false;
    this.#taken[part] = element;
    if (element !== null && 'problem' in describeSite(this.#pointed(this.#at + 1), this.lesson())) {
      delete this.#taken[part];
      return false;
    }
    this.#at += 1;
    this.#offer();
    return true;
  }
  back(): void {
    if (this.#at === 0) return;
    this.#at -= 1;
    const before = this.#taken[this.part] ?? null;
    this.#offer();
    this.now = before ?? this.now;
  }

  /** The lesson as a description; null where the page has changed meanwhile. */
  host(): HostData | null {
    const made = describeSite(this.#pointed(PARTS.length), this.lesson());
    return 'host' in made ? made.host : null;
  }

  #pointed(parts: number): Pointed {
    const of = (part: Part): Element | null => (PARTS.indexOf(part) < parts ? (this.#taken[part] ?? null) : null);
    // The editor is taken before anything else is asked.
    return { editor: this.#taken.editor ?? this.document.body, message: of('message'), name: of('name'), send: of('send') };
  }

  #offer(): void {
    this.now = null;
    if (this.done) return;
    const known = Object.fromEntries(PARTS.flatMap((part) => (this.#taken[part] ? [[part, this.#taken[part]]] : []))) as Partial<Pointed>;
    this.#offered = pointable(this.part, this.document, known).filter((element) => !this.taken.includes(element));
    // The last message is the latest nearly everywhere; of the others the nearest.
    this.now = (this.part === 'message' ? this.#offered.at(-1) : this.#offered[0]) ?? null;
  }
}
