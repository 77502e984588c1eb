/** The work of finding grows with the text, not with its square: counted in looks at tokens and hits, in one run, so that a busy machine proves nothing. */
import { describe, expect, it } from 'vitest';
import type { Language, Parsed } from '../../utils/language';
import { find, type Clock } from '../../utils/promises';
import { languageOf } from './help';

const clock: Clock = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };

/** The language with every look at a token or at a place of a hit counted. */
function counted(language: Language): { readonly language: Language; looks(): number } {
  let looks = 0;
  const watched = <T extends object>(one: T, asked: (name: string | symbol) => boolean): T =>
    new Proxy(one, { get: (target, name) => { if (asked(name)) looks++; return Reflect.get(target, name) as unknown; } });
  const isPlace = (name: string | symbol): boolean => name === 'from' || name === 'to';
  const parse = (text: string): Parsed => {
    const parsed = language.parse(text);
    const own = new Map(parsed.sentences.map((sentence) => [{ ...sentence, core: {}, tokens: watched(sentence.tokens, (name) => typeof name === 'string' && /^\d+$/.test(name)) }, sentence]));
    return {
      ...parsed, sentences: [...own.keys()],
      hitsIn: (sentence, kind) => parsed.hitsIn(own.get(sentence) ?? sentence, kind).map((hit) => watched(hit, isPlace)),
    };
  };
  return { language: { ...language, lang: language.lang, parse }, looks: () => looks };
}

function work(language: Language, text: string): number {
  const watched = counted(language);
  find(watched.language, text, clock);
  return watched.looks();
}

const LONG = 500;
const languages = { en: await languageOf('en'), pl: await languageOf('pl'), pt: await languageOf('pt') };
describe.each([
  ['en', ["I'll call you and ", "I'll call you tomorrow and ", 'if you like it I will call, ', 'so that I will call ', 'you said that I will call you ', '"I will call you" and ', "I'll check it now and ", 'refund tomorrow, ', 'will you call or shall I call, and I will call, ']],
  ['pl', ['zadzwonię jutro i ', 'jeśli trzeba, oddzwonię, ', 'zwrot jutro, ']],
  ['pt', ['eu te ligo amanhã e ', 'se precisar, eu te ligo, ', 'estorno amanhã, ']],
] as const)('promises in one endless sentence: %s', (lang, pieces) => {
  it.each(pieces)('%j: twice the text is about twice the work', (piece) => {
    const language = languages[lang], once = work(language, piece.repeat(LONG)), twice = work(language, piece.repeat(2 * LONG));
    expect(once).toBeGreaterThan(LONG);
    expect(twice / once).toBeLessThan(2.3);
  });
});
