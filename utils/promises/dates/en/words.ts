/** The words of English time: numbers, weekdays, months, units, zones. */
import type { PartOfDay, Unit } from '../../types';
import { dict, digits, numbers, type Reader } from '../read';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30,
  'forty-eight': 48, 'forty-five': 45, forty: 40, fifty: 50, sixty: 60, 'seventy-two': 72, 'twenty-four': 24, 'twenty-one': 21, 'twenty-five': 25,
  'a couple of': 2, 'a couple': 2, 'couple of': 2, ninety: 90, 'thirty-six': 36,
};
/** "2", "two", "a couple of". */
export const n = numbers('n', NUMBER_WORDS, 1, 400);

const HOUR_WORDS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
};
export const hour12 = numbers('hour12', HOUR_WORDS, 1, 12);
export const hour24 = digits('hour24', 0, 24, 2);
export const minuteOf: Reader<number> = {
  name: 'min',
  first: new Set(['#']),
  read: (words, at) => {
    const word = words[at];
    return word?.kind === 'number' && word.text.length === 2 && Number(word.text) < 60 ? [{ value: Number(word.text), next: at + 1 }] : [];
  },
};
/** Minutes as they are said before "past" and "to". */
export const minutesSaid = numbers('minutes', { five: 5, ten: 10, twenty: 20, 'twenty-five': 25, quarter: 15, 'a quarter': 15, half: 30 }, 1, 59);
export const pm = dict<'am' | 'pm'>('pm', { am: 'am', pm: 'pm' });

export const unit = dict<Unit>('unit', {
  min: 'minute', mins: 'minute', minute: 'minute', minutes: 'minute', hour: 'hour', hours: 'hour', hr: 'hour', hrs: 'hour', h: 'hour',
  day: 'day', days: 'day', 'calendar day': 'day', 'calendar days': 'day', week: 'week', weeks: 'week', wks: 'week', fortnight: 'week',
  month: 'month', months: 'month', "days'": 'day',
});
export const workUnit = dict<Unit>('workUnit', Object.fromEntries(
  ['business', 'working', 'work', 'biz', 'banking', 'bank', 'office'].flatMap((word): [string, Unit][] => [
    [`${word} day`, 'business-day'], [`${word} days`, 'business-day'],
  ]).concat([
    ['workday', 'business-day'], ['workdays', 'business-day'], ['weekdays', 'business-day'],
    ['business hour', 'business-hour'], ['business hours', 'business-hour'], ['working hour', 'business-hour'], ['working hours', 'business-hour'],
  ]),
));

const FULL_WEEKDAYS: Readonly<Record<string, number>> = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7, tuseday: 2, wensday: 3, wednsday: 3, thurday: 4 };
/** Full names, safe on their own. */
export const weekday = dict('weekday', FULL_WEEKDAYS);
/** Short ones too ("sat", "sun" are also a verb and a star): only beside a word that makes them days. */
export const anyWeekday = dict('wd', {
  ...FULL_WEEKDAYS, mon: 1, tue: 2, tues: 2, wed: 3, weds: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7,
});

const MONTHS: Readonly<Record<string, number>> = {
  january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10, november: 11, december: 12,
};
/** Beside a day's number every form will do. */
export const month = dict('month', { ...MONTHS, jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 });
/** On its own a month must be written as a name: "may" and "march" are verbs. */
export const monthName: Reader<number> = {
  name: 'monthName',
  first: new Set(Object.keys(MONTHS)),
  read: (words, at) => {
    const word = words[at];
    const value = word && /^\p{Lu}/u.test(word.raw) ? MONTHS[word.text] : undefined;
    return value === undefined ? [] : [{ value, next: at + 1 }];
  },
};

const ORDINAL_WORDS = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth',
  'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second',
  'twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first',
];
const spelledOrdinal = dict('spelled', Object.fromEntries(ORDINAL_WORDS.map((word, index) => [word, index + 1])));
/** "3rd", "third". */
export const ordinal: Reader<number> = {
  name: 'nth',
  first: new Set(['#', ...spelledOrdinal.first]),
  read: (words, at) => {
    const [word, suffix] = [words[at], words[at + 1]];
    const value = Number(word?.text);
    if (word?.kind === 'number' && word.text.length <= 2 && suffix?.glued && /^(?:st|nd|rd|th)$/u.test(suffix.text) && value >= 1 && value <= 31) {
      return [{ value, next: at + 2 }];
    }
    return spelledOrdinal.read(words, at);
  },
};
export const dayNumber = digits('d', 1, 31, 2);
export const monthNumber = digits('m', 1, 12, 2);
export const year = digits('year', 2020, 2099, 4);

export const part = dict<PartOfDay>('part', { morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'night', arvo: 'afternoon' });

/** Where a zone's name is said to mean what people there keep, summer time and all. */
export const zone = dict('zone', {
  et: 'America/New_York', est: 'America/New_York', edt: 'America/New_York', 'eastern time': 'America/New_York', eastern: 'America/New_York',
  ct: 'America/Chicago', central: 'America/Chicago', mountain: 'America/Denver', 'mountain time': 'America/Denver', cst: 'America/Chicago', cdt: 'America/Chicago', 'central time': 'America/Chicago',
  mt: 'America/Denver', mst: 'America/Denver', mdt: 'America/Denver', pt: 'America/Los_Angeles', pst: 'America/Los_Angeles', pdt: 'America/Los_Angeles',
  'pacific time': 'America/Los_Angeles', pacific: 'America/Los_Angeles', gmt: 'Europe/London', bst: 'Europe/London', 'uk time': 'Europe/London',
  'london time': 'Europe/London', utc: 'UTC', cet: 'Europe/Paris', cest: 'Europe/Paris', brt: 'America/Sao_Paulo',
});
