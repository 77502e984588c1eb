import type { DBCore, DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable, Dexie } from 'dexie';

export type RowKey = string | number;
/** A row as it was written; `row` is undefined where it was deleted. */
export interface Change {
  readonly table: string;
  readonly key: RowKey;
  readonly row: unknown;
}

/** One row's name, the same wherever it is kept. */
export const nameOf = ({ table, key }: Pick<Change, 'table' | 'key'>): string => `${table} ${JSON.stringify(key)}`;

/** What the transactions of one database changed and nobody has taken yet: of a transaction that was undone, nothing. */
export class Changes {
  readonly #open = new WeakMap<object, Change[]>();
  #done = new Map<string, Change>();

  /** Listens to a database that is not opened yet. What an upgrade changes is not heard. */
  listenTo(db: Dexie): void {
    db.use({ stack: 'dbcore', name: 'changes', create: (core) => this.#around(core) });
  }

  /** Each changed row once, as it stands; taken is taken. */
  take(): Change[] {
    const changes = [...this.#done.values()];
    this.#done = new Map();
    return changes;
  }

  #around(core: DBCore): DBCore {
    return {
      ...core,
      transaction: (stores, mode, options) => {
        const transaction = core.transaction(stores, mode, options);
        if (mode === 'readwrite') {
          const changes: Change[] = [];
          this.#open.set(transaction, changes);
          // Heard before Dexie's own listener, which is set later: what was acknowledged is in the list.
          (transaction as unknown as EventTarget).addEventListener('complete', () => {
            for (const change of changes) this.#done.set(nameOf(change), change);
          });
        }
        return transaction;
      },
      table: (name) => {
        const table = core.table(name);
        return { ...table, mutate: (request) => this.#mutate(table, request) };
      },
    };
  }

  async #mutate(table: DBCoreTable, request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> {
    const changes = this.#open.get(request.trans);
    if (!changes) return table.mutate(request);
    const add = (key: unknown, row: unknown): void => void changes.push({ table: table.name, key: key as RowKey, row });
    if (request.type === 'deleteRange') {
      const { trans, range } = request;
      const { result } = await table.query({ trans, values: false, query: { index: table.schema.primaryKey, range } });
      for (const key of result) add(key, undefined);
      return table.mutate(request);
    }
    if (request.type === 'delete') {
      const answer = await table.mutate(request);
      for (const [at, key] of request.keys.entries()) if (!(at in answer.failures)) add(key, undefined);
      return answer;
    }
    const answer = await table.mutate({ ...request, wantResults: true });
    const path = table.schema.primaryKey.keyPath as string;
    for (const [at, row] of request.values.entries()) {
      if (at in answer.failures) continue;
      const key: unknown = answer.results?.[at] ?? (row as Record<string, unknown>)[path];
      add(key, { ...(row as object), [path]: key });
    }
    return answer;
  }
}
