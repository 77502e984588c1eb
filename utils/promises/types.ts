import type { Lang, Span } from '../language';

/** What is promised; the values and their bounds are those of the command line's contract. */
export const PROMISE_KINDS = ['callback', 'reply', 'send', 'refund', 'fix', 'check', 'visit', 'other'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

export type Precision = 'minute' | 'hour' | 'part_of_day' | 'day' | 'week' | 'month';

/** A window in which a promise falls due. ISO 8601 instants with offset ("2026-12-04T15:00:00+00:00"). */
export interface Due {
  readonly start: string;
  readonly end: string;
  readonly precision: Precision;
}

/** A promise found in a draft. Offsets are UTF-16 code units of the draft. */
export interface FoundPromise extends Span {
  readonly kind: PromiseKind;
  /** Outlives the conversation ("I'll call tomorrow"), against what is done while writing ("one moment"). */
  readonly deferred: boolean;
  readonly conditional: boolean;
  readonly due: Due | null;
  readonly dueSpan: Span | null;
  /** Further readings of the time where people differ; the interface asks. */
  readonly alternatives: readonly Due[];
  /** 0..1 */
  readonly confidence: number;
  /** A time was named that is no time: "soon", "em breve", "wkrótce". */
  readonly vague: boolean;
  /** Why a time that was said has no date. */
  readonly doubt?: Doubt;
}

/**
 * weekday-date: "Friday the 4th" where the 4th is no Friday, "tomorrow, Friday" on a Wednesday. day-month: "3/12", read two ways. past: it is over, or none to come.
 */
export type Doubt = 'weekday-date' | 'day-month' | 'past';

/** Working hours: ISO weekdays (1 Monday … 7 Sunday), local wall clock "HH:MM". */
export interface WorkingHours {
  readonly days: readonly number[];
  readonly start: string;
  readonly end: string;
}

/** Where and when the draft is written: everything a reading of time depends on. */
export interface Clock {
  /** ISO instant with offset or Z. */
  readonly now: string;
  /** IANA zone, "Europe/Lisbon". */
  readonly zone: string;
  readonly hours: WorkingHours;
  /** ISO dates ("2026-12-25") on which nobody works. */
  readonly holidays: ReadonlySet<string>;
}

/**
 * A time as it was said, before it is resolved: what the language parsers (`dates/<language>.ts`) hand to `resolve`.
 * They know words; `resolve` knows calendars. A parser that is not sure says nothing.
 */
export type DayExpr =
  | { readonly type: 'today' }
  /** Tomorrow = 1. `or`: "daqui a oito dias" is in eight days, and for many in a week. */
  | { readonly type: 'offset'; readonly days: number; readonly or?: number }
  | { readonly type: 'weekday'; readonly weekday: number; readonly which: 'next' | 'this' | 'nearest' | 'of-next-week';
      /** Weeks after that: "Monday week", "a week from Monday" = 1. */
      readonly weeks?: number;
      /** Said beyond doubt ("Tuesday of next week", "Monday of this week"): no other reading to offer. */
      readonly sure?: boolean }
  // which: 'next' bare weekday (the next one after today); 'of-next-week' "next Tuesday", "w przyszły wtorek";
  // 'nearest' "na próxima terça", "w najbliższy wtorek" (the other reading goes to alternatives); 'this' "this Friday"
  | { readonly type: 'date'; readonly day: number; readonly month: number | null; readonly year: number | null; readonly weekday?: number;
      /** "The 15th of next month", where no month is named. */
      readonly nextMonth?: boolean;
      /** "3/12" where both orders are used: the reading with day and month changed about. */
      readonly either?: { readonly day: number; readonly month: number } }
  /** The same day named twice, "tomorrow, Thursday 19 November": where the two differ, neither is taken. */
  | { readonly type: 'twice'; readonly first: DayExpr; readonly second: DayExpr }
  | { readonly type: 'next-business-day' }
  | { readonly type: 'end-of-week' } | { readonly type: 'end-of-month' }
  | { readonly type: 'same-day' };                                           // the day of the promise before

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'business-day' | 'business-hour';

export type TimeExpr =
  /** A clock time. `meridiem` null and hour ≤ 12: a bare hour, resolved towards working hours. */
  | { readonly type: 'clock'; readonly hour: number; readonly minute: number; readonly meridiem: 'am' | 'pm' | '24' | null;
      readonly how: 'at' | 'around' | 'by' | 'after'; readonly day: DayExpr | null; readonly part: PartOfDay | null;
      /** IANA zone where one is named: "3 pm ET", "horário de Brasília". */
      readonly zone?: string }
  /** Between two clock times. */
  | { readonly type: 'range'; readonly from: ClockTime; readonly to: ClockTime; readonly day: DayExpr | null; readonly part: PartOfDay | null;
      readonly zone?: string }
  /** A whole day, or up to it; `before`: "before Friday", so Thursday is the last. */
  | { readonly type: 'day'; readonly how: 'on' | 'by'; readonly day: DayExpr; readonly before?: true }
  /** Between two days: "between Monday and Wednesday". */
  | { readonly type: 'days'; readonly from: DayExpr; readonly to: DayExpr }
  | { readonly type: 'part'; readonly part: PartOfDay | 'end-of-day' | 'before-noon' | 'first-thing' | 'noon'; readonly how: 'in' | 'by'; readonly day: DayExpr | null }
  /**
   * "in two hours" (how 'in'), "within 24 hours" (how 'within'); `few` for "in a few minutes" (amount is then not looked at).
   * "in 3 to 5 days": amount 5, least 3.
   */
  | { readonly type: 'duration'; readonly amount: number; readonly unit: Unit; readonly how: 'in' | 'within'; readonly few?: boolean;
      readonly least?: number }
  | { readonly type: 'week'; readonly which: 'this' | 'next'; readonly how: 'in' | 'by';
      /** Weeks after that: "the week after next" = 1. */
      readonly later?: number }
  /** Saturday and Sunday. */
  | { readonly type: 'weekend'; readonly which: 'this' | 'next' }
  | { readonly type: 'month'; readonly month: number | 'this' | 'next'; readonly year: number | null; readonly how: 'in' | 'by' }
  /** "soon": due stays null. */
  | { readonly type: 'vague' }
  /** A time that can't be said in these terms ("mid-January", "in a few days"): due stays null, and nothing shorter is read. */
  | { readonly type: 'unclear';
      /** Counted from something that is yet to happen: "2 business days after we get the papers". */
      readonly counted?: boolean };

export interface ClockTime { readonly hour: number; readonly minute: number; readonly meridiem: 'am' | 'pm' | '24' | null }
export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** A time expression at its place in the text. */
export interface FoundTime extends Span {
  readonly expr: TimeExpr;
}

export type { Lang };
