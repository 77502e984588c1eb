import type { StageTime } from './stages';
import { STAGES, type Remindable, type ReminderSettings, type Stage } from './types';

/** Stages of a promise that is overdue already. */
const LATE: readonly Stage[] = STAGES.slice(STAGES.indexOf('overdue'));
/** Days looked ahead for a working morning: longer than any calendar has days off in a row. */
const AHEAD = 366;

/**
 * The next stage of a promise that has rung as overdue and is still open: the first working morning after it last rang, five times at
 * most; null before and after. It hangs on the ring and not on the due date, so that what became late over a holiday rings once on the
 * day of return, and then morning by morning, instead of having rung all its times to an empty chair.
 * @param stages what `stagesOf` says of the promise.
 */
export function againOf(promise: Remindable, stages: readonly StageTime[], settings: ReminderSettings): StageTime | null {
  const last = LATE.findLastIndex((stage) => promise.rang.includes(stage));
  const next = LATE[last + 1];
  const overdue = stages.find(({ stage }) => stage === 'overdue');
  if (last < 0 || next === undefined || overdue === undefined) return null;
  const rang = promise.history?.findLast(({ what, detail }) => what === 'rang' && detail === LATE[last]);
  const at = workingMorning(rang === undefined ? overdue.at : Temporal.Instant.from(rang.at), promise.zone, settings);
  return at === null ? null : { stage: next, at };
}

/** The first start of working hours after an instant, in a zone; null where nobody ever works. */
function workingMorning(after: Temporal.Instant, zone: string, { hours, daysOff }: ReminderSettings): Temporal.Instant | null {
  let date = after.toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead <= AHEAD; ahead += 1, date = date.add({ days: 1 })) {
    if ((hours.days !== undefined && !hours.days.includes(date.dayOfWeek)) || daysOff?.has(date.toString()) === true) continue;
    const morning = date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(hours.start) }).toInstant();
    if (Temporal.Instant.compare(morning, after) > 0) return morning;
  }
  return null;
}
