/** The engine's second call: what the customer's message says, what marks the draft bears, and what a good reply would still need. */
import { fold } from '../../rules';
import type { Language, Parsed } from '../parsed';
import type { Analysis, AnalyseInput, Finding, Reading } from '../types';
import { acronymFindings } from './acronyms';
import { addressFindings } from './address';
import { answered, isForeign } from './answered';
import { dimensionsOf } from './dimensions';
import { feel } from './emotions';
import { wordingFindings } from './findings';
import { hintsFor } from './hints';
import { findAsks } from './questions';
import { shapeFindings } from './shape';
import { findStakes } from './stakes';
import { toneFindings } from './tones';
import { wordsOf } from './words';

/**
 * Reads and judges. `input.promises` are those `promises.find` saw in the draft. Offsets of the reading are into `input.customer`,
 * all others into `input.draft`. Without a customer's message `reading` is null; without a draft there are no findings and
 * `dimensions` is null. Never throws; the same input gives the same answer.
 */
export function analyse(language: Language, input: AnalyseInput): Analysis {
  const theirs = input.customerLanguage ?? language;
  const customer = input.customer === null ? null : theirs.parse(input.customer);
  const parsed = input.draft === null ? null : language.parse(input.draft);
  const reading = customer === null ? null : read(language, theirs, customer, parsed, input);
  if (parsed === null) return { lang: language.lang, reading, findings: [], dimensions: null };
  const draft = { language, theirs, parsed, customer, input };
  const ruled = [...wordingFindings(draft), ...shapeFindings(draft), ...acronymFindings(draft), ...addressFindings(language, parsed, input.customerName)];
  const found = [...ruled, ...toneFindings(draft, ruled)];
  const findings = settle(found.filter((finding) => input.silenced?.has(finding.rule) !== true && !isTaught(parsed.text, finding, input)));
  return { lang: language.lang, reading, findings, dimensions: dimensionsOf(draft, reading, findings), hints: hintsFor(language.lang, parsed, input.promises, wordsOf(language)) };
}

function read(language: Language, theirs: Language, customer: Parsed, draft: Parsed | null, input: AnalyseInput): Reading {
  const { asks, stakes, felt: { emotion, emotions, cues } } = understood(theirs, customer);
  const verdicts = draft === null ? null : answered(language, asks, draft, input.promises, { foreign: isForeign(language, theirs), customer });
  return { emotion, emotions, cues, stakes, questions: asks.map(({ start, end }, i) => ({ start, end, answered: verdicts === null ? null : verdicts[i] ?? false })) };
}

/** A term the agent said is theirs: what it means to the customer is theirs to know. */
function isTaught(text: string, { category, start, end }: Finding, { taught }: AnalyseInput): boolean {
  return taught !== undefined && taught.size > 0 && TEACHABLE.has(category) && taught.has(fold(text.slice(start, end)));
}
const TEACHABLE: ReadonlySet<string> = new Set(['jargon', 'heat']);

const known = new WeakMap<Parsed, ReturnType<typeof understand>>();
/** The customer's message does not change while the reply is typed: it is understood once. */
function understood(language: Language, customer: Parsed): ReturnType<typeof understand> {
  let found = known.get(customer);
  if (found === undefined) known.set(customer, found = understand(language, customer));
  return found;
}
function understand(language: Language, customer: Parsed) {
  const asks = findAsks(language, customer);
  const stakes = findStakes(language, customer);
  return { asks, stakes, felt: feel(language, customer, stakes, asks.length) };
}

/** In text order. Where two say the same of overlapping places (a category twice), the first and longer stays. */
function settle(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const tangled = sorted.filter(({ category }) => category === 'complexity');
  return sorted.filter((finding, i) => {
    if (SWALLOWED.has(finding.category) && tangled.some(({ start, end }) => finding.start < end && finding.end > start)) return false;
    return finding.category === 'complexity' || !sorted.slice(Math.max(0, i - 8), i).some((other) => other.category === finding.category && other.end > finding.start);
  });
}
/**
 * A tangled sentence has to be written anew, and its formulas and terms go with it. Two readers of 256 replies marked the sentence and
 * nothing in it.
 */
const SWALLOWED: ReadonlySet<string> = new Set(['jargon', 'robotic']);
