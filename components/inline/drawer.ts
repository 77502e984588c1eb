import { button, Layer, make, type Place, type Theme } from './layer';
import { counted, type Words } from './words';

export interface DrawerState {
  /** CSS px. */
  readonly width: number;
  readonly open: boolean;
}
export interface DrawerOptions {
  readonly document: Document;
  /** Address of the panel's page. */
  readonly src: string;
  readonly words: Words;
  readonly language: string;
  readonly state: DrawerState;
  /** The agent changed width, or slid it: to be remembered for this origin. */
  readonly onState: (state: DrawerState) => void;
  /** The frame did not come up: the browser's own side panel is wanted. Called from a click, so the gesture counts. */
  readonly onNative: () => void;
  readonly signal: AbortSignal;
}

/** px; the panel is laid out for these. */
export const WIDTHS = { least: 320, usual: 360, most: 480 } as const;
const TAB = 28;
const MARGIN = 8;
/** ms in which the panel's page has to say that it is up. Generous: a cold background answers first. */
const PATIENCE_MS = 6000;

const CSS = `
.frame { position: fixed; top: ${MARGIN}px; bottom: ${MARGIN}px; display: flex; background: var(--ground); overflow: hidden; }
.frame[data-side='right'] { right: ${MARGIN}px; } .frame[data-side='left'] { left: ${MARGIN}px; flex-direction: row-reverse; }
iframe { flex: 1; border: 0; min-width: 0; background: var(--ground); }
.grip { width: 6px; cursor: ew-resize; flex: none; touch-action: none; } .grip:hover, .grip:focus-visible { background: var(--accent-soft); }
.slide { position: absolute; top: 6px; width: 24px; height: 24px; text-align: center; border-radius: 6px; color: var(--muted); }
.frame[data-side='right'] .slide { right: 6px; } .frame[data-side='left'] .slide { left: 6px; }
.slide:hover { background: var(--hover); color: var(--ink); }
.tab { position: fixed; width: ${TAB}px; padding: 10px 0; display: grid; gap: 6px; justify-items: center; background: var(--surface);
  border: 1px solid var(--line); box-shadow: 0 2px 8px rgb(0 0 0 / .14); font-weight: 600; font-size: 12px; line-height: 16px; }
.tab[data-side='right'] { right: 0; border-radius: 6px 0 0 6px; border-right: 0; } .tab[data-side='left'] { left: 0; border-radius: 0 6px 6px 0; border-left: 0; }
.tab:hover { background: var(--hover); }
.count { min-width: 18px; border-radius: 9px; text-align: center; } .count.marks { color: var(--accent); } .count.due { color: var(--due); }
.count.none { color: var(--muted); font-weight: 400; }
.fallback { position: absolute; inset: 0; display: grid; place-content: center; gap: 12px; padding: 24px; text-align: center; background: var(--ground); }
.main { background: var(--accent); color: var(--on-accent); border-radius: 6px; padding: 4px 12px; justify-self: center; }
`;

/**
 * The panel's page in a frame at the edge, in a closed shadow root. It slides away to a narrow tab with two counts, and
 * goes to the other edge, or slides by itself, where it would lie over the page's send button.
 */
export class Drawer {
  readonly #layer: Layer;
  readonly #frame: HTMLElement;
  readonly #tab: HTMLElement;
  #state: DrawerState;
  #side: 'right' | 'left' = 'right';
  #obstacles: { readonly send: readonly Place[]; readonly editor: Place | null } = { send: [], editor: null };
  #ready = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly options: DrawerOptions) {
    const { document, signal, state, words } = options;
    this.#state = { open: state.open, width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, state.width)) };
    this.#layer = new Layer(document, CSS, signal);
    this.#frame = make(document, 'aside', { class: 'frame card', 'aria-label': words('inline_drawer') });
    this.#tab = button(document, { class: 'tab' }, '', () => this.slide(true, true));
    document.defaultView?.addEventListener('resize', () => this.#place(), { signal });
    signal.addEventListener('abort', () => this.hide(), { once: true });
  }

  theme(theme: Theme): void {
    this.#layer.theme(theme);
  }
  /** Where it lies over the page, or null while it is slid away. */
  get covers(): Place | null {
    return this.#layer.host.isConnected && this.#frame.style.display === 'flex' ? this.#area(this.#side, this.#state.width) : null;
  }

  /** Shows the drawer; the frame is made the first time it is open. */
  show(): void {
    this.#layer.show();
    this.#place();
  }
  hide(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#frame.replaceChildren();
    this.#layer.hide();
  }

  /** The panel's page said it is up. */
  ready(): void {
    this.#ready = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#frame.querySelector('.fallback')?.remove();
  }

  /** @param kept whether it is the agent's wish, to be remembered */
  slide(open: boolean, kept: boolean): void {
    this.#state = { ...this.#state, open };
    if (kept) this.options.onState(this.#state);
    this.#place();
  }

  /** @param marks in this reply @param due promises due today or late */
  counts(marks: number, due: number): void {
    const { document, words, language } = this.options;
    const label = `${words('inline_drawer_show')}. ${counted(words, language, 'inline_marks', marks)}, ${counted(words, language, 'inline_due', due)}`;
    this.#tab.setAttribute('aria-label', label);
    this.#tab.title = label;
    this.#tab.replaceChildren(...([[marks, 'marks'], [due, 'due']] as const).map(([count, kind]) =>
      make(document, 'span', { class: `count ${count === 0 ? 'none' : kind}`, 'aria-hidden': 'true' }, String(count))));
  }

  /** What it must not lie over: the page's send buttons; and, where it can, not over the editor. */
  avoid(send: readonly Place[], editor: Place | null): void {
    this.#obstacles = { send, editor };
    this.#place();
  }

  #area(side: 'right' | 'left', width: number): Place {
    const view = this.options.document.documentElement;
    const left = side === 'right' ? view.clientWidth - width - MARGIN : MARGIN;
    return { left, right: left + width, top: MARGIN, bottom: (this.options.document.defaultView?.innerHeight ?? 0) - MARGIN };
  }

  #place(): void {
    const { width } = this.#state;
    const { send, editor } = this.#obstacles;
    const hits = (side: 'right' | 'left', w: number): boolean => send.some((box) => shared(box, this.#area(side, w)) > 0);
    const cost = (side: 'right' | 'left'): number => (editor ? shared(editor, this.#area(side, width)) : 0);
    const [free] = (['right', 'left'] as const).filter((side) => !hits(side, width)).sort((a, b) => cost(a) - cost(b) || (a === 'right' ? -1 : 1));
    // Where both edges would hide a send button, it slides by itself; that is not remembered.
    this.#side = free ?? 'right';
    const open = this.#state.open && free !== undefined;
    this.#frame.dataset['side'] = this.#side;
    this.#frame.style.width = `${width}px`;
    if (open) this.#fill();
    this.#frame.style.display = open ? 'flex' : 'none';
    if (open) this.#keep([this.#frame]);
    else {
      this.#tab.dataset['side'] = this.#side;
      this.#tab.style.top = `${this.#tabTop()}px`;
      this.#keep(this.#frame.hasChildNodes() ? [this.#frame, this.#tab] : [this.#tab]);
    }
  }

  /** A frame that leaves the tree loads anew: what stands is not moved. */
  #keep(wanted: readonly HTMLElement[]): void {
    const { box } = this.#layer;
    for (const child of [...box.children]) if (!wanted.includes(child as HTMLElement)) child.remove();
    for (const element of wanted) if (element.parentElement !== box) box.append(element);
  }

  #tabTop(): number {
    const height = this.options.document.defaultView?.innerHeight ?? 600;
    const view = this.options.document.documentElement.clientWidth;
    const tries = [0.4, 0.2, 0.6, 0.8].map((part) => Math.round(height * part));
    return tries.find((top) => this.#obstacles.send.every((box) => shared(box, { left: view - TAB, right: view, top, bottom: top + 72 }) === 0)) ?? MARGIN;
  }

  #fill(): void {
    if (this.#frame.hasChildNodes()) return;
    const { document, src, words } = this.options;
    const frame = make(document, 'iframe', { title: words('inline_drawer'), src });
    const slide = button(document, { class: 'slide', 'aria-label': words('inline_drawer_hide'), title: words('inline_drawer_hide') }, '›', () => this.slide(false, true));
    this.#frame.replaceChildren(this.#grip(), frame, slide);
    this.#ready = false;
    this.#timer = setTimeout(() => {
      if (!this.#ready) this.#fallBack();
    }, PATIENCE_MS);
  }

  #fallBack(): void {
    const { document, words, onNative } = this.options;
    this.#frame.querySelector('.fallback')?.remove();
    this.#frame.append(make(document, 'div', { class: 'fallback' },
      make(document, 'p', {}, words('inline_drawer_blocked')),
      button(document, { class: 'main' }, words('inline_drawer_native'), () => {
        onNative();
        this.slide(false, false);
      })));
  }

  #grip(): HTMLElement {
    const { document, words, signal } = this.options;
    const grip = make(document, 'div', { class: 'grip', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': words('inline_drawer_width'),
      'aria-valuemin': String(WIDTHS.least), 'aria-valuemax': String(WIDTHS.most), 'aria-valuenow': String(this.#state.width) });
    const widen = (width: number, kept: boolean): void => {
      this.#state = { ...this.#state, width: Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width))) };
      this.#frame.style.width = `${this.#state.width}px`;
      grip.setAttribute('aria-valuenow', String(this.#state.width));
      if (kept) this.options.onState(this.#state);
    };
    const outward = (): number => (this.#side === 'right' ? 1 : -1);
    grip.addEventListener('pointerdown', (down) => {
      grip.setPointerCapture(down.pointerId);
      const from = this.#state.width;
      const move = (event: PointerEvent): void => widen(from + outward() * (down.clientX - event.clientX), false);
      grip.addEventListener('pointermove', move);
      grip.addEventListener('lostpointercapture', () => {
        grip.removeEventListener('pointermove', move);
        widen(this.#state.width, true);
        this.#place();
      }, { once: true });
    }, { signal });
    grip.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowLeft' ? 16 : event.key === 'ArrowRight' ? -16 : 0;
      if (by !== 0) widen(this.#state.width + outward() * by, true);
    }, { signal });
    return grip;
  }
}

/** Area two rectangles share, in px². */
function shared(a: Place, b: Place): number {
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}
