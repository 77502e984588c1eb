/** What holds for every text: offsets, spans, memory, linear cost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, createLanguage } from '../../utils/language';
import type { Analysis, Language } from '../../utils/language';
import { realKnowledge } from './real';

const [english, polish, portuguese] = [realKnowledge('en'), realKnowledge('pl'), realKnowledge('pt-BR')];
const languages = (): Language[] => [createLanguage(english), createLanguage(polish), createLanguage(portuguese, { variety: 'pt-PT' })];
const kept = languages();
const forgetful = [createLanguage(english, { memory: false }), createLanguage(polish, { memory: false }), createLanguage(portuguese, { variety: 'pt-PT', memory: false })];

/** Pieces of real letters and of what no letter holds. */
const piece = fc.oneof(
  fc.constantFrom('Unfortunately', 'we cannot', 'per our policy', 'please do not hesitate', 'Niestety', 'nie możemy', 'zgodnie z regulaminem', 'infelizmente', 'não podemos', 'Kind regards,',
    'On 3 May Ann wrote:', '> quoted', '-- ', '```', 'REALLY', '?!', '...', '.', '!', '?', ',', '\n', '\n\n', '"', '(', ')', 'https://a.b/c', 'a@b.com', '24h', 'R$ 5', 'SLA'),
  fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('\ud800', '\udc00', '\u200b', '\u202e', '\ufe0f', '👨‍👩‍👧', '\u0301', '\0'),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

const judge = (language: Language, draft: string, customer: string): Analysis => analyse(language, { draft, customer, customerName: 'Anna Nowak', promises: [] });

/** Sentences and their tokens, as plain values. */
const shape = (language: Language, value: string) => language.parse(value).sentences
  .map(({ start, end, paragraph, zone, ending, tokens }) => ({ start, end, paragraph, zone, ending, tokens: tokens.map((token) => [token.kind, token.raw, token.key, token.start, token.end]) }));

describe('for every text', () => {
  it('tokens, sentences and paragraphs lie in order within the text and within each other', () => {
    fc.assert(fc.property(text, (value) => {
      for (const language of kept) {
        const parsed = language.parse(value);
        let last = 0;
        for (const sentence of parsed.sentences) {
          const paragraph = parsed.paragraphs[sentence.paragraph];
          expect(sentence.start).toBeGreaterThanOrEqual(Math.max(last, paragraph?.start ?? Infinity));
          expect(sentence.end).toBeLessThanOrEqual(paragraph?.end ?? -1);
          let at = sentence.start;
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(token.end).toBeGreaterThan(token.start);
            at = token.end;
          }
          expect(at).toBeLessThanOrEqual(sentence.end);
          last = sentence.end;
        }
        expect(last).toBeLessThanOrEqual(value.length);
      }
    }), { numRuns: 150 });
  });
  it('findings, cues, stakes and questions lie within their texts', () => {
    fc.assert(fc.property(text, text, (draft, customer) => {
      for (const language of kept) {
        const { findings, reading } = judge(language, draft, customer);
        for (const { start, end } of findings) expect(0 <= start && start < end && end <= draft.length).toBe(true);
        for (const { start, end } of [...reading?.cues ?? [], ...reading?.stakes ?? [], ...reading?.questions ?? []]) expect(0 <= start && start < end && end <= customer.length).toBe(true);
        for (const weight of Object.values(reading?.emotions ?? {})) expect(weight >= 0 && weight <= 1).toBe(true);
      }
    }), { numRuns: 150 });
  });
  it('what is remembered changes nothing', () => {
    fc.assert(fc.property(text, text, (draft, customer) => {
      kept.forEach((language, i) => {
        const other = forgetful[i] ?? language;
        expect(judge(language, draft, customer)).toEqual(judge(other, draft, customer));
      });
    }), { numRuns: 100 });
  });
  it('a text being typed is read as if it were new', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat({ max: 6 }), put: fc.oneof(piece, fc.constantFrom(' ', '.', '. ', 'a', 'm.', '?', '\n', '…', '3', '"', ')')) });
    const sentence = fc.constantFrom('We looked into it today.', 'I will call you at 3 p.m. tomorrow!', 'Option a. m. is not ours.', 'See https://a.b/c?d=e. Then write', 'Is it (really) so?!', 'Sim.', '😀 Ok :)', 'It costs 3.50 or R$ 5.',
      'E.g. this one…', 'we waited … and then it came', 'Dr. Nowak and J. Kowalski answered;', 'Mam to na 12. piętrze.');
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: sentence }, { weight: 1, arbitrary: piece }), { minLength: 3, maxLength: 8 }), fc.array(edit, { minLength: 2, maxLength: 8 }), (pieces, edits) => {
      let value = pieces.join(' ');
      for (const { at, drop, put } of edits) {
        const from = Math.floor(at * value.length);
        value = value.slice(0, from) + put + value.slice(from + drop);
        kept.forEach((language, i) => { expect(shape(language, value)).toEqual(shape(forgetful[i] ?? language, value)); });
      }
    }), { numRuns: 400 });
  });
  it('a check stands in one list at most, and the score is their ratio', () => {
    fc.assert(fc.property(text, text, (draft, customer) => {
      for (const language of kept) {
        for (const { score, present, missing } of Object.values(judge(language, draft, customer).dimensions ?? {})) {
          expect(new Set([...present, ...missing]).size).toBe(present.length + missing.length);
          const applies = present.length + missing.length;
          expect(score).toBeCloseTo(applies === 0 ? 1 : present.length / applies, 2);
        }
      }
    }), { numRuns: 60 });
  });
});

/** Work done, counted in tokens and not in seconds, so that a busy machine proves nothing. */
const MILLION = 300_000;
describe('texts made to hurt', () => {
  it.each<readonly [string, string]>([
    ['one word without end', 'a'.repeat(MILLION)],
    ['full stops', '.'.repeat(MILLION)],
    ['question marks', '?!'.repeat(MILLION / 2)],
    ['open brackets', '('.repeat(MILLION)],
    ['dots and letters', 'a.'.repeat(MILLION / 2)],
    ['at signs', 'a@'.repeat(MILLION / 2)],
    ['half pairs', '\ud83d'.repeat(MILLION / 4)],
    ['joiners', '👩\u200d'.repeat(MILLION / 8)],
    ['accents', `e${'\u0301'.repeat(MILLION / 4)}`],
    ['hyphens', 'a-'.repeat(MILLION / 2)],
    ['apostrophes', "'".repeat(MILLION)],
    ['line ends', '\n'.repeat(MILLION)],
    ['quote marks', '> '.repeat(MILLION / 2)],
    ['spaces', ' '.repeat(MILLION)],
    ['a rule begun again and again', 'please do not please do not '.repeat(MILLION / 60)],
  ])('%s', (_name, value) => {
    for (const language of kept) {
      const parsed = language.parse(value);
      expect(parsed.sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0)).toBeLessThanOrEqual(value.length);
      expect(judge(language, value.slice(0, 60_000), value.slice(0, 20_000)).dimensions).not.toBeNull();
    }
  }, 60_000);
});
