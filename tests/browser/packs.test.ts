/** A pack pasted in the options marks and offers in a reply, also in one that is open; switched off, it does neither; a bad one changes nothing. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { SCENES } from '../../scripts/tour';
import { ask } from '../../scripts/tour/reminder';
import { openReply, typeReply } from '../../scripts/tour/steps';
import { click, panelFrame, serveHttps, start, textsOf, until, wait, type Host } from './harness';

const PACK = {
  keepword: 1, id: 'acme.support', name: 'Acme support', version: '1.0', languages: ['en'],
  phrases: [{ id: 'parcel.held', title: 'Parcel held at customs', text: 'Your parcel is held at customs.' }],
  rules: [{
    id: 'team.flux', category: 'jargon', find: ['flux window'], say: ['the hour of the change'], why: 'Only we know what it is.',
    flags: ['The <flux window> is open.'], passes: ['The window is open.'],
  }],
};

/** A helpdesk as it is after a change that nobody here has seen, and a team's description of it. */
const CHANGED = `<!doctype html><title>Held parcel</title><main class="case"><h1 class="about">Held parcel</h1>
<article class="said"><b class="who" title="ana@example.test">Ana Sousa</b><p class="words">I have called three times and nobody calls me back. Where is my parcel?</p></article>
<div class="answering"><textarea class="answer" rows="6" cols="60"></textarea><button type="button" class="go">Send</button></div></main>`;
const DESCRIBED = {
  id: 'front', name: 'Front, as it is now', evidence: { date: '2026-11', source: 'our own desk', checked: 'notes' }, confidence: 'high', match: ['https://app.frontapp.com/*'],
  identity: [{ kind: 'thread', from: 'address', at: '/open/{id:word}' }], customer: 'only',
  read: { root: ['main.case'], message: ['.said'], body: ['.words'], name: ['.who'], address: [{ selector: '.who', attribute: 'title' }], subject: ['.about'] },
  write: { composer: ['.answering'], editor: ['textarea.answer'], send: ['button.go'] },
};

let host: Host;
let session: Session;
let options: Page;
beforeAll(async () => {
  host = await serveHttps(['app.frontapp.com'], () => CHANGED);
  session = await start({ hosts: { 'app.frontapp.com': host.port } });
  options = await session.open('options.html#/packs');
  await ask(options, 'settings.set', { change: { language: 'en' } });
  await until('the page of packs', () => options.$('.page-packs h1'));
});
afterAll(async () => {
  await session.close();
  await host.close();
});

const press = async (words: string): Promise<void> => {
  await until(`the button "${words}"`, () => options.evaluate((label) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(label));
    if (!button || button.disabled) return false;
    button.click();
    return true;
  }, words));
};
async function paste(text: string): Promise<void> {
  if (await options.$('textarea') === null) await press('Paste the text');
  await until('the field', () => options.$('textarea'));
  await options.$eval('textarea', (area, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await press('See what it changes');
}

it('a pack pasted marks in a reply that is being written; switched off, no more', async () => {
  const { page, panel } = await openReply(session, { ...SCENES[0]!, conversation: 'en-locked-out', customer: 'Samuel Adeyemi' });
  await typeReply(page, ['Hi Samuel,', 'The flux window is open again.']);
  const marked = async (): Promise<boolean> => (await textsOf(panel, '.mark .mark-words')).some((text) => text.includes('flux window'));
  expect(await marked()).toBe(false);

  await options.bringToFront();
  await paste(JSON.stringify({ ...PACK, rules: [{ ...PACK.rules[0], find: ['never there'] }] }));
  await until('the fault with its place', async () => (await textsOf(options, '.preview')).some((text) => text.includes('rules[0]')));
  await press('Close');
  expect((await ask<{ packs: readonly unknown[] }>(options, 'pack.list', {})).packs).toEqual([]);

  await paste(JSON.stringify(PACK));
  await press('Add this pack');
  await until('the pack in the list', async () => (await textsOf(options, '.pack')).some((text) => text.includes('Acme support')));

  await page.bringToFront();
  await until('its mark', marked);
  await options.bringToFront();
  await options.$eval('.pack-head input[type=checkbox]', (box) => (box as HTMLInputElement).click());
  await page.bringToFront();
  await until('no mark', async () => !(await marked()));
  await page.close();
});

it('signed in the workshop, a pack is bound to its author: another key’s and an unsigned one are refused and told', async () => {
  const go = (page: string): Promise<void> => options.evaluate((to) => { location.hash = to; }, `#/${page}`);
  await options.bringToFront();
  await ask(options, 'pack.install', { file: { text: JSON.stringify(PACK) }, source: 'paste' });
  await go('workshop');
  await press('Edit');
  await press('Make a key');
  await until('the key', () => options.$('.signing code'));
  await press('Put it in use here');
  const signedBy = await until('the pack signed', async () => (await ask<{ packs: readonly { readonly signedBy: string | null }[] }>(options, 'pack.list', {})).packs[0]?.signedBy);
  expect(await textsOf(options, '.signing code')).toEqual([signedBy]);

  await ask(options, 'key.forget', {});
  await ask(options, 'key.make', {});
  const other = await ask<{ text: string }>(options, 'key.sign', { text: JSON.stringify({ ...PACK, version: '2' }) });
  await go('packs');
  for (const [file, told] of [[other.text, 'signed by somebody else'], [JSON.stringify({ ...PACK, version: '2' }), 'this one is not']] as const) {
    await until('the page of packs', () => options.$('.page-packs h1'));
    await paste(file);
    await until(told, async () => (await textsOf(options, '.preview')).some((text) => text.includes(told)));
    await press('Close');
  }
  expect((await ask<{ packs: readonly { readonly version: string }[] }>(options, 'pack.list', {})).packs[0]?.version).toBe('1.0');
});

it('a page that changed is read as a pack describes it', async () => {
  const page = await session.open('https://app.frontapp.com/open/cnv_17');
  await click(page, 'textarea.answer');
  await wait(1500);
  expect(page.frames()).toHaveLength(1);
  await ask(options, 'pack.install', { file: { text: JSON.stringify({ ...PACK, id: 'acme.desk', phrases: [], rules: [], hosts: [DESCRIBED] }) }, source: 'paste' });
  await page.reload();
  await click(page, 'textarea.answer');
  const panel = await panelFrame(page);
  await until('the customer', async () => (await textsOf(panel, '.customer')).find((text) => text.includes('Ana Sousa')));
  await page.keyboard.type('Hi Ana, I will call you on Friday at 10 am.');
  await until('the promise', async () => (await textsOf(panel, '.promise')).find((text) => text.includes('I will call you on Friday at 10 am')));
  await page.close();
});

it('what is typed in the workshop is there when the tab was closed in the same moment', async () => {
  const bench = await session.open('options.html#/workshop');
  await until('a new pack', () => bench.evaluate(() => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('.page-workshop button')].find(({ textContent }) => textContent === 'New pack');
    button?.click();
    return button !== undefined;
  }));
  await until('its name', () => bench.$('.entry-fields input'));
  await bench.focus('.entry-fields input');
  await bench.keyboard.type(' closed at once');
  await bench.close();
  await until('the draft', async () => (await ask<{ drafts: readonly { name: string }[] }>(options, 'draft.list', {})).drafts.some(({ name }) => name.endsWith(' closed at once')));
}, 30_000);
