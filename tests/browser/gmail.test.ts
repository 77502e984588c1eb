import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { foreignNodes, highlighted } from '../../scripts/tour/steps';
import { click, clickIn, draftOf, page as pageOf, panelFrame, serveHttps, start, textsOf, until, type Host } from './harness';

const EDITOR = '[g_editable=true]';
const SEND = '.aoO';

interface Case { lang: string; file: string; type: string; marked: string; promise: string }
const CASES: readonly Case[] = [
  { lang: 'en', file: 'gmail-thread-inline-reply.en', type: ' Please do not hesitate to contact us. I will call you on Friday at 10 am.', marked: 'do not hesitate', promise: 'I will call you on Friday at 10 am' },
  { lang: 'pt-BR', file: 'gmail-thread-inline-reply.pt-BR', type: ' Pedimos desculpas por eventuais transtornos. Vou te ligar na sexta às 10h.', marked: 'eventuais transtornos', promise: 'Vou te ligar na sexta às 10h' },
  { lang: 'pt-PT', file: 'gmail-thread-inline-reply.pt-PT', type: ' Lamentamos os transtornos causados. Ligo-lhe na sexta às 10h.', marked: 'transtornos causados', promise: 'Ligo-lhe na sexta às 10h' },
  { lang: 'pl', file: 'gmail-thread-inline-reply.pl', type: ' Przepraszamy za wszelkie niedogodności. Oddzwonię w piątek o 10:00.', marked: 'wszelkie niedogodności', promise: 'Oddzwonię w piątek o 10:00' },
];

let host: Host;
let session: Session;
beforeAll(async () => {
  host = await serveHttps(['mail.google.com'], (path) => {
    const name = /[?&]page=([\w.-]+)/.exec(path)?.[1];
    return name ? pageOf(`hosts/${name}.html`) : null;
  });
  session = await start({ hosts: { 'mail.google.com': host.port } });
});
afterAll(async () => {
  await session.close();
  await host.close();
});

/** The page's own behaviour on sending: the composer goes, the message stands in the thread. */
const behave = (page: Page) => page.evaluate((editor, send) => {
  document.querySelector(send)?.addEventListener('click', () => {
    const text = document.querySelector<HTMLElement>(editor)?.innerText ?? '';
    setTimeout(() => {
      document.querySelector(editor)?.closest('.ip')?.remove();
      const item = document.createElement('div');
      item.setAttribute('role', 'listitem');
      item.setAttribute('aria-expanded', 'true');
      item.innerHTML = '<div class="adn ads" data-message-id="#msg-a:r-17"><h3><span class="gD" email="agent@example.test" name="Agent">Agent</span></h3><div class="ii gt"><div class="a3s"></div></div></div>';
      const body = item.querySelector('.a3s');
      if (body) body.textContent = text;
      document.querySelector('[role=list]')?.append(item);
    }, 300);
  });
}, EDITOR, SEND);

async function open(file: string): Promise<{ page: Page; panel: Frame }> {
  const page = await session.open(`https://mail.google.com/mail/u/0/?page=${file}#inbox/FMfcgzABCDEF`);
  await behave(page);
  await click(page, EDITOR);
  return { page, panel: await panelFrame(page) };
}

describe('Gmail, as it is known', () => {
  it.each(CASES)('in $lang: reads the message, marks, replaces, keeps, sees it sent', async ({ file, type, marked, promise }) => {
    const { page, panel } = await open(file);
    await until('the customer', async () => (await textsOf(panel, '.customer')).find((text) => text.includes('Ana Sousa')));
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type(type);
    await until('the mark', async () => (await textsOf(panel, '.mark .mark-words')).find((text) => text.includes(marked)));
    await until('highlights', async () => (await highlighted(page)) > 0);
    expect(await foreignNodes(page, EDITOR)).toEqual([]);
    const before = await draftOf(page, EDITOR);
    await clickIn(panel, '.mark', marked, '.take');
    await until('the words replaced', async () => !(await draftOf(page, EDITOR)).includes(marked));
    expect((await draftOf(page, EDITOR)).length).toBeLessThan(before.length + 200);
    await clickIn(panel, '.promise', promise, '[data-main]');
    await until('the promise kept', async () => (await textsOf(panel, '.promise.is-kept')).at(0));
    // The skeleton's draft holds another promise, which is sent unkept.
    await click(page, SEND);
    await until('the other promise offered', async () => (await textsOf(panel, '.is-asking .promise')).at(0));
    const options = await session.open('options.html');
    const { promises } = await ask<{ promises: { text: string; conversation: { host: string } }[] }>(options, 'promise.list', { which: 'open' });
    expect(promises.find(({ text }) => text.includes(promise))?.conversation.host).toBe('gmail');
    await options.close();
    await page.close();
  });

  it('opens the panel on a page that isolates itself', async () => {
    const isolated = await serveHttps(['mail.google.com'], (path) => (path.includes('page=') ? pageOf('hosts/gmail-thread-inline-reply.en.html') : null), {
      'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': "default-src 'self'; frame-src 'none'; require-trusted-types-for 'script'",
    });
    const strict = await start({ hosts: { 'mail.google.com': isolated.port } });
    try {
      const page = await strict.open('https://mail.google.com/mail/u/0/?page=1#inbox/FMfcgzABCDEF');
      await click(page, EDITOR);
      const panel = await panelFrame(page);
      await until('the customer', async () => (await textsOf(panel, '.customer')).find((text) => text.includes('Ana Sousa')));
    } finally {
      await strict.close();
      await isolated.close();
    }
  });

  it('leaves the page alone where no reply is written', async () => {
    const page = await session.open('https://mail.google.com/mail/u/0/?page=gmail-thread-inline-reply.en#inbox');
    const html = await page.evaluate(() => document.documentElement.outerHTML.replace(/\s+/g, ' '));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await page.evaluate(() => document.documentElement.outerHTML.replace(/\s+/g, ' '))).toBe(html);
    expect(await page.evaluate(() => performance.getEntriesByType('mark').length + performance.getEntriesByType('measure').length)).toBe(0);
    await page.close();
  });

  it('lets no key typed in the panel reach the page', async () => {
    const { page, panel } = await open('gmail-thread-inline-reply.en');
    await page.evaluate(() => {
      (globalThis as unknown as { heard: string[] }).heard = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'input']) addEventListener(type, (event) => (globalThis as unknown as { heard: string[] }).heard.push(event.type), true);
    });
    const summary = await until('something to focus in the panel', () => panel.$('button'));
    await summary.focus();
    await page.keyboard.press('e');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.close();
  });
});
