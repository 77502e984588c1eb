/** What one sentence of the draft says: a deed, a refusal, a reason, a formula. Told from its words alone, once for its text. */
import { Notes } from '../notes';
import { firstFrom } from '../parsed';
import type { Parsed, Sentence, Token } from '../parsed';
import type { PromiseLike, Span } from '../types';
import { perSentence, SHOWN } from './words';
import type { Words } from './words';

/** Categories of marks that hurt the customer. */
export const UNKIND: ReadonlySet<string> = new Set(['blame', 'dismissive', 'sarcasm', 'heat', 'bias']);

/** The promises that reach into a place, by bisection: a long reply has thirty, and each of its sentences is asked. They stand in order and apart. */
export function promisesIn<P extends PromiseLike>(promises: readonly P[], { start, end }: Span): readonly P[] {
  const from = firstFrom(promises, (promise) => promise.end <= start);
  let to = from;
  while ((promises[to]?.start ?? end) < end) to += 1;
  return to === from ? NO_PROMISES : promises.slice(from, to);
}
const NO_PROMISES: readonly never[] = [];

/** What the words of a sentence tell, but for the patterns. */
export const toldIn = perSentence(({ tokens }: Sentence, words) => {
  const shown = words.shown.in(tokens);
  const deed = didIt(tokens, words), ours = weAct(tokens, words);
  return {
    done: (shown & SHOWN.done) !== 0 || deed || ours.perfect, acts: deed || ours.any, refused: (shown & SHOWN.refused) !== 0, because: (shown & SHOWN.because) !== 0,
    nothing: (shown & SHOWN.nothing) !== 0, yesNo: words.list.yes.at(tokens, 0) > 0 || words.list.no.at(tokens, 0) > 0, link: tokens.some((token) => token.kind === 'link'),
    named: tokens.some((token, i) => i > 0 && token.kind === 'word' && isCapital(token.raw) && words.list.titles.at(tokens, i) === 0),
  };
});
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (raw: string): boolean => raw.length > 1 && !isSmall(raw.charCodeAt(0)) && raw[0] !== raw[0]?.toLowerCase();

/**
 * "Podniosłem limit", "aumentei o limite": languages that tell by the verb's ending that I or we did something. Having received,
 * read or understood is no deed, nor is what we did not do.
 */
function didIt(tokens: readonly Token[], words: Words): boolean {
  if (words.endings.length === 0) return false;
  return tokens.some(({ kind, key, raw }, i) => kind === 'word' && key.length > 3 && words.endings.some((ending) => raw.toLowerCase().endsWith(ending))
    && !words.noEndings.some((ending) => key.endsWith(ending)) && !isNoDeed(key, words)
    && ![tokens[i - 1], tokens[i - 2]].some((before) => before !== undefined && words.set.negators.has(before.key)));
}
const isNoDeed = (key: string, words: Words): boolean => words.noDeeds.some((beginning) => key.startsWith(beginning));

/** "I've moved it", "we will look": a first person of English and the verb it goes with, which is one of doing. perfect: it is done. */
function weAct(tokens: readonly Token[], words: Words): { readonly any: boolean; readonly perfect: boolean } {
  let any = false, perfect = false;
  for (let i = 0; i < tokens.length && !perfect; i += 1) {
    if (!words.set['we-begin'].has(tokens[i]?.key ?? '')) continue;
    let at = i + 1;
    while (at < i + 4 && words.set['we-between'].has(tokens[at]?.key ?? '')) at += 1;
    const verb = tokens[at];
    if (verb?.kind !== 'word' || verb.key.length < 2 || words.set.negators.has(verb.key) || words.set['we-not-acting'].has(verb.key) || isNoDeed(verb.key, words)) continue;
    any = true;
    perfect = tokens.slice(i, at).some(({ key }) => key.endsWith("'ve") || key === 'have');
  }
  return { any, perfect };
}

export interface Marks {
  /** The marks of the checks seen in it. */
  readonly checks: ReadonlySet<string>;
  readonly robotic: boolean;
  /** It blames, dismisses, mocks. */
  readonly unkind: boolean;
  /** Any mark stands on it, but for terms of the trade. */
  readonly marked: boolean;
  /** First words of the terms of the trade in it. */
  readonly terms: readonly string[];
}
const marks = new Notes<Marks>();
const UNMARKED: Marks = { checks: new Set(), robotic: false, unkind: false, marked: false, terms: [] };
/** What our knowledge says of a sentence: worked out once for its text. */
export function marksOf(draft: Parsed, sentence: Sentence): Marks {
  const known = marks.get(sentence.core);
  if (known !== undefined) return known;
  const hits = draft.hitsIn(sentence, 'wording'), checks = draft.hitsIn(sentence, 'check');
  if (hits.length === 0 && checks.length === 0) return marks.set(sentence.core, UNMARKED);
  return marks.set(sentence.core, {
    checks: checks.length === 0 ? UNMARKED.checks : new Set(checks.map((hit) => hit.mark)), robotic: hits.some((hit) => hit.mark === 'robotic'),
    unkind: hits.some((hit) => UNKIND.has(hit.mark)), marked: hits.some((hit) => hit.mark !== 'jargon'),
    terms: hits.length === 0 ? UNMARKED.terms : hits.filter((hit) => hit.mark === 'jargon').map((hit) => sentence.tokens[hit.from]?.key ?? ''),
  });
}

/** The last sentences before the formula and the signature, the last one first, at most three. */
export interface Closing {
  readonly sentences: readonly Sentence[];
  /** A closing line of its own above the name that is no formula: "Mind yourself,". */
  readonly line: Sentence | null;
}

export function closingOf(parsed: Parsed): Closing {
  const body = parsed.sentences.filter((sentence) => !sentence.quoted);
  let end = body.length, signed = body.length < parsed.sentences.length;
  for (let stripped = 0; stripped < 3 && end > 1 && isSignature(parsed, body[end - 1], end === body.length); stripped += 1) { end -= 1; signed = true; }
  while (end > 0 && isFormula(parsed, body[end - 1])) { end -= 1; signed = false; }
  const sentences = body.slice(Math.max(0, end - 3), end).reverse();
  const last = sentences[0];
  const line = signed && last !== undefined && last.ending === '' && countOf(last) >= 2 && end > 1 && !marksOf(parsed, last).checks.has('greeting') ? last : null;
  return { sentences, line };
}

const countOf = ({ tokens }: Sentence): number => tokens.reduce((sum, token) => sum + (token.kind === 'sign' || token.kind === 'emoji' ? 0 : 1), 0);

/** A name, a name and a role, a team: few words without a full stop, no wish and no offer. */
function isSignature(parsed: Parsed, sentence: Sentence | undefined, last: boolean): boolean {
  if (sentence === undefined || sentence.ending !== '' || parsed.text[sentence.end - 1] === ',') return false;
  const count = countOf(sentence);
  const { checks } = marksOf(parsed, sentence);
  if (count === 0 || count > 6 || checks.has('warm_close') || checks.has('follow_up') || checks.has('bare_close') || checks.has('greeting')) return false;
  const named = sentence.tokens.filter((token) => token.kind === 'word').every((token) => isCapital(token.raw) || token.raw.length <= 3);
  return named || (last && isCapital(sentence.tokens.find((token) => token.kind === 'word')?.raw ?? ''));
}

/** "Best regards", "Pozdrawiam, Jan": the formula and at most a name. */
function isFormula(parsed: Parsed, sentence: Sentence | undefined): boolean {
  if (sentence === undefined) return false;
  const bare = parsed.hitsIn(sentence, 'check').find((hit) => hit.mark === 'bare_close');
  return bare !== undefined && sentence.ending !== '!' && countOf(sentence) - (bare.to - bare.from) <= 3 && !marksOf(parsed, sentence).checks.has('warm_close');
}
