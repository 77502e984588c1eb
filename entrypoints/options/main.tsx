import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Options, startOptions } from '../../components/options';
import type { Door } from '../../components/options';
import { grantedSites, loadTemporal, now, removeSite, requestSite, sitePattern, zone } from '../../utils/browser';
import { receive } from '../../utils/messages/push';
import { send } from '../../utils/messages/send';

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
};
createRoot(root).render(
  <StrictMode>
    <Options options={startOptions(door, closing.signal)} door={door} />
  </StrictMode>,
);
