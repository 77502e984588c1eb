// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../utils/messages/send';
import { add, freshDatabase, restart, setNow, settled } from './kit';
import type { Browser } from './kit';

interface Saved { readonly filename: string; readonly text: string }
let database: string;
let browser: Browser;
/** The downloads folder, and how the browser stands to it. */
let saved: Saved[];
let allowed: boolean;
let ends: 'complete' | 'interrupted';

function fakeDownloads(): void {
  Object.assign(fakeBrowser.permissions, { contains: async () => allowed });
  Object.assign(fakeBrowser, {
    downloads: {
      download: async ({ url, filename }: { url: string; filename: string }) => {
        const [head = '', body = ''] = url.split(',');
        expect(head).toMatch(/^data:application\/json;base64$/);
        if (ends === 'complete') saved.push({ filename, text: Buffer.from(body, 'base64').toString('utf8') });
        return 1;
      },
      search: async () => [{ state: ends, ...(ends === 'interrupted' ? { error: 'FILE_NO_SPACE' } : {}) }],
    },
  });
}
async function again(at: string): Promise<void> {
  setNow(at);
  browser = await restart(database);
  fakeDownloads();
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'backup', scheduledTime: 0, persistAcrossSessions: false });
  await settled();
}
const alarm = async (): Promise<string | null> => {
  const set = await fakeBrowser.alarms.get('backup');
  return set ? Temporal.Instant.fromEpochMilliseconds(set.scheduledTime).toString() : null;
};

beforeEach(async () => {
  setNow('2026-12-01T10:00:00Z');
  vi.stubGlobal('URL', Object.assign(class extends URL {}, { createObjectURL: undefined }));
  [saved, allowed, ends] = [[], true, 'complete'];
  database = freshDatabase();
  browser = await restart(database);
  fakeDownloads();
  await add({ text: 'Oddzwonię — jutro o 15 😀' });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a backup', () => {
  it('is not made unless it is wanted', async () => {
    await again('2026-12-03T10:00:00Z');
    expect(saved).toEqual([]);
    expect(await alarm()).toBeNull();
  });

  it('is the whole ledger, once a day, also after a start', async () => {
    await send('settings.set', { change: { backup: 'daily' } });
    await settled();
    expect(saved.map(({ filename }) => filename)).toEqual(['Keepword/keepword-2026-12-01.json']);
    expect(JSON.parse(saved[0]!.text)).toMatchObject({ version: 1, promises: [{ id: 'call', text: 'Oddzwonię — jutro o 15 😀' }] });
    expect(await alarm()).toBe('2026-12-02T00:00:00Z');
    await again('2026-12-01T23:59:00Z');
    expect(saved).toHaveLength(1);
    await again('2026-12-02T08:00:00Z');
    await again('2026-12-02T09:00:00Z');
    expect(saved.map(({ filename }) => filename)).toEqual(['Keepword/keepword-2026-12-01.json', 'Keepword/keepword-2026-12-02.json']);
    expect(browser.notices()).toEqual([]);
  });

  it('comes every seventh day where that is wanted', async () => {
    await send('settings.set', { change: { backup: 'weekly' } });
    await settled();
    await again('2026-12-07T23:00:00Z');
    expect(saved).toHaveLength(1);
    await again('2026-12-08T00:00:00Z');
    expect(saved).toHaveLength(2);
  });

  it('stops where it is switched off', async () => {
    await send('settings.set', { change: { backup: 'daily' } });
    await settled();
    await send('settings.set', { change: { backup: 'off' } });
    await settled();
    expect(await alarm()).toBeNull();
    await again('2026-12-05T10:00:00Z');
    expect(saved).toHaveLength(1);
  });

  it('is not made of an empty ledger', async () => {
    database = freshDatabase();
    browser = await restart(database);
    fakeDownloads();
    await send('settings.set', { change: { backup: 'daily' } });
    await settled();
    expect(saved).toEqual([]);
    expect(browser.notices()).toEqual([]);
  });

  it('is made again after the clock was put back', async () => {
    await send('settings.set', { change: { backup: 'weekly' } });
    await settled();
    await again('2026-11-20T10:00:00Z');
    expect(saved.map(({ filename }) => filename)).toContain('Keepword/keepword-2026-11-20.json');
  });
});

describe('a backup that fails', () => {
  it('is told once, tried again in an hour, and told no more when it works', async () => {
    ends = 'interrupted';
    await send('settings.set', { change: { backup: 'daily' } });
    await settled();
    expect(browser.notices()).toEqual(['backup:failed']);
    expect(await alarm()).toBe('2026-12-01T11:00:00Z');
    await again('2026-12-01T10:30:00Z');
    await again('2026-12-01T11:00:00Z');
    // This browser was started anew and shows nothing: it was told already.
    expect(browser.notices()).toEqual([]);
    ends = 'complete';
    await again('2026-12-01T12:00:00Z');
    expect(saved).toHaveLength(1);
    ends = 'interrupted';
    await again('2026-12-02T12:00:00Z');
    expect(browser.notices()).toEqual(['backup:failed']);
  });

  it('for want of the permission says so', async () => {
    allowed = false;
    await send('settings.set', { change: { backup: 'daily' } });
    await settled();
    expect(browser.notices()).toEqual(['backup:failed']);
    expect(saved).toEqual([]);
  });
});
