/** What a reply holds and lacks: the closing lines, who acts, the tone, and warmth in the wrong measure. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../utils/language';
import type { Analysis, CheckName, Lang } from '../../utils/language';
import { find } from '../../utils/promises';
import { real } from './real';

const CLOCK = { now: '2026-11-18T10:00:00Z', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set<string>() };
const judge = (lang: Lang, customer: string, draft: string, customerName: string | null = null): Analysis => analyse(real(lang), { draft, customer, customerName, promises: find(real(lang), draft, CLOCK) });
const missing = (lang: Lang, customer: string, draft: string): readonly CheckName[] => Object.values(judge(lang, customer, draft).dimensions ?? {}).flatMap((dimension) => [...dimension.missing]);

/** One solves the fault and says no more; the other announces each step, apologises once, names the deadline and stays. */
const STEPS: readonly (readonly [Lang, string, string, string])[] = [
  ['en', 'The export fails every time and I must hand in the accounts by 6 pm today. Please help me!!',
    'The export was blocked by a full mailbox. I have emptied it. Try again.',
    "Hello Ruth,\n\nI'm sorry the export lets you down with the accounts due at 6 pm. First I'll look at your mailbox, then we'll try the export together.\n\nThe mailbox was full, and that blocked the export. I have emptied it. Please try once more now; I'll stay on the line while you do, so that you make your deadline.\n\nFingers crossed,\nMilo"],
  ['pt-BR', 'A exportação falha sempre e eu preciso entregar as contas até as 18h de hoje. Me ajudem por favor!!',
    'A exportação estava bloqueada pela caixa cheia. Já esvaziei. Tente de novo.',
    'Olá, Ruth!\n\nSinto muito que a exportação falhe justo com as contas para as 18h. Primeiro olho a sua caixa, depois tentamos a exportação juntas.\n\nA caixa estava cheia e isso bloqueava a exportação. Já esvaziei. Por favor, tente mais uma vez agora; fico aqui com você enquanto testa, para cumprir o seu prazo.\n\nBoa entrega!\nMila'],
  ['pt-PT', 'A exportação falha sempre e tenho de entregar as contas até às 18h de hoje. Ajudem-me por favor!!',
    'A exportação estava bloqueada pela caixa cheia. Já a esvaziei. Tente de novo.',
    'Boa tarde, Ruth,\n\nLamento que a exportação falhe logo com as contas para as 18h. Primeiro vejo a sua caixa, depois tentamos a exportação os dois.\n\nA caixa estava cheia e isso bloqueava a exportação. Já a esvaziei. Por favor, tente mais uma vez agora; fico aqui consigo enquanto experimenta, para cumprir o seu prazo.\n\nBoa entrega!\nMiguel'],
  ['pl', 'Eksport ciągle się nie udaje, a do 18:00 muszę oddać rozliczenie. Proszę o pomoc!!',
    'Eksport blokowała pełna skrzynka. Opróżniłem ją. Proszę spróbować ponownie.',
    'Dzień dobry, Pani Ruto,\n\nprzepraszam, że eksport zawodzi, kiedy rozliczenie ma być na 18:00. Najpierw zajrzę do Pani skrzynki, potem razem powtórzymy eksport.\n\nSkrzynka była pełna i to blokowało eksport. Opróżniłem ją. Proszę spróbować teraz jeszcze raz, a ja zostanę z Panią na linii, żeby zdążyła Pani na czas.\n\nTrzymam kciuki!\nMiłosz'],
];
describe('the same deed, told with each step and with the deadline', () => {
  it.each(STEPS)('%s: the matter alike, the person clearly better', (lang, customer, curt, warm) => {
    const name = lang === 'pl' ? 'Ruta Nowak' : 'Ruth Nowak';
    const first = judge(lang, customer, curt, name).dimensions, second = judge(lang, customer, warm, name).dimensions;
    expect(first?.matter.missing).toEqual([]);
    expect(second?.matter.missing).toEqual([]);
    expect(first?.person.missing).toEqual(expect.arrayContaining(['greeting_name', 'acknowledge_feeling', 'warm_close']));
    expect(second?.person.missing).toEqual([]);
    expect(second?.process.missing).toEqual([]);
    expect(judge(lang, customer, warm, name).hints).toEqual([]);
  });
});

describe('warmth in the wrong measure', () => {
  it.each<readonly [Lang, string, readonly string[]]>([
    ['en', 'I am so sorry about this. I can see how frustrating that is. That must be exhausting. I have sent a new one.', ['piled']],
    ['en', 'I am so sorry about this. I can see how frustrating that is. I have sent a new one.', []],
    ['en', 'Please open the settings. I know how frustrating this is. Then choose Reset.', ['interrupts']],
    ['en', 'I know how frustrating this is. Please open the settings. Then choose Reset.', []],
    ['pt-BR', 'Sinto muito por isso. Entendo bem a sua frustração. Que situação chata. Já enviei um novo.', ['piled']],
    ['pt-PT', 'Lamento que tenha esperado. Percebo bem a aflição. Que chatice. Já enviei um novo.', ['piled']],
    ['pl', 'Bardzo mi przykro. Rozumiem Pani złość. To musi denerwować. Wysłałam nową paczkę.', ['piled']],
    ['pl', 'Bardzo mi przykro. Wysłałam nową paczkę.', []],
  ])('%s: %s', (lang, draft, kinds) => {
    const { hints } = judge(lang, '', draft);
    expect(hints?.map(({ kind }) => kind)).toEqual(kinds);
    for (const { start, end } of hints ?? []) expect(draft.slice(start, end)).not.toContain('sent');
  });
});

describe('a closing', () => {
  it.each<readonly [Lang, string, boolean]>([
    ['en', 'It is sent.\n\nRegards,\nSupport', false], ['en', 'It is sent.\n\nMind yourself,\nCian', true], ['en', 'It is sent. Happy baking! - Omar', true],
    ['en', 'It is sent.\n\nAll the best,\nAnn', false], ['en', 'It is sent. Any trouble, just answer here.\nTess', true], ['en', 'It is sent.\n\nYou will hear from us soon.\n\nRegards', false],
    ['pt-PT', 'Está enviado.\n\nCom os melhores cumprimentos,\nApoio', false], ['pt-PT', 'Está enviado.\n\nVotos de um dia sem quedas,\nMarta Vilela', true], ['pt-PT', 'Está enviado. Boas caminhadas!', true],
    ['pt-BR', 'Está enviado.\n\nAtenciosamente,\nEquipe', false], ['pt-BR', 'Está enviado. Qualquer coisa me chama por aqui. Beijo, Tati', true],
    ['pl', 'Paczka wysłana.\n\nPozdrawiam\nJan', false], ['pl', 'Paczka wysłana.\n\nZ poważaniem\nJan Kos', false], ['pl', 'Paczka wysłana.\n\nJestem z Panią myślami\nAgnieszka, rejestracja', true], ['pl', 'Paczka wysłana. Pytania pisz tutaj. Ola', true],
  ])('%s: %s → %s', (lang, draft, warm) => {
    expect(missing(lang, '', draft).includes('warm_close')).toBe(!warm);
  });
});

describe('who acts', () => {
  it.each<readonly [Lang, string, string, boolean]>([
    ['en', 'When will my parcel arrive?', 'Your request has been forwarded to the responsible department.', false],
    ['en', 'When will my parcel arrive?', "I'll ask the driver and write to you by noon.", true],
    ['pl', 'Kiedy dotrze moja paczka?', 'Zgłoszenie przekazano do właściwego działu.', false],
    ['pl', 'Kiedy dotrze moja paczka?', 'Zapytam kuriera i napiszę do Pani do południa.', true],
    ['pt-PT', 'Quando chega a minha encomenda?', 'O pedido foi reencaminhado para o setor responsável.', false],
    ['pt-BR', 'Quando chega meu pedido?', 'Vou falar com o entregador e te escrevo até o meio-dia.', true],
  ])('%s: %s %s → %s', (lang, customer, draft, somebody) => {
    expect(missing(lang, customer, draft).includes('ownership')).toBe(!somebody);
  });
});

describe('courtesy', () => {
  it.each<readonly [string, string, boolean]>([
    ['Where is my bag? I am furious!', 'Calm down. You should have labelled it.', false],
    ['Where is my bag? I am furious!', "Hi, you should have labelled it. It's in Leeds, please call us on 555 010. Thank you.", true],
    ['Where is my bag? I am furious!', 'Your request was logged.', false],
    ['What time do you open?', 'We open at 9.', true],
  ])('%s %s → %s', (customer, draft, kind) => {
    expect(missing('en', customer, draft).includes('courtesy')).toBe(!kind);
  });
});

describe('letters of the trade', () => {
  it.each<readonly [string, string, boolean]>([
    ['Where is my bag?', 'Dear Ann, the PNR is in HK and the TKL was not worked.', true],
    ['My PNR is ABC, is TKL ok?', 'Dear Ann, the PNR is fine and so is the TKL.', false],
    ['Where is my bag?', 'Dear Ann, the bag is in the UK, we sent you a PDF.', false],
    ['Where is my bag?', 'Dear Ann, the bag has the tag XQZ, that is, it goes by van, and RLN (by road).', false],
  ])('%s %s → %s', (customer, draft, unclear) => {
    expect(missing('en', customer, draft).includes('clarity')).toBe(unclear);
  });
});
