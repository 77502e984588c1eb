/**
 * What the machine has: browsers, a display, free ports. Every fault is a `Plain`: one line that says what to do.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** A fault of the environment, told in one line without a stack. */
export class Plain extends Error {}

export type BrowserName = 'chromium' | 'firefox';

const CANDIDATES: Record<BrowserName, readonly string[]> = {
  chromium: [
    'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};
const DEBIAN: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const OVERRIDE: Record<BrowserName, string> = { chromium: 'KEEPWORD_CHROMIUM', firefox: 'KEEPWORD_FIREFOX' };

function onPath(name: string): string | null {
  if (path.isAbsolute(name)) return existsSync(name) ? name : null;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder && existsSync(file)) return file;
  }
  return null;
}

/** The path of an installed browser, or null. `KEEPWORD_CHROMIUM` and `KEEPWORD_FIREFOX` come first. */
export function findBrowser(name: BrowserName): string | null {
  const own = process.env[OVERRIDE[name]];
  if (own) {
    if (!existsSync(own)) throw new Plain(`${OVERRIDE[name]} names ${own}, which is not there.`);
    return own;
  }
  for (const candidate of CANDIDATES[name]) {
    const found = onPath(candidate);
    if (found) return found;
  }
  return null;
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== null;

function aptInstall(packages: readonly string[]): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * The browsers that are here, of those asked for; what is missing is installed from Debian's packages where that is allowed.
 * @throws Plain when one of `needed` is neither here nor installable.
 */
export function ensureBrowsers(needed: readonly BrowserName[]): Partial<Record<BrowserName, string>> {
  const missing = needed.filter((name) => !findBrowser(name));
  if (missing.length > 0 && mayInstall()) {
    console.log(`Installing ${missing.map((name) => DEBIAN[name]).join(' and ')} …`);
    try {
      aptInstall(missing.map((name) => DEBIAN[name]));
    } catch {
      throw new Plain(`apt-get could not install ${missing.map((name) => DEBIAN[name]).join(' ')}: install a browser by hand and run this again.`);
    }
  }
  const found: Partial<Record<BrowserName, string>> = {};
  for (const name of needed) {
    const file = findBrowser(name);
    if (!file) throw new Plain(`No ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'} found: install one (Debian: apt-get install ${DEBIAN[name]}) or set ${OVERRIDE[name]}.`);
    found[name] = file;
  }
  return found;
}

/** Whether a window can be shown. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/**
 * A free loopback port; `wanted` if it is free.
 * @throws Plain when `wanted` is taken.
 */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Plain(`Port ${wanted} is taken: stop what uses it, or set another.`) : error));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}

/** Runs a command to its end, output shown. @returns its exit code. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs `main`; a Plain ends in one line and exit status 1, anything else keeps its stack. */
export async function command(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Plain)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
