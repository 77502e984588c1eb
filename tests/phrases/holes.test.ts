import { describe, expect, it } from 'vitest';
import { createPhrases, holesOf, missingIn, outlined, withGiven, type HoleName, type Phrase, type Variables } from '../../utils/phrases';
import type { KnownPhrase } from '../../utils/rules';

const one = (text: KnownPhrase['text'], lang: KnownPhrase['lang'] = 'en'): Phrase => createPhrases([
  { id: 'x', lang, title: 'x', emotions: [], stakes: [], situations: [], gives: [], at: 'middle', tags: [], shortcut: null, text },
]).all[0] as Phrase;
const { fill } = createPhrases([]);
const shown = (phrase: Phrase, variables: Variables): string => outlined(phrase, variables).map(({ text, hole }) => (hole === null ? text : `<${hole}${text && `=${text}`}>`)).join('');

describe('what a phrase leaves open', () => {
  it.each<readonly [string, KnownPhrase['text'], KnownPhrase['lang'], Variables, readonly HoleName[], string]>([
    ['nothing', 'Done.', 'en', {}, [], 'Done.'],
    ['a text', 'By {date}, {first_name|}.', 'en', {}, ['date'], 'By <date>.'],
    ['a text twice, asked once', '{date} or {date}?', 'en', {}, ['date'], '<date> or <date>?'],
    ['two texts', 'Ticket {ticket}, {product}: {date|soon}.', 'en', { product: 'X2' }, ['ticket'], 'Ticket <ticket>, X2: soon.'],
    ['the agent’s gender', '{me:Zrobiłem|Zrobiłam} to.', 'pl', {}, ['me'], '<me=Zrobiłem/Zrobiłam> to.'],
    ['the customer’s gender, which is known', '{you:zadowolony|zadowolona}', 'pl', { you: 'f' }, [], 'Zadowolona'],
    ['a case', 'Bez {matter.gen}.', 'pl', { matter: { nom: 'paczka' } }, ['matter.gen'], 'Bez <matter.gen>.'],
    ['a form of address', { tu: 'A tua carta.' }, 'pt-PT', { form: 'senhor' }, ['form'], 'A tua carta.'],
  ])('%s', (_, text, lang, variables, missing, outline) => {
    const phrase = one(text, lang);
    expect(missingIn(phrase, variables)).toEqual(missing);
    expect(shown(phrase, variables)).toBe(outline);
  });

  it('known values stand beside what is missing, in the order of the text', () => {
    expect(holesOf(one('{first_name}, {date}: {agent|we}'), { first_name: 'Ann' })).toEqual([
      { name: 'first_name', value: 'Ann', needed: false, choices: null },
      { name: 'date', value: null, needed: true, choices: null },
      { name: 'agent', value: null, needed: false, choices: null },
    ]);
  });
  it('a form can be chosen where there is more than one', () => {
    const phrase = one({ ty: 'Twoja', pan: 'Pana', pani: 'Pani', panstwo: 'Państwa' }, 'pl');
    expect(holesOf(phrase, {})).toEqual([{ name: 'form', value: 'panstwo', needed: false, choices: ['ty', 'pan', 'pani', 'panstwo'] }]);
    expect(fill(phrase, withGiven({}, new Map([['form', 'ty']])))).toBe('Twoja');
    expect(holesOf(one('{form:te|lhe} digo', 'pt-PT'), { form: 'tu' })[0]).toMatchObject({ name: 'form', value: 'tu', choices: ['tu', 'voce', 'senhor', 'senhora'] });
  });
  it('given, it fills; blank, it stays open', () => {
    const phrase = one('{date}: {matter.gen}', 'pl');
    const given = (date: string, matter: string): Variables => withGiven({ matter: 'paczka' }, new Map<HoleName, string>([['date', date], ['matter.gen', matter]]));
    expect(fill(phrase, given(' jutro ', 'paczki'))).toBe('Jutro: paczki');
    expect(missingIn(phrase, given(' ', 'paczki'))).toEqual(['date']);
  });
  it('what is missing is exactly what keeps it from being filled', () => {
    for (const text of ['{date} {ticket}', '{me:a|b} {you:c|d}', '{first_name|} {agent}', '{nonsense|so}', 'plain']) {
      const phrase = one(text);
      const missing = missingIn(phrase, {});
      expect(fill(phrase, {}) === null, text).toBe(missing.length > 0);
      const given = withGiven({}, new Map(missing.map((name) => [name, name === 'me' || name === 'you' ? 'f' : 'v'])));
      expect(fill(phrase, given), text).not.toBeNull();
    }
  });
});
