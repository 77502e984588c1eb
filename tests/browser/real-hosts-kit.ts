/** What the tests on real hosts share: a site switched on as the agent does it, and mails as they came out at the other end. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browsers';
import { ask } from '../../scripts/tour/reminder';
import { allowHost, click, textsOf, until, type RealHost } from './harness';

/** Switches the site on as the agent does, in the options. */
export async function switchOn(session: Session, address: string): Promise<void> {
  await allowHost(session, 'http://127.0.0.1/*');
  const options = await session.open('options.html#/settings');
  const field = await until('the field for a site', () => options.$('input[inputmode=url]'));
  await field.type(address);
  await click(options, 'form button[type=submit]');
  await until('the site switched on', async () => (await textsOf(options, 'main li')).find((text) => text.includes('127.0.0.1')));
  await options.close();
}

/** All mails that left the host, as they are on the wire. */
export const sentMails = (host: RealHost): string[] => readdirSync(host.outbox).map((name) => readFileSync(path.join(host.outbox, name), 'utf8'));

interface Part { readonly type: string; readonly text: string }

/** The parts of a mail with text in them, decoded to plain UTF-8; an attachment or an unknown encoding stays as it came. */
export function partsOf(mail: string): Part[] {
  const at = mail.search(/\r?\n\r?\n/);
  const head = mail.slice(0, at).replace(/\r?\n[ \t]+/g, ' ');
  const body = mail.slice(at).replace(/^\r?\n\r?\n/, '');
  const type = /^content-type:\s*([\w/-]+)/im.exec(head)?.[1]?.toLowerCase() ?? 'text/plain';
  const boundary = /boundary="?([^";\r\n]+)/i.exec(head)?.[1];
  if (boundary !== undefined) return body.split(`--${boundary}`).slice(1, -1).flatMap((part) => partsOf(part.replace(/^\r?\n/, '')));
  return [{ type, text: decode(body, /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase() ?? '') }];
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

export interface Held {
  readonly id: string;
  readonly text: string;
  readonly customer: { readonly name: string | null } | null;
  readonly conversation: { readonly url: string; readonly host: string; readonly title: string };
}

/** The open promise with these words, as the ledger has it. `from` is a page of the extension. */
export async function openPromise(from: Page, words: string): Promise<Held> {
  return until(`the promise “${words}” open in the ledger`, async () => {
    const { promises } = await ask<{ promises: Held[] }>(from, 'promise.list', { which: 'open' });
    return promises.find(({ text }) => text.includes(words));
  });
}
