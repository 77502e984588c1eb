/**
 * A background for the property test of the reminders: it keeps a ledger, rings, records and sets its alarm as
 * `entrypoints/background/reminders.ts` does, step by step, so that it can be stopped between any two. Its world has a
 * clock that is wrong at times. The bookkeeper beside it counts what a person hears.
 */
import { changed, ChangeRefused, recordOf, rung, type Due, type PromiseChange, type PromiseDraft, type PromiseRecord } from '../../utils/promises';
import { nextRing, plan, rearmed, stagesOf, stageToTell, STAGES, stillOwed, type ReminderSettings, type Stage } from '../../utils/reminders';
import { afterQuiet } from '../../utils/reminders/quiet';

export const MINUTE = 60_000;
/** As in the background: the ledger is looked at this often, whatever became of the exact alarm. */
const HEARTBEAT = 30 * MINUTE;
const BIRTH = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds;
export const isoOf = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString();
export const instantAt = (minute: number): string => isoOf(BIRTH + minute * MINUTE);
const epochOf = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

/** The pure functions under test: the test of the test puts a faulty one in the place of a sound one. */
export interface Room {
  readonly plan: typeof plan;
  readonly nextRing: typeof nextRing;
  readonly stillOwed: typeof stillOwed;
  readonly rearmed: typeof rearmed;
  readonly stageToTell: typeof stageToTell;
}
export const ROOM: Room = { plan, nextRing, stillOwed, rearmed, stageToTell };

/** The worker was stopped: what it had not written is not written. */
class Stopped extends Error {}
/** A ring that must not have been, or one that is missing. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

export class World {
  settings: ReminderSettings = { hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, reminders: { lead: {}, quiet: null } };
  readonly ledger = new Map<string, PromiseRecord>();
  /** The index the ledger is asked by: when a record is to ring next. */
  readonly ringAt = new Map<string, number>();
  /** When the browser calls next; null: the alarm is lost. */
  alarm: number | null = null;
  /** What the true time and the wall clock differ by. */
  skew = 0;
  now = BIRTH;
  /** Steps until the worker is stopped; null: never. */
  stopIn: number | null = null;
  /** Notices the browser holds, by promise and stage. */
  private readonly held = new Set<string>();
  /** What was heard of each promise since it was last armed, and how often in all. */
  private readonly heard = new Map<string, Map<Stage, number>>();
  /** Stages heard once that a change made owed anew. */
  private readonly owed = new Map<string, Set<Stage>>();
  /** Put off until then, after it had rung: something must come again. */
  private readonly asleep = new Map<string, number>();
  rings = 0;

  constructor(readonly room: Room = ROOM) {}

  get clock(): string {
    return isoOf(this.now + this.skew);
  }

  add(draft: PromiseDraft): void {
    if (this.ledger.has(draft.id)) return;
    this.#write(recordOf(draft, this.clock));
  }

  /** A change as a window asks for it; refused ones change nothing. */
  change(id: string, change: PromiseChange): void {
    const record = this.ledger.get(id);
    if (!record) return;
    try {
      const next = changed(record, change, this.clock, (one) => this.room.rearmed(one, this.settings));
      for (const one of next) {
        const told = this.heard.get(one.id);
        // What no longer counts as rung is owed anew, and may be heard again.
        const owed = this.owed.get(one.id) ?? new Set<Stage>();
        this.owed.set(one.id, owed);
        if (told) for (const stage of told.keys()) if (!one.rang.includes(stage)) { told.delete(stage); owed.add(stage); }
        // A snooze undone: what it made owed anew was heard before it, and is not heard again.
        if (told && change.do === 'reopen') for (const stage of owed) if (one.rang.includes(stage)) { told.set(stage, 1); owed.delete(stage); }
        if (change.do === 'snooze' && (record.rang.length > 0 || this.asleep.has(id))) this.asleep.set(one.id, epochOf(change.until));
        else if (one.snoozedUntil === null) this.asleep.delete(one.id);
        this.#write(one);
      }
      if (next.length > 0) for (const key of [...this.held]) if (key.startsWith(`${id}:`)) this.held.delete(key);
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
    }
  }

  set(settings: ReminderSettings): void {
    this.settings = settings;
    for (const record of this.ledger.values()) this.#index(record);
  }

  /** One run of the reminders. `meanwhile` is done by another window between telling and recording. */
  run(meanwhile: () => void = () => undefined): void {
    try {
      const now = this.clock;
      const ripe = [...this.ledger.values()].filter(({ id }) => (this.ringAt.get(id) ?? Infinity) <= epochOf(now));
      this.#step();
      const { ring } = this.room.plan(ripe, now, this.settings);
      const told = ripe.map(({ id }) => ({ id, stages: ring.filter((one) => one.id === id).map(({ stage }) => stage) }));
      for (const { id, stages } of told) this.#tell(id, stages, now);
      meanwhile();
      for (const { id, stages } of told) {
        this.#step();
        const record = this.ledger.get(id);
        if (!record) continue;
        const owed = this.room.stillOwed(record, stages, now, this.settings);
        this.#write(owed.length === 0 ? record : rung(record, owed, now));
      }
      this.#step();
      this.#setAlarm();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      this.stopIn = null;
    }
  }

  /** The browser or the worker starts: everything that is not on disk is gone, what notices show is not. */
  restart(): void {
    this.alarm = null;
    this.run();
  }

  /** After a whole run nothing is owed any more, and the alarm comes in time for what is next. */
  check(): void {
    const wall = this.now + this.skew;
    for (const [id, at] of this.ringAt) {
      if (at <= wall) throw new Fault(`${id} still owes a ring after a run at ${this.clock}`);
      if (this.alarm === null || this.alarm > Math.max(at - this.skew, this.now + HEARTBEAT)) throw new Fault(`no alarm for ${id} at ${this.clock}`);
    }
  }

  /** Every stage of what is still open was heard. */
  close(): void {
    for (const record of this.ledger.values()) {
      if (record.status !== 'open' && record.status !== 'tentative') continue;
      if (this.asleep.has(record.id)) throw new Fault(`${record.id} was put off and never came back`);
      const told = this.heard.get(record.id);
      for (const { stage } of stagesOf(record, this.settings)) {
        if ((told?.get(stage) ?? 0) === 0) throw new Fault(`${record.id} never rang ${stage}: ${JSON.stringify(record)}`);
      }
      for (const stage of record.rang) if (!told?.has(stage)) throw new Fault(`${record.id} counts ${stage} as rung, which nobody heard`);
    }
  }

  #tell(id: string, stages: readonly Stage[], now: string): void {
    const record = this.ledger.get(id);
    const last = stages.at(-1);
    if (!record || last === undefined) return;
    this.#step();
    const quiet = this.settings.reminders?.quiet ?? null;
    if (quiet !== null && !afterQuiet(Temporal.Instant.from(now), record.zone, quiet).equals(now)) throw new Fault(`${id} rang ${last} in quiet hours, at ${now}`);
    const shown = [...this.held].filter((key) => key.startsWith(`${id}:`)).map((key) => key.slice(id.length + 1) as Stage);
    const stage = this.room.stageToTell(stages, shown);
    if (stage === null) return this.#overtake(id, stages);
    const spoken = Math.max(-1, ...shown.map((one) => STAGES.indexOf(one)));
    this.held.add(`${id}:${stage}`);
    this.rings += 1;
    if (epochOf(now) >= (this.asleep.get(id) ?? Infinity)) this.asleep.delete(id);
    const told = this.heard.get(id) ?? new Map<Stage, number>();
    this.heard.set(id, told);
    const times = stagesOf(record, this.settings);
    for (const stage of stages) {
      // Told before the worker was stopped, by itself or by a later one, and overtaken since: it is the last that speaks now.
      if (stage !== last && STAGES.indexOf(stage) <= spoken) {
        this.#overtake(id, [stage]);
        continue;
      }
      told.set(stage, (told.get(stage) ?? 0) + 1);
      if ((told.get(stage) ?? 0) > 1) throw new Fault(`${id} rang ${stage} twice, the second time at ${now}`);
      const at = times.find((one) => one.stage === stage)?.at;
      if (at !== undefined && Temporal.Instant.compare(at, now) > 0) throw new Fault(`${id} rang ${stage} early, at ${now} instead of ${at.toString()}`);
    }
  }

  /** A stage that came into being after a later one was told (a longer lead was set): that one has spoken for it. */
  #overtake(id: string, stages: readonly Stage[]): void {
    const told = this.heard.get(id);
    for (const stage of stages) if (told?.has(stage) === false) told.set(stage, 1);
  }

  #write(record: PromiseRecord): void {
    this.ledger.set(record.id, record);
    this.#index(record);
  }
  #index(record: PromiseRecord): void {
    const live = record.status === 'open' || record.status === 'tentative';
    const at = live ? this.room.nextRing(record, this.settings, this.clock) : null;
    if (at === null) this.ringAt.delete(record.id);
    else this.ringAt.set(record.id, epochOf(at));
  }
  #setAlarm(): void {
    const next = Math.min(...this.ringAt.values());
    this.alarm = next === Infinity ? null : Math.max(this.now, Math.min(next - this.skew, this.now + HEARTBEAT));
  }
  #step(): void {
    if (this.stopIn === null) return;
    if (this.stopIn === 0) throw new Stopped();
    this.stopIn -= 1;
  }
}

/** What befalls the world, one thing after another; `wait` is in minutes. */
export type Event =
  | { readonly do: 'promise'; readonly draft: PromiseDraft } | { readonly do: 'change'; readonly which: number; readonly change: PromiseChange; readonly twice: boolean }
  | { readonly do: 'move'; readonly which: number; readonly opens: number; readonly lasts: number } | { readonly do: 'snooze'; readonly which: number; readonly minutes: number }
  | { readonly do: 'correct'; readonly which: number; readonly opens: number; readonly lasts: number }
  | { readonly do: 'settings'; readonly settings: ReminderSettings }
  | { readonly do: 'jump'; readonly minutes: number } | { readonly do: 'stop'; readonly steps: number } | { readonly do: 'lose-alarm' } | { readonly do: 'restart' }
  | { readonly do: 'race'; readonly minutes: number } | { readonly do: 'sleep'; readonly minutes: number } | { readonly do: 'wait'; readonly minutes: number };

function windowFrom(world: World, opens: number, lasts: number, precision: Due['precision']): Due {
  const start = epochOf(world.clock) + opens * MINUTE;
  return { start: isoOf(start), end: isoOf(start + lasts * MINUTE), precision };
}

/** Lets one thing happen. */
export function befall(world: World, event: Event): void {
  const id = 'which' in event ? [...world.ledger.keys()][event.which % Math.max(1, world.ledger.size)] ?? '' : '';
  switch (event.do) {
    case 'promise': {
      const { due } = event.draft;
      // Drafts are dated from now on: minutes ahead are carried in the year 2026.
      const shift = epochOf(world.clock) - BIRTH;
      world.add(due === null ? event.draft : { ...event.draft, due: { ...due, start: isoOf(epochOf(due.start) + shift), end: isoOf(epochOf(due.end) + shift) } });
      return world.run();
    }
    case 'change':
      world.change(id, event.change);
      if (event.twice) world.change(id, event.change);
      return world.run();
    case 'move':
      world.change(id, { do: 'move', due: windowFrom(world, event.opens, event.lasts, 'day') });
      return world.run();
    case 'correct':
      world.change(id, { do: 'confirm', due: windowFrom(world, event.opens, event.lasts, 'minute') });
      return world.run();
    case 'snooze':
      world.change(id, { do: 'snooze', until: isoOf(epochOf(world.clock) + event.minutes * MINUTE) });
      return world.run();
    case 'settings':
      world.set(event.settings);
      return world.run();
    case 'jump':
      world.skew += event.minutes * MINUTE;
      return;
    case 'stop':
      world.stopIn = event.steps;
      return;
    case 'lose-alarm':
      world.alarm = null;
      return;
    case 'restart':
      return world.restart();
    case 'race': {
      // Put off by another window in the very moment it rings.
      const [next] = [...world.ringAt].sort(([, a], [, b]) => a - b);
      if (next === undefined) return;
      world.now = Math.max(world.now, next[1] - world.skew);
      return world.run(() => world.change(next[0], { do: 'snooze', until: isoOf(epochOf(world.clock) + event.minutes * MINUTE) }));
    }
    case 'sleep':
      world.now += event.minutes * MINUTE;
      return world.run();
    case 'wait':
      return until(world, world.now + event.minutes * MINUTE);
  }
}

/** No stretch of days holds more rings and heartbeats than these. */
const MOST_TURNS = 2_000;

/** Lets time pass, the alarm calling when it is set. Without one nothing happens until the browser starts again. */
export function until(world: World, end: number): void {
  for (let turns = 0; world.alarm !== null && world.alarm <= end; turns += 1) {
    if (turns > MOST_TURNS) throw new Fault(`the alarm calls again and again at ${world.clock} and nothing rings`);
    world.now = Math.max(world.now, world.alarm);
    // Most heartbeats find nothing: they are passed over up to the next ring, as nothing can differ between them.
    const next = Math.min(...world.ringAt.values()) - world.skew;
    if (world.stopIn === null && next > world.now) {
      world.now = Math.min(next, end);
      if (next > end) return;
    }
    const stopped = world.stopIn !== null;
    world.alarm = world.now + HEARTBEAT;
    world.run();
    if (!stopped) world.check();
  }
  world.now = Math.max(world.now, end);
}
