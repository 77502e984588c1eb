/**
 * The engine and write-good on the same texts, in turns. Bundled by the builder that builds the extension, and run in a process of its
 * own: what is measured is built like what is shipped, with nobody else's memory to tidy. Argument: the English asset. Prints JSON.
 */
import 'temporal-polyfill/global';
import { readFileSync } from 'node:fs';
import writeGood from 'write-good';
import { analyse, createLanguage } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import { find, type Clock } from '../../utils/promises';
import { loadKnowledge } from '../../utils/rules';
import { cpu, median } from './measure';
import { CUSTOMER, reply } from './texts';

const CLOCK: Clock = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };

export interface RaceFigures {
  readonly analysis_ms: number;
  readonly write_good_ms: number;
  readonly analysis_vs_write_good: number;
  readonly full_1000_ms: number;
  readonly keystroke_ms: number;
  readonly keystroke_vs_full: number;
}

interface Engine {
  /** Promises, wording, reading, dimensions. */
  analyse(draft: string): unknown;
  /** The same and what the panel would offer to say: what one keystroke sets off. */
  everything(draft: string): unknown;
}

function engine(json: string): Engine {
  const knowledge = loadKnowledge(json);
  const language = createLanguage(knowledge);
  const phrases = createPhrases(knowledge.phrases);
  const customer = { customer: CUSTOMER, customerName: 'Margaret Ellis' };
  const analysed = (draft: string) => analyse(language, { draft, ...customer, promises: find(language, draft, CLOCK) });
  return { analyse: analysed, everything: (draft) => phrases.suggest({ analysis: analysed(draft), language, draft, ...customer, lastUsed: [] }) };
}

/**
 * Texts read before anything is measured, by both alike: an agent's engine reads one at each keystroke, so it has read so many by the
 * second reply. Before that the compiler's own work is measured with it.
 */
const WARM = 2_500;
const ROUNDS = 25;

/** Each text is new to both. */
async function againstWriteGood(ours: Engine): Promise<Pick<RaceFigures, 'analysis_ms' | 'write_good_ms' | 'analysis_vs_write_good'>> {
  for (let seed = 0; seed < WARM; seed += 1) { ours.analyse(reply(200, 900_000 + seed)); writeGood(reply(200, 900_000 + seed)); }
  const own: number[] = [], theirs: number[] = [], ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = Array.from({ length: 40 }, (_, i) => reply(200, round * 40 + i));
    const mine = await cpu((call) => ours.analyse(texts[call] ?? ''), 1, texts.length), good = await cpu((call) => writeGood(texts[call] ?? ''), 1, texts.length);
    own.push(mine);
    theirs.push(good);
    ratios.push(mine / good);
  }
  return { analysis_ms: median(own), write_good_ms: median(theirs), analysis_vs_write_good: median(ratios) };
}

/** One letter more in the middle of 1,000 words, against 1,000 words never seen. */
async function keystrokes(ours: Engine): Promise<Pick<RaceFigures, 'full_1000_ms' | 'keystroke_ms' | 'keystroke_vs_full'>> {
  const full: number[] = [], keys: number[] = [], ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = Array.from({ length: 10 }, (_, i) => reply(1000, 500_000 + round * 10 + i));
    const whole = await cpu((call) => ours.everything(texts[call] ?? ''), 1, texts.length);
    const base = reply(1000, 600_000 + round), middle = base.indexOf(' ', base.length / 2);
    ours.everything(base);
    const key = await cpu((call) => ours.everything(`${base.slice(0, middle)} ${'typing'.repeat(9).slice(0, call + 1)}${base.slice(middle)}`), 1, 40);
    full.push(whole);
    keys.push(key);
    ratios.push(key / whole);
  }
  return { full_1000_ms: median(full), keystroke_ms: median(keys), keystroke_vs_full: median(ratios) };
}

const ours = engine(readFileSync(process.argv[2] ?? '', 'utf8'));
const figures: RaceFigures = { ...await againstWriteGood(ours), ...await keystrokes(ours) };
console.log(JSON.stringify(figures));
