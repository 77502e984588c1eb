import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { tour } from '../../scripts/tour';
import { BROWSER, start, watchNetwork } from './harness';

/** What the browsers themselves ask for at a start, whatever is installed; none of it is ours. */
const BROWSERS_OWN = /(?:^|\.)(?:mozilla\.(?:org|com|net)|firefox\.com|mozgcp\.net|google\.com|googleapis\.com|gvt1\.com|gstatic\.com|detectportal\.firefox\.com)(?::\d+)?(?:\/|$)/;

let network: Awaited<ReturnType<typeof watchNetwork>>;
let session: Session;
beforeAll(async () => {
  network = await watchNetwork();
  session = await start({ proxy: network.port });
});
afterAll(async () => {
  await session.close();
  await network.close();
});

it('makes no request of its own during the whole tour', async () => {
  const control = await session.browser.newPage();
  await control.goto('http://control.example.test/', { timeout: 5000 }).catch(() => undefined);
  expect(network.asked.filter((asked) => asked.includes('control.example.test')), 'the watch sees what is asked').not.toEqual([]);
  network.asked.length = 0;
  await tour(session, () => undefined, null);
  // The watch's own control page has an icon that the browser comes back for.
  const others = network.asked.filter((asked) => !asked.includes('control.example.test') && !BROWSERS_OWN.test(asked.replace(/^https?:\/\//, '')));
  expect(others).toEqual([]);
  if (BROWSER === 'chromium') expect(network.asked.filter((asked) => /keepword/i.test(asked))).toEqual([]);
});
