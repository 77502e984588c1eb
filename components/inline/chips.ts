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
  /** It is shown even where its line has no room for it: it belongs to the promise at the caret. */
  readonly near: boolean;
  readonly keep: () => void;
}

const CSS = `
.chip { position: fixed; padding: 0 6px; height: 20px; font-size: 12px; line-height: 18px; border: 1px solid var(--line); border-radius: 10px;
  background: var(--surface); color: var(--accent); white-space: nowrap; max-width: 280px; overflow: hidden; text-overflow: ellipsis; }
.chip svg { width: 12px; height: 12px; margin-right: 4px; vertical-align: -2px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
.chip:hover { background: var(--accent-soft); border-color: var(--accent); }
`;
const GAP = 8;
const SVG = 'http://www.w3.org/2000/svg';
const CLOCK = 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3l2 1.5';

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
    const taken: Place[] = [];
    for (const [index, element] of ([...this.#layer.box.children] as HTMLElement[]).entries()) {
      const chip = seen[index];
      const place = chip ? placeFor(chip, element.getBoundingClientRect().width, taken) : null;
      if (place === null) element.style.display = 'none';
      else {
        taken.push(place);
        Object.assign(element.style, { left: `${place.left}px`, top: `${place.top}px` });
      }
    }
  }

  #draw({ id, text, label, keep }: Chip): HTMLElement {
    const chip = button(this.document, { class: 'chip', tabindex: '-1', title: label, 'aria-label': label, 'data-id': id }, text, keep);
    chip.prepend(this.#clock());
    return chip;
  }

  /** Drawn: a page's fonts need not hold a sign for it. */
  #clock(): SVGElement {
    const svg = this.document.createElementNS(SVG, 'svg'), hands = this.document.createElementNS(SVG, 'path');
    for (const [name, value] of [['viewBox', '0 0 16 16'], ['aria-hidden', 'true']] as const) svg.setAttribute(name, value);
    hands.setAttribute('d', CLOCK);
    svg.append(hands);
    return svg;
  }
}

/** Behind the line's end, after the chips that stand there; without room under the line, for the one at the caret alone. */
function placeFor({ after, within, near }: Chip, width: number, taken: readonly Place[]): Place | null {
  const middle = (after.top + after.bottom) / 2;
  const behind = Math.max(after.right, ...taken.filter(({ top, bottom }) => top < middle && middle < bottom).map(({ right }) => right)) + GAP;
  if (behind + width <= within.right) return { left: behind, right: behind + width, top: middle - 10, bottom: middle + 10 };
  if (!near) return null;
  const left = Math.max(within.left, within.right - width - 2);
  return { left, right: left + width, top: after.bottom + 1, bottom: after.bottom + 21 };
}
