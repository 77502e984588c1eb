import { makeStrings } from '../shared';
import type { Strings } from '../shared';
import type { DayLoad } from '../../utils/promises/ahead';
import type { PromiseRecord, PromiseView, ReplyAddress, ReplyView, Settings, SiteHere } from '../../utils/messages/protocol';

/** What the panel stands beside. */
export type Place =
  | 'asking'       // not known yet
  | 'no-reply'     // a page we know, no reply open
  | 'unsupported'  // nothing of ours answers there
  | 'reply'
  | 'gone';        // the extension was updated under our feet

export interface Ledger {
  /** Due now or late, next due first. */
  readonly due: readonly PromiseRecord[];
  /** Sent without a word from the agent: to be kept or dropped, never lost silently. */
  readonly tentative: readonly PromiseRecord[];
  readonly next: PromiseRecord | null;
  readonly dueToday: number;
  /** Open promises to the customer of the present reply. */
  readonly theirs: readonly PromiseRecord[];
  /** Open promises, whoever's, that fall due near those of the present draft. */
  readonly around: readonly PromiseRecord[];
  /** How full the days are on which the present draft's promises fall due, by ISO date. */
  readonly loads: ReadonlyMap<string, DayLoad>;
}

export interface PanelState {
  readonly place: Place;
  readonly tab: number | null;
  readonly address: ReplyAddress | null;
  /** Replies of the tab, the one spoken of last at the end. */
  readonly views: readonly ReplyView[];
  readonly ledger: Ledger;
  /** What the page of the tab is to us; null until it is known. */
  readonly site: SiteHere | null;
  readonly settings: Settings | null;
  readonly strings: Strings | null;
  /** The promise that was kept last, in this panel, while it may be followed up. */
  readonly kept: PromiseRecord | null;
  readonly now: string;
  /** Read out politely: the outcome of what the agent just did. */
  readonly said: string;
  /** Shown: what the agent asked for and didn't happen. */
  readonly failed: string | null;
}

export const NO_LEDGER: Ledger = { due: [], tentative: [], next: null, dueToday: 0, theirs: [], around: [], loads: new Map() };

export function firstState(now: string): PanelState {
  return {
    place: 'asking', tab: null, address: null, views: [], ledger: NO_LEDGER, site: null,
    settings: null, strings: null, kept: null, now, said: '', failed: null,
  };
}

/** The reply the panel shows. */
export const shownReply = (state: PanelState): ReplyView | null => state.views.at(-1) ?? null;

/** A newer view of its reply becomes the shown one; an older one than we have is dropped. */
export function withView(state: PanelState, view: ReplyView, address: ReplyAddress): PanelState {
  const known = state.views.find((other) => other.key === view.key);
  if (known && known.revision > view.revision) return state;
  const changed = shownReply(state)?.key !== view.key;
  return {
    ...state,
    place: 'reply',
    address,
    views: [...state.views.filter((other) => other.key !== view.key), view],
    failed: changed ? null : state.failed,
  };
}

export function withoutView(state: PanelState, key: string): PanelState {
  const views = state.views.filter((view) => view.key !== key);
  if (views.length === state.views.length) return state;
  return { ...state, views, place: views.length === 0 ? 'no-reply' : state.place, failed: null };
}

/** Strings for a page before the background has answered: keys would be worse than silence, so it shows nothing. */
export const noStrings = (): Strings => makeStrings('en', {});

/** An hour on either side: what is promised at once is nearer. */
const NEAR = { hours: 1 };
/** From when to when the draft's promises fall due, or null where none has a date. */
export function stretchOf(view: ReplyView | null): { readonly from: string; readonly to: string } | null {
  const ends = (view?.promises ?? []).flatMap(({ due, deferred, dismissed }) => (due && deferred && !dismissed ? [Temporal.Instant.from(due.end)] : []));
  ends.sort((a, b) => Temporal.Instant.compare(a, b));
  const first = ends[0], last = ends.at(-1);
  return first && last ? { from: first.subtract(NEAR).toString(), to: last.add(NEAR).toString() } : null;
}

/** ISO dates on which the draft's promises fall due, in a zone. */
export function daysOf(view: ReplyView | null, zone: string): readonly string[] {
  const days = (view?.promises ?? []).flatMap(({ due, deferred, dismissed }) => (due && deferred && !dismissed ? [dayOf(due.end, zone)] : []));
  return [...new Set(days)];
}
export const dayOf = (iso: string, zone: string): string => Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Ids in the ledger of what this very draft promises; one that was moved keeps its first id. */
export const ownIds = (promises: readonly PromiseView[]): ReadonlySet<string> => new Set(promises.flatMap(({ kept }) => (kept === null ? [] : [firstId(kept)])));
/** The ledger names a promise that was moved "a#2", "a#3". */
export const firstId = (id: string): string => id.replace(/#\d+$/u, '');

/** The words after which "theirs" must be asked again: who the customer is, and where. */
export function whoOf(view: ReplyView | null): string {
  if (!view) return '';
  const { customer, conversation } = view;
  return [customer.address ?? customer.name ?? '', conversation?.host ?? '', conversation?.id ?? ''].join('\n');
}
