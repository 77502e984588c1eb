/** The three dimensions of a reply: what is there, where, and what is missing. The table is that of the command line's contract. */
import { DIMENSIONS } from '../types';
import type { CheckName, Dimension, DimensionName, Dimensions, Finding, PromiseLike, Reading, Span } from '../types';
import type { Hit, Language, Parsed, Sentence } from '../parsed';
import { fold } from '../../rules';
import { isForeign } from './answered';
import type { Draft } from './findings';
import { contentOf, namesTime, shared, wordsOf } from './words';
import type { Words } from './words';

/** present with places, missing, or does not apply. */
type Verdict = { readonly is: 'present'; readonly at: readonly Span[] } | { readonly is: 'missing' } | { readonly is: 'none' };
const NONE: Verdict = { is: 'none' };
const MISSING: Verdict = { is: 'missing' };
const present = (at: readonly Span[]): Verdict => ({ is: 'present', at: at.map(({ start, end }) => ({ start, end })) });
const seen = (at: readonly Span[]): Verdict => (at.length > 0 ? present(at) : MISSING);

interface Facts extends Draft {
  readonly words: Words;
  readonly body: readonly Sentence[];
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  /** Check hits in the draft's own words, by mark. */
  readonly checks: (...marks: string[]) => readonly Hit[];
  readonly promises: readonly PromiseLike[];
  /** The reply settles the matter and leaves nothing pending. */
  readonly closed: boolean;
}

export function dimensionsOf(draft: Draft, reading: Reading | null, findings: readonly Finding[]): Dimensions {
  const { parsed, input } = draft;
  const byMark = new Map<string, Hit[]>();
  for (const hit of parsed.hits('check')) {
    if (parsed.sentences[hit.sentence]?.quoted !== false) continue;
    const list = byMark.get(hit.mark);
    if (list === undefined) byMark.set(hit.mark, [hit]);
    else list.push(hit);
  }
  const checks = (...marks: string[]): readonly Hit[] => (marks.length === 1 ? byMark.get(marks[0] ?? '') ?? [] : marks.flatMap((mark) => byMark.get(mark) ?? []).sort((a, b) => a.start - b.start));
  const promises = input.promises.filter((promise) => promise.deferred);
  const open = reading?.questions.some((question) => question.answered === false) ?? false;
  const nothingAsked = reading !== null && reading.questions.length === 0 && reading.emotion === 'grateful';
  const settled = checks('solved').length > 0 || (reading !== null && reading.questions.length > 0 && !open) || checks('decline').length > 0 || nothingAsked;
  const facts: Facts = {
    ...draft, words: wordsOf(draft.language), body: parsed.sentences.filter((sentence) => !sentence.quoted), reading, findings, checks, promises,
    // "If it is not there by Friday, I'll call the bank" leaves nothing pending.
    closed: settled && !open && promises.every((promise) => promise.conditional),
  };
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
    if (verdict.at.length > 0) evidence[check] = verdict.at.slice(0, 3);
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
  next_step: unlessClosed(({ checks, promises }) => seen([...checks('next_step', 'solved'), ...promises.filter(isConcrete)])),
  clarity: ({ findings }) => (findings.some(({ category }) => category === 'jargon' || category === 'complexity') ? MISSING : present([])),
  greeting_name: greetingName,
  acknowledge_feeling: acknowledge,
  own_words: ownWords,
  courtesy: ({ checks, findings }) => {
    if (findings.some(({ category }) => category === 'heat' || category === 'sarcasm')) return MISSING;
    return seen(checks('courtesy', 'greeting', 'apology', 'warm_close', 'acknowledge'));
  },
  warm_close: ({ checks, parsed }) => seen(checks('warm_close').filter((hit) => hit.sentence >= lastThird(parsed))),
  ownership: (facts) => seen([...facts.checks('ownership', 'own'), ...facts.promises.filter((promise) => names(promise, facts)), ...facts.checks('solved').filter((hit) => byUs(hit, facts))]),
  what_next: unlessClosed(({ checks, promises }) => seen([...checks('what_next', 'next_step'), ...promises])),
  by_when: unlessClosed((facts) => {
    const timed = facts.promises.filter((promise) => promise.due !== null || promise.dueSpan !== null && promise.conditional);
    return seen([...timed.map((promise) => promise.dueSpan ?? promise), ...facts.checks('what_next').filter((hit) => timeBeside(hit, facts))]);
  }),
  who: unlessClosed((facts) => seen([...facts.promises.filter((promise) => names(promise, facts)), ...facts.checks('ownership')])),
  follow_up_offer: unlessClosed((facts) => seen([...facts.checks('follow_up'), ...facts.promises.filter((promise) => promise.kind === 'reply' || promise.kind === 'callback')])),
};

/** Something that can be checked: a time, a condition, or a kind of its own ("refund"), not "we'll be in touch". */
function isConcrete(promise: PromiseLike): boolean {
  return promise.due !== null || promise.conditional || (promise.kind !== undefined && promise.kind !== 'reply' && promise.kind !== 'check');
}

function lastThird(parsed: Parsed): number {
  const body = parsed.sentences.filter((sentence) => !sentence.quoted);
  return body[Math.max(0, Math.floor(body.length * 0.5) - 1)]?.index ?? 0;
}

/** The customer's name in the first lines, in whatever case the language calls it. */
function greetingName({ input, body, language }: Facts): Verdict {
  const parts = (input.customerName ?? '').split(/[\s@.]+/).map(fold).filter((part) => part.length > 1);
  if (parts.length === 0) return NONE;
  const forms = new Set(parts.flatMap((part) => [part, fold(language.knowledge.names.get(part)?.vocative ?? part)]));
  for (const sentence of body.slice(0, 3)) {
    const token = sentence.tokens.find(({ key }) => forms.has(key) || [...forms].some((form) => isForm(key, form, language.lang === 'pl')));
    if (token !== undefined) return present([token]);
  }
  return MISSING;
}
/** Polish inflects names: "Anna" is called "Anno", "Marek" "Marku". */
function isForm(key: string, name: string, inflects: boolean): boolean {
  if (!inflects || name.length < 3 || key.length < 3) return false;
  const root = name.slice(0, Math.max(3, name.length - 2));
  return key.startsWith(root) && Math.abs(key.length - name.length) <= 2;
}

/** Named by its own words; an apology counts where it says for what, in words of the customer's matter. */
function acknowledge(facts: Facts): Verdict {
  const { reading, checks, customer, parsed, words, theirs } = facts;
  const matter = customer === null ? new Set<string>() : matterOf(customer, theirs);
  const particular = checks('apology').filter((hit) => {
    const sentence = parsed.sentences[hit.sentence];
    return sentence !== undefined && shared(contentOf(sentence, words), matter) > 0;
  });
  // A formula acknowledges nobody.
  const formula = (hit: Hit): boolean => facts.findings.some((finding) => finding.category === 'robotic' && finding.start < hit.end && finding.end > hit.start);
  const found = [...checks('acknowledge'), ...particular].filter((hit) => !formula(hit));
  if (found.length > 0) return present(found);
  return reading === null || reading.emotion === 'calm' || reading.emotion === 'grateful' ? NONE : MISSING;
}

const matters = new WeakMap<Parsed, ReadonlySet<string>>();
function matterOf(customer: Parsed, theirs: Language): ReadonlySet<string> {
  let matter = matters.get(customer);
  if (matter === undefined) {
    const words = wordsOf(theirs);
    matters.set(customer, matter = new Set(customer.sentences.filter((sentence) => !sentence.quoted).flatMap((sentence) => [...contentOf(sentence, words)])));
  }
  return matter;
}

/** At least two of the customer's own words of substance, or half of them where they wrote few. */
function ownWords({ customer, body, words, input, language, theirs }: Facts): Verdict {
  if (customer === null) return NONE;
  const matter = new Set(matterOf(customer, theirs));
  for (const part of (input.customerName ?? '').split(/\s+/)) matter.delete(fold(part).slice(0, 5));
  if (matter.size < 2) return NONE;
  const used = new Set<string>();
  const taken = body.filter((sentence) => {
    let any = false;
    for (const word of contentOf(sentence, words)) if (matter.has(word)) { used.add(word); any = true; }
    return any;
  });
  // In another language only a number or a name can be the same word, so nothing is asked for.
  if (isForeign(language, theirs)) return taken.length > 0 ? present(taken) : NONE;
  return used.size >= Math.min(2, Math.ceil(matter.size / 2)) ? present(taken) : MISSING;
}

/** Does the promise say who keeps it: not "you will be informed". */
function names(promise: PromiseLike, facts: Facts): boolean {
  const { body, words } = facts;
  const sentence = body.find((one) => one.start <= promise.start && promise.start < one.end);
  if (sentence === undefined) return false;
  const tokens = sentence.tokens.filter((token) => token.end > promise.start - 25 && token.start < promise.end);
  if (tokens.some((token) => words.set.us.has(token.key))) return true;
  return !words.list.impersonal.in(tokens);
}

function byUs(hit: Hit, { parsed, words }: Facts): boolean {
  const tokens = parsed.sentences[hit.sentence]?.tokens ?? [];
  return tokens.slice(Math.max(0, hit.from - 3), hit.to + 1).some((token) => words.set.us.has(token.key)) || !words.list.impersonal.in(tokens);
}

function timeBeside(hit: Hit, { parsed, words }: Facts): boolean {
  const sentence = parsed.sentences[hit.sentence];
  return sentence !== undefined && namesTime(sentence, words);
}
