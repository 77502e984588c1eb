/** Polish stretches of time: ends of days and weeks, weeks, months, "z samego rana", and "wkrótce". */
import type { DayExpr, TimeExpr } from '../../types';
import { grammar, rule, type Taken } from '../read';
import { day, dayOf } from './days';
import { monthIn, monthOf, n, year } from './words';

const TODAY: DayExpr = { type: 'today' };
const TOMORROW: DayExpr = { type: 'offset', days: 1 };
const UNCLEAR: TimeExpr = { type: 'unclear' };
const VAGUE: TimeExpr = { type: 'vague' };
function part(name: 'end-of-day' | 'first-thing' | 'before-noon', where: DayExpr | null): TimeExpr {
  return { type: 'part', part: name, how: name === 'end-of-day' ? 'by' : 'in', day: where };
}
const week = (which: 'this' | 'next', how: 'in' | 'by'): TimeExpr => ({ type: 'week', which, how });
function monthly(v: Taken, how: 'in' | 'by'): TimeExpr {
  return { type: 'month', month: how === 'in' ? v.of(monthIn) : v.of(monthOf), year: v.maybe(year), how };
}

const LATEST = '[najpozniej|najdalej|jeszcze|ale|nie pozniej niz|maksymalnie]';
const END = '(do konca|przed koncem|na koniec|pod koniec)';
const NEXT = '(przyszlym|nastepnym|kolejnym|nadchodzacym)';
const NEXT_OF = '(przyszlego|nastepnego|kolejnego|nadchodzacego)';
const FIRST = '([z] samego rana|z samego ranka|od samego rana|zaraz z rana|zaraz rano|pierwsza rzecz rano|skoro swit|z samiutkiego rana|zaraz po otwarciu|wczesnie rano|wczesnym rankiem|od rana)';
const SOON = '(wkrotce|niebawem|niedlugo|niezwlocznie|bezzwlocznie|jak najszybciej|jak najpredzej|mozliwie szybko|mozliwie najszybciej|najszybciej jak (to mozliwe|sie da|tylko bedzie to mozliwe|moge|mozemy|bedzie to mozliwe)|tak szybko , jak (to mozliwe|sie da|to tylko mozliwe)|tak szybko jak (to mozliwe|sie da|to tylko mozliwe)|bez zbednej zwloki|w najblizszym czasie|w najblizszych dniach|w najblizszych tygodniach|w najblizszych godzinach|w najblizszej przyszlosci|w najblizszym terminie|w najblizszym mozliwym terminie|w najkrotszym (mozliwym [czasie|terminie]|czasie|terminie)|w mozliwie najkrotszym (czasie|terminie)|w mozliwie najszybszym (czasie|terminie)|w najszybszym mozliwym (czasie|terminie)|w krotkim czasie|w swoim czasie|w wolnej chwili|za jakis czas|za niedlugo|na dniach|lada dzien|lada chwila|lada moment|w stosownym czasie|w odpowiednim czasie|w trybie pilnym|natychmiast|natychmiastowo|w przyszlosci|pozniej|w miare mozliwosci|przy najblizszej okazji|w dogodnym terminie|kiedys|predzej czy pozniej|w ciagu (kilku|paru|kilkunastu) [najblizszych|dni|kolejnych|nastepnych] (dni|godzin|tygodni|miesiecy|dni roboczych)|za (kilka|pare|kilkanascie) (dni|godzin|godziny|tygodni|miesiecy|dni roboczych)|przez najblizsze dni|w ciagu najblizszych (dni|godzin|tygodni|kilku dni|kilku godzin|kilku tygodni|kilku dni roboczych)|w kolejnych dniach|w nadchodzacych dniach|w przeciagu (kilku|paru) (dni|godzin|tygodni))';

export const spells = grammar<TimeExpr>('spells', [day, dayOf, monthIn, monthOf, n, year], [
  rule(`${LATEST} ${END} (dnia|dnia roboczego|dnia pracy|pracy|godzin pracy|zmiany|naszej pracy|mojej zmiany)`, () => part('end-of-day', null)),
  rule(`${LATEST} ${END} [dzisiejszego] dnia (dzisiejszego|dzis|dzisiaj)`, () => part('end-of-day', TODAY)),
  rule(`${LATEST} ${END} (dzisiejszego dnia|dzisiejszego dnia roboczego|dzisiaj|dzis)`, () => part('end-of-day', TODAY)),
  rule(`[dzis|dzisiaj|jeszcze dzis|jeszcze dzisiaj] ${END} (dnia|dnia pracy|pracy)`, (v) => part('end-of-day', /^(?:dzis|dzisiaj|jeszcze)$/u.test(v.words[0]?.text ?? '') ? TODAY : null)),
  rule(`${LATEST} ${END} (jutrzejszego dnia|dnia jutrzejszego|jutra|jutrzejszego dnia roboczego)`, () => part('end-of-day', TOMORROW)),
  rule(`{day} [,] ${END} (dnia|dnia pracy|pracy)`, (v) => part('end-of-day', v.of(day))),
  rule(`${END} dnia [,] {day}`, (v) => part('end-of-day', v.of(day))),
  rule(`${LATEST} ${END} {dayOf}`, (v) => part('end-of-day', v.of(dayOf))),
  rule('przed poludniem', () => part('before-noon', null)),
  rule('{day} [,|jeszcze] przed poludniem', (v) => part('before-noon', v.of(day))),
  rule('przed poludniem [,] {day}', (v) => part('before-noon', v.of(day))),
  rule('[{day}] [,] (w godzinach|w godz .) przedpoludniowych', (v) => part('before-noon', v.maybe(day))),
  rule(FIRST, (v) => (v.words.length === 2 && v.words[0]?.text === 'od' ? null : part('first-thing', null))),
  rule(`{day} [,] ${FIRST}`, (v) => part('first-thing', v.of(day))),
  rule(`${FIRST} [,] {day}`, (v) => part('first-thing', v.of(day))),
  rule('[jeszcze] w (tym|biezacym) tygodniu', () => week('this', 'in')),
  rule(`${LATEST} do konca [tego|biezacego|obecnego] tygodnia`, () => week('this', 'by')),
  rule(`${LATEST} (pod|na|przed|z) (koniec|koncem) [tego|biezacego] tygodnia`, () => week('this', 'by')),
  rule(`${LATEST} (pod|na|z) (koniec|koncem) ${NEXT_OF} tygodnia`, () => week('next', 'in')),
  rule(`${LATEST} (pod|na|przed|z) (koniec|koncem) [tego|biezacego] miesiaca`, () => ({ type: 'month', month: 'this', year: null, how: 'by' })),
  rule('(przed|do) (weekendem|weekendu)', () => week('this', 'by')),
  rule(`w ${NEXT} tygodniu`, () => week('next', 'in')),
  rule(`(na poczatku|z poczatkiem) ${NEXT_OF} tygodnia`, () => week('next', 'in')),
  rule(`w polowie ${NEXT_OF} tygodnia`, () => UNCLEAR),
  rule(`${LATEST} do konca ${NEXT_OF} tygodnia`, () => week('next', 'by')),
  rule(`do ${NEXT_OF} tygodnia`, () => UNCLEAR),
  rule('(w|podczas) [ten|najblizszy|nadchodzacy] weekend', () => ({ type: 'weekend', which: 'this' })),
  rule('w (przyszly|nastepny|kolejny) weekend', () => ({ type: 'weekend', which: 'next' })),
  rule(`${LATEST} do konca [tego|biezacego|obecnego] miesiaca`, () => ({ type: 'month', month: 'this', year: null, how: 'by' })),
  rule(`do konca ${NEXT_OF} miesiaca`, () => ({ type: 'month', month: 'next', year: null, how: 'by' })),
  rule('[jeszcze] w (tym|biezacym) miesiacu', () => ({ type: 'month', month: 'this', year: null, how: 'in' })),
  rule(`w ${NEXT} miesiacu`, () => ({ type: 'month', month: 'next', year: null, how: 'in' })),
  rule('[jeszcze] (w|we) {monthIn} [{year} [r|roku]]', (v) => monthly(v, 'in')),
  rule(`${LATEST} do konca {monthOf} [{year} [r|roku]]`, (v) => monthly(v, 'by')),
  rule('do konca [tego|biezacego] roku', () => ({ type: 'day', how: 'by', day: { type: 'date', day: 31, month: 12, year: null } })),
  rule('(na poczatku|w polowie|pod koniec|z koncem|na przelomie|w pierwszej polowie|w drugiej polowie|od poczatku|z poczatkiem|do polowy|do poczatku) [przyszlego|tego|biezacego] ({monthOf}|miesiaca|roku|tygodnia|kwartalu)', () => UNCLEAR),
  rule('(po|przed|w) (weekendzie|swietach|swietami|swieta|nowym roku|wigilia|wigilii|urlopie|majowce|sylwestrze|nowy rok|dlugim weekendzie)', () => UNCLEAR),
  rule('(nastepnego|kolejnego) dnia', () => UNCLEAR),
  rule('[w] (nocy|noc|noca) (z|ze) {dayOf} na {day}', () => UNCLEAR),
  rule('[w] (nocy|noc|noca) (z|ze) {dayOf} na {dayOf}', () => UNCLEAR),
  rule('(w przyszlym roku|w nowym roku|w tym roku|w kwartale)', () => UNCLEAR),
  rule('(w ciagu dnia|w porze (obiadowej|lunchu)|w porze obiadu|po obiedzie|w okolicach poludnia|za kilkanascie minut|w trakcie dnia)', () => UNCLEAR),
  rule('(po|zaraz po|tuz po|dopiero po|kolo|okolo|ok [~.]|w okolicach) [dniu|dnia] ({day}|{dayOf})', (v) => (v.words.some(({ kind }) => kind === 'number') ? UNCLEAR : null)),
  rule('po {n} (dniach|dniach roboczych|godzinach|tygodniach)', () => UNCLEAR),
  rule(`[najpozniej] ${SOON}`, () => VAGUE),
]);
