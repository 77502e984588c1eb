import { holidaysOf, type HolidayCountry } from './holidays';
import type { Clock, WorkingHours } from './types';

/** Holidays of a year and the next, by country and year: they are asked for at every reading. */
const known = new Map<string, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

/**
 * The clock a promise is read by, with a country's holidays of this year and the next, and the team's own days off.
 * @param now ISO instant. @param zone IANA zone. @param country null: no holidays. @param daysOff ISO dates.
 */
export function clockOf(now: string, zone: string, hours: WorkingHours, country: HolidayCountry | null, daysOff: readonly string[] = []): Clock {
  if (daysOff.length > 0) return { now, zone, hours, holidays: new Set([...clockOf(now, zone, hours, country).holidays, ...daysOff]) };
  if (country === null) return { now, zone, hours, holidays: NONE };
  const year = Temporal.Instant.from(now).toZonedDateTimeISO(zone).year;
  const key = `${country} ${year}`;
  const holidays = known.get(key) ?? new Set(holidaysOf(country, `${year}-01-01`, `${year + 1}-12-31`));
  known.set(key, holidays);
  return { now, zone, hours, holidays };
}
