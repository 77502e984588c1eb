/** The words of Polish time: numbers, weekdays, months, units; every case in which a time is said, folded. */
import type { PartOfDay, Unit } from '../../types';
import { dict, digits, look, numbers, type Reader } from '../read';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  jeden: 1, jedna: 1, jedno: 1, jednego: 1, jednej: 1, dwa: 2, dwie: 2, dwoch: 2, dwu: 2, trzy: 3, trzech: 3, cztery: 4, czterech: 4,
  piec: 5, pieciu: 5, szesc: 6, szesciu: 6, siedem: 7, siedmiu: 7, osiem: 8, osmiu: 8, dziewiec: 9, dziewieciu: 9, dziesiec: 10, dziesieciu: 10,
  jedenascie: 11, jedenastu: 11, dwanascie: 12, dwunastu: 12, trzynascie: 13, trzynastu: 13, czternascie: 14, czternastu: 14,
  pietnascie: 15, pietnastu: 15, dwadziescia: 20, dwudziestu: 20, trzydziesci: 30, trzydziestu: 30, czterdziesci: 40, czterdziestu: 40,
  piecdziesiat: 50, szescdziesiat: 60, szescdziesieciu: 60, 'dwadziescia cztery': 24, 'dwudziestu czterech': 24,
  'czterdziesci osiem': 48, 'czterdziestu osmiu': 48, 'czterdziesci piec': 45, 'czterdziestu pieciu': 45, 'dwadziescia jeden': 21,
  'dwudziestu jeden': 21, 'dwudziestu jednego': 21, 'siedemdziesiat dwie': 72, 'siedemdziesieciu dwoch': 72, 'dwadziescia piec': 25,
};
/** "2", "dwa", "dwóch". */
export const n = numbers('n', NUMBER_WORDS, 1, 400);

/** Endings of the feminine ordinal: "trzecia", "trzeciej", "trzecią". */
const HOUR_STEMS: readonly (readonly [string, number])[] = [
  ['pierwsz', 1], ['drug', 2], ['trzeci', 3], ['czwart', 4], ['piat', 5], ['szost', 6], ['siodm', 7], ['osm', 8], ['dziewiat', 9], ['dziesiat', 10],
  ['jedenast', 11], ['dwunast', 12], ['trzynast', 13], ['czternast', 14], ['pietnast', 15], ['szesnast', 16], ['siedemnast', 17], ['osiemnast', 18],
  ['dziewietnast', 19], ['dwudziest', 20],
];
function hourForms(): Record<string, number> {
  const forms: Record<string, number> = {};
  for (const [stem, hour] of HOUR_STEMS) {
    const soft = stem === 'drug' ? 'drugiej' : `${stem}ej`;
    for (const form of [`${stem}a`, soft]) {
      forms[form] = hour;
      if (hour <= 3) forms[`dwudziest${form.endsWith('j') ? 'ej' : 'a'} ${form}`] = 20 + hour;
    }
  }
  return forms;
}
/** "trzecia", "trzeciej", "dwudziestej drugiej". */
export const hourWord = dict('hourWord', hourForms());
export const hour24 = digits('hour24', 0, 24, 2);
export const minuteOf: Reader<number> = {
  name: 'min',
  first: new Set(['#']),
  read: (words, at) => {
    const word = words[at];
    return word?.kind === 'number' && word.text.length === 2 && Number(word.text) < 60 ? [{ value: Number(word.text), next: at + 1 }] : [];
  },
};
/** Minutes as they are said before "po" and after "za": "kwadrans po trzeciej", "za dziesięć czwarta". */
export const minutesSaid = numbers('minutes', { kwadrans: 15, piec: 5, dziesiec: 10, pietnascie: 15, dwadziescia: 20, 'dwadziescia piec': 25 }, 1, 29);
/** Minutes after the hour: "piętnasta trzydzieści". */
export const minuteWord = dict('minuteWord', { pietnascie: 15, trzydziesci: 30, 'czterdziesci piec': 45, dziesiec: 10, dwadziescia: 20, 'zero zero': 0 });

const units: Record<string, Unit> = {
  min: 'minute', minuta: 'minute', minute: 'minute', minuty: 'minute', minut: 'minute', minutek: 'minute',
  godzina: 'hour', godzine: 'hour', godziny: 'hour', godzin: 'hour', godz: 'hour', h: 'hour', godzinke: 'hour', 'godziny zegarowe': 'hour',
  dzien: 'day', dni: 'day', dnia: 'day', dniach: 'day', 'dni kalendarzowych': 'day', 'dni kalendarzowe': 'day',
  tydzien: 'week', tygodnia: 'week', tygodnie: 'week', tygodni: 'week', miesiac: 'month', miesiaca: 'month', miesiace: 'month', miesiecy: 'month',
};
export const unit = dict<Unit>('unit', units);
export const workUnit = dict<Unit>('workUnit', {
  'dzien roboczy': 'business-day', 'dnia roboczego': 'business-day', 'dni roboczych': 'business-day', 'dni robocze': 'business-day', 'dni rob': 'business-day',
  'dni pracujacych': 'business-day', 'dni pracujace': 'business-day', 'roboczych dni': 'business-day',
  'godzin roboczych': 'business-hour', 'godziny robocze': 'business-hour', 'godziny roboczej': 'business-hour',
});
/** A day and a night: 24 hours each. */
export const fullDay = dict('doba', { doba: 1, doby: 1, dobe: 1, dob: 1 });

const WEEKDAY_FORMS: readonly (readonly string[])[] = [
  ['poniedzialek', 'poniedzialku', 'poniedzialkiem', 'poniedzialkowego'], ['wtorek', 'wtorku', 'wtorkiem', 'wtorkowego'],
  ['sroda', 'srode', 'srody'], ['czwartek', 'czwartku', 'czwartkiem', 'czwartkowego'], ['piatek', 'piatku', 'piatkiem', 'piatkowego'],
  ['sobota', 'sobote', 'soboty'], ['niedziela', 'niedziele', 'niedzieli'],
];
function weekdays(extra: Readonly<Record<string, number>>): Record<string, number> {
  const forms: Record<string, number> = { ...extra };
  WEEKDAY_FORMS.forEach((list, index) => { for (const form of list) if (!form.endsWith('owego')) forms[form] = index + 1; });
  return { ...forms, sroda: 3, soboda: 6 };
}
/** Short forms alone: "w pn. o 9". */
export const shortWeekday = dict('wds', { pon: 1, pn: 1, wt: 2, sr: 3, czw: 4, pt: 5, sob: 6, niedz: 7 });
/** All cases in which a day is named. */
export const weekday = dict('weekday', weekdays({ wtorke: 2 }));
/** Short forms too; only beside a date. */
export const anyWeekday = dict('wd', weekdays({ pon: 1, pn: 1, wt: 2, sr: 3, czw: 4, cz: 4, pt: 5, sob: 6, sb: 6, nd: 7, niedz: 7 }));
/** "środą" and the like: "przed środą", "przed piątkiem". */
export const weekdayAfterBefore = dict('wdi', { poniedzialkiem: 1, wtorkiem: 2, sroda: 3, czwartkiem: 4, piatkiem: 5, sobota: 6, niedziela: 7 });

const GENITIVE = ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'wrzesnia', 'pazdziernika', 'listopada', 'grudnia'];
const LOCATIVE = ['styczniu', 'lutym', 'marcu', 'kwietniu', 'maju', 'czerwcu', 'lipcu', 'sierpniu', 'wrzesniu', 'pazdzierniku', 'listopadzie', 'grudniu'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const SHORT = ['stycz', 'lut', 'mar', 'kwiec', '', 'czerw', 'lip', 'sierp', 'wrzes', 'paz', 'lis', 'grud'];
const indexed = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name, index) => [name, index + 1] as const).filter(([name]) => name !== ''));
/** After the day's number: "3 grudnia", "3 XII", "3 gru". */
export const month = dict('month', { ...indexed(GENITIVE), ...indexed(SHORT), gru: 12, sty: 1, pazdz: 10 });
export const romanMonth: Reader<number> = {
  name: 'roman',
  first: new Set(ROMAN),
  read: (words, at) => {
    const word = words[at];
    const value = word && word.raw === word.raw.toUpperCase() ? ROMAN.indexOf(word.text) + 1 : 0;
    return value > 1 ? [{ value, next: at + 1 }] : [];
  },
};
/** After "do końca": "stycznia". */
export const monthOf = dict('monthOf', indexed(GENITIVE));
/** After "w": "styczniu". */
export const monthIn = dict('monthIn', indexed(LOCATIVE));

const DAY_ORDINALS = [
  'pierwszego', 'drugiego', 'trzeciego', 'czwartego', 'piatego', 'szostego', 'siodmego', 'osmego', 'dziewiatego', 'dziesiatego', 'jedenastego',
  'dwunastego', 'trzynastego', 'czternastego', 'pietnastego', 'szesnastego', 'siedemnastego', 'osiemnastego', 'dziewietnastego', 'dwudziestego',
];
const spelledDay = dict('spelled', {
  ...indexed(DAY_ORDINALS), trzydziestego: 30, 'trzydziestego pierwszego': 31,
  ...Object.fromEntries(DAY_ORDINALS.slice(0, 9).map((form, index) => [`dwudziestego ${form}`, 21 + index])),
});
/** "3-go", "3-ego", "trzeciego": a day of the month by its form alone. */
export const ordinalDay: Reader<number> = {
  name: 'nth',
  first: new Set(['#', ...spelledDay.first]),
  read: (words, at) => {
    const [word, dash, ending] = [words[at], words[at + 1], words[at + 2]];
    const value = Number(word?.text);
    if (word?.kind === 'number' && word.text.length <= 2 && dash?.text === '-' && dash.glued && ending?.glued && /^(?:go|ego|tego)$/u.test(ending.text) && value >= 1 && value <= 31) {
      return [{ value, next: at + 3 }];
    }
    return spelledDay.read(words, at);
  },
};
export const dayNumber = digits('d', 1, 31, 2);
export const monthNumber = digits('m', 1, 12, 2);
export const year = digits('year', 2020, 2099, 4);

export const part = dict<PartOfDay>('part', {
  rano: 'morning', 'z rana': 'morning', rankiem: 'morning', 'nad ranem': 'morning', 'po poludniu': 'afternoon', popoludniu: 'afternoon',
  popoludniem: 'afternoon', 'popoludniowa pora': 'afternoon', wieczorem: 'evening', wieczorkiem: 'evening', 'pod wieczor': 'evening',
  'w nocy': 'night', noca: 'night', 'w godzinach porannych': 'morning', 'w godzinach popoludniowych': 'afternoon',
  'w godzinach wieczornych': 'evening', 'w godz . porannych': 'morning', 'w godz . popoludniowych': 'afternoon',
});
/** After "do": "do rana", "do wieczora". */
export const partOf = dict<PartOfDay>('partOf', { rana: 'morning', wieczora: 'evening' });

const AFTER_BARE = new Set([
  'i', 'a', 'ale', 'oraz', 'lub', 'albo', 'czy', 'jutro', 'dzis', 'dzisiaj', 'pojutrze', 'rano', 'wieczorem', 'po', 'w', 'we', 'na', 'z', 'ze', 'do',
  'od', 'bo', 'gdy', 'kiedy', 'jak', 'jesli', 'jezeli', 'zeby', 'aby', 'by', 'bedzie', 'bede', 'bedziemy', 'czasu', 'najpozniej', 'pan', 'pani', 'pana',
  'panstwo', 'panstwa', 'panu', 'zadzwonie', 'oddzwonie', 'zadzwonimy', 'oddzwonimy', 'zadzwoni', 'dzwonie', 'napisze', 'wysle', 'wyslemy', 'odezwe',
  'przyjedzie', 'przyjade', 'przyjdzie', 'dam', 'damy', 'wroce', 'wrocimy', 'sprawdze', 'technik', 'kurier', 'kolega', 'kolezanka', 'serwisant', 'monter',
  'telefonicznie', 'mailowo', 'mailem', 'pod', 'przed', 'dla', 'dokladnie', 'punktualnie', 'ktos', 'naszego', 'polskiego', 'prosze', 'dziekuje', 'pozdrawiam',
  'nasz', 'moj', 'ten', 'nastepnego', 'najblizszego', 'kolejnego', 'hydraulik', 'elektryk', 'kierowca', 'listonosz', 'pracownik', 'konsultant', 'doradca', 'specjalista', 'lekarz', 'kierownik', 'przelozony', 'opiekun', 'informatyk', 'mechanik', 'stolarz', 'ekipa', 'zespol', 'dzial', 'serwis', 'stoje', 'czekam', 'spotykamy', 'laczymy', 'widzimy', 'startujemy',
  'odpisze', 'odpowiem', 'podjade', 'odbierze', 'przekaze', 'przesle', 'wtedy', 'to', 'wiec', 'dlatego', 'ja', 'my', 'o', 'u', 'przez', 'jeszcze', 'tak',
]);
const SIGNS_AFTER = new Set(['.', ',', ';', '!', '?', ')', '-', ':', '"', '”', '(', '…']);
/** What is counted stands in the genitive plural after five and more, which ends in none of these: "o 8 wpadnie", "do 18 konto". */
const NEVER_COUNTED = /[aeo]$|my$/u;
const COUNTED_STILL = new Set([...GENITIVE, 'euro', 'kilo', 'deko', 'tysiace', 'miliony', 'para', 'sztuka', 'osoba', 'raza']);
const FUTURE_WE = /[eiy]my$|uje$/u;
function isUncounted(hour: number, next: string): boolean {
  if (COUNTED_STILL.has(next)) return false;
  return hour >= 5 && hour < 22 ? NEVER_COUNTED.test(next) : FUTURE_WE.test(next);
}
/** What may follow an hour that stands bare ("o 3"): "o 3 paczki", "do 5 procent" are none. */
export const noNoun = look('noNoun', (words, at) => {
  const next = words[at];
  if (!next) return true;
  if (next.kind === 'sign') return SIGNS_AFTER.has(next.text) && !(next.glued && words[at + 1]?.glued === true && words[at + 1]?.kind === 'number');
  const hour = words[at - 1];
  return AFTER_BARE.has(next.text) || (hour?.kind === 'number' && next.kind === 'word' && isUncounted(Number(hour.text), next.text));
});
