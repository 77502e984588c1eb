import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../scripts/tour/reminder';
import { BROWSER, start, until, wait } from './harness';
import { kill } from './kill/kill';
import { Asked, broughtBack, read, restore, write } from './kill/writers';

/** How often the browser is killed, less often where starting it takes long; `npm run test:e2e -- --grep kill --kills 200` for the long run. */
const KILLS = Number(process.env.KEEPWORD_KILLS ?? (BROWSER === 'firefox' ? 2 : 5));
/** Writers at once: the agent's two windows, and one more. */
const WRITERS = 3;
/** In every so many rounds a file is being restored meanwhile. */
const RESTORES = 4;
/** The browser lives on for up to so long after the first write of a round was acknowledged. Milliseconds. */
const LIFE = 1_500;
/** For one round on a busy machine. */
const ROUND = 90_000;

let profile: string;
beforeAll(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'keepword-kill-'));
});
afterAll(() => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('kill -9 of the whole browser', () => {
  it(`loses nothing that was acknowledged, ${KILLS} times`, async () => {
    const asked = new Asked();
    let thrownAway = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const session = await start({ profile });
      const page = await session.open('options.html');
      const { promises, damaged } = await read(page);
      expect(asked.missing(promises), `after ${round} kills`).toEqual([]);
      expect(damaged, `after ${round} kills`).toEqual([]);
      if (await broughtBack(page)) thrownAway += 1;
      const before = asked.acknowledged;
      const writers = Array.from({ length: WRITERS }, (_, n) => write(page, asked, `r${round}w${n}`));
      if (round % RESTORES === 0) writers.push(restore(page, asked, `r${round}f`));
      await until('a first write to be acknowledged', async () => asked.acknowledged > before, ROUND);
      await wait(Math.random() * LIFE);
      await kill(session);
      await Promise.all(writers);
      console.log(`kill ${round + 1} of ${KILLS}: ${asked.acknowledged - before} writes acknowledged before it, ${asked.acknowledged} in all`);
    }
    const session = await start({ profile });
    const { promises, damaged } = await read(await session.open('options.html'));
    await session.close();
    expect(asked.missing(promises)).toEqual([]);
    expect(damaged).toEqual([]);
    console.log(`${KILLS} kills, ${asked.acknowledged} writes acknowledged, 0 lost; ${promises.length} promises in the ledger; the browser threw its database away ${thrownAway} times`);
  }, ROUND * (KILLS + 1));

  it('brings everything back where the browser threw its database away, and says so', async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'keepword-thrown-'));
    try {
      const asked = new Asked();
      const first = await start({ profile: own });
      const page = await first.open('options.html');
      const writing = write(page, asked, 'lost');
      await until('ten writes', async () => asked.acknowledged >= 10, ROUND);
      await kill(first);
      await writing;
      for (const database of databasesIn(own)) rmSync(database, { recursive: true });
      const again = await start({ profile: own });
      const shown = await again.open('options.html');
      const { promises, damaged } = await read(shown);
      expect(asked.missing(promises)).toEqual([]);
      expect(damaged).toEqual([]);
      // Firefox takes a notification away after seconds, seen or not.
      if (BROWSER !== 'firefox') await until('the notice', () => broughtBack(shown));
      const back = await until('what is written down of it', async () => {
        const answer = await ask<{ back: { count: number } | null }>(shown, 'store.back', {});
        return answer.back;
      });
      expect(back?.count).toBe(promises.length);
      const told = await again.open('options.html#/data');
      await until('the page that says so', () => told.evaluate((count) => document.querySelector('main .notice')?.textContent?.includes(String(count)), promises.length));
      await again.close();
    } finally {
      rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});

/** Where this browser keeps the extension's databases in a profile; not where it keeps `storage.local`. */
function databasesIn(folder: string): string[] {
  const at = BROWSER === 'firefox' ? path.join(folder, 'storage/default') : path.join(folder, 'Default/IndexedDB');
  const found = readdirSync(at).filter((name) => (BROWSER === 'firefox' ? /^moz-extension\+\+\+[^^]+$/ : /^chrome-extension_/).test(name));
  expect(found).not.toEqual([]);
  return found.map((name) => path.join(at, name));
}
