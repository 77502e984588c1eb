import { button, Layer, make, type Place, type Theme } from './layer';
import type { Words } from './words';

/** One step of teaching, as it is shown. */
export interface TeachStep {
  /** "2 of 4". */
  readonly count: string;
  /** The one sentence that says what to point at. */
  readonly ask: string;
  /** What is pointed at now, said; null where nothing is. */
  readonly here: string | null;
  /** Why it was not taken. */
  readonly problem: string | null;
  readonly skip: boolean;
  readonly back: boolean;
}
export interface TeachActs {
  take(): void;
  skip(): void;
  back(): void;
  leave(): void;
  /** The mouse is over a place of the page, or turns its wheel there. In px of the viewport. */
  over(x: number, y: number): void;
  wheel(x: number, y: number, dx: number, dy: number): void;
}
/** The last question, where the page is known already. */
export interface TeachQuestion {
  readonly text: string;
  readonly yes: { readonly label: string; readonly run: () => void };
  readonly no: { readonly label: string; readonly run: () => void };
}

const CSS = `
.shield { position: fixed; inset: 0; cursor: crosshair; pointer-events: auto; }
.ring { position: fixed; border-radius: 6px; pointer-events: none; box-shadow: 0 0 0 2px var(--surface), 0 0 0 4px var(--accent), 0 0 0 6px var(--surface); background: color-mix(in srgb, var(--accent) 12%, transparent); }
.ring.kept { box-shadow: none; background: none; border: 2px dashed var(--accent); }
.card { position: fixed; left: 50%; transform: translateX(-50%); width: 440px; max-width: calc(100vw - 24px); padding: 12px; display: grid; gap: 6px; cursor: default; outline: none; }
.card:focus-visible { outline: none; }
.card[data-at='bottom'] { bottom: 12px; } .card[data-at='top'] { top: 12px; }
.count { font-size: 11px; line-height: 16px; color: var(--muted); }
.ask { font-size: 14px; line-height: 20px; font-weight: 600; }
.here { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; min-height: 18px; }
.problem { color: var(--late); }
.keys { font-size: 11px; line-height: 16px; color: var(--muted); }
.foot { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
.foot button { padding: 4px 12px; border-radius: 6px; color: var(--ink); } .foot button:hover { background: var(--hover); }
.foot .main, .foot .main:hover { background: var(--accent); color: var(--on-accent); }
.foot .end { margin-inline-start: auto; } .foot small { font-size: 11px; opacity: .8; }
@media (forced-colors: active) { .ring { outline: 3px solid Highlight; } .ring.kept { outline: 2px dashed CanvasText; } }
`;
/** px around what is pointed at. */
const AROUND = 3;

/**
 * What is seen while a site is taught: a ring around what is pointed at, above the page and not in it, and a card with one sentence. A
 * shield takes the mouse, so that nothing of the page is pressed by pointing; keys are handed in by whoever listens first.
 */
export class TeachView {
  readonly #layer: Layer;
  readonly #shield: HTMLElement;
  readonly #card: HTMLElement;
  readonly #live: HTMLElement;
  #rings: readonly HTMLElement[] = [];
  /** For keys: what the question's buttons do. */
  #question: TeachQuestion | null = null;

  constructor(private readonly document: Document, private readonly words: Words, private readonly acts: TeachActs, signal: AbortSignal) {
    this.#layer = new Layer(document, CSS, signal);
    this.#shield = make(document, 'div', { class: 'shield' });
    this.#shield.addEventListener('pointermove', ({ clientX, clientY }) => acts.over(clientX, clientY), { signal });
    this.#shield.addEventListener('wheel', ({ clientX, clientY, deltaX, deltaY }) => acts.wheel(clientX, clientY, deltaX, deltaY), { signal, passive: true });
    this.#card = make(document, 'div', { class: 'card', role: 'dialog', 'aria-label': words('inline_teach'), tabindex: '-1', 'data-at': 'bottom' });
    this.#live = make(document, 'div', { class: 'unseen', role: 'status', 'aria-live': 'assertive' });
    this.#layer.box.append(this.#shield, this.#card, this.#live);
  }

  theme(theme: Theme): void {
    this.#layer.theme(theme);
  }
  get host(): HTMLElement {
    return this.#layer.host;
  }
  show(): void {
    this.#layer.show();
    // Out of the panel's frame: keys must reach this page, and a reader must hear what is asked.
    this.document.defaultView?.focus();
    this.#card.focus({ preventScroll: true });
  }
  /** Does the card lie over this point? Its buttons are pressed there, and nothing is pointed at. */
  covers(x: number, y: number): boolean {
    const { left, top, right, bottom } = this.#card.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }
  /** Whether the mouse reaches the page for a look at what lies under it. */
  lift(up: boolean): void {
    this.#shield.style.pointerEvents = up ? 'none' : 'auto';
  }

  step({ count, ask, here, problem, skip, back }: TeachStep): void {
    const { document, words, acts } = this;
    this.#question = null;
    const say = make(document, 'div', { class: 'ask' }, ask);
    const what = make(document, 'div', { class: problem === null ? 'here quiet' : 'here problem', dir: 'auto' }, problem ?? here ?? '');
    const foot = make(document, 'div', { class: 'foot' },
      button(document, { class: 'main' }, words('inline_teach_take'), acts.take),
      ...(skip ? [withKey(button(document, { 'aria-keyshortcuts': 'Delete' }, words('inline_teach_skip'), acts.skip), 'Del')] : []),
      ...(back ? [withKey(button(document, { 'aria-keyshortcuts': 'Backspace' }, words('inline_teach_back'), acts.back), '⌫')] : []),
      withKey(button(document, { class: 'end', 'aria-keyshortcuts': 'Escape' }, words('inline_teach_leave'), acts.leave), 'Esc'),
    );
    this.#card.replaceChildren(make(document, 'div', { class: 'count' }, count), say, what, foot, make(document, 'div', { class: 'keys' }, words('inline_teach_keys')));
    this.#live.textContent = [problem ?? `${count}. ${ask}`, here ?? ''].join(' ');
  }

  ask(question: TeachQuestion): void {
    const { document, words, acts } = this;
    this.#question = question;
    this.#card.replaceChildren(
      make(document, 'div', { class: 'ask' }, question.text),
      make(document, 'div', { class: 'foot' },
        withKey(button(document, { class: 'main' }, question.yes.label, question.yes.run), '↵'), withKey(button(document, {}, question.no.label, question.no.run), 'Del'),
        withKey(button(document, { class: 'end' }, words('inline_teach_leave'), acts.leave), 'Esc')),
    );
    this.#live.textContent = question.text;
  }
  /** The question was answered by a key. @returns whether one is asked */
  answer(yes: boolean): boolean {
    const question = this.#question;
    this.#question = null;
    if (question) (yes ? question.yes : question.no).run();
    return question !== null;
  }

  /** Rings: around what is pointed at, and around what was taken before. The card goes to the edge where it hides less. */
  rings(now: Place | null, kept: readonly Place[]): void {
    this.#rings.forEach((ring) => ring.remove());
    this.#rings = [...kept.map((place) => this.#ring(place, 'ring kept')), ...(now ? [this.#ring(now, 'ring')] : [])];
    this.#card.before(...this.#rings);
    const height = this.document.defaultView?.innerHeight ?? 0;
    if (now) this.#card.dataset['at'] = (now.top + now.bottom) / 2 > height / 2 ? 'top' : 'bottom';
  }
  #ring({ left, top, right, bottom }: Place, name: string): HTMLElement {
    const ring = make(this.document, 'div', { class: name });
    Object.assign(ring.style, { left: `${left - AROUND}px`, top: `${top - AROUND}px`, width: `${right - left + 2 * AROUND}px`, height: `${bottom - top + 2 * AROUND}px` });
    return ring;
  }
}

function withKey(element: HTMLElement, key: string): HTMLElement {
  const { ownerDocument } = element;
  element.append(' ', make(ownerDocument, 'small', { 'aria-hidden': 'true' }, key));
  return element;
}
