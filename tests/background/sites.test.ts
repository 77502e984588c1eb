import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sitePattern } from '../../utils/browser';
import { freshDatabase, restart, settled, type Browser } from './kit';

let browser: Browser;
beforeEach(async () => { browser = await restart(freshDatabase()); });

const grant = async (...patterns: string[]) => {
  browser.sites.granted = patterns;
  browser.sites.changed();
  await settled();
};
const running = () => browser.sites.registered.flatMap(({ matches }) => matches);

describe('sites that the agent switches on', () => {
  it('run the content script, beside the supported hosts', async () => {
    await grant('https://desk.example.org/*');
    expect(running()).toEqual(['https://desk.example.org/*']);
  });

  it('get it at once in their open tabs, once', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://desk.example.org/1' });
    fakeBrowser.tabs.query = (async () => [tab]) as never;
    await grant('https://desk.example.org/*');
    await grant('https://desk.example.org/*');
    expect(browser.sites.injected).toEqual([tab.id]);
  });

  it('stop when they are switched off', async () => {
    await grant('https://desk.example.org/*', 'http://127.0.0.1/*');
    await grant('http://127.0.0.1/*');
    expect(running()).toEqual(['http://127.0.0.1/*']);
    await grant();
    expect(browser.sites.registered).toEqual([]);
  });
});

describe('the pattern of a site', () => {
  it.each([
    ['https://desk.example.org/tickets/5?x=1', 'https://desk.example.org/*'],
    ['http://127.0.0.1:8100/?_task=mail', 'http://127.0.0.1/*'],
    ['about:addons', null], ['chrome://extensions', null], ['file:///etc/hosts', null], ['nonsense', null],
  ])('%s', (address, pattern) => expect(sitePattern(address)).toBe(pattern));
});
