/** Where a judgement turns on the sentence around it: bare refusals, explanations, calm dates, rhetoric, two languages at once. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../utils/language';
import type { Lang, Language, PromiseLike } from '../../utils/language';
import { real } from './real';
import { tiny } from './tiny';

const DECLINES = {
  en: tiny([{ check: 'decline', find: ["we cannot", "i can't", "i'm afraid"] }, { category: 'robotic', find: ['per our policy'] }, { check: 'acknowledge', find: ['we understand'] }], { more: { 'bare-refusals': ['we cannot'] } }),
  pl: tiny([{ check: 'decline', find: ['nie obejmuje', 'nie mogę', 'nie możemy'] }], { name: 'pl' }),
  pt: tiny([{ check: 'decline', find: ['não cobre', 'não posso', 'não podemos'] }], { name: 'pt' }),
};

describe('a bare refusal', () => {
  it.each<readonly [keyof typeof DECLINES, string, readonly string[]]>([
    ['en', 'We cannot refund it.', ['We cannot']],
    ['en', 'Per our policy, we cannot refund it.', []],
    ['en', "I can't promise that it comes on Friday.", []],
    ['en', "I can't guarantee a window seat.", []],
    ['en', "I'm afraid the blue one is gone, but the green or the grey one could come on Friday.", []],
    ['en', "I'm afraid the blue one is gone. But the green or the grey one is here.", []],
    ['en', 'We cannot refund it, but we understand how it feels.', ['We cannot']],
    ['en', 'We cannot refund it, but we cannot exchange it either.', ['We cannot', 'we cannot']],
    ['pl', 'Nie możemy zwrócić kwoty.', ['Nie możemy']],
    ['pl', 'Gwarancja nie obejmuje zalania, ale wymiana kosztuje tylko 40 zł.', []],
    ['pl', 'Nie możemy wymienić szyby, ale to nie nasza wina.', ['Nie możemy']],
    ['pl', 'Jeśli pojawi się napis „nie możemy zapisać zmian”, wystarczy odświeżyć stronę.', []],
    ['pl', 'Gwarancja nie obejmuje zalania.', []],
    ['pl', 'Nie mogę obiecać, że paczka dojdzie w piątek.', []],
    ['pt', 'Não podemos reembolsar o valor.', ['Não podemos']],
    ['pt', 'A garantia não cobre quedas, mas a troca do vidro custa só 40 euros.', []],
    ['pt', 'Não posso prometer que chegue na sexta.', []],
  ])('%s: %s', (name, draft, expected) => {
    const { findings } = analyse(DECLINES[name], { draft, customer: null, customerName: null, promises: [] });
    expect(findings.filter(({ rule }) => rule === 'negative.bare-refusal').map(({ start, end }) => draft.slice(start, end))).toEqual(expected);
  });
});

describe('an explanation', () => {
  const language = tiny([{ category: 'jargon', find: ['=RMA'] }, { category: 'robotic', customer: 'quiet', find: ['kindly revert'] }]);
  it.each<readonly [string, number]>([
    ['Write the RMA that is on the box.', 1], ['Write the RMA, that is the number of your return, on it.', 0], ['The RMA - that is, the number of your return - is on the box.', 0],
    ['The RMA (that is, the number) is here.', 0], ['RMA stands for the number of your return.', 0], ['Kindly revert, that is, answer us.', 1],
  ])('%s', (draft, marks) => {
    expect(analyse(language, { draft, customer: null, customerName: null, promises: [] }).findings).toHaveLength(marks);
  });
});

describe('a date told calmly', () => {
  const language = tiny([
    { stake: 'deadline', weight: 0.6, find: ['by friday', 'flight is tomorrow'] }, { stake: 'money', weight: 0.6, find: ['refund'] }, { stake: 'access', weight: 0.6, find: ['my account'] },
    { stake: 'wait', weight: 0.6, find: ['three weeks'] }, { emotion: 'anxious', weight: 0.6, find: ['flight is tomorrow', 'worried'] }, { emotion: 'grateful', weight: 0.6, find: ['thanks'] },
  ]);
  it.each<readonly [string, string]>([
    ['Could it come by Friday? It is a present.', 'calm'], ['My flight is tomorrow, is check-in open?', 'calm'], ['How do I see a refund in my account?', 'calm'],
    ['It has to come by Friday!', 'anxious'], ['Could it come by Friday? I am worried.', 'anxious'], ['Three weeks, and it has to come by Friday. Will it?', 'anxious'],
    ['Could you send it? Thanks.', 'calm'], ['Thanks, it all works again.', 'grateful'],
  ])('%s → %s', (customer, expected) => {
    expect(analyse(language, { draft: null, customer, customerName: null, promises: [] }).reading?.emotion).toBe(expected);
  });
});

describe('questions', () => {
  it.each<readonly [Lang, string, readonly string[]]>([
    ['en', 'Are you kidding me, where is my refund?', ['where is my refund?']],
    ['en', 'How many times do I have to write, and when will it arrive?', ['when will it arrive?']],
    ['en', 'Are you kidding me?', []],
    ['en', "I don't really understand what the difference is. Which one do I need?", ["don't really understand what the difference is.", 'Which one do I need?']],
    ['en', "I have no idea what it's for. can you explain", ["no idea what it's for. can you explain"]],
    ['en', 'Hi there where is my order', ['Hi there where is my order']],
    ['en', 'Hello Acme, when does it ship', ['Hello Acme, when does it ship']],
    ['pl', 'Oddajcie mi pieniądze.', ['Oddajcie mi pieniądze.']],
  ])('%s: %s', (lang, customer, expected) => {
    const reading = analyse(real(lang), { draft: null, customer, customerName: null, promises: [] }).reading;
    expect(reading?.questions.map(({ start, end }) => customer.slice(start, end))).toEqual(expected);
  });
});

it('reads a question that names little of its own by the sentence before it', () => {
  const customer = 'I would like to change the delivery address for order 88213. Can you do that before it ships?';
  const judge = (draft: string): unknown => analyse(real('en'), { draft, customer, customerName: null, promises: [] }).reading?.questions.map(({ answered }) => answered);
  expect(judge('The address on order 88213 is now Pine Street.')).toEqual([true, true]);
  expect(judge('Thank you for your patience.')).toEqual([false, false]);
});

describe('beside a rhetorical question', () => {
  const language = tiny([{ ask: 'rhetorical', find: ['ile mam czekać', 'żartujecie'] }, { ask: 'request', find: ['proszę oddać'] }], { name: 'pl' });
  it.each<readonly [string, readonly string[]]>([
    ['Ile mam czekać, i gdzie jest moja paczka?', ['gdzie jest moja paczka?']], ['Ile mam czekać?', []], ['Żartujecie, proszę oddać pieniądze.', ['proszę oddać pieniądze.']],
    ['Gdzie jest moja paczka, ile mam czekać?', ['Gdzie jest moja paczka, ile mam czekać?']],
  ])('%s', (customer, expected) => {
    const reading = analyse(language, { draft: null, customer, customerName: null, promises: [] }).reading;
    expect(reading?.questions.map(({ start, end }) => customer.slice(start, end))).toEqual(expected);
  });
});

describe('a warm close', () => {
  it.each<readonly [Lang, string]>([['pl', 'Dziękuję. Udanego wesela!'], ['pl', 'Gotowe. Spokojnej przeprowadzki!'], ['en', 'Done. Enjoy the wedding!']])('%s: %s', (lang, draft) => {
    expect(analyse(real(lang), { draft, customer: null, customerName: null, promises: [] }).dimensions?.person.present).toContain('warm_close');
  });
});

describe('a reply in another language than the message', () => {
  const customer = 'Czekam już trzy tygodnie na przesyłkę 48213, jestem wściekła! Kiedy ona dotrze? Ile wynosi dopłata?';
  const judge = (draft: string, customerLanguage: Language | null, promises: readonly PromiseLike[] = []) => analyse(real('en'), { draft, customer, customerName: 'Anna Nowak', promises, customerLanguage });
  const answers = (draft: string, promises: readonly PromiseLike[] = []): unknown => judge(draft, real('pl'), promises).reading?.questions.map(({ answered }) => answered);
  it('is judged by the kind of question, by numbers and by promises', () => {
    expect(answers('Dear Anna, parcel 48213 will arrive on Friday. The surcharge is £9.90.')).toEqual([true, true]);
    expect(answers('Dear Anna, thank you for your message.')).toEqual([false, false]);
    const promised = 'Dear Anna, I will let you know on Friday.';
    const promise = { start: 11, end: promised.length, deferred: true, conditional: false, due: { start: '2026-11-20T09:00:00Z', end: '2026-11-20T18:00:00Z' }, dueSpan: null };
    expect(answers(promised, [promise])).toEqual([true, true]);
  });
  it('has the message read in its own language, and asks for no words that cannot be the same', () => {
    const { reading, dimensions } = judge('Dear Anna, thank you for your message.', real('pl'));
    expect(reading?.emotion).toBe('angry');
    expect([...dimensions?.person.present ?? [], ...dimensions?.person.missing ?? []]).not.toContain('own_words');
    expect(judge('Dear Anna, parcel 48213 is here.', real('pl')).dimensions?.person.present).toContain('own_words');
  });
});
