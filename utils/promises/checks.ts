import { nowOf, worksOn, type Now } from './resolve/calendar';
import { dayAt, isoOf, minutesAt } from './resolve/wall';
import type { Clock, Due, FoundPromise } from './types';

/**
 * vague: "soon" offers no date. unclear: a time was said that could be read two ways or is over. outside-hours, day-off: nobody
 * works then. clash: two moments promised at once. contradiction: an earlier promise of the same kind to this customer has another date.
 * load: more is promised for that day than the agent usually keeps.
 */
export type CheckKind = 'vague' | 'unclear' | 'outside-hours' | 'day-off' | 'clash' | 'contradiction' | 'load';

export interface Check {
  readonly kind: CheckKind;
  /** Index in the list of promises. */
  readonly promise: number;
  /** Id of the ledger's promise it clashes with or contradicts. */
  readonly with?: string;
  /** The same promise: what was said before, and for when. */
  readonly earlier?: LedgerRow;
  /** For `load`: the ISO date, how many fall due on it with this one, and how many the agent usually keeps a working day. */
  readonly day?: DayLoad & { readonly date: string };
}

/** What the ledger tells of a promise that stands. */
export interface LedgerRow {
  readonly id: string;
  readonly kind: string;
  readonly due: Due | null;
  /** Same conversation or same customer as the draft. */
  readonly sameCustomer: boolean;
  /** Its words, for who shows it. */
  readonly text?: string;
}

/** Promises due on a day, those of the draft left out, and what the agent usually keeps a working day; null while too little is known. */
export interface DayLoad {
  readonly open: number;
  readonly usual: number | null;
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

/** The ISO date in the clock's zone on which a window ends: the day whose load it adds to. */
export function dueDate(due: Due, clock: Clock): string {
  return isoOf(dayAt(Temporal.Instant.from(due.end).epochMilliseconds, nowOf(clock).zone));
}

/**
 * What to look at before sending; it never blocks. In the order of the promises.
 * @param loads by ISO date, of days for which the ledger was asked; a day that is not in it is not judged.
 */
export function checks(
  promises: readonly FoundPromise[], clock: Clock, ledger: readonly LedgerRow[] = [], loads: ReadonlyMap<string, DayLoad> = new Map(),
): readonly Check[] {
  const now = nowOf(clock);
  const heavy = loaded(promises, clock, loads);
  return promises.flatMap((promise, index) => {
    if (!promise.deferred) return [];
    const { due } = promise;
    if (!due) return promise.vague ? [{ kind: 'vague' as const, promise: index }] : promise.doubt ? [{ kind: 'unclear' as const, promise: index }] : [];
    const off = offHours(due, now);
    const found: Check[] = off ? [{ kind: off, promise: index }] : [];
    if (promises.some((other, at) => at < index && other.due && atOnce(other.due, due))) found.push({ kind: 'clash', promise: index });
    for (const row of ledger) {
      const kind = againstRow(promise, due, row);
      if (kind) found.push({ kind, promise: index, with: row.id, earlier: row });
    }
    const day = heavy.get(index);
    return day ? [...found, { kind: 'load' as const, promise: index, day }] : found;
  });
}

function offHours(due: Due, now: Now): 'day-off' | 'outside-hours' | null {
  const at = Temporal.Instant.from(due.end).epochMilliseconds;
  if (due.precision !== 'week' && due.precision !== 'month' && !worksOn(now, dayAt(at, now.zone))) return 'day-off';
  if (due.precision !== 'minute' && due.precision !== 'hour') return null;
  const minutes = minutesAt(at, now.zone);
  return minutes < now.opens || minutes > now.closes ? 'outside-hours' : null;
}

function againstRow(promise: FoundPromise, due: Due, row: LedgerRow): 'clash' | 'contradiction' | null {
  if (!row.due) return null;
  if (!row.sameCustomer) return atOnce(row.due, due) ? 'clash' : null;
  return row.kind === promise.kind && apart(row.due, due) ? 'contradiction' : null;
}

/** By index the first promise of each day that makes it more than the agent usually keeps. Weeks and months are no day's load. */
function loaded(promises: readonly FoundPromise[], clock: Clock, loads: ReadonlyMap<string, DayLoad>): ReadonlyMap<number, NonNullable<Check['day']>> {
  const heavy = new Map<number, NonNullable<Check['day']>>();
  const own = new Map<string, number>();
  const told = new Set<string>();
  promises.forEach(({ deferred, due }, index) => {
    if (!deferred || !due || due.precision === 'week' || due.precision === 'month') return;
    const date = dueDate(due, clock);
    const load = loads.get(date);
    own.set(date, (own.get(date) ?? 0) + 1);
    if (!load || load.usual === null || told.has(date)) return;
    const open = load.open + (own.get(date) ?? 0);
    if (open <= load.usual) return;
    told.add(date);
    heavy.set(index, { date, open, usual: load.usual });
  });
  return heavy;
}
