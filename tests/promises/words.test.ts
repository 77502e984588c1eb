import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../utils/promises/dates/read';

/** What a piece is, said slowly. */
const PIECES = /\p{Nd}+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\S/gu;
const INVISIBLE = /^[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]$/u;
const slowly = (text: string): unknown => [...text.matchAll(PIECES)].filter(([piece]) => !INVISIBLE.test(piece)).map((match) => [match.index, match[0]]);
const quickly = (text: string): unknown => splitWords(text).map(({ raw, start }) => [start, raw]);

describe('the pieces of a sentence', () => {
  it.each([
    ['Ligo às 15h30, combinado?'], ["o'clock and o’clock, 5' o', ’s"], ['zażółć gęślą o 15:00–16:00'], ['a\u0301 e\u0301a 3\u0301 \u0301'], ['Привет мир٣٣ 12٣ a٣'],
    ['x\u00a0y\u2003z\u3000w'], ['😀😀 ok \ud83d \ude00'], ['soft\u00adhyphen zero\u200bwidth'], ['ª º 2ª-feira'], ["d'\u0105 d’\u4e2d\u4e2d a\u4e2d'b"],
  ])('of %j are those of the expression', (text) => {
    expect(quickly(text)).toEqual(slowly(text));
  });
  it('of any text are those of the expression', () => {
    const units = fc.array(fc.constantFrom(...'abÁłż’\'0159٣ \u00a0\u200b\u00ad.,:-–é\u0301\u4e2d\ud83d\ude00'), { maxLength: 24 }).map((all) => all.join(''));
    fc.assert(fc.property(fc.oneof(units, fc.string({ unit: 'binary' })), (text) => { expect(quickly(text)).toEqual(slowly(text)); }), { numRuns: 2000 });
  });
});
