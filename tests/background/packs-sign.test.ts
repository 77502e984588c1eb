import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { send } from '../../utils/messages/send';
import { freshDatabase, setNow } from './kit';
import { resetNet, restartWith, text } from './packs-kit';

beforeEach(async () => {
  setNow('2026-12-01T10:00:00Z');
  resetNet();
  await restartWith(freshDatabase());
});
const install = (file: string) => send('pack.install', { file: { text: file }, source: 'file' });
async function sign(file: string): Promise<string> {
  const done = await send('key.sign', { text: file });
  if (!done.ok) throw new Error(done.problem.code);
  return done.text;
}

describe('the lead’s key', () => {
  it('signs packs, to which everybody who takes one is bound', async () => {
    expect(await send('key.get', {})).toEqual({ key: null });
    expect(await send('key.sign', { text: text() })).toMatchObject({ ok: false, problem: { code: 'key_none' } });
    const made = await send('key.make', {});
    const { key } = await send('key.get', {});
    expect(made).toEqual({ ok: true, key });
    expect(await install(await sign(text()))).toMatchObject({ ok: true, pack: { signedBy: key } });
    expect(await install(text({ version: '2' }))).toMatchObject({ ok: false, problem: { code: 'signature_missing' } });
    expect(await install((await sign(text({ version: '2' }))).replace('at customs', 'at the border'))).toMatchObject({ ok: false, problem: { code: 'signature_bad' } });
    // Signed anew, the first signature is part of nothing.
    expect(await install(await sign(await sign(text({ version: '2' }))))).toMatchObject({ ok: true, pack: { version: '2' } });
  });

  it('goes to another browser by its file, and none takes the place of one that is there', async () => {
    await send('key.make', {});
    const { key } = await send('key.get', {});
    const saved = await send('key.save', {});
    if (!saved.ok) throw new Error(saved.problem.code);
    expect(await send('key.make', {})).toMatchObject({ ok: false, problem: { code: 'key_there' } });
    expect(await send('key.take', { text: saved.text })).toMatchObject({ ok: false, problem: { code: 'key_there' } });
    await send('key.forget', {});
    expect(await send('key.save', {})).toMatchObject({ ok: false, problem: { code: 'key_none' } });
    expect(await send('key.take', { text: saved.text })).toEqual({ ok: true, key });
    expect(await install(await sign(text()))).toMatchObject({ ok: true, pack: { signedBy: key } });
  });

  it.each<[string, (file: string, other: string) => string]>([
    ['no JSON', () => 'x'],
    ['a pack', () => text()],
    ['half a key', (file) => file.slice(0, -30)],
    ['a secret that is none', (file) => file.replace(/"secret": ".{20}/, '"secret": "AAAAAAAAAAAAAAAAAAAA')],
    ['another’s secret', (file, other) => JSON.stringify({ ...(JSON.parse(file) as object), secret: (JSON.parse(other) as { secret: string }).secret })],
  ])('is not taken from %s', async (_name, spoil) => {
    const files: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      await send('key.make', {});
      const saved = await send('key.save', {});
      files.push(saved.ok ? saved.text : '');
      await send('key.forget', {});
    }
    expect(await send('key.take', { text: spoil(files[0] ?? '', files[1] ?? '') })).toMatchObject({ ok: false, problem: { code: 'key' } });
    expect(await send('key.get', {})).toEqual({ key: null });
  });

  it('signs nothing that is no pack', async () => {
    await send('key.make', {});
    expect(await send('key.sign', { text: '{"keepword": 1}' })).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(await send('key.sign', { text: 'x' })).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  });
});
