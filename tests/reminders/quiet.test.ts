import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRing, plan, type Remindable, type ReminderSettings } from '../../utils/reminders';
import { afterQuiet } from '../../utils/reminders/quiet';

const quiet = (start: string, end: string) => ({ start, end });
const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

describe('quiet hours', () => {
  it.each<[string, string, string, { start: string; end: string } | null, string]>([
    ['none', '2026-12-01T23:00:00Z', 'Europe/Lisbon', null, '2026-12-01T23:00:00Z'],
    ['before they begin', '2026-12-01T21:59:59Z', 'Europe/Lisbon', quiet('22:00', '07:00'), '2026-12-01T21:59:59Z'],
    ['as they begin', '2026-12-01T22:00:00Z', 'Europe/Lisbon', quiet('22:00', '07:00'), '2026-12-02T07:00:00Z'],
    ['past midnight', '2026-12-02T03:00:00Z', 'Europe/Lisbon', quiet('22:00', '07:00'), '2026-12-02T07:00:00Z'],
    ['as they end', '2026-12-02T07:00:00Z', 'Europe/Lisbon', quiet('22:00', '07:00'), '2026-12-02T07:00:00Z'],
    ['within a day', '2026-12-02T12:30:00Z', 'Europe/Lisbon', quiet('12:00', '13:00'), '2026-12-02T13:00:00Z'],
    ['up to midnight', '2026-12-02T23:30:00Z', 'Europe/Lisbon', quiet('20:00', '00:00'), '2026-12-03T00:00:00Z'],
    ['empty ones', '2026-12-02T12:00:00Z', 'Europe/Lisbon', quiet('12:00', '12:00'), '2026-12-02T12:00:00Z'],
    ['on the clock of the zone', '2026-12-01T22:30:00Z', 'America/Sao_Paulo', quiet('22:00', '07:00'), '2026-12-01T22:30:00Z'],
    ['over a night that is an hour short', '2026-03-28T22:30:00Z', 'Europe/Warsaw', quiet('22:00', '07:00'), '2026-03-29T05:00:00Z'],
    ['over a night that is an hour long', '2026-10-24T21:30:00Z', 'Europe/Warsaw', quiet('22:00', '07:00'), '2026-10-25T06:00:00Z'],
    ['that end in the hour left out: when the clocks have gone on', '2026-03-29T00:30:00Z', 'Europe/Warsaw', quiet('22:00', '02:30'), '2026-03-29T01:30:00Z'],
    ['that end in the hour that comes twice, in its second turn', '2026-10-25T01:10:00Z', 'Europe/Warsaw', quiet('22:00', '02:30'), '2026-10-25T01:30:00Z'],
  ])('%s', (_name, instant, zone, hours, expected) => {
    expect(afterQuiet(at(instant), zone, hours).toString()).toBe(expected);
  });

  it('end later than they are asked, outside of themselves, within a day', () => {
    const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
    const zone = fc.constantFrom('Europe/Lisbon', 'Europe/Warsaw', 'America/Sao_Paulo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    fc.assert(fc.property(time, time, zone, fc.integer({ min: 0, max: 366 * 24 * 60 }), (start, end, where, minute) => {
      const asked = at('2026-01-01T00:00:00Z').add({ minutes: minute });
      const told = afterQuiet(asked, where, { start, end });
      expect(Temporal.Instant.compare(told, asked)).toBeGreaterThanOrEqual(0);
      expect(told.since(asked, { largestUnit: 'hour' }).hours).toBeLessThanOrEqual(25);
      expect(afterQuiet(told, where, { start, end }).toString()).toBe(told.toString());
    }), { numRuns: 2_000 });
  });
});

describe('a ring and quiet hours', () => {
  const SETTINGS: ReminderSettings = { hours: { start: '09:00', end: '18:00' }, reminders: { lead: {}, quiet: quiet('20:00', '08:00') } };
  const CALL: Remindable = {
    id: 'call', status: 'open', kind: 'callback', createdAt: '2026-12-01T10:00:00Z', zone: 'Europe/Lisbon', rang: [], snoozedUntil: null,
    due: { start: '2026-12-04T19:55:00Z', end: '2026-12-04T19:55:00Z', precision: 'minute' },
  };
  it('waits for their end', () => {
    expect(plan([{ ...CALL, rang: ['before', 'due'] }], '2026-12-04T20:10:00Z', SETTINGS)).toEqual({ ring: [], wake: '2026-12-05T08:00:00Z' });
    expect(nextRing({ ...CALL, rang: ['before', 'due'] }, SETTINGS)).toBe('2026-12-05T08:00:00Z');
    expect(plan([{ ...CALL, rang: ['before', 'due'] }], '2026-12-05T08:00:00Z', SETTINGS).ring).toEqual([{ id: 'call', stage: 'overdue' }]);
  });
  it('that is late does not ring in them either', () => {
    // The worker slept from 19:50 on and wakes at midnight.
    expect(plan([CALL], '2026-12-05T00:00:00Z', SETTINGS)).toEqual({ ring: [], wake: '2026-12-05T08:00:00Z' });
    expect(nextRing(CALL, SETTINGS, '2026-12-05T00:00:00Z')).toBe('2026-12-05T08:00:00Z');
    expect(plan([CALL], '2026-12-05T08:00:00Z', SETTINGS).ring.map(({ stage }) => stage)).toEqual(['before', 'due', 'overdue']);
  });
  it('put off into them comes at their end', () => {
    expect(nextRing({ ...CALL, rang: ['before'], snoozedUntil: '2026-12-04T23:00:00Z' }, SETTINGS)).toBe('2026-12-05T08:00:00Z');
  });
});
