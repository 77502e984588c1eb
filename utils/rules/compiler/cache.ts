/**
 * Compiled assets kept between runs, in `node_modules/.cache/keepword`: compiling takes seconds, reading back milliseconds.
 * A file is named by a hash of everything its content depends on, so nothing in it can be out of date; where the folder
 * cannot be read or written, everything is compiled as if there were none.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMAT } from '../asset';
import { HOMES, rulesRoot, yamlFiles } from './source';
import type { AssetName } from '../types';

/** One asset as compiled: its JSON, and every fault told in one line each. */
export interface Compiled {
  readonly json: string;
  readonly faults: readonly string[];
}

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = join(PROJECT, 'node_modules/.cache/keepword');

/** The compiler's own sources and the versions of what it calls. */
async function compilerFiles(): Promise<string[]> {
  const rules = rulesRoot();
  const scripts = async (folder: string): Promise<string[]> => (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort().map((file) => join(folder, file));
  return [...await scripts(rules), ...await scripts(join(rules, 'compiler')), join(PROJECT, 'package.json')];
}

/** Names and contents, with lengths, so that no two sets of files read alike. */
async function hashOf(files: readonly (readonly [name: string, path: string])[]): Promise<string> {
  // The format as this process knows it: its sources may have been edited since it read them.
  const hash = createHash('sha256').update(String(FORMAT));
  const contents = await Promise.all(files.map(([, path]) => readFile(path)));
  contents.forEach((content, i) => hash.update(`${files[i]?.[0] ?? ''}\n${content.length}\n`).update(content));
  return hash.digest('hex').slice(0, 40);
}

async function keyOf(name: AssetName, root: string): Promise<string> {
  const yaml = (await Promise.all(HOMES[name].map((home) => yamlFiles(root, home)))).flat();
  const own = await compilerFiles();
  return hashOf([...own.map((path) => [path.slice(PROJECT.length), path] as const), ...yaml.map((file) => [file, join(root, file)] as const)]);
}

/** `compile()` for this state of the files, or what it gave before. Faults of the cache are silent: it is a convenience. */
export async function remembered(name: AssetName, root: string, compile: () => Promise<Compiled>, folder = FOLDER): Promise<Compiled> {
  const path = await keyOf(name, root).then((key) => join(folder, `${name}-${key}.json`), () => null);
  if (path === null) return compile();
  const kept = await readFile(path, 'utf8').then(parseKept, () => null);
  if (kept !== null) return kept;
  const made = await compile();
  // A file that was edited meanwhile must not be kept under the name of what it said before.
  if (path.includes(await keyOf(name, root).catch(() => ' '))) await keep(name, folder, path, made).catch(() => undefined);
  return made;
}

/** First line: the faults. Then the asset as it is, which is not parsed here. */
function parseKept(text: string): Compiled | null {
  const end = text.indexOf('\n');
  if (end < 0) return null;
  try {
    return { faults: JSON.parse(text.slice(0, end)) as string[], json: text.slice(end + 1) };
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that nobody reads half a file; older states of the language go. */
async function keep(name: AssetName, folder: string, path: string, { json, faults }: Compiled): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, `${JSON.stringify(faults)}\n${json}`);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const old = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.json') && join(folder, file) !== path);
  await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
}
