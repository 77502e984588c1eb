/**
 * The build-time door: YAML → assets. Used by wxt.config.ts, tests and scripts (Node: it reads files).
 * What a rule looks like stands in README.md.
 */
import { assemble } from './compiler/assemble';
import { remembered } from './compiler/cache';
import { catalogueOf, catalogueText } from './compiler/catalogue';
import { describe, readLanguage, rulesRoot } from './compiler/source';
import { saveKnowledge } from './asset';
import type { LanguageSource, RuleError, Source } from './compiler/source';
import type { AssetName, Knowledge } from './types';

export { assemble } from './compiler/assemble';
export { catalogueOf, catalogueText } from './compiler/catalogue';
export { describe, readLanguage, rulesRoot } from './compiler/source';
export { GraphBuilder } from './compiler/graph';
export { PatternError, parsePattern } from './compiler/pattern';
export { saveKnowledge } from './asset';
export type { RuleEntry } from './schema';
export type { LanguageSource, RuleError, Source };

export const ASSETS: readonly AssetName[] = ['en', 'pt', 'pl'];

/** One language with everything that is wrong with it; what is right is in `knowledge`. For tests, which report entry by entry. */
export async function compileLenient(name: AssetName, root?: string): Promise<{ source: LanguageSource; knowledge: Knowledge; errors: readonly RuleError[] }> {
  const source = await readLanguage(name, root);
  return { source, ...assemble(source) };
}

/**
 * All languages as JSON assets, for the build. Throws one error naming every fault (file, entry, field).
 * `lenient`: faulty entries are left out instead; for work on the rules, never for a release.
 * What was compiled from the very same files before is read back (`compiler/cache`).
 */
export async function compileAssets(options: { readonly lenient?: boolean; readonly root?: string } = {}): Promise<{ name: AssetName; json: string }[]> {
  const assets: { name: AssetName; json: string }[] = [];
  const faults: string[] = [];
  for (const name of ASSETS) {
    const compiled = await remembered(name, options.root ?? rulesRoot(), async () => {
      const { knowledge, errors } = await compileLenient(name, options.root);
      return { json: saveKnowledge(knowledge), faults: errors.map(describe) };
    });
    faults.push(...compiled.faults);
    assets.push({ name, json: compiled.json });
  }
  if (faults.length > 0 && options.lenient !== true) throw new Error(`The language knowledge has ${faults.length} fault(s):\n${faults.join('\n')}`);
  return assets;
}

/** The catalogue of every language, as JSON for the options page and as Markdown. What is at fault in the knowledge is left to `compileAssets`. */
export async function compileCatalogue(root?: string): Promise<{ name: AssetName; json: string; text: string }[]> {
  return Promise.all(ASSETS.map(async (name) => {
    const rules = catalogueOf(await readLanguage(name, root));
    return { name, json: JSON.stringify(rules), text: catalogueText(name, rules) };
  }));
}
