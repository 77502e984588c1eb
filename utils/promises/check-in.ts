/** After a case is solved: a promise to ask again, proposed and never made by itself. */
import type { ConversationRef, CustomerRef, PromiseRecord } from './ledger';
import { endOf, moment, nowOf, workingDay } from './resolve/calendar';
import { textOf } from './resolve/wall';
import type { Clock, Due, PromiseKind } from './types';

/** What a check-in is known by in the ledger: asked for twice after the same case, it is kept once. */
const MARK = 'check-in:';
/** Working days after which the customer is asked. */
const LATER = 2;
/** Days in which one conversation is not asked about twice. */
const APART = 14;
/** Something was done that may yet turn out not to hold: the thing is there, the money came, it works. */
const DESERVING: ReadonlySet<PromiseKind> = new Set(['fix', 'refund', 'send', 'visit']);

/** A case that was solved: by a promise kept, or by a reply that says so. */
export interface SolvedCase {
  /** Id of the promise kept, or another that is this case's alone. At most 180 characters. */
  readonly id: string;
  readonly conversation: ConversationRef | null;
  readonly customer: CustomerRef | null;
}

/** What is proposed. The words are the interface's. */
export interface CheckIn {
  /** For the promise's draft. */
  readonly id: string;
  readonly kind: 'reply';
  /** The second working day from now, within working hours. */
  readonly due: Due;
}

/** Is this record a promise to ask again? Such a one deserves no other. */
export function isCheckIn({ id }: Pick<PromiseRecord, 'id'>): boolean {
  return id.startsWith(MARK);
}

/** Does a promise that was kept deserve to be asked about: was something done, and not only said? */
export function deservesCheckIn(record: PromiseRecord): boolean {
  return record.status === 'kept' && DESERVING.has(record.kind) && !isCheckIn(record);
}

/**
 * The check-in to propose for a solved case, or null: while something else is open in it, where it was proposed and kept in the last 14
 * days, where nobody is known to ask, and where nobody ever works.
 * @param records of this conversation, or without one of this customer: the open ones, and those closed or given in the last 14 days.
 * @throws RangeError where the clock's instant, zone or hours can't be read.
 */
export function checkIn(solved: SolvedCase, records: readonly PromiseRecord[], clock: Clock): CheckIn | null {
  const { conversation, customer } = solved;
  if (conversation === null && (customer === null || (customer.name === null && customer.address === null))) return null;
  const now = nowOf(clock);
  const since = Temporal.Instant.fromEpochMilliseconds(now.at).subtract({ hours: APART * 24 });
  const recent = ({ createdAt }: PromiseRecord): boolean => Temporal.Instant.compare(createdAt, since) > 0;
  if (records.some((record) => record.id !== solved.id && (isOpen(record) || (isCheckIn(record) && recent(record))))) return null;
  const day = workingDay(now, now.today, LATER);
  if (day === null) return null;
  const due: Due = { start: textOf(moment(now, day, now.opens), now.zone), end: textOf(endOf(now, day), now.zone), precision: 'day' };
  return { id: `${MARK}${solved.id}`, kind: 'reply', due };
}

function isOpen({ status }: PromiseRecord): boolean {
  return status === 'open' || status === 'tentative';
}
