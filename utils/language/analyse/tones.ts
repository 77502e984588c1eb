/**
 * How a sentence sounds by all its words together, where no wording rule knows its words: weights of words, of pairs and of words with
 * one between, learnt from sentences of agents that people labelled (`tests/corpus/learn-tones.ts`; list `tones` of the
 * language). Rules come first: they know the place and what to say instead. A learnt mark is the whole sentence, and comes only where no
 * rule marked it; and a rule's mark is left out where the words around it all speak against it.
 */
import { Notes } from '../notes';
import type { Language, Sentence, Token } from '../parsed';
import type { Category, Finding } from '../types';
import { hasAlternative } from './findings';
import type { Draft } from './findings';
import { say } from './messages';
import { weightsIn } from './weights';
import { wordsOf } from './words';

/** What can be heard, in the order of the weights. */
export const TONES = ['blame', 'dismissive', 'sarcasm', 'negative', 'heat', 'robotic'] as const satisfies readonly Category[];
export type Tone = (typeof TONES)[number];

/** Letters of a word that count: the rest is mostly its ending. Of 4, 5, 6 and whole words this heard best on sentences left out. */
const STEM = 5;
/** What one step of a weight stands for. */
export const TONE_STEP = 0.04;
/** Fewer words are a greeting, a heading, a thank-you. */
const FEWEST = 4;

/** The part of a token that counts, '' where it does not: stops end every sentence. */
function partOf({ kind, key }: Token): string {
  if (kind === 'word') return key.slice(0, STEM);
  return kind === 'number' ? '#' : kind === 'link' ? '@' : key === '.' ? '' : key;
}

/** A number for a text, the same at every start (FNV-1a); two texts share one about once in 4 thousand million. */
function hashOf(text: string, length = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
const PAIR = 0x9e3779b1, APART = 0x85ebca6b;
const joined = (first: number, second: number, how: number): number => Math.imul(Math.imul(first, 31) ^ second, how);

/** Tells the traits of a sentence, each place once: words, pairs, and words with one between. @returns how many words it has */
function traits(tokens: readonly Token[], tell: (trait: number) => void): number {
  let before = START, last = NONE, count = 0;
  for (const token of tokens) {
    const { kind, key } = token;
    if (key === '.' && kind === 'sign') continue;
    const here = kind === 'word' ? hashOf(key, Math.min(STEM, key.length)) : hashOf(partOf(token));
    if (kind !== 'sign') count += 1;
    tell(here);
    tell(joined(before, here, PAIR));
    if (last !== NONE) tell(joined(last, here, APART));
    last = before === START ? NONE : before;
    before = here;
  }
  tell(joined(before, END, PAIR));
  return count;
}
const START = hashOf('^'), END = hashOf('$'), NONE = 0;

/** The traits of a sentence in words, as the list writes them: "you", "you_shoul", "you__have". For the tool that learns. */
export function traitNames(tokens: readonly Token[]): string[] {
  const parts = tokens.map(partOf).filter((part) => part !== '').map((part) => part.replaceAll('_', '-'));
  const all = ['^', ...parts, '$'];
  return [...new Set([...parts, ...all.slice(1).map((part, i) => `${all[i]}_${part}`), ...parts.slice(2).map((part, i) => `${parts[i]}__${part}`)])];
}

/** The number of a trait that the list writes in words. */
function numberOf(name: string): number {
  const apart = name.indexOf('__', 1);
  if (apart > 0 && apart + 2 < name.length) return joined(hashOf(name.slice(0, apart)), hashOf(name.slice(apart + 2)), APART);
  const pair = name.indexOf('_', 1);
  return pair > 0 && pair + 1 < name.length ? joined(hashOf(name.slice(0, pair)), hashOf(name.slice(pair + 1)), PAIR) : hashOf(name);
}

/** Where in a table a trait is looked for first: the low bits of joined numbers alone crowd it. */
const firstOf = (trait: number, mask: number): number => (trait ^ (trait >>> 15)) & mask;

/** Traits by number in a table three quarters empty, with their weights one after the other; `place` is -1 for an unknown one. */
class Table {
  readonly #keys: Int32Array;
  readonly #places: Int32Array;
  readonly weights: Int8Array;
  readonly bias: number;

  constructor(lines: readonly string[]) {
    const items = weightsIn(lines);
    const size = 2 ** Math.ceil(Math.log2(items.length * 4 + 4));
    this.#keys = new Int32Array(size);
    this.#places = new Int32Array(size).fill(-1);
    this.weights = new Int8Array(items.length * TONES.length);
    let bias = -1;
    for (const [n, [name, own]] of items.entries()) {
      this.weights.set(own, n * TONES.length);
      if (name === 'BIAS') bias = n * TONES.length;
      else this.#put(numberOf(name), n * TONES.length);
    }
    this.bias = bias;
  }

  place(trait: number): number {
    const keys = this.#keys, mask = keys.length - 1;
    for (let at = firstOf(trait, mask); ; at = (at + 1) & mask) {
      const place = this.#places[at] ?? -1;
      if (place < 0 || keys[at] === trait) return place;
    }
  }

  #put(trait: number, place: number): void {
    const mask = this.#keys.length - 1;
    let at = firstOf(trait, mask);
    while ((this.#places[at] ?? -1) >= 0 && this.#keys[at] !== trait) at = (at + 1) & mask;
    this.#keys[at] = trait;
    this.#places[at] = place;
  }
}

const tables = new WeakMap<object, Table>();
function tableOf({ knowledge }: Language): Table {
  let table = tables.get(knowledge);
  if (table === undefined) tables.set(knowledge, table = new Table(knowledge.lists['tones'] ?? []));
  return table;
}

/**
 * Odds from which a sentence is marked, and below which a rule's mark in it is left out: three to one, and one to twenty. On the replies
 * of the blind sets that nobody read, 23 of 32 marks from 1 on were right, and 12 of 37 between 0 and 1; of the
 * rules' marks below -3 11 of 43 were right, and above it more than four of five.
 */
export const MARKED = 1;
const UNLIKELY = -3;
/** Words and signs from which there is something around a rule's words that can speak against them. */
const ENOUGH = 9;

interface Weighed {
  readonly odds: readonly number[] | null;
  /** The surest of them, where it is sure enough to be marked. */
  readonly tone: Tone | null;
}
const UNWEIGHED: Weighed = { odds: null, tone: null };
const notes = new Notes<Weighed>();
/** Noted with the sentence: every keystroke asks it of each. */
function weighed(language: Language, { core, tokens }: Pick<Sentence, 'tokens' | 'core'>): Weighed {
  return notes.get(core) ?? notes.set(core, weigh(tableOf(language), tokens));
}

/** The odds of each tone (log, 0 is even), in the order of TONES; null for a few words and in a language without weights. */
export function toneOf(language: Language, sentence: Pick<Sentence, 'tokens' | 'core'>): readonly number[] | null {
  return weighed(language, sentence).odds;
}

function weigh(table: Table, tokens: readonly Token[]): Weighed {
  if (table.bias < 0) return UNWEIGHED;
  const odds = new Array<number>(TONES.length).fill(0);
  let known = 0;
  const add = (place: number): void => {
    if (place < 0) return;
    known += 1;
    for (let k = 0; k < TONES.length; k += 1) odds[k] = (odds[k] ?? 0) + (table.weights[place + k] ?? 0);
  };
  add(table.bias);
  if (traits(tokens, (trait) => add(table.place(trait))) < FEWEST) return UNWEIGHED;
  const scale = TONE_STEP / Math.sqrt(known);
  let best = -1, most = MARKED;
  for (let k = 0; k < TONES.length; k += 1) {
    const odd = (odds[k] ?? 0) * scale;
    odds[k] = odd;
    if (odd >= most) { best = k; most = odd; }
  }
  return { odds, tone: TONES[best] ?? null };
}

/** Do the words of a sentence speak against what a rule heard in it? Of a category that is no tone they say nothing. */
export function isUnlikely(language: Language, sentence: Sentence, category: Category): boolean {
  const k = TONES.indexOf(category as Tone);
  return k >= 0 && sentence.tokens.length >= ENOUGH && (toneOf(language, sentence)?.[k] ?? 0) < UNLIKELY;
}

/** Marks of sentences in which no rule marked a tone. `found` are the marks of the rules. */
export function toneFindings({ language, parsed, input }: Draft, found: readonly Finding[]): Finding[] {
  const words = wordsOf(language);
  const findings: Finding[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const { tone } = weighed(language, sentence);
    if (tone === null) continue;
    if (found.some(({ category, start, end }) => SPOKEN.has(category) && start < sentence.end && end > sentence.start)) continue;
    if (tone === 'negative' && hasAlternative(parsed, sentence, { start: sentence.start, end: sentence.start, to: 1 }, input, words)) continue;
    findings.push({ rule: `${tone}.tone`, category: tone, start: sentence.start, end: sentence.end, message: say(language.lang, tone), suggestions: [] });
  }
  return findings;
}
const SPOKEN: ReadonlySet<Category> = new Set([...TONES, 'complexity']);
