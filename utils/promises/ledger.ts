/** The life of a promise in the ledger, as a pure state machine. `messages` takes its types from here or states the same. */
import type { Lang } from '../language';
import type { Due, PromiseKind } from './types';

export const LEDGER_STATUSES = ['tentative', 'open', 'kept', 'moved', 'broken', 'dropped', 'handed-over'] as const;
export type LedgerStatus = (typeof LEDGER_STATUSES)[number];
export const RING_STAGES = ['before', 'due', 'overdue'] as const;
export type RingStage = (typeof RING_STAGES)[number];

export type LedgerEvent = 'noticed' | 'confirmed' | 'sent' | 'moved' | 'snoozed' | 'kept' | 'broken' | 'dropped' | 'handed-over' | 'reopened' | 'rang' | 'edited';
export interface LedgerHistory {
  /** ISO instant. */
  readonly at: string;
  readonly what: LedgerEvent;
  readonly detail?: string;
}

export interface LedgerRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: LedgerStatus;
  readonly kind: PromiseKind;
  readonly text: string;
  readonly lang: Lang;
  readonly conditional: boolean;
  readonly due: Due | null;
  readonly alternatives: readonly Due[];
  readonly zone: string;
  readonly conversation: { readonly host: string; readonly id: string; readonly url: string; readonly title: string | null } | null;
  readonly customer: { readonly name: string | null; readonly address: string | null } | null;
  readonly rang: readonly RingStage[];
  readonly snoozedUntil: string | null;
  readonly previous: string | null;
  readonly history: readonly LedgerHistory[];
}
export type LedgerDraft = Pick<LedgerRecord, 'id' | 'kind' | 'text' | 'lang' | 'conditional' | 'due' | 'alternatives' | 'zone' | 'conversation' | 'customer'> & {
  readonly status: 'open' | 'tentative';
};

export type LedgerChange =
  | { readonly do: 'keep' } | { readonly do: 'break' } | { readonly do: 'drop' } | { readonly do: 'reopen' }
  | { readonly do: 'confirm'; readonly due: Due | null }
  | { readonly do: 'move'; readonly due: Due }
  | { readonly do: 'snooze'; readonly until: string }
  | { readonly do: 'hand-over'; readonly to: string }
  | { readonly do: 'sent' }
  | { readonly do: 'ring'; readonly stage: RingStage }
  /** A later promise takes its place; that one names it as `previous`. */
  | { readonly do: 'replace'; readonly by: string };

/** A change that can't be made to a promise in its state. Nothing was changed. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  constructor(readonly id: string, readonly status: LedgerStatus, readonly change: LedgerChange['do'], reason: string) {
    super(`promise ${id} is ${status}: cannot ${change} (${reason})`);
  }
}

export function isClosed(status: LedgerStatus): boolean {
  return status !== 'tentative' && status !== 'open';
}

/** A new record. @param now ISO instant. @param previous the promise it takes the place of. */
export function begin(draft: LedgerDraft, now: string, previous: string | null = null): LedgerRecord {
  const first: LedgerHistory = { at: now, what: draft.status === 'open' ? 'confirmed' : 'noticed' };
  return { ...draft, createdAt: now, updatedAt: now, rang: [], snoozedUntil: null, previous, history: [first] };
}

/** Statuses a change leads to; what keeps the status is not in it. */
const LEADS_TO: Readonly<Partial<Record<LedgerChange['do'], LedgerStatus>>> = {
  keep: 'kept', break: 'broken', drop: 'dropped', reopen: 'open', confirm: 'open', move: 'open', 'hand-over': 'handed-over', sent: 'open', replace: 'moved',
};
const EVENTS: Readonly<Record<LedgerChange['do'], LedgerEvent>> = {
  keep: 'kept', break: 'broken', drop: 'dropped', reopen: 'reopened', confirm: 'confirmed', move: 'moved', snooze: 'snoozed',
  'hand-over': 'handed-over', sent: 'sent', ring: 'rang', replace: 'moved',
};

function detailOf(record: LedgerRecord, change: LedgerChange): string | null {
  switch (change.do) {
    case 'move': return record.due?.end ?? null;
    case 'snooze': return change.until;
    case 'hand-over': return change.to;
    case 'ring': return change.stage;
    case 'replace': return change.by;
    default: return null;
  }
}

/** Null where the change can be made, else why not. */
function objection(record: LedgerRecord, change: LedgerChange, now: string): string | null {
  if (change.do === 'reopen') return isClosed(record.status) ? null : 'it is not closed';
  if (isClosed(record.status)) return 'it is closed; reopen it first';
  if (change.do === 'snooze' && Temporal.Instant.compare(change.until, now) <= 0) return 'that moment is past';
  if (change.do === 'hand-over' && change.to.trim() === '') return 'no name is given';
  if (change.do === 'ring' && record.rang.includes(change.stage)) return `it has rung for ${change.stage}`;
  if ((change.do === 'move' || change.do === 'confirm') && change.due && Temporal.Instant.compare(change.due.start, change.due.end) > 0) return 'its end is before its start';
  return null;
}

/**
 * The record after a change, history grown by one line. @param now ISO instant.
 * @throws LedgerError where the record's state does not allow it; RangeError where an instant can't be read.
 */
export function apply(record: LedgerRecord, change: LedgerChange, now: string): LedgerRecord {
  const reason = objection(record, change, now);
  if (reason !== null) throw new LedgerError(record.id, record.status, change.do, reason);
  const detail = detailOf(record, change);
  const entry: LedgerHistory = { at: now, what: EVENTS[change.do], ...(detail === null ? {} : { detail }) };
  const next: LedgerRecord = { ...record, status: LEADS_TO[change.do] ?? record.status, updatedAt: now, history: [...record.history, entry] };
  switch (change.do) {
    case 'confirm': return sameDue(record.due, change.due) ? next : { ...next, due: change.due, alternatives: [], rang: [], snoozedUntil: null };
    case 'move': return { ...next, due: change.due, alternatives: [], rang: [], snoozedUntil: null };
    case 'reopen': return { ...next, rang: [], snoozedUntil: null };
    case 'snooze': return { ...next, snoozedUntil: change.until };
    case 'ring': return { ...next, rang: [...record.rang, change.stage] };
    case 'sent': return next;
    default: return { ...next, snoozedUntil: null };
  }
}

function sameDue(a: Due | null, b: Due | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end && a.precision === b.precision);
}

/** Where a promise stands at a moment: its status, or due / overdue for one that is open. @param now ISO instant. */
export function standing(record: LedgerRecord, now: string): LedgerStatus | 'due' | 'overdue' {
  if (record.status !== 'open' || !record.due) return record.status;
  if (Temporal.Instant.compare(record.due.end, now) < 0) return 'overdue';
  // A deadline ("by Friday") runs from now: it is due on its end; a window from its start.
  const { start, end, precision } = record.due;
  const from = precision === 'minute' || start === end ? end : start;
  return Temporal.Instant.compare(from, now) <= 0 ? 'due' : 'open';
}
