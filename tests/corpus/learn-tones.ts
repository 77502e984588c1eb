/**
 * Learns how a sentence of an agent sounds, from labelled sentences: tests/corpus/<lang>/tones*.txt ("label<TAB>sentence", several labels
 * by commas, "ok" for none), the examples that the wording rules flag and pass, and the halves of the blind sets that may be read. Prints
 * how well each tone is told on sentences left out (a third at a time), and writes utils/rules/<language>/engine-tones.yaml.
 *   node --import tsx tests/corpus/learn-tones.ts [--lang en|pt|pl] [--dry]
 * One log-linear model a tone (logistic), stochastic gradients with steps by AdaGrad, L2; the same run gives the same weights. Stems of
 * five letters, pairs and pairs with one between heard as well as whole words, letters and threes together, on sentences left out; a trait
 * seen less than four times, or of a small weight, costs bytes and changes nothing.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { createLanguage, tones } from '../../utils/language';
import type { Lang, Language } from '../../utils/language';
import { loadKnowledge } from '../../utils/rules';
import type { AssetName } from '../../utils/rules';
import { compileAssets } from '../../utils/rules/compile';
import { blindCases, blindLines, cleanLines, SETS } from './cases';

const { TONES } = tones;
const VARIETIES: Readonly<Record<AssetName, readonly Lang[]>> = { en: ['en'], pt: ['pt-BR', 'pt-PT'], pl: ['pl'] };
const RULES = path.join(import.meta.dirname, '../../utils/rules');
const FILES = ['tones.txt', 'tones-more.txt', 'tones-replies.txt'];

interface Sample {
  readonly traits: readonly string[];
  readonly labels: ReadonlySet<string>;
  readonly weight: number;
  /** A sentence as agents write it, not an example of a rule: only by these the learner is measured. */
  readonly real: boolean;
}
type Model = ReadonlyMap<string, readonly number[]>;

const EPOCHS = 15;
const RATE = 0.3;
const L2 = 0.0008;
/** An example of a rule is short and shows one thing. */
const EXAMPLE_COUNTS = 0.7;
/** A trait of few sentences teaches those sentences. */
const SEEN_IN = 4;
const FOLDS = 3;

function samplesOf(asset: AssetName, language: Language): Sample[] {
  const samples: Sample[] = [];
  const add = (text: string, labels: Iterable<string>, real: boolean): void => {
    const traits = ['BIAS', ...new Set(language.parse(text).sentences.flatMap(({ tokens }) => tones.traitNames(tokens)))];
    samples.push({ traits, labels: new Set(labels), weight: real ? 1 : EXAMPLE_COUNTS, real });
  };
  const plain = (text: string): string => text.replace(/[<>]/g, '');
  const wording = path.join(RULES, asset, 'wording');
  for (const file of readdirSync(wording)) {
    for (const { category, flags, passes } of parse(readFileSync(path.join(wording, file), 'utf8')) as { category: string; flags: readonly string[]; passes: readonly string[] }[]) {
      for (const text of flags) add(plain(text), [category], false);
      for (const text of passes) add(plain(text), [], false);
    }
  }
  for (const lang of VARIETIES[asset]) {
    for (const line of FILES.map((name) => path.join(import.meta.dirname, lang, name)).filter((file) => existsSync(file)).flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
      const [labels = '', text = ''] = line.split('\t');
      if (text !== '') add(text, labels.split(',').map((label) => label.trim()).filter((label) => label !== 'ok'), true);
    }
    for (const { set, draft, expect } of blindCases(lang)) if (set === 'dev') addReply(language, draft, expect.findings, add);
    for (const set of SETS) {
      for (const { text, category } of blindLines(lang, set, 'dev')) add(plain(text), [category], true);
      for (const text of cleanLines(lang, set, 'dev')) add(text, [], true);
    }
  }
  return samples;
}

function addReply(language: Language, draft: string, gold: readonly { readonly category: string; readonly text: string }[], add: (text: string, labels: Iterable<string>, real: boolean) => void): void {
  const places = gold.map(({ category, text }) => ({ category, start: draft.indexOf(text), end: draft.indexOf(text) + text.length }));
  for (const { start, end, quoted } of language.parse(draft).sentences) {
    if (!quoted) add(draft.slice(start, end), places.filter((place) => place.start < end && place.end > start).map(({ category }) => category), true);
  }
}

/** Sum over the root of how many count: a long sentence must not be surer of itself for being long. As `toneOf` reckons it. */
function oddsOf(model: Model, traits: readonly string[]): number[] {
  const known = traits.flatMap((trait) => { const weights = model.get(trait); return weights ? [weights] : []; });
  return TONES.map((_, k) => known.reduce((sum, weights) => sum + (weights[k] ?? 0), 0) / Math.sqrt(known.length));
}

function learn(samples: readonly Sample[]): Model {
  const counts = new Map<string, number>();
  for (const { traits } of samples) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const model = new Map<string, number[]>(), squares = new Map<string, number[]>();
  for (const [trait, count] of counts) if (count >= SEEN_IN) { model.set(trait, TONES.map(() => 0)); squares.set(trait, TONES.map(() => 1e-6)); }
  const order = samples.map((_, n) => n);
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let n = order.length - 1; n > 0; n -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = seed % (n + 1), one = order[n] ?? 0;
      order[n] = order[other] ?? 0;
      order[other] = one;
    }
    for (const n of order) { const sample = samples[n]; if (sample) step(model, squares, sample); }
  }
  return model;
}
function step(model: ReadonlyMap<string, number[]>, squares: ReadonlyMap<string, number[]>, { traits, labels, weight }: Sample): void {
  const odds = oddsOf(model, traits), known = traits.filter((trait) => model.has(trait)), scale = Math.sqrt(known.length);
  const slopes = TONES.map((tone, k) => ((1 / (1 + Math.exp(-(odds[k] ?? 0)))) - (labels.has(tone) ? 1 : 0)) * weight / scale);
  for (const trait of known) {
    const weights = model.get(trait) ?? [], sums = squares.get(trait) ?? [];
    for (let k = 0; k < TONES.length; k += 1) {
      const slope = (slopes[k] ?? 0) + L2 * (weights[k] ?? 0);
      sums[k] = (sums[k] ?? 0) + slope * slope;
      weights[k] = (weights[k] ?? 0) - (RATE * slope) / Math.sqrt(sums[k] ?? 1);
    }
  }
}

/** A line on each tone: how sentences left out are ranked by it, and what is marked of them. */
function measured(samples: readonly Sample[]): string[] {
  const real = samples.filter((sample) => sample.real), examples = samples.filter((sample) => !sample.real);
  const odds = new Map<Sample, number[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learn([...examples, ...real.filter((_, n) => n % FOLDS !== fold)]);
    for (const [n, sample] of real.entries()) if (n % FOLDS === fold) odds.set(sample, oddsOf(model, sample.traits));
  }
  return TONES.map((tone, k) => {
    const ranked = real.map((sample) => ({ odd: odds.get(sample)?.[k] ?? -Infinity, right: sample.labels.has(tone) })).sort((a, b) => b.odd - a.odd);
    const all = ranked.filter(({ right }) => right).length, marked = ranked.filter(({ odd }) => odd >= tones.MARKED);
    let hit = 0, precise = 0;
    ranked.forEach(({ right }, n) => { if (right) precise += (hit += 1) / (n + 1); });
    return `  ${tone}: ${(precise / all).toFixed(2)} average precision, ${marked.filter(({ right }) => right).length} of ${marked.length} marks right, ${all} there`;
  });
}

/** Weights that round to nothing are left out. */
function write(asset: AssetName, model: Model): void {
  const items = [...model].map(([trait, weights]) => [trait, weights.map((weight) => Math.max(-127, Math.min(127, Math.round(weight / tones.TONE_STEP))))] as const)
    .filter(([trait, weights]) => trait === 'BIAS' || (Math.max(...weights.map(Math.abs)) >= LEAST && !/[\s|]/.test(trait))).sort(([a], [b]) => (a < b ? -1 : 1)).map(([trait, weights]) => `${trait} ${weights.join(' ')}`);
  const lines: string[] = [];
  for (let i = 0; i < items.length; i += A_LINE) lines.push(items.slice(i, i + A_LINE).join(tones.TONE_BREAK));
  const head = `# Made by tests/corpus/learn-tones.ts; not written by hand. Word, pair (_) or words with one between (__), then its weight for each tone: ${TONES.join(' ')}.\n`;
  writeFileSync(path.join(RULES, asset, 'engine-tones.yaml'), `${head}tones:\n${lines.map((line) => `  - ${JSON.stringify(line)}\n`).join('')}`);
  console.log(`${asset}: ${items.length} traits written`);
}
const LEAST = 20;
const A_LINE = 60;

const { values } = parseArgs({ options: { lang: { type: 'string' }, dry: { type: 'boolean' } } });
for (const { name, json } of await compileAssets({ lenient: true })) {
  if (values.lang !== undefined && values.lang !== name) continue;
  const samples = samplesOf(name, createLanguage(loadKnowledge(json)));
  console.log([`${name}: ${samples.length} sentences`, ...measured(samples)].join('\n'));
  if (values.dry !== true) write(name, learn(samples));
}
