/** The three dimensions of a reply: what is there, where, and what is missing. The table is that of the command line's contract. */
import { DIMENSIONS } from '../types';
import type { CheckName, Dimension, DimensionName, Dimensions, Finding, PromiseLike, Reading, Span } from '../types';
import type { Hit, Sentence, Token } from '../parsed';
import { factsOf, MISSING, names, NONE, present, seen } from './facts';
import type { Facts, Verdict } from './facts';
import type { Draft } from './findings';
import { acknowledge, courtesy, greetingName, ownership, ownWords, warmClose } from './person';
import { namesTime, perSentence } from './words';
import type { Words } from './words';

export function dimensionsOf(draft: Draft, reading: Reading | null, findings: readonly Finding[]): Dimensions {
  const facts = factsOf(draft, reading, findings);
  return Object.fromEntries((Object.keys(DIMENSIONS) as DimensionName[]).map((name) => [name, gather(name, facts)])) as unknown as Dimensions;
}

function gather(name: DimensionName, facts: Facts): Dimension {
  const there: CheckName[] = [], missing: CheckName[] = [];
  const evidence: Partial<Record<CheckName, readonly Span[]>> = {};
  for (const check of DIMENSIONS[name]) {
    const verdict = JUDGES[check](facts);
    if (verdict.is === 'missing') missing.push(check);
    if (verdict.is !== 'present') continue;
    there.push(check);
    if (verdict.at.length > 0) evidence[check] = verdict.at;
  }
  const applies = there.length + missing.length;
  return { score: applies === 0 ? 1 : Math.round((there.length / applies) * 100) / 100, present: there, missing, evidence };
}

/** Process checks fall away in a closed matter. */
const unlessClosed = (judge: (facts: Facts) => Verdict) => (facts: Facts): Verdict => (facts.closed ? NONE : judge(facts));

const JUDGES: Readonly<Record<CheckName, (facts: Facts) => Verdict>> = {
  answer: ({ reading }) => {
    if (reading === null || reading.questions.length === 0) return NONE;
    return reading.questions.every((question) => question.answered !== false) ? present([]) : MISSING;
  },
  next_step: unlessClosed((facts) => seen([...facts.checks('next_step', 'solved').filter((hit) => !facts.spoilt.has(hit.sentence)), ...facts.promises.filter(isConcrete), ...facts.doing, ...facts.deeds()])),
  clarity: (facts) => (facts.findings.some(({ category }) => category === 'jargon' || category === 'complexity') || hasLoans(facts) ? MISSING : present([])),
  greeting_name: greetingName,
  acknowledge_feeling: acknowledge,
  own_words: ownWords,
  courtesy,
  warm_close: warmClose,
  ownership,
  what_next: unlessClosed((facts) => seen([...facts.checks('what_next', 'next_step'), ...facts.promises, ...facts.deeds()])),
  by_when: unlessClosed((facts) => {
    const timed = facts.promises.filter((promise) => promise.due !== null || promise.dueSpan !== null && promise.conditional);
    return seen([...timed.map((promise) => promise.dueSpan ?? promise), ...facts.checks('what_next').filter((hit) => timeBeside(hit, facts))]);
  }),
  who: unlessClosed((facts) => seen([...[...facts.promises, ...facts.doing].filter((promise) => names(promise, facts)), ...facts.checks('ownership').filter((hit) => !facts.spoilt.has(hit.sentence)), ...(facts.cold ? [] : facts.deeds())])),
  follow_up_offer: unlessClosed(followUp),
};

/** Loan words that only the trade reads ("workflow"), not the customer's own. One alone may be a name, unless the reply is written in that style. */
function hasLoans({ body, customer, words, spoilt }: Facts): boolean {
  const loans = new Set<string>();
  for (const sentence of body) for (const key of loansIn(sentence, words)) loans.add(key);
  if (loans.size === 0) return false;
  for (const { tokens } of customer?.sentences ?? []) for (const { key } of tokens) loans.delete(key);
  return loans.size > (spoilt.size > 0 ? 0 : 1);
}
const loansIn = perSentence(({ tokens }: Sentence, words): readonly string[] => {
  if (words.set['foreign-letters'].size === 0) return NO_LOANS;
  return tokens.filter((token) => token.kind === 'word' && !words.set['caps-ok'].has(token.key) && !words.set['everyday-codes'].has(token.key) && isLoan(token, words)).map(({ key }) => key);
});
const NO_LOANS: readonly string[] = [];
/** A word in small letters that the language does not have: "workflow" in a Portuguese reply. */
const isLoan = ({ key, raw }: Token, words: Words): boolean => key.length > 3 && raw === raw.toLowerCase() && !/^k+$/.test(key)
  && [...key].some((letter) => words.set['foreign-letters'].has(letter));

/** Something that can be checked: a time, a condition, or a kind of its own ("refund"), not "we'll be in touch". */
function isConcrete(promise: PromiseLike): boolean {
  return promise.due !== null || promise.conditional || (promise.kind !== undefined && promise.kind !== 'reply' && promise.kind !== 'check');
}

/** The customer can come back, or we will: by word, by phone, with something sent to them in a reply that is none of formulas. */
function followUp(facts: Facts): Verdict {
  const { checks, promises, rude, robotic, reading, spoilt } = facts;
  const contact = promises.filter(({ kind }) => kind === 'reply' || kind === 'callback' || (kind === 'send' && !rude && robotic === 0));
  const found = [...checks('follow_up').filter((hit) => !spoilt.has(hit.sentence)), ...contact];
  if (found.length > 0) return present(found);
  // All is answered, and the parcel is on its way.
  const delivered = !rude && reading?.emotion === 'calm' && reading.questions.every(({ answered }) => answered !== false) && promises.every(({ kind, due }) => (kind === 'send' || kind === 'other') && due !== null);
  return delivered ? NONE : MISSING;
}

function timeBeside(hit: Hit, { parsed, words }: Facts): boolean {
  const sentence = parsed.sentences[hit.sentence];
  return sentence !== undefined && namesTime(sentence, words);
}
