import type { PackDifference, PackListName, PackPreview } from '../../../utils/messages/protocol';

/** Names of entries by "list/id"; what is not in it is called by its id. */
export type Names = ReadonlyMap<string, string>;
export interface PartChange {
  readonly part: PackListName | 'other';
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}
export const LISTS = ['phrases', 'glossary', 'rules', 'cues', 'links', 'exercises', 'holidays', 'hosts'] as const satisfies readonly PackListName[];

/** What a version changes, with the names people know the entries by; lists without a change are left out. */
export function changesTold(difference: PackDifference, names: Names): readonly PartChange[] {
  const lists = LISTS.map((part): PartChange => {
    const named = (ids: readonly string[]) => ids.map((id) => names.get(`${part}/${id}`) ?? id);
    const { added, changed, removed } = difference.lists[part];
    return { part, added: named(added), changed: named(changed), removed: named(removed) };
  });
  return [...lists, { part: 'other' as const, added: [], changed: difference.other, removed: [] }]
    .filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0);
}

/** Parts that a pack may bring beside its lists, and that change how Keepword works. */
const DESK = ['workingHours', 'replyTargetHours'] as const;

/** All that a pack brings which is not there yet. @param text of a pack file that was found sound */
export function newsOf(names: Names, text: string): readonly PartChange[] {
  const file = fieldsIn(text);
  const lists = LISTS.map((part): PartChange => ({
    part, changed: [], removed: [], added: [...names].filter(([key]) => key.startsWith(`${part}/`)).map(([, name]) => name),
  }));
  return [...lists, { part: 'other' as const, changed: [], removed: [], added: DESK.filter((field) => field in file) }].filter(({ added }) => added.length > 0);
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const file: unknown = JSON.parse(text.replace(/^\ufeff/u, ''));
    return typeof file === 'object' && file !== null ? (file as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

export function isNothing({ difference, installed }: Pick<PackPreview, 'difference' | 'installed'>): boolean {
  return installed !== null && difference !== null && changesTold(difference, new Map()).length === 0;
}

/** Names of the entries of a pack file that was found sound; of an unsound one none. Ids that the file leaves out are the reader's to make: such entries go by their names. */
export function namesIn(text: string): Names {
  const names = new Map<string, string>();
  const fields = fieldsIn(text);
  for (const list of LISTS) {
    const entries = fields[list];
    if (!Array.isArray(entries)) continue;
    for (const entry of entries as readonly unknown[]) {
      const name = nameOf(entry);
      if (name !== null) names.set(`${list}/${idOf(entry) ?? name}`, name);
    }
  }
  return names;
}

const textIn = (entry: unknown, field: string): string | null => {
  if (typeof entry !== 'object' || entry === null) return null;
  const value = (entry as Readonly<Record<string, unknown>>)[field];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
};
const idOf = (entry: unknown): string | null => (typeof entry === 'string' ? entry : textIn(entry, 'id') ?? textIn(entry, 'date'));
function nameOf(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  const date = textIn(entry, 'date'), name = textIn(entry, 'name');
  if (date !== null) return name === null ? date : `${date}, ${name}`;
  return textIn(entry, 'title') ?? textIn(entry, 'term') ?? textIn(entry, 'why') ?? textIn(entry, 'goal') ?? textIn(entry, 'find') ?? name ?? idOf(entry);
}

/** The bytes of a file as a message carries them. */
export function base64Of(bytes: Uint8Array): string {
  // One call takes only so many arguments.
  const CHUNK = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
