/**
 * What the board and the figures need: every order it shows is an index that ends with the id, so that reading goes
 * on exactly where it stopped; the words of a promise are an index; and what a row counts for in the figures stands
 * on the row, so that a change takes off what it added. A migration imports nothing and never changes once it was
 * released.
 *
 * liveAt: `dueAt` of what is dated and not over. changedAt: epoch ms of the last change. counted: ids of figures rows;
 * those of the day 0000-00-00 count the rows of each state.
 */
interface Row {
  readonly id: string;
  readonly record: unknown;
  state: string;
  dueAt: number;
  status?: string;
  liveAt?: number;
  changedAt?: number;
  words?: readonly string[];
  counted?: readonly string[];
}
interface RowTable<T> {
  toCollection(): { modify(change: (row: T) => void): PromiseLike<unknown> };
  bulkPut(rows: readonly unknown[]): PromiseLike<unknown>;
  where(index: string): { anyOf(keys: readonly string[]): { delete(): PromiseLike<unknown> } };
}
interface Upgrade {
  table(name: string): unknown;
}

export const board = {
  version: 2,
  stores: {
    promises: '&id, [state+dueAt+id], [state+changedAt+id], [status+changedAt+id], [changedAt+id], [liveAt+id], [conversation+dueAt], [customer+dueAt], ringAt, needsAt, *words',
    figures: '&id, day, name',
  },
  async upgrade(tx: Upgrade): Promise<void> {
    const counts = new Map<string, number>();
    await (tx.table('promises') as RowTable<Row>).toCollection().modify((row) => {
      const record = objectOf(row.record);
      row.status = textOf(record['status']);
      row.changedAt = epochOf(record['updatedAt']);
      if (row.state !== 'closed' && Number.isFinite(row.dueAt)) row.liveAt = row.dueAt;
      row.words = wordsOf([objectOf(record['customer'])['name'], objectOf(record['customer'])['address'], objectOf(record['conversation'])['title'], record['text']]);
      row.counted = [...countedOf(record), `0000-00-00 ${row.state}`];
      for (const id of row.counted) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    const figures = tx.table('figures') as RowTable<unknown>;
    await figures.where('name').anyOf(['promised', 'kept', 'broken', 'dropped', 'moved', 'handed-over']).delete();
    await figures.bulkPut([...counts].map(([id, count]) => ({ id, day: id.slice(0, 10), name: id.slice(11), count })));
  },
} as const;

const OVER = ['kept', 'moved', 'broken', 'dropped', 'handed-over'];

/** "2026-12-01 kept callback": the day it was promised, unless it took another's place, and the day it ended. A damaged row counts for nothing. */
function countedOf(record: Readonly<Record<string, unknown>>): string[] {
  const [status, kind, zone] = [textOf(record['status']), textOf(record['kind']), textOf(record['zone'])];
  const history = Array.isArray(record['history']) ? record['history'].map(objectOf) : [];
  const day = (at: unknown): string | null => {
    try {
      return Temporal.Instant.from(textOf(at)).toZonedDateTimeISO(zone).toPlainDate().toString();
    } catch {
      return null;
    }
  };
  const given = record['previous'] === null ? day(record['createdAt']) : null;
  const ended = OVER.includes(status) ? day([...history].reverse().find((entry) => entry['what'] === status)?.['at'] ?? record['updatedAt']) : null;
  return [...(given === null ? [] : [`${given} promised ${kind}`]), ...(ended === null ? [] : [`${ended} ${status} ${kind}`])];
}

function wordsOf(texts: readonly unknown[]): string[] {
  const folded = texts.map(textOf).join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 60).map((word) => word.slice(0, 30));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
function epochOf(value: unknown): number {
  try {
    return Temporal.Instant.from(textOf(value)).epochMilliseconds;
  } catch {
    return 0;
  }
}
