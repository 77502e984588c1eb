/**
 * The life of a promise in the ledger, as a pure state machine: what a change makes of a record. No clock and no database here; the
 * time is given. Every change bears being asked twice.
 */
import type { Lang } from '../language';
import type { Due, PromiseKind } from './types';

/** tentative: sent, and not confirmed. moved: another record took its place. */
export type PromiseStatus = 'tentative' | 'open' | 'kept' | 'moved' | 'broken' | 'dropped' | 'handed-over';
/** Stages at which a reminder rings, in order; again-1 … again-5: on working mornings while it stays overdue. */
export type RingStage = 'before' | 'due' | 'overdue' | 'again-1' | 'again-2' | 'again-3' | 'again-4' | 'again-5';

export interface HistoryEntry {
  /** ISO instant. */
  readonly at: string;
  readonly what: 'noticed' | 'confirmed' | 'sent' | 'moved' | 'snoozed' | 'kept' | 'broken' | 'dropped' | 'handed-over' | 'reopened' | 'rang' | 'edited';
  readonly detail?: string;
}

/** A conversation as its host names it; `url` leads back to it. */
export interface ConversationRef {
  readonly host: string;
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
}
export interface CustomerRef {
  readonly name: string | null;
  readonly address: string | null;
}

/** A promise as the ledger keeps it. `text` is the agent's own sentence; the customer's words are never kept. */
export interface PromiseRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: PromiseStatus;
  readonly kind: PromiseKind;
  readonly text: string;
  readonly lang: Lang;
  readonly conditional: boolean;
  readonly due: Due | null;
  /** Readings the agent may still choose from. */
  readonly alternatives: readonly Due[];
  /** IANA zone in which the due date was read. */
  readonly zone: string;
  readonly conversation: ConversationRef | null;
  readonly customer: CustomerRef | null;
  /** Stages that have rung for the present due date. */
  readonly rang: readonly RingStage[];
  /** ISO instant until which it is quiet, or null. */
  readonly snoozedUntil: string | null;
  /** The promise this one took the place of (a moved date keeps the chain). */
  readonly previous: string | null;
  readonly history: readonly HistoryEntry[];
}

/** What the reply knows when it asks for a promise to be kept. */
export type PromiseDraft = Pick<PromiseRecord,
  'kind' | 'text' | 'lang' | 'conditional' | 'due' | 'alternatives' | 'zone' | 'conversation' | 'customer'> & {
  /** Given by the asker, so that asking twice keeps one promise. */
  readonly id: string;
  /** open: the agent confirmed it. tentative: it was sent unconfirmed. */
  readonly status: 'open' | 'tentative';
};

export type PromiseChange =
  | { readonly do: 'keep' } | { readonly do: 'break' } | { readonly do: 'drop' } | { readonly do: 'reopen' }
  | { readonly do: 'confirm'; readonly due: Due | null } | { readonly do: 'move'; readonly due: Due }
  | { readonly do: 'snooze'; readonly until: string } | { readonly do: 'hand-over'; readonly to: string } | { readonly do: 'sent' }
  /** Its sending was undone: a tentative one goes; what the agent has answered for stays as it is. */
  | { readonly do: 'unsent' }
  /** In place; what is absent stays. */
  | { readonly do: 'edit'; readonly text?: string; readonly kind?: PromiseKind; readonly customer?: CustomerRef | null };

/** A change that cannot be made; the message says why. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** A draft as it enters the ledger. */
export function recordOf(draft: PromiseDraft, now: string): PromiseRecord {
  const entered: HistoryEntry[] = [{ at: now, what: draft.status === 'open' ? 'confirmed' : 'noticed' }];
  return { ...draft, createdAt: now, updatedAt: now, rang: [], snoozedUntil: null, previous: null, history: entered };
}

const LIVE = new Set<PromiseRecord['status']>(['open', 'tentative']);
const CLOSING = { keep: 'kept', break: 'broken', drop: 'dropped', 'hand-over': 'handed-over' } as const;

/** Stages that count as rung when a promise is put off: those that would ring again by themselves are left out. */
export type Rearm = (record: PromiseRecord) => readonly RingStage[];

/**
 * What `change` makes of a record: nothing where it is so already, else the record as it is then, and before it, for
 * a move, the one it takes the place of. The last one is the answer. `rearm`: stages that stay rung when it is put off.
 * @throws ChangeRefused
 */
export function changed(record: PromiseRecord, change: PromiseChange, now: string, rearm: Rearm): readonly PromiseRecord[] {
  switch (change.do) {
    case 'keep':
    case 'break':
    case 'drop':
    case 'hand-over':
      return close(record, CLOSING[change.do], now, change.do === 'hand-over' ? change.to : undefined);
    case 'reopen':
      if (LIVE.has(record.status)) return wake(record, now);
      refuseMoved(record);
      return [note({ ...record, status: 'open', snoozedUntil: null }, now, 'reopened')];
    case 'confirm':
      return confirm(record, change.due, now);
    case 'snooze':
      return snooze(record, change.until, now, rearm);
    case 'sent':
      if (record.history.some(({ what }) => what === 'sent')) return [];
      return [note(record, now, 'sent')];
    case 'unsent':
      return record.status === 'tentative' ? close(record, 'dropped', now, undefined) : [];
    case 'move':
      return move(record, change.due, now);
    case 'edit':
      return edit(record, change, now);
  }
}

/** Id of the promise that takes the place of `id` when its date moves: "a", "a#2", "a#3". Known ahead, so that a move asked twice makes one. */
export function successorId(id: string): string {
  const [, base = id, turn = '1'] = /^(.*?)(?:#(\d+))?$/s.exec(id) ?? [];
  return `${base}#${Number(turn) + 1}`;
}

function close(record: PromiseRecord, status: (typeof CLOSING)[keyof typeof CLOSING], now: string, detail: string | undefined): readonly PromiseRecord[] {
  if (record.status === status) return [];
  refuseMoved(record);
  return [note({ ...record, status, snoozedUntil: null }, now, status, detail)];
}

/** null leaves the date as it was read. Another date is a correction of the reading, no move: its stages start anew. */
function confirm(record: PromiseRecord, due: PromiseRecord['due'], now: string): readonly PromiseRecord[] {
  if (!LIVE.has(record.status)) throw new ChangeRefused(`the promise is ${record.status}; reopen it first`);
  const same = due === null || sameDue(record.due, due);
  if (record.status === 'open' && same) return [];
  const dated = same ? record : { ...record, due, rang: [], snoozedUntil: null, alternatives: [] };
  return [note({ ...dated, status: 'open' }, now, record.status === 'open' ? 'edited' : 'confirmed')];
}

function snooze(record: PromiseRecord, until: string, now: string, rearm: Rearm): readonly PromiseRecord[] {
  if (!LIVE.has(record.status)) throw new ChangeRefused(`the promise is ${record.status}; only an open one can be put off`);
  if (Temporal.Instant.compare(until, now) <= 0) throw new ChangeRefused('the time to be reminded at has passed');
  if (record.snoozedUntil !== null && Temporal.Instant.compare(record.snoozedUntil, until) === 0) return [];
  return [note({ ...record, rang: rearm(record), snoozedUntil: until }, now, 'snoozed', until)];
}

/**
 * Ends a snooze that is taken back, and nothing else: the stages that rang for this date count as rung again, those too that were owed
 * once more when it slept. What rang before a confirmation may have rung for another date, and rather rings twice than not at all.
 */
function wake(record: PromiseRecord, now: string): readonly PromiseRecord[] {
  if (record.snoozedUntil === null) return [];
  const since = record.history.findLastIndex(({ what, detail }) => what === 'confirmed' || (what === 'edited' && detail === undefined));
  const heard = record.history.slice(since + 1).flatMap(({ what, detail }) => (what === 'rang' && detail !== undefined ? [detail as RingStage] : []));
  return [note({ ...record, rang: [...new Set([...record.rang, ...heard])], snoozedUntil: null }, now, 'reopened')];
}

function move(record: PromiseRecord, due: NonNullable<PromiseRecord['due']>, now: string): readonly PromiseRecord[] {
  refuseMoved(record);
  if (LIVE.has(record.status) && sameDue(record.due, due)) return [];
  const next: PromiseRecord = {
    ...record,
    id: successorId(record.id), previous: record.id, status: 'open', due, alternatives: [],
    createdAt: now, updatedAt: now, rang: [], snoozedUntil: null,
    history: [{ at: now, what: 'confirmed' }],
  };
  return [note({ ...record, status: 'moved', snoozedUntil: null }, now, 'moved', due.end), next];
}

/**
 * Other words, another kind, another customer, whatever the standing: a slip of the pen may be mended in what is closed, too. Every
 * field that changes leaves what stood there in the history ("text: …"), so that no sentence is ever lost.
 */
function edit(record: PromiseRecord, { text, kind, customer }: Extract<PromiseChange, { do: 'edit' }>, now: string): readonly PromiseRecord[] {
  refuseMoved(record);
  if (text !== undefined && text.trim() === '') throw new ChangeRefused('a promise needs words');
  let next = record;
  if (text !== undefined && text !== record.text) next = note({ ...next, text }, now, 'edited', `text: ${record.text}`);
  if (kind !== undefined && kind !== record.kind) next = note({ ...next, kind }, now, 'edited', `kind: ${record.kind}`);
  if (customer !== undefined && !sameCustomer(customer, record.customer)) {
    next = note({ ...next, customer }, now, 'edited', `customer: ${nameOf(record.customer)}`);
  }
  return next === record ? [] : [next];
}

function sameCustomer(a: CustomerRef | null, b: CustomerRef | null): boolean {
  return (a?.name ?? null) === (b?.name ?? null) && (a?.address ?? null) === (b?.address ?? null);
}

/** "Anna Nowak <anna@example.com>", '' for nobody. */
function nameOf(customer: CustomerRef | null): string {
  const { name, address } = customer ?? { name: null, address: null };
  if (name === null || address === null) return name ?? address ?? '';
  return `${name} <${address}>`;
}

function refuseMoved(record: PromiseRecord): void {
  if (record.status === 'moved') throw new ChangeRefused(`the promise was moved; ${successorId(record.id)} took its place`);
}

export function sameDue(a: PromiseRecord['due'], b: PromiseRecord['due']): boolean {
  if (a === null || b === null) return a === b;
  return a.precision === b.precision && Temporal.Instant.compare(a.start, b.start) === 0 && Temporal.Instant.compare(a.end, b.end) === 0;
}

function note(record: PromiseRecord, at: string, what: HistoryEntry['what'], detail?: string): PromiseRecord {
  const entry: HistoryEntry = detail === undefined ? { at, what } : { at, what, detail };
  return { ...record, updatedAt: at, history: [...record.history, entry] };
}

/** A record whose stages have rung. */
export function rung(record: PromiseRecord, stages: readonly RingStage[], now: string): PromiseRecord {
  return stages.reduce((at, stage) => note({ ...at, rang: [...at.rang, stage] }, now, 'rang', stage), record);
}
