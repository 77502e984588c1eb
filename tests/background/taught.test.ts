import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send } from '../../utils/messages/send';
import { readPackText } from '../../utils/phrases/pack';
import { freshDatabase, restart, settled, type Browser } from './kit';
import { BASE } from './packs-kit';

let browser: Browser, database: string;
beforeEach(async () => {
  database = freshDatabase();
  browser = await restart(database);
});

const host = (over: Record<string, unknown> = {}) => ({
  id: 'taught-desk-example-org', name: 'desk.example.org', evidence: { date: '2026-11-27', source: 'taught on the page', checked: 'application' as const }, confidence: 'medium' as const,
  match: ['https://desk.example.org/*'], identity: [], customer: 'by-type', read: { customer: ['.msg'] }, write: { editor: ['#reply'] }, ...over,
});
/** As a content script of that page asks. */
const fromPage = (url: string, name: string, ask: unknown): Promise<{ ok: boolean; error?: string; answer?: unknown }> => new Promise((resolve) => {
  void fakeBrowser.runtime.onMessage.trigger({ to: 'background', ask: name, with: ask }, { tab: { id: 7 } as never, frameId: 0, url }, resolve as never);
});
const hostsAt = async (url: string) => ((await fromPage(url, 'host.list', {})).answer as { hosts: { id: string }[] }).hosts.map(({ id }) => id);

describe('a site that was taught', () => {
  it('is kept, told with what was shown, and used on its own origin alone', async () => {
    expect(await fromPage('https://desk.example.org/t/5', 'site.teach', { host: host(), use: true })).toMatchObject({ ok: true });
    expect((await send('site.taught', {})).sites).toEqual([{ id: 'taught-desk-example-org', site: 'https://desk.example.org/*', name: 'desk.example.org', use: true, parts: ['message', 'editor'] }]);
    expect(await hostsAt('https://desk.example.org/other')).toEqual(['taught-desk-example-org']);
    expect(await hostsAt('https://desk.example.org:8443/')).toEqual([]);
    expect(await hostsAt('https://elsewhere.example.org/')).toEqual([]);
    browser = await restart(database);
    expect(await hostsAt('https://desk.example.org/other')).toEqual(['taught-desk-example-org']);
  });

  it('tells the pages of that site', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://desk.example.org/1' });
    browser.listening.set(tab.id ?? 0, undefined);
    await fromPage('https://desk.example.org/t/5', 'site.teach', { host: host(), use: true });
    await settled();
    expect(browser.toTabs.map(({ message }) => message)).toContainEqual({ to: 'reply', push: 'sites.changed', site: 'https://desk.example.org/*' });
  });

  it('comes before packs and what is built in, and no more once it is not used', async () => {
    await fromPage('https://desk.example.org/', 'site.teach', { host: host(), use: false });
    expect(await hostsAt('https://desk.example.org/')).toEqual([]);
    await send('site.change', { id: 'taught-desk-example-org', change: { do: 'use', use: true } });
    vi.stubGlobal('fetch', async (url: string) => new Response(BASE[/knowledge\/(en|pt|pl)/u.exec(url)?.[1] as keyof typeof BASE]));
    const pack = { keepword: 1, id: 'acme.pages', name: 'Pages', version: '1', languages: ['en'], hosts: [host({ id: 'acme-desk' })] };
    await send('pack.install', { file: { text: JSON.stringify(pack) }, source: 'file' });
    expect(await hostsAt('https://desk.example.org/')).toEqual(['taught-desk-example-org', 'acme-desk']);
  });

  it('is replaced when it is taught anew, renamed and removed', async () => {
    await fromPage('https://desk.example.org/', 'site.teach', { host: host(), use: true });
    await fromPage('https://desk.example.org/', 'site.teach', { host: host({ read: {} }), use: true });
    expect((await send('site.taught', {})).sites.map(({ parts }) => parts)).toEqual([['editor']]);
    expect((await send('site.change', { id: 'taught-desk-example-org', change: { do: 'name', name: 'Our desk' } })).sites.map(({ name }) => name)).toEqual(['Our desk']);
    expect((await send('site.change', { id: 'taught-desk-example-org', change: { do: 'remove' } })).sites).toEqual([]);
    await expect(send('site.change', { id: 'taught-desk-example-org', change: { do: 'remove' } })).rejects.toThrow('no taught site taught-desk-example-org');
  });

  it('goes into a pack that is read like any other', async () => {
    await fromPage('https://desk.example.org/', 'site.teach', { host: host(), use: true });
    const file = await send('site.export', { id: 'taught-desk-example-org' });
    expect(file.name).toBe('desk-example-org.keepword.json');
    const read = readPackText(file.text);
    expect('pack' in read && read.pack?.hosts).toEqual([host()]);
  });

  it.each([
    ['another origin than the page’s', host({ match: ['https://elsewhere.example.org/*'] }), 'for https://elsewhere.example.org/*'],
    ['more than one origin', host({ match: ['https://desk.example.org/*', 'https://b.example.org/*'] }), 'one origin'],
    ['a name of what is built in', host({ id: 'gmail' }), 'an id of its own'],
    ['no description', host({ write: {} }), 'editor'],
  ])('is refused for %s, and says why', async (_what, given, why) => {
    const answer = await fromPage('https://desk.example.org/', 'site.teach', { host: given, use: true });
    expect(answer.ok).toBe(false);
    expect(answer.error).toContain(why);
    expect((await send('site.taught', {})).sites).toEqual([]);
  });

  it('is no business of a host’s page, beyond its own description', async () => {
    for (const [name, ask] of [['site.taught', {}], ['site.here', { tab: 1 }], ['site.export', { id: 'x' }], ['site.change', { id: 'x', change: { do: 'remove' } }], ['site.start', { site: 'x' }], ['site.leave', { site: 'https://desk.example.org/*' }]] as const) {
      expect(await fromPage('https://desk.example.org/', name, ask)).toMatchObject({ ok: false, error: expect.stringContaining('own pages alone') as string });
    }
  });
});

describe('what the page of a tab is', () => {
  const at = async (url: string | undefined) => {
    fakeBrowser.tabs.get = (async () => ({ id: 9, url })) as never;
    return send('site.here', { tab: 9 });
  };
  it.each([
    ['https://mail.example.com/inbox', { state: 'known', site: null, name: 'mail.example.com' }],
    ['https://desk.example.org/t/5', { state: 'off', site: 'https://desk.example.org/*', name: 'desk.example.org' }],
    ['http://127.0.0.1:8100/', { state: 'off', site: 'http://127.0.0.1/*', name: '127.0.0.1' }],
    ['chrome://settings/', { state: 'closed', site: null, name: null }], ['about:addons', { state: 'closed', site: null, name: null }],
    ['https://addons.mozilla.org/x', { state: 'closed', site: null, name: 'addons.mozilla.org' }],
    [undefined, { state: 'unseen', site: null, name: null }],
  ])('%s', async (url, here) => expect(await at(url)).toEqual(here));

  it('that was switched on says so, and is told to go when it is switched off', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://desk.example.org/1' });
    browser.listening.set(tab.id ?? 0, undefined);
    browser.sites.granted = ['https://desk.example.org/*'];
    browser.sites.changed();
    await settled();
    expect(await at('https://desk.example.org/t/5')).toMatchObject({ state: 'on' });
    browser.sites.granted = [];
    browser.sites.changed();
    await settled();
    expect(await at('https://desk.example.org/t/5')).toMatchObject({ state: 'off' });
    expect(browser.toTabs.map(({ message }) => message)).toContainEqual({ to: 'reply', push: 'site.off', sites: ['https://desk.example.org/*'] });
  });

  it('that the browser doesn’t name though the button was pressed over it, lets no extension in', async () => {
    await fakeBrowser.action.onClicked.trigger({ id: 9 } as never);
    expect(await at(undefined)).toMatchObject({ state: 'closed' });
    expect(browser.pushed).toContainEqual({ to: 'panel', push: 'site.seen', tab: 9 });
  });
});
