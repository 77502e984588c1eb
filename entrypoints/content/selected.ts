import { editableAround } from '../../utils/editors';
import { frameDocument, type Early } from './focus';

/** What was selected, and where. */
export interface Selection {
  readonly text: string;
  readonly element: Element | null;
}
/** ms for which a selection counts as "just made": from there to the reply box it is a click or two. */
const FRESH_MS = 30_000;
/** Characters: less is a word that was looked up, more is a whole page. */
const LEAST = 20;
const MOST = 20_000;

/**
 * What the agent selected on the page before they went to write. The click that leads into the editor takes the selection
 * away, so it is looked at before; most clicks find none, and cost one question. Nothing of it is kept anywhere.
 */
export class Selected {
  #last: (Selection & { readonly at: number }) | null = null;

  constructor(private readonly document: Document, early: Early) {
    const look = (event: Event): void => {
      const inner = (event.composedPath()[0] as Node | undefined)?.ownerDocument ?? document;
      const found = selectedIn(inner) ?? (inner === document ? null : selectedIn(document));
      if (found) this.#last = { ...found, at: event.timeStamp };
    };
    early.before('mousedown', look);
    early.before('keydown', look);
  }

  /** What was selected within the last moments, for the reply that is begun now; once. @param now as events tell it, ms */
  take(now: number): Selection | null {
    const last = this.#last;
    this.#last = null;
    return last !== null && now - last.at <= FRESH_MS ? { text: last.text, element: last.element } : null;
  }

  /** What is selected now, here or in a frame of the same origin. */
  now(): Selection | null {
    const frames = [...this.document.querySelectorAll('iframe')].flatMap((frame) => frameDocument(frame) ?? []);
    for (const inner of [this.document, ...frames]) {
      const found = selectedIn(inner);
      if (found) return found;
    }
    return null;
  }
}

function selectedIn(document: Document): Selection | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { commonAncestorContainer: at } = selection.getRangeAt(0);
  if (editableAround(at) !== null || editableAround(selection.anchorNode) !== null) return null;
  const text = selection.toString().trim();
  if (text.length < LEAST || text.length > MOST) return null;
  return { text, element: at.nodeType === 1 ? (at as Element) : at.parentElement };
}
