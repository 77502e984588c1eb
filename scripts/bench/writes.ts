/** Runs `writing.ts` in a page of the extension. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Written } from './writing';

const OUT = path.join(import.meta.dirname, '../../.cache/bench/writing');

/** Medians of `rounds` writes, and one restore of a file of `file` promises, with the copy and without it. */
export async function writes(page: Page, rounds: number, file: number): Promise<{ readonly alone: Written; readonly copied: Written }> {
  await build({ configFile: false, publicDir: false, logLevel: 'error', build: { lib: { entry: path.join(import.meta.dirname, 'writing.ts'), formats: ['iife'], name: 'bench', fileName: () => 'writing.js' }, outDir: OUT, emptyOutDir: true, target: 'es2023' } });
  await page.evaluate(readFileSync(path.join(OUT, 'writing.js'), 'utf8'));
  const ask = JSON.stringify({ rounds, file, name: 'bench' });
  return page.evaluate(`writing(${ask})`) as Promise<{ alone: Written; copied: Written }>;
}
