import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { later, needsFrom, nextRing, plan, rearmed } from '../../utils/reminders';
import type { Remindable, Stage } from '../../utils/reminders';

const SETTINGS = { hours: { start: '09:00', end: '18:00' } };
const CALL: Remindable = {
  id: 'call', status: 'open', kind: 'callback', createdAt: '2026-12-01T10:00:00Z',
  due: { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' }, zone: 'Europe/Lisbon', rang: [], snoozedUntil: null,
};
const rings = (p: Remindable, now: string): string[] => plan([p], now, SETTINGS).ring.map(({ stage }) => stage);

describe('the plan', () => {
  it.each<[string, Partial<Remindable>, string, Stage[], string | null]>([
    ['long before', {}, '2026-12-02T10:00:00Z', [], '2026-12-04T14:50:00Z'],
    ['at the warning', {}, '2026-12-04T14:50:00Z', ['before'], '2026-12-04T15:00:00Z'],
    ['the warning has rung', { rang: ['before'] }, '2026-12-04T14:50:00Z', [], '2026-12-04T15:00:00Z'],
    ['at the time', { rang: ['before'] }, '2026-12-04T15:00:00Z', ['due'], '2026-12-04T15:15:00Z'],
    ['all past and none rung', {}, '2026-12-07T09:00:00Z', ['before', 'due', 'overdue'], null],
    ['all rung, and still open', { rang: ['before', 'due', 'overdue'] }, '2026-12-04T18:00:00Z', [], '2026-12-05T09:00:00Z'],
    ['kept', { status: 'kept' }, '2026-12-04T15:00:00Z', [], null],
    ['moved', { status: 'moved' }, '2026-12-04T15:00:00Z', [], null],
    ['sent unconfirmed: it was promised all the same', { status: 'tentative' }, '2026-12-04T14:50:00Z', ['before'], '2026-12-04T15:00:00Z'],
    ['asleep', { snoozedUntil: '2026-12-04T16:00:00Z' }, '2026-12-04T15:30:00Z', [], '2026-12-04T16:00:00Z'],
    ['awake again: all that was slept through', { rang: ['before'], snoozedUntil: '2026-12-04T16:00:00Z' }, '2026-12-04T16:00:00Z', ['due', 'overdue'], null],
    ['the clock was put back after the warning', { rang: ['before'] }, '2026-12-04T14:00:00Z', [], '2026-12-04T15:00:00Z'],
  ])('%s', (_name, over, now, ring, wake) => {
    const made = plan([{ ...CALL, ...over }], now, SETTINGS);
    expect(made.ring.map(({ stage }) => stage)).toEqual(ring);
    expect(made.wake).toBe(wake);
  });

  it('wakes for the earliest of several', () => {
    const other: Remindable = { ...CALL, id: 'other', due: { start: '2026-12-03T12:00:00Z', end: '2026-12-03T12:00:00Z', precision: 'minute' } };
    expect(plan([CALL, other], '2026-12-02T10:00:00Z', SETTINGS).wake).toBe('2026-12-03T11:50:00Z');
    expect(plan([], '2026-12-02T10:00:00Z', SETTINGS)).toEqual({ ring: [], wake: null });
  });

  it('brings back after a sleep the last stage that rang, and no earlier one', () => {
    const rang: Remindable = { ...CALL, rang: ['before', 'due'] };
    const asleep = { ...rang, rang: rearmed(rang, SETTINGS), snoozedUntil: '2026-12-04T15:10:00Z' };
    expect(asleep.rang).toEqual(['before']);
    expect(rings(asleep, '2026-12-04T15:09:59Z')).toEqual([]);
    expect(rings(asleep, '2026-12-04T15:10:00Z')).toEqual(['due']);
    expect(nextRing(asleep, SETTINGS)).toBe('2026-12-04T15:10:00Z');
  });

  it('puts a promise off by a quarter of an hour where minutes count, else by an hour', () => {
    expect(later(CALL, '2026-12-04T15:00:00Z')).toBe('2026-12-04T15:15:00Z');
    expect(later({ due: { ...CALL.due!, precision: 'day' } }, '2026-12-04T09:00:00Z')).toBe('2026-12-04T10:00:00Z');
  });

  it.each<[string, Partial<Remindable>, string | null]>([
    ['from its time, not from its warning', {}, '2026-12-04T15:00:00Z'],
    ['rung or not', { rang: ['before', 'due', 'overdue'] }, '2026-12-04T15:00:00Z'],
    ['not in its sleep', { snoozedUntil: '2026-12-04T17:00:00Z' }, '2026-12-04T17:00:00Z'],
    ['not once it is closed', { status: 'kept' }, null],
    ['never without a date', { due: null }, null],
    ['from the end of a window that was over when it was given', { due: { start: '2026-11-01T10:00:00Z', end: '2026-11-02T10:00:00Z', precision: 'day' } }, '2026-11-02T10:00:00Z'],
  ])('needs the agent: %s', (_name, over, expected) => {
    expect(needsFrom({ ...CALL, ...over }, SETTINGS)).toBe(expected);
  });
});

/** That every stage rings exactly once, over a year of faults, is told by year.test.ts. */
describe('the law: whatever has rung and slept', () => {
  const MINUTE = 60_000;
  const BIRTH = Temporal.Instant.from('2026-01-01T00:00:00Z');
  const after = (minutes: number): string => BIRTH.add({ milliseconds: minutes * MINUTE }).toString();
  const YEAR = 365 * 24 * 60;

  const arbitrary = fc.record({
    kind: fc.constantFrom('callback', 'reply', 'send', 'visit', 'other'),
    precision: fc.constantFrom('minute', 'hour', 'part_of_day', 'day', 'week', 'month'),
    given: fc.integer({ min: 0, max: YEAR - 40_000 }),
    opens: fc.integer({ min: 0, max: 30_000 }),
    lasts: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_000 })),
    zone: fc.constantFrom('Europe/Lisbon', 'Europe/Warsaw', 'America/Sao_Paulo', 'America/New_York'),
  }).map(({ kind, precision, given, opens, lasts, zone }, ): Omit<Remindable, 'id'> => ({
    status: 'open', kind, zone, createdAt: after(given), rang: [], snoozedUntil: null,
    due: { start: after(given + opens), end: after(given + opens + lasts), precision },
  }));
  it('plans nothing in the past and rings nothing ahead', () => {
    fc.assert(
      fc.property(arbitrary, fc.subarray<Stage>(['before', 'due', 'overdue']), fc.option(fc.integer({ min: 0, max: YEAR })), fc.integer({ min: 0, max: YEAR }), (made, rang, sleeps, minute) => {
        const p: Remindable = { ...made, id: 'p', rang, snoozedUntil: sleeps === null ? null : after(sleeps) };
        const now = after(minute);
        const { ring, wake } = plan([p], now, SETTINGS);
        expect(ring.some(({ stage }) => rang.includes(stage))).toBe(false);
        if (sleeps !== null && sleeps > minute) expect(ring).toEqual([]);
        if (wake !== null) expect(Temporal.Instant.compare(wake, now)).toBe(1);
        const next = nextRing(p, SETTINGS);
        if (ring.length > 0) expect(Temporal.Instant.compare(next!, now)).toBeLessThanOrEqual(0);
        else expect(next).toBe(wake);
      }),
      { numRuns: 1_000 },
    );
  });
});
