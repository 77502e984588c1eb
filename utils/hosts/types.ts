/**
 * What we know of a page where customers are answered. A host is data: ordered candidates for each thing we look for, best
 * first, tried one at a time (never joined by commas: document order would beat rank), and named strategies where data
 * cannot say it.
 */

/** Where a thing may be found. A bare string is a selector. */
export interface Candidate {
  readonly selector: string;
  /** Take this attribute, "value" the live value of a field; without it the text is taken. */
  readonly attribute?: string;
  /** What the value must look like; the part at {id} is taken: "subTab_{id}". See `templates`. */
  readonly as?: string;
  /** The element must have this value (a select, a ticked box). */
  readonly value?: string;
  /** The element stands in the open shadow root of this one. */
  readonly shadowHost?: string;
}
export type Candidates = readonly (string | Candidate)[];

/**
 * Where the conversation's id may be read. Sources of one `kind` must agree wherever two of them speak; the first kind
 * that speaks gives the id.
 */
export interface IdentitySource {
  readonly kind: string;
  /** address: the page's URL. composer, root: inside them. around: an ancestor of the editor. page: the document. script: a JSON member in the page's own scripts. */
  readonly from: 'address' | 'composer' | 'root' | 'around' | 'page' | 'script';
  /** For 'address' a template with {id}; for 'script' the member's name; else candidates. */
  readonly at: string | Candidates;
  /** Values that mean "none". */
  readonly not?: readonly string[];
  /** All values found count (the messages of a thread), not the first alone. */
  readonly any?: boolean;
  /** It confirms, it does not name: never the id itself. */
  readonly witness?: boolean;
  /** Compared without "Re:" and its like: the composer's subject against the conversation's. */
  readonly bare?: boolean;
  /**
   * For composers that stay open while the page goes elsewhere: nothing is attributed until a source in the message area and
   * one outside it agree. To differ is no fault of the page (an agent may change the subject), so it is not `disagree`.
   */
  readonly soft?: boolean;
}

/** Ways to tell which message is the customer's latest. */
export type CustomerStrategy =
  /** `read.customer` finds customers' messages only: the last one. */
  | 'by-type'
  /** The last `read.item` whose sender is not our own address. */
  | 'by-sender'
  /** The last `read.message` whose sender the reply is addressed to. */
  | 'by-recipient'
  /** The last `read.item` that the conversation's requester wrote, else `read.opening`. */
  | 'by-requester'
  /** The only `read.message` there is; with several nobody knows whose they are. */
  | 'only'
  /** What was remembered from the page before, else the quote in the draft. */
  | 'quote'
  /** What was remembered from the page before. */
  | 'memory';

export interface ReadData {
  readonly root?: Candidates;
  readonly item?: Candidates;
  /** An item whose text is all there matches this; the others show a snippet. */
  readonly openItem?: string;
  /** The page puts the latest message first. Where items carry readable dates or serial numbers these decide. */
  readonly newestFirst?: boolean;
  /** In an item: a number that grows with time. */
  readonly serial?: Candidates;
  /** Found in an item: its text ends before the message does. */
  readonly clipped?: Candidates;
  readonly message?: Candidates;
  readonly customer?: Candidates;
  readonly body?: Candidates;
  readonly name?: Candidates;
  readonly address?: Candidates;
  readonly date?: Candidates;
  readonly subject?: Candidates;
  /** What the requester wrote when the conversation began, where it stands apart from the items. */
  readonly opening?: Candidates;
  /** Whose conversation it is, as it stands beside the messages: where a message itself does not name its writer. */
  readonly requesterName?: Candidates;
  readonly requesterAddress?: Candidates;
}

/** A page that shows the customer's message before the reply's own page is opened. */
export interface RememberData {
  /** Templates on the address with {id}; all must fit, their ids are joined by "/". */
  readonly id: readonly string[];
  readonly item?: Candidates;
  readonly body: Candidates;
  readonly name: Candidates;
  readonly address: Candidates;
  readonly date?: Candidates;
  readonly subject: Candidates;
  /** Whose message: the item's sender must be the requester that stands here. */
  readonly requester?: Candidates;
}

export interface HostData {
  readonly id: string;
  readonly name: string;
  readonly evidence: {
    /** Newest evidence, "2026-09-17" or "2026-09". */
    readonly date: string;
    readonly source: string;
    /** application: tried on the running program. source: the program's own source. notes: others' code and notes. memory: unconfirmed. */
    readonly checked: 'application' | 'source' | 'notes' | 'memory';
  };
  readonly confidence: 'high' | 'medium' | 'low';
  /** Match patterns; empty for what everybody hosts for themselves. */
  readonly match: readonly string[];
  readonly exclude?: readonly string[];
  /** On origins the user granted: every one of these selectors must be found. */
  readonly recognise?: readonly string[];
  readonly identity: readonly IdentitySource[];
  /** Leads back to the conversation: {origin}, {path}, {id}. Without it the page's own address. */
  readonly link?: string;
  readonly customer?: CustomerStrategy;
  readonly read: ReadData;
  readonly write: {
    readonly composer?: Candidates;
    readonly editor: Candidates;
    /** In the composer: it begins a conversation, so that nothing of one is looked for around it. */
    readonly fresh?: Candidates;
    readonly send?: Candidates;
    /** Other ways to send: send and archive, send and solve. */
    readonly sendOther?: Candidates;
    /** Takes the sending back, for the seconds it stands; looked for in the whole page. */
    readonly undo?: Candidates;
    /** Of the ways to send, wherever they stand: at another time. Menus often stand far from the composer. */
    readonly schedule?: Candidates;
    /** A dialog that stops a sending. */
    readonly cancel?: Candidates;
    /** One of these: a note to colleagues. `around` editor or in the composer. */
    readonly internal?: Candidates;
    /** The address says so: it ends with one of these ("#notes"). */
    readonly internalAddress?: readonly string[];
    readonly recipientName?: Candidates;
    readonly recipientAddress?: Candidates;
  };
  readonly remember?: RememberData;
  readonly insert?: 'exec';
  /** What stands in an editor that is empty. */
  readonly blank?: string;
}

/** How much we can tell on this page. full: conversation, customer's message, sending. partial: some of it. generic: the editor only. */
export type Level = 'full' | 'partial' | 'generic';

/** What a reading can lack. */
export type Missing = 'conversation' | 'customer' | 'message' | 'collapsed' | 'clipped' | 'send';

/** What the page tells about the reply in one editor, read anew each time: pages reuse their elements. */
export interface HostReading {
  readonly host: { readonly id: string; readonly name: string };
  readonly level: Level;
  /**
   * What could not be found, of `Missing`. message: none of the customer's is readable; collapsed, with it: one is there, folded
   * to a snippet. clipped: the message is read, but the page shows only its beginning.
   */
  readonly missing: readonly string[];
  /** null too where two sources disagree. */
  readonly conversation: { readonly host: string; readonly id: string; readonly url: string; readonly title: string | null } | null;
  readonly disagree: boolean;
  readonly customer: { readonly name: string | null; readonly address: string | null; readonly message: string | null; readonly since: string | null };
  /** Whose word it is that the message is the customer's, where it isn't the page's. */
  readonly messageFrom?: 'selected' | 'guess';
  readonly internal: boolean;
  readonly composer: Element;
  readonly send: readonly Element[];
  /**
   * Which rank of each list of candidates was found (0 the best); what a strategy found without any counts as the rank after
   * the last. Keys are those of `read` and `write` in the host's data,
   * and "identity": the place of the source in the data's list.
   */
  readonly ranks: Readonly<Record<string, number>>;
  /**
   * Keys that the data names, that were looked for in this reading and found nowhere; a key is in `ranks`, here, or was not
   * asked (no message area: nothing in it is looked for). What is there only now and then is never here: internal, cancel,
   * sendOther, schedule, undo, clipped.
   */
  readonly failed: readonly string[];
}

/** A customer's message seen on the page before. */
export interface Remembered {
  readonly host: string;
  readonly id: string;
  readonly url: string;
  readonly subject: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly message: string;
  readonly since: string | null;
}
export interface Memory {
  put(seen: Remembered): void;
  all(host: string): readonly Remembered[];
}

/** The page around the editor, as far as it is not its tree. */
export interface Page {
  /** Address of the outermost reachable document. */
  readonly url: string;
  readonly title: string;
  readonly memory: Memory;
  /** IANA zone in which local times on the page are read. */
  readonly zone: string;
  /** The agent's word on which text is the customer's message, and where it stands; null: there is none, not even to guess. */
  readonly chosen?: { readonly text: string; readonly element: Element | null } | null;
}
