/** What teams share: phrases, found by a few letters, filled with what is known, and offered where a draft lacks them. */
import type { KnownPhrase } from '../rules';
import type { CheckName, Emotion, StakeKind } from '../language';
import { fill } from './fill';
import type { Variables } from './fill';
import { Searcher } from './search';
import type { Hits, SearchContext } from './search';
import { warmVarieties } from './left';
import { suggest } from './suggest';
import type { SuggestInput } from './suggest';
import type { Phrase, Suggestion } from './types';

export * from './types';
export { fill, firstNameOf, fromName } from './fill';
export type { Gender, TextForm, Variables } from './fill';
export type { Hit, Hits, SearchContext } from './search';
export { aboutCustomer, ownUses } from './fitting';
export { holesOf, missingIn, outlined, withGiven } from './holes';
export type { Hole, HoleName, Piece } from './holes';
export { shortcutAt, TRIGGER_MOST, TRIGGER_PROBLEMS, triggerAt, triggerProblem, USUAL_TRIGGER } from './trigger';
export type { TriggerProblem } from './trigger';
export { variablesOf } from './suggest';
export { foreignLanguages, LEFT_KINDS, LEFT_VARIABLES, leftIn, ruleOfLeft, tellLeft } from './left';
export type { Left, LeftInput, LeftKind } from './left';
export type { About, OwnUse, Reason, UseRecord } from './fitting';
export type { SuggestInput } from './suggest';

export interface Phrases {
  readonly all: readonly Phrase[];
  get(id: string): Phrase | null;
  /** By title, tags, shortcut and text; best first. An empty query gives all of the language, the recent ones first. */
  search(query: string, context?: SearchContext): Phrase[];
  /** The same with why each stands there, and how many there are. The same `context` object asked again is answered faster. */
  find(query: string, context: SearchContext): Hits;
  /** The phrase of that very shortcut in that language, or null. */
  byShortcut(shortcut: string, lang: Phrase['lang']): Phrase | null;
  /** Indexes up to `most` phrases more, for the search and for telling varieties apart, in a moment nobody waits; the first question does what is left. true when done. */
  warm(most: number): boolean;
  /** null where a variable has neither value nor fallback. */
  fill(phrase: Phrase, variables: Variables): string | null;
  /** At most five for this draft and this customer, best first. */
  suggest(input: SuggestInput): Suggestion[];
}

/** Makes a library of the phrases of one or more languages, indexed once. */
export function createPhrases(known: readonly KnownPhrase[]): Phrases {
  const all = known.map(toPhrase);
  const searcher = new Searcher(all);
  const byId = new Map(all.map((phrase) => [phrase.id, phrase]));
  return {
    all,
    get: (id) => byId.get(id) ?? null,
    search: (query, context = {}) => searcher.find(query, context).hits.map(({ phrase }) => phrase),
    find: (query, context) => searcher.find(query, context),
    byShortcut: (shortcut, lang) => searcher.byShortcut(shortcut, lang),
    warm: (most) => searcher.warm(most) && warmVarieties(all, most),
    fill,
    suggest: (input) => suggest(all, input),
  };
}

function toPhrase({ id, lang, title, emotions, stakes, situations, gives, at, tags, shortcut, text, needs = [], words, offer, origin }: KnownPhrase): Phrase {
  return {
    id, lang, title, at, tags, shortcut, text, gives: gives as readonly CheckName[], needs, words: words === true, suggested: offer !== 'search', origin: origin ?? null,
    for: { emotions: emotions as readonly Emotion[], stakes: stakes as readonly StakeKind[], situations },
  };
}
