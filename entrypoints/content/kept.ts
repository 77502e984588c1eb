import type { Lang } from '../../utils/language';
import type { PromiseDraft, PromiseView } from '../../utils/messages/protocol';
import { sameDue, type Due, type FoundPromise } from '../../utils/promises';
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
  readonly due: Due | null;
  /** open, or tentative after a sending. */
  status: PromiseDraft['status'];
  /** It went out with a message before: the draft may promise the same once more, for another day. */
  went: boolean;
}

/** Minutes in which the same words in the same conversation are the message that came back, not one more promise. */
const SAME_MINUTES = 10;

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
      const entry = this.#entries.get(key);
      const kept = entry !== undefined && (!entry.went || sameDue(entry.due, promise.due)) ? entry.id : null;
      return { ...promise, text, kept, dismissed: this.#none.has(key) };
    });
  }

  /** The id a promise has or will have. */
  idFor({ text, kind }: Pick<PromiseView, 'text' | 'kind'>): string {
    const key = wordsKey(text, kind);
    const entry = this.#entries.get(key);
    const id = this.#ids.get(key) ?? (entry && !entry.went ? entry.id : freshId());
    this.#ids.set(key, id);
    return id;
  }

  /**
   * What the ledger already holds of this conversation: a draft that was left and opened again. What was sent unconfirmed a moment ago keeps
   * its id: should the draft have come back without our seeing that it was undone, it is not promised twice. @param now ISO instant
   */
  async recall(conversation: { readonly host: string; readonly id: string }, now: string): Promise<boolean> {
    const key = `${conversation.host} ${conversation.id}`;
    if (this.#asked.has(key)) return false;
    this.#asked.add(key);
    const where = { conversation: { host: conversation.host, id: conversation.id } };
    const [open, tentative] = await Promise.all([this.services.ask('promise.list', { which: 'open', ...where }), this.services.ask('promise.list', { which: 'tentative', ...where })]);
    for (const { id, kind, text, due, history } of open.promises) {
      this.#entries.set(wordsKey(text, kind), { id, kind, due, status: 'open', went: history.some(({ what }) => what === 'sent') });
    }
    for (const { id, kind, text, createdAt } of tentative.promises) {
      const words = wordsKey(text, kind);
      if (!this.#ids.has(words) && Temporal.Instant.from(createdAt).until(now).total('minutes') <= SAME_MINUTES) this.#ids.set(words, id);
    }
    return open.promises.length > 0;
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
    this.#entries.set(key, { id, kind: promise.kind, due, status, went: status === 'tentative' });
    await this.#dropReworded(key, promise.kind, present);
    return id;
  }

  /** What is kept of a draft that goes out; it answers for itself from then on, whatever the next draft in this editor says. Those taken out of the draft before are none of it. */
  goes(present: ReadonlySet<string>): readonly string[] {
    return [...this.#entries].flatMap(([key, entry]) => {
      if (entry.status !== 'open' || entry.went || !present.has(key)) return [];
      entry.went = true;
      return [entry.id];
    });
  }

  /** Nothing can undo it any more: the same words are another promise the next time. All at once, because the page may be going. */
  async sent(ids: readonly string[], unconfirmed: readonly string[]): Promise<void> {
    for (const [key, id] of this.#ids) if (ids.includes(id) || unconfirmed.includes(id)) this.#ids.delete(key);
    await Promise.all([...ids, ...unconfirmed].map((id) => this.services.ask('promise.change', { id, change: { do: 'sent' } })));
  }

  /** It was undone: kept ones are kept in a draft again; those that the sending put into the ledger go, unless the agent has answered for them. */
  async unsent(ids: readonly string[], unconfirmed: readonly string[]): Promise<void> {
    for (const entry of this.#entries.values()) if (ids.includes(entry.id)) entry.went = false;
    const records = await Promise.all(unconfirmed.map((id) => this.services.ask('promise.change', { id, change: { do: 'unsent' } })));
    for (const { id, text, kind, due, status } of records) {
      const key = wordsKey(text, kind);
      this.#entries.delete(key);
      if (status === 'open') this.#entries.set(key, { id, kind, due, status, went: false });
      else this.#ids.delete(key);
    }
  }

  async #dropReworded(key: string, kind: string, present: ReadonlySet<string>): Promise<void> {
    for (const [other, entry] of this.#entries) {
      if (other === key || entry.kind !== kind || entry.went || present.has(other) || !this.#ids.has(other)) continue;
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
