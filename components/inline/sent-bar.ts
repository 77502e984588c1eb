import { button, Layer, make, type Place, type Theme } from './layer';
import { counted, type Words } from './words';

/** A promise that went out unconfirmed. */
export interface SentPromise {
  readonly id: string;
  readonly text: string;
  /** "Thu 26 Nov, 15:00", or null without a date. */
  readonly when: string | null;
  /** sent: it did go out. unsure: it may have. later: at another time, from which its date counts. */
  readonly going?: Going;
}
export type Going = (typeof GOINGS)[number];
/** A place of the reply that was not filled in. */
export interface LeftPlace {
  /** '' where the page that held it is gone. */
  readonly text: string;
  /** What is missing there. */
  readonly what: string;
  /** Shows it in the draft; null where that is gone. */
  readonly show: (() => void) | null;
}
export interface SentActs {
  readonly keep: (id: string) => void;
  readonly drop: (id: string) => void;
}

/** px: its width, and the room it leaves at the page's edge and beside the panel. */
const LEAST = 300, WIDEST = 520, EDGE = 16;
const CSS = `
.card { position: fixed; left: 50%; bottom: ${EDGE}px; transform: translateX(-50%); width: min(${WIDEST}px, calc(100vw - ${EDGE * 2}px)); padding: 8px 12px; }
.head { display: flex; justify-content: space-between; gap: 12px; font-weight: 600; }
.row { display: flex; gap: 12px; align-items: baseline; padding: 4px 0; }
.what { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.when { color: var(--due); white-space: nowrap; }
.row[data-left] .what { flex: 1 1 30%; min-width: 64px; } .row[data-left] .when { flex: 0 1 auto; white-space: normal; }
.main { background: var(--accent); color: var(--on-accent); border-radius: 6px; padding: 2px 10px; white-space: nowrap; }
.plain { color: var(--muted); white-space: nowrap; } .plain:hover { text-decoration: underline; }
`;
/** A press on a button is over by then. */
const PRESSED_MS = 1500;
/** Rows shown; the panel lists the rest. */
const MOST = 3;
/** How sure the sending is, as the bar asks about it, and by which words. */
const GOINGS = ['sent', 'unsure', 'later'] as const;
const HEADS = { sent: 'inline_sent', unsure: 'inline_unsure', later: 'inline_later' } as const;

/** After a sending: what was promised and not kept yet is offered once more. It stays until it is answered or closed. */
export class SentBar {
  readonly #layer: Layer;
  #left: SentPromise[] = [];
  #places: readonly LeftPlace[] = [];
  #drawer: Place | null = null;
  #placesSent = false;

  constructor(private readonly document: Document, private readonly words: Words, private readonly language: string, private readonly acts: SentActs, signal: AbortSignal) {
    this.#layer = new Layer(document, CSS, signal);
  }
  theme(theme: Theme): void {
    this.#layer.theme(theme);
  }
  get open(): boolean {
    return this.#left.length > 0 || this.filling;
  }
  /** It shows places to fill in. */
  get filling(): boolean {
    return this.#places.length > 0;
  }
  holds(event: Event): boolean {
    return this.#layer.holds(event);
  }
  /** What lies over the page at its edge: the bar stands in what that leaves, where it leaves enough. */
  beside(drawer: Place | null): void {
    this.#drawer = drawer;
    this.#stand();
  }

  show(promises: readonly SentPromise[]): void {
    this.#left = [...this.#left.filter((old) => promises.every(({ id }) => id !== old.id)), ...promises];
    this.#draw();
  }
  /** What is still to fill in, while the reply is being sent (`sent` false) or after it; none takes the list away. Nothing is held up by it. */
  fill(places: readonly LeftPlace[], sent: boolean): void {
    if (places.length === 0 && !this.filling) return;
    this.#places = places;
    this.#placesSent = sent;
    this.#draw();
    if (!sent) this.#letThrough();
  }
  /** It comes while the mouse is still down on the page's own button: where it stands over that, the click must be the page's. */
  #letThrough(): void {
    const card = this.#layer.box.querySelector<HTMLElement>('.card');
    if (card === null) return;
    card.style.pointerEvents = 'none';
    const back = (): void => { card.style.pointerEvents = ''; };
    this.document.defaultView?.addEventListener('mouseup', () => setTimeout(back, 0), { once: true, capture: true });
    setTimeout(back, PRESSED_MS);
  }
  /** The first one, for the key that keeps. */
  keepFirst(): boolean {
    const [first] = this.#left;
    if (first) this.#answer(first.id, 'keep');
    return first !== undefined;
  }
  /** What may have been sent was. */
  proved(ids: readonly string[]): void {
    if (!this.#left.some(({ id, going }) => going === 'unsure' && ids.includes(id))) return;
    this.#left = this.#left.map((each) => (each.going === 'unsure' && ids.includes(each.id) ? { ...each, going: 'sent' } : each));
    this.#draw();
  }
  /** Answered elsewhere, in the panel. */
  gone(id: string): void {
    if (!this.#left.some((each) => each.id === id)) return;
    this.#left = this.#left.filter((each) => each.id !== id);
    this.#draw();
  }
  hide(): void {
    this.#left = [];
    this.#places = [];
    this.#layer.hide();
  }

  /** Keys while the focus is in the bar: handed in before the page hears them. */
  key(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') this.hide();
    else if (event.key === 'Enter' || event.key === ' ') (this.#layer.root.activeElement as HTMLElement | null)?.dispatchEvent(new CustomEvent('press'));
    else return event.key !== 'Tab' && event.key !== 'Shift';
    return true;
  }

  #answer(id: string, how: keyof SentActs): void {
    this.acts[how](id);
    this.gone(id);
  }

  #draw(): void {
    if (!this.open) return this.#layer.hide();
    const { document, words } = this;
    const close = press(button(document, { class: 'plain', 'aria-label': words('inline_close') }, '×', () => this.hide()), () => this.hide());
    const head = (key: string, count: number): HTMLElement => make(document, 'div', { class: 'head' }, make(document, 'span', { role: 'status' }, counted(words, this.language, key, count)));
    const parts = [
      ...(this.filling ? [head(this.#placesSent ? 'left_sent' : 'left_sending', this.#places.length), ...this.#places.slice(0, MOST).map((place) => this.#place(place))] : []),
      ...GOINGS.flatMap((going) => {
        const promises = this.#left.filter((each) => (each.going ?? 'sent') === going);
        return promises.length > 0 ? [head(HEADS[going], promises.length), ...promises.slice(0, MOST).map((promise) => this.#promise(promise))] : [];
      }),
    ];
    parts[0]?.append(close);
    const label = words(this.#left.length > 0 ? 'inline_sent_label' : 'left_title');
    this.#layer.box.replaceChildren(make(document, 'section', { class: 'card', 'aria-label': label }, ...parts));
    this.#layer.show();
    this.#stand();
  }

  #stand(): void {
    const card = this.#layer.box.querySelector<HTMLElement>('.card'), width = this.document.documentElement.clientWidth, drawer = this.#drawer;
    if (card === null) return;
    const [from, to] = drawer === null ? [0, width] : drawer.left > width - drawer.right ? [0, drawer.left] : [drawer.right, width];
    const beside = drawer !== null && to - from >= LEAST + EDGE * 2;
    Object.assign(card.style, beside ? { left: `${(from + to) / 2}px`, width: `${Math.min(WIDEST, to - from - EDGE * 2)}px` } : { left: '', width: '' });
  }

  #place({ text, what, show }: LeftPlace): HTMLElement {
    const { document, words } = this;
    return make(document, 'div', { class: 'row', 'data-left': '' },
      ...(text === '' ? [] : [make(document, 'span', { class: 'what', title: text }, words('inline_quote', { text }))]), make(document, 'span', { class: 'when' }, what),
      ...(show === null ? [] : [press(button(document, { class: 'main' }, words('left_show'), show), show)]));
  }

  #promise({ id, text, when }: SentPromise): HTMLElement {
    const { document, words } = this;
    const answer = (how: keyof SentActs) => (): void => this.#answer(id, how);
    return make(document, 'div', { class: 'row', 'data-id': id },
      make(document, 'span', { class: 'what', title: text }, words('inline_quote', { text })),
      make(document, 'span', { class: 'when' }, when ?? words('inline_no_date')),
      press(button(document, { class: 'main' }, words('inline_sent_keep'), answer('keep')), answer('keep')),
      press(button(document, { class: 'plain' }, words('inline_sent_drop'), answer('drop')), answer('drop')),
    );
  }
}

/** What a key does that was handed in, see `key`. */
function press(element: HTMLElement, act: () => void): HTMLElement {
  element.addEventListener('press', act);
  return element;
}
