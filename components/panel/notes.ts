import { checks } from '../../utils/promises/ahead';
import type { CheckKind, DayLoad, LedgerRow } from '../../utils/promises/ahead';
import type { Clock } from '../../utils/promises';
import type { PromiseRecord, PromiseView } from '../../utils/messages/protocol';
import { firstId, ownIds } from './state';

/** What to look at in one promise of the draft before it is sent. */
export interface Note {
  readonly kind: CheckKind;
  /** The promise it clashes with or contradicts. */
  readonly with: PromiseRecord | null;
  /** How many fall due on its day with it, against what the agent usually keeps. */
  readonly day: { readonly open: number; readonly usual: number | null } | null;
}

/**
 * What to look at, by promise. `theirs` are the open promises to this customer, `around` those of anybody that fall due near the
 * draft's; what the draft itself put into the ledger is left out of both. `loads` are the days on which they fall due, without the draft's own.
 */
export function notesOf(promises: readonly PromiseView[], clock: Clock, theirs: readonly PromiseRecord[], around: readonly PromiseRecord[], loads: ReadonlyMap<string, DayLoad>): ReadonlyMap<PromiseView, readonly Note[]> {
  const own = ownIds(promises);
  const known = new Map<string, PromiseRecord>();
  const rows: LedgerRow[] = [];
  for (const record of [...theirs, ...around]) {
    if (own.has(firstId(record.id)) || known.has(record.id)) continue;
    known.set(record.id, record);
    rows.push({ id: record.id, kind: record.kind, due: record.due, sameCustomer: theirs.includes(record) });
  }
  const notes = new Map<PromiseView, Note[]>();
  for (const { kind, promise, with: other, day } of checks(promises, clock, rows, loads)) {
    const view = promises[promise];
    // That nothing was said for when is shown beside the promise as it is.
    if (view === undefined || kind === 'vague') continue;
    notes.set(view, [...(notes.get(view) ?? []), { kind, with: other === undefined ? null : known.get(other) ?? null, day: day ?? null }]);
  }
  return notes;
}
