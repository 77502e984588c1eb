import { browser } from 'wxt/browser';

/** Who sent a message, as far as the browser vouches for it. */
export interface Sender {
  /** The tab it came from; null for a side panel, a sidebar, the background. */
  readonly tab: number | null;
  readonly frame: number | null;
  /** Address of the sending document. */
  readonly url: string | null;
  /** true: one of our own pages (also framed in a host's page); false: a content script. */
  readonly own: boolean;
}

/** The few members of `runtime` that WXT's generated types narrow to known paths. */
const runtime = browser.runtime as unknown as {
  readonly id?: string;
  getURL(path: string): string;
  getManifest(): {
    readonly version: string;
    readonly icons?: Readonly<Record<string, string>>;
    readonly content_scripts?: readonly { readonly matches?: readonly string[] }[];
  };
};

/** false in a content script whose extension was updated or removed: nothing may be asked of the browser any more. */
export function alive(): boolean {
  try {
    return typeof runtime.id === 'string' && runtime.id !== '';
  } catch {
    return false;
  }
}

/** Version of the extension, "1.4.0". @throws where it is gone */
export const ownVersion = (): string => runtime.getManifest().version;

/** Address of a file of the extension: `ownUrl('panel.html')`. */
export function ownUrl(path: string): string {
  return runtime.getURL(path.startsWith('/') ? path : `/${path}`);
}

/**
 * Address by which a host's page loads one of our files. Supported hosts get the plain one, which also loads where a page
 * isolates itself (COEP); elsewhere Chromium admits only the address of this session, which `getURL` answers.
 * @param origin of the page, `https://mail.google.com`
 */
export function framedUrl(path: string, origin: string): string {
  const url = ownUrl(path);
  const supported = (runtime.getManifest().content_scripts ?? []).flatMap(({ matches = [] }) => matches).some((pattern) => fitsOrigin(pattern, origin));
  return supported && url.startsWith('chrome-extension:') ? `chrome-extension://${runtime.id}/${path}` : url;
}

/** Whether an origin fits a match pattern of whole origins, `https://*.example.org/*`. */
export function fitsOrigin(pattern: string, origin: string): boolean {
  const [scheme, host] = pattern.replace(/\/\*$/u, '').split('://');
  const [own, name = ''] = origin.split('://');
  if (host === undefined || (scheme !== own && scheme !== '*')) return false;
  if (host === '*') return true;
  return host.startsWith('*.') ? name === host.slice(2) || name.endsWith(host.slice(1)) : name === host;
}

/** true for an address inside the extension. */
export function isOwnUrl(url: string | null | undefined): boolean {
  return typeof url === 'string' && url.startsWith(ownUrl('/'));
}

/** Path of the largest icon the manifest names, or null. */
export function iconPath(): string | null {
  const icons = runtime.getManifest().icons ?? {};
  const sizes = Object.keys(icons).map(Number).filter((size) => Number.isFinite(size));
  if (sizes.length === 0) return null;
  return icons[String(Math.max(...sizes))] ?? null;
}

/** Sends to every page of the extension and to the background. @throws what the browser throws. */
export function sendToExtension(message: unknown): Promise<unknown> {
  return Promise.resolve(browser.runtime.sendMessage(message) as Promise<unknown>);
}

/** Sends to a tab, to one frame of it or to all. @throws what the browser throws, as when nobody listens there. */
export function sendToTab(tab: number, frame: number | null, message: unknown): Promise<unknown> {
  const sent = frame === null ? browser.tabs.sendMessage(tab, message) : browser.tabs.sendMessage(tab, message, { frameId: frame });
  return Promise.resolve(sent as Promise<unknown>);
}

/**
 * Listens to messages. A listener that returns undefined leaves the answer to others; a promise is the answer, and one
 * that fails is answered with undefined. Returns how to stop.
 */
export function onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined): () => void {
  // Answering by `true` and the callback works in every browser; a promise as the answer only in Firefox and in Chrome from 148.
  const native = (message: unknown, raw: RawSender, respond: (answer: unknown) => void): true | undefined => {
    const answer = listener(message, readSender(raw));
    if (answer === undefined) return undefined;
    answer.then(respond, () => respond(undefined));
    return true;
  };
  const event = browser.runtime.onMessage as unknown as ListenerList<typeof native>;
  event.addListener(native);
  return () => {
    try {
      event.removeListener(native);
    } catch {
      // Cut off from the extension: nothing arrives any more.
    }
  };
}

/** At installation, update and the browser's start. Register before the first await of the background. */
export function onLifecycle(listener: (what: 'installed' | 'updated' | 'started') => void): void {
  browser.runtime.onInstalled.addListener((details) => listener(details.reason === 'install' ? 'installed' : 'updated'));
  browser.runtime.onStartup.addListener(() => listener('started'));
}

/** The browser's interface language, "pt-BR". */
export function uiLanguage(): string {
  try {
    return browser.i18n.getUILanguage() || 'en';
  } catch {
    return 'en';
  }
}

interface ListenerList<L> {
  addListener(listener: L): void;
  removeListener(listener: L): void;
}
interface RawSender {
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
}

function readSender(raw: RawSender | undefined): Sender {
  const url = raw?.url ?? null;
  return { tab: raw?.tab?.id ?? null, frame: raw?.frameId ?? null, url, own: url === null || isOwnUrl(url) };
}
