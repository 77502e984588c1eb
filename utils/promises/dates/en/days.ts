/** English days: "tomorrow", "next Tuesday", "Friday the 4th", "3 December 2026", "the day after tomorrow". */
import type { DayExpr } from '../../types';
import { grammar, rule, type Reader, type Taken } from '../read';
import { anyWeekday, dayNumber, month, monthNumber, n, ordinal, weekday, year } from './words';

type DateExpr = Extract<DayExpr, { type: 'date' }>;

function date(taken: Taken, day: Reader<number>, named: Reader<number> | null): DateExpr {
  return { type: 'date', day: taken.of(day), month: named ? taken.of(named) : null, year: taken.maybe(year) };
}

/** "3/12": where both could be the month, both readings are kept and none is preferred. */
function numeric(first: number, second: number, inYear: number | null): DateExpr | null {
  if (first > 12 && second > 12) return null;
  if (first > 12) return { type: 'date', day: first, month: second, year: inYear };
  if (second > 12) return { type: 'date', day: second, month: first, year: inYear };
  const expr: DateExpr = { type: 'date', day: first, month: second, year: inYear };
  return first === second ? expr : { ...expr, either: { day: second, month: first } };
}

/** Any number 1–31 where month or day may stand. */
export const calendar = grammar<DateExpr>('calendar', [dayNumber, month, ordinal, year], [
  rule('{d} {month} [[,] {year}]', (v) => date(v, dayNumber, month)),
  rule('[the] {nth} [day] [of] {month} [[,] {year}]', (v) => date(v, ordinal, month)),
  rule('{month} [the] {nth} [[,] {year}]', (v) => date(v, ordinal, month)),
  rule('{month} {d} [, {year}]', (v) => date(v, dayNumber, month)),
  rule('{month} {d} {year}', (v) => date(v, dayNumber, month)),
]);

const slashed = grammar<DateExpr>('slashed', [dayNumber, monthNumber, year], [
  rule('{d}~/~{d} [~/~{year}]', (v) => numeric(v.of(dayNumber), v.of(dayNumber, 1), v.maybe(year))),
]);

/** Numbers that are a date by their form alone. */
const surely = grammar<DateExpr>('surely', [dayNumber, monthNumber, year], [
  rule('{d}~/~{d}~/~{year}', (v) => numeric(v.of(dayNumber), v.of(dayNumber, 1), v.of(year))),
  rule('{d}~.~{m}~.~{year}', (v) => ({ type: 'date', day: v.of(dayNumber), month: v.of(monthNumber), year: v.of(year) })),
  rule('{year}~-~{m}~-~{d}', (v) => ({ type: 'date', day: v.of(dayNumber), month: v.of(monthNumber), year: v.of(year) })),
]);

function withWeekday(taken: Taken, of: Reader<DateExpr>): DateExpr {
  return { ...taken.of(of), weekday: taken.of(anyWeekday) };
}
function weekdayOf(taken: Taken, which: 'next' | 'this' | 'nearest' | 'of-next-week', more: { weeks?: number; sure?: boolean } = {}): DayExpr {
  return { type: 'weekday', weekday: taken.maybe(weekday) ?? taken.of(anyWeekday), which, ...more };
}

/** Dates in full, with or without their weekday. */
const dated = grammar<DateExpr>('dated', [anyWeekday, calendar, ordinal, slashed, surely], [
  rule('{calendar}', (v) => v.of(calendar)),
  rule('{surely}', (v) => v.of(surely)),
  rule('[next|this] {wd} [~.] [,] [the] {calendar}', (v) => withWeekday(v, calendar)),
  rule('[next|this] {wd} [~.] [,] {surely}', (v) => withWeekday(v, surely)),
  rule('[next|this] {wd} [~.] [,] {slashed}', (v) => withWeekday(v, slashed)),
  rule("{wd} '(' {calendar} ')'", (v) => withWeekday(v, calendar)),
  rule("{calendar} '(' {wd} ')'", (v) => withWeekday(v, calendar)),
  rule('{calendar} , {wd}', (v) => withWeekday(v, calendar)),
  rule('[next|this] {wd} [,] [the] {nth}', (v) => ({ type: 'date', day: v.of(ordinal), month: null, year: null, weekday: v.of(anyWeekday) })),
]);
/** "Tomorrow, Thursday 19 November". */
function twice(v: Taken, second: DayExpr): DayExpr {
  return { type: 'twice', first: v.words[0]?.text === 'tomorrow' ? { type: 'offset', days: 1 } : { type: 'today' }, second };
}

/** Dates and days that need no preposition to be one. */
export const day = grammar<DayExpr>('day', [anyWeekday, dated, n, weekday], [
  rule('(today|later today|later on today|this very day)', () => ({ type: 'today' })),
  rule('(tomorrow|tommorow|tomorow|tommorrow|tmrw|tmr|tmw|tomoz|2moro)', () => ({ type: 'offset', days: 1 })),
  rule('[the] day after (tomorrow|tommorow|tomorow)', () => ({ type: 'offset', days: 2 })),
  rule('[a] week from (today|now)', () => ({ type: 'offset', days: 7 })),
  rule('(a week today|today week)', () => ({ type: 'offset', days: 7 })),
  rule('a week tomorrow', () => ({ type: 'offset', days: 8 })),
  rule('[a] week from tomorrow', () => ({ type: 'offset', days: 8 })),
  rule("(tomorrow|today) [,|-] {wd}", (v) => twice(v, weekdayOf(v, 'this'))),
  rule("(tomorrow|today) '(' {wd} ')'", (v) => twice(v, weekdayOf(v, 'this'))),
  rule('(tomorrow|today) [,|-] {dated}', (v) => twice(v, v.of(dated))),
  rule("(tomorrow|today) '(' {dated} ')'", (v) => twice(v, v.of(dated))),
  rule('{dated}', (v) => v.of(dated)),
  rule('(next|following) (business|working|work|bank) day', () => ({ type: 'next-business-day' })),
  rule('the (next|following) (business|working|work|bank) day', () => ({ type: 'next-business-day' })),
  rule('[(that|the)] same day', () => ({ type: 'same-day' })),
  rule('{weekday}', (v) => weekdayOf(v, 'next')),
  rule('next {wd}', (v) => weekdayOf(v, 'of-next-week')),
  rule('(this|this coming|coming|the coming) {wd}', (v) => weekdayOf(v, 'this')),
  rule('{wd} [of|in] next week', (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule('next week [on|,] {wd}', (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule('{wd} [of] this week', (v) => weekdayOf(v, 'this', { sure: true })),
  rule('this week [on|,] {wd}', (v) => weekdayOf(v, 'this', { sure: true })),
  rule('{weekday} week', (v) => weekdayOf(v, 'next', { weeks: 1 })),
  rule('(tomorrow|today) week', (v) => ({ type: 'offset', days: v.words[0]?.text === 'today' ? 7 : 8 })),
  rule('[a] week (on|from) {wd}', (v) => weekdayOf(v, 'next', { weeks: 1 })),
]);

/** Days that are one only after "on", "by", "until" …: "on the 3rd", "by 3/12", "on Sat". */
export const prepDay = grammar<DayExpr>('prepDay', [anyWeekday, day, ordinal, slashed], [
  rule('{day}', (v) => v.of(day)),
  rule('{wd}', (v) => weekdayOf(v, 'next')),
  rule('the {nth}', (v) => ({ type: 'date', day: v.of(ordinal), month: null, year: null })),
  rule('the last day of (the|this) month', () => ({ type: 'end-of-month' })),
  rule('{slashed}', (v) => v.of(slashed)),
]);
