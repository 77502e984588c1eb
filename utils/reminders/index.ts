/** When to ring. Pure: the time, the hours and the promises are given. */
export { STAGES } from './types';
export type { Plan, Remindable, ReminderSettings, Ring, Stage } from './types';
export { nextRing, needsFrom, plan, stageToTell, stillOwed } from './plan';
export { later, rearmed } from './snooze';
export { DEFAULT_LEAD, stagesOf } from './stages';
export type { StageTime } from './stages';
export { digestOf, type Digest } from './digest';
