/**
 * Runs the engine over labelled single sentences of agents and messages of customers (tests/corpus/<lang>/tones.txt, feelings-more.txt),
 * written by people who saw no rule. The faults are veiled and polite on the surface, so that this is a harder measure than the blind
 * sets. Prints, a language a line, how many of each fault are marked as what they are, the false marks a 1,000 words of the good ones,
 * and how often the feeling is right; with `--misses` what went wrong. Rules may be written from what it shows: what is published as a
 * figure of quality comes from the held halves of the blind sets (score.ts).
 *   node --import tsx tests/corpus/tones.ts [--lang pl] [--misses]
 */
import 'temporal-polyfill/global';
import { parseArgs } from 'node:util';
import { analyse, createLanguage } from '../../utils/language';
import type { Analysis, Lang, Language } from '../../utils/language';
import { find } from '../../utils/promises';
import { loadKnowledge } from '../../utils/rules';
import { compileAssets } from '../../utils/rules/compile';
import { LANGS, LINE_CLOCK } from './cases';
import { labelled } from './learning';

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
const draftOf = (language: Language, draft: string): Analysis => analyse(language, { draft, customer: null, customerName: null, promises: find(language, draft, LINE_CLOCK) });

/** Counts and what went wrong. */
function tones(language: Language, lang: Lang, misses: string[]): string[] {
  const right = new Map<string, [number, number]>();
  let words = 0, falseMarks = 0;
  for (const { label, text } of labelled(lang, 'tones.txt')) {
    const { findings } = draftOf(language, text);
    if (label === 'ok') {
      words += wordsIn(text);
      falseMarks += findings.length;
      for (const { rule, start, end } of findings) misses.push(`false ${rule} «${text.slice(start, end)}» in ${text}`);
      continue;
    }
    const hit = findings.some(({ category }) => category === label);
    const [found, all] = right.get(label) ?? [0, 0];
    right.set(label, [found + (hit ? 1 : 0), all + 1]);
    if (!hit) misses.push(`missed ${label}${findings.length > 0 ? ` (marked as ${findings.map(({ rule }) => rule).join(', ')})` : ''}: ${text}`);
  }
  return [...[...right].map(([label, [found, all]]) => `${label} ${found}/${all}`), ...(words > 0 ? [`false marks ${(1000 * falseMarks / words).toFixed(1)} a 1,000 words`] : [])];
}

function feelings(language: Language, lang: Lang, misses: string[]): string[] {
  // The others are learnt from (learn.ts).
  const all = labelled(lang, 'feelings-more.txt').filter((_, n) => n % 2 === 1);
  const wrong = all.filter(({ label, text }) => {
    const read = analyse(language, { draft: null, customer: text, customerName: null, promises: [] }).reading?.emotion;
    if (read !== label) misses.push(`${label} read as ${read}: ${text}`);
    return read !== label;
  });
  return all.length === 0 ? [] : [`feeling ${all.length - wrong.length}/${all.length}`];
}

const { values } = parseArgs({ options: { lang: { type: 'string' }, misses: { type: 'boolean' } } });
const assets = new Map((await compileAssets()).map(({ name, json }) => [name as string, json]));
for (const lang of LANGS) {
  if (values.lang !== undefined && values.lang !== lang) continue;
  const language = createLanguage(loadKnowledge(assets.get(lang.slice(0, 2)) ?? ''), lang === 'pt-PT' || lang === 'pt-BR' ? { variety: lang } : {});
  const misses: string[] = [];
  console.log([`${lang}:`, ...tones(language, lang, misses), ...feelings(language, lang, misses)].join('  '));
  if (values.misses === true) console.log(misses.sort().join('\n'));
}
