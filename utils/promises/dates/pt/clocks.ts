/** Portuguese clock times: "às 15h30", "às três e meia", "um quarto para as três", "ao meio-dia", "das 14h às 16h". */
import type { ClockTime } from '../../types';
import { dict, grammar, look, rule, type Taken } from '../read';
import { half, hour24, hourWord, minuteOf, minutesSaid } from './words';

export type How = 'at' | 'around' | 'by' | 'after';
/** Below this an hour written "3h" or "3:30" is as often the afternoon's; from it on it is read as written. */
const FIRST_SURE_HOUR = 7;

function exact(hour: number, minute: number): ClockTime | null {
  return hour > 24 || (hour === 24 && minute > 0) ? null : { hour: hour % 24, minute, meridiem: '24' };
}
function said(hour: number, minute: number): ClockTime | null {
  return hour > 12 ? exact(hour, minute) : { hour, minute, meridiem: null };
}
/** "15h", "15h30", "09:00": exact, but for an unpadded small hour. */
function written(v: Taken): ClockTime | null {
  const hour = v.of(hour24);
  const padded = v.words[0]?.text.startsWith('0') === true;
  const minute = v.maybe(minuteOf) ?? 0;
  // "6h45" with its minutes is of the timetable, "6h" may be six in the evening.
  return hour >= FIRST_SURE_HOUR || hour === 0 || padded || (hour === FIRST_SURE_HOUR - 1 && minute > 0) ? exact(hour, minute) : { hour, minute, meridiem: null };
}
function withHalf(time: ClockTime | null, meridiem: 'am' | 'pm' | null): ClockTime | null {
  if (!time || meridiem === null || time.hour > 12 || time.hour === 0) return time;
  return { ...time, meridiem };
}
function before(v: Taken): ClockTime | null {
  const minutes = v.of(minutesSaid);
  const hour = v.maybe(hourWord) ?? v.of(hour24);
  if (minutes === 30 || hour === 0) return null;
  return said(hour === 1 ? 12 : hour - 1, 60 - minutes);
}

/** Hours that show themselves to be such. */
const plain = grammar<ClockTime>('plain', [hour24, hourWord, minuteOf, minutesSaid], [
  rule('{hour24} [~](h|hs|hrs|hr)', written),
  rule('{hour24} (horas|hora)', (v) => (v.of(hour24) === 24 ? null : written(v))),
  rule('{hour24}~(h|:|h:)~{min} [~](h|hs|min|m|hrs)', written),
  rule('{hour24}~(h|:)~{min}', written),
  rule('{hour24}~h [e] {min} [~](min|minutos)', written),
  rule('{hour24} horas e {min} [minutos]', written),
  rule('{hourWord} (horas|hora)', (v) => said(v.of(hourWord), 0)),
  rule('({hourWord}|{hour24} [~h|horas]) e {minutes} [minutos]', (v) => {
    const spoken = v.maybe(hourWord);
    const minutes = v.of(minutesSaid);
    return spoken === null ? said(v.of(hour24), minutes) : said(spoken, minutes);
  }),
  rule('{hourWord} horas e {minutes} [minutos]', (v) => said(v.of(hourWord), v.of(minutesSaid))),
  rule('({hourWord}|{hour24} [~h]) menos {minutes}', before),
  rule('(meio dia|meio - dia|12h do dia)', () => exact(12, 0)),
  rule('(meia noite|meia - noite)', () => exact(0, 0)),
  rule('(meio dia|meio - dia) e (meia|trinta)', () => exact(12, 30)),
  rule('(meio dia|meio - dia) e {minutes}', (v) => exact(12, v.of(minutesSaid))),
]);
/** "às" and its kin may stand inside: "um quarto para as três". */
export const toHour = grammar<ClockTime>('toHour', [hour24, hourWord, minutesSaid], [
  rule('{minutes} [minutos] (para as|para a|pras|pra as|pra a) ({hourWord}|{hour24} [~](h|horas)|{hour24})', before),
  rule('{minutes} [minutos] para o (meio dia|meio - dia)', (v) => exact(11, 60 - v.of(minutesSaid))),
]);

/** A time that needs no preposition to be one, with the half of the day where it is said. */
export const clock = grammar<ClockTime>('clock', [half, plain, toHour], [
  rule('{plain} [[,] {half}]', (v) => withHalf(v.of(plain), v.maybe(half))),
  rule('{toHour} [{half}]', (v) => withHalf(v.of(toHour), v.maybe(half))),
]);

const AFTER_BARE = new Set([
  'e', 'ou', 'mas', 'se', 'para', 'de', 'do', 'da', 'com', 'no', 'na', 'em', 'amanha', 'hoje', 'depois', 'que', 'pra', 'ligo', 'ja', 'porque', 'por',
  'segunda', 'terca', 'quarta', 'quinta', 'sexta', 'sabado', 'domingo', 'dia', 'ate', 'sem', 'em', 'pelo', 'pela', 'horario', 'hora', 'certinho', 'quando', 'te', 'lhe', 'lhes', 'vos', 'eu', 'nos', 'voce', 'o', 'a', 'os', 'as', 'um', 'uma', 'nosso', 'nossa', 'meu', 'minha', 'alguem', 'vou', 'vamos', 'vai', 'sem', 'nao',
]);
const SIGNS_AFTER = new Set(['.', ',', ';', '!', '?', ')', '-', ':', '"', '”', '(', '…', '»']);
/** What may follow an hour that stands bare ("às 3"): "às 3 lojas" is none. */
const noNoun = look('noNoun', (words, at) => {
  const next = words[at];
  if (!next) return true;
  const second = words[at + 1];
  if (next.kind === 'sign') return SIGNS_AFTER.has(next.text) && !(next.glued && second?.glued === true && second.kind === 'number');
  // A verb: "amanhã às 10 ligo-te", "às 10 mandamos".
  return next.kind === 'word' && !next.glued && (AFTER_BARE.has(next.text) || (second?.text === '-' && second.glued) || (next.text.length > 5 && next.text.endsWith('mos')));
});
/** An hour that only its preposition makes one: "às 3", "às três", "às 3 da tarde". */
const bare = grammar<ClockTime>('bare', [half, hour24, hourWord, noNoun], [
  rule('({hourWord}|{hour24}) {noNoun}', (v) => said(v.maybe(hourWord) ?? v.of(hour24), 0)),
  rule('({hourWord}|{hour24}) {half}', (v) => withHalf(said(v.maybe(hourWord) ?? v.of(hour24), 0), v.of(half))),
]);
/** After a preposition. */
export const prepClock = grammar<ClockTime>('prepClock', [bare, clock], [
  rule('{clock}', (v) => v.of(clock)),
  rule('{bare}', (v) => v.of(bare)),
]);

const AT = ['as', 'a', 'ao', 'pelas', 'pela', 'pelo', 'logo as', 'ja as', 'so as', 'exatamente as', 'para as', 'pras', 'para o', 'para a'];
const AROUND = ['por volta das', 'por volta da', 'por volta do', 'por volta de', 'cerca das', 'cerca da', 'cerca do', 'la pelas', 'la pela', 'la para as', 'la pras', 'ai pelas', 'ai pela', 'perto das', 'perto da', 'mais ou menos as', 'a volta das', 'a volta da', 'aproximadamente as', 'por essas'];
const BY = ['ate as', 'ate a', 'ate ao', 'ate o', 'ate', 'antes das', 'antes da', 'antes do', 'o mais tardar as', 'o mais tardar ate as', 'no maximo as', 'no maximo ate as', 'ate no maximo as', 'ate no maximo', 'no mais tardar as', 'nao depois das', 'o mais tardar pelas', 'mais tardar as'];
const AFTER = ['depois das', 'depois da', 'depois do', 'apos as', 'a partir das', 'a partir da', 'a partir do', 'passado das'];
export const how = dict<How>('how', Object.fromEntries<How>([
  ...AT.map((word): [string, How] => [word, 'at']), ...AROUND.map((word): [string, How] => [word, 'around']),
  ...BY.map((word): [string, How] => [word, 'by']), ...AFTER.map((word): [string, How] => [word, 'after']),
]));

export interface ClockRange { readonly from: ClockTime; readonly to: ClockTime }
const pair = (v: Taken): ClockRange => ({ from: v.of(end), to: v.of(end, 1) });
/** One end of a range: any way of saying the hour. */
const end = grammar<ClockTime>('end', [clock, half, hour24, hourWord], [
  rule('{clock}', (v) => v.of(clock)),
  rule('({hourWord}|{hour24})', (v) => said(v.maybe(hourWord) ?? v.of(hour24), 0)),
]);
/** An end that shows by itself that it is an hour: "16h", "4 da tarde". */
const sure = grammar<ClockTime>('sure', [clock, half, hour24, hourWord], [
  rule('{clock}', (v) => v.of(clock)),
  rule('({hourWord}|{hour24}) {half}', (v) => withHalf(said(v.maybe(hourWord) ?? v.of(hour24), 0), v.of(half))),
]);
export const between = grammar<ClockRange>('between', [end, sure], [
  rule('entre (as|a|o) {end} e (as|a|o) {end}', pair),
  rule('entre [as|a] {end} (e|as) [as|a] {sure}', (v) => ({ from: v.of(end), to: v.of(sure) })),
  rule('(das|da|do) {end} (as|a|ao|ate as|ate a|ate ao|e as) {end}', pair),
  rule('(de|desde as|desde a) {end} (as|a|ao|ate as|ate) {sure}', (v) => ({ from: v.of(end), to: v.of(sure) })),
  rule('{sure} (-|as|a|ate as|ao) {sure}', (v) => ({ from: v.of(sure), to: v.of(sure, 1) })),
]);
/** "Entre 8 e 10": hours only beside a day. */
export const bareBetween = grammar<ClockRange>('bareBetween', [end, noNoun], [
  rule('entre {end} e {end} {noNoun}', pair),
  rule('de {end} a {end} {noNoun}', pair),
]);
