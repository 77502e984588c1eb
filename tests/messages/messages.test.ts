import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, recordProblem, soundSettings } from '../../utils/messages/answer';
import type { Handlers } from '../../utils/messages/answer';
import { isPush, push, receive } from '../../utils/messages/push';
import type { Push, PromiseRecord } from '../../utils/messages/protocol';
import { ExtensionGone, RequestRefused, send } from '../../utils/messages/send';

beforeEach(() => fakeBrowser.reset());

/** Handlers of which a test gives the few it wants; the others fail loudly. */
function some(given: Partial<Handlers>): Handlers {
  return new Proxy(given, {
    get: (target, name) => Reflect.get(target, name) ?? (() => { throw new Error(`no handler for ${String(name)} in this test`); }),
  }) as Handlers;
}
const background = (given: Partial<Handlers>): (() => void) => answer(some(given), () => undefined);

/** What comes back to a message from `sender`; undefined where nobody answers. */
async function asked(message: unknown, sender: object = {}): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve).then((taken) => {
      if (!(taken as unknown[]).includes(true)) resolve(undefined);
    });
  });
}

describe('asking and answering', () => {
  it('brings the ask to its handler and the answer back', async () => {
    background({ 'phrase.last': ({ customer }) => ({ phrases: [`said to ${customer}`] }) });
    expect(await send('phrase.last', { customer: 'sample@example.com' })).toEqual({ phrases: ['said to sample@example.com'] });
  });

  it.each<[string, unknown, RegExp]>([
    ['a field missing', {}, /^phrase\.last: customer: /],
    ['a field of another kind', { customer: 7 }, /^phrase\.last: customer: /],
    ['no ask at all', undefined, /^phrase\.last: the message: /],
  ])('refuses %s, and says where', async (_name, ask, expected) => {
    background({ 'phrase.last': () => ({ phrases: [] }) });
    const reply = await asked({ to: 'background', ask: 'phrase.last', with: ask });
    expect(reply).toMatchObject({ ok: false });
    expect((reply as { error: string }).error).toMatch(expected);
  });

  it.each<[string, unknown]>([
    ['a script for an address', { url: 'javascript:alert(1)' }],
    ['a file for an address', { url: 'file:///etc/passwd' }],
    ['no address', { url: 'somewhere' }],
  ])('keeps no promise that leads back to %s', async (_name, over) => {
    background({ 'promise.add': () => { throw new Error('reached the handler'); } });
    const conversation = { host: 'host', id: '1', url: 'https://example.com/1', title: null, ...(over as object) };
    const promise = { id: 'a', status: 'open' as const, kind: 'reply' as const, text: 't', lang: 'en' as const, conditional: false, due: null, alternatives: [], zone: 'Europe/Lisbon', conversation, customer: null };
    await expect(send('promise.add', { promise })).rejects.toThrow(/conversation\.url: is no http/);
  });

  it('answers a handler’s failure as a refusal that names the request', async () => {
    background({ 'settings.get': () => { throw new Error('the disk is full'); } });
    const failed = await send('settings.get', {}).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RequestRefused);
    expect(failed).toMatchObject({ name: 'RequestRefused', request: 'settings.get', message: 'settings.get: the disk is full' });
  });

  it('answers a request it does not know, and lets pass what is not for it', async () => {
    background({});
    expect(await asked({ to: 'background', ask: 'toString', with: {} })).toMatchObject({ ok: false, error: expect.stringContaining('toString') as string });
    expect(await asked({ to: 'somebody', ask: 'settings.get' })).toBeUndefined();
    expect(await asked('settings.get')).toBeUndefined();
    expect(await asked(null)).toBeUndefined();
  });

  it('shows the pushes that pass by to who overhears, with their sender', async () => {
    const heard: unknown[] = [];
    answer(some({}), (said, sender) => heard.push([said, sender.tab, sender.own]));
    const gone: Push = { to: 'panel', push: 'reply.gone', key: 'k' };
    await fakeBrowser.runtime.onMessage.trigger(gone, { tab: { id: 7 } as never, url: 'https://example.com/' }, () => undefined);
    expect(heard).toEqual([[gone, 7, false]]);
  });

  it('asks once more where the background was just stopped, and not a third time', async () => {
    const original = fakeBrowser.runtime.sendMessage;
    let asked = 0;
    const failing = (times: number, said: string): void => {
      asked = 0;
      fakeBrowser.runtime.sendMessage = (async (message: unknown) => {
        asked += 1;
        if (asked <= times) throw new Error(said);
        return original(message as never);
      }) as never;
    };
    try {
      background({ 'phrase.last': () => ({ phrases: [] }) });
      failing(1, 'Could not establish connection. Receiving end does not exist.');
      expect(await send('phrase.last', { customer: 'c' })).toEqual({ phrases: [] });
      expect(asked).toBe(2);
      failing(9, 'The message port closed before a response was received.');
      await expect(send('phrase.last', { customer: 'c' })).rejects.toBeInstanceOf(RequestRefused);
      expect(asked).toBe(2);
      failing(9, 'something else');
      await expect(send('phrase.last', { customer: 'c' })).rejects.toThrow('phrase.last: something else');
      expect(asked).toBe(1);
      failing(9, 'Extension context invalidated.');
      await expect(send('phrase.last', { customer: 'c' })).rejects.toBeInstanceOf(ExtensionGone);
    } finally {
      fakeBrowser.runtime.sendMessage = original;
    }
  });

  it('says that the extension is gone before it asks', async () => {
    const { id } = fakeBrowser.runtime;
    background({ 'phrase.last': () => { throw new Error('asked'); } });
    Object.assign(fakeBrowser.runtime, { id: undefined });
    try {
      await expect(send('phrase.last', { customer: 'c' })).rejects.toBeInstanceOf(ExtensionGone);
    } finally {
      Object.assign(fakeBrowser.runtime, { id });
    }
  });
});

describe('pushing', () => {
  const from = (tab: number): { tab: never; url: string } => ({ tab: { id: tab } as never, url: 'https://example.com/' });
  const view = (key: string): Push => ({ to: 'panel', push: 'reply.gone', key });

  it('reaches the party it names, of its own tab, until it is stopped', async () => {
    const heard: string[] = [];
    const stop = new AbortController();
    receive('panel', { tab: () => 3, signal: stop.signal }, (message) => void heard.push(message.push === 'reply.gone' ? message.key : message.push));
    const hear = (message: Push, tab: number): Promise<unknown> => fakeBrowser.runtime.onMessage.trigger(message, from(tab), () => undefined);
    await hear(view('mine'), 3);
    await hear(view('another tab’s'), 4);
    await hear({ to: 'reply', push: 'panel.ready' }, 3);
    await hear({ to: 'panel', push: 'ledger.changed' }, 9);
    expect(heard).toEqual(['mine', 'ledger.changed']);
    stop.abort();
    await hear(view('too late'), 3);
    expect(heard).toEqual(['mine', 'ledger.changed']);
  });

  it('takes a command by its address, and gives back what the reply says', async () => {
    const { signal } = new AbortController();
    receive('reply', { tab: () => 5, signal }, (message) => (message.push === 'command' ? { ok: false, problem: 'the text has changed' } : undefined));
    const command = (tab: number): Promise<unknown> => push({ to: 'reply', push: 'command', address: { tab, frame: null }, command: { do: 'show' } });
    expect(await command(5)).toEqual({ ok: false, problem: 'the text has changed' });
    expect(await command(6)).toBeUndefined();
  });

  it('is no fault where nobody listens', async () => {
    expect(await push({ to: 'panel', push: 'ledger.changed' })).toBeUndefined();
    expect(isPush({ to: 'background', push: 'x' })).toBe(false);
  });
});

describe('what comes out of the database', () => {
  const record: PromiseRecord = {
    id: 'a', createdAt: '2026-12-01T10:00:00Z', updatedAt: '2026-12-01T10:00:00Z', status: 'open', kind: 'callback', text: 't', lang: 'pt-PT',
    conditional: false, due: { start: '2026-12-04T15:00:00+00:00', end: '2026-12-04T15:00:00+00:00', precision: 'minute' }, alternatives: [], zone: 'Europe/Lisbon',
    conversation: { host: 'h', id: '1', url: 'https://example.com/1', title: null }, customer: { name: null, address: null }, rang: [], snoozedUntil: null, previous: null,
    history: [{ at: '2026-12-01T10:00:00Z', what: 'confirmed' }],
  };
  it.each<[string, object, RegExp | null]>([
    ['a sound record', {}, null],
    ['one with a figure for a text', { text: 7 }, /^text: /],
    ['one due on a day that is none', { due: { start: '2026-02-30T15:00:00Z', end: '2026-02-30T15:00:00Z', precision: 'minute' } }, /^due\.start: is no ISO instant/],
    ['one due without an offset', { due: { start: '2026-12-04T15:00:00', end: '2026-12-04T15:00:00', precision: 'minute' } }, /^due\.start: is no ISO instant/],
    ['one that ends before it starts', { due: { start: '2026-12-04T15:00:00Z', end: '2026-12-04T14:00:00Z', precision: 'minute' } }, /^due: ends before it starts/],
    ['one of no zone', { zone: 'Europe/Nowhere' }, /^zone: is no time zone/],
    ['one that rang at no stage', { rang: ['later'] }, /^rang\.0: /],
  ])('%s', (_name, over, expected) => {
    const said = recordProblem({ ...record, ...over });
    if (expected === null) expect(said).toBeNull();
    else expect(said).toMatch(expected);
  });

  it('leaves out the settings that are damaged, and keeps the others', () => {
    const hours = { days: [1, 2], start: '08:00', end: '16:00' };
    expect(soundSettings({ theme: 'purple', hours, replyTargetHours: 4, unknown: 1 })).toEqual({ hours, replyTargetHours: 4 });
    expect(soundSettings({ hours: { ...hours, end: '07:00' } })).toEqual({});
    expect(soundSettings('rubbish')).toEqual({});
  });
});
