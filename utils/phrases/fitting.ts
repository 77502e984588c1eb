/** How well phrases suit this customer and this agent, apart from what is typed; and the one reason that is told. */
import type { Analysis, Emotion, Language, StakeKind } from '../language';
import { shownIn, toneOf } from './evidence';
import type { Phrase } from './types';

/** What is known of the customer a phrase would go to. */
export interface About {
  readonly emotion: Emotion;
  /** Stakes and situations their message shows. */
  readonly shown: ReadonlySet<string>;
}

/** null where no message of theirs was read: then no phrase suits better than another. */
export function aboutCustomer(analysis: Analysis, language: Language, customer: string | null, draft: string | null): About | null {
  if (customer === null || analysis.reading === null) return null;
  const shown = shownIn(analysis, language, customer, draft);
  return { emotion: toneOf(analysis, shown), shown };
}

/** The agent's own use of a phrase. */
export interface OwnUse {
  /** 0 never to 1 all the time and just now; see `ownUses`. */
  readonly weight: number;
  readonly favourite: boolean;
}
export interface UseRecord {
  readonly phrase: string;
  readonly count: number;
  /** ISO instant of the last use, or null. */
  readonly last: string | null;
  readonly favourite: boolean;
}

const HOUR_MS = 3_600_000;
/** After so many hours a use counts half: what was said every day a month ago gives way to what is said now. */
const HALF_LIFE_HOURS = 24 * 14;
/** Uses from which more make no difference. */
const PLENTY = 30;

/** Own use by phrase, as it counts at `now` (ISO instant): often and of late weighs most. */
export function ownUses(records: readonly UseRecord[], now: string): ReadonlyMap<string, OwnUse> {
  const at = Temporal.Instant.from(now).epochMilliseconds;
  return new Map(records.map(({ phrase, count, last, favourite }) => {
    const hours = last === null ? Infinity : Math.max(0, at - Temporal.Instant.from(last).epochMilliseconds) / HOUR_MS;
    const often = Math.log2(1 + Math.min(count, PLENTY)) / Math.log2(1 + PLENTY);
    return [phrase, { weight: often * 2 ** (-hours / HALF_LIFE_HOURS), favourite }];
  }));
}

/** Why a phrase stands where it stands. `stake` and `emotion` are the customer's; `text` is a sentence in the draft's language. */
export type Reason =
  | { readonly is: 'missing'; readonly text: string }
  | { readonly is: 'favourite' }
  | { readonly is: 'used' }
  | { readonly is: 'stake'; readonly stake: StakeKind }
  | { readonly is: 'emotion'; readonly emotion: Emotion }
  | { readonly is: 'situation' };

/** From this weight on a phrase is called often used. */
const OFTEN = 0.25;

export interface Suited {
  readonly about?: About | null;
  readonly own?: ReadonlyMap<string, OwnUse>;
  /** Ids this customer got last time: offered last. */
  readonly said?: readonly string[];
  /** Suggestions for this reply, best first, each with its reason. */
  readonly offered?: readonly { readonly phrase: string; readonly why: string }[];
}

/** Worth of suiting this customer, between about -3 and 6. A phrase for another feeling, or about what nobody wrote of, falls behind. */
export function suits(phrase: Phrase, about: About | null | undefined): number {
  if (!about) return 0;
  const { emotions, stakes, situations } = phrase.for;
  const { emotion, shown } = about;
  let worth = emotions.length === 0 ? 0 : emotions.includes(emotion) ? (emotions.length < 3 ? 2 : 1.5) : -1.5;
  if (stakes.some((name) => shown.has(name))) worth += 1.2;
  if (situations.some((name) => shown.has(name))) worth += 1;
  for (const group of phrase.needs) worth += group.some((name) => shown.has(name)) ? 1.2 : -0.8;
  if (phrase.words) worth += shown.has(`phrase:${phrase.id}`) ? 1.3 : -0.8;
  return worth;
}

/** The agent's own habit, between 0 and 7; with words typed it decides between equals, without them it leads. */
export function habit(use: OwnUse | undefined): number {
  return use === undefined ? 0 : use.weight * 4 + (use.favourite ? 3 : 0);
}

/** The one reason worth telling, the strongest first; null where only the typed words speak for it. */
export function reasonFor(phrase: Phrase, { about, own, offered }: Suited): Reason | null {
  const missing = offered?.find((offer) => offer.phrase === phrase.id);
  if (missing) return { is: 'missing', text: missing.why };
  const use = own?.get(phrase.id);
  if (use?.favourite) return { is: 'favourite' };
  if (use !== undefined && use.weight >= OFTEN) return { is: 'used' };
  if (!about || suits(phrase, about) <= 1) return null;
  const stake = phrase.for.stakes.find((name) => about.shown.has(name));
  if (stake !== undefined) return { is: 'stake', stake };
  if (phrase.for.emotions.includes(about.emotion)) return { is: 'emotion', emotion: about.emotion };
  return phrase.needs.some((group) => group.some((name) => about.shown.has(name))) ? { is: 'situation' } : null;
}
