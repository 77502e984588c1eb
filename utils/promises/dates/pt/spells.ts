/** Portuguese stretches of time: ends of days, weeks and months, weeks and months, first thing, and "em breve". */
import type { DayExpr, TimeExpr } from '../../types';
import { grammar, look, rule, type Taken } from '../read';
import { prepDay } from './days';
import { dayNumber, monthName, n, part, shortWeekday, weekday, year } from './words';

const TODAY: DayExpr = { type: 'today' };
const UNCLEAR: TimeExpr = { type: 'unclear' };
const VAGUE: TimeExpr = { type: 'vague' };
const endOfDay = (v: Taken): TimeExpr => ({ type: 'part', part: 'end-of-day', how: 'by', day: v.maybe(prepDay) });
const firstThing = (v: Taken): TimeExpr => ({ type: 'part', part: 'first-thing', how: 'in', day: v.maybe(prepDay) });
const tomorrowFirst = (): TimeExpr => ({ type: 'part', part: 'first-thing', how: 'in', day: { type: 'offset', days: 1 } });

const END = '(fim|final|termino|fecho|fechamento|encerramento)';
const BY = '(ate ao|ate o|ate|antes do|ao|no|para o|pro|o mais tardar ao|no maximo ate o|no maximo ate ao|la para o)';
const EARLY = '(logo cedo|bem cedo|cedinho|logo cedinho|logo pela manha|logo de manha|logo de manha cedo|de manha cedo|a primeira hora|as primeiras horas|as primeiras horas da manha|na primeira hora|na primeira hora da manha|primeira hora|nas primeiras horas|nas primeiras horas da manha|ao primeiro horario|no primeiro horario|primeiro horario|logo a primeira hora|logo no inicio da manha|no inicio da manha|ao inicio da manha|ao comecar o dia|no comeco da manha|logo ao inicio do dia|ao abrir|logo ao abrir|assim que abrirmos|cedo|primeira coisa|logo de manhazinha|logo no inicio do dia|logo no comeco do dia|no inicio do expediente)';
const SOON = '(em breve|brevemente|muito em breve|o mais brevemente possivel|o mais breve possivel|o mais rapido possivel|o mais rapidamente possivel|o mais depressa possivel|o mais cedo possivel|quanto antes|o quanto antes|o quanto antes possivel|com a maior brevidade possivel|com a maior brevidade|com a brevidade possivel|com a maxima brevidade|assim que possivel|assim que for possivel|logo que possivel|logo que for possivel|logo que me seja possivel|tao cedo quanto possivel|tao rapido quanto possivel|tao breve quanto possivel|assim que puder|assim que pudermos|logo que possa|logo que possamos|assim que conseguir|assim que der|mais tarde|mais logo|daqui a pouco|daqui a nada|daqui a bocado|daqui a bocadinho|dentro de pouco tempo|em pouco tempo|nos proximos dias|ao longo dos proximos dias|dentro de dias|em dias|em alguns dias|dentro de alguns dias|daqui a alguns dias|daqui a uns dias|dentro de poucos dias|em poucos dias|nas proximas semanas|nas proximas horas|em algumas horas|dentro de algumas horas|dentro de horas|em poucas horas|oportunamente|em momento oportuno|a curto prazo|no curto prazo|num futuro proximo|rapidamente|sem demora|futuramente|um dia destes|qualquer dia|a qualquer momento|em algumas semanas|dentro de algumas semanas|dentro de semanas)';

/** Feasts move, and each town has its own: what is told from them stays open. */
const FEAST = '(feriado|feriadao|feriados|ponte|carnaval|pascoa|natal|ano novo|reveillon|festas|ferias|recesso|semana santa|sao joao|santo antonio|santos populares|corpus christi|dia de finados|dia de reis|reis|quarta de cinzas|quarta - feira de cinzas|balanco|inventario)';

const NTH = '(segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|decimo|2o|3o|4o|5o|10o)';

const anyWeekday = grammar<number>('anyWeekday', [shortWeekday, weekday], [rule('({weekday}|{short})', (v) => v.maybe(weekday) ?? v.of(shortWeekday))]);
/** "Assim que der" is "soon"; "assim que der pra retirar" is a condition. */
const nothingDone = look('nothingDone', (words, at) => {
  const said = words[at - 1]?.text ?? '';
  return !/^(?:der|puder|pudermos|conseguir|possa|possamos)$/u.test(said) || words[at]?.kind !== 'word' || !/^(?:para|pra|levant|retir|ir$|vir$|busc|receb|us|entr|acess|aced)/u.test(words[at]?.text ?? '');
});

const days = [
  rule<TimeExpr>(`${BY} ${END} (do dia|do expediente|do horario comercial|da jornada|do dia util|do dia de trabalho|deste dia)`, (v) => endOfDay(v)),
  rule<TimeExpr>(`${BY} ${END} (do dia|do expediente) (de|desta|deste|da|do|,) {prepDay}`, endOfDay),
  rule<TimeExpr>(`{prepDay} [,] ${BY} ${END} (do dia|do expediente|do horario comercial)`, endOfDay),
  rule<TimeExpr>(`ate {prepDay} [,] ${BY} ${END} (do dia|do expediente)`, endOfDay),
  rule<TimeExpr>(`${BY} ${END} (de|do dia de) {prepDay}`, endOfDay),
  rule<TimeExpr>(`(o mais tardar|no maximo) {prepDay} [,] ${BY} ${END} (do dia|do expediente)`, endOfDay),
  rule<TimeExpr>('[ainda] (ao longo|no decorrer|durante o decorrer) (do dia|do dia de hoje)', () => ({ type: 'day', how: 'on', day: TODAY })),
  rule<TimeExpr>('[ainda] durante o dia de hoje', () => ({ type: 'day', how: 'on', day: TODAY })),
  rule<TimeExpr>('(ao longo do dia de|no decorrer do dia de|durante o dia de) {prepDay}', (v) => ({ type: 'day', how: 'on', day: v.of(prepDay) })),
  rule<TimeExpr>(`${BY} ${END} (da manha|da tarde|da noite)`, (v) => byPart(v, TODAY)),
  rule<TimeExpr>(`${BY} ${END} (da manha|da tarde) (de|desta|da) {prepDay}`, (v) => byPart(v, v.of(prepDay))),
  rule<TimeExpr>(`{prepDay} [,] (ate ao|ate o) ${END} (da manha|da tarde)`, (v) => byPart(v, v.of(prepDay))),
  rule<TimeExpr>(EARLY, (v) => (v.words.length === 1 && v.words[0]?.text === 'cedo' ? null : firstThing(v))),
  rule<TimeExpr>(`{prepDay} [,] ${EARLY}`, firstThing),
  rule<TimeExpr>(`[logo] {prepDay} (de manha cedo|pela manha cedo|cedo de manha|pela manhazinha)`, firstThing),
  rule<TimeExpr>(`${EARLY} (de|na|no|,) {prepDay}`, firstThing),
  rule<TimeExpr>(`${EARLY} amanha`, tomorrowFirst),
  rule<TimeExpr>('(antes do meio dia|antes do meio - dia|antes de almoco)', (v) => (v.words.length > 2 && v.words[2]?.text === 'almoco' ? UNCLEAR : { type: 'part', part: 'before-noon', how: 'by', day: null })),
  rule<TimeExpr>('{prepDay} [,] antes do (meio dia|meio - dia)', (v) => ({ type: 'part', part: 'before-noon', how: 'by', day: v.of(prepDay) })),
  rule<TimeExpr>('antes do (meio dia|meio - dia) (de|da|do|,) {prepDay}', (v) => ({ type: 'part', part: 'before-noon', how: 'by', day: v.of(prepDay) })),
];

/** "até ao fim da tarde": the part is the last word said of the day. */
function byPart(v: Taken, day: DayExpr): TimeExpr | null {
  const said = v.words.find(({ text }) => text === 'manha' || text === 'tarde' || text === 'noite')?.text;
  const which = said === 'manha' ? 'morning' : said === 'tarde' ? 'afternoon' : 'evening';
  const first = v.words[0]?.text;
  const until = v.words.some(({ text }) => text === 'ate' || text === 'antes');
  return first === 'ao' || first === 'no' || !until ? { type: 'part', part: which, how: 'in', day } : { type: 'part', part: which, how: 'by', day };
}

const weeks = [
  rule<TimeExpr>('[ainda|ja] [durante|ao longo] (esta semana|nesta semana|essa semana|desta semana|a semana corrente)', () => ({ type: 'week', which: 'this', how: 'in' })),
  rule<TimeExpr>(`${BY} ${END} (da semana|desta semana|da presente semana|da semana corrente)`, () => ({ type: 'week', which: 'this', how: 'by' })),
  rule<TimeExpr>('(na semana que vem|semana que vem|na proxima semana|a proxima semana|proxima semana|para a semana|pra semana|na semana que entra|na semana seguinte a esta|durante a proxima semana|ao longo da proxima semana|no decorrer da proxima semana|no decurso da proxima semana|no comeco da proxima semana|no inicio da proxima semana|no inicio da semana que vem|no comeco da semana que vem|ja na proxima semana|ja para a semana|a semana que vem|no decorrer da semana que vem|ao longo da semana que vem|durante a semana que vem)', () => ({ type: 'week', which: 'next', how: 'in' })),
  rule<TimeExpr>(`${BY} ${END} (da proxima semana|da semana que vem|da semana proxima)`, () => ({ type: 'week', which: 'next', how: 'by' })),
  rule<TimeExpr>('(ao longo da semana|no decorrer da semana|no decurso da semana|durante a semana)', () => ({ type: 'week', which: 'this', how: 'in' })),
  rule<TimeExpr>('(ate|antes da|a meio da|meados da|em meados da|ate meados da) [a] (proxima semana|semana que vem)', () => UNCLEAR),
  rule<TimeExpr>('(no|neste|este|ja no|durante o) [proximo] (fim de semana|final de semana|fds)', () => ({ type: 'weekend', which: 'this' })),
  rule<TimeExpr>('(no|o) (fim de semana|final de semana) que vem', () => ({ type: 'weekend', which: 'next' })),
  rule<TimeExpr>('ate (ao|o) (fim de semana|final de semana)', () => UNCLEAR),
];
const months = [
  rule<TimeExpr>(`${BY} ${END} (do mes|deste mes|do corrente mes|do mes corrente)`, () => ({ type: 'month', month: 'this', year: null, how: 'by' })),
  rule<TimeExpr>(`${BY} ${END} (do mes que vem|do proximo mes)`, () => ({ type: 'month', month: 'next', year: null, how: 'by' })),
  rule<TimeExpr>(`${BY} ${END} de {monthName} [de {year}]`, (v) => ({ type: 'month', month: v.of(monthName), year: v.maybe(year), how: 'by' })),
  rule<TimeExpr>(`${BY} ${END} do ano`, () => ({ type: 'day', how: 'by', day: { type: 'date', day: 31, month: 12, year: null } })),
  rule<TimeExpr>('[ainda] (este mes|neste mes)', () => ({ type: 'month', month: 'this', year: null, how: 'in' })),
  rule<TimeExpr>('(no mes que vem|mes que vem|no proximo mes|o proximo mes|para o mes que vem|ao longo do proximo mes)', () => ({ type: 'month', month: 'next', year: null, how: 'in' })),
  rule<TimeExpr>('(em|durante|ao longo de|no mes de|durante o mes de) {monthName} [de {year}]', (v) => ({ type: 'month', month: v.of(monthName), year: v.maybe(year), how: 'in' })),
  rule<TimeExpr>('(no inicio de|em meados de|no comeco de|ate meados de|no principio de|a meio de|na primeira quinzena de|na segunda quinzena de|na primeira semana de|na ultima semana de|ate ao inicio de|ate o inicio de) {monthName} [de {year}]', () => UNCLEAR),
  rule<TimeExpr>('(em meados do mes|a meio do mes|no inicio do mes|no inicio do proximo mes|no principio do mes|na proxima quinzena|no comeco do mes)', () => UNCLEAR),
  rule<TimeExpr>('ate {monthName}', () => UNCLEAR),
  rule<TimeExpr>('[ate|ate ao|ate o|no|a|ao|em] [dia] {d} (de cada mes|do mes seguinte)', () => UNCLEAR),
  rule<TimeExpr>(`[ate|ate ao|ate o|no|ao|em] (ultimo dia|ultimo dia util|primeiro dia|primeiro dia util|${NTH} dia util|${NTH} dia) (do|de|da|apos|depois|a seguir) [{monthName}|mes]`, () => UNCLEAR),
  rule<TimeExpr>(`[ate|ate ao|ate o|no|ao|em] ${NTH} dia util`, () => UNCLEAR),
  rule<TimeExpr>(`[ate|ate a|na|em|da] (primeira|ultima|segunda|terceira|quarta) (semana|quinzena) (do|de) [mes|{monthName}]`, () => UNCLEAR),
  rule<TimeExpr>('[ate a|ate ao|ate o|ate|na|no|a|o] (primeira|primeiro|segunda|segundo|terceira|terceiro|quarta|quarto|ultima|ultimo|penultima|penultimo) {anyWeekday} (de|do|da) [{monthName}|mes|ano|proximo mes]', () => UNCLEAR),
  rule<TimeExpr>('[ate a|ate ao|ate o|ate|na|no|a|o] {anyWeekday} (santa|santo|gorda|de carnaval|do carnaval|de cinzas|de pascoa|da pascoa|de ramos|de aleluia)', () => UNCLEAR),
  rule<TimeExpr>('[ate a|na|ja na] (primeira|segunda|proxima) quinzena', () => UNCLEAR),
];
const loose = [
  rule<TimeExpr>('(no dia seguinte|na semana seguinte|no mes seguinte|na manha seguinte|na tarde seguinte|na vespera|ate la|na outra semana)', () => UNCLEAR),
  rule<TimeExpr>('(a hora do almoco|a hora de almoco|na hora do almoco|antes do almoco|depois do almoco|depois de almoco|apos o almoco|a hora de jantar|ate a hora do almoco|ate ao almoco|ate o almoco)', () => UNCLEAR),
  rule<TimeExpr>('a partir de {prepDay}', () => UNCLEAR),
  rule<TimeExpr>('de {prepDay} em diante', () => UNCLEAR),
  rule<TimeExpr>(`[na|no] {prepDay} (depois|apos|a seguir|antes|seguinte|logo depois|logo apos|logo a seguir|imediatamente a seguir|da semana depois|da semana a seguir) (do|o|a|ao|da|de|das|as|aos) [proximo|proxima] ${FEAST}`, () => UNCLEAR),
  rule<TimeExpr>(`(na|a) semana (depois|apos|a seguir|antes|seguinte|logo depois|logo a seguir) (do|o|a|ao|da|das|as|aos) [proximo|proxima] ${FEAST}`, () => UNCLEAR),
  rule<TimeExpr>(`(antes|a seguir|logo depois|logo apos|logo a seguir|depois|apos|passado) (do|o|a|da|das|as|ao|aos) ${FEAST}`, () => UNCLEAR),
  rule<TimeExpr>('(depois|apos|passado) (do|o|a|da|das|as) (feriado|feriadao|natal|carnaval|ano novo|reveillon|festas|ferias) [[,] (do|de|da|em) {prepDay}]', () => UNCLEAR),
  rule<TimeExpr>('(na|da|de|pela|a) madrugada (de|do|da) {prepDay} [(para|pra) [o|a] {prepDay}]', () => UNCLEAR),
  rule<TimeExpr>('(no mes que vem|no proximo mes|mes que vem) [,] [logo] (ate o|ate ao|ate) dia {d}', () => UNCLEAR),
  rule<TimeExpr>('(daqui a|em|dentro de) {n} (semanas|meses) [,] {prepDay}', () => UNCLEAR),
  rule<TimeExpr>('[{prepDay}] [,] (de madrugada|na madrugada|durante a madrugada|da madrugada)', () => UNCLEAR),
  rule<TimeExpr>('(ate ao|ate o|antes do) (inicio|comeco) (da tarde|da noite|da manha)', () => UNCLEAR),
  rule<TimeExpr>(`[ja] ${SOON} {nothingDone}`, () => VAGUE),
  rule<TimeExpr>('logo {over}', () => VAGUE),
  rule<TimeExpr>('(ainda pela|ainda) {part}', (v) => ({ type: 'part', part: v.of(part), how: 'in', day: TODAY })),
];

/** "Aviso logo." at the end of its clause is soon; elsewhere it leads to something. */
const over = look('over', (words, at) => words[at] === undefined || (words[at].kind === 'sign' && words[at].text !== '-'));
export const spells = grammar<TimeExpr>('spells', [anyWeekday, dayNumber, monthName, n, nothingDone, over, part, prepDay, year], [...days, ...weeks, ...months, ...loose]);
