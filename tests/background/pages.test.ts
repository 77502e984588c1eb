import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send } from '../../utils/messages/send';
import { freshDatabase, restart } from './kit';

let database: string, marks: { readonly tabId?: number; readonly text: string | null }[];
/** The browser is started again; what the toolbar shows for single tabs is noted. */
async function begin(): Promise<void> {
  await restart(database);
  marks = [];
  const before = fakeBrowser.action.setBadgeText;
  Object.assign(fakeBrowser.action, { setBadgeText: async (what: { tabId?: number; text: string | null }) => (what.tabId === undefined ? before(what as never) : void marks.push(what)), setTitle: async () => undefined });
}
beforeEach(async () => {
  database = freshDatabase();
  await begin();
});
let place = 0;
const look = (host: string, found: boolean) => send('page.look', {
  host, name: 'Desk', look: { data: 'a', place: (place += 1), ranks: { editor: 0, ...(found ? { send: 0 } : {}) }, failed: found ? [] : ['send'] },
});

describe('pages that change', () => {
  it('are told after a key that used to hit is gone for long, over restarts, each host for itself', async () => {
    for (let n = 0; n < 10; n += 1) await look('desk', true);
    for (let n = 0; n < 3; n += 1) expect(await look('desk', false)).toEqual({ changed: [], shifted: [] });
    await begin();
    expect(await look('other', false)).toEqual({ changed: [], shifted: [] });
    expect(await look('desk', false)).toEqual({ changed: ['send'], shifted: [] });
    expect(await look('desk', true)).toEqual({ changed: [], shifted: [] });
  });

  it('from two tabs at once lose no look', async () => {
    await Promise.all(Array.from({ length: 10 }, () => look('desk', true)));
    const last = await Promise.all(Array.from({ length: 4 }, () => look('desk', false)));
    expect(last.at(-1)).toEqual({ changed: ['send'], shifted: [] });
  });

  it('are refused where a look is none', async () => {
    await expect(send('page.look', { host: 'desk', name: 'Desk', look: { data: 'a', place: -1, ranks: {}, failed: [] } })).rejects.toThrow('page.look');
  });
});
