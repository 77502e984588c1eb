import { checks } from '../../utils/promises/ahead';
import type { CheckKind, LedgerRow } from '../../utils/promises/ahead';
import type { Clock } from '../../utils/promises';
import type { PromiseRecord, PromiseView } from '../../utils/messages/protocol';

/** What to look at in one promise of the draft before it is sent. */
export interface Note {
  readonly kind: CheckKind;
  /** The promise it clashes with or contradicts. */
  readonly with: PromiseRecord | null;
}

/** The ledger names a promise that was moved "a#2", "a#3". */
export const firstId = (id: string): string => id.replace(/#\d+$/u, '');

/**
 * What to look at, by promise. `theirs` are the open promises to this customer, `around` those of anybody that fall due near the
 * draft's; what the draft itself put into the ledger is left out of both.
 */
export function notesOf(promises: readonly PromiseView[], clock: Clock, theirs: readonly PromiseRecord[], around: readonly PromiseRecord[]): ReadonlyMap<PromiseView, readonly Note[]> {
  const own = new Set(promises.flatMap(({ kept }) => (kept === null ? [] : [firstId(kept)])));
  const known = new Map<string, PromiseRecord>();
  const rows: LedgerRow[] = [];
  for (const record of [...theirs, ...around]) {
    if (own.has(firstId(record.id)) || known.has(record.id)) continue;
    known.set(record.id, record);
    rows.push({ id: record.id, kind: record.kind, due: record.due, sameCustomer: theirs.includes(record) });
  }
  const notes = new Map<PromiseView, Note[]>();
  for (const { kind, promise, with: other } of checks(promises, clock, rows)) {
    const view = promises[promise];
    // That nothing was said for when is shown beside the promise as it is.
    if (view === undefined || kind === 'vague') continue;
    notes.set(view, [...(notes.get(view) ?? []), { kind, with: other === undefined ? null : known.get(other) ?? null }]);
  }
  return notes;
}
