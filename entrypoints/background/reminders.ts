import { alarmAt, clearAlarm, clearNotice, notify, setAlarm, setBadge, shownNotices, uiLanguage } from '../../utils/browser';
import type { PromiseRecord, Settings, Stage } from '../../utils/messages/protocol';
import { rung } from '../../utils/promises/ledger';
import { digestOf, plan, STAGES, stageToTell, stillOwed } from '../../utils/reminders';
import type { Digest, ReminderSettings, Ring } from '../../utils/reminders';
import { StoreError } from '../../utils/store';
import type { Promises, Store } from '../../utils/store';
import { entryOf, timingOf } from './ledger';
import { DIGEST, digest, noticeId, noticeIds, reminder, trouble } from './notices';
import { defaults, interfaceLanguage, loadSettings } from './settings';
import type { Words } from './strings';

/** The one alarm. */
export const ALARM = 'reminders';
/** As long as anything is to ring, the ledger is looked at this often, whatever became of the exact wake. Minutes. */
const HEARTBEAT = 30;
/** Promises taken up at once, and how many may ring singly before one digest speaks for all. */
const BATCH = 200;
/** No run takes up more of them: a ledger of millions would only be read in the next one. */
const BATCHES = 5_000;
const SINGLY = 5;
/** The badge shows no more than this, so nothing is counted beyond it. */
const BADGE_MOST = 99;

export interface Kit {
  readonly store: Store;
  readonly promises: Promises<PromiseRecord>;
  readonly words: Words;
  readonly now: () => string;
}

/**
 * Rings what the ledger owes and sets the alarm for what comes. The ledger is the truth: this runs at every start of
 * the background, on installing, updating and the browser's start, on the alarm and after every change, and does the
 * same each time. So a lost alarm, a sleeping worker or a closed browser cost lateness at most.
 *
 * No ring is lost between ringing and recording: it is shown first and recorded after, with the strict write that
 * every change has. Killed in between, the next run owes the same ring, which has the same notification id; the
 * browser still holding it, it is not shown again, only recorded. (Dismissed within those milliseconds it comes a
 * second time: at least once, and once in all but that case.) Stages that a later one has overtaken, as over a
 * weekend, are recorded with it and speak in its notification.
 */
export class Reminders {
  #running: Promise<void> | null = null;
  #again: Promise<void> | null = null;

  constructor(private readonly kit: Kit, private readonly rang: () => void) {}

  /** One run at a time; asked during a run, one more follows it, for all who asked. Never throws. */
  refresh(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#run().finally(() => {
        this.#running = null;
      });
      return this.#running;
    }
    this.#again ??= this.#running.then(() => {
      this.#again = null;
      return this.refresh();
    });
    return this.#again;
  }

  async #run(): Promise<void> {
    try {
      const settings = await loadSettings(this.kit.store);
      await this.#ringAll(settings);
      await this.#badge();
      await this.#setAlarm();
    } catch (error) {
      await this.#tell(error);
    }
  }

  async #ringAll(settings: Settings): Promise<void> {
    const told: Ring[] = [];
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const now = this.kit.now();
      const timing = timingOf(settings, now);
      const ripe = await this.kit.promises.ripe(now, BATCH);
      if (ripe.length === 0) return;
      const { ring } = plan(ripe, now, timing);
      told.push(...ring);
      const owed = ripe.map((record) => ({ record, stages: stagesIn(ring, record.id) })).filter(({ stages }) => stages.length > 0);
      if (owed.length > 0) await this.#show(owed, digestOf(told, SINGLY), settings);
      await this.#record(ripe, new Map(owed.map(({ record, stages }) => [record.id, stages])), now, timing);
      if (owed.length > 0) this.rang();
      if (ripe.length < BATCH) return;
    }
  }

  async #show(owed: readonly { readonly record: PromiseRecord; readonly stages: readonly Stage[] }[], many: Digest | null, settings: Settings): Promise<void> {
    const strings = await this.kit.words.toTell(settings);
    if (many !== null) return this.#tryNotify(digest(many, strings));
    const shown = await shownNotices().catch(() => new Set<string>());
    const language = interfaceLanguage(settings, uiLanguage());
    for (const { record, stages } of owed) {
      const stage = stageToTell(stages, STAGES.filter((each) => shown.has(noticeId(record.id, each))));
      if (stage === null) continue;
      await this.#tryNotify(reminder(record, stage, strings, language));
      for (const id of noticeIds(record.id)) if (id !== noticeId(record.id, stage) && shown.has(id)) await clearNotice(id);
    }
  }

  /** A system that forbids notifications must not stop the reminder: the badge and the panel still show it. */
  async #tryNotify(notice: Parameters<typeof notify>[0]): Promise<void> {
    await notify(notice).catch(() => undefined);
  }

  /**
   * Writes down what was told, for all in one transaction. A promise that was put off, moved or kept while it was being told owes what it
   * owes then. Those that were ripe and owe nothing (quiet hours, other hours meanwhile) have their times put right.
   */
  async #record(ripe: readonly PromiseRecord[], told: ReadonlyMap<string, readonly Stage[]>, now: string, timing: ReminderSettings): Promise<void> {
    const over: string[] = [];
    await this.kit.promises.changeAll(ripe.map(({ id }) => id), async (record, _other, id) => {
      if (record === null || (record.status !== 'open' && record.status !== 'tentative')) {
        over.push(id);
        return [];
      }
      const fresh = stillOwed(record, told.get(id) ?? [], now, timing);
      if (fresh.length === 0) over.push(id);
      return [entryOf(fresh.length === 0 ? record : rung(record, fresh, now), timing, now)];
    });
    // Kept or put off by the agent while its reminder was being shown.
    for (const id of over) if (told.has(id)) await this.quiet(id);
  }

  /** Takes down what is shown for a promise. */
  async quiet(id: string): Promise<void> {
    for (const notice of noticeIds(id)) await clearNotice(notice).catch(() => undefined);
  }

  async #badge(): Promise<void> {
    const now = this.kit.now();
    const waiting = await this.kit.promises.needing(now, BADGE_MOST + 1);
    const late = waiting.some(({ due }) => due !== null && Temporal.Instant.compare(due.end, now) < 0);
    const text = waiting.length === 0 ? '' : waiting.length > BADGE_MOST ? `${BADGE_MOST}+` : String(waiting.length);
    await setBadge(text, late ? 'overdue' : 'due');
    if (waiting.length === 0) await clearNotice(DIGEST).catch(() => undefined);
  }

  async #setAlarm(): Promise<void> {
    const wake = await this.kit.promises.nextRingAt();
    if (wake === null) return clearAlarm(ALARM);
    const beat = Temporal.Instant.from(this.kit.now()).add({ minutes: HEARTBEAT });
    const at = Temporal.Instant.compare(wake, beat) < 0 ? wake : beat.toString();
    // An alarm that already rings soon enough is left: setting it anew would put the heartbeat off at every change.
    const set = await alarmAt(ALARM);
    const soonEnough = set !== null && Temporal.Instant.compare(set, at) <= 0 && Temporal.Instant.compare(set, this.kit.now()) > 0;
    if (!soonEnough) await setAlarm(ALARM, at, HEARTBEAT);
  }

  /** The ledger failed: that is said once, in a notification, and the badge shows it until a run succeeds. */
  async #tell(error: unknown): Promise<void> {
    await setBadge('!', 'overdue').catch(() => undefined);
    // Tried again by the heartbeat, though nothing is known of what is to ring.
    const soon = Temporal.Instant.from(this.kit.now()).add({ minutes: 1 }).toString();
    await setAlarm(ALARM, soon, HEARTBEAT).catch(() => undefined);
    const strings = await this.kit.words.toTell(await this.#settingsOrNone());
    const detail = error instanceof Error ? error.message : String(error);
    const notice = trouble(error instanceof StoreError ? error.problem : 'broken', strings, detail);
    const shown = await shownNotices().catch(() => new Set<string>());
    if (!shown.has(notice.id)) await this.#tryNotify(notice);
  }

  async #settingsOrNone(): Promise<Settings> {
    return loadSettings(this.kit.store).catch(() => defaults(uiLanguage()));
  }
}

function stagesIn(ring: readonly Ring[], id: string): readonly Stage[] {
  return ring.filter((each) => each.id === id).map(({ stage }) => stage);
}
