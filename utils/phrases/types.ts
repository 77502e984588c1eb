import type { CheckName, Emotion, Lang, StakeKind } from '../language';

/** A phrase offered for this draft and this customer, variables filled. */
export interface Suggestion {
  readonly phrase: string;
  readonly text: string;
  /** Why it is offered, one short sentence in the draft's language. */
  readonly why: string;
  /** Checks it would satisfy. */
  readonly gives: readonly CheckName[];
}

export interface Phrase {
  readonly id: string;
  readonly lang: Lang | 'pt';
  readonly title: string;
  readonly for: {
    readonly emotions: readonly Emotion[];
    readonly stakes: readonly StakeKind[];
    readonly situations: readonly string[];
  };
  readonly gives: readonly CheckName[];
  readonly at: 'start' | 'middle' | 'end';
  readonly tags: readonly string[];
  readonly shortcut: string | null;
  /** One text, or one by form of address. */
  readonly text: string | Readonly<Record<string, string>>;
  /** Evidence the customer's message must show before the phrase is suggested: of each group one. */
  readonly needs: readonly (readonly string[])[];
  /** Words of its own must be found there too. */
  readonly words: boolean;
  /** The pack it comes from; null: it came with the extension. */
  readonly origin: string | null;
  /** false: found by search, never suggested. */
  readonly suggested: boolean;
}
