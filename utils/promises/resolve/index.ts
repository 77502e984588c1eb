import type { Clock, DayExpr, Doubt, Due, TimeExpr } from '../types';
import { daysOf, nowOf, type Now } from './calendar';
import { clockReadings, partReadings, rangeReadings, type Readings } from './clocks';
import { betweenDays, dayReadings, durationReadings, monthReadings, weekendReadings, weekReadings } from './spans';
import { dayOfIso, isoOf, weekdayOf, type Day } from './wall';

export interface Resolved {
  /** Null where nothing is to come, or where two readings weigh the same: abstaining beats guessing. */
  readonly due: Due | null;
  readonly alternatives: readonly Due[];
  /** ISO date of the day it falls on: what "the same day" after it means. */
  readonly day: string | null;
  readonly doubt: Doubt | null;
}

/**
 * The window in which a time as said falls due, seen from the clock.
 * @param previousDay ISO date of the promise before, for "the same day"; null where there was none.
 * @throws RangeError where the clock's instant or zone can't be read.
 */
export function resolve(expr: TimeExpr, clock: Clock, previousDay: string | null = null): Resolved {
  return read(expr, nowOf(clock), leans(expr) ? previousDay : null);
}

/** Only "the same day" looks at the promise before. */
function leans(expr: TimeExpr): boolean {
  if (expr.type === 'days') return expr.from.type === 'same-day' || expr.to.type === 'same-day';
  return 'day' in expr && expr.day?.type === 'same-day';
}

function read(expr: TimeExpr, now: Now, previousDay: string | null): Resolved {
  const previous = previousDay === null ? null : dayOfIso(previousDay);
  const readings = readingsOf(now, expr, previous);
  const first = readings[0];
  if (!first) {
    const said = expr.type !== 'vague' && expr.type !== 'unclear' && !('day' in expr && expr.day?.type === 'same-day');
    return { due: null, alternatives: [], day: null, doubt: said ? 'past' : null };
  }
  const undecidable = (all: Readings, doubt: Doubt): Resolved => ({ due: null, alternatives: all.map(({ due }) => due), day: null, doubt });
  if (disagrees(now, expr)) return undecidable([...readings, ...byWeekday(now, expr)], 'weekday-date');
  if (dateOf(expr)?.either && readings.length > 1) return undecidable(readings, 'day-month');
  return { due: first.due, alternatives: readings.slice(1).map(({ due }) => due), day: isoOf(first.day), doubt: null };
}

function readingsOf(now: Now, expr: TimeExpr, previous: Day | null): Readings {
  switch (expr.type) {
    case 'clock': return clockReadings(now, expr, previous);
    case 'range': return rangeReadings(now, expr, previous);
    case 'part': return partReadings(now, expr, previous);
    case 'day': return dayReadings(now, expr, previous);
    case 'days': return betweenDays(now, expr, previous);
    case 'duration': return durationReadings(now, expr);
    case 'week': return weekReadings(now, expr);
    case 'weekend': return weekendReadings(now, expr);
    case 'month': return monthReadings(now, expr);
    case 'vague':
    case 'unclear': return [];
  }
}

type DateExpr = Extract<DayExpr, { type: 'date' }>;
/** The date an expression names, where it names one. */
function dateOf(expr: TimeExpr): DateExpr | null {
  const day = 'day' in expr ? expr.day : null;
  return day?.type === 'date' ? day : day?.type === 'twice' && day.second.type === 'date' ? day.second : null;
}

/** "Friday the 4th" where the 4th is no Friday, "tomorrow, Friday" on a Wednesday. A wrong year left out is none of our guesses either. */
function disagrees(now: Now, expr: TimeExpr): boolean {
  const said = 'day' in expr ? expr.day : null;
  if (said?.type === 'twice') {
    const first = daysOf(now, said.first, null);
    if (!daysOf(now, said.second, null).some((day) => first.includes(day))) return true;
  }
  const date = dateOf(expr);
  if (date?.weekday === undefined) return false;
  const day = daysOf(now, date, null)[0];
  return day !== undefined && weekdayOf(day) !== date.weekday;
}

/** What the weekday alone would mean. */
function byWeekday(now: Now, expr: TimeExpr): Readings {
  const weekday = dateOf(expr)?.weekday;
  if (weekday === undefined || !('day' in expr)) return [];
  return readingsOf(now, { ...expr, day: { type: 'weekday', weekday, which: 'next' } } as TimeExpr, null);
}
