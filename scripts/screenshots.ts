/**
 * `npm run screenshots`: what people see, taken from the real extension so that it stays true. Everything goes to
 * `screenshots/`; the pictures of the README to `.github/images/`.
 */
import 'temporal-polyfill/global';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch, ROOT, type Session } from './browsers';
import { settled, wait } from './driving';
import { command, ensureBrowsers, Plain, run } from './environment';
import { ask, promiseIn } from './tour/reminder';
import { openReply, typeReply } from './tour/steps';
import { SCENES } from './tour/scenes';

const ALL = path.join(ROOT, 'screenshots');
const README = path.join(ROOT, '.github/images');
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 360, 480];

const shoot = (page: Page, folder: string, name: string) => page.screenshot({ path: path.join(folder, `${name}.png`) as `${string}.png` });
const theme = (page: Page, name: (typeof THEMES)[number]) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: name }]);

/** A reply in each language, in both themes; the English light one is the README's picture. */
async function replies(session: Session): Promise<void> {
  for (const scene of SCENES) {
    const { page, panel } = await openReply(session, scene);
    await typeReply(page, scene.paragraphs);
    await wait(800);
    await settled(panel);
    for (const name of THEMES) {
      await theme(page, name);
      await wait(300);
      await shoot(page, ALL, `reply-${scene.lang}-${name}`);
      if (scene.lang === 'en' && name === 'light') await shoot(page, README, 'reply');
    }
    await page.close();
  }
}

/** The panel alone, as the browser's side panel shows it, with something due. */
async function panels(session: Session): Promise<void> {
  const page = await session.open('panel.html');
  await promiseIn(page, 2, 'shot-late', { id: 'en-refund-third-time', url: `${session.origin}/practice.html#/conversation/en-refund-third-time` });
  await promiseIn(page, 7200, 'shot-next', { id: 'en-locked-out', url: `${session.origin}/practice.html#/conversation/en-locked-out` });
  await wait(4000);
  for (const name of THEMES) {
    await theme(page, name);
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 640 });
      await wait(200);
      await shoot(page, ALL, `panel-${width}-${name}`);
    }
  }
  await page.close();
}

/** A board as after some weeks: something late, today, this week, later, moved, kept and broken. */
async function fillBoard(page: Page, origin: string): Promise<void> {
  const at = (hours: number) => Temporal.Now.instant().add({ hours }).round('second').toString();
  const promised = [
    ['visit', 'Marek Wiśniewski', 'We will send our technician on Tuesday.', -26], ['send', 'Zofia Żółć', 'I will send you the corrected invoice today.', 2],
    ['callback', 'João Silva', 'I will call you this afternoon.', 4], ['reply', 'Priya Nair', 'You will have our answer tomorrow.', 26],
    ['refund', 'Samuel Adeyemi', 'The money goes back within five days.', 120], ['check', 'Anna Nowak', 'I will look into it with the carrier.', 170],
    ['fix', 'Bob Hale', 'Your line will work again by Friday.', -3], ['send', 'Célia Rocha', 'I will send the manual.', -2],
    ['callback', 'George Whitfield', 'I will ring you about the repair.', -4],
  ] as const;
  for (const [index, [kind, name, text, hours]] of promised.entries()) {
    await ask(page, 'promise.add', {
      promise: {
        id: `shot-${index}`, status: index === 5 ? 'tentative' : 'open', kind, text, lang: 'en', conditional: false, zone: 'UTC', alternatives: [],
        due: { start: at(hours), end: at(hours), precision: 'minute' }, conversation: { host: 'practice', id: `shot-${index}`, url: `${origin}/practice.html`, title: text },
        customer: { name, address: `shot-${index}@customer.test` },
      },
    });
  }
  for (const [id, change] of [['shot-6', { do: 'keep' }], ['shot-7', { do: 'keep' }], ['shot-8', { do: 'break' }]] as const) await ask(page, 'promise.change', { id, change });
  await ask(page, 'promise.change', { id: 'shot-4', change: { do: 'move', due: { start: at(144), end: at(144), precision: 'minute' } } });
}

async function options(session: Session): Promise<void> {
  const page = await session.open('options.html#/promises');
  await fillBoard(page, session.origin);
  await wait(1000);
  for (const name of THEMES) {
    await theme(page, name);
    for (const hash of ['promises', 'figures', 'settings', 'data', 'rules']) {
      for (const width of [1000, 360]) {
        await page.setViewport({ width, height: 900 });
        await page.evaluate((to) => { location.hash = `#/${to}`; }, hash);
        await wait(500);
        if (hash === 'rules') await page.evaluate(() => document.querySelector<HTMLElement>('.disclosure[aria-expanded=false]')?.click());
        await shoot(page, ALL, `${hash}-${width}-${name}`);
        if (hash === 'promises' && width === 1000 && name === 'light') await shoot(page, README, 'board');
      }
    }
  }
  await ask(page, 'promise.change', { id: 'shot-late', change: { do: 'drop' } });
  await page.close();
}

await command(async () => {
  const executable = ensureBrowsers(['chromium']).chromium ?? '';
  if ((await run('npm', ['run', '--silent', 'build:chromium'])) !== 0) throw new Plain('The build failed; its own words stand above.');
  for (const folder of [ALL, README]) mkdirSync(folder, { recursive: true });
  const session = await launch({ browser: 'chromium', executable, headless: true, window: { width: 1280, height: 900 } });
  try {
    await replies(session);
    await panels(session);
    await options(session);
  } finally {
    await session.close();
  }
  console.log(`Screenshots: ${path.relative(ROOT, ALL)}, ${path.relative(ROOT, README)}`);
  return 0;
});
