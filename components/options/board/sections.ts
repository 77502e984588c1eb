import { daysAway, urgency } from '../../shared';
import type { Here } from '../../shared';
import type { PromiseRecord } from '../../../utils/messages/protocol';

export const GROUPS = ['sent', 'overdue', 'today', 'week', 'later', 'undated'] as const;
export type Group = (typeof GROUPS)[number];

/** A titled stretch of the list. `of` says what `name` names: a group, a customer ('' for none), a month ("2026-12"). */
export interface Stretch {
  readonly of: 'group' | 'customer' | 'month';
  readonly name: string;
  readonly rows: readonly PromiseRecord[];
}

/** The group a promise stands in: sent unconfirmed, else by the end of its window, in the reader's zone; a week ends on Sunday. */
export function groupOf(promise: PromiseRecord, here: Here): Group {
  if (promise.status === 'tentative') return 'sent';
  if (!promise.due) return 'undated';
  if (urgency(promise.due, here) === 'late') return 'overdue';
  const days = daysAway(promise.due.end, here);
  if (days <= 0) return 'today';
  const today = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).dayOfWeek;
  return days <= 7 - today ? 'week' : 'later';
}

const time = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
/** Soonest first, undated last; equal ones as they came. */
const soonest = (promises: readonly PromiseRecord[]): readonly PromiseRecord[] => {
  const at = new Map(promises.map((promise) => [promise, promise.due ? time(promise.due.end) : Number.POSITIVE_INFINITY]));
  return [...promises].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || 0);
};

function stretches(of: Stretch['of'], promises: readonly PromiseRecord[], nameOf: (promise: PromiseRecord) => string): readonly Stretch[] {
  const found = new Map<string, PromiseRecord[]>();
  for (const promise of promises) {
    const name = nameOf(promise);
    const rows = found.get(name);
    if (rows) rows.push(promise);
    else found.set(name, [promise]);
  }
  return [...found].map(([name, rows]) => ({ of, name, rows }));
}

/** Open promises by when they fall due. */
export function byTime(promises: readonly PromiseRecord[], here: Here): readonly Stretch[] {
  const found = stretches('group', soonest(promises), (promise) => groupOf(promise, here));
  return GROUPS.flatMap((name) => found.filter((stretch) => stretch.name === name));
}

/** By customer, who has the soonest promise first; those without a customer last. */
export function byCustomer(promises: readonly PromiseRecord[], order: 'soonest' | 'as-given'): readonly Stretch[] {
  const found = stretches('customer', order === 'soonest' ? soonest(promises) : promises, customerOf);
  return [...found.filter(({ name }) => name !== ''), ...found.filter(({ name }) => name === '')];
}

/** What is over, by the month in which it ended, in the order given. */
export function byMonth(promises: readonly PromiseRecord[], zone: string): readonly Stretch[] {
  return stretches('month', promises, ({ updatedAt }) => Temporal.Instant.from(updatedAt).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString());
}

/** How a promise's customer is called, '' where nobody is known. */
export const customerOf = ({ customer }: Pick<PromiseRecord, 'customer'>): string => customer?.name ?? customer?.address ?? '';
