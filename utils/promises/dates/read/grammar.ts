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

type Captures = readonly { readonly reader: Reader<unknown>; readonly value: unknown }[];
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

/** Calls `done` for every way the items can be read from `at`. */
function walk(
  items: readonly Item[], words: readonly Word[], at: number, captures: Captures, done: (next: number, captures: Captures) => void,
): void {
  const item = items[0];
  if (!item) return done(at, captures);
  const rest = items.slice(1);
  if (item.is === 'either') {
    for (const branch of item.branches) {
      const head = branch[0];
      const glue = head && item.glued ? [{ ...head, glued: true }, ...branch.slice(1)] : branch;
      walk([...glue, ...rest], words, at, captures, done);
    }
    return;
  }
  const word = words[at];
  if (item.glued && word?.glued !== true) return;
  if (item.is === 'word') {
    if (word?.text === item.text) walk(rest, words, at + 1, captures, done);
    return;
  }
  for (const reading of item.reader.read(words, at)) {
    walk(rest, words, reading.next, [...captures, { reader: item.reader, value: reading.value }], done);
  }
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

function takenOf(pattern: string, captures: Captures, words: readonly Word[]): Taken {
  const maybe = <T>(reader: Reader<T>, index = 0): T | null => {
    const found = captures.filter((capture) => capture.reader === reader)[index];
    return found ? (found.value as T) : null;
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

/**
 * A reader made of rules. `readers` are those its patterns may name. Throws at once on a pattern that can't be understood.
 */
export function grammar<T>(name: string, readers: readonly Reader<unknown>[], rules: readonly Rule<T>[]): Reader<T> {
  const byName = new Map(readers.map((reader) => [reader.name, reader]));
  const byFirst = new Map<string, { readonly rule: Rule<T>; readonly items: readonly Item[]; readonly order: number }[]>();
  rules.forEach((one, order) => {
    const items = new PatternParser(one.pattern, byName).parse();
    const first = new Set<string>();
    if (firsts(items, first)) throw new Error(`"${one.pattern}" can be empty`);
    for (const word of first) byFirst.set(word, [...(byFirst.get(word) ?? []), { rule: one, items, order }]);
  });
  const read = (words: readonly Word[], at: number): readonly Reading<T>[] => {
    const word = words[at];
    if (!word) return [];
    const lists = [byFirst.get(word.text), word.kind === 'number' ? byFirst.get('#') : undefined, byFirst.get('*')];
    const candidates = lists.flatMap((list) => list ?? []).sort((a, b) => a.order - b.order);
    const found = new Map<number, Reading<T>>();
    for (const { rule: one, items } of candidates) {
      walk(items, words, at, [], (next, captures) => {
        if (found.has(next)) return;
        const value = one.build(takenOf(one.pattern, captures, words.slice(at, next)));
        if (value !== null) found.set(next, { value, next });
      });
    }
    return [...found.values()].sort((a, b) => b.next - a.next);
  };
  return { name, first: new Set(byFirst.keys()), read };
}
