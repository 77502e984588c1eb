/** Portuguese times, of Brazil and Portugal alike. The words are in `pt/`; here is how they make a time of day, a day, a deadline. */
import type { ClockTime, DayExpr, PartOfDay, TimeExpr } from '../types';
import { bareBetween, between, clock, how, prepClock, toHour, type ClockRange, type How } from './pt/clocks';
import { dated, day, monthDays, prepDay, slashed } from './pt/days';
import { durations } from './pt/durations';
import { nothing } from './pt/nothing';
import { spells } from './pt/spells';
import { part, zone } from './pt/words';
import { grammar, rule, needsOf, timeParser, type Taken, type TimeLanguage, type TimeOrNone } from './read';

/** A moment of the day without its day: "às 15h, horário de Brasília", "até às 18h". */
interface Moment { readonly time: ClockTime; readonly how: How; readonly zone: string | null }
const LATEST = '[[,] (no maximo|o mais tardar|no mais tardar|em ponto|impreterivelmente|sem falta|certinho)]';
const moment = grammar<Moment>('moment', [how, prepClock, toHour, zone], [
  rule(`{how} {prepClock} [[,] {zone}] ${LATEST}`, (v) => momentOf(v)),
  rule(`{how} {prepClock} '(' {zone} ')'`, (v) => momentOf(v)),
  rule('(o mais tardar|no maximo) [,] {how} {prepClock}', (v) => ({ time: v.of(prepClock), how: 'by', zone: null })),
  rule('{toHour}', (v) => ({ time: v.of(toHour), how: 'at', zone: null })),
  rule('{prepClock} (no maximo|o mais tardar)', (v) => ({ time: v.of(prepClock), how: 'by', zone: null })),
]);
function momentOf(v: Taken): Moment | null {
  const { hour, minute } = v.of(prepClock);
  // "antes do meio-dia" is a part of the day, see spells.
  if (v.words[0]?.text === 'antes' && hour === 12 && minute === 0) return null;
  const deadline = v.words.slice(-3).some(({ text }) => text === 'maximo' || text === 'tardar');
  return { time: v.of(prepClock), how: deadline ? 'by' : v.of(how), zone: v.maybe(zone) };
}

/** A day with or without its part: "na sexta", "amanhã à tarde", "na manhã de quinta", "até sexta de manhã". */
interface DayPart { readonly day: DayExpr | null; readonly part: PartOfDay | null; readonly by: boolean; readonly before?: boolean }
const TODAY: DayExpr = { type: 'today' };
const BY = '(ate|ate a|ate ao|ate o|antes de|o mais tardar|o mais tardar ate|no maximo ate|ate no maximo|no mais tardar|no maximo|ate , no maximo ,|no maximo , ate|o mais tardar na|o mais tardar no|o mais tardar em|nao mais tarde que|nao mais tarde do que|impreterivelmente ate)';
const ON = '[ja|logo|para|pra|so|la para|marcado para|agora]';
const inMorning = (word: string | undefined): PartOfDay => (word === 'manha' ? 'morning' : word === 'tarde' ? 'afternoon' : 'evening');
const partSaid = (v: Taken): PartOfDay => inMorning(v.words.find(({ text }) => text === 'manha' || text === 'tarde' || text === 'noite')?.text);
const anyDay = grammar<DayExpr>('anyDay', [dated, day], [
  rule('{dated}', (v) => v.of(dated)),
  rule('{day}', (v) => v.of(day)),
]);
const dayPart = grammar<DayPart>('dayPart', [anyDay, part, prepDay], [
  rule(`${ON} {anyDay}`, (v) => ({ day: v.of(anyDay), part: null, by: false })),
  rule('(para|pra) (a|o) {prepDay}', (v) => ({ day: v.of(prepDay), part: null, by: false })),
  rule('(para|pra) {prepDay}', (v) => ({ day: v.of(prepDay), part: null, by: false })),
  rule(`${ON} {anyDay} [,] {part}`, (v) => (v.words[v.words.length - 2]?.text === 'hoje' ? null : { day: v.of(anyDay), part: v.of(part), by: false })),
  rule('(para|pra) (a|o) {prepDay} [,] {part}', (v) => ({ day: v.of(prepDay), part: v.of(part), by: false })),
  rule('[logo] ((na|pela|durante a) (manha|tarde|noite)|(no inicio da|ao inicio da|no comeco da) (tarde|noite)) (de|do|da|desta|deste) {prepDay}', (v) => ({ day: v.of(prepDay), part: partSaid(v), by: false })),
  rule(`${BY} {prepDay}`, (v) => ({ day: v.of(prepDay), part: null, by: true, before: v.words[0]?.text === 'antes' })),
  rule(`${BY} {prepDay} [,] {part}`, (v) => ({ day: v.of(prepDay), part: v.of(part), by: true })),
  rule('[logo|ainda] (esta|nesta|hoje de|hoje a|hoje pela|hoje na|hoje durante a) (manha|tarde|noite)', (v) => ({ day: TODAY, part: partSaid(v), by: false })),
  rule('(logo a|logo ao fim da|ao fim desta|no final desta) (tarde|noite)', (v) => ({ day: TODAY, part: partSaid(v), by: false })),
  rule('(nessa|nessa mesma|nessa propria|na mesma) (tarde|manha|noite)', (v) => ({ day: { type: 'same-day' }, part: partSaid(v), by: false })),
  rule('{part}', (v) => (v.words.length > 1 ? { day: null, part: v.of(part), by: false } : null)),
]);

/** "Até à meia-noite de sexta" is the end of that Friday; "à meia-noite de sexta" may be its beginning. */
function midnight(one: Moment, where: DayPart): TimeExpr {
  return one.how === 'by' ? { type: 'clock', hour: 23, minute: 59, meridiem: '24', how: 'by', day: where.day, part: null } : { type: 'unclear' };
}
const saysMidnight = (v: Taken): boolean => v.words.some(({ text }, at) => text === 'meia' && /^(?:noite|-)$/u.test(v.words[at + 1]?.text ?? '') && v.words[at + 2]?.text !== 'hora');
function clockOf(v: Taken, where: DayPart): TimeExpr {
  return saysMidnight(v) ? midnight(v.of(moment), where) : clockExpr(v.of(moment), where);
}
function clockExpr(one: Moment, where: DayPart | null): TimeExpr {
  const deadline = where?.by === true && one.how === 'at';
  return {
    type: 'clock', ...one.time, how: deadline ? 'by' : one.how, day: where?.day ?? null, part: where?.part ?? null,
    ...(one.zone ? { zone: one.zone } : {}),
  };
}
function rangeExpr(one: ClockRange, where: DayPart | null): TimeExpr {
  return { type: 'range', from: one.from, to: one.to, day: where?.day ?? null, part: where?.part ?? null };
}
function dayExpr(where: DayPart, deadline = false): TimeExpr | null {
  const by = where.by || deadline;
  if (where.part !== null) return { type: 'part', part: where.part, how: by ? 'by' : 'in', day: where.day };
  return where.day ? { type: 'day', how: by ? 'by' : 'on', day: where.day, ...(where.before ? { before: true } : {}) } : null;
}

const clocksAndDays = grammar<TimeOrNone>('clocksAndDays', [bareBetween, between, clock, dayPart, moment, monthDays, part, prepDay, slashed, zone], [
  rule('{moment}', (v) => clockExpr(v.of(moment), null)),
  rule('{moment} [,|de|do|da] {dayPart}', (v) => clockOf(v, v.of(dayPart))),
  rule('{moment} (de|da|do) {prepDay}', (v) => clockOf(v, { day: v.of(prepDay), part: null, by: false })),
  rule('{dayPart} [,|-] {moment}', (v) => clockOf(v, v.of(dayPart))),
  rule('{slashed} [,|-] {moment}', (v) => clockOf(v, { day: v.of(slashed), part: null, by: false })),
  rule('{slashed} [,] {part}', (v) => ({ type: 'part', part: v.of(part), how: 'in', day: v.of(slashed) })),
  rule('{slashed} [,|-] {between}', (v) => rangeExpr(v.of(between), { day: v.of(slashed), part: null, by: false })),
  rule("{dayPart} '(' {moment} ')'", (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule('{dayPart} [,|-] {clock} [{zone}]', (v) => clockExpr({ time: v.of(clock), how: 'at', zone: v.maybe(zone) }, v.of(dayPart))),
  rule('{between}', (v) => rangeExpr(v.of(between), null)),
  rule('{dayPart} [,|-] {between}', (v) => rangeExpr(v.of(between), v.of(dayPart))),
  rule("{dayPart} '(' {between} ')'", (v) => rangeExpr(v.of(between), v.of(dayPart))),
  rule('{dayPart} [,|-] {bareBetween}', (v) => rangeExpr(v.of(bareBetween), v.of(dayPart))),
  rule('{between} [,] {dayPart}', (v) => rangeExpr(v.of(between), v.of(dayPart))),
  rule('{between} (de|da|do) {prepDay}', (v) => rangeExpr(v.of(between), { day: v.of(prepDay), part: null, by: false })),
  rule('{dayPart}', (v) => dayExpr(v.of(dayPart))),
  rule('{dayPart} [,] (no maximo|o mais tardar|no mais tardar)', (v) => dayExpr(v.of(dayPart), true)),
  rule('entre {prepDay} e {prepDay}', (v) => ({ type: 'days', from: v.of(prepDay), to: v.of(prepDay, 1) })),
  rule('{monthDays}', (v) => v.of(monthDays)),
  rule('[na|no] {prepDay} ou [,] (no maximo|o mais tardar|no mais tardar|ate|talvez) [,] [ate] [na|no] {prepDay}', (v) => ({ type: 'days', from: v.of(prepDay), to: v.of(prepDay, 1) })),
  rule('[na|no] {prepDay} [,] [ou] (no maximo|o mais tardar|no mais tardar|mais tardar|no limite|o mais tardar ate) [ate] [a|ao] [na|no] {prepDay}', (v) => ({ type: 'days', from: v.of(prepDay), to: v.of(prepDay, 1) })),
  rule('(de|desde|a partir de|entre) hoje (ate|a|e) [a|ao|o] {prepDay}', (v) => ({ type: 'days', from: TODAY, to: v.of(prepDay) })),
  rule('(de|da|do|desde) {prepDay} (ate|a|ate a|ate ao|ate o) {prepDay}', () => ({ type: 'unclear' })),
  rule('(de|da) hoje (para|pra) amanha', () => ({ type: 'days', from: TODAY, to: { type: 'offset', days: 1 } })),
  rule('amanha ou depois', () => ({ type: 'days', from: { type: 'offset', days: 1 }, to: { type: 'offset', days: 2 } })),
  rule('ate {prepDay} ou [na|no|a|ate] {prepDay}', (v) => ({ type: 'days', from: TODAY, to: v.of(prepDay, 1) })),
  rule('[na|no] {prepDay} ou [na|no] {prepDay}', (v) => ({ type: 'days', from: v.of(prepDay), to: v.of(prepDay, 1) })),
]);

const times = grammar<TimeOrNone>('times', [clocksAndDays, durations, nothing, spells], [
  rule('{nothing}', (v) => v.of(nothing)),
  rule('{clocksAndDays}', (v) => v.of(clocksAndDays)),
  rule('{durations}', (v) => v.of(durations)),
  rule('{spells}', (v) => v.of(spells)),
]);

export const pt: TimeLanguage = { parse: timeParser(times), needs: needsOf([clocksAndDays, durations, spells]) };
