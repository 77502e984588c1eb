/**
 * Days, wall clocks and instants as plain numbers. Temporal says what a date is called and what a zone's clocks show; both are asked
 * once a day and remembered, since one keystroke asks for the same few days again and again.
 */

/** Days since 1 January 1970. */
export type Day = number;
/** Milliseconds since that day began in UTC. */
export type At = number;

export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Days remembered, of dates and of a zone; a draft touches a dozen. */
const MEMORY = 4000;

const EPOCH = (): Temporal.PlainDate => Temporal.PlainDate.from('1970-01-01');
interface Named { readonly date: Temporal.PlainDate; readonly iso: string }
const names = new Map<Day, Named>();

function named(day: Day): Named {
  let found = names.get(day);
  if (!found) {
    if (names.size >= MEMORY) names.clear();
    const date = EPOCH().add({ days: day });
    names.set(day, (found = { date, iso: date.toString() }));
  }
  return found;
}
export function dateOf(day: Day): Temporal.PlainDate {
  return named(day).date;
}
/** "2026-11-18". */
export function isoOf(day: Day): string {
  return named(day).iso;
}
const days = new Map<string, Day>();
/** @throws RangeError where it is no ISO date. */
export function dayOfIso(iso: string): Day {
  let day = days.get(iso);
  if (day === undefined) {
    if (days.size >= MEMORY) days.clear();
    days.set(iso, (day = dayOf(Temporal.PlainDate.from(iso))));
  }
  return day;
}
export function dayOf(date: Temporal.PlainDate): Day {
  return EPOCH().until(date, { largestUnit: 'days' }).days;
}
/** 1 Monday … 7 Sunday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const offsets = new Map<string, Map<Day, number | null>>();

/** Milliseconds a zone's clocks are ahead of UTC all through a day of theirs; null where they change on it or keep odd seconds. */
function offsetOn(day: Day, zone: string): number | null {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map<Day, number | null>()));
  let offset = known.get(day);
  if (offset === undefined) {
    if (known.size >= MEMORY) known.clear();
    known.set(day, (offset = readOffset(day, zone)));
  }
  return offset;
}
function readOffset(day: Day, zone: string): number | null {
  const [start, end] = [day, day + 1].map((one) => dateOf(one).toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' }));
  if (!start || !end) return null;
  const offset = start.offsetNanoseconds / 1_000_000;
  // Midnight itself may be left out where clocks go forward.
  const whole = start.epochMilliseconds === day * DAY - offset;
  return whole && start.offsetNanoseconds === end.offsetNanoseconds && offset % MINUTE === 0 ? offset : null;
}

/** Wall-clock minutes of a day in a zone: a time that doesn't exist moves forward by the gap, one that exists twice is the first. */
export function instant(day: Day, minutes: number, zone: string): At {
  const offset = offsetOn(day, zone);
  if (offset !== null) return day * DAY + minutes * MINUTE - offset;
  const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  return dateOf(day).toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The day on which an instant falls in a zone; null where only Temporal can tell. */
function plainDay(at: At, zone: string): { readonly day: Day; readonly offset: number } | null {
  const around = Math.floor(at / DAY);
  for (const day of [around, around - 1, around + 1]) {
    const offset = offsetOn(day, zone);
    if (offset !== null && Math.floor((at + offset) / DAY) === day) return { day, offset };
  }
  return null;
}

export function zoned(at: At, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
export function dayAt(at: At, zone: string): Day {
  return plainDay(at, zone)?.day ?? dayOf(zoned(at, zone).toPlainDate());
}
/** Minutes the wall clock shows, seconds left out. */
export function minutesAt(at: At, zone: string): number {
  const plain = plainDay(at, zone);
  if (plain) return Math.floor((at + plain.offset - plain.day * DAY) / MINUTE);
  const { hour, minute } = zoned(at, zone);
  return hour * 60 + minute;
}

function two(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}
function clockText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** "2026-11-18T10:00:00+00:00", as Temporal writes it. */
export function textOf(at: At, zone: string): string {
  const plain = plainDay(at, zone);
  if (!plain) return zoned(at, zone).toString({ timeZoneName: 'never' });
  const { day, offset } = plain;
  const left = at + offset - day * DAY;
  const seconds = (left % MINUTE) / 1000;
  const fraction = seconds % 1 === 0 ? '' : (seconds % 1).toFixed(3).slice(1).replace(/0+$/, '');
  const ahead = Math.abs(offset) / MINUTE;
  return `${isoOf(day)}T${clockText(Math.floor(left / MINUTE))}:${two(Math.floor(seconds))}${fraction}${offset < 0 ? '-' : '+'}${clockText(ahead)}`;
}
