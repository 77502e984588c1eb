/** English durations: "in half an hour", "within 24 hours", "3-5 business days", "over the next two days". */
import type { TimeExpr, Unit } from '../../types';
import { dict, digits, grammar, look, rule, type Taken } from '../read';
import { n, unit, workUnit } from './words';

interface Amount { readonly amount: number; readonly unit: Unit; readonly least?: number; readonly few?: boolean }

const PLAIN: Readonly<Partial<Record<Unit, number>>> = { hour: 60 };

function amountOf(v: Taken): Amount {
  const unitSaid = v.maybe(workUnit) ?? v.of(unit);
  const [first, second] = [v.of(n), v.maybe(n, 1)];
  const twice = v.words.some(({ text }) => text === 'fortnight') ? 2 : 1;
  return second === null || second <= first
    ? { amount: first * twice, unit: unitSaid }
    : { amount: second * twice, unit: unitSaid, least: first * twice };
}
function half(v: Taken): Amount | null {
  const base = PLAIN[v.of(unit)];
  const count = v.maybe(n) ?? 1;
  return base === undefined ? null : { amount: (count * 2 + 1) * 30, unit: 'minute' };
}

const amount = grammar<Amount>('amount', [n, unit, workUnit], [
  rule('(a few|few|several|some|a couple of|couple of|a couple) (minutes|mins|moments)', () => ({ amount: 15, unit: 'minute', few: true })),
  rule('{n} ({unit}|{workUnit})', amountOf),
  rule('{n} [(more|full|short|further)] ({unit}|{workUnit})', amountOf),
  rule('{n} - ({unit}|{workUnit})', amountOf),
  rule('{n} (-|to|or) {n} ({unit}|{workUnit})', amountOf),
  rule('between {n} and {n} ({unit}|{workUnit})', amountOf),
  rule("{n} '(' {n} ')' ({unit}|{workUnit})", (v) => ({ amount: v.of(n), unit: v.maybe(workUnit) ?? v.of(unit) })),
  rule('(half an|a half|half|1/2 an) hour', () => ({ amount: 30, unit: 'minute' })),
  rule('(a quarter of an|quarter of an) hour', () => ({ amount: 15, unit: 'minute' })),
  rule('(three quarters of an|three-quarters of an) hour', () => ({ amount: 45, unit: 'minute' })),
  rule('{n} and a half {unit}', half),
  rule('{n} {unit} and a half', half),
  rule('{n} {unit} and {n} (minutes|mins)', (v) => (v.of(unit) === 'hour' ? { amount: v.of(n) * 60 + v.of(n, 1), unit: 'minute' } : null)),
]);

/** "within 14 days of receipt", "2 business days after we get it": counted from something else than now. */
const counted = look('counted', (words, at) => {
  const [first, second] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  if (first === 'from' || first === 'of') return !/^(?:now|today|tomorrow)$/u.test(second);
  return /^(?:after|following|once|upon|as)$/u.test(first) && !(first === 'as' && second !== 'soon' && second !== 'of');
});
const within = dict('within', {
  within: true, 'w / in': true, 'within the next': true, 'in the next': true, 'over the next': true, 'during the next': true, 'in under': true, 'in less than': true,
  'in no more than': true, 'no later than': true, 'in up to': true, 'within about': true, 'within approximately': true, 'inside': true,
  'within around': true, 'within a maximum of': true, 'in a maximum of': true, 'take up to': true, 'takes up to': true, 'within up to': true,
  'within at most': true, 'in at most': true, 'not more than': true, 'within the following': true, 'in the following': true,
});
const into = dict('into', {
  in: true, 'in about': true, 'in around': true, 'in approximately': true, 'in roughly': true, 'in another': true, 'in approx': true, 'in exactly': true, 'in just': true,
});

function expr(said: Amount, how: 'in' | 'within'): TimeExpr {
  return { type: 'duration', how, ...said };
}

/** "Back with you in 20." Fives alone, where the words end. */
const minutesBare = digits('minutesBare', 5, 60, 2);
const closing = look('closing', (words, at) => (words[at] === undefined || /^[.,;!)]$/u.test(words[at].text)) && Number(words[at - 1]?.text) % 5 === 0);

export const durations = grammar<TimeExpr>('durations', [amount, closing, counted, into, minutesBare, n, unit, within, workUnit], [
  rule('({within}|{into}) {amount} {counted}', () => ({ type: 'unclear', counted: true })),
  rule('{amount} {counted}', () => ({ type: 'unclear', counted: true })),
  rule('{within} {amount}', (v) => expr(v.of(amount), 'within')),
  rule('within the hour', () => ({ type: 'duration', amount: 1, unit: 'hour', how: 'within' })),
  rule('{into} {amount} [time]', (v) => expr(v.of(amount), 'in')),
  rule("in [about] (a week's|a weeks'|a weeks) time", () => ({ type: 'duration', amount: 1, unit: 'week', how: 'in' })),
  rule("in [about] (an hour's|an hours) time", () => ({ type: 'duration', amount: 1, unit: 'hour', how: 'in' })),
  rule("in [about] (a month's|a months) time", () => ({ type: 'duration', amount: 1, unit: 'month', how: 'in' })),
  rule("{into} {amount} ~' time", (v) => expr(v.of(amount), 'in')),
  rule("in {n} (days'|day's) time", (v) => ({ type: 'duration', amount: v.of(n), unit: 'day', how: 'in' })),
  rule("in {n} (weeks'|week's) time", (v) => ({ type: 'duration', amount: v.of(n), unit: 'week', how: 'in' })),
  rule("in {n} (hours'|hour's) time", (v) => ({ type: 'duration', amount: v.of(n), unit: 'hour', how: 'in' })),
  rule('[about|around|only|just] {amount} away', (v) => expr(v.of(amount), 'in')),
  rule('{amount} from (now|today)', (v) => expr(v.of(amount), 'in')),
  rule("{amount} [time] (at the latest|latest|max|at most|maximum|tops)", (v) => expr(v.of(amount), 'within')),
  rule('({within}|{into}) {amount} (at the latest|latest|max|at most|maximum|tops)', (v) => expr(v.of(amount), 'within')),
  rule('[up to] {n} [(-|to|or) {n}] {workUnit}', (v) => expr(amountOf(v), 'within')),
  rule('up to {amount}', (v) => expr(v.of(amount), 'within')),
  rule('{n} (-|to) {n} (day|days|hours|hrs)', (v) => expr({ amount: v.of(n, 1), unit: /^h/u.test(v.words.at(-1)?.text ?? '') ? 'hour' : 'day' }, 'within')),
  rule('in {minutesBare} {closing}', (v) => expr({ amount: v.of(minutesBare), unit: 'minute' }, 'in')),
]);
