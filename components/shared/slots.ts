import { exactly } from './time';
import type { DueLike, Here } from './time';
import { worksOn } from './workdays';

/** Working hours: ISO weekdays, local wall clock "HH:MM". */
export interface Hours {
  readonly days: readonly number[];
  readonly start: string;
  readonly end: string;
}

const LEAD_HOURS = 2;
const SLOTS = 3;
const MORNING = '10:00';
const AFTERNOON = '15:00';

/**
 * Three concrete times to offer where a promise names none: later today while that is within working hours, then the
 * coming working days' mid-morning and mid-afternoon. Earliest first.
 */
export function freeSlots(here: Here, hours: Hours): readonly DueLike[] {
  const now = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone);
  const works = worksOn(hours.days);
  const clock = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' });
  const found: Temporal.ZonedDateTime[] = [];
  const soon = now.add({ hours: LEAD_HOURS }).round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const sameDay = soon.toPlainDate().equals(now.toPlainDate());
  if (works(now) && sameDay && clock(soon) >= hours.start && clock(soon) <= hours.end) found.push(soon);
  let day = now.add({ days: 1 });
  while (found.length < SLOTS) {
    if (works(day)) found.push(day.withPlainTime(MORNING), day.withPlainTime(AFTERNOON));
    day = day.add({ days: 1 });
  }
  return found.slice(0, SLOTS).map(exactly);
}

/** Quiet until: in an hour, this working day's end where it is ahead, the next working day's start. */
export function snoozeTimes(here: Here, hours: Hours): readonly string[] {
  const now = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone);
  const works = worksOn(hours.days);
  let next = now.add({ days: 1 }).withPlainTime(hours.start);
  while (!works(next)) next = next.add({ days: 1 });
  const end = now.withPlainTime(hours.end);
  const hour = now.add({ hours: 1 }).round({ smallestUnit: 'minute' });
  const times = Temporal.ZonedDateTime.compare(end, hour) > 0 ? [hour, end, next] : [hour, next];
  return times.map((at) => at.toString({ smallestUnit: 'second', timeZoneName: 'never' }));
}
