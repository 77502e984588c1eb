/** The engine against the linters that agents know, on the same text, in one run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Dialect, LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import { build } from 'vite';
import { compileAssets } from '../../utils/rules/compile';
import { cpu, median } from './measure';
import type { RaceFigures } from './race';
import { reply } from './texts';

export interface EngineFigures extends RaceFigures {
  readonly harper_ms: number;
  readonly analysis_vs_harper: number;
}

const OUT = path.join(import.meta.dirname, '../../.cache/bench');

async function race(): Promise<RaceFigures> {
  const asset = (await compileAssets()).find(({ name }) => name === 'en');
  if (!asset) throw new Error('no English knowledge');
  await build({ configFile: false, logLevel: 'error', build: { ssr: path.join(import.meta.dirname, 'race.ts'), outDir: OUT, emptyOutDir: true, target: 'es2023', rollupOptions: { output: { entryFileNames: 'race.mjs' } } } });
  mkdirSync(OUT, { recursive: true });
  const knowledge = path.join(OUT, 'en.json');
  writeFileSync(knowledge, asset.json);
  return JSON.parse(execFileSync(process.execPath, [path.join(OUT, 'race.mjs'), knowledge], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })) as RaceFigures;
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
  const figures = await race();
  const harper_ms = await harperMs();
  return { ...figures, harper_ms, analysis_vs_harper: figures.analysis_ms / harper_ms };
}
