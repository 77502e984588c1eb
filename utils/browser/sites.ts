import { browser } from 'wxt/browser';
import { changePackOrigins, onPackOriginsChanged, packOrigins } from './pack-origins';
import { fitsOrigin, isOwnUrl } from './runtime';

/** The built content script, as the manifest names it too. */
const CONTENT = '/content-scripts/content.js';
const REGISTRATION = 'sites';

interface Permissions {
  getAll(): Promise<{ origins?: string[] | undefined }>;
  request(ask: { origins: string[] }): Promise<boolean>;
  remove(ask: { origins: string[] }): Promise<boolean>;
  readonly onAdded: { addListener(listener: () => void): void };
  readonly onRemoved: { addListener(listener: () => void): void };
}
interface Script {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly allFrames: boolean;
  readonly matchOriginAsFallback: boolean;
  readonly runAt: 'document_start';
  readonly persistAcrossSessions: boolean;
}
interface Scripting {
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<readonly { readonly matches?: readonly string[] }[]>;
  registerContentScripts(scripts: Script[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  executeScript(what: { target: { tabId: number; allFrames: boolean }; files: string[]; injectImmediately: boolean }): Promise<unknown>;
}
const permissions = (): Permissions => browser.permissions as unknown as Permissions;
const scripting = (): Scripting => browser.scripting as unknown as Scripting;

const declared = (): ReadonlySet<string> =>
  new Set((browser.runtime.getManifest().content_scripts ?? []).flatMap((script) => script.matches ?? []));

/** The match pattern of an address's site ("https://desk.example.org/*"), or null where no extension may work. A port is no part of it: browsers grant hosts. */
export function sitePattern(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return (protocol === 'https:' || protocol === 'http:') && hostname !== '' ? `${protocol}//${hostname}/*` : null;
  } catch {
    return null;
  }
}

/** Where browsers let no extension in, beside their own pages. A list that is short of one is told by the browser, when it refuses. */
const CLOSED = new Set(['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.mozilla.org', 'discovery.addons.mozilla.org', 'accounts.firefox.com', 'support.mozilla.org']);

/** What may be done with the page of a tab; see `SiteHere` of the protocol. The browser names pages of sites that were granted, and the page over which the toolbar button was pressed. */
export async function siteOf(tab: number): Promise<{ readonly state: 'on' | 'known' | 'off' | 'closed' | 'unseen'; readonly site: string | null; readonly name: string | null }> {
  const url = (await browser.tabs.get(tab).catch(() => null))?.url;
  if (url === undefined || url === '') return { state: 'unseen', site: null, name: null };
  if (isOwnUrl(url)) return { state: 'known', site: null, name: null };
  const site = sitePattern(url);
  if (site === null) return { state: 'closed', site: null, name: null };
  const { hostname, origin } = new URL(url);
  if (CLOSED.has(hostname)) return { state: 'closed', site: null, name: hostname };
  if ([...declared()].some((pattern) => fitsOrigin(pattern, origin))) return { state: 'known', site: null, name: hostname };
  const on = (await grantedSites()).some((pattern) => fitsOrigin(pattern, `${new URL(url).protocol}//${hostname}`));
  return { state: on ? 'on' : 'off', site, name: hostname };
}

/** Sites the agent switched on, as match patterns, beside the hosts that are supported from the start. */
export async function grantedSites(): Promise<readonly string[]> {
  const known = declared();
  const [{ origins = [] }, forPacks] = await Promise.all([permissions().getAll(), packOrigins()]);
  return origins.filter((origin) => !known.has(origin) && !forPacks.includes(origin)).sort();
}

/** Asks the agent for a site. Only within their click: nothing may be awaited before. */
export async function requestSite(pattern: string): Promise<boolean> {
  const granted = await permissions().request({ origins: [pattern] });
  // It may have been granted before, to fetch packs from.
  if (granted && (await packOrigins()).includes(pattern)) await changePackOrigins((origins) => origins.filter((origin) => origin !== pattern));
  return granted;
}

/** Gives a site back. */
export const removeSite = (pattern: string): Promise<boolean> => permissions().remove({ origins: [pattern] });

/** Whenever a site was switched on or off, by us or in the browser's own settings. */
export function onSitesChanged(listener: () => void): void {
  permissions().onAdded.addListener(listener);
  permissions().onRemoved.addListener(listener);
  onPackOriginsChanged(listener);
}

/**
 * Makes the content script run on exactly the granted sites from their next page load on, and at once in their open tabs.
 * Asked again with nothing new it does nothing; asked while it runs, it runs once more afterwards.
 * Answers the sites that are granted no more: what runs in their open tabs must be told to go, no browser does it.
 */
export function registerSites(): Promise<readonly string[]> {
  queue = queue.then(register, register);
  return queue;
}

let queue: Promise<readonly string[]> = Promise.resolve([]);

async function register(): Promise<readonly string[]> {
  const matches = [...(await grantedSites())];
  const [registered] = await scripting().getRegisteredContentScripts({ ids: [REGISTRATION] });
  const before = [...(registered?.matches ?? [])].sort();
  if (before.join(' ') === matches.join(' ')) return [];
  const gone = before.filter((pattern) => !matches.includes(pattern));
  if (registered) await scripting().unregisterContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) return gone;
  await scripting().registerContentScripts([
    { id: REGISTRATION, js: [CONTENT], matches, allFrames: true, matchOriginAsFallback: true, runAt: 'document_start', persistAcrossSessions: true },
  ]);
  const fresh = matches.filter((pattern) => !before.includes(pattern));
  if (fresh.length === 0) return gone;
  for (const tab of await browser.tabs.query({ url: fresh })) {
    // A tab that may not be scripted (an error page, a discarded one) gets it with its next load.
    if (tab.id !== undefined) await scripting().executeScript({ target: { tabId: tab.id, allFrames: true }, files: [CONTENT], injectImmediately: true }).catch(() => undefined);
  }
  return gone;
}
