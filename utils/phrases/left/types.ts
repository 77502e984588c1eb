/** What was left in a draft that should not go out as it stands. */
import type { Lang, Span } from '../../language';

/**
 * hole: a place nobody filled in. no_name: a greeting whose name is gone. other_name: a greeting of somebody else.
 * other_variety: a phrase of the library in another language, or in the other Portuguese.
 */
export const LEFT_KINDS = ['hole', 'no_name', 'other_name', 'other_variety'] as const;
export type LeftKind = (typeof LEFT_KINDS)[number];

/** Variables a hole may be told to stand for. */
export const LEFT_VARIABLES = ['first_name', 'name', 'greeting_name', 'matter', 'agent', 'ticket', 'product', 'promise', 'date', 'me', 'you', 'form'] as const;

/** One such place. Offsets are into the draft. */
export interface Left extends Span {
  readonly kind: LeftKind;
  /** What could stand in exactly [start, end) instead, best first; may be empty. */
  readonly suggestions: readonly string[];
  /** hole: the variable (one of LEFT_VARIABLES) or null. no_name, other_name: what this customer is called, or null. other_variety: the language of the phrase. */
  readonly about: string | null;
}

/** `other_variety` alone: the language the reply is in. */
export interface LeftVariety extends Left {
  readonly kind: 'other_variety';
  readonly about: Lang;
}

/** What a mark of this kind is called where marks are told apart by name: dismissing one does not dismiss the others. */
export const ruleOfLeft = ({ kind }: Pick<Left, 'kind'>): string => `fill.${kind}`;
