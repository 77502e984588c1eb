/** How a sentence sounds by all its words: a mark where no rule hears anything, and a word against a rule that heard wrong. */
import { describe, expect, it } from 'vitest';
import { analyse, tones } from '../../utils/language';
import type { Language } from '../../utils/language';
import { real } from './real';
import { tiny } from './tiny';

const rules = (language: Language, draft: string): string[] => analyse(language, { draft, customer: null, customerName: null, promises: [] }).findings.map(({ rule }) => rule);
/** In the order of TONES: blame, dismissive, sarcasm, negative, heat, robotic. */
const LEARNT = ['BIAS -60 -60 -60 -60 -60 -60 | other 0 100 0 0 0 0 | other_peopl 0 100 0 0 0 0 | peopl__longe 0 100 0 0 0 0 | grate 0 0 0 0 0 -127 | grate_for -127 -127 -127 -127 -127 -127 | possi 0 0 0 127 0 0 | not_possi 0 0 0 127 0 0'];
const RULE = { find: ['for your call'], category: 'robotic' as const };

describe('a tone that was learnt', () => {
  const language = tiny([RULE], { more: { tones: LEARNT } });

  it('marks the whole sentence by its words, pairs and words with one between', () => {
    const draft = 'Thanks for writing. Other people wait a good deal longer than this.';
    expect(analyse(language, { draft, customer: null, customerName: null, promises: [] }).findings.map(({ rule, category, start, end }) => [rule, category, draft.slice(start, end)])).toEqual([['dismissive.tone', 'dismissive', 'Other people wait a good deal longer than this.']]);
  });

  it.each([
    ['of fewer words than four', 'Other people, longer.'],
    ['that is quoted', '> Other people wait a good deal longer than this.'],
    ['that says what is not possible beside what is', 'That is not possible today, but you can have it on Friday instead.'],
  ])('marks no sentence %s', (_, draft) => {
    expect(rules(language, draft)).toEqual([]);
  });

  it('marks a bare refusal', () => {
    expect(rules(language, 'That is not possible in your case or any other.')).toContain('negative.tone');
  });

  it('leaves a rule alone where the words do not speak, and overrules it where they speak against', () => {
    expect(rules(language, 'We thank you for your call today.')).toEqual(['tiny.0']);
    expect(rules(language, 'I am really very grateful for your call of today.')).toEqual([]);
  });

  it('is silenced like any other rule', () => {
    const input = { draft: 'Other people wait a good deal longer than this.', customer: null, customerName: null, promises: [], silenced: new Set(['dismissive.tone']) };
    expect(analyse(language, input).findings).toEqual([]);
  });

  it('says nothing in a language without weights', () => {
    const plain = tiny([RULE]);
    expect(tones.toneOf(plain, plain.parse('Other people wait a good deal longer than this.').sentences[0] as never)).toBeNull();
    expect(rules(plain, 'I am really very grateful for your call of today.')).toEqual(['tiny.0']);
  });

  it('names the traits as the list writes them', () => {
    expect(tones.traitNames(language.parse('Other people wait 3 days.').sentences[0]?.tokens ?? [])).toEqual([
      'other', 'peopl', 'wait', '#', 'days', '^_other', 'other_peopl', 'peopl_wait', 'wait_#', '#_days', 'days_$', 'other__wait', 'peopl__#', 'wait__days',
    ]);
  });
});

describe('what was learnt', () => {
  it.each([
    ['en', 'I have moved your booking to Friday and the new confirmation is in your inbox.'], ['en', 'You were right about the second charge, and we have taken it off.'],
    ['pl', 'Pieniądze wróciły dziś na Pani kartę, razem z kosztem przesyłki.'], ['pl', 'Ma Pan rację, drugi raz naliczyliśmy tę opłatę i już ją cofnęłam.'],
    ['pt-BR', 'Passei sua reserva para sexta e a confirmação já está no seu e-mail.'], ['pt-PT', 'Passei a sua reserva para sexta-feira e a confirmação já está no seu e-mail.'],
  ] as const)('hears nothing cold in %s: %s', (lang, sentence) => {
    const language = real(lang), odds = tones.toneOf(language, language.parse(sentence).sentences[0] as never);
    expect(Math.max(...(odds ?? []))).toBeLessThan(0);
  });

  it.each([
    ['en', 'Other customers have waited longer and nobody has complained about it.', 'dismissive'], ['pl', 'Inni klienci czekają dłużej i jakoś nikt nie robi z tego problemu.', 'dismissive'],
    ['pt-BR', 'Era só ter lido o e-mail que mandamos em março antes de reclamar.', 'blame'], ['pt-PT', 'Bastava ter lido o contrato que assinou antes de nos telefonar.', 'blame'],
  ] as const)('hears in %s: %s (%s)', (lang, sentence, tone) => {
    const language = real(lang), odds = tones.toneOf(language, language.parse(sentence).sentences[0] as never) ?? [];
    expect(tones.TONES[odds.indexOf(Math.max(...odds))]).toBe(tone);
    expect(Math.max(...odds)).toBeGreaterThan(tones.MARKED);
  });
});
