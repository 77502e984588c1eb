import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import { Changes } from './changes';
import { Copy } from './copy';
import type { CopyArea } from './copy';
import { isDatabaseError, StoreError, storeError, worthReopening } from './errors';
import { ledger } from './migrations/001-ledger';
import { board } from './migrations/002-board';
import { ownPhrases } from './migrations/003-own-phrases';
import { packs } from './migrations/004-packs';

/** In order; each is released once and never changed. */
const MIGRATIONS = [ledger, board, ownPhrases, packs] as const;
const NEWEST = Math.max(...MIGRATIONS.map(({ version }) => version));

export interface PromiseRow {
  readonly id: string;
  readonly record: unknown;
  readonly state: 'open' | 'tentative' | 'closed';
  readonly status: string;
  /** Epoch ms of the due window's end; Infinity sorts what has no date last. */
  readonly dueAt: number;
  /** `dueAt` of what is dated and not over; absent, and so in no index, elsewhere. */
  readonly liveAt?: number;
  /** Epoch ms of the last change. */
  readonly changedAt: number;
  /** What it is searched by, folded. */
  readonly words: readonly string[];
  /** The figures it counts for, by id. */
  readonly counted: readonly string[];
  readonly conversation: string;
  readonly customer: string;
  /** Epoch ms; absent, and so in no index, where there is nothing to ring. */
  readonly ringAt?: number;
  readonly needsAt?: number;
}
export interface PhraseUseRow { readonly n?: number; readonly phrase: string; readonly customer: string; readonly conversation: string; readonly at: number }
export interface OwnPhraseRow { readonly phrase: string; readonly count: number; readonly last: number; readonly favourite: boolean }
/** A pack as it is kept. What the background knows of it beside its text is the background's to read. */
export interface PackRow {
  readonly id: string;
  readonly layer: 'policy' | 'team' | 'own';
  readonly source: string;
  readonly text: string;
  readonly version: string;
  /** ISO instant at which this version came in. */
  readonly at: string;
  /** The author's key, base64, with the first signed version; null before. */
  readonly key: string | null;
  readonly subscription: {
    readonly address: string;
    readonly automatic: boolean;
    readonly etag: string | null;
    readonly checkedAt: string | null;
    readonly nextAt: string;
    readonly failures: number;
    readonly problem: unknown;
    /** Texts of which the agent wants no more. */
    readonly declined: string | null;
  } | null;
  readonly pending: { readonly text: string; readonly version: string } | null;
  /** What stood here before the administrator's pack of the same id. */
  readonly before: PackRow | null;
}
export interface PackVersionRow { readonly n?: number; readonly pack: string; readonly text: string; readonly version: string; readonly at: string }
export interface DraftRow { readonly id: string; readonly name: string; readonly text: string; readonly at: string }
export interface FigureRow { readonly id: string; readonly day: string; readonly name: string; readonly count: number }
export interface QuarantineRow { readonly n?: number; readonly table: string; readonly id: string; readonly at: string; readonly why: string; readonly row: unknown }

/** How long an older copy of the extension may hold the database before that is told. Milliseconds. */
const BLOCKED_AFTER = 4_000;

/**
 * Every write waits until the disk has it (`strict`): what was acknowledged survives the kill of the browser. Costs
 * 1–3 ms a write against the relaxed default. Chromium honours the hint, Firefox takes it and decides for itself.
 */
export class KeepwordDb extends Dexie {
  declare readonly promises: Table<PromiseRow, string>;
  declare readonly settings: Table<{ readonly id: string; readonly value: unknown }, string>;
  declare readonly phraseUse: Table<PhraseUseRow, number>;
  declare readonly ownPhrases: Table<OwnPhraseRow, string>;
  declare readonly figures: Table<FigureRow, string>;
  declare readonly packs: Table<PackRow, string>;
  declare readonly packVersions: Table<PackVersionRow, number>;
  declare readonly packDrafts: Table<DraftRow, string>;
  declare readonly quarantine: Table<QuarantineRow, number>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    for (const migration of MIGRATIONS) {
      const version = this.version(migration.version).stores(migration.stores);
      if ('upgrade' in migration) version.upgrade((tx) => migration.upgrade(tx));
    }
  }
}

/** What the store tells of itself: promises that were brought back from the copy, or a copy that can't be written. */
export type StoreNews = { readonly broughtBack: number } | { readonly copyFailed: unknown };

export interface StoreOptions {
  /** Where the second copy is kept, and the clock (an ISO instant) by which it tells when it was needed; without it there is none. */
  readonly copy?: { readonly area: CopyArea; readonly now: () => string };
  readonly told?: (news: StoreNews) => void;
  /** Makes the name of a database. */
  readonly mark?: () => string;
}

/** The database, opened when first used and opened anew where it was closed under us. */
export class Store {
  readonly #changes = new Changes();
  readonly #copy: Copy | null;
  readonly #told: (news: StoreNews) => void;
  #db: KeepwordDb;
  #opening: Promise<unknown> | null = null;
  /** The last of the writes, each of which waits for the one before. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** Writes that were asked for and connections that were opened, so far. */
  #moves = 0;
  #toldFailed = false;
  /** The copy holds all there was before this start. */
  #sure = true;

  constructor(private readonly name = 'keepword', { copy, told = () => undefined, mark = () => crypto.randomUUID() }: StoreOptions = {}) {
    this.#copy = copy ? new Copy(copy.area, NEWEST, mark, copy.now) : null;
    this.#told = told;
    this.#db = this.#make();
  }

  /**
   * Runs one piece of work that reads. Where the connection was lost before or during the work, it is opened
   * anew and the work done once more.
   * @throws StoreError where the database fails; what the work itself throws passes as it is.
   */
  async use<T>(work: (db: KeepwordDb) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (error) {
      if (!worthReopening(error)) throw isDatabaseError(error) ? storeError(error) : error;
    }
    this.close();
    try {
      return await work(await this.#open());
    } catch (error) {
      throw isDatabaseError(error) ? storeError(error) : error;
    }
  }

  /**
   * Runs one piece of work that writes, after those that were asked for before it, and answers when it stands in the database and in
   * the copy. The work may be done twice: so it must be one transaction, or bear that; and it must not ask for another write.
   * @throws as `use`; then nothing is written.
   */
  write<T>(work: (db: KeepwordDb) => Promise<T>): Promise<T> {
    this.#waiting += 1;
    this.#moves += 1;
    const done = this.#last.then(() => this.#write(work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #write<T>(work: (db: KeepwordDb) => Promise<T>): Promise<T> {
    try {
      return await this.use(async (db) => {
        await this.#copy?.before();
        return work(db);
      });
    } finally {
      this.#waiting -= 1;
      await this.#copy?.after(this.#changes.take(), this.#waiting === 0, this.#sure);
      await this.#tellFailed();
    }
  }

  /** The same number as long as nothing is written here or opened anew; null while a write waits. What was read at one number holds as long as it does. */
  get still(): number | null {
    return this.#waiting === 0 ? this.#moves : null;
  }

  /** Completes the copy where a crash or an update left it behind; in slices, between which others are served. @throws StoreError */
  async completeCopy(): Promise<void> {
    const copy = this.#copy;
    await this.use(async () => undefined);
    if (!copy || this.#sure) return;
    for (const table of this.#db.tables.map(({ name }) => name)) {
      let after: string | number | null = null;
      do after = await this.write((db) => copy.slice(db, table, after));
      while (after !== null);
    }
    for (const held of await copy.held()) await this.write((db) => copy.prune(db, held));
    await this.write((db) => copy.conclude(db));
    this.#sure = copy.failed === null;
  }

  /** Lets go of the database; the next use opens it again. */
  close(): void {
    this.#db.close({ disableAutoOpen: true });
    this.#db = this.#make();
    this.#opening = null;
  }

  #make(): KeepwordDb {
    this.#moves += 1;
    const db = new KeepwordDb(this.name);
    if (this.#copy) this.#changes.listenTo(db);
    return db;
  }

  async #open(): Promise<KeepwordDb> {
    const db = this.#db;
    if (db.isOpen() && this.#opening === null) return db;
    const opening = (this.#opening ??= this.#openWithin(db).finally(() => {
      if (this.#opening === opening) this.#opening = null;
    }));
    await opening;
    return db;
  }

  async #openWithin(db: KeepwordDb): Promise<void> {
    await this.#refuseNewer();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const blocked = new Promise<never>((_, reject) => {
      db.on('blocked', () => {
        timer = setTimeout(() => reject(new StoreError('blocked', 'the old version did not let go')), BLOCKED_AFTER);
      });
    });
    try {
      await Promise.race([db.open(), blocked]);
    } finally {
      clearTimeout(timer);
    }
    if (this.#copy) await this.#meet(this.#copy, db);
  }

  async #meet(copy: Copy, db: KeepwordDb): Promise<void> {
    const broughtBack = await copy.meet(db).catch((error: unknown) => {
      // Not to be used before it has everything: the next who asks opens it anew.
      if (db === this.#db) this.close();
      throw error;
    });
    // What came from the copy need not go there again.
    this.#changes.take();
    if (copy.incomplete) this.#sure = false;
    if (broughtBack !== null) this.#told({ broughtBack });
    await this.#tellFailed();
  }

  async #tellFailed(): Promise<void> {
    const copyFailed = this.#copy?.failed ?? null;
    if (copyFailed === null || this.#toldFailed) return;
    this.#toldFailed = true;
    await this.#copy?.fallBehind(this.#db).catch(() => undefined);
    this.#told({ copyFailed });
  }

  /** Dexie would open a newer database and quietly add our old tables and indexes to it; better not to touch it. */
  async #refuseNewer(): Promise<void> {
    const there = await Dexie.dependencies.indexedDB.databases?.().catch(() => []);
    const version = there?.find(({ name }) => name === this.name)?.version ?? 0;
    // Dexie keeps its versions times ten.
    if (Math.floor(version / 10) > NEWEST) throw new StoreError('newer', `version ${version / 10}, known up to ${NEWEST}`);
  }
}
