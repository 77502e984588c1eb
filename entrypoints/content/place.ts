/**
 * One script of ours a document. After an update the old one stays in the page, cut off from the extension, and a new one comes: by the
 * background's hand in Chromium, by the browser itself in Firefox. Whoever comes says so, and whoever was there goes, without a word and
 * without a trace; the draft is the page's, what was promised is in the ledger.
 */
import { frameDocument } from './focus';

/** Name of the event by which a newcomer is heard, without meaning: the page hears it too. It carries nothing, because nothing passes safely from world to world. */
const COMES = 'kw1';
/** ms a script that was cut off waits for its successor before it says that the page must be reloaded. */
export const GRACE_MS = 8000;

export interface Place {
  /** Until a newcomer takes the place, or it was left. */
  readonly signal: AbortSignal;
  /** Goes now. `line` says to the agent that nobody came after, where nobody did. */
  leave(line: (() => void) | null): void;
}

/** Takes the place of whoever of us was in this document before. */
export function takePlace(document: Document, signal: AbortSignal): Place {
  document.dispatchEvent(new Event(COMES));
  sweep(document);
  const own = new AbortController();
  let followed = false;
  const stop = (): void => document.removeEventListener(COMES, heard);
  const heard = (): void => {
    followed = true;
    stop();
    own.abort();
  };
  document.addEventListener(COMES, heard);
  if (signal.aborted) heard();
  else signal.addEventListener('abort', heard, { once: true });
  return {
    signal: own.signal,
    leave(line) {
      if (own.signal.aborted) return;
      own.abort();
      setTimeout(() => {
        stop();
        if (!followed) line?.();
      }, GRACE_MS);
    },
  };
}

/** The layers of our elements, as they stand in the page: see `components/inline/layer` and `utils/editors/mirror`. */
const LAYERS = new Set(['2147483000', '2147483001']);
const MARKS = /^kw-\d+$/u;

/** Takes away what one that died on the spot could not (Firefox ends a script with its extension): in this document and in its frames of the same origin. */
export function sweep(document: Document): void {
  for (const parent of [document.documentElement, document.body]) {
    for (const child of [...(parent?.children ?? [])] as HTMLElement[]) {
      const { localName, childElementCount, style } = child;
      if (localName === 'div' && childElementCount === 0 && LAYERS.has(style.zIndex) && style.pointerEvents === 'none' && style.position === 'fixed') child.remove();
    }
  }
  const view = document.defaultView as (Window & typeof globalThis) | null;
  if (view !== null && typeof view.CSS !== 'undefined' && 'highlights' in view.CSS) {
    // Firefox hands no iterator of the page's own objects over to a content script: it throws (153, measured), and nothing of ours would start.
    const names: string[] = [];
    view.CSS.highlights.forEach((_highlight, name) => names.push(name));
    for (const name of names) if (MARKS.test(name)) view.CSS.highlights.delete(name);
  }
  for (const frame of document.querySelectorAll('iframe')) {
    // Another origin's has a script of its own.
    const inner = frameDocument(frame);
    if (inner) sweep(inner);
  }
}
