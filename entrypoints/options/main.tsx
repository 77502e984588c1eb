import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Options, startOptions } from '../../components/options';
import type { Door } from '../../components/options';
import { readerOf } from '../../components/shared';
import { grantedSites, hasDownloads, loadTemporal, now, removeSite, requestDownloads, requestPackOrigin, requestSite, sitePattern, zone } from '../../utils/browser';
import { receive } from '../../utils/messages/push';
import { send } from '../../utils/messages/send';

/** How long a file that is given away stays in memory. */
const GIVEN_MS = 60_000;
const root = document.getElementById('root');
if (!root) throw new Error('options: the page has no #root');
await loadTemporal();
const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const door: Door = {
  ask: send,
  listen: (hear, signal) => receive('panel', { tab: () => null, signal }, (push) => hear(push)),
  now,
  zone,
  preferred: navigator.languages,
  sites: { granted: grantedSites, request: requestSite, remove: removeSite, pattern: sitePattern },
  downloads: { granted: hasDownloads, request: requestDownloads },
  packs: { request: requestPackOrigin },
  reader: readerOf(async (asset) => (await send('knowledge.get', { asset })).json),
  give({ name, mime, text }) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: mime }));
    link.download = name;
    link.click();
    // The browser has taken it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), GIVEN_MS);
  },
};
createRoot(root).render(
  <StrictMode>
    <Options options={startOptions(door, closing.signal)} door={door} />
  </StrictMode>,
);
