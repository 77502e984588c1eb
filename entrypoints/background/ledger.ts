import { zone } from '../../utils/browser';
import { nextRing, needsFrom, rearmed } from '../../utils/reminders';
import type { ReminderSettings } from '../../utils/reminders';
import { clockOf } from '../../utils/promises/ahead';
import { changed, type PromiseChange, type PromiseRecord } from '../../utils/promises/ledger';
import type { Settings } from '../../utils/messages/protocol';
import type { Count, Entry } from '../../utils/store';

/** What reminders are timed by: the settings, and the days of this year and the next on which nobody works. */
export function timingOf({ hours, holidays, teamDaysOff, reminders }: Settings, now: string): ReminderSettings {
  return { hours, reminders, daysOff: clockOf(now, zone(), hours, holidays, teamDaysOff).holidays };
}

/** A record with the times the ledger finds it by, and the figures it counts for. @param now ISO instant: quiet hours are looked at by it. */
export function entryOf(record: PromiseRecord, timing: ReminderSettings, now: string): Entry<PromiseRecord> {
  return { record, times: { ringAt: nextRing(record, timing, now), needsAt: needsFrom(record, timing) }, counts: countsOf(record) };
}

/**
 * "promised callback" on the day it was given, unless it took another's place, and "kept callback" (moved, broken, dropped, handed-over)
 * on the day it ended; days as the clocks of the record's zone show them, so that they stay the same wherever the agent travels.
 */
export function countsOf(record: PromiseRecord): readonly Count[] {
  const count = (at: string, what: string): Count => ({ day: Temporal.Instant.from(at).toZonedDateTimeISO(record.zone).toPlainDate().toString(), name: `${what} ${record.kind}` });
  const given = record.previous === null ? [count(record.createdAt, 'promised')] : [];
  if (record.status === 'open' || record.status === 'tentative') return given;
  const ended = [...record.history].reverse().find(({ what }) => what === record.status);
  return [...given, count(ended?.at ?? record.updatedAt, record.status)];
}

/** What a change makes of a record. @throws ChangeRefused */
export function changedBy(record: PromiseRecord, change: PromiseChange, now: string, timing: ReminderSettings): readonly PromiseRecord[] {
  return changed(record, change, now, (one) => rearmed(one, timing));
}
