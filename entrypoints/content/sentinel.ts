import { alive } from '../../utils/browser';
import { hostOf, isReplyEditor, known, type HostData } from '../../utils/hosts';
import { receive } from '../../utils/messages/push';
import { send } from '../../utils/messages/send';
import { takeWord } from './after';
import { Early, EARLY, focusedEditable } from './focus';
import { givenHosts } from './given-hosts';
import { loadReply } from './load';
import type { Place } from './place';
import { Selected } from './selected';

type Leave = Place['leave'];

/**
 * What a page pays before a reply is begun: a few listeners. On the first focus in an editor where replies are written
 * the rest is loaded, and takes the listeners over; at once where the page before sent something that is still to be asked. A load that fails is tried again at the next focus.
 */
export function watchForReply(document: Document, signal: AbortSignal, leave: Leave): void {
  const view = document.defaultView;
  if (!view) return;
  const early = new Early(signal, EARLY);
  const selected = new Selected(document, early);
  const wentOut = takeWord(document);
  let loading = false, teach = false, given: Promise<readonly HostData[]> | null = null;
  const load = (): void => {
    loading = true;
    loadReply().then((start) => start({ document, signal, early, wentOut, selected, teach, leave }), () => (loading = false));
  };
  const look = (): void => {
    const editable = focusedEditable(document);
    if (loading || signal.aborted || editable === null) return;
    // Cut off before anything was begun here: nobody misses us.
    if (!alive()) return leave(null);
    const inner = editable.ownerDocument.defaultView;
    if (inner) early.listen(inner);
    const isReply = (hosts: readonly HostData[]): boolean => isReplyEditor(hostOf(hosts, document.location.href, document), editable);
    if (isReply(known)) return load();
    // Only for what is none to us: a pack may know better, and most pages are never asked about.
    given ??= givenHosts(send);
    void given.then((hosts) => !loading && !signal.aborted && hosts.length > 0 && isReply([...hosts, ...known]) && load());
  };
  receive('reply', { tab: () => null, signal }, (message) => {
    if (message.push === 'sites.changed') given = null;
    // Once the rest is loaded it hears for itself; in frames only where the frame is meant.
    if (message.push !== 'command' || message.command.do !== 'teach-site' || loading || (message.address.frame === null && view.top !== view)) return undefined;
    teach = true;
    load();
    return { ok: true };
  });
  early.on('focusin', look);
  early.on('blur', () => setTimeout(look, 0));
  early.listen(view);
  if (wentOut) load();
  else look();
}
