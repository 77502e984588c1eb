import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  alarmAt, alive, clearAlarm, closeLocalArea, iconPath, isOwnUrl, loadTemporal, loadTemporalInWorker, notify, now, onMessage, openNativePanel, openTabs, ownUrl, readAsset, recall, remember, setAlarm, shownNotices, showTab, zone,
} from '../../utils/browser';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the store that holds the second copy', () => {
  const { local } = fakeBrowser.storage as unknown as { local: { setAccessLevel?: unknown } };
  const known = local.setAccessLevel;
  afterEach(() => { local.setAccessLevel = known; });

  it('is kept to the extension’s own pages where the browser can', () => {
    const asked = vi.fn(async () => undefined);
    local.setAccessLevel = asked;
    closeLocalArea();
    expect(asked).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });
  it.each([undefined, async () => { throw new Error('not for this store'); }, () => { throw new Error('not for this store'); }])('is used as it is where it can’t', (level) => {
    local.setAccessLevel = level;
    expect(closeLocalArea).not.toThrow();
  });
});

describe('the clock', () => {
  it('tells the instant in UTC and a zone that can be reckoned with', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Temporal.Instant.from('2026-12-01T10:00:00.5Z').epochMilliseconds });
    expect(now()).toBe('2026-12-01T10:00:00.500Z');
    expect(() => Temporal.Now.zonedDateTimeISO(zone())).not.toThrow();
  });
});

describe('alarms', () => {
  it('are set, replaced, read and taken away by name', async () => {
    expect(await alarmAt('a')).toBeNull();
    await setAlarm('a', '2030-01-01T00:00:00Z', 30);
    await setAlarm('a', '2030-01-02T00:00:00+01:00', 30);
    expect(await alarmAt('a')).toBe('2030-01-01T23:00:00Z');
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
    await clearAlarm('a');
    expect(await alarmAt('a')).toBeNull();
  });
});

describe('notifications', () => {
  const notice = { id: 'n', title: 't', body: 'b', buttons: ['one', 'two', 'three'], stays: true };
  const tried: { buttons?: { title: string }[]; iconUrl: string }[] = [];
  const refuse = (refused: (options: { buttons?: unknown; iconUrl: string }) => boolean): void => {
    tried.length = 0;
    fakeBrowser.notifications.create = (async (_id: string, options: { buttons?: { title: string }[]; iconUrl: string }) => {
      tried.push(options);
      if (refused(options)) throw new Error('refused');
      return 'n';
    }) as never;
  };
  const { create } = fakeBrowser.notifications;
  beforeEach(() => {
    fakeBrowser.runtime.getManifest = () => ({ icons: { 16: 'icon/16.png', 128: 'icon/128.png' } }) as never;
  });
  afterEach(() => {
    fakeBrowser.notifications.create = create;
  });

  it('have two buttons and the largest icon', async () => {
    refuse(() => false);
    await notify(notice);
    expect(tried.map(({ buttons, iconUrl }) => [buttons?.length, iconUrl])).toEqual([[2, ownUrl('icon/128.png')]]);
    expect(iconPath()).toBe('icon/128.png');
  });

  it('go without what is refused: buttons, then the icon', async () => {
    refuse((options) => 'buttons' in options);
    await notify(notice);
    expect(tried).toHaveLength(2);
    refuse(({ iconUrl }) => !iconUrl.startsWith('data:'));
    await notify(notice);
    expect(tried).toHaveLength(3);
    refuse(() => true);
    await expect(notify(notice)).rejects.toThrow('refused');
  });

  it('that are held are known', async () => {
    fakeBrowser.notifications.create = create;
    await notify(notice);
    expect(await shownNotices()).toEqual(new Set(['n']));
  });
});

describe('messages', () => {
  it('tell our own pages from the scripts in others’', async () => {
    const seen: unknown[] = [];
    onMessage((_message, sender) => {
      seen.push(sender);
      return undefined;
    });
    await fakeBrowser.runtime.onMessage.trigger(1, { tab: { id: 3 } as never, frameId: 5, url: 'https://example.com/' }, () => undefined);
    await fakeBrowser.runtime.onMessage.trigger(1, { tab: { id: 3 } as never, frameId: 6, url: ownUrl('panel.html') }, () => undefined);
    await fakeBrowser.runtime.onMessage.trigger(1, {}, () => undefined);
    expect(seen).toEqual([
      { tab: 3, frame: 5, url: 'https://example.com/', own: false },
      { tab: 3, frame: 6, url: ownUrl('panel.html'), own: true },
      { tab: null, frame: null, url: null, own: true },
    ]);
    expect(isOwnUrl(`https://example.com/?${ownUrl('/')}`)).toBe(false);
  });

  it('whose answer fails are answered all the same', async () => {
    onMessage(() => Promise.reject(new Error('x')));
    expect(await fakeBrowser.runtime.sendMessage({})).toBeUndefined();
  });

  it('know a page that has lost its extension', () => {
    expect(alive()).toBe(true);
  });
});

describe('panel, tabs, memory, files', () => {
  it('opens the side panel of the tab, or the sidebar, within the gesture', async () => {
    const opened: unknown[] = [];
    const sidePanel = fakeBrowser.sidePanel;
    Object.assign(fakeBrowser, { sidePanel: { open: async (where: unknown) => void opened.push(where) } });
    const opening = openNativePanel(7);
    expect(opened).toEqual([{ tabId: 7 }]);
    expect(await opening).toBe(true);
    expect(await openNativePanel(null)).toBe(false);
    Object.assign(fakeBrowser, { sidePanel, sidebarAction: { open: async () => { throw new Error('no gesture'); } } });
    expect(await openNativePanel(7)).toBe(false);
    Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
  });

  it('brings a tab to the front, unless it is gone', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://example.com/' });
    expect((await openTabs()).map(({ id }) => id)).toContain(tab.id);
    expect(await showTab(tab.id!)).toBe(true);
    expect(await showTab(987_654)).toBe(false);
  });

  it('remembers for the session', async () => {
    expect(await recall('k')).toBeNull();
    await remember('k', [1]);
    expect(await recall('k')).toEqual([1]);
  });

  it('reads its own files, and names the one it could not', async () => {
    vi.stubGlobal('fetch', async (url: string) => (url === ownUrl('a.json') ? new Response('{}') : new Response('', { status: 404 })));
    expect(await readAsset('a.json')).toBe('{}');
    await expect(readAsset('b.json')).rejects.toThrow("the extension's own file b.json could not be read");
    vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch'); });
    await expect(readAsset('a.json')).rejects.toThrow('a.json could not be read');
  });
});

describe('Temporal', () => {
  it('is loaded by a worker only where it is missing', async () => {
    const loaded: string[] = [];
    vi.stubGlobal('importScripts', (url: string) => loaded.push(url));
    loadTemporalInWorker();
    await loadTemporal();
    expect(loaded).toEqual([]);
    const there = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')!;
    Reflect.deleteProperty(globalThis, 'Temporal');
    try {
      loadTemporalInWorker();
    } finally {
      Object.defineProperty(globalThis, 'Temporal', there);
    }
    expect(loaded).toEqual([ownUrl('temporal.js')]);
  });
});
