/**
 * What teams have already → phrases: CSV (ours, and made by hand), Text Blaze JSON, Briskine CSV and JSON, Espanso YAML, Zendesk macros
 * (API JSON and CSV), plain text and HTML as copied from a mail program. Variables become ours, HTML becomes text, and what could not be
 * carried is told, entry by entry. Pure; the parsers of HTML and YAML are loaded when a file wants them.
 */
import { BOUNDS } from './pack/bounds';
import { Unreadable, textOf, valueOf } from './pack/json';
import { fold } from '../language';
import { fromCsv } from './import/csv';
import { fromEspanso } from './import/espanso';
import { fromJson } from './import/json';
import type { Read } from './import/json';
import { Notes } from './import/notes';
import type { ImportNote } from './import/notes';
import { phraseOf } from './import/phrase';
import { fromHtml, fromText, isHtml } from './import/plain';
import type { ImportFormat } from './import/types';
import type { PackLanguage, PackPhrase } from './pack/types';

export { describeNote, IMPORT_CODES } from './import/notes';
export type { ImportCode, ImportNote } from './import/notes';
export { IMPORT_FORMATS } from './import/types';
export type { ImportFormat } from './import/types';

export interface ImportOptions {
  /** The language of the phrases; a table of ours brings its own. */
  readonly lang: PackLanguage;
  /** Ids and shortcuts that are in use where the phrases will go. */
  readonly ids?: Iterable<string>;
  readonly shortcuts?: Iterable<string>;
}
export interface Imported {
  /** null: none of the formats, or it could not be read; the first note says why. */
  readonly format: ImportFormat | null;
  /** Ready for a pack: each passes its schema. They are found by search; the lead says where they are suggested. */
  readonly phrases: readonly PackPhrase[];
  readonly notes: readonly ImportNote[];
}

/**
 * @param name the file's name: an ending helps where the content leaves it open, and a text without a title is called by it
 * @param bytes UTF-8; at most `BOUNDS.bytes`
 * Never throws for what is in the file.
 */
export async function importPhrases(name: string, bytes: Uint8Array, { lang, ids = [], shortcuts = [] }: ImportOptions): Promise<Imported> {
  let read: Read | null;
  try {
    read = await readFile(name, textOf(bytes));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return failed({ at: '', title: '', code: 'unreadable', params: {}, problem: { path: '', code: error.code, params: error.params } });
  }
  if (read === null) return failed({ at: '', title: '', code: /\.[ct]sv$/i.test(name) ? 'column_missing' : 'format_unknown', params: {} });
  const parser = read.found.some(({ html }) => html) ? (await import('htmlparser2')).Parser : null;
  const taken = { ids: new Set(ids), shortcuts: new Set([...shortcuts].map(fold)) };
  const all = new Notes('', '');
  if (read.found.length > BOUNDS.phrases) all.add('too_many', { found: read.found.length, max: BOUNDS.phrases });
  const found = read.found.slice(0, BOUNDS.phrases);
  const phrases = found.flatMap((one) => phraseOf(one, lang, taken, parser) ?? []);
  if (read.found.length === 0) all.add('nothing_found');
  return { format: read.format, phrases, notes: [all, ...read.notes, ...found.map(({ notes }) => notes)].flatMap(({ list }) => list) };
}

function failed(note: ImportNote): Imported {
  return { format: null, phrases: [], notes: [note] };
}

/** By what is in it; the name decides only between a table, a text and YAML. */
async function readFile(name: string, text: string): Promise<Read | null> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (text.trim() === '') throw new Unreadable('empty');
  if (ending === 'json' || /^\s*[[{]/.test(text)) {
    if (ending === 'json' || /^\s*(?:\{\s*(?:"|\})|\[\s*[{\]])/.test(text)) return fromJson(valueOf(text));
  }
  if (ending === 'html' || ending === 'htm' || isHtml(text)) return fromHtml(text, name);
  if (ending === 'yml' || ending === 'yaml' || /^matches:\s*$/m.test(text)) return fromEspanso(await yaml(text));
  const table = ending === 'txt' || ending === 'md' ? null : fromCsv(text);
  if (table !== null) return table;
  return ending === 'csv' || ending === 'tsv' ? null : fromText(text, name);
}

/** @throws Unreadable where it is no YAML, or one that unfolds without end. */
async function yaml(text: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter(), document = parseDocument(text, { schema: 'core', merge: false, lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new Unreadable('not_yaml', { line, column: col });
  }
  try {
    return document.toJS({ maxAliasCount: 50 }) as unknown;
  } catch {
    throw new Unreadable('too_much', { max: BOUNDS.values });
  }
}
