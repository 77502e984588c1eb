/**
 * What was promised, and when it falls due. Pure: the draft, the language and the clock are handed in.
 *
 * - `find(language, draft, clock)` finds the promises of a draft with their dates.
 * - `resolve(expr, clock, previousDay)` turns a time as said into a window.
 * - `parseTimes(asset, sentence, offset)` finds the times said in one sentence.
 * - `holidaysOf(country, from, to)` lists a country's public holidays.
 * - `checks(promises, clock, ledger)` says what to look at before sending.
 * - `replySigns(language, draft, promises)` tells what a reply says of earlier promises; `keptBy(cues, rows)` which of them it likely keeps.
 * - `checkIn(solved, records, clock)` proposes to ask again after a case is solved.
 * - `slots(clock, n)` offers free moments for a promise that named none.
 * - `recordOf(draft, now)` and `changed(record, change, now, rearm)` are the life of a promise in the ledger.
 */
export * from './types';
export { find } from './find';
export { resolve, type Resolved } from './resolve';
export { parseTimes } from './dates';
export { holidaysOf, HOLIDAY_COUNTRIES, type HolidayCountry } from './holidays';
export { checks, dueDate, type Check, type CheckKind, type DayLoad, type LedgerRow } from './checks';
export { clockOf } from './clock';
export { slots } from './slots';
export { NO_SIGNS, replySigns, type KeptCue, type ReplySigns } from './as-promised';
export { keptBy, type LikelyKept, type OpenRow } from './kept-by';
export { checkIn, deservesCheckIn, isCheckIn, type CheckIn, type SolvedCase } from './check-in';
export * from './ledger';
export { standing, type Standing } from './standing';
