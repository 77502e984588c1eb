/** The engine on files: JSON lines in, JSON lines out. See README.md, "The command line". */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { analyseLine, readLine } from './analyze/line';
import type { Here, Reader } from './analyze/line';
import { createLanguage } from '../utils/language';
import type { Lang } from '../utils/language';
import { readPacks } from './analyze/packs';
import { createPhrases } from '../utils/phrases';
import { deskOf, mergePacks } from '../utils/phrases/merge';
import type { InForce } from '../utils/phrases/merge';
import { loadKnowledge } from '../utils/rules';
import { compileAssets } from '../utils/rules/compile';

async function knowledge(): Promise<ReadonlyMap<string, string>> {
  return new Map((await compileAssets({ lenient: process.env['KEEPWORD_LENIENT'] === '1' })).map(({ name, json }) => [name, json]));
}

/** Languages are made ready, with the packs laid over them, when the first line wants them. */
function languages(assets: ReadonlyMap<string, string>, packs: readonly InForce[]): (lang: Lang) => Reader {
  const ready = new Map<Lang, Reader>();
  return (lang) => {
    let reader = ready.get(lang);
    if (reader === undefined) {
      const known = mergePacks(loadKnowledge(assets.get(lang.slice(0, 2)) ?? ''), packs);
      const language = createLanguage(known, lang === 'pt-BR' || lang === 'pt-PT' ? { variety: lang } : {});
      ready.set(lang, reader = { language, phrases: createPhrases(known.phrases) });
    }
    return reader;
  };
}

function answer(text: string, number: number, here: Here, readerOf: (lang: Lang) => Reader): { readonly out: Record<string, unknown>; readonly failed: boolean } {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
    const line = readLine(value, here);
    return { out: { id: line.id, ...analyseLine(line, readerOf) }, failed: false };
  } catch (error) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id ?? null : null;
    const problem = error instanceof SyntaxError ? `not JSON: ${error.message}` : error instanceof Error ? error.message : String(error);
    return { out: { id, error: `line ${number}: ${problem}` }, failed: true };
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { pack: { type: 'string', multiple: true } } });
  const assets = await knowledge();
  const packs = await readPacks(values.pack ?? [], assets);
  const readerOf = languages(assets, packs);
  const { workingHours, holidays } = deskOf(packs);
  const here: Here = { now: Temporal.Now.instant().toString(), zone: Temporal.Now.timeZoneId(), hours: workingHours?.value ?? null, holidays: holidays.map(({ value }) => value.date) };
  let number = 0, failed = false;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const result = answer(text, number, here, readerOf);
    failed ||= result.failed;
    if (!process.stdout.write(`${JSON.stringify(result.out)}\n`)) await once(process.stdout, 'drain');
  }
  return failed ? 1 : 0;
}

// Whoever reads us may stop reading ("| head"): that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? 0 : 1); });
main().then((status) => { process.exitCode = status; }, (error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
