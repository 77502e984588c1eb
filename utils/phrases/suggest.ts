/** Which phrases this draft lacks for this customer. */
import { addressesIn, DIMENSIONS, fold, stemsOf, topicsOf, usualForm } from '../language';
import type { Analysis, CheckName, Emotion, Language, StakeKind } from '../language';
import { fill, fromName } from './fill';
import type { Gender, Variables } from './fill';
import { speaks } from './search';
import type { Phrase, Suggestion } from './types';
import { whyOffered } from './why';

export interface SuggestInput {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly draft: string | null;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly agent?: { readonly name: string | null; readonly gender: Gender | null } | null;
  /** Ids of phrases used for this customer last time: not offered. */
  readonly lastUsed?: Iterable<string>;
  /** Further values: ticket, product, promise, date. */
  readonly variables?: Variables;
}

/** At most so many are offered. */
const MOST = 5;
/** How much a missing check matters: people first, then what they can rely on. */
const WORTH: Readonly<Record<CheckName, number>> = {
  acknowledge_feeling: 3, answer: 0.3, next_step: 1.6, by_when: 1.8, what_next: 1.6, ownership: 1.5, who: 0.8, follow_up_offer: 1.1,
  warm_close: 1.2, greeting_name: 1.4, courtesy: 0.8, own_words: 0.8, clarity: 0.2,
};
const UPSET: ReadonlySet<Emotion> = new Set(['frustrated', 'angry', 'anxious', 'disappointed']);

/** Best first, at most five, each filling a gap of its own. Empty where the draft lacks nothing that we have a phrase for. */
export function suggest(phrases: readonly Phrase[], input: SuggestInput): Suggestion[] {
  const { analysis, language } = input;
  const used = new Set(input.lastUsed ?? []);
  const missing = missingChecks(analysis);
  const draft = fold(input.draft ?? '');
  const situations = situationsOf(analysis, input);
  const stems = input.customer === null ? new Set<string>() : stemsOf(language, input.customer);
  const matter = new Set([input.customer, input.draft].flatMap((text) => (text === null ? [] : [...topicsOf(language, text)])));
  const variables = variablesOf(input);
  const offers: { phrase: Phrase; text: string; score: number; gaps: readonly CheckName[] }[] = [];
  for (const phrase of phrases) {
    if (used.has(phrase.id) || !speaks(phrase, language.lang)) continue;
    const gaps = phrase.gives.filter((check) => missing.has(check));
    if (gaps.length === 0) continue;
    const score = gaps.reduce((sum, check) => sum + WORTH[check], 0) + fit(phrase, analysis, situations, stems, matter, language);
    if (score <= 0.5) continue;
    const text = fill(phrase, variables);
    if (text === null || draft.includes(fold(text).slice(0, 40))) continue;
    offers.push({ phrase, text, score, gaps });
  }
  return choose(offers).map(({ phrase, text, gaps }) => ({ phrase: phrase.id, text, why: whyOffered(language.lang, mostWorth(gaps)), gives: phrase.gives }));
}

const mostWorth = (gaps: readonly CheckName[]): CheckName => gaps.reduce((best, check) => (WORTH[check] > WORTH[best] ? check : best), gaps[0] ?? 'courtesy');

/** Greedily: a gap already filled by a better phrase counts little for the next. */
function choose<T extends { readonly score: number; readonly gaps: readonly CheckName[] }>(offers: readonly T[]): T[] {
  const left = [...offers], chosen: T[] = [];
  const filled = new Set<CheckName>();
  const worth = (offer: T): number => offer.score - offer.gaps.reduce((sum, check) => sum + (filled.has(check) ? WORTH[check] * 0.8 : 0), 0);
  while (chosen.length < MOST && left.length > 0) {
    left.sort((a, b) => worth(b) - worth(a));
    const best = left.shift();
    if (best === undefined || worth(best) <= 0.5) break;
    chosen.push(best);
    for (const check of best.gaps) filled.add(check);
  }
  return chosen;
}

/** With no draft yet everything is missing but what only a finished reply can lack. */
function missingChecks(analysis: Analysis): ReadonlySet<CheckName> {
  if (analysis.dimensions !== null) return new Set(Object.values(analysis.dimensions).flatMap((dimension) => dimension.missing));
  const upset = analysis.reading !== null && UPSET.has(analysis.reading.emotion);
  const all = Object.values(DIMENSIONS).flat() as CheckName[];
  return new Set(all.filter((check) => check !== 'clarity' && check !== 'answer' && (check !== 'acknowledge_feeling' || upset)));
}

/** How well a phrase fits feeling, stakes and matter; a phrase made for something else loses. */
function fit(phrase: Phrase, { reading }: Analysis, situations: ReadonlySet<string>, stems: ReadonlySet<string>, matter: ReadonlySet<string>, language: Language): number {
  let score = 0;
  const { emotions, stakes, situations: made } = phrase.for;
  if (emotions.length > 0) score += reading !== null && emotions.includes(reading.emotion) ? 1.5 : -2.5;
  if (stakes.length > 0) {
    const kinds = new Set(reading?.stakes.map((stake) => stake.kind));
    const met = stakes.filter((stake) => kinds.has(stake)).length;
    score += met > 0 ? 0.8 + met * 0.6 : -2;
  }
  const specific = made.filter((situation) => !GENERAL.has(situation));
  if (specific.length > 0) score += specific.some((situation) => situations.has(situation)) ? 0.8 : -1.8;
  const about = aboutOf(phrase, language);
  const tags = about.tags.filter((tag) => tag.some((stem) => stems.has(stem))).length;
  // A phrase about a refund is no help to somebody whose parcel is late.
  const elsewhere = about.topics.length > 0 && !about.topics.some((topic) => matter.has(topic));
  return score + Math.min(tags, 2) * 0.5 - (elsewhere ? 1.5 : 0);
}
interface About { readonly tags: readonly (readonly string[])[]; readonly topics: readonly string[] }
const known = new WeakMap<Phrase, { readonly language: Language; readonly about: About }>();
/** What a phrase speaks of: worked out once, for a library is asked at every keystroke. */
function aboutOf(phrase: Phrase, language: Language): About {
  const found = known.get(phrase);
  if (found !== undefined && found.language === language) return found.about;
  const text = typeof phrase.text === 'string' ? phrase.text : Object.values(phrase.text)[0] ?? '';
  const about = { tags: phrase.tags.map((tag) => [...stemsOf(language, tag)]), topics: [...topicsOf(language, text)] };
  known.set(phrase, { language, about });
  return about;
}
const GENERAL: ReadonlySet<string> = new Set(['opening', 'closing', 'holding', 'waiting']);

/** What can be said of the situation from reading and draft alone. */
function situationsOf({ reading, dimensions }: Analysis, { language, draft, customer }: SuggestInput): Set<string> {
  const found = new Set<string>(['holding', 'waiting', 'opening', 'closing', 'clarify']);
  const stakes = new Set<StakeKind>(reading?.stakes.map((stake) => stake.kind));
  if (stakes.has('repeat')) found.add('repeat-contact').add('broken-promise');
  if (stakes.has('wait')) found.add('delay').add('broken-promise');
  if (stakes.has('deadline')) found.add('deadline-at-risk');
  if (stakes.has('money')) found.add('billing').add('refund');
  if (stakes.has('access')) found.add('outage');
  if (reading?.emotion === 'angry') found.add('de-escalate');
  if (reading?.emotion === 'grateful') found.add('thanks-feedback').add('ask-feedback');
  if (draft !== null) {
    const checks = new Set(language.parse(draft).hits('check').map((hit) => hit.mark));
    if (checks.has('decline')) found.add('cannot');
    if (checks.has('solved')) found.add('after-resolution').add('ask-feedback').add('extra-mile');
    if (dimensions?.process.missing.includes('follow_up_offer') === true) found.add('after-resolution');
  }
  const matter = customer === null ? new Set<string>() : stemsOf(language, customer);
  for (const situation of ['refund', 'billing', 'delay', 'outage']) if ([...stemsOf(language, situation)].some((stem) => matter.has(stem))) found.add(situation);
  return found;
}

function variablesOf(input: SuggestInput): Variables {
  const { language, draft, customer, customerName, agent } = input;
  const form = draft === null ? null : usualForm(addressesIn(language, draft, customerName));
  return {
    ...fromName(customerName, language, form), matter: customer === null ? null : matterOf(language, customer),
    agent: agent?.name ?? null, me: agent?.gender ?? null, ...input.variables,
  };
}

/** The customer's own noun, where the language's nouns need no inflection: the first of a short list that they use. */
function matterOf(language: Language, customer: string): string | null {
  const nouns = new Set(language.knowledge.lists['matter-nouns'] ?? []);
  for (const sentence of language.parse(customer).sentences) {
    if (sentence.quoted) continue;
    const token = sentence.tokens.find(({ key }) => nouns.has(key));
    if (token !== undefined) return token.key;
  }
  return null;
}
