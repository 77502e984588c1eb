import type { AssetName, CatalogueRule } from '../../utils/rules';
import { makeStrings } from '../shared';
import type { Strings } from '../shared';
import type { PromiseRecord, RequestName, Requests, Settings } from '../../utils/messages/protocol';
import type { Door } from './door';

type Change = Requests['promise.change']['ask']['change'];

export interface OptionsState {
  readonly settings: Settings | null;
  readonly strings: Strings | null;
  /** Every promise that still wants something: open ones and those sent unconfirmed. */
  readonly active: readonly PromiseRecord[];
  readonly closed: readonly PromiseRecord[];
  readonly loaded: boolean;
  readonly now: string;
  readonly said: string;
  readonly failed: string | null;
}

/** The options page's memory and hands. */
export interface Options {
  get(): OptionsState;
  subscribe(call: () => void): () => void;
  /** Saves settings; answers at once with what the background kept. */
  save(change: Partial<Settings>): void;
  change(id: string, change: Change, said?: string): void;
  openConversation(id: string): void;
  /** The wording rules of a language, or null where they could not be read. */
  catalogue(asset: AssetName): Promise<readonly CatalogueRule[] | null>;
  tick(): void;
}

/** The most that is asked for at once (the protocol's own limit). */
const LIMIT = 500;

const NOTHING: OptionsState = { settings: null, strings: null, active: [], closed: [], loaded: false, now: '', said: '', failed: null };

/** Starts the options page: settings, words, and all promises. */
export function startOptions(door: Door, signal: AbortSignal): Options {
  const calls = new Set<() => void>();
  let state: OptionsState = { ...NOTHING, now: door.now() };
  const set = (change: Partial<OptionsState>): void => {
    state = { ...state, ...change };
    for (const call of calls) call();
  };
  const ask = async <N extends RequestName>(name: N, what: Requests[N]['ask']): Promise<Requests[N]['answer'] | null> => {
    try {
      const answer = await door.ask(name, what);
      return signal.aborted ? null : answer;
    } catch {
      if (!signal.aborted) set({ failed: 'panel_failed_background' });
      return null;
    }
  };
  const words = (settings: Settings): Promise<void> => ask('strings.get', { language: settings.language })
    .then((answer) => { if (answer) set({ settings, strings: makeStrings(answer.language, answer.strings) }); });
  const ledger = async (): Promise<void> => {
    const [open, tentative, closed] = await Promise.all(
      (['open', 'tentative', 'closed'] as const).map((which) => ask('promise.list', { which, limit: LIMIT })),
    );
    if (!open || !tentative || !closed) return;
    set({ active: together(tentative.promises, open.promises), closed: closed.promises, loaded: true, now: door.now() });
  };
  door.listen((push) => {
    if (push.push === 'ledger.changed') void ledger();
    else if (push.push === 'settings.changed') void words(push.settings);
  }, signal);
  void ask('settings.get', {}).then((settings) => settings && words(settings));
  void ledger();

  return {
    get: () => state,
    subscribe(call) {
      calls.add(call);
      return () => calls.delete(call);
    },
    save(change) {
      void ask('settings.set', { change }).then(async (settings) => {
        if (!settings) return;
        set({ settings, failed: null });
        await words(settings);
        set({ said: 'options_saved' });
      });
    },
    change(id, change, said = '') {
      void ask('promise.change', { id, change }).then((answer) => {
        if (!answer) return;
        set({ said, failed: null });
        void ledger();
      });
    },
    openConversation(id) {
      void ask('promise.open', { id }).then((answer) => answer && set({ failed: answer.opened === 'none' ? 'panel_failed_open' : null }));
    },
    catalogue: (asset) => ask('catalogue.get', { asset }).then(rulesIn),
    tick: () => set({ now: door.now() }),
  };
}

const rulesIn = (answer: { readonly json: string } | null) => answer && (JSON.parse(answer.json) as readonly CatalogueRule[]);

/** Both lists as one, nothing twice. */
function together(first: readonly PromiseRecord[], second: readonly PromiseRecord[]): readonly PromiseRecord[] {
  const ids = new Set(first.map((promise) => promise.id));
  return [...first, ...second.filter((promise) => !ids.has(promise.id))];
}
