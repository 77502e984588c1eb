/** Whatever stopped in between, what is owed rings, and once. */
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
import { add, alarm, draft, fresh, rang, restart, ringAlarm, setNow, settled } from './kit';
import type { Browser } from './kit';

let database: string;
let browser: Browser;

beforeEach(async () => { ({ database, browser } = await fresh()); });
afterEach(() => {
  vi.useRealTimers();
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
      ({ database, browser } = await fresh());
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
