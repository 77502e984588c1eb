import { Dexie } from 'dexie';
import type { Table } from 'dexie';
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

/** The database, opened when first used and opened anew where it was closed under us. */
export class Store {
  #db: KeepwordDb;
  #opening: Promise<unknown> | null = null;

  constructor(private readonly name = 'keepword') {
    this.#db = new KeepwordDb(name);
  }

  /**
   * Runs one piece of work on the database. Where the connection was lost before or during the work, it is opened
   * anew and the work done once more: so the work must be one transaction, or bear being done twice.
   * @throws StoreError where the database fails; what the work itself throws passes as it is, and nothing is written.
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

  /** Lets go of the database; the next use opens it again. */
  close(): void {
    this.#db.close({ disableAutoOpen: true });
    this.#db = new KeepwordDb(this.name);
    this.#opening = null;
  }

  async #open(): Promise<KeepwordDb> {
    const db = this.#db;
    if (db.isOpen()) return db;
    this.#opening ??= this.#openWithin(db).finally(() => {
      this.#opening = null;
    });
    await this.#opening;
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
  }

  /** Dexie would open a newer database and quietly add our old tables and indexes to it; better not to touch it. */
  async #refuseNewer(): Promise<void> {
    const there = await Dexie.dependencies.indexedDB.databases?.().catch(() => []);
    const version = there?.find(({ name }) => name === this.name)?.version ?? 0;
    // Dexie keeps its versions times ten.
    if (Math.floor(version / 10) > NEWEST) throw new StoreError('newer', `version ${version / 10}, known up to ${NEWEST}`);
  }
}
