/** What `language.parse` hands out: the text in pieces, and every place where our knowledge applies. */
import type { EntryKind, KnownEntry, Knowledge } from '../rules';
import type { Lang, Span } from './types';

/**
 * body: the writer's own words. quote: what somebody else wrote ("> …", "On … wrote:"). signature: "-- ", or what follows
 * the closing name. footer: legal and automatic text. code: fenced or indented program text, logs.
 */
export type Zone = 'body' | 'quote' | 'signature' | 'footer' | 'code';

/** word: letters (a hyphen divides: "follow-up" is two). number: "24", "1.200,50", "15h30", "3/12". link: address of a page or mail. */
export type TokenKind = 'word' | 'number' | 'sign' | 'emoji' | 'link';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written, typographic apostrophes made plain, invisible marks removed. */
  readonly raw: string;
  /** Folded: lower case, no accents ("zażółć" → "zazolc"), plain apostrophe. Signs: the sign itself, "…" for three dots, "-" for any dash. */
  readonly key: string;
}

export interface Sentence extends Span {
  /** Place in `Parsed.sentences`. */
  readonly index: number;
  /** Place of its paragraph in `Parsed.paragraphs`. */
  readonly paragraph: number;
  readonly zone: Zone;
  /** Not the writer's own words: zone is not 'body'. */
  readonly quoted: boolean;
  /** Quotation marks, formatting signs, invisible marks and the dots of abbreviations are no tokens. */
  readonly tokens: readonly Token[];
  /** The sign it ends with; '' where it just stops (a greeting line, a list item). "?!" counts as '?'. */
  readonly ending: '.' | '?' | '!' | '…' | ':' | '';
  /** The same object as long as the sentence's text is the same: use it as the key of a WeakMap to remember what was worked out. */
  readonly core: object;
}

export interface Paragraph extends Span {
  readonly zone: Zone;
  /** First sentence and one past the last, in `Parsed.sentences`. */
  readonly first: number;
  readonly last: number;
}

/** One place where an entry of our knowledge was found. It never crosses the end of a sentence. */
export interface Hit extends Span {
  readonly entry: KnownEntry;
  /** The entry's mark: its category, emotion, stake, ask, check, commit or clause. */
  readonly mark: string;
  /** Index of the sentence in `Parsed.sentences`. */
  readonly sentence: number;
  /** First token and one past the last, within the sentence. */
  readonly from: number;
  readonly to: number;
  /** For `swap` entries the number of the pair (into `entry.swaps`), else -1. */
  readonly pair: number;
}

export interface Parsed {
  readonly text: string;
  /** Paragraphs in order; a hard-wrapped mail's lines are joined into one. Empty lines are none. */
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  /** All hits of a kind in text order, in every zone: look at the sentence's `quoted` before you use one. */
  hits(kind: EntryKind): readonly Hit[];
  /** The same for one sentence. */
  hitsIn(sentence: Sentence, kind: EntryKind): readonly Hit[];
}

/** One language, ready to read. It remembers what it read (bounded), so that one more keystroke costs one sentence. */
export interface Language {
  readonly lang: Lang;
  readonly knowledge: Knowledge;
  /** Any text, any length; never throws. Offsets are UTF-16 code units of `text`. */
  parse(text: string): Parsed;
  /** Folds a word the way tokens are folded. */
  fold(word: string): string;
}

/** Index of the first item that is not `before` any more, by bisection: items that are stand ahead of all that are not. Their number where all are. */
export function firstFrom<T>(ordered: readonly T[], before: (item: T) => boolean): number {
  let low = 0, high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1, item = ordered[middle];
    if (item !== undefined && before(item)) low = middle + 1; else high = middle;
  }
  return low;
}

/** Index of the sentence in which the offset lies, else of the first one after it; the number of sentences where there is none. */
export function sentenceIndexAt({ sentences }: Pick<Parsed, 'sentences'>, offset: number): number {
  return firstFrom(sentences, ({ end }) => end <= offset);
}
