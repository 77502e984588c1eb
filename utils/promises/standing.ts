import type { PromiseRecord, PromiseStatus } from './ledger';

/**
 * How a promise stands at a moment: its status in the ledger, with what only the time tells.
 * noticed: found in a draft, and not in the ledger. tentative: likely sent, and nobody has confirmed it.
 * due: its day has come, or its window is open. overdue: its window is over.
 */
export type Standing = 'noticed' | 'due' | 'overdue' | PromiseStatus;

/**
 * The standing of a promise at `now` (ISO instant). A day is meant as the clocks of the record's zone show it. A window that was open
 * when the promise was given ("by Friday") is due on its last day alone; one that opened later ("next week") from its start on.
 * @param record null: found in a draft, and not in the ledger.
 */
export function standing(record: PromiseRecord | null, now: string): Standing {
  if (record === null) return 'noticed';
  const { due } = record;
  if (record.status !== 'open' || due === null) return record.status;
  const at = Temporal.Instant.from(now);
  const [start, end] = [Temporal.Instant.from(due.start), Temporal.Instant.from(due.end)];
  if (Temporal.Instant.compare(at, end) > 0) return 'overdue';
  const dayOf = (instant: Temporal.Instant): Temporal.PlainDate => instant.toZonedDateTimeISO(record.zone).toPlainDate();
  if (dayOf(at).equals(dayOf(end))) return 'due';
  const opensLater = Temporal.Instant.compare(start, Temporal.Instant.from(record.createdAt)) > 0;
  return opensLater && Temporal.Instant.compare(at, start) >= 0 ? 'due' : 'open';
}
