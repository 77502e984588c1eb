import { stagesOf } from './stages';
import { STAGES, type Remindable, type ReminderSettings, type Stage } from './types';

/**
 * What has rung once a promise is put to sleep: the last stage that rang is owed again, so that it comes back when
 * the sleep is over. Where nothing has rung, nothing changes: the stages to come are only put off.
 */
export function rearmed(promise: Remindable, settings: ReminderSettings): readonly Stage[] {
  // A promise without a date has one stage, and none while it was never asked to sleep.
  if (promise.due === null) return [];
  const there: ReadonlySet<Stage> = new Set(stagesOf(promise, settings).map(({ stage }) => stage));
  const last = STAGES.filter((stage) => promise.rang.includes(stage) && (there.has(stage) || stage.startsWith('again'))).at(-1);
  return promise.rang.filter((stage) => stage !== last);
}

/**
 * Until when (ISO) the button "later" puts a promise to sleep: a quarter of an hour where minutes count, else an hour.
 * @param now ISO instant.
 */
export function later(promise: Pick<Remindable, 'due'>, now: string): string {
  const close = promise.due === null || promise.due.precision === 'minute' || promise.due.precision === 'hour';
  return Temporal.Instant.from(now).add({ minutes: close ? 15 : 60 }).toString();
}
