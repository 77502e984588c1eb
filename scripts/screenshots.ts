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

/** A pack as a team has it: what the pages of packs and of the workshop show. */
const PACK = {
  keepword: 1, id: 'acme.support', name: 'Acme support', version: '1.4', author: 'Rita Alves', languages: ['en', 'pl'], description: 'What we say, and what we do not.',
  changes: [{ version: '1.4', date: '2026-11-02', text: 'Customs phrases; RMA in plain words.' }],
  phrases: [
    { id: 'parcel.held', lang: 'en', title: 'Parcel held at customs', shortcut: 'customs', tags: ['delivery'], text: 'Your parcel is held at customs, {first_name|}. I\'ll write to you by {date|tomorrow evening} with what they tell me.', for: { emotions: ['frustrated', 'anxious'], situations: ['delay'] }, gives: ['next_step', 'by_when'] },
    { id: 'parcel.pl', lang: 'pl', title: 'Paczka w urzędzie celnym', text: { ty: 'Twoja paczka czeka w urzędzie celnym.', pan: 'Pana paczka czeka w urzędzie celnym.', pani: 'Pani paczka czeka w urzędzie celnym.' } },
  ],
  glossary: [{ lang: 'en', term: 'RMA', plain: ['return number'], explanation: 'The number we file your return under.' }],
  rules: [{ id: 'team.ticket-closed', lang: 'en', category: 'robotic', find: ['{our} ticket (was|has been) closed'], say: ['this is settled'], why: 'Speaks of our system and not of their problem.', flags: ['<Your ticket has been closed>.'], passes: ['The shop was closed.'] }],
  cues: [{ id: 'cue.moving', lang: 'en', stake: 'deadline', weight: 0.8, find: ['moving out on'], flags: ['I am <moving out on> Friday.'], passes: ['All is well.'] }],
  sets: { our: ['our', 'your'] }, links: [{ lang: 'en', title: 'Reset your password', url: 'https://help.acme.example/reset' }], holidays: [{ date: '2026-12-24', name: 'Christmas Eve' }], replyTargetHours: 8,
};

/** Clicks the first control of the page whose words begin so. */
const press = (page: Page, selector: string, words: string) => page.evaluate((of, start) => [...document.querySelectorAll<HTMLElement>(of)].find((one) => one.textContent?.trim().startsWith(start))?.click(), selector, words);

/** Packs and the workshop, unfolded where there is most to see; the whole page, however long. */
async function teams(session: Session): Promise<void> {
  const page = await session.open('options.html#/packs');
  await ask(page, 'pack.install', { file: { text: JSON.stringify(PACK) }, source: 'file' });
  await wait(1500);
  await press(page, '.disclosure', 'What is in it');
  const views: readonly (readonly [string, () => Promise<void>])[] = [
    ['packs', async () => undefined],
    ['workshop', async () => {
      await page.evaluate(() => { location.hash = '#/workshop'; });
      await wait(800);
      await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Edit: Acme support"]')?.click());
      await wait(1500);
      await press(page, '.workshop-list > .disclosure', 'Phrases');
      await wait(200);
      await press(page, '.phrase-list .disclosure', 'Parcel held');
      await wait(200);
      await press(page, '.entry-fields > .disclosure', 'When it is offered');
      await wait(1500);
    }],
    ['workshop-host', async () => {
      await press(page, '.workshop-list > .disclosure', 'Pages described');
      await wait(300);
      await press(page, '.workshop-list .button', 'Add a page');
      await wait(1500);
      await press(page, '.entry-fields > .disclosure', 'More');
      await wait(1500);
    }],
  ];
  for (const [name, show] of views) {
    await page.setViewport({ width: 1000, height: 900 });
    await show();
    for (const look of THEMES) {
      await theme(page, look);
      for (const width of [...WIDTHS, 1000]) {
        await page.setViewport({ width, height: 900 });
        await wait(300);
        await page.screenshot({ path: path.join(ALL, `${name}-${width}-${look}.png`) as `${string}.png`, fullPage: true });
      }
    }
  }
  await page.close();
}

/** The phrases at the caret, and the bar after a reply that was sent with a place not filled in. */
async function carets(session: Session): Promise<void> {
  const [scene] = SCENES;
  if (scene === undefined) return;
  const { page } = await openReply(session, scene);
  await typeReply(page, ['Hi Hannah,', 'Your refund comes on {date}. ']);
  await page.keyboard.type(';;refund');
  await wait(1200);
  for (const look of THEMES) {
    await theme(page, look);
    for (const width of [...WIDTHS, 1000]) {
      await page.setViewport({ width, height: 700 });
      await wait(400);
      await shoot(page, ALL, `palette-${width}-${look}`);
    }
  }
  await page.keyboard.press('Escape');
  for (let n = 0; n < ';;refund'.length; n += 1) await page.keyboard.press('Backspace');
  await wait(800);
  await page.click('#send');
  await wait(300);
  for (const look of THEMES) {
    await theme(page, look);
    for (const width of [480, 1000]) {
      await page.setViewport({ width, height: 700 });
      await wait(400);
      await shoot(page, ALL, `sent-${width}-${look}`);
    }
  }
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
    await teams(session);
    await carets(session);
  } finally {
    await session.close();
  }
  console.log(`Screenshots: ${path.relative(ROOT, ALL)}, ${path.relative(ROOT, README)}`);
  return 0;
});
