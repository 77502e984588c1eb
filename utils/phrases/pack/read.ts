/** Bytes or a value → a pack, or everything that is wrong with it. A pack is whole or it is none. */
import { BOUNDS } from './bounds';
import { checkEntries } from './check';
import { Errors } from './errors';
import type { PackError } from './errors';
import { whole } from './whole';
import { addIssues } from './issues';
import { Unreadable, textOf, valueOf, within } from './json';
import { provePack } from './prove';
import type { KnownLists } from './prove';
import { ENTRY_SCHEMAS, LIST_NAMES, headSchema } from './schema';
import type { Entry, Head, ListName } from './schema';
import { PACK_FORMAT } from './types';
import type { Pack } from './types';

export type PackResult =
  | { readonly ok: true; readonly pack: Pack }
  /** At most `BOUNDS.errors`; never empty. */
  | { readonly ok: false; readonly errors: readonly PackError[] };

export interface ReadOptions {
  /**
   * The word lists of the built-in knowledge, by language asset: with them the examples of rules are cut into sentences exactly as
   * replies are (abbreviations, closings). Without, by the general rules alone.
   */
  readonly lists?: KnownLists;
}

/** Parts of a file, each checked by itself. */
export interface Parts {
  readonly head: Head;
  readonly lists: { readonly [N in ListName]: readonly Entry<N>[] };
}

/** The bytes of a `*.keepword.json`. Never throws; the errors name every place, in the order of the file's fields. */
export function readPack(bytes: Uint8Array, options: ReadOptions = {}): PackResult {
  return guarded(() => valueOf(textOf(bytes)), options);
}

/** The same for text that somebody pasted. */
export function readPackText(text: string, options: ReadOptions = {}): PackResult {
  return guarded(() => {
    // A code unit is at least one byte of UTF-8.
    if (text.length > BOUNDS.bytes) throw new Unreadable('file_large', { found: text.length, max: BOUNDS.bytes });
    return valueOf(text.replace(/^\ufeff/, ''));
  }, options);
}

/** The same for a value that is JSON already (managed storage, the workshop). */
export function checkPack(value: unknown, options: ReadOptions = {}): PackResult {
  return guarded(() => {
    within(value);
    return value;
  }, options);
}

function guarded(value: () => unknown, options: ReadOptions): PackResult {
  const errors = new Errors();
  try {
    const parts = divide(value(), errors);
    if (parts !== null) {
      const pack = whole(parts, errors);
      checkEntries(pack, errors);
      if (!errors.full) provePack(pack, options.lists ?? {}, errors);
      if (errors.list.length === 0) return { ok: true, pack };
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    errors.add([], error.code, error.params);
  }
  return { ok: false, errors: errors.list };
}

/** Each part checked by its schema; null where it is no pack at all, or what holds for all entries (its languages) can't be told. */
function divide(value: unknown, errors: Errors): Parts | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('keepword' in value)) {
    errors.add([], 'not_pack', { known: PACK_FORMAT });
    return null;
  }
  if (typeof value.keepword === 'number' && Number.isInteger(value.keepword) && value.keepword > PACK_FORMAT) {
    errors.add(['keepword'], 'format_newer', { found: value.keepword, known: PACK_FORMAT });
    return null;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const names: ReadonlySet<string> = new Set(LIST_NAMES);
  const head = headSchema.safeParse(Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name))), { reportInput: true });
  if (!head.success) addIssues(errors, [], head.error.issues);
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, listOf(name, fields[name], errors)])) as unknown as Parts['lists'];
  return head.success ? { head: head.data, lists } : null;
}

function listOf(name: ListName, value: unknown, errors: Errors): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    errors.add([name], 'wrong_type', { found: value === null ? 'null' : typeof value, expected: 'array' });
    return [];
  }
  if (value.length > BOUNDS[name]) {
    errors.add([name], 'too_many', { found: value.length, max: BOUNDS[name] });
    return [];
  }
  const entries: unknown[] = [];
  const before = errors.list.length;
  for (const [i, item] of value.entries()) {
    // Enough is enough: with so many errors told, the rest is not even looked at.
    if (errors.full) break;
    const result = ENTRY_SCHEMAS[name].safeParse(item, { reportInput: true });
    if (result.success) entries.push(result.data);
    else addIssues(errors, [name, i], result.error.issues);
  }
  // A list with a fault is not looked at further: with an entry missing, the places of the others would be told wrong.
  return errors.list.length > before ? [] : entries;
}
