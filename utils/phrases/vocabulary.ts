/**
 * Every word of every phrase, once, and where it stands. A question is answered from here without reading a phrase: what a
 * typed word may mean is looked up among the words (some thousands, whatever the number of phrases), and each word brings its
 * phrases along. What was worked out for a word is kept, so one more letter costs one word and not the whole question anew.
 */

/** Where a word stands, the weakest first: the number is kept in two bits beside the phrase's. */
export const PLACES = ['text', 'tags', 'title', 'shortcut'] as const;
export type Placed = Readonly<Record<(typeof PLACES)[number], readonly string[]>>;

/** What a typed word is worth by the place it is found in, in the order of PLACES: it is that word, begins it, stands within it, or nearly begins it. */
const WHOLE = [3, 8, 11, 12] as const;
const BEGINS = [2.7, 7.5, 10, 11] as const;
const WITHIN = [0, 1.5, 2.2, 0] as const;
const NEARLY = [0.6, 1.6, 2, 2] as const;
/** Letters from which a slip is forgiven at first asking, and from which a word is looked for inside others. */
const SLIPS_FROM = 4;
const WITHIN_FROM = 3;
/** Words kept with what they find; at 10,000 phrases one takes 40 kB. */
const KEPT = 24;

/** What each phrase, by its number, is worth for one typed word; null where the word finds none. */
export type Worths = Float32Array | null;

export class Vocabulary {
  /** Sorted, so that words that begin alike stand together. */
  readonly #words: readonly string[];
  readonly #at: readonly (readonly number[])[];
  readonly #inTitles: readonly number[];
  readonly #kept = new Map<string, Worths>();

  /** @param phrases the words of each phrase, folded */
  constructor(private readonly phrases: readonly Placed[]) {
    const places = new Map<string, number[]>();
    phrases.forEach((placed, number) => {
      PLACES.forEach((place, kind) => {
        for (const word of new Set(placed[place])) {
          const found = places.get(word);
          if (found) found.push(number * 4 + kind);
          else places.set(word, [number * 4 + kind]);
        }
      });
    });
    this.#words = [...places.keys()].sort((a, b) => (a < b ? -1 : 1));
    this.#at = this.#words.map((word) => places.get(word) ?? []);
    this.#inTitles = this.#words.flatMap((_, index) => (this.#at[index]?.some((place) => place % 4 > 0) ? [index] : []));
  }

  /** As it was typed; only a word that nobody has is taken for a slip. */
  asTyped(word: string): Worths {
    return this.#keep(word, () => this.#known(word) ?? (word.length >= SLIPS_FROM ? this.#nearly(word, null) : null));
  }
  /** With a slip, even where there is such a word. */
  forgiving(word: string): Worths {
    return this.#keep(`~${word}`, () => (word.length < 2 ? this.#known(word) : this.#nearly(word, this.#known(word))));
  }
  /** Is there a word that is this one, or begins so? */
  knows(word: string, whole: boolean): boolean {
    const index = this.#from(word);
    return whole ? this.#words[index] === word : this.#words[index]?.startsWith(word) === true;
  }

  #keep(key: string, find: () => Worths): Worths {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const found = find();
    this.#kept.set(key, found);
    if (this.#kept.size > KEPT) for (const oldest of this.#kept.keys()) { this.#kept.delete(oldest); break; }
    return found;
  }

  #known(word: string): Worths {
    let worths: Worths = null;
    for (let index = this.#from(word); this.#words[index]?.startsWith(word); index += 1) {
      worths = this.#add(worths, index, this.#words[index] === word ? WHOLE : BEGINS);
    }
    if (word.length >= WITHIN_FROM) {
      for (const index of this.#inTitles) if ((this.#words[index]?.indexOf(word) ?? -1) > 0) worths = this.#add(worths, index, WITHIN);
    }
    return worths;
  }

  #nearly(word: string, onto: Worths): Worths {
    const tails = Array.from({ length: word.length + 2 }, (_, from) => word.slice(from));
    let worths: Worths = onto === null ? null : onto.slice();
    for (let index = 0; index < this.#words.length; index += 1) {
      if (oneSlip(this.#words[index] as string, word, tails)) worths = this.#add(worths, index, NEARLY);
    }
    return worths;
  }

  #add(onto: Worths, index: number, worth: readonly number[]): Float32Array {
    const worths = onto ?? new Float32Array(this.phrases.length);
    for (const place of this.#at[index] ?? []) {
      const value = worth[place & 3] ?? 0;
      if (value > (worths[place >> 2] ?? 0)) worths[place >> 2] = value;
    }
    return worths;
  }

  /** The first word that is not before `word`. */
  #from(word: string): number {
    let low = 0, high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Does `word` begin as `typed` was meant, one letter of which is wrong, missing, too many, or changed over with the next? */
function oneSlip(word: string, typed: string, tails: readonly string[]): boolean {
  if (word.length < typed.length - 1) return false;
  let i = 0;
  while (i < typed.length && word.charCodeAt(i) === typed.charCodeAt(i)) i += 1;
  if (i === typed.length) return true;
  const rest = tails[i + 1] as string;
  return word.startsWith(rest, i + 1) || word.startsWith(rest, i) || word.startsWith(tails[i] as string, i + 1)
    || (word.charCodeAt(i) === typed.charCodeAt(i + 1) && word.charCodeAt(i + 1) === typed.charCodeAt(i) && word.startsWith(tails[i + 2] as string, i + 2));
}
