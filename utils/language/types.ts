/**
 * The words of the field, shared by the engine and everything that shows its findings.
 * Every offset is a UTF-16 code unit of the text it belongs to, end exclusive.
 */

import type { Language } from './parsed';

/** The languages that are equals here. `pt-BR` and `pt-PT` share one knowledge asset. */
export type Lang = 'en' | 'pt-BR' | 'pt-PT' | 'pl';
/** The knowledge assets: one per language folder that is compiled. */
export type AssetName = 'en' | 'pt' | 'pl';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const EMOTIONS = ['calm', 'frustrated', 'angry', 'anxious', 'confused', 'disappointed', 'grateful'] as const;
export type Emotion = (typeof EMOTIONS)[number];

export const STAKES = ['deadline', 'repeat', 'wait', 'money', 'access', 'safety'] as const;
export type StakeKind = (typeof STAKES)[number];

export const CATEGORIES = [
  'jargon', 'robotic', 'blame', 'dismissive', 'sarcasm', 'negative', 'binding', 'bias', 'complexity', 'address', 'heat',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const DIMENSIONS = {
  matter: ['answer', 'next_step', 'clarity'],
  person: ['greeting_name', 'acknowledge_feeling', 'own_words', 'courtesy', 'warm_close', 'ownership'],
  process: ['what_next', 'by_when', 'who', 'follow_up_offer'],
} as const;
export type DimensionName = keyof typeof DIMENSIONS;
export type CheckName = (typeof DIMENSIONS)[DimensionName][number];

export interface Cue extends Span {
  readonly emotion: Emotion;
}
export interface Stake extends Span {
  readonly kind: StakeKind;
}
/** A question or a request for information or action in the customer's message. */
export interface Question extends Span {
  /** true: answered, done, declined or taken up with a concrete timed promise; null where there is no draft. */
  readonly answered: boolean | null;
}

/** What the customer's message says. Offsets are into the customer's message. */
export interface Reading {
  readonly emotion: Emotion;
  readonly emotions: Readonly<Record<Emotion, number>>;
  readonly cues: readonly Cue[];
  readonly stakes: readonly Stake[];
  readonly questions: readonly Question[];
}

/** One mark on the draft. Offsets are into the draft. */
export interface Finding extends Span {
  readonly rule: string;
  readonly category: Category;
  /** What the customer will hear, one sentence, in the draft's language. */
  readonly message: string;
  /** Replacements for exactly [start, end), best first; may be empty. */
  readonly suggestions: readonly string[];
}

export interface Dimension {
  /** present / (present + missing); 1 where nothing applies. */
  readonly score: number;
  readonly present: readonly CheckName[];
  readonly missing: readonly CheckName[];
  /** Where in the draft each present check was seen (draft offsets); a check without a place has none. */
  readonly evidence: Readonly<Partial<Record<CheckName, readonly Span[]>>>;
}
export type Dimensions = Readonly<Record<DimensionName, Dimension>>;

/** What `analyse` needs to know of a promise; `promises` hands over more than this. */
export interface PromiseLike extends Span {
  readonly deferred: boolean;
  readonly conditional: boolean;
  readonly due: { readonly start: string; readonly end: string } | null;
  readonly dueSpan: Span | null;
  /** callback, reply, send, …: tells what is concrete and what is a follow-up. */
  readonly kind?: string;
}

export interface AnalyseInput {
  readonly draft: string | null;
  readonly customer: string | null;
  readonly customerName: string | null;
  /** Promises already found in the draft by `promises.find`. */
  readonly promises: readonly PromiseLike[];
  /**
   * The customer's language where it is not the draft's: their message is then read in it, and whether the draft answers is told by
   * numbers, names, the kind of question and promises, words being no guide. Without it, the message is read as the draft is.
   */
  readonly customerLanguage?: Language | null;
  /** Rule ids the agent silenced. */
  readonly silenced?: ReadonlySet<string>;
  /** Terms the agent taught, folded: never marked as jargon or as shouting. */
  readonly taught?: ReadonlySet<string>;
}

/** What no word of the draft is to blame for: told in the panel alone. */
export interface Hint extends Span {
  /** piled: more than two sentences of sympathy in a row. interrupts: sympathy between two steps. */
  readonly kind: 'piled' | 'interrupts';
  /** One sentence, in the draft's language. */
  readonly message: string;
}

export interface Analysis {
  readonly lang: Lang;
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  readonly dimensions: Dimensions | null;
  /** Offsets are into the draft; none without one. */
  readonly hints?: readonly Hint[];
}
