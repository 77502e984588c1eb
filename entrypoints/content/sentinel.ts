import { hostOf, isReplyEditor, known } from '../../utils/hosts';
import { takeWord } from './after';
import { Early, EARLY, focusedEditable } from './focus';
import { loadReply } from './load';

/**
 * What a page pays before a reply is begun: a few listeners. On the first focus in an editor where replies are written
 * the rest is loaded, and takes the listeners over; at once where the page before sent something that is still to be asked. A load that fails is tried again at the next focus.
 */
export function watchForReply(document: Document, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  const early = new Early(signal, EARLY);
  const wentOut = takeWord(document);
  let loading = false;
  const load = (): void => {
    loading = true;
    loadReply().then((start) => start({ document, signal, early, wentOut }), () => (loading = false));
  };
  const look = (): void => {
    const editable = focusedEditable(document);
    if (loading || signal.aborted || editable === null) return;
    const inner = editable.ownerDocument.defaultView;
    if (inner) early.listen(inner);
    if (isReplyEditor(hostOf(known, document.location.href, document), editable)) load();
  };
  early.on('focusin', look);
  early.on('blur', () => setTimeout(look, 0));
  early.listen(view);
  if (wentOut) load();
  else look();
}
