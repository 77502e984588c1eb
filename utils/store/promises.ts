import type { Collection } from 'dexie';
import type { KeepwordDb, PromiseRow, Store } from './db';
import { difference, shift } from './figures';
import { quarantine, setAside } from './quarantine';
import { conversationKey, customerKey, epoch, figureId, rowOf, standsAs, STATES, type Entry, type Filter, type Kept, type State, type Times } from './rows';
import { countRows, countUpTo, searchRows, type Counted, type Search, type Stretch } from './search';

/** The most a single question reads. */
const MOST = 500;
/** Rows read or written in one go where all of them are: enough to be quick, few enough for the memory. */
const PART = 2_000;

/** A stretch is named as no state is: both are answered together. */
type Named<N extends string> = Readonly<Record<N, Stretch>> & Partial<Readonly<Record<State, never>>>;

type Other<R> = (id: string) => Promise<R | null>;

/**
 * The ledger of promises. Generic in the record: its full shape belongs to the protocol, and `problem` (null for a
 * sound row) is how it is checked when it comes out. A row that fails is moved to the quarantine and left out of the
 * answer. Every method @throws StoreError.
 */
export class Promises<R extends Kept> {
  /** The counts of a moment at which nothing was written. */
  #counted: { readonly still: number | null; readonly known: Counted } = { still: null, known: new Map() };

  /** @param damaged is told of every row that went to quarantine. */
  constructor(
    private readonly store: Store,
    private readonly problem: (row: unknown) => string | null,
    private readonly now: () => string,
    private readonly damaged: (id: string, why: string) => void = () => undefined,
  ) {}

  /** Adds a record, unless its id is there already: then nothing is written and the kept one is answered. */
  async add(entry: Entry<R>): Promise<{ readonly record: R; readonly added: boolean }> {
    // A damaged row of that id is set aside first, so that it is not written over.
    await this.get(entry.record.id);
    const kept = await this.store.write((db) =>
      db.transaction('rw', db.promises, db.figures, async () => {
        const there = await db.promises.get(entry.record.id);
        if (there) return there;
        await write(db, [entry]);
        return null;
      }),
    );
    return kept === null ? { record: entry.record, added: true } : { record: kept.record as R, added: false };
  }

  async get(id: string): Promise<R | null> {
    const row = await this.store.use((db) => db.promises.get(id));
    if (!row) return null;
    return (await this.#sound([row]))[0] ?? null;
  }

  /**
   * Reads one record and writes what `change` makes of it (several records where a promise moves on), in one
   * transaction: two changes at once follow one another, and none is lost. An empty answer writes nothing.
   * `change` also gets a way to look at other records, and must not wait for anything else.
   */
  change(id: string, change: (record: R | null, other: Other<R>) => Promise<readonly Entry<R>[]>): Promise<void> {
    return this.changeAll([id], (record, other) => change(record, other));
  }

  /** The same for several records, all in one transaction: what throws undoes them all. */
  async changeAll(ids: readonly string[], change: (record: R | null, other: Other<R>, id: string) => Promise<readonly Entry<R>[]>): Promise<void> {
    await this.store.write((db) =>
      db.transaction('rw', db.promises, db.figures, async () => {
        const read = async (key: string): Promise<R | null> => {
          const row = await db.promises.get(key);
          return row && this.problem(row.record) === null ? (row.record as R) : null;
        };
        for (const id of ids) await write(db, await change(await read(id), read, id));
      }),
    );
  }

  /** Records of a state, next due first; those without a date last. `closed`: latest due first. */
  async list(state: State, filter: Filter, limit: number): Promise<readonly R[]> {
    const rows = await this.store.use((db) => rowsOf(db, state, filter, Math.min(limit, MOST)));
    return this.#sound(rows);
  }

  /** A page of what is searched for, and where to go on. */
  async search(search: Search): Promise<{ readonly records: readonly R[]; readonly more: string | null }> {
    return this.board(search, {}, 0);
  }

  /** How many rows lie in each stretch, none counted beyond `most`, and how many there are of each state. */
  async count<N extends string>(stretches: Named<N>, most: number): Promise<Readonly<Record<N | State, number>>> {
    return this.#counting((db, known) => countAll(db, stretches, most, known));
  }

  /** Both in one transaction: a page of what is searched for, and the counts. */
  async board<N extends string>(search: Search, stretches: Named<N>, most: number): Promise<{ readonly records: readonly R[]; readonly more: string | null; readonly counts: Readonly<Record<N | State, number>> }> {
    const [{ rows, more }, counts] = await this.#counting((db, known) =>
      Promise.all([searchRows(db, { ...search, limit: Math.min(search.limit, MOST) }), countAll(db, stretches, most, known)]));
    return { records: await this.#sound(rows), more, counts };
  }

  /**
   * Reads and counts in one transaction. Of a ledger of 100,000, counting was half of what the board of today cost, and from one question
   * to the next mostly nothing is written: then only what time itself moved is counted. A write that begins meanwhile undoes that.
   */
  async #counting<T>(read: (db: KeepwordDb, known: Counted) => Promise<T>): Promise<T> {
    const { still } = this.store;
    const known: Counted = still !== null && this.#counted.still === still ? this.#counted.known : new Map();
    const reading = async (counts: Counted): Promise<T> => this.store.use((db) => db.transaction('r', db.promises, db.figures, () => read(db, counts)));
    const counts = new Map(known);
    const found = await reading(counts);
    const stillSo = still !== null && this.store.still === still;
    if (stillSo) this.#counted = { still, known: counts };
    return stillSo || known.size === 0 ? found : reading(new Map());
  }

  /** Every record, in order of the ids, a part at a time. What is written meanwhile may or may not be among them. */
  async *all(): AsyncGenerator<readonly R[]> {
    let after = '';
    for (;;) {
      const from = after;
      const rows = await this.store.use((db) => db.promises.where('id').above(from).limit(PART).toArray());
      if (rows.length > 0) yield await this.#sound(rows);
      if (rows.length < PART) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /**
   * Takes in records from elsewhere, by id: those the ledger lacks, and those whose `updatedAt` is later than what it
   * has. All in one transaction. @param entry makes what is written of a record. @param apply false: only counts.
   */
  async merge(records: readonly R[], entry: (record: R) => Entry<R>, apply: boolean): Promise<{ readonly add: number; readonly update: number; readonly same: number }> {
    const damaged = new Map<string, string>();
    const merged = await this.store[apply ? 'write' : 'use']((db) =>
      db.transaction(apply ? 'rw' : 'r', db.promises, db.figures, db.quarantine, async () => {
        const done = { add: 0, update: 0, same: 0 };
        for (let at = 0; at < records.length; at += PART) {
          const part = records.slice(at, at + PART);
          const there = await db.promises.bulkGet(part.map(({ id }) => id));
          const wanted = part.filter((record, index) => {
            const what = this.#against(record, there[index]);
            done[what] += 1;
            return what !== 'same';
          });
          if (!apply) continue;
          for (const row of there) {
            const why = row ? this.problem(row.record) : null;
            if (!row || why === null) continue;
            await setAside(db, { table: 'promises', id: row.id, at: this.now(), why, row });
            damaged.set(row.id, why);
          }
          await write(db, wanted.map(entry));
        }
        return done;
      }),
    );
    // Only now: whoever is told may ask the database for something, and this was one transaction.
    for (const [id, why] of damaged) this.damaged(id, why);
    return merged;
  }

  #against(record: R, row: PromiseRow | undefined): 'add' | 'update' | 'same' {
    if (row === undefined || this.problem(row.record) !== null) return 'add';
    return epoch(record.updatedAt) > epoch((row.record as R).updatedAt) ? 'update' : 'same';
  }

  /** How many records need the agent at `until` (ISO), none counted beyond `most`. */
  async needed(until: string, most: number): Promise<number> {
    return this.store.use((db) => countUpTo(db.promises.where('needsAt').belowOrEqual(epoch(until)), most));
  }

  /** Records that need the agent at `until` (ISO), longest waiting first. */
  async needing(until: string, limit: number, filter: Filter = null): Promise<readonly R[]> {
    const rows = await this.store.use((db) => {
      if (filter === null) return db.promises.where('needsAt').belowOrEqual(epoch(until)).limit(Math.min(limit, MOST)).toArray();
      // One customer's promises are few, what waits may be many: of theirs each is looked at.
      return theirs(db, filter).filter(({ needsAt }) => needsAt !== undefined && needsAt <= epoch(until)).limit(Math.min(limit, MOST)).sortBy('needsAt');
    });
    return this.#sound(rows);
  }

  /** Open records whose due window ends at `from` (ISO) or later, earliest first. */
  async upcoming(from: string, limit: number): Promise<readonly R[]> {
    return this.#sound(await this.store.use((db) =>
      db.promises.where('[state+dueAt+id]').between(['open', epoch(from)], ['open', Infinity], true, false).limit(Math.min(limit, MOST)).toArray()));
  }

  /** Open records whose due window ends from `from` to `to` (ISO), earliest first. */
  async dueBetween(from: string, to: string, limit: number): Promise<readonly R[]> {
    return this.#sound(await this.store.use((db) =>
      db.promises.where('[state+dueAt+id]').between(['open', epoch(from)], ['open', epoch(to), []], true, true).limit(Math.min(limit, MOST)).toArray()));
  }

  /** Records whose next ring lies at or before `until` (ISO), earliest first. */
  async ripe(until: string, limit: number): Promise<readonly R[]> {
    return this.#sound(await this.store.use((db) => db.promises.where('ringAt').belowOrEqual(epoch(until)).limit(limit).toArray()));
  }

  /** The instant (ISO) of the earliest ring in the ledger, past ones included, or null. */
  async nextRingAt(): Promise<string | null> {
    const row = await this.store.use((db) => db.promises.orderBy('ringAt').first());
    return row?.ringAt === undefined ? null : Temporal.Instant.fromEpochMilliseconds(row.ringAt).toString();
  }

  /** Reckons every live record's times anew, as after a change of working hours. */
  async retime(times: (record: R) => Times): Promise<void> {
    await this.store.write((db) =>
      db.transaction('rw', db.promises, async () => {
        for (const state of ['open', 'tentative'] as const) await whole(db, state).modify(this.#retimed(times));
      }),
    );
  }

  #retimed(times: (record: R) => Times) {
    return (row: PromiseRow, at: { value: PromiseRow }): void => {
      if (this.problem(row.record) !== null) return;
      const record = row.record as R;
      at.value = { ...rowOf({ record, times: times(record), counts: [] }), counted: row.counted };
    };
  }

  async #sound(rows: readonly PromiseRow[]): Promise<readonly R[]> {
    const sound: R[] = [];
    for (const row of rows) {
      const why = this.problem(row.record);
      if (why === null) sound.push(row.record as R);
      else {
        await quarantine(this.store, { table: 'promises', id: row.id, at: this.now(), why, row });
        this.damaged(row.id, why);
      }
    }
    return sound;
  }
}

/** Within a transaction on promises and figures. */
async function write<R extends Kept>(db: KeepwordDb, entries: readonly Entry<R>[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(rowOf);
  const by = difference(await db.promises.bulkGet(rows.map(({ id }) => id)), rows);
  if (by.size > 0) await shift(db, by);
  await db.promises.bulkPut(rows);
}

async function countAll<N extends string>(db: KeepwordDb, stretches: Named<N>, most: number, known: Counted): Promise<Readonly<Record<N | State, number>>> {
  const [counts, states] = await Promise.all([countRows(db, stretches, most, known), db.figures.bulkGet(STATES.map((state) => figureId(standsAs(state))))]);
  return { ...counts, ...(Object.fromEntries(STATES.map((state, at) => [state, states[at]?.count ?? 0])) as Record<State, number>) };
}

const whole = (db: KeepwordDb, state: State) => db.promises.where('[state+dueAt+id]').between([state, -Infinity], [state, []]);

async function rowsOf(db: KeepwordDb, state: State, filter: Filter, limit: number): Promise<readonly PromiseRow[]> {
  if (filter === null) {
    const all = whole(db, state);
    return (state === 'closed' ? all.reverse() : all).limit(limit).toArray();
  }
  // One customer's promises are few: the state is looked at row by row.
  const some = theirs(db, filter);
  return (state === 'closed' ? some.reverse() : some).filter((row) => row.state === state).limit(limit).toArray();
}

/** Of one conversation or one customer, by the end of the window. */
function theirs(db: KeepwordDb, filter: NonNullable<Filter>): Collection<PromiseRow, string> {
  const [index, key] = 'conversation' in filter
    ? ['[conversation+dueAt]', conversationKey(filter.conversation)] as const
    : ['[customer+dueAt]', customerKey(filter.customer)] as const;
  return db.promises.where(index).between([key, -Infinity], [key, []]);
}
