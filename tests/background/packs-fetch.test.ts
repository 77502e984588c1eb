import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PackRefused } from '../../entrypoints/background/pack-refused';
import { fetchPack } from '../../entrypoints/background/subscriptions';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => { server.closeAllConnections(); server.close(done); })));
});
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme.keepword.json`;
}
/** Bytes are the limit where time is plenty, and the other way round. */
const LIMITS = { time: 60_000, bytes: 1_000_000 };
const refusal = async (address: string, limits = LIMITS): Promise<string> => fetchPack(address, null, limits).then(() => 'given', (error: unknown) => (error instanceof PackRefused ? error.problem.code : String(error)));

describe('fetching from a real server', () => {
  it('brings the text and the tag, packed or not, without saying who asks', async () => {
    let heard: Record<string, unknown> = {};
    const address = await serve((request, answer) => {
      heard = request.headers;
      answer.writeHead(200, { etag: '"a"', 'content-encoding': 'gzip', 'content-type': 'text/plain' }).end(gzipSync('{"ą": 1}'));
    });
    expect(await fetchPack(address, null, LIMITS)).toEqual({ text: '{"ą": 1}', etag: '"a"' });
    expect(heard).not.toHaveProperty('cookie');
    expect(heard).not.toHaveProperty('referer');
    expect(heard).not.toHaveProperty('if-none-match');
  });

  it('is told that nothing is new', async () => {
    const address = await serve((request, answer) => answer.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end());
    expect(await fetchPack(address, '"a"', LIMITS)).toBe('unchanged');
  });

  it('ends with a server that never answers, or never ends', async () => {
    expect(await refusal(await serve(() => undefined), { ...LIMITS, time: 300 })).toBe('slow');
    expect(await refusal(await serve((_request, answer) => void answer.writeHead(200).write('{')), { ...LIMITS, time: 300 })).toBe('slow');
  });

  it('ends at the limit of an endless answer', async () => {
    let stopped: () => void = () => undefined;
    const gone = new Promise<void>((done) => (stopped = done));
    const address = await serve((_request, answer) => {
      answer.writeHead(200);
      const more = (): void => void (answer.write('x'.repeat(64_000)) ? setImmediate(more) : answer.once('drain', more));
      answer.on('close', stopped);
      more();
    });
    expect(await refusal(address)).toBe('large');
    // The connection is let go of, not read to its end.
    await gone;
  });

  it('ends at the limit of what a small packed file grows to', async () => {
    const bomb = gzipSync('0'.repeat(50_000_000));
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    expect(await refusal(await serve((_request, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)))).toBe('large');
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const other = await serve((_request, answer) => { asked += 1; answer.end('{}'); });
    expect(await refusal(await serve((_request, answer) => answer.writeHead(302, { location: other }).end()))).toBe('redirect');
    expect(asked).toBe(0);
  });

  it('says that a connection broke', async () => {
    expect(await refusal(await serve((request) => request.socket.destroy()))).toBe('network');
    expect(await refusal(await serve((request, answer) => { answer.writeHead(200, { 'content-length': '100' }).write('{'); setTimeout(() => request.socket.destroy(), 20); }))).toBe('network');
  });
});
