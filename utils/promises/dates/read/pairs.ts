/**
 * The two words a reading can begin with. "The", "in", "at", "for" begin a time now and then and stand in every sentence; the word after
 * them nearly always tells that they don't ("the parcel"), and to look at it is far cheaper than to try fifty rules.
 */
import { firsts, type Item } from './pattern';
import type { Word } from './words';

/** What may come second; `#` any number. */
export interface Second {
  readonly words: Set<string>;
  /** A reading may be one word long. */
  ends: boolean;
  /** Nothing is known. */
  any: boolean;
}
/** By the first word, `#` any number, `*` anything. */
export type Pairs = Map<string, Second>;

export function secondAfter(pairs: Pairs, first: string): Second {
  let second = pairs.get(first);
  if (!second) pairs.set(first, (second = { words: new Set(), ends: false, any: false }));
  return second;
}

/** Adds the pairs with which a row of items can begin. */
export function addPairs(items: readonly Item[], into: Pairs): void {
  const [item, ...rest] = items;
  if (!item) return;
  if (item.is === 'either') {
    for (const branch of item.branches) addPairs([...branch, ...rest], into);
    return;
  }
  if (item.is === 'word') return follow(secondAfter(into, item.text), rest);
  const { pairs, first, empty } = item.reader;
  if (empty) return addPairs(rest, into);
  if (!pairs) {
    for (const word of first) secondAfter(into, word).any = true;
    return;
  }
  for (const [word, second] of pairs) {
    const own = secondAfter(into, word);
    for (const next of second.words) own.words.add(next);
    if (second.any) own.any = true;
    if (second.ends) follow(own, rest);
  }
}

/** What may follow a first word that ends its item. */
function follow(second: Second, rest: readonly Item[]): void {
  const next = new Set<string>();
  if (firsts(rest, next)) second.ends = true;
  if (next.has('*')) second.any = true;
  for (const word of next) second.words.add(word);
}

function fits({ words, ends, any }: Second, next: Word | undefined): boolean {
  return any || ends || (next !== undefined && (words.has(next.text) || (next.kind === 'number' && words.has('#'))));
}

/** May a reading begin here? No is certain. */
export function mayBeginAt(pairs: Pairs, words: readonly Word[], at: number): boolean {
  const word = words[at], next = words[at + 1];
  if (!word || pairs.has('*')) return word !== undefined;
  const own = pairs.get(word.text), number = word.kind === 'number' ? pairs.get('#') : undefined;
  return (own !== undefined && fits(own, next)) || (number !== undefined && fits(number, next));
}
