import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidaysOf, resolve, type Clock, type DayExpr, type TimeExpr } from '../../utils/promises';
import { CLOCK } from './help';

const ZONES = ['Europe/Warsaw', 'Europe/Lisbon', 'America/Sao_Paulo', 'America/New_York'] as const;
const at = (now: string, zone: string, more: Partial<Clock> = {}): Clock => ({ ...CLOCK, now, zone, ...more });
const clock = (hour: number, how: 'at' | 'by' = 'at', day: DayExpr | null = null, minute = 0): TimeExpr =>
  ({ type: 'clock', hour, minute, meridiem: '24', how, day, part: null });
const inHours = (amount: number, how: 'in' | 'within' = 'in'): TimeExpr => ({ type: 'duration', amount, unit: 'hour', how });
const tomorrow: DayExpr = { type: 'offset', days: 1 };

function window(expr: TimeExpr, where: Clock, previous: string | null = null): string | null {
  const { due } = resolve(expr, where, previous);
  return due && `${due.start} ${due.end} ${due.precision}`;
}

describe('nights on which clocks change', () => {
  it.each<[string, TimeExpr, Clock, string]>([
    ['a duration is exactly elapsed, spring in Warsaw', inHours(3), at('2026-03-28T23:00:00+01:00', 'Europe/Warsaw'), '2026-03-29T03:00:00+02:00'],
    ['a duration is exactly elapsed, autumn in Lisbon', inHours(24), at('2026-10-24T12:00:00+01:00', 'Europe/Lisbon'), '2026-10-25T11:00:00+00:00'],
    ['a wall clock stays a wall clock', clock(15, 'at', tomorrow), at('2026-03-28T12:00:00+01:00', 'Europe/Warsaw'), '2026-03-29T15:00:00+02:00'],
    ['a time that does not exist moves by the gap', clock(2, 'at', tomorrow, 30), at('2026-03-28T12:00:00+01:00', 'Europe/Warsaw'), '2026-03-29T03:30:00+02:00'],
    ['a time that exists twice is the first', clock(2, 'at', tomorrow, 30), at('2026-10-24T12:00:00+02:00', 'Europe/Warsaw'), '2026-10-25T02:30:00+02:00'],
    ['New York, spring', clock(2, 'at', tomorrow, 15), at('2026-03-07T12:00:00-05:00', 'America/New_York'), '2026-03-08T03:15:00-04:00'],
    ['São Paulo keeps no summer time', inHours(24), at('2026-11-18T10:00:00-03:00', 'America/Sao_Paulo'), '2026-11-19T10:00:00-03:00'],
  ])('%s', (_, expr, where, end) => {
    expect(resolve(expr, where).due?.end).toBe(end);
  });
});

describe('working days and hours', () => {
  const PL = new Set(holidaysOf('PL', '2026-12-01', '2027-01-31'));
  const businessDays = (amount: number): TimeExpr => ({ type: 'duration', amount, unit: 'business-day', how: 'within' });
  it.each<[string, TimeExpr, Clock, string]>([
    ['five working days over a weekend', businessDays(5), CLOCK, '2026-11-18T10:00:00+00:00 2026-11-25T18:00:00+00:00 day'],
    ['one, said on Friday evening', businessDays(1), at('2026-11-20T19:00:00+00:00', 'Europe/Lisbon'), '2026-11-20T19:00:00+00:00 2026-11-23T18:00:00+00:00 day'],
    ['two, over Polish Christmas', businessDays(2), at('2026-12-23T10:00:00+01:00', 'Europe/Warsaw', { holidays: PL }), '2026-12-23T10:00:00+01:00 2026-12-29T18:00:00+01:00 day'],
    ['today after work', { type: 'day', how: 'on', day: { type: 'today' } }, at('2026-11-18T19:30:00+00:00', 'Europe/Lisbon'), '2026-11-18T19:30:00+00:00 2026-11-18T23:59:00+00:00 day'],
    ['today before work', { type: 'day', how: 'on', day: { type: 'today' } }, at('2026-11-18T07:00:00+00:00', 'Europe/Lisbon'), '2026-11-18T09:00:00+00:00 2026-11-18T18:00:00+00:00 day'],
    ['this week, at the weekend', { type: 'week', which: 'this', how: 'in' }, at('2026-11-21T11:00:00+00:00', 'Europe/Lisbon'), '2026-11-21T11:00:00+00:00 2026-11-22T23:59:00+00:00 week'],
    ['other working hours', { type: 'day', how: 'on', day: tomorrow }, { ...CLOCK, hours: { days: [1, 2, 3, 4, 5, 6], start: '08:00', end: '16:30' } }, '2026-11-19T08:00:00+00:00 2026-11-19T16:30:00+00:00 day'],
    ['the morning already running', { type: 'part', part: 'morning', how: 'in', day: { type: 'today' } }, CLOCK, '2026-11-18T10:00:00+00:00 2026-11-18T12:00:00+00:00 part_of_day'],
  ])('%s', (_, expr, where, expected) => {
    expect(window(expr, where)).toBe(expected);
  });

  it.each<[string, TimeExpr, Clock]>([
    ['a morning that is over', { type: 'part', part: 'morning', how: 'in', day: { type: 'today' } }, at('2026-11-18T13:00:00+00:00', 'Europe/Lisbon')],
    ['a clock time that is over today', clock(9, 'by', { type: 'today' }), CLOCK],
    ['a year that is over', { type: 'day', how: 'on', day: { type: 'date', day: 3, month: 12, year: 2025 } }, CLOCK],
    ['the 31st of a month without one', { type: 'day', how: 'on', day: { type: 'date', day: 31, month: 11, year: 2026 } }, CLOCK],
    ['the same day without a day before it', { type: 'day', how: 'on', day: { type: 'same-day' } }, CLOCK],
    ['working days where nobody works', { type: 'duration', amount: 1, unit: 'business-day', how: 'in' }, { ...CLOCK, hours: { ...CLOCK.hours, days: [] } }],
  ])('abstains: %s', (_, expr, where) => {
    expect(resolve(expr, where).due).toBeNull();
  });

  it('offers both readings where weekday and date disagree', () => {
    const { due, alternatives, doubt } = resolve({ type: 'day', how: 'on', day: { type: 'date', day: 19, month: null, year: null, weekday: 5 } }, CLOCK);
    expect(due).toBeNull();
    expect(doubt).toBe('weekday-date');
    expect(alternatives.map(({ end }) => end.slice(0, 10))).toEqual(['2026-11-19', '2026-11-20']);
  });

  it.each<[string, string, number, number, string]>([
    ['a week on Wednesday, said on a Wednesday ("za tydzień w środę")', CLOCK.now, 3, 1, '2026-11-25'],
    ['a week on Friday, said on a Wednesday', CLOCK.now, 5, 1, '2026-11-27'],
    ['two weeks on Wednesday, said on a Wednesday', CLOCK.now, 3, 2, '2026-12-02'],
    ['a week on Monday, said on a Sunday', '2026-11-22T10:00:00+00:00', 1, 1, '2026-11-30'],
  ])('counts weeks from a weekday: %s', (_, now, weekday, weeks, expected) => {
    const { day } = resolve({ type: 'day', how: 'on', day: { type: 'weekday', weekday, which: 'next', weeks } }, { ...CLOCK, now });
    expect(day).toBe(expected);
  });

  it('ends where the working day has no length', () => {
    const where: Clock = { ...CLOCK, hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '09:00' } };
    expect(resolve({ type: 'duration', amount: 2, unit: 'business-hour', how: 'within' }, where).due).toBeNull();
  });

  it('takes the day of the promise before', () => {
    expect(window(clock(15, 'at', { type: 'same-day' }), CLOCK, '2026-11-24')).toBe('2026-11-24T15:00:00+00:00 2026-11-24T15:00:00+00:00 minute');
  });
});

const days: fc.Arbitrary<DayExpr> = fc.oneof(
  fc.constant<DayExpr>({ type: 'today' }),
  fc.integer({ min: 1, max: 40 }).map((count): DayExpr => ({ type: 'offset', days: count })),
  fc.tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom('next', 'this', 'nearest', 'of-next-week')).map(([weekday, which]): DayExpr => ({ type: 'weekday', weekday, which: which as 'next' })),
  fc.tuple(fc.integer({ min: 1, max: 31 }), fc.option(fc.integer({ min: 1, max: 12 }))).map(([day, month]): DayExpr => ({ type: 'date', day, month, year: null })),
  fc.constant<DayExpr>({ type: 'next-business-day' }),
);
const expressions: fc.Arbitrary<TimeExpr> = fc.oneof(
  fc.record({
    type: fc.constant('clock'), hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }), meridiem: fc.constantFrom(null, '24'),
    how: fc.constantFrom('at', 'by', 'around', 'after'), day: fc.option(days), part: fc.option(fc.constantFrom('morning', 'afternoon', 'evening')),
  }).map((one) => one as TimeExpr),
  fc.record({ type: fc.constant('day'), how: fc.constantFrom('on', 'by'), day: days }).map((one) => one as TimeExpr),
  fc.record({ type: fc.constant('part'), part: fc.constantFrom('morning', 'afternoon', 'evening', 'end-of-day', 'before-noon', 'first-thing', 'noon'), how: fc.constantFrom('in', 'by'), day: fc.option(days) }).map((one) => one as TimeExpr),
  fc.record({ type: fc.constant('duration'), amount: fc.integer({ min: 1, max: 72 }), unit: fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'business-day', 'business-hour'), how: fc.constantFrom('in', 'within') }).map((one) => one as TimeExpr),
  fc.record({ type: fc.constant('week'), which: fc.constantFrom('this', 'next'), how: fc.constantFrom('in', 'by') }).map((one) => one as TimeExpr),
);
const clocks: fc.Arbitrary<Clock> = fc.tuple(fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }), fc.constantFrom(...ZONES))
  .map(([minutes, zone]) => at(Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes }).toString(), zone));

describe('laws', () => {
  it('a window never ends before now, never before it starts, and a deadline starts now', () => {
    fc.assert(fc.property(expressions, clocks, (expr, where) => {
      const { due, alternatives } = resolve(expr, where);
      for (const one of due ? [due, ...alternatives] : alternatives) {
        expect(Temporal.Instant.compare(one.start, one.end)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(one.end, where.now)).toBeGreaterThanOrEqual(0);
        expect(Temporal.Instant.compare(one.start, where.now)).toBeGreaterThanOrEqual(0);
      }
      if (due && 'how' in expr && expr.how === 'within') expect(Temporal.Instant.compare(due.start, where.now)).toBe(0);
    }), { numRuns: 1500 });
  });

  it('hours are exactly elapsed in every zone, on every night', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), clocks, (hours, where) => {
      const { due } = resolve(inHours(hours, 'within'), where);
      expect(due && Temporal.Instant.from(where.now).until(due.end).total({ unit: 'hours' })).toBe(hours);
    }), { numRuns: 300 });
  });

  it('a bare weekday lies one to seven days ahead and is that weekday', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 7 }), clocks, (weekday, where) => {
      const { day } = resolve({ type: 'day', how: 'on', day: { type: 'weekday', weekday, which: 'next' } }, where);
      const today = Temporal.Instant.from(where.now).toZonedDateTimeISO(where.zone).toPlainDate();
      const found = Temporal.PlainDate.from(day ?? '0000-01-01');
      expect(found.dayOfWeek).toBe(weekday);
      const ahead = today.until(found).total({ unit: 'days' });
      expect(ahead).toBeGreaterThanOrEqual(1);
      expect(ahead).toBeLessThanOrEqual(7);
    }), { numRuns: 300 });
  });
});
