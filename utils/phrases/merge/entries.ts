/** What there is, for people: every entry of the packs with its origin, and where a pack meets what is there already. */
import { createLanguage, fold } from '../../language';
import type { Knowledge } from '../../rules';
import { inOrder } from '../merge';
import type { InForce, Off } from '../merge';
import { assetOf } from '../pack/layer';
import type { Pack, PackLanguage } from '../pack/types';

export const ENTRY_LISTS = ['phrases', 'glossary', 'rules', 'cues', 'links', 'exercises'] as const;
export interface ListedEntry {
  readonly list: (typeof ENTRY_LISTS)[number];
  readonly id: string;
  readonly lang: PackLanguage;
  /** What people know it by: title, term, why, the first pattern, goal. */
  readonly label: string;
  /** Id of its pack. */
  readonly origin: string;
  readonly layer: InForce['layer'];
  /** It, or its pack, is switched off. */
  readonly off: boolean;
  /** The id of a later pack that has an entry of the same id in the same language; null: it is in force (if not off). */
  readonly replacedBy: string | null;
}

/** Every entry of every pack, packs in the order in which they are laid over one another. */
export function entriesOf(packs: readonly InForce[], off: Off = new Set()): ListedEntry[] {
  const ordered = inOrder(packs, new Set());
  const last = new Map<string, string>();
  const key = (lang: PackLanguage, id: string): string => `${assetOf(lang)} ${id}`;
  const isOff = (pack: Pack, id: string): boolean => off.has(pack.id) || off.has(`${pack.id}/${id}`);
  for (const { pack } of ordered) for (const list of ENTRY_LISTS) for (const { id, lang } of pack[list]) if (!isOff(pack, id)) last.set(key(lang, id), pack.id);
  return ordered.flatMap(({ layer, pack }) => ENTRY_LISTS.flatMap((list) => pack[list].map((entry): ListedEntry => {
    const winner = last.get(key(entry.lang, entry.id)) ?? pack.id, isGone = isOff(pack, entry.id);
    return { list, id: entry.id, lang: entry.lang, label: labelOf(entry), origin: pack.id, layer, off: isGone, replacedBy: isGone || winner === pack.id ? null : winner };
  })));
}
function labelOf(entry: Pack[(typeof ENTRY_LISTS)[number]][number]): string {
  if ('title' in entry) return entry.title;
  if ('term' in entry) return entry.term;
  if ('why' in entry) return entry.why;
  return 'goal' in entry ? entry.goal : entry.find[0] ?? entry.id;
}

export interface Clash {
  /**
   * replaces: the same id. shortcut: the same shortcut. marked: a sentence the pack's rule flags is marked there already by `other`.
   * passes: a sentence that the pack's rule passes is marked by `other`.
   */
  readonly kind: 'replaces' | 'shortcut' | 'marked' | 'passes';
  /** Id of the pack's entry. */
  readonly id: string;
  /** Id of what it meets. */
  readonly other: string;
  /** The shortcut, or the sentence. */
  readonly text: string;
}

/** Where a pack meets one language as it is without it (built in, or with other packs laid over). No fault; for the lead to know. */
export function clashesOf(pack: Pack, base: Knowledge): Clash[] {
  const here = <T extends { readonly lang: PackLanguage }>(list: readonly T[]): T[] => list.filter(({ lang }) => assetOf(lang) === base.name);
  const clashes: Clash[] = [];
  const known = new Set([...base.entries, ...base.phrases].map(({ id }) => id));
  const shortcuts = new Map(base.phrases.flatMap(({ id, shortcut }) => (shortcut === null ? [] : [[fold(shortcut), id]])));
  for (const list of ENTRY_LISTS) for (const { id } of here<{ readonly id: string; readonly lang: PackLanguage }>(pack[list])) if (known.has(id)) clashes.push({ kind: 'replaces', id, other: id, text: '' });
  for (const { id, shortcut } of [...here(pack.phrases), ...here(pack.links)]) {
    const other = shortcut === null ? undefined : shortcuts.get(fold(shortcut));
    if (shortcut !== null && other !== undefined && other !== id) clashes.push({ kind: 'shortcut', id, other, text: shortcut });
  }
  const languages = new Map([[false, createLanguage(base)], [true, createLanguage(base, { variety: 'pt-PT' })]]);
  for (const rule of here(pack.rules)) {
    const language = languages.get(rule.lang === 'pt-PT');
    if (language === undefined) continue;
    const marks = (text: string): readonly string[] => language.parse(text).hits('wording').map((hit) => hit.entry.id);
    for (const [kind, sentences] of [['marked', rule.flags], ['passes', rule.passes]] as const) {
      for (const sentence of sentences) {
        const text = sentence.replace(/[<>]/g, '');
        for (const other of new Set(marks(text))) if (other !== rule.id) clashes.push({ kind, id: rule.id, other, text });
      }
    }
  }
  return clashes;
}
