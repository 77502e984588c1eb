/** What looks like a time and gives none: the past, the repeated, opening hours, the date of a paper. */
import { dict, digits, grammar, rule, type TimeOrNone } from '../read';
import { between, clock } from './clocks';
import { day, dayOf } from './days';
import { anyWeekday, fullDay, monthIn, n, unit, weekday, workUnit, year } from './words';

const NONE: TimeOrNone = { type: 'none' };
const PLURAL = dict('plural', {
  poniedzialki: 1, wtorki: 2, czwartki: 4, piatki: 5, weekendy: 8, soboty: 6, niedziele: 7, srody: 3, wieczory: 9, 'dni robocze': 10, poranki: 11,
});
const seven = digits('seven', 7, 7, 1);
const PAPERS = '(faktura|faktury|fakture|fakturze|pismo|pisma|mail|maila|wiadomosc|wiadomosci|umowa|umowy|umowe|zamowienie|zamowienia|zgloszenie|zgloszenia|reklamacja|reklamacji|reklamacje|rachunek|rachunku|paragon|paragonu|rozmowa|rozmowy|rozmowe|wplata|wplaty|przelew|przelewu|platnosc|platnosci|wizyta|wizyty|dostawa|dostawy|decyzja|decyzji|regulamin|regulaminu|protokol|protokolu|nota|noty|wniosek|wniosku|awaria|awarii|transakcja|transakcji|zakup|zakupu|lista|listu|list)';
const PAST = '(zeszly|zeszla|zeszlym|zeszlego|zeszlej|ubiegly|ubiegla|ubieglym|ubieglego|ubieglej|ubiegle|miniony|miniona|minionym|minionego|minionej|poprzedni|poprzednia|poprzednim|poprzedniej|ostatni|ostatnia|ostatnim|ostatniej|ostatniego)';

export const nothing = grammar<TimeOrNone>('nothing', [anyWeekday, between, clock, day, dayOf, fullDay, monthIn, n, PLURAL, seven, unit, weekday, workUnit, year], [
  rule('24~/~{seven} [~/~365]', () => NONE),
  rule('24 (h|godziny|godz) [~.] (na dobe|/ dobe|/ 7)', () => NONE),
  rule('(wczoraj|przedwczoraj) [rano|wieczorem|po poludniu|o {clock}]', () => NONE),
  rule('[z] (wczoraj|przedwczoraj|wczorajszego dnia)', () => NONE),
  rule(`(w|we|z|od|do) ${PAST} ({weekday}|tygodniu|tygodnia|miesiacu|miesiaca|roku|rok|tydzien|miesiac|{monthIn}|dniach|dni|czasie|noc|nocy)`, () => NONE),
  rule('(w|przez) (ostatnich|ostatnie|minionych|minione) [{n}] [{unit}|dniach|tygodniach|miesiacach|latach]', () => NONE),
  rule('[{n}] [kilka|pare|kilkanascie] ({unit}|{workUnit}|{doba}) (temu|wczesniej|wstecz|opoznienia|zwloki|po terminie)', () => NONE),
  rule('(juz|przez) {n} ({unit}|{workUnit})', (v) => (v.words.length >= 3 ? NONE : null)),
  rule('(po|przez|przed) [{n}] [kilku|paru|kilka|pare|ponad|prawie] ({unit}|{workUnit}|dniach|godzinach|tygodniach|minutach|miesiacach|dwoch tygodniach)', (v) => (v.words.length >= 3 ? NONE : null)),
  rule('(co|kazdy|kazda|kazdego|w kazdy|w kazda|codziennie) [{n}] ({weekday}|{unit}|dzien|wieczor|rano|ranek|poranek)', () => NONE),
  rule('(co rano|codziennie|co wieczor|zawsze rano|zwykle rano)', () => NONE),
  rule('codziennie [{clock}|{between}]', () => NONE),
  rule('(w|we) {plural}', (v) => (/^(?:poniedzialki|wtorki|czwartki|piatki|weekendy|wieczory|poranki|dni|soboty)$/u.test(v.words[1]?.text ?? '') ? NONE : null)),
  // "Od 1 października obniżymy": na początku zdania mówi, kiedy się zacznie.
  rule('(od|poczawszy od|juz od) {dayOf}', (v) => (v.words[0]?.start === 0 && v.of(dayOf).type === 'date' ? null : NONE)),
  rule('od {weekday} do {weekday} [,] [{between}|od|w|w godzinach]', () => NONE),
  rule('{wd} [~.] - {wd} [~.] [,|:] [{between}|{clock}]', () => NONE),
  rule('{between} [,] od {weekday} do {weekday}', () => NONE),
  rule('(czynne|czynny|czynna|czynni|otwarte|otwarty|otwarta|otwarci|pracujemy|dyzurujemy|infolinia|godziny otwarcia|godziny pracy|dostepni|dostepna|dostepny|dziala) [sa|jest|jestesmy|:|codziennie|w] ({between}|{day}|{clock}|do {clock})', () => NONE),
  rule(`${PAPERS} (z|z dnia|na dzien) {dayOf}`, () => NONE),
  rule(`${PAPERS} za ({monthIn}|styczen|luty|marzec|kwiecien|maj|czerwiec|lipiec|sierpien|wrzesien|pazdziernik|listopad|grudzien)`, () => NONE),
  rule('(ulica|ulicy|ulice|ul [~.]|al [~.]|aleja|alei|plac|placu|pl [~.]) {dayOf}', () => NONE),
  rule('z dnia ({dayOf}|dzisiejszego|wczorajszego)', () => NONE),
  rule('(z|ze) {dayOf}', (v) => (v.words.length > 1 ? NONE : null)),
  rule('(wazny|wazna|wazne|waznosci|obowiazuje|obowiazywala|gwarancja|gwarancji|gwarancje|umowa) (do|od) {dayOf}', () => NONE),
  rule('(godziny|godzin|dni|dnia) (otwarcia|pracy|urzedowania)', () => NONE),
  rule('raz (w tygodniu|w miesiacu|dziennie|na tydzien|na miesiac|na dobe)', () => NONE),
  rule('[{n}] razy (w tygodniu|w miesiacu|dziennie)', () => NONE),
  rule('(w) {year} (r [~.]|roku)', () => NONE),
]);
