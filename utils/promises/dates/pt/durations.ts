/** Portuguese durations: "daqui a meia hora", "em até 24 horas", "no prazo de 5 dias úteis", "nas próximas 48h". */
import type { TimeExpr, Unit } from '../../types';
import { dict, grammar, look, rule, type Taken } from '../read';
import { n, unit, workUnit } from './words';

interface Amount { readonly amount: number; readonly unit: Unit; readonly least?: number; readonly few?: boolean }

function amountOf(v: Taken): Amount {
  const said = v.maybe(workUnit) ?? v.of(unit);
  const [first, second] = [v.of(n), v.maybe(n, 1)];
  return second === null || second <= first ? { amount: first, unit: said } : { amount: second, unit: said, least: first };
}
const FEW = '(alguns|uns|poucos|uns poucos|uns breves|breves)';
const amount = grammar<Amount>('amount', [n, unit, workUnit], [
  rule('{n} [~]({unit}|{workUnit})', amountOf),
  rule('(cerca de|mais ou menos|aproximadamente|mais|outros|outras|uns|umas) {n} ({unit}|{workUnit})', amountOf),
  rule('{n} (a|e|ou|-|ate) {n} [~]({unit}|{workUnit})', amountOf),
  rule("{n} '(' {n} ')' ({unit}|{workUnit})", (v) => ({ amount: v.of(n), unit: v.maybe(workUnit) ?? v.of(unit) })),
  rule('(meia hora|meia horinha)', () => ({ amount: 30, unit: 'minute' })),
  rule('[um] quarto de hora', () => ({ amount: 15, unit: 'minute' })),
  rule('tres quartos de hora', () => ({ amount: 45, unit: 'minute' })),
  rule('[uma] hora e meia', () => ({ amount: 90, unit: 'minute' })),
  rule('{n} horas e meia', (v) => ({ amount: v.of(n) * 60 + 30, unit: 'minute' })),
  rule('{n} (hora|horas) e (um quarto|quarto)', (v) => ({ amount: v.of(n) * 60 + 15, unit: 'minute' })),
  rule('{n}~/~{n} [~]({unit}|{workUnit})', amountOf),
  rule('{n} (hora|horas) e {n} [minutos]', (v) => ({ amount: v.of(n) * 60 + v.of(n, 1), unit: 'minute' })),
  rule(`${FEW} (minutos|minutinhos|instantes|momentos)`, () => ({ amount: 15, unit: 'minute', few: true })),
  rule('(instantes|momentos|minutos|minutinhos)', () => ({ amount: 15, unit: 'minute', few: true })),
]);

const COUNTED = /^(?:apos|contados|contadas|contado|corridos|subsequentes|seguintes)$/u;
/** "5 dias úteis após a receção", "a contar da confirmação": counted from something else than now. */
const counted = look('counted', (words, at) => {
  const text = (index: number): string => words[at + index]?.text ?? '';
  if (text(0) === '(' || text(0) === ',') return COUNTED.test(text(1)) || (text(1) === 'a' && text(2) === 'contar' && !/^hoje$/u.test(text(4)));
  if (COUNTED.test(text(0))) return true;
  if (text(0) === 'depois') return text(1) === 'de' || text(1) === 'da' || text(1) === 'do';
  if (text(0) === 'a' && (text(1) === 'contar' || text(1) === 'partir')) return !/^(?:hoje|agora|amanha|ja)$/u.test(text(3));
  if (text(0) === 'da' || text(0) === 'do') return /^(?:recec|recep|receb|confirm|data|envio|pedido|devol|entreg|chegad|pagam|aprov|solicit|assinatur|compensac)/u.test(text(1));
  return (text(0) === 'assim' && text(1) === 'que') || (text(0) === 'desde' && text(1) === 'que');
});
const within = dict('within', Object.fromEntries([
  'em ate', 'ate', 'dentro de', 'dentro de no maximo', 'dentro de ate', 'no prazo de', 'no prazo maximo de', 'num prazo de', 'num prazo maximo de', 'em um prazo de',
  'no prazo de ate', 'num prazo de ate', 'em um prazo de ate', 'prazo de', 'prazo de ate', 'o prazo e de', 'o prazo e de ate', 'o prazo maximo e de', 'prazo maximo de',
  'num maximo de', 'no maximo em', 'em no maximo', 'no maximo', 'num espaco de', 'nas proximas', 'nos proximos', 'na proxima', 'no proximo', 'dentro das proximas',
  'dentro dos proximos', 'ao longo das proximas', 'ao longo dos proximos', 'durante as proximas', 'durante os proximos', 'em menos de', 'no espaco de', 'antes de',
  'em aproximadamente ate', 'num periodo de', 'no periodo de', 'em um periodo de', 'leva ate', 'demora ate', 'pode levar ate', 'pode demorar ate', 'leva', 'demora', 'levara',
  'levara ate', 'demorara', 'demorara ate', 'costuma levar', 'costuma demorar', 'pode levar', 'pode demorar', 'deve levar', 'deve demorar', 'entre', 'de', 'em de', 'em cerca de ate',
  'nao mais de', 'nao mais do que', 'no decorrer das proximas', 'no prazo estimado de', 'prazo estimado de', 'a',
].map((word) => [word, true])));
const into = dict('into', Object.fromEntries(
  ['daqui a', 'daqui por', 'daqui', 'daqui uns', 'em', 'passados', 'daqui a cerca de', 'em cerca de', 'em mais', 'em mais ou menos', 'em torno de', 'dali a'].map((word) => [word, true]),
));

/** "em 24 horas", "em 48h" are deadlines, as everybody who says them means it; "em 2 horas" is a moment. */
const isDeadline = ({ amount: count, unit: said }: Amount): boolean => said === 'hour' && count >= 24 && count % 24 === 0;
const inExpr = (a: Amount): TimeExpr => ({ type: 'duration', ...a, how: a.unit === 'business-day' || a.least !== undefined || isDeadline(a) ? 'within' : 'in' });

/** A range said with "de … a", "entre … e" alone needs days: "de 2 a 4 horas" may last, not wait. */
function spanOnly(v: Taken): TimeExpr | null {
  const opener = v.words[0]?.text;
  const a = v.of(amount);
  if ((opener === 'de' || opener === 'entre' || opener === 'a') && v.words[1]?.kind === 'number' && a.least === undefined) return null;
  if (opener === 'de' || opener === 'a') return a.least === undefined ? null : { type: 'duration', ...a, how: 'within' };
  if (opener === 'entre' && a.least === undefined) return null;
  return { type: 'duration', ...a, how: 'within' };
}

/** "Prazo de resposta: 48 horas". */
const afterColon = look('afterColon', (words, at) => words[at - 1]?.text === ':');

export const durations = grammar<TimeExpr>('durations', [afterColon, amount, counted, into, n, unit, within, workUnit], [
  rule('({within}|{into}) {amount} {counted}', () => ({ type: 'unclear', counted: true })),
  rule('{amount} {counted}', () => ({ type: 'unclear', counted: true })),
  rule('{into} {amount}', (v) => inExpr(v.of(amount))),
  rule('{within} {amount}', spanOnly),
  rule('{afterColon} {amount}', (v) => ({ type: 'duration', ...v.of(amount), how: 'within' })),
  rule('em [,] no maximo [,] {amount}', (v) => ({ type: 'duration', ...v.of(amount), how: 'within' })),
  rule('({into}|{within}) {amount} [,] (no maximo|no maximo dos maximos|o mais tardar)', (v) => ({ type: 'duration', ...v.of(amount), how: 'within' })),
  rule('(na proxima hora|dentro da proxima hora|durante a proxima hora|na hora seguinte)', () => ({ type: 'duration', amount: 1, unit: 'hour', how: 'within' })),
  rule('{n} dias uteis', (v) => ({ type: 'duration', amount: v.of(n), unit: 'business-day', how: 'within' })),
  rule('[de] {n} (a|ou|-) {n} dias uteis', (v) => ({ type: 'duration', amount: v.of(n, 1), unit: 'business-day', how: 'within', least: v.of(n) })),
]);
