/** Readers every language needs: words that stand for values, numbers, and looks to either side. */
import { fold, type Word } from './words';
import type { Reader, Reading } from './grammar';

/**
 * Words that stand for a value: `dict('unit', { day: 'day', 'business days': 'business-day' })`. A key may be several words;
 * a hyphen in it stands for one in the text or a space.
 */
export function dict<T>(name: string, entries: Readonly<Record<string, T>> | ReadonlyMap<string, T>): Reader<T> {
  const pairs: readonly (readonly [string, T])[] = entries instanceof Map ? [...entries] : Object.entries<T>(entries as Readonly<Record<string, T>>);
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  for (const [key, value] of pairs) {
    const words = fold(key).split(/[\s-]+/u);
    const head = words[0] ?? '';
    byFirst.set(head, [...(byFirst.get(head) ?? []), { words, value }]);
  }
  const read = (text: readonly Word[], at: number): readonly Reading<T>[] => {
    const found: Reading<T>[] = [];
    for (const { words, value } of byFirst.get(text[at]?.text ?? '') ?? []) {
      let next = at;
      const fits = words.every((word, index) => {
        if (index > 0 && text[next]?.text === '-') next++;
        return text[next++]?.text === word;
      });
      if (fits) found.push({ value, next });
    }
    return found.sort((a, b) => b.next - a.next);
  };
  return { name, first: new Set(byFirst.keys()), read };
}

/** Digits between `least` and `most`, at most `length` of them ("007" is no hour). */
export function digits(name: string, least: number, most: number, length = 4): Reader<number> {
  return {
    name,
    first: new Set(['#']),
    read: (words, at) => {
      const word = words[at];
      if (word?.kind !== 'number' || word.text.length > length) return [];
      const value = Number(word.text);
      return Number.isInteger(value) && value >= least && value <= most ? [{ value, next: at + 1 }] : [];
    },
  };
}

/** Digits or number words ("3", "three"): `words` maps the folded words. */
export function numbers(name: string, words: Readonly<Record<string, number>>, least = 0, most = 999): Reader<number> {
  const spelled = dict(name, words);
  const written = digits(name, least, most);
  return {
    name,
    first: new Set([...spelled.first, '#']),
    read: (text, at) => [...spelled.read(text, at).filter(({ value }) => value >= least && value <= most), ...written.read(text, at)],
  };
}

/** Reads nothing, but only where `test` holds of the words around `at` (the word after is `words[at]`). */
export function look(name: string, test: (words: readonly Word[], at: number) => boolean): Reader<true> {
  return { name, first: new Set(['*']), read: (words, at) => (test(words, at) ? [{ value: true, next: at }] : []) };
}
