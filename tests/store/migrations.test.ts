import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../entrypoints/background/ledger';
import { defaults } from '../../entrypoints/background/settings';
import { changed, recordOf } from '../../utils/promises';
import type { PromiseRecord } from '../../utils/messages/protocol';
import { recordProblem } from '../../utils/messages/answer';
import { figures, Promises, quarantined, readSettings, Store } from '../../utils/store';
import { ledger } from '../../utils/store/migrations/001-ledger';
import { CALL } from '../background/kit';

let name = 0;
const SETTINGS = defaults('en');
const NOW = '2026-12-01T10:00:00Z';
const call = recordOf({ ...CALL, text: 'Oddzwonię w piątek' }, NOW);
const [kept] = changed(recordOf({ ...CALL, id: 'kept', zone: 'Pacific/Auckland' }, NOW), { do: 'keep' }, '2026-12-02T22:00:00Z', () => []) as [PromiseRecord];
const [moved, next] = changed(recordOf({ ...CALL, id: 'moved', kind: 'send' }, NOW), { do: 'move', due: { ...CALL.due!, start: '2026-12-09T10:00:00Z', end: '2026-12-09T10:00:00Z' } }, '2026-12-03T10:00:00Z', () => []) as [PromiseRecord, PromiseRecord];
const undated = recordOf({ ...CALL, id: 'undated', due: null, customer: null, conversation: null }, NOW);

/** A database as the first version wrote it. */
async function first(records: readonly PromiseRecord[], extra: readonly object[] = []): Promise<string> {
  const db = new Dexie(`migrated-${(name += 1)}`);
  db.version(ledger.version).stores(ledger.stores);
  await db.open();
  await db.table('promises').bulkPut([...records.map((record) => ({
    id: record.id, record, state: record.status === 'open' ? 'open' : 'closed', dueAt: record.due ? Temporal.Instant.from(record.due.end).epochMilliseconds : Infinity,
    conversation: record.conversation ? `${record.conversation.host}\n${record.conversation.id}` : '', customer: record.customer?.address ?? '',
  })), ...extra]);
  await db.table('settings').put({ id: 'settings', value: { theme: 'dark' } });
  await db.table('figures').bulkPut([{ id: '2026-12-02 kept', day: '2026-12-02', name: 'kept', count: 7 }, { id: '2026-12-02 phrases', day: '2026-12-02', name: 'phrases', count: 3 }]);
  db.close();
  return db.name;
}
const opened = (database: string): { store: Store; promises: Promises<PromiseRecord> } => {
  const store = new Store(database);
  return { store, promises: new Promises<PromiseRecord>(store, recordProblem, () => NOW) };
};

describe('a database of the first version', () => {
  it('is brought to what the present one would have written', async () => {
    const records = [call, kept, moved, next, undated];
    const { store } = opened(await first(records));
    const rows = await store.use((db) => db.promises.toArray());
    const fresh = opened(`fresh-${(name += 1)}`);
    await fresh.promises.merge(records, (record) => entryOf(record, SETTINGS, NOW), true);
    // The times of rings stand as they were; everything else is told by the record.
    const told = (all: typeof rows) => all.map(({ ringAt: _ring, needsAt: _needs, ...rest }) => rest);
    expect(told(rows)).toEqual(told(await fresh.store.use((db) => db.promises.toArray())));
  });

  it('finds by words, and its figures are counted anew from the ledger', async () => {
    const { store, promises } = opened(await first([call, kept, moved, next, undated]));
    expect((await promises.search({ stretch: { of: 'live' }, text: 'piatek', after: null, limit: 9 })).records).toEqual([call]);
    const all = await figures(store, '2026-01-01', '2026-12-31');
    // In Auckland the third of December has begun.
    expect(all.map(({ day, name: what, count }) => `${day} ${what} ${count}`)).toEqual([
      '2026-12-01 promised callback 3', '2026-12-01 promised send 1', '2026-12-02 phrases 3', '2026-12-03 kept callback 1', '2026-12-03 moved send 1',
    ].sort());
    expect(await readSettings(store)).toEqual({ theme: 'dark' });
    await promises.change('kept', async (record) => [entryOf(changed(record!, { do: 'reopen' }, NOW, () => [])[0]!, SETTINGS, NOW)]);
    expect((await figures(store, '2026-12-03', '2026-12-03')).map((row) => row.name)).toEqual(['moved send']);
  });

  it('with damaged rows in it is brought over all the same, and they are set aside when they are read', async () => {
    const damaged = [
      { id: 'a', record: null, state: 'open', dueAt: 1, conversation: '', customer: '' },
      { id: 'b', record: { id: 'b', zone: 'Nowhere', status: 'kept', history: 'none', customer: 7 }, state: 'open', dueAt: 2, conversation: '', customer: '' },
    ];
    const { store, promises } = opened(await first([call], damaged));
    expect((await promises.search({ stretch: { of: 'due', state: 'open' }, text: '', after: null, limit: 9 })).records).toEqual([call]);
    expect((await quarantined(store)).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });
});
