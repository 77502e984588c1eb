/** What the customer's message shows, and the draft: a phrase speaks of nothing else. */
import type { Analysis, Emotion, Language, StakeKind } from '../language';
import type { Phrase } from './types';

/** What a stake is called among the situations. */
const BY_STAKE: Readonly<Partial<Record<StakeKind, string>>> = { repeat: 'repeat-contact', wait: 'waiting', deadline: 'deadline-at-risk' };
/** Of every reply, or for the agent to choose: they need no proof. */
const ALWAYS: readonly string[] = ['holding', 'opening', 'closing', 'clarify', 'self-service', 'other-channel', 'handover'];

/** What nobody writes of with an easy mind, however calm the words. */
const TROUBLE: readonly string[] = ['safety', 'access', 'repeat', 'wait', 'lost', 'damaged', 'double-charge', 'security', 'no-answer', 'broken-promise', 'missed-visit'];

/** The feeling to answer: calm words about an outage get no "Have a lovely day". */
export function toneOf({ reading }: Analysis, shown: ReadonlySet<string>): Emotion {
  const emotion = reading?.emotion ?? 'calm';
  return emotion === 'calm' && TROUBLE.some((name) => shown.has(name)) ? 'frustrated' : emotion;
}

/** Names of stakes and situations, and `phrase:` with an id where words that a phrase needs were found. */
export function shownIn({ reading }: Analysis, language: Language, customer: string | null, draft: string | null): ReadonlySet<string> {
  const shown = new Set<string>(ALWAYS);
  for (const { kind } of reading?.stakes ?? []) {
    shown.add(kind);
    const situation = BY_STAKE[kind];
    if (situation !== undefined) shown.add(situation);
  }
  if (customer !== null) {
    const parsed = language.parse(customer);
    for (const hit of parsed.hits('situation')) if (parsed.sentences[hit.sentence]?.quoted === false) shown.add(hit.mark);
  }
  // A plundered account endangers money; nobody need leave the house for it.
  if (shown.has('security')) shown.delete('safety');
  if (reading?.emotion === 'angry') shown.add('de-escalate');
  if (reading?.emotion === 'grateful') shown.add('thanks-feedback');
  if (draft !== null) {
    const checks = new Set(language.parse(draft).hits('check').map((hit) => hit.mark));
    if (checks.has('decline')) shown.add('cannot');
    if (checks.has('solved')) for (const situation of ['after-resolution', 'ask-feedback', 'extra-mile']) shown.add(situation);
  }
  return shown;
}

/**
 * May this phrase be said to this customer at all? What it needs must be shown, every group; what it is made for must be met:
 * of its emotions one, of its stakes one, of its situations one.
 */
export function fits(phrase: Phrase, emotion: Emotion, shown: ReadonlySet<string>): boolean {
  if (!phrase.suggested || (phrase.words && !shown.has(`phrase:${phrase.id}`))) return false;
  if (!phrase.needs.every((group) => group.some((name) => shown.has(name)))) return false;
  const { emotions, stakes, situations } = phrase.for;
  const met = (names: readonly string[]): boolean => names.length === 0 || names.some((name) => shown.has(name));
  return (emotions.length === 0 || emotions.includes(emotion)) && met(stakes) && met(situations);
}

/** Stakes that many messages show say less than what happened: "damaged" before "a long wait". */
const TELLING: Readonly<Record<string, number>> = { wait: 0.8, money: 0.8, deadline: 1, delay: 1, 'not-working': 0.9, repeat: 1.2, 'double-charge': 2 };

/** How closely a phrase that fits is cut for this customer: what it asks for is what sets it apart. */
export function closeness(phrase: Phrase): number {
  const { emotions, stakes, situations } = phrase.for;
  const own = situations.filter((name) => !ALWAYS.includes(name)).length;
  // Where somebody may come to harm, nothing else is said first.
  const first = phrase.needs.some((group) => group.includes('safety')) ? 2 : 0;
  const needs = phrase.needs.reduce((sum, group) => sum + Math.min(...group.map((name) => TELLING[name] ?? 1.1)), 0);
  return first + needs + (phrase.words ? 1.3 : 0) + (stakes.length > 0 ? 0.7 : 0) + (own > 0 ? 0.7 : 0)
    + (emotions.length === 0 ? 0 : emotions.length === 1 ? 0.8 : 0.4);
}
