/** A time that names no day, or only "the same day", leans on what was said before it. */
import { resolve, type Resolved } from '../resolve';
import type { Clock, DayExpr, PromiseKind, TimeExpr } from '../types';
import type { Candidate } from './candidates';

/** The promise before, where it has a day. */
export interface Before {
  readonly kind: PromiseKind;
  /** ISO date. */
  readonly day: string;
  /** Index of its sentence. */
  readonly sentence: number;
  /** On that day, not some time up to it. */
  readonly exact: boolean;
}

/** What a time without a day of its own may lean on. */
export interface Around {
  readonly before: Before | null;
  /** ISO date of a day that the sentences right before name without a promise ("It's down for Sunday now. The driver comes at 10."). */
  readonly named: string | null;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** Does a time stand without a day, though it is one of a day? */
export function dayless(expr: TimeExpr): boolean {
  return (expr.type === 'clock' || expr.type === 'range' || expr.type === 'part') && !expr.day;
}

/** "The same day", "then": of what was said before. */
export function leaning(expr: TimeExpr): boolean {
  return dayless(expr) || ('day' in expr && expr.day?.type === 'same-day');
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
export function inContext(one: Candidate, expr: TimeExpr, clock: Clock, { before, named, sentence }: Around): Resolved {
  const away = before === null ? Infinity : sentence - before.sentence;
  if (!dayless(expr)) return resolve(expr, clock, anchorDay(one, clock) ?? (before && leans(one, before, away) ? before.day : one.conditional ? null : named));
  const next = resolve(expr, clock);
  const on = (day: string): Resolved => resolve({ ...expr, day: { type: 'same-day' } } as TimeExpr, clock, day);
  const there = before && on(before.day);
  const how = 'how' in expr ? expr.how : 'at';
  const window = how === 'at' || how === 'around' || how === 'in';
  const same = before !== null && (expr.type === 'part' ? away === 0 && (window || before.exact) : away === 0 || (away === 1 && before.kind === one.kind && window));
  if (same && there?.due) return there;
  // "The carrier reschedules for Monday. It comes between 9 and 13", said in the afternoon: today's have passed.
  if (expr.type !== 'part' && away === 1 && window && before?.exact && there?.due && next.day !== resolve(TODAY, clock).day) {
    return { ...there, alternatives: [...there.alternatives, ...(next.due && next.day !== there.day ? [next.due] : [])] };
  }
  // "Tomorrow I'm away, so Ines will ring you, at three": a day that is another clause's may be meant as well; one told from today most likely.
  const other = one.anchor?.expr.type === 'day' ? one.anchor.expr : null, said = other && resolve(other, clock).day;
  if (other && said !== null && said !== next.day && LEANING.has(other.day.type)) return { due: null, alternatives: [on(said).due, next.due].filter((due) => due !== null), day: null, doubt: null };
  const others = [there?.due ?? null, ...[named, said].map((day) => (day === null ? null : on(day).due))].filter((due) => due !== null);
  const further = others.filter((due, at) => due.start !== next.due?.start && due.end !== next.due?.end && others.findIndex((other) => other.start === due.start) === at);
  return further.length === 0 ? next : { ...next, alternatives: [...next.alternatives, ...further] };
}

/** Days that another clause of the sentence may lend. */
const LEANING: ReadonlySet<DayExpr['type']> = new Set(['offset', 'weekday', 'date', 'twice']);
const TODAY: TimeExpr = { type: 'day', how: 'on', day: { type: 'today' } };

/** What is to be done "the same day" if something happens is done on the day just told, where that is one day: after "by Friday" it may be any. */
function leans(one: Candidate, before: Before, away: number): boolean {
  return one.conditional ? before.exact && away <= 1 : away <= SAME_DAY_REACH;
}
