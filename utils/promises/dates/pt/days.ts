/** Portuguese days: "amanhã", "na próxima terça", "sexta, dia 4", "3 de dezembro de 2026", "no próximo dia útil". */
import type { DayExpr, TimeExpr } from '../../types';
import { dict, grammar, look, rule, type Reader, type Taken } from '../read';
import { dayNumber, month, monthNumber, n, ordinalFeira, shortWeekday, shortYear, weekday, year } from './words';

type DateExpr = Extract<DayExpr, { type: 'date' }>;
type Which = Extract<DayExpr, { type: 'weekday' }>['which'];

/** Ordinals' company: "segunda via", "quarta parcela", "Quinta do Lago". */
const NOUNS = new Set(`via vias parcela parcelas vez linha linhas tentativa tentativas opcao fatura faturas mensalidade prestacao cobranca chamada
  ligacao encomenda mensagem visita fase etapa pagina casa posicao mao classe categoria geracao instancia temporada edicao versao semana quinzena
  metade parte compra unidade remessa entrega loja reclamacao avenida pessoa escolha dose peca rua coluna avaliacao carta camada porta nota feira
  camara chance oportunidade prova analise vistoria copia conta solicitacao resposta prioridade do dos das aula vaga colocacao colocada ordem pergunta
  questao razao rodada ronda revisao substituicao troca unica maior melhor pior mais cor figura imagem foto fotografia aba opiniao consulta`.split(/\s+/u));
const AFTER_BARE = new Set(['as', 'a', 'ao', 'de', 'pela', 'e', 'ou', 'que', 'sem', 'dia', 'logo', 'cedo', 'ate', 'mesmo', 'para', 'com', 'por', 'entre', 'das', 'da', 'proxima', 'no', 'na', 'lhe', 'eu', 'nos', 'te', 'voce', 'voces', 'o', 'os', 'um', 'seu', 'nosso', 'meu', 'vou', 'vamos', 'vai', 'ja', 'alguem', 'fica', 'depois', 'antes', 'pelas', 'durante', 'ainda', 'la']);
const BEFORE_BARE = new Set(['a', 'uma', 'sua', 'minha', 'nossa', 'pela', 'da', 'em', 'cada', 'toda', 'por', 'de', 'essa', 'como', 'desta', 'outra', 'tua', 'aquela', 'tem', 'numa', 'vossa']);

/** Behind "na", "esta", "até": a day unless a noun follows that it would count. */
const dayHere = look('dayHere', (words, at) => {
  const next = words[at];
  if (!next || next.kind !== 'word') return true;
  if (next.glued) return false;
  return !NOUNS.has(next.text) || (next.text === 'da' && words[at + 1]?.text === 'semana');
});
/** Without any word before it: only where the sentence ends, pauses or goes on with a time. */
const dayAlone = look('dayAlone', (words, at) => {
  const next = words[at];
  const before = words[at - 2];
  if (before && BEFORE_BARE.has(before.text)) return false;
  if (!next) return true;
  if (next.kind !== 'word') return next.kind === 'number' || !next.glued || /^[.,;:!?)…]$/u.test(next.text);
  // "Segunda envio o orçamento": an ordinal in the feminine counts no masculine noun, so a first person follows.
  if (next.text.length > 3 && /[^a]o$/u.test(next.text) && !/^(?:foto|moto|tribo|libido)$/u.test(next.text)) return true;
  return AFTER_BARE.has(next.text) || (!before && next.text.length > 4 && next.text.endsWith('mos'));
});

function weekdayOf(v: Taken): number {
  const number = v.maybe(ordinalFeira);
  return number === null ? v.maybe(weekday) ?? v.of(shortWeekday) : number - 1;
}
const on = (which: Which) => (v: Taken): DayExpr => ({ type: 'weekday', weekday: weekdayOf(v), which });
const thisWeek = (v: Taken): DayExpr => ({ type: 'weekday', weekday: weekdayOf(v), which: 'this', sure: true });
const nextWeek = (v: Taken): DayExpr => ({ type: 'weekday', weekday: weekdayOf(v), which: 'of-next-week', sure: true });

const FEIRA = '({weekday}|{short} {dayHere}|{nthFeira} [~.] (a|ª) [-] feira|{nthFeira}~a [-] feira)';
const THAT_COMES = '(que vem|que entra|proxima|proximo|seguinte|que se segue|vindoura)';
const NEXT_WEEK = '(da semana que vem|da proxima semana|da semana proxima|da semana seguinte|da outra semana|na semana que vem|na proxima semana)';
const WEEK_TO_COME = '(semana que vem|na semana que vem|proxima semana|na proxima semana|para a semana|pra semana|a semana que vem|ja na proxima semana|ja para a semana)';
/** Weekdays with a word before them that makes them such. */
const ofWeek = grammar<DayExpr>('ofWeek', [dayHere, ordinalFeira, shortWeekday, weekday], [
  rule(`(na|no|nesta|neste) ${FEIRA}`, on('next')),
  rule(`(esta|este|nesta|neste|ja esta|ja este|ja nesta) ${FEIRA}`, on('this')),
  rule(`[na|no|ja na|logo na] [segunda] (proxima|proximo) ${FEIRA}`, on('nearest')),
  rule(`[na|no] ({weekday}|{short}) ${THAT_COMES}`, on('nearest')),
  rule(`[na|no|ja na] ({weekday}|{short}) ${NEXT_WEEK}`, nextWeek),
  rule(`[na|no] ${FEIRA} (desta semana|ainda desta semana|desta mesma semana|dessa semana)`, thisWeek),
  rule(`[na|no] ${FEIRA} agora`, on('this')),
  rule(`${WEEK_TO_COME} [,] [logo|ja] [na|no] ${FEIRA}`, nextWeek),
  rule(`(esta semana|nesta semana|ainda esta semana|essa semana) [,] [na|no] ${FEIRA}`, thisWeek),
  rule(`(de|da) [proxima] ({weekday}|{short}) a (oito|8) [dias]`, (v) => ({ type: 'weekday', weekday: weekdayOf(v), which: 'next', weeks: 1 })),
]);
/** A weekday with nothing before it. */
const alone = grammar<DayExpr>('alone', [dayAlone, ordinalFeira, shortWeekday, weekday], [
  rule('{weekday}', on('next')),
  rule('{short} {dayAlone}', on('next')),
  rule('{nthFeira} [~.] (a|ª) [-] feira', on('next')),
  rule('{nthFeira}~a [-] feira', on('next')),
]);

function date(v: Taken, named: Reader<number> | null): DateExpr | null {
  return { type: 'date', day: v.maybe(first) ?? v.of(dayNumber), month: named ? v.of(named) : null, year: v.maybe(year) };
}
/** Day before month, in both countries. */
function numeric(v: Taken, named: Reader<number>): DateExpr {
  return { type: 'date', day: v.of(dayNumber), month: v.of(named), year: v.maybe(year) };
}
const first = dict('first', { '1o': 1, primeiro: 1 });
const firstSign = grammar<number>('firstSign', [dayNumber], [rule('{d} [~.] ~(º|o|°)', (v) => (v.of(dayNumber) === 1 ? 1 : null))]);
const named = grammar<DateExpr>('named', [dayNumber, first, firstSign, month, year], [
  rule('{d} (de|do) {month} [(de|do|,) {year}]', (v) => date(v, month)),
  rule('{d} {month} [{year}]', (v) => (v.words[1]?.text.length === 3 ? date(v, month) : null)),
  rule('({first}|{firstSign}) (de|do) {month} [(de|do) {year}]', (v) => ({ type: 'date', day: 1, month: v.of(month), year: v.maybe(year) })),
]);
/** A date by its form alone. */
const full = grammar<DateExpr>('full', [dayNumber, monthNumber, year], [
  rule('{d}~/~{m}~/~{year}', (v) => numeric(v, monthNumber)),
  rule('{d}~-~{m}~-~{year}', (v) => numeric(v, monthNumber)),
  rule('{d}~.~{m}~.~{year}', (v) => numeric(v, monthNumber)),
  rule('{year}~-~{m}~-~{d}', (v) => numeric(v, monthNumber)),
]);
/** "03/12", "03/12/26". */
export const slashed = grammar<DateExpr>('slashed', [dayNumber, monthNumber, shortYear], [
  rule('{d}~/~{m}', (v) => numeric(v, monthNumber)),
  rule('{d}~/~{m}~/~{yy}', (v) => ({ ...numeric(v, monthNumber), year: 2000 + v.of(shortYear) })),
]);
const DAY = '(dia|o dia|ao dia|a dia|no dia|no proximo dia|o proximo dia|proximo dia|ja no dia|ja dia)';
const NEXT_BUSINESS = '(proximo dia util|primeiro dia util|dia util seguinte|proximo dia de trabalho|primeiro dia util seguinte|proximo dia util seguinte)';

/** "Previsão de entrega: 02/12". */
const afterColon = look('afterColon', (words, at) => words[at - 1]?.text === ':');

/** A day that needs no preposition. */
export const day = grammar<DayExpr>('day', [afterColon, alone, full, n, named, ofWeek, dayNumber, slashed, firstSign, first], [
  rule('[ja|ainda|logo|so] (hoje|hj) [ainda|mesmo]', () => ({ type: 'today' })),
  rule('[ja|logo|so] amanha [mesmo]', () => ({ type: 'offset', days: 1 })),
  rule('[ja|so] depois de amanha', () => ({ type: 'offset', days: 2 })),
  rule('daqui a (oito|8) dias', () => ({ type: 'offset', days: 8, or: 7 })),
  rule('daqui a (quinze|15) dias', () => ({ type: 'offset', days: 15, or: 14 })),
  rule('de hoje a (oito|8) [dias]', () => ({ type: 'offset', days: 7 })),
  rule('de hoje a (quinze|15) [dias]', () => ({ type: 'offset', days: 14 })),
  rule('de hoje a {n} dias', (v) => (v.of(n) === 8 || v.of(n) === 15 ? null : { type: 'offset', days: v.of(n) })),
  rule('de amanha a (oito|8) [dias]', () => ({ type: 'offset', days: 8 })),
  rule('{ofWeek}', (v) => v.of(ofWeek)),
  rule('{alone}', (v) => v.of(alone)),
  rule('(no|o|ja no|logo no) mesmo dia', () => ({ type: 'same-day' })),
  rule('(nesse|esse|nesse mesmo|nesse proprio|no proprio) dia', () => ({ type: 'same-day' })),
  rule(`(no|o|ja no|logo no) ${NEXT_BUSINESS}`, () => ({ type: 'next-business-day' })),
  rule('{full}', (v) => v.of(full)),
  rule('[em|a|no dia|dia|na data de|o dia|ao dia|ja no dia|no proximo dia|ao proximo dia|o proximo dia|proximo dia] ({named}|{full})', (v) => v.maybe(named) ?? v.of(full)),
  rule(`${DAY} ({d}|{slashed}|{firstSign}|{first})`, (v) => v.maybe(slashed) ?? { type: 'date', day: v.maybe(dayNumber) ?? 1, month: null, year: null }),
  rule(`${DAY} {d} (deste|do corrente|do presente) mes`, (v) => ({ type: 'date', day: v.of(dayNumber), month: null, year: null })),
  rule(`(${DAY.slice(1, -1)}|a|em) {d} (do proximo mes|do mes que vem|do mes que entra)`, (v) => ({ type: 'date', day: v.of(dayNumber), month: null, year: null, nextMonth: true })),
  rule(`(no mes que vem|no proximo mes|mes que vem) [,] [logo] ${DAY} {d}`, (v) => ({ type: 'date', day: v.of(dayNumber), month: null, year: null, nextMonth: true })),
  rule('em {slashed}', (v) => v.of(slashed)),
  rule('{afterColon} {slashed}', (v) => v.of(slashed)),
]);
const weekdayDate = (v: Taken): DayExpr | null => {
  const said = v.maybe(ofWeek) ?? v.of(alone);
  const on = v.maybe(named) ?? v.maybe(full) ?? v.maybe(slashed);
  if (said.type !== 'weekday') return null;
  const base: DateExpr = on ?? { type: 'date', day: v.of(dayNumber), month: null, year: null };
  return { ...base, weekday: said.weekday };
};
const twice = (v: Taken): DayExpr => {
  const base: DayExpr = v.words[0]?.text === 'hoje' ? { type: 'today' } : { type: 'offset', days: 1 };
  const on = v.maybe(named) ?? v.maybe(full) ?? v.maybe(slashed);
  const number = v.maybe(dayNumber);
  const second = on ?? (number === null ? v.maybe(ofWeek) ?? v.maybe(alone) : { type: 'date' as const, day: number, month: null, year: null });
  return second === null ? base : { type: 'twice', first: base, second };
};
const AFTER_NUMBER = new Set(['as', 'a', 'ao', 'de', 'pela', 'e', 'eu', 'te', 'lhe', 'entre', 'das', 'para', 'pra', 'com', 'no', 'na', 'ate', 'sem', 'por', 'o', 'nos', 'vou', 'vamos']);
/** "Quinta, 26": a day of the month, unless something follows that it would count or a clock time ("sexta, 15h"). */
const noCount = look('noCount', (words, at) => {
  const next = words[at];
  if (!next) return true;
  return next.kind === 'sign' ? /^[.,;!?)…]$/u.test(next.text) && words[at + 1]?.kind !== 'number' : next.kind === 'word' && !next.glued && AFTER_NUMBER.has(next.text);
});
/** "sexta, dia 4", "quinta-feira (3/12)", "na terça, 1 de dezembro", "dia 26, quinta", "amanhã, 19/11". */
export const dated = grammar<DayExpr>('dated', [alone, dayNumber, full, named, noCount, ofWeek, slashed], [
  rule(`({ofWeek}|{alone}) [,] (dia|no dia) ({named}|{full}|{slashed}|{d})`, weekdayDate),
  rule(`({ofWeek}|{alone}) [,] ({named}|{full}|{slashed})`, weekdayDate),
  rule(`({ofWeek}|{alone}) [,] {d} {noCount}`, weekdayDate),
  rule(`({ofWeek}|{alone}) '(' [dia] ({named}|{full}|{slashed}|{d}) ')'`, weekdayDate),
  rule(`${DAY} ({named}|{full}|{slashed}|{d}) [,|-] ({ofWeek}|{alone})`, weekdayDate),
  rule(`[${DAY}] ({named}|{full}|{slashed}|{d}) '(' ({ofWeek}|{alone}) ')'`, weekdayDate),
  rule(`[em|a] ({named}|{full}|{slashed}) [,|-] ({ofWeek}|{alone})`, weekdayDate),
  rule(`(hoje|amanha) [,|-] [${DAY}] ({named}|{full}|{slashed})`, twice),
  rule(`(hoje|amanha) [,|-] ${DAY} {d}`, twice),
  rule(`(hoje|amanha) [,|-] ({ofWeek}|{alone})`, twice),
  rule(`(hoje|amanha) '(' [${DAY}] ({named}|{full}|{slashed}|{d}|{ofWeek}|{alone}) ')'`, twice),
]);
const bareWeekday = grammar<DayExpr>('bareWeekday', [dayHere, ordinalFeira, shortWeekday, weekday], [rule(FEIRA, on('next'))]);
/** A day after a preposition ("até", "para", "de"), where a bare "sexta" or "3/12" will do. */
export const prepDay = grammar<DayExpr>('prepDay', [bareWeekday, dated, day, named, ofWeek, slashed], [
  rule('[a|ao|o] ({dated}|{day})', (v) => v.maybe(dated) ?? v.of(day)),
  rule('[a|ao|o] {bareWeekday}', (v) => v.of(bareWeekday)),
  rule('[a|ao|o] {slashed}', (v) => v.of(slashed)),
  rule(`[ao|o] ${NEXT_BUSINESS}`, () => ({ type: 'next-business-day' })),
]);

/** Two days of one month: "entre os dias 24 e 26", "de 24 a 26 de novembro", "nos dias 24 e 25/11". */
export const monthDays = grammar<TimeExpr>('monthDays', [dayNumber, named, slashed], [
  rule('(entre os dias|entre o dia|entre dia|nos dias|os dias|entre) {d} (e|a|ao dia) ({named}|{slashed})', (v) => bothDays(v)),
  rule('(de|do dia|dos dias) {d} (a|ao dia|e) ({named}|{slashed})', (v) => bothDays(v)),
  rule('(entre os dias|entre o dia|nos dias) {d} (e|a|ao dia|e o dia) {d}', (v) => bothDays(v)),
  rule('do dia {d} ao dia {d}', (v) => bothDays(v)),
]);
function bothDays(v: Taken): TimeExpr {
  const to: DateExpr = v.maybe(named) ?? v.maybe(slashed) ?? { type: 'date', day: v.of(dayNumber, 1), month: null, year: null };
  return { type: 'days', from: { ...to, day: v.of(dayNumber) }, to };
}
