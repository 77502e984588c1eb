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
  ConversationRef, CustomerRef, Due, FoundPromise, HistoryEntry, PromiseChange, PromiseDraft, PromiseKind, PromiseRecord, PromiseStatus, ReplySigns, RingStage,
  WorkingHours,
} from '../promises';
import type { Left, Suggestion } from '../phrases';
import type { PackHost } from '../phrases/pack';
import type { LeftOut } from './parts';
import type { PackPush, PackRequests } from './packs';
import type { SiteRequests } from './sites';

export * from './packs';
export * from './sites';

/** The frame in which a reply is written. */
export interface ReplyAddress {
  readonly tab: number;
  readonly frame: number;
}

export const PROMISE_STATUSES = ['tentative', 'open', 'kept', 'moved', 'broken', 'dropped', 'handed-over'] as const satisfies readonly PromiseStatus[];
export const STAGES = ['before', 'due', 'overdue', 'again-1', 'again-2', 'again-3', 'again-4', 'again-5'] as const satisfies readonly RingStage[];
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
  /** ISO dates on which the team does not work: packs bring them, the agent sets none. */
  readonly teamDaysOff: readonly string[];
  /** Hours in which a first answer is due. */
  readonly replyTargetHours: number;
  readonly agent: { readonly name: string | null; readonly gender: 'm' | 'f' | null };
  readonly silenced: readonly string[];
  /** Terms the agent taught, as they were written. */
  readonly taught: readonly string[];
  readonly theme: 'system' | 'light' | 'dark';
  /** Panel width in px per origin, and whether it is slid away. */
  readonly panel: Readonly<Record<string, { readonly width: number; readonly open: boolean }>>;
  readonly reminders: {
    /** Minutes of warning before a moment, by kind; what is absent takes the default. */
    readonly lead: Readonly<Partial<Record<PromiseKind, number>>>;
    /** Local wall clock "HH:MM", over midnight where `end` is earlier, none where they are the same; null: none. What would ring within waits for its end. */
    readonly quiet: { readonly start: string; readonly end: string } | null;
  };
  readonly palette: {
    /** Signs that open the phrases at the caret; `triggerProblem` (phrases) tells a sound one. */
    readonly trigger: string;
    /** Whether a shortcut typed in full is taken for its phrase. */
    readonly expand: boolean;
  };
  /** Copies of the ledger in the downloads folder. */
  readonly backup: 'off' | 'daily' | 'weekly';
}

/**
 * What the board asks for. `overdue`, `today` and `week` (after today, to the end of Sunday) go by the end of the window and hold
 * what is confirmed and what is not; `open` is what is confirmed, `closed` all that is over. Soonest first, without a date last;
 * tentative, kept, broken, closed and all: the latest change first.
 */
export const SEARCHES = ['all', 'open', 'overdue', 'today', 'week', 'tentative', 'kept', 'broken', 'closed'] as const;
export interface PromiseSearch {
  /** Words of customer, promise and conversation, in any order, without regard to capitals and accents; '' finds all. */
  readonly text: string;
  readonly which: (typeof SEARCHES)[number];
  /** Ends at this ISO instant or later; what is over: changed last then. */
  readonly from?: string;
  /** Ends before this ISO instant. */
  readonly to?: string;
  /** `more` of the answer before, to go on from there. */
  readonly after?: string;
  /** At most 500. */
  readonly limit?: number;
}
export interface PromisesFound {
  /** May be fewer than `limit`, or none, and there is more all the same. */
  readonly promises: readonly PromiseRecord[];
  /** Where to go on, or null where nothing more is to be found. */
  readonly more: string | null;
  /** Of the whole ledger, whatever was asked; 1000 stands for "1000 or more". */
  readonly counts: { readonly overdue: number; readonly today: number; readonly week: number; readonly open: number; readonly tentative: number };
}

export const EXPORT_FORMATS = ['json', 'csv', 'ics'] as const;
export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** What can be wrong with a file to restore, and with a place in it. */
export const RESTORE_FAULTS = [
  'no_json', 'no_file', 'no_version', 'newer', 'no_list', 'more', 'missing', 'type', 'value', 'large', 'small', 'instant', 'zone', 'address', 'order', 'unfit',
] as const;
export type RestoreFault = (typeof RESTORE_FAULTS)[number];

/** What a restore did, or would do. */
export interface RestoreOutcome {
  /** Promises the ledger did not have. */
  readonly add: number;
  /** Promises of which the file has the newer state. */
  readonly update: number;
  /** Promises the ledger has in the same state, or in a newer one. */
  readonly same: number;
  /** What could not be read, "promises[12].due.start", and why (of a file too new its version, of further places their number); it is left out. */
  readonly bad: readonly { readonly where: string; readonly why: RestoreFault; readonly number?: number }[];
  readonly applied: boolean;
}

/** One kind of promise in one week. */
export interface FigureLine {
  /** ISO date of its Monday. */
  readonly week: string;
  readonly kind: PromiseKind;
  readonly kept: number;
  readonly moved: number;
  readonly broken: number;
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
  readonly host: { readonly id: string; readonly name: string; readonly level: 'full' | 'partial' | 'generic'; readonly missing: readonly string[]; readonly changed?: readonly string[] };
  readonly conversation: ConversationRef | null;
  readonly customer: CustomerRef & {
    readonly message: string | null;
    /** ISO instant of their message, where the page tells. */
    readonly since: string | null;
  };
  /** Whose word it is that `message` is the customer's, where it isn't the page's: the agent selected it, or it is a guess. */
  readonly messageFrom?: 'selected' | 'guess';
  /** A note to colleagues, not a reply: promises in it are none to the customer. */
  readonly internal: boolean;
  readonly draft: string;
  readonly analysis: Analysis | null;
  readonly promises: readonly PromiseView[];
  readonly suggestions: readonly Suggestion[];
  /** Names of the packs that marks and phrases come from, by id of the rule or phrase; what is built in is not in it. */
  readonly from: Readonly<Record<string, string>>;
  /** What is still to fill in before it goes out: holes, a greeting's name; none in a note to colleagues. */
  readonly left: readonly Left[];
  /** What the draft says of earlier promises and of the case: none in a note to colleagues. */
  readonly signs: ReplySigns;
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
  | { readonly do: 'diagnose'; readonly key: string }                          // how the page is built, without a word of it: answered as `text`
  | { readonly do: 'message'; readonly key: string; readonly from: 'selection' | 'none' } // what is selected is the customer's message; there is none
  | { readonly do: 'teach-site' }                                              // the agent shows what is what on the page
  | { readonly do: 'palette' }                                                 // opens the phrases at the caret
  | { readonly do: 'slide'; readonly open: boolean };

export interface BroughtBack {
  /** ISO instant. */
  readonly at: string;
  readonly count: number;
}

/** Requests to the background: name → what is asked and what is answered. */
export interface Requests extends PackRequests, SiteRequests {
  'knowledge.get': { ask: { asset: AssetName }; answer: { json: string } };
  /** The wording rules of a language as people read them (JSON of `CatalogueRule`s). */
  'catalogue.get': { ask: { asset: AssetName }; answer: { json: string } };
  'strings.get': { ask: { language: Lang | null }; answer: { language: Lang; strings: Readonly<Record<string, string>> } };
  'settings.get': { ask: Record<string, never>; answer: Settings };
  'settings.set': { ask: { change: Partial<Settings> }; answer: Settings };
  /** Forgets what the agent chose there: what packs or the administrator preset holds again, else the default. */
  'settings.follow': { ask: { field: keyof Settings }; answer: Settings };
  'promise.add': { ask: { promise: PromiseDraft }; answer: PromiseRecord };
  'promise.change': { ask: { id: string; change: PromiseChange }; answer: PromiseRecord };
  /** Next due first; `limit` at most 500. */
  'promise.list': {
    ask: { which: 'open' | 'due' | 'tentative' | 'closed'; conversation?: { host: string; id: string }; customer?: string; limit?: number };
    answer: { promises: readonly PromiseRecord[]; next: PromiseRecord | null; dueToday: number };
  };
  /** Open promises whose window ends between two instants, whoever's they are: to see what clashes. For our own pages alone. */
  'promise.around': { ask: { from: string; to: string }; answer: { promises: readonly PromiseRecord[] } };
  /** The board: by state, time and words. For our own pages alone. */
  'promise.search': { ask: PromiseSearch; answer: PromisesFound };
  /** A promise with those it took the place of and those that took its, oldest first. For our own pages alone. */
  'promise.chain': { ask: { id: string }; answer: { promises: readonly PromiseRecord[] } };
  /** The same change to many, at most 500; each stands or falls by itself. For our own pages alone. */
  'promise.change-many': {
    ask: { ids: readonly string[]; change: PromiseChange };
    answer: { changed: readonly PromiseRecord[]; refused: readonly { readonly id: string; readonly why: string }[] };
  };
  /**
   * Promises due on a day (ISO date), and how many the agent usually has on a working day; `usual` is null until there
   * are ten working days with any.
   */
  'promise.load': { ask: { day: string }; answer: { open: number; usual: number | null } };
  /** The whole ledger as a file. For our own pages alone. */
  'promise.export': { ask: { format: (typeof EXPORT_FORMATS)[number] }; answer: ExportedFile };
  /** Merges an exported JSON file by id, the newer state wins; `apply: false` says what it would do. For our own pages alone. */
  'promise.restore': { ask: { text: string; apply: boolean }; answer: RestoreOutcome };
  /** Kept, moved and broken in the last weeks, this one included, at most 520; weeks and kinds without any are left out. For our own pages alone. */
  /** When the browser last lost its database, and how many promises came back from the second copy; null where it never did. */
  'store.back': { ask: Record<string, never>; answer: { back: BroughtBack | null } };
  'figures.get': { ask: { weeks: number }; answer: { rows: readonly FigureLine[] } };
  /** Leads back to the conversation: an open tab, else a new one. */
  'promise.open': { ask: { id: string }; answer: { opened: 'tab' | 'new' | 'none' } };
  'phrase.used': { ask: { phrase: string; conversation: string | null; customer: string | null }; answer: { ok: true } };
  /** The agent's own use of phrases, in no order; `last` is an ISO instant. */
  'phrase.own': { ask: Record<string, never>; answer: { own: readonly { readonly phrase: string; readonly count: number; readonly last: string | null; readonly favourite: boolean }[] } };
  'phrase.favour': { ask: { phrase: string; on: boolean }; answer: { ok: true } };
  /** Descriptions of pages that packs bring, checked when the pack was read, the strongest first: tried before the built-in ones. */
  'host.list': { ask: Record<string, never>; answer: { hosts: readonly PackHost[] } };
  /** One look at a page at rest: candidates that hit, by key, and keys found nowhere. Answers keys that used to hit and are gone, and those found by other candidates. */
  'page.look': {
    ask: { host: string; name: string; look: { data: string; place: number; ranks: Readonly<Record<string, number>>; failed: readonly string[] } };
    answer: { changed: readonly string[]; shifted: readonly string[] };
  };
  'phrase.last': { ask: { customer: string }; answer: { phrases: readonly string[] } };
  /** The panel's first words: which tab am I in, is there a reply? */
  'panel.hello': { ask: { tab?: number }; answer: { tab: number | null } };
  /** The frame says it is up (content waits for it before it trusts the drawer). */
  'panel.ready': { ask: { tab: number }; answer: { ok: true } };
  /** Opens the browser's own side panel or sidebar. */
  'panel.open-native': { ask: Record<string, never>; answer: { ok: boolean } };
  /** From the panel to the reply of its tab. */
  'reply.command': { ask: { to: ReplyAddress | { tab: number }; command: ReplyCommand }; answer: { ok: boolean; problem?: string; text?: string } };
}
export type RequestName = keyof Requests;

/** Pushed by the background or a reply, answered by nobody. */
export type Push =
  | PackPush
  // From a reply: the sender tells tab and frame; `via` where the background hands it on, because Firefox gives a content
  // script's message to every page of the extension but the one framed in the same tab.
  | { readonly to: 'panel'; readonly push: 'reply.view'; readonly view: ReplyView; readonly via?: ReplyAddress }
  | { readonly to: 'panel'; readonly push: 'reply.gone'; readonly key: string; readonly via?: ReplyAddress }
  | { readonly to: 'panel'; readonly push: 'ledger.changed' }
  | { readonly to: 'panel'; readonly push: 'settings.changed'; readonly settings: Settings }
  | { readonly to: 'reply'; readonly push: 'command'; readonly address: { readonly tab: number; readonly frame: number | null }; readonly command: ReplyCommand }
  | { readonly to: 'reply'; readonly push: 'panel.ready' }
  /** The agent answered for these promises, wherever: nobody asks about them again. */
  | { readonly to: 'reply'; readonly push: 'promise.answered'; readonly ids: readonly string[] }
  /** These sites (match patterns) were switched off: what runs there goes. */
  | { readonly to: 'reply'; readonly push: 'site.off'; readonly sites: readonly string[] }
  /** What the agent taught about a site (origin pattern, with its port) changed. */
  | { readonly to: 'reply'; readonly push: 'sites.changed'; readonly site: string }
  /** The toolbar button was pressed over a tab: its page may be named now. */
  | { readonly to: 'panel'; readonly push: 'site.seen'; readonly tab: number }
  | { readonly to: 'reply'; readonly push: 'settings.changed'; readonly settings: Settings };

/** How a request travels; `leftOut` names fields that are too long for one message and went ahead in parts. */
export interface Envelope<N extends RequestName = RequestName> {
  readonly to: 'background';
  readonly ask: N;
  readonly with: Requests[N]['ask'];
  readonly leftOut?: LeftOut;
}
/** How an answer travels: an error says what and where, in English, for the log and the report. */
export type Reply<N extends RequestName = RequestName> =
  | { readonly ok: true; readonly answer: Requests[N]['answer']; readonly leftOut?: LeftOut }
  | { readonly ok: false; readonly error: string };
