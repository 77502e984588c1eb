/**
 * The policy files that administrators are given, read by the real browsers. They lie where the browser looks for the computer's policies,
 * so this needs root on Linux; only files of our own are put there, and taken away again.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/browsers';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { BROWSER, canRunRealHosts, start, textsOf, until } from './harness';

const WHERE = BROWSER === 'firefox' ? '/etc/firefox/policies/policies.json' : '/etc/chromium/policies/managed/keepword-test.json';
const plain = /\/(?:chromium|firefox|firefox-esr)$/u.test(process.env.KEEPWORD_EXECUTABLE ?? '');
/** A policy that is there already is somebody's. */
const can = canRunRealHosts && plain && !existsSync(WHERE);

interface Listed { readonly packs: readonly { readonly id: string; readonly locked: boolean; readonly source: string }[] }
interface Governing { readonly managed: boolean; readonly problems: readonly string[] }

describe.skipIf(!can)('a policy of the browser', () => {
  let session: Session;
  let page: Page;
  const made: string[] = [];
  let put = false;
  const server = createServer((_request, response) => {
    // Nobody is asked for permission under a policy: the server lets the extension read.
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      .end(JSON.stringify({ keepword: 1, id: 'acme.address', name: 'Acme by address', version: '3', languages: ['en'], phrases: [{ id: 'a.b', title: 'By address', text: 'From the address.' }] }));
  });
  const clear = (): void => {
    if (!put) return;
    put = false;
    rmSync(WHERE, { force: true });
    for (const folder of made.splice(0).reverse()) {
      try {
        rmdirSync(folder);
      } catch {
        // Somebody else put something there meanwhile.
      }
    }
  };

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk.keepword.json`;
    const given = readFileSync(path.join(ROOT, 'tests/policies', `${BROWSER}.json`), 'utf8');
    expect(given).toContain('https://packs.example.com/desk.keepword.json');
    made.push(...foldersFor(WHERE));
    put = true;
    process.once('exit', clear);
    // Firefox takes the whole file; Chromium's, too, is the one that is handed out.
    writeFileSync(WHERE, given.replace('https://packs.example.com/desk.keepword.json', address));
    session = await start();
    page = await session.open('options.html#/packs');
  });
  afterAll(async () => {
    clear();
    await session.close();
    server.closeAllConnections();
    server.close();
  });

  it('brings packs, in the file and by address, that the agent can’t touch', async () => {
    await until('the policy to be read', async () => (await ask<Governing>(page, 'policy.get', {})).managed);
    const { packs } = await until('both packs', async () => {
      const list = await ask<Listed>(page, 'pack.list', {});
      return list.packs.length === 2 ? list : null;
    });
    expect(packs.map(({ id, locked, source }) => [id, locked, source]).sort()).toEqual([['acme.address', true, 'policy'], ['example.desk', true, 'policy']]);
    expect((await ask<Governing>(page, 'policy.get', {})).problems).toEqual([]);
    await until('the packs in the page', async () => (await textsOf(page, '.pack h3')).length === 2);
    expect(await page.$$eval('.pack .pack-head input, .pack .choices', (all) => all.filter((one) => one.matches('input')).length)).toBe(0);
    expect(await ask(page, 'pack.remove', { id: 'example.desk' })).toMatchObject({ ok: false, problem: { code: 'policy' } });
  });

  it('locks settings and presets others, as the page of settings shows', async () => {
    expect(await ask(page, 'settings.get', {})).toMatchObject({ hours: { start: '08:00', end: '16:00' }, backup: 'off', language: 'pl', holidays: 'PL', replyTargetHours: 8 });
    await expect(ask(page, 'settings.set', { change: { hours: { days: [1], start: '10:00', end: '11:00' } } })).rejects.toThrow('set by the administrator');
    expect(await ask(page, 'settings.set', { change: { replyTargetHours: 2 } })).toMatchObject({ replyTargetHours: 2 });
    await page.evaluate(() => { location.hash = '#/settings'; });
    const notes = await until('the notes beside the settings', async () => {
      const all = await page.$$eval('.governed', (found) => found.map((one) => [(one as HTMLFieldSetElement).disabled, (one.querySelector(':scope > p') as HTMLElement).innerText] as const));
      return all.some(([, note]) => note.includes('Własna wartość')) ? all : null;
    });
    expect(notes.filter(([locked]) => locked).map(([, note]) => note)).toEqual(['Ustawione przez administratora; tutaj nie można tego zmienić.']);
    expect(notes.filter(([locked]) => !locked)).toHaveLength(4);
  });
});

/** Makes the folders of a file that are not there, and answers which they were, outermost first. */
function foldersFor(file: string): string[] {
  const missing: string[] = [];
  for (let at = path.dirname(file); !existsSync(at); at = path.dirname(at)) missing.unshift(at);
  mkdirSync(path.dirname(file), { recursive: true });
  return missing;
}
