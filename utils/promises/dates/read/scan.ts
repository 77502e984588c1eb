import type { FoundTime, TimeExpr } from '../../types';
import type { Reader } from './grammar';
import { mayBeginAt, type Pairs } from './pairs';
import { keyOfAny } from './presence';
import { splitWords, type Word } from './words';

/** What a grammar of times yields: an expression, or `none` for words that look like a time and are no date to keep ("since Monday"). */
export type TimeOrNone = TimeExpr | { readonly type: 'none' };
export type DateParser = (sentence: string, offset?: number) => readonly FoundTime[];
export interface TimeLanguage {
  readonly parse: DateParser;
  /** Folded words (`#` any number) of which a sentence with a time holds one; null where nothing can be said. */
  readonly needs: ReadonlySet<string> | null;
}

/** What a language needs for any of these to be read; what reads as no time is not asked for. */
export function needsOf(readers: readonly Reader<unknown>[]): TimeLanguage['needs'] {
  return keyOfAny(readers.map(({ first, presence }) => presence ?? { key: first.has('*') ? null : first, test: () => true }));
}

const AMOUNT_BEFORE = new Set(['#', '$', '€', '£', '№', '/', '.', ',', '-', '+', '@', '_', '&', '=', '*', ':', '\\']);
const AMOUNT_AFTER = new Set(['%', '€', '£', '$', '°', '/', '@', '_', '=', '*', '\\', 'ª', 'º']);

/** A number that is part of something longer: "A3", "#15", "3.1", "€20". */
function tornStart(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word?.glued || !before) return false;
  if (word.kind === 'number') return before.kind !== 'sign' || AMOUNT_BEFORE.has(before.text);
  return before.kind === 'number' || before.text === '@' || before.text === '_' || before.text === '#';
}

/** The text goes on without a space: "15%", "3.14", "2nd-hand", "monday.com". */
function tornEnd(words: readonly Word[], next: number): boolean {
  const after = words[next];
  if (!after) return false;
  if (after.kind === 'sign' && AMOUNT_AFTER.has(after.text)) return after.glued || words[next - 1]?.kind === 'number';
  if (!after.glued) return false;
  if (after.kind !== 'sign') return true;
  if (after.text !== '.' && after.text !== ',' && after.text !== ':' && after.text !== '-') return false;
  const second = words[next + 1];
  return second?.glued === true && (second.kind === 'number' || (second.kind === 'word' && after.text !== '-' && after.text !== ','));
}

/**
 * Makes a parser of a grammar of times: from left to right, at each place the longest reading that neither starts nor ends in
 * the middle of something longer; found times never overlap. Offsets are those of `sentence` plus `offset`.
 */
export function timeParser(times: Reader<TimeOrNone>): DateParser {
  const pairs: Pairs = times.pairs ?? new Map([['*', { words: new Set(), ends: true, any: true }]]);
  return (sentence, offset = 0) => {
    const words = splitWords(sentence);
    const found: FoundTime[] = [];
    let asked = false;
    for (let at = 0; at < words.length; at++) {
      if (!mayBeginAt(pairs, words, at) || tornStart(words, at)) continue;
      // Asked for where something may begin at all: to look a sentence over costs as much as to read one.
      if (!asked && times.presence?.test(words) === false) return found;
      asked = true;
      const reading = times.read(words, at).find(({ next }) => next > at && !tornEnd(words, next));
      if (!reading) continue;
      const first = words[at];
      const last = words[reading.next - 1];
      if (first && last && reading.value.type !== 'none') {
        found.push({ start: first.start + offset, end: last.end + offset, expr: reading.value });
      }
      at = reading.next - 1;
    }
    return found;
  };
}
