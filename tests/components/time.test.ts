import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAway, fromInput, snoozeTimes, toInput, urgency, worksOn } from '../../components/shared';
import { dateLocale, formatAway, formatDueAway, formatLength } from '../../components/shared/time';
import { waiting } from '../../components/panel/waiting';
import { NOW, stringsOf, ZONE } from './fixtures';

const here = { now: NOW, zone: ZONE };
const HOURS = { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' };
/** Engines join with no-break and narrow spaces; people read a space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('a due window in words', () => {
  const at = (start: string, end: string, precision: 'minute' | 'hour' | 'part_of_day' | 'day' | 'week' | 'month') => ({ start: `${start}:00+00:00`, end: `${end}:00+00:00`, precision });
  const friday = at('2026-12-04T15:00', '2026-12-04T15:00', 'minute');
  it.each([
    ['en', friday, 'Fri 4 Dec, 15:00 · in 2 days'],
    ['en', at('2026-12-02T10:00', '2026-12-02T15:00', 'minute'), 'by Wed 2 Dec, 15:00 · in 5 hours'],
    ['en', at('2026-12-02T10:00', '2026-12-02T10:20', 'minute'), 'by Wed 2 Dec, 10:20 · in 20 minutes'],
    ['en', at('2026-12-03T09:00', '2026-12-03T18:00', 'day'), 'Thu 3 Dec · tomorrow'],
    ['en', at('2026-12-02T10:00', '2026-12-04T18:00', 'day'), 'by Fri 4 Dec · in 2 days'],
    ['en', at('2026-12-03T12:00', '2026-12-03T18:00', 'part_of_day'), 'Thu 3 Dec, 12:00–18:00 · tomorrow'],
    ['en', at('2026-12-07T09:00', '2026-12-11T18:00', 'week'), 'Mon 7 Dec – Fri 11 Dec · in 9 days'],
    ['en', at('2027-01-04T09:00', '2027-01-04T18:00', 'day'), 'Mon 4 Jan 2027 · in 33 days'],
  ] as const)('%s: %o', (language, due, said) => {
    expect(plain(formatDueAway(due, here, language === 'en' ? 'en-GB' : language, stringsOf(language)))).toBe(said);
  });

  // Whether abbreviations carry a full stop changes with the engine's data; the words don't.
  it.each([
    ['pt-BR', /^sex\.?, 4 de dez\.?, 15:00 · depois de amanhã$/],
    ['pt-PT', /^sex(?:ta)?\.?, 4.*15:00 · depois de amanhã$/],
    ['pl', /^pt\.?, 4 gru, 15:00 · pojutrze$/],
  ] as const)('%s', (language, said) => {
    expect(plain(formatDueAway(friday, here, language, stringsOf(language)))).toMatch(said);
  });

  it('knows what is late, what is due today and what is later', () => {
    expect(urgency(at('2026-12-02T08:00', '2026-12-02T09:00', 'hour'), here)).toBe('late');
    expect(urgency(at('2026-12-02T09:00', '2026-12-02T18:00', 'day'), here)).toBe('due');
    expect(urgency(at('2026-12-02T09:00', '2026-12-04T18:00', 'day'), here)).toBe('later');
    expect(urgency(friday, here)).toBe('later');
  });

  it('counts calendar days in the reader\'s zone', () => {
    expect(daysAway('2026-12-03T01:00:00Z', { now: '2026-12-02T23:30:00Z', zone: 'Europe/Warsaw' })).toBe(0);
    expect(daysAway('2026-12-03T01:00:00Z', { now: '2026-12-02T22:30:00Z', zone: 'Europe/Warsaw' })).toBe(1);
    expect(formatAway('2026-12-01T10:00:00Z', here, 'en')).toBe('yesterday');
  });
});

describe('the locale of dates', () => {
  it.each([
    ['pl', 'Europe/Warsaw', ['en-US'], 'pl'],
    ['en', 'Europe/Lisbon', ['en-US', 'en'], 'en-GB'],
    ['en', 'America/Chicago', ['en-US', 'en'], 'en-US'],
    ['en', 'Europe/Dublin', ['en-IE', 'en-US'], 'en-IE'],
  ])('%s in %s, wanting %o: %s', (language, zone, preferred, locale) => {
    expect(dateLocale(language, zone, preferred)).toBe(locale);
  });
  it.each([[5, '5 min'], [125, '2 h'], [60 * 24 * 3, '3 days']])('%i minutes are %s', (minutes, said) => {
    expect(plain(formatLength(minutes, 'en-US'))).toMatch(new RegExp(`^${said}`));
  });
});

describe('a typed date', () => {
  it('reads back what is shown, in zones with and without summer time', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 * 24 * 700 }), fc.constantFrom('Europe/Lisbon', 'America/Sao_Paulo', 'Europe/Warsaw'), (minutes, zone) => {
      const at = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes }).toZonedDateTimeISO(zone);
      const read = fromInput(toInput(at.toInstant().toString(), zone), zone);
      // The hour that exists twice reads as its first.
      const first = at.toPlainDateTime().toZonedDateTime(zone);
      expect(read && Temporal.Instant.compare(read.end, first.toInstant())).toBe(0);
    }));
  });
  it.each(['', '2026-12', 'tomorrow', '2026-13-01T10:00'])('is nothing yet: %s', (typed) => {
    expect(fromInput(typed, ZONE)).toBeNull();
  });
});

describe('times to offer', () => {
  const local = (iso: string) => iso.slice(0, 16);
  it('snooze to an hour on, the end of the day, the next working morning', () => {
    expect(snoozeTimes({ now: '2026-12-04T10:10:00Z', zone: ZONE }, HOURS).map(local)).toEqual(['2026-12-04T11:10', '2026-12-04T18:00', '2026-12-07T09:00']);
    expect(snoozeTimes({ now: '2026-12-04T17:30:00Z', zone: ZONE }, HOURS).map(local)).toEqual(['2026-12-04T18:30', '2026-12-07T09:00']);
  });
  it('come even where no day is said to be worked', () => {
    expect(worksOn([])({ dayOfWeek: 7 })).toBe(true);
    expect(worksOn([0, 9])({ dayOfWeek: 7 })).toBe(true);
  });
});

describe('how long a customer has waited', () => {
  it.each([
    ['fresh', '2026-12-02T05:00:00Z', 'fine', 300],
    ['near the target', '2026-12-01T15:00:00Z', 'near', 1140],
    ['over it', '2026-12-01T09:00:00Z', 'over', 1500],
  ])('%s', (_what, since, stands, minutes) => {
    expect(waiting(since, NOW, ZONE, HOURS.days, 24)).toMatchObject({ stands, minutes });
  });
  it('leaves days off out of the target, not out of the wait', () => {
    const friday = '2026-12-04T17:00:00Z';
    const monday = '2026-12-07T09:00:00Z';
    expect(waiting(friday, monday, ZONE, HOURS.days, 24)).toMatchObject({ stands: 'fine', minutes: 64 * 60, target: '2026-12-07T17:00:00Z' });
  });
  it('is nothing for a message from the future', () => {
    expect(waiting('2026-12-02T11:00:00Z', NOW, ZONE, HOURS.days, 24)).toMatchObject({ minutes: 0, stands: 'fine' });
  });
});
