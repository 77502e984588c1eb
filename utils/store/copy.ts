/**
 * A second copy of all that is kept, in another of the browser's stores. Chromium keeps a database in a log that it goes on writing
 * after a crash even where the last record is torn; at the crash after that it finds the log damaged and throws the whole database
 * away, a year of acknowledged promises included (https://github.com/google/leveldb/issues/1287; measured: about once in 40 kills in
 * the middle of writes). So every write is acknowledged when it stands in both, the two are never written at the same moment, and a
 * database that comes up without our mark is filled from the copy before anybody reads it.
 *
 * What a crash may leave behind is told by `unsure`, set before a write and cleared with its copy: then the copy is written anew, a
 * slice at a time. Nothing that was acknowledged is ever only in one of them.
 */
import { nameOf } from './changes';
import type { Change, RowKey } from './changes';
import type { KeepwordDb, PromiseRow } from './db';
import { rowOf } from './rows';
import type { Kept } from './rows';
import { BROUGHT_BACK, markRow } from './settings';

/** The other store: values that JSON can carry, by key; a `set` is done whole or not at all. */
export interface CopyArea {
  keys(): Promise<readonly string[]>;
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** What the copy says of itself. */
interface About {
  /** Stands in the database too: a database without it is another one. */
  readonly mark: string;
  /** The version of the database it was written from: rows of an older one are written anew. */
  readonly version: number;
  /** Something may be in the database and not here. */
  readonly unsure: boolean;
}

/** Some keys of a table that the copy holds. */
export interface Held {
  readonly table: string;
  readonly keys: readonly RowKey[];
}

const ABOUT = 'kept';
const ROW = 'kept ';
const MARK = markRow('copy');
/** Rows written at once, or read where nobody waits. */
const SLICE = 500;
/** Rows compared at once, and keys looked for: a write that is asked for meanwhile waits for so many. */
const COMPARED = 100;
const LOOKED_FOR = 250;

export class Copy {
  #about: About | null = null;
  /** A copy that could not be written stays unsure until the next start. */
  #failed: unknown = null;

  /** @param mark makes a name no other database has. @param now the clock, as an ISO instant. */
  constructor(private readonly area: CopyArea, private readonly version: number, private readonly mark: () => string, private readonly now: () => string) {}

  /**
   * Looks whether this database is the one the copy was made of; where it is not, brings everything back. To be done before the
   * database is used. @returns how many promises came back, null where nothing was lost. Where the copy can't be read the database
   * is used without it, and what could not be brought back is tried again at the next start.
   */
  async meet(db: KeepwordDb): Promise<number | null> {
    const { mark: kept, behind, back: before } = markOf((await db.settings.get(MARK))?.value);
    const there = await this.#try(() => this.area.get([ABOUT]));
    if (there === null) return null;
    this.#about = aboutOf(there[ABOUT]);
    if (this.#about === null) {
      const mark = kept ?? this.mark();
      await this.#say({ mark, version: this.version, unsure: true }, {});
      await db.settings.put({ id: MARK, value: mark });
      return null;
    }
    if (this.#about.mark === kept) {
      if (behind) this.#about = { ...this.#about, unsure: true };
      return null;
    }
    const count = await this.#bringBack(db, before);
    if (this.#failed !== null) return null;
    // In one write with the mark: a background that is stopped right after it would never tell.
    await db.settings.bulkPut([{ id: MARK, value: this.#about.mark }, { id: markRow(BROUGHT_BACK), value: { at: this.now(), count } }]);
    return count;
  }

  /** Is there more to be copied than what is written from now on? */
  get incomplete(): boolean {
    return this.#about !== null && this.#failed === null && (this.#about.unsure || this.#about.version !== this.version);
  }
  /** Why the copy could not be written, or null. */
  get failed(): unknown {
    return this.#failed;
  }

  /** The copy could not be written: the database says so too, for the copy may have kept nothing of it. */
  async fallBehind(db: KeepwordDb): Promise<void> {
    const mark = this.#about?.mark;
    if (mark === undefined) return;
    await db.transaction('rw', db.settings, async () => {
      // A database that was brought back in part only must not pass for the one the copy was made of: the rest would never come.
      if (markOf((await db.settings.get(MARK))?.value).mark === mark) await db.settings.put({ id: MARK, value: { mark, behind: true } });
    });
  }

  /** Before a write. */
  async before(): Promise<void> {
    if (this.#about && !this.#about.unsure) await this.#say({ ...this.#about, unsure: true }, {});
  }

  /** After a write, before it is acknowledged. @param last no other write waits. @param sure all before it is copied. */
  async after(changes: readonly Change[], last: boolean, sure: boolean): Promise<void> {
    const about = this.#about;
    if (!about) return;
    const put = changes.filter(({ row }) => row !== undefined);
    const gone = changes.filter(({ row }) => row === undefined).map(keyOf);
    if (gone.length > 0) await this.#try(() => this.area.remove(gone));
    const parts = inParts(put, SLICE), rest = parts.pop() ?? [];
    for (const part of parts) await this.#say(about, itemsOf(part));
    const next = last && sure && this.#failed === null ? { ...about, unsure: false } : about;
    if (rest.length > 0 || next !== about) await this.#say(next, itemsOf(rest));
  }

  /** Copies one slice of a table; `after`: its last key. @returns the last key of this slice, null where the table is done. */
  async slice(db: KeepwordDb, table: string, after: RowKey | null): Promise<RowKey | null> {
    const rows = (await (after === null ? db.table(table).orderBy(':id') : db.table(table).where(':id').above(after)).limit(COMPARED).toArray()) as unknown[];
    const path = db.table(table).schema.primKey.keyPath as string;
    const changes = rows.map((row) => ({ table, key: (row as Record<string, RowKey>)[path] ?? '', row }));
    const there = changes.length > 0 ? await this.#try(() => this.area.get(changes.map(keyOf))) : null;
    // Reading is cheaper than writing, and after a crash hardly anything differs.
    const differ = there === null ? [] : changes.filter((change) => there[keyOf(change)] !== dress(change));
    if (this.#about && differ.length > 0) await this.#say(this.#about, itemsOf(differ));
    return rows.length < COMPARED ? null : (changes.at(-1)?.key ?? null);
  }

  /** What the copy holds, in parts; what comes in later is not among it. */
  async held(): Promise<readonly Held[]> {
    return [...byTable((await this.#try(() => this.area.keys())) ?? [])].flatMap(([table, keys]) => {
      // Each part in the order of the database, so that its keys are one range there.
      const sorted = keys.sort((a, b) => (typeof a !== typeof b ? (typeof a === 'number' ? -1 : 1) : a < b ? -1 : 1));
      return inParts(sorted, LOOKED_FOR).map((part) => ({ table, keys: part }));
    });
  }

  /** Takes out of the copy what of this is no more in the database. */
  async prune(db: KeepwordDb, { table, keys }: Held): Promise<void> {
    const [first, last] = [keys[0], keys.at(-1)];
    // A table that only a newer version knows is left to it.
    if (first === undefined || last === undefined || !db.tables.some(({ name }) => name === table)) return;
    const there = new Set((await db.table(table).where(':id').between(first, last, true, true).primaryKeys()) as RowKey[]);
    const gone = keys.filter((key) => !there.has(key)).map((key) => keyOf({ table, key }));
    if (gone.length > 0) await this.#try(() => this.area.remove(gone));
  }

  /** Calls the copy whole. */
  async conclude(db: KeepwordDb): Promise<void> {
    if (!this.#about || this.#failed !== null) return;
    await this.#say({ ...this.#about, version: this.version, unsure: false }, {});
    if (this.#failed === null) await db.settings.put({ id: MARK, value: this.#about.mark });
  }

  async #say(about: About, items: Readonly<Record<string, unknown>>): Promise<void> {
    this.#about = about;
    await this.#try(() => this.area.set({ ...items, [ABOUT]: about }));
  }

  /** What is in the database is kept: that the copy failed is told, and nothing is refused for it. @returns null where it failed */
  async #try<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.#failed = error;
      if (this.#about) this.#about = { ...this.#about, unsure: true };
      return null;
    }
  }

  /** @param before how many came back before a start that was stopped in the middle. */
  async #bringBack(db: KeepwordDb, before: number): Promise<number> {
    let promises = before;
    const known = new Set(db.tables.map(({ name }) => name));
    for (const [table, keys] of byTable((await this.#try(() => this.area.keys())) ?? [])) {
      if (!known.has(table)) continue;
      for (const some of inParts(keys, SLICE)) {
        const there = await db.table(table).bulkGet(some);
        const lost = some.filter((_, index) => there[index] === undefined);
        const names = lost.map((key) => keyOf({ table, key }));
        const items = names.length > 0 ? await this.#try(() => this.area.get(names)) : {};
        const rows = names.flatMap((name) => undress(table, items?.[name]));
        if (table === 'promises') promises += rows.length;
        if (rows.length > 0) await this.#putBack(db, table, rows, promises);
      }
    }
    return promises;
  }

  /** Rows, and in the same transaction how many promises came back so far. */
  #putBack(db: KeepwordDb, table: string, rows: readonly unknown[], promises: number): Promise<void> {
    return db.transaction('rw', [db.table(table), db.settings], async () => {
      await db.table(table).bulkPut(rows as unknown[]);
      await db.settings.put({ id: MARK, value: { back: promises } });
    });
  }
}

function aboutOf(value: unknown): About | null {
  if (typeof value !== 'object' || value === null) return null;
  const { mark, version, unsure } = value as Partial<Record<keyof About, unknown>>;
  return typeof mark === 'string' ? { mark, version: typeof version === 'number' ? version : 0, unsure: unsure !== false } : null;
}

function markOf(value: unknown): { readonly mark: string | null; readonly behind: boolean; readonly back: number } {
  if (typeof value === 'string') return { mark: value, behind: false, back: 0 };
  const { mark, behind, back } = (typeof value === 'object' && value !== null ? value : {}) as { readonly mark?: unknown; readonly behind?: unknown; readonly back?: unknown };
  return { mark: typeof mark === 'string' ? mark : null, behind: behind === true, back: typeof back === 'number' ? back : 0 };
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : text;
  } catch {
    return null;
  }
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}

function keyOf(row: Pick<Change, 'table' | 'key'>): string {
  return `${ROW}${nameOf(row)}`;
}

/** The keys of rows, by table; the key that says which database this is stays out, for it is written last of all. */
function byTable(keys: readonly string[]): Map<string, RowKey[]> {
  const tables = new Map<string, RowKey[]>();
  for (const name of keys) {
    const [, table, key] = /^kept (\w+) (.+)$/s.exec(name) ?? [];
    if (table === undefined || key === undefined) continue;
    const value = JSON.parse(key) as RowKey;
    if (table === 'settings' && value === MARK) continue;
    const known = tables.get(table);
    if (known) known.push(value);
    else tables.set(table, [value]);
  }
  return tables;
}

function itemsOf(changes: readonly Change[]): Record<string, unknown> {
  return Object.fromEntries(changes.map((change) => [keyOf(change), dress(change)]));
}

/** What a promise is found by is made again from its record; JSON has no Infinity for what has no date. */
interface Dressed { readonly record: unknown; readonly counted: readonly string[]; readonly ringAt?: number; readonly needsAt?: number }

/** As text: a row of thirty fields is handed from process to process, compared and written as one value, several times quicker than field by field. */
function dress({ table, row }: Change): string {
  if (table !== 'promises') return JSON.stringify(row);
  const { record, counted, ringAt, needsAt } = row as PromiseRow;
  // JSON leaves out what is undefined.
  return JSON.stringify({ record, counted, ringAt, needsAt });
}

/** The row again; none where it is nothing we wrote. */
function undress(table: string, text: unknown): unknown[] {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return [];
  if (table !== 'promises') return [value];
  const { record, counted, ringAt, needsAt } = value as Dressed;
  try {
    return [{ ...rowOf({ record: record as Kept, times: { ringAt: null, needsAt: null }, counts: [] }), counted, ...(ringAt === undefined ? {} : { ringAt }), ...(needsAt === undefined ? {} : { needsAt }) }];
  } catch {
    // A damaged record goes where it would have gone: read, found damaged, set aside.
    return [{ id: String((record as Partial<Kept> | null)?.id), record, state: 'open', status: '', dueAt: Infinity, changedAt: 0, words: [], counted, conversation: '', customer: '' } satisfies PromiseRow];
  }
}
