import { describe, expect, it } from 'vitest';
import { DEFAULT_LEAD, digestOf, nextRing, plan, rearmed, stagesOf, stageToTell, stillOwed, type Remindable, type ReminderSettings, type Ring, type Stage } from '../../utils/reminders';

const SETTINGS: ReminderSettings = { hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' } };
/** Due on Friday 4 December 2026 at 15:00. */
const CALL: Remindable = {
  id: 'call', status: 'open', kind: 'callback', createdAt: '2026-12-01T10:00:00Z', zone: 'Europe/Lisbon', rang: [], snoozedUntil: null,
  due: { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' }, history: [],
};
/** The promise with these stages rung at these instants. */
const rung = (...rings: readonly (readonly [Stage, string])[]): Remindable => ({
  ...CALL, rang: rings.map(([stage]) => stage), history: rings.map(([stage, at]) => ({ at, what: 'rang', detail: stage })),
});
const early: readonly (readonly [Stage, string])[] = [['before', '2026-12-04T14:50:00Z'], ['due', '2026-12-04T15:00:00Z']];

describe('a promise that stays overdue rings again', () => {
  it.each<[string, Remindable, ReminderSettings, string | null]>([
    ['not before it has rung as overdue', rung(...early), SETTINGS, '2026-12-04T15:15:00Z'],
    ['on the next working morning: Monday', rung(...early, ['overdue', '2026-12-04T15:15:00Z']), SETTINGS, '2026-12-07T09:00:00Z'],
    ['the same morning, where it became overdue before it', rung(...early, ['overdue', '2026-12-07T06:00:00Z']), SETTINGS, '2026-12-07T09:00:00Z'],
    ['not on a day off', rung(...early, ['overdue', '2026-12-07T15:15:00Z']), { ...SETTINGS, daysOff: new Set(['2026-12-08']) }, '2026-12-09T09:00:00Z'],
    ['the morning after it last rang', rung(...early, ['overdue', '2026-12-04T15:15:00Z'], ['again-1', '2026-12-09T11:00:00Z']), SETTINGS, '2026-12-10T09:00:00Z'],
    ['every day, where no days are named', rung(...early, ['overdue', '2026-12-04T15:15:00Z']), { hours: { start: '09:00', end: '18:00' } }, '2026-12-05T09:00:00Z'],
    ['never, where nobody works', rung(...early, ['overdue', '2026-12-04T15:15:00Z']), { hours: { ...SETTINGS.hours, days: [] } }, null],
    ['five times and no more', rung(...early, ['overdue', '2026-12-04T15:15:00Z'], ['again-1', '2026-12-07T09:00:00Z'], ['again-2', '2026-12-08T09:00:00Z'],
      ['again-3', '2026-12-09T09:00:00Z'], ['again-4', '2026-12-10T09:00:00Z'], ['again-5', '2026-12-11T09:00:00Z']), SETTINGS, null],
    ['not once it is kept', { ...rung(...early, ['overdue', '2026-12-04T15:15:00Z']), status: 'kept' }, SETTINGS, null],
  ])('%s', (_name, promise, settings, expected) => {
    expect(nextRing(promise, settings)).toBe(expected);
  });

  it('once on the day of return from a holiday, and then morning by morning', () => {
    const back = '2026-12-21T10:00:00Z';
    expect(plan([CALL], back, SETTINGS)).toEqual({ ring: ['before', 'due', 'overdue'].map((stage) => ({ id: 'call', stage })), wake: null });
    const told = rung(['before', back], ['due', back], ['overdue', back]);
    expect(plan([told], back, SETTINGS)).toEqual({ ring: [], wake: '2026-12-22T09:00:00Z' });
  });

  it('put off, comes back as what it last rang', () => {
    const again = rung(...early, ['overdue', '2026-12-04T15:15:00Z'], ['again-1', '2026-12-07T09:00:00Z']);
    const asleep = { ...again, rang: rearmed(again, SETTINGS), snoozedUntil: '2026-12-07T11:00:00Z' };
    expect(asleep.rang).toEqual(['before', 'due', 'overdue']);
    expect(plan([asleep], '2026-12-07T11:00:00Z', SETTINGS).ring).toEqual([{ id: 'call', stage: 'again-1' }]);
  });
});

describe('what is recorded of a ring', () => {
  it('is what the promise still owes by the time it was told', () => {
    const now = '2026-12-04T15:00:00Z';
    expect(stillOwed(CALL, ['before', 'due'], now, SETTINGS)).toEqual(['before', 'due']);
    expect(stillOwed({ ...CALL, snoozedUntil: '2026-12-04T15:30:00Z' }, ['before', 'due'], now, SETTINGS)).toEqual([]);
    expect(stillOwed({ ...CALL, due: { start: '2026-12-09T15:00:00Z', end: '2026-12-09T15:00:00Z', precision: 'minute' } }, ['due'], now, SETTINGS)).toEqual([]);
    expect(stillOwed({ ...CALL, status: 'kept' }, ['due'], now, SETTINGS)).toEqual([]);
  });
});

describe('the stage in whose name it is told', () => {
  it.each<[string, Stage[], Stage[], Stage | null]>([
    ['is the last', ['before', 'due', 'overdue'], [], 'overdue'],
    ['is none while that one is shown', ['due'], ['due'], null],
    ['is none while a later one is shown', ['due'], ['overdue'], null],
    ['overtakes what is shown', ['due', 'overdue'], ['due'], 'overdue'],
    ['is none where nothing rings', [], [], null],
  ])('%s', (_name, rings, shown, expected) => {
    expect(stageToTell(rings, shown)).toBe(expected);
  });
});

describe('the warning', () => {
  const before = (kind: string, lead: Record<string, number>): string | undefined =>
    stagesOf({ ...CALL, kind }, { ...SETTINGS, reminders: { lead, quiet: null } }).find(({ stage }) => stage === 'before')?.at.toString();
  it.each<[string, string, Record<string, number>, string | undefined]>([
    ['comes by default', 'callback', {}, '2026-12-04T14:50:00Z'],
    ['comes as it is set', 'callback', { callback: 45 }, '2026-12-04T14:15:00Z'],
    ['of another kind is not touched', 'visit', { callback: 45 }, '2026-12-04T14:00:00Z'],
    ['is none at 0', 'callback', { callback: 0 }, undefined],
  ])('%s', (_name, kind, lead, expected) => {
    expect(before(kind, lead)).toBe(expected);
  });
  it('has a default for every kind', () => {
    expect(Object.keys(DEFAULT_LEAD).sort()).toEqual(['callback', 'check', 'fix', 'other', 'refund', 'reply', 'send', 'visit']);
  });
});

describe('one digest instead of a storm', () => {
  const ring = (id: string, ...stages: readonly Stage[]): readonly Ring[] => stages.map((stage) => ({ id, stage }));
  it('speaks for more than so many promises, each at its latest stage', () => {
    const rings = [...ring('a', 'before', 'due', 'overdue'), ...ring('b', 'before'), ...ring('c', 'again-2'), ...ring('d', 'due')];
    expect(digestOf(rings, 3)).toEqual({ total: 4, before: 1, due: 1, overdue: 1, again: 1 });
    expect(digestOf(rings, 4)).toBeNull();
    expect(digestOf([], 0)).toBeNull();
  });
});
