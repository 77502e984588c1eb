/** Reads the YAML of one language from disk: every fault is collected with its file, entry and field; the rest goes on. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { FOLDERS, engineSchema, namesSchema, setsSchema } from '../schema';
import type { Folder, PhraseEntry, RuleEntry } from '../schema';
import type { AssetName, KnownName, Variety } from '../types';

/** One fault in the knowledge. */
export interface RuleError {
  readonly file: string;
  readonly entry: string;
  readonly field: string;
  readonly problem: string;
}
/** An entry with where it stands. */
export interface Source<T> {
  readonly file: string;
  /** The language folder: en, pt, pt-BR, pt-PT, pl. */
  readonly home: string;
  readonly folder: Folder;
  readonly only: Variety | null;
  readonly entry: T;
}
/** Everything the folders of one asset say. */
export interface LanguageSource {
  readonly name: AssetName;
  readonly entries: readonly Source<RuleEntry>[];
  readonly phrases: readonly Source<PhraseEntry>[];
  /** By language folder: the sets it defines. */
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, KnownName>>;
  readonly errors: readonly RuleError[];
}

/** Which folders make an asset; later ones may use the sets of the first. */
export const HOMES: Readonly<Record<AssetName, readonly string[]>> = { en: ['en'], pt: ['pt', 'pt-BR', 'pt-PT'], pl: ['pl'] };
/** Where the YAML stands in the repository. */
export function rulesRoot(): string {
  return fileURLToPath(new URL('..', import.meta.url));
}

interface Collected {
  entries: Source<RuleEntry>[];
  phrases: Source<PhraseEntry>[];
  sets: Map<string, Map<string, readonly string[]>>;
  lists: Record<string, readonly string[]>;
  names: Record<string, KnownName>;
  errors: RuleError[];
}
interface Issue { readonly path: readonly PropertyKey[]; readonly message: string }

/** Reads the folders of one asset. Missing folders are empty ones. */
export async function readLanguage(name: AssetName, root = rulesRoot()): Promise<LanguageSource> {
  const into: Collected = { entries: [], phrases: [], sets: new Map(), lists: {}, names: {}, errors: [] };
  for (const home of HOMES[name]) {
    for (const file of await yamlFiles(root, home)) {
      const text = await readFile(join(root, file), 'utf8');
      try {
        take(into, home, file, parse(text));
      } catch (error) {
        into.errors.push({ file, entry: '', field: '', problem: `not YAML: ${error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)}` });
      }
    }
  }
  const seen = new Map<string, string>();
  for (const { entry, file } of [...into.entries, ...into.phrases]) {
    const other = seen.get(entry.id);
    if (other !== undefined) into.errors.push({ file, entry: entry.id, field: 'id', problem: `the id is taken in ${other}` });
    seen.set(entry.id, file);
  }
  return { name, ...into };
}

/** The YAML files of one language folder, relative to `root`, in a fixed order. */
export async function yamlFiles(root: string, home: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (at: string): Promise<void> => {
    const list = await readdir(join(root, at), { withFileTypes: true }).catch(() => []);
    for (const item of list.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (item.isDirectory()) await walk(`${at}/${item.name}`);
      else if (/\.ya?ml$/.test(item.name)) found.push(`${at}/${item.name}`);
    }
  };
  await walk(home);
  return found;
}

function take(into: Collected, home: string, file: string, content: unknown): void {
  if (content === null || content === undefined) return;
  const parts = file.split('/');
  const folder = parts[1] ?? '';
  if (parts.length === 2) takeLists(into, home, file, content);
  else if (!(folder in FOLDERS)) into.errors.push({ file, entry: '', field: '', problem: `no folder is called ${folder}/; there are ${Object.keys(FOLDERS).join(', ')}` });
  else if (!Array.isArray(content)) into.errors.push({ file, entry: '', field: '', problem: 'a file is a list of entries' });
  else content.forEach((item: unknown, index) => takeEntry(into, home, file, folder as Folder, item, index));
}

function takeEntry(into: Collected, home: string, file: string, folder: Folder, item: unknown, index: number): void {
  const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : `number ${index + 1}`;
  const result = FOLDERS[folder].safeParse(item);
  if (!result.success) {
    report(into, file, id, result.error.issues);
    return;
  }
  const implied: Variety | null = home === 'pt-BR' || home === 'pt-PT' ? home : null;
  const entry = result.data;
  const only = entry.only ?? implied;
  if (folder === 'phrases') into.phrases.push({ file, home, folder, only, entry: entry as PhraseEntry });
  else into.entries.push({ file, home, folder, only, entry: entry as RuleEntry });
}

/** The files beside the folders: sets*.yaml, engine.yaml, names.yaml. */
function takeLists(into: Collected, home: string, file: string, content: unknown): void {
  const name = file.split('/')[1] ?? '';
  if (name.startsWith('sets')) {
    const result = setsSchema.safeParse(content);
    if (!result.success) return report(into, file, '', result.error.issues);
    const sets = into.sets.get(home) ?? new Map<string, readonly string[]>();
    for (const [key, members] of Object.entries(result.data)) {
      if (sets.has(key)) into.errors.push({ file, entry: key, field: '', problem: 'the set is defined twice' });
      sets.set(key, members);
    }
    into.sets.set(home, sets);
  } else if (name.startsWith('names')) {
    const result = namesSchema.safeParse(content);
    if (!result.success) return report(into, file, '', result.error.issues);
    Object.assign(into.names, result.data);
  } else if (name.startsWith('engine')) {
    const result = engineSchema.safeParse(content);
    if (!result.success) return report(into, file, '', result.error.issues);
    for (const [key, value] of Object.entries(result.data)) {
      into.lists[key] = (typeof value === 'string' ? value.split(/\s+/) : value.map(String)).filter((word) => word !== '');
    }
  } else {
    into.errors.push({ file, entry: '', field: '', problem: 'beside the folders stand sets*.yaml, engine*.yaml and names*.yaml only' });
  }
}

function report(into: Collected, file: string, entry: string, issues: readonly Issue[]): void {
  for (const issue of issues) into.errors.push({ file, entry, field: issue.path.map(String).join('.'), problem: issue.message });
}

/** "pl/wording/blame.yaml, blame.you-failed, find.0: …" */
export function describe(error: RuleError): string {
  return `${[`utils/rules/${error.file}`, error.entry, error.field].filter((part) => part !== '').join(', ')}: ${error.problem}`;
}
