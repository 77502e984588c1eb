import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { changePack, earlierVersions, listDrafts, loadDraft, packRows, removeDraft, saveDraft, Store, versionText } from '../../utils/store';
import type { PackRow } from '../../utils/store';

let stores = 0;
const fresh = (): Store => new Store(`packs-${(stores += 1)}`);
const row = (over: Partial<PackRow> = {}): PackRow => ({
  id: 'acme.support', layer: 'team', source: 'file', text: 'one', version: '1', at: '2026-12-01T10:00:00Z', key: null, subscription: null, pending: null, before: null, ...over,
});

describe('packs', () => {
  it('keep the ten versions before, the latest first, each text once', async () => {
    const store = fresh();
    for (let n = 1; n <= 13; n += 1) await changePack(store, 'acme.support', () => row({ text: `text ${n}`, version: String(n) }));
    expect((await earlierVersions(store)).map(({ version }) => version)).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
    await changePack(store, 'acme.support', () => row({ text: 'text 12', version: '12' }));
    await changePack(store, 'acme.support', () => row({ text: 'text 13', version: '13' }));
    expect((await earlierVersions(store)).map(({ version }) => version)).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
  });

  it('make no version of a change that leaves the text', async () => {
    const store = fresh();
    await changePack(store, 'acme.support', () => row());
    await changePack(store, 'acme.support', (before) => ({ ...before!, layer: 'own' }));
    expect(await packRows(store)).toEqual([row({ layer: 'own' })]);
    expect(await earlierVersions(store)).toEqual([]);
  });

  it('go with their versions, and leave those of others', async () => {
    const store = fresh();
    for (const id of ['a', 'b']) for (const text of ['one', 'two']) await changePack(store, id, () => row({ id, text }));
    const [, ofA] = await earlierVersions(store);
    expect(await versionText(store, 'a', ofA!.n)).toBe('one');
    expect(await versionText(store, 'b', ofA!.n)).toBeNull();
    await changePack(store, 'a', () => null);
    expect((await packRows(store)).map(({ id }) => id)).toEqual(['b']);
    expect((await earlierVersions(store)).map(({ pack }) => pack)).toEqual(['b']);
  });

  it('stay as they were where the change throws', async () => {
    const store = fresh();
    await changePack(store, 'acme.support', () => row());
    await expect(changePack(store, 'acme.support', () => { throw new Error('no'); })).rejects.toThrow('no');
    expect(await packRows(store)).toEqual([row()]);
  });
});

describe('drafts', () => {
  it('are saved over and over, listed the latest first, and go when they are removed', async () => {
    const store = fresh();
    await saveDraft(store, { id: 'x', name: 'X', text: 'half', at: '2026-12-01T10:00:00Z' });
    await saveDraft(store, { id: 'y', name: 'Y', text: '{', at: '2026-12-01T10:01:00Z' });
    await saveDraft(store, { id: 'x', name: 'X', text: 'more', at: '2026-12-01T10:02:00Z' });
    expect((await listDrafts(store)).map(({ id }) => id)).toEqual(['x', 'y']);
    expect((await loadDraft(store, 'x'))?.text).toBe('more');
    await removeDraft(store, 'x');
    expect(await loadDraft(store, 'x')).toBeNull();
  });
});
