/** What rings, when, and how it is said. */
// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../utils/messages/send';
import { eventually, add, alarm, CALL, fresh, rang, ringAlarm, setNow, settled } from './kit';
import type { Browser } from './kit';

let browser: Browser;

beforeEach(async () => { ({ browser } = await fresh()); });
afterEach(() => {
  vi.useRealTimers();
});

describe('reminders', () => {
  it('set no alarm where there is nothing to ring', async () => {
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    await add({ id: 'undated', due: null });
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('set one alarm: at the ring, or at the heartbeat where that is sooner', async () => {
    await add();
    await eventually(async () => { expect(await alarm()).toBe('2026-12-01T10:30:00Z'); });
    setNow('2026-12-04T14:40:00Z');
    await ringAlarm();
    expect(await alarm()).toBe('2026-12-04T14:50:00Z');
    await add({ id: 'other', due: { ...CALL.due!, start: '2026-12-04T14:55:00Z', end: '2026-12-04T14:55:00Z' } });
    await eventually(async () => { expect(await alarm()).toBe('2026-12-04T14:45:00Z'); });
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
