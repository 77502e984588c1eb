/** Durations, days, weeks, months. */
import type { TimeExpr } from '../types';
import type { Readings } from './clocks';
import { daysOf, due, endOf, lastMinute, moment, startOf, workingDay, workingHoursLater, type Now } from './calendar';
import { dateOf, dayAt, dayOf, MINUTE, weekdayOf, type At, type Day } from './wall';

type Of<T extends TimeExpr['type']> = Extract<TimeExpr, { type: T }>;

function one(now: Now, start: At, end: At, precision: 'minute' | 'hour' | 'day' | 'week' | 'month'): Readings {
  const found = due(now, start, end, precision);
  return found ? [{ due: found, day: dayAt(end, now.zone) }] : [];
}

/** "In a few minutes": a quarter of an hour. */
const FEW_MINUTES = 15;

export function durationReadings(now: Now, expr: Of<'duration'>): Readings {
  const { amount, how } = expr;
  if (expr.few) return one(now, now.at, now.at + FEW_MINUTES * MINUTE, 'minute');
  switch (expr.unit) {
    case 'minute':
    case 'hour': return elapsed(now, expr, expr.unit === 'hour' ? 60 : 1);
    case 'business-hour': {
      const end = workingHoursLater(now, amount);
      return end !== null ? one(now, how === 'in' ? end : now.at, end, 'hour') : [];
    }
    case 'business-day': {
      const end = workingDay(now, now.today, amount);
      return end !== null ? one(now, now.at, endOf(now, end), 'day') : [];
    }
    case 'day':
    case 'week':
    case 'month': {
      const later = (count: number): Day => daysLater(now.today, count, expr.unit);
      const end = endOf(now, later(amount));
      return one(now, how === 'within' ? now.at : startOf(now, later(expr.least ?? amount)), end, 'day');
    }
  }
}

/** A part of a day is a day. */
function daysLater(from: Day, count: number, unit: Of<'duration'>['unit']): Day {
  return unit === 'month' ? dayOf(dateOf(from).add({ months: Math.ceil(count) })) : from + Math.ceil(unit === 'week' ? count * 7 : count);
}

/** Hours and minutes run on the clock on the wall of no zone: exactly elapsed. */
function elapsed(now: Now, expr: Of<'duration'>, minutes: number): Readings {
  const after = (count: number): At => now.at + Math.round(count * minutes * 60) * 1000;
  const end = after(expr.amount);
  if (expr.how === 'within') return one(now, now.at, end, expr.unit === 'hour' ? 'hour' : 'minute');
  return expr.least === undefined ? one(now, end, end, expr.unit === 'hour' ? 'hour' : 'minute') : one(now, after(expr.least), end, 'hour');
}

export function dayReadings(now: Now, expr: Of<'day'>, previous: Day | null): Readings {
  return daysOf(now, expr.day, previous).flatMap((named) => {
    const day = expr.before ? named - 1 : named;
    // "By the next business day", "on the next business day": the same day, from now or from its start.
    const found = due(now, expr.how === 'by' ? now.at : startOf(now, day), endOf(now, day), 'day');
    return found ? [{ due: found, day }] : [];
  });
}

export function betweenDays(now: Now, expr: Of<'days'>, previous: Day | null): Readings {
  const from = daysOf(now, expr.from, previous)[0];
  let to = daysOf(now, expr.to, previous)[0];
  if (from === undefined || to === undefined) return [];
  // "Between Thursday and Tuesday", said on a Wednesday: the Tuesday after that Thursday.
  if (to < from && expr.to.type === 'weekday') to += 7;
  const found = due(now, startOf(now, from), endOf(now, to), 'day');
  return found ? [{ due: found, day: to }] : [];
}

const FRIDAY = 5;
const SUNDAY = 7;

export function weekReadings(now: Now, expr: Of<'week'>): Readings {
  const monday = now.today - weekdayOf(now.today) + 1;
  if (expr.which === 'next') {
    const next = monday + 7 * (1 + (expr.later ?? 0));
    return one(now, expr.how === 'by' ? now.at : startOf(now, next), endOf(now, next + FRIDAY - 1), 'week');
  }
  const friday = moment(now, monday + FRIDAY - 1, now.closes);
  // Said at the weekend, or on Friday after work.
  const over = friday <= now.at;
  return one(now, now.at, over ? lastMinute(now, monday + SUNDAY - 1) : friday, 'week');
}

export function weekendReadings(now: Now, expr: Of<'weekend'>): Readings {
  const saturday = now.today - weekdayOf(now.today) + 1 + (expr.which === 'next' ? 12 : 5);
  return one(now, startOf(now, saturday), endOf(now, saturday + 1), 'day');
}

export function monthReadings(now: Now, expr: Of<'month'>): Readings {
  const current = dateOf(now.today).toPlainYearMonth();
  let month = current;
  if (expr.month === 'next') month = current.add({ months: 1 });
  else if (expr.month !== 'this') {
    month = Temporal.PlainYearMonth.from({ year: expr.year ?? current.year, month: expr.month });
    if (expr.year === null && Temporal.PlainYearMonth.compare(month, current) < 0) month = month.add({ years: 1 });
  }
  const start = expr.how === 'by' ? now.at : startOf(now, dayOf(month.toPlainDate({ day: 1 })));
  return one(now, start, endOf(now, dayOf(month.toPlainDate({ day: month.daysInMonth }))), 'month');
}
