/** Plain numbers for days and instants must say what Temporal says, on the nights on which clocks change too. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayAt, dayOf, dayOfIso, instant, isoOf, minutesAt, textOf, weekdayOf } from '../../utils/promises/resolve/wall';

// Lord Howe moves by half an hour, Kathmandu keeps quarters, São Paulo once changed at midnight, Apia left out a day in 2011.
const ZONES = ['Europe/Warsaw', 'Europe/Lisbon', 'America/Sao_Paulo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'] as const;
const days = fc.integer({ min: dayOfIso('2010-01-01'), max: dayOfIso('2030-12-31') });
const zones = fc.constantFrom(...ZONES);
const HOUR = 3_600_000;

function temporal(day: number, minutes: number, zone: string): Temporal.ZonedDateTime {
  const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' });
}

describe('days as numbers', () => {
  it('are Temporal\'s dates', () => {
    fc.assert(fc.property(days, (day) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      expect([isoOf(day), weekdayOf(day), dayOf(dateOf(day)), dayOfIso(isoOf(day))]).toEqual([date.toString(), date.dayOfWeek, day, day]);
    }));
  });
  it('refuse what is no date', () => {
    expect(() => dayOfIso('2026-02-30')).toThrow(RangeError);
  });
});

describe('wall clocks as numbers', () => {
  const same = (day: number, minutes: number, zone: string, more: number): void => {
    const expected = temporal(day, minutes, zone);
    expect(instant(day, minutes, zone)).toBe(expected.epochMilliseconds);
    const at = expected.epochMilliseconds + more;
    const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    expect([textOf(at, zone), isoOf(dayAt(at, zone)), minutesAt(at, zone)])
      .toEqual([shown.toString({ timeZoneName: 'never' }), shown.toPlainDate().toString(), shown.hour * 60 + shown.minute]);
  };
  it('are Temporal\'s on any day', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 1439 }), zones, fc.integer({ min: 0, max: 3 * HOUR }), same), { numRuns: 400 });
  });
  it.each<[string, string]>([
    ['Europe/Warsaw', '2026-03-29'], ['Europe/Warsaw', '2026-10-25'], ['America/New_York', '2026-11-01'], ['America/Sao_Paulo', '2018-11-04'],
    ['America/Sao_Paulo', '2018-02-18'], ['Australia/Lord_Howe', '2026-04-05'], ['Pacific/Apia', '2011-12-30'],
  ])('%s around %s, every quarter of an hour', (zone, iso) => {
    for (const day of [-1, 0, 1]) for (let minutes = 0; minutes < 1440; minutes += 15) same(dayOfIso(iso) + day, minutes, zone, 17 * 60_000 + 4_050);
  });
});
