/** What all words together lean to, where none names a feeling. */
import { describe, expect, it } from 'vitest';
import { analyse, createLanguage, leaning } from '../../utils/language';
import type { Knowledge } from '../../utils/rules';
import { GraphBuilder } from '../../utils/rules/compile';

const { leaningOf, traitsOf } = leaning;
function languageWith(leanings: readonly string[]) {
  const knowledge: Knowledge = { name: 'en', entries: [], graph: new GraphBuilder().finish(), phrases: [], lists: { leanings }, names: new Map() };
  return createLanguage(knowledge);
}
// calm frustrated angry anxious confused disappointed grateful
const LISTS = ['BIAS 2 0 0 0 0 0 0 | still 0 10 0 2 0 0 -5', 'still_no 0 20 0 0 0 0 0 | cake 0 0 0 0 0 -3 8'];
const keysOf = (text: string): string[] => traitsOf(languageWith(LISTS).parse(text)).map(({ key }) => key);

describe('traits of a message', () => {
  it('are its words, pairs, signs and length, each once', () => {
    expect(keysOf('Still no answer? Still no!')).toEqual(['still', '^_still', 'no', 'still_no', 'answer', 'no_answer', 'S?', '?_END', 'S!', '!_END', 'L0', 'E!']);
  });
  it('are cut where endings begin, and numbers are one', () => {
    expect(keysOf('charged 30,00')).toContain('charge');
    expect(keysOf('charged 30,00')).toContain('charge_#');
  });
  it('leave out what somebody else wrote', () => {
    expect(keysOf('Thanks\n\n> still no cake')).not.toContain('cake');
  });
  it('tell capitals, heaps of signs and how often something is asked', () => {
    expect(keysOf('WHERE is it! Answer me!')).toEqual(expect.arrayContaining(['CAPS', 'S!!', 'S-noask']));
    expect(keysOf('Where? When?')).toContain('S-asks');
  });
});

describe('the leaning of a message', () => {
  it('is the sum of its traits, in steps, in full where many are known', () => {
    const letters = 'abcdefghijklmnopqrst'.split('');
    const few = languageWith(LISTS), many = languageWith([...LISTS, letters.map((word) => `${word} 0 0 0 0 0 0 0`).join(' | ')]);
    const odds = (of: typeof few, text: string) => leaningOf(of, of.parse(text)).odds ?? [];
    const whole = odds(many, `still no cake ${letters.join(' ')}`);
    expect(whole.map((one) => Math.round(one * 100) / 100)).toEqual([0.1, 1.5, 0, 0.1, 0, -0.15, 0.15]);
    odds(few, 'still no cake').forEach((one, i) => { expect(Math.abs(one)).toBeLessThanOrEqual(Math.abs(whole[i] ?? 0) / 4); });
  });
  it('is none where nothing is written, or nothing is known', () => {
    const language = languageWith(LISTS), empty = languageWith([]);
    expect(leaningOf(language, language.parse('')).odds).toBeNull();
    expect(leaningOf(empty, empty.parse('still no cake')).odds).toBeNull();
  });
  it('shows the words that lean most, without overlap', () => {
    const language = languageWith(LISTS), text = 'The cake is still no cake.';
    const shows = leaningOf(language, language.parse(text)).shows('frustrated');
    expect(shows.map(({ start, end }) => text.slice(start, end))).toEqual(['still no']);
    expect(leaningOf(language, language.parse(text)).shows('grateful').map(({ start, end }) => text.slice(start, end))).toEqual(['cake']);
  });
  it('decides where no cue does, and its words are shown', () => {
    const language = languageWith(['still_no 0 127 0 0 0 0 0 | no 0 100 0 0 0 0 0 | there 0 100 0 0 0 0 0 | is 0 0 0 0 0 0 0']);
    const reading = analyse(language, { draft: null, customer: 'There is still no cake.', customerName: null, promises: [] }).reading;
    expect(reading?.emotion).toBe('frustrated');
    expect(reading?.cues).toContainEqual({ start: 9, end: 17, emotion: 'frustrated' });
    expect(Object.values(reading?.emotions ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 1);
  });
});
