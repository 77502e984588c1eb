/** Which phrases this draft lacks for this customer. */
import { addressesIn, DIMENSIONS, fold, usualForm } from '../language';
import type { Analysis, CheckName, Emotion, Language } from '../language';
import { closeness, fits, shownIn, toneOf } from './evidence';
import { fill, fromName } from './fill';
import type { Gender, Variables } from './fill';
import { genderIn } from './gender';
import { matterOf } from './matter';
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

interface Offer {
  readonly phrase: Phrase;
  readonly text: string;
  readonly opening: string;
  /** What it would add, the most needed first. */
  readonly gaps: readonly [CheckName, ...CheckName[]];
  readonly score: number;
}

/** At most so many are offered; of so many, the first, each stands at another place of the reply where that is possible. */
const MOST = 5, VARIED = 3;
/** How much a missing check matters: the person first, then what comes next and when, then the rest and the close. */
const WORTH: Readonly<Record<CheckName, number>> = {
  acknowledge_feeling: 10, what_next: 7, by_when: 6.5, next_step: 6, ownership: 5.5, warm_close: 5, greeting_name: 4.5, follow_up_offer: 4.5,
  courtesy: 4, who: 3.5, own_words: 3, answer: 1, clarity: 1,
};
const UPSET: ReadonlySet<Emotion> = new Set(['frustrated', 'angry', 'anxious', 'disappointed', 'confused']);
/** A place in the reply that the phrases chosen so far have taken costs so much. */
const SAME_PLACE = 6;

/**
 * Best first, at most five, no two for the same check. Offered is only what the customer's message bears out: see `fits`.
 * Empty where the draft lacks nothing that we have a phrase for.
 */
export function suggest(phrases: readonly Phrase[], input: SuggestInput): Suggestion[] {
  const { analysis, language, draft, customer } = input;
  const used = new Set(input.lastUsed ?? []);
  const shown = shownIn(analysis, language, customer, draft);
  const emotion = toneOf(analysis, shown);
  const missing = missingChecks(analysis, emotion);
  const variables = variablesOf(input);
  const offers: Offer[] = [];
  for (const phrase of fitting(phrases, language.lang, emotion, shown)) {
    if (used.has(phrase.id)) continue;
    const [first, ...rest] = phrase.gives.filter((check) => missing.has(check)).sort((a, b) => WORTH[b] - WORTH[a]);
    if (first === undefined) continue;
    const worded = wordedFor(phrase, variables);
    if (worded === null) continue;
    const takesUp = variables.matter !== null && typeof phrase.text === 'string' && phrase.text.includes('{matter') ? 0.4 : 0;
    offers.push({ phrase, ...worded, gaps: [first, ...rest], score: WORTH[first] + closeness(phrase) + takesUp });
  }
  const said = draft === null ? '' : fold(draft);
  return choose(offers, ({ opening }) => said.includes(opening)).map(({ phrase, text, gaps }) => ({ phrase: phrase.id, text, why: whyOffered(language.lang, gaps[0]), gives: phrase.gives }));
}

/** `opening`: folded, as much as tells that it is said already. */
type Worded = { readonly text: string; readonly opening: string } | null;
let wordings: { readonly variables: Variables; readonly by: Map<Phrase, Worded> } = { variables: {}, by: new Map() };
/** Filled once for these values: while a reply is typed they stay the same, and the same few phrases are asked for. */
function wordedFor(phrase: Phrase, variables: Variables): Worded {
  if (!alike(wordings.variables, variables)) wordings = { variables, by: new Map() };
  let worded = wordings.by.get(phrase);
  if (worded === undefined) {
    const text = fill(phrase, variables);
    worded = text === null ? null : { text, opening: fold(text).slice(0, 40) };
    wordings.by.set(phrase, worded);
  }
  return worded;
}
function alike(one: Variables, other: Variables): boolean {
  const names = Object.keys(other) as (keyof Variables)[];
  return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name]);
}

let fitted: { readonly phrases: readonly Phrase[]; readonly asked: string; readonly found: readonly Phrase[] } | null = null;
/** The few phrases of hundreds that may be said to this customer: the same ones until the message, or what the draft shows, changes. */
function fitting(phrases: readonly Phrase[], lang: Language['lang'], emotion: Emotion, shown: ReadonlySet<string>): readonly Phrase[] {
  const asked = [lang, emotion, ...shown].join();
  if (fitted?.phrases === phrases && fitted.asked === asked) return fitted.found;
  const found = phrases.filter((phrase) => speaks(phrase, lang) && fits(phrase, emotion, shown));
  fitted = { phrases, asked, found };
  return found;
}

/**
 * Greedily: the most needed first; what fills a gap that is filled already is passed over, and a place that is taken is left for later.
 * What the draft says already is passed over too, and only asked about when its turn comes: it is looked for in the whole draft.
 */
function choose(offers: Offer[], isSaid: (offer: Offer) => boolean): Offer[] {
  const chosen: Offer[] = [];
  const filled = new Set<CheckName>(), places = new Set<string>();
  const worth = (offer: Offer): number => offer.score - (chosen.length < VARIED && places.has(offer.phrase.at) ? SAME_PLACE : 0);
  while (chosen.length < MOST) {
    const left = offers.filter((offer) => !chosen.includes(offer) && !offer.gaps.some((check) => filled.has(check)));
    const best = left.reduce<Offer | null>((first, offer) => (first === null || worth(offer) > worth(first) ? offer : first), null);
    if (best === null) break;
    if (isSaid(best)) { offers.splice(offers.indexOf(best), 1); continue; }
    chosen.push(best);
    places.add(best.phrase.at);
    for (const check of best.phrase.gives) filled.add(check);
  }
  return chosen;
}

/** With no draft yet everything is missing but what only a finished reply can lack. */
function missingChecks(analysis: Analysis, emotion: Emotion): ReadonlySet<CheckName> {
  if (analysis.dimensions !== null) return new Set(Object.values(analysis.dimensions).flatMap((dimension) => dimension.missing));
  const all = Object.values(DIMENSIONS).flat() as CheckName[];
  return new Set(all.filter((check) => check !== 'clarity' && check !== 'answer' && (check !== 'acknowledge_feeling' || UPSET.has(emotion))));
}

type Theirs = Pick<Variables, 'first_name' | 'name' | 'greeting_name' | 'you' | 'form' | 'matter'>;
interface AskedFor {
  readonly language: Language;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly form: ReturnType<typeof usualForm>;
}
/** The customer last asked about: while a reply is typed they stay who they are. */
let last: { readonly asked: AskedFor; readonly theirs: Theirs } | null = null;
function theirsOf(asked: AskedFor): Theirs {
  const { language, customer, customerName, form } = asked;
  if (last?.asked.language === language && last.asked.customer === customer && last.asked.customerName === customerName && last.asked.form === form) return last.theirs;
  const named = fromName(customerName, language, form);
  const theirs: Theirs = { ...named, you: named.you ?? (customer === null ? null : genderIn(language, customer)), matter: customer === null ? null : matterOf(language, customer) };
  last = { asked, theirs };
  return theirs;
}

/** What phrases are filled with for this reply: who the customer is, what it is about, how they are addressed. */
export function variablesOf({ language, draft, customer, customerName, agent, variables }: Omit<SuggestInput, 'analysis' | 'lastUsed'>): Variables {
  const form = draft === null ? null : usualForm(addressesIn(language, draft, customerName));
  return { ...theirsOf({ language, customer, customerName, form }), agent: agent?.name ?? null, me: agent?.gender ?? null, ...variables };
}
