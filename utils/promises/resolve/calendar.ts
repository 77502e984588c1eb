/** Days, working days and the walls of the working day, in the clock's zone. */
import type { Clock, Due, Precision, DayExpr } from '../types';
import { dateOf, dayAt, dayOf, instant, isoOf, MINUTE, textOf, weekdayOf, type At, type Day } from './wall';

export interface Now {
  /** To the millisecond. */
  readonly at: At;
  readonly today: Day;
  /** Start and end of work, minutes of the day. */
  readonly opens: number;
  readonly closes: number;
  readonly zone: string;
  readonly clock: Clock;
}

/** Throws RangeError where the clock's instant, zone or hours can't be read. */
export function nowOf(clock: Clock): Now {
  let now = moments.get(clock);
  if (!now) moments.set(clock, (now = readClock(clock)));
  return now;
}
/** One draft asks many times with the same clock. */
const moments = new WeakMap<Clock, Now>();

function readClock(clock: Clock): Now {
  const at = Temporal.Instant.from(clock.now).epochMilliseconds;
  return { at, today: dayAt(at, clock.zone), opens: minutesOf(clock.hours.start), closes: minutesOf(clock.hours.end), zone: clock.zone, clock };
}
function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

/** Wall-clock minutes of a day in the clock's zone: what doesn't exist moves forward by the gap, what exists twice is the first. */
export function moment(now: Now, day: Day, minutes: number, zone = now.zone): At {
  return instant(day, minutes, zone);
}

export function worksOn(now: Now, day: Day): boolean {
  return now.clock.hours.days.includes(weekdayOf(day)) && !now.clock.holidays.has(isoOf(day));
}

/** Two years bound a calendar without a working day or a working hour in it. */
const LONG = 730;

/** The nth working day after `from` (n ≥ 1); null where nobody ever works. */
export function workingDay(now: Now, from: Day, n: number): Day | null {
  let day = from;
  let left = n;
  for (let steps = 0; left > 0; steps++) {
    if (steps > LONG + n * 7) return null;
    day += 1;
    if (worksOn(now, day)) left--;
  }
  return day;
}

/** `hours` of working time from now on: what falls outside the working hours doesn't count. */
export function workingHoursLater(now: Now, hours: number): At | null {
  let left = hours * 60;
  let day: Day | null = worksOn(now, now.today) ? now.today : workingDay(now, now.today, 1);
  for (let steps = 0; day !== null && steps < LONG; steps++) {
    const opens = Math.max(moment(now, day, now.opens), now.at);
    const minutes = (moment(now, day, now.closes) - opens) / MINUTE;
    if (minutes >= left) return opens + Math.round(left) * MINUTE;
    left -= Math.max(0, minutes);
    day = workingDay(now, day, 1);
  }
  return null;
}

/** 23:59, where the working day is over but the day is not. */
export function lastMinute(now: Now, day: Day): At {
  return moment(now, day, 24 * 60 - 1);
}

/** End of work on a day; past it today, the last minute of the day. */
export function endOf(now: Now, day: Day): At {
  const closes = moment(now, day, now.closes);
  return day === now.today && now.at >= closes ? lastMinute(now, day) : closes;
}

/** Start of work on a day, or now where that is past. */
export function startOf(now: Now, day: Day): At {
  return Math.max(moment(now, day, now.opens), now.at);
}

/** A window, or null where it is over already or ends before it starts. */
export function due(now: Now, start: At, end: At, precision: Precision): Due | null {
  if (end < now.at || start > end) return null;
  const text = textOf(end, now.zone);
  return { start: start === end ? text : textOf(start, now.zone), end: text, precision };
}

/** The days an expression may mean, the likeliest first; empty where it means none to come. */
export function daysOf(now: Now, expr: DayExpr, previous: Day | null): readonly Day[] {
  switch (expr.type) {
    case 'today': return [now.today];
    case 'offset': return [expr.days, ...(expr.or === undefined ? [] : [expr.or])].map((days) => now.today + days);
    case 'weekday': return weekdays(now, expr);
    case 'date': return dates(now, expr);
    case 'next-business-day': {
      const day = workingDay(now, now.today, 1);
      return day === null ? [] : [day];
    }
    case 'end-of-week': return [now.today + Math.max(0, 5 - weekdayOf(now.today))];
    case 'end-of-month': {
      const date = dateOf(now.today);
      return [now.today + date.daysInMonth - date.day];
    }
    case 'same-day': return previous === null ? [] : [previous];
    case 'twice': {
      const [first, second] = [daysOf(now, expr.first, previous), daysOf(now, expr.second, previous)];
      const shared = second.filter((day) => first.includes(day));
      return shared.length > 0 ? shared : [...first, ...second];
    }
  }
}

function weekdays(now: Now, expr: Extract<DayExpr, { type: 'weekday' }>): readonly Day[] {
  const today = weekdayOf(now.today);
  const ahead = (expr.weekday - today + 7) % 7;
  const nearest = now.today + (ahead === 0 ? 7 : ahead);
  const nextWeek = now.today + 7 - today + expr.weekday;
  switch (expr.which) {
    // "A week on Wednesday", said on a Wednesday: this day is the one that is counted from, though in English some count from the next.
    case 'next': return !expr.weeks ? [nearest] : [ahead, ...(ahead === 0 && !expr.sure ? [7] : [])].map((days) => now.today + days + 7 * (expr.weeks ?? 0));
    // "Monday of this week", said on a Wednesday, is past: no other Monday is meant.
    case 'this': if (expr.sure) return expr.weekday < today ? [] : [now.today + ahead];
      return ahead === 0 ? [now.today, nearest] : [nearest];
    case 'nearest': return expr.sure || nearest === nextWeek ? [nearest] : [nearest, nextWeek];
    case 'of-next-week': return expr.sure || nearest === nextWeek ? [nextWeek] : [nextWeek, nearest];
  }
}

/** A date without a year further off than this is more likely one that is past (in days). */
const FAR = 300;

function dates(now: Now, expr: Extract<DayExpr, { type: 'date' }>): readonly Day[] {
  const first = expr.nextMonth ? ofNextMonth(now, expr.day) : nextDate(now, expr.day, expr.month, expr.year);
  const second = expr.either ? nextDate(now, expr.either.day, expr.either.month, expr.year) : null;
  return [first, second].filter((day) => day !== null);
}

function dayOfMonth(month: Temporal.PlainYearMonth, day: number): Day | null {
  return day <= month.daysInMonth ? dayOf(month.toPlainDate({ day })) : null;
}
function ofNextMonth(now: Now, day: number): Day | null {
  return dayOfMonth(dateOf(now.today).toPlainYearMonth().add({ months: 1 }), day);
}

function nextDate(now: Now, day: number, month: number | null, year: number | null): Day | null {
  const make = (y: number, m: number): Day | null => dayOfMonth(Temporal.PlainYearMonth.from({ year: y, month: m }), day);
  const today = dateOf(now.today);
  const candidates: (Day | null)[] = [];
  if (month === null) {
    const thisMonth = today.toPlainYearMonth();
    for (const months of [0, 1, 2]) {
      const at = thisMonth.add({ months });
      candidates.push(make(at.year, at.month));
    }
  } else if (year === null) candidates.push(make(today.year, month), make(today.year + 1, month));
  else candidates.push(make(year, month));
  const found = candidates.find((date) => date !== null && date >= now.today) ?? null;
  return found !== null && year === null && found - now.today > FAR ? null : found;
}
