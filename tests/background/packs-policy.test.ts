import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GOVERNABLE } from '../../entrypoints/background/policy-settings';
import { send } from '../../utils/messages/send';
import { clockOf } from '../../utils/promises';
import { freshDatabase, setNow, settled } from './kit';
import { BASE, pack, resetNet, restartWith, text } from './packs-kit';
import type { Json, Net } from './packs-kit';

let database: string;
let net: Net;

beforeEach(async () => {
  setNow('2026-12-01T10:00:00Z');
  resetNet();
  database = freshDatabase();
  ({ net } = await restartWith(database));
});
afterEach(() => {
  vi.useRealTimers();
});
/** Until a condition holds: a policy is read while nobody waits for it. */
async function under(policy: Json): Promise<void> {
  net.policy = policy;
  await restartWith(database);
  for (let n = 0; n < 20; n += 1) await settled();
}
const file = (name: string): Json => JSON.parse(readFileSync(`tests/policies/${name}`, 'utf8')) as Json;
const at = (value: unknown, ...path: readonly string[]): Json => path.reduce((found, name) => (found as Json)[name], value) as Json;

describe('what administrators are given', () => {
  it('names to Chromium exactly the settings a policy may set', () => {
    const schema = JSON.parse(readFileSync('public/managed_schema.json', 'utf8')) as Json;
    for (const how of ['locked', 'preset']) expect(Object.keys(at(schema, 'properties', 'settings', 'properties', how, 'properties')).sort()).toEqual([...GOVERNABLE].sort());
  });

  it('has the extension’s ids in the examples', () => {
    const config = readFileSync('wxt.config.ts', 'utf8');
    const [, key = ''] = /CHROMIUM_KEY = '([^']+)'/.exec(config) ?? [];
    const id = [...createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
    expect(Object.keys(at(file('chromium.json'), '3rdparty', 'extensions'))).toEqual([id]);
    expect(config).toContain(`FIREFOX_ID = '${Object.keys(at(file('firefox.json'), 'policies', '3rdparty', 'Extensions'))[0]}'`);
  });
});

describe('a policy', () => {
  it('that is none changes nothing', async () => {
    expect(await send('policy.get', {})).toEqual({ managed: false, problems: [], settings: [], daysOff: [] });
    expect((await send('knowledge.get', { asset: 'en' })).json).toBe(BASE.en);
  });

  it.each<[string, readonly string[]]>([
    ['chromium.json', ['3rdparty', 'extensions', 'EXTENSION']],
    ['firefox.json', ['policies', '3rdparty', 'Extensions', 'keepword@keepword.app']],
  ])('as in %s brings its packs and settings', async (name, path) => {
    const all = file(name);
    const policy = at(all, ...path.map((step) => (step === 'EXTENSION' ? Object.keys(at(all, ...path.slice(0, -1)))[0]! : step)));
    net.answers['https://packs.example.com/desk.keepword.json'] = () => new Response(text());
    await under(policy);
    expect((await send('policy.get', {})).problems).toEqual([]);
    expect((await send('pack.list', {})).packs).toMatchObject([
      { id: 'acme.support', layer: 'policy', source: 'policy', locked: true, subscription: { address: 'https://packs.example.com/desk.keepword.json' } },
      { id: 'example.desk', layer: 'policy', locked: true, subscription: null },
    ]);
    expect(await send('settings.get', {})).toMatchObject({ language: 'pl', replyTargetHours: 8, hours: { start: '08:00', end: '16:00' } });
  });

  it('that locks a setting holds against the agent; a preset does not', async () => {
    await under({ settings: { locked: { theme: 'dark' }, preset: { replyTargetHours: 2 } } });
    await expect(send('settings.set', { change: { theme: 'light' } })).rejects.toThrow('theme: set by the administrator');
    expect(await send('settings.set', { change: { theme: 'dark', replyTargetHours: 5 } })).toMatchObject({ theme: 'dark', replyTargetHours: 5 });
    expect((await send('policy.get', {})).settings).toEqual([{ field: 'theme', how: 'locked', origin: null, chosen: false }, { field: 'replyTargetHours', how: 'preset', origin: null, chosen: true }]);
    await under({});
    expect(await send('settings.get', {})).toMatchObject({ theme: 'dark', replyTargetHours: 5 });
    expect((await send('policy.get', {})).settings).toEqual([]);
  });

  it('whose packs the agent can’t touch', async () => {
    await under({ packs: [{ pack: text() }] });
    const refused = { ok: false, problem: { code: 'policy' } };
    expect(await send('pack.remove', { id: 'acme.support' })).toMatchObject(refused);
    expect(await send('pack.switch', { pack: 'acme.support', on: false })).toMatchObject(refused);
    for (const whole of [true, false]) expect(await send('pack.off', { entry: 'parcel.held', lang: 'en', whole })).toMatchObject(refused);
    expect(await send('pack.install', { file: { text: text({ version: '9' }) }, source: 'file' })).toMatchObject(refused);
    expect((await send('pack.list', {})).packs).toMatchObject([{ version: '1', off: false }]);
  });

  it('gives back the agent’s pack of the same id when it goes', async () => {
    await send('pack.install', { file: { text: text({ version: '0.5' }) }, source: 'file', layer: 'own' });
    await under({ packs: [{ pack: pack() }] });
    expect((await send('pack.list', {})).packs).toMatchObject([{ version: '1', layer: 'policy' }]);
    await under({});
    expect((await send('pack.list', {})).packs).toMatchObject([{ version: '0.5', layer: 'own', source: 'file', locked: false }]);
  });

  it('with faults is told of each by its place, and the rest holds', async () => {
    await under({
      packs: [{ pack: '{' }, 'x', { address: 'http://packs.example.com/' }, { pack: text() }], more: 1,
      settings: { locked: { theme: 'green', panel: {}, backup: 'daily' }, preset: [] },
    });
    const { managed, problems, settings } = await send('policy.get', {});
    expect(managed).toBe(true);
    expect(problems).toEqual([
      'more: unknown', 'settings.locked.theme: not a value it may have', 'settings.locked.panel: no setting that a policy may set', 'settings.preset: no object',
      expect.stringMatching(/^packs\[0\]: not JSON/), 'packs[1]: no object', 'packs[1]: "address" or "pack" is missing', 'packs[2]: address',
    ]);
    expect(settings).toEqual([{ field: 'backup', how: 'locked', origin: null, chosen: false }]);
    expect((await send('pack.list', {})).packs).toMatchObject([{ id: 'acme.support' }]);
  });

  it('and packs bring days off, on which nothing falls due; switched off, they are worked days again', async () => {
    const due = async () => {
      const found = await send('settings.get', {});
      return clockOf('2026-12-23T10:00:00Z', 'Europe/Warsaw', found.hours, found.holidays, found.teamDaysOff).holidays;
    };
    await send('settings.set', { change: { holidays: 'US' } });
    await send('pack.install', { file: { text: text({ holidays: ['2026-12-24', { date: '2026-12-28', name: 'Stocktaking' }], workingHours: { days: [1, 2], start: '07:00', end: '12:00' }, replyTargetHours: 4 }) }, source: 'file' });
    expect(await send('settings.get', {})).toMatchObject({ teamDaysOff: ['2026-12-24', '2026-12-28'], hours: { days: [1, 2] }, replyTargetHours: 4 });
    expect(await send('policy.get', {})).toEqual({
      managed: false, problems: [], daysOff: [{ date: '2026-12-24', name: null, origin: 'acme.support' }, { date: '2026-12-28', name: 'Stocktaking', origin: 'acme.support' }],
      settings: [{ field: 'hours', how: 'preset', origin: 'acme.support', chosen: false }, { field: 'replyTargetHours', how: 'preset', origin: 'acme.support', chosen: false }],
    });
    expect([...(await due())]).toEqual(expect.arrayContaining(['2026-12-24', '2026-12-25', '2026-12-28']));
    await send('settings.set', { change: { replyTargetHours: 9 } });
    expect((await send('policy.get', {})).settings).toContainEqual({ field: 'replyTargetHours', how: 'preset', origin: 'acme.support', chosen: true });
    expect(await send('settings.follow', { field: 'replyTargetHours' })).toMatchObject({ replyTargetHours: 4, holidays: 'US' });
    expect((await send('policy.get', {})).settings).toContainEqual({ field: 'replyTargetHours', how: 'preset', origin: 'acme.support', chosen: false });
    await send('pack.switch', { pack: 'acme.support', on: false });
    expect((await send('settings.get', {})).teamDaysOff).toEqual([]);
    expect((await due()).has('2026-12-28')).toBe(false);
    await expect(send('settings.set', { change: { teamDaysOff: ['2026-12-28'] } as never })).rejects.toThrow();
  });

  it('whose address fails is asked again', async () => {
    await under({ packs: [{ address: 'https://packs.example.com/a.json' }] });
    expect((await send('policy.get', {})).problems).toEqual(['packs[0]: network']);
    net.answers['https://packs.example.com/a.json'] = () => new Response(text());
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'policy', scheduledTime: 0, persistAcrossSessions: false });
    for (let n = 0; n < 20; n += 1) await settled();
    expect((await send('pack.list', {})).packs).toMatchObject([{ id: 'acme.support', locked: true }]);
    expect((await send('policy.get', {})).problems).toEqual([]);
  });
});
