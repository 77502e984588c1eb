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

type Item =
  | { readonly is: 'word'; readonly text: string; readonly glued: boolean }
  | { readonly is: 'reader'; readonly reader: Reader<unknown>; readonly glued: boolean }
  | { readonly is: 'either'; readonly branches: readonly (readonly Item[])[]; readonly glued: boolean };

/** What readers have read so far, the last first. */
interface Captures {
  readonly reader: Reader<unknown>;
  readonly value: unknown;
  readonly before: Captures | null;
}
/** A pattern as a chain of steps: what comes after each is known beforehand, so that walking it makes nothing new. */
type Step =
  | { readonly is: 'end' }
  | { readonly is: 'word'; readonly text: string; readonly glued: boolean; readonly then: Step }
  | { readonly is: 'reader'; readonly reader: Reader<unknown>; readonly glued: boolean; readonly then: Step }
  | { readonly is: 'either'; readonly ways: readonly Step[] };
const END: Step = { is: 'end' };

function chain(items: readonly Item[], then: Step, glued = false): Step {
  const [item, ...rest] = items;
  if (!item) return then;
  const after = chain(rest, then);
  if (item.is !== 'either') return { ...item, glued: item.glued || glued, then: after };
  return { is: 'either', ways: item.branches.map((branch) => chain(branch, after, item.glued || glued)) };
}
const SIGNS = /'[()]'|[()[\]|~]|\{[^}]+\}|[^\s()[\]|~{}]+/gu;

class PatternParser {
  private readonly signs: readonly string[];
  private at = 0;
  constructor(private readonly pattern: string, private readonly readers: ReadonlyMap<string, Reader<unknown>>) {
    this.signs = pattern.match(SIGNS) ?? [];
  }

  parse(): readonly Item[] {
    const branches = this.branches();
    if (this.at < this.signs.length) throw new Error(`"${this.pattern}": unmatched ${this.signs[this.at] ?? ''}`);
    return branches.length === 1 ? branches[0] ?? [] : [{ is: 'either', branches, glued: false }];
  }

  private branches(): (readonly Item[])[] {
    const all: (readonly Item[])[] = [];
    let items: Item[] = [];
    let glued = false;
    for (; this.at < this.signs.length; this.at++) {
      const sign = this.signs[this.at] ?? '';
      if (sign === ')' || sign === ']') break;
      if (sign === '~') glued = true;
      else if (sign === '|') {
        all.push(items);
        items = [];
      } else {
        items.push(this.item(sign, glued));
        glued = false;
      }
    }
    all.push(items);
    return all;
  }

  private item(sign: string, glued: boolean): Item {
    if (sign === '(' || sign === '[') {
      this.at++;
      const branches = this.branches();
      const close = sign === '(' ? ')' : ']';
      if (this.signs[this.at] !== close) throw new Error(`"${this.pattern}": ${close} is missing`);
      return { is: 'either', branches: sign === '[' ? [...branches, []] : branches, glued };
    }
    if (!sign.startsWith('{')) return { is: 'word', text: /^'.'$/u.test(sign) ? sign.slice(1, -1) : sign, glued };
    const reader = this.readers.get(sign.slice(1, -1));
    if (!reader) throw new Error(`"${this.pattern}": no reader ${sign}`);
    return { is: 'reader', reader, glued };
  }
}

/** Calls `done` for every way the steps can be read from `at`. */
function walk(step: Step, words: readonly Word[], at: number, captures: Captures | null, done: (next: number, captures: Captures | null) => void): void {
  if (step.is === 'end') return done(at, captures);
  if (step.is === 'either') {
    for (const way of step.ways) walk(way, words, at, captures, done);
    return;
  }
  const word = words[at];
  if (step.glued && word?.glued !== true) return;
  if (step.is === 'word') {
    if (word?.text === step.text) walk(step.then, words, at + 1, captures, done);
    return;
  }
  const { first } = step.reader;
  if (word ? !first.has(word.text) && !(word.kind === 'number' && first.has('#')) && !first.has('*') : !first.has('*')) return;
  for (const { value, next } of step.reader.read(words, at)) walk(step.then, words, next, { reader: step.reader, value, before: captures }, done);
}

/** Adds the words a row of items may begin with; true where the row can be empty. */
function firsts(items: readonly Item[], into: Set<string>): boolean {
  for (const item of items) {
    if (item.is === 'word') into.add(item.text);
    else if (item.is === 'reader') item.reader.first.forEach((word) => into.add(word));
    if (item.is !== 'either') return false;
    let empty = false;
    for (const branch of item.branches) if (firsts(branch, into)) empty = true;
    if (!empty) return false;
  }
  return true;
}

function takenOf(pattern: string, captures: Captures | null, words: readonly Word[]): Taken {
  const maybe = <T>(reader: Reader<T>, index = 0): T | null => {
    const found: unknown[] = [];
    for (let one = captures; one; one = one.before) if (one.reader === reader) found.unshift(one.value);
    return index < found.length ? (found[index] as T) : null;
  };
  return {
    words,
    maybe,
    of: <T>(reader: Reader<T>, index = 0): T => {
      const value = maybe(reader, index);
      if (value === null) throw new Error(`"${pattern}" has read no {${reader.name}} (${String(index)})`);
      return value;
    },
  };
}

const NO_READINGS: readonly Reading<never>[] = [];

/**
 * A reader made of rules. `readers` are those its patterns may name. Throws at once on a pattern that can't be understood.
 */
export function grammar<T>(name: string, readers: readonly Reader<unknown>[], rules: readonly Rule<T>[]): Reader<T> {
  const byName = new Map(readers.map((reader) => [reader.name, reader]));
  interface Prepared { readonly rule: Rule<T>; readonly steps: Step; readonly order: number }
  const byFirst = new Map<string, Prepared[]>();
  rules.forEach((one, order) => {
    const items = new PatternParser(one.pattern, byName).parse();
    const first = new Set<string>();
    if (firsts(items, first)) throw new Error(`"${one.pattern}" can be empty`);
    const prepared: Prepared = { rule: one, steps: chain(items, END), order };
    for (const word of first) byFirst.set(word, [...(byFirst.get(word) ?? []), prepared]);
  });
  const candidatesFor = (key: string | null, number: boolean): readonly Prepared[] => {
    const lists = [key === null ? undefined : byFirst.get(key), number ? byFirst.get('#') : undefined, byFirst.get('*')];
    return lists.flatMap((list) => list ?? []).sort((x, y) => x.order - y.order);
  };
  const ready = new Map<string, readonly Prepared[]>();
  // The same reader is tried at the same place by many rules: what it read in the sentence at hand is remembered.
  let sentence: readonly Word[] | null = null;
  let known: (readonly Reading<T>[] | undefined)[] = [];
  const read = (words: readonly Word[], at: number): readonly Reading<T>[] => {
    if (words !== sentence) [sentence, known] = [words, []];
    return (known[at] ??= readAt(words, at));
  };
  const readAt = (words: readonly Word[], at: number): readonly Reading<T>[] => {
    const word = words[at];
    if (!word) return NO_READINGS;
    const own = byFirst.has(word.text) ? word.text : null;
    const key = own ?? (word.kind === 'number' ? '#' : '*');
    let candidates = ready.get(key);
    if (!candidates) ready.set(key, (candidates = candidatesFor(own, word.kind === 'number')));
    if (candidates.length === 0) return NO_READINGS;
    const found = new Map<number, Reading<T>>();
    for (const { rule: one, steps } of candidates) {
      walk(steps, words, at, null, (next, captures) => {
        if (found.has(next)) return;
        const value = one.build(takenOf(one.pattern, captures, words.slice(at, next)));
        if (value !== null) found.set(next, { value, next });
      });
    }
    return [...found.values()].sort((a, b) => b.next - a.next);
  };
  return { name, first: new Set(byFirst.keys()), read };
}
