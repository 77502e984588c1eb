import { stagesOf } from './stages';
import type { StageTime } from './stages';
import type { Plan, Remindable, ReminderSettings, Ring } from './types';

const LIVE = new Set(['open', 'tentative']);

/**
 * What is to ring at `now`, and when to ask again. A function of its arguments alone: called twice, or late, or after
 * the clock was put back, it rings what has not rung, and nothing else. The caller records a ring in `rang`.
 * @param now ISO instant.
 */
export function plan(promises: readonly Remindable[], now: string, settings: ReminderSettings): Plan {
  const present = Temporal.Instant.from(now);
  const ring: Ring[] = [];
  let wake: Temporal.Instant | null = null;
  for (const promise of promises) {
    for (const { stage, at } of owed(promise, settings)) {
      if (Temporal.Instant.compare(at, present) <= 0) ring.push({ id: promise.id, stage });
      else if (wake === null || Temporal.Instant.compare(at, wake) < 0) wake = at;
    }
  }
  return { ring, wake: wake?.toString() ?? null };
}

/** The instant (ISO) of a promise's next ring, past ones that are still owed included, or null. */
export function nextRing(promise: Remindable, settings: ReminderSettings): string | null {
  return owed(promise, settings)[0]?.at.toString() ?? null;
}

/**
 * From when (ISO) a promise needs the agent: its due stage, rung or not, else the first stage after it, and not while
 * it sleeps. null where it is closed or never comes due. The badge and the list of due promises go by this.
 */
export function needsFrom(promise: Remindable, settings: ReminderSettings): string | null {
  if (!LIVE.has(promise.status)) return null;
  const first = stagesOf(promise, settings).find(({ stage }) => stage !== 'before')?.at
    ?? (promise.due === null ? null : Temporal.Instant.from(promise.due.end));
  return first === null ? null : notBefore(first, promise.snoozedUntil).toString();
}

/** Stages still to ring, each put off to the end of a snooze, in order. */
function owed(promise: Remindable, settings: ReminderSettings): readonly StageTime[] {
  if (!LIVE.has(promise.status)) return [];
  return stagesOf(promise, settings)
    .filter(({ stage }) => !promise.rang.includes(stage))
    .map(({ stage, at }) => ({ stage, at: notBefore(at, promise.snoozedUntil) }));
}

function notBefore(at: Temporal.Instant, quietUntil: string | null): Temporal.Instant {
  if (quietUntil === null) return at;
  const quiet = Temporal.Instant.from(quietUntil);
  return Temporal.Instant.compare(at, quiet) < 0 ? quiet : at;
}
