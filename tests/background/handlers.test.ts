// First: the database in memory must be there before anything opens one.
import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { push, receive } from '../../utils/messages/push';
import type { Reply, ReplyView, RequestName, Requests } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import { add, CALL, fresh, setNow, settled } from './kit';
import type { Browser } from './kit';

let database: string;
let browser: Browser;

beforeEach(async () => { ({ database, browser } = await fresh()); });
afterEach(() => {
  vi.useRealTimers();
});

/** Asks as the content script of a host's page does. */
async function askFromPage<N extends RequestName>(name: N, ask: Requests[N]['ask'], tab = 7): Promise<Reply<N>> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ to: 'background', ask: name, with: ask }, { tab: { id: tab } as never, frameId: 0, url: 'https://example.com/17' }, resolve as never);
  });
}
/** Says, as the reply in `tab`, which conversation it is about. */
async function reply(tab: number, url: string, conversation = CALL.conversation): Promise<void> {
  const view = { key: `key of ${tab}`, conversation } as ReplyView;
  await fakeBrowser.runtime.onMessage.trigger({ to: 'panel', push: 'reply.view', view }, { tab: { id: tab } as never, frameId: 0, url }, () => undefined);
  await settled();
}
const pushes = (to = 'panel'): string[] => browser.pushed.filter((each) => each.to === to).map((each) => each.push);

describe('promises', () => {
  it('are kept once, with their history', async () => {
    const first = await add();
    const second = await add({ text: 'another text' });
    expect(second).toEqual(first);
    expect(first).toMatchObject({ id: 'call', status: 'open', createdAt: '2026-12-01T10:00:00.000Z', rang: [], history: [{ what: 'confirmed' }] });
  });

  it('sent unconfirmed and then confirmed are one promise, with the date that was confirmed', async () => {
    await add({ status: 'tentative' });
    expect((await send('promise.list', { which: 'tentative' })).promises).toHaveLength(1);
    const due = { ...CALL.due!, start: '2026-12-04T16:00:00Z', end: '2026-12-04T16:00:00Z' };
    expect(await add({ due })).toMatchObject({ status: 'open', due });
    expect((await send('promise.list', { which: 'tentative' })).promises).toEqual([]);
    // A late echo of the sending does not make it uncertain again.
    expect((await add({ status: 'tentative' })).status).toBe('open');
  });

  it('move once, however often it is asked', async () => {
    await add();
    const due = { start: '2026-12-07T15:00:00Z', end: '2026-12-07T15:00:00Z', precision: 'minute' } as const;
    const moved = await send('promise.change', { id: 'call', change: { do: 'move', due } });
    expect(moved).toMatchObject({ id: 'call#2', previous: 'call', due });
    expect(await send('promise.change', { id: 'call', change: { do: 'move', due } })).toEqual(moved);
    await expect(send('promise.change', { id: 'call', change: { do: 'keep' } })).rejects.toThrow('call#2 took its place');
    expect((await send('promise.list', { which: 'open' })).promises.map(({ id }) => id)).toEqual(['call#2']);
  });

  it('tell the panels of every change, and of none that was made before', async () => {
    await add();
    expect(pushes()).toEqual(['ledger.changed']);
    await add();
    await send('promise.change', { id: 'call', change: { do: 'keep' } });
    await send('promise.change', { id: 'call', change: { do: 'keep' } });
    expect(pushes()).toEqual(['ledger.changed', 'ledger.changed']);
    expect(pushes('reply').length).toBeGreaterThan(0);
    expect(new Set(pushes('reply'))).toEqual(new Set(['promise.answered']));
    await expect(send('promise.change', { id: 'nobody', change: { do: 'keep' } })).rejects.toThrow('promise.change: no promise nobody in the ledger');
  });

  it('are listed with what is next and how many are due today', async () => {
    await add();
    await add({ id: 'today', due: { start: '2026-12-01T16:00:00Z', end: '2026-12-01T16:00:00Z', precision: 'minute' }, customer: { name: 'Another Customer', address: null } });
    setNow('2026-12-01T16:05:00Z');
    const due = await send('promise.list', { which: 'due' });
    expect(due.promises.map(({ id }) => id)).toEqual(['today']);
    expect(due.next?.id).toBe('call');
    expect(due.dueToday).toBe(1);
    expect((await send('promise.list', { which: 'open', customer: 'sample@example.com' })).promises.map(({ id }) => id)).toEqual(['call']);
    expect((await send('promise.list', { which: 'due', customer: 'sample@example.com' })).promises).toEqual([]);
    expect((await send('promise.list', { which: 'open', limit: 1 })).promises.map(({ id }) => id)).toEqual(['today']);
  });

  it('of others are not told to a host’s page', async () => {
    await add();
    expect(await askFromPage('promise.list', { which: 'open' })).toMatchObject({ ok: true, answer: { promises: [], next: null, dueToday: 0 } });
    const theirs = await askFromPage('promise.list', { which: 'open', conversation: { host: 'sample', id: '17' } });
    expect(theirs).toMatchObject({ ok: true, answer: { promises: [{ id: 'call' }], next: null } });
  });
});

describe('back to the conversation', () => {
  it('in the tab whose reply is about it', async () => {
    await add();
    const tab = await fakeBrowser.tabs.create({ url: 'https://example.com/inbox' });
    await reply(tab.id!, 'https://example.com/inbox');
    expect(await send('promise.open', { id: 'call' })).toEqual({ opened: 'tab' });
    expect((await fakeBrowser.tabs.get(tab.id!)).active).toBe(true);
  });

  it('in a tab that shows its address', async () => {
    await add();
    await fakeBrowser.tabs.create({ url: 'https://example.com/17' });
    expect(await send('promise.open', { id: 'call' })).toEqual({ opened: 'tab' });
  });

  it('in a new tab, where the reply is gone or about another one', async () => {
    await add();
    const tab = await fakeBrowser.tabs.create({ url: 'https://example.com/inbox' });
    await reply(tab.id!, 'https://example.com/inbox');
    await reply(tab.id!, 'https://example.com/inbox', { ...CALL.conversation!, id: '18' });
    expect(await send('promise.open', { id: 'call' })).toEqual({ opened: 'new' });
    await add({ id: 'phone', conversation: null });
    expect(await send('promise.open', { id: 'phone' })).toEqual({ opened: 'none' });
  });

  it('after the background has slept', async () => {
    await add();
    const tab = await fakeBrowser.tabs.create({ url: 'https://example.com/inbox' });
    await reply(tab.id!, 'https://example.com/inbox');
    // A nap: the script runs anew in the same browser.
    fakeBrowser.runtime.onMessage.removeAllListeners();
    const { start } = await import('../../entrypoints/background/start');
    await start(database);
    expect(await send('promise.open', { id: 'call' })).toEqual({ opened: 'tab' });
  });
});

describe('commands to a reply', () => {
  const command = { do: 'focus', key: 'k' } as const;

  it('go to its tab, and its word comes back', async () => {
    browser.listening.set(7, { ok: false, problem: 'the text has changed' });
    expect(await send('reply.command', { to: { tab: 7, frame: 2 }, command })).toEqual({ ok: false, problem: 'the text has changed' });
    expect(browser.toTabs).toEqual([{ tab: 7, message: { to: 'reply', push: 'command', address: { tab: 7, frame: 2 }, command } }]);
    browser.listening.set(7, undefined);
    expect(await send('reply.command', { to: { tab: 7 }, command })).toEqual({ ok: true });
  });

  it('reach a reply in one of our own pages, once', async () => {
    const heard: number[] = [];
    receive('reply', { tab: () => 9, signal: new AbortController().signal }, (message) => {
      if (message.push !== 'command') return undefined;
      heard.push(message.address.tab);
      return { ok: true };
    });
    // Its tab would hear what is sent to it as well: the way is chosen, not tried.
    browser.listening.set(9, undefined);
    await reply(9, fakeBrowser.runtime.getURL('/practice.html' as never));
    expect(await send('reply.command', { to: { tab: 9 }, command })).toEqual({ ok: true });
    expect(heard).toEqual([9]);
    expect(browser.toTabs).toEqual([]);
  });

  it('say so where nobody is there', async () => {
    expect(await send('reply.command', { to: { tab: 5 }, command })).toEqual({ ok: false, problem: 'no reply is open in that tab' });
  });
});

describe('the rest', () => {
  it('settings are kept, merged by origin, and told', async () => {
    browser.listening.set(7, undefined);
    await reply(7, 'https://example.com/17');
    await send('settings.set', { change: { panel: { 'https://a.example': { width: 400, open: true } } } });
    const settings = await send('settings.set', { change: { panel: { 'https://b.example': { width: 320, open: false } }, theme: 'dark' } });
    expect(Object.keys(settings.panel)).toEqual(['https://a.example', 'https://b.example']);
    expect(await send('settings.get', {})).toEqual(settings);
    expect(pushes()).toContain('settings.changed');
    expect(browser.toTabs.map(({ tab }) => tab)).toEqual([7, 7]);
    await expect(send('settings.set', { change: { theme: 'purple' as never } })).rejects.toThrow(/^settings\.set: change\.theme: /);
    await expect(send('settings.set', { change: { colour: 'red' } as never })).rejects.toThrow(/^settings\.set: change: /);
  });

  it('other hours move the morning’s reminder', async () => {
    await add({ due: { start: '2026-12-04T09:00:00Z', end: '2026-12-04T18:00:00Z', precision: 'day' } });
    await send('settings.set', { change: { hours: { days: [1], start: '07:00', end: '18:00' } } });
    setNow('2026-12-04T07:00:00Z');
    expect((await send('promise.list', { which: 'due' })).promises).toHaveLength(1);
  });

  it('strings come in the language asked for, with named places, and in English where one is missing', async () => {
    const { language, strings } = await send('strings.get', { language: 'pl' });
    expect(language).toBe('pl');
    expect(strings['notice_what_callback']).toBe('Zadzwoń: {who}');
    expect((await send('strings.get', { language: null })).language).toBe('en');
  });

  it('knowledge that is not there is said to be missing', async () => {
    await expect(send('knowledge.get', { asset: 'en' })).rejects.toThrow('knowledge.get: the extension’s own file knowledge/en.json could not be read'.replace('’', "'"));
  });

  it('phrases a customer got are remembered', async () => {
    await send('phrase.used', { phrase: 'p1', conversation: null, customer: 'sample@example.com' });
    await send('phrase.used', { phrase: 'p2', conversation: null, customer: 'sample@example.com' });
    expect(await send('phrase.last', { customer: 'Sample@example.com' })).toEqual({ phrases: ['p2', 'p1'] });
  });

  it('a panel is told its tab, and its tab that it is up', async () => {
    expect(await askFromPage('panel.hello', {}, 7)).toEqual({ ok: true, answer: { tab: 7 } });
    expect(await send('panel.hello', { tab: 4 })).toEqual({ tab: 4 });
    browser.listening.set(7, undefined);
    await askFromPage('panel.ready', { tab: 999 }, 7);
    expect(browser.toTabs).toEqual([{ tab: 7, message: { to: 'reply', push: 'panel.ready' } }]);
    expect(await send('panel.open-native', {})).toEqual({ ok: false });
  });

  it('nobody’s push is taken for a request', async () => {
    expect(await push({ to: 'panel', push: 'ledger.changed' })).toBeUndefined();
  });
});

describe('own use of phrases', () => {
  it('is counted, whoever the customer, and a favourite stays one', async () => {
    expect(await send('phrase.own', {})).toEqual({ own: [] });
    await send('phrase.used', { phrase: 'p1', conversation: null, customer: null });
    await send('phrase.used', { phrase: 'p1', conversation: null, customer: 'sample@example.com' });
    await send('phrase.favour', { phrase: 'p1', on: true });
    await send('phrase.favour', { phrase: 'p2', on: true });
    const { own } = await send('phrase.own', {});
    expect([...own].sort((a, b) => a.phrase.localeCompare(b.phrase))).toMatchObject([
      { phrase: 'p1', count: 2, favourite: true, last: expect.stringMatching(/^\d{4}-/) as string }, { phrase: 'p2', count: 0, favourite: true, last: null },
    ]);
    await send('phrase.favour', { phrase: 'p1', on: false });
    await send('phrase.favour', { phrase: 'p2', on: false });
    expect((await send('phrase.own', {})).own).toMatchObject([{ phrase: 'p1', count: 2, favourite: false }]);
  });

  it('the key for the phrases goes to the reply of its tab, and no other key does', async () => {
    browser.listening.set(7, undefined);
    browser.press('something', 7);
    browser.press('palette', 7);
    await settled();
    expect(browser.toTabs).toEqual([{ tab: 7, message: { to: 'reply', push: 'command', address: { tab: 7, frame: null }, command: { do: 'palette' } } }]);
  });

  it('settings refuse what is no trigger', async () => {
    for (const trigger of ['', 'abc', ';;;;;', '; ']) await expect(send('settings.set', { change: { palette: { trigger, expand: true } } }), trigger).rejects.toThrow('palette.trigger');
    expect((await send('settings.set', { change: { palette: { trigger: '//', expand: false } } })).palette).toEqual({ trigger: '//', expand: false });
  });
});
