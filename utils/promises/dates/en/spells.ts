/** English stretches of time: ends of days and weeks, weeks, months, parts of a day without a day, and "soon". */
import type { DayExpr, TimeExpr } from '../../types';
import { dict, grammar, look, rule, type Taken } from '../read';
import { month, monthName, part, prepDayOf, year } from './spell-words';

const TODAY: DayExpr = { type: 'today' };
function endOfDay(v: Taken): TimeExpr {
  return { type: 'part', part: 'end-of-day', how: 'by', day: v.maybe(prepDayOf) };
}
function firstThing(v: Taken): TimeExpr {
  return { type: 'part', part: 'first-thing', how: 'in', day: v.maybe(prepDayOf) };
}
const WEEK_THIS: TimeExpr = { type: 'week', which: 'this', how: 'in' };
const WEEK_NEXT: TimeExpr = { type: 'week', which: 'next', how: 'in' };
const UNCLEAR: TimeExpr = { type: 'unclear' };
const VAGUE: TimeExpr = { type: 'vague' };

function ofDay(whose: string): TimeExpr {
  if (whose.startsWith('tonight')) return { type: 'part', part: 'evening', how: 'in', day: TODAY };
  return { type: 'day', how: 'on', day: whose.startsWith('tomorrow') ? { type: 'offset', days: 1 } : TODAY };
}

const END = '([the] end of [the|our|my] [business|working|work] day|eod|cob|eob|[the] close of (business|play|day)|[the] end of (business|play|my shift))';
const BY = '[by|before|until|till|no later than|at]';
const SOON = '(soon|very soon|shortly|very shortly|as soon as possible|as soon as we can|as soon as i can|asap|a.s.a.p|as quickly as possible|as quickly as we can|as quickly as i can|as fast as possible|as fast as we can|in due course|in the near future|at the earliest|at the earliest opportunity|at our earliest convenience|at my earliest convenience|in a bit|in a little while|in a little bit|in a while|before long|momentarily|promptly|sometime soon|some time soon|any time soon|without delay|without undue delay|sooner rather than later|in no time|one of these days|in the coming days|in the coming weeks|over the coming days|over the coming weeks|in the next few days|within the next few days|over the next few days|within a few days|in a few days|in a few weeks|within a few weeks|in the next few weeks|over the next few weeks|in the next few hours|within a few hours|in a few hours|within the next few hours|over the next few hours|in the coming hours|as early as possible|at the earliest possible time|as soon as practicable|in a timely manner|in the next couple of weeks|at some point)';

/** "First thing" and no more: "the first thing to do" is none. */
const alone = look('alone', (words, at) => !/^(?:to|is|was|you|we|i|that|the|a|they|on)$/u.test(words[at]?.text ?? ''));

const ofWeekday = dict("weekdays'", { "monday's": 1, "tuesday's": 2, "wednesday's": 3, "thursday's": 4, "friday's": 5, "saturday's": 6, "sunday's": 7 });

export const spells = grammar<TimeExpr>('spells', [alone, ofWeekday, month, monthName, part, prepDayOf, year], [
  rule(`${BY} ${END}`, endOfDay),
  rule(`${BY} ${END} [on|of] [,] {prepDay}`, endOfDay),
  rule(`${BY} {prepDay} [,|at|by] ${END}`, endOfDay),
  rule('(by|before|until) the end of {prepDay}', endOfDay),
  rule('(by|before|until) (the end of today|the end of the day today|day end|days end|the day is out|the day is over)', () => ({ type: 'part', part: 'end-of-day', how: 'by', day: TODAY })),
  rule('(before|by) the end of the (morning|afternoon|evening)', (v) => ({ type: 'part', part: v.words[v.words.length - 1]?.text as 'morning', how: 'by', day: TODAY })),
  rule('before (noon|midday|12 noon)', () => ({ type: 'part', part: 'before-noon', how: 'by', day: null })),
  rule('before (noon|midday) [on|,] {prepDay}', (v) => ({ type: 'part', part: 'before-noon', how: 'by', day: v.of(prepDayOf) })),
  rule('{prepDay} [,] before (noon|midday|12 noon)', (v) => ({ type: 'part', part: 'before-noon', how: 'by', day: v.of(prepDayOf) })),
  rule('on {prepDay} [,] before (noon|midday|12 noon)', (v) => ({ type: 'part', part: 'before-noon', how: 'by', day: v.of(prepDayOf) })),
  rule('first thing {alone}', firstThing),
  rule('first thing in the morning', firstThing),
  rule('first thing [in the morning] [on] [,] {prepDay} [morning]', firstThing),
  rule('[on] {prepDay} [morning] [,] first thing [in the morning]', firstThing),
  rule('(bright and early) [on] [{prepDay}] [morning]', firstThing),
  rule('[sometime|some time|anytime|later|early|late|earlier|mid] [-] (this week)', () => WEEK_THIS),
  rule('(during|over the course of|in the course of|within|during the course of) this week', () => WEEK_THIS),
  rule('(by|before|until|at|no later than) [the] end of [the|this] [working|business] week', () => ({ type: 'week', which: 'this', how: 'by' })),
  rule('(by|before|until) (eow|the week is out|the week is over|this week ends|the weekend|the week end|close of business this week)', () => ({ type: 'week', which: 'this', how: 'by' })),
  rule('(eow|end of this week|end of the week|end of week)', () => ({ type: 'week', which: 'this', how: 'by' })),
  rule('[sometime|some time|anytime|later|early|late|in|during|at some point] next week', () => WEEK_NEXT),
  rule('[in|during] the week after next', () => ({ ...WEEK_NEXT, later: 1 })),
  rule('(by|before|until) the end of the week after next', () => ({ ...WEEK_NEXT, how: 'by', later: 1 })),
  rule("(in|with|on) (today's|tonight's|tomorrow's) (post|mail|delivery|run|dispatch|shipment|batch|release|update|van)", (v) => ofDay(v.words[1]?.text ?? '')),
  rule("(at|in|during|on) {weekdays'} [team|weekly|board|staff|next] (meeting|call|session|visit|board|committee|review)", (v) => ({ type: 'day', how: 'on', day: { type: 'weekday', weekday: v.of(ofWeekday), which: 'next' } })),
  rule("(in|with|on) next week's (post|mail|delivery|run|dispatch|shipment|batch|release|update)", () => WEEK_NEXT),
  rule('(at|towards|in) the (beginning|start) of next week', () => WEEK_NEXT),
  rule('(the beginning of|the start of|beginning of|start of) next week', () => WEEK_NEXT),
  rule('(in|over|during) the (coming|following|upcoming) week', () => WEEK_NEXT),
  rule('(by|before|until|at|no later than|towards) [the] end of next week', () => ({ type: 'week', which: 'next', how: 'by' })),
  rule('(by|before|until) (early|mid|the middle of|the beginning of|the start of) [-] next week', () => UNCLEAR),
  rule('(by|before|until) next week', () => UNCLEAR),
  rule('[on|by|before|until] the (first|second|third|last) (working|business|work|bank) day (of|in|after) [the|this|next] (month|week|year|{month})', () => UNCLEAR),
  rule('(mid|middle of|the middle of) [-] (week|next week|the week|next month|this month)', () => UNCLEAR),
  rule('[on|at|over|during|by] (the|this|this coming) weekend', (v) => (v.words[0]?.text === 'by' ? UNCLEAR : { type: 'weekend', which: 'this' })),
  rule('[right|straight|just] after (the|this) weekend', () => UNCLEAR),
  rule('[on|at|over|during] next weekend', () => ({ type: 'weekend', which: 'next' })),
  rule('(by|before|until|at|no later than|towards) [the] (end|close) of [the|this] (month|calendar month)', () => ({ type: 'month', month: 'this', year: null, how: 'by' })),
  rule('(by|before) (eom|month end|the month is out|the month is over|the end of the current month)', () => ({ type: 'month', month: 'this', year: null, how: 'by' })),
  rule('(by|before|until|at) [the] end of next month', () => ({ type: 'month', month: 'next', year: null, how: 'by' })),
  rule('[sometime|some time|later|in|during] this month', () => ({ type: 'month', month: 'this', year: null, how: 'in' })),
  rule('[sometime|some time|later|in|during] next month', () => ({ type: 'month', month: 'next', year: null, how: 'in' })),
  rule('(in|during|sometime in|some time in|over) {monthName} [{year}]', (v) => ({ type: 'month', month: v.of(monthName), year: v.maybe(year), how: 'in' })),
  rule('(by|before|until|at) [the] end of {month} [{year}]', (v) => ({ type: 'month', month: v.of(month), year: v.maybe(year), how: 'by' })),
  rule('(by|before|until) [the] end of [the|this] year', () => ({ type: 'day', how: 'by', day: { type: 'date', day: 31, month: 12, year: null } })),
  rule('(by|before) (year end|eoy|the year is out)', () => ({ type: 'day', how: 'by', day: { type: 'date', day: 31, month: 12, year: null } })),
  rule('(in|by|at|from|until) (early|mid|late|the middle of|the beginning of|the start of|the first week of|the first half of|the second half of|the last week of|the week of) [-] {monthName} [{year}]', () => UNCLEAR),
  rule('[in|by|during] the week (of|beginning|commencing|starting) {prepDay}', () => UNCLEAR),
  rule('by {monthName}', () => UNCLEAR),
  rule('(by|at|around|before|after|over) (lunch|lunchtime|lunch time|then|now)', () => UNCLEAR),
  rule('[by|at|around|before|after|over|on] {prepDay} (lunch|lunchtime|lunch time)', () => UNCLEAR),
  rule('(the next day|the following day|the day after|next day|the following week|the week after|the next morning|the following morning)', () => UNCLEAR),
  rule('(overnight|through the night|during the night|by then)', () => UNCLEAR),
  rule('(by|within|in|before|after|over) (the next|the coming|the following) (months|weeks|days)', () => VAGUE),
  rule(`[just] ${SOON}`, () => VAGUE),
]);
