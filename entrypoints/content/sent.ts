/**
 * Was the reply sent, and is it still? A pure machine: events of one composer in, what follows from them out. No clock in it, a look
 * is its tick.
 *
 *   idle ── act ──▶ armed ── gone or emptied in two looks, or the page goes ──▶ went ── the undo's time is over ──▶ idle (settled)
 *                    │  ▲                                                        │
 *   edit, elsewhere ─┘  └─ a dialog, or 20 s without anything: doubt ────────────┴─ the draft is back by itself ──▶ idle (undone)
 *
 * "Went" is a likelihood: sending can be undone, scheduled or fail, so what was promised there is tentative. A false "not sent" loses a
 * promise, a false "sent" costs one question: in doubt it is asked, once.
 */

/** What can be seen of a composer at one look. */
export interface Look {
  /** The editor is in the page and shown. */
  readonly present: boolean;
  readonly text: string;
  /** Id of the conversation, or null where the page doesn't tell. */
  readonly conversation: string | null;
  /** A dialog of the page stands in the way ("no subject", "attachment missing"). */
  readonly stopped: boolean;
  /** The message stands in the thread, where it didn't before; null where that can't be seen. */
  readonly inThread: boolean | null;
}

/**
 * How the agent sends. now: a send button was clicked, its key pressed, a form submitted. later: a way to send at another time. press:
 * the mouse went down on a send button, and its click may never arrive. enter: the Enter key alone, which sends in chats that are set so.
 */
export type Act = 'now' | 'later' | 'press' | 'enter';

export type Event =
  /** The agent's own act; trusted events only. */
  | { readonly type: 'act'; readonly act: Act; readonly look: Look }
  /** The mouse was let go elsewhere: a press was none. */
  | { readonly type: 'released' }
  /** The agent typed; `text` as it is then. */
  | { readonly type: 'edit'; readonly text: string }
  | { readonly type: 'look'; readonly look: Look }
  /** Armed: the page goes, or the composer was taken out of it for good. Went: the page goes, and what it may show later (it can come back from the browser's memory) is no undo. */
  | { readonly type: 'leave' }
  /** The agent pressed something that undoes. */
  | { readonly type: 'undo' }
  /** A draft nobody typed stands in another editor of the page. */
  | { readonly type: 'back'; readonly text: string; readonly conversation: string | null };

interface Sending {
  readonly text: string;
  readonly conversation: string | null;
  readonly act: Act;
  readonly looks: number;
}
export type Phase =
  | { readonly at: 'idle' }
  | (Sending & { readonly at: 'armed'; readonly gone: number; readonly doubt: boolean })
  | (Sending & { readonly at: 'went'; readonly proved: boolean; readonly touched: boolean; readonly undoing: number });

/** armed: say nothing, be ready. went: likely sent. proved: it stands in the thread. undone: it is a draft again. settled: nothing can undo it. */
export type Effect =
  | { readonly do: 'armed' }
  | { readonly do: 'went'; readonly text: string; readonly later: boolean; readonly sure: boolean }
  | { readonly do: 'proved' } | { readonly do: 'undone' } | { readonly do: 'settled' };
export interface Step {
  readonly phase: Phase;
  readonly effects: readonly Effect[];
}

export const IDLE: Phase = { at: 'idle' };
/** ms between looks: soon after the act; while it is in doubt; once it went. */
export const LOOK_MS = 250;
export const DOUBT_MS = 2000;
export const WENT_MS = 1000;
/** How long after the act a reply goes without anything being odd, ms. */
export const ARMED_MS = 20_000;
/** Looks after which each is over: a chat empties its field at once; a slow upload takes minutes; the longest undo known is 30 s, and a page may be slow. */
const ENTER_LOOKS = 12, ARMED_LOOKS = ARMED_MS / LOOK_MS, DOUBT_LOOKS = ARMED_LOOKS + 600_000 / DOUBT_MS;
export const WENT_LOOKS = 45;
/** Looks within which an undo that was pressed brings the draft back. */
const UNDO_LOOKS = 10;
/** Looks running that must find the editor gone or empty: one alone may be a page that draws itself anew. */
const NEEDED = 2;

/** ms until the next look, or null where nothing is watched. */
export function pause(phase: Phase): number | null {
  if (phase.at === 'idle') return null;
  if (phase.at === 'went') return WENT_MS;
  return phase.looks >= ARMED_LOOKS ? DOUBT_MS : LOOK_MS;
}

/** What follows from one event. */
export function step(phase: Phase, event: Event): Step {
  if (event.type === 'act') return acted(phase, event.act, event.look);
  if (phase.at === 'armed') return armed(phase, event);
  return phase.at === 'went' ? went(phase, event) : stay(phase);
}

const stay = (phase: Phase): Step => ({ phase, effects: [] });
const end = (...effects: readonly Effect[]): Step => ({ phase: IDLE, effects });

function acted(phase: Phase, act: Act, { present, text, conversation }: Look): Step {
  // An empty reply sends nothing; and the click that follows a press on a button already gone is the same act.
  if (!present || text.trim() === '') return stay(phase);
  const before: readonly Effect[] = phase.at !== 'went' ? [] : [{ do: !phase.touched && isBack(phase, { text, conversation }) ? 'undone' : 'settled' }];
  // Press, click and submit of one act: the weaker sign never takes the place of the stronger.
  if (phase.at === 'armed' && phase.text === text && (act === 'press' || act === 'enter' || (phase.act === 'later' && act === 'now' && phase.looks < NEEDED))) return stay(phase);
  return { phase: { at: 'armed', text, conversation, act, looks: 0, gone: 0, doubt: false }, effects: [...before, ...(act === 'enter' ? [] : [{ do: 'armed' } as const])] };
}

type Armed = Extract<Phase, { at: 'armed' }>;
type Went = Extract<Phase, { at: 'went' }>;

function armed(phase: Armed, event: Exclude<Event, { type: 'act' }>): Step {
  switch (event.type) {
    case 'edit': return event.text.trim() !== '' && event.text !== phase.text ? end() : stay(phase);
    case 'released': return phase.act === 'press' ? end() : stay(phase);
    case 'leave': return phase.act === 'enter' ? end() : sent(phase);
    case 'look': return armedLook({ ...phase, looks: phase.looks + 1 }, event.look);
    case 'undo': case 'back': return stay(phase);
  }
}

function armedLook(phase: Armed, { present, text, conversation, stopped }: Look): Step {
  const empty = present && text.trim() === '';
  const gone = phase.act === 'enter' ? empty : empty || !present;
  const goneFor = gone ? phase.gone + 1 : 0;
  if (goneFor >= NEEDED) return sent({ ...phase, gone: goneFor });
  const elsewhere = conversation !== null && phase.conversation !== null && conversation !== phase.conversation;
  if ((!gone && elsewhere) || (phase.act === 'enter' && (!present || phase.looks >= ENTER_LOOKS))) return end();
  if (phase.act === 'press' && phase.looks >= ARMED_LOOKS) return end();
  // A dialog asks the agent first: what comes of it can't be seen. While it stands, time stands.
  if (present && stopped) return stay({ ...phase, gone: 0, looks: 0, doubt: true });
  if (phase.looks >= DOUBT_LOOKS) return end();
  return stay({ ...phase, gone: goneFor, doubt: phase.doubt || phase.looks >= ARMED_LOOKS });
}

function sent({ text, conversation, act, doubt }: Armed): Step {
  return {
    phase: { at: 'went', text, conversation, act, looks: 0, proved: false, touched: false, undoing: 0 },
    effects: [{ do: 'went', text, later: act === 'later', sure: !doubt }],
  };
}

function went(phase: Went, event: Exclude<Event, { type: 'act' }>): Step {
  switch (event.type) {
    case 'edit': return stay({ ...phase, touched: phase.touched || event.text.trim() !== '' });
    case 'undo': return stay({ ...phase, undoing: UNDO_LOOKS });
    case 'back': return isBack(phase, event) ? end({ do: 'undone' }) : stay(phase);
    case 'leave': return end({ do: 'settled' });
    case 'released': return stay(phase);
    case 'look': {
      const { look } = event;
      if (look.present && !phase.touched && isBack(phase, look)) return end({ do: 'undone' });
      const looks = phase.looks + 1;
      const proved = phase.proved || look.inThread === true;
      const effects: readonly Effect[] = proved && !phase.proved ? [{ do: 'proved' }] : [];
      if (looks >= WENT_LOOKS) return end(...effects, { do: 'settled' });
      return { phase: { ...phase, looks, proved, undoing: Math.max(0, phase.undoing - 1) }, effects };
    }
  }
}

/**
 * Is a draft nobody typed the one that went? By its words; after an undo also by its conversation alone, because pages add to a draft
 * they bring back. The same words typed again are another message.
 */
function isBack(phase: Went, { text, conversation }: { readonly text: string; readonly conversation: string | null }): boolean {
  if (text.trim() === '') return false;
  const elsewhere = conversation !== null && phase.conversation !== null && conversation !== phase.conversation;
  if (elsewhere) return false;
  return bare(text) === bare(phase.text) || (phase.undoing > 0 && (conversation !== null || bare(text).includes(bare(phase.text))));
}

const bare = (text: string): string => text.replace(/\s+/gu, ' ').trim();
