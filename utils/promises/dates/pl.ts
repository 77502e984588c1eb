/** Polish times. The words are in `pl/`; here is how they make a time of day, a day, a deadline. */
import type { ClockTime, DayExpr, PartOfDay, TimeExpr } from '../types';
import { between, clock, prepBetween, prepClock, type ClockRange } from './pl/clocks';
import { datesBetween, day, dayOf } from './pl/days';
import { durations } from './pl/durations';
import { nothing } from './pl/nothing';
import { spells } from './pl/spells';
import { part, partOf } from './pl/words';
import { dict, grammar, rule, needsOf, timeParser, type Taken, type TimeLanguage, type TimeOrNone } from './read';

type How = 'at' | 'around' | 'by' | 'after';

const at = dict<How>('at', {
  o: 'at', 'dokladnie o': 'at', 'punktualnie o': 'at', 'rowno o': 'at', 'juz o': 'at', 'jeszcze o': 'at', punkt: 'at', 'punkt o': 'at', 'rowno z': 'at', 'najwczesniej o': 'after',
});
const about = dict<How>('about', {
  okolo: 'around', 'ok': 'around', kolo: 'around', 'w okolicach': 'around', 'mniej wiecej o': 'around', 'mniej wiecej okolo': 'around', 'gdzies kolo': 'around',
  'gdzies okolo': 'around', 'tak okolo': 'around', 'tak kolo': 'around', 'tak o': 'around', 'gdzies o': 'around', 'mniej wiecej kolo': 'around',
});
const by = dict<How>('by', {
  do: 'by', przed: 'by', 'najpozniej do': 'by', 'najpozniej o': 'by', 'nie pozniej niz do': 'by', 'nie pozniej niz o': 'by', 'nie pozniej niz': 'by',
  'najdalej do': 'by', 'maksymalnie do': 'by', 'jeszcze przed': 'by', 'jeszcze do': 'by', 'tak do': 'by', 'gdzies do': 'by', 'max do': 'by', 'najdalej o': 'by', 'jak najszybciej , do': 'by',
});
const byDay = dict<How>('byDay', {
  do: 'by', przed: 'by', 'najpozniej do': 'by', 'nie pozniej niz do': 'by', 'najdalej do': 'by', 'maksymalnie do': 'by', 'w terminie do': 'by', 'max do': 'by', 'jeszcze przed': 'by', 'w czasie do': 'by',
});
const latest = dict<How>('latest', { najpozniej: 'by', 'nie pozniej niz': 'by', najdalej: 'by', maksymalnie: 'by' });
const after = dict<How>('after', { po: 'after', 'zaraz po': 'after', 'tuz po': 'after', 'krotko po': 'after', 'dopiero po': 'after' });

/** A moment of the day without its day: "o 15", "do 12:00", "około ósmej rano". */
interface Moment { readonly time: ClockTime; readonly how: How; readonly part: PartOfDay | null }
const moment = grammar<Moment>('moment', [about, after, at, by, clock, latest, part, prepClock], [
  rule('({at}|{about}|{by}) [~.] {prepClock} [{part}] [najpozniej]', (v) => momentOf(v, prepClock)),
  rule('{after} {prepClock} [{part}]', (v) => (v.words.some(({ text }) => text === 'poludniu') ? null : momentOf(v, prepClock))),
  rule('na {clock} [{part}]', (v) => momentOf(v, clock)),
  rule('{clock} [{part}] [najpozniej]', (v) => momentOf(v, clock)),
  rule('w [samo] poludnie', () => ({ time: { hour: 12, minute: 0, meridiem: '24' }, how: 'at', part: null })),
]);
/** "do 3.12" is the third of December, "do 15.30" and "o 3.12" are hours. */
function looksLikeDate(v: Taken): boolean {
  const dot = v.words.findIndex(({ text }) => text === '.');
  const minutes = Number(v.words[dot + 1]?.text);
  return v.words.length === 4 && dot === 2 && minutes >= 1 && minutes <= 12 && v.words[0]?.text !== 'o';
}
function momentOf(v: Taken, reader: typeof clock): Moment | null {
  if (looksLikeDate(v)) return null;
  const deadline = v.words[v.words.length - 1]?.text === 'najpozniej';
  const how = v.maybe(by) ?? v.maybe(about) ?? v.maybe(after) ?? 'at';
  return { time: v.of(reader), how: deadline ? 'by' : how, part: v.maybe(part) };
}

/** A day with or without its part: "w piątek", "jutro rano", "do piątku wieczorem". */
interface DayPart { readonly day: DayExpr | null; readonly part: PartOfDay | null; readonly by: boolean; readonly before?: boolean }
const dayPart = grammar<DayPart>('dayPart', [byDay, day, dayOf, latest, part, partOf], [
  rule('{day}', (v) => ({ day: v.of(day), part: null, by: false })),
  rule('{byDay} {dayOf}', (v) => ({ day: v.of(dayOf), part: null, by: true, before: v.words[0]?.text === 'przed' || v.words[1]?.text === 'przed' })),
  rule('(od|juz od|poczawszy od) {dayOf}', (v) => (v.words[0]?.start === 0 && v.of(dayOf).type === 'date' ? { day: v.of(dayOf), part: null, by: false } : null)),
  rule('{latest} [do] {day}', (v) => ({ day: v.of(day), part: null, by: true })),
  rule('{day} [,] {part}', (v) => ({ day: v.of(day), part: v.of(part), by: false })),
  rule('{part} [,] {day}', (v) => ({ day: v.of(day), part: v.of(part), by: false })),
  rule('{byDay} {dayOf} [do] ({part}|{partOf})', (v) => ({ day: v.of(dayOf), part: v.maybe(part) ?? v.of(partOf), by: true })),
  rule('{latest} {day} {part}', (v) => ({ day: v.of(day), part: v.of(part), by: true })),
  rule('(do|najpozniej do) {partOf}', (v) => ({ day: null, part: v.of(partOf), by: true })),
  rule('{day} do {partOf}', (v) => ({ day: v.of(day), part: v.of(partOf), by: true })),
  rule('[jeszcze] {part}', (v) => ({ day: null, part: v.of(part), by: false })),
]);

const EARLY = 7;
function clockExpr(one: Moment, where: DayPart | null): TimeExpr {
  const how = where?.by ? 'by' : one.how;
  const part = one.part ?? where?.part ?? null;
  // "7:00 wieczorem": here the part of the day tells the half.
  // "Jutro o 7" is the morning: for the evening one says 19, or wieczorem.
  const early = one.time.hour === EARLY && one.time.meridiem === null && part === null && where?.day && where.day.type !== 'today' ? '24' : one.time.meridiem;
  const meridiem = part !== null && part !== 'morning' && one.time.hour < 12 ? null : early;
  return { type: 'clock', ...one.time, meridiem, how, day: where?.day ?? null, part };
}
function rangeExpr(one: ClockRange, where: DayPart | null): TimeExpr {
  return { type: 'range', ...one, day: where?.day ?? null, part: where?.part ?? null };
}
function dayExpr(where: DayPart, deadline = where.by): TimeExpr | null {
  // What is done in the night has no hours of ours.
  if (where.part === 'night') return { type: 'unclear' };
  if (where.part) return { type: 'part', part: where.part, how: deadline ? 'by' : 'in', day: where.day };
  return where.day ? { type: 'day', how: deadline ? 'by' : 'on', day: where.day, ...(where.before ? { before: true } : {}) } : null;
}

const clocksAndDays = grammar<TimeOrNone>('clocksAndDays', [between, datesBetween, day, dayOf, dayPart, moment, part, prepBetween, prepClock], [
  rule('{moment}', (v) => clockExpr(v.of(moment), null)),
  rule("{moment} [,|'('|jeszcze|ale] {dayPart} [~')'] [najpozniej]", (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule('{dayPart} [,|-|juz|tak|gdzies] {moment}', (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule('{dayPart} na {prepClock}', (v) => clockExpr({ time: v.of(prepClock), how: 'at', part: null }, v.of(dayPart))),
  rule("{dayPart} '(' {moment} ')'", (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule('{between}', (v) => rangeExpr(v.of(between), null)),
  rule('{dayPart} [,] {prepBetween}', (v) => rangeExpr(v.of(prepBetween), v.of(dayPart))),
  rule("{dayPart} '(' {prepBetween} ')'", (v) => rangeExpr(v.of(prepBetween), v.of(dayPart))),
  rule('{between} [,] {dayPart}', (v) => rangeExpr(v.of(between), v.of(dayPart))),
  rule('{dayPart}', (v) => dayExpr(v.of(dayPart))),
  rule('{dayPart} [,] najpozniej', (v) => dayExpr(v.of(dayPart), true)),
  rule('(miedzy|pomiedzy) {dayOf} (a|i) {dayOf}', (v) => ({ type: 'days', from: v.of(dayOf), to: v.of(dayOf, 1) })),
  rule('{datesBetween}', (v) => v.of(datesBetween)),
  rule('{day} (lub|albo|ewentualnie|badz) [najpozniej] {day}', (v) => ({ type: 'days', from: v.of(day), to: v.of(day, 1) })),
  rule('{day} (lub|albo|ewentualnie|badz|czy) {dayOf}', (v) => ({ type: 'days', from: v.of(day), to: v.of(dayOf) })),
  rule('{day} , najpozniej {day}', (v) => ({ type: 'day', how: 'by', day: v.of(day, 1) })),
  rule('{day} , (najpozniej|najdalej) {day} {part}', (v) => ({ type: 'part', part: v.of(part), how: 'by', day: v.of(day, 1) })),
]);

const times = grammar<TimeOrNone>('times', [clocksAndDays, durations, nothing, spells], [
  rule('{nothing}', (v) => v.of(nothing)),
  rule('{clocksAndDays}', (v) => v.of(clocksAndDays)),
  rule('{durations}', (v) => v.of(durations)),
  rule('{spells}', (v) => v.of(spells)),
]);

export const pl: TimeLanguage = { parse: timeParser(times), needs: needsOf([clocksAndDays, durations, spells]) };
