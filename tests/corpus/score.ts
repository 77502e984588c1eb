/**
 * Runs the engine over the blind sets and prints its figures, a column a language.
 *   node --import tsx tests/corpus/score.ts [--set dev|held|all] [--from first|second|…] [--misses] [--lang pl]
 * The language is told from the text for the line "language"; everything else is measured in the case's own language.
 * `--misses` lists what went wrong in dev cases; those of held ones stay unread, so that they go on measuring.
 */
import { parseArgs } from 'node:util';
import { langOf } from '../../scripts/analyze/line';
import { analyse, createLanguage } from '../../utils/language';
import type { Lang, Language } from '../../utils/language';
import { find } from '../../utils/promises';
import type { Clock } from '../../utils/promises';
import { loadKnowledge } from '../../utils/rules';
import { compileAssets } from '../../utils/rules/compile';
import { blindCases, blindCustomers, blindLines, cleanLines, LANGS, LINE_CLOCK, SETS } from './cases';
import type { BlindCase } from './cases';
import { measure, measureClean, measureCustomer, measureLine, Tally } from './measure';

const LINES = ['language', 'findings precision', 'findings recall', 'emotion', 'stakes precision', 'stakes recall', 'questions precision', 'questions recall', 'answered',
  'missing precision', 'missing recall', 'promises precision', 'promises recall', 'kind', 'deferred', 'conditional', 'due exact', 'undated left undated', 'silently wrong by a day',
  'line precision', 'line recall', 'line touched', 'clean lines marked'];

function answer(language: Language, { now, timeZone, draft, customer, customerName }: BlindCase) {
  const clock: Clock = { now, zone: timeZone, hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };
  const promises = find(language, draft, clock);
  return { lang: langOf({ lang: 'auto', draft, customer, zone: timeZone }), promises, analysis: analyse(language, { draft, customer, customerName, promises }) };
}

const share = ([right, all]: readonly [number, number]): string => (all === 0 ? '–' : `${(right / all).toFixed(2)}  ${right}/${all}`);
const row = (name: string, cells: readonly string[]): string => [name.padEnd(38), ...cells.map((cell) => cell.padEnd(16))].join('').trimEnd();

function f1({ counts }: Tally): string {
  const [hit, found] = counts.get('missing precision') ?? [0, 0], [, gold] = counts.get('missing recall') ?? [0, 0];
  return found + gold === 0 ? '–' : ((2 * hit) / (found + gold)).toFixed(2);
}

function print(tallies: ReadonlyMap<Lang, Tally>): void {
  const all = [...tallies.values()];
  const cells = (name: string) => all.map(({ counts }) => share(counts.get(name) ?? [0, 0]));
  console.log(row('', [...tallies.keys()]));
  for (const name of LINES) console.log(row(name, cells(name)));
  console.log(row('missing F1', all.map(f1)));
  console.log(row('clean: false marks a 1,000 words', all.map(({ counts }) => {
    const [marks, words] = counts.get('clean: false marks per word') ?? [0, 0];
    return words === 0 ? '–' : `${((1000 * marks) / words).toFixed(1)}  ${marks}/${words}`;
  })));
  console.log();
  const classes = new Set(all.flatMap(({ counts }) => [...counts.keys()].filter((name) => name.includes(': ') && !name.startsWith('clean'))));
  for (const name of [...classes].sort()) console.log(row(name, cells(name)));
}

/** The single lines and the customers of one set. */
function measureLines(tally: Tally, language: Language, lang: Lang, from: string, set: string): void {
  const of = (draft: string | null, customer: string | null) => analyse(language, { draft, customer, customerName: null, promises: draft === null ? [] : find(language, draft, LINE_CLOCK) });
  for (const half of (['dev', 'held'] as const).filter((one) => set === 'all' || set === one)) {
    const id = (kind: string, index: number) => `${lang}.${kind}.${half}.${index + 1}`;
    blindLines(lang, from, half).forEach((line, i) => { measureLine(tally, id('line', i), line, (draft) => of(draft, null)); });
    cleanLines(lang, from, half).forEach((draft, i) => { measureClean(tally, id('clean', i), draft, of(draft, null)); });
    blindCustomers(lang, from, half).forEach((customer, i) => { measureCustomer(tally, id('customer', i), customer, of(null, customer.text).reading); });
  }
}

async function main(): Promise<void> {
  const { values: { set = 'all', misses = false, lang, from } } = parseArgs({ options: { set: { type: 'string' }, misses: { type: 'boolean' }, lang: { type: 'string' }, from: { type: 'string' } } });
  if (!['dev', 'held', 'all'].includes(set)) throw new Error(`--set is dev, held or all, not ${set}`);
  const chosen = LANGS.filter((one) => lang === undefined || one === lang);
  if (chosen.length === 0) throw new Error(`--lang is one of ${LANGS.join(', ')}, not ${lang}`);
  const assets = new Map((await compileAssets({ lenient: process.env['KEEPWORD_LENIENT'] === '1' })).map(({ name, json }) => [name as string, json]));
  const tallies = new Map<Lang, Tally>();
  for (const one of chosen) {
    const tally = new Tally();
    const language = createLanguage(loadKnowledge(assets.get(one.slice(0, 2)) ?? ''), one === 'pt-BR' || one === 'pt-PT' ? { variety: one } : {});
    const cases = blindCases(one, from);
    for (const name of SETS) if (from === undefined || from === name) measureLines(tally, language, one, name, set);
    for (const item of cases.filter((item) => set === 'all' || item.set === set)) measure(tally, item, answer(language, item));
    const held = new Set(cases.filter((item) => item.set === 'held').map(({ id }) => id));
    if (misses) for (const { id, what, text } of tally.misses) if (!held.has(id) && !id.includes('.held.')) console.log(`${id}  ${what}: ${text.replaceAll('\n', ' ')}`);
    tallies.set(one, tally);
  }
  if (misses) console.log();
  print(tallies);
}

await main();
