import type { KeepwordDb, PromiseRow, Store } from './db';
import { quarantine } from './quarantine';

/** What the ledger looks at in a record; the rest it keeps as it is. */
export interface Kept {
  readonly id: string;
  readonly status: string;
  readonly due: { readonly start: string; readonly end: string } | null;
  readonly conversation: { readonly host: string; readonly id: string } | null;
  readonly customer: { readonly name: string | null; readonly address: string | null } | null;
}

/** When a record is to ring next, and from when it needs the agent. ISO instants, or null. */
export interface Times {
  readonly ringAt: string | null;
  readonly needsAt: string | null;
}
/** A record with its times, as it is written. */
export interface Entry<R> {
  readonly record: R;
  readonly times: Times;
}

export type State = 'open' | 'tentative' | 'closed';
export type Filter = { readonly conversation: { readonly host: string; readonly id: string } } | { readonly customer: string } | null;

/** The most a single question reads. */
const MOST = 500;

/**
 * The ledger of promises. Generic in the record: its full shape belongs to the protocol, and `problem` (null for a
 * sound row) is how it is checked when it comes out. A row that fails is moved to the quarantine and left out of the
 * answer. Every method @throws StoreError.
 */
export class Promises<R extends Kept> {
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
    const kept = await this.store.use((db) =>
      db.transaction('rw', db.promises, async () => {
        const there = await db.promises.get(entry.record.id);
        if (there) return there;
        await db.promises.put(rowOf(entry));
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
  async change(id: string, change: (record: R | null, other: (id: string) => Promise<R | null>) => Promise<readonly Entry<R>[]>): Promise<void> {
    await this.store.use((db) =>
      db.transaction('rw', db.promises, async () => {
        const read = async (key: string): Promise<R | null> => {
          const row = await db.promises.get(key);
          return row && this.problem(row.record) === null ? (row.record as R) : null;
        };
        const entries = await change(await read(id), read);
        if (entries.length > 0) await db.promises.bulkPut(entries.map(rowOf));
      }),
    );
  }

  /** Records of a state, next due first; those without a date last. `closed`: latest due first. */
  async list(state: State, filter: Filter, limit: number): Promise<readonly R[]> {
    const rows = await this.store.use((db) => rowsOf(db, state, filter, Math.min(limit, MOST)));
    return this.#sound(rows);
  }

  /** Records that need the agent at `until` (ISO), longest waiting first. */
  async needing(until: string, limit: number): Promise<readonly R[]> {
    return this.#sound(await this.store.use((db) => db.promises.where('needsAt').belowOrEqual(epoch(until)).limit(Math.min(limit, MOST)).toArray()));
  }

  /** Open records whose due window ends at `from` (ISO) or later, earliest first. */
  async upcoming(from: string, limit: number): Promise<readonly R[]> {
    return this.#sound(await this.store.use((db) =>
      db.promises.where('[state+dueAt]').between(['open', epoch(from)], ['open', Infinity], true, false).limit(Math.min(limit, MOST)).toArray()));
  }

  /** Open records whose due window ends from `from` to `to` (ISO), earliest first. */
  async dueBetween(from: string, to: string, limit: number): Promise<readonly R[]> {
    return this.#sound(await this.store.use((db) =>
      db.promises.where('[state+dueAt]').between(['open', epoch(from)], ['open', epoch(to)], true, true).limit(Math.min(limit, MOST)).toArray()));
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
    await this.store.use((db) =>
      db.transaction('rw', db.promises, async () => {
        await db.promises.where('[state+dueAt]').between(['open', -Infinity], ['open', []]).modify(this.#retimed(times));
        await db.promises.where('[state+dueAt]').between(['tentative', -Infinity], ['tentative', []]).modify(this.#retimed(times));
      }),
    );
  }

  #retimed(times: (record: R) => Times) {
    return (_row: PromiseRow, at: { value: PromiseRow }): void => {
      const { record } = at.value;
      if (this.problem(record) === null) at.value = rowOf({ record: record as R, times: times(record as R) });
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

function rowOf<R extends Kept>({ record, times }: Entry<R>): PromiseRow {
  return {
    id: record.id,
    record,
    state: record.status === 'open' || record.status === 'tentative' ? record.status : 'closed',
    dueAt: record.due === null ? Infinity : epoch(record.due.end),
    conversation: record.conversation === null ? '' : conversationKey(record.conversation),
    customer: record.customer === null ? '' : customerKey(record.customer.address ?? record.customer.name ?? ''),
    ...(times.ringAt === null ? {} : { ringAt: epoch(times.ringAt) }),
    ...(times.needsAt === null ? {} : { needsAt: epoch(times.needsAt) }),
  };
}

async function rowsOf(db: KeepwordDb, state: State, filter: Filter, limit: number): Promise<readonly PromiseRow[]> {
  if (filter === null) {
    const all = db.promises.where('[state+dueAt]').between([state, -Infinity], [state, []]);
    return (state === 'closed' ? all.reverse() : all).limit(limit).toArray();
  }
  // One customer's promises are few: the state is looked at row by row.
  const [index, key] = 'conversation' in filter
    ? ['[conversation+dueAt]', conversationKey(filter.conversation)] as const
    : ['[customer+dueAt]', customerKey(filter.customer)] as const;
  const theirs = db.promises.where(index).between([key, -Infinity], [key, []]);
  return (state === 'closed' ? theirs.reverse() : theirs).filter((row) => row.state === state).limit(limit).toArray();
}

/** true where a record belongs to what the filter asks for. */
export function matches(record: Kept, filter: Filter): boolean {
  if (filter === null) return true;
  const row = rowOf({ record, times: { ringAt: null, needsAt: null } });
  return 'conversation' in filter ? row.conversation === conversationKey(filter.conversation) : row.customer === customerKey(filter.customer);
}

/** A customer is found by address, else by name, whatever the capitals. */
export function customerKey(addressOrName: string): string {
  return addressOrName.trim().toLowerCase();
}

function conversationKey({ host, id }: { readonly host: string; readonly id: string }): string {
  return `${host}\n${id}`;
}

function epoch(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
