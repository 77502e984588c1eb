/** What is left to fill in before a reply goes out: marked where it surely is, and nowhere else. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../utils/language';
import { createPhrases, foreignLanguages, leftIn, variablesOf, type Left, type Phrases } from '../../utils/phrases';
import { blindCases, LANGS } from '../corpus/cases';
import { real, realKnowledge } from '../language/real';

const libraries = new Map((['en', 'pt', 'pl'] as const).map((name) => [name, createPhrases(realKnowledge(name === 'pt' ? 'pt-PT' : name).phrases)]));
const libraryIn = (lang: Lang) => libraries.get(lang.slice(0, 2) as 'en') as Phrases;
const libraryOf = (lang: Lang) => libraryIn(lang).all;

interface World {
  readonly name?: string | null;
  readonly customer?: string | null;
  readonly address?: string | null;
  readonly agent?: string;
  readonly thread?: readonly string[];
}
function left(lang: Lang, draft: string, { name = null, customer = null, address = null, agent, thread = [] }: World = {}): readonly Left[] {
  const language = real(lang);
  return leftIn({
    language, draft, customer, customerName: name, customerAddress: address, thread: () => thread, phrases: libraryOf(lang), others: foreignLanguages(language, draft).map(libraryOf),
    variables: () => variablesOf({ language, draft, customer, customerName: name, agent: { name: agent ?? null, gender: 'f' } }),
  });
}
/** "kind <words> → first suggestion", the shortest that says all. */
const told = (lang: Lang, draft: string, world?: World): string[] =>
  left(lang, draft, world).map(({ kind, start, end, suggestions }) => `${kind} <${draft.slice(start, end)}>${suggestions.length > 0 ? ` → ${suggestions.join(' | ')}` : ''}`);

type Row = readonly [lang: Lang, draft: string, world: World, marks: readonly string[]];
const table = (rows: readonly Row[]): void => {
  it.each(rows)('%s: %s', (lang, draft, world, marks) => expect(told(lang, draft, world)).toEqual(marks));
};
const MARIA = { name: 'Maria Kowalska', agent: 'Ewa' };

describe('a hole is marked, with what belongs there', () => {
  table([
    ['en', 'Hi {customer},\n\nyour parcel is here.', MARIA, ['hole <{customer}> → Maria']],
    ['en', 'Hi {{first_name}},\n\nyour parcel is here.', MARIA, ['hole <{{first_name}}> → Maria']],
    ['en', 'Dear [Customer Name],\n\nthe part is here.', MARIA, ['hole <[Customer Name]> → Maria']],
    ['en', 'Dear [..],\n\nthe part is here.', MARIA, ['hole <[..]> → Maria']],
    ['en', 'Hello ____,\n\nthe part is here.', MARIA, ['hole <____> → Maria']],
    ['en', 'Hi Maria,\n\nit arrives on [date] at [insert time].', MARIA, ['hole <[date]>', 'hole <[insert time]>']],
    ['en', 'Hi Maria,\n\nyour order XXXX ships today.', MARIA, ['hole <XXXX>']],
    ['en', 'Hi Maria,\n\nit will be there on xx/xx/xxxx.', MARIA, ['hole <xx/xx/xxxx>']],
    ['en', 'Hi Maria,\n\nit ships on ___ from Leeds.', MARIA, ['hole <___>']],
    ['en', 'Hi %FIRST_NAME%,\n\nit ships today.', MARIA, ['hole <%FIRST_NAME%> → Maria']],
    ['en', 'Hi Maria,\n\nit ships today.\n\nBest regards,\n[Your name]', MARIA, ['hole <[Your name]> → Ewa']],
    ['en', 'Hi Maria,\n\nwe refunded {date|this week} [ORDER_NUMBER].', MARIA, ['hole <{date|this week}> → this week', 'hole <[ORDER_NUMBER]>']],
    ['pt-BR', 'Olá, <nome>!\n\nSeu pedido chegou.', { name: 'Ana Reis' }, ['hole <<nome>> → Ana']],
    ['pt-BR', 'Olá, [nome do cliente],\n\nsó um instante. {me:Obrigado|Obrigada} por avisar.', { name: 'Ana Reis' }, ['hole <[nome do cliente]> → Ana', 'hole <{me:Obrigado|Obrigada}> → Obrigada']],
    ['pt-PT', 'Bom dia, [nome],\n\na encomenda {número da encomenda} chega a [data].', { name: 'Rui Melo' }, ['hole <[nome]> → Rui', 'hole <{número da encomenda}>', 'hole <[data]>']],
    ['pt-PT', 'Bom dia, Rui,\n\nJá está.\n\nCumprimentos,\n[o seu nome]', { name: 'Rui Melo', agent: 'Inês' }, ['hole <[o seu nome]> → Inês']],
    ['pl', 'Dzień dobry, [imię klienta],\n\npaczka jest już u nas.', { name: 'Tomasz Nowak' }, ['hole <[imię klienta]> → Panie Tomaszu']],
    ['pl', 'Dzień dobry <<imię>>,\n\nzamówienie {numer zamówienia} dotrze [data].', { name: 'Anna Nowak' }, ['hole <<<imię>>> → Pani Anno', 'hole <{numer zamówienia}>', 'hole <[data]>']],
    ['pl', 'Dzień dobry,\n\nzwrot wyślemy do XXX na konto [wpisz numer].', {}, ['hole <XXX>', 'hole <[wpisz numer]>']],
  ]);
});

describe('no hole is', () => {
  table([
    ['en', 'Hi Maria,\n\nclick [Order] and then the [Date] field; see [1] and [the guide](https://acme.test/{id}).', MARIA, []],
    ['en', 'Hi Maria,\n\nthe card XXXX-XXXX-XXXX-1234 and XXXX 4711 are one; the size is XXXL, and XXL fits.', MARIA, []],
    ['en', 'Hi Maria,\n\nsee you soon!\n\nAnna xxx', MARIA, []],
    ['en', 'Hi Maria,\n\nPlease send us:\nName: ______\nOrder: ______\n\n_______________\nAcme', MARIA, []],
    ['en', 'Hi Maria,\n\nuse <b>bold</b>, <a href="x">a link</a>, or write to <maria@acme.test>.', MARIA, []],
    ['en', 'Hi Maria,\n\nask GET /orders/{id} or send {"name": "x"}; "he said [sic] that [...] it works".', MARIA, []],
    ['en', 'Hi Maria,\n\nin the set {a, b, c} 50% off and 20%AB%20 are fine.', MARIA, []],
    ['en', 'Hi Maria,\n\ndone.\n\n> Hello [name], your {order} XXXX', MARIA, []],
    ['pt-PT', 'Bom dia, Rui,\n\no século XXX fica longe; carregue em [Data] e [1].', { name: 'Rui Melo' }, []],
    ['pl', 'Dzień dobry, Pani Anno,\n\nXXX-lecie firmy; proszę kliknąć przycisk [Adres]. W XXX wieku też.', { name: 'Anna Nowak' }, []],
    ['en', 'Hi Maria,\n\n___bold___ and snake_case, file___name.', MARIA, []],
  ]);
});

describe('a greeting whose name is gone is marked, and how it goes on', () => {
  table([
    ['en', 'Hi ,\n\nyour parcel is here.', MARIA, ['no_name <Hi ,> → Hi Maria, | Hi,']],
    ['en', 'Hi ,\n\nyour parcel is here.', {}, ['no_name <Hi ,> → Hi,']],
    ['en', 'Dear ,\n\nyour parcel is here.', MARIA, ['no_name <Dear ,> → Dear Maria, | Hello,']],
    ['en', 'Dear,\n\nyour parcel is here.', MARIA, ['no_name <Dear,> → Dear Maria, | Hello,']],
    ['en', 'Dear Mr ,\n\nyour parcel is here.', MARIA, ['no_name <Dear Mr ,> → Dear Maria, | Hello,']],
    ['en', 'Hello null,\n\nyour parcel is here.', MARIA, ['no_name <Hello null,> → Hello Maria, | Hello,']],
    ['pt-BR', 'Olá ,\n\nseu pedido chegou.', { name: 'Ana Reis' }, ['no_name <Olá ,> → Olá Ana, | Olá,']],
    ['pt-BR', 'Oi !\n\nSeu pedido chegou.', { name: 'Ana Reis' }, ['no_name <Oi !> → Oi Ana! | Oi!']],
    ['pt-PT', 'Boa tarde , a encomenda chegou.', { name: 'Rui Melo' }, ['no_name <Boa tarde ,> → Boa tarde Rui, | Boa tarde,']],
    ['pt-PT', 'Caro ,\n\na encomenda chegou.', { name: 'Rui Melo' }, ['no_name <Caro ,> → Caro Rui,']],
    ['pl', 'Dzień dobry Panie ,\n\npaczka dotarła.', { name: 'Tomasz Nowak' }, ['no_name <Dzień dobry Panie ,> → Dzień dobry Panie Tomaszu, | Dzień dobry,']],
    ['pl', 'Szanowna Pani ,\n\npaczka dotarła.', { name: 'Anna Nowak' }, ['no_name <Szanowna Pani ,> → Szanowna Pani Anno,']],
    ['pl', 'Cześć ,\n\npaczka dotarła.', { name: 'Tomasz Nowak' }, ['no_name <Cześć ,> → Cześć Tomaszu, | Cześć,']],
    ['pl', 'Dzień dobry ,\n\npaczka dotarła.', {}, ['no_name <Dzień dobry ,> → Dzień dobry,']],
  ]);
});

describe('a whole greeting is left alone', () => {
  const greetings: Readonly<Record<Lang, readonly string[]>> = {
    en: ['Hi,', 'Hello!', 'Hi there,', 'Good morning,', 'Dear Sir or Madam,', 'Dear customer,', 'Hi all,', 'Hello team,', 'Hi everyone,', 'Thank you for writing.', 'Hi again,', 'Hello, thanks for your mail.', 'Hello and thank you for waiting.', 'Hi, Tom here from Acme.'],
    'pt-BR': ['Olá!', 'Oi, tudo bem?', 'Bom dia,', 'Prezado cliente,', 'Prezados,', 'Prezado Sr.,', 'Olá, pessoal!', 'Olá, equipe,', 'Oi, aqui é o Tiago,', 'Olá, Obrigado pelo contato.', 'Prezados senhores,'],
    'pt-PT': ['Olá,', 'Boa tarde,', 'Exmo. Senhor,', 'Exma. Sra.,', 'Caro cliente,', 'Caros colegas,', 'Viva,', 'Bom dia, sou o Tiago.', 'Olá a todos,', 'Estimado cliente,'],
    pl: ['Dzień dobry,', 'Szanowny Panie,', 'Szanowna Pani,', 'Szanowni Państwo,', 'Witam,', 'Cześć wszystkim,', 'Drogi Kliencie,', 'Dzień dobry Państwu,', 'Dzień dobry, tu Tomek z Acme.', 'Witamy,'],
  };
  const names: Readonly<Record<Lang, string>> = { en: 'Maria Kowalska', 'pt-BR': 'Ana Reis', 'pt-PT': 'Ana Reis', pl: 'Anna Nowak' };
  for (const [lang, all] of Object.entries(greetings) as [Lang, readonly string[]][]) for (const greeting of all) {
    it(`${lang}: ${greeting}`, () => {
      expect(told(lang, `${greeting}\n\nOK.`, { name: names[lang] })).toEqual([]);
      expect(told(lang, `${greeting}\n\nOK.`)).toEqual([]);
    });
  }
});

describe('a greeting of somebody else is marked, with this customer’s name', () => {
  table([
    ['en', 'Hi John,\n\nyour parcel is here.', MARIA, ['other_name <John> → Maria']],
    ['en', 'hi john,\n\nyour parcel is here.', MARIA, ['other_name <john> → Maria']],
    ['en', 'Dear Mr Smith,\n\nyour parcel is here.', MARIA, ['other_name <Mr Smith> → Maria Kowalska']],
    ['en', 'Hello John Smith,\n\nyour parcel is here.', MARIA, ['other_name <John Smith> → Maria | Maria Kowalska']],
    ['en', 'Good morning, John!\n\nYour parcel is here.', MARIA, ['other_name <John> → Maria']],
    ['en', 'Hi John thanks for writing.', MARIA, ['other_name <John> → Maria']],
    ['en', 'Hi Oluwaseun,\n\nyour parcel is here.', MARIA, ['other_name <Oluwaseun> → Maria']],
    ['en', 'Hi Mraia,\n\nyour parcel is here.', MARIA, ['other_name <Mraia> → Maria']],
    ['pt-BR', 'Olá, João!\n\nSeu pedido chegou.', { name: 'Ana Reis' }, ['other_name <João> → Ana']],
    ['pt-BR', 'Prezada Sra. Márcia,\n\nseu pedido chegou.', { name: 'Ana Reis' }, ['other_name <Márcia> → Ana | Ana Reis']],
    ['pt-PT', 'Bom dia, Sr. João,\n\na encomenda chegou.', { name: 'Rui Melo' }, ['other_name <João> → Rui | Rui Melo']],
    ['pt-PT', 'Cara Teresa,\n\na encomenda chegou.', { name: 'Rui Melo' }, ['other_name <Teresa> → Rui']],
    ['pl', 'Dzień dobry, Panie Tomaszu,\n\npaczka dotarła.', { name: 'Anna Nowak' }, ['other_name <Panie Tomaszu> → Pani Anno']],
    ['pl', 'Dzień dobry Pani Katarzyno,\n\npaczka dotarła.', { name: 'Tomasz Nowak' }, ['other_name <Pani Katarzyno> → Panie Tomaszu']],
    ['pl', 'Cześć Kasiu,\n\npaczka dotarła.', { name: 'Tomasz Nowak' }, ['other_name <Kasiu> → Tomaszu']],
    ['en', 'Frank, a chirp every minute is the battery.', MARIA, ['other_name <Frank> → Maria']],
    ['en', 'Morning Hank, fair question.', MARIA, ['other_name <Hank> → Maria']],
    ['pt-BR', 'Márcio, boa tarde. Está feito.', { name: 'Ana Reis' }, ['other_name <Márcio> → Ana']],
    ['pt-BR', 'Bom dia, sr. Osmar. Por e-mail segue.', { name: 'Ana Reis' }, ['other_name <Osmar> → Ana | Ana Reis']],
    ['pt-PT', 'D. Odete,\n\nestá feito.', { name: 'Rui Melo' }, ['other_name <Odete> → Rui | Rui Melo']],
    ['pt-PT', 'Viva, Cristóvão,\n\nestá feito.', { name: 'Rui Melo' }, ['other_name <Cristóvão> → Rui']],
    ['pl', 'Weroniko, dzięki za sygnał.', { name: 'Tomasz Nowak' }, ['other_name <Weroniko> → Tomaszu']],
    ['pl', 'Hej Ola! Gotowe.', { name: 'Tomasz Nowak' }, ['other_name <Ola> → Tomaszu']],
    ['pl', 'Szanowna Pani Nowak,\n\npaczka dotarła.', { name: 'Maria Kowalska' }, ['other_name <Pani Nowak> → Pani Mario']],
  ]);
});

describe('in doubt a name is right', () => {
  table([
    ...(['Hi Bob,', 'Hi Rob,', 'Dear Mr Smith,', 'Hello Robert Smith,', 'Hi Robert and Anna,', 'Hi Anna, Robert,', 'Hi Anna & Robert,', 'Hey Robbie!', 'Hi Dr Smith,', 'Dear R. Smith,', 'HI ROBERT,', 'hi robert,']
      .map((greeting): Row => ['en', `${greeting}\n\nit is done.`, { name: 'Robert Smith' }, []])),
    ...(['Hi Kate,', 'Hi Katie,', 'Hi Kathy,', 'Hi Cath,'].map((greeting): Row => ['en', `${greeting}\n\nit is done.`, { name: 'Catherine O’Neil' }, []])),
    ...(['Olá, Chico!', 'Oi Francisco,', 'Prezado Sr. Almeida,', 'Olá, Chiquinho,', 'Bom dia, Francisco Almeida,', 'Oi Fran,', 'Olá, senhor Francisco,'].map((greeting): Row => ['pt-BR', `${greeting}\n\nestá feito.`, { name: 'Francisco Almeida' }, []])),
    ...(['Olá, Zé,', 'Caro José,', 'Exmo. Senhor José Pinto,', 'Olá, Zezinho,', 'Sr. Pinto,'].map((greeting): Row => ['pt-PT', `${greeting}\n\nestá feito.`, { name: 'José Pinto' }, []])),
    ...(['Pani Kasiu,', 'Dzień dobry, Pani Katarzyno,', 'Cześć Kaśka,', 'Witam Pani Kowalska,', 'Szanowna Pani Kowalsko,', 'Droga Kasiu,', 'Dzień dobry Pani Katarzyna,'].map((greeting): Row => ['pl', `${greeting}\n\ngotowe.`, { name: 'Katarzyna Kowalska' }, []])),
    ...(['Panie Tomku,', 'Dzień dobry, Panie Tomaszu,', 'Cześć Tomek,', 'Szanowny Panie Nowak,', 'Panie Nowaku,'].map((greeting): Row => ['pl', `${greeting}\n\ngotowe.`, { name: 'Tomasz Nowak' }, []])),
    ...(['Dear Passenger,', 'Dear Resident,', 'Thank you, Maria.', 'Grace, in a word: yes.', 'April, May and June are quiet.', 'Sure, Frank can do it.', 'Yes, Maria,'].map((greeting): Row => ['en', `${greeting}\n\nit is done.`, { name: 'Robert Smith' }, []])),
    ...(['Szanowny Pasażerze,', 'Szanowna Lokatorko,', 'Drogi Mieszkańcu,', 'Oczywiście, gotowe.'].map((greeting): Row => ['pl', `${greeting}\n\ngotowe.`, { name: 'Damian Kos' }, []])),
    ...(['Prezado condômino,', 'Caro Munícipe,', 'Estimado Associado,', 'Claro, está feito.', 'Senhor cliente,'].map((greeting): Row => ['pt-PT', `${greeting}\n\nestá feito.`, { name: 'Rui Melo' }, []])),
    // Who is named in the message, in the address or in the thread may be meant.
    ['en', 'Hi John,\n\nit is done.', { ...MARIA, customer: 'Please answer my husband John.\nMaria' }, []],
    ['en', 'Hi John,\n\nit is done.', { ...MARIA, address: 'john.k@acme.test' }, []],
    ['en', 'Hi John,\n\nit is done.', { ...MARIA, thread: ['On Monday John Kowalski wrote: where is it?'] }, []],
    ['en', 'Hi John,\n\nit is done.\n\nOn 3 May, John Kowalski wrote:\n> where is it?', MARIA, []],
    // Still being typed.
    ['en', 'Hi John', MARIA, []],
    ['en', 'Hi Jo', MARIA, []],
    // A company, a handle, an address, nobody.
    ['en', 'Hi John,\n\nit is done.', { name: 'Acme Ltd' }, []],
    ['en', 'Hi John,\n\nit is done.', { name: 'sunny_day88' }, []],
    ['en', 'Hi John,\n\nit is done.', { name: 'maria@acme.test' }, []],
    ['en', 'Hi John,\n\nit is done.', {}, []],
    ['en', 'Hi John,\n\nit is done.', { name: 'Allegro' }, []],
    ['pl', 'Dzień dobry Panie Tomaszu,\n\ngotowe.', { name: 'Hurtownia Budowlana Sp. z o.o.' }, []],
    ['en', 'Hello World,\n\nit is done.', { name: 'Oluwaseun Adeyemi' }, []],
    ['en', 'Your parcel is here.\n\nHi John is what I would say.', { name: 'Maria Kowalska', customer: 'John' }, []],
  ]);
});

describe('a phrase of another variety is marked, with ours instead', () => {
  const filled = (lang: Lang, id: string): string => {
    const { fill, get } = libraryIn(lang);
    const phrase = get(id);
    const text = phrase && fill(phrase, { first_name: 'Ana', me: 'f', you: 'f', form: lang === 'pl' ? 'pani' : 'voce', date: lang === 'en' ? 'on Friday' : lang === 'pl' ? 'w piątek' : 'sexta-feira', greeting_name: 'Ana', matter: 'a encomenda', agent: 'Eva' });
    if (typeof text !== 'string') throw new Error(id);
    return text;
  };
  const PT = 'Bom dia, Ana,\n\nEstou a tratar do seu pedido e já telefonei ao armazém.\n\n', BR = 'Oi, Ana!\n\nEstou cuidando do seu pedido e já liguei para o depósito. Vou te ligar pelo celular.\n\n';
  it.each<readonly [Lang, string, string, string]>([
    ['pt-PT', PT, 'pt-BR', 'br.ship.stuck'], ['pt-PT', PT, 'pt-BR', 'br.say.straight'], ['pt-BR', BR, 'pt-PT', 'pt.pay.credit-note'], ['pt-BR', BR, 'pt-PT', 'pt.pay.partial'],
  ])('%s: %s+ %s %s', (lang, before, from, id) => {
    const phrase = filled(from as Lang, id);
    const [mark, ...more] = left(lang, `${before}${phrase}`, { name: 'Ana Reis' });
    expect([mark?.kind, mark?.about, more]).toEqual(['other_variety', from, []]);
    expect(`${before}${phrase}`.slice(mark?.start, mark?.end).slice(0, 20)).toBe(phrase.slice(0, 20));
    expect(left(from as Lang, phrase, { name: 'Ana Reis' })).toEqual([]);
  });
  it('goes by the customer where the draft is the phrase alone', () => {
    const phrase = filled('pt-PT', 'pt.pay.credit-note');
    const brazilian = 'Oi, você pode me ajudar? Meu celular não funciona e estou esperando o conserto faz três semanas.';
    expect(left('pt-PT', phrase, { customer: brazilian })).toMatchObject([{ kind: 'other_variety', about: 'pt-PT' }]);
    expect(left('pt-PT', phrase, { customer: 'Bom dia, estou à espera da encomenda há três semanas, o telemóvel não funciona.' })).toEqual([]);
    expect(left('pt-PT', phrase)).toEqual([]);
  });
  it('finds English in a Polish reply, and Polish in an English one', () => {
    const english = filled('en', 'hold.half'), polish = filled('pl', 'hold.half');
    const inPolish = `Dzień dobry, Pani Anno,\n\nsprawdziłam już Pani zamówienie i rozmawiałam z magazynem.\n\n${english}`;
    expect(left('pl', inPolish, { name: 'Anna Nowak', agent: 'Ewa' })).toMatchObject([{ kind: 'other_variety', about: 'en', end: inPolish.length }]);
    const inEnglish = `Hi Anna,\n\nI have checked your order and spoken to the warehouse.\n\n${polish}`;
    expect(left('en', inEnglish, { name: 'Anna Nowak', agent: 'Ewa' })).toMatchObject([{ kind: 'other_variety', about: 'pl', end: inEnglish.length }]);
  });
  it('leaves sentences of another language that are no phrase of ours', () => {
    expect(left('pl', 'Dzień dobry,\n\nna ekranie widać: The connection to the server was lost, please try again later.\n\nProszę zrestartować.')).toEqual([]);
    expect(left('en', 'Hi,\n\nthe label says "Não abrir enquanto o aparelho estiver ligado à corrente", so please unplug it first.')).toEqual([]);
  });
  it('every phrase of the library alone, to nobody known, is left alone', () => {
    const marked: string[] = [];
    for (const lang of ['en', 'pt-BR', 'pt-PT', 'pl'] as const) for (const { id, lang: own } of libraryOf(lang)) {
      if (own !== lang) continue;
      const { fill, get } = libraryIn(lang);
      const phrase = get(id), text = phrase && fill(phrase, { first_name: 'Ana', me: 'f', you: 'f', form: lang === 'pl' ? 'pani' : 'voce', date: '3.12.', greeting_name: 'Ana', ticket: '4711', product: 'X2', promise: 'Y', agent: 'Eva' });
      if (text && left(lang, text, {}).length > 0) marked.push(`${id}: ${told(lang, text).join()}`);
    }
    expect(marked).toEqual([]);
  });
});

describe.each(LANGS)('whole replies in %s', (lang) => {
  const replies = blindCases(lang).filter(({ set }) => set === 'dev');
  const world = ({ customerName, customer }: (typeof replies)[number]): World => ({ name: customerName, customer });
  it('to their own customer have no mark', () => {
    expect(replies.length).toBeGreaterThan(60);
    expect(replies.flatMap((reply) => told(lang, reply.draft, world(reply)))).toEqual([]);
  });
  it('to another customer have their greeting marked, nearly all that have one', () => {
    const greeted = replies.filter(({ draft, customerName }) => customerName !== null && draft.slice(0, 60).includes(customerName.split(' ')[0]?.slice(0, 3) ?? '?'));
    const marked = greeted.filter((reply, i) => {
      const other = replies[(replies.indexOf(reply) + 7 + (i % 3)) % replies.length];
      return other !== undefined && left(lang, reply.draft, world(other)).some(({ kind }) => kind === 'other_name');
    });
    expect(marked.length / greeted.length).toBeGreaterThan(0.8);
  });
});
