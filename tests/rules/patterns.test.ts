/** The pattern language, by tables: what matches where, and what is refused with its place. */
import { describe, expect, it } from 'vitest';
import { PatternError, parsePattern } from '../../utils/rules/compile';
import { spansOf } from '../language/tiny';

const MATCHES: readonly (readonly [pattern: string, text: string, spans: readonly string[]])[] = [
  ['per our policy', 'As PER OUR Policy we act.', ['PER OUR Policy']],
  ['follow-up', 'A follow up, a follow-up and a followup.', ['follow up', 'follow-up']],
  ['follow up', 'The follow‑up is done.', ['follow‑up']],
  ['refund*', 'Refunds were refunded, no fund.', ['Refunds', 'refunded']],
  ['*remos', 'Daremos e faremos, remos e mais.', ['Daremos', 'faremos']],
  ['=*łeś', 'Zapomniałeś o tym, kozłes nie.', ['Zapomniałeś']],
  ['*łeś', 'ZAPOMNIAŁEŚ i zapomniales', ['ZAPOMNIAŁEŚ', 'zapomniales']],
  ['nie (*łeś|*łaś)', 'Nie zapłaciłaś.', ['Nie zapłaciłaś']],
  ['(as per|per) our', 'as per our, then per our.', ['as per our', 'per our']],
  ['[very] sorry', 'very sorry, sorry', ['very sorry', 'sorry']],
  ['we {be} sorry', 'we are sorry and we were sorry and we have sorry', ['we are sorry', 'we were sorry']],
  ['we _ it', 'we did it, we really did it', ['we did it']],
  ['not .. possible', 'not at all possible; not possible; not a b c d possible', ['not at all possible', 'not possible']],
  ['not ..1 possible', 'not at all possible', []],
  ['not ..2 possible', 'not, I fear possible', []],
  ['wait .. long', 'wait, so long', ['wait, so long']],
  ['wait .. long', 'wait; so long', []],
  ['# days', '24 days, 1.200,50 days, two days', ['24 days', '1.200,50 days']],
  ['100 %', 'It is 100% and 100 % sure', ['100%', '100 %']],
  ['=está', 'esta casa está lá', ['está']],
  ['=IT', 'it is IT', ['IT']],
  ['=SLA*', 'SLA, SLAs, sla', ['SLA', 'SLAs']],
  ['^ no', 'No, no.', ['No']],
  ['^ no', '"No way", no.', ['No']],
  ['thank you $', 'thank you all. I thank you!', ['thank you']],
  ['really ?', 'Really? Really.', ['Really?']],
  ['sorry , but', 'Sorry, but no. Sorry but no.', ['Sorry, but']],
  ['sorry but', 'Sorry, but no.', []],
  ['please , wait ,', 'Please, wait, now.', ['Please, wait']],
  ['we <cannot> refund', 'We cannot refund. We cannot.', ['cannot']],
  ['zażółć', 'Zazolc i ZAŻÓŁĆ', ['Zazolc', 'ZAŻÓŁĆ']],
  ["don't", 'Don’t, don`t, don´t', ['Don’t', 'don`t', 'don´t']],
  ['he/she', 'He/she may call', ['He/she']],
  ['we are sorry', 'we are "sorry", *we* are _sorry_', ['we are "sorry', 'we* are _sorry']],
  ['we are sorry', 'we are\u200b sor\u00adry', ['we are\u200b sor\u00adry']],
  ['end here', 'This is the end. Here we go.', []],
  ['e.g. this', 'Try e.g. this one.', ['e.g. this']],
  ['#', '15h30 e 3/12', ['15h30', '3/12']],
  ['a (b|c d|e) f', 'a b f, a c d f, a e f, a c f', ['a b f', 'a c d f', 'a e f']],
];

describe('a pattern', () => {
  it.each(MATCHES)('%s in "%s"', (pattern, text, spans) => {
    expect(spansOf([pattern], text)).toEqual(spans);
  });
  it('of many gaps and options stays cheap', () => {
    const pattern = 'a .. b .. c .. d .. e';
    expect(spansOf([pattern], `${'a x b '.repeat(2000)}`)).toEqual([]);
  });
  it('gives the longest of its own overlapping places', () => {
    expect(spansOf(['very sorry', 'sorry indeed', 'very sorry indeed'], 'We are very sorry indeed.')).toEqual(['very sorry indeed']);
  });
});

const REFUSED: readonly (readonly [pattern: string, position: number])[] = [
  ['(a|b', 0], ['a)', 1], ['a|b', 1], ['[a', 0], ['{no such', 0], ['a ..9 b', 2], ['a .', 2], ['x (|b)', 2], ['*', 0], ['a* b c*', 0],
];
describe('a faulty pattern', () => {
  it.each(REFUSED)('%s is refused at its place', (pattern, position) => {
    let caught: unknown = null;
    try { parsePattern(pattern); } catch (error) { caught = error; }
    expect(caught).toBeInstanceOf(PatternError);
    expect((caught as PatternError).position).toBe(position);
  });
  it.each(['[a] [b]', '{nothing-of-the-kind} a', '..', 'a <[b]> c', '<a> [b]'])('%s is refused when it is compiled', (pattern) => {
    if (pattern === 'a <[b]> c') expect(spansOf([pattern], 'a b c')).toEqual(['b']);
    else expect(() => spansOf([pattern], 'x')).toThrow(/ at \d+ in /);
  });
});
