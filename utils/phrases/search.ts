/**
 * Finds a phrase by a few letters: accents and case do not matter, a slip of one letter is forgiven, every word must be met.
 * Of what is found, what suits this customer and this agent comes first.
 */
import { fold } from '../language';
import { habit, reasonFor, suits } from './fitting';
import type { Reason, Suited } from './fitting';
import type { Phrase } from './types';
import { Vocabulary } from './vocabulary';
import type { Placed } from './vocabulary';

export interface SearchContext extends Suited {
  /** Only phrases of this language; both countries' Portuguese shares `pt`. */
  readonly lang?: Phrase['lang'];
  /** At most so many; 20 if not said. */
  readonly limit?: number;
  /** Ids used of late, the latest first: they come before equals. */
  readonly recent?: readonly string[];
}
export interface Hit {
  readonly phrase: Phrase;
  /** null where only the typed words speak for it. */
  readonly why: Reason | null;
}
export interface Hits {
  /** Best first, at most `limit`. */
  readonly hits: readonly Hit[];
  /** How many were found, however many are given. */
  readonly count: number;
}

/** Words of a question that are heeded. */
const MOST_WORDS = 8;
/** Where one typed word of so many letters finds fewer than these, it is asked again as a slip; a shorter one only where it finds none. */
const FEW = 2;
const LONG_ENOUGH = 4;
const EXACT_SHORTCUT = 100;
/** What is found by forgiving stands after what was typed. */
const FORGIVEN = 0.5;
/** Worth of the first suggestion where nothing is typed; each further one is worth one less. */
const OFFERED = 14;

export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}']+/gu) ?? [];

/** What a phrase says, without the names of its variables: "Hi {first_name|there}" → "Hi there", "{form:te|lhe}" → "te lhe". */
function spoken({ text }: Phrase): string {
  const whole = typeof text === 'string' ? text : Object.values(text).join(' ');
  return whole.replace(/\{(?:(?:form|me|you):([^{}]*)|[^{}|]*\|?([^{}]*))\}/gu, (_, forms?: string, fallback?: string) => ` ${(forms ?? fallback ?? '').replaceAll('|', ' ')} `);
}

function placed(phrase: Phrase): Placed {
  return {
    shortcut: phrase.shortcut === null ? [] : [fold(phrase.shortcut)], title: wordsOf(phrase.title),
    tags: wordsOf([...phrase.tags, ...phrase.for.situations].join(' ')), text: wordsOf(spoken(phrase)),
  };
}

export function speaks(phrase: Phrase, lang: Phrase['lang'] | undefined): boolean {
  return lang === undefined || phrase.lang === lang || (phrase.lang === 'pt' && lang.startsWith('pt')) || (lang === 'pt' && phrase.lang.startsWith('pt'));
}

/** What the words of a question found: worth by phrase, 0 for what is not found. */
type Found = Float32Array;

/** The library, indexed once; made when first asked. */
export class Searcher {
  readonly #vocabulary = new Vocabulary();
  #byShortcut: Map<string, readonly number[]> | null = null;
  /** What each phrase is worth to whom, apart from the words: once a context, for a context is asked many times. */
  readonly #standing = new WeakMap<SearchContext, { readonly quiet: Float32Array; readonly asked: Float32Array }>();

  constructor(private readonly phrases: readonly Phrase[]) {}

  /** Indexes up to `most` phrases more, in a moment nobody waits; the first question indexes what is left. true when all are. */
  warm(most: number): boolean {
    for (let left = most; left > 0 && this.#vocabulary.size < this.phrases.length; left -= 1) this.#vocabulary.add(placed(this.phrases[this.#vocabulary.size] as Phrase));
    return this.#vocabulary.size === this.phrases.length;
  }

  find(query: string, context: SearchContext): Hits {
    const typed = wordsOf(query).slice(0, MOST_WORDS);
    const { quiet, asked } = this.#standingIn(context);
    const limit = context.limit ?? 20;
    if (typed.length === 0) return this.#best(quiet, null, limit, context);
    const found = this.#asTyped(typed);
    const count = tally(found, asked);
    const few = typed.length > 1 ? limit : (typed[0]?.length ?? 0) >= LONG_ENOUGH ? FEW : 1;
    if (count < few) this.#forgive(typed, found);
    for (const i of this.#shortcuts().get(fold(query).trim()) ?? []) found[i] = EXACT_SHORTCUT;
    return this.#best(asked, found, limit, context);
  }

  /** The phrase of that very shortcut, in that language; the case of its letters and accents do not matter. */
  byShortcut(shortcut: string, lang: Phrase['lang']): Phrase | null {
    for (const i of this.#shortcuts().get(fold(shortcut)) ?? []) {
      const phrase = this.phrases[i];
      if (phrase && speaks(phrase, lang)) return phrase;
    }
    return null;
  }

  #shortcuts(): ReadonlyMap<string, readonly number[]> {
    if (this.#byShortcut === null) {
      this.#byShortcut = new Map();
      for (const [i, { shortcut }] of this.phrases.entries()) if (shortcut !== null) this.#byShortcut.set(fold(shortcut), [...(this.#byShortcut.get(fold(shortcut)) ?? []), i]);
    }
    return this.#byShortcut;
  }

  #words(): Vocabulary {
    this.warm(Infinity);
    return this.#vocabulary;
  }

  #asTyped(typed: readonly string[]): Found {
    return this.#together(typed.map((word) => this.#words().asTyped(word)), 0);
  }

  /** Adds what is meant with a slip in a word, with two words run into one or one torn in two; of three words and more one may be unmet. */
  #forgive(typed: readonly string[], found: Found): void {
    const vocabulary = this.#words();
    const ways = [typed, ...run(typed), ...torn(typed, vocabulary)];
    for (const way of ways) {
      const more = this.#together(way.map((word) => vocabulary.forgiving(word)), way.length > 2 ? 1 : 0);
      for (let i = 0; i < found.length; i += 1) if (found[i] === 0) found[i] = (more[i] ?? 0) * FORGIVEN;
    }
  }

  /** Sums what each word found; what lacks more than `spare` words is not found. */
  #together(worths: readonly (Float32Array | null)[], spare: number): Found {
    const sum = new Float32Array(this.phrases.length);
    const lacking = worths.filter((each) => each === null).length;
    if (lacking > spare) return sum;
    const met = new Uint8Array(this.phrases.length);
    for (const each of worths) {
      if (each === null) continue;
      for (let i = 0; i < sum.length; i += 1) {
        const worth = each[i] as number;
        if (worth > 0) {
          sum[i] = (sum[i] as number) + worth;
          met[i] = (met[i] as number) + 1;
        }
      }
    }
    const needed = worths.length - spare;
    for (let i = 0; i < sum.length; i += 1) if ((met[i] as number) < needed) sum[i] = 0;
    return sum;
  }

  /** -Infinity for what is of another language. */
  #standingIn(context: SearchContext): { readonly quiet: Float32Array; readonly asked: Float32Array } {
    const known = this.#standing.get(context);
    if (known) return known;
    const { lang, about, own, said = [], offered = [], recent = [] } = context;
    const got = new Set(said), places = new Map(offered.map(({ phrase }, i) => [phrase, OFFERED - i]));
    const recency = new Map(recent.map((id, i) => [id, 1 / (i + 2)]));
    const quiet = new Float32Array(this.phrases.length), asked = new Float32Array(this.phrases.length);
    this.phrases.forEach((phrase, i) => {
      const suited = suits(phrase, about), used = habit(own?.get(phrase.id)) + (recency.get(phrase.id) ?? 0), again = got.has(phrase.id) ? -2.5 : 0;
      quiet[i] = speaks(phrase, lang) ? suited + used + again + (places.get(phrase.id) ?? 0) : -Infinity;
      asked[i] = speaks(phrase, lang) ? suited / 2 + used * 0.7 + again / 2 + (places.has(phrase.id) ? 1 : 0) : -Infinity;
    });
    const standing = { quiet, asked };
    this.#standing.set(context, standing);
    return standing;
  }

  /** The best of what is found, in order; equals in the order of the library. */
  #best(standing: Float32Array, found: Found | null, limit: number, context: SearchContext): Hits {
    const top: { readonly i: number; readonly score: number }[] = [];
    let count = 0;
    for (let i = 0; i < standing.length; i += 1) {
      const own = standing[i] as number;
      const worth = found === null ? 0 : (found[i] as number);
      if (own === -Infinity || (found !== null && worth === 0)) continue;
      count += 1;
      const score = own + worth;
      const last = top[top.length - 1];
      if (top.length >= limit && last !== undefined && score <= last.score) continue;
      let at = top.length;
      while (at > 0 && (top[at - 1]?.score ?? 0) < score) at -= 1;
      top.splice(at, 0, { i, score });
      if (top.length > limit) top.pop();
    }
    const hits = top.flatMap(({ i }) => {
      const phrase = this.phrases[i];
      return phrase ? [{ phrase, why: reasonFor(phrase, context) }] : [];
    });
    return { hits, count };
  }
}

/** How many of the language were found. */
function tally(found: Found, standing: Float32Array): number {
  let count = 0;
  for (let i = 0; i < found.length; i += 1) if ((found[i] as number) > 0 && standing[i] !== -Infinity) count += 1;
  return count;
}

/** Two words that stand beside one another, as one. */
function run(typed: readonly string[]): string[][] {
  return typed.slice(1).map((word, i) => [...typed.slice(0, i), `${typed[i] ?? ''}${word}`, ...typed.slice(i + 2)]);
}

/** One word as two that there are, also where a wrong letter took the place of the blank. */
function torn(typed: readonly string[], vocabulary: Vocabulary): string[][] {
  return typed.flatMap((word, at) => {
    const ways: string[][] = [];
    for (let cut = 1; cut < word.length; cut += 1) {
      for (const from of [cut, cut + 1]) {
        const [first, second] = [word.slice(0, cut), word.slice(from)];
        if (second !== '' && vocabulary.knows(first, true) && vocabulary.knows(second, false)) ways.push([...typed.slice(0, at), first, second, ...typed.slice(at + 1)]);
      }
    }
    return ways;
  });
}
