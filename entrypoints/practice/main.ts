import { makeStrings, showTheme } from '../../components/shared';
import { loadTemporal, now, zone } from '../../utils/browser';
import type { Settings } from '../../utils/messages/protocol';
import { receive } from '../../utils/messages/push';
import { send } from '../../utils/messages/send';
import { startKeepword } from '../content/start';
import { Inbox } from './inbox';
import './practice.css';

await loadTemporal();
const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());
const inbox = new Inbox(document, { opened: now(), zone: zone(), now, preferred: navigator.languages, storage: sessionStorage });

async function dress(settings: Settings): Promise<void> {
  showTheme(document.documentElement, settings.theme);
  const { language, strings } = await send('strings.get', { language: settings.language });
  inbox.speak(makeStrings(language, strings));
}

addEventListener('hashchange', () => inbox.show());
receive('reply', { tab: () => null, signal: closing.signal }, (push) => {
  if (push.push === 'settings.changed') void dress(push.settings);
});
await dress(await send('settings.get', {}));
// From here on the page is a host like any other.
startKeepword({ document, signal: closing.signal });
