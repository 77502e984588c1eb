import type { ConversationRef } from '../../utils/messages/protocol';

/** What went out as the page went: ids and numbers alone, no words, for the page that comes next in this tab. */
export interface WentOut {
  /** Promises that nobody confirmed; null: none, or the page did not say in which conversation. */
  readonly promises: { readonly host: string; readonly conversation: string; readonly ids: readonly string[] } | null;
  /** Kinds of places that were not filled in, by their numbers, one a place. */
  readonly left: readonly number[];
}

/** Name in the page's own session storage: without meaning, for the page reads it. */
const KEY = 'kw2';
/** ms after which a page that is still there shows it all itself. */
const STAYED_MS = 5000;
const MOST = 50;

const storageOf = (document: Document): Storage | null => {
  try {
    return document.defaultView?.sessionStorage ?? null;
  } catch {
    return null;
  }
};

/** Leaves word for the next page, beside what was left for it already; taken back where this one stays. */
function leave(document: Document, more: Partial<WentOut>): void {
  const storage = storageOf(document);
  if (storage === null) return;
  try {
    storage.setItem(KEY, JSON.stringify({ ...read(storage.getItem(KEY)), ...more }));
  } catch {
    return;
  }
  setTimeout(() => storage.removeItem(KEY), STAYED_MS);
}
export function leaveWord(document: Document, conversation: ConversationRef | null, ids: readonly string[]): void {
  if (conversation !== null && ids.length > 0) leave(document, { promises: { host: conversation.host, conversation: conversation.id, ids } });
}
/** @param kinds of the places that were not filled in, as numbers */
export function leaveLeft(document: Document, kinds: readonly number[]): void {
  if (kinds.length > 0) leave(document, { left: kinds });
}

/** The word left by the page before, once; null where there is none or it is not of our making. */
export function takeWord(document: Document): WentOut | null {
  const storage = storageOf(document);
  const left = storage?.getItem(KEY) ?? null;
  if (left === null) return null;
  storage?.removeItem(KEY);
  const word = read(left);
  return word.promises === null && word.left.length === 0 ? null : word;
}

function read(left: string | null): WentOut {
  try {
    const { promises, left: kinds } = JSON.parse(left ?? '{}') as Partial<Record<keyof WentOut, unknown>>;
    return { promises: promisesIn(promises), left: Array.isArray(kinds) ? kinds.filter((kind): kind is number => Number.isInteger(kind)).slice(0, MOST) : [] };
  } catch {
    return { promises: null, left: [] };
  }
}
function promisesIn(value: unknown): WentOut['promises'] {
  if (typeof value !== 'object' || value === null) return null;
  const { host, conversation, ids } = value as Readonly<Record<string, unknown>>;
  if (typeof host !== 'string' || typeof conversation !== 'string' || !Array.isArray(ids)) return null;
  return { host, conversation, ids: ids.filter((id): id is string => typeof id === 'string').slice(0, MOST) };
}
