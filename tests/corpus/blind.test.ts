import { describe, expect, it } from 'vitest';
import { CATEGORIES, DIMENSIONS, EMOTIONS, STAKES } from '../../utils/language';
import { PROMISE_KINDS } from '../../utils/promises';
import { blindCases, blindCustomers, blindLines, cleanLines, LANGS, SETS } from './cases';

/** The form of the blind sets alone: what the engine makes of them is measured by score.ts. */
const PRECISIONS = ['minute', 'hour', 'part_of_day', 'day', 'week', 'month'];
const CHECKS: readonly string[] = Object.values(DIMENSIONS).flat();
const OFFSET = /T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

describe.each(LANGS)('the blind set of %s', (lang) => {
  const cases = blindCases(lang), first = blindCases(lang, 'first');

  it('has no id twice', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
  it('has 40 cases, half dev and half held, each half clean to one half', () => {
    expect(first).toHaveLength(40);
    for (const set of ['dev', 'held']) {
      const half = first.filter((one) => one.set === set);
      expect(half).toHaveLength(20);
      expect(half.filter(({ expect: { findings } }) => findings.length === 0)).toHaveLength(10);
    }
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s is well formed', (id, one) => {
    const { emotion, stakes, questions, findings, promises, missing } = one.expect;
    expect(id).toMatch(new RegExp(`^${lang}-\\d\\d\\d?$`));
    expect(one.lang).toBe(lang);
    if (first.includes(one)) expect(one.set).toBe(Number(id.slice(-2)) % 2 === 0 ? 'dev' : 'held');
    const times = (text: string, part: string) => text.split(part).length - 1;
    expect([...stakes, ...questions].filter(({ text }) => times(one.customer, text) !== 1)).toEqual([]);
    expect([...findings, ...promises].filter(({ text }) => times(one.draft, text) !== 1)).toEqual([]);
    expect(EMOTIONS).toContain(emotion);
    expect(stakes.filter(({ kind }) => !STAKES.includes(kind))).toEqual([]);
    expect(findings.filter(({ category }) => !CATEGORIES.includes(category))).toEqual([]);
    expect(promises.filter(({ kind }) => !PROMISE_KINDS.includes(kind))).toEqual([]);
    expect(missing.filter((check) => !CHECKS.includes(check))).toEqual([]);
    expect(new Set(missing).size).toBe(missing.length);
    // "answer" is missing exactly where a question is left unanswered.
    expect(missing.includes('answer')).toBe(questions.some(({ answered }) => !answered));
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s is dated in its own zone, from now on', (_id, one) => {
    const now = Temporal.Instant.from(one.now);
    for (const moment of [one.now, ...one.expect.promises.flatMap(({ due }) => (due === null ? [] : [due.start, due.end]))]) {
      expect(moment).toMatch(OFFSET);
      // The offset written is the one the zone has at that instant, DST included.
      expect(Temporal.Instant.from(moment).toZonedDateTimeISO(one.timeZone).offset).toBe(moment.slice(-6));
    }
    for (const { due } of one.expect.promises) {
      if (due === null) continue;
      expect(PRECISIONS).toContain(due.precision);
      expect(Temporal.Instant.compare(due.start, due.end)).toBeLessThanOrEqual(0);
      expect(Temporal.Instant.compare(due.start, now)).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(SETS.flatMap((set) => (['dev', 'held'] as const).map((half) => [set, half] as const)))('has well-formed lines: %s, %s', (set, half) => {
    expect(blindCases(lang, set).filter((one) => one.set === half)).not.toEqual([]);
    const lines = blindLines(lang, set, half);
    expect(lines.filter(({ category, text }) => !CATEGORIES.includes(category) || !/^[^<>]*<[^<>]+>[^<>]*$/s.test(text))).toEqual([]);
    expect(cleanLines(lang, set, half).filter((line) => typeof line !== 'string' || /[<>]/.test(line))).toEqual([]);
    for (const { text, emotion, stakes, questions } of blindCustomers(lang, set, half)) {
      expect(EMOTIONS).toContain(emotion);
      expect(stakes.filter(({ kind }) => !STAKES.includes(kind))).toEqual([]);
      expect([...stakes.map((stake) => stake.text), ...questions].filter((part) => text.split(part).length !== 2)).toEqual([]);
    }
  });
});
