import { button, Layer, type Place, type Theme } from './layer';

/** A promise's date at the end of its line, with the key that keeps it. */
export interface Chip {
  readonly id: string;
  /** "Thu 15:00 · keep (Alt+Shift+K)". */
  readonly text: string;
  /** For screen readers and as tip. */
  readonly label: string;
  /** The line's boxes; the chip stands behind the last. */
  readonly after: Place;
  /** Visible part of the editor: a chip outside is not shown. */
  readonly within: Place;
  readonly keep: () => void;
}

const CSS = `
.chip { position: fixed; padding: 0 6px; height: 20px; font-size: 12px; line-height: 18px; border: 1px solid var(--line); border-radius: 10px;
  background: var(--surface); color: var(--accent); white-space: nowrap; max-width: 280px; overflow: hidden; text-overflow: ellipsis; }
.chip:hover { background: var(--accent-soft); border-color: var(--accent); }
`;
const GAP = 8;

/** All chips of one editor. They never take the focus; the keyboard has its own key. */
export class Chips {
  readonly #layer: Layer;

  constructor(private readonly document: Document, signal: AbortSignal) {
    this.#layer = new Layer(document, CSS, signal);
    this.#layer.host.style.zIndex = '2147483000';
  }
  theme(theme: Theme): void {
    this.#layer.theme(theme);
  }

  show(chips: readonly Chip[]): void {
    const seen = chips.filter(({ after, within }) => after.bottom > within.top && after.top < within.bottom);
    if (seen.length === 0) return this.#layer.hide();
    this.#layer.show();
    this.#layer.box.replaceChildren(...seen.map((chip) => this.#draw(chip)));
    for (const [index, element] of [...this.#layer.box.children].entries()) this.#put(element as HTMLElement, seen[index]);
  }

  #draw({ id, text, label, keep }: Chip): HTMLElement {
    return button(this.document, { class: 'chip', tabindex: '-1', title: label, 'aria-label': label, 'data-id': id }, `⏱ ${text}`, keep);
  }

  /** Behind the line's end; where there is no room, under the line's end. */
  #put(element: HTMLElement, chip: Chip | undefined): void {
    if (!chip) return;
    const { width } = element.getBoundingClientRect();
    const room = chip.after.right + GAP + width <= chip.within.right;
    Object.assign(element.style, {
      left: `${Math.max(chip.within.left, room ? chip.after.right + GAP : chip.within.right - width - 2)}px`,
      top: `${room ? (chip.after.top + chip.after.bottom) / 2 - 10 : chip.after.bottom + 1}px`,
    });
  }
}
