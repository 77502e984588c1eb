/** What a busy host page pays while nobody writes a reply: script time of ours per second, by the browser's own trace. */
import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import { launch } from '../browsers';
import { ensureBrowsers, freePort } from '../environment';
import { wait } from '../driving';

const SECONDS = 10;
/** 12,000 elements; 20 batches a second of 20 insertions and removals. */
const BUSY = `<!doctype html><meta charset="utf-8"><title>busy</title><main id="list"></main><script>
  const list = document.getElementById('list');
  list.innerHTML = Array.from({ length: 4000 }, (_, i) => '<div role="listitem"><span>row ' + i + '</span><b>x</b></div>').join('');
  setInterval(() => { for (let i = 0; i < 20; i += 1) { const row = document.createElement('div'); row.innerHTML = '<span>new</span>'; list.prepend(row); list.lastElementChild.remove(); } }, 50);
</script>`;

interface TraceEvent { readonly name: string; readonly dur?: number; readonly args?: { readonly data?: { readonly url?: string } } }

/** Milliseconds of our script per second of an idle, busy page of a supported host. */
export async function idlePage(): Promise<number> {
  const { chromium } = ensureBrowsers(['chromium']);
  const pems = await generate([{ name: 'commonName', value: 'mail.google.com' }], { keySize: 2048, algorithm: 'sha256' });
  const port = await freePort();
  const server = createServer({ key: pems.private, cert: pems.cert }, (_request, response) => response.setHeader('content-type', 'text/html').end(BUSY));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const session = await launch({ browser: 'chromium', executable: chromium ?? '', headless: true, hosts: { 'mail.google.com': port } });
  try {
    const page = await session.open('https://mail.google.com/mail/u/0/');
    await wait(1500);
    await page.tracing.start({ categories: ['devtools.timeline'] });
    await wait(SECONDS * 1000);
    const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as { traceEvents: TraceEvent[] };
    const ours = trace.traceEvents.filter(({ name, args }) => (name === 'FunctionCall' || name === 'EvaluateScript') && args?.data?.url?.startsWith('chrome-extension:'));
    return ours.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000 / SECONDS;
  } finally {
    await session.close();
    server.closeAllConnections();
    server.close();
  }
}
