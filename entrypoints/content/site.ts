import { fitsOrigin } from '../../utils/browser';
import { receive } from '../../utils/messages/push';

/** Runs until `signal` is aborted or the agent switches this site off: then what runs here goes at once, without a reload. */
export function whileOn(signal: AbortSignal, origin: string): AbortSignal {
  const off = new AbortController();
  if (signal.aborted) off.abort();
  signal.addEventListener('abort', () => off.abort(), { once: true, signal: off.signal });
  // Browsers grant hosts, whatever the port.
  const host = origin.replace(/:\d+$/u, '');
  receive('reply', { tab: () => null, signal: off.signal }, (message) => {
    if (message.push === 'site.off' && message.sites.some((pattern) => fitsOrigin(pattern, host))) off.abort();
  });
  return off.signal;
}

/** Is this a document of the site that a pattern of one origin names, "http://127.0.0.1:8100/*"? */
export function isOf(site: string, { location }: Document): boolean {
  return site === `${location.origin}/*`;
}
