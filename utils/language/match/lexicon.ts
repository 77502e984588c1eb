/** What a word is to the patterns: the symbols it may stand for. Worked out once for each word and kept with it. */
import { SYMBOL } from '../../rules';
import type { Ending, ExactForm, PatternGraph } from '../../rules';
import type { Token } from '../parsed';
import type { Piece } from '../text/tokens';

/** A word as the graph sees it: its symbols, ascending; words of the same symbols are one class. */
export interface WordClass {
  readonly id: number;
  readonly symbols: Int32Array;
}

const SIGN_SYMBOLS: ReadonlySet<string> = new Set([',', '?', '!', ':', '/', ';', '…']);
/** Signs, links and emoji remembered; words remember themselves. */
const MEMORY = 3_000;

interface Beginning {
  readonly text: string;
  readonly symbols: readonly number[];
  readonly exact: readonly ExactForm[];
}
interface End {
  readonly text: string;
  readonly endings: readonly Ending[];
}
const NONE: readonly never[] = [];
const twoAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export class Lexicon {
  private readonly classOf = new Map<string, WordClass>();
  private readonly classes = new Map<string, WordClass>();
  /** Beginnings and endings by the two letters at that end: a new word is compared with a few of them, and cut up for none. */
  private readonly beginnings = new Map<number, Beginning[]>();
  private readonly ends = new Map<number, End[]>();
  private readonly symbols: number[] = [];
  /** A word that no pattern knows, and a number. */
  private readonly unknown: WordClass;
  private readonly number: WordClass;

  /** @param spellings folded word → the word it is read as besides. */
  constructor(private readonly graph: PatternGraph, private readonly spellings: ReadonlyMap<string, string>) {
    for (const text of new Set([...graph.prefixes.keys(), ...graph.exactPrefixes.keys()])) {
      put(this.beginnings, twoAt(text, 0), { text, symbols: graph.prefixes.get(text) ?? NONE, exact: graph.exactPrefixes.get(text) ?? NONE });
    }
    for (const [text, endings] of graph.endings) put(this.ends, twoAt(text, text.length - 2), { text, endings });
    this.unknown = this.classFor([SYMBOL.any, SYMBOL.skip]);
    this.number = this.classFor([SYMBOL.any, SYMBOL.skip, SYMBOL.number]);
  }

  /** By the word itself, of whose memory there is one for each lexicon: no string is looked up again. */
  of(token: Token | Piece): WordClass {
    const slot = 'word' in token ? token.word : null;
    if (slot !== null) return (slot.noted ??= this.find(token)) as WordClass;
    let found = this.classOf.get(token.raw);
    if (found === undefined) {
      if (this.classOf.size >= MEMORY) this.classOf.clear();
      this.classOf.set(token.raw, found = this.find(token));
    }
    return found;
  }

  private find(token: Token): WordClass {
    this.symbols.length = 0;
    this.look(token);
    if (this.symbols.length === 0 && token.kind !== 'sign') return token.kind === 'number' ? this.number : this.unknown;
    if (token.kind !== 'sign') this.symbols.push(SYMBOL.any, SYMBOL.skip);
    if (token.kind === 'number') this.symbols.push(SYMBOL.number);
    return this.classFor(this.symbols);
  }

  private classFor(symbols: readonly number[]): WordClass {
    const sorted = [...new Set(symbols)].sort((a, b) => a - b), key = sorted.join();
    let found = this.classes.get(key);
    // There are no more classes than combinations that the knowledge itself makes, so these are never forgotten.
    if (found === undefined) this.classes.set(key, found = { id: this.classes.size, symbols: Int32Array.from(sorted) });
    return found;
  }

  /** Collects the symbols but for those that every word has. */
  private look({ kind, key, raw }: Token): void {
    const { symbols, graph } = this;
    if (kind === 'sign') {
      if (SIGN_SYMBOLS.has(key)) symbols.push(SYMBOL[key as ',']);
      if (key === ',') symbols.push(SYMBOL.skip);
      return;
    }
    this.lookUp(key, raw, kind);
    const spelling = this.spellings.get(key);
    if (spelling !== undefined) this.lookUp(spelling, raw, kind);
    if (kind === 'word') this.lookAtEnd(key, raw);
    for (const { form, cased, symbols: own } of graph.exact.get(key) ?? NONE) if (form === (cased ? raw : raw.toLowerCase())) symbols.push(...own);
  }

  private lookUp(word: string, raw: string, kind: Token['kind']): void {
    const { symbols, graph: { words } } = this;
    const at = words.at.get(word);
    if (at !== undefined) for (let i = at + (words.symbols[at] ?? 0); i > at; i -= 1) symbols.push(words.symbols[i] ?? 0);
    // Most texts bring numbers that were never seen, and no pattern begins like a number.
    if (kind === 'number' || word.length < 2) return;
    for (const { text, symbols: own, exact } of this.beginnings.get(twoAt(word, 0)) ?? NONE) {
      if (!word.startsWith(text)) continue;
      symbols.push(...own);
      for (const { form, cased, symbols: theirs } of exact) if ((cased ? raw : raw.toLowerCase()).startsWith(form)) symbols.push(...theirs);
    }
  }

  /** An ending is no whole word: "*remos" wants a letter before it. */
  private lookAtEnd(key: string, raw: string): void {
    if (key.length < 3) return;
    for (const { text, endings } of this.ends.get(twoAt(key, key.length - 2)) ?? NONE) {
      if (key.length === text.length || !key.endsWith(text)) continue;
      for (const { form, symbol } of endings) if (form === null || raw.toLowerCase().endsWith(form)) this.symbols.push(symbol);
    }
  }
}
