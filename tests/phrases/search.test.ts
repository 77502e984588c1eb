/** A phrase is found by what an agent remembers of it, mistyped or not; and what suits comes first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhrases, ownUses } from '../../utils/phrases';
import type { About, SearchContext } from '../../utils/phrases';
import type { KnownPhrase } from '../../utils/rules';
import { ASSETS, compileLenient } from '../../utils/rules/compile';

function phrase(id: string, title: string, text: string, more: Partial<KnownPhrase> = {}): KnownPhrase {
  return { id, lang: 'en', title, emotions: [], stakes: [], situations: [], gives: [], at: 'middle', tags: [], shortcut: null, text, ...more };
}

const LIBRARY: readonly KnownPhrase[] = [
  phrase('third', 'Third contact about a delay', 'I see that you had to write twice.', { tags: ['sorry'], shortcut: 'third' }),
  phrase('sent', 'Refund sent', 'Your money left us today.', { tags: ['money'] }),
  phrase('wait', 'Refund takes longer', 'The bank needs {date|some days}.', { tags: ['money', 'bank'] }),
  phrase('older', 'Older order', 'I found it among last year’s.', {}),
  phrase('pl.zwrot', 'Zwrot pieniędzy w drodze', 'Pieniądze już wyszły.', { lang: 'pl', tags: ['reklamacja'] }),
  phrase('pl.laczy', 'Łączę z działem technicznym', 'Przekazuję sprawę dalej.', { lang: 'pl', shortcut: 'dzial' }),
  phrase('pt.devolucao', 'Devolução a caminho', 'O reembolso segue hoje.', { lang: 'pt-PT', tags: ['dinheiro'] }),
  phrase('br.estorno', 'Estorno já foi feito', 'O estorno sai hoje.', { lang: 'pt-BR', tags: ['dinheiro'] }),
  phrase('pt.nao', 'Não é possível, mas há outra solução', 'Posso oferecer {product|outra coisa}.', { lang: 'pt', tags: ['recusa'] }),
];
const library = createPhrases(LIBRARY);
const ids = (query: string, context: SearchContext = {}): string[] => library.find(query, context).hits.map(({ phrase: { id } }) => id);

describe('a few letters', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['begin a word of the title', 'refu', ['sent', 'wait']],
    ['stand in any order', 'delay third', ['third']],
    ['are a tag', 'bank', ['wait']],
    ['are of the text', 'twice', ['third']],
    ['are of a fallback', 'some', ['wait']],
    ['stand inside a word', 'fund', ['sent', 'wait']],
    ['have two changed over', 'refnud sent', ['sent']],
    ['have one wrong', 'thord', ['third']],
    ['have one missing', 'cntact', ['third']],
    ['have one too many', 'conttact', ['third']],
    ['have the first one wrong', 'xefund longer', ['wait']],
    ['run together', 'refundsent', ['sent']],
    ['are torn apart', 'ref und sent', ['sent', 'wait']],
    ['have a letter for the blank', 'refundxsent', ['sent']],
    ['lack their accents', 'pieniedzy', ['pl.zwrot']],
    ['have their accents', 'PIENIĘDZY', ['pl.zwrot']],
    ['have an l for ł and a slip', 'lacze tehcnicznym', ['pl.laczy']],
    ['lack the cedilla and the tilde', 'devolucao', ['pt.devolucao']],
    ['lack the tilde alone', 'devoluçao a camniho', ['pt.devolucao']],
    ['are said otherwise in Brazil', 'estorno ja', ['br.estorno']],
    ['are of both countries', 'nao possivel soluçao', ['pt.nao']],
    ['name no variable', 'product', []],
    ['find nothing together', 'delay money', []],
    ['find nothing at all', 'qqqq', []],
  ])('that %s: %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('a real word is not taken for a slip of another', () => {
    expect(ids('order')).toEqual(['older']);
    expect(ids('third')[0]).toBe('third');
    expect(ids('longer')).toEqual(['wait']);
  });
  it('a shortcut in full leads', () => {
    expect(library.find('third', {}).hits[0]?.phrase.id).toBe('third');
    expect(library.byShortcut('Third', 'en')?.id).toBe('third');
    expect(library.byShortcut('dział', 'pl')?.id).toBe('pl.laczy');
    expect(library.byShortcut('third', 'pl')).toBeNull();
    expect(library.byShortcut('thir', 'en')).toBeNull();
  });
  it('keeps to the language, and to the country', () => {
    expect(ids('dinheiro', { lang: 'pt-PT' })).toEqual(['pt.devolucao']);
    expect(ids('dinheiro', { lang: 'pt-BR' })).toEqual(['br.estorno']);
    expect(ids('', { lang: 'pt-BR' })).toEqual(['br.estorno', 'pt.nao']);
  });
  it('says how many there are, whatever is shown of them', () => {
    const { hits, count } = library.find('', { limit: 3 });
    expect([hits.length, count]).toEqual([3, LIBRARY.length]);
  });
});

describe('what suits comes first', () => {
  const about = (emotion: About['emotion'], ...shown: string[]): About => ({ emotion, shown: new Set(shown) });
  const choice = createPhrases([
    phrase('any', 'Delay noted', 'x'),
    phrase('glad', 'Delay over', 'x', { emotions: ['grateful'] }),
    phrase('upset', 'Delay sorry', 'x', { emotions: ['angry', 'frustrated'], stakes: ['repeat'] }),
    phrase('claims', 'Delay twice charged', 'x', { needs: [['double-charge']] }),
  ]);
  const order = (query: string, context: SearchContext): string[] => choice.find(query, context).hits.map(({ phrase: { id } }) => id);

  it.each<readonly [string, SearchContext, readonly string[]]>([
    ['as the library has them', {}, ['any', 'glad', 'upset', 'claims']],
    ['this customer’s feeling and stake', { about: about('angry', 'repeat') }, ['upset', 'any', 'claims', 'glad']],
    ['another customer’s feeling', { about: about('grateful') }, ['glad', 'any', 'claims', 'upset']],
    ['what happened to them', { about: about('calm', 'double-charge') }, ['claims', 'any', 'glad', 'upset']],
    ['a favourite', { own: new Map([['claims', { weight: 0, favourite: true }]]) }, ['claims', 'any', 'glad', 'upset']],
    ['what is used all the time', { own: new Map([['glad', { weight: 0.9, favourite: false }]]) }, ['glad', 'any', 'upset', 'claims']],
    ['what this customer got last time comes last', { said: ['any'] }, ['glad', 'upset', 'claims', 'any']],
  ])('%s', (_, context, expected) => {
    expect(order('', context)).toEqual(expected);
    expect(order('delay', context)).toEqual(expected);
  });
  it('with nothing typed what is suggested for this reply leads, in its order', () => {
    expect(order('', { offered: [{ phrase: 'claims', why: 'a' }, { phrase: 'glad', why: 'b' }], about: about('angry', 'repeat') })).toEqual(['claims', 'glad', 'upset', 'any']);
  });
  it('what is typed counts for more than what suits', () => {
    expect(order('noted', { about: about('angry', 'repeat'), own: new Map([['upset', { weight: 1, favourite: true }]]) })).toEqual(['any']);
    expect(ids('sent', { about: about('angry') })[0]).toBe('sent');
  });
  it('says why', () => {
    const why = (id: string, context: SearchContext) => choice.find('', context).hits.find(({ phrase: { id: one } }) => one === id)?.why;
    expect(why('upset', { about: about('angry', 'repeat') })).toEqual({ is: 'stake', stake: 'repeat' });
    expect(why('glad', { about: about('grateful') })).toEqual({ is: 'emotion', emotion: 'grateful' });
    expect(why('claims', { about: about('calm', 'double-charge') })).toEqual({ is: 'situation' });
    expect(why('glad', { own: new Map([['glad', { weight: 1, favourite: true }]]), about: about('grateful') })).toEqual({ is: 'favourite' });
    expect(why('glad', { own: new Map([['glad', { weight: 1, favourite: false }]]) })).toEqual({ is: 'used' });
    expect(why('glad', { offered: [{ phrase: 'glad', why: 'The end could be warmer.' }] })).toEqual({ is: 'missing', text: 'The end could be warmer.' });
    expect(why('any', { about: about('angry') })).toBeNull();
  });
});

describe('own use', () => {
  const now = '2026-12-02T10:00:00Z';
  const weight = (count: number, last: string | null): number => ownUses([{ phrase: 'x', count, last, favourite: false }], now).get('x')?.weight ?? -1;
  it('is more for what is used more, less for what was used long ago, and between 0 and 1', () => {
    expect(weight(0, null)).toBe(0);
    expect(weight(5, '2026-12-01T10:00:00Z')).toBeGreaterThan(weight(2, '2026-12-01T10:00:00Z'));
    expect(weight(5, '2026-12-01T10:00:00Z')).toBeGreaterThan(weight(5, '2026-06-01T10:00:00Z'));
    expect(weight(30, '2026-11-18T10:00:00Z')).toBeCloseTo(0.5);
    // A clock that was set back makes nothing heavier than now.
    expect(weight(9_999, '2027-01-01T00:00:00Z')).toBe(1);
  });
});

const LETTERS = 'abcdefghijklmnoprstuwxyz';
type Typo = readonly ['drop' | 'double' | 'wrong' | 'swap', number, string];
const typo = fc.tuple(fc.constantFrom('drop' as const, 'double' as const, 'wrong' as const, 'swap' as const), fc.nat(200), fc.constantFrom(...LETTERS));
/** The title with one slip of the fingers somewhere in it. */
function mistyped(title: string, [kind, where, letter]: Typo): string {
  const at = where % title.length;
  const [before, one, after] = [title.slice(0, at), title.charAt(at), title.slice(at + 1)];
  if (kind === 'drop') return before + after;
  if (kind === 'double') return before + letter + one + after;
  if (kind === 'wrong') return before + letter + after;
  return before + after.charAt(0) + one + after.slice(1);
}

for (const name of ASSETS) {
  const { knowledge } = await compileLenient(name);
  const real = createPhrases(knowledge.phrases);
  describe(`${name}: every phrase of our own`, () => {
    const found = (one: (typeof real.all)[number], query: string): number => real.find(query, { lang: one.lang, limit: real.all.length }).hits.findIndex(({ phrase: { id } }) => id === one.id);
    it('is first by its own title, or beside one of the same words', () => {
      const late = real.all.filter((one) => found(one, one.title) > 2 || found(one, one.title) < 0);
      expect(late.map(({ id }) => id)).toEqual([]);
    });
    // One word alone may be mistyped into another that is there ("Worry", "sorry"): then that one is meant.
    const isAnother = (one: (typeof real.all)[number], typed: string): boolean => !one.title.includes(' ') && real.find(typed, { lang: one.lang }).count > 1;
    it('is found by its own title with one typo', () => {
      fc.assert(fc.property(fc.constantFrom(...real.all), typo, (one, slip) => {
        const typed = mistyped(one.title, slip);
        if (typed.trim() !== '' && !isAnother(one, typed)) expect(found(one, typed), `${one.id}: ${typed}`).toBeGreaterThanOrEqual(0);
      }), { numRuns: 1_500 });
    });
    it('is found again when the question grows letter by letter', () => {
      fc.assert(fc.property(fc.constantFrom(...real.all), fc.nat(60), (one, length) => {
        const typed = one.title.slice(0, Math.max(1, length));
        expect(found(one, typed), `${one.id}: ${typed}`).toBeGreaterThanOrEqual(0);
      }), { numRuns: 300 });
    });
  });
}
