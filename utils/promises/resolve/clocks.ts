/** Clock times: which half of the day a bare hour means, and on which day. */
import type { ClockTime, Due, PartOfDay, TimeExpr } from '../types';
import { daysOf, due, endOf, later, moment, startOf, type Now } from './calendar';

type ClockExpr = Extract<TimeExpr, { type: 'clock' }>;
type RangeExpr = Extract<TimeExpr, { type: 'range' }>;
export type Readings = readonly { readonly due: Due; readonly day: Temporal.PlainDate }[];

const NOON = 12;

/** "8 in the evening" → 20. Null where the two can't be: "15:00 in the morning". */
function byPart(hour: number, part: PartOfDay): number | null {
  switch (part) {
    case 'morning': return hour % NOON;
    case 'afternoon': return hour === NOON ? NOON : hour + NOON;
    case 'evening': return hour === NOON ? 0 : hour + NOON;
    case 'night': return hour === NOON || hour < 5 ? hour % NOON : hour + NOON;
  }
}

function minutesOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute;
}

/** How far from the working hours, in minutes; 0 within them. */
function distance(now: Now, time: Temporal.PlainTime): number {
  const [at, opens, closes] = [minutesOf(time), minutesOf(now.opens), minutesOf(now.closes)];
  return Math.max(0, opens - at, at - closes);
}

/** The wall-clock times it may mean, the likeliest first. */
export function wallTimes(now: Now, said: ClockTime, part: PartOfDay | null): readonly Temporal.PlainTime[] {
  const at = (hour: number): Temporal.PlainTime => Temporal.PlainTime.from({ hour: hour % 24, minute: said.minute });
  if (said.meridiem === 'am') return [at(said.hour % NOON)];
  if (said.meridiem === 'pm') return [at((said.hour % NOON) + NOON)];
  if (said.meridiem === '24' || said.hour > NOON || said.hour === 0) return [at(said.hour)];
  if (part) {
    const hour = byPart(said.hour, part);
    return hour === null ? [] : [at(hour)];
  }
  const [small, large] = [at(said.hour % NOON), at((said.hour % NOON) + NOON)];
  return distance(now, small) < distance(now, large) || (distance(now, small) === distance(now, large) && said.hour >= 6 && said.hour < NOON)
    ? [small, large] : [large, small];
}

function next(now: Now, time: Temporal.PlainTime, zone: string): Temporal.ZonedDateTime {
  const today = now.at.withTimeZone(zone).toPlainDate();
  const first = moment(now, today, time, zone);
  return Temporal.ZonedDateTime.compare(first, now.at) > 0 ? first : moment(now, today.add({ days: 1 }), time, zone);
}

/** The moments a clock time may mean. A day that is named stands; without one it is the next such moment after now. */
function moments(now: Now, expr: ClockExpr, previous: Temporal.PlainDate | null): readonly Temporal.ZonedDateTime[] {
  const zone = expr.zone ?? now.clock.zone;
  const times = wallTimes(now, expr, expr.part);
  const main = times[0];
  if (!main) return [];
  if (expr.day) {
    return daysOf(now, expr.day, previous).map((day) => moment(now, day, main, zone))
      .filter((at) => Temporal.ZonedDateTime.compare(at, now.at) >= 0);
  }
  const first = next(now, main, zone);
  const other = times[1];
  if (!other || first.toPlainDate().equals(now.today)) return [first];
  // Said after that hour: "at 9" at seven in the evening may well be tonight.
  const second = next(now, other, zone);
  const waking = other.hour >= 7 && other.hour <= 22;
  return waking && second.toPlainDate().equals(now.today) ? [first, second] : [first];
}

export function clockReadings(now: Now, expr: ClockExpr, previous: Temporal.PlainDate | null): Readings {
  return moments(now, expr, previous).flatMap((at) => {
    const local = at.withTimeZone(now.clock.zone);
    const day = local.toPlainDate();
    const start = expr.how === 'by' ? now.at : at;
    const end = expr.how === 'after' ? later(at, endOf(now, day)) : at;
    const found = due(now, start, end, expr.how === 'after' ? 'part_of_day' : 'minute');
    return found ? [{ due: found, day }] : [];
  });
}

/** "between 2 and 4 pm": a bare first hour takes the half of the day that comes before the second. */
function rangeTimes(now: Now, expr: RangeExpr): readonly [Temporal.PlainTime, Temporal.PlainTime] | null {
  const ends = wallTimes(now, expr.to, expr.part);
  const starts = wallTimes(now, expr.from, expr.part);
  const pairs = starts.flatMap((from) => ends.map((to) => [from, to] as const))
    .filter(([from, to]) => Temporal.PlainTime.compare(from, to) < 0);
  const weight = ([from, to]: readonly [Temporal.PlainTime, Temporal.PlainTime]): number =>
    distance(now, from) + distance(now, to) + (minutesOf(to) - minutesOf(from) > 8 * 60 ? 600 : 0);
  return [...pairs].sort((a, b) => weight(a) - weight(b))[0] ?? null;
}

export function rangeReadings(now: Now, expr: RangeExpr, previous: Temporal.PlainDate | null): Readings {
  const pair = rangeTimes(now, expr);
  if (!pair) return [];
  const zone = expr.zone ?? now.clock.zone;
  const first = moment(now, now.today, pair[0], zone);
  const days = expr.day ? daysOf(now, expr.day, previous)
    : [Temporal.ZonedDateTime.compare(moment(now, now.today, pair[1], zone), now.at) > 0
      && Temporal.ZonedDateTime.compare(first, now.at) > 0 ? now.today : now.today.add({ days: 1 })];
  return days.flatMap((day) => {
    const found = due(now, later(moment(now, day, pair[0], zone), now.at), moment(now, day, pair[1], zone), 'hour');
    return found ? [{ due: found, day }] : [];
  });
}

/** Parts of the day, wall clock. */
const PARTS: Readonly<Record<PartOfDay, readonly [string, string]>> = {
  morning: ['09:00', '12:00'], afternoon: ['12:00', '18:00'], evening: ['18:00', '21:00'], night: ['18:00', '21:00'],
};

type PartExpr = Extract<TimeExpr, { type: 'part' }>;

export function partReadings(now: Now, expr: PartExpr, previous: Temporal.PlainDate | null): Readings {
  const days = expr.day ? daysOf(now, expr.day, previous) : [now.today, now.today.add({ days: 1 })];
  const readings = days.flatMap((day) => {
    const found = partOn(now, expr, day);
    return found ? [{ due: found, day }] : [];
  });
  return expr.day ? readings : readings.slice(0, 1);
}

function partOn(now: Now, expr: PartExpr, day: Temporal.PlainDate): Due | null {
  const at = (time: string): Temporal.ZonedDateTime => moment(now, day, Temporal.PlainTime.from(time));
  switch (expr.part) {
    case 'end-of-day': return due(now, now.at, endOf(now, day), 'day');
    case 'noon': return expr.how === 'by' ? due(now, now.at, at('12:00'), 'minute') : due(now, at('12:00'), at('12:00'), 'minute');
    case 'before-noon': return due(now, startOf(now, day), at('12:00'), 'part_of_day');
    case 'first-thing': {
      const opens = moment(now, day, now.opens);
      // "First thing" without a day, said during the day, is tomorrow's.
      if (!expr.day && Temporal.ZonedDateTime.compare(opens, now.at) <= 0) return null;
      return due(now, later(opens, now.at), opens.add({ hours: 1 }), 'part_of_day');
    }
    default: {
      const [start, end] = PARTS[expr.part];
      return due(now, expr.how === 'by' ? now.at : later(at(start), now.at), at(end), 'part_of_day');
    }
  }
}
