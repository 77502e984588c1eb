import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browsers';
import { BROWSER, canRunRealHosts, click, clickIn, panelFrame, realHost, start, textsOf, until, wait, type RealHost } from './harness';
import { fold, openPromise, partsOf, sentMails, switchOn } from './real-hosts-kit';

async function logIn(page: Page, host: RealHost): Promise<void> {
  await page.type('#rcmloginuser', host.user);
  await page.type('#rcmloginpwd', host.password);
  await Promise.all([page.waitForNavigation(), page.click('#rcmloginsubmit')]);
}

/** Opens a customer's mail by a word of its subject, then the reply. */
async function openReply(page: Page, host: RealHost, subject: string): Promise<void> {
  await page.goto(`${host.url}?_task=mail&_mbox=INBOX`);
  const uid = await until('the mail in the list', () => page.evaluate((word) => {
    const row = [...document.querySelectorAll<HTMLTableRowElement>('#messagelist tr.message')].find((each) => each.innerText.includes(word));
    return (row as unknown as { uid?: string } | undefined)?.uid ?? /_uid=(\d+)/.exec(row?.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? null;
  }, subject));
  await page.goto(`${host.url}?_task=mail&_uid=${uid}&_mbox=INBOX&_action=show`);
  await wait(500);
  await Promise.all([page.waitForNavigation(), page.evaluate(() => document.querySelector<HTMLElement>('a.reply')?.click())]);
}

interface Case {
  readonly lang: string;
  /** A word of the customer's subject, and their name. */
  readonly subject: string;
  readonly customer: string;
  /** The reply, what of it is marked, what is gone once the advice is taken, and what it promises. */
  readonly typed: string;
  readonly words: string;
  readonly cut: string;
  readonly promise: string;
  /** What the mail on its way holds in its head or body, and no other does. */
  readonly sent: RegExp;
}
const CASES: readonly Case[] = [
  {
    lang: 'pl', subject: 'Reklamacja', customer: 'Zofia', words: 'niedogodności', cut: 'wszelkie niedogodności', promise: 'Oddzwonię do Pani jutro o 15:00',
    typed: 'Dzień dobry,\n\nPrzepraszamy za wszelkie niedogodności. Oddzwonię do Pani jutro o 15:00.', sent: /Reklamacja|UmVrbGFtYWNq/,
  },
  {
    lang: 'en', subject: '48213', customer: 'Margaret', words: 'do not hesitate', cut: 'do not hesitate', promise: 'I will call you on Friday at 10 am',
    typed: 'Hello Margaret,\n\nPlease do not hesitate to contact us. I will call you on Friday at 10 am.', sent: /48213/,
  },
  {
    lang: 'pt-BR', subject: 'duplicada', customer: 'João', words: 'transtornos', cut: 'eventuais transtornos', promise: 'Vou te ligar na sexta às 10h',
    typed: 'Olá, João!\n\nPedimos desculpas por eventuais transtornos. Vou te ligar na sexta às 10h.', sent: /joao\.conceicao@cliente\.test/,
  },
  {
    lang: 'pt-PT', subject: 'internet', customer: 'Inês', words: 'transtornos', cut: 'transtornos causados', promise: 'Ligo-lhe na sexta às 10h',
    typed: 'Olá, Inês,\n\nLamentamos os transtornos causados. Ligo-lhe na sexta às 10h.', sent: /ines\.goncalves@cliente\.test/,
  },
];

/** Two languages a browser, so that the whole suite ends in half an hour. All of them: KEEPWORD_LANGUAGES=all */
const HERE = CASES.filter(({ lang }) => process.env.KEEPWORD_LANGUAGES === 'all' || (BROWSER === 'firefox' ? ['pl', 'pt-PT'] : ['en', 'pt-BR']).includes(lang));

describe.runIf(canRunRealHosts)('Roundcube, the real one', () => {
  let host: RealHost;
  let session: Session;
  beforeAll(async () => {
    host = await realHost('roundcube', false);
    session = await start();
    await switchOn(session, host.url);
  });
  afterAll(async () => {
    await session?.close();
    host?.stop();
  });

  it.each(HERE)('in $lang: reads the mail, marks, keeps a promise, and the mail arrives as it was meant', async ({ subject, customer, words, cut, promise, typed, sent }) => {
    const page = await session.open(host.url);
    if (await page.$('#rcmloginuser')) await logIn(page, host);
    await openReply(page, host, subject);
    await page.focus('#composebody');
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#composebody')?.setSelectionRange(0, 0));
    const panel: Frame = await panelFrame(page);
    await until('the customer', async () => (await textsOf(panel, '.customer')).find((text) => text.includes(customer)));
    await page.keyboard.type(`${typed}\n\nAna\n\n`);
    await until('the mark', async () => (await textsOf(panel, '.mark .mark-words')).find((text) => text.includes(words)));
    await clickIn(panel, '.mark', words, '.take');
    const body = () => page.$eval('#composebody', (element) => (element as HTMLTextAreaElement).value);
    await until('the words replaced', async () => !(await body()).includes(cut));
    await clickIn(panel, '.promise', promise, '[data-main]');
    await until('the promise kept', async () => (await textsOf(panel, '.promise.is-kept')).at(0));
    const written = await body();
    // A command given while Roundcube saves its draft is passed over.
    await until('Roundcube at rest', () => page.evaluate(() => (globalThis as unknown as { rcmail: { busy: boolean } }).rcmail.busy === false));
    await click(page, '.formbuttons button.send');
    const mail = await until('the mail in the outbox', async () => sentMails(host).find((each) => sent.test(each)), 30_000);
    expect(fold(partsOf(mail).map(({ text }) => text).join('\n'))).toContain(fold(written.split('\n\nAna')[0] ?? written));
    const options = await session.open('options.html');
    const kept = await openPromise(options, promise);
    expect(kept.customer?.name).toContain(customer);
    expect(kept.conversation.host).toBe('roundcube');
    expect(kept.conversation.url).toContain('_uid=');
    await options.close();
    await page.close();
  });
});
