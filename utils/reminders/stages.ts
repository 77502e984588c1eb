import type { Remindable, ReminderSettings, Stage } from './types';

export interface StageTime {
  readonly stage: Stage;
  readonly at: Temporal.Instant;
}

/** Minutes of warning before a moment, by kind, where the settings name none: a visit needs the way, a document needs the making. */
export const DEFAULT_LEAD = { callback: 10, reply: 15, send: 30, refund: 30, fix: 30, check: 30, visit: 60, other: 15 } as const;
/** A moment is overdue when it has passed by this much: a call at 15:00 may be made at 15:05. Minutes. */
const GRACE = 15;
/** How long before the end of a window that is already open it is called due. Minutes. */
const LAST_CALL = 60;

interface Bounds {
  readonly created: Temporal.Instant;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** The window opens after the promise was given: "at 15:00", against "by 15:00". */
  readonly opensLater: boolean;
}
type Candidate = readonly [Stage, Temporal.Instant];

/**
 * When each stage of a promise comes, in order, whether or not it has rung.
 *
 * | precision | before | due | overdue |
 * |---|---|---|---|
 * | a moment: minute, or hour at one point | its lead (by kind, or as set) ahead | then | 15 min later |
 * | up to a moment ("by 15:00", "within 2 hours") | its lead before the end | the end | 15 min later |
 * | between two hours, opening later | its lead ahead | the start | the end |
 * | part of day | – | its start; once it is running an hour before its end | its end |
 * | day | – | start of working hours of the last day; once they have begun an hour before the end | its end |
 * | week | that Monday morning, where the week is yet to come | morning of the last day | its end |
 * | month | a week before the last day, in the morning | morning of the last day | its end |
 *
 * A stage at or before the giving of the promise does not exist, nor one that would not come after the stage before
 * it. Without a due date there is one stage, `due`, and only where the agent asked to be reminded (snoozed). A due
 * date that cannot be read has no stages here; the ledger lets none in. What comes after `overdue` is told by `againOf`.
 */
export function stagesOf(promise: Remindable, settings: ReminderSettings): readonly StageTime[] {
  const { due, kind, createdAt, zone } = promise;
  if (due === null) return promise.snoozedUntil === null ? [] : [{ stage: 'due', at: Temporal.Instant.from(promise.snoozedUntil) }];
  const there = known.get(due);
  if (there?.settings === settings && there.kind === kind && there.createdAt === createdAt && there.zone === zone) return there.stages;
  const stages = worked(promise, due, settings);
  known.set(due, { settings, kind, createdAt, zone, stages });
  return stages;
}

/**
 * What was worked out last for a due date: one change asks for the next ring, for what needs the agent and for what is owed, and a
 * record that has rung keeps its date. Neither dates nor settings ever change.
 */
const known = new WeakMap<NonNullable<Remindable['due']>, Pick<Remindable, 'kind' | 'createdAt' | 'zone'>
  & { readonly settings: ReminderSettings; readonly stages: readonly StageTime[] }>();

function worked(promise: Remindable, due: NonNullable<Remindable['due']>, settings: ReminderSettings): readonly StageTime[] {
  const created = Temporal.Instant.from(promise.createdAt);
  const start = Temporal.Instant.from(due.start);
  const end = Temporal.Instant.from(due.end);
  const bounds = { created, start, end, opensLater: isAfter(start, created) };
  return inOrder(candidates(promise, bounds, settings), created);
}

function candidates(promise: Remindable, bounds: Bounds, settings: ReminderSettings): readonly Candidate[] {
  switch (promise.due?.precision) {
    case 'minute':
    case 'hour':
      return moment(bounds, leadOf(promise.kind, settings));
    case 'part_of_day':
      return [['due', bounds.opensLater ? bounds.start : lastCall(bounds)], ['overdue', bounds.end]];
    case 'week':
      return long(promise, bounds, settings, bounds.opensLater ? morning(bounds.start, promise.zone, settings) : null);
    case 'month':
      return long(promise, bounds, settings, morning(bounds.end, promise.zone, settings, 7));
    default:
      return long(promise, bounds, settings, null);
  }
}

function leadOf(kind: string, settings: ReminderSettings): number {
  return settings.reminders?.lead[kind] ?? (DEFAULT_LEAD as Readonly<Record<string, number>>)[kind] ?? DEFAULT_LEAD.other;
}

function moment({ start, end, opensLater }: Bounds, lead: number): readonly Candidate[] {
  const point = opensLater ? start : end;
  const window = opensLater && isAfter(end, start);
  return [
    ['before', point.subtract({ minutes: lead })],
    ['due', point],
    ['overdue', window ? end : point.add({ minutes: GRACE })],
  ];
}

/** A day, a week, a month: the morning of the last day, and its end. */
function long(promise: Remindable, bounds: Bounds, settings: ReminderSettings, before: Temporal.Instant | null): readonly Candidate[] {
  const at = morning(bounds.end, promise.zone, settings);
  const due = isAfter(at, bounds.created) && isAfter(bounds.end, at) ? at : lastCall(bounds);
  return [...(before === null ? [] : [['before', before] as const]), ['due', due], ['overdue', bounds.end]];
}

function lastCall({ created, end }: Bounds): Temporal.Instant {
  const hourBefore = end.subtract({ minutes: LAST_CALL });
  // Given within the last hour: half of what is left, so that it is still told before it is late.
  if (isAfter(hourBefore, created)) return hourBefore;
  return end.subtract({ seconds: Math.floor(created.until(end, { largestUnit: 'second' }).seconds / 2) });
}

/** Start of working hours on the local day of `instant`, or some days before it. */
function morning(instant: Temporal.Instant, zone: string, settings: ReminderSettings, daysBefore = 0): Temporal.Instant {
  return instant.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: daysBefore })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(settings.hours.start) }).toInstant();
}

/** Drops what lies at or before the giving, and every stage that the next one does not come after. */
function inOrder(found: readonly Candidate[], created: Temporal.Instant): readonly StageTime[] {
  const kept: StageTime[] = [];
  for (const [stage, at] of [...found].reverse()) {
    const next = kept[0];
    if (isAfter(at, created) && (next === undefined || isAfter(next.at, at))) kept.unshift({ stage, at });
  }
  return kept;
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}
