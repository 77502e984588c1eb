import type { Store } from './db';
import { customerKey } from './rows';

/** How many uses are remembered for one customer: enough not to say the same thing twice in a row. */
const REMEMBERED = 20;

/** Phrases of which the agent's own use is remembered; the ones longest not used go first, favourites never. */
const OWN_MOST = 3_000;

/** Remembers that a phrase went to a customer (address, or name), and that the agent used it. Without a customer there is nobody to vary for. */
export async function usePhrase(store: Store, use: { readonly phrase: string; readonly conversation: string | null; readonly customer: string | null; readonly at: string }): Promise<void> {
  await usedMyself(store, use.phrase, Temporal.Instant.from(use.at).epochMilliseconds);
  if (use.customer === null) return;
  const customer = customerKey(use.customer);
  await store.write((db) =>
    db.transaction('rw', db.phraseUse, async () => {
      await db.phraseUse.add({ phrase: use.phrase, customer, conversation: use.conversation ?? '', at: Temporal.Instant.from(use.at).epochMilliseconds });
      const uses = await db.phraseUse.where('customer').equals(customer).primaryKeys();
      if (uses.length > REMEMBERED) await db.phraseUse.bulkDelete(uses.sort((a, b) => a - b).slice(0, uses.length - REMEMBERED));
    }),
  );
}

/** Phrases a customer already got, the last one first, each once. */
export async function phrasesSaid(store: Store, customer: string): Promise<readonly string[]> {
  const rows = await store.use((db) => db.phraseUse.where('customer').equals(customerKey(customer)).toArray());
  return [...new Set(rows.sort((a, b) => (b.n ?? 0) - (a.n ?? 0)).map(({ phrase }) => phrase))];
}

/** The agent's own use of one phrase; `last` is an ISO instant, null where it is a favourite that was never used. */
export interface OwnPhrase {
  readonly phrase: string;
  readonly count: number;
  readonly last: string | null;
  readonly favourite: boolean;
}

/** The agent's own use, in no order. @throws StoreError */
export async function ownPhrases(store: Store): Promise<readonly OwnPhrase[]> {
  const rows = await store.use((db) => db.ownPhrases.toArray());
  return rows.map(({ phrase, count, last, favourite }) => ({ phrase, count, favourite, last: last === 0 ? null : Temporal.Instant.fromEpochMilliseconds(last).toString() }));
}

/** Makes a phrase a favourite, or one no more. @throws StoreError */
export async function favourPhrase(store: Store, phrase: string, on: boolean): Promise<void> {
  await store.write((db) =>
    db.transaction('rw', db.ownPhrases, async () => {
      const { count = 0, last = 0 } = (await db.ownPhrases.get(phrase)) ?? {};
      if (on || count > 0) await db.ownPhrases.put({ phrase, count, last, favourite: on });
      else await db.ownPhrases.delete(phrase);
    }),
  );
}

async function usedMyself(store: Store, phrase: string, at: number): Promise<void> {
  await store.write((db) =>
    db.transaction('rw', db.ownPhrases, async () => {
      const { count = 0, last = 0, favourite = false } = (await db.ownPhrases.get(phrase)) ?? {};
      await db.ownPhrases.put({ phrase, count: count + 1, last: Math.max(last, at), favourite });
      const over = (await db.ownPhrases.count()) - OWN_MOST;
      if (over > 0) await db.ownPhrases.bulkDelete(await db.ownPhrases.orderBy('last').filter((row) => !row.favourite).limit(over).primaryKeys());
    }),
  );
}
