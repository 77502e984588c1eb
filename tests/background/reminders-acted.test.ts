/** What becomes of a notification, and of a ledger that fails. */
// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../utils/messages/send';
import { Store } from '../../utils/store';
import { add, alarm, CALL, draft, fresh, ringAlarm, setNow, settled } from './kit';
import type { Browser } from './kit';

let database: string;
let browser: Browser;

beforeEach(async () => { ({ database, browser } = await fresh()); });
afterEach(() => {
  vi.useRealTimers();
});

describe('a notification acted on', () => {
  beforeEach(async () => {
    await add();
    setNow('2026-12-04T15:00:00Z');
    await ringAlarm();
  });

  it('later: quiet for a while, then the same stage again', async () => {
    await fakeBrowser.notifications.onButtonClicked.trigger('promise:call:due', 0);
    await settled();
    expect(browser.notices()).toEqual([]);
    expect(await browser.badge()).toBe('');
    setNow('2026-12-04T15:14:59Z');
    await ringAlarm();
    expect(browser.notices()).toEqual([]);
    setNow('2026-12-04T15:15:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:overdue']);
    expect(await browser.badge()).toBe('1');
  });

  it('done: kept, and nothing more rings', async () => {
    await fakeBrowser.notifications.onButtonClicked.trigger('promise:call:due', 1);
    await settled();
    expect((await send('promise.list', { which: 'closed' })).promises.map(({ id, status }) => [id, status])).toEqual([['call', 'kept']]);
    expect(browser.notices()).toEqual([]);
    expect(await browser.badge()).toBe('');
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('clicked: back to the conversation, in a new tab where none holds it', async () => {
    await fakeBrowser.notifications.onClicked.trigger('promise:call:due');
    await settled();
    expect((await fakeBrowser.tabs.query({})).map(({ url }) => url)).toContain('https://example.com/17');
  });
});

describe('a ledger that fails', () => {
  it('is said, and tried again', async () => {
    await add();
    setNow('2026-12-04T15:00:00Z');
    const original = Store.prototype.use;
    Store.prototype.use = async () => { throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' }); };
    try {
      await ringAlarm();
    } finally {
      Store.prototype.use = original;
    }
    expect(await browser.badge()).toBe('!');
    expect(browser.notices()).toHaveLength(1);
    expect(await alarm()).toBe('2026-12-04T15:01:00Z');
    await ringAlarm();
    expect(browser.notices()).toContain('promise:call:due');
    expect(await browser.badge()).toBe('1');
  });

  it('a damaged promise is set aside and told, and the others ring', async () => {
    await add();
    const store = new Store(database);
    await store.use((db) => db.promises.put({ id: 'bad', record: { id: 'bad' }, state: 'open', status: 'open', dueAt: 0, changedAt: 0, words: [], counted: [], conversation: '', customer: '', ringAt: 0, needsAt: 0 }));
    setNow('2026-12-04T15:00:00Z');
    await ringAlarm();
    expect(browser.notices().sort()).toEqual(['ledger:damaged', 'promise:call:due']);
    expect(await browser.badge()).toBe('1');
  });
});

it('the sample promise is one the protocol admits', () => {
  expect(draft({})).toEqual(CALL);
});
