import { createServer, type Server } from 'node:https';
import { createServer as createPlain } from 'node:http';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { CHROMIUM_ID, launch, ROOT, type LaunchOptions, type Session } from '../../scripts/browsers';
import { freePort, type BrowserName } from '../../scripts/environment';

export * from '../../scripts/driving';

/** The browser of this run, set by `npm run test:e2e`. */
export const BROWSER: BrowserName = process.env.KEEPWORD_E2E === 'firefox' ? 'firefox' : 'chromium';

/** Starts the browser of this run with the extension in it. */
export function start(options: Partial<LaunchOptions> = {}): Promise<Session> {
  const executable = process.env.KEEPWORD_EXECUTABLE;
  if (!executable) throw new Error('Start these tests by `npm run test:e2e`.');
  return launch({ browser: BROWSER, executable, headless: true, ...options });
}

/**
 * Lets the extension have a host when it asks for it, without the browser's own window, which no test can reach. Firefox is started
 * with a setting that says yes to everything. @param pattern as `http://127.0.0.1/*`
 */
export async function allowHost(session: Session, pattern: string): Promise<void> {
  if (session.kind === 'firefox') return;
  const page = await session.open('chrome://extensions');
  await page.evaluate((id, host) => {
    const { chrome } = globalThis as unknown as { readonly chrome: { readonly developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } } };
    return chrome.developerPrivate.addHostPermission(id, host);
  }, CHROMIUM_ID, pattern);
  await page.close();
}

export const page = (name: string): string => readFileSync(path.join(ROOT, 'tests/pages', name), 'utf8');

export interface Host { readonly port: number; close(): Promise<void> }

const closing = (server: { close(done: () => void): unknown; closeAllConnections(): void }) => () =>
  new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()); });

/** A file that is no page. */
export interface Served { readonly type: string; readonly body: string | Buffer }

/** Serves pages over https on loopback for host names that the browser is told to find there. `html` by path. */
export async function serveHttps(names: readonly string[], html: (path: string) => string | Served | null, headers: Record<string, string> = {}): Promise<Host> {
  const pems = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    keySize: 2048, algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) }],
  });
  const server: Server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const found = html(request.url ?? '/');
    const { type, body } = typeof found === 'string' || found === null ? { type: 'text/html; charset=utf-8', body: found ?? '' } : found;
    response.writeHead(found === null ? 404 : 200, { 'content-type': type, ...headers });
    response.end(body);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, close: closing(server) };
}

/** A proxy that lets loopback through and writes down everything else it is asked for, unanswered. */
export async function watchNetwork(): Promise<Host & { readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createPlain((request, response) => {
    asked.push(request.url ?? '?');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    const [host = '', port = '443'] = (request.url ?? '').split(':');
    if (host === '127.0.0.1' || host === 'localhost') {
      const through = connect(Number(port), host, () => { socket.write('HTTP/1.1 200 OK\r\n\r\n'); through.pipe(socket); socket.pipe(through); });
      through.on('error', () => socket.destroy());
      socket.on('error', () => through.destroy());
      return;
    }
    asked.push(request.url ?? '?');
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, asked, close: closing(server) };
}

export interface RealHost { readonly url: string; readonly user: string; readonly password: string; readonly outbox: string; stop(): void }

/** Whether real hosts can be run here: they come from Debian's packages and want root. */
export const canRunRealHosts = process.platform === 'linux' && process.getuid?.() === 0;

/** Starts a real host (`roundcube`, `rt5`) on loopback with a fresh state. `html` chooses its rich editor. */
export async function realHost(name: 'roundcube' | 'rt5', html: boolean): Promise<RealHost> {
  const state = mkdtempSync(path.join(tmpdir(), `keepword-${name}-`));
  const port = await freePortRun(6);
  const script = (what: string) => path.join(ROOT, 'tests/real-hosts', `host-${name}-${what}.sh`);
  const env = { ...process.env, STATE: state, PORT: String(port), HTML: html ? '1' : '0', SEED_CACHE: path.join(ROOT, '.cache/real-hosts') };
  const said = execFileSync('bash', [script('up')], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(said)?.[1] ?? '';
  return {
    url: value('URL'), user: value('USER'), password: value('PASSWORD'), outbox: value('OUTBOX'),
    stop() {
      execFileSync('bash', [script('down')], { env, stdio: 'ignore' });
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** The first of `count` free ports in a row. */
async function freePortRun(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 18_000 + ((process.pid * 7 + attempt * 37) % 20_000);
    const free = await Promise.all(Array.from({ length: count }, (_, index) => freePort(first + index).then(() => true, () => false)));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no six free ports in a row');
}
