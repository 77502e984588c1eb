/** What a language remembers of what it read: bounded, and by text. */
import type { Line } from './text/blocks';
import type { LineFacts } from './text/zones';

/** At most so many paragraphs and sentences are remembered; `age` is called for how long. */
const MEMORY = 4_000;
/**
 * The recently used of something, by text. Two generations: what was asked for since the last change of generations is kept at the
 * next; finding something again moves nothing, which matters at some hundred look-ups a keystroke.
 */
export class Memory<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();
  constructor(private readonly on: boolean) {}
  get(key: string): T | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found;
    const known = this.old.get(key);
    if (known !== undefined) this.set(key, known);
    return known;
  }
  set(key: string, value: T): T {
    if (!this.on) return value;
    if (this.young.size >= MEMORY / 2) this.age();
    this.young.set(key, value);
    return value;
  }
  /** What was not asked for since the last time is forgotten. */
  age(): void {
    this.old = this.young;
    this.young = new Map();
  }
}

/** Texts whose lines are kept: the reply's and the customer's. */
const KEPT_LINES = 2;
interface KeptLine {
  readonly trimmed: string;
  readonly facts: LineFacts;
}
/**
 * The lines of the texts last read. While somebody types, all lines before the caret and all after it are those of the text before:
 * comparing them costs a tenth of looking them up, which has to make a number of each.
 */
export class LineMemory {
  private kept: (readonly KeptLine[])[] = [];

  readonly remember = (lines: readonly Line[], look: (line: string) => LineFacts): readonly LineFacts[] => {
    let best: readonly KeptLine[] = [], ahead = 0, behind = 0;
    for (const kept of this.kept) {
      const most = Math.min(kept.length, lines.length);
      let from = 0, to = 0;
      while (from < most && kept[from]?.trimmed === lines[from]?.trimmed) from += 1;
      while (to < most - from && kept[kept.length - 1 - to]?.trimmed === lines[lines.length - 1 - to]?.trimmed) to += 1;
      if (from + to > ahead + behind) { best = kept; ahead = from; behind = to; }
    }
    const shift = best.length - lines.length;
    const own = lines.map(({ trimmed }, i): KeptLine => (i < ahead ? best[i] : i >= lines.length - behind ? best[i + shift] : undefined) ?? { trimmed, facts: look(trimmed) });
    this.kept = [own, ...this.kept.filter((kept) => kept !== best)].slice(0, KEPT_LINES);
    return own.map(({ facts }) => facts);
  };
}
