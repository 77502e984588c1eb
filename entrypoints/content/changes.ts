/** Tells once, `ms` after the document's tree changed, however often it did meanwhile. One observer, which only notes that something is new. Until `signal` is aborted. */
export function onChanges(document: Document, ms: number, signal: AbortSignal, look: () => void): void {
  let dirty = false;
  const observer = new MutationObserver(() => {
    if (dirty) return;
    dirty = true;
    setTimeout(() => {
      dirty = false;
      look();
    }, ms);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
