import { MARK_KINDS, type MarkKind } from './types';

/** How a mark looks: CSS of a `::highlight` or a span. Light and dark are told by the editor's own background. */
interface Look {
  readonly line: string;
  readonly tone: 'word' | 'person' | 'promise' | 'fill';
}
const LOOKS: Readonly<Record<MarkKind, Look>> = {
  term: { line: 'underline dotted 2px', tone: 'word' },
  formula: { line: 'underline dashed 1.5px', tone: 'word' },
  tangle: { line: 'underline dotted 1px', tone: 'word' },
  bind: { line: 'underline double 1.5px', tone: 'word' },
  form: { line: 'underline dashed 2px', tone: 'word' },
  hurt: { line: 'underline wavy 1.5px', tone: 'person' },
  refuse: { line: 'underline dashed 2px', tone: 'person' },
  bias: { line: 'underline dotted 2px', tone: 'person' },
  promise: { line: 'underline solid 2.5px', tone: 'promise' },
  kept: { line: 'underline solid 1px', tone: 'promise' },
  here: { line: 'none', tone: 'promise' },
  fill: { line: 'underline double 2px', tone: 'fill' },
};
/** Every pair has a contrast of at least 3:1 on white and on #1e1e1e respectively. */
const TONES = {
  light: { word: '#2f6fb0', person: '#a8580c', promise: '#0b5d61', fill: '#7b4397', here: 'rgba(11, 93, 97, .14)' },
  dark: { word: '#7db7ee', person: '#eaa157', promise: '#74cbc6', fill: '#cfa6e6', here: 'rgba(116, 203, 198, .22)' },
} as const;

export type Shade = keyof typeof TONES;

/** First version in which Firefox draws lines in highlights; before it a mark is a soft background. */
const FIREFOX_LINES = 146;

/** The declarations of a mark. */
export function lookOf(kind: MarkKind, shade: Shade, lines = true): string {
  const { line, tone } = LOOKS[kind];
  const tones = TONES[shade];
  if (kind === 'here') return `background-color: ${tones.here}`;
  if (!lines) return `background-color: color-mix(in srgb, ${tones[tone]} 22%, transparent)`;
  return `text-decoration: ${line} ${tones[tone]}; text-decoration-skip-ink: none; text-underline-offset: 2px`;
}

/** Is the text of this element light on dark? By the colour of its text, which every editor sets. */
export function shadeOf(element: Element): Shade {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '';
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? 'dark' : 'light';
}

/** Names in the page's registry say nothing: any page can read them. */
const nameOf = (kind: MarkKind): string => `kw-${MARK_KINDS.indexOf(kind) + 1}`;

type HighlightWindow = Window & typeof globalThis;
type Ranges = ReadonlyMap<MarkKind, readonly Range[]>;

/** All marks in one document. The registry is the page's as well, so every pass sets it anew. */
class Painter {
  readonly #parts = new Map<object, Ranges>();
  #sheet: CSSStyleSheet | null = null;

  constructor(private readonly document: Document, private readonly view: HighlightWindow) {}

  set(owner: object, ranges: Ranges, shade: Shade): void {
    if (ranges.size === 0) this.#parts.delete(owner);
    else this.#parts.set(owner, ranges);
    if (this.#parts.size > 0) this.#wear(shade);
    for (const kind of MARK_KINDS) {
      const all = [...this.#parts.values()].flatMap((part) => part.get(kind) ?? []);
      if (all.length === 0) this.view.CSS.highlights.delete(nameOf(kind));
      else this.view.CSS.highlights.set(nameOf(kind), this.#highlight(kind, all));
    }
    if (this.#parts.size === 0) this.#undress();
  }

  #highlight(kind: MarkKind, ranges: readonly Range[]): Highlight {
    const highlight = new this.view.Highlight(...ranges);
    highlight.priority = kind === 'here' ? 0 : kind === 'promise' || kind === 'kept' ? 1 : 2;
    return highlight;
  }

  #wear(shade: Shade): void {
    const firefox = /Firefox\/(\d+)/u.exec(this.view.navigator.userAgent)?.[1];
    const lines = firefox === undefined || Number(firefox) >= FIREFOX_LINES;
    this.#sheet ??= new this.view.CSSStyleSheet();
    this.#sheet.replaceSync(MARK_KINDS.map((kind) => `::highlight(${nameOf(kind)}) { ${lookOf(kind, shade, lines)} }`).join('\n'));
    if (![...this.document.adoptedStyleSheets].includes(this.#sheet)) this.document.adoptedStyleSheets = [...this.document.adoptedStyleSheets, this.#sheet];
  }

  #undress(): void {
    this.document.adoptedStyleSheets = [...this.document.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    this.#sheet = null;
  }
}

const painters = new WeakMap<Document, Painter>();

/**
 * Shows `ranges` of `owner` in the document and drops what that owner showed before; other editors of the document
 * keep theirs. Without the highlight interface (an old browser) nothing is shown: the panel still lists the marks.
 */
export function paintRanges(document: Document, owner: object, ranges: Ranges, shade: Shade): void {
  const view = document.defaultView as HighlightWindow | null;
  if (view === null || typeof view.CSS === 'undefined' || !('highlights' in view.CSS)) return;
  const painter = painters.get(document) ?? new Painter(document, view);
  painters.set(document, painter);
  painter.set(owner, ranges, shade);
}
