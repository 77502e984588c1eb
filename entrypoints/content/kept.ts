import type { Lang } from '../../utils/language';
import type { PromiseDraft, PromiseView } from '../../utils/messages/protocol';
import type { Due, FoundPromise } from '../../utils/promises';
import type { HostReading } from '../../utils/hosts';
import type { Services } from './services';

/** One promise of the draft, by its words and kind: its place changes with every letter before it. */
export const wordsKey = (text: string, kind: string): string => `${kind} ${text.replace(/\s+/gu, ' ').trim().toLowerCase()}`;

export interface KeepInput {
  readonly promise: FoundPromise;
  readonly text: string;
  readonly due: Due | null;
  readonly lang: Lang;
  readonly zone: string;
  readonly reading: HostReading;
  readonly status: PromiseDraft['status'];
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  /** open, or tentative after a sending. */
  status: PromiseDraft['status'];
}

/** The words and kinds that stand in the draft now. */
export const presentIn = (promises: readonly PromiseView[]): ReadonlySet<string> => new Set(promises.map(({ text, kind }) => wordsKey(text, kind)));

/** Which promises of this reply are in the ledger, and how they come into it. Every id is made once, so asking twice keeps one. */
export class Kept {
  readonly #none = new Set<string>();
  readonly #entries = new Map<string, Entry>();
  readonly #ids = new Map<string, string>();
  readonly #asked = new Set<string>();

  constructor(private readonly services: Services) {}

  /** The agent said it is none. */
  deny({ text, kind }: PromiseView): void {
    this.#none.add(wordsKey(text, kind));
  }

  /** The promises of a draft with what is known of them here. */
  view(promises: readonly FoundPromise[], draft: string): readonly PromiseView[] {
    return promises.map((promise) => {
      const text = draft.slice(promise.start, promise.end);
      const key = wordsKey(text, promise.kind);
      return { ...promise, text, kept: this.#entries.get(key)?.id ?? null, dismissed: this.#none.has(key) };
    });
  }

  /** The id a promise has or will have. */
  idFor({ text, kind }: Pick<PromiseView, 'text' | 'kind'>): string {
    const key = wordsKey(text, kind);
    const id = this.#ids.get(key) ?? freshId();
    this.#ids.set(key, id);
    return id;
  }

  /** What the ledger already holds of this conversation: a draft that was left and opened again. */
  async recall(conversation: { readonly host: string; readonly id: string }): Promise<boolean> {
    const key = `${conversation.host} ${conversation.id}`;
    if (this.#asked.has(key)) return false;
    this.#asked.add(key);
    const { promises } = await this.services.ask('promise.list', { which: 'open', conversation: { host: conversation.host, id: conversation.id } });
    for (const { id, kind, text } of promises) this.#entries.set(wordsKey(text, kind), { id, kind, status: 'open' });
    return promises.length > 0;
  }

  /**
   * Puts a promise into the ledger. A kept one of the same kind whose words are no longer in the draft was reworded: it
   * makes room, so that no promise rings that nobody gave. @throws what asking throws
   */
  async keep(input: KeepInput, present: ReadonlySet<string>): Promise<string> {
    const { promise, text, due, lang, zone, reading, status } = input;
    const key = wordsKey(text, promise.kind);
    const id = this.idFor({ text, kind: promise.kind });
    const { conversation, customer } = reading;
    await this.services.ask('promise.add', {
      promise: {
        id, status, kind: promise.kind, text, lang, conditional: promise.conditional, due, zone, conversation,
        alternatives: promise.alternatives,
        customer: customer.name === null && customer.address === null ? null : { name: customer.name, address: customer.address },
      },
    });
    this.#entries.set(key, { id, kind: promise.kind, status });
    await this.#dropReworded(key, promise.kind, present);
    return id;
  }

  /** Marks all kept ones as sent; those taken out of the draft before are none. */
  async sent(present: ReadonlySet<string>): Promise<void> {
    for (const [key, { id, status }] of this.#entries) {
      if (status === 'open' && present.has(key)) await this.services.ask('promise.change', { id, change: { do: 'sent' } });
    }
  }

  async #dropReworded(key: string, kind: string, present: ReadonlySet<string>): Promise<void> {
    for (const [other, entry] of this.#entries) {
      if (other === key || entry.kind !== kind || present.has(other) || !this.#ids.has(other)) continue;
      this.#entries.delete(other);
      this.#ids.delete(other);
      await this.services.ask('promise.change', { id: entry.id, change: { do: 'drop' } });
    }
  }
}

/** 128 random bits; `crypto.randomUUID` is missing on http pages. */
export function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
