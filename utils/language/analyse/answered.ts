/**
 * Does the draft answer what the customer asked? By content, not by position: how far a sentence of the draft takes up the matter of
 * the question, and whether it says the kind of thing that was asked for (a time, an amount, a yes or no, a thing done), add up. A
 * reply full of concrete things needs less of it than one that blames or holds formulas.
 */
import { Notes } from '../notes';
import type { Language, Parsed, Sentence } from '../parsed';
import type { PromiseLike } from '../types';
import type { Ask, AskType } from './questions';
import { marksOf, promisesIn, toldIn } from './said';
import { contentOf, namesAmount, namesTime, sharedWith, wordsOf } from './words';
import type { Words } from './words';

/** What a sentence of the draft has to offer, by its words. */
interface Offer {
  readonly content: ReadonlySet<string>;
  readonly time: boolean;
  readonly amount: boolean;
  readonly money: boolean;
  readonly because: boolean;
  readonly done: boolean;
  readonly declined: boolean;
  readonly yesNo: boolean;
  readonly link: boolean;
  readonly explained: boolean;
  /** Names somebody or something by its name. */
  readonly named: boolean;
  readonly instructs: boolean;
  /** "There is nothing we can do." */
  readonly nothing: boolean;
  readonly unkind: boolean;
}
interface Statement {
  readonly offer: Offer;
  readonly sentence: Sentence;
  /** A promise with a time that can be checked. */
  readonly promised: boolean;
  /** A promise without one: says that they will see, and answers nothing. */
  readonly vague: boolean;
}

/** Do the two share no words? The two kinds of Portuguese do. */
export function isForeign(language: Language, theirs: Language): boolean {
  return language.knowledge.name !== theirs.knowledge.name;
}

/**
 * From here on a question counts as answered. A reply that speaks of the matter throughout answers in words of its own; one that blames
 * or recites has to be taken at its word.
 */
const ENOUGH = { full: 0.5, plain: 0.8, spoilt: 0.95, cold: 1.15 } as const;
/** What a sentence that already answers another question, and shares no word with this one, is worth less in a cold reply. */
const CLAIMED = 0.4;
const NOTHING: ReadonlySet<string> = new Set();

export interface Asked {
  /** Asked in another language than the draft's, so that words tell nothing of the matter. */
  readonly foreign?: boolean;
  /** The whole message: a term the customer used is none of ours. */
  readonly customer?: Parsed | null;
}

/** true or false for each ask, in order. */
export function answered(language: Language, asks: readonly Ask[], draft: Parsed, promises: readonly PromiseLike[], { foreign = false, customer = null }: Asked = {}): boolean[] {
  if (asks.length === 0) return [];
  const words = wordsOf(language);
  const body = draft.sentences.filter((sentence) => !sentence.quoted);
  const statements = body.map((sentence) => describe(sentence, draft, promises, words)).filter((s): s is Statement => s !== null);
  const cold = body.filter((sentence) => isMarked(draft, sentence, customer)).length;
  const full = statements.reduce((sum, { vague, offer }) => sum + (vague ? 0 : offer.content.size), 0) > 5 * asks.length;
  const unkind = body.some((sentence) => marksOf(draft, sentence).unkind);
  const enough = ENOUGH[cold > 1 || unkind ? 'cold' : cold > 0 ? 'spoilt' : full ? 'full' : 'plain'];
  const fits = asks.map((ask) => statements.map((statement, i) => fit(ask, words, statement, statements[i - 1], foreign ? 0.5 : asks.length === 1 ? 0.3 : 0)));
  return fits.map((own, ask) => own.some((value, i) => {
    const claimed = cold > 1 && statements[i] !== undefined && sharedWith(asks[ask]?.content ?? NOTHING, statements[i].sentence, words) === 0 && fits.some((other, j) => j !== ask && (other[i] ?? 0) > value && other[i] === Math.max(...other));
    return value - (claimed ? CLAIMED : 0) >= enough;
  }));
}

function isMarked(draft: Parsed, sentence: Sentence, customer: Parsed | null): boolean {
  const { marked, terms } = marksOf(draft, sentence);
  return marked || terms.some((term) => customer?.sentences.some(({ tokens }) => tokens.some(({ key }) => key === term)) !== true);
}

/** What a sentence offers by its words alone, and what the promises in it may change. */
interface Said {
  readonly offer: Offer;
  readonly robotic: boolean;
  readonly solved: boolean;
  /** It asks, recites or is polite: it answers nothing, unless it gives a word. */
  readonly idle: boolean;
}
const said = new Notes<Said>();
function saidIn(sentence: Sentence, draft: Parsed, words: Words): Said {
  const known = said.get(sentence.core);
  if (known !== undefined) return known;
  const told = toldIn(sentence, words);
  const { checks, robotic, unkind } = marksOf(draft, sentence);
  const amount = namesAmount(sentence, words), content = contentOf(sentence, words);
  const solved = checks.has('solved'), instructs = checks.has('next_step');
  const offer: Offer = {
    content, unkind, instructs, done: solved || told.done, declined: checks.has('decline') || told.refused, yesNo: told.yesNo, named: told.named, nothing: told.nothing,
    time: namesTime(sentence, words), amount: amount !== null, money: amount === 'money', because: told.because, explained: instructs || checks.has('explain'), link: told.link,
  };
  const empty = !offer.done && !offer.declined && !offer.yesNo && !offer.explained;
  const formula = FORMULAS.some((check) => checks.has(check));
  // "Your request has been received and forwarded": a formula answers nothing, whatever verbs it holds.
  const idle = (sentence.ending === '?' && !offer.declined) || (robotic && !solved && !offer.declined)
    || (empty && formula && !offer.time && !offer.amount && content.size < 4);
  return said.set(sentence.core, { offer, robotic, solved, idle });
}
const FORMULAS = ['acknowledge', 'apology', 'courtesy', 'greeting', 'warm_close', 'bare_close'];

/** null: a greeting, a formula, a question of ours, a closing; nothing that could answer. */
function describe(sentence: Sentence, draft: Parsed, promises: readonly PromiseLike[], words: Words): Statement | null {
  // "Dear Ms Moyo,"
  if (sentence.ending === '' && sentence.index < 2 && draft.text[sentence.end - 1] === ',') return null;
  const { offer, robotic, solved, idle } = saidIn(sentence, draft, words);
  const own = promisesIn(promises, sentence);
  const promised = own.some((promise) => (promise.due !== null && promise.deferred) || (promise.conditional && promise.dueSpan !== null && !robotic));
  if (idle && !promised) return null;
  return { offer, sentence, promised, vague: own.length > 0 && !promised && !solved && own.every((promise) => VAGUE.has(promise.kind ?? '')) };
}
/** Undated, these say only that somebody will see. */
const VAGUE: ReadonlySet<string> = new Set(['reply', 'callback', 'check', '']);

/** How far a statement answers an ask: its matter and its kind. `lent`: what the matter counts where the two share no word. */
function fit(ask: Ask, words: Words, statement: Statement, before: Statement | undefined, lent: number): number {
  if (statement.vague) return 0;
  const { offer } = statement;
  const common = sharedWith(ask.content, statement.sentence, words);
  // What was said before "Who can look at it?" tells what it is about, but also what the question before asked.
  const borrowed = common > 0 && sharedWith(contentOf(ask.sentence, words), statement.sentence, words) === 0;
  // "It will arrive on Friday": a short sentence leans on what was said before it.
  const leaning = common === 0 && before !== undefined && statement.sentence.paragraph === before.sentence.paragraph ? sharedWith(ask.content, before.sentence, words) : 0;
  const much = common >= 2 || (common === 1 && ask.content.size <= 2);
  const matter = ask.content.size === 0 ? 0.6 : borrowed ? 0.5 : much ? 1.2 : common === 1 ? 0.8 : leaning > 0 ? 0.5 : lent;
  // "Is anyone coming today?" is answered by "in the afternoon".
  const timed = (ask.type === 'yes-no' || ask.type === 'request') && offer.time && namesTime(ask.sentence, words);
  const kind = Math.max(KIND[ask.type](offer, statement.promised), timed ? 0.9 : 0);
  // "There is nothing we can do" refuses nothing in particular, and says neither when nor where.
  const refuses = offer.declined && common === 0 && offer.nothing ? 0.35 : 1;
  // Who asks for a time or a sum is not answered without one, whatever is said of the matter.
  const weight = (ask.type === 'when' || ask.type === 'amount') && kind < 0.3 ? 0.4 : 1;
  return matter * weight + Math.min(kind, refuses) - (!offer.unkind ? 0 : offer.instructs ? 0.2 : 0.5);
}

/** How well a statement is of the kind that was asked for, 0..1. What merely asserts something is worth a little for every question. */
const KIND: Readonly<Record<AskType, (offer: Offer, promised: boolean) => number>> = {
  when: (s, promised) => (s.time || promised ? 1 : s.done || s.amount ? 0.3 : 0.1),
  amount: (s, promised) => (s.money ? 1 : s.amount ? 0.7 : promised ? 0.6 : s.done ? 0.4 : 0.2),
  where: (s, promised) => (s.link ? 1 : s.named || s.done || s.amount ? 0.7 : promised ? 0.6 : 0.4),
  who: (s, promised) => (s.named ? 0.8 : promised || s.done ? 0.6 : 0.3),
  why: (s) => (s.because || s.explained ? 1 : s.done ? 0.6 : 0.4),
  how: (s, promised) => (s.instructs || s.link ? 1 : s.explained ? 0.8 : s.done || promised ? 0.6 : 0.3),
  which: (s, promised) => (s.amount || s.explained ? 0.7 : s.done || promised ? 0.6 : 0.4),
  'yes-no': (s, promised) => (s.yesNo || s.declined ? 1 : s.done || promised ? 0.8 : s.time || s.amount ? 0.5 : 0.4),
  request: (s, promised) => (s.done || promised || s.declined ? 1 : s.yesNo || s.time ? 0.7 : s.explained || s.link ? 0.5 : 0.3),
};
