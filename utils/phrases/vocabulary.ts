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

/** The words as questions are answered from them; worked out anew when a phrase was added. */
interface Settled {
  /** Sorted, so that words that begin alike stand together. */
  readonly words: readonly string[];
  /** Where each stands: the phrase's number times four, and the place. */
  readonly at: readonly (readonly number[])[];
  /** Those in titles, tags and shortcuts. */
  readonly inTitles: readonly number[];
}

export class Vocabulary {
  readonly #places = new Map<string, number[]>();
  readonly #kept = new Map<string, Worths>();
  #size = 0;
  #settled: Settled | null = null;

  /** One phrase more, its words folded. It has the next number from 0. */
  add(placed: Placed): void {
    const number = this.#size;
    this.#size += 1;
    this.#settled = null;
    PLACES.forEach((place, kind) => {
      for (const word of new Set(placed[place])) {
        const found = this.#places.get(word);
        if (found) found.push(number * 4 + kind);
        else this.#places.set(word, [number * 4 + kind]);
      }
    });
  }
  /** Phrases so far. */
  get size(): number {
    return this.#size;
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
    const found = this.#words.words[this.#from(word)];
    return whole ? found === word : found?.startsWith(word) === true;
  }

  get #words(): Settled {
    if (this.#settled === null) {
      const words = [...this.#places.keys()].sort((a, b) => (a < b ? -1 : 1));
      const at = words.map((word) => this.#places.get(word) ?? []);
      this.#settled = { words, at, inTitles: words.flatMap((_, index) => (at[index]?.some((place) => place % 4 > 0) ? [index] : [])) };
      this.#kept.clear();
    }
    return this.#settled;
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
    const { words, inTitles } = this.#words;
    let worths: Worths = null;
    for (let index = this.#from(word); words[index]?.startsWith(word); index += 1) worths = this.#more(worths, index, words[index] === word ? WHOLE : BEGINS);
    if (word.length >= WITHIN_FROM) {
      for (const index of inTitles) if ((words[index]?.indexOf(word) ?? -1) > 0) worths = this.#more(worths, index, WITHIN);
    }
    return worths;
  }

  #nearly(word: string, onto: Worths): Worths {
    const { words } = this.#words;
    const tails = Array.from({ length: word.length + 2 }, (_, from) => word.slice(from));
    let worths: Worths = onto === null ? null : onto.slice();
    for (let index = 0; index < words.length; index += 1) if (oneSlip(words[index] as string, word, tails)) worths = this.#more(worths, index, NEARLY);
    return worths;
  }

  #more(onto: Worths, index: number, worth: readonly number[]): Float32Array {
    const worths = onto ?? new Float32Array(this.#size);
    for (const place of this.#words.at[index] ?? []) {
      const value = worth[place & 3] ?? 0;
      if (value > (worths[place >> 2] ?? 0)) worths[place >> 2] = value;
    }
    return worths;
  }

  /** The first word that is not before `word`. */
  #from(word: string): number {
    const { words } = this.#words;
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] as string) < word) low = middle + 1;
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
