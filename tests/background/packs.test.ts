import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadKnowledge } from '../../utils/rules';
import type { PackPhrase } from '../../utils/phrases/pack';
import { send } from '../../utils/messages/send';
import { freshDatabase, setNow, settled } from './kit';
import type { Browser } from './kit';
import { author, BASE, base64, pack, resetNet, restartWith, text } from './packs-kit';
import type { Json } from './packs-kit';

let database: string;
let browser: Browser;

beforeEach(async () => {
  setNow('2026-12-01T10:00:00Z');
  resetNet();
  database = freshDatabase();
  ({ browser } = await restartWith(database));
});
afterEach(() => {
  vi.useRealTimers();
});

const OWN_PHRASE: PackPhrase = { id: 'mine', lang: 'en', title: 'Mine', text: 'As I always say.', tags: [], shortcut: 'mine', at: 'middle', for: { emotions: [], stakes: [], situations: [] }, needs: [], words: [], gives: [], offer: 'suggest' };
const install = (over: Json = {}, layer?: 'team' | 'own') => send('pack.install', { file: { text: text(over) }, source: 'paste', ...(layer ? { layer } : {}) });
const installText = (file: string) => send('pack.install', { file: { text: file }, source: 'file' });
const phrases = async (): Promise<readonly string[]> => loadKnowledge((await send('knowledge.get', { asset: 'en' })).json).phrases.map(({ id, origin }) => `${origin}/${id}`);
const one = async () => (await send('pack.list', {})).packs[0];
const pushes = (): string[] => browser.pushed.map((each) => `${each.to} ${each.push}`);

describe('packs', () => {
  it('are in the words that replies are read by from their installation to their removal', async () => {
    expect((await send('knowledge.get', { asset: 'en' })).json).toBe(BASE.en);
    expect(await install()).toMatchObject({ ok: true, pack: { id: 'acme.support', layer: 'team', source: 'paste', version: '1', counts: { phrases: 2, rules: 0 }, locked: false, off: false, subscription: null, earlier: [] } });
    expect(await phrases()).toEqual(['acme.support/parcel.held', 'acme.support/parcel.lost']);
    expect(pushes()).toEqual(['panel packs.changed', 'reply knowledge.changed']);
    expect(await send('pack.remove', { id: 'acme.support' })).toEqual({ ok: true });
    expect((await send('knowledge.get', { asset: 'en' })).json).toBe(BASE.en);
    expect(await send('pack.list', {})).toEqual({ packs: [], off: [] });
  });

  it('are there after the background slept', async () => {
    await install();
    const { json } = await send('knowledge.get', { asset: 'en' });
    await restartWith(database);
    expect((await send('knowledge.get', { asset: 'en' })).json).toBe(json);
    expect((await one())?.id).toBe('acme.support');
  });

  it('reach the tabs in which replies are written', async () => {
    browser.listening.set(7, undefined);
    await fakeBrowser.runtime.onMessage.trigger({ to: 'panel', push: 'reply.view', view: { key: 'k', conversation: null } }, { tab: { id: 7 } as never, frameId: 0, url: 'https://example.com/' }, () => undefined);
    await settled();
    await install();
    await settled();
    expect(browser.toTabs).toContainEqual({ tab: 7, message: { to: 'reply', push: 'knowledge.changed' } });
  });

  it.each<[string, { text: string } | { base64: string }, string, string]>([
    ['no JSON', { text: '{"keepword": 1,' }, '', 'not_json'],
    ['a wrong entry', { text: text({ phrases: [{ id: 'a', title: 'A' }] }) }, 'phrases[0].text', 'missing'],
    ['bytes that are no UTF-8', { base64: base64(new Uint8Array([0x7b, 0xff, 0x7d])) }, '', 'not_utf8'],
    ['an archive', { base64: base64(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])) }, '', 'archive'],
  ])('with %s are refused with the place, by preview and by installing', async (_name, file, path, code) => {
    const refused = { ok: false, problem: { code: 'invalid', errors: [{ path, code }] } };
    expect(await send('pack.preview', { file })).toMatchObject(refused);
    expect(await send('pack.install', { file, source: 'file' })).toMatchObject(refused);
    expect((await send('pack.list', {})).packs).toEqual([]);
  });

  it('are shown before they are installed: what is added, changed, removed', async () => {
    await install();
    const next = { version: '2', name: 'Acme', changes: [{ version: '2', text: 'New.' }, { version: '1', text: 'First.' }], phrases: [{ id: 'parcel.lost', title: 'Lost', text: 'Your parcel seems to be lost.' }, { id: 'parcel.new', title: 'New', text: 'A new one.' }] };
    const preview = await send('pack.preview', { file: { text: text(next) } });
    expect(preview).toMatchObject({
      ok: true,
      preview: {
        installed: { version: '1', layer: 'team', source: 'paste' }, older: false, signedBy: null, refused: null, news: [{ version: '2' }],
        difference: { lists: { phrases: { added: ['parcel.new'], changed: ['parcel.lost'], removed: ['parcel.held'] }, rules: { added: [], changed: [], removed: [] } }, other: ['name'] },
      },
    });
    expect((await one())?.version).toBe('1');
    expect(await send('pack.preview', { file: { text: text({ version: '0.9' }) } })).toMatchObject({ preview: { older: true } });
    expect(await send('pack.preview', { file: { text: text({ id: 'other' }) } })).toMatchObject({ preview: { installed: null, difference: null } });
  });

  it('come back as they were', async () => {
    await install();
    await install({ version: '2', phrases: [] });
    const [before] = (await one())?.earlier ?? [];
    expect(before).toMatchObject({ version: '1', at: '2026-12-01T10:00:00.000Z' });
    expect(JSON.parse((await send('pack.text', { id: 'acme.support', n: before!.n })).text)).toEqual(pack());
    expect(await send('pack.restore', { id: 'acme.support', n: before!.n })).toMatchObject({ ok: true, pack: { version: '1', earlier: [{ version: '2' }] } });
    expect(await phrases()).toHaveLength(2);
    expect(await send('pack.restore', { id: 'acme.support', n: 99 })).toMatchObject({ ok: false, problem: { code: 'missing' } });
  });

  it('are switched off whole or by the entry', async () => {
    await install();
    await send('pack.switch', { pack: 'acme.support', entry: 'parcel.held', on: false });
    expect(await phrases()).toEqual(['acme.support/parcel.lost']);
    await send('pack.switch', { pack: 'acme.support', on: false });
    expect((await send('knowledge.get', { asset: 'en' })).json).toBe(BASE.en);
    expect(await send('pack.list', {})).toMatchObject({ packs: [{ off: true }], off: ['acme.support', 'acme.support/parcel.held'] });
    await send('pack.switch', { pack: 'acme.support', on: true });
    expect(await phrases()).toEqual(['acme.support/parcel.lost']);
    expect(await send('pack.switch', { pack: 'nobody', on: false })).toMatchObject({ ok: false, problem: { code: 'missing' } });
  });

  it('describe pages, and no longer where they are switched off', async () => {
    const host = (name: string) => ({
      id: 'front', name, evidence: { date: '2026-11', source: 'our own desk', checked: 'notes' }, confidence: 'high', match: ['https://app.frontapp.com/*'], identity: [], read: {}, write: { editor: ['textarea'] },
    });
    expect((await send('host.list', {})).hosts).toEqual([]);
    await install({ hosts: [host('Front of the team')] });
    expect((await send('host.list', {})).hosts).toEqual([host('Front of the team')]);
    await send('pack.switch', { pack: 'acme.support', on: false });
    expect((await send('host.list', {})).hosts).toEqual([]);
  });

  it('preset hours until the agent sets their own', async () => {
    const hours = { days: [1, 2], start: '07:00', end: '12:00' };
    await install({ workingHours: hours, replyTargetHours: 4 });
    expect(await send('settings.get', {})).toMatchObject({ hours, replyTargetHours: 4 });
    expect((await send('policy.get', {})).settings).toContainEqual({ field: 'hours', how: 'preset', origin: 'acme.support', chosen: false });
    expect(pushes()).toContain('reply settings.changed');
    await send('settings.set', { change: { replyTargetHours: 24 } });
    expect(await send('settings.get', {})).toMatchObject({ hours, replyTargetHours: 24 });
    await send('pack.remove', { id: 'acme.support' });
    expect(await send('settings.get', {})).toMatchObject({ hours: { start: '09:00' }, replyTargetHours: 24 });
  });

  /** As the content script of a host's page asks. */
  const fromPage = (ask: string, what: unknown) => new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ to: 'background', ask, with: what }, { tab: { id: 7 } as never, frameId: 0, url: 'https://example.com/' }, resolve as never);
  });
  it('are switched off where they are seen, in a host’s page: an entry, then the pack; what is built in too', async () => {
    await install();
    expect(await fromPage('pack.off', { entry: 'parcel.held', lang: 'en', whole: false })).toMatchObject({ ok: true, answer: { ok: true, name: 'Held at customs' } });
    expect([await phrases(), (await send('pack.list', {})).off]).toEqual([['acme.support/parcel.lost'], ['acme.support/parcel.held']]);
    expect(await fromPage('pack.off', { entry: 'parcel.lost', lang: 'en', whole: true })).toMatchObject({ answer: { ok: true, name: 'Acme support' } });
    expect([await phrases(), (await send('pack.list', {})).off]).toEqual([[], ['acme.support', 'acme.support/parcel.held']]);
    await send('pack.off', { entry: 'ack.late', lang: 'pl', whole: false });
    expect((await send('pack.list', {})).off).toContain('keepword/ack.late');
    expect(await send('pack.off', { entry: 'ack.late', lang: 'pl', whole: true })).toMatchObject({ ok: false, problem: { code: 'missing' } });
  });
  it('of the agent’s own are theirs to delete, and of another language are not meant', async () => {
    await send('own.save', { phrases: [OWN_PHRASE] });
    expect(await send('pack.off', { entry: OWN_PHRASE.id, lang: 'en', whole: true })).toMatchObject({ ok: false, problem: { code: 'missing' } });
    await install();
    await send('pack.off', { entry: 'parcel.held', lang: 'pl', whole: false });
    expect((await send('pack.list', {})).off).toEqual(['keepword/parcel.held']);
    expect(await phrases()).toContain('acme.support/parcel.held');
  });
  it('are otherwise no business of a host’s page', async () => {
    expect(await fromPage('pack.list', {})).toEqual({ ok: false, error: "pack.list: for the extension's own pages alone" });
  });
});

describe('signed packs', () => {
  it('are bound to the author of the first signed version', async () => {
    const [first, other] = [await author(), await author()];
    await install();
    expect(await installText(await first.sign(pack({ version: '2' })))).toMatchObject({ ok: true, pack: { signedBy: expect.any(String) } });
    expect(await installText(await first.sign(pack({ version: '3' })))).toMatchObject({ ok: true });
    expect(await installText(await other.sign(pack({ version: '4' })))).toMatchObject({ ok: false, problem: { code: 'signature_other' } });
    expect(await install({ version: '4' })).toMatchObject({ ok: false, problem: { code: 'signature_missing' } });
    expect(await send('pack.preview', { file: { text: text({ version: '4' }) } })).toMatchObject({ ok: true, preview: { refused: { code: 'signature_missing' } } });
    const [, unsigned] = (await one())?.earlier ?? [];
    // What was in force may be so again; that does not let another unsigned file in.
    expect(await send('pack.restore', { id: 'acme.support', n: unsigned!.n })).toMatchObject({ ok: true, pack: { version: '1' } });
    expect(await install({ version: '4' })).toMatchObject({ ok: false, problem: { code: 'signature_missing' } });
    expect(await installText(await first.sign(pack({ version: '3' })))).toMatchObject({ ok: true, pack: { version: '3' } });
  });

  it('that were changed after signing are refused, however they are laid out otherwise', async () => {
    const signed = await (await author()).sign(pack());
    expect(await installText(signed.replace('is held', 'is sold'))).toMatchObject({ ok: false, problem: { code: 'signature_bad' } });
    expect((await send('pack.list', {})).packs).toEqual([]);
    expect(await installText(JSON.stringify(JSON.parse(signed), null, 4))).toMatchObject({ ok: true });
  });
});

describe('what is the agent’s own', () => {
  const phrase = OWN_PHRASE;

  it('phrases are added, replaced and removed by id, and win over those of packs', async () => {
    await install();
    expect(await send('own.save', { phrases: [phrase, { ...phrase, id: 'parcel.lost', shortcut: null }] })).toEqual({ ok: true });
    await send('own.save', { phrases: [{ ...phrase, title: 'Still mine' }] });
    expect((await send('own.list', {})).phrases.map(({ id, title }) => `${id} ${title}`).sort()).toEqual(['mine Still mine', 'parcel.lost Mine']);
    expect([...(await phrases())].sort()).toEqual(['acme.support/parcel.held', 'own.phrases/mine', 'own.phrases/parcel.lost']);
    await send('own.remove', { ids: ['mine', 'parcel.lost'] });
    expect(await phrases()).toHaveLength(2);
    expect((await send('pack.list', {})).packs.map(({ id }) => id)).toEqual(['acme.support']);
  });

  it('a phrase with a fault is refused with its place, and nothing is lost', async () => {
    await send('own.save', { phrases: [phrase] });
    expect(await send('own.save', { phrases: [{ ...phrase, id: 'b', shortcut: null }, { ...phrase, id: 'c', shortcut: null, text: '' }] })).toMatchObject({ ok: false, problem: { code: 'invalid', errors: [{ path: 'phrases[1].text' }] } });
    expect((await send('own.list', {})).phrases).toEqual([phrase]);
    expect(await install({ id: 'own.phrases' })).toMatchObject({ ok: false, problem: { code: 'reserved' } });
  });

  it('drafts are kept as they are, however unfinished', async () => {
    await send('draft.save', { id: 'd', name: 'Draft', text: '{"keepword"' });
    await restartWith(database);
    expect(await send('draft.load', { id: 'd' })).toEqual({ draft: { id: 'd', name: 'Draft', text: '{"keepword"', at: '2026-12-01T10:00:00.000Z' } });
    await send('draft.remove', { id: 'd' });
    expect(await send('draft.list', {})).toEqual({ drafts: [] });
  });
});
