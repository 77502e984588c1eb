import type { PromiseRow } from './db';
import { wordsOf } from './words';

/** What the ledger looks at in a record; the rest it keeps as it is. */
export interface Kept {
  readonly id: string;
  readonly status: string;
  readonly text: string;
  /** ISO instant of the last change. */
  readonly updatedAt: string;
  readonly due: { readonly start: string; readonly end: string } | null;
  readonly conversation: { readonly host: string; readonly id: string; readonly title: string | null } | null;
  readonly customer: { readonly name: string | null; readonly address: string | null } | null;
}

/** When a record is to ring next, and from when it needs the agent. ISO instants, or null. */
export interface Times {
  readonly ringAt: string | null;
  readonly needsAt: string | null;
}
/** One figure: a local day (ISO date), and what is counted on it. */
export interface Count {
  readonly day: string;
  readonly name: string;
}
/** A record as it is written: with its times, and with the figures it counts for as it stands. */
export interface Entry<R> {
  readonly record: R;
  readonly times: Times;
  readonly counts: readonly Count[];
}

export const STATES = ['open', 'tentative', 'closed'] as const;
export type State = (typeof STATES)[number];
export type Filter = { readonly conversation: { readonly host: string; readonly id: string } } | { readonly customer: string } | null;

/** A record as it stands in the database, with all that it is found by. */
export function rowOf<R extends Kept>({ record, times, counts }: Entry<R>): PromiseRow {
  const state = stateOf(record.status);
  const dueAt = record.due === null ? Infinity : epoch(record.due.end);
  return {
    id: record.id,
    record,
    state,
    status: record.status,
    dueAt,
    changedAt: epoch(record.updatedAt),
    words: wordsOf([record.customer?.name, record.customer?.address, record.conversation?.title, record.text]),
    counted: [...counts, standsAs(state)].map(figureId),
    conversation: record.conversation === null ? '' : conversationKey(record.conversation),
    customer: record.customer === null ? '' : customerKey(record.customer.address ?? record.customer.name ?? ''),
    ...(state === 'closed' || dueAt === Infinity ? {} : { liveAt: dueAt }),
    ...(times.ringAt === null ? {} : { ringAt: epoch(times.ringAt) }),
    ...(times.needsAt === null ? {} : { needsAt: epoch(times.needsAt) }),
  };
}

/** How many there are of a state is counted as figures are, on a day before all days: an index of many rows is slow to count. */
export function standsAs(state: State): Count {
  return { day: '0000-00-00', name: state };
}

export function stateOf(status: string): State {
  return status === 'open' || status === 'tentative' ? status : 'closed';
}

/** true where a record belongs to what the filter asks for. */
export function matches(record: Kept, filter: Filter): boolean {
  if (filter === null) return true;
  if ('conversation' in filter) return record.conversation !== null && conversationKey(record.conversation) === conversationKey(filter.conversation);
  return record.customer !== null && customerKey(record.customer.address ?? record.customer.name ?? '') === customerKey(filter.customer);
}

/** A customer is found by address, else by name, whatever the capitals. */
export function customerKey(addressOrName: string): string {
  return addressOrName.trim().toLowerCase();
}

export function conversationKey({ host, id }: { readonly host: string; readonly id: string }): string {
  return `${host}\n${id}`;
}

export function figureId({ day, name }: Count): string {
  return `${day} ${name}`;
}

export function epoch(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
