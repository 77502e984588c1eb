/** The words of Portuguese time, of both countries: numbers, weekdays, months, units, zones. */
import type { PartOfDay, Unit } from '../../types';
import { dict, digits, numbers, type Reader } from '../read';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  um: 1, uma: 1, dois: 2, duas: 2, tres: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11, doze: 12,
  treze: 13, catorze: 14, quatorze: 14, quinze: 15, dezasseis: 16, dezesseis: 16, dezassete: 17, dezessete: 17, dezoito: 18,
  dezanove: 19, dezenove: 19, vinte: 20, 'vinte e um': 21, 'vinte e uma': 21, 'vinte e dois': 22, 'vinte e duas': 22, 'vinte e tres': 23,
  'vinte e quatro': 24, 'vinte e cinco': 25, trinta: 30, 'trinta e seis': 36, quarenta: 40, 'quarenta e cinco': 45,
  'quarenta e oito': 48, cinquenta: 50, sessenta: 60, 'setenta e duas': 72, 'setenta e dois': 72, noventa: 90, 'um par de': 2,
};
/** "2", "dois", "duas". */
export const n = numbers('n', NUMBER_WORDS, 1, 400);

const HOUR_WORDS: Readonly<Record<string, number>> = {
  uma: 1, duas: 2, tres: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11, doze: 12, treze: 13, catorze: 14,
  quatorze: 14, quinze: 15, dezasseis: 16, dezesseis: 16, dezassete: 17, dezessete: 17, dezoito: 18, dezanove: 19, dezenove: 19, vinte: 20,
  'vinte e uma': 21, 'vinte e duas': 22, 'vinte e tres': 23,
};
/** An hour in words. */
export const hourWord = dict('hourWord', HOUR_WORDS);
export const hour24 = digits('hour24', 0, 24, 2);
/** Two digits after the hour. */
export const minuteOf: Reader<number> = {
  name: 'min',
  first: new Set(['#']),
  read: (words, at) => {
    const word = words[at];
    return word?.kind === 'number' && word.text.length === 2 && Number(word.text) < 60 ? [{ value: Number(word.text), next: at + 1 }] : [];
  },
};
/** Minutes as they are said after "e" or before "para as". */
export const minutesSaid = numbers('minutes', {
  meia: 30, quarto: 15, 'um quarto': 15, cinco: 5, dez: 10, quinze: 15, vinte: 20, 'vinte e cinco': 25, trinta: 30, quarenta: 40,
  'quarenta e cinco': 45, cinquenta: 50,
}, 1, 59);

export const unit = dict<Unit>('unit', {
  min: 'minute', mins: 'minute', minuto: 'minute', minutos: 'minute', minutinho: 'minute', minutinhos: 'minute', hora: 'hour', horas: 'hour',
  horinha: 'hour', horinhas: 'hour', h: 'hour', hs: 'hour', hrs: 'hour', dia: 'day', dias: 'day', 'dias corridos': 'day', 'dias de calendario': 'day', 'dias seguidos': 'day',
  'dia corrido': 'day', semana: 'week', semanas: 'week', mes: 'month', meses: 'month',
});
export const workUnit = dict<Unit>('workUnit', {
  'dia util': 'business-day', 'dias uteis': 'business-day', 'dia de trabalho': 'business-day', 'dias de trabalho': 'business-day',
  'dias laborais': 'business-day', 'dias bancarios': 'business-day', 'dia laboral': 'business-day', 'dias de expediente': 'business-day',
  'hora util': 'business-hour', 'horas uteis': 'business-hour', 'horas comerciais': 'business-hour', 'h uteis': 'business-hour',
});

const FEIRA: Readonly<Record<string, number>> = { segunda: 1, terca: 2, quarta: 3, quinta: 4, sexta: 5 };
const FULL = new Map<string, number>([['sabado', 6], ['domingo', 7]]);
for (const [word, value] of Object.entries(FEIRA)) FULL.set(`${word}-feira`, value);
/** Safe on their own: "segunda-feira", "sábado". */
export const weekday = dict('weekday', FULL);
/** "segunda", "quinta" are also ordinal numbers: only where `days` sees that they are days. */
export const shortWeekday = dict('short', FEIRA);
/** "segundas", "sábados": what recurs. */
export const weekdays = dict('weekdays', {
  segundas: 1, tercas: 2, quartas: 3, quintas: 4, sextas: 5, sabados: 6, domingos: 7,
  'segundas-feiras': 1, 'tercas-feiras': 2, 'quartas-feiras': 3, 'quintas-feiras': 4, 'sextas-feiras': 5,
});
export const ordinalFeira = digits('nthFeira', 2, 6, 1);

const MONTHS: Readonly<Record<string, number>> = {
  janeiro: 1, fevereiro: 2, marco: 3, abril: 4, maio: 5, junho: 6, julho: 7, agosto: 8, setembro: 9, outubro: 10, novembro: 11, dezembro: 12,
};
export const monthName = dict('monthName', MONTHS);
/** Beside a day's number the short forms will do. */
export const month = dict('month', { ...MONTHS, jan: 1, fev: 2, mar: 3, abr: 4, mai: 5, jun: 6, jul: 7, ago: 8, set: 9, out: 10, nov: 11, dez: 12 });
export const dayNumber = digits('d', 1, 31, 2);
export const monthNumber = digits('m', 1, 12, 2);
export const year = digits('year', 2020, 2099, 4);
/** The two last digits of a year, after a slash: "03/12/26". */
export const shortYear = digits('yy', 25, 60, 2);

/** "de manhã", "à tarde", "pela noite". */
export const part = dict<PartOfDay>('part', {
  'de manha': 'morning', 'pela manha': 'morning', 'na parte da manha': 'morning', 'da parte da manha': 'morning', 'no periodo da manha': 'morning',
  'durante a manha': 'morning', 'ao longo da manha': 'morning', 'na parte de manha': 'morning', 'no turno da manha': 'morning', 'manha': 'morning',
  'a tarde': 'afternoon', 'de tarde': 'afternoon', 'pela tarde': 'afternoon', 'na parte da tarde': 'afternoon', 'da parte da tarde': 'afternoon',
  'no periodo da tarde': 'afternoon', 'durante a tarde': 'afternoon', 'ao longo da tarde': 'afternoon', 'no turno da tarde': 'afternoon',
  'ao fim da tarde': 'afternoon', 'ao final da tarde': 'afternoon', 'no fim da tarde': 'afternoon', 'no final da tarde': 'afternoon',
  'no inicio da tarde': 'afternoon', 'ao inicio da tarde': 'afternoon', 'no comeco da tarde': 'afternoon', 'logo ao inicio da tarde': 'afternoon',
  'no decorrer da tarde': 'afternoon', 'no decorrer da manha': 'morning', 'a tardinha': 'afternoon', 'ao fim da noite': 'evening', 'no inicio da noite': 'evening',
  'no fim da manha': 'morning', 'ao fim da manha': 'morning', 'no final da manha': 'morning', 'a meio da manha': 'morning', 'a meio da tarde': 'afternoon',
  'a noite': 'evening', 'de noite': 'evening', 'pela noite': 'evening', 'durante a noite': 'evening', 'no periodo da noite': 'evening', 'a noitinha': 'evening',
});
/** "da manhã", "da tarde" after a clock time. */
export const half = dict<'am' | 'pm'>('half', {
  'da manha': 'am', 'de manha': 'am', 'da madrugada': 'am', 'da tarde': 'pm', 'de tarde': 'pm', 'da noite': 'pm', 'de noite': 'pm', 'a tarde': 'pm', 'a noite': 'pm',
});

/** Zones by the name people give them. */
export const zone = dict('zone', {
  'horario de brasilia': 'America/Sao_Paulo', 'hora de brasilia': 'America/Sao_Paulo', 'horario de sao paulo': 'America/Sao_Paulo',
  'hora de lisboa': 'Europe/Lisbon', 'horario de lisboa': 'Europe/Lisbon', 'hora de portugal': 'Europe/Lisbon', 'hora dos acores': 'Atlantic/Azores',
  'de brasilia': 'America/Sao_Paulo', 'de sao paulo': 'America/Sao_Paulo', 'de lisboa': 'Europe/Lisbon', 'de portugal continental': 'Europe/Lisbon', 'de manaus': 'America/Manaus',
  'hora de portugal continental': 'Europe/Lisbon', brt: 'America/Sao_Paulo', 'horario de manaus': 'America/Manaus', 'fuso de brasilia': 'America/Sao_Paulo',
});
