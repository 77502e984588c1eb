/** Days, working days and the walls of the working day, in the clock's zone. */
import type { Clock, Due, Precision, DayExpr } from '../types';

export interface Now {
  readonly at: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
  /** Start and end of work, wall clock. */
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
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
  const at = Temporal.Instant.from(clock.now).toZonedDateTimeISO(clock.zone);
  return {
    at, today: at.toPlainDate(), opens: Temporal.PlainTime.from(clock.hours.start), closes: Temporal.PlainTime.from(clock.hours.end), clock,
  };
}

/** Wall-clock time of a day in the clock's zone: one that doesn't exist moves forward by the gap, one that exists twice is the first. */
export function moment(now: Now, day: Temporal.PlainDate, time: Temporal.PlainTime, zone = now.clock.zone): Temporal.ZonedDateTime {
  return day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' });
}

export function later(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) >= 0 ? a : b;
}

export function worksOn(now: Now, day: Temporal.PlainDate): boolean {
  return now.clock.hours.days.includes(day.dayOfWeek) && !now.clock.holidays.has(day.toString());
}

/** The nth working day after `from` (n ≥ 1); null where nobody ever works. */
export function workingDay(now: Now, from: Temporal.PlainDate, n: number): Temporal.PlainDate | null {
  let day = from;
  let left = n;
  // Two years of days bound a calendar without a working day in it.
  for (let steps = 0; left > 0; steps++) {
    if (steps > 730 + n * 7) return null;
    day = day.add({ days: 1 });
    if (worksOn(now, day)) left--;
  }
  return day;
}

/** `hours` of working time from now on: what falls outside the working hours doesn't count. */
export function workingHoursLater(now: Now, hours: number): Temporal.ZonedDateTime | null {
  let left = hours * 60;
  let day: Temporal.PlainDate | null = worksOn(now, now.today) ? now.today : workingDay(now, now.today, 1);
  while (day) {
    const [opens, closes] = [later(moment(now, day, now.opens), now.at), moment(now, day, now.closes)];
    const minutes = opens.until(closes, { largestUnit: 'minutes' }).total({ unit: 'minutes' });
    if (minutes >= left) return opens.add({ minutes: Math.round(left) });
    left -= Math.max(0, minutes);
    day = workingDay(now, day, 1);
  }
  return null;
}

/** 23:59, where the working day is over but the day is not. */
export function lastMinute(now: Now, day: Temporal.PlainDate): Temporal.ZonedDateTime {
  return moment(now, day, Temporal.PlainTime.from('23:59'));
}

/** End of work on a day; past it today, the last minute of the day. */
export function endOf(now: Now, day: Temporal.PlainDate): Temporal.ZonedDateTime {
  const closes = moment(now, day, now.closes);
  return day.equals(now.today) && Temporal.ZonedDateTime.compare(now.at, closes) >= 0 ? lastMinute(now, day) : closes;
}

/** Start of work on a day, or now where that is past. */
export function startOf(now: Now, day: Temporal.PlainDate): Temporal.ZonedDateTime {
  return later(moment(now, day, now.opens), now.at);
}

/** A window, or null where it is over already. Ends before starts can't be: the start gives way. */
export function due(now: Now, start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, precision: Precision): Due | null {
  if (Temporal.ZonedDateTime.compare(end, now.at) < 0 || Temporal.ZonedDateTime.compare(start, end) > 0) return null;
  return { start: iso(now, start), end: iso(now, end), precision };
}
function iso(now: Now, at: Temporal.ZonedDateTime): string {
  return at.withTimeZone(now.clock.zone).toString({ timeZoneName: 'never' });
}

/** The days an expression may mean, the likeliest first; empty where it means none to come. */
export function daysOf(now: Now, expr: DayExpr, previous: Temporal.PlainDate | null): readonly Temporal.PlainDate[] {
  switch (expr.type) {
    case 'today': return [now.today];
    case 'offset': return [now.today.add({ days: expr.days })];
    case 'weekday': return weekdays(now, expr);
    case 'date': return dates(now, expr);
    case 'next-business-day': {
      const day = workingDay(now, now.today, 1);
      return day ? [day] : [];
    }
    case 'end-of-week': return [now.today.add({ days: Math.max(0, 5 - now.today.dayOfWeek) })];
    case 'end-of-month': return [now.today.with({ day: now.today.daysInMonth })];
    case 'same-day': return previous ? [previous] : [];
  }
}

function weekdays(now: Now, expr: Extract<DayExpr, { type: 'weekday' }>): readonly Temporal.PlainDate[] {
  const ahead = (expr.weekday - now.today.dayOfWeek + 7) % 7;
  const nearest = now.today.add({ days: ahead === 0 ? 7 : ahead });
  const nextWeek = now.today.add({ days: 7 - now.today.dayOfWeek + expr.weekday });
  const weeks = { weeks: expr.weeks ?? 0 };
  switch (expr.which) {
    case 'next': return [nearest.add(weeks)];
    case 'this': return ahead === 0 ? [now.today, nearest] : [nearest];
    case 'nearest': return expr.sure || nearest.equals(nextWeek) ? [nearest] : [nearest, nextWeek];
    case 'of-next-week': return expr.sure || nearest.equals(nextWeek) ? [nextWeek] : [nextWeek, nearest];
  }
}

/** A date without a year further off than this is more likely one that is past (in days). */
const FAR = 300;

function dates(now: Now, expr: Extract<DayExpr, { type: 'date' }>): readonly Temporal.PlainDate[] {
  const first = nextDate(now, expr.day, expr.month, expr.year);
  const second = expr.either ? nextDate(now, expr.either.day, expr.either.month, expr.year) : null;
  return [first, second].filter((day) => day !== null);
}

function nextDate(now: Now, day: number, month: number | null, year: number | null): Temporal.PlainDate | null {
  const make = (y: number, m: number): Temporal.PlainDate | null => {
    const yearMonth = Temporal.PlainYearMonth.from({ year: y, month: m });
    return day <= yearMonth.daysInMonth ? yearMonth.toPlainDate({ day }) : null;
  };
  const candidates: (Temporal.PlainDate | null)[] = [];
  if (month === null) {
    const thisMonth = now.today.toPlainYearMonth();
    for (const months of [0, 1, 2]) {
      const at = thisMonth.add({ months });
      candidates.push(make(at.year, at.month));
    }
  } else if (year === null) candidates.push(make(now.today.year, month), make(now.today.year + 1, month));
  else candidates.push(make(year, month));
  const found = candidates.find((date) => date !== null && Temporal.PlainDate.compare(date, now.today) >= 0) ?? null;
  return found && year === null && now.today.until(found, { largestUnit: 'days' }).days > FAR ? null : found;
}
