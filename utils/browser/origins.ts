import { browser } from 'wxt/browser';
import { changePackOrigins, packOrigins } from './pack-origins';
import { sitePattern } from './sites';

interface Permissions {
  contains(ask: { origins: string[] }): Promise<boolean>;
  request(ask: { origins: string[] }): Promise<boolean>;
  remove(ask: { origins: string[] }): Promise<boolean>;
}
const permissions = (): Permissions => browser.permissions as unknown as Permissions;

/** Where a pack may be fetched from: https, or this computer. null for anything else, and for an address with a name and password in it. */
export function packAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const here = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) return null;
  return url.username === '' && url.password === '' ? url : null;
}

/**
 * Asks the agent to let the extension fetch from an address. Only within their click: nothing may be awaited before. Answers false
 * where they say no, or where it is no address to fetch packs from.
 */
export function requestPackOrigin(address: string): Promise<boolean> {
  const url = packAddress(address);
  const pattern = url === null ? null : sitePattern(url.href);
  if (pattern === null) return Promise.resolve(false);
  // Started and not awaited: the click would be spent. Noted before the grant, so that the site is taken for no desk when it comes.
  const had = permissions().contains({ origins: [pattern] });
  const noted = had.then((there) => (there ? undefined : changePackOrigins((origins) => [...origins, pattern])));
  return Promise.all([permissions().request({ origins: [pattern] }), noted]).then(([granted]) => granted);
}

export function hasPackOrigin(address: string): Promise<boolean> {
  const pattern = sitePattern(address);
  return pattern === null ? Promise.resolve(false) : permissions().contains({ origins: [pattern] });
}

/** Gives back the origins that were granted for packs and of which none of `addresses` is. */
export async function keepPackOrigins(addresses: readonly string[]): Promise<void> {
  const wanted = new Set(addresses.map(sitePattern));
  const gone = (await packOrigins()).filter((pattern) => !wanted.has(pattern));
  if (gone.length === 0) return;
  await permissions().remove({ origins: gone }).catch(() => false);
  await changePackOrigins((origins) => origins.filter((pattern) => !gone.includes(pattern)));
}
