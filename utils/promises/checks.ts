import { nowOf, worksOn } from './resolve/calendar';
import { dayAt, minutesAt } from './resolve/wall';
import type { Clock, Due, FoundPromise } from './types';

/**
 * vague: "soon" offers no date. unclear: a time was said that could be read two ways or is over. outside-hours, day-off: nobody
 * works then. clash: two moments promised at once. contradiction: an earlier promise of the same kind to this customer has another date.
 */
export type CheckKind = 'vague' | 'unclear' | 'outside-hours' | 'day-off' | 'clash' | 'contradiction';

export interface Check {
  readonly kind: CheckKind;
  /** Index in the list of promises. */
  readonly promise: number;
  /** Id of the ledger's promise it clashes with or contradicts. */
  readonly with?: string;
}

/** What the ledger tells of a promise that stands. */
export interface LedgerRow {
  readonly id: string;
  readonly kind: string;
  readonly due: Due | null;
  /** Same conversation or same customer as the draft. */
  readonly sameCustomer: boolean;
}

/** Two moments nearer than this are promised at once, in minutes. */
const AT_ONCE = 15;

function atOnce(a: Due, b: Due): boolean {
  return a.precision === 'minute' && b.precision === 'minute' && a.start === a.end && b.start === b.end
    && Math.abs(Temporal.Instant.from(a.end).until(Temporal.Instant.from(b.end)).total({ unit: 'minutes' })) < AT_ONCE;
}
function apart(a: Due, b: Due): boolean {
  const before = (first: string, second: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(first), Temporal.Instant.from(second)) < 0;
  return before(a.end, b.start) || before(b.end, a.start);
}

/** What to look at before sending; it never blocks. In the order of the promises. */
export function checks(promises: readonly FoundPromise[], clock: Clock, ledger: readonly LedgerRow[] = []): readonly Check[] {
  const now = nowOf(clock);
  const found: Check[] = [];
  promises.forEach((promise, index) => {
    if (!promise.deferred) return;
    const say = (kind: CheckKind, other?: string): void => void found.push(other === undefined ? { kind, promise: index } : { kind, promise: index, with: other });
    const { due } = promise;
    if (!due) {
      if (promise.vague) say('vague');
      else if (promise.doubt) say('unclear');
      return;
    }
    const at = Temporal.Instant.from(due.end).epochMilliseconds;
    if (due.precision !== 'week' && due.precision !== 'month' && !worksOn(now, dayAt(at, now.zone))) say('day-off');
    else if (due.precision === 'minute' || due.precision === 'hour') {
      const minutes = minutesAt(at, now.zone);
      if (minutes < now.opens || minutes > now.closes) say('outside-hours');
    }
    if (promises.some((other, at2) => at2 < index && other.due && atOnce(other.due, due))) say('clash');
    for (const row of ledger) {
      if (!row.due) continue;
      if (!row.sameCustomer && atOnce(row.due, due)) say('clash', row.id);
      if (row.sameCustomer && row.kind === promise.kind && apart(row.due, due)) say('contradiction', row.id);
    }
  });
  return found;
}
