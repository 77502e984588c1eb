import { defineContentScript } from 'wxt/utils/define-content-script';
import { hostExcludes, hostMatches } from '../../utils/hosts/matches';
import { isLed } from './focus';
import { takePlace } from './place';
import { rememberHere } from './remember';
import { watchForReply } from './sentinel';
import { whileOn } from './site';

/**
 * In every frame of a known host, and of origins the user granted (registered by the background). A frame of the same
 * origin as the one around it is served from there.
 */
export default defineContentScript({
  matches: hostMatches(),
  excludeMatches: hostExcludes(),
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main({ signal }) {
    const place = takePlace(document, signal);
    const on = whileOn(place.signal, self.origin);
    rememberHere(document, on);
    if (!isLed(window)) watchForReply(document, on, (line) => place.leave(line));
  },
});
