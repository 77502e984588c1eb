import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vi } from 'vitest';
import { start } from '../../entrypoints/background/start';
import { saveKnowledge } from '../../utils/rules';
import type { AssetName } from '../../utils/rules';
import { NO_LAYER } from '../../utils/rules/patterns';
import { signedText } from '../../utils/phrases/pack';
import { freshBrowser, settled } from './kit';
import type { Browser } from './kit';

export type Json = Record<string, unknown>;

/** Built-in words as small as they can be. */
export const BASE = Object.fromEntries((['en', 'pt', 'pl'] as const).map((name) => [name, saveKnowledge({ ...NO_LAYER, name, lists: {}, names: new Map() })])) as Record<AssetName, string>;

export const pack = (over: Json = {}): Json => ({
  keepword: 1, id: 'acme.support', name: 'Acme support', version: '1', languages: ['en'],
  phrases: [{ id: 'parcel.held', title: 'Held at customs', text: 'Your parcel is held at customs.' }, { id: 'parcel.lost', title: 'Lost', text: 'Your parcel is lost.' }], ...over,
});
export const text = (over: Json = {}): string => JSON.stringify(pack(over));
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export interface Author { sign(value: Json): Promise<string> }
export async function author(): Promise<Author> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const key = base64(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  return {
    async sign(value) {
      const signature = await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(signedText(value)));
      return JSON.stringify({ ...value, signature: { key, value: base64(new Uint8Array(signature)) } });
    },
  };
}

/** What servers answer, by address; what is not there does not answer. `asked`: every address that was fetched, with the tag that went along. */
export interface Net {
  answers: Record<string, (etag: string | null) => Response>;
  readonly asked: { readonly address: string; readonly etag: string | null }[];
  /** Origins the agent allowed, as match patterns. */
  readonly allowed: Set<string>;
  policy: Json;
}
const net: Net = { answers: {}, asked: [], allowed: new Set(), policy: {} };

/** The browser is started over a database, with the servers as they were left. */
export async function restartWith(database: string): Promise<{ readonly browser: Browser; readonly net: Net }> {
  const browser = freshBrowser();
  vi.stubGlobal('fetch', async (to: string | URL, options?: { headers?: Record<string, string> }) => {
    const url = new URL(to);
    if (url.protocol !== 'https:') {
      const [, asset] = /knowledge\/(\w+)\.json$/.exec(url.pathname) ?? [];
      return new Response(asset ? BASE[asset as AssetName] : readFileSync(`public/${url.pathname.slice(1)}`, 'utf8'));
    }
    const etag = options?.headers?.['if-none-match'] ?? null;
    net.asked.push({ address: url.href, etag });
    const answer = net.answers[url.href];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer(etag);
  });
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => net.allowed.has(origin)),
    request: async ({ origins }: { origins: string[] }) => (origins.forEach((origin) => net.allowed.add(origin)), true),
    remove: async ({ origins }: { origins: string[] }) => (origins.forEach((origin) => net.allowed.delete(origin)), true),
  });
  fakeBrowser.storage.managed.get = (async () => net.policy) as never;
  await start(database);
  await settled();
  return { browser, net };
}
export function resetNet(): void {
  Object.assign(net, { answers: {}, policy: {} });
  net.asked.length = 0;
  net.allowed.clear();
}
