/** A page nobody described, as an agent does it: switched on from the page, its message selected, taught once, read by that after a reload, switched off. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { allowHost, click, page as pageFile, panelFrame, settled, start, textOf, until } from './harness';

const MESSAGE = 'this is the third time I am writing about my order 48213';
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageFile('any/ticket-form.html'));
});
let session: Session, settings: Page, desk: Page, address = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cases/77`;
  session = await start();
  await allowHost(session, 'http://127.0.0.1/*');
  settings = await session.open('options.html#/settings');
  await ask(settings, 'settings.set', { change: { language: 'en' } });
  desk = await session.open(address);
});
afterAll(async () => {
  await session?.close();
  server.closeAllConnections();
  server.close();
});

/** Presses the button of these words, once nothing moves any more. In the panel's frame by a click of the page's: beside a native panel real ones miss it. */
async function press(at: Page | Frame, words: string): Promise<void> {
  await settled(at);
  await until(`the button "${words}"`, async () => {
    for (const button of await at.$$('button')) {
      if (await button.evaluate((element, label) => (element.textContent ?? '').trim() === label, words)) return (await (at === settings || 'bringToFront' in at ? button.click() : button.evaluate((element) => element.click())), true as const);
    }
    return null;
  });
}
const panelSays = (words: string) => until(`"${words}" in the panel`, async () => (await textOf(await panelFrame(desk))).includes(words));

/** Chromium: the toolbar button on the page itself, then the panel's own. Firefox's toolbar is out of a test's reach: there by the settings. */
async function switchOn(): Promise<void> {
  if (session.kind === 'chromium') {
    const { browser } = session as unknown as { browser: { extensions(): Promise<Map<string, unknown>> } };
    const [extension] = [...(await browser.extensions()).values()];
    await desk.bringToFront();
    await (desk as unknown as { triggerExtensionAction(extension: unknown): Promise<void> }).triggerExtensionAction(extension);
    const target = await session.browser.waitForTarget((one) => one.url().endsWith('/panel.html'));
    const panel = await target.asPage();
    await until('the offer to switch it on', async () => (await textOf(panel)).includes('Keepword is off on 127.0.0.1'));
    await press(panel, 'Switch on here');
    await until('that it is on', async () => (await textOf(panel)).includes('Keepword is on here'));
    // Beside it the page is narrower than what is drawn of it, and clicks at its edge would be lost.
    await panel.close();
    return;
  }
  await settings.bringToFront();
  await (await until('the field of the address', () => settings.$('input[inputmode=url]'))).type(address);
  await press(settings, 'Switch on');
  await until('the site in the list', async () => (await textOf(settings)).includes('http://127.0.0.1'));
}

it('is switched on, its selected message is answered, it is taught, and read by that after a reload', async () => {
  await switchOn();
  await desk.bringToFront();
  // Selected by the mouse, as anybody does it; then the reply is begun, in the page as it stands.
  await (await desk.waitForSelector('.request-body p:nth-of-type(2)'))?.click({ count: 3 });
  await click(desk, '#reply');
  await panelSays('Their message, as you selected it');
  await panelSays(MESSAGE);

  await press(await panelFrame(desk), 'Forget it');
  await panelSays('Select their message on the page');
  await press(await panelFrame(desk), 'Teach this site');
  // The reply box, the message, the name, the button: each is offered first, and taken.
  await until('a lesson under way', () => desk.evaluate(() => document.activeElement?.id !== 'reply' && document.activeElement?.shadowRoot === null && document.activeElement?.localName === 'div'));
  for (let part = 0; part < 4; part += 1) await desk.keyboard.press('Enter');
  const taught = await until('the taught site', async () => (await ask<{ sites: readonly unknown[] }>(settings, 'site.taught', {})).sites);
  expect(taught).toMatchObject([{ use: true, parts: ['message', 'name', 'editor', 'send'] }]);

  await desk.reload();
  await click(desk, '#reply');
  await panelSays('Ana Sousa');
  const said = await textOf(await panelFrame(desk));
  expect(said).not.toContain('A guess');
  expect(said).not.toContain('Select their message');

  // Nothing of ours was left in the page's own tree, and nothing of what was typed for us reached its field.
  expect(await desk.$eval('#reply', (field) => (field as HTMLTextAreaElement).value)).toBe('');
  await press(await panelFrame(desk), 'Switch off here');
  await until('everything of ours gone', () => desk.evaluate(() => document.querySelectorAll('body > div[style*="2147483001"]').length === 0));
});
