/** Polish durations: "za pół godziny", "w ciągu 24 godzin", "w terminie 14 dni", "3-5 dni roboczych", "do 48 h". */
import type { TimeExpr, Unit } from '../../types';
import { dict, grammar, look, rule, type Taken } from '../read';
import { fullDay, n, unit, workUnit } from './words';

interface Amount { readonly amount: number; readonly unit: Unit; readonly least?: number }

function amountOf(v: Taken): Amount {
  const [first, second] = [v.of(n), v.maybe(n, 1)];
  const days = v.maybe(fullDay) !== null;
  const times = days ? 24 : 1;
  const said = days ? 'hour' : v.maybe(workUnit) ?? v.of(unit);
  return second === null || second <= first
    ? { amount: first * times, unit: said }
    : { amount: second * times, unit: said, least: first * times };
}
const ADJ = '[pelnych|najblizszych|kolejnych|nastepnych|okolo|ok|ok .|maksymalnie|max|najwyzej]';
const amount = grammar<Amount>('amount', [fullDay, n, unit, workUnit], [
  rule(`{n} ${ADJ} ({unit}|{workUnit}|{doba})`, amountOf),
  rule('[od] {n} (-|do|lub|albo|czy) {n} ({unit}|{workUnit}|{doba})', amountOf),
  rule("{n} '(' {n} ')' ({unit}|{workUnit})", (v) => ({ amount: v.of(n), unit: v.maybe(workUnit) ?? v.of(unit) })),
  rule('{n} - ({unit}|{workUnit})', (v) => ({ amount: v.of(n), unit: v.maybe(workUnit) ?? v.of(unit) })),
  rule('(godziny|godzine|godzinke)', () => ({ amount: 1, unit: 'hour' })),
  rule('(minuty|minute)', () => ({ amount: 1, unit: 'minute' })),
  rule('(tygodnia|tydzien)', () => ({ amount: 1, unit: 'week' })),
  rule('(miesiaca|miesiac)', () => ({ amount: 1, unit: 'month' })),
  rule('(dnia roboczego|dzien roboczy)', () => ({ amount: 1, unit: 'business-day' })),
  rule('{doba}', () => ({ amount: 24, unit: 'hour' })),
  rule('(pol|polowy) (godziny|godzinki)', () => ({ amount: 30, unit: 'minute' })),
  rule('(poltorej|poltora) (godziny|h)', () => ({ amount: 90, unit: 'minute' })),
  rule('{n}~,~5 (godziny|godz [~.]|h)', (v) => ({ amount: v.of(n) * 60 + 30, unit: 'minute' })),
  rule('{n} i pol godziny', (v) => ({ amount: v.of(n) * 60 + 30, unit: 'minute' })),
  rule('(kwadransa|kwadrans)', () => ({ amount: 15, unit: 'minute' })),
  rule('trzy kwadranse', () => ({ amount: 45, unit: 'minute' })),
  rule('(pol roku|polroku)', () => ({ amount: 6, unit: 'month' })),
]);

/** "w ciągu 14 dni od otrzymania", "2 dni robocze po zwrocie": counted from something else than now. */
const counted = look('counted', (words, at) => {
  const [first, second] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  if (first === 'od') return !/^(?:dzis|dzisiaj|teraz|jutra)$/u.test(second);
  if (first === 'po') return second !== '' && !/^(?:poludniu|poludnie)$/u.test(second);
  return first === 'licza' || first === 'liczac';
});
const within = dict('within', Object.fromEntries([
  'w ciagu', 'w przeciagu', 'w terminie', 'w terminie do', 'w czasie', 'w czasie do', 'w okresie', 'w ciagu najblizszych', 'w ciagu najblizszej', 'w ciagu najblizszego',
  'w ciagu kolejnych', 'w ciagu kolejnej', 'w ciagu maksymalnie', 'w ciagu max', 'w ciagu okolo', 'w ciagu ok', 'w przeciagu najblizszych', 'w przeciagu najblizszej',
  'przez najblizsze', 'w najblizszych', 'najpozniej w ciagu', 'najdalej w ciagu', 'maksymalnie w ciagu', 'w maksymalnie', 'najpozniej za', 'najdalej za',
  'maksymalnie za', 'nie pozniej niz za', 'nie pozniej niz w ciagu', 'do', 'maksymalnie do', 'w niecale', 'w mniej niz', 'do maksymalnie', 'w gora', 'w ciagu do',
  'maksymalnie', 'najwyzej', 'w ciagu pierwszych', 'w ciagu nastepnych', 'w terminie maksymalnie', 'potrwa do', 'trwa do', 'potrwa maksymalnie', 'zajmie do', 'w ciagu najwyzej',
].map((key) => [key, true])));
/** "w 3 dni", "w 24 godziny": with a number only. */
const into = dict('into', { za: true, 'za okolo': true, 'za ok': true, 'za jakies': true, 'juz za': true, 'dokladnie za': true, 'za rowno': true, 'za mniej wiecej': true });

function expr(said: Amount, how: 'in' | 'within'): TimeExpr {
  return { type: 'duration', how, ...said };
}
const COUNTED = (): TimeExpr => ({ type: 'unclear', counted: true });
const FEW: TimeExpr = { type: 'duration', amount: 15, unit: 'minute', how: 'in', few: true };

export const durations = grammar<TimeExpr>('durations', [amount, counted, into, n, unit, within, workUnit], [
  rule('({within}|{into}|w) {amount} {counted}', COUNTED),
  rule('{n} [(-|do) {n}] ({unit}|{workUnit}) {counted}', COUNTED),
  rule('{within} [~.] {amount}', (v) => expr(v.of(amount), 'within')),
  rule('{into} [~.] {amount}', (v) => (expr(v.of(amount), 'in'))),
  rule('w {n} [(-|do) {n}] (min|minut|minuty|h|godzin|godziny|dni|doby)', (v) => {
    const last = v.words[v.words.length - 1]?.text ?? '';
    const high = v.maybe(n, 1) ?? v.of(n);
    if (last === 'doby') return expr({ amount: high * 24, unit: 'hour' }, 'within');
    return expr({ amount: high, unit: last.startsWith('min') ? 'minute' : last === 'dni' ? 'day' : 'hour' }, 'within');
  }),
  rule('w {n} [(-|do) {n}] {workUnit}', (v) => expr({ amount: v.maybe(n, 1) ?? v.of(n), unit: v.of(workUnit) }, 'within')),
  rule('w (godzine|pol godziny|kwadrans|tydzien)', (v) => {
    const last = v.words[v.words.length - 1]?.text;
    if (last === 'kwadrans') return expr({ amount: 15, unit: 'minute' }, 'within');
    if (last === 'tydzien') return expr({ amount: 1, unit: 'week' }, 'within');
    return expr(v.words.length === 3 ? { amount: 30, unit: 'minute' } : { amount: 1, unit: 'hour' }, 'within');
  }),
  rule('[od] {n} [(-|do|lub|albo) {n}] {workUnit}', (v) => expr(amountOf(v), 'within')),
  rule('za (chwile|chwilke|chwileczke|moment|momencik|sekunde|sekundke|minutke|minute|kilka minut|pare minut|kilkanascie minut|dwie minutki|kilka chwil)', (v) =>
    (v.words[1]?.text === 'kilkanascie' ? { type: 'unclear' } : FEW)),
  rule('w ciagu (kilku|paru) [najblizszych] minut', () => FEW),
  rule('(do|w) (kilku|paru|kilkunastu) minut', () => FEW),
]);
