import { describe, expect, it } from 'vitest';
import { checks, dueDate, slots, type DayLoad, type Due, type FoundPromise } from '../../utils/promises';
import { CLOCK } from './help';

const due: Due = { start: '2026-11-19T15:00:00+00:00', end: '2026-11-19T15:00:00+00:00', precision: 'minute' };
const later: Due = { start: '2026-11-20T09:00:00+00:00', end: '2026-11-20T18:00:00+00:00', precision: 'day' };

const promise = (more: Partial<FoundPromise>): FoundPromise => ({
  start: 0, end: 9, kind: 'callback', deferred: true, conditional: false, due, dueSpan: { start: 0, end: 1 }, alternatives: [], confidence: 0.9, vague: false, ...more,
});
const on = (start: string, end = start, precision: Due['precision'] = 'minute'): Due => ({ start: `2026-11-${start}:00+00:00`, end: `2026-11-${end}:00+00:00`, precision });

describe('checks before sending', () => {
  it.each<[string, readonly FoundPromise[], readonly string[]]>([
    ['nothing', [promise({})], []],
    ['soon', [promise({ due: null, vague: true })], ['vague']],
    ['weekday and date disagree', [promise({ due: null, doubt: 'weekday-date' })], ['unclear']],
    ['nine in the evening', [promise({ due: on('19T21:00') })], ['outside-hours']],
    ['Saturday', [promise({ due: on('21T10:00') })], ['day-off']],
    ['a holiday', [promise({ due: on('23T09:00', '23T18:00', 'day') })], ['day-off']],
    ['two calls at once', [promise({}), promise({})], ['clash']],
    ['done while writing', [promise({ due: null, vague: true, deferred: false })], []],
  ])('%s', (_, promises, kinds) => {
    const clock = { ...CLOCK, holidays: new Set(['2026-11-23']) };
    expect(checks(promises, clock).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('sees clashes with other customers and contradictions with this one', () => {
    const rows = [
      { id: 'other', kind: 'callback', due, sameCustomer: false },
      { id: 'earlier', kind: 'callback', due: later, sameCustomer: true },
    ];
    expect(checks([promise({})], CLOCK, rows)).toEqual([
      { kind: 'clash', promise: 0, with: 'other', earlier: rows[0] }, { kind: 'contradiction', promise: 0, with: 'earlier', earlier: rows[1] },
    ]);
  });

  it.each<[string, FoundPromise[], DayLoad, object[]]>([
    ['more than usual with this one', [promise({})], { open: 4, usual: 4 }, [{ date: '2026-11-19', open: 5, usual: 4 }]],
    ['as many as usual', [promise({})], { open: 3, usual: 4 }, []],
    ['nothing is usual yet', [promise({})], { open: 90, usual: null }, []],
    ['the second of the draft makes it more, and is told once', [promise({}), promise({ due: on('19T10:00') }), promise({ due: on('19T12:00') })], { open: 2, usual: 3 }, [{ date: '2026-11-19', open: 4, usual: 3 }]],
    ['another day', [promise({ due: on('20T10:00') })], { open: 90, usual: 1 }, []],
    ['a week is no day', [promise({ due: on('16T09:00', '19T18:00', 'week') })], { open: 90, usual: 1 }, []],
    ['done while writing', [promise({ deferred: false })], { open: 90, usual: 1 }, []],
  ])('tells a day that holds more than the agent usually keeps: %s', (_, promises, load, expected) => {
    const found = checks(promises, CLOCK, [], new Map([['2026-11-19', load]])).filter(({ kind }) => kind === 'load');
    expect(found.map(({ day }) => day)).toEqual(expected);
  });

  it('counts a window on the day it ends, in the zone of the clock', () => {
    expect(dueDate(on('18T23:30', '19T00:30', 'hour'), CLOCK)).toBe('2026-11-19');
    expect(dueDate(on('19T02:00'), { ...CLOCK, zone: 'America/New_York' })).toBe('2026-11-18');
  });
});

describe('free slots', () => {
  it('are in order, within working hours, and keep off what is promised', () => {
    const found = slots(CLOCK, 4, [on('18T14:00')]).map(({ start }) => start.slice(5, 16));
    expect(found).toEqual(['11-18T11:00', '11-18T17:00', '11-19T10:00', '11-19T14:00']);
  });
  it('begin on the next working day after work', () => {
    expect(slots({ ...CLOCK, now: '2026-11-20T18:30:00+00:00' }, 1).map(({ start }) => start)).toEqual(['2026-11-23T10:00:00+00:00']);
  });
  it('are none where nobody works', () => {
    expect(slots({ ...CLOCK, hours: { ...CLOCK.hours, days: [] } }, 3)).toEqual([]);
  });
});
