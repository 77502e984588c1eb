/**
 * Long texts in parts. Chrome refuses a message of more than 64 MiB, and a ledger of many years is larger as a file; so a
 * text field that is longer than a part travels ahead of its message, or is fetched after it. Neither side's caller notices.
 */

/** Characters of a part: even if JSON must escape each of them to six bytes, a message stays below the limit. */
export const PART = 8_000_000;

/** Which long fields a message left out: field → where its parts are, and how many. */
export type LeftOut = Readonly<Record<string, { readonly id: string; readonly count: number }>>;

/** One part on its way: with `text` it is handed over, without it is asked for. */
export interface PartMessage {
  readonly to: 'background';
  readonly part: { readonly id: string; readonly at: number; readonly text?: string };
}

export function isPartMessage(message: unknown): message is PartMessage {
  if (typeof message !== 'object' || message === null || !('part' in message)) return false;
  const { part } = message;
  return typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string' && 'at' in part && typeof part.at === 'number';
}

/**
 * A message's fields without the long ones, and those cut into parts. null where none is long, which is nearly always.
 * @param size characters of a part.
 */
export function cut(fields: object, size = PART): { readonly rest: Record<string, unknown>; readonly leftOut: LeftOut; readonly parts: ReadonlyMap<string, readonly string[]> } | null {
  const long = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length > size);
  if (long.length === 0) return null;
  const rest: Record<string, unknown> = { ...fields };
  const parts = new Map<string, readonly string[]>();
  const leftOut: Record<string, { id: string; count: number }> = {};
  for (const [field, text] of long) {
    const id = crypto.randomUUID();
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
    delete rest[field];
    parts.set(id, pieces);
    leftOut[field] = { id, count: pieces.length };
  }
  return { rest, leftOut, parts };
}

/** The parts that lie in the background until their message comes, or until they are fetched. */
export class Parts {
  readonly #held = new Map<string, string[]>();

  hold(parts: ReadonlyMap<string, readonly string[]>): void {
    for (const [id, pieces] of parts) this.#held.set(id, [...pieces]);
  }

  /** Keeps a part that is handed over, or answers one that is asked for, which is then forgotten with its last. */
  take({ id, at, text }: PartMessage['part']): string | null {
    const pieces = this.#held.get(id) ?? [];
    if (text !== undefined) {
      pieces[at] = text;
      this.#held.set(id, pieces);
      return null;
    }
    if (at >= pieces.length - 1) this.#held.delete(id);
    return pieces[at] ?? null;
  }

  /** The fields a message left out, whole again. @throws where parts are missing: the background was stopped in between. */
  whole(leftOut: LeftOut): Record<string, string> {
    return Object.fromEntries(Object.entries(leftOut).map(([field, { id, count }]) => {
      const pieces = this.#held.get(id) ?? [];
      this.#held.delete(id);
      if (pieces.length !== count || pieces.includes(undefined as never)) throw new Error(`${field}: a part of it was lost on the way; try again`);
      return [field, pieces.join('')];
    }));
  }
}
