import type { PromiseRecord, Requests } from '../../utils/messages/protocol';
import { ChangeRefused, recordOf, successorId, type PromiseChange } from '../../utils/promises/ledger';
import type { ReminderSettings } from '../../utils/reminders';
import type { Entry } from '../../utils/store';
import type { Backups } from './backup';
import { changedBy, entryOf, timingOf } from './ledger';
import type { PackParts } from './packs';
import type { Pages } from './pages';
import type { PackWords } from './packs-words';
import type { Kit, Reminders } from './reminders';
import type { Replies } from './replies';
import { loadSettings } from './settings';
import type { Sites } from './sites';
import type { Toolbar } from './toolbar';

export interface Parts extends Kit, PackParts {
  readonly packWords: PackWords;
  readonly reminders: Reminders;
  readonly backups: Backups;
  readonly replies: Replies;
  readonly sites: Sites;
  readonly toolbar: Toolbar;
  readonly pages: Pages;
}
type Other = (id: string) => Promise<PromiseRecord | null>;

/**
 * Keeps a promise, once by its id. One that was kept as tentative and is added again as open is thereby confirmed.
 * Answered when the disk has it and its alarm is set.
 */
export async function addPromise(parts: Parts, draft: Requests['promise.add']['ask']['promise']): Promise<PromiseRecord> {
  const now = parts.now();
  const timing = timingOf(await loadSettings(parts.store), now);
  const { record, added } = await parts.promises.add(entryOf(recordOf(draft, now), timing, now));
  if (!added && draft.status === 'open' && record.status === 'tentative') {
    return changePromise(parts, draft.id, { do: 'confirm', due: draft.due });
  }
  if (added) told(parts);
  return record;
}

/** Changes one promise. @throws ChangeRefused where it cannot be; nothing is written then. */
export async function changePromise(parts: Parts, id: string, change: PromiseChange): Promise<PromiseRecord> {
  const { changed: [record], refused: [refusal] } = await changeMany(parts, [id], change);
  if (refusal) throw new ChangeRefused(refusal.why);
  if (!record) throw new Error(`promise ${id} could not be changed`);
  return record;
}

/**
 * The same change to many, in one transaction: all that can be changed are, or, where the database fails, none. Answers each promise as
 * it stands then, the new one where it was moved.
 */
export async function changeMany(parts: Parts, ids: readonly string[], change: PromiseChange): Promise<Requests['promise.change-many']['answer']> {
  const now = parts.now();
  const timing = timingOf(await loadSettings(parts.store), now);
  const changed = new Map<string, PromiseRecord>();
  const refused = new Map<string, string>();
  const wrote = new Set<string>();
  await parts.promises.changeAll([...new Set(ids)], async (record, other, id) => {
    try {
      const { answer, entries } = await changeOf(record, other, { id, change, now, timing });
      changed.set(id, answer);
      if (entries.length > 0) wrote.add(id);
      return entries;
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      refused.set(id, error.message);
      return [];
    }
  });
  for (const id of wrote) await parts.reminders.quiet(id);
  if (wrote.size > 0) told(parts);
  return { changed: [...changed.values()], refused: [...refused].map(([id, why]) => ({ id, why })) };
}

/** What becomes of one record. @throws ChangeRefused */
async function changeOf(
  record: PromiseRecord | null, other: Other, { id, change, now, timing }: { id: string; change: PromiseChange; now: string; timing: ReminderSettings },
): Promise<{ readonly answer: PromiseRecord; readonly entries: readonly Entry<PromiseRecord>[] }> {
  if (record === null) throw new ChangeRefused(`no promise ${id} in the ledger`);
  if (change.do === 'move' && record.status === 'moved') {
    const next = await other(successorId(id));
    if (next?.due && Temporal.Instant.compare(next.due.end, change.due.end) === 0) return { answer: next, entries: [] };
  }
  const records = changedBy(record, change, now, timing);
  return { answer: records.at(-1) ?? record, entries: records.map((each) => entryOf(each, timing, now)) };
}

/**
 * After a change: the reminders follow it, and the panels are told. Nobody waits for the reminders: what was asked for is written, and a
 * background that is stopped before they followed runs them at its next start.
 */
export function told(parts: Parts): void {
  void parts.reminders.refresh();
  void parts.replies.tellPanels({ to: 'panel', push: 'ledger.changed' });
}
