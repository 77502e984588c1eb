import { describe, expect, it } from 'vitest';
import { parseTimes, resolve } from '../../utils/promises';
import { DECOYS, TIMES } from './dates.en.table';
import { CLOCK } from './help';

/** "2026-11-20T09:00:00+00:00" → "11-20 09:00", and without the date on the day itself. */
function short(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ').replace(/^2026-11-18 /u, '').replace(/^2026-/u, '');
}

describe('English times', () => {
  it.each(TIMES)('%s → %s', (said, window, alternatives = []) => {
    const sentence = `We'll call you ${said}.`;
    const found = parseTimes('en', sentence);
    expect(found).toHaveLength(1);
    const time = found[0];
    if (!time) return;
    expect(sentence.slice(time.start, time.end)).toBe(said);
    const { due, alternatives: others, doubt } = resolve(time.expr, CLOCK);
    const none = time.expr.type === 'vague' || time.expr.type === 'unclear' ? time.expr.type : doubt ?? 'nothing';
    expect(due ? `${short(due.start)} .. ${short(due.end)} ${due.precision}` : none).toBe(window);
    expect(others.map((other) => `${short(other.start)} .. ${short(other.end)}`)).toEqual(alternatives);
  });

  it.each(DECOYS)('no time in: %s', (sentence) => {
    expect(parseTimes('en', sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual([]);
  });

  it('keeps offsets where a sentence does not begin the text', () => {
    const sentence = 'Call me by Friday, 5 pm.';
    expect(parseTimes('en', sentence, 100).map(({ start, end }) => sentence.slice(start - 100, end - 100))).toEqual(['by Friday, 5 pm']);
  });

  it('counts from an event: no date', () => {
    const [time] = parseTimes('en', 'We refund within 2 days of receiving it.');
    expect(time?.expr).toEqual({ type: 'unclear', counted: true });
  });
});
