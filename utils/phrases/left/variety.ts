/** Phrases of the library that stand in a reply of another language, or of the other Portuguese. */
import { fold, identify, Notes } from '../../language';
import type { Lang, Language, Parsed, Sentence } from '../../language';
import { fill } from '../fill';
import type { Variables } from '../fill';
import { speaks } from '../search';
import type { Phrase } from '../types';
import type { LeftVariety } from './types';

/** Words in a row by which a phrase is recognised; as many words a sentence of it must have, and that share of them must be there. */
const ROW = 4;
const LEAST_WORDS = 6;
const ENOUGH = 0.75;
/** Share of the whole phrase that must stand there: one sentence many people write is none. */
const WHOLE = 0.6;
/** Sentences shorter than this tell no language. */
const LEAST_TOLD = 5;
const SURE = 0.5;

/** One sentence of a phrase: its words, holes left out. */
interface Said {
  readonly phrase: Phrase;
  readonly words: ReadonlySet<string>;
}
type Index = ReadonlyMap<string, readonly Said[]>;

/** A library by rows of words: made a slice at a time while nobody waits (`warmVarieties`), else when a sentence is first looked up. */
class Shelf {
  readonly notes = new Notes<readonly Phrase[]>();
  readonly #index = new Map<string, Said[]>();
  #at = 0;
  constructor(private readonly phrases: readonly Phrase[]) {}

  /** Takes up at most so many phrases more; true when all are. */
  warm(most: number): boolean {
    const to = Math.min(this.phrases.length, this.#at + most);
    for (; this.#at < to; this.#at += 1) this.#add(this.phrases[this.#at]);
    return this.#at >= this.phrases.length;
  }
  whole(): Index {
    this.warm(Infinity);
    return this.#index;
  }

  #add(phrase: Phrase | undefined): void {
    if (phrase === undefined) return;
    for (const text of waysOf(phrase)) for (const sentence of text.split(/[.!?…:]+\s|\n/u)) {
      // A hole ends a row of words.
      const rows = sentence.split(/\{[^{}]*\}/u).map(wordsOf);
      const words = new Set(rows.flat());
      if (words.size < LEAST_WORDS) continue;
      const said: Said = { phrase, words };
      for (const row of rows) for (const at of startsIn(row.length)) {
        const key = row.slice(at, at + ROW).join(' ');
        const known = this.#index.get(key);
        if (known === undefined) this.#index.set(key, [said]);
        else known.push(said);
      }
    }
  }
}
const shelves = new WeakMap<readonly Phrase[], Shelf>();
function shelfOf(phrases: readonly Phrase[]): Shelf {
  const known = shelves.get(phrases) ?? new Shelf(phrases);
  shelves.set(phrases, known);
  return known;
}
/** Prepares a library in which two varieties stand side by side; one of a single language has nothing to prepare. true when done. */
export function warmVarieties(phrases: readonly Phrase[], most: number): boolean {
  return phrases[0]?.lang.startsWith('pt') !== true || shelfOf(phrases).warm(most);
}

const CHOICE = /\{(?:form|me|you):/u;
/** The phrase as it may have been put in: by form of address, by gender. */
function waysOf({ text }: Phrase): readonly string[] {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  return texts.flatMap((one) => {
    if (!CHOICE.test(one)) return [one];
    const ways = [0, 1, 2, 3].map((way) => one.replace(/\{(?:form|me|you):([^{}]*)\}/gu, (_whole: string, inside: string) => { const choices = inside.split('|'); return choices[way] ?? choices.at(-1) ?? ''; }));
    return [...new Set(ways)];
  });
}
/** Rows side by side, and the last one. */
function startsIn(length: number): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + ROW <= length; at += ROW) starts.push(at);
  if (length > ROW && length % ROW !== 0) starts.push(length - ROW);
  return starts;
}
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}']+/gu) ?? [];

/** One that is still typed is not looked at with every letter. */
function isFinished({ ending, end }: Sentence, text: string): boolean {
  return ending !== '' || (end < text.trimEnd().length);
}

/** Phrases whose sentence this one is, worked out once a sentence. */
function phrasesIn(sentence: Sentence, text: string, phrases: readonly Phrase[]): readonly Phrase[] {
  if (!isFinished(sentence, text)) return [];
  const shelf = shelfOf(phrases);
  return shelf.notes.get(sentence.core) ?? shelf.notes.set(sentence.core, look(wordsOf(text.slice(sentence.start, sentence.end)), shelf.whole()));
}
function look(words: readonly string[], index: Index): readonly Phrase[] {
  if (words.length < LEAST_WORDS) return [];
  const own = new Set(words);
  const found = new Map<Phrase, number>();
  for (let at = 0; at + ROW <= words.length; at += 1) {
    for (const { phrase, words: wanted } of index.get(words.slice(at, at + ROW).join(' ')) ?? []) {
      if (found.has(phrase)) continue;
      let met = 0;
      for (const word of wanted) if (own.has(word)) met += 1;
      if (met / wanted.size >= ENOUGH) found.set(phrase, met / wanted.size);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([phrase]) => phrase);
}

const told = new Notes<Lang | null>();
/** The language of a sentence where it surely is another than the reader's; null where it is not or nothing tells. */
function foreignIn(sentence: Sentence, text: string, language: Language): Lang | null {
  const known = told.get(sentence.core);
  if (known !== undefined) return known;
  if (!isFinished(sentence, text)) return null;
  if (sentence.tokens.length < LEAST_TOLD) return told.set(sentence.core, null);
  const { lang, confidence } = identify(text.slice(sentence.start, sentence.end));
  return told.set(sentence.core, confidence >= SURE && familyOf(lang) !== familyOf(language.lang) ? lang : null);
}
const familyOf = (lang: string): string => lang.slice(0, 2);

/** Languages other than the reader's in which sentences of the draft are written: their libraries are asked for, see `variety` in LeftInput. */
export function foreignLanguages(language: Language, draft: string): readonly Lang[] {
  const parsed = language.parse(draft);
  const found = new Set<Lang>();
  for (const sentence of parsed.sentences) {
    const lang = sentence.quoted ? null : foreignIn(sentence, draft, language);
    if (lang !== null) found.add(lang);
  }
  return [...found];
}

export interface VarietyInput {
  readonly language: Language;
  readonly parsed: Parsed;
  readonly customer: string | null;
  /** The library of the draft's language: both kinds of Portuguese, or one language. */
  readonly phrases: readonly Phrase[];
  /** Libraries of the languages that `foreignLanguages` told. */
  readonly others: readonly (readonly Phrase[])[];
  readonly variables: () => Variables;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly phrase: Phrase;
}

export function varietyLeft(input: VarietyInput): LeftVariety[] {
  const { language, parsed, phrases, others } = input;
  const portuguese = familyOf(language.lang) === 'pt';
  if (!portuguese && others.length === 0) return [];
  const places: Place[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const own = portuguese ? phrasesIn(sentence, parsed.text, phrases) : [];
    const foreign = foreignIn(sentence, parsed.text, language) === null ? [] : others.flatMap((library) => phrasesIn(sentence, parsed.text, library));
    // What both Portugals say alike belongs to either.
    const strange = foreign[0] ?? (own.some(({ lang }) => lang === 'pt') || new Set(own.map(({ lang }) => lang)).size > 1 ? undefined : own[0]);
    if (strange === undefined || strange.lang === 'pt' && portuguese) continue;
    if ((places.at(-1)?.end ?? -1) < sentence.end) places.push(...wholeAround(sentence, strange, parsed));
  }
  if (places.length === 0) return [];
  const reply = replyLanguage(input, places);
  return places.flatMap(({ start, end, phrase }): LeftVariety[] => {
    if (speaks(phrase, reply)) return [];
    return [{ kind: 'other_variety', start, end, about: phrase.lang === 'pt' ? 'pt-BR' : phrase.lang, suggestions: instead(phrase, reply, phrases, input.variables) }];
  });
}

/** With the sentences around that are the phrase's too, the short ones; none where too little of it is there. */
function wholeAround({ index }: Sentence, phrase: Phrase, { sentences, text }: Parsed): Place[] {
  const ways = waysOf(phrase).map((way) => new Set(wordsOf(way.replace(/\{[^{}]*\}/gu, ' '))));
  const wanted = new Set(ways.flatMap((way) => [...way]));
  const at = (i: number): readonly string[] => { const sentence = sentences[i]; return sentence === undefined || sentence.quoted ? [] : wordsOf(text.slice(sentence.start, sentence.end)); };
  // What stood in a hole is not the phrase's: half will do where that is three words.
  const belongs = (words: readonly string[]): boolean => {
    const met = words.filter((word) => wanted.has(word)).length;
    return met > 0 && met / words.length >= (met >= 3 ? 0.5 : ENOUGH);
  };
  let first = index, last = index;
  while (belongs(at(first - 1))) first -= 1;
  while (belongs(at(last + 1))) last += 1;
  const own = new Set(sentences.slice(first, last + 1).flatMap((_, i) => at(first + i)));
  const share = Math.max(...ways.map((way) => [...way].filter((word) => own.has(word)).length / way.size));
  const start = sentences[first]?.start, end = sentences[last]?.end;
  return share < WHOLE || start === undefined || end === undefined ? [] : [{ start, end, phrase }];
}

/** What the rest of the draft is written in; where it does not tell, the customer's message; else what the draft was read as. */
function replyLanguage({ language, parsed: { text }, customer }: VarietyInput, places: readonly Place[]): Lang {
  let rest = '', at = 0;
  for (const { start, end } of places) { rest += `${text.slice(at, start)}\n`; at = end; }
  for (const told of [rest + text.slice(at), customer ?? '']) {
    const { lang, confidence, countryKnown } = identify(told);
    if (familyOf(lang) !== 'pt' ? confidence >= SURE && wordsOf(told).length >= LEAST_TOLD : countryKnown) return lang;
  }
  return language.lang;
}

/** The same said in the reply's language: the phrase of the same name, else the one for the same occasion whose title is nearest. */
function instead(phrase: Phrase, reply: Lang, phrases: readonly Phrase[], variables: () => Variables): readonly string[] {
  const own = phrases.filter((other) => speaks(other, reply) && other.id !== phrase.id);
  const name = nameOf(phrase.id);
  const same = own.find(({ id }) => nameOf(id) === name);
  const near = same === undefined ? own.map((other) => ({ other, worth: nearness(phrase, other) })).filter(({ worth }) => worth >= 3).sort((a, b) => b.worth - a.worth).map(({ other }) => other) : [same];
  const texts = near.slice(0, 4).map((other) => fill(other, variables())).filter((text): text is string => text !== null);
  return texts.slice(0, 2);
}
const nameOf = (id: string): string => id.replace(/^(?:br|pt)\./u, '');
function nearness(one: Phrase, other: Phrase): number {
  const shared = (a: readonly string[], b: readonly string[]): number => a.filter((name) => b.includes(name)).length;
  const situations = shared(one.for.situations, other.for.situations);
  if (one.at !== other.at || (one.for.situations.length > 0 && situations === 0)) return 0;
  const title = new Set(wordsOf(one.title));
  return situations + shared(one.gives, other.gives) + shared(one.for.emotions, other.for.emotions) / 2 + shared(one.tags, other.tags) + wordsOf(other.title).filter((word) => word.length > 3 && title.has(word)).length;
}
