/** Filling, finding and offering phrases. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../utils/language';
import type { KnownPhrase } from '../../utils/rules';
import { createPhrases, firstNameOf } from '../../utils/phrases';
import type { Phrase, Variables } from '../../utils/phrases';
import { tiny } from '../language/tiny';

function phrase(id: string, text: KnownPhrase['text'], more: Partial<KnownPhrase> = {}): KnownPhrase {
  return { id, lang: 'en', title: id, emotions: [], stakes: [], situations: [], gives: [], at: 'middle', tags: [], shortcut: null, text, ...more };
}
const one = (text: KnownPhrase['text'], lang: KnownPhrase['lang'] = 'en'): Phrase => createPhrases([phrase('x', text, { lang })]).all[0] as Phrase;
const { fill } = createPhrases([]);

describe('a filled phrase', () => {
  it.each<readonly [string, Variables, string | null]>([
    ['Hi {first_name}, done.', { first_name: 'Ann' }, 'Hi Ann, done.'],
    ['Hi {first_name}, done.', {}, null],
    ['Hi {first_name|there}, done.', {}, 'Hi there, done.'],
    ['You wrote, {first_name|}, and we read.', {}, 'You wrote, and we read.'],
    ['{first_name|}, thank you.', {}, 'Thank you.'],
    ['Thank you, {first_name|}.', {}, 'Thank you.'],
    ['About {matter|this}.', { matter: 'parcel' }, 'About your parcel.'],
    ['About the {matter|order}.', { matter: 'parcel' }, 'About the parcel.'],
    ['About {matter|this}.', {}, 'About this.'],
    ['{me:Zrobiłem|Zrobiłam} to.', { me: 'f' }, 'Zrobiłam to.'],
    ['{me:Zrobiłem|Zrobiłam} to.', {}, null],
    ['{you:zadowolony|zadowolona}', { you: 'm' }, 'Zadowolony'],
    ['{nonsense}', { first_name: 'Ann' }, null],
    ['{nonsense|so}', {}, 'So'],
  ])('%s with %j', (text, variables, expected) => {
    expect(fill(one(text), variables)).toBe(expected);
  });
  it.each<readonly [string, Variables, string]>([
    ['Falamos de {matter|isso} amanhã.', { matter: 'a encomenda' }, 'Falamos da encomenda amanhã.'],
    ['Falamos de {matter|isso} amanhã.', {}, 'Falamos disso amanhã.'],
    ['Uma maneira de o fazer: em A minha conta.', {}, 'Uma maneira de o fazer: em A minha conta.'],
    ['Já saiu. {matter|O pedido} chega hoje.', { matter: 'a encomenda' }, 'Já saiu. A encomenda chega hoje.'],
    ['Já saiu. {product|O pedido} chega hoje.', { product: 'iPhone' }, 'Já saiu. iPhone chega hoje.'],
  ])('%s with %j, in Portuguese', (text, variables, expected) => {
    expect(fill(one(text, 'pt-PT'), variables)).toBe(expected);
  });
  it('stands in the form of address that is known, and in the formal one where none is', () => {
    const text = { ty: 'ty', pan: 'pan', pani: 'pani', panstwo: 'panstwo' };
    expect(fill(one(text, 'pl'), { form: 'ty' })).toBe('Ty');
    expect(fill(one(text, 'pl'), { you: 'f' })).toBe('Pani');
    expect(fill(one(text, 'pl'), {})).toBe('Panstwo');
    expect(fill(one({ tu: 'tu' }, 'pt-PT'), { form: 'senhor' })).toBeNull();
    expect(fill(one({ voce: 'voce', senhora: 'senhora' }, 'pt-PT'), { you: 'f' })).toBe('Senhora');
    expect(fill(one({ voce: 'voce', senhora: 'senhora' }, 'pt-BR'), { you: 'f' })).toBe('Voce');
  });
});

describe('a first name', () => {
  it.each<readonly [string | null, string | null]>([
    ['Maria Kowalska', 'Maria'], ['KOWALSKA, MARIA', 'Maria'], ['maria', 'Maria'], ['Mr. John Reed', 'John'], ['Dona Ana', 'Ana'], ['Anna-Maria Nowak', 'Anna-Maria'],
    ['ann@example.com', null], ['Acme 24', null], ['J', null], [null, null], ['', null],
  ])('of %s is %s', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});

describe('the search', () => {
  const library = createPhrases([
    phrase('ack', 'I see that you had to write twice.', { title: 'Third contact about a delay', tags: ['sorry'], shortcut: 'third' }),
    phrase('ref', 'Your money is on its way.', { title: 'Refund sent', tags: ['money'] }),
    phrase('pl', 'Zwróciliśmy pieniądze.', { title: 'Zwrot pieniędzy', lang: 'pl' }),
    phrase('pt', 'O reembolso segue.', { title: 'Devolução', lang: 'pt' }),
  ]);
  it.each<readonly [string, readonly string[]]>([
    ['third', ['ack']], ['refu', ['ref']], ['refnud', ['ref']], ['money', ['ref']], ['zwrot', ['pl']], ['PIENIEDZY', ['pl']], ['devolucao', ['pt']], ['delay third', ['ack']], ['delay money', []],
  ])('for %s', (query, ids) => {
    expect(library.search(query).map(({ id }) => id)).toEqual(ids);
  });
  it('keeps to the language, and puts recent ones first where nothing is asked', () => {
    expect(library.search('', { lang: 'pt-PT' }).map(({ id }) => id)).toEqual(['pt']);
    expect(library.search('', { lang: 'en', recent: ['ref'] }).map(({ id }) => id)).toEqual(['ref', 'ack']);
  });
});

describe('what is offered', () => {
  const language = tiny([
    { emotion: 'angry', find: ['furious'] }, { stake: 'repeat', find: ['third time'] }, { check: 'warm_close', find: ['warm wishes'] },
    { check: 'acknowledge', find: ['I see what'] },
  ]);
  const library = createPhrases([
    phrase('ack.angry', 'Three letters about {matter|this}, {first_name|}, are two too many.', { emotions: ['angry'], stakes: ['repeat'], gives: ['acknowledge_feeling'] }),
    phrase('ack.sad', 'What a pity.', { emotions: ['disappointed'], gives: ['acknowledge_feeling'] }),
    phrase('ack.any', 'I see what that cost you.', { gives: ['acknowledge_feeling'] }),
    phrase('close', 'I hope the evening is a quiet one, {first_name}.', { gives: ['warm_close'], at: 'end' }),
    phrase('nothing', 'Well.', {}),
    phrase('other', 'Cześć.', { lang: 'pl', gives: ['warm_close'] }),
  ]);
  const offer = (draft: string | null, customerName: string | null, lastUsed: string[] = []): string[] => {
    const customer = 'This is the third time I write about my parcel. I am furious.';
    const analysis = analyse(language, { draft, customer, customerName, promises: [] });
    return library.suggest({ analysis, language, draft, customer, customerName, lastUsed }).map(({ phrase: id, text }) => `${id}: ${text}`);
  };
  it('fits feeling and stakes, fills the names, and gives one phrase a gap first', () => {
    expect(offer('We sent it.', 'Ann Reed').slice(0, 2)).toEqual(['ack.angry: Three letters about your parcel, Ann, are two too many.', 'close: I hope the evening is a quiet one, Ann.']);
  });
  it('is nothing that was used last time, needs what is not known, is there already or is made for another feeling', () => {
    const ids = offer('We sent it.', null, ['ack.angry']);
    expect(ids).toEqual(['ack.any: I see what that cost you.']);
    expect(offer('I see what that cost you. We sent it. Warm wishes', 'Ann Reed', ['ack.angry'])).toEqual([]);
  });
});
