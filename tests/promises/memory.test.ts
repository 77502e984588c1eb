/** What is remembered between keystrokes and between clocks changes nothing of what is found. */
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../utils/language';
import { find, type Clock } from '../../utils/promises';
import { CLOCK, languageOf } from './help';

const DRAFT = 'Hello Ana. I\'ll call you. Tomorrow at 3 pm. The parts come on Friday and we will ship the same day. I will write to you at 10. '
  + 'Next Tuesday I\'ll check and call you back, or by 5 pm at the latest. I will send it within 3 business days.';
const CLOCKS: readonly Clock[] = [CLOCK, { ...CLOCK, now: '2026-11-20T19:30:00+00:00', zone: 'America/Sao_Paulo' }];

describe('typing', () => {
  it('finds at every keystroke what a fresh reading finds, with either clock', async () => {
    const language = await languageOf('en');
    const fresh = createLanguage(language.knowledge, { memory: false });
    let dated = 0;
    for (let length = 8; length <= DRAFT.length; length += 29) {
      for (const clock of CLOCKS) {
        const found = find(language, DRAFT.slice(0, length), clock);
        expect(found).toEqual(find(fresh, DRAFT.slice(0, length), { ...clock }));
        dated += found.filter(({ due }) => due !== null).length;
      }
    }
    expect(dated).toBeGreaterThan(20);
  });
});
