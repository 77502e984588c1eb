/** What the analysis says, by tables: answers, exceptions, forms of address, shape, dimensions. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../utils/language';
import type { Analysis, Lang, Language, PromiseLike } from '../../utils/language';
import type { AssetName } from '../../utils/rules';
import { real } from './real';
import { tiny } from './tiny';

interface Case { readonly draft?: string | null; readonly customer?: string | null; readonly name?: string | null; readonly promises?: readonly PromiseLike[] }
const run = (language: Language, { draft = null, customer = null, name = null, promises = [] }: Case): Analysis => analyse(language, { draft, customer, customerName: name, promises });
const timed = (draft: string, words: string, due: boolean): PromiseLike => {
  const start = draft.indexOf(words);
  return { start, end: start + words.length, deferred: true, conditional: false, due: due ? { start: '2026-11-20T09:00:00Z', end: '2026-11-20T18:00:00Z' } : null, dueSpan: due ? { start, end: start + words.length } : null };
};

describe('a question', () => {
  it.each<readonly [Lang, string, readonly string[]]>([
    ['en', 'When will it arrive? Thanks.', ['When will it arrive?']],
    ['en', 'When will my parcel arrive and how much do I owe?', ['When will my parcel arrive', 'how much do I owe?']],
    ['en', 'when will my parcel arrive', ['when will my parcel arrive']],
    ['en', 'When I called, nobody answered.', []],
    ['en', 'Hello, how are you? My router is broken.', []],
    ['en', 'Fine.\n\nOn 3 May 2026 Tom wrote:\nWhen can we call you?', []],
    ['en', 'Why do you keep writing to my son, he moved out in May', ['Why do you keep writing to my son, he moved out in May']],
    ['en', 'I have a question about my bill. Why is it so high?', ['Why is it so high?']],
    ['en', 'You took it twice. Refund it now.', ['Refund it now.']],
    ['en', 'The lamp came, can I swap it for the blue one', ['can I swap it for the blue one']],
    ['pl', 'Paczka ma być na jutro. Zdążycie?', ['Zdążycie?']],
    ['pl', 'czy dostanę fakturę za październik', ['czy dostanę fakturę za październik']],
    ['pl', 'Kiedy dzwonię, nikt nie odbiera.', []],
    ['pt-PT', 'Quando chega a encomenda e quanto custa o envio?', ['Quando chega a encomenda', 'quanto custa o envio?']],
  ])('%s: %s', (lang, customer, expected) => {
    expect(run(real(lang), { customer }).reading?.questions.map(({ start, end, answered }) => { expect(answered).toBeNull(); return customer.slice(start, end); })).toEqual(expected);
  });
});

describe('what is at stake', () => {
  const stakes = (customer: string): unknown => run(real('en'), { customer }).reading?.stakes.map(({ start, end, kind }) => `${kind}: ${customer.slice(start, end)}`);
  it.each<readonly [string, readonly string[]]>([
    // The whole clause is marked, and one kind once in a sentence.
    ['My flight is tomorrow, and the card is not here.', ['deadline: My flight is tomorrow']],
    ['I have been waiting for six weeks, still waiting.', ['wait: I have been waiting for six weeks, still waiting']],
    // A "not" before it is what a wait speaks of, and what a danger is denied by.
    ["I haven't heard from you since January.", ["wait: I haven't heard from you since January"]],
    ['There is no deadline.', []],
  ])('%s', (customer, expected) => {
    expect(stakes(customer)).toEqual(expected);
  });
});

describe('what is felt', () => {
  it.each<readonly [string, string]>([
    // A date told calmly; the same date with what would be lost.
    ['My flight is on Friday. Could you send the invoice before that, please?', 'calm'],
    ['I need it by Friday or I lose the flat. Will it be here?', 'anxious'],
    // Thanks that close a request, thanks for something done after trouble, thanks that are none.
    ['Could you tell me your opening hours? Thanks in advance.', 'calm'],
    ['I had been so worried, and you sorted it within the hour. Thank you so much!', 'grateful'],
    ['Thanks for nothing.', 'angry'],
    // Who has waited or written before is past wondering.
    ["This is my third email and still nobody tells me which form you want.", 'frustrated'],
    ["I don't understand which form you want.", 'confused'],
    // Told without a question.
    ['We had looked forward to it for months, but half of the lights were off and nobody was there.', 'disappointed'],
    ["it isn't the blue one", 'calm'],
  ])('%s: %s', (customer, expected) => {
    expect(run(real('en'), { customer }).reading?.emotion).toBe(expected);
  });
});

describe('an answer', () => {
  it.each<readonly [Lang, string, string, boolean]>([
    ['en', 'When will my parcel arrive?', 'It arrives on Friday.', true],
    ['en', 'When will my parcel arrive?', 'Your parcel is important to us.', false],
    ['en', 'How much is the shipping?', 'Shipping is £9.90.', true],
    ['en', 'Can I change the colour of my order?', 'Yes, I have changed it to blue.', true],
    ['en', 'Can I change the colour of my order?', 'Unfortunately we cannot change it.', true],
    ['en', 'Why was my card declined?', 'Your card was declined because it expired in October.', true],
    ['en', 'Why was my card declined?', 'We are looking into it.', false],
    ['en', 'Where is my bag?', 'I am afraid we are unable to help.', false],
    ['pl', 'Kiedy dostanę zwrot?', 'Zwrot będzie na koncie w piątek.', true],
    ['pl', 'Czy możecie anulować zamówienie?', 'Tak, anulowałem zamówienie.', true],
    ['pl', 'Kiedy dostanę zwrot?', 'Dziękujemy za wiadomość.', false],
    ['pt-BR', 'Quando chega meu pedido?', 'Seu pedido chega na sexta-feira.', true],
    ['pt-PT', 'Porque é que a fatura subiu?', 'A fatura subiu porque terminou o desconto.', true],
    ['pt-PT', 'Quando chega a minha encomenda?', 'Agradecemos o seu contacto.', false],
  ])('%s: %s → %s', (lang, customer, draft, expected) => {
    expect(run(real(lang), { customer, draft }).reading?.questions.map(({ answered }) => answered)).toEqual([expected]);
  });
  it('is a promise with a time on that very point, and not one without', () => {
    const customer = 'Where is my refund?';
    const draft = 'I will send your refund on Friday.';
    const answered = (due: boolean): unknown => run(tiny([]), { customer, draft, promises: [timed(draft, draft, due)] }).reading?.questions[0]?.answered;
    expect(answered(true)).toBe(true);
    expect(answered(false)).toBe(false);
  });
});

describe('a mark', () => {
  const jargon = tiny([{ category: 'jargon', find: ['=RMA'], say: ['return number'] }, { category: 'negative', find: ['unfortunately'], say: ['as it stands'] }, { category: 'robotic', find: ['dear customer'], say: ['hello'] },
    { category: 'blame', find: ['you failed to'], whole: true, say: ['It did not arrive.'] }]);
  const marks = (draft: string, customer: string | null = null): string[] => run(jargon, { draft, customer }).findings.map(({ start, end }) => draft.slice(start, end));
  it.each<readonly [string, string | null, readonly string[]]>([
    ['Write the RMA on the box.', null, ['RMA']],
    ['Write the RMA on the box.', 'Where do I find the RMA?', []],
    ['Write the RMA (the number of your return) on the box.', null, []],
    ['Write the number of your return (RMA) on the box.', null, []],
    ['Write the RMA, that is the number of your return, on the box.', null, []],
    ['Press the button "Get RMA" now.', null, []],
    ['> Write the RMA\nDone.', null, []],
    ['Unfortunately we cannot refund it.', null, ['Unfortunately']],
    ['Unfortunately we cannot refund it, but you can exchange it.', null, []],
    ['Unfortunately we cannot refund it. What I can do is send a new one.', null, []],
    ['Unfortunately we cannot refund it. You cannot exchange it either.', null, ['Unfortunately']],
    ['Dear customer, hello.', null, ['Dear customer']],
    ['Well. You failed to pay in time. So.', null, ['You failed to pay in time.']],
    ['Best regards,\nDear Customer Team', null, []],
  ])('%s', (draft, customer, expected) => {
    expect(marks(draft, customer)).toEqual(expected);
  });
  it('keeps the capital in its advice, and is silent where its rule is silenced', () => {
    expect(run(jargon, { draft: 'Unfortunately no.' }).findings[0]?.suggestions).toEqual(['As it stands']);
    expect(analyse(jargon, { draft: 'Unfortunately no.', customer: null, customerName: null, promises: [], silenced: new Set(['tiny.1']) }).findings).toEqual([]);
  });
});

describe('a term that was taught', () => {
  const jargon = tiny([{ category: 'jargon', find: ['=RMA'], say: ['return number'] }, { category: 'robotic', find: ['dear customer'], say: ['hello'] }]);
  it.each<readonly [string, readonly string[], number]>([
    ['We open an RMA.', [], 1], ['We open an RMA.', ['rma'], 0], ['We open an RMA.', ['rm'], 1], ['Dear customer, hello.', ['dear customer'], 1],
  ])('%s knowing %j bears %d marks', (draft, terms, marks) => {
    expect(analyse(jargon, { draft, customer: null, customerName: null, promises: [], taught: new Set(terms) }).findings).toHaveLength(marks);
  });
});

describe('a slip in the form of address', () => {
  it.each<readonly [Lang, string | null, string, readonly string[]]>([
    ['pl', null, 'Dziękuję Pani za wiadomość. Wysłałem Pani fakturę. Możesz ją pobrać.', ['Możesz']],
    ['pl', null, 'Pan Nowak przyjedzie jutro. Czy możesz być w domu?', []],
    ['pl', null, 'Czy mógłby Pan/Pani podać numer?', []],
    ['pl', null, 'Jeśli chcesz, zadzwonię do ciebie. Twoja paczka już jedzie.', []],
    ['pl', null, 'Ci klienci dostali zwrot. Proszę Pana o numer.', []],
    ['pt-PT', null, 'Enviei-lhe a fatura e o seu código. Se quiseres, ligo amanhã.', ['quiseres']],
    ['pt-PT', null, 'A sua encomenda existe e o teste consiste nisto.', []],
    ['pt-BR', null, 'Você já pode ver o seu pedido. O senhor João entrega amanhã.', []],
    ['en', 'John Reed', 'Dear Mr Reed,\n\nIt is done, Mr Reed.\n\nThanks, John.', ['John']],
    ['en', 'John Reed', 'Hi John,\n\nIt is done.', []],
    ['en', 'John Reed', 'Hi John,\n\nDr Smith will call you.', []],
  ])('%s %s: %s', (lang, name, draft, expected) => {
    expect(run(tiny([], { name: lang.slice(0, 2) as AssetName, options: lang.startsWith('pt') ? { variety: lang as 'pt-PT' } : {} }), { draft, name }).findings.filter(({ category }) => category === 'address').map(({ start, end }) => draft.slice(start, end))).toEqual(expected);
  });
});

describe('the shape', () => {
  const rules = (draft: string): string[] => run(tiny([]), { draft }).findings.map(({ rule }) => rule);
  const long = 'We have checked the order that you placed with us in October and we found that the parcel which left our warehouse was sent to an address that is no longer yours because the account still had the old one when it was packed there.';
  it('marks the sentence that is too long, and no list', () => {
    expect(rules(long)).toEqual(['complexity.sentence']);
    expect(rules('Please send us the following: your name, your street, your town, your postcode, the order number, the day you ordered, the colour, the size, the number of pieces, the way you paid, a photo of the box, a photo of the label and the receipt.')).toEqual([]);
  });
  it('marks a wall of text once', () => {
    expect(rules('We sent the parcel to you on Monday and it is on its way. '.repeat(14))).toEqual(['complexity.wall']);
  });
  it.each<readonly [string, readonly string[]]>([
    ['READ THE MANUAL first.', ['heat.shouting']], ['Did you even read it?!', ['heat.signs']], ['Send the PDF by SMS.', []], ['Thank you!!!', []], ['IMPORTANT NOTICE', []], ['It is NOT broken.', []],
  ])('%s', (draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });
});

/** The two answers of the mission's transcripts, in our words: one solves the fault curtly, one solves it and sees the person. */
const PAIRS: readonly (readonly [Lang, string, string, string, string])[] = [
  ['en', 'Laura Pires', "I can't send my report, your upload page keeps failing and I have an important deadline at 5 pm today! I'm getting desperate. Can you fix this?",
    'The upload limit was reached. I have raised it. Try again.',
    "Hi Laura,\n\nI'm sorry the upload page failed you just before your 5 pm deadline; let's get your report through first.\n\nI've looked at your account: the upload limit was reached. I have raised it, so the page will take your report now. Please try once more while I stay here with you, and tell me if anything stops you.\n\nGood luck with the report,\nTom"],
  ['pt-BR', 'Laura Pires', 'Não consigo enviar meu relatório, a página de envio dá erro toda hora e tenho um prazo importante hoje às 17h! Estou desesperada. Vocês conseguem resolver?',
    'O limite de envio foi atingido. Já aumentei. Tente de novo.',
    'Oi, Laura!\n\nSinto muito que a página tenha falhado bem antes do seu prazo das 17h; vamos primeiro fazer o seu relatório chegar.\n\nOlhei a sua conta: o limite de envio tinha sido atingido. Já aumentei o limite, então a página aceita o relatório agora. Por favor, tente mais uma vez; eu fico aqui com você enquanto testa.\n\nBoa sorte com o relatório!\nJúlia'],
  ['pt-PT', 'Laura Pires', 'Não consigo enviar o meu relatório, a página está sempre a dar erro e tenho um prazo importante hoje às 17h! Estou desesperada. Conseguem resolver?',
    'O limite de envio foi atingido. Já o aumentei. Tente de novo.',
    'Boa tarde, Laura,\n\nLamento que a página tenha falhado mesmo antes do seu prazo das 17h; vamos primeiro fazer chegar o seu relatório.\n\nVi a sua conta: o limite de envio tinha sido atingido. Já aumentei o limite, por isso a página aceita agora o relatório. Por favor, tente mais uma vez; fico aqui consigo enquanto experimenta.\n\nBoa sorte com o relatório,\nEva'],
  ['pl', 'Laura Nowak', 'Nie mogę wysłać raportu, strona ciągle pokazuje błąd, a mam ważny termin dziś o 17:00! Jestem zrozpaczona. Czy mogą Państwo to naprawić?',
    'Limit wysyłki był przekroczony. Podniosłem go. Proszę spróbować ponownie.',
    'Dzień dobry, Pani Lauro,\n\nprzykro mi, że strona zawiodła tuż przed Pani terminem o 17:00; najpierw sprawmy, żeby raport dotarł.\n\nSprawdziłem Pani konto: limit wysyłki był przekroczony. Podniosłem go, więc strona przyjmie teraz raport. Proszę spróbować jeszcze raz, a ja zostanę tu z Panią, aż się uda.\n\nPowodzenia z raportem!\nJan'],
];
describe('the two answers to an agitated customer with a deadline', () => {
  it.each(PAIRS)('%s: the matter alike, the person clearly better in the second', (lang, name, customer, curt, warm) => {
    const first = run(real(lang), { draft: curt, customer, name }).dimensions;
    const second = run(real(lang), { draft: warm, customer, name }).dimensions;
    expect(second?.matter.score).toBe(first?.matter.score);
    expect(second?.person.score).toBeGreaterThanOrEqual((first?.person.score ?? 1) + 0.5);
    expect(first?.person.missing).toContain('acknowledge_feeling');
    expect(second?.person.present).toContain('acknowledge_feeling');
    for (const spans of Object.values(second?.person.evidence ?? {})) for (const { start, end } of spans) expect(warm.slice(start, end)).toMatch(/\S/);
  });
});

describe('the checks', () => {
  it('of feeling are never missing for a calm or a grateful customer', () => {
    for (const customer of ['What time do you open?', 'Thank you so much, it all works now!']) {
      expect(run(real('en'), { draft: 'We open at 9.', customer }).dimensions?.person.missing).not.toContain('acknowledge_feeling');
    }
  });
  it('of the process stand in neither list where the matter is closed, and count where something is pending', () => {
    const customer = 'What time do you open on Saturday?';
    const closed = run(real('en'), { draft: 'On Saturday we open at 9.', customer }).dimensions?.process;
    expect([closed?.present, closed?.missing]).toEqual([[], []]);
    expect(run(real('en'), { draft: 'Thank you for your message.', customer }).dimensions?.process.missing).toContain('by_when');
  });
  it('of the name stand in neither list where no name is known', () => {
    const both = (name: string | null): boolean[] => { const person = run(real('en'), { draft: 'Hi Ann, done.', customer: null, name }).dimensions?.person; return [person?.present.includes('greeting_name') ?? false, person?.missing.includes('greeting_name') ?? false]; };
    expect(both(null)).toEqual([false, false]);
    expect(both('Ann Reed')).toEqual([true, false]);
    expect(both('Bob Reed')).toEqual([false, true]);
  });
});
