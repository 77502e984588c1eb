import { browser } from 'wxt/browser';
import type { Door } from '../../components/panel';
import { readerOf } from '../../components/shared';
import { now, ownUrl, removeSite, requestSite, zone } from '../../utils/browser';
import { receive } from '../../utils/messages/push';
import { send } from '../../utils/messages/send';

/** The panel's door to the real browser. `panel.html?tab=7` watches that tab, whichever is in front. */
export function browserDoor(): Door {
  const framed = window.parent !== window;
  const asked = Number(new URLSearchParams(location.search).get('tab') ?? '');
  return {
    ask: send,
    // The model knows its tab and looks at the sender itself: nothing is left out here.
    listen: (hear, signal) => receive('panel', { tab: () => null, signal }, (push, from) => hear(push, from)),
    onElsewhere(call, signal) {
      if (framed || asked > 0) return;
      browser.tabs.onActivated.addListener(call);
      browser.tabs.onUpdated.addListener(loaded);
      signal.addEventListener('abort', () => {
        browser.tabs.onActivated.removeListener(call);
        browser.tabs.onUpdated.removeListener(loaded);
      });
      function loaded(_tab: number, change: { status?: string | undefined }): void {
        if (change.status === 'complete') call();
      }
    },
    sites: { request: requestSite, remove: framed ? async (site) => (await send('site.leave', { site })).left : removeSite },
    now,
    zone,
    preferred: navigator.languages,
    framed,
    tab: asked > 0 ? asked : null,
    reader: readerOf(async (asset) => (await send('knowledge.get', { asset })).json),
    page: ownUrl,
  };
}
