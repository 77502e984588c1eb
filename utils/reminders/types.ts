/** Stages at which a reminder rings, in order. */
export type Stage = 'before' | 'due' | 'overdue';

/** What a reminder needs to know of a promise; the ledger's records are more than this. */
export interface Remindable {
  readonly id: string;
  /** Only `open` and `tentative` ring: a promise sent unconfirmed was given all the same. */
  readonly status: string;
  readonly kind: string;
  /** ISO instant at which the promise was given; a stage before it does not exist. */
  readonly createdAt: string;
  readonly due: { readonly start: string; readonly end: string; readonly precision: string } | null;
  /** IANA zone in which "that morning" is meant. */
  readonly zone: string;
  /** Stages that have rung. */
  readonly rang: readonly Stage[];
  /** ISO instant until which it is quiet, or null. */
  readonly snoozedUntil: string | null;
}

export interface ReminderSettings {
  /** Working hours, local wall clock "HH:MM". */
  readonly hours: { readonly start: string; readonly end: string };
}

export interface Ring {
  readonly id: string;
  readonly stage: Stage;
}

export interface Plan {
  /** What is to ring now, a promise's stages in order. A later stage overtakes the earlier ones of the same promise. */
  readonly ring: readonly Ring[];
  /** ISO instant at which to ask again, or null where nothing more will ring. */
  readonly wake: string | null;
}
