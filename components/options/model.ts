import type { AssetName, CatalogueRule } from '../../utils/rules';
import { makeStrings } from '../shared';
import type { Strings } from '../shared';
import type {
  ExportedFile, FigureLine, PromiseDraft, PromiseRecord, PromiseSearch, PromisesFound, RequestName, Requests, RestoreOutcome, Settings,
} from '../../utils/messages/protocol';
import type { Door } from './door';

export type Change = Requests['promise.change']['ask']['change'];

/** What was just done to some promises, while it can be taken back. */
export interface Undo {
  readonly ids: readonly string[];
  readonly said: string;
}

export interface OptionsState {
  readonly settings: Settings | null;
  readonly strings: Strings | null;
  /** Grows with every change of the ledger and of packs: what was read of them is to be read again. */
  readonly version: number;
  readonly now: string;
  readonly said: string;
  readonly failed: string | null;
  readonly undo: Undo | null;
}

/** The options page's memory and hands. What asks answers null where the background failed; `failed` says so then. */
export interface Options {
  get(): OptionsState;
  subscribe(call: () => void): () => void;
  /** Saves settings; answers at once with what the background kept. */
  save(change: Partial<Settings>): void;
  /** Has a setting follow what packs or the administrator preset. */
  follow(field: keyof Settings): void;
  search(ask: PromiseSearch): Promise<PromisesFound | null>;
  load(day: string): Promise<Requests['promise.load']['answer'] | null>;
  chain(id: string): Promise<readonly PromiseRecord[] | null>;
  add(promise: PromiseDraft, said: string): Promise<PromiseRecord | null>;
  /** Changes one promise or many. `said` is read out; with `undo` it is shown, with a way back. */
  change(ids: readonly string[], change: Change, said?: string, undo?: boolean): void;
  /** Takes back what `undo` of the state says. */
  undo(): void;
  /** Forgets it. */
  settle(): void;
  openConversation(id: string): void;
  /** The wording rules of a language, or null where they could not be read. */
  catalogue(asset: AssetName): Promise<readonly CatalogueRule[] | null>;
  figures(weeks: number): Promise<readonly FigureLine[] | null>;
  exported(format: Requests['promise.export']['ask']['format']): Promise<ExportedFile | null>;
  restore(text: string, apply: boolean): Promise<RestoreOutcome | null>;
  /** Asks the background; null where it failed, which `failed` of the state says then. */
  ask<N extends RequestName>(name: N, what: Requests[N]['ask']): Promise<Requests[N]['answer'] | null>;
  /** Has a sentence read out. */
  say(said: string): void;
  tick(): void;
}

/** The most that is changed at once (the protocol's own limit). */
const AT_ONCE = 500;

/** Starts the options page: settings, words, and hands for the ledger. */
export function startOptions(door: Door, signal: AbortSignal): Options {
  const model = new OptionsModel(door, signal);
  model.start();
  return model;
}

class OptionsModel implements Options {
  #state: OptionsState;
  readonly #calls = new Set<() => void>();

  constructor(private readonly door: Door, private readonly signal: AbortSignal) {
    this.#state = { settings: null, strings: null, version: 0, now: door.now(), said: '', failed: null, undo: null };
  }

  start(): void {
    this.door.listen((push) => {
      if (push.push === 'ledger.changed' || push.push === 'packs.changed') this.#changed();
      else if (push.push === 'settings.changed') void this.#words(push.settings);
    }, this.signal);
    void this.#ask('settings.get', {}).then((settings) => settings && this.#words(settings));
  }

  get = (): OptionsState => this.#state;
  subscribe = (call: () => void): (() => void) => {
    this.#calls.add(call);
    return () => this.#calls.delete(call);
  };

  save = (change: Partial<Settings>): void => void this.#ask('settings.set', { change }).then((settings) => this.#saved(settings));
  follow = (field: keyof Settings): void => void this.#ask('settings.follow', { field }).then((settings) => this.#saved(settings));

  search = (ask: PromiseSearch) => this.#ask('promise.search', ask);
  load = (day: string) => this.#ask('promise.load', { day });
  chain = async (id: string) => (await this.#ask('promise.chain', { id }))?.promises ?? null;
  figures = async (weeks: number) => (await this.#ask('figures.get', { weeks }))?.rows ?? null;
  exported = (format: Requests['promise.export']['ask']['format']) => this.#ask('promise.export', { format });
  catalogue = async (asset: AssetName) => {
    const answer = await this.#ask('catalogue.get', { asset });
    return answer && (JSON.parse(answer.json) as readonly CatalogueRule[]);
  };

  restore = async (text: string, apply: boolean): Promise<RestoreOutcome | null> => {
    const outcome = await this.#ask('promise.restore', { text, apply });
    if (outcome?.applied) this.#changed();
    return outcome;
  };

  add = async (promise: PromiseDraft, said: string): Promise<PromiseRecord | null> => {
    const record = await this.#ask('promise.add', { promise });
    if (record) this.#done(said, null);
    return record;
  };

  change = (ids: readonly string[], change: Change, said = '', undo = false): void => {
    void this.#changeAll(ids, change).then((outcome) => {
      if (!outcome) return;
      const { changed, refused } = outcome;
      // Opening again ends a snooze, too.
      this.#done(said, undo && changed.length > 0 ? { ids: changed, said } : null, refused ? 'board_some_refused' : null);
    });
  };

  undo = (): void => {
    const { undo, strings } = this.#state;
    if (undo) this.change(undo.ids, { do: 'reopen' }, strings?.t('board_undone') ?? '');
  };
  settle = (): void => this.#set({ undo: null });

  openConversation = (id: string): void => {
    void this.#ask('promise.open', { id }).then((answer) => answer && this.#set({ failed: answer.opened === 'none' ? 'panel_failed_open' : null }));
  };

  ask = <N extends RequestName>(name: N, what: Requests[N]['ask']) => this.#ask(name, what);
  say = (said: string): void => this.#say(said);
  tick = (): void => this.#set({ now: this.door.now() });

  /** Ids that were changed, and whether some were not; null where the background failed. */
  async #changeAll(ids: readonly string[], change: Change): Promise<{ readonly changed: readonly string[]; readonly refused: boolean } | null> {
    const [only] = ids;
    if (only !== undefined && ids.length === 1) return (await this.#ask('promise.change', { id: only, change })) && { changed: [only], refused: false };
    const changed: string[] = [];
    let refused = false;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const answer = await this.#ask('promise.change-many', { ids: ids.slice(at, at + AT_ONCE), change });
      if (!answer) return null;
      // One that is refused leaves the others as they should be; which one it was, the list shows.
      const not = new Set(answer.refused.map(({ id }) => id));
      changed.push(...ids.slice(at, at + AT_ONCE).filter((id) => !not.has(id)));
      refused ||= not.size > 0;
    }
    return { changed, refused };
  }

  #done(said: string, undo: Undo | null, failed: string | null = null): void {
    this.#set({ failed, undo });
    this.#say(said);
    this.#changed();
  }

  #changed(): void {
    this.#set({ version: this.#state.version + 1, now: this.door.now() });
  }

  /** Said twice in a row it must change, or it is read out once only. */
  #say(said: string): void {
    this.#set({ said: said !== '' && said === this.#state.said ? `${said}\u00a0` : said });
  }

  async #saved(settings: Settings | null): Promise<void> {
    if (!settings) return;
    this.#set({ settings, failed: null });
    await this.#words(settings);
    this.#say('options_saved');
  }

  async #words(settings: Settings): Promise<void> {
    const answer = await this.#ask('strings.get', { language: settings.language });
    if (answer) this.#set({ settings, strings: makeStrings(answer.language, answer.strings) });
  }

  #set(change: Partial<OptionsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const call of this.#calls) call();
  }

  async #ask<N extends RequestName>(name: N, what: Requests[N]['ask']): Promise<Requests[N]['answer'] | null> {
    try {
      const answer = await this.door.ask(name, what);
      return this.signal.aborted ? null : answer;
    } catch {
      if (!this.signal.aborted) this.#set({ failed: 'panel_failed_background' });
      return null;
    }
  }
}
