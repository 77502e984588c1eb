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

export async function engineFigures(): Promise<EngineFigures> {
  const asset = (await compileAssets()).find(({ name }) => name === 'en');
  if (!asset) throw new Error('no English knowledge');
  const knowledge = loadKnowledge(asset.json);
  const language: Language = createLanguage(knowledge);
  const phrases = createPhrases(knowledge.phrases);
  const whole = (draft: string): unknown => {
    const promises = find(language, draft, CLOCK);
    const analysis = analyse(language, { draft, customer: CUSTOMER, customerName: 'Margaret Ellis', promises });
    return phrases.suggest({ analysis, language, draft, customer: CUSTOMER, customerName: 'Margaret Ellis', lastUsed: [] });
  };
  const harper = new LocalLinter({ binary: binaryInlined, dialect: Dialect.American });
  await harper.setup();
  const other = (text: string) => harper.lint(text);

  // Warm-up: the compilers of the engine, not the texts.
  for (let seed = 0; seed < 60; seed += 1) { whole(reply(200, 900_000 + seed)); writeGood(reply(200, 900_000 + seed)); }
  for (let seed = 0; seed < 3; seed += 1) await other(reply(200, 900_000 + seed));

  const ours: number[] = [], theirs: number[] = [], harpers: number[] = [];
  let seed = 0;
  for (let round = 0; round < 9; round += 1) {
    ours.push(await cpu(() => whole(reply(200, (seed += 1))), 1, 20));
    theirs.push(await cpu(() => writeGood(reply(200, (seed += 1))), 1, 20));
    harpers.push(await cpu(() => other(reply(200, (seed += 1))), 1, 2));
  }

  const full: number[] = [], keys: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    full.push(await cpu(() => whole(reply(1000, (seed += 1))), 1, 5));
    const base = reply(1000, (seed += 1));
    whole(base);
    const middle = base.indexOf(' ', base.length / 2);
    keys.push(await cpu((call) => whole(`${base.slice(0, middle)} ${'typing'.repeat(9).slice(0, call + 1)}${base.slice(middle)}`), 1, 20));
  }
  const [analysis_ms, write_good_ms, harper_ms, full_1000_ms, keystroke_ms] = [median(ours), median(theirs), median(harpers), median(full), median(keys)];
  return {
    analysis_ms, write_good_ms, harper_ms, full_1000_ms, keystroke_ms,
    analysis_vs_write_good: analysis_ms / write_good_ms, analysis_vs_harper: analysis_ms / harper_ms, keystroke_vs_full: keystroke_ms / full_1000_ms,
  };
}
