/** When to ring. Pure: the time, the hours and the promises are given. */
export { STAGES } from './types';
export type { Plan, Remindable, ReminderSettings, Ring, Stage } from './types';
export { nextRing, needsFrom, plan } from './plan';
export { later, rearmed } from './snooze';
export { stagesOf } from './stages';
export type { StageTime } from './stages';
