/**
 * What a sentence must hold before a rule is tried on it. Most sentences lack the words of most rules ("by", but neither "eow"
 * nor "the end of the month"), and asking for them is far cheaper than reading.
 */
import type { Item } from './pattern';
import type { Word } from './words';

/** Words of which a sentence must hold one, `#` any number; null: nothing is asked. */
export type Key = ReadonlySet<string> | null;

/** May something be read in this sentence? False is certain. */
export interface Presence {
  readonly key: Key;
  readonly test: (sentence: readonly Word[]) => boolean;
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

const ALWAYS = 0;
met.push(0);

/** The number under which `holds` knows a key. */
export function numberOf(key: Key): number {
  if (key === null) return ALWAYS;
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

export function holds(sentence: readonly Word[], key: number): boolean {
  if (sentence !== marked) mark(sentence);
  return key === ALWAYS || met[key] === round;
}

/** Words that stand in most sentences: a key with them keeps out little. They only steer the choice of keys. */
const COMMON = new Set(('a an the in on at to of or and by for from is are was we i you it be this that as with until before , . - '
  + 'e de do da dos das em na no nas nos por para que as os um uma ate w we z i o od za po nie sie ze jest').split(' '));
function weight(key: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of key) sum += word === '#' ? 10 : COMMON.has(word) ? 20 : 1;
  return sum;
}

const NOTHING: Presence = { key: null, test: () => true };

function ofWords(key: ReadonlySet<string>): Presence {
  const number = numberOf(key);
  return { key, test: (sentence) => holds(sentence, number) };
}

function ofItem(item: Item): Presence {
  if (item.is === 'word') return ofWords(new Set([item.text]));
  if (item.is === 'either') return anyOf(item.branches.map((branch) => presenceOf(branch)));
  const { first, presence } = item.reader;
  return presence ?? (first.has('*') ? NOTHING : ofWords(first));
}

/** One of these is enough. */
export function anyOf(ways: readonly Presence[]): Presence {
  const words = new Set<string>();
  for (const { key } of ways) {
    if (key === null) return NOTHING;
    for (const word of key) words.add(word);
  }
  const number = numberOf(words);
  return { key: words, test: (sentence) => holds(sentence, number) && ways.some(({ test }) => test(sentence)) };
}

/** What must be in a sentence where this row of items is to be read: all of it. */
export function presenceOf(items: readonly Item[]): Presence {
  const parts = items.map(ofItem).filter(({ key }) => key !== null);
  const [only] = parts;
  if (!only) return NOTHING;
  if (parts.length === 1) return only;
  const [best] = parts.map(({ key }) => key ?? new Set<string>()).sort((a, b) => weight(a) - weight(b));
  return { key: best ?? null, test: (sentence) => parts.every(({ test }) => test(sentence)) };
}
