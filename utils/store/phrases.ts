import type { Store } from './db';
import { customerKey } from './rows';

/** How many uses are remembered for one customer: enough not to say the same thing twice in a row. */
const REMEMBERED = 20;

/** Remembers that a phrase went to a customer (address, or name). Without a customer there is nobody to vary for. */
export async function usePhrase(store: Store, use: { readonly phrase: string; readonly conversation: string | null; readonly customer: string | null; readonly at: string }): Promise<void> {
  if (use.customer === null) return;
  const customer = customerKey(use.customer);
  await store.use((db) =>
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
