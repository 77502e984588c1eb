import { moment, nowOf, workingDay, worksOn, type Now } from './resolve/calendar';
import { dayOf, zoned, type Day } from './resolve/wall';
import type { Clock, Due } from './types';

/** Time to do what is promised, before the first slot offered. */
const LEAD_HOURS = 1;
/** A slot this near to something promised already is taken. */
const APART_MINUTES = 30;

function taken(at: Temporal.ZonedDateTime, promised: readonly Due[]): boolean {
  return promised.some((due) => due.precision === 'minute'
    && Math.abs(at.toInstant().until(Temporal.Instant.from(due.end), { largestUnit: 'minutes' }).total({ unit: 'minutes' })) < APART_MINUTES);
}

function* candidates(now: Now): Generator<Temporal.ZonedDateTime> {
  const soonest = zoned(now.at, now.zone).add({ hours: LEAD_HOURS }).round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const soonestDay = dayOf(soonest.toPlainDate());
  let day: Day | null = worksOn(now, now.today) ? now.today : workingDay(now, now.today, 1);
  while (day !== null) {
    const [opens, closes] = [zoned(moment(now, day, now.opens), now.zone), zoned(moment(now, day, now.closes), now.zone)];
    // An hour into the day, in the middle, an hour before its end: the slots a person would name.
    const middle = opens.add({ minutes: Math.round(opens.until(closes, { largestUnit: 'minutes' }).minutes / 2) })
      .round({ smallestUnit: 'hour', roundingMode: 'ceil' });
    const offers = day === soonestDay ? [soonest, middle, closes.subtract({ hours: 1 })] : [opens.add({ hours: 1 }), middle, closes.subtract({ hours: 1 })];
    for (const at of offers) {
      if (Temporal.ZonedDateTime.compare(at, soonest) >= 0 && Temporal.ZonedDateTime.compare(at, opens) >= 0
        && Temporal.ZonedDateTime.compare(at, closes) <= 0) yield at;
    }
    day = workingDay(now, day, 1);
  }
}

/**
 * The next `n` free moments within working hours for a promise that named none, the soonest first, as windows of minute precision.
 * @param promised what is promised already: half an hour around it is not offered.
 */
export function slots(clock: Clock, n: number, promised: readonly Due[] = []): readonly Due[] {
  const now = nowOf(clock);
  const found: Due[] = [];
  if (n <= 0) return found;
  for (const at of candidates(now)) {
    const text = at.toString({ timeZoneName: 'never' });
    if (taken(at, promised) || found.some(({ start }) => start >= text)) continue;
    found.push({ start: text, end: text, precision: 'minute' });
    if (found.length >= n) break;
  }
  return found;
}
