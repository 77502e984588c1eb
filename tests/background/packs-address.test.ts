import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantedSites, requestPackOrigin, requestSite } from '../../utils/browser';
import type { PackProblemCode } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';
import { freshDatabase, setNow, settled } from './kit';
import type { Browser } from './kit';
import { author, resetNet, restartWith, text } from './packs-kit';
import type { Json, Net } from './packs-kit';

const ADDRESS = 'https://packs.example.com/acme.keepword.json';
let database: string;
let net: Net;
let browser: Browser;

beforeEach(async () => {
  setNow('2026-12-01T10:00:00Z');
  resetNet();
  database = freshDatabase();
  ({ browser, net } = await restartWith(database));
});
afterEach(() => {
  vi.useRealTimers();
});

const gives = (body: string, etag: string | null = null, type = 'application/json'): void => {
  net.answers[ADDRESS] = () => new Response(body, { headers: { 'content-type': type, ...(etag === null ? {} : { etag }) } });
};
async function subscribe(over: Json = {}, automatic = false) {
  gives(text(over), '"1"');
  await requestPackOrigin(ADDRESS);
  return send('pack.subscribe', { address: ADDRESS, automatic });
}
const one = async () => (await send('pack.list', {})).packs[0];
const check = async () => (await send('pack.check', { id: 'acme.support' })).packs[0];
/** The alarm as the browser rings it. */
async function ring(): Promise<void> {
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'packs', scheduledTime: 0, persistAcrossSessions: false });
  await settled();
}
const alarm = async (): Promise<string | null> => {
  const set = await fakeBrowser.alarms.get('packs');
  return set ? Temporal.Instant.fromEpochMilliseconds(set.scheduledTime).toString() : null;
};

describe('a pack by address', () => {
  it('is installed and asked for once a day, with the tag it came with', async () => {
    expect(await subscribe()).toMatchObject({ ok: true, pack: { source: 'address', subscription: { address: ADDRESS, automatic: false, checkedAt: '2026-12-01T10:00:00.000Z', problem: null } } });
    expect(await alarm()).toBe('2026-12-02T10:00:00Z');
    net.answers[ADDRESS] = () => new Response(null, { status: 304 });
    setNow('2026-12-02T09:00:00Z');
    await ring();
    expect(net.asked).toHaveLength(1);
    setNow('2026-12-02T10:00:00Z');
    await ring();
    expect(net.asked[1]).toEqual({ address: ADDRESS, etag: '"1"' });
    expect((await one())?.subscription).toMatchObject({ checkedAt: '2026-12-02T10:00:00.000Z', problem: null });
    expect(await alarm()).toBe('2026-12-03T10:00:00Z');
  });

  it('is asked for after the browser was closed for long', async () => {
    await subscribe();
    setNow('2026-12-09T08:00:00Z');
    gives(text({ version: '2' }));
    await restartWith(database);
    await settled();
    expect((await one())?.pending?.version).toBe('2');
  });

  it('waits with its news until the agent says so', async () => {
    await subscribe();
    gives(text({ version: '2', phrases: [], changes: [{ version: '2', text: 'All gone.' }] }));
    expect(await check()).toMatchObject({ version: '1', pending: { version: '2', news: [{ version: '2' }], difference: { lists: { phrases: { removed: ['parcel.held', 'parcel.lost'] } } } } });
    expect(await send('pack.apply', { id: 'acme.support', apply: true })).toMatchObject({ ok: true, pack: { version: '2', source: 'address', pending: null, subscription: { address: ADDRESS }, earlier: [{ version: '1' }] } });
    expect(await send('pack.apply', { id: 'acme.support', apply: true })).toMatchObject({ ok: false, problem: { code: 'missing' } });
  });

  it('waits no more once it was declined, until there is another', async () => {
    await subscribe();
    gives(text({ version: '2' }));
    await check();
    expect(await send('pack.apply', { id: 'acme.support', apply: false })).toMatchObject({ ok: true, pack: { version: '1', pending: null } });
    expect((await check())?.pending).toBeNull();
    gives(text({ version: '3' }));
    expect((await check())?.pending?.version).toBe('3');
  });

  it('changes at once where the agent chose so, but not back over what was restored', async () => {
    await subscribe({}, true);
    gives(text({ version: '2' }));
    expect(await check()).toMatchObject({ version: '2', pending: null });
    await send('pack.restore', { id: 'acme.support', n: (await one())!.earlier[0]!.n });
    expect(await check()).toMatchObject({ version: '1', pending: null });
  });

  it('takes a tag that changes with every answer for no news', async () => {
    await subscribe();
    gives(text(), '"2"');
    browser.pushed.length = 0;
    expect((await check())?.pending).toBeNull();
    expect(browser.pushed.map(({ push }) => push)).not.toContain('knowledge.changed');
  });

  it.each<[string, () => Response, PackProblemCode]>([
    ['a page', () => new Response(text(), { headers: { 'content-type': 'text/html; charset=utf-8' } }), 'markup'],
    ['a page that calls itself JSON', () => new Response('\n<!doctype html>', { headers: { 'content-type': 'application/json' } }), 'markup'],
    ['nothing there', () => new Response('', { status: 404 }), 'status'],
    ['a broken server', () => new Response(text({ version: '2' }), { status: 500 }), 'status'],
    ['a redirect', () => new Response('', { status: 302, headers: { location: 'https://other.example.com/' } }), 'redirect'],
    ['half a file', () => new Response(text({ version: '2' }).slice(0, -9)), 'invalid'],
    ['bytes that are no text', () => new Response(new Uint8Array([0x7b, 0xff])), 'invalid'],
    ['another pack', () => new Response(text({ id: 'acme.other', version: '2' })), 'other_pack'],
    ['an older version', () => new Response(text({ version: '0.9' })), 'older'],
    ['no answer', () => { throw new TypeError('Failed to fetch'); }, 'network'],
  ])('stays as it was where the address gives %s, and says so', async (_name, answer, code) => {
    await subscribe({}, true);
    net.answers[ADDRESS] = answer;
    expect(await check()).toMatchObject({ version: '1', pending: null, subscription: { checkedAt: '2026-12-01T10:00:00.000Z', problem: { code } } });
    gives(text({ version: '2' }));
    expect(await check()).toMatchObject({ version: '2', subscription: { problem: null } });
  });

  it('is asked again after a failure with growing patience, at last once a day', async () => {
    await subscribe();
    delete net.answers[ADDRESS];
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const info = await check();
      waits.push(Temporal.Instant.from('2026-12-01T10:00:00Z').until(info!.subscription!.nextAt).total('minutes'));
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
    await check();
    expect(await alarm()).toBe('2026-12-02T10:00:00Z');
  });

  it('that was signed is refused unsigned or by another author', async () => {
    const [first, other] = [await author(), await author()];
    const signed = async (by: typeof first, version: string) => by.sign(JSON.parse(text({ version })) as Json);
    gives(await signed(first, '1'));
    await requestPackOrigin(ADDRESS);
    await send('pack.subscribe', { address: ADDRESS, automatic: true });
    gives(await signed(other, '2'));
    expect(await check()).toMatchObject({ version: '1', subscription: { problem: { code: 'signature_other' } } });
    gives(text({ version: '2' }));
    expect(await check()).toMatchObject({ version: '1', subscription: { problem: { code: 'signature_missing' } } });
    gives(await signed(first, '2'));
    expect(await check()).toMatchObject({ version: '2', subscription: { problem: null } });
  });

  it.each<[string, string, PackProblemCode]>([
    ['http://packs.example.com/a.json', 'plain http', 'address'],
    ['https://me:secret@packs.example.com/a.json', 'a password in it', 'address'],
    ['ftp://packs.example.com/a.json', 'another scheme', 'address'],
    ['packs', 'no address', 'address'],
    ['https://elsewhere.example.com/a.json', 'an origin nobody allowed', 'permission'],
  ])('%s is not asked: %s', async (address, _why, code) => {
    expect(await send('pack.subscribe', { address, automatic: false })).toMatchObject({ ok: false, problem: { code } });
    expect(net.asked).toEqual([]);
  });

  it('is looked at first; taken, it is what was shown, and left, its origin is given back', async () => {
    gives(text(), '"1"');
    await requestPackOrigin(ADDRESS);
    const looked = await send('pack.look', { address: ADDRESS });
    expect(looked).toMatchObject({ ok: true, text: text(), preview: { id: 'acme.support', installed: null, refused: null } });
    expect([(await send('pack.list', {})).packs, [...net.allowed]]).toEqual([[], ['https://packs.example.com/*']]);
    await send('pack.leave', {});
    expect([...net.allowed]).toEqual([]);
    expect(await send('pack.look', { address: ADDRESS })).toMatchObject({ ok: false, problem: { code: 'permission' } });

    await requestPackOrigin(ADDRESS);
    await send('pack.look', { address: ADDRESS });
    gives(text({ version: '2' }), '"2"');
    expect(await send('pack.subscribe', { address: ADDRESS, automatic: false, text: text() })).toMatchObject({ ok: true, pack: { version: '1', source: 'address', subscription: { address: ADDRESS } } });
    expect((await check())?.pending?.version).toBe('2');
    expect(JSON.parse((await send('pack.text', { id: 'acme.support', n: 'pending' })).text)).toMatchObject({ version: '2' });
    expect([...net.allowed]).toEqual(['https://packs.example.com/*']);
  });

  it('keeps its right where the grant itself wakes the background', async () => {
    gives(text());
    await requestPackOrigin(ADDRESS);
    await restartWith(database);
    await settled();
    expect(await send('pack.look', { address: ADDRESS })).toMatchObject({ ok: true });
  });

  it('keeps nothing of a first answer that is none', async () => {
    gives('{"keepword": 1}');
    await requestPackOrigin(ADDRESS);
    expect(await send('pack.subscribe', { address: ADDRESS, automatic: false })).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect((await send('pack.list', {})).packs).toEqual([]);
    expect([...net.allowed]).toEqual([]);
  });

  it('is asked for no more when it is removed, and its origin is given back', async () => {
    await subscribe();
    expect([...net.allowed]).toEqual(['https://packs.example.com/*']);
    await send('pack.remove', { id: 'acme.support' });
    expect([await alarm(), [...net.allowed]]).toEqual([null, []]);
  });

  it('stays without its address where that is taken away, and the origin is given back', async () => {
    await subscribe();
    expect(await send('pack.subscription', { id: 'acme.support', address: null })).toMatchObject({ ok: true, pack: { version: '1', subscription: null } });
    expect(await alarm()).toBeNull();
    expect([...net.allowed]).toEqual([]);
  });
});

describe('an origin allowed for packs', () => {
  it('is no site on which replies are coached, until it is switched on as one', async () => {
    browser.sites.granted = ['https://packs.example.com/*', 'https://desk.example.com/*'];
    await requestPackOrigin(ADDRESS);
    expect(await grantedSites()).toEqual(['https://desk.example.com/*']);
    await requestSite('https://packs.example.com/*');
    expect(await grantedSites()).toEqual(['https://desk.example.com/*', 'https://packs.example.com/*']);
  });

  it('that was a desk before stays one', async () => {
    browser.sites.granted = ['https://packs.example.com/*'];
    net.allowed.add('https://packs.example.com/*');
    await requestPackOrigin(ADDRESS);
    expect(await grantedSites()).toEqual(['https://packs.example.com/*']);
  });
});
