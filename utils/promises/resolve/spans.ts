/** Durations, days, weeks, months. */
import type { TimeExpr } from '../types';
import type { Readings } from './clocks';
import { daysOf, due, endOf, lastMinute, moment, startOf, workingDay, workingHoursLater, type Now } from './calendar';

type Of<T extends TimeExpr['type']> = Extract<TimeExpr, { type: T }>;

function one(now: Now, start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, precision: 'minute' | 'hour' | 'day' | 'week' | 'month'): Readings {
  const found = due(now, start, end, precision);
  return found ? [{ due: found, day: end.withTimeZone(now.clock.zone).toPlainDate() }] : [];
}

/** "In a few minutes": a quarter of an hour. */
const FEW_MINUTES = 15;

export function durationReadings(now: Now, expr: Of<'duration'>): Readings {
  const { amount, how } = expr;
  if (expr.few) return one(now, now.at, now.at.add({ minutes: FEW_MINUTES }), 'minute');
  switch (expr.unit) {
    case 'minute':
    case 'hour': return elapsed(now, expr, expr.unit === 'hour' ? 60 : 1);
    case 'business-hour': {
      const end = workingHoursLater(now, amount);
      return end ? one(now, how === 'in' ? end : now.at, end, 'hour') : [];
    }
    case 'business-day': {
      const end = workingDay(now, now.today, amount);
      return end ? one(now, now.at, endOf(now, end), 'day') : [];
    }
    case 'day':
    case 'week':
    case 'month': {
      const later = (count: number): Temporal.PlainDate => now.today.add(
        expr.unit === 'day' ? { days: count } : expr.unit === 'week' ? { weeks: count } : { months: count });
      const end = endOf(now, later(amount));
      return one(now, how === 'within' ? now.at : startOf(now, later(expr.least ?? amount)), end, 'day');
    }
  }
}

/** Hours and minutes run on the clock on the wall of no zone: exactly elapsed. */
function elapsed(now: Now, expr: Of<'duration'>, minutes: number): Readings {
  const after = (count: number): Temporal.ZonedDateTime => now.at.add({ seconds: Math.round(count * minutes * 60) });
  const end = after(expr.amount);
  if (expr.how === 'within') return one(now, now.at, end, expr.unit === 'hour' ? 'hour' : 'minute');
  return expr.least === undefined ? one(now, end, end, expr.unit === 'hour' ? 'hour' : 'minute') : one(now, after(expr.least), end, 'hour');
}

export function dayReadings(now: Now, expr: Of<'day'>, previous: Temporal.PlainDate | null): Readings {
  return daysOf(now, expr.day, previous).flatMap((day) => {
    // "By the next business day", "on the next business day": the same day, from now or from its start.
    const found = due(now, expr.how === 'by' ? now.at : startOf(now, day), endOf(now, day), 'day');
    return found ? [{ due: found, day }] : [];
  });
}

export function betweenDays(now: Now, expr: Of<'days'>, previous: Temporal.PlainDate | null): Readings {
  const from = daysOf(now, expr.from, previous)[0];
  let to = from && daysOf(now, expr.to, previous)[0];
  if (!from || !to) return [];
  // "Between Thursday and Tuesday", said on a Wednesday: the Tuesday after that Thursday.
  if (Temporal.PlainDate.compare(to, from) < 0 && expr.to.type === 'weekday') to = to.add({ weeks: 1 });
  const found = due(now, startOf(now, from), endOf(now, to), 'day');
  return found ? [{ due: found, day: to }] : [];
}

const FRIDAY = 5;
const SUNDAY = 7;

export function weekReadings(now: Now, expr: Of<'week'>): Readings {
  const monday = now.today.subtract({ days: now.today.dayOfWeek - 1 });
  if (expr.which === 'next') {
    const start = expr.how === 'by' ? now.at : startOf(now, monday.add({ days: 7 }));
    return one(now, start, endOf(now, monday.add({ days: 7 + FRIDAY - 1 })), 'week');
  }
  const friday = moment(now, monday.add({ days: FRIDAY - 1 }), now.closes);
  // Said at the weekend, or on Friday after work.
  const over = Temporal.ZonedDateTime.compare(friday, now.at) <= 0;
  return one(now, now.at, over ? lastMinute(now, monday.add({ days: SUNDAY - 1 })) : friday, 'week');
}

export function weekendReadings(now: Now, expr: Of<'weekend'>): Readings {
  const saturday = now.today.subtract({ days: now.today.dayOfWeek - 1 }).add({ days: expr.which === 'next' ? 12 : 5 });
  return one(now, startOf(now, saturday), endOf(now, saturday.add({ days: 1 })), 'day');
}

export function monthReadings(now: Now, expr: Of<'month'>): Readings {
  const current = now.today.toPlainYearMonth();
  let month = current;
  if (expr.month === 'next') month = current.add({ months: 1 });
  else if (expr.month !== 'this') {
    month = Temporal.PlainYearMonth.from({ year: expr.year ?? current.year, month: expr.month });
    if (expr.year === null && Temporal.PlainYearMonth.compare(month, current) < 0) month = month.add({ years: 1 });
  }
  const start = expr.how === 'by' ? now.at : startOf(now, month.toPlainDate({ day: 1 }));
  return one(now, start, endOf(now, month.toPlainDate({ day: month.daysInMonth })), 'month');
}
