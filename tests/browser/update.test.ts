import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import { BUILD, type Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { foreignNodes, highlighted } from '../../scripts/tour/steps';
import { chord } from './palette-kit';
import { BROWSER, click, clickIn, draftOf, page as pageOf, panelFrame, serveHttps, start, textsOf, until, type Host } from './harness';

const EDITOR = '[g_editable=true]';
const TYPED = ' Please do not hesitate to contact us. I will call you on Friday at 10 am.';
const PROMISE = 'I will call you on Friday at 10 am';

/**
 * Puts the same extension in the place of the one that runs, as an update does: every open page keeps its old script. `runtime.reload` would
 * not do: an extension that was loaded by the driver does not come back from it.
 */
const update = (session: Session): Promise<string> => session.browser.installExtension(BUILD[BROWSER]);

async function isPanel(frame: Frame): Promise<boolean> {
  try {
    return await frame.evaluate(() => /^(chrome|moz)-extension:$/.test(location.protocol) && location.pathname.endsWith('/panel.html'));
  } catch {
    // It went meanwhile.
    return false;
  }
}
const panels = async (page: Page): Promise<Frame[]> => {
  const there = await Promise.all(page.frames().map(async (frame) => ((await isPanel(frame)) ? frame : null)));
  return there.filter((frame) => frame !== null);
};
/** Elements that lie over the page: ours, for the skeleton has none. */
const layers = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.documentElement.children, ...document.body.children].filter((each) => getComputedStyle(each).position === 'fixed').length);

/** Takes the advice on the first mark as an agent does by the keyboard. */
async function takeByKey(page: Page): Promise<void> {
  for (let steps = 0; steps < 4 && (await draftOf(page, EDITOR)).includes('do not hesitate'); steps += 1) {
    await chord(page, ['Alt', 'Shift'], 'ArrowDown');
    await chord(page, ['Alt', 'Shift'], 'Enter');
    await page.keyboard.press('Enter');
    await until('the words replaced', async () => !(await draftOf(page, EDITOR)).includes('do not hesitate'), 1500).catch(() => undefined);
  }
}

// Firefox: seen by hand to take over; what the driver is told of the new frame there does not suffice for a test.
describe.runIf(BROWSER === 'chromium')('an update of the extension under an open page', () => {
  let host: Host;
  let session: Session;
  beforeAll(async () => {
    host = await serveHttps(['mail.google.com'], (path) => (path.includes('page=') ? pageOf('hosts/gmail-thread-inline-reply.en.html') : null));
    session = await start({ hosts: { 'mail.google.com': host.port } });
  });
  afterAll(async () => {
    await session?.close();
    await host?.close();
  });

  it('the new script takes over: draft, marks and promise stand, once', async () => {
    const page = await session.open('https://mail.google.com/mail/u/0/?page=1#inbox/FMfcgzABCDEF');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text()); });
    await click(page, EDITOR);
    const old = await panelFrame(page);
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type(TYPED);
    await clickIn(old, '.promise', PROMISE, '[data-main]');
    await until('the promise kept', async () => (await textsOf(old, '.promise.is-kept')).at(0));
    await until('the mark', async () => (await textsOf(old, '.mark .mark-words')).find((text) => text.includes('do not hesitate')));
    const before = { draft: await draftOf(page, EDITOR), marks: await highlighted(page), layers: await layers(page) };
    expect(before.marks).toBeGreaterThan(0);

    await update(session);
    await until('the old panel gone', async () => !(await isPanel(old)));
    // No click: a chip may hang in the middle of the editor.
    await page.focus(EDITOR);
    await until('the marks, by the new script', async () => (await highlighted(page)) === before.marks);
    await until('the panel and what hangs on the text, once', async () => (await layers(page)) === before.layers);
    expect(await draftOf(page, EDITOR)).toBe(before.draft);
    expect(await foreignNodes(page, EDITOR)).toEqual([]);
    // In Firefox the driver is told of no frame that an updated extension makes.
    if (BROWSER === 'chromium') {
      const panel = await panelFrame(page);
      await until('the promise known as kept', async () => (await textsOf(panel, '.promise.is-kept')).find((text) => text.includes(PROMISE)));
      expect(await panels(page)).toHaveLength(1);
      await clickIn(panel, '.mark', 'do not hesitate', '.take');
    } else await takeByKey(page);
    const after = await until('the words replaced', async () => { const now = await draftOf(page, EDITOR); return !now.includes('do not hesitate') && now; });
    expect(after).toContain(PROMISE);
    const options = await session.open('options.html');
    const { promises } = await ask<{ promises: { text: string }[] }>(options, 'promise.list', { which: 'open' });
    expect(promises.filter(({ text }) => text.includes(PROMISE))).toHaveLength(1);
    await options.close();
    expect(errors).toEqual([]);
    await page.close();
  });
});
