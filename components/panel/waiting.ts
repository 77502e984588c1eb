import { worksOn } from '../shared';

/** Minutes the customer has waited, and where that stands against the reply target. */
export interface Waiting {
  readonly minutes: number;
  readonly stands: 'fine' | 'near' | 'over';
  /** ISO instant by which an answer is due. */
  readonly target: string;
}

/** From this share of the target on, the time is shown as near. */
const NEAR = 0.75;

/**
 * How long a customer has waited. The shown length is plain elapsed time, as the customer feels it; the target counts
 * on working days only, so that a mail of Friday evening isn't late on Saturday.
 * @param since, now ISO instants
 * @param days working days, ISO weekdays 1 to 7
 * @param targetHours hours allowed, more than 0
 */
export function waiting(since: string, now: string, zone: string, days: readonly number[], targetHours: number): Waiting {
  const from = Temporal.Instant.from(since).toZonedDateTimeISO(zone);
  const to = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const minutes = Math.max(0, Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000));
  const target = addWorking(from, targetHours * 60, days);
  const near = addWorking(from, targetHours * 60 * NEAR, days);
  const past = (at: Temporal.ZonedDateTime) => Temporal.ZonedDateTime.compare(to, at) > 0;
  return { minutes, stands: past(target) ? 'over' : past(near) ? 'near' : 'fine', target: target.toInstant().toString() };
}

/** The moment at which `minutes` of working days have passed since `from`. */
function addWorking(from: Temporal.ZonedDateTime, minutes: number, days: readonly number[]): Temporal.ZonedDateTime {
  const works = worksOn(days);
  let at = from;
  let left = minutes;
  for (;;) {
    const midnight = at.startOfDay().add({ days: 1 });
    const today = works(at) ? (midnight.epochMilliseconds - at.epochMilliseconds) / 60_000 : 0;
    if (works(at) && left <= today) return at.add({ milliseconds: Math.round(left * 60_000) });
    left -= today;
    at = midnight;
  }
}
