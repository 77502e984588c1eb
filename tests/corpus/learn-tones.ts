/**
 * Learns how a sentence of an agent sounds, from labelled sentences: tests/corpus/<lang>/tones*.txt ("label<TAB>sentence", several labels
 * by commas, "ok" for none), the examples that the wording rules flag and pass, and the halves of the blind sets that may be read. Prints
 * how well each tone is told on sentences left out (a third at a time), and writes utils/rules/<language>/engine-tones.yaml.
 *   node --import tsx tests/corpus/learn-tones.ts [--lang en|pt|pl] [--dry]
 * One log-linear model a tone (logistic), stochastic gradients with steps by AdaGrad, L2; the same run gives the same weights. Stems of
 * five letters, pairs and pairs with one between heard as well as whole words, letters and threes together, on sentences left out; a trait
 * seen less than four times, or of a small weight, costs bytes and changes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { createLanguage, tones } from '../../utils/language';
import type { Language } from '../../utils/language';
import { loadKnowledge } from '../../utils/rules';
import type { AssetName } from '../../utils/rules';
import { compileAssets } from '../../utils/rules/compile';
import { blindCases, blindLines, cleanLines, SETS } from './cases';
import { labelled, Model, RULES, VARIETIES } from './learning';

const { TONES } = tones;
const FILES = ['tones.txt', 'tones-more.txt', 'tones-replies.txt'];

interface Sample {
  readonly traits: readonly string[];
  readonly labels: ReadonlySet<string>;
  readonly weight: number;
  /** A sentence as agents write it, not an example of a rule: only by these the learner is measured. */
  readonly real: boolean;
}

const EPOCHS = 15;
/** An example of a rule is short and shows one thing. */
const EXAMPLE_COUNTS = 0.7;
/** `seenIn`: a trait of few sentences teaches those sentences. */
const LEARNING = { seenIn: 4, rate: 0.3, l2: 0.0008 };
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
    for (const { label, text } of FILES.flatMap((name) => labelled(lang, name))) add(text, label.split(',').map((one) => one.trim()).filter((one) => one !== 'ok'), true);
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
function oddsOf({ weights }: Model, traits: readonly string[]): number[] {
  const known = traits.flatMap((trait) => { const own = weights.get(trait); return own ? [own] : []; });
  return TONES.map((_, k) => known.reduce((sum, own) => sum + (own[k] ?? 0), 0) / Math.sqrt(known.length));
}

function learn(samples: readonly Sample[]): Model {
  const model = new Model(samples, TONES.length, LEARNING);
  const order = samples.map((_, n) => n);
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let n = order.length - 1; n > 0; n -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = seed % (n + 1), one = order[n] ?? 0;
      order[n] = order[other] ?? 0;
      order[other] = one;
    }
    for (const n of order) { const sample = samples[n]; if (sample) step(model, sample); }
  }
  return model;
}
function step(model: Model, { traits, labels, weight }: Sample): void {
  const odds = oddsOf(model, traits), known = traits.filter((trait) => model.weights.has(trait)), scale = Math.sqrt(known.length);
  model.step(known, TONES.map((tone, k) => ((1 / (1 + Math.exp(-(odds[k] ?? 0)))) - (labels.has(tone) ? 1 : 0)) * weight / scale));
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

const ABOUT = `Made by tests/corpus/learn-tones.ts; not written by hand. Word, pair (_) or words with one between (__), then its weight for each tone: ${TONES.join(' ')}.`;
const WRITTEN = { unit: tones.TONE_STEP, least: 20, aLine: 60 };

const { values } = parseArgs({ options: { lang: { type: 'string' }, dry: { type: 'boolean' } } });
for (const { name, json } of await compileAssets({ lenient: true })) {
  if (values.lang !== undefined && values.lang !== name) continue;
  const samples = samplesOf(name, createLanguage(loadKnowledge(json)));
  console.log([`${name}: ${samples.length} sentences`, ...measured(samples)].join('\n'));
  if (values.dry !== true) learn(samples).write(name, 'tones', ABOUT, WRITTEN);
}
