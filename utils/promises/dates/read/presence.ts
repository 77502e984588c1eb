/**
 * What a sentence must hold before a rule is tried on it. Most sentences lack the words of most rules ("by", but neither "eow"
 * nor "the end of the month"), and asking for them is far cheaper than reading.
 */
import type { Item } from './pattern';
import type { Word } from './words';

/** Words of which a sentence must hold one, `#` any number; null: nothing is asked. */
export type Key = ReadonlySet<string> | null;

/** May something be read in this sentence? No is certain. */
export interface Presence {
  readonly key: Key;
  test(sentence: readonly Word[]): boolean;
}

/** The numbers of the keys a word meets, by the word. */
const meets = new Map<string, number[]>();
/** Numbers of keys by their words, so that one many rules have is looked for once. */
const numbers = new Map<string, number>();
/** The round in which a key was last met; a round is a sentence. */
const met: number[] = [];
let round = 0;
let marked: readonly Word[] | null = null;

function mark(sentence: readonly Word[]): void {
  marked = sentence;
  round++;
  for (const { text, kind } of sentence) {
    const own = meets.get(text);
    if (own) for (const key of own) met[key] = round;
    const number = kind === 'number' ? meets.get('#') : undefined;
    if (number) for (const key of number) met[key] = round;
  }
}

function numberOf(key: ReadonlySet<string>): number {
  const words = [...key].sort();
  const name = words.join(' ');
  let number = numbers.get(name);
  if (number === undefined) {
    number = met.push(0) - 1;
    numbers.set(name, number);
    for (const word of words) meets.set(word, [...(meets.get(word) ?? []), number]);
  }
  return number;
}

/** Words that stand in most sentences: a key with them keeps out little. They only steer the choice of keys. */
const COMMON = new Set(('a an the in on at to of or and by for from is are was we i you it be this that as with until before , . - '
  + 'e de do da dos das em na no nas nos por para que as os um uma ate w we z i o od za po nie sie ze jest').split(' '));
function weight(key: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of key) sum += word === '#' ? 10 : COMMON.has(word) ? 1000 : 1;
  return sum;
}

/** Several things at once; words are looked for first, since they cost least. */
class All implements Presence {
  constructor(readonly key: Key, private readonly numbers: readonly number[], private readonly others: readonly Presence[]) {}

  static of(parts: readonly Presence[]): All {
    const asked = parts.filter(({ key }) => key !== null);
    const [best] = asked.map(({ key }) => key ?? new Set<string>()).sort((a, b) => weight(a) - weight(b));
    const keys = asked.flatMap((one) => (one instanceof All ? one.numbers : one.key ? [numberOf(one.key)] : []));
    const first = best ? [numberOf(best)] : [];
    return new All(best ?? null, [...new Set([...first, ...keys])], asked.flatMap((one) => (one instanceof All ? one.others : [one])));
  }

  isWord(): boolean {
    return this.numbers.length === 1 && this.others.length === 0;
  }

  test(sentence: readonly Word[]): boolean {
    if (sentence !== marked) mark(sentence);
    for (const number of this.numbers) if (met[number] !== round) return false;
    for (const other of this.others) if (!other.test(sentence)) return false;
    return true;
  }
}

/** One of several. */
class Any implements Presence {
  constructor(readonly key: Key, private readonly ways: readonly Presence[]) {}

  test(sentence: readonly Word[]): boolean {
    for (const way of this.ways) if (way.test(sentence)) return true;
    return false;
  }
}

const NOTHING = new All(null, [], []);

function ofWords(key: ReadonlySet<string>): Presence {
  return new All(key, [numberOf(key)], []);
}

/** One word of the key; what asks for nothing is always there. */
export function ofKey(key: Key): Presence {
  return key === null ? NOTHING : ofWords(key);
}

function ofItem(item: Item): Presence {
  if (item.is === 'word') return ofWords(new Set([item.text]));
  if (item.is === 'either') return anyOf(item.branches.map((branch) => presenceOf(branch)));
  const { first, presence } = item.reader;
  return presence ?? (first.has('*') ? NOTHING : ofWords(first));
}

function anyOf(ways: readonly Presence[]): Presence {
  const key = keyOfAny(ways);
  if (key === null) return NOTHING;
  // Where every way is one word, the key says it all.
  const complex = ways.some((way) => !(way instanceof All && way.isWord()));
  return complex ? new Any(key, ways) : ofWords(key);
}

/** Words of which one must be there where one of these ways is to be read. */
export function keyOfAny(ways: readonly Presence[]): Key {
  const words = new Set<string>();
  for (const { key } of ways) {
    if (key === null) return null;
    for (const word of key) words.add(word);
  }
  return words;
}

/** What must be in a sentence where this row of items is to be read: all of it. */
export function presenceOf(items: readonly Item[]): Presence {
  return All.of(items.map(ofItem));
}
