/** A time that names no day, or only "the same day", leans on what was said before it. */
import { resolve, type Resolved } from '../resolve';
import type { Clock, PromiseKind, TimeExpr } from '../types';
import type { Candidate } from './candidates';

/** The promise before, where it has a day. */
export interface Before {
  readonly kind: PromiseKind;
  /** ISO date. */
  readonly day: string;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** "The parts come on 2 December and we ship the same day": the day of the time before it. */
function anchorDay(one: Candidate, clock: Clock): string | null {
  const leans = one.time !== null && 'day' in one.time.expr && one.time.expr.day?.type === 'same-day';
  return leans && one.anchor ? resolve(one.anchor.expr, clock).day : null;
}

/** "The same day" leans on a promise no further back than this, in sentences. */
export const SAME_DAY_REACH = 2;

/**
 * Resolves a promise's time beside the promise before it. A clock time or a part of day without a day keeps the day of a promise in
 * the same sentence ("We collect it tomorrow and send the report in the afternoon"), a clock time also that of one of the same kind
 * in the sentence before ("The driver comes on Saturday. He will be there at 10."). After a promise of another kind, further off, or
 * before a deadline, that day is only the other reading.
 */
export function inContext(one: Candidate, expr: TimeExpr, clock: Clock, before: Before | null, sentence: number): Resolved {
  const near = before !== null && sentence - before.sentence <= SAME_DAY_REACH ? before.day : null;
  const dayless = (expr.type === 'clock' || expr.type === 'range' || expr.type === 'part') && !expr.day;
  if (!before || !dayless) return resolve(expr, clock, anchorDay(one, clock) ?? near);
  const there = resolve({ ...expr, day: { type: 'same-day' } }, clock, before.day);
  const next = resolve(expr, clock);
  const window = expr.type === 'range' || expr.how === 'at' || expr.how === 'around' || expr.how === 'in';
  const same = expr.type === 'part' ? window && before.sentence === sentence
    : before.sentence === sentence || (sentence - before.sentence === 1 && before.kind === one.kind && window);
  if (same) return there.due ? there : next;
  return there.due && there.due.start !== next.due?.start && there.due.end !== next.due?.end
    ? { ...next, alternatives: [...next.alternatives, there.due] } : next;
}
