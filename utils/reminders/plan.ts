import { againOf } from './again';
import { afterQuiet } from './quiet';
import { stagesOf } from './stages';
import type { StageTime } from './stages';
import { STAGES, type Plan, type Remindable, type ReminderSettings, type Ring, type Stage } from './types';

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
    for (const { stage, at } of owed(promise, settings, present)) {
      if (Temporal.Instant.compare(at, present) <= 0) ring.push({ id: promise.id, stage });
      else if (wake === null || Temporal.Instant.compare(at, wake) < 0) wake = at;
    }
  }
  return { ring, wake: wake?.toString() ?? null };
}

/**
 * Of stages that were just told, those which the promise as it is now still owes: what the caller records. Another window may have put
 * it off or moved its date between the telling and the recording; then the ring to come must not count as rung.
 * @param now the instant (ISO) by which it was told.
 */
export function stillOwed(promise: Remindable, told: readonly Stage[], now: string, settings: ReminderSettings): readonly Stage[] {
  return plan([promise], now, settings).ring.map(({ stage }) => stage).filter((stage) => told.includes(stage));
}

/**
 * The stage in whose name a promise's rings are told: the last of them, which overtakes the others; null where a notice of that stage or
 * a later one is shown already. So a ring that was told and not recorded, the worker being stopped, is not told again, not even by a
 * clock that was put back meanwhile.
 * @param rings what the promise owes now. @param shown stages of its notices that are still up.
 */
export function stageToTell(rings: readonly Stage[], shown: readonly Stage[]): Stage | null {
  const last = rings.reduce((at, stage) => Math.max(at, STAGES.indexOf(stage)), -1);
  return shown.some((stage) => STAGES.indexOf(stage) >= last) ? null : STAGES[last] ?? null;
}

/**
 * The instant (ISO) of a promise's next ring, past ones that are still owed included, or null.
 * @param now ISO instant: what is owed by then and falls into quiet hours now is put at their end.
 */
export function nextRing(promise: Remindable, settings: ReminderSettings, now?: string): string | null {
  return owed(promise, settings, now === undefined ? null : Temporal.Instant.from(now))[0]?.at.toString() ?? null;
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

/**
 * Stages still to ring, each put off to the end of a snooze and of quiet hours, in order. What is late rings now, and so it is the quiet
 * hours of now that count for it.
 */
function owed(promise: Remindable, settings: ReminderSettings, now: Temporal.Instant | null): readonly StageTime[] {
  if (!LIVE.has(promise.status)) return [];
  const stages = stagesOf(promise, settings);
  const again = againOf(promise, stages, settings);
  const left = [...stages.filter(({ stage }) => !promise.rang.includes(stage)), ...(again === null ? [] : [again])];
  const quiet = settings.reminders?.quiet ?? null;
  if (quiet === null) return promise.snoozedUntil === null ? left : left.map(({ stage, at }) => ({ stage, at: notBefore(at, promise.snoozedUntil) }));
  const loudNow = now === null ? null : afterQuiet(now, promise.zone, quiet);
  const isQuiet = now !== null && loudNow?.equals(now) === false;
  return left.map(({ stage, at }) => {
    const loud = afterQuiet(notBefore(at, promise.snoozedUntil), promise.zone, quiet);
    return { stage, at: isQuiet && loudNow !== null && Temporal.Instant.compare(loud, now) <= 0 ? loudNow : loud };
  });
}

function notBefore(at: Temporal.Instant, quietUntil: string | null): Temporal.Instant {
  if (quietUntil === null) return at;
  const quiet = Temporal.Instant.from(quietUntil);
  return Temporal.Instant.compare(at, quiet) < 0 ? quiet : at;
}
