/** Does the cost of reading grow with what is known? A hundred thousand phrases over fifty thousand words, against a bare pass over the text. */
import { createLanguage } from '../../utils/language';
import { fold } from '../../utils/rules';
import type { Knowledge, KnownEntry } from '../../utils/rules';
import { GraphBuilder, parsePattern } from '../../utils/rules/compile';
import { cpu, median } from './measure';

export interface MatcherFigures {
  /** CPU of reading a text with 100,000 phrases known, over that of a pass that only folds and hashes its letters. */
  readonly matcher_100k_vs_floor: number;
  /** The same reading over that with 1,000 phrases known: 1 where the number of rules costs nothing. */
  readonly matcher_100k_vs_1k: number;
  /** 50,000 words over 5,000: 10 where cost grows with the text alone. */
  readonly matcher_50k_vs_5k_words: number;
}

const SYLLABLES = ['ba', 'co', 'de', 'fi', 'gu', 'ha', 'li', 'mo', 'na', 'pe', 'ro', 'su', 'ta', 'vi', 'zo'];
/** A small generator of its own, so that every run reads the same (Park and Miller). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}
function wordOf(n: number): string {
  let word = '';
  for (let rest = n + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}
const VOCABULARY = 20_000;

function phrases(count: number): string[] {
  const roll = dice(7);
  return Array.from({ length: count }, () => Array.from({ length: 2 + roll(4) }, () => wordOf(roll(VOCABULARY))).join(' '));
}
function knowledgeOf(known: readonly string[]): Knowledge {
  const builder = new GraphBuilder();
  const entries = known.map((phrase, i): KnownEntry => {
    builder.add(parsePattern(phrase), phrase, new Map(), { entry: i, pair: -1, role: 0, context: 0 });
    return { id: `p.${i}`, kind: 'wording', mark: 'jargon', why: '' };
  });
  return { name: 'en', entries, graph: builder.finish(), phrases: [], lists: {}, names: new Map() };
}
/** Sentences of fifteen words; a known phrase in every fourth. */
function textOf(words: number, known: readonly string[], seed: number): string {
  const roll = dice(seed), sentences: string[] = [];
  for (let count = 0; count < words; count += 15) {
    const sentence = Array.from({ length: 15 }, () => wordOf(roll(VOCABULARY)));
    if (roll(4) === 0) sentence.splice(roll(10), 3, known[roll(known.length)] ?? '');
    sentences.push(`${sentence.join(' ')}.`);
  }
  return sentences.join(' ');
}

/** Letters folded by a table and hashed, words looked up in another: less no reader of words can do in this language. */
const FOLD = Uint16Array.from({ length: 0x250 }, (_, code) => fold(String.fromCharCode(code)).charCodeAt(0) || 32);
const TABLE = new Int32Array(1 << 16);
function floor(text: string): number {
  let hash = 2_166_136_261, sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = FOLD[text.charCodeAt(i)] ?? 32;
    if (code > 64) hash = Math.imul(hash ^ code, 16_777_619);
    else { sum += TABLE[hash & 0xffff] ?? 0; hash = 2_166_136_261; }
  }
  return sum;
}

export async function matcherFigures(): Promise<MatcherFigures> {
  const many = phrases(100_000), few = many.slice(0, 1_000);
  const read = (known: readonly string[]) => {
    const language = createLanguage(knowledgeOf(known), { memory: false });
    return (text: string) => language.parse(text).hits('wording').length;
  };
  const [readMany, readFew] = [read(many), read(few)];
  for (let seed = 1; seed <= 3; seed += 1) { readMany(textOf(50_000, many, seed)); readFew(textOf(50_000, few, seed)); floor(textOf(50_000, few, seed)); }
  const rounds = Array.from({ length: 7 }, (_, i) => i + 11);
  const times = async (words: number, known: readonly string[], work: (text: string) => unknown): Promise<number> => {
    const spent: number[] = [];
    for (const seed of rounds) {
      const text = textOf(words, known, seed);
      spent.push(await cpu(() => work(text), 1, 1));
    }
    return median(spent);
  };
  const whole = await times(50_000, many, readMany), bare = await times(50_000, many, floor);
  return { matcher_100k_vs_floor: whole / bare, matcher_100k_vs_1k: whole / await times(50_000, few, readFew), matcher_50k_vs_5k_words: whole / await times(5_000, many, readMany) };
}
