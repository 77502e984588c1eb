import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eventually, freshDatabase, restart, settled, type Browser } from './kit';

const FILE = 'content-scripts/content.js';
let browser: Browser, queries: (readonly string[])[];
beforeEach(async () => {
  browser = await restart(freshDatabase());
  queries = [];
  fakeBrowser.runtime.getManifest = () => ({
    manifest_version: 3, name: 'Keepword', version: '2',
    content_scripts: [{ js: [FILE], matches: ['https://mail.example.com/*'], exclude_matches: ['https://mail.example.com/mu/*'] }],
  }) as never;
  fakeBrowser.tabs.query = (async ({ url }: { url: string[] }) => {
    queries.push(url);
    return url[0]?.endsWith('/mu/*') ? [{ id: 2 }] : [{ id: 1 }, { id: 2 }, { id: 3, discarded: true }, { id: 4 }];
  }) as never;
});
const happens = (reason: string): Promise<unknown> => fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false } as never);

describe('after an update', () => {
  it.each(['update', 'install'])('%s: the script comes back into open pages we may see, but for those that are left out', async (reason) => {
    await happens(reason);
    await eventually(() => expect(browser.sites.injected).toEqual([1, 4]));
    expect(queries.at(-1)).toEqual(['https://mail.example.com/*']);
  });

  it('also on sites that the agent switched on', async () => {
    browser.sites.granted = ['https://desk.example.org/*'];
    browser.sites.changed();
    await settled();
    browser.sites.injected.length = 0;
    await happens('update');
    await eventually(() => expect(queries.at(-1)).toEqual(['https://mail.example.com/*', 'https://desk.example.org/*']));
  });

  it('a page that may not be scripted keeps none of the others', async () => {
    const inject = fakeBrowser.scripting as unknown as { executeScript: (what: { target: { tabId: number } }) => Promise<void> };
    const before = inject.executeScript;
    inject.executeScript = async (what) => {
      if (what.target.tabId === 1) throw new Error('Cannot access contents of the page');
      return before(what);
    };
    await happens('update');
    await eventually(() => expect(browser.sites.injected).toEqual([4]));
  });

  it('Firefox does it by itself', async () => {
    fakeBrowser.runtime.getURL = ((path: string) => `moz-extension://x${path}`) as never;
    await happens('update');
    await settled();
    expect(browser.sites.injected).toEqual([]);
  });

  it('nothing at a mere start of the browser', async () => {
    await fakeBrowser.runtime.onStartup.trigger();
    await settled();
    expect(browser.sites.injected).toEqual([]);
  });
});
