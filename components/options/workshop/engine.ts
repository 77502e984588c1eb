import { analyse, createLanguage, loadKnowledge } from '../../../utils/language';
import type { Lang, Language } from '../../../utils/language';
import { clashesOf, mergePacks } from '../../../utils/phrases/merge';
import type { Clash } from '../../../utils/phrases/merge';
import { checkPack, packJsonSchema } from '../../../utils/phrases/pack';
import type { Pack, PackResult } from '../../../utils/phrases/pack';
import type { AssetName, Knowledge } from '../../../utils/rules';
import { NO_LAYER } from '../../../utils/rules/patterns';
import { hostFields } from './specs';
import type { FieldSpec } from './specs';

/** A mark on a pasted reply; offsets are UTF-16. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
  /** Of the pack that is written; else of what is there already. */
  readonly own: boolean;
}

export const assetOf = (lang: string): AssetName => (lang === 'en' || lang === 'pl' ? lang : 'pt');

function hostFieldsOf(schema: Record<string, unknown>): readonly FieldSpec[] {
  const { hosts } = schema['properties'] as Readonly<Record<string, { readonly items?: Parameters<typeof hostFields>[0] }>>;
  return hostFields(hosts?.items ?? {});
}

/** The coach's own engine, loaded when somebody writes a pack: the rules are tried as replies are read. */
export class Engine {
  readonly #known = new Map<AssetName, Promise<{ readonly knowledge: Knowledge; readonly languages: Map<Lang, Language> }>>();

  /** The fields of a page's description, as its schema has them. */
  get hostFields(): readonly FieldSpec[] {
    return hostFieldsOf(packJsonSchema());
  }

  constructor(private readonly json: (asset: AssetName) => Promise<string>) {}

  /** All that is wrong with the value of a pack file, or the pack. */
  async check(file: Readonly<Record<string, unknown>>, languages: readonly string[]): Promise<PackResult> {
    const known = await Promise.all([...new Set(languages.map(assetOf))].map(async (asset) => [asset, (await this.#load(asset)).knowledge.lists] as const));
    return checkPack(file, { lists: Object.fromEntries(known) });
  }

  /** Where the pack meets what is there already, of itself in an earlier version apart. */
  async clashes(pack: Pack): Promise<readonly Clash[]> {
    const found = await Promise.all([...new Set(pack.languages.map(assetOf))].map(async (asset) => {
      const { knowledge } = await this.#load(asset);
      const mine = new Set([...knowledge.entries, ...knowledge.phrases].filter(({ origin }) => origin === pack.id).map(({ id }) => id));
      return clashesOf(pack, knowledge).filter(({ other }) => !mine.has(other));
    }));
    return found.flat();
  }

  /** The marks on a reply, by the pack alone and by what is there already, in the order of the text. */
  async marks(pack: Pack, lang: Lang, draft: string): Promise<readonly Mark[]> {
    const { knowledge, languages } = await this.#load(assetOf(lang));
    const variety = lang === 'pt-PT' ? 'pt-PT' : 'pt-BR';
    const mine = new Set([...pack.rules, ...pack.glossary].map(({ id }) => id));
    let all = languages.get(lang);
    if (all === undefined) languages.set(lang, all = createLanguage(knowledge, { variety }));
    const alone = createLanguage(mergePacks({ ...knowledge, ...NO_LAYER }, [{ layer: 'own', pack }]), { variety });
    const read = (language: Language, own: boolean): Mark[] =>
      analyse(language, { draft, customer: null, customerName: null, promises: [] }).findings.filter(({ rule }) => mine.has(rule) === own).map(({ start, end, rule, message }) => ({ start, end, rule, message, own }));
    return [...read(alone, true), ...read(all, false)].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  #load(asset: AssetName) {
    let known = this.#known.get(asset);
    if (known === undefined) {
      known = this.json(asset).then((json) => ({ knowledge: loadKnowledge(json), languages: new Map() }));
      this.#known.set(asset, known);
      // Where it failed, it is asked for again the next time.
      known.catch(() => this.#known.delete(asset));
    }
    return known;
  }
}
