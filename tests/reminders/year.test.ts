import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PromiseChange, PromiseDraft } from '../../utils/promises';
import type { ReminderSettings } from '../../utils/reminders';
import { befall, Fault, instantAt, MINUTE, ROOM, until, World, type Event, type Room } from './year';

const HOUR = 60;
const DAY = 24 * HOUR;
const zones = ['Europe/Lisbon', 'Europe/Warsaw', 'America/Sao_Paulo', 'America/New_York'] as const;

const draft = fc.record({
  id: fc.uuid(), kind: fc.constantFrom('callback', 'reply', 'send', 'visit', 'other'), zone: fc.constantFrom(...zones),
  status: fc.constantFrom('open', 'tentative'), precision: fc.constantFrom('minute', 'hour', 'part_of_day', 'day', 'week', 'month'),
  opens: fc.integer({ min: 0, max: 20 * DAY }), lasts: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 * DAY })), dated: fc.integer({ min: 0, max: 9 }),
}).map(({ opens, lasts, precision, dated, ...rest }): PromiseDraft => ({
  ...rest, text: 'I will.', lang: 'en', conditional: false, alternatives: [], conversation: null, customer: null,
  due: dated === 0 ? null : { start: instantAt(opens), end: instantAt(opens + lasts), precision },
}));

const time = fc.integer({ min: 0, max: 47 }).map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
const settings = fc.record({ opens: fc.integer({ min: 5, max: 11 }), days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), lead: fc.integer({ min: 0, max: 3 * HOUR }), quiet: fc.option(fc.record({ start: time, end: time })) })
  .map(({ opens, days, lead, quiet }): ReminderSettings => ({ hours: { days, start: `${String(opens).padStart(2, '0')}:00`, end: '18:00' }, reminders: { lead: { callback: lead, visit: lead }, quiet } }));

const which = fc.nat({ max: 20 });
const change = fc.constantFrom<PromiseChange>({ do: 'keep' }, { do: 'break' }, { do: 'reopen' }, { do: 'reopen' }, { do: 'confirm', due: null }, { do: 'edit', kind: 'visit' }, { do: 'sent' }, { do: 'drop' });
const opens = fc.integer({ min: 1, max: 10 * DAY });
const lasts = fc.integer({ min: 0, max: 3 * DAY });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('promise' as const), draft }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 * DAY }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3 * HOUR }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 20 * DAY }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('stop' as const), steps: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose-alarm' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('jump' as const), minutes: fc.integer({ min: -3 * DAY, max: 3 * DAY }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), settings }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('snooze' as const), which, minutes: fc.integer({ min: 1, max: 5 * DAY }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('race' as const), minutes: fc.integer({ min: 1, max: 2 * DAY }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which, opens, lasts }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), which, opens, lasts }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), which, change, twice: fc.boolean() }) },
);

/** Lets the events happen, then the rest of the year and as much more as it takes for all to have rung. @throws Fault */
function live(events: readonly Event[], room: Room = ROOM): World {
  const world = new World(room);
  for (const one of events) befall(world, one);
  world.stopIn = null;
  world.restart();
  until(world, world.now + 500 * DAY * MINUTE);
  world.close();
  return world;
}

const years = fc.array(event, { minLength: 5, maxLength: 30 });
/** As many years as are lived; more by hand: `YEARS=20000 npx vitest run … tests/reminders/year.test.ts`. */
const RUNS = Number(process.env['YEARS'] ?? 1_000);
/** A faulty room is found out within these. */
const ENOUGH = 3_000;

describe('a year of faults', () => {
  it('rings every reminder exactly once a stage: none lost, none twice, none early, none in quiet hours', () => {
    let rings = 0;
    fc.assert(fc.property(years, (events) => {
      rings += live(events).rings;
    }), { numRuns: RUNS });
    // The years are not empty: most runs ring many times.
    expect(rings).toBeGreaterThan(RUNS * 5);
  }, 120_000 + RUNS * 100);

  it.each<[string, Partial<Room>]>([
    ['records what was told though it was put off meanwhile', { stillOwed: (_promise, told) => told }],
    ['brings back nothing after a snooze', { rearmed: ({ rang }) => rang }],
    ['forgets what has rung', { plan: (promises, now, set) => ROOM.plan(promises.map((one) => ({ ...one, rang: one.rang.filter((stage) => stage !== 'due') })), now, set) }],
    ['tells again what is shown', { stageToTell: (rings) => rings.at(-1) ?? null }],
    ['knows no quiet hours', { plan: (promises, now, set) => ROOM.plan(promises, now, { hours: set.hours }) }],
    ['rings a minute early', { plan: (promises, now, set) => ROOM.plan(promises, Temporal.Instant.from(now).add({ minutes: 1 }).toString(), set), nextRing: (one, set, now) => earlier(ROOM.nextRing(one, set, now)) }],
    ['loses the overdue stage', { plan: (promises, now, set) => { const made = ROOM.plan(promises, now, set); return { ...made, ring: made.ring.filter(({ stage }) => stage !== 'overdue') }; } }],
  ])('is noticed by this test where a room %s', (_name, faulty) => {
    const found = fc.check(fc.property(years, (events) => void live(events, { ...ROOM, ...faulty })), { numRuns: ENOUGH, endOnFailure: true });
    expect(found.failed).toBe(true);
    expect(found.errorInstance).toBeInstanceOf(Fault);
  });
});

function earlier(iso: string | null): string | null {
  return iso === null ? null : Temporal.Instant.from(iso).subtract({ minutes: 1 }).toString();
}
