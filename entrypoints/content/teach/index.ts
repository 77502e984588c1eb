import { TeachView, type Theme, type Words } from '../../../components/inline';
import { boxOf } from '../../../utils/editors';
import { clean, type HostData, type Lesson } from '../../../utils/hosts';
import { PARTS, Steps } from './steps';

export interface TeachOptions {
  readonly document: Document;
  readonly words: Words;
  readonly theme: Theme;
  readonly lesson: () => Lesson;
  /** Where the agent was just writing; in a frame the frame. */
  readonly editor: Element | null;
  /** What reads the page already without the agent's word, by name; null where nothing does. */
  readonly covered: string | null;
  /** `use`: the page is to be read by it. */
  readonly keep: (host: HostData, use: boolean) => void;
  /** Over, whether something was kept or not. */
  readonly ended: () => void;
  readonly signal: AbortSignal;
}

/** Events by which a page would take our pointing for its own. */
const HELD = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'keyup', 'keypress', 'beforeinput'] as const;
/** Signs of what is pointed at that are read out. */
const SAID = 120;

/** Lets the agent show what is what on the page, by mouse or keyboard, until all is shown, they leave or `signal` is aborted. Touches nothing of the page. */
export function teach(options: TeachOptions): void {
  if (!options.signal.aborted) new Teaching(options).start();
}

class Teaching {
  readonly #down = new AbortController();
  readonly #steps: Steps;
  readonly #view: TeachView;
  /** Whoever had the focus gets it back. */
  readonly #before: Element | null;
  #problem: string | null = null;

  constructor(private readonly options: TeachOptions) {
    const { document, words, lesson, editor, theme } = options;
    this.#before = document.activeElement;
    this.#steps = new Steps(document, lesson, editor);
    this.#view = new TeachView(document, words, {
      take: () => this.#take(false), skip: () => this.#take(true), back: () => this.#back(), leave: () => this.#leave(),
      over: (x, y) => this.#over(x, y), wheel: (x, y, dx, dy) => this.#scroll(x, y, dx, dy),
    }, this.#down.signal);
    this.#view.theme(theme);
  }

  start(): void {
    const { document, signal } = this.options;
    const view = document.defaultView;
    if (!view) return;
    signal.addEventListener('abort', () => this.#down.abort(), { once: true, signal: this.#down.signal });
    const on = { capture: true, signal: this.#down.signal };
    view.addEventListener('keydown', (event) => this.#key(event), on);
    for (const type of HELD) view.addEventListener(type, (event) => this.#hold(event), on);
    view.addEventListener('scroll', () => this.#place(), { ...on, passive: true });
    view.addEventListener('resize', () => this.#place(), on);
    this.#view.show();
    this.#draw(true);
  }

  /** The page hears nothing of what is meant for us; our own buttons do. */
  #hold(event: Event): void {
    if (event.type.startsWith('key') || event.type === 'beforeinput') return void (event.preventDefault(), event.stopImmediatePropagation());
    const { clientX: x, clientY: y } = event as MouseEvent;
    if (event.composedPath().includes(this.#view.host) && (!('clientX' in event) || this.#view.covers(x, y))) return;
    // Heard here, before the page: to it a click anywhere may mean "outside", and close what is to be pointed at.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click' || !event.isTrusted) return;
    this.#over(x, y);
    this.#take(false);
  }

  #key(event: KeyboardEvent): void {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const steps = this.#steps;
    this.#problem = null;
    if (event.key === 'Escape') return this.#leave();
    if (event.key === 'Enter') return void (this.#view.answer(true) || this.#take(false));
    if (event.key === 'Delete') return void (this.#view.answer(false) || this.#take(true));
    if (steps.done) return;
    if (event.key === 'Backspace') return this.#back();
    if (event.key === 'Tab') steps.next(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') steps.next(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'ArrowLeft') steps.wider();
    else if (event.key === 'ArrowRight') steps.narrower();
    else return;
    this.#draw(true);
  }

  #take(skip: boolean): void {
    const { words, covered, keep } = this.options;
    const steps = this.#steps;
    if (steps.done) return;
    const had = steps.now !== null;
    this.#problem = steps.take(skip) ? null : words(had ? 'inline_teach_not' : 'inline_teach_none');
    if (!steps.done) return this.#draw(true);
    const host = steps.host();
    if (host === null) return (this.#problem = words('inline_teach_not'), steps.back(), this.#draw(true));
    const end = (use: boolean) => (): void => {
      this.#leave();
      keep(host, use);
    };
    if (covered === null) return end(true)();
    this.#view.rings(null, steps.taken.map(boxOf));
    this.#view.ask({
      text: words('inline_teach_over', { site: covered }), yes: { label: words('inline_teach_use'), run: end(true) }, no: { label: words('inline_teach_keep'), run: end(false) },
    });
  }

  #back(): void {
    this.#problem = null;
    this.#steps.back();
    this.#draw(true);
  }

  #leave(): void {
    if (this.#down.signal.aborted) return;
    this.#down.abort();
    if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus({ preventScroll: true });
    this.options.ended();
  }

  /** What the page has at a point, under everything of ours. */
  #under(x: number, y: number): Element | null {
    this.#view.lift(true);
    const found = this.options.document.elementFromPoint(x, y);
    this.#view.lift(false);
    return found === this.#view.host ? null : found;
  }
  #over(x: number, y: number): void {
    const { now } = this.#steps;
    if (this.#steps.done) return;
    this.#steps.over(this.#under(x, y));
    if (now !== this.#steps.now) this.#problem = null;
    if (now !== this.#steps.now) this.#draw(false);
  }

  /** The shield takes the wheel too: what lies under it is scrolled in its stead. */
  #scroll(x: number, y: number, dx: number, dy: number): void {
    const view = this.options.document.defaultView;
    for (let at = this.#under(x, y); at !== null; at = at.parentElement) {
      const { scrollTop, scrollLeft } = at;
      at.scrollBy(dx, dy);
      if (at.scrollTop !== scrollTop || at.scrollLeft !== scrollLeft) return;
    }
    view?.scrollBy(dx, dy);
  }

  #draw(seek: boolean): void {
    const { words } = this.options;
    const steps = this.#steps;
    const { now, place } = steps;
    if (seek && now !== null) now.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'auto' });
    const text = now === null ? '' : this.#said(now);
    const here = now === null ? words('inline_teach_none') : place.at > 0 ? words('inline_teach_here', { at: `${place.at}`, count: `${place.of}`, text }) : text;
    this.#view.step({
      count: words('inline_teach_step', { n: `${steps.number}`, count: `${PARTS.length}` }), ask: words(ASKS[steps.part]), here,
      problem: this.#problem, skip: steps.part !== 'editor', back: steps.number > 1,
    });
    this.#place();
  }

  #said(element: Element): string {
    const label = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? ('value' in element && element.localName === 'input' ? String(element.value) : null);
    const text = clean(label ?? (element as HTMLElement).innerText ?? element.textContent ?? '') || element.localName;
    return text.length > SAID ? `${text.slice(0, SAID).trimEnd()}…` : text;
  }

  #place(): void {
    const { now, taken, done } = this.#steps;
    this.#view.rings(now === null || done ? null : boxOf(now), taken.map(boxOf));
  }
}

const ASKS = { editor: 'inline_teach_editor', message: 'inline_teach_message', name: 'inline_teach_name', send: 'inline_teach_send' } as const;
