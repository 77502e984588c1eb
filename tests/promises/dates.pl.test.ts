import { describe, expect, it } from 'vitest';
import { parseTimes, resolve } from '../../utils/promises';
import { DECOYS, TIMES } from './dates.pl.table';
import { CLOCK } from './help';

/** "2026-11-20T09:00:00+00:00" → "11-20 09:00", and without the date on the day itself. */
function short(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ').replace(/^2026-11-18 /u, '').replace(/^2026-/u, '');
}
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gu, 'l');

describe('Polish times', () => {
  it.each(TIMES)('%s → %s', (said, window, alternatives = []) => {
    const sentence = `Zrobimy to ${said}.`;
    const found = parseTimes('pl', sentence);
    expect(found).toHaveLength(1);
    const time = found[0];
    if (!time) return;
    expect(sentence.slice(time.start, time.end)).toBe(said);
    const { due, alternatives: others, doubt } = resolve(time.expr, CLOCK);
    const none = time.expr.type === 'vague' || time.expr.type === 'unclear' ? time.expr.type : doubt ?? 'nothing';
    expect(due ? `${short(due.start)} .. ${short(due.end)} ${due.precision}` : none).toBe(window);
    expect(others.map((other) => `${short(other.start)} .. ${short(other.end)}`)).toEqual(alternatives);
  });

  it.each(TIMES)('%s, written without accents', (said) => {
    const [time] = parseTimes('pl', `Zrobimy to ${said}.`);
    const [bare] = parseTimes('pl', plain(`Zrobimy to ${said}.`));
    expect(bare?.expr).toEqual(time?.expr);
  });

  it.each(DECOYS)('no time in: %s', (sentence) => {
    expect(parseTimes('pl', sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual([]);
  });

  it('counts from an event: no date', () => {
    expect(parseTimes('pl', 'Zwrócimy w ciągu 14 dni od otrzymania paczki.')[0]?.expr).toEqual({ type: 'unclear', counted: true });
    expect(parseTimes('pl', 'Odpowiemy w 2 dni robocze po otrzymaniu zdjęć.')[0]?.expr).toEqual({ type: 'unclear', counted: true });
  });
});
