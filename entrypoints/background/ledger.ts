import { nextRing, needsFrom, rearmed } from '../../utils/reminders';
import { changed, type PromiseChange, type PromiseRecord } from '../../utils/promises/ledger';
import type { Settings } from '../../utils/messages/protocol';
import type { Entry } from '../../utils/store';

/** A record with the times the ledger finds it by. */
export function entryOf(record: PromiseRecord, settings: Settings): Entry<PromiseRecord> {
  return { record, times: { ringAt: nextRing(record, settings), needsAt: needsFrom(record, settings) } };
}

/** What a change makes of a record, under these settings. @throws ChangeRefused */
export function changedBy(record: PromiseRecord, change: PromiseChange, now: string, settings: Settings): readonly PromiseRecord[] {
  return changed(record, change, now, (one) => rearmed(one, settings));
}
