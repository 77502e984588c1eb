/** A pack with a bit of everything, and arbitrary good ones. */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { checkPack } from '../../utils/phrases/pack';
import type { Pack } from '../../utils/phrases/pack';

export type Json = Record<string, unknown>;
/** A fresh copy each time, to be spoilt. */
export const good = (): Json => JSON.parse(JSON.stringify({
  keepword: 1, id: 'acme.support', name: 'Acme support', version: '1.4', author: 'The desk', description: 'Two\nlines', languages: ['en', 'pt', 'pl'],
  changes: [{ version: '1.4', date: '2026-11-02', text: 'Customs.' }],
  phrases: [
    { id: 'parcel.held', lang: 'en', title: 'Held at customs', shortcut: 'customs', tags: ['delivery'], text: 'Held at customs, {first_name|}. Your {product|parcel} {date|soon}.', at: 'start', for: { emotions: ['anxious'], stakes: ['wait'], situations: ['delay'] }, needs: ['wait|delay'], words: ['customs'], gives: ['what_next'] },
    { id: 'pl.clo', lang: 'pl', title: 'Na cle', text: { ty: 'Zatrzymali Ci paczkę.', pani: 'Zatrzymali Pani paczkę.' }, offer: 'search' },
    { id: 'pt.sede', lang: 'pt-BR', title: 'Alfândega', text: 'Está na alfândega.' },
  ],
  glossary: [{ lang: 'en', term: 'RMA', plain: 'return number', explanation: 'The number of your return.' }, { id: 'term.eskalacja', lang: 'pl', term: 'eskalacja', forms: ['eskalacj*'], plain: ['przekazanie dalej', 'pomoc koleżanki'] }],
  rules: [
    { id: 'team.closed', lang: 'en', category: 'robotic', find: ['{our} ticket (was|has been) closed'], say: ['this is settled'], why: 'Speaks of our system.', example: 'It is settled.', flags: ['<Your ticket has been closed>.'], passes: ['The shop was closed.'], unless: ['by mistake'] },
    { id: 'team.swap', lang: 'pt', category: 'jargon', swap: { escalonar: 'passar adiante', 'escalonamos': ['passamos adiante'] }, why: 'Termo nosso.', flags: ['Vamos <escalonar> o caso.', 'Nós <escalonamos> o caso.'], passes: ['Vamos ver o caso.'], customer: 'ignore' },
  ],
  cues: [{ id: 'cue.fed', lang: 'en', emotion: 'angry', find: ['fed up'], weight: 0.9, flags: ['I am <fed up>!'], passes: ['I was fed.'] }, { id: 'cue.flight', lang: 'en', stake: 'deadline', find: ['my flight leaves'], flags: ['<My flight leaves> at six.'], passes: ['My flight was fine.'] }],
  sets: { our: ['your', 'the'] },
  links: [{ lang: 'en', title: 'Reset your password', url: 'https://help.acme.example/reset?a=1#b', tags: ['login'], shortcut: 'reset' }, { id: 'link.two', lang: 'en', title: 'Returns', url: 'https://help.acme.example/', text: 'All about it: {url}' }],
  exercises: [{ id: 'ex.one', lang: 'en', level: 2, customer: 'Where is it?\nI wait!', customerName: 'Ann', goal: 'Answer and say when.', checks: ['answer', 'by_when'] }],
  holidays: ['2026-12-24', { date: '2026-12-31', name: 'Stocktaking' }],
  workingHours: { days: [1, 2, 3, 4, 5], start: '08:00', end: '16:00' }, replyTargetHours: 8,
})) as Json;

export function read(value: unknown): Pack {
  const result = checkPack(value);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.pack;
}

/** Text that every field of people's words takes: no braces, no markup, no blanks at the ends, nothing unseen. */
const SIGNS = [...'abcXYZ019 ,.;:!?"\'-()%€/\\|=+@ąłżçãé'];
export const words = (max: number): Arbitrary<string> => fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: max }).map((letters) => letters.join('').replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && !/\b(?:java|vb)script:/i.test(text));
const id = (start: string): Arbitrary<string> => fc.nat(99_999).map((n) => `${start}.${n}`);
const subset = <T>(...all: T[]): Arbitrary<T[]> => fc.subarray(all);

const phrase = fc.record({
  id: id('p'), title: words(60), tags: fc.uniqueArray(words(20), { maxLength: 4 }), at: fc.constantFrom('start', 'middle', 'end'), offer: fc.constantFrom('suggest', 'search'),
  text: fc.oneof(words(200), fc.tuple(words(80), words(80)).map(([one, two]) => `${one}\n\n{first_name|there} ${two}`), fc.dictionary(fc.constantFrom('ty', 'pan', 'pani', 'panstwo'), words(80), { minKeys: 1, maxKeys: 3 }).map((forms) => ({ ...forms }))),
  for: fc.record({ emotions: subset('angry', 'calm'), stakes: subset('wait', 'money'), situations: subset('delay', 'refund') }),
  needs: subset('wait|delay', 'refund'), words: subset('where is (it|he)', 'third time', '*ing ..2 now'), gives: subset('what_next', 'by_when'),
});
/** Packs in Polish and English with phrases of every shape. */
export const packs: Arbitrary<Pack> = fc.record({
  phrases: fc.uniqueArray(phrase, { maxLength: 12, selector: (one) => one.id }), shortcuts: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}$/), { maxLength: 12 }),
  lang: fc.constant('pl'), holidays: fc.uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map((parts) => parts.map((n) => String(n).padStart(2, '0')).join('-')), { maxLength: 5 }),
  terms: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{3,9}$/), words(30)), { maxLength: 5, selector: ([term]) => term }),
}).map(({ phrases, shortcuts, lang, holidays, terms }) => read({
  keepword: 1, id: 'some.pack', name: 'Some', version: '1', languages: [lang], holidays,
  phrases: phrases.map((one, i) => ({ ...one, ...(shortcuts[i] === undefined ? {} : { shortcut: shortcuts[i] }) })),
  // A term's plain words hold no term: digits alone are none.
  glossary: terms.map(([term], i) => ({ term, plain: String(i), explanation: `Nr ${i}` })),
}));
