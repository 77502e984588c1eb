/**
 * A real browser with the built extension in it, driven the same way for Chromium and Firefox: for the tour, the
 * screenshots, the bench and the end-to-end tests.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { Plain, type BrowserName } from './environment';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const BUILD: Record<BrowserName, string> = {
  chromium: path.join(ROOT, '.output/chrome-mv3'),
  firefox: path.join(ROOT, '.output/firefox-mv3'),
};
export const CHROMIUM_ID = 'hpafegeaohpgphpghadkncihpkkdekbd';
const FIREFOX_ID = 'keepword@keepword.app';
/** Fixed, so that the extension's pages have a known address in a test profile. */
const FIREFOX_UUID = '7c1f4e7e-2c1b-4d38-9a52-6b0f6b1f2a10';

export interface LaunchOptions {
  readonly browser: BrowserName;
  readonly executable: string;
  readonly headless: boolean;
  /** A profile to come back to; without it a fresh one is made and removed. */
  readonly profile?: string;
  /** Host name → loopback port that answers https for it with a self-signed certificate. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Starts the browser's own clock, language and size where they matter. */
  readonly language?: string;
  readonly window?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** Loopback port of a proxy that everything goes through. */
  readonly proxy?: number;
}

export interface Session {
  readonly kind: BrowserName;
  readonly browser: Browser;
  /** chrome-extension://… or moz-extension://…, no slash at the end. */
  readonly origin: string;
  readonly profile: string;
  /** Opens an address, or a page of the extension ("practice.html"). */
  open(address: string): Promise<Page>;
  /** Ends the background as the browser would when it idles. It comes back with the next event. */
  stopBackground(): Promise<void>;
  /** Ends the browser. The profile stays if it was given. */
  close(): Promise<void>;
}

const root = () => process.platform === 'linux' && process.getuid?.() === 0;

function chromiumArgs({ hosts = {}, language, window, proxy }: LaunchOptions): string[] {
  const map = Object.entries(hosts).map(([name, port]) => `MAP ${name}:443 127.0.0.1:${port}`).join(',');
  return [
    ...(root() ? ['--no-sandbox'] : []),
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--no-default-browser-check', '--mute-audio',
    ...(map ? [`--host-resolver-rules=${map}`, '--ignore-certificate-errors'] : []),
    ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
    ...(language ? [`--lang=${language}`] : []),
    ...(window ? [`--window-size=${window.width},${window.height}`] : []),
  ];
}

async function launchChromium(options: LaunchOptions, profile: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'chrome', executablePath: options.executable, headless: options.headless, pipe: true,
    enableExtensions: [BUILD.chromium], userDataDir: profile, args: chromiumArgs(options), defaultViewport: options.headless ? { width: options.window?.width ?? 1280, height: options.window?.height ?? 900 } : null,
    protocolTimeout: 120_000,
    ...(options.language ? { env: { ...process.env, LANGUAGE: options.language.replace('-', '_') } } : {}),
  });
}

function firefoxPrefs({ hosts = {}, dark, language, proxy }: LaunchOptions): Record<string, unknown> {
  const names = Object.keys(hosts);
  const ports = new Set(Object.values(hosts));
  if (ports.size > 1) throw new Error('Firefox maps https of all test hosts to one port.');
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
    'extensions.webextOptionalPermissionPrompts': false,
    'xpinstall.signatures.required': false, 'extensions.autoDisableScopes': 0, 'extensions.enabledScopes': 5,
    'alerts.useSystemBackend': false, 'extensions.background.idle.timeout': 3000,
    'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.aboutwelcome.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
    ...(dark === undefined ? {} : { 'ui.systemUsesDarkTheme': dark ? 1 : 0 }),
    ...(proxy
      ? { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy }
      : {}),
    ...(language ? { 'intl.locale.requested': language } : {}),
    ...(names.length > 0
      ? { 'network.dns.localDomains': names.join(','), 'network.socket.forcePort': `443=${[...ports][0]}`, 'security.cert_pinning.enforcement_level': 0 }
      : {}),
  };
}

/** Packs a folder as an add-on file, in memory. */
function pack(folder: string): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const walk = (at: string): void => {
    for (const name of readdirSync(at)) {
      const file = path.join(at, name);
      if (statSync(file).isDirectory()) walk(file);
      else files[path.relative(folder, file).split(path.sep).join('/')] = readFileSync(file);
    }
  };
  walk(folder);
  return zipSync(files);
}

async function launchFirefox(options: LaunchOptions, profile: string): Promise<Browser> {
  // An unsigned add-on that lies in the profile is installed for good by ESR and developer builds alone; others take it for one run.
  const lasting = /esr|nightly|developer/i.test(options.executable);
  if (lasting) {
    mkdirSync(path.join(profile, 'extensions'), { recursive: true });
    writeFileSync(path.join(profile, 'extensions', `${FIREFOX_ID}.xpi`), pack(BUILD.firefox));
  }
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: options.executable, headless: options.headless, acceptInsecureCerts: true, userDataDir: profile,
    args: ['--remote-allow-system-access'], extraPrefsFirefox: firefoxPrefs(options), defaultViewport: options.headless ? { width: options.window?.width ?? 1280, height: options.window?.height ?? 900 } : null,
    protocolTimeout: 120_000,
  });
  if (!lasting) await browser.installExtension(BUILD.firefox);
  return browser;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Firefox never reports the load of an extension page: go there, then ask the page itself. */
async function openInFirefox(page: Page, address: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await page.goto(address, { timeout: 1500 }).catch(() => undefined);
    const there = await page.evaluate(() => document.readyState !== 'loading' && location.protocol === 'moz-extension:').catch(() => false);
    if (there) return;
    await wait(250);
  }
  throw new Error(`${address} did not open`);
}

/** Right after its start Chromium may not have taken the extension in: its pages are refused until it has. */
async function openInChromium(page: Page, address: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      return;
    } catch (error) {
      const refused = address.startsWith('chrome-extension:') && String((error as Error).message).includes('ERR_BLOCKED_BY_CLIENT');
      if (!refused || attempt >= 40) throw error;
      await wait(250);
    }
  }
}

/**
 * Starts a browser with the extension.
 * @throws Plain when the extension isn't built or the browser doesn't start.
 */
export async function launch(options: LaunchOptions): Promise<Session> {
  const { browser: kind } = options;
  try {
    statSync(path.join(BUILD[kind], 'manifest.json'));
  } catch {
    throw new Plain('The extension is not built: run `npm run build` first.');
  }
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'keepword-profile-'));
  let browser: Browser;
  try {
    browser = kind === 'chromium' ? await launchChromium(options, profile) : await launchFirefox(options, profile);
  } catch (error) {
    throw new Plain(`${options.executable} did not start: ${String((error as Error).message).split('\n')[0]}`);
  }
  const origin = kind === 'chromium' ? `chrome-extension://${CHROMIUM_ID}` : `moz-extension://${FIREFOX_UUID}`;
  const absolute = (address: string) => (/^[a-z-]+:/.test(address) ? address : `${origin}/${address}`);

  const session: Session = {
    kind, browser, origin, profile,
    async open(address) {
      const page = await browser.newPage();
      const to = absolute(address);
      if (kind === 'firefox' && to.startsWith('moz-extension:')) await openInFirefox(page, to);
      else await openInChromium(page, to);
      return page;
    },
    async stopBackground() {
      if (kind === 'firefox') { await wait(4500); return; }            // idle timeout of 3 s, set above
      const page = await session.open('options.html');
      const cdp = await page.createCDPSession();
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await wait(300);
      await page.close();
    },
    async close() {
      await browser.close().catch(() => undefined);
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return session;
}
