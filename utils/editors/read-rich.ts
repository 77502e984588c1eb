import type { EditorText, LeftOut, Place } from './types';
import { attributionAtEnd, zoneOf } from './zones';

/** A run of characters that stand alike in the text and in a node (or one newline and the `br` that makes it). */
interface Piece {
  readonly at: number;
  readonly node: Node;
  readonly offset: number;
  readonly length: number;
}

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3',
  'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'td', 'th', 'tr', 'ul',
]);
/** White space that a browser may fold, and characters that are there but not seen. */
const UNUSUAL = /[\t\n\r\f\u200b\u2060\ufeff]| {2}/u;
const UNSEEN = /[\u200b\u2060\ufeff]/u;
const FOLDED = /[ \t\n\r\f]/u;

/** Reads a contenteditable element as its reader sees it, without touching it. Linear in the size of its tree. */
export function readRich(root: HTMLElement): EditorText {
  const reader = new Reader(root);
  reader.walk(root);
  return reader.done();
}

class Reader {
  #text = '';
  #pieces: Piece[] = [];
  readonly #leftOut: LeftOut[] = [];
  /** Characters stand on the present line. */
  #line = false;
  #breakDue = false;
  #quotedFromHere = false;

  constructor(private readonly root: HTMLElement) {}

  walk(parent: Node): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (this.#quotedFromHere) this.#leave('quote', node.textContent ?? '');
      else if (node.nodeType === 3) this.#characters(node as Text);
      else if (node.nodeType === 1) this.#element(node as Element);
    }
  }

  done(): EditorText {
    this.#dropFiller();
    return new RichText(this.root, this.#text, this.#pieces, this.#leftOut);
  }

  /**
   * A break that ends the reply fills its last line and begins no other: browsers and engines put one into every empty
   * block. Its place stays known, because that is where the caret stands.
   */
  #dropFiller(): void {
    const last = this.#pieces.at(-1);
    if (last === undefined || last.node.nodeType !== 1 || last.at + last.length !== this.#text.length) return;
    this.#pieces[this.#pieces.length - 1] = { ...last, length: 0 };
    this.#text = this.#text.slice(0, last.at);
  }

  #element(element: Element): void {
    if (element.localName === 'br') return this.#newline(element);
    const zone = zoneOf(element);
    if (zone === 'none') return;
    if (zone !== 'text') {
      if (zone !== 'signature') this.#dropAttribution();
      this.#quotedFromHere ||= zone === 'quote-from';
      this.#leave(zone === 'signature' ? 'signature' : 'quote', element.textContent ?? '');
      this.#breakDue ||= this.#line;
      return;
    }
    const block = BLOCKS.has(element.localName);
    if (block) this.#breakDue ||= this.#line;
    this.walk(element);
    if (block) this.#breakDue ||= this.#line;
  }

  #leave(kind: LeftOut['kind'], text: string): void {
    if (text.trim() !== '') this.#leftOut.push({ kind, text });
  }

  /** "… wrote:" above a quote belongs to the quote. */
  #dropAttribution(): void {
    const from = attributionAtEnd(this.#text);
    if (from < 0) return;
    this.#leave('quote', this.#text.slice(from));
    this.#text = this.#text.slice(0, from);
    this.#pieces = this.#pieces.flatMap((piece) => {
      if (piece.at >= from) return [];
      return piece.at + piece.length <= from ? [piece] : [{ ...piece, length: from - piece.at }];
    });
    this.#line = from > 0 && !this.#text.endsWith('\n');
    this.#breakDue = this.#line;
  }

  #newline(br: Element): void {
    this.#flushBreak();
    const parent = br.parentNode;
    if (parent !== null) this.#pieces.push({ at: this.#text.length, node: parent, offset: Array.prototype.indexOf.call(parent.childNodes, br), length: 1 });
    this.#text += '\n';
    this.#line = false;
  }

  #flushBreak(): void {
    if (this.#breakDue) this.#text += '\n';
    this.#breakDue = false;
  }

  #characters(node: Text): void {
    const { data } = node;
    if (data === '') return;
    if (!UNUSUAL.test(data)) return this.#run(node, 0, data);
    const folds = !keepsSpace(node);
    let from = -1;
    const flush = (to: number): void => {
      if (from >= 0) this.#run(node, from, data.slice(from, to));
      from = -1;
    };
    for (let i = 0; i < data.length; i += 1) {
      const sign = data.charAt(i);
      const space = FOLDED.test(sign);
      if (UNSEEN.test(sign) || (folds && space && this.#spaceBefore(from, i, data))) flush(i);
      else if (sign !== ' ' && space) {
        flush(i);
        if (folds) this.#run(node, i, ' ');
        else this.#run(node, i, sign === '\t' ? ' ' : sign === '\n' ? '\n' : '');
      } else if (from < 0) from = i;
    }
    flush(data.length);
  }

  /** A blank here would follow a blank, or begin a line: the browser does not show it. */
  #spaceBefore(from: number, at: number, data: string): boolean {
    if (from >= 0 && from < at) return data.charAt(at - 1) === ' ';
    return !this.#line || this.#breakDue || this.#text.endsWith(' ');
  }

  /** `shown` stands at `offset` of the node, character by character (a folded blank may stand for a newline). */
  #run(node: Text, offset: number, shown: string): void {
    if (shown === '') return;
    if (shown.trim() === '' && shown !== '\n' && !this.#line && this.#breakDue) return;
    this.#flushBreak();
    this.#pieces.push({ at: this.#text.length, node, offset, length: shown.length });
    this.#text += shown.replaceAll('\u00a0', ' ');
    this.#line = !shown.endsWith('\n');
  }
}

function keepsSpace(node: Text): boolean {
  const parent = node.parentElement;
  const view = node.ownerDocument.defaultView;
  if (parent === null || view === null) return false;
  const mode = view.getComputedStyle(parent).whiteSpace;
  return mode.startsWith('pre') || mode === 'break-spaces';
}

class RichText implements EditorText {
  constructor(
    private readonly root: HTMLElement,
    readonly text: string,
    private readonly pieces: readonly Piece[],
    readonly leftOut: readonly LeftOut[],
  ) {}

  place(offset: number, side: 'start' | 'end'): Place | null {
    if (this.pieces.length === 0) return { node: this.root, offset: 0 };
    const after = this.#firstEndingAfter(side === 'start' ? offset : offset - 1);
    const piece = after ?? this.pieces.at(-1);
    if (!piece) return null;
    const inside = Math.min(Math.max(offset - piece.at, 0), piece.length);
    return { node: piece.node, offset: piece.offset + inside };
  }

  offset({ node, offset }: Place): number | null {
    if (node !== this.root && !this.root.contains(node)) return null;
    let last = 0;
    let own = false;
    for (const piece of this.pieces) {
      if (piece.node === node && node.nodeType === 3) {
        if (offset < piece.offset) return piece.at;
        if (offset <= piece.offset + piece.length) return piece.at + offset - piece.offset;
        own = true;
      } else if (comesAfter(piece, node, offset)) return own ? last : piece.at;
      last = piece.at + piece.length;
    }
    return last;
  }

  /** First piece that ends after the character at `offset`; pieces are in order. */
  #firstEndingAfter(offset: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle];
      if (piece !== undefined && piece.at + piece.length <= offset) low = middle + 1;
      else high = middle;
    }
    return this.pieces[low];
  }
}

/** true where the piece stands at or after a point of the document. */
function comesAfter(piece: Piece, node: Node, offset: number): boolean {
  if (piece.node === node) return piece.offset >= offset;
  const child = node.nodeType === 1 ? node.childNodes[offset] : undefined;
  if (child !== undefined && (child === piece.node || child.contains(piece.node))) return true;
  // The point stands inside a child of the piece's parent: an engine's filler beside the break of an empty line.
  if (piece.node.contains(node)) {
    const inside = [...piece.node.childNodes].findIndex((each) => each === node || each.contains(node));
    return piece.offset > inside;
  }
  if (child === undefined && node.contains(piece.node)) return false;
  return Boolean((child ?? node).compareDocumentPosition(piece.node) & 4);
}
