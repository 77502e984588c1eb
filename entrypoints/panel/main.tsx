import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Panel, startPanel } from '../../components/panel';
import { loadTemporal } from '../../utils/browser';
import { browserDoor } from './door';

const root = document.getElementById('root');
if (!root) throw new Error('panel: the page has no #root');
await loadTemporal();
const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const door = browserDoor();
createRoot(root).render(
  <StrictMode>
    <Panel panel={startPanel(door, closing.signal)} door={door} />
  </StrictMode>,
);
