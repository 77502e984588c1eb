import { button, Layer, make, type Place, type Theme } from './layer';
import type { Words } from './words';

/** What a popover says of one mark. */
export interface Advice {
  /** Name of the kind of mark. */
  readonly title: string;
  /** What the customer will hear. */
  readonly message: string;
  readonly alternatives: readonly string[];
  /** The rule's reason, folded; null where it says no more than the message. */
  readonly why: string | null;
  readonly take: (text: string) => void;
  readonly dismiss: () => void;
  readonly silence: (() => void) | null;
  /** Where the mark comes from, said; null where it came with the extension. */
  readonly from: string | null;
  /** Switches all off that comes from there; null where that is not the agent's to do. */
  readonly leave: { readonly label: string; readonly run: () => void } | null;
  /** The term is the agent's own; null where the mark is of no term. */
  readonly teach: (() => void) | null;
  /** One act of its own, for a promise: keep it. */
  readonly act: { readonly label: string; readonly run: () => void } | null;
}

const CSS = `
.card { position: fixed; width: 300px; max-height: 60vh; overflow: auto; padding: 8px; }
.title { font-size: 11px; line-height: 16px; color: var(--muted); }
.message { margin: 2px 0 8px; }
.list { display: grid; gap: 2px; }
.pick { padding: 4px 8px; border-radius: 6px; overflow-wrap: anywhere; display: flex; gap: 8px; justify-content: space-between; }
.pick:hover { background: var(--hover); }
.pick.on { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
.key { color: var(--muted); font-weight: 400; flex: none; }
.foot { display: flex; gap: 12px; margin-top: 8px; padding-top: 6px; border-top: 1px solid var(--line); font-size: 12px; flex-wrap: wrap; }
.foot button { color: var(--muted); } .foot button:hover, .foot button.on { color: var(--ink); text-decoration: underline; }
.why, .from { margin-top: 6px; color: var(--muted); }
.from { font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
`;
const WIDTH = 300;
/** px between the popover and the mark, and the edge. */
const GAP = 6;

/**
 * The reason and the alternatives of one mark. The focus stays in the editor: arrows, Enter and Escape are handed in by
 * whoever listens first (`key`), so no field of ours and no key of the agent's reaches the page.
 */
export class Popover {
  readonly #layer: Layer;
  readonly #live: HTMLElement;
  readonly #card: HTMLElement;
  #advice: Advice | null = null;
  #picks: { readonly element: HTMLElement; readonly run: () => void }[] = [];
  #at = 0;
  #whyOpen = false;

  constructor(private readonly document: Document, private readonly words: Words, signal: AbortSignal) {
    this.#layer = new Layer(document, CSS, signal);
    this.#card = make(document, 'div', { class: 'card', role: 'dialog', 'aria-modal': 'false' });
    this.#live = make(document, 'div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
    this.#layer.box.append(this.#card, this.#live);
    signal.addEventListener('abort', () => this.hide(), { once: true });
  }

  get open(): boolean {
    return this.#advice !== null;
  }
  theme(theme: Theme): void {
    this.#layer.theme(theme);
  }
  holds(event: Event): boolean {
    return this.#layer.holds(event);
  }

  show(advice: Advice, place: Place): void {
    this.#advice = advice;
    // Without an alternative Enter only closes: it must not dismiss by surprise.
    this.#at = advice.alternatives.length > 0 || advice.act !== null ? 0 : -1;
    this.#whyOpen = false;
    this.#layer.show();
    this.#draw();
    this.move(place);
    const first = advice.alternatives[0];
    this.#live.textContent = [advice.title, advice.message, first === undefined ? '' : this.words('inline_popover_said', { text: first }), advice.from ?? ''].filter(Boolean).join('. ');
  }

  move(place: Place): void {
    const view = this.document.defaultView;
    if (!view || !this.#advice) return;
    const { height } = this.#card.getBoundingClientRect();
    const below = place.bottom + GAP + height <= view.innerHeight || place.top - GAP - height < 0;
    Object.assign(this.#card.style, {
      left: `${Math.max(GAP, Math.min(place.left, view.innerWidth - WIDTH - GAP))}px`,
      top: `${Math.max(GAP, below ? Math.min(place.bottom + GAP, view.innerHeight - height - GAP) : place.top - GAP - height)}px`,
    });
  }

  hide(): void {
    this.#advice = null;
    this.#picks = [];
    this.#layer.hide();
  }

  /** A key while it is open; true where it was meant for the popover. Any other key closes it and goes on its way. */
  key(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>): boolean {
    if (!this.open) return false;
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return false;
    const bare = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (bare && event.key === 'Escape') this.hide();
    else if (bare && event.key === 'ArrowDown') this.#step(1);
    else if (bare && event.key === 'ArrowUp') this.#step(-1);
    else if (bare && event.key === 'Enter') (this.#picks[this.#at]?.run ?? (() => this.hide()))();
    else {
      this.hide();
      return false;
    }
    return true;
  }

  #step(by: number): void {
    if (this.#picks.length === 0) return;
    this.#at = this.#at < 0 && by < 0 ? this.#picks.length - 1 : (this.#at + by + this.#picks.length) % this.#picks.length;
    this.#select();
    this.#live.textContent = this.#picks[this.#at]?.element.textContent ?? '';
  }

  #select(): void {
    this.#picks.forEach(({ element }, index) => {
      element.classList.toggle('on', index === this.#at);
      element.setAttribute('aria-current', String(index === this.#at));
    });
  }

  #draw(): void {
    const advice = this.#advice;
    if (!advice) return;
    const { document, words } = this;
    this.#picks = [];
    const pick = (label: string, kind: string, run: () => void, key = ''): HTMLElement => {
      const done = (): void => {
        this.hide();
        run();
      };
      const element = button(document, { class: kind, tabindex: '-1' }, label, done);
      if (key !== '') element.append(make(document, 'span', { class: 'key', 'aria-hidden': 'true' }, key));
      this.#picks.push({ element, run: done });
      return element;
    };
    const list = make(document, 'div', { class: 'list' });
    if (advice.act) list.append(pick(advice.act.label, 'pick', advice.act.run, '↵'));
    advice.alternatives.slice(0, 3).forEach((text, index) => {
      list.append(pick(text === '' ? words('inline_popover_remove') : text, 'pick', () => advice.take(text), index === 0 && !advice.act ? '↵' : ''));
    });
    const foot = make(document, 'div', { class: 'foot' });
    foot.append(pick(words('inline_popover_dismiss'), 'plain', advice.dismiss));
    if (advice.teach) foot.append(pick(words('inline_popover_teach'), 'plain', advice.teach));
    if (advice.silence) foot.append(pick(words('inline_popover_silence'), 'plain', advice.silence));
    if (advice.leave) foot.append(pick(advice.leave.label, 'plain', advice.leave.run));
    if (advice.why !== null) foot.append(this.#why(advice.why));
    this.#card.setAttribute('aria-label', advice.title);
    this.#card.replaceChildren(
      make(document, 'div', { class: 'title' }, advice.title),
      make(document, 'div', { class: 'message' }, advice.message),
      list,
      ...(advice.from === null ? [] : [make(document, 'div', { class: 'from' }, advice.from)]),
      foot,
      ...(this.#whyOpen && advice.why !== null ? [make(document, 'div', { class: 'why' }, advice.why)] : []),
    );
    this.#select();
  }

  #why(why: string): HTMLElement {
    const toggle = (): void => {
      this.#whyOpen = !this.#whyOpen;
      const at = this.#at;
      this.#draw();
      this.#at = Math.min(at, this.#picks.length - 1);
      this.#select();
      if (this.#whyOpen) this.#live.textContent = why;
    };
    const element = button(this.document, { tabindex: '-1', 'aria-expanded': String(this.#whyOpen) }, this.words('inline_popover_why'), toggle);
    this.#picks.push({ element, run: toggle });
    return element;
  }
}
