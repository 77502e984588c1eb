/** What looks like a time and gives none: the past, the repeated, opening hours, the age of a thing. */
import { dict, digits, grammar, look, rule, type TimeOrNone } from '../read';
import { between, clock } from './clocks';
import { calendar, day, prepDay } from './days';
import { anyWeekday, month, n, part, unit, weekday, workUnit, year } from './words';

const NONE: TimeOrNone = { type: 'none' };
const PLURAL_DAYS = dict('weekdays', { mondays: 1, tuesdays: 2, wednesdays: 3, thursdays: 4, fridays: 5, saturdays: 6, sundays: 7, weekends: 8 });
const POSSESSIVE = dict('ones', {
  "monday's": 1, "tuesday's": 1, "wednesday's": 1, "thursday's": 1, "friday's": 1, "saturday's": 1, "sunday's": 1, "today's": 1, "tomorrow's": 1,
  "yesterday's": 1, 'black friday': 1, 'good friday': 1, 'cyber monday': 1, 'easter monday': 1, 'boxing day': 1, 'giving tuesday': 1,
});
const seven = digits('seven', 7, 7, 1);
const PAPERS = '(invoice|order|letter|email|e-mail|mail|message|bill|statement|note|call|report|payment|request|ticket|contract|receipt|enquiry|inquiry|chat|purchase|booking|reservation)';

/** "We spoke back in March", but "I'll call you back in ten minutes", "you'll be called back on Friday". */
const past = look('past', (words, at) => !/^(?:be|get|being|getting)$/u.test(words[at - 2]?.text ?? '') && /(?:ed|^(?:bought|sent|paid|spoke|wrote|made|was|were|did|had|took|got|came|went|began|happened|told|said|met|rang|order|account|problem))$/u.test(words[at - 1]?.text ?? ''));

/** "Monday to Friday, 9 to 5": opening hours. */
const spread = grammar<true>('spread', [anyWeekday, between, clock], [
  rule('{wd} (to|-|through|thru|until|till) {wd} [,|:] [from|between] [{between}|{clock}]', () => true),
]);

export const nothing = grammar<TimeOrNone>('nothing', [anyWeekday, between, calendar, clock, day, month, n, part, past, PLURAL_DAYS, POSSESSIVE, prepDay, seven, spread, unit, weekday, workUnit, year], [
  rule('24~/~{seven} [~/~365]', () => NONE),
  rule('(since|as of|ever since|dated|backdated to) [{prepDay}|{month}|{n} {unit}]', (v) => (v.words.length > 2 || v.maybe(prepDay) || v.maybe(month) ? NONE : null)),
  rule('{past} back (on|in) ({prepDay}|{month})', () => NONE),
  rule('(last|past|previous|yesterday) [{weekday}|week|month|night|year|{part}|evening]', () => NONE),
  rule('{wd} last week', () => NONE),
  rule('earlier (today|this week|this month|this morning|this afternoon|on|in the week)', () => NONE),
  rule('[{n}] [(a few|several|some|a couple of)] ({unit}|{workUnit}) (ago|earlier|before|prior|old|late|overdue|delay)', (v) => (v.words.length > 2 ? NONE : null)),
  rule('(in|over|for|during|within) the (last|past|previous) [{n}] [(few|couple of)] ({unit}|{workUnit})', () => NONE),
  rule('for {n} [(to|-) {n}] ({unit}|{workUnit})', () => NONE),
  rule('(every|each|any|per|a given) ({wd}|{part}|{unit}|{workUnit}|other {unit}|{n} {unit})', () => NONE),
  rule('[on] {weekdays}', () => NONE),
  rule('{ones}', () => NONE),
  rule('{spread}', () => NONE),
  rule('({between}|{clock}) [,] {wd} (to|-|through|thru) {wd}', () => NONE),
  rule('(open|opening hours|hours|opens|closed|available) [are|is|:|from|every day|daily|until|on] ({between}|{prepDay}|{clock}|{spread}|{weekdays}) [,] [{between}|{spread}]', () => NONE),
  rule('since {clock}', () => NONE),
  rule('(there and then|then and there)', () => NONE),
  rule(`${PAPERS} (of|from|dated) [the] {prepDay}`, () => NONE),
  rule('(as|was|were|we|i|you) [(already|just|also|previously)] (promised|discussed|agreed|mentioned|requested|explained|ordered|spoke|wrote|called|contacted|talked) [with you|to you|you|us] [{prepDay}|on {prepDay}]', (v) => (v.maybe(prepDay) ? NONE : null)),
  // "From 1 October we'll move you": at the head of its sentence it is when it begins.
  rule('(from|of) [the] {calendar}', (v) => (v.words[0]?.start === 0 ? null : NONE)),
  rule(`${PAPERS} (of|from|dated) {month} [{year}]`, () => NONE),
  rule('{weekday} (team|crew|shift|class|group|course|market|special|edition|club|session)', () => NONE),
  rule('{day} (invoice|order|bill|appointment|delivery|email|meeting|shift|statement|sale|deal|issue|version|prayers|newsletter)', () => NONE),
]);
