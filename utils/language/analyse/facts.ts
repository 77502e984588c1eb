/** What the judges of the checks look at: worked out once for a draft. */
import { fold } from '../../rules';
import { sentenceIndexAt } from '../parsed';
import type { Hit, Language, Parsed, Sentence } from '../parsed';
import type { Finding, PromiseLike, Reading, Span } from '../types';
import type { Draft } from './findings';
import { closingOf, marksOf, toldIn, UNKIND } from './said';
import type { Closing } from './said';
import { contentOf, perSentence, sharedWith, wordsOf } from './words';
import type { Words } from './words';

/** present with its first places, missing, or does not apply. */
export type Verdict = { readonly is: 'present'; readonly at: readonly Span[] } | { readonly is: 'missing' } | { readonly is: 'none' };
export const NONE: Verdict = { is: 'none' };
export const MISSING: Verdict = { is: 'missing' };
/** So many places are shown; a long reply has dozens. */
const SHOWN = 3;
export const present = (at: readonly Span[]): Verdict => ({ is: 'present', at: at.slice(0, SHOWN).map(({ start, end }) => ({ start, end })) });
export const seen = (at: readonly Span[]): Verdict => (at.length > 0 ? present(at) : MISSING);

export interface Facts extends Draft {
  readonly words: Words;
  readonly body: readonly Sentence[];
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  /** Check hits in the draft's own words, by mark. */
  readonly checks: (...marks: string[]) => readonly Hit[];
  /** Deferred ones. */
  readonly promises: readonly PromiseLike[];
  /** What is done while writing, but for looking. */
  readonly doing: readonly PromiseLike[];
  /** The customer's matter: stems of their words. */
  readonly matter: ReadonlySet<string>;
  readonly closing: Closing;
  /** Marks hurt the customer: more than one amid kindness. */
  readonly rude: boolean;
  /** Formulas. */
  readonly robotic: number;
  /** Bears marks, or calls the customer by no name: kind words have to show themselves. */
  readonly cold: boolean;
  /** Sentences that bear such a mark: what stands in them is no kindness. */
  readonly spoilt: ReadonlySet<number>;
  /** The reply settles the matter and leaves nothing pending. */
  readonly closed: boolean;
  /** Sentences in which somebody on our side does something. */
  readonly deeds: () => readonly Sentence[];
}

export function factsOf(draft: Draft, reading: Reading | null, findings: readonly Finding[]): Facts {
  const { parsed, input, customer, theirs } = draft;
  const words = wordsOf(draft.language);
  const body = parsed.sentences.filter((sentence) => !sentence.quoted);
  const hard = findings.filter(({ category }) => UNKIND.has(category) || category === 'robotic');
  const spoilt = spoiltBy(parsed, hard);
  const unkind = findings.filter(({ category }) => UNKIND.has(category)).length;
  const checks = checksIn(parsed);
  const promises = input.promises.filter((promise) => promise.deferred);
  // One mark beside two kindnesses may be a false one, and spoils little if it is not.
  const warmth = new Set(checks('acknowledge', 'apology', 'warm_close').filter((hit) => !spoilt.has(hit.sentence)).map((hit) => hit.sentence));
  const rude = unkind > (warmth.size >= 2 ? 1 : 0);
  const greeted = !isUnnamed(draft, body);
  const { language } = draft;
  let deeds: readonly Sentence[] | null = null;
  return {
    language, theirs, parsed, customer, input, words, body, reading, findings, checks, promises, rude, spoilt, robotic: hard.length - unkind, closing: closingOf(parsed),
    doing: input.promises.filter(({ deferred, kind }) => !deferred && kind !== 'check'), cold: spoilt.size > 0 || findings.length > 1 || !greeted,
    matter: customer === null ? new Set() : matterOf(customer, theirs), closed: isClosed(reading, checks, promises, rude, body.some((sentence) => toldIn(sentence, words).done)),
    // Several judges ask for them, in a closed matter none. No getter: each object with one gets a shape of its own, which the engine
    // keeps, with all the getter sees, until its next full collection: a third of the cost of an analysis.
    deeds: () => deeds ??= deedsIn(parsed, body, words, spoilt),
  };
}

/** Sentences that one of the marks reaches into. */
function spoiltBy(parsed: Parsed, hard: readonly Finding[]): ReadonlySet<number> {
  const spoilt = new Set<number>();
  for (const { start, end } of hard) {
    for (let at = sentenceIndexAt(parsed, start); (parsed.sentences[at]?.start ?? end) < end; at += 1) if (parsed.sentences[at]?.quoted === false) spoilt.add(at);
  }
  return spoilt;
}

/** A name is known, and none of its letters stands in the first lines, in whatever case. */
function isUnnamed({ input }: Draft, body: readonly Sentence[]): boolean {
  const roots = (input.customerName ?? '').split(/[\s@.]+/).map(fold).filter((part) => part.length > 1).map((part) => part.slice(0, Math.max(2, part.length - 2)));
  return roots.length > 0 && !body.slice(0, 3).some(({ tokens }) => tokens.some(({ key }) => roots.some((root) => key.startsWith(root))));
}

function checksIn(parsed: Parsed): (...marks: string[]) => readonly Hit[] {
  const byMark = new Map<string, Hit[]>();
  for (const hit of parsed.hits('check')) {
    if (parsed.sentences[hit.sentence]?.quoted !== false) continue;
    const own = byMark.get(hit.mark);
    if (own === undefined) byMark.set(hit.mark, [hit]); else own.push(hit);
  }
  return (...marks) => {
    let all: readonly Hit[] = NO_HITS, several = false;
    for (const mark of marks) {
      const own = byMark.get(mark);
      if (own === undefined) continue;
      several ||= all.length > 0;
      all = all.length === 0 ? own : all.concat(own);
    }
    // In the order of the text, as all hits are.
    return several ? [...all].sort((a, b) => a.start - b.start) : all;
  };
}

const NO_HITS: readonly Hit[] = [];

function isClosed(reading: Reading | null, checks: Facts['checks'], promises: readonly PromiseLike[], rude: boolean, done: boolean): boolean {
  const asked = reading?.questions.length ?? 0;
  const open = reading?.questions.some((question) => question.answered === false) ?? false;
  const nothingAsked = reading !== null && asked === 0 && (reading.emotion === 'grateful' || reading.emotion === 'calm' || reading.emotions.grateful > 0.3);
  if (nothingAsked) return true;
  const settled = asked > 0 || checks('solved').length > 0 || (checks('decline').length > 0 && !rude);
  // "If it is not there by Friday, I'll call the bank" leaves nothing pending, nor does "I'll stay until it works" beside a deed.
  return settled && !open && promises.every((promise) => promise.conditional || (promise.due === null && promise.dueSpan === null && BESIDE.has(promise.kind ?? '') && done && !rude));
}

/** Kinds of promises that go with what was done while writing. */
const BESIDE: ReadonlySet<string> = new Set(['other', 'check']);

const matters = new WeakMap<Parsed, ReadonlySet<string>>();
function matterOf(customer: Parsed, theirs: Language): ReadonlySet<string> {
  let matter = matters.get(customer);
  if (matter === undefined) {
    const words = wordsOf(theirs);
    matters.set(customer, matter = new Set(customer.sentences.filter((sentence) => !sentence.quoted).flatMap((sentence) => [...contentOf(sentence, words)])));
  }
  return matter;
}

/** The sentence a place of the draft stands in. */
export function sentenceAt({ parsed }: Facts, { start }: Span): Sentence | undefined {
  const sentence = parsed.sentences[sentenceIndexAt(parsed, start)];
  return sentence !== undefined && !sentence.quoted && sentence.start <= start ? sentence : undefined;
}
export const isSpoilt = ({ spoilt }: Facts, sentence: number): boolean => spoilt.has(sentence);
/** Does the sentence speak of what the customer wrote about? */
export const isTheirs = ({ words, matter }: Facts, sentence: Sentence | undefined): boolean => sentence !== undefined && !sentence.quoted && sharedWith(matter, sentence, words) > 0;

/** So far before a promise may stand who keeps it, in UTF-16 code units. */
const NEAR = 25;
/** Where a sentence names us, and where nobody; offsets are its own. */
const keepersIn = perSentence((sentence: Sentence, words: Words) => {
  const us: Span[] = [], impersonal: Span[] = [];
  sentence.tokens.forEach(({ key, start, end }, i) => {
    const place = { start: start - sentence.start, end: end - sentence.start };
    if (words.set.us.has(key)) us.push(place);
    if (words.list.impersonal.at(sentence.tokens, i) > 0) impersonal.push(place);
  });
  return { us, impersonal };
});

/** Does the promise say who keeps it: not "you will be informed". */
export function names(promise: PromiseLike, facts: Facts): boolean {
  const { words } = facts;
  const sentence = sentenceAt(facts, promise);
  if (sentence === undefined) return false;
  if (toldIn(sentence, words).acts) return true;
  const { us, impersonal } = keepersIn(sentence, words);
  const from = promise.start - sentence.start - NEAR, to = promise.end - sentence.start;
  const near = ({ start, end }: Span): boolean => end > from && start < to;
  return us.some(near) || !impersonal.some(near);
}

/** Sentences in which somebody on our side does something; a refusal does nothing. */
function deedsIn(parsed: Parsed, body: readonly Sentence[], words: Words, spoilt: ReadonlySet<number>): readonly Sentence[] {
  return body.filter((sentence) => !spoilt.has(sentence.index) && sentence.ending !== '?' && toldIn(sentence, words).acts && !marksOf(parsed, sentence).checks.has('decline'));
}
