/** Wording hits → marks: with the exceptions that keep a good reply free of them. */
import type { Hit, Language, Parsed, Sentence } from '../parsed';
import type { AnalyseInput, Category, Finding, Span } from '../types';
import { isQuote } from '../text/tokens';
import { Notes } from '../notes';
import { promisesIn } from './said';
import { isUnlikely } from './tones';
import { wordsOf } from './words';
import type { Words } from './words';

export interface Draft {
  readonly language: Language;
  /** The customer's; the same one in most cases. */
  readonly theirs: Language;
  readonly parsed: Parsed;
  readonly customer: Parsed | null;
  readonly input: AnalyseInput;
}

/** Marks from the wording entries, in text order. */
export function wordingFindings({ language, parsed, customer, input }: Draft): Finding[] {
  const words = wordsOf(language);
  const findings: Finding[] = [];
  for (const hit of parsed.hits('wording')) {
    const sentence = parsed.sentences[hit.sentence];
    if (sentence === undefined || sentence.quoted || input.silenced?.has(hit.entry.id) === true) continue;
    if (inQuotation(parsed.text, sentence, hit)) continue;
    if (hit.entry.quiet === true && (usedByCustomer(hit, sentence, customer) || (hit.mark === 'jargon' && explained(hit, sentence, parsed.text, words)))) continue;
    if (hit.mark === 'negative' && hasAlternative(parsed, sentence, hit, input, words)) continue;
    // What a lead's pack marks is not ours to judge.
    if (hit.entry.origin === undefined && isUnlikely(language, sentence, hit.mark as Category)) continue;
    findings.push(toFinding(hit, sentence, parsed.text));
  }
  return findings;
}

function toFinding(hit: Hit, sentence: Sentence, text: string): Finding {
  const span: Span = hit.entry.whole === true ? sentence : hit;
  const say = (hit.pair >= 0 ? hit.entry.swaps?.[hit.pair] : hit.entry.say) ?? [];
  const first = text[span.start] ?? '';
  const capital = first !== first.toLowerCase() && text.slice(span.start, span.end) !== text.slice(span.start, span.end).toUpperCase();
  return {
    rule: hit.entry.id, category: hit.mark as Category, start: span.start, end: span.end, message: hit.entry.why ?? '',
    suggestions: say.map((advice) => (capital ? (advice[0] ?? '').toUpperCase() + advice.slice(1) : advice)),
  };
}

const quotes = new Notes<readonly number[]>();
/** Where quotation marks stand in a sentence, counted from its start. */
function quotesIn(text: string, { core, start, end }: Sentence): readonly number[] {
  const known = quotes.get(core);
  if (known !== undefined) return known;
  const found: number[] = [];
  for (let i = start; i < end; i += 1) if (isQuote(text[i] ?? '')) found.push(i - start);
  return quotes.set(core, found);
}

/** Within quotation marks that open and close in this sentence: a title, a button, somebody else's words. */
export function inQuotation(text: string, sentence: Sentence, hit: Span): boolean {
  const signs = quotesIn(text, sentence);
  if (signs.length === 0) return false;
  let opened = -1;
  for (const offset of signs) {
    const i = sentence.start + offset;
    if (opened < 0) opened = i;
    else {
      if (opened < hit.start && hit.end <= i) return true;
      opened = -1;
    }
  }
  return opened >= 0 && opened < hit.start && isQuote(text[sentence.end] ?? '');
}

/** The customer's own word, or one that begins alike ("RMA" of theirs, "numer RMA" of ours). */
function usedByCustomer(hit: Hit, sentence: Sentence, customer: Parsed | null): boolean {
  if (customer === null) return false;
  if (customer.hits('wording').some((other) => other.entry === hit.entry && sameWords(customer, other, sentence, hit))) return true;
  const keys = sentence.tokens.slice(hit.from, hit.to).filter((token) => token.kind !== 'sign').map((token) => token.key);
  return customer.sentences.some((one) => !one.quoted && one.tokens.some((_, i) => keys.every((key, j) => alike(one.tokens[i + j]?.key ?? '', key))));
}
function sameWords(customer: Parsed, other: Hit, sentence: Sentence, hit: Hit): boolean {
  const theirs = customer.sentences[other.sentence]?.tokens[other.from]?.key ?? '';
  return alike(theirs, sentence.tokens[hit.from]?.key ?? '');
}
/** Two forms of one word, as far as beginnings tell. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  return length >= 5 && a.slice(0, Math.max(5, length - 3)) === b.slice(0, Math.max(5, length - 3));
}

/** "an RMA (return authorisation)", "eskalacja, czyli …", "the number we use for returns (RMA)". */
export function explained(hit: Pick<Hit, 'from' | 'to' | 'end'>, sentence: Sentence, text: string, words: Words): boolean {
  const { tokens } = sentence;
  const next = tokens[hit.to]?.key ?? '', before = tokens[hit.from - 1]?.key ?? '';
  if (before === '(' && next === ')') return true;
  if (next === '(' && /^\s*\([^)]{4,}\)/.test(text.slice(hit.end, hit.end + 200))) return true;
  // "the RMA that is on the box" explains nothing: only a comma, a dash or a bracket makes "that is" an explanation.
  return APART.has(next) ? words.list.explained.at(tokens, hit.to + 1) > 0 : words.list.defines.at(tokens, hit.to) > 0;
}
const APART: ReadonlySet<string> = new Set([',', '-', ':', '(']);

/** To be called is no alternative to what was refused. */
const CONTACT: ReadonlySet<string> = new Set(['callback', 'reply', 'check']);

/**
 * Beside the refusal, in its sentence or the next one of its paragraph: what can be done, or a promise with a time. Further off it
 * speaks of something else ("We don't take returns. … Your limit goes up on Monday").
 */
export function hasAlternative(parsed: Parsed, sentence: Sentence, hit: Pick<Hit, 'start' | 'end' | 'to'>, input: AnalyseInput, words: Words): boolean {
  const next = parsed.sentences[sentence.index + 1];
  const near = next !== undefined && !next.quoted && next.paragraph === sentence.paragraph ? [sentence, next] : [sentence];
  return near.some((one) => {
    const from = one === sentence ? hit.to : 0;
    if (promisesIn(input.promises, one).some((promise) => promise.start >= hit.end && !CONTACT.has(promise.kind ?? '') && (promise.due !== null || !promise.deferred))) return true;
    if (parsed.hitsIn(one, 'check').some((check) => check.from >= from && (check.mark === 'solved' || check.mark === 'next_step') && !conditioned(parsed, one, from, check.from))) return true;
    return offers(one, from, words) || turns(parsed, one, from, words);
  });
}

/** "Nothing we can do once it has been paid": what stands in the condition is no way out. */
function conditioned(parsed: Parsed, sentence: Sentence, from: number, to: number): boolean {
  return parsed.hitsIn(sentence, 'clause').some((clause) => clause.mark === 'condition' && clause.from >= from && clause.to <= to
    && !sentence.tokens.slice(clause.to, to).some(({ key }) => key === ','));
}

/** "… is gone, but the green one could come on Friday": what follows the "but" denies nothing and is no mere sympathy. */
function turns(parsed: Parsed, sentence: Sentence, from: number, words: Words): boolean {
  const { tokens } = sentence;
  const at = words.list.but.find(tokens, from);
  if (at < 0 || (from === 0 && at > 1) || tokens.length - at < 5 || sentence.ending === '?') return false;
  const rest = tokens.slice(at + 1);
  if (rest.some((token) => words.set.negators.has(token.key)) || words.list.refusals.in(rest)) return false;
  return !parsed.hitsIn(sentence, 'check').some((hit) => hit.from > at && SYMPATHY.has(hit.mark)) && !parsed.hitsIn(sentence, 'wording').some((hit) => hit.from > at);
}
const SYMPATHY: ReadonlySet<string> = new Set(['acknowledge', 'apology', 'courtesy', 'warm_close', 'bare_close', 'decline']);

/** An alternative's words, not denied ("you can", against "you can not"). */
function offers(sentence: Sentence, from: number, words: Words): boolean {
  const { tokens } = sentence;
  for (let at = words.list.alternatives.find(tokens, from); at >= 0; at = words.list.alternatives.find(tokens, at + 1)) {
    const end = at + words.list.alternatives.at(tokens, at);
    const denied = [tokens[at - 1], tokens[end], tokens[at - 2]].some((token) => token !== undefined && words.set.negators.has(token.key));
    if (!denied && words.list.refusals.find(tokens, Math.max(0, at - 1), end + 1) < 0) return true;
  }
  return false;
}
