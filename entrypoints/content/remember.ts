import { zone } from '../../utils/browser';
import { known, pageMemory, rememberMessage } from '../../utils/hosts';

/** Cheap: most addresses are none of pages whose message is answered on another page. */
const REMEMBERED = /_uid=|\/Ticket\/Display\.html/u;
/** Such pages fill late (a history by request, measured 1.5 s); ms between looks and how many. */
const LOOK_MS = 700;
const LOOKS = 12;

/** Keeps the customer's message of a page that shows it, for the page on which it will be answered. Also in frames: previews. */
export function rememberHere(document: Document, signal: AbortSignal): void {
  const { href } = document.location;
  if (!REMEMBERED.test(href)) return;
  const page = { url: href, title: document.title, memory: pageMemory(() => document.defaultView?.sessionStorage ?? null), zone: '' };
  let looks = 0;
  const timer = setInterval(() => {
    if (document.readyState === 'loading') return;
    rememberMessage(known, document, href, { ...page, zone: zone() });
    looks += 1;
    if (looks >= LOOKS) clearInterval(timer);
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
