/**
 * What is said between the contexts of the extension, once. `send` and `answer` take their types from here;
 * `answer` checks what arrives against a schema of the same shape (the compiler holds the two together).
 *
 * Three parties: `background` (one), `reply` (the content script of one frame that holds an open reply), `panel`
 * (the extension page, in one of its three mounts). Every message names its addressee, because a message of an
 * extension page reaches every other extension page.
 */
import type { Analysis, AssetName, Lang, Span } from '../language';
import type {
  ConversationRef, CustomerRef, Due, FoundPromise, HistoryEntry, PromiseChange, PromiseDraft, PromiseRecord, PromiseStatus, RingStage, WorkingHours,
} from '../promises';
import type { Suggestion } from '../phrases';

/** The frame in which a reply is written. */
export interface ReplyAddress {
  readonly tab: number;
  readonly frame: number;
}

export const PROMISE_STATUSES = ['tentative', 'open', 'kept', 'moved', 'broken', 'dropped', 'handed-over'] as const satisfies readonly PromiseStatus[];
export const STAGES = ['before', 'due', 'overdue'] as const satisfies readonly RingStage[];
export type { ConversationRef, CustomerRef, HistoryEntry, PromiseDraft, PromiseRecord, PromiseStatus };
export type Stage = RingStage;

export interface Settings {
  /** Interface language; null follows the browser. */
  readonly language: Lang | null;
  /** What an undecided Portuguese text is taken for. */
  readonly portuguese: 'pt-BR' | 'pt-PT';
  readonly hours: WorkingHours;
  /** Country code of the holiday calendar, or null. */
  readonly holidays: 'PL' | 'PT' | 'BR' | 'US' | 'GB' | null;
  /** Hours in which a first answer is due. */
  readonly replyTargetHours: number;
  readonly agent: { readonly name: string | null; readonly gender: 'm' | 'f' | null };
  readonly silenced: readonly string[];
  /** Terms the agent taught, as they were written. */
  readonly taught: readonly string[];
  readonly theme: 'system' | 'light' | 'dark';
  /** Panel width in px per origin, and whether it is slid away. */
  readonly panel: Readonly<Record<string, { readonly width: number; readonly open: boolean }>>;
}

/** A mark as panel and popover show it. */
export interface PromiseView extends FoundPromise {
  /** The words of the draft. */
  readonly text: string;
  /** Ledger id once it is kept. */
  readonly kept: string | null;
  readonly dismissed: boolean;
}

/** What the panel is shown of one reply. Sent whole at every change; `revision` grows. */
export interface ReplyView {
  /** One per composer, opaque. */
  readonly key: string;
  readonly revision: number;
  readonly host: { readonly id: string; readonly name: string; readonly level: 'full' | 'partial' | 'generic'; readonly missing: readonly string[] };
  readonly conversation: ConversationRef | null;
  readonly customer: CustomerRef & {
    readonly message: string | null;
    /** ISO instant of their message, where the page tells. */
    readonly since: string | null;
  };
  /** A note to colleagues, not a reply: promises in it are none to the customer. */
  readonly internal: boolean;
  readonly draft: string;
  readonly analysis: Analysis | null;
  readonly promises: readonly PromiseView[];
  readonly suggestions: readonly Suggestion[];
  /** loading: the language is not here yet. broken: the page has changed. */
  readonly state: 'loading' | 'ready' | 'empty' | 'broken';
  readonly problem: string | null;
  /** Promises that were sent unconfirmed just now, by ledger id. */
  readonly sentUnconfirmed: readonly string[];
  /** Where the text could not be inserted: it is on the clipboard. */
  readonly clipboard: boolean;
}

/** What the panel asks of the reply. `expect` is the text the asker saw at `span`: on a mismatch nothing is done. */
export type ReplyCommand =
  | { readonly do: 'show' }                                                    // send the view again
  | { readonly do: 'replace'; readonly key: string; readonly span: Span; readonly expect: string; readonly text: string }
  | { readonly do: 'insert'; readonly key: string; readonly text: string; readonly phrase: string | null }
  | { readonly do: 'reveal'; readonly key: string; readonly span: Span }
  | { readonly do: 'dismiss'; readonly key: string; readonly rule: string; readonly text: string }
  | { readonly do: 'keep'; readonly key: string; readonly start: number; readonly due: Due | null }
  | { readonly do: 'not-a-promise'; readonly key: string; readonly start: number }
  | { readonly do: 'silence'; readonly rule: string }
  | { readonly do: 'teach'; readonly term: string }
  | { readonly do: 'focus'; readonly key: string }
  | { readonly do: 'slide'; readonly open: boolean };

/** Requests to the background: name → what is asked and what is answered. */
export interface Requests {
  'knowledge.get': { ask: { asset: AssetName }; answer: { json: string } };
  /** The wording rules of a language as people read them (JSON of `CatalogueRule`s). */
  'catalogue.get': { ask: { asset: AssetName }; answer: { json: string } };
  'strings.get': { ask: { language: Lang | null }; answer: { language: Lang; strings: Readonly<Record<string, string>> } };
  'settings.get': { ask: Record<string, never>; answer: Settings };
  'settings.set': { ask: { change: Partial<Settings> }; answer: Settings };
  'promise.add': { ask: { promise: PromiseDraft }; answer: PromiseRecord };
  'promise.change': { ask: { id: string; change: PromiseChange }; answer: PromiseRecord };
  /** Next due first; `limit` at most 500. */
  'promise.list': {
    ask: { which: 'open' | 'due' | 'tentative' | 'closed'; conversation?: { host: string; id: string }; customer?: string; limit?: number };
    answer: { promises: readonly PromiseRecord[]; next: PromiseRecord | null; dueToday: number };
  };
  /** Open promises whose window ends between two instants, whoever's they are: to see what clashes. For our own pages alone. */
  'promise.around': { ask: { from: string; to: string }; answer: { promises: readonly PromiseRecord[] } };
  /** Leads back to the conversation: an open tab, else a new one. */
  'promise.open': { ask: { id: string }; answer: { opened: 'tab' | 'new' | 'none' } };
  'phrase.used': { ask: { phrase: string; conversation: string | null; customer: string | null }; answer: { ok: true } };
  'phrase.last': { ask: { customer: string }; answer: { phrases: readonly string[] } };
  /** The panel's first words: which tab am I in, is there a reply? */
  'panel.hello': { ask: { tab?: number }; answer: { tab: number | null } };
  /** The frame says it is up (content waits for it before it trusts the drawer). */
  'panel.ready': { ask: { tab: number }; answer: { ok: true } };
  /** Opens the browser's own side panel or sidebar. */
  'panel.open-native': { ask: Record<string, never>; answer: { ok: boolean } };
  /** From the panel to the reply of its tab. */
  'reply.command': { ask: { to: ReplyAddress | { tab: number }; command: ReplyCommand }; answer: { ok: boolean; problem?: string } };
}
export type RequestName = keyof Requests;

/** Pushed by the background or a reply, answered by nobody. */
export type Push =
  // From a reply: the sender tells tab and frame; `via` where the background hands it on, because Firefox gives a content
  // script's message to every page of the extension but the one framed in the same tab.
  | { readonly to: 'panel'; readonly push: 'reply.view'; readonly view: ReplyView; readonly via?: ReplyAddress }
  | { readonly to: 'panel'; readonly push: 'reply.gone'; readonly key: string; readonly via?: ReplyAddress }
  | { readonly to: 'panel'; readonly push: 'ledger.changed' }
  | { readonly to: 'panel'; readonly push: 'settings.changed'; readonly settings: Settings }
  | { readonly to: 'reply'; readonly push: 'command'; readonly address: { readonly tab: number; readonly frame: number | null }; readonly command: ReplyCommand }
  | { readonly to: 'reply'; readonly push: 'panel.ready' }
  | { readonly to: 'reply'; readonly push: 'settings.changed'; readonly settings: Settings };

/** How a request travels. */
export interface Envelope<N extends RequestName = RequestName> {
  readonly to: 'background';
  readonly ask: N;
  readonly with: Requests[N]['ask'];
}
/** How an answer travels: an error says what and where, in English, for the log and the report. */
export type Reply<N extends RequestName = RequestName> =
  | { readonly ok: true; readonly answer: Requests[N]['answer'] }
  | { readonly ok: false; readonly error: string };
