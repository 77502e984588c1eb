/**
 * Stages at which a reminder rings, in order. again-1 … again-5: on working mornings, for as long as it stays open after it was
 * overdue. Each rings once for a due date, so each has a name of its own.
 */
export const STAGES = ['before', 'due', 'overdue', 'again-1', 'again-2', 'again-3', 'again-4', 'again-5'] as const;
export type Stage = (typeof STAGES)[number];

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
  /** Of the ledger's history the rings are looked at: a promise rings again on the morning after it last rang. */
  readonly history?: readonly { readonly at: string; readonly what: string; readonly detail?: string }[];
}

export interface ReminderSettings {
  /** Working hours, local wall clock "HH:MM"; ISO weekdays, every day where they are left out. */
  readonly hours: { readonly days?: readonly number[]; readonly start: string; readonly end: string };
  /** ISO dates on which nobody works: no overdue promise rings again on them. */
  readonly daysOff?: ReadonlySet<string>;
  readonly reminders?: {
    /** Minutes of warning before a moment, by kind of promise; 0 for none. What is absent takes `DEFAULT_LEAD`. */
    readonly lead: Readonly<Partial<Record<string, number>>>;
    /** Local wall clock "HH:MM" of the promise's zone, over midnight too; what would ring from `start` on waits for `end`. */
    readonly quiet: { readonly start: string; readonly end: string } | null;
  };
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
