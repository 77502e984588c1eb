/** Clock times: which half of the day a bare hour means, and on which day. */
import type { ClockTime, Due, PartOfDay, TimeExpr } from '../types';
import { daysOf, due, endOf, moment, startOf, type Now } from './calendar';
import { dayAt, MINUTE, type At, type Day } from './wall';

type ClockExpr = Extract<TimeExpr, { type: 'clock' }>;
type RangeExpr = Extract<TimeExpr, { type: 'range' }>;
export type Readings = readonly { readonly due: Due; readonly day: Day }[];

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

/** How far from the working hours, in minutes; 0 within them. */
function distance(now: Now, minutes: number): number {
  return Math.max(0, now.opens - minutes, minutes - now.closes);
}

/** The wall-clock times it may mean, in minutes of the day, the likeliest first. */
export function wallTimes(now: Now, said: ClockTime, part: PartOfDay | null): readonly number[] {
  const at = (hour: number): number => (hour % 24) * 60 + said.minute;
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

function next(now: Now, minutes: number, zone: string): At {
  const today = dayAt(now.at, zone);
  const first = moment(now, today, minutes, zone);
  return first > now.at ? first : moment(now, today + 1, minutes, zone);
}

/** The moments a clock time may mean. A day that is named stands; without one it is the next such moment after now. */
function moments(now: Now, expr: ClockExpr, previous: Day | null): readonly At[] {
  const zone = expr.zone ?? now.zone;
  const [main, other] = wallTimes(now, expr, expr.part);
  if (main === undefined) return [];
  if (expr.day) return daysOf(now, expr.day, previous).map((day) => moment(now, day, main, zone)).filter((at) => at >= now.at);
  const first = next(now, main, zone);
  if (other === undefined || dayAt(first, zone) === now.today) return [first];
  // Said after that hour: "at 9" at seven in the evening may well be tonight.
  const second = next(now, other, zone);
  const waking = other >= 7 * 60 && other < 23 * 60;
  return waking && dayAt(second, zone) === now.today ? [first, second] : [first];
}

export function clockReadings(now: Now, expr: ClockExpr, previous: Day | null): Readings {
  return moments(now, expr, previous).flatMap((at) => {
    const day = dayAt(at, now.zone);
    const start = expr.how === 'by' ? now.at : at;
    const end = expr.how === 'after' ? Math.max(at, endOf(now, day)) : at;
    const found = due(now, start, end, expr.how === 'after' ? 'part_of_day' : 'minute');
    return found ? [{ due: found, day }] : [];
  });
}

/** Longer than a bare range of hours is meant to be, in minutes. */
const WHOLE_DAY = 8 * 60;

/** "between 2 and 4 pm": a bare first hour takes the half of the day that comes before the second. */
function rangeTimes(now: Now, expr: RangeExpr): readonly [number, number] | null {
  const ends = wallTimes(now, expr.to, expr.part);
  const starts = wallTimes(now, expr.from, expr.part);
  const pairs = starts.flatMap((from) => ends.map((to) => [from, to] as const)).filter(([from, to]) => from < to);
  const weight = ([from, to]: readonly [number, number]): number => distance(now, from) + distance(now, to) + (to - from > WHOLE_DAY ? 600 : 0);
  return [...pairs].sort((a, b) => weight(a) - weight(b))[0] ?? null;
}

export function rangeReadings(now: Now, expr: RangeExpr, previous: Day | null): Readings {
  const pair = rangeTimes(now, expr);
  if (!pair) return [];
  const zone = expr.zone ?? now.zone;
  const [from, to] = pair;
  const comes = moment(now, now.today, to, zone) > now.at && moment(now, now.today, from, zone) > now.at;
  const days = expr.day ? daysOf(now, expr.day, previous) : [comes ? now.today : now.today + 1];
  return days.flatMap((day) => {
    const found = due(now, Math.max(moment(now, day, from, zone), now.at), moment(now, day, to, zone), 'hour');
    return found ? [{ due: found, day }] : [];
  });
}

/** Parts of the day, hours of the wall clock. */
const PARTS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [9, NOON], afternoon: [NOON, 18], evening: [18, 21], night: [18, 21],
};

type PartExpr = Extract<TimeExpr, { type: 'part' }>;

export function partReadings(now: Now, expr: PartExpr, previous: Day | null): Readings {
  const days = expr.day ? daysOf(now, expr.day, previous) : [now.today, now.today + 1];
  const readings = days.flatMap((day) => {
    const found = partOn(now, expr, day);
    return found ? [{ due: found, day }] : [];
  });
  return expr.day ? readings : readings.slice(0, 1);
}

function partOn(now: Now, expr: PartExpr, day: Day): Due | null {
  const at = (hour: number): At => moment(now, day, hour * 60);
  switch (expr.part) {
    case 'end-of-day': return due(now, now.at, endOf(now, day), 'day');
    case 'noon': return due(now, expr.how === 'by' ? now.at : at(NOON), at(NOON), 'minute');
    case 'before-noon': return due(now, startOf(now, day), at(NOON), 'part_of_day');
    case 'first-thing': {
      const opens = moment(now, day, now.opens);
      // "First thing" without a day, said during the day, is tomorrow's.
      if (!expr.day && opens <= now.at) return null;
      return due(now, Math.max(opens, now.at), opens + 60 * MINUTE, 'part_of_day');
    }
    default: {
      const [start, end] = PARTS[expr.part];
      return due(now, expr.how === 'by' ? now.at : Math.max(at(start), now.at), at(end), 'part_of_day');
    }
  }
}
