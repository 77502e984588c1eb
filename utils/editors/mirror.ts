import { boxesOf } from './boxes';
import { lookOf, shadeOf } from './paint';
import type { Box, Mark } from './types';

/** What decides where a textarea breaks its lines. */
const COPIED = [
  'direction', 'fontFamily', 'fontFeatureSettings', 'fontKerning', 'fontSize', 'fontStretch', 'fontStyle', 'fontVariant', 'fontWeight',
  'letterSpacing', 'lineHeight', 'overflowWrap', 'paddingBottom', 'paddingLeft', 'paddingRight', 'paddingTop', 'tabSize', 'textAlign',
  'textIndent', 'textTransform', 'wordBreak', 'wordSpacing', 'writingMode',
] as const;

/** A mark in offsets of the textarea's value. */
export type ValueMark = Mark;

/**
 * Marks over a textarea: the same text once more, unseen, in a closed shadow root outside the editor, with lines under
 * the marks. Follows scrolling, resizing and typing; takes no mouse and no focus.
 */
export class Mirror {
  readonly #host: HTMLElement;
  readonly #window: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #stop = new AbortController();
  #marks: readonly ValueMark[] = [];
  #value = '';

  constructor(private readonly area: HTMLTextAreaElement) {
    const document = area.ownerDocument;
    this.#host = document.createElement('div');
    this.#host.setAttribute('aria-hidden', 'true');
    this.#host.style.cssText = 'all: initial; position: fixed; left: 0; top: 0; width: 0; height: 0; pointer-events: none; z-index: 2147483000';
    const root = this.#host.attachShadow({ mode: 'closed' });
    this.#window = document.createElement('div');
    this.#window.style.cssText = 'position: fixed; overflow: hidden; pointer-events: none; margin: 0; padding: 0; border: 0; background: transparent';
    this.#sheet = document.createElement('div');
    root.append(this.#window);
    this.#window.append(this.#sheet);
    const on = { capture: true, passive: true, signal: this.#stop.signal };
    document.addEventListener('scroll', () => this.follow(), on);
    document.defaultView?.addEventListener('resize', () => this.follow(), on);
    area.addEventListener('input', () => this.#edited(), on);
    if (typeof ResizeObserver !== 'undefined') {
      const sizes = new ResizeObserver(() => this.follow());
      sizes.observe(area);
      this.#stop.signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
    }
  }

  show(marks: readonly ValueMark[]): void {
    this.#marks = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#value = this.area.value;
    if (this.#marks.length > 0 && !this.#host.isConnected) (this.area.ownerDocument.body ?? this.area.ownerDocument.documentElement).append(this.#host);
    if (this.#marks.length === 0) this.#host.remove();
    else this.#draw();
  }

  /** Boxes of the lines that [start, end) of the value covers. */
  boxes(start: number, end: number): readonly Box[] {
    const shown = this.#host.isConnected;
    if (!shown) (this.area.ownerDocument.body ?? this.area.ownerDocument.documentElement).append(this.#host);
    this.#value = this.area.value;
    this.#draw();
    const range = this.area.ownerDocument.createRange();
    const from = this.#point(start);
    const to = this.#point(end);
    const boxes = from && to ? (range.setStart(from.node, from.offset), range.setEnd(to.node, to.offset), boxesOf(range, this.area.ownerDocument)) : [];
    if (!shown) this.#host.remove();
    return boxes;
  }

  /** Puts the mirror over the textarea again. */
  follow(): void {
    if (!this.#host.isConnected) return;
    const { area } = this;
    const { left, top } = area.getBoundingClientRect();
    const shown = area.isConnected && area.clientWidth > 0 && !covered(area);
    Object.assign(this.#window.style, {
      display: shown ? 'block' : 'none',
      left: `${left + area.clientLeft}px`,
      top: `${top + area.clientTop}px`,
      width: `${area.clientWidth}px`,
      height: `${area.clientHeight}px`,
    });
    this.#sheet.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
  }

  dispose(): void {
    this.#stop.abort();
    this.#host.remove();
  }

  #edited(): void {
    if (!this.#host.isConnected) return;
    this.#marks = moved(this.#marks, this.#value, this.area.value);
    this.#value = this.area.value;
    this.#draw();
  }

  #draw(): void {
    const document = this.area.ownerDocument;
    const style = document.defaultView?.getComputedStyle(this.area);
    this.#sheet.style.cssText = 'box-sizing: border-box; margin: 0; border: 0; color: transparent; white-space: pre-wrap; background: transparent';
    if (style) for (const name of COPIED) this.#sheet.style[name] = style[name];
    this.#sheet.style.width = `${this.area.clientWidth}px`;
    const shade = shadeOf(this.area);
    const nodes: Node[] = [];
    let at = 0;
    for (const mark of this.#marks) {
      if (mark.start < at || mark.end > this.#value.length) continue;
      nodes.push(document.createTextNode(this.#value.slice(at, mark.start)));
      const span = document.createElement('span');
      span.style.cssText = lookOf(mark.kind, shade);
      span.append(document.createTextNode(this.#value.slice(mark.start, mark.end)));
      nodes.push(span);
      at = mark.end;
    }
    // A last newline has no height of its own in a div.
    nodes.push(document.createTextNode(`${this.#value.slice(at)}\u200b`));
    this.#sheet.replaceChildren(...nodes);
    this.follow();
  }

  #point(offset: number): { readonly node: Node; readonly offset: number } | null {
    let left = offset;
    for (const child of this.#sheet.childNodes) {
      const node = child.nodeType === 3 ? child : child.firstChild;
      const length = node?.textContent?.length ?? 0;
      if (node !== null && left <= length) return { node, offset: left };
      left -= length;
    }
    return null;
  }
}

/** Marks after an edit: those behind it move with the text, those it touched are gone. Offsets of the new value. */
export function moved<M extends Mark>(marks: readonly M[], before: string, after: string): readonly M[] {
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  const shift = after.length - before.length;
  const editEnd = before.length - tail;
  return marks.flatMap((mark) => {
    if (mark.end <= head && !(mark.end === head && joins(after, head))) return [mark];
    if (mark.start >= editEnd && !(mark.start === editEnd && joins(after, mark.start + shift))) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    return [];
  });
}

/** A letter on either side: an edit here changes the word. */
const joins = (text: string, at: number): boolean => /\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at));

/** Something of the page lies over the middle of the textarea (a dialog, a menu): our lines must not shine through. */
function covered(area: HTMLTextAreaElement): boolean {
  const { left, top, width, height } = area.getBoundingClientRect();
  const document = area.ownerDocument;
  if (typeof document.elementFromPoint !== 'function') return false;
  const found = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40));
  return found !== null && found !== area && !found.contains(area);
}
