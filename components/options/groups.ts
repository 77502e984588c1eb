import { daysAway, urgency } from '../shared';
import type { Here } from '../shared';
import type { PromiseRecord } from '../../utils/messages/protocol';

export const GROUPS = ['overdue', 'today', 'week', 'later', 'undated'] as const;
export type Group = (typeof GROUPS)[number];

/** The group a promise stands in: by the end of its window, in the reader's zone; a week ends on Sunday. */
export function groupOf(promise: PromiseRecord, here: Here): Group {
  if (!promise.due) return 'undated';
  if (urgency(promise.due, here) === 'late') return 'overdue';
  const days = daysAway(promise.due.end, here);
  if (days <= 0) return 'today';
  const today = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).dayOfWeek;
  return days <= 7 - today ? 'week' : 'later';
}

/** Promises by group, soonest first. */
export function grouped(promises: readonly PromiseRecord[], here: Here): Readonly<Record<Group, readonly PromiseRecord[]>> {
  const groups: Record<Group, PromiseRecord[]> = { overdue: [], today: [], week: [], later: [], undated: [] };
  for (const promise of promises) groups[groupOf(promise, here)].push(promise);
  const end = (promise: PromiseRecord) => (promise.due ? Temporal.Instant.from(promise.due.end).epochMilliseconds : 0);
  for (const name of GROUPS) groups[name].sort((a, b) => end(a) - end(b));
  return groups;
}

/** Whether every word of the query stands in the promise's sentence, customer or conversation; accents and case don't matter. */
export function matches(promise: PromiseRecord, query: string): boolean {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gu, 'l').replace(/Ł/gu, 'L').toLowerCase();
  const text = fold([promise.text, promise.customer?.name, promise.customer?.address, promise.conversation?.title].filter(Boolean).join(' '));
  return fold(query).split(/\s+/u).every((word) => text.includes(word));
}
