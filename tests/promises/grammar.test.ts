/** The small grammar of times, by itself: what is skipped because a word is missing must be what could not have been read. */
import { describe, expect, it } from 'vitest';
import { dict, digits, grammar, look, rule, splitWords } from '../../utils/promises/dates/read';

const n = digits('n', 1, 99);
const unit = dict('unit', { day: 'day', 'working day': 'work' });
const last = look('last', (words, at) => words[at] === undefined);
const amount = grammar<string>('amount', [n, unit], [
  rule('{n} {unit}', (v) => `${String(v.of(n))} ${v.of(unit)}`),
  rule('[about] {n}', (v) => `${v.words[0]?.text === 'about' ? '~' : ''}${String(v.of(n))}`),
]);
const top = grammar<string>('top', [amount, last, n, unit], [
  rule('(by|no later than) (eow|the end of [the] week)', () => 'week'),
  rule('in {amount}', (v) => v.of(amount)),
  rule('in {amount} or {amount}', (v) => `${v.of(amount)}/${v.of(amount, 1)}`),
  rule('soon {last}', () => 'soon'),
  rule('{n}~h', (v) => `${String(v.of(n))}h`),
  rule("'(' {unit} ')'", (v) => v.of(unit)),
  rule<string>('in {n} eow', () => null),
]);
const readings = (text: string): readonly (readonly [string, number])[] => top.read(splitWords(text), 0).map(({ value, next }) => [value, next] as const);

describe('grammar', () => {
  it.each<[string, readonly (readonly [string, number])[]]>([
    ['by eow', [['week', 2]]],
    ['no later than the end of the week', [['week', 8]]],
    ['by the end of week', [['week', 5]]],
    ['by the week', []],
    ['in 3 working days', [['3', 2]]],
    ['in 3 working day', [['3 work', 4], ['3', 2]]],
    ['in 3 working-day', [['3 work', 5], ['3', 2]]],
    ['in about 3 or 4 day', [['~3/4 day', 6], ['~3/4', 5], ['~3', 3]]],
    ['soon', [['soon', 1]]],
    ['soon enough', []],
    ['15h', [['15h', 2]]],
    ['15 h', []],
    ['(day)', [['day', 3]]],
    ['in 100', []],
    ['in 3 eow', [['3', 2]]],
    ['', []],
  ])('%s', (text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  it('reads one sentence after another, and the first again', () => {
    const [one, two] = [splitWords('in 3 day'), splitWords('by eow')];
    const read = (words: typeof one): readonly string[] => top.read(words, 0).map(({ value }) => value);
    expect([read(one), read(two), read(one)]).toEqual([['3 day', '3'], ['week'], ['3 day', '3']]);
  });

  it('knows from the words alone what can not be read', () => {
    const may = (text: string): boolean | undefined => top.presence?.test(splitWords(text));
    expect(['in the meantime', 'by the way', 'eow', 'the third'].map(may)).toEqual([false, false, false, false]);
    expect(['call me in 5', 'well, by the eow', 'see you soon, then', '(the day)'].map(may)).toEqual([true, true, true, true]);
  });

  it.each(['{nobody}', '(a', 'a)', '[a]'])('refuses the pattern %s', (pattern) => {
    expect(() => grammar('wrong', [], [rule(pattern, () => 1)])).toThrow();
  });
});
