/** Finds a phrase by a few letters: accents and case do not matter, a slip of one letter is forgiven, every word must be met. */
import { fold } from '../language';
import type { Phrase } from './types';

export interface Indexed {
  readonly phrase: Phrase;
  readonly shortcut: string;
  readonly title: string;
  readonly tags: string;
  readonly text: string;
}
export interface SearchContext {
  /** Only phrases of this language; both countries' Portuguese shares `pt`. */
  readonly lang?: Phrase['lang'];
  /** At most so many; 20 if not said. */
  readonly limit?: number;
  /** Ids used of late, the latest first: they come before equals. */
  readonly recent?: readonly string[];
}

/** Everything one space-framed string, so that " word" finds beginnings of words. */
const framed = (text: string): string => ` ${fold(text).replace(/[^\p{L}\p{N}']+/gu, ' ').trim()} `;

export function indexPhrase(phrase: Phrase): Indexed {
  const text = typeof phrase.text === 'string' ? phrase.text : Object.values(phrase.text)[0] ?? '';
  return { phrase, shortcut: fold(phrase.shortcut ?? ''), title: framed(phrase.title), tags: framed([...phrase.tags, ...phrase.for.situations].join(' ')), text: framed(text) };
}

export function speaks(phrase: Phrase, lang: Phrase['lang'] | undefined): boolean {
  return lang === undefined || phrase.lang === lang || (phrase.lang === 'pt' && lang.startsWith('pt')) || (lang === 'pt' && phrase.lang.startsWith('pt'));
}

export function search(index: readonly Indexed[], query: string, { lang, limit = 20, recent = [] }: SearchContext): Phrase[] {
  const words = framed(query).trim().split(' ').filter((word) => word !== '');
  const recency = new Map(recent.map((id, i) => [id, 1 / (i + 2)]));
  const found: { phrase: Phrase; score: number; order: number }[] = [];
  index.forEach((item, order) => {
    if (!speaks(item.phrase, lang)) return;
    let score = 0;
    for (const word of words) {
      const met = scoreOf(item, word);
      if (met === 0) return;
      score += met;
    }
    if (item.shortcut !== '' && item.shortcut === fold(query).trim()) score += 100;
    found.push({ phrase: item.phrase, score: score + (recency.get(item.phrase.id) ?? 0), order });
  });
  return found.sort((a, b) => b.score - a.score || a.order - b.order).slice(0, limit).map(({ phrase }) => phrase);
}

function scoreOf(item: Indexed, word: string): number {
  const start = ` ${word}`;
  if (item.shortcut !== '' && item.shortcut.startsWith(word)) return 12;
  if (item.title.includes(`${start} `)) return 11;
  if (item.title.includes(start)) return 10;
  if (item.tags.includes(start)) return 8;
  if (item.text.includes(start)) return 3;
  if (word.length >= 3 && item.title.includes(word)) return 2;
  return word.length >= 4 && (nearly(item.title, word) || nearly(item.tags, word)) ? 1.5 : 0;
}

/** Does a word of `text` begin with `word`, but for one letter wrong, missing, too many, or two changed over? */
function nearly(text: string, word: string): boolean {
  return text.split(' ').some((other) => other[0] === word[0] && other.length >= word.length - 1 && oneSlip(other.slice(0, word.length + 1), word));
}
function oneSlip(text: string, word: string): boolean {
  let i = 0;
  while (i < word.length && text[i] === word[i]) i += 1;
  const rest = word.slice(i);
  return text.slice(i + 1).startsWith(rest.slice(1)) || text.slice(i).startsWith(rest.slice(1)) || text.slice(i + 1).startsWith(rest)
    || (text[i] === word[i + 1] && text[i + 1] === word[i] && text.slice(i + 2).startsWith(rest.slice(2)));
}
