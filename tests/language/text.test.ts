/** Tokens, sentences and zones, by tables. */
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../utils/language';
import type { AssetName } from '../../utils/rules';
import { tiny } from './tiny';

const languages = new Map((['en', 'pt', 'pl'] as const).map((name) => [name, tiny([], { name })]));
const parse = (text: string, name: AssetName = 'en') => (languages.get(name) ?? tiny([])).parse(text);
const keys = (text: string): string[] => parse(text).sentences.flatMap((sentence) => sentence.tokens.map((token) => token.key));

describe('tokens', () => {
  it.each<readonly [string, string]>([
    ["Don’t you DARE", "don't you dare"],
    ['follow-up e-mail', 'follow up e mail'],
    ['ligo-lhe', 'ligo lhe'],
    ['It costs R$ 1.200,50 or €50', 'it costs r$ 1.200,50 or € 50'],
    ['at 15h30, 3/12, 24h, 5th', 'at 15h30 , 3/12 , 24h , 5th'],
    ['see https://example.com/a?b=c.', 'see https://example.com/a?b=c .'],
    ['write to ann@example.com, now', 'write to ann@example.com , now'],
    ['open example.com now', 'open example.com now'],
    ['Great 👍🏽 :) ok', 'great 👍 :) ok'],
    ['so... yes…', 'so … yes …'],
    ['a – b — c', 'a - b - c'],
    ['«Quoted» “words” „tak”', 'quoted words tak'],
    ['**bold** _it_ `code`', 'bold it code'],
    ['T&C, Q&A', 't&c , q&a'],
    ['zażółć gęślą', 'zazolc gesla'],
    ['z\u200bero\u00adwidth', 'zerowidth'],
    ['100%', '100 %'],
    ['(yes)', '( yes )'],
  ])('of %s', (text, expected) => {
    expect(keys(text).join(' ')).toBe(expected);
  });
});

describe('sentences', () => {
  it.each<readonly [AssetName, string, readonly string[]]>([
    ['en', 'One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['en', 'Dear Mr. Jones, we sent it. It came.', ['Dear Mr. Jones, we sent it.', 'It came.']],
    ['en', 'It costs 3.50 today. Fine.', ['It costs 3.50 today.', 'Fine.']],
    ['en', 'Use e.g. this one. Or i.e. that.', ['Use e.g. this one.', 'Or i.e. that.']],
    ['en', 'Why?! Because... well. OK', ['Why?!', 'Because... well.', 'OK']],
    ['en', 'we shipped it. it is late', ['we shipped it.', 'it is late']],
    ['en', 'Visit www.example.com. Then call.', ['Visit www.example.com.', 'Then call.']],
    ['en', 'All done.Thanks for waiting.', ['All done.', 'Thanks for waiting.']],
    ['en', '1. Open it. 2. Close it.', ['1. Open it.', '2. Close it.']],
    ['en', 'Thanks! 😊 See you.', ['Thanks! 😊', 'See you.']],
    ['en', 'Meet J. Smith. Soon.', ['Meet J. Smith.', 'Soon.']],
    ['pt', 'O Sr. Silva ligou. A Sra. Reis não.', ['O Sr. Silva ligou.', 'A Sra. Reis não.']],
    ['pt', 'Chega dia 3. Obrigada.', ['Chega dia 3.', 'Obrigada.']],
    ['pl', 'Przesyłka dotrze 14. grudnia. Tak.', ['Przesyłka dotrze 14. grudnia.', 'Tak.']],
    ['pl', 'Mieszkam przy ul. Długiej 5. Proszę dzwonić np. jutro.', ['Mieszkam przy ul. Długiej 5.', 'Proszę dzwonić np. jutro.']],
    ['en', 'Hi Ann,\n\nIt came.\n\nTom', ['Hi Ann,', 'It came.', 'Tom']],
  ])('%s: %s', (name, text, expected) => {
    const parsed = parse(text, name);
    expect(parsed.sentences.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
  it('joins the lines that a mail program broke, and no others', () => {
    const wrapped = 'I ordered a kettle from your shop three weeks ago and it has still\nnot arrived, although I was told that it would be here within five\ndays. Please help.\n\nAnn';
    expect(parse(wrapped).paragraphs.map(({ start, end }) => wrapped.slice(start, end).length)).toEqual([152, 3]);
    const lines = 'Kettle\nToaster\nI would like to send both of them back to you, please.';
    expect(parse(lines).paragraphs).toHaveLength(3);
  });
  it('has the sign that ends it', () => {
    expect(parse('All. Both! Can? Do… Steps:\nEnd').sentences.map(({ ending }) => ending)).toEqual(['.', '!', '?', '…', ':', '']);
  });
});

const ZONES: readonly (readonly [string, AssetName, string, readonly (readonly [string, Zone])[]])[] = [
  ['marked quotes', 'en', 'My answer\n> Your question\nMore', [['My answer', 'body'], ['> Your question', 'quote'], ['More', 'body']]],
  ['an introduced quote', 'en', 'Fine.\n\nOn Mon, 3 May 2026 at 10:00, Ann <a@b.com> wrote:\nOld words', [['Fine.', 'body'], ['On Mon, 3 May 2026 at 10:00, Ann <a@b.com> wrote:', 'quote'], ['Old words', 'quote']]],
  ['a Portuguese one', 'pt', 'Certo.\nEm seg., 3 de mai. de 2026 às 10:00, Ana <a@b.com> escreveu:\nAntes', [['Certo.', 'body'], ['Em seg., 3 de mai. de 2026 às 10:00, Ana <a@b.com> escreveu:', 'quote'], ['Antes', 'quote']]],
  ['a Polish one over English', 'pl', 'Dobrze.\nW dniu 3.05.2026 o 10:00, Anna Nowak napisał(a):\nOld words', [['Dobrze.', 'body'], ['W dniu 3.05.2026 o 10:00, Anna Nowak napisał(a):', 'quote'], ['Old words', 'quote']]],
  ['a broken introduction', 'en', 'Fine.\nOn Monday, 3 May 2026 at 10:00 in the morning, Ann Nowak-Kowalska\n<ann@example.com> wrote:\n> Old\nNew', [['Fine.', 'body'], ['On Monday, 3 May 2026 at 10:00 in the morning, Ann Nowak-Kowalska', 'quote'], ['<ann@example.com> wrote:', 'quote'], ['> Old', 'quote'], ['New', 'body']]],
  ['a header block', 'en', 'See below.\n\nFrom: Ann\nSent: Monday\nTo: Tom\nSubject: Kettle\n\nOld', [['See below.', 'body'], ['From: Ann', 'quote'], ['Sent: Monday', 'quote'], ['To: Tom', 'quote'], ['Subject: Kettle', 'quote'], ['Old', 'quote']]],
  ['a signature after dashes', 'en', 'Bye.\n-- \nTom\n+44 20', [['Bye.', 'body'], ['--', 'signature'], ['Tom', 'signature'], ['+44 20', 'signature']]],
  ['a signature after a closing', 'en', 'It is on its way.\n\nKind regards,\nTom Reed\nCustomer Care', [['It is on its way.', 'body'], ['Kind regards,', 'body'], ['Tom Reed', 'signature'], ['Customer Care', 'signature']]],
  ['a Polish closing', 'pl', 'Zwróciłem.\nPozdrawiam serdecznie\nJan\nBOK', [['Zwróciłem.', 'body'], ['Pozdrawiam serdecznie', 'body'], ['Jan', 'signature'], ['BOK', 'signature']]],
  ['a Portuguese closing', 'pt', 'Resolvido.\nCom os melhores cumprimentos,\nRui Dias', [['Resolvido.', 'body'], ['Com os melhores cumprimentos,', 'body'], ['Rui Dias', 'signature']]],
  ['words after thanks', 'en', 'Thanks,\nI will call you tomorrow about the kettle.', [['Thanks,', 'body'], ['I will call you tomorrow about the kettle.', 'body']]],
  ['a postscript', 'en', 'Done.\nBest,\nTom\nPS. The kettle is boxed.', [['Done.', 'body'], ['Best,', 'body'], ['Tom', 'signature'], ['PS. The kettle is boxed.', 'body']]],
  ['a legal footer', 'en', 'Done.\n\nThis email and any attachments are confidential and intended for the recipient.', [['Done.', 'body'], ['This email and any attachments are confidential and intended for the recipient.', 'footer']]],
  ['a telephone', 'pl', 'Czekam\n\nWysłano z iPhone’a', [['Czekam', 'body'], ['Wysłano z iPhone’a', 'footer']]],
  ['code', 'en', 'Run this:\n```\nnpm install\n```\nThen call.', [['Run this:', 'body'], ['```', 'code'], ['npm install', 'code'], ['```', 'code'], ['Then call.', 'body']]],
  ['no quote', 'en', 'On Monday she wrote a letter: it was long.', [['On Monday she wrote a letter: it was long.', 'body']]],
];
describe('zones', () => {
  it.each(ZONES)('%s (%s)', (_name, language, text, expected) => {
    expect(parse(text, language).paragraphs.map(({ start, end, zone }) => [text.slice(start, end), zone])).toEqual(expected);
  });
});
