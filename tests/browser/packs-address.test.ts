/** A pack by address, as an agent does it: seen before it is taken, updated when they say so, kept when the address is no good, and brought back. */
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { signedText } from '../../utils/phrases/pack';
import { allowHost, start, textsOf, until } from './harness';

type Fields = Readonly<Record<string, unknown>>;
const pack = (version: string, title: string, over: Fields = {}): Fields => ({
  keepword: 1, id: 'acme.support', name: 'Acme support', version, languages: ['en'], phrases: [{ id: 'parcel.held', title, text: 'Your parcel is held at customs.' }], ...over,
});
async function author(): Promise<(value: Fields) => Promise<Fields>> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');
  const key = base64(await crypto.subtle.exportKey('raw', publicKey));
  return async (value) => ({ ...value, signature: { key, value: base64(await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(signedText(value)))) } });
}

let session: Session;
let page: Page;
let answer: RequestListener = (_request, response) => response.writeHead(404).end();
const asked: { readonly path: string; readonly cookie: unknown; readonly origin: unknown }[] = [];
const server = createServer((request, response) => {
  asked.push({ path: request.url ?? '', cookie: request.headers.cookie, origin: request.headers.referer });
  answer(request, response);
});
const gives = (value: Fields): void => {
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};
let address = '';
/** The last version that was applied. */
let newest: Fields = {};

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme.keepword.json`;
  session = await start();
  await allowHost(session, 'http://127.0.0.1/*');
  page = await session.open('options.html#/packs');
  await ask(page, 'settings.set', { change: { language: 'en' } });
  await until('the page of packs', () => page.$('.page-packs h1'));
});
afterAll(async () => {
  await session.close();
  server.closeAllConnections();
  server.close();
});

/** A real click: the browser lets an extension ask for a host within one alone. */
async function press(words: string): Promise<void> {
  await until(`the button "${words}"`, async () => {
    const found = await page.evaluateHandle((label) => [...document.querySelectorAll('button')].find((button) => !button.disabled && (button.ariaLabel ?? button.textContent ?? '').includes(label)) ?? null, words);
    const button = found.asElement() as ElementHandle<Element> | null;
    if (button === null) return false;
    await button.click();
    return true;
  });
}
const told = async (selector: string): Promise<string> => (await textsOf(page, selector)).join(' ');
const shows = (selector: string, words: string) => until(`"${words}"`, async () => (await told(selector)).includes(words));
async function typeAddress(words: string): Promise<void> {
  const field = await until('the field of the address', () => page.$('form.pasting input[type=text]'));
  await field.click({ count: 3 });
  await field.type(words);
  await press('See what it changes');
}
async function check(problem: string): Promise<void> {
  await press('Check now');
  await shows('.pack .notice', problem);
}

describe('a pack by address', () => {
  it('is refused where it is no address for packs, before anything is asked', async () => {
    await press('by its address');
    await typeAddress('http://packs.example.com/acme.keepword.json');
    await shows('form.pasting [role=alert]', 'nothing can be fetched');
    expect(asked).toEqual([]);
  });

  it('is shown first, taken as it was shown, and updated with what changes shown before', async () => {
    gives(pack('1', 'Parcel held'));
    await typeAddress(address);
    await shows('.preview', 'Parcel held');
    expect(await told('.pack')).toBe('');
    await press('Add this pack');
    await shows('.pack', address);
    // One fetch for the preview, none for taking it; nobody learns who asks.
    expect(asked).toEqual([{ path: '/acme.keepword.json', cookie: undefined, origin: undefined }]);

    gives(pack('2', 'Parcel held, really', { changes: [{ version: '2', text: 'Said more clearly.' }] }));
    await press('Check now');
    for (const words of ['A new version is waiting: 2', 'Parcel held, really', 'Said more clearly.']) await shows('.pack .preview', words);
    expect(await told('.pack h3')).toBe('Acme support 1');
    await press('Apply this version');
    await shows('.pack h3', 'Acme support 2');
  });

  it('stays where the address sends elsewhere, gives too much, another author’s file, or nothing', async () => {
    const [first, other] = [await author(), await author()];
    newest = await first(pack('3', 'Parcel signed for'));
    gives(newest);
    await press('Check now');
    await press('Apply this version');
    await shows('.pack', 'Signed');

    let elsewhere = 0;
    const away = createServer((_request, response) => { elsewhere += 1; response.end('{}'); });
    await new Promise<void>((done) => away.listen(0, '127.0.0.1', done));
    answer = (_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${(away.address() as AddressInfo).port}/` }).end();
    await check('Give the final address');
    expect(elsewhere).toBe(0);
    away.close();

    answer = (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(5_000_000));
    await check('larger than');
    gives(await other(pack('4', 'Parcel stolen')));
    await check('signed by somebody else');
    gives(pack('4', 'Parcel stolen'));
    await check('this one is not');
    answer = (request) => request.socket.destroy();
    await check('There was no answer');
    expect(await told('.pack h3')).toBe('Acme support 3');
    const { json } = await ask<{ json: string }>(page, 'knowledge.get', { asset: 'en' });
    expect(json).toContain('Parcel signed for');
  });

  it('goes back to an earlier version, and is not undone by the next check', async () => {
    await press('Earlier versions');
    await press('Bring back 2');
    await shows('.pack h3', 'Acme support 2');
    gives(newest);
    await press('Check now');
    await until('the check to be over', async () => !(await told('.pack')).includes('There was no answer'));
    expect(await told('.pack h3')).toBe('Acme support 2');
    expect(await told('.pack')).not.toContain('A new version is waiting');
  });
});
