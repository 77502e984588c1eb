// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entryOf } from '../../entrypoints/background/ledger';
import { start } from '../../entrypoints/background/start';
import { recordOf } from '../../utils/promises';
import { defaults } from '../../entrypoints/background/settings';
import { recordProblem } from '../../utils/messages/answer';
import type { PromiseRecord } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import { Promises, Store } from '../../utils/store';
import { add, CALL, draft, freshDatabase, restart, ringAlarm, setNow, settled } from './kit';
import type { Browser } from './kit';

let database: string;
let browser: Browser;

beforeEach(async () => {
  setNow('2026-12-01T10:00:00Z');
  database = freshDatabase();
  browser = await restart(database);
});
afterEach(() => {
  vi.useRealTimers();
});

const alarm = async (): Promise<string | null> => {
  const set = await fakeBrowser.alarms.get('reminders');
  return set ? Temporal.Instant.fromEpochMilliseconds(set.scheduledTime).toString() : null;
};
const rang = async (id = 'call'): Promise<readonly string[]> => (await send('promise.list', { which: 'open' })).promises.find((p) => p.id === id)?.rang ?? [];

describe('reminders', () => {
  it('set no alarm where there is nothing to ring', async () => {
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    await add({ id: 'undated', due: null });
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('set one alarm: at the ring, or at the heartbeat where that is sooner', async () => {
    await add();
    expect(await alarm()).toBe('2026-12-01T10:30:00Z');
    setNow('2026-12-04T14:40:00Z');
    await ringAlarm();
    expect(await alarm()).toBe('2026-12-04T14:50:00Z');
    await add({ id: 'other', due: { ...CALL.due!, start: '2026-12-04T14:55:00Z', end: '2026-12-04T14:55:00Z' } });
    expect(await alarm()).toBe('2026-12-04T14:45:00Z');
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
  });

  it('ring each stage once, with badge and notification', async () => {
    await add();
    setNow('2026-12-04T14:50:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:before']);
    expect(await browser.badge()).toBe('');
    setNow('2026-12-04T15:00:00Z');
    await ringAlarm();
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:due']);
    expect(await browser.badge()).toBe('1');
    setNow('2026-12-04T15:15:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:overdue']);
    expect(await rang()).toEqual(['before', 'due', 'overdue']);
  });

  it('say what was promised, to whom, when, and in which words', async () => {
    await add();
    setNow('2026-12-04T15:00:00Z');
    await ringAlarm();
    const notice = fakeBrowser.notifications.getAllCreateOptions()['promise:call:due']!;
    expect(notice.title).toBe('Call Sample Customer');
    expect(notice.message).toMatch(/^Now · Fri,? .*15:00|03:00 PM/);
    expect(notice.message).toContain('“I’ll call you on Friday at 3 pm.”');
    expect(notice.buttons?.map(({ title }) => title)).toEqual(['Later', 'Done']);
  });

  it('speak the language that was chosen', async () => {
    await send('settings.set', { change: { language: 'pl' } });
    await add();
    setNow('2026-12-04T15:15:00Z');
    await ringAlarm();
    const notice = fakeBrowser.notifications.getAllCreateOptions()['promise:call:overdue']!;
    expect(notice.title).toBe('Zadzwoń: Sample Customer');
    expect(notice.message).toContain('Po terminie');
  });

  it('do without what a browser does not know', async () => {
    const original = fakeBrowser.notifications.create;
    fakeBrowser.notifications.create = (async (id: string, options: { buttons?: unknown }) => {
      if ('buttons' in options) throw new Error('Property "buttons" is unsupported by Firefox');
      return original(id, options as never);
    }) as never;
    try {
      await add();
      setNow('2026-12-04T15:00:00Z');
      await ringAlarm();
      expect(browser.notices()).toEqual(['promise:call:due']);
    } finally {
      fakeBrowser.notifications.create = original;
    }
  });

  it('stand in the badge and the list where the system forbids notifications', async () => {
    const original = fakeBrowser.notifications.create;
    fakeBrowser.notifications.create = (async () => { throw new Error('forbidden'); }) as never;
    try {
      await add();
      setNow('2026-12-04T15:00:00Z');
      await ringAlarm();
      expect(await browser.badge()).toBe('1');
      expect((await send('promise.list', { which: 'due' })).promises.map(({ id }) => id)).toEqual(['call']);
      expect(await rang()).toEqual(['before', 'due']);
    } finally {
      fakeBrowser.notifications.create = original;
    }
  });

  it('come again on working mornings while it stays overdue, and then no more', async () => {
    await add();
    setNow('2026-12-04T15:15:00Z');
    await ringAlarm();
    // The eighth is a holiday in Portugal; nobody works at the weekend.
    await send('settings.set', { change: { holidays: 'PT' } });
    for (const [stage, day] of ['07', '09', '10', '11', '14'].entries()) {
      setNow(`2026-12-${day}T08:59:59Z`);
      await ringAlarm();
      expect((await rang()).length).toBe(3 + stage);
      setNow(`2026-12-${day}T09:00:00Z`);
      await ringAlarm();
      expect(browser.notices()).toEqual([`promise:call:again-${stage + 1}`]);
    }
    expect(fakeBrowser.notifications.getAllCreateOptions()['promise:call:again-5']?.message).toMatch(/^Overdue/);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('wait for the end of quiet hours, whatever rings in them', async () => {
    await send('settings.set', { change: { reminders: { lead: {}, quiet: { start: '22:00', end: '07:30' } } } });
    await add({ due: { ...CALL.due!, start: '2026-12-04T06:00:00Z', end: '2026-12-04T06:00:00Z' } });
    setNow('2026-12-04T06:30:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual([]);
    expect(await alarm()).toBe('2026-12-04T07:00:00Z');
    setNow('2026-12-04T07:30:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:overdue']);
  });

  it('warn as long before as is set for the kind, from the moment it is set', async () => {
    await add();
    await send('settings.set', { change: { reminders: { lead: { callback: 45 }, quiet: null } } });
    setNow('2026-12-04T14:15:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:before']);
  });

  it('that are put off in another window while they are being shown, come at the new time', async () => {
    await add();
    const original = fakeBrowser.notifications.create;
    const later = { do: 'snooze', until: '2026-12-04T17:00:00Z' } as const;
    fakeBrowser.notifications.create = (async (id: string, options: never) => {
      fakeBrowser.notifications.create = original;
      void send('promise.change', { id: 'call', change: later });
      await settled();
      return original(id, options);
    }) as never;
    setNow('2026-12-04T15:00:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual([]);
    expect(await rang()).toEqual([]);
    setNow('2026-12-04T17:00:00Z');
    await ringAlarm();
    expect(browser.notices()).toEqual(['promise:call:overdue']);
  });
});

describe('after a restart', () => {
  it('the alarm that was lost is set again', async () => {
    await add();
    setNow('2026-12-04T14:40:00Z');
    browser = await restart(database);
    expect(await alarm()).toBe('2026-12-04T14:50:00Z');
    expect(browser.notices()).toEqual([]);
  });

  it('what fell due while the browser was closed rings at once, the last stage for all', async () => {
    await add();
    setNow('2026-12-07T08:00:00Z');
    browser = await restart(database);
    expect(browser.notices()).toEqual(['promise:call:overdue']);
    expect(await rang()).toEqual(['before', 'due', 'overdue']);
    browser = await restart(database);
    expect(browser.notices()).toEqual([]);
    expect(await browser.badge()).toBe('1');
  });

  it('installing, updating and the browser’s start look at the ledger too', async () => {
    await add();
    setNow('2026-12-04T14:50:00Z');
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    await settled();
    expect(browser.notices()).toEqual(['promise:call:before']);
    setNow('2026-12-04T15:00:00Z');
    await fakeBrowser.runtime.onStartup.trigger();
    await settled();
    expect(browser.notices()).toEqual(['promise:call:due']);
  });

  it('one digest stands for many', async () => {
    for (let n = 0; n < 7; n += 1) await add({ id: `p${n}` });
    setNow('2026-12-07T08:00:00Z');
    browser = await restart(database);
    expect(browser.notices()).toEqual(['promises:digest']);
    const digest = fakeBrowser.notifications.getAllCreateOptions()['promises:digest'];
    expect(digest?.title).toBe('Promises waiting for you: 7');
    expect(digest?.message).toBe('Overdue: 7\nOpen the panel and start with the oldest.');
    expect(await rang('p6')).toEqual(['before', 'due', 'overdue']);
    expect(await browser.badge()).toBe('7');
  });
});

describe('very many at once', () => {
  it('are all taken up, batch by batch, and told as one', async () => {
    const ledger = new Promises<PromiseRecord>(new Store(database), recordProblem, () => '2026-12-01T10:00:00Z');
    const settings = defaults('en');
    const many = Array.from({ length: 1_000 }, (_, n) => recordOf(draft({ id: `p${n}` }), '2026-12-01T10:00:00Z'));
    await ledger.merge(many, (record) => entryOf(record, settings, '2026-12-01T10:00:00Z'), true);
    setNow('2026-12-07T08:00:00Z');
    browser = await restart(database);
    expect(fakeBrowser.notifications.getAllCreateOptions()['promises:digest']?.title).toBe('Promises waiting for you: 1000');
    expect(browser.notices()).toEqual(['promises:digest']);
    expect(await browser.badge()).toBe('99+');
    const all = await send('promise.list', { which: 'open', limit: 500 });
    expect(all.promises.every(({ rang: stages }) => stages.join() === 'before,due,overdue')).toBe(true);
    // The working day begins at nine, and then they ring again.
    expect(await alarm()).toBe('2026-12-07T08:30:00Z');
  });
});

describe('the worker stopped at any step', () => {
  const put = IDBObjectStore.prototype.put;
  const originals = { notice: fakeBrowser.notifications.create, alarm: fakeBrowser.alarms.create, badge: fakeBrowser.action.setBadgeText };
  afterEach(() => alive());

  function alive(): void {
    IDBObjectStore.prototype.put = put;
    Object.assign(fakeBrowser.notifications, { create: originals.notice });
    Object.assign(fakeBrowser.alarms, { create: originals.alarm });
    Object.assign(fakeBrowser.action, { setBadgeText: originals.badge });
  }
  /** From the given step on nothing that the worker does takes effect. Answers how many steps were begun. */
  function stopAt(step: number): () => number {
    let begun = 0;
    const guarded = <A extends unknown[], T>(call: (...args: A) => T) => function (this: unknown, ...args: A): T {
      begun += 1;
      if (begun > step) throw new DOMException('the worker is gone', 'AbortError');
      return call.apply(this, args);
    };
    IDBObjectStore.prototype.put = guarded(put);
    Object.assign(fakeBrowser.notifications, { create: guarded(originals.notice as never) });
    Object.assign(fakeBrowser.alarms, { create: guarded(originals.alarm as never) });
    Object.assign(fakeBrowser.action, { setBadgeText: guarded(originals.badge as never) });
    return () => begun;
  }

  it('rings all the same when it comes back, records each stage once, and has its alarm', async () => {
    let steps = 1;
    for (let step = 0; step < steps; step += 1) {
      setNow('2026-12-01T10:00:00Z');
      database = freshDatabase();
      browser = await restart(database);
      await add();
      setNow('2026-12-04T15:00:00Z');
      const begun = stopAt(step);
      await ringAlarm();
      steps = Math.max(steps, begun());
      alive();
      // The script runs anew in the same browser, as for the next event.
      fakeBrowser.runtime.onMessage.removeAllListeners();
      fakeBrowser.alarms.onAlarm.removeAllListeners();
      await start(database);
      expect(browser.notices(), `step ${step}`).toEqual(['promise:call:due']);
      expect(await rang(), `step ${step}`).toEqual(['before', 'due']);
      expect(await browser.badge(), `step ${step}`).toBe('1');
      expect(await alarm(), `step ${step}`).toBe('2026-12-04T15:15:00Z');
    }
    expect(steps).toBeGreaterThan(3);
  });
});

describe('killed between ringing and recording', () => {
  it('the ring is owed still, and shown once where the browser holds it', async () => {
    await add();
    setNow('2026-12-04T15:00:00Z');
    // The worker dies when the notification stands: nothing after it is done.
    const original = fakeBrowser.notifications.create;
    let created = 0;
    fakeBrowser.notifications.create = (async (id: string, options: object) => {
      created += 1;
      await original(id, options as never);
      await new Promise(() => undefined);
    }) as never;
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminders', scheduledTime: 0, persistAcrossSessions: false });
    await settled();
    fakeBrowser.notifications.create = original;
    const held = fakeBrowser.notifications.getAllCreateOptions();
    expect(Object.keys(held)).toEqual(['promise:call:due']);
    expect(created).toBe(1);

    browser = await restart(database);
    // After a worker's death the browser holds its notifications, unlike after its own.
    expect(browser.notices()).toEqual(['promise:call:due']);
    expect(await rang()).toEqual(['before', 'due']);
  });

  it('a notification the browser still holds is not shown a second time', async () => {
    await add();
    setNow('2026-12-04T15:00:00Z');
    await fakeBrowser.notifications.create('promise:call:due', { type: 'basic', title: 'shown before', message: '', iconUrl: '' });
    await ringAlarm();
    expect(fakeBrowser.notifications.getAllCreateOptions()['promise:call:due']?.title).toBe('shown before');
    expect(await rang()).toEqual(['before', 'due']);
  });
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
