import { editableAround } from '../../utils/editors';

/** Does a document of the same origin stand around this window? Then its script sees everything in here. */
export function isLed(view: Window): boolean {
  try {
    return view.parent !== view && view.parent.document !== null && view.parent.location.href !== '';
  } catch {
    return false;
  }
}

/** The element that has the focus, in shadow roots and frames of the same origin too. */
export function focused(document: Document): Element | null {
  let at = document.activeElement;
  for (let depth = 0; at !== null && depth < 12; depth += 1) {
    const inner: Element | null = at.shadowRoot?.activeElement ?? frameDocument(at)?.activeElement ?? null;
    if (inner === null) return at;
    at = inner;
  }
  return at;
}

/** The editable element in which the agent is writing, or null. */
export function focusedEditable(document: Document): HTMLElement | null {
  return editableAround(focused(document));
}

/** The document in a frame, where it is one and of the same origin. */
export function frameDocument(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

type Call = (event: Event) => void;

/** What must be heard before the page hears it. */
export const EARLY = ['focusin', 'blur', 'keydown', 'keyup', 'mousedown', 'click', 'submit', 'pagehide', 'scroll', 'resize'] as const;

/**
 * The listeners that must be there before the page's own: registered on the window in the capture phase, at
 * document_start, and again on frames of the same origin and after `document.open()`, which wipes them. What they call
 * is decided later.
 */
export class Early {
  readonly #calls = new Map<string, Call>();
  readonly #firsts = new Map<string, Call>();
  readonly #windows = new WeakSet<Window>();
  /** One function a type, so that registering it twice is once. */
  readonly #heard: readonly (readonly [string, Call])[];

  constructor(private readonly signal: AbortSignal, types: readonly (keyof WindowEventMap)[]) {
    this.#heard = types.map((type) => [type, (event) => {
      this.#firsts.get(type)?.(event);
      this.#calls.get(type)?.(event);
    }]);
  }

  /** What happens on events of a type from now on. */
  on<K extends keyof WindowEventMap>(type: K, call: (event: WindowEventMap[K]) => void): void {
    this.#calls.set(type, call as Call);
  }

  /** What happens before that, whatever it is: only looking. */
  before<K extends keyof WindowEventMap>(type: K, look: (event: WindowEventMap[K]) => void): void {
    this.#firsts.set(type, look as Call);
  }

  /** Listens on a window and on every frame in it that can be reached, now and when they load. */
  listen(view: Window): void {
    if (this.signal.aborted || this.#windows.has(view)) return;
    this.#windows.add(view);
    const options = { capture: true, signal: this.signal };
    for (const [type, call] of this.#heard) view.addEventListener(type, call, options);
    view.document.addEventListener('load', (event) => {
      const inner = frameDocument(event.target as Element);
      if (inner?.defaultView) this.renew(inner.defaultView);
    }, options);
    view.addEventListener('DOMContentLoaded', () => this.frames(view.document), options);
    this.frames(view.document);
  }

  /** The frames that stand in a document. */
  frames(document: Document): void {
    for (const frame of document.querySelectorAll('iframe')) {
      const view = frameDocument(frame)?.defaultView;
      if (view) this.listen(view);
    }
  }

  /** Listens anew where a frame may have been filled by `document.open()`. */
  renew(view: Window): void {
    this.#windows.delete(view);
    this.listen(view);
  }
}
