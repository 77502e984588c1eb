import { zone } from '../../utils/browser';
import type { Sender } from '../../utils/browser';
import type { PromiseRecord, PromiseSearch, PromisesFound, Requests } from '../../utils/messages/protocol';
import { successorId } from '../../utils/promises/ledger';
import { figures } from '../../utils/store';
import type { Filter, Stretch } from '../../utils/store';
import type { Parts } from './changes';
import { loadSettings } from './settings';

/** Promises a page gets where it names no number. */
const LIST = 50;
/** As many as the panel would show as a figure. */
const TODAY_MOST = 100;
/** No figure of the board goes beyond this. */
const COUNT_MOST = 1_000;
/** Links of a chain that are followed. */
const CHAIN_MOST = 100;
/** What is usual is learnt from so many days back, and told from so many working days on. */
const USUAL_FROM = 90;
const USUAL_LEAST = 10;

/** Days as instants: where today begins, and tomorrow, and next Monday, on the clocks of this computer. */
function daysAt(now: string): { readonly today: Temporal.ZonedDateTime; readonly tomorrow: string; readonly monday: string } {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone()).startOfDay();
  const start = (days: number): string => today.add({ days }).startOfDay().toInstant().toString();
  return { today, tomorrow: start(1), monday: start(8 - today.dayOfWeek) };
}

/**
 * A content script is told of one conversation or one customer at a time; without either it gets the figure for its
 * tab at the edge and no promise: what was promised to others has no business in a host's page.
 */
export async function listPromises({ promises, ...parts }: Parts, ask: Requests['promise.list']['ask'], sender: Sender): Promise<Requests['promise.list']['answer']> {
  const now = parts.now();
  const endOfToday = Temporal.Instant.from(daysAt(now).tomorrow).subtract({ milliseconds: 1 });
  const filter: Filter = ask.conversation ? { conversation: ask.conversation } : ask.customer !== undefined ? { customer: ask.customer } : null;
  const counting = promises.needed(endOfToday.toString(), TODAY_MOST);
  if (!sender.own && filter === null) return { promises: [], next: null, dueToday: await counting };
  const limit = ask.limit ?? LIST;
  const [dueToday, found, next] = await Promise.all([
    counting,
    ask.which === 'due' ? promises.needing(now, limit, filter) : promises.list(ask.which, filter, limit),
    sender.own ? promises.upcoming(now, 1) : [],
  ]);
  return { promises: found, next: next[0] ?? null, dueToday };
}

/** A page of the board, with the figures of the whole ledger. */
export async function searchPromises({ promises, ...parts }: Parts, { which, text, after, limit = LIST, ...bounds }: PromiseSearch): Promise<PromisesFound> {
  const now = parts.now();
  const { tomorrow, monday } = daysAt(now);
  const live = {
    overdue: { of: 'live', to: now }, today: { of: 'live', from: now, to: tomorrow }, week: { of: 'live', from: tomorrow, to: monday },
  } as const satisfies Record<string, Stretch>;
  const stretches: Record<PromiseSearch['which'], Stretch> = {
    ...live,
    open: { of: 'due', state: 'open', ...bounds },
    tentative: { of: 'changed', state: 'tentative' },
    kept: { of: 'changed', status: 'kept', ...bounds },
    broken: { of: 'changed', status: 'broken', ...bounds },
    closed: { of: 'changed', state: 'closed', ...bounds },
    all: { of: 'changed' },
  };
  // Where the order is another than the bounds', each row is looked at.
  const only = (record: unknown): boolean => within(record as PromiseRecord, bounds);
  const { counts, ...found } = await promises.board({ stretch: stretches[which], text, only, after: after ?? null, limit }, live, COUNT_MOST);
  const { overdue, today, week, open, tentative } = counts;
  return { promises: found.records, more: found.more, counts: { overdue, today, week, open: Math.min(open, COUNT_MOST), tentative: Math.min(tentative, COUNT_MOST) } };
}

function within({ status, due, updatedAt }: PromiseRecord, { from, to }: Pick<PromiseSearch, 'from' | 'to'>): boolean {
  const at = status === 'open' || status === 'tentative' ? due?.end : updatedAt;
  if (at === undefined) return from === undefined && to === undefined;
  return (from === undefined || Temporal.Instant.compare(at, from) >= 0) && (to === undefined || Temporal.Instant.compare(at, to) < 0);
}

/** The promise, those before it by `previous`, and those that took its place, oldest first. @throws where there is none of that id. */
export async function chainOf({ promises }: Parts, id: string): Promise<readonly PromiseRecord[]> {
  const start = await promises.get(id);
  if (start === null) throw new Error(`no promise ${id} in the ledger`);
  const chain = [start];
  const known = new Set([id]);
  const next = async (of: string | null): Promise<PromiseRecord | null> => {
    if (of === null || known.has(of) || known.size >= CHAIN_MOST) return null;
    known.add(of);
    return promises.get(of);
  };
  for (let at = await next(start.previous); at !== null; at = await next(at.previous)) chain.unshift(at);
  for (let at = await next(successorId(id)); at !== null; at = await next(successorId(at.id))) chain.push(at);
  return chain;
}

/** Promises due on a day, and how many the agent usually keeps on a working day: the median of those with any. */
export async function loadOf(parts: Parts, day: string): Promise<Requests['promise.load']['answer']> {
  const date = Temporal.PlainDate.from(day);
  const start = (days: number): string => date.add({ days }).toZonedDateTime(zone()).toInstant().toString();
  const { due } = await parts.promises.count({ due: { of: 'live', from: start(0), to: start(1) } }, COUNT_MOST);
  const today = daysAt(parts.now()).today.toPlainDate();
  const { hours } = await loadSettings(parts.store);
  const kept = new Map<string, number>();
  for (const row of await figures(parts.store, today.subtract({ days: USUAL_FROM }).toString(), today.subtract({ days: 1 }).toString())) {
    if (row.name.startsWith('kept ') && hours.days.includes(Temporal.PlainDate.from(row.day).dayOfWeek)) kept.set(row.day, (kept.get(row.day) ?? 0) + row.count);
  }
  const counts = [...kept.values()].sort((a, b) => a - b);
  return { open: due, usual: counts.length < USUAL_LEAST ? null : (counts[Math.floor(counts.length / 2)] ?? null) };
}

/** Kept, moved and broken by week and kind, this week included. */
export async function figuresOf(parts: Parts, weeks: number): Promise<Requests['figures.get']['answer']> {
  const today = daysAt(parts.now()).today.toPlainDate();
  const monday = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });
  const lines = new Map<string, { week: string; kind: PromiseRecord['kind']; kept: number; moved: number; broken: number }>();
  for (const { day, name, count } of await figures(parts.store, monday(today).subtract({ weeks: weeks - 1 }).toString(), today.toString())) {
    const [what = '', kind = ''] = name.split(' ');
    if (what !== 'kept' && what !== 'moved' && what !== 'broken') continue;
    const week = monday(Temporal.PlainDate.from(day)).toString();
    const line = lines.get(`${week} ${kind}`) ?? { week, kind: kind as PromiseRecord['kind'], kept: 0, moved: 0, broken: 0 };
    line[what] += count;
    lines.set(`${week} ${kind}`, line);
  }
  return { rows: [...lines.values()] };
}
