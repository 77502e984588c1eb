/** Polish clock times: "15:00", "o 15", "o trzeciej", "wpół do czwartej", "kwadrans po trzeciej", "w południe". */
import type { ClockTime } from '../../types';
import { grammar, look, rule, type Taken } from '../read';
import { hour24, hourWord, minuteOf, minutesSaid, minuteWord, noNoun } from './words';

function exact(hour: number, minute: number): ClockTime | null {
  return hour > 24 || (hour === 24 && minute > 0) ? null : { hour: hour % 24, minute, meridiem: '24' };
}
/** An hour up to twelve may be meant on either half of the day; a later one may not. */
function spoken(hour: number, minute: number): ClockTime | null {
  return hour > 12 || hour === 0 ? exact(hour, minute) : { hour, minute, meridiem: null };
}
/** From six on, minutes in digits tell of the clock of 24 hours: nobody writes "7:00" for the evening, but "3:30" may be either half of the day. */
const SURE_FROM = 6;
function digital(taken: Taken): ClockTime | null {
  const padded = taken.words.find(({ kind }) => kind === 'number')?.text.startsWith('0') === true;
  return padded || (taken.of(hour24) >= SURE_FROM) ? exact(taken.of(hour24), taken.of(minuteOf)) : spoken(taken.of(hour24), taken.of(minuteOf));
}
function hourOnly(taken: Taken): ClockTime | null {
  const padded = taken.words.find(({ kind }) => kind === 'number')?.text.startsWith('0') === true;
  return padded ? exact(taken.of(hour24), 0) : spoken(taken.of(hour24), 0);
}
function before(taken: Taken): ClockTime | null {
  const hour = taken.maybe(hourWord) ?? taken.of(hour24);
  return spoken(hour === 1 ? 12 : hour - 1, 60 - taken.of(minutesSaid));
}
function halfTo(taken: Taken): ClockTime | null {
  const hour = taken.maybe(hourWord) ?? taken.of(hour24);
  return spoken(hour === 1 ? 12 : hour - 1, 30);
}

const GODZ = '(godz [~.]|godzinie|godzina|godziny|godzine|godzina|g~.|h)';
/** A time that shows itself to be one, with no preposition. */
export const clock = grammar<ClockTime>('clock', [hour24, hourWord, minuteOf, minutesSaid, minuteWord], [
  rule('{hour24}~:~{min} [h|godz]', digital),
  rule(`${GODZ} {hour24}`, hourOnly),
  rule(`${GODZ} {hour24}~(:|.)~{min}`, digital),
  rule(`${GODZ} {hourWord} [{minuteWord}]`, (v) => spoken(v.of(hourWord), v.maybe(minuteWord) ?? 0)),
  rule('(wpol|w pol) do {hourWord}', halfTo),
  rule('(wpol|w pol) do {hour24}', halfTo),
  rule('{minutes} [minut] po {hourWord}', (v) => spoken(v.of(hourWord), v.of(minutesSaid))),
  rule('kwadrans po {hour24}', (v) => spoken(v.of(hour24), 15)),
  rule('za {minutes} [minut] {hourWord}', before),
  rule('za kwadrans {hour24}', (v) => {
    const hour = v.of(hour24);
    return spoken(hour === 1 ? 12 : hour - 1, 45);
  }),
]);

const preceding = look('noH', (words, at) => words[at]?.text !== 'h' || words[at]?.kind === 'word');
/** After "o", "do", "przed", "około": also "3", "trzeciej", "15.30", "15h". */
export const prepClock = grammar<ClockTime>('prepClock', [clock, hour24, hourWord, minuteOf, minuteWord, noNoun, preceding], [
  rule('{clock}', (v) => v.of(clock)),
  rule('{hour24} {noNoun}', hourOnly),
  rule('{hour24}~h {noH}', hourOnly),
  rule('{hour24}~.~{min}', digital),
  rule('{hour24}~-~{min} {noNoun}', (v) => (v.of(minuteOf) === 0 || v.of(minuteOf) === 30 ? digital(v) : null)),
  rule('{hourWord} {noNoun}', (v) => spoken(v.of(hourWord), 0)),
  rule('{hourWord} {minuteWord}', (v) => spoken(v.of(hourWord), v.of(minuteWord))),
  rule('poludnia', () => exact(12, 0)),
  rule('polnocy', () => exact(0, 0)),
]);

export interface ClockRange { readonly from: ClockTime; readonly to: ClockTime }
function range(v: Taken): ClockRange {
  return { from: v.of(prepClock), to: v.of(prepClock, 1) };
}
function bareRange(v: Taken): ClockRange | null {
  const [from, to] = [spoken(v.of(hour24), 0), v.maybe(clock) ?? spoken(v.of(hour24, 1), 0)];
  return from && to ? { from, to } : null;
}
const HOURS = '[w] (godz [~.]|godzinach|godzinami|godzina|godziny)';
/** "między 9 a 11", "od 14 do 16", "w godz. 9-11", "14:00-16:00". */
export const between = grammar<ClockRange>('between', [clock, hour24, minuteOf, noNoun, prepClock], [
  rule('(miedzy|pomiedzy) {prepClock} (a|i|-) {prepClock}', range),
  rule('(miedzy|pomiedzy) {hour24} (a|i|-) {hour24} {noNoun}', bareRange),
  rule('(miedzy|pomiedzy) [godzina|godz] [~.] {hour24} (a|i|-) [godzina|godz] [~.] {prepClock}', (v) => {
    const from = spoken(v.of(hour24), 0);
    return from ? { from, to: v.of(prepClock) } : null;
  }),
  rule('od {prepClock} do {prepClock}', range),
  rule('od {hour24} do {prepClock}', (v) => {
    const from = spoken(v.of(hour24), 0);
    return from ? { from, to: v.of(prepClock) } : null;
  }),
  rule(`${HOURS} [od] {hour24} (-|do|a) {hour24}`, bareRange),
  rule(`${HOURS} [od] {prepClock} (-|do|a) {prepClock}`, range),
  rule('{clock} (-|do) {clock}', (v) => ({ from: v.of(clock), to: v.of(clock, 1) })),
]);
/** After a day: "jutro 10-12" is a range too. */
export const prepBetween = grammar<ClockRange>('prepBetween', [between, clock, hour24, noNoun], [
  rule('{between}', (v) => v.of(between)),
  rule('{hour24} - {hour24} {noNoun}', bareRange),
]);
