/** The command line and the engine say the same; faults stay in their places; what goes in decides what comes out. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { analyseLine, langOf, readLine } from '../../scripts/analyze/line';
import type { Reader } from '../../scripts/analyze/line';
import { createLanguage } from '../../utils/language';
import type { Lang } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import { loadKnowledge } from '../../utils/rules';
import { compileAssets } from '../../utils/rules/compile';

const HERE = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/Lisbon' };
const CASES: readonly Record<string, unknown>[] = [
  { id: 'en', draft: 'Dear Ms Reed,\n\nAs per our policy we cannot refund you. I will call you tomorrow at 3 pm.\n\nKind regards,\nTom', customer: 'This is the third time I write! When will my refund come?', customerName: 'Ann Reed', now: HERE.now, timeZone: 'Europe/London' },
  { id: 2, draft: 'Olá Rui,\n\nPedimos desculpa por qualquer incómodo. Ligo-lhe amanhã às 15h.\n\nCumprimentos,\nAna', customer: 'Estou à espera há três semanas da minha encomenda. Quando chega?', customerName: 'Rui Dias', lang: 'pt-PT', now: HERE.now, timeZone: HERE.zone },
  { id: null, draft: 'Oi, Bia! Já estornei o valor. Te aviso amanhã.', customer: 'Cadê meu estorno?? Já é a terceira vez que escrevo', customerName: 'Bia', lang: 'pt', now: HERE.now, timeZone: 'America/Sao_Paulo', workingHours: { days: [1, 2, 3, 4, 5], start: '08:00', end: '17:00' }, holidays: 'BR' },
  { id: { any: 'thing' }, draft: 'Dzień dobry,\n\nuprzejmie informujemy, że zgłoszenie zostało przyjęte. Oddzwonię jutro o 15:00.\n\nPozdrawiam\nJan', customer: 'Kiedy dostanę zwrot pieniędzy? Czekam już miesiąc!', customerName: 'Anna Nowak', now: HERE.now, timeZone: 'Europe/Warsaw', holidays: ['2026-11-19'] },
  { id: 5, customer: 'Thank you so much, everything works again!', now: HERE.now, timeZone: HERE.zone },
];

function run(input: string, ...args: string[]): { status: number | null; lines: Record<string, unknown>[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/analyze.ts', ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, lines: stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>), stderr };
}

const assets = await compileAssets();
const readerOf = (lang: Lang): Reader => {
  const knowledge = loadKnowledge(assets.find(({ name }) => lang.startsWith(name))?.json ?? '');
  return { language: createLanguage(knowledge, lang === 'pt-BR' || lang === 'pt-PT' ? { variety: lang } : {}), phrases: createPhrases(knowledge.phrases) };
};

describe('npm run analyze', () => {
  it('says what the engine says, in order, with the ids it was given', () => {
    const { status, lines, stderr } = run(CASES.map((line) => JSON.stringify(line)).join('\n'));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const expected = CASES.map((value) => ({ id: value['id'], ...JSON.parse(JSON.stringify(analyseLine(readLine(value, HERE), readerOf))) as object }));
    expect(lines).toEqual(expected);
    expect(lines.map((line) => line['lang'])).toEqual(['en', 'pt-PT', 'pt-BR', 'pl', 'en']);
  }, 120_000);

  it('puts an error in the place of a line it cannot read, does the rest and ends with 1', () => {
    const { status, lines } = run(['{"id":1,"draft":"Hello."}', 'no json', '{"id":3}', '', '{"id":5,"draft":7}', '{"id":6,"draft":"a","lang":"de"}', '{"id":7,"draft":"a","now":"today"}', '{"id":8,"draft":"a","holidays":"XX"}', '[1]', '{"id":9,"draft":""}'].join('\n'));
    expect(status).toBe(1);
    expect(lines.map(({ id, error }) => [id, typeof error === 'string' ? /^line (\d+): ./.exec(error)?.[1] : null])).toEqual([[1, null], [null, '2'], [3, '3'], [5, '5'], [6, '6'], [7, '7'], [8, '8'], [null, '9'], [9, null]]);
  }, 120_000);

  it('refuses a pack it cannot read, in a sentence', () => {
    const { status, lines, stderr } = run('{"draft":"Hello."}', '--pack', 'no-such.keepword.json');
    expect(status).toBe(2);
    expect(lines).toEqual([]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }, 120_000);
});

describe('the language of a line', () => {
  it.each<readonly [draft: string, customer: string | null, lang: 'auto' | 'pt', expected: Lang, zone: string]>([
    ['We have sent your parcel today and it will arrive soon.', null, 'auto', 'en', 'Europe/Warsaw'],
    ['Ok!', 'Gdzie jest moja paczka? Czekam już trzy tygodnie.', 'auto', 'pl', 'Europe/Warsaw'],
    ['A sua encomenda chega amanhã.', 'O meu telemóvel avariou e ninguém me contacta.', 'auto', 'pt-PT', 'Europe/Warsaw'],
    ['Seu pedido chega amanhã.', 'Vocês podem checar meu cadastro? Meu celular quebrou.', 'pt', 'pt-BR', 'Europe/Warsaw'],
    ['Zwróciłem pieniądze na konto.\n\nOn 3 May 2026 Ann wrote:\n> I want my money back and I want it now please', null, 'auto', 'pl', 'Europe/Warsaw'],
    ['Já verifiquei o valor da fatura e está certo.', null, 'auto', 'pt-BR', 'America/Recife'],
    ['Já verifiquei o valor da fatura e está certo.', null, 'auto', 'pt-PT', 'Atlantic/Madeira'],
    ['Já verifiquei o valor da fatura e está certo.', null, 'auto', 'pt-BR', 'Europe/Warsaw'],
    ['O seu telemóvel está pronto, contacte a nossa equipa.', null, 'auto', 'pt-PT', 'America/Sao_Paulo'],
  ])('%s', (draft, customer, lang, expected, zone) => {
    expect(langOf({ draft, customer, lang, zone })).toBe(expected);
  });
});
