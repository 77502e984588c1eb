/**
 * The door for pages that look ahead and read no draft: the working calendar, free moments, what to look at before sending. It brings
 * no grammar of dates along (70 kB gzip that the panel would carry for nothing).
 */
export { checks, dueDate, type Check, type CheckKind, type DayLoad, type LedgerRow } from './checks';
export { clockOf } from './clock';
export { slots } from './slots';
export { standing, type Standing } from './standing';
export { keptBy, type LikelyKept, type OpenRow } from './kept-by';
export type { KeptCue, ReplySigns } from './as-promised';
export { checkIn, deservesCheckIn, isCheckIn, type CheckIn, type SolvedCase } from './check-in';
