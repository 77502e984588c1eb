import type { ConversationRef } from '../../utils/messages/protocol';

/** What went out unconfirmed as the page went: ids alone, no words, for the page that comes next in this tab. */
export interface WentOut {
  readonly host: string;
  readonly conversation: string;
  readonly ids: readonly string[];
}

/** Name in the page's own session storage: without meaning, for the page reads it. */
const KEY = 'kw2';
/** ms after which a page that is still there shows the promises itself. */
const STAYED_MS = 5000;
const MOST = 50;

const storageOf = (document: Document): Storage | null => {
  try {
    return document.defaultView?.sessionStorage ?? null;
  } catch {
    return null;
  }
};

/** Leaves word for the next page, taken back where this one stays. */
export function leaveWord(document: Document, conversation: ConversationRef | null, ids: readonly string[]): void {
  const storage = storageOf(document);
  if (conversation === null || ids.length === 0 || storage === null) return;
  const word: WentOut = { host: conversation.host, conversation: conversation.id, ids };
  try {
    storage.setItem(KEY, JSON.stringify(word));
  } catch {
    return;
  }
  setTimeout(() => storage.removeItem(KEY), STAYED_MS);
}

/** The word left by the page before, once; null where there is none or it is not of our making. */
export function takeWord(document: Document): WentOut | null {
  const storage = storageOf(document);
  const left = storage?.getItem(KEY) ?? null;
  if (left === null) return null;
  storage?.removeItem(KEY);
  try {
    const word = JSON.parse(left) as Partial<Record<keyof WentOut, unknown>>;
    const { host, conversation, ids } = word;
    if (typeof host !== 'string' || typeof conversation !== 'string' || !Array.isArray(ids)) return null;
    return { host, conversation, ids: ids.filter((id): id is string => typeof id === 'string').slice(0, MOST) };
  } catch {
    return null;
  }
}
