import { describe, expect, it } from 'vitest';
import type { AssetName, Language } from '../../utils/language';
import { find, keptBy, replySigns, type KeptCue, type OpenRow } from '../../utils/promises';
import { CLOCK, languageOf } from './help';

const languages = new Map<AssetName, Language>();
for (const name of ['en', 'pt', 'pl'] as const) languages.set(name, await languageOf(name));

function signs(name: AssetName, draft: string): ReturnType<typeof replySigns> {
  const language = languages.get(name)!;
  return replySigns(language, draft, find(language, draft, CLOCK));
}
const row = (kind: OpenRow['kind'], text: string, id: string = kind): OpenRow => ({ id, kind, text });

const OPEN = {
  en: [row('send', 'I will send you the contract by Friday.'), row('callback', 'I will call you tomorrow at 3.'), row('check', 'I will check with the warehouse.'), row('refund', "We'll refund the 40 EUR.")],
  pt: [row('send', 'Envio-lhe o contrato até sexta.'), row('callback', 'Ligo-lhe amanhã às 15h.'), row('check', 'Vou verificar com o armazém.'), row('refund', 'Vamos devolver os 40 EUR.')],
  pl: [row('send', 'Wyślę Pani umowę do piątku.'), row('callback', 'Zadzwonię jutro o 15.'), row('check', 'Sprawdzę to w magazynie.'), row('refund', 'Zwrócimy 40 zł.')],
} as const;

describe('a reply that keeps a promise', () => {
  it.each<[AssetName, string, string[]]>([
    ['en', 'I have just sent the contract.', ['send']],
    ['en', 'As promised, here is the contract.', ['send']],
    ['en', 'The contract is attached.', ['send']],
    ['en', 'Your refund has been issued.', ['refund']],
    ['en', "I've just called you, but reached your voicemail.", ['callback']],
    ['en', 'Just as I promised, I checked with the warehouse.', ['check']],
    ['en', 'I have checked with the warehouse and the contract has been sent.', ['check', 'send']],
    ['pt', 'Conforme prometido, segue em anexo o contrato.', ['send']],
    ['pt', 'Já lhe enviei o contrato.', ['send']],
    ['pt', 'Tal como combinado, falei com o armazém.', ['check']],
    ['pt', 'O reembolso foi processado hoje.', ['refund']],
    ['pt', 'Acabei de lhe ligar, mas não consegui falar consigo.', []],
    ['pt', 'Acabei de lhe ligar.', ['callback']],
    ['pl', 'Zgodnie z obietnicą przesyłam umowę.', ['send']],
    ['pl', 'Tak jak obiecałam, wysłałam umowę.', ['send']],
    ['pl', 'Zwrot został dziś zlecony.', ['refund']],
    ['pl', 'Jak się umawialiśmy, sprawdziłem to w magazynie.', ['check']],
    ['pl', 'Dzwoniłam dziś do Pani w tej sprawie.', ['callback']],
  ])('%s: %s', (name, draft, expected) => {
    expect(keptBy(signs(name, draft).kept, OPEN[name]).map(({ id }) => id)).toEqual(expected);
  });

  it.each<[AssetName, string]>([
    // Not done, not yet, not by us, not this thing.
    ['en', 'I could not send the contract, as promised.'], ['en', 'I have not sent the contract yet.'], ['en', 'Once I have sent the contract, you can sign it.'],
    ['en', 'As promised, I will send you the contract tomorrow.'], ['en', 'Have you sent the contract?'], ['en', 'You sent the contract.'], ['en', 'Thank you for the contract you sent.'],
    ['en', 'I have just sent the password.'], ['en', 'I have checked your account.'], ['en', 'As promised by the courier, it should arrive.'], ['en', '> I have just sent the contract.'],
    ['en', 'I have been sent the wrong contract.'], ['en', 'I will call you tomorrow.'], ['en', 'If the refund has been issued, it takes 3 days.'],
    ['pt', 'Ainda não enviei o contrato.'], ['pt', 'Conforme prometido, envio-lhe o contrato amanhã.'], ['pt', 'Já lhe enviei a senha.'], ['pt', 'Não consegui, conforme prometido, enviar o contrato.'],
    ['pt', 'Já enviou o contrato?'], ['pt', 'Como prometido pela loja, o contrato chega amanhã.'], ['pt', 'Se o reembolso foi feito, demora 3 dias.'],
    ['pl', 'Nie wysłałam jeszcze umowy.'], ['pl', 'Zgodnie z obietnicą wyślę umowę jutro.'], ['pl', 'Wysłałam hasło.'], ['pl', 'Czy wysłała Pani umowę?'], ['pl', 'Wysłała Pani umowę.'],
    ['pl', 'Zgodnie z regulaminem umowa trwa rok.'], ['pl', 'Niestety, nie udało mi się, jak obiecałam, wysłać umowy.'],
  ])('keeps nothing, %s: %s', (name, draft) => {
    expect(keptBy(signs(name, draft).kept, OPEN[name])).toEqual([]);
  });

  it('is shown by the words that say so', () => {
    const draft = 'Good morning. I have just sent the contract.';
    const [found] = keptBy(signs('en', draft).kept, OPEN.en);
    expect(draft.slice(found!.start, found!.end)).toBe('I have just sent');
  });
});

describe('which promise is meant', () => {
  const cue = (kind: KeptCue['kind'], more: Partial<KeptCue> = {}): KeptCue => ({ start: 0, end: 4, kind, promised: false, words: [], ...more });
  it.each<[string, KeptCue[], OpenRow[], string[]]>([
    ['of two the one that speaks of the same thing', [cue('send', { words: ['invoice'] })], [row('send', 'I will send the contract.', 'a'), row('send', "I'll send the invoices.", 'b')], ['b']],
    ['none of two where the deed names nothing', [cue('send')], [row('send', 'I will send the contract.', 'a'), row('send', "I'll send the invoices.", 'b')], []],
    ['the only one, where the deed names nothing', [cue('send')], [row('send', 'I will send the contract.', 'a')], ['a']],
    ['not the only one, where another thing is named', [cue('send', { words: ['password'] })], [row('send', 'I will send the contract.', 'a')], []],
    ['the only one, where it was said as promised', [cue('send', { words: ['password'], promised: true })], [row('send', 'I will send the contract.', 'a')], ['a']],
    ['an answer, where one was promised and "as promised" stands alone', [cue(null, { promised: true })], [row('reply', 'I will let you know.', 'a')], ['a']],
    ['none, where "as promised" stands alone beside several', [cue(null, { promised: true })], [row('reply', 'I will let you know.', 'a'), row('send', 'I send it.', 'b')], []],
    ['the answer that the check was for', [cue('reply', { promised: true })], [row('check', 'I will check with the warehouse.', 'a')], ['a']],
    ['none of another kind without the word', [cue('reply')], [row('check', 'I will check with the warehouse.', 'a')], []],
    ['each once, the surest first', [cue('refund'), cue('send', { words: ['contract'], promised: true }), cue('send', { words: ['contract'] })], [row('refund', 'We refund you.', 'a'), row('send', 'The contract comes.', 'b')], ['b', 'a']],
    ['none where nothing is open', [cue('send')], [], []],
  ])('%s', (_name, cues, rows, expected) => {
    expect(keptBy(cues, rows).map(({ id }) => id)).toEqual(expected);
  });
});

describe('a case told as solved', () => {
  it.each<[AssetName, string, string | null]>([
    ['en', 'Your line is working again.', 'is working'],
    ['en', 'It is not working again.', null],
    ['en', 'Is it working again?', null],
    ['en', 'Once it is fixed, I will call you.', null],
  ])('%s: %s', (name, draft, expected) => {
    const { solved } = signs(name, draft);
    expect(solved && draft.slice(solved.start, solved.end)).toBe(expected);
  });
  it.each<[AssetName, string]>([['pt', 'O problema já está resolvido.'], ['pl', 'Usterka została usunięta.']])('%s: %s', (name, draft) => {
    expect(signs(name, draft).solved).not.toBeNull();
  });
});
