/** The engine's word lists made ready for one language, and the words of a sentence that carry its matter. */
import { fold } from '../../rules';
import { Notes } from '../notes';
import type { Language, Sentence, Token } from '../parsed';

/** Phrases of a list, found in a sentence as whole words. */
export class PhraseList {
  private readonly byFirst = new Map<string, string[][]>();
  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = wordsIn(phrase), first = words[0];
      if (first === undefined) continue;
      const list = this.byFirst.get(first) ?? [];
      list.push(words);
      this.byFirst.set(first, list.sort((a, b) => b.length - a.length));
    }
  }
  /** The longest phrase that stands at token `at`: its number of words, or 0. Signs do not count as words. */
  at(tokens: readonly Token[], at: number): number {
    const candidates = this.byFirst.get(tokens[at]?.key ?? '');
    if (candidates !== undefined) for (const words of candidates) if (standsAt(words, tokens, at)) return words.length;
    return 0;
  }
  /** First place at or after `from` (before `to`); -1 if none. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): number {
    for (let i = from; i < to; i += 1) if (this.at(tokens, i) > 0) return i;
    return -1;
  }
  in(tokens: readonly Token[]): boolean {
    return this.find(tokens) >= 0;
  }
}

/** Phrases of several lists, found in one walk: bit i stands for the i-th list. */
class PhraseBits {
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly bit: number }[]>();
  constructor(lists: readonly (readonly string[])[]) {
    lists.forEach((phrases, i) => {
      for (const phrase of phrases) {
        const words = wordsIn(phrase), first = words[0];
        if (first !== undefined) this.byFirst.set(first, [...this.byFirst.get(first) ?? [], { words, bit: 1 << i }]);
      }
    });
  }
  in(tokens: readonly Token[]): number {
    let bits = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const candidates = this.byFirst.get(tokens[at]?.key ?? '');
      if (candidates === undefined) continue;
      for (const { words, bit } of candidates) if ((bits & bit) === 0 && standsAt(words, tokens, at)) bits |= bit;
    }
    return bits;
  }
}
/** Asked at every word of every text: no closures. The first word was met by the caller. */
function standsAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let i = 1; i < words.length; i += 1) if (tokens[at + i]?.key !== words[i]) return false;
  return true;
}
function wordsIn(phrase: string): string[] {
  return fold(phrase).split(/[\s-]+/).filter((word) => word !== '');
}

/** What a statement's words show, in one walk over them. */
export const SHOWN = { done: 1, refused: 2, because: 4, nothing: 8 } as const;

const LISTS = [
  'stopwords', 'intensifiers', 'softeners', 'negators', 'greetings', 'titles', 'yes', 'no', 'question-openers', 'smalltalk', 'and', 'time-words', 'money-words',
  'ask-when', 'ask-amount', 'ask-where', 'ask-who', 'ask-why', 'ask-how', 'ask-which',
  'alternatives', 'but', 'refusals', 'no-refusals', 'bare-refusals', 'explained', 'defines', 'because', 'done', 'us', 'impersonal', 'subordinators', 'caps-ok', 'asks-to-tell',
  'we-begin', 'we-between', 'we-not-acting', 'everyday-codes', 'number-words', 'nothing', 'foreign-letters',
] as const;
export type ListName = (typeof LISTS)[number];

export interface Words {
  readonly list: Readonly<Record<ListName, PhraseList>>;
  readonly set: Readonly<Record<'stopwords' | 'intensifiers' | 'softeners' | 'negators' | 'us' | 'time-words' | 'money-words' | 'caps-ok' | 'asks-to-tell' | 'we-begin' | 'we-between' | 'we-not-acting' | 'everyday-codes' | 'number-words' | 'foreign-letters', ReadonlySet<string>>>;
  /** Bits of `SHOWN`. */
  readonly shown: PhraseBits;
  /** Emoji and emoticons → what they show. */
  readonly emoji: ReadonlyMap<string, string>;
  /** Endings by which a verb says that I or we did it; those that only look so; beginnings of verbs that are no deed. */
  readonly endings: readonly string[];
  readonly noEndings: readonly string[];
  readonly noDeeds: readonly string[];
  /** Stem → the name of its group of words for the same thing. */
  readonly same: ReadonlyMap<string, string>;
  /** What was worked out of words met before. */
  readonly carried: Map<string, string>;
}

const made = new WeakMap<object, Words>();

/** The lists of a language, made once. */
export function wordsOf(language: Language): Words {
  const { knowledge } = language;
  let words = made.get(knowledge);
  if (words === undefined) made.set(knowledge, words = make(knowledge.lists));
  return words;
}

function make(lists: Readonly<Record<string, readonly string[]>>): Words {
  const list = Object.fromEntries(LISTS.map((name) => [name, new PhraseList(lists[name] ?? [])])) as Record<ListName, PhraseList>;
  const set = (name: ListName): ReadonlySet<string> => new Set((lists[name] ?? []).map((word) => fold(word)));
  const emoji = new Map<string, string>();
  for (const [name, signs] of Object.entries(lists)) {
    if (name.startsWith('emoji-')) for (const sign of signs) emoji.set(fold(sign), name.slice('emoji-'.length));
  }
  const same = new Map<string, string>();
  for (const group of lists['same'] ?? []) {
    const stems = group.split('=').map((word) => stem(fold(word.trim())));
    for (const one of stems) if (!same.has(one)) same.set(one, stems[0] ?? one);
  }
  const stopwords = new Set(set('stopwords'));
  for (const pair of lists['spellings'] ?? []) {
    const [from = '', to = ''] = fold(pair).split('=');
    if (to.split('-').every((word) => stopwords.has(word))) stopwords.add(from);
  }
  return {
    list, emoji, same, carried: new Map(), shown: new PhraseBits((['done', 'refusals', 'because', 'nothing'] as const).map((name) => lists[name] ?? [])), endings: lists['deed-endings'] ?? [], noEndings: lists['no-deed-endings'] ?? [], noDeeds: (lists['no-deeds'] ?? []).map(fold),
    set: {
      stopwords, intensifiers: set('intensifiers'), softeners: set('softeners'), negators: set('negators'), us: set('us'),
      'time-words': set('time-words'), 'money-words': set('money-words'), 'caps-ok': set('caps-ok'), 'asks-to-tell': set('asks-to-tell'),
      'we-begin': set('we-begin'), 'we-between': set('we-between'), 'we-not-acting': set('we-not-acting'), 'everyday-codes': set('everyday-codes'), 'number-words': set('number-words'), 'foreign-letters': set('foreign-letters'),
    },
  };
}

/**
 * What two forms of a word share: the first five letters, less for short words, whose endings are cut. Of ten lemmas in four forms
 * each, five letters merge 83 % of the pairs in Polish and Portuguese; a stemmer there is no better, and it would cost its size.
 */
export function stem(key: string): string {
  const bare = key.replace(/'s$/, '');
  if (bare.length > 5) return bare.slice(0, 5);
  return bare.length === 5 ? bare.slice(0, 4) : bare.length === 4 && /[saeiouy]$/.test(bare) ? bare.slice(0, 3) : bare;
}

/**
 * Works something out once for a sentence's text and remembers it with the text: one keystroke changes one sentence, and all others
 * cost a look-up. `make` must depend on the sentence's text and the language alone; offsets it hands out must be the sentence's own.
 */
export function perSentence<S extends Pick<Sentence, 'core'>, T>(make: (sentence: S, words: Words) => T): (sentence: S, words: Words) => T {
  const notes = new Notes<T>();
  return (sentence, words) => {
    const known = notes.get(sentence.core);
    // null is an answer too.
    return known === undefined ? notes.set(sentence.core, make(sentence, words)) : known;
  };
}

/** Stems of the words that carry the matter of a sentence, words for the same thing made one; numbers and links as they are. */
export const contentOf = perSentence((sentence: Pick<Sentence, 'tokens' | 'core'>, words: Words): ReadonlySet<string> => {
  const content = new Set<string>();
  for (const { kind, key } of sentence.tokens) {
    if (kind === 'number' && key.length > 1) content.add(key);
    if (kind !== 'word') continue;
    const carried = carriedBy(key, words);
    if (carried !== '') content.add(carried);
  }
  return content;
});

/** What a word brings into the content of its sentence; '' for one that carries nothing. */
function carriedBy(key: string, { carried, set, same }: Words): string {
  const known = carried.get(key);
  if (known !== undefined) return known;
  const cut = key.length < 2 || set.stopwords.has(key) ? '' : stem(key), found = same.get(cut) ?? cut;
  if (carried.size >= CARRIED) carried.clear();
  carried.set(key, found);
  return found;
}
/** Words of a trade's letters are some thousands. */
const CARRIED = 6_000;

interface Shared { readonly set: ReadonlySet<string>; readonly words: readonly string[] }
const common = new Notes<Shared[]>();
const NOTHING_SHARED: readonly string[] = [];
/** Sets a sentence is held against: those of one customer's message, and of the one before. A short list costs less than a map. */
const SETS = 12;
/** What a sentence is about of a set that stays while a reply is written (the customer's matter, a question's): looked for once. */
export function commonWith(set: ReadonlySet<string>, sentence: Pick<Sentence, 'tokens' | 'core'>, words: Words): readonly string[] {
  const known = common.get(sentence.core) ?? common.set(sentence.core, []);
  for (const one of known) if (one.set === set) return one.words;
  let found: string[] | null = null;
  for (const word of contentOf(sentence, words)) if (set.has(word)) (found ??= []).push(word);
  if (known.length >= SETS) known.shift();
  known.push({ set, words: found ?? NOTHING_SHARED });
  return found ?? NOTHING_SHARED;
}
/** How many. */
export const sharedWith = (set: ReadonlySet<string>, sentence: Pick<Sentence, 'tokens' | 'core'>, words: Words): number => commonWith(set, sentence, words).length;

/** Does the sentence name a time: a weekday, a date, a clock, a length of time? */
export const namesTime = perSentence(({ tokens }: Sentence, words: Words): boolean => {
  return tokens.some((token, i) => {
    if (token.kind === 'number') return /^\d{1,2}(?:[:h.]\d{0,2}|am|pm|st|nd|rd|th)|^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$/.test(token.key) || words.set['time-words'].has(tokens[i + 1]?.key ?? '');
    if (token.kind !== 'word' || token.key.length < 3 || !words.set['time-words'].has(token.key)) return false;
    // "five to seven working days"
    return !VAGUE_ALONE.has(token.key) || tokens.slice(Math.max(0, i - 3), i).some(({ kind, key }) => kind === 'number' || words.set['number-words'].has(key));
  });
});
/** "already", "day" say no time by themselves. */
const VAGUE_ALONE = new Set(['now', 'already', 'day', 'days', 'dia', 'dias', 'hora', 'horas', 'hour', 'hours', 'week', 'weeks', 'time', 'juz', 'teraz', 'agora', 'dni', 'dzien', 'godzin', 'year', 'years', 'ano', 'anos', 'roku', 'rok', 'month', 'months', 'mes', 'meses', 'minutes', 'minuto', 'minutos', 'minut', 'uteis', 'util', 'semana', 'semanas', 'may', 'march', 'second']);

/** Does the sentence name an amount: money, or else a number? */
export const namesAmount = perSentence(({ tokens }: Sentence, words: Words): 'money' | 'number' | null => {
  if (tokens.some(({ key }) => words.set['money-words'].has(key))) return 'money';
  return tokens.some(({ kind, key }) => kind === 'number' || words.set['number-words'].has(key)) ? 'number' : null;
});
