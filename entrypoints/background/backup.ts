import { clearAlarm, clearNotice, DownloadsRefused, notify, saveFile, setAlarm, zone } from '../../utils/browser';
import type { Settings } from '../../utils/messages/protocol';
import { readMark, writeMark } from '../../utils/store';
import { exportLedger } from './files';
import { BACKUP, backupFailed } from './notices';
import type { Kit } from './reminders';
import { loadSettings } from './settings';

export const BACKUP_ALARM = 'backup';
/** Days from one backup to the next. */
const DAYS = { daily: 1, weekly: 7 } as const;
/** After a failure it is tried again in so many minutes; the alarm repeats so often anyway, should its exact time be lost. */
const AGAIN = 60;
const FOLDER = 'Keepword';

/** What is known of the backups: ISO instants of the last one and of the last failure, and whether that one was told. */
interface Mark {
  readonly last: string | null;
  readonly failed: string | null;
  readonly told: boolean;
}
const NONE: Mark = { last: null, failed: null, told: false };

/**
 * Copies of the ledger in the downloads folder, one file a day, where the agent wants them. Like the reminders it goes by what the
 * database says: run at every start, on its alarm and when the setting changes, it does what is due and nothing twice. A failure is told
 * once, until a backup was made again.
 */
export class Backups {
  #queue: Promise<void> = Promise.resolve();

  constructor(private readonly kit: Kit) {}

  /** Makes the backup that is due, if any, and sets the alarm for the next; one after the other. Never throws. */
  refresh(): Promise<void> {
    // The database itself failing is told by the reminders, which ran before.
    this.#queue = this.#queue.then(() => this.#run()).catch(() => undefined);
    return this.#queue;
  }

  async #run(): Promise<void> {
    const settings = await loadSettings(this.kit.store);
    if (settings.backup === 'off') {
      await clearNotice(BACKUP).catch(() => undefined);
      return clearAlarm(BACKUP_ALARM);
    }
    let mark = markOf(await readMark(this.kit.store, 'backup'));
    if (Temporal.Instant.compare(dueAt(mark, settings.backup, this.kit.now()), this.kit.now()) <= 0) {
      mark = await this.#make(mark, settings);
      await writeMark(this.kit.store, 'backup', mark);
    }
    await setAlarm(BACKUP_ALARM, dueAt(mark, settings.backup, this.kit.now()), AGAIN);
  }

  async #make(mark: Mark, settings: Settings): Promise<Mark> {
    try {
      const { file, count } = await exportLedger(this.kit, 'json');
      // A copy of nothing helps nobody, and after a mishap it must not look like a backup.
      if (count > 0) await saveFile({ ...file, name: `${FOLDER}/${file.name}` });
      await clearNotice(BACKUP).catch(() => undefined);
      return { last: this.kit.now(), failed: null, told: false };
    } catch (error) {
      return { ...mark, failed: this.kit.now(), told: mark.told || (await this.#tell(error, settings)) };
    }
  }

  /** Answers whether it could be told. */
  async #tell(error: unknown, settings: Settings): Promise<boolean> {
    const strings = await this.kit.words.toTell(settings);
    const notice = backupFailed(error instanceof DownloadsRefused, strings, error instanceof Error ? error.message : String(error));
    return notify(notice).then(() => true, () => false);
  }
}

/**
 * When the next backup is due (ISO): on the first moment of the day after the last one, or of the seventh; after a failure in an hour. A
 * time that lies further ahead than a whole interval comes from a clock that was put back.
 */
function dueAt({ last, failed }: Mark, every: keyof typeof DAYS, now: string): string {
  const day = (at: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone()).startOfDay();
  const next = (at: string): Temporal.Instant => day(at).add({ days: DAYS[every] }).startOfDay().toInstant();
  const due = last === null || Temporal.Instant.compare(last, now) > 0 ? Temporal.Instant.from(now) : next(last);
  if (failed === null || Temporal.Instant.compare(failed, now) > 0) return due.toString();
  const again = Temporal.Instant.from(failed).add({ minutes: AGAIN });
  return (Temporal.Instant.compare(due, again) > 0 ? due : again).toString();
}

function markOf(kept: unknown): Mark {
  if (typeof kept !== 'object' || kept === null) return NONE;
  const { last, failed, told } = kept as Readonly<Record<string, unknown>>;
  return { last: instantOrNull(last), failed: instantOrNull(failed), told: told === true };
}

function instantOrNull(value: unknown): string | null {
  try {
    return typeof value === 'string' ? Temporal.Instant.from(value).toString() : null;
  } catch {
    return null;
  }
}
