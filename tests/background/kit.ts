import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vi } from 'vitest';
import { start } from '../../entrypoints/background/start';
import type { PromiseDraft, PromiseRecord, Push } from '../../utils/messages/protocol';
import { send } from '../../utils/messages/send';

// Where a day begins is asked of the computer: here it is one that stands nowhere in particular.
process.env.TZ = 'UTC';

/** Sets the one clock; timers run on, because the database in memory needs them. */
export function setNow(iso: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Temporal.Instant.from(iso).epochMilliseconds });
}

/** Until `expectation` holds, turn by turn: what the background does after it answered. The clock stands meanwhile (vi.waitFor moves it). */
export async function eventually(expectation: () => unknown): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    try {
      return void await expectation();
    } catch {
      await new Promise(setImmediate);
    }
  }
  await expectation();
}

let databases = 0;
/** A name nobody used before. */
export const freshDatabase = (): string => `background-${(databases += 1)}`;

/** What a browser has and the fake one lacks: messages to tabs, and its own files. */
export interface Browser {
  /** Messages sent to tabs; `listening` decides which tabs hear and what they answer. */
  readonly toTabs: { readonly tab: number; readonly message: unknown }[];
  readonly listening: Map<number, unknown>;
  readonly pushed: Push[];
  readonly badge: () => Promise<string>;
  readonly notices: () => string[];
  readonly sites: FakeSites;
  /** A key of the manifest's commands is pressed over a tab. */
  press(command: string, tab: number): void;
}

/** Which sites were granted, and what is registered to run on them. */
export interface FakeSites {
  granted: string[];
  registered: { readonly id: string; readonly matches: readonly string[] }[];
  readonly injected: number[];
  /** Tells the extension that the granted sites changed. */
  changed(): void;
}

function fakeSites(): FakeSites {
  const listeners: (() => void)[] = [];
  const sites: FakeSites = { granted: [], registered: [], injected: [], changed: () => listeners.forEach((listener) => listener()) };
  const event = { addListener: (listener: () => void) => listeners.push(listener) };
  Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event, getAll: async () => ({ origins: ['https://mail.example.com/*', ...sites.granted] }) });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => sites.registered,
    registerContentScripts: async (scripts: FakeSites['registered']) => { sites.registered = [...scripts]; },
    unregisterContentScripts: async () => { sites.registered = []; },
    executeScript: async ({ target }: { target: { tabId: number } }) => { sites.injected.push(target.tabId); },
  });
  return sites;
}

/** A browser as it is after a start: nothing of what ran before listens, alarms and notifications are gone. */
export function freshBrowser(): Browser {
  fakeBrowser.reset();
  const toTabs: { tab: number; message: unknown }[] = [];
  const listening = new Map<number, unknown>();
  const pushed: Push[] = [];
  fakeBrowser.tabs.sendMessage = (async (tab: number, message: unknown) => {
    if (!listening.has(tab)) throw new Error('Could not establish connection. Receiving end does not exist.');
    toTabs.push({ tab, message });
    return listening.get(tab);
  }) as never;
  fakeBrowser.i18n.getUILanguage = () => 'en';
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Keepword', version: '1', content_scripts: [{ matches: ['https://mail.example.com/*'] }] }) as never;
  const sites = fakeSites();
  const keys: ((command: string, tab: { readonly id: number }) => void)[] = [];
  Object.assign(fakeBrowser.storage.local, { getKeys: async () => Object.keys(await fakeBrowser.storage.local.get(null)) });
  Object.assign(fakeBrowser, { commands: { onCommand: { addListener: (listener: (typeof keys)[number]) => keys.push(listener) } } });
  fakeBrowser.runtime.onMessage.addListener((message: Push) => {
    if (message.to === 'panel' || message.to === 'reply') pushed.push(message);
  });
  vi.stubGlobal('fetch', async (url: string) => {
    try {
      return new Response(readFileSync(`public/${new URL(url).pathname.slice(1)}`, 'utf8'));
    } catch {
      return new Response('', { status: 404 });
    }
  });
  return {
    toTabs, listening, pushed, sites,
    press: (command, tab) => keys.forEach((key) => key(command, { id: tab })),
    badge: () => fakeBrowser.action.getBadgeText({}),
    notices: () => Object.keys(fakeBrowser.notifications.getAllCreateOptions()),
  };
}

/** The browser is closed and started again over the same database. */
export async function restart(database: string): Promise<Browser> {
  const browser = freshBrowser();
  await start(database);
  return browser;
}

/** A browser started at that moment over a database nobody used before. */
export async function fresh(now = '2026-12-01T10:00:00Z'): Promise<{ readonly database: string; readonly browser: Browser }> {
  setNow(now);
  const database = freshDatabase();
  return { database, browser: await restart(database) };
}

/** Waits until what was started without being awaited is done. */
export async function settled(): Promise<void> {
  for (let n = 0; n < 40; n += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function ringAlarm(): Promise<void> {
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminders', scheduledTime: 0, persistAcrossSessions: false });
  await settled();
}

export const CALL: PromiseDraft = {
  id: 'call', status: 'open', kind: 'callback', text: 'I’ll call you on Friday at 3 pm.', lang: 'en', conditional: false,
  due: { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' }, alternatives: [], zone: 'Europe/Lisbon',
  conversation: { host: 'sample', id: '17', url: 'https://example.com/17', title: 'Invoice' }, customer: { name: 'Sample Customer', address: 'sample@example.com' },
};
export const draft = (over: Partial<PromiseDraft>): PromiseDraft => ({ ...CALL, ...over });
export const add = (over: Partial<PromiseDraft> = {}): Promise<PromiseRecord> => send('promise.add', { promise: draft(over) });

/** The instant (ISO) of the one alarm, or null. */
export const alarm = async (): Promise<string | null> => {
  const set = await fakeBrowser.alarms.get('reminders');
  return set ? Temporal.Instant.fromEpochMilliseconds(set.scheduledTime).toString() : null;
};
/** Stages that were rung for a promise that is open. */
export const rang = async (id = 'call'): Promise<readonly string[]> => (await send('promise.list', { which: 'open' })).promises.find((p) => p.id === id)?.rang ?? [];
