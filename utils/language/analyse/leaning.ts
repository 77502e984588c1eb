/**
 * What a message leans to by all its words together, where none of them names a feeling: weights of words and of pairs of words,
 * learnt from messages that people labelled (`tests/corpus/learn.ts`; list `leanings` of the language). A cue tells more than they do,
 * and shows itself; they decide between feelings of which the cues say little.
 */
import type { Language, Parsed, Sentence, Token } from '../parsed';
import { EMOTIONS } from '../types';
import type { Cue, Emotion } from '../types';
import { weightsIn } from './weights';

/** A trait of a message: a word, two words in a row, a sign, its length; `from` and `to` are its tokens in the sentence, if it has such. */
interface Trait {
  readonly key: string;
  readonly sentence: Sentence | null;
  readonly from: number;
  readonly to: number;
}

/** Letters of a word that count: endings differ more than feelings do. */
const STEM = 6;
const SIGNS: ReadonlySet<string> = new Set(['?', '!', '…']);
/** Words in a step of length, and the step from which all are alike. */
const LENGTH_STEP = 12;
const LONGEST = 5;

function wordOf({ kind, key }: Token): string {
  if (kind === 'number') return '#';
  return kind === 'word' ? key.slice(0, STEM) : kind === 'emoji' ? key : '@';
}

/** Each trait once, in the order of the text; quoted sentences have none. */
export function traitsOf(parsed: Parsed): readonly Trait[] {
  const traits = new Map<string, Trait>();
  const add = (key: string, sentence: Sentence | null = null, from = 0, to = 0): void => { if (!traits.has(key)) traits.set(key, { key, sentence, from, to }); };
  const body = parsed.sentences.filter(({ quoted }) => !quoted);
  let words = 0;
  for (const sentence of body) {
    let before = '^';
    sentence.tokens.forEach((token, i) => {
      if (token.kind === 'sign') {
        if (SIGNS.has(token.key)) add(`S${token.key}`);
        before = token.key;
        return;
      }
      words += 1;
      const word = wordOf(token);
      add(word, sentence, i, i + 1);
      add(`${before}_${word}`, sentence, Math.max(0, i - 1), i + 1);
      before = word;
      if (token.kind === 'word' && token.raw.length >= 3 && token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase()) add('CAPS');
    });
    add(`${before}_END`);
  }
  const ending = (sign: Sentence['ending']): number => body.filter((sentence) => sentence.ending === sign).length;
  if (ending('!') > 1) add('S!!');
  const asked = ending('?');
  if (asked !== 1) add(asked === 0 ? 'S-noask' : 'S-asks');
  add(`L${Math.min(LONGEST, Math.floor(words / LENGTH_STEP))}`);
  const last = body.at(-1);
  if (last !== undefined) add(`E${last.ending === '' ? '-' : last.ending}`);
  return [...traits.values()];
}

/** Known words and pairs from which a message leans with its whole weight. */
const ENOUGH_TRAITS = 20;

/** What one step of a weight stands for in the exponent. */
export const LEANING_STEP = 0.05;

/** Where the weights of a trait begin, one for each of EMOTIONS. */
interface Table {
  readonly at: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
}
const tables = new WeakMap<object, Table>();
function tableOf({ knowledge }: Language): Table {
  let table = tables.get(knowledge);
  if (table === undefined) {
    const at = new Map<string, number>(), weights: number[] = [];
    for (const [trait, own] of weightsIn(knowledge.lists['leanings'] ?? [])) {
      at.set(trait, weights.length);
      weights.push(...own);
    }
    tables.set(knowledge, table = { at, weights: Int8Array.from(weights) });
  }
  return table;
}

export interface Leaning {
  /** Exponents of the odds of each feeling, in the order of EMOTIONS; null where nothing is written or the language knows no leanings. */
  readonly odds: readonly number[] | null;
  /** The words that lean most to a feeling, at most three places; for where no cue shows it. */
  shows(emotion: Emotion): Cue[];
}

/** @param parsed a customer's message in `language`. */
export function leaningOf(language: Language, parsed: Parsed): Leaning {
  const { at, weights } = tableOf(language);
  if (at.size === 0 || !parsed.sentences.some(({ quoted }) => !quoted)) return NONE;
  const known = traitsOf(parsed).flatMap((trait): Known[] => {
    const start = at.get(trait.key);
    return start === undefined ? [] : [{ trait, weight: (feeling) => weights[start + feeling] ?? 0 }];
  });
  // A line of a few words leans to whatever its signs are common in.
  const sure = Math.min(1, known.filter(({ trait }) => trait.to > trait.from).length / ENOUGH_TRAITS);
  const bias = at.get('BIAS');
  const odds = EMOTIONS.map((_, feeling) => {
    const sum = known.reduce((all, { weight }) => all + weight(feeling), bias === undefined ? 0 : weights[bias + feeling] ?? 0);
    return sum * LEANING_STEP * sure;
  });
  return { odds, shows: (emotion) => shown(known, EMOTIONS.indexOf(emotion), emotion) };
}
interface Known {
  readonly trait: Trait;
  weight(feeling: number): number;
}
const NONE: Leaning = { odds: null, shows: () => [] };

/** A trait that leans at least so much shows something. */
const TELLING = 6;
const SHOWN = 3;
function shown(known: readonly Known[], feeling: number, emotion: Emotion): Cue[] {
  const cues: Cue[] = [];
  const telling = known.filter(({ trait, weight }) => trait.to > trait.from && weight(feeling) >= TELLING).sort((a, b) => b.weight(feeling) - a.weight(feeling));
  for (const { trait: { sentence, from, to } } of telling) {
    const start = sentence?.tokens[from]?.start ?? 0, end = sentence?.tokens[to - 1]?.end ?? 0;
    if (cues.length < SHOWN && !cues.some((cue) => cue.start < end && start < cue.end)) cues.push({ start, end, emotion });
  }
  return cues;
}
