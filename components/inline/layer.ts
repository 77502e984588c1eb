/** A rectangle in CSS px of the viewport. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What all our elements in a page share. The page can neither see into a closed root nor style what is in it. */
const BASE = `
:host { all: initial; }
* { box-sizing: border-box; }
.k {
  --ground: #f7f8f7; --surface: #ffffff; --hover: #eef1f0; --ink: #1c2326; --muted: #566167; --line: #dfe3e2;
  --accent: #0b5d61; --accent-soft: #e2efee; --on-accent: #ffffff; --due: #835300; --late: #a03326;
  color: var(--ink); font: 13px/18px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  letter-spacing: normal; text-align: start; pointer-events: auto;
}
.k[data-theme='dark'] {
  --ground: #15181a; --surface: #1d2123; --hover: #282d30; --ink: #e7eaea; --muted: #a5afb4; --line: #343b3f;
  --accent: #74cbc6; --accent-soft: #1b3638; --on-accent: #0c2223; --due: #e6b455; --late: #f29a8a; color-scheme: dark;
}
@media (prefers-color-scheme: dark) {
  .k:not([data-theme='light']) {
    --ground: #15181a; --surface: #1d2123; --hover: #282d30; --ink: #e7eaea; --muted: #a5afb4; --line: #343b3f;
    --accent: #74cbc6; --accent-soft: #1b3638; --on-accent: #0c2223; --due: #e6b455; --late: #f29a8a; color-scheme: dark;
  }
}
button { all: unset; box-sizing: border-box; cursor: pointer; }
button:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 4px 16px rgb(0 0 0 / .16); }
.quiet { color: var(--muted); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .card, .chip, .tab { border: 1px solid CanvasText !important; } .on { outline: 2px solid Highlight; } }
`;

export type Theme = 'system' | 'light' | 'dark';

/** One element of ours in the page, its inside in a closed shadow root, above the page and taking no mouse outside its parts. */
export class Layer {
  readonly host: HTMLElement;
  readonly box: HTMLElement;
  readonly root: ShadowRoot;

  constructor(private readonly document: Document, css: string, signal: AbortSignal) {
    this.host = document.createElement('div');
    this.host.style.cssText = 'all: initial; position: fixed; left: 0; top: 0; width: 0; height: 0; z-index: 2147483001; pointer-events: none';
    this.root = this.host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = BASE + css;
    this.box = document.createElement('div');
    this.box.className = 'k';
    this.root.append(style, this.box);
    // The mouse takes no focus from the editor, and the page hears nothing of it.
    this.root.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'pointerdown', 'pointerup', 'keydown', 'keypress', 'keyup']) {
      this.root.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    signal.addEventListener('abort', () => this.host.remove(), { once: true });
  }

  /** Puts it into the page; again where a page has emptied its body. */
  show(): void {
    if (!this.host.isConnected) (this.document.body ?? this.document.documentElement).append(this.host);
  }
  hide(): void {
    this.host.remove();
  }
  theme(theme: Theme): void {
    if (theme === 'system') this.box.removeAttribute('data-theme');
    else this.box.setAttribute('data-theme', theme);
  }
  /** true for an event that happened in here; its target is the host as seen from the page. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.host);
  }
}

/** An element with attributes and content; text is always text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  document: Document, name: K, attributes: Readonly<Record<string, string>> = {}, ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** A button that acts on a trusted click only: a page must not press ours. */
export function button(document: Document, attributes: Readonly<Record<string, string>>, label: string, act: () => void): HTMLButtonElement {
  const element = make(document, 'button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return element;
}
