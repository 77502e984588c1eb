import type { Memory, Remembered } from './types';

/** Name in the page's own storage: without meaning, for the page reads it. */
const KEY = 'kw';
/** Messages kept, newest last, and characters of one. */
const MOST = 8;
const LONGEST = 20_000;

/**
 * Remembers customers' messages from one page of a host to the next, in the tab's own session storage: nothing there that
 * the page did not show itself, gone with the tab. Reading checks the shape, because the page can write there too.
 */
export function pageMemory(storage: () => Storage | null): Memory {
  const read = (): readonly Remembered[] => {
    try {
      const kept: unknown = JSON.parse(storage()?.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isRemembered) : [];
    } catch {
      return [];
    }
  };
  return {
    all: (host) => read().filter((seen) => seen.host === host),
    put(seen) {
      const others = read().filter(({ host, id }) => host !== seen.host || id !== seen.id);
      try {
        storage()?.setItem(KEY, JSON.stringify([...others, { ...seen, message: seen.message.slice(0, LONGEST) }].slice(-MOST)));
      } catch {
        // Storage is full or forbidden: the reply's page then knows less, and says so.
      }
    },
  };
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const seen = value as Partial<Record<keyof Remembered, unknown>>;
  const text = (member: unknown): boolean => member === null || typeof member === 'string';
  return typeof seen.host === 'string' && typeof seen.id === 'string' && typeof seen.url === 'string' && typeof seen.message === 'string'
    && text(seen.subject) && text(seen.name) && text(seen.address) && text(seen.since);
}
