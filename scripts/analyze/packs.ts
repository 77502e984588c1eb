/** `--pack`: the files named on the command line, read as the extension reads them; one fault and nothing is analysed. */
import { readFile } from 'node:fs/promises';
import { loadKnowledge } from '../../utils/rules';
import type { Knowledge } from '../../utils/rules';
import type { InForce } from '../../utils/phrases/merge';
import { describePackError, readPack } from '../../utils/phrases/pack';

/** Later packs win over earlier ones. Throws an Error that names every file and place at fault. */
export async function readPacks(files: readonly string[], assets: ReadonlyMap<string, string>): Promise<readonly InForce[]> {
  if (files.length === 0) return [];
  const lists: Record<string, Knowledge['lists']> = Object.fromEntries([...assets].map(([name, json]) => [name, loadKnowledge(json).lists]));
  const faults: string[] = [], packs: InForce[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? 'there is no such file' : error.message));
    if (typeof bytes === 'string') {
      faults.push(`${file}: ${bytes}`);
      continue;
    }
    const result = readPack(bytes, { lists });
    if (!result.ok) faults.push(...result.errors.map((error) => `${file}: ${describePackError(error)}`));
    else if (packs.some(({ pack }) => pack.id === result.pack.id)) faults.push(`${file}: a pack called "${result.pack.id}" is given already`);
    else packs.push({ layer: 'team', pack: result.pack });
  }
  if (faults.length > 0) throw new Error(`${faults.join('\n')}; nothing was analysed.`);
  return packs;
}
