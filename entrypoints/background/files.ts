import { ownUrl, zone } from '../../utils/browser';
import { checkRecord } from '../../utils/messages/answer';
import type { ExportedFile, PromiseRecord, Requests, RestoreOutcome } from '../../utils/messages/protocol';
import { readJson, writeCsv, writeIcs, writeJson } from '../../utils/promises/exchange';
import { stagesOf } from '../../utils/reminders';
import type { ReminderSettings } from '../../utils/reminders';
import { quarantined } from '../../utils/store';
import { told } from './changes';
import type { Parts } from './changes';
import { entryOf, timingOf } from './ledger';
import type { Kit } from './reminders';
import { loadSettings } from './settings';

type Format = Requests['promise.export']['ask']['format'];
const MIME: Readonly<Record<Format, string>> = { json: 'application/json', csv: 'text/csv;charset=utf-8', ics: 'text/calendar;charset=utf-8' };
/** Rows of the quarantine that go with a JSON file. */
const DAMAGED_MOST = 1_000;

/** The whole ledger as a file, named by the day: "keepword-2026-12-01.json"; with how many promises are in it. */
export async function exportLedger(kit: Kit, format: Format): Promise<{ readonly file: ExportedFile; readonly count: number }> {
  const records: PromiseRecord[] = [];
  for await (const part of kit.promises.all()) for (const record of part) records.push(record);
  const now = kit.now();
  const timing = timingOf(await loadSettings(kit.store), now);
  const day = Temporal.Instant.from(now).toZonedDateTimeISO(zone()).toPlainDate().toString();
  return { file: { name: `keepword-${day}.${format}`, mime: MIME[format], text: await textOf(kit, format, records, timing) }, count: records.length };
}

async function textOf(kit: Kit, format: Format, records: readonly PromiseRecord[], timing: ReminderSettings): Promise<string> {
  if (format === 'csv') return writeCsv(records);
  if (format === 'ics') return writeIcs(records, (record) => leadOf(record, timing));
  return writeJson(records, kit.now(), (await quarantined(kit.store, DAMAGED_MOST)).map(({ row }) => row));
}

/** Minutes from the first reminder to the moment it warns of, or null where none comes before. */
function leadOf(record: PromiseRecord, timing: ReminderSettings): number | null {
  const { due } = record;
  const before = stagesOf(record, timing).find(({ stage }) => stage === 'before')?.at;
  if (due === null || before === undefined) return null;
  const point = Temporal.Instant.compare(due.start, record.createdAt) > 0 ? due.start : due.end;
  return Math.round(before.until(point).total('minutes'));
}

/**
 * Merges a file by id, in one transaction: what the ledger lacks and what is newer in the file. Done twice it changes nothing more. What
 * cannot be read is told by its place and left out. @param apply false: only says what it would do.
 */
export async function restoreLedger(parts: Parts, { text, apply }: Requests['promise.restore']['ask']): Promise<RestoreOutcome> {
  const { records, bad } = readJson(text, (raw) => checkRecord(athome(raw)));
  const now = parts.now();
  const timing = timingOf(await loadSettings(parts.store), now);
  const done = await parts.promises.merge(records, (record) => entryOf(record, timing, now), apply);
  const wrote = apply && done.add + done.update > 0;
  if (wrote) told(parts);
  return { ...done, bad, applied: apply };
}

/** A conversation in one of our own pages, written down in another browser, is in this one's. */
function athome(raw: unknown): unknown {
  const conversation = (raw as { conversation?: { url?: unknown } } | null)?.conversation;
  if (typeof conversation?.url !== 'string') return raw;
  return { ...(raw as object), conversation: { ...conversation, url: conversation.url.replace(/^(?:chrome|moz)-extension:\/\/[^/]+\//u, ownUrl('/')) } };
}
