import type { Here } from './time';
import { worksOn } from './workdays';

/** Working hours: ISO weekdays, local wall clock "HH:MM". */
export interface Hours {
  readonly days: readonly number[];
  readonly start: string;
  readonly end: string;
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
