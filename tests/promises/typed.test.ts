import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang, Language } from '../../utils/language';
import { languageOf, readLog, readWhen, snoozeUntil } from '../../utils/promises/log';
import type { Due } from '../../utils/promises';
import { compileAssets } from '../../utils/rules/compile';
import { CLOCK } from './help';
import { LINES, TIMES } from './typed.table';

const json = new Map((await compileAssets({ lenient: true })).map((asset) => [asset.name, asset.json]));
const languages = new Map((['en', 'pl', 'pt-BR', 'pt-PT'] as const).map((lang): [Lang, Language] => [lang, languageOf(json.get(lang === 'en' || lang === 'pl' ? lang : 'pt')!, lang)]));
const spoken = (lang: Lang): Language => languages.get(lang)!;

/** "19 10:00", by the clock of Lisbon. */
const local = (iso: string): string => iso.slice(8, 16).replace('T', ' ');
const shown = ({ start, end }: Due): string => (start === end ? local(end) : `${local(start)}..${local(end)}`);

describe('a logged line', () => {
  it.each(LINES)('%s: %s', (lang, line, expected) => {
    const { kind, customer, due, what } = readLog(line, spoken(lang), CLOCK);
    expect([kind, customer ?? '–', due ? shown(due) : '–', what].join(' | ')).toBe(expected);
  });

  it('says where each part stands', () => {
    const line = 'tomorrow, call Anna Nowak at 10: the invoice';
    const { spans } = readLog(line, spoken('en'), CLOCK);
    const cut = ({ start, end }: { start: number; end: number }): string => line.slice(start, end);
    expect(cut(spans.kind!)).toBe('call');
    expect(cut(spans.customer!)).toBe('Anna Nowak');
    expect(spans.due.map(cut)).toEqual(['tomorrow', 'at 10']);
    expect(spans.what.map(cut)).toEqual(['the invoice']);
  });

  it('leaves a date that reads two ways to the agent, and says what is past', () => {
    expect(readLog('call Anna 5/12 re invoice', spoken('en'), CLOCK)).toMatchObject({ due: null, doubt: 'day-month', what: 'invoice', alternatives: [{}, {}] });
    expect(readLog('call Anna today 9', spoken('en'), CLOCK)).toMatchObject({ due: null, doubt: 'past', alternatives: [] });
  });

  it('keeps a name and an address that stand together apart', () => {
    expect(readLog('write to Tom Reed <tom@reed.com> on Monday', spoken('en'), CLOCK)).toMatchObject({ name: 'Tom Reed', address: 'tom@reed.com', what: '' });
  });

  const parts: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
    en: [['call Anna Nowak', 'tomorrow at 10', 'the invoice'], ['email Tom Reed', 'by Friday', 'the new contract']],
    pl: [['zadzwonić do Anny Nowak', 'jutro o 10', 'nowa faktura'], ['odpisać Markowi Nowakowi', 'w piątek rano', 'reklamacja butów']],
    'pt-PT': [['ligar ao João Silva', 'amanhã às 10', 'a fatura'], ['responder à Ana Sousa', 'na sexta', 'o contrato novo']],
  };
  it('may have its parts in any order', () => {
    const line = fc.constantFrom(...Object.entries(parts).flatMap(([lang, lines]) => lines.map((line) => ({ lang: lang as Lang, line }))));
    fc.assert(fc.property(line, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), ({ lang, line: said }, order) => {
      const read = (text: string): object => {
        const { kind, customer, due, what } = readLog(text, spoken(lang), CLOCK);
        return { kind, customer, due, what };
      };
      expect(read(order.map((at) => said[at]).join(', '))).toEqual(read(said.join(', ')));
      expect(read(said.join(', '))).toMatchObject({ what: said[2], due: {} });
    }), { numRuns: 60 });
  });

  it('never fails, loses no word, and tells nothing that does not stand in it', () => {
    const word = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('call', 'zadzwonić', 'ligar', 'Anna', 'do', 'tomorrow', 'jutro', '10', '5/12', 're', 'o', ',', ':', 'a@b.pl', 'pn', 'às', '40 EUR', '\n', '🙂', 'Fri'));
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom<Lang>('en', 'pl', 'pt-BR'), (words, lang) => {
      const line = words.join(' ');
      const { spans, what, name, address, customer } = readLog(line, spoken(lang), CLOCK);
      const all = [spans.kind, spans.customer, ...spans.due, ...spans.what].filter((span) => span !== null);
      for (const { start, end } of all) expect(start >= 0 && end <= line.length && start < end).toBe(true);
      expect(what).toBe(spans.what.map(({ start, end }) => line.slice(start, end).replace(/\s/gu, ' ')).join(' '));
      expect(customer).toBe(name ?? address);
      const left = line.split('').map((char, at) => (all.some(({ start, end }) => at >= start && at < end) ? ' ' : char)).join('');
      // Numbers are never thrown away: they stand in a time, in an address, or in what it is about.
      expect(left).not.toMatch(/\p{Nd}/u);
    }), { numRuns: 300 });
  });
});

describe('a time as it is typed', () => {
  it.each(TIMES)('%s: %s', (lang, text, expected, rings) => {
    const found = readWhen(text, spoken(lang), CLOCK);
    expect(found.map(shown).join(', ') || '–').toBe(expected);
    expect(found[0] ? local(snoozeUntil(found[0], CLOCK)) : '–').toBe(rings);
  });

  it('rings after now, whenever it is typed', () => {
    const texts = TIMES.filter(([, , expected]) => expected !== '–');
    const minute = fc.integer({ min: 0, max: 366 * 24 * 60 });
    fc.assert(fc.property(fc.constantFrom(...texts), minute, fc.constantFrom('Europe/Lisbon', 'America/Sao_Paulo', 'Europe/Warsaw'), ([lang, text], minutes, zone) => {
      const now = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes }).toString();
      const clock = { ...CLOCK, now, zone };
      for (const due of readWhen(text, spoken(lang), clock)) {
        const until = Temporal.Instant.from(snoozeUntil(due, clock));
        expect(Temporal.Instant.compare(until, now)).toBeGreaterThanOrEqual(0);
        expect(Temporal.Instant.compare(until, due.end)).toBeLessThanOrEqual(0);
      }
    }), { numRuns: 300 });
  });
});
