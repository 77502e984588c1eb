/** The engine against the linters that agents know, on the same text, in one run. */
import { Dialect, LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import writeGood from 'write-good';
import { analyse, createLanguage, type Language } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import { find, type Clock } from '../../utils/promises';
import { compileAssets } from '../../utils/rules/compile';
import { loadKnowledge } from '../../utils/rules';
import { cpu, median } from './measure';
import { CUSTOMER, reply } from './texts';

const CLOCK: Clock = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };

export interface EngineFigures {
  readonly analysis_vs_write_good: number;
  readonly analysis_vs_harper: number;
  readonly keystroke_vs_full: number;
  readonly analysis_ms: number;
  readonly write_good_ms: number;
  readonly harper_ms: number;
  readonly keystroke_ms: number;
  readonly full_1000_ms: number;
}

interface Engine {
  /** Promises, wording, reading, dimensions. */
  analyse(draft: string): unknown;
  /** The same and what the panel would offer to say: what one keystroke sets off. */
  everything(draft: string): unknown;
}

async function engine(): Promise<Engine> {
  const asset = (await compileAssets()).find(({ name }) => name === 'en');
  if (!asset) throw new Error('no English knowledge');
  const knowledge = loadKnowledge(asset.json);
  const language: Language = createLanguage(knowledge);
  const phrases = createPhrases(knowledge.phrases);
  const customer = { customer: CUSTOMER, customerName: 'Margaret Ellis' };
  const analysed = (draft: string) => analyse(language, { draft, ...customer, promises: find(language, draft, CLOCK) });
  return { analyse: analysed, everything: (draft) => phrases.suggest({ analysis: analysed(draft), language, draft, ...customer, lastUsed: [] }) };
}

/** Calls before anything is measured: an agent's engine has read some hundred texts by the tenth reply, and so has theirs. */
const WARM = 400;
const ROUNDS = 15;

/** The engine and write-good on the same texts, in turns; each text is new to both. */
async function againstWriteGood(ours: Engine): Promise<Pick<EngineFigures, 'analysis_ms' | 'write_good_ms' | 'analysis_vs_write_good'>> {
  for (let seed = 0; seed < WARM; seed += 1) { ours.analyse(reply(200, 900_000 + seed)); writeGood(reply(200, 900_000 + seed)); }
  const own: number[] = [], theirs: number[] = [], ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = Array.from({ length: 20 }, (_, i) => reply(200, round * 20 + i));
    const mine = await cpu((call) => ours.analyse(texts[call] ?? ''), 1, texts.length), good = await cpu((call) => writeGood(texts[call] ?? ''), 1, texts.length);
    own.push(mine);
    theirs.push(good);
    ratios.push(mine / good);
  }
  return { analysis_ms: median(own), write_good_ms: median(theirs), analysis_vs_write_good: median(ratios) };
}

/** One letter more in the middle of 1,000 words, against 1,000 words never seen. */
async function keystrokes(ours: Engine): Promise<Pick<EngineFigures, 'full_1000_ms' | 'keystroke_ms' | 'keystroke_vs_full'>> {
  const full: number[] = [], keys: number[] = [], ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = Array.from({ length: 5 }, (_, i) => reply(1000, 500_000 + round * 5 + i));
    const whole = await cpu((call) => ours.everything(texts[call] ?? ''), 1, texts.length);
    const base = reply(1000, 600_000 + round), middle = base.indexOf(' ', base.length / 2);
    ours.everything(base);
    const key = await cpu((call) => ours.everything(`${base.slice(0, middle)} ${'typing'.repeat(9).slice(0, call + 1)}${base.slice(middle)}`), 1, 20);
    full.push(whole);
    keys.push(key);
    ratios.push(key / whole);
  }
  return { full_1000_ms: median(full), keystroke_ms: median(keys), keystroke_vs_full: median(ratios) };
}

/** By itself and last: half a gigabyte of theirs in the same process would be measured with ours. */
async function harperMs(): Promise<number> {
  const harper = new LocalLinter({ binary: binaryInlined, dialect: Dialect.American });
  await harper.setup();
  for (let seed = 0; seed < 3; seed += 1) await harper.lint(reply(200, 900_000 + seed));
  const spent: number[] = [];
  for (let round = 0; round < 9; round += 1) spent.push(await cpu((call) => harper.lint(reply(200, round * 2 + call)), 1, 2));
  return median(spent);
}

export async function engineFigures(): Promise<EngineFigures> {
  const ours = await engine();
  const figures = { ...await againstWriteGood(ours), ...await keystrokes(ours) };
  const harper_ms = await harperMs();
  return { ...figures, harper_ms, analysis_vs_harper: figures.analysis_ms / harper_ms };
}
