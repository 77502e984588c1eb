/**
 * What a sentence must hold before a rule is tried on it. Most sentences lack the words of most rules ("by", but neither "eow"
 * nor "the end of the month"), and asking for them is far cheaper than reading.
 */
import type { Item } from './pattern';
import type { Word } from './words';

/** Does the sentence hold what is needed? True says only that it may be read. */
export type Presence = (sentence: readonly Word[]) => boolean;

/** The numbers of the needs a word meets, by the word; a need is a set of words of which one will do. */
const meets = new Map<string, number[]>();
/** Numbers of needs by their words, so that a need many rules have is looked for once. */
const numbers = new Map<string, number>();
/** The round in which a need was last met; a round is a sentence. */
const met: number[] = [];
let round = 0;
let marked: readonly Word[] | null = null;

function mark(sentence: readonly Word[]): void {
  marked = sentence;
  round++;
  for (const { text, kind } of sentence) {
    const own = meets.get(text);
    if (own) for (const need of own) met[need] = round;
    const number = kind === 'number' ? meets.get('#') : undefined;
    if (number) for (const need of number) met[need] = round;
  }
}

/** One of these words, `#` any number. */
function oneOf(words: ReadonlySet<string>): Presence {
  const key = [...words].sort().join(' ');
  let need = numbers.get(key);
  if (need === undefined) {
    need = numbers.size;
    numbers.set(key, need);
    met.push(0);
    for (const word of words) meets.set(word, [...(meets.get(word) ?? []), need]);
  }
  const index = need;
  return (sentence) => {
    if (sentence !== marked) mark(sentence);
    return met[index] === round;
  };
}

/** Null: nothing is needed. A set: one of its words. */
type Need = ReadonlySet<string> | Presence | null;

function ask(need: ReadonlySet<string> | Presence): Presence {
  return typeof need === 'function' ? need : oneOf(need);
}

function needOf(item: Item): Need {
  if (item.is === 'word') return new Set([item.text]);
  if (item.is === 'reader') return item.reader.possible ?? (item.reader.first.has('*') ? null : item.reader.first);
  const ways = item.branches.map((branch) => allOf(branch));
  const needs = ways.filter((way) => way !== null);
  if (needs.length < ways.length) return null;
  const sets = needs.filter((need) => typeof need !== 'function');
  const words = new Set(sets.flatMap((set) => [...set]));
  const others = needs.filter((need) => typeof need === 'function');
  if (others.length === 0) return words;
  const asked = [...(words.size > 0 ? [oneOf(words)] : []), ...others];
  return (sentence) => asked.some((presence) => presence(sentence));
}

function allOf(items: readonly Item[]): Need {
  const needs = items.map(needOf).filter((need) => need !== null);
  const [only] = needs;
  if (!only) return null;
  if (needs.length === 1) return only;
  const asked = needs.map(ask);
  return (sentence) => asked.every((presence) => presence(sentence));
}

/** What must be in a sentence where this row of items is to be read. */
export function presenceOf(items: readonly Item[]): Presence {
  const need = allOf(items);
  return need === null ? () => true : ask(need);
}
