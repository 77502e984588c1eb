import type { Kept } from '../../entrypoints/content/kept';
import type { Services } from '../../entrypoints/content/services';
import type { PromiseView } from '../../utils/messages/protocol';
import { changed, recordOf, type PromiseChange, type PromiseDraft, type PromiseRecord } from '../../utils/promises';

/** The background's ledger, as far as a page may ask of it, by the real rules of what a change makes of a promise. */
export class FakeLedger {
  readonly records = new Map<string, PromiseRecord>();
  readonly asked: string[] = [];

  constructor(readonly now: () => string = () => '2026-12-02T10:00:00Z') {}

  get services(): Services {
    return { ask: async (name: string, ask: never) => this.#answer(name, ask) } as unknown as Services;
  }
  /** "text: status", with "sent" where it is noted. */
  get state(): readonly string[] {
    return [...this.records.values()].map(({ text, status, history }) => `${text}: ${status}${history.some(({ what }) => what === 'sent') ? ', sent' : ''}`);
  }

  #answer(name: string, ask: { promise: PromiseDraft; id: string; change: PromiseChange; which: string; conversation?: { id: string } }): unknown {
    this.asked.push(name);
    if (name === 'promise.add') {
      const { promise } = ask;
      const known = this.records.get(promise.id);
      if (known === undefined) this.records.set(promise.id, recordOf(promise, this.now()));
      else if (promise.status === 'open' && known.status === 'tentative') this.change(promise.id, { do: 'confirm', due: promise.due });
      return this.records.get(promise.id);
    }
    if (name === 'promise.change') return this.change(ask.id, ask.change);
    if (name === 'promise.list') {
      const promises = [...this.records.values()].filter(({ status, conversation }) => status === ask.which && conversation?.id === ask.conversation?.id);
      return { promises, next: null, dueToday: 0 };
    }
    return {};
  }
  change(id: string, change: PromiseChange): PromiseRecord {
    const record = this.records.get(id);
    if (record === undefined) throw new Error(`no promise ${id} in the ledger`);
    for (const next of changed(record, change, this.now(), ({ rang }) => rang)) this.records.set(next.id, next);
    return this.records.get(id) ?? record;
  }
}

export const FRIDAY = { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' } as const;
export const MONDAY = { start: '2026-12-07T15:00:00Z', end: '2026-12-07T15:00:00Z', precision: 'minute' } as const;

/** The promises of a draft that promises exactly these words, as the reply sees them. */
export function promisesOf(kept: Kept, draft: string, words: readonly string[], due: PromiseView['due'] = FRIDAY): readonly PromiseView[] {
  return kept.view(words.filter((text) => draft.includes(text)).map((text) => ({
    start: draft.indexOf(text), end: draft.indexOf(text) + text.length, kind: 'callback', deferred: true, conditional: false, due, dueSpan: null, alternatives: [], confidence: 1, vague: false,
  })), draft);
}
