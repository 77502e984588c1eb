/** Readers every language needs: words that stand for values, numbers, and looks to either side. */
import { fold, type Word } from './words';
import type { Reader, Reading } from './grammar';
import { secondAfter, type Pairs } from './pairs';

interface Entry<T> { readonly words: readonly string[]; readonly value: T }

const NO_READINGS: readonly Reading<never>[] = [];

/** One past the last of these words in the text, -1 where they don't stand there. */
function endOf(words: readonly string[], text: readonly Word[], at: number): number {
  let next = at;
  for (let index = 0; index < words.length; index++) {
    if (index > 0 && text[next]?.text === '-') next++;
    if (text[next++]?.text !== words[index]) return -1;
  }
  return next;
}

/**
 * Words that stand for a value: `dict('unit', { day: 'day', 'business days': 'business-day' })`. A key may be several words;
 * a hyphen in it stands for one in the text or a space.
 */
export function dict<T>(name: string, entries: Readonly<Record<string, T>> | ReadonlyMap<string, T>): Reader<T> {
  const pairs: readonly (readonly [string, T])[] = entries instanceof Map ? [...entries] : Object.entries<T>(entries as Readonly<Record<string, T>>);
  const byFirst = new Map<string, Entry<T>[]>();
  const starts: Pairs = new Map();
  for (const [key, value] of pairs) {
    const words = fold(key).split(/[\s-]+/u);
    const head = words[0] ?? '';
    byFirst.set(head, [...(byFirst.get(head) ?? []), { words, value }]);
    const second = secondAfter(starts, head), [, next] = words;
    if (next === undefined) second.ends = true; else second.words.add(next).add('-');
  }
  const read = (text: readonly Word[], at: number): readonly Reading<T>[] => {
    const entries = byFirst.get(text[at]?.text ?? '');
    if (!entries) return NO_READINGS;
    const found: Reading<T>[] = [];
    for (const { words, value } of entries) {
      const next = words.length === 1 ? at + 1 : endOf(words, text, at);
      if (next >= 0) found.push({ value, next });
    }
    return found.length > 1 ? found.sort((a, b) => b.next - a.next) : found;
  };
  return { name, first: new Set(byFirst.keys()), pairs: starts, read };
}

const ONE_NUMBER = ['#', { words: new Set<string>(), ends: true, any: false }] as const;

/** Digits between `least` and `most`, at most `length` of them ("007" is no hour). */
export function digits(name: string, least: number, most: number, length = 4): Reader<number> {
  return {
    name,
    first: new Set(['#']),
    pairs: new Map([ONE_NUMBER]),
    read: (words, at) => {
      const word = words[at];
      if (word?.kind !== 'number' || word.text.length > length) return NO_READINGS;
      const value = Number(word.text);
      return Number.isInteger(value) && value >= least && value <= most ? [{ value, next: at + 1 }] : NO_READINGS;
    },
  };
}

/** Digits or number words ("3", "three"): `words` maps the folded words. */
export function numbers(name: string, words: Readonly<Record<string, number>>, least = 0, most = 999): Reader<number> {
  const spelled = dict(name, Object.fromEntries(Object.entries(words).filter(([, value]) => value >= least && value <= most)));
  const written = digits(name, least, most);
  return {
    name,
    first: new Set([...spelled.first, '#']),
    pairs: new Map([...(spelled.pairs ?? []), ONE_NUMBER]),
    // What is spelled is no number, what is written in digits is nothing else.
    read: (text, at) => (text[at]?.kind === 'number' ? written.read(text, at) : spelled.read(text, at)),
  };
}

/** Reads nothing, but only where `test` holds of the words around `at` (the word after is `words[at]`). */
export function look(name: string, test: (words: readonly Word[], at: number) => boolean): Reader<true> {
  return { name, first: new Set(['*']), empty: true, read: (words, at) => (test(words, at) ? [{ value: true, next: at }] : NO_READINGS) };
}
