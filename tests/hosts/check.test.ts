import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noted, placeOf, verdictOf, type CheckLook, type PageRecord, type Verdict } from '../../utils/hosts/check';

/** Each letter one look, each in a conversation of its own: 0, 1, 2 the rank that hit, "-" none, "=" none in the conversation before. */
function after(looks: string, data = 'a', before: PageRecord | null = null): PageRecord | null {
  let place = 0;
  return [...looks].reduce<PageRecord | null>((record, sign) => {
    place += sign === '=' ? 0 : 1;
    const miss = sign === '-' || sign === '=';
    const look: CheckLook = { data, place, ranks: miss ? {} : { send: Number(sign) }, failed: miss ? ['send'] : [] };
    return noted(record, look, '2026-11-27');
  }, before);
}
const says = (looks: string): Verdict | null => {
  const record = after(looks);
  return record && verdictOf(record);
};
const OK = { changed: [], shifted: [] }, CHANGED = { changed: ['send'], shifted: [] }, SHIFTED = { changed: [], shifted: ['send'] };

describe('a page that is watched', () => {
  it.each<[string, string, Verdict]>([
    ['has always been found', '0000000', OK],
    ['is odd once', '00000-', OK],
    ['is odd twice', '00000--', OK],
    ['has been missed a few times running', '0000000000---', OK],
    ['has lost it', '0000000000----', CHANGED],
    ['has never been missed before', `${'0'.repeat(60)}---`, CHANGED],
    ['has lost it, in one conversation that is opened again and again', '0000000000-=====', OK],
    ['was hardly known before', '00---------', OK],
    ['never had it', '------------', OK],
    ['lacks it now and then', '0-0-0-0-0-0-0---', OK],
    ['lacked it now and then, and lost it', '0-0-0-0-0-0-0------------', CHANGED],
    ['got it back', '0000000000----0', OK],
    ['is found by another way', '00000111', SHIFTED],
    ['is found by another way once', '00000101', OK],
    ['is found by a better way', '11111000', OK],
    ['is found by the other way for good', `000001${'1'.repeat(20)}`, OK],
    ['was found by another way, and lost it', '0000011111----', CHANGED],
  ])('%s', (_name, looks, expected) => expect(says(looks)).toEqual(expected));

  it('begins anew with another description', () => {
    const lost = after('0000000000----');
    expect(lost && verdictOf(lost)).toEqual(CHANGED);
    const mended = after('-', 'b', lost);
    expect(mended && verdictOf(mended)).toEqual(OK);
  });

  it('tells conversations apart without naming them', () => {
    expect(placeOf('thread-f:1798')).not.toBe(placeOf('thread-f:1799'));
    expect(Number.isInteger(placeOf('Zażółć'))).toBe(true);
  });

  it('stays small, and says nothing of what a page lacks by nature', () => {
    fc.assert(fc.property(fc.array(fc.record({ place: fc.nat(), rank: fc.nat(40), key: fc.nat(100) }), { maxLength: 800 }), (looks) => {
      const record = looks.reduce<PageRecord | null>((at, { place, rank, key }) => noted(at, { data: 'a', place, ranks: { [`k${key}`]: rank }, failed: [`k${key + 1}`] }, '2026-11-27'), null);
      expect(JSON.stringify(record).length).toBeLessThan(8_000);
    }), { numRuns: 20 });
    // What one page in ten lacks by nature, twice running at most.
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 20, maxLength: 120 }), (dice) => {
      const looks = `00000${dice.map((each) => (each < 10 ? '-' : '0')).join('').replace(/---+/gu, '--')}`;
      for (let length = 1; length <= looks.length; length += 1) expect(says(looks.slice(0, length))).toEqual(OK);
    }), { numRuns: 20 });
  });
});
