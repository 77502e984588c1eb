/** Polish days: "jutro", "w piątek", "w przyszły wtorek", "3 grudnia", "do 3.12", "za tydzień w środę". */
import type { DayExpr, TimeExpr } from '../../types';
import { dict, grammar, rule, type Reader, type Taken } from '../read';
import { anyWeekday, dayNumber, month, monthNumber, ordinalDay, romanMonth, shortWeekday, weekday, weekdayAfterBefore, year } from './words';

type DateExpr = Extract<DayExpr, { type: 'date' }>;

function date(taken: Taken, day: Reader<number>, named: Reader<number>): DateExpr {
  return { type: 'date', day: taken.of(day), month: taken.of(named), year: taken.maybe(year) };
}
function numeric(taken: Taken): DateExpr {
  return { type: 'date', day: taken.of(dayNumber), month: taken.of(monthNumber), year: taken.maybe(year) };
}
const YEAR = '[[,] {year} [(r [~.]|roku)]]';

/** Day and named month: a date by its form alone. */
const calendar = grammar<DateExpr>('calendar', [dayNumber, month, monthNumber, ordinalDay, romanMonth, year], [
  rule(`{d} [~.] {month} ${YEAR}`, (v) => date(v, dayNumber, month)),
  rule(`{nth} {month} ${YEAR}`, (v) => date(v, ordinalDay, month)),
  rule(`{d} [~.] {roman} ${YEAR}`, (v) => date(v, dayNumber, romanMonth)),
  rule('{d}~.~{m}~.~{year} [(r [~.]|roku)]', numeric),
  rule('{d}~-~{m}~-~{year} [(r [~.]|roku)]', numeric),
  rule('{d}~/~{m}~/~{year} [(r [~.]|roku)]', numeric),
  rule('{year}~-~{m}~-~{d}', numeric),
]);
/** "3.12", "3/12": a date only beside a word that makes it one. */
const short = grammar<DateExpr>('short', [dayNumber, monthNumber], [
  rule('{d}~.~{m}', numeric),
  rule('{d}~/~{m}', numeric),
]);
function weekdayOf(taken: Taken, which: 'next' | 'this' | 'nearest' | 'of-next-week', more: { weeks?: number; sure?: boolean } = {}): DayExpr {
  return { type: 'weekday', weekday: taken.maybe(weekday) ?? taken.of(anyWeekday), which, ...more };
}

const NEXT = '(przyszly|przyszla|przyszlego|przyszlej|nastepny|nastepna|nastepnego|nastepnej|kolejny|kolejna|kolejnego|kolejnej)';
const NEAREST = '(najblizszy|najblizsza|najblizszego|najblizszej|nadchodzacy|nadchodzaca|nadchodzacego|nadchodzacej)';
const THIS = '(ten|te|ta|tego|tej)';
const NEXT_WEEK = '(w|we) (przyszlym|nastepnym|kolejnym|nadchodzacym) tygodniu';

const SAME = (): DayExpr => ({ type: 'same-day' });
const FEASTS: readonly (readonly [day: number, month: number, on: string, of: string])[] = [
  [24, 12, 'wigilie', 'wigilii'], [31, 12, 'sylwestra', 'sylwestra'], [6, 12, 'mikolajki', 'mikolajek'], [14, 2, 'walentynki', 'walentynek'],
];
const feasts = (form: 2 | 3): Record<string, DateExpr> =>
  Object.fromEntries(FEASTS.map((feast) => [feast[form], { type: 'date', day: feast[0], month: feast[1], year: null } as const]));
/** "w Wigilię", "do Wigilii": days with a name and a date of their own. */
const feastOn = dict<DateExpr>('feastOn', feasts(2));
const feastOf = dict<DateExpr>('feastOf', feasts(3));

/** Days that need no preposition to be one. */
export const day = grammar<DayExpr>('day', [anyWeekday, calendar, feastOn, ordinalDay, short, shortWeekday, weekday], [
  rule('[jeszcze|na] (dzis|dzisiaj) [jeszcze]', () => ({ type: 'today' })),
  rule('[jeszcze] w dniu dzisiejszym', () => ({ type: 'today' })),
  rule('[jeszcze] dzisiejszego dnia', () => ({ type: 'today' })),
  rule('[juz|na] (jutro|jurto)', () => ({ type: 'offset', days: 1 })),
  rule('w dniu jutrzejszym', () => ({ type: 'offset', days: 1 })),
  rule('[na] pojutrze', () => ({ type: 'offset', days: 2 })),
  rule("jutro [,] ['('] [w|we] {wd} [~.] [')']", () => ({ type: 'offset', days: 1 })),
  rule("(dzis|dzisiaj) ['('] {wd} [~.] [')']", () => ({ type: 'today' })),
  rule('[juz] (w|we|na) {weekday}', (v) => weekdayOf(v, 'next')),
  rule('[juz] (w|we|na) {wds} [~.]', (v) => ({ type: 'weekday', weekday: v.of(shortWeekday), which: 'next' })),
  rule(`(w|we|na) ${NEXT} {weekday}`, (v) => weekdayOf(v, 'of-next-week')),
  rule(`[juz] (w|we|na) ${NEAREST} {weekday}`, (v) => weekdayOf(v, 'nearest')),
  rule(`[jeszcze] (w|we|na) ${THIS} {weekday}`, (v) => weekdayOf(v, 'this')),
  rule(`(w|we) {weekday} [,] ${NEXT_WEEK}`, (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule(`${NEXT_WEEK} [,] (w|we) {weekday}`, (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule('(w|we) {weekday} przyszlego tygodnia', (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule('(w|we) {weekday} [jeszcze] w tym tygodniu', (v) => weekdayOf(v, 'this', { sure: true })),
  rule('[jeszcze] w tym tygodniu [,] (w|we) {weekday}', (v) => weekdayOf(v, 'this', { sure: true })),
  rule('za tydzien [,] (w|we) {weekday}', (v) => weekdayOf(v, 'next', { weeks: 1, sure: true })),
  rule('(w|we) {weekday} za tydzien', (v) => weekdayOf(v, 'next', { weeks: 1, sure: true })),
  rule('(nastepnego|kolejnego|najblizszego) dnia roboczego', () => ({ type: 'next-business-day' })),
  rule('w (nastepnym|kolejnym|najblizszym|pierwszym) dniu roboczym', () => ({ type: 'next-business-day' })),
  rule('(nastepny|kolejny|najblizszy) dzien roboczy', () => ({ type: 'next-business-day' })),
  rule('[jeszcze|juz] tego [samego] dnia', SAME),
  rule('[jeszcze] (w tym dniu|w tym samym dniu|w ten sam dzien|wtedy|wowczas)', SAME),
  // "Potem wyślemy …": within a sentence it parts two deeds and says little of the day.
  rule('[zaraz] potem', (v) => (v.words[0]?.start === 0 ? SAME() : null)),
  rule('w dniu (wizyty|dostawy|odbioru|montazu|przyjazdu|wysylki|naprawy|doreczenia|instalacji|przegladu)', SAME),
  rule('[w dniu|dnia] {nth}', (v) => (v.words.some(({ kind, text }) => kind === 'number' || text === 'dnia' || text === 'dniu') ? { type: 'date', day: v.of(ordinalDay), month: null, year: null } : null)),
  rule('(w ostatni dzien|ostatniego dnia) [tego|biezacego] miesiaca', () => ({ type: 'end-of-month' })),
  rule('(w|we|na) {feastOn}', (v) => v.of(feastOn)),
  rule('[w dniu|dnia|na dzien|na] {calendar}', (v) => v.of(calendar)),
  rule('(w dniu|dnia|na dzien) {short}', (v) => v.of(short)),
  rule('[w|we|na] {wd} [~.] [,] [(dnia|tj [~.]|czyli)] {calendar}', (v) => ({ ...v.of(calendar), weekday: v.of(anyWeekday) })),
  rule('[w|we|na] {wd} [~.] [,] [(dnia|tj [~.]|czyli)] {short}', (v) => ({ ...v.of(short), weekday: v.of(anyWeekday) })),
  rule("[w|we|na] {wd} '(' ({calendar}|{short}) ')'", (v) => ({ ...(v.maybe(calendar) ?? v.of(short)), weekday: v.of(anyWeekday) })),
  rule("[dnia|w dniu] {calendar} '(' {wd} [~.] ')'", (v) => ({ ...v.of(calendar), weekday: v.of(anyWeekday) })),
  rule("[dnia|w dniu] {short} '(' {wd} [~.] ')'", (v) => ({ ...v.of(short), weekday: v.of(anyWeekday) })),
  rule('{calendar} [,] (w|we) {wd}', (v) => ({ ...v.of(calendar), weekday: v.of(anyWeekday) })),
  rule("jutro [,] ['('] ({calendar}|{short}) [')']", () => ({ type: 'offset', days: 1 })),
]);

/** Days as they stand after "do", "przed": "do piątku", "do 3-go", "do jutra". */
export const dayOf = grammar<DayExpr>('dayOf', [anyWeekday, calendar, dayNumber, feastOf, ordinalDay, short, shortWeekday, weekday, weekdayAfterBefore], [
  rule('{feastOf}', (v) => v.of(feastOf)),
  rule('(dzis|dzisiaj|dzisiejszego dnia|dnia dzisiejszego)', () => ({ type: 'today' })),
  rule('[dnia] (jutra|jutrzejszego|jutrzejszego dnia)', () => ({ type: 'offset', days: 1 })),
  rule('(pojutrza|pojutrze)', () => ({ type: 'offset', days: 2 })),
  rule('{weekday}', (v) => weekdayOf(v, 'next')),
  rule('{wds} [~.]', (v) => ({ type: 'weekday', weekday: v.of(shortWeekday), which: 'next' })),
  rule('{wdi}', (v) => ({ type: 'weekday', weekday: v.of(weekdayAfterBefore), which: 'next' })),
  rule(`${NEXT} {weekday}`, (v) => weekdayOf(v, 'of-next-week')),
  rule('{weekday} (przyszlego|nastepnego|kolejnego) tygodnia', (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule('{weekday} w przyszlym tygodniu', (v) => weekdayOf(v, 'of-next-week', { sure: true })),
  rule(`${NEAREST} {weekday}`, (v) => weekdayOf(v, 'nearest')),
  rule(`${THIS} {weekday}`, (v) => weekdayOf(v, 'this')),
  rule('(nastepnego|kolejnego|najblizszego) dnia roboczego', () => ({ type: 'next-business-day' })),
  rule('[dnia|dzien] {calendar}', (v) => v.of(calendar)),
  rule('[dnia] {short}', (v) => v.of(short)),
  rule('[dnia] {nth}', (v) => ({ type: 'date', day: v.of(ordinalDay), month: null, year: null })),
  rule('{wd} [~.] [,] [dnia] ({calendar}|{short})', (v) => ({ ...(v.maybe(calendar) ?? v.of(short)), weekday: v.of(anyWeekday) })),
  rule("{wd} '(' ({calendar}|{short}) ')'", (v) => ({ ...(v.maybe(calendar) ?? v.of(short)), weekday: v.of(anyWeekday) })),
  rule("({calendar}|{short}) '(' {wd} [~.] ')'", (v) => ({ ...(v.maybe(calendar) ?? v.of(short)), weekday: v.of(anyWeekday) })),
]);

/** A day by its bare number, its month told by the other end: "między <24> a 26 listopada". */
function firstOf(v: Taken, last: DateExpr): DayExpr | null {
  const first = v.of(dayNumber);
  return first < last.day ? { type: 'date', day: first, month: last.month, year: last.year } : null;
}
function between(v: Taken): TimeExpr | null {
  const last = v.maybe(calendar) ?? v.of(short), from = firstOf(v, last);
  return from ? { type: 'days', from, to: last } : null;
}
function betweenDates(v: Taken): TimeExpr {
  const dates = [v.maybe(calendar), v.maybe(calendar, 1), v.maybe(short), v.maybe(short, 1)].filter((one) => one !== null);
  const [from, to] = dates;
  if (!from || !to) throw new Error('two dates were read');
  return { type: 'days', from, to };
}
/** "24–26 listopada", "od 2 do 4 grudnia", "w dniach 24-26.11", "między 30 listopada a 2 grudnia". */
export const datesBetween = grammar<TimeExpr>('datesBetween', [anyWeekday, calendar, dayNumber, short, weekday], [
  rule('[w dniach|w terminie|miedzy|pomiedzy] {d} (-|a|i|lub|albo) {calendar}', between),
  rule('(w dniach|miedzy|pomiedzy) {d} (-|a|i|lub|albo) {short}', between),
  rule('[w dniach|w terminie] od {d} do {calendar}', between),
  rule('od {d} do {short}', between),
  rule('[w dniach|w terminie] od {calendar} do {calendar}', betweenDates),
  rule('[w dniach|w terminie] od {short} do {short}', betweenDates),
  rule('[w dniach] {calendar} - {calendar}', betweenDates),
  rule('w dniach {short} - {short}', betweenDates),
]);
