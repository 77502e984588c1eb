/** A language of a few entries, for tests that are about the engine and not about what it knows. */
import { createLanguage } from '../../utils/language';
import type { Language, LanguageOptions } from '../../utils/language';
import { loadKnowledge } from '../../utils/rules';
import type { AssetName } from '../../utils/rules';
import { assemble, describe, readLanguage, saveKnowledge } from '../../utils/rules/compile';
import type { RuleEntry, Source } from '../../utils/rules/compile';

const OTHER_KINDS = ['emotion', 'stake', 'ask', 'check', 'commit', 'clause', 'situation'] as const;
const SETS = new Map([['en', new Map([['be', ['am', 'are', 'is', 'was', 'were']]])]]);
const engine = new Map<AssetName, Readonly<Record<string, readonly string[]>>>();
for (const name of ['en', 'pt', 'pl'] as const) {
  const lists = Object.fromEntries(Object.entries((await readLanguage(name)).lists).filter(([list]) => list !== 'leanings' && list !== 'tones'));
  engine.set(name, lists);
}

export interface Tiny {
  readonly name?: AssetName;
  readonly options?: LanguageOptions;
  /** The lists of the real language: abbreviations, closings, …; without what was learnt from sentences, so that what is tried is the entries. */
  readonly lists?: boolean;
  /** Further lists. */
  readonly more?: Readonly<Record<string, readonly string[]>>;
}

/** A language that knows exactly these entries. Throws where a pattern is at fault. It goes through the asset's JSON, as in the extension. */
export function tiny(entries: readonly Partial<RuleEntry>[], { name = 'en', options = {}, lists = true, more = {} }: Tiny = {}): Language {
  const sources = entries.map((entry, i): Source<RuleEntry> => ({
    file: 'tiny.yaml', home: name, folder: 'wording', only: null,
    entry: { id: `tiny.${i}`, ...(OTHER_KINDS.some((kind) => kind in entry) ? {} : { category: 'robotic', why: 'Because.' }), flags: ['<a>'], passes: ['b'], ...entry } as RuleEntry,
  }));
  const { knowledge, errors } = assemble({ name, entries: sources, phrases: [], sets: SETS, lists: { ...(lists ? engine.get(name) : {}), ...more }, names: {}, errors: [] });
  if (errors.length > 0) throw new Error(errors.map(describe).join('\n'));
  return createLanguage(loadKnowledge(saveKnowledge(knowledge)), options);
}

/** What a rule with these patterns marks. */
export function spansOf(find: readonly string[], text: string): string[] {
  return tiny([{ find: [...find] }]).parse(text).hits('wording').map((hit) => text.slice(hit.start, hit.end));
}
