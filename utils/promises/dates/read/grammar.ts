/**
 * A very small grammar for ways of speaking about time. A language writes one line a way:
 *
 *     rule('in {n} {unit}', (v) => ({ type: 'duration', amount: v.of(n), unit: v.of(unit), how: 'in' }))
 *
 * | written | reads |
 * | --- | --- |
 * | `next week`, `,` `:` `-` | these words and signs, folded (write them without accents, in lower case) |
 * | `'('` `')'` | a bracket in the text |
 * | `(a|b c)` | one of these; nests |
 * | `[the]` | may be missing |
 * | `{n}` | whatever the reader named n reads; `v.of(n)` is its value, `v.of(n, 1)` that of its second place |
 * | `~` before an item | no space before it: `{hour}~:~{minute}` |
 *
 * Every reading is tried; the longest wins, and among equally long ones the first written.
 */
import { chain, END, firsts, PatternParser, type Step } from './pattern';
import { addPairs, type Pairs } from './pairs';
import { keyOfAny, ofKey, presenceOf, type Presence } from './presence';
import type { Word } from './words';

export interface Reading<T> {
  readonly value: T;
  /** Index of the word after it. */
  readonly next: number;
}

/** Something that can be read at a place; `first` holds the folded words it may begin with (`#` any number, `*` anything). */
export interface Reader<T> {
  readonly name: string;
  readonly first: ReadonlySet<string>;
  read(words: readonly Word[], at: number): readonly Reading<T>[];
  /** What it needs in the sentence, wherever. Without it the words of `first` decide. */
  readonly presence?: Presence;
  /** Reads nothing, only looks: what begins after it begins with what comes next. */
  readonly empty?: true;
  /** The two words its readings begin with; without it nothing is known of the second. */
  readonly pairs?: Pairs;
}

/** What a rule has read. */
export interface Taken {
  /** Value at the reader's place (the `index`th, from 0). Throws where the pattern has no such place or it was left out. */
  of<T>(reader: Reader<T>, index?: number): T;
  /** The same, null where an optional place was left out. */
  maybe<T>(reader: Reader<T>, index?: number): T | null;
  /** The words read. */
  readonly words: readonly Word[];
}

export interface Rule<T> {
  readonly pattern: string;
  /** null: not this way after all (the 25th hour, the 31st of June). */
  readonly build: (taken: Taken) => T | null;
}

export function rule<T>(pattern: string, build: (taken: Taken) => T | null): Rule<T> {
  return { pattern, build };
}

/** What readers have read so far, the last first. */
interface Captures {
  readonly reader: Reader<unknown>;
  readonly value: unknown;
  readonly before: Captures | null;
}
/** Takes one way a rule can be read. */
interface Taker {
  take(next: number, captures: Captures | null): void;
}

/** Hands over every way the steps can be read from `at`. */
function walk(first: Step, words: readonly Word[], from: number, captures: Captures | null, taker: Taker): void {
  let step = first, at = from;
  // Plain words, of which most rules are made, go straight on.
  for (;;) {
    if (step.is === 'either') {
      for (const way of step.ways) walk(way, words, at, captures, taker);
      return;
    }
    const { then } = step;
    if (then === null) return taker.take(at, captures);
    const word = words[at];
    if (step.glued && word?.glued !== true) return;
    if (step.reader !== null) return read(step.reader, then, words, at, captures, taker);
    if (word?.text !== step.text) return;
    step = then;
    at += 1;
  }
}
function read(reader: Reader<unknown>, then: Step, words: readonly Word[], at: number, captures: Captures | null, taker: Taker): void {
  if (!mayBegin(reader.first, words[at])) return;
  for (const { value, next } of reader.read(words, at)) walk(then, words, next, { reader, value, before: captures }, taker);
}
function mayBegin(first: ReadonlySet<string>, word: Word | undefined): boolean {
  return (word !== undefined && (first.has(word.text) || (word.kind === 'number' && first.has('#')))) || first.has('*');
}

/** What a rule has read; most of it is never asked for, hence worked out late. */
class Read implements Taken {
  constructor(
    private readonly pattern: string, private readonly captures: Captures | null,
    private readonly text: readonly Word[], private readonly from: number, private readonly to: number,
  ) {}

  get words(): readonly Word[] {
    return this.text.slice(this.from, this.to);
  }

  maybe<T>(reader: Reader<T>, index = 0): T | null {
    const found: unknown[] = [];
    for (let one = this.captures; one; one = one.before) if (one.reader === reader) found.unshift(one.value);
    return index < found.length ? (found[index] as T) : null;
  }

  of<T>(reader: Reader<T>, index = 0): T {
    const value = this.maybe(reader, index);
    if (value === null) throw new Error(`"${this.pattern}" has read no {${reader.name}} (${String(index)})`);
    return value;
  }
}

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

const NO_READINGS: readonly Reading<never>[] = [];

interface Prepared<T> {
  readonly rule: Rule<T>;
  readonly steps: Step;
  readonly order: number;
  readonly presence: Presence;
}

/** Rules by the words they may begin with. Throws at once on a pattern that can't be understood. */
class RuleBook<T> {
  readonly byFirst = new Map<string, Prepared<T>[]>();
  readonly pairs: Pairs = new Map();
  readonly all: readonly Prepared<T>[];
  /** Rules in their order, by the word at hand: its own, `#` a number, `*` any other. */
  private readonly ready = new Map<string, readonly Prepared<T>[]>();

  constructor(readers: readonly Reader<unknown>[], rules: readonly Rule<T>[]) {
    const byName = new Map(readers.map((reader) => [reader.name, reader]));
    this.all = rules.map((one, order) => {
      const items = new PatternParser(one.pattern, byName).parse();
      const first = new Set<string>();
      if (firsts(items, first)) throw new Error(`"${one.pattern}" can be empty`);
      addPairs(items, this.pairs);
      const presence = presenceOf(items);
      const prepared: Prepared<T> = { rule: one, steps: chain(items, END), order, presence };
      for (const word of first) this.byFirst.set(word, [...(this.byFirst.get(word) ?? []), prepared]);
      return prepared;
    });
  }

  startingWith(word: Word): readonly Prepared<T>[] {
    const own = this.byFirst.has(word.text);
    const number = word.kind === 'number';
    const key = own ? word.text : number ? '#' : '*';
    let found = this.ready.get(key);
    if (!found) {
      const lists = [own ? this.byFirst.get(word.text) : undefined, number ? this.byFirst.get('#') : undefined, this.byFirst.get('*')];
      found = lists.flatMap((list) => list ?? []).sort((x, y) => x.order - y.order);
      this.ready.set(key, found);
    }
    return found;
  }
}

/** The readings at one place, by where they end; the first rule that ends at a word has it. */
class Gathering<T> implements Taker {
  found: Reading<T>[] | null = null;
  private pattern = '';
  private build: Rule<T>['build'] | null = null;
  constructor(private readonly words: readonly Word[], private readonly at: number) {}

  by({ rule: one, steps }: Prepared<T>): void {
    this.pattern = one.pattern;
    this.build = one.build;
    walk(steps, this.words, this.at, null, this);
  }

  take(next: number, captures: Captures | null): void {
    if (this.found?.some((reading) => reading.next === next)) return;
    const value = this.build?.(new Read(this.pattern, captures, this.words, this.at, next)) ?? null;
    if (value !== null) (this.found ??= []).push({ value, next });
  }

  longestFirst(): readonly Reading<T>[] {
    return this.found?.sort((a, b) => b.next - a.next) ?? NO_READINGS;
  }
}

/**
 * A reader made of rules. `readers` are those its patterns may name. Throws at once on a pattern that can't be understood.
 */
export function grammar<T>(name: string, readers: readonly Reader<unknown>[], rules: readonly Rule<T>[]): Reader<T> {
  const book = new RuleBook(readers, rules);
  // The sentence at hand. The same reader is tried at the same place by many rules: what it read there is remembered.
  let sentence: readonly Word[] | null = null;
  const known: (readonly Reading<T>[] | null)[] = [];
  let kept = false;
  /** By the rule's place: may it be read in this sentence? Found out when it is first asked for. */
  const present = new Uint8Array(book.all.length);
  const key = keyOfAny(book.all.map(({ presence }) => presence));
  const any = ofKey(key);
  let some = false;
  const isPresent = ({ order, presence }: Prepared<T>, words: readonly Word[]): boolean => {
    if (present[order] === UNKNOWN) present[order] = presence.test(words) ? YES : NO;
    return present[order] === YES;
  };
  const begin = (words: readonly Word[]): void => {
    sentence = words;
    kept = false;
    present.fill(UNKNOWN);
    some = any.test(words) && book.all.some((prepared) => isPresent(prepared, words));
  };
  const readAt = (words: readonly Word[], at: number): readonly Reading<T>[] => {
    const word = words[at];
    if (!word) return NO_READINGS;
    let gathering: Gathering<T> | null = null;
    for (const prepared of book.startingWith(word)) if (isPresent(prepared, words)) (gathering ??= new Gathering<T>(words, at)).by(prepared);
    return gathering?.longestFirst() ?? NO_READINGS;
  };
  return {
    name,
    first: new Set(book.byFirst.keys()),
    pairs: book.pairs,
    presence: {
      key,
      test: (words) => {
        if (words !== sentence) begin(words);
        return some;
      },
    },
    read: (words, at) => {
      if (words !== sentence) begin(words);
      if (!some) return NO_READINGS;
      // The memory of the sentence before is emptied where this one is really read: few grammars are.
      if (!kept) for (let i = 0; i <= words.length; i++) known[i] = null;
      kept = true;
      return (known[at] ??= readAt(words, at));
    },
  };
}
