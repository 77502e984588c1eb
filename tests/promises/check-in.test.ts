import { describe, expect, it } from 'vitest';
import { changed, checkIn, deservesCheckIn, isCheckIn, recordOf, type PromiseDraft, type PromiseKind, type PromiseRecord } from '../../utils/promises';
import { CLOCK } from './help';

const CONVERSATION = { host: 'mail', id: '1', url: 'https://mail.example/1', title: null };
const draft: PromiseDraft = {
  id: 'a', status: 'open', kind: 'fix', text: 'I will fix it.', lang: 'en', conditional: false, due: null, alternatives: [], zone: 'Europe/Lisbon', conversation: CONVERSATION, customer: null,
};
const given = (more: Partial<PromiseDraft> = {}, at = '2026-11-10T10:00:00Z'): PromiseRecord => recordOf({ ...draft, ...more }, at);
const closed = (record: PromiseRecord, how: 'keep' | 'break' | 'drop'): PromiseRecord => changed(record, { do: how }, '2026-11-18T09:00:00Z', ({ rang }) => rang).at(-1)!;
const kept = closed(given(), 'keep');
const solved = { id: 'a', conversation: CONVERSATION, customer: null };

describe('a promise that was kept', () => {
  it.each<[PromiseKind, boolean]>([['fix', true], ['refund', true], ['send', true], ['visit', true], ['callback', false], ['reply', false], ['check', false], ['other', false]])('of kind %s deserves to be asked about: %s', (kind, expected) => {
    expect(deservesCheckIn(closed(given({ kind }), 'keep'))).toBe(expected);
  });
  it('deserves it only where it was kept, and is no check-in itself', () => {
    expect(deservesCheckIn(given())).toBe(false);
    expect(deservesCheckIn(closed(given(), 'break'))).toBe(false);
    expect(deservesCheckIn(closed(given({ id: 'check-in:a' }), 'keep'))).toBe(false);
  });
});

describe('a check-in', () => {
  it('is proposed for the second working day, by an id that is always the same', () => {
    // Wednesday 18 November 2026.
    const proposed = checkIn(solved, [kept], CLOCK);
    expect(proposed).toEqual({ id: 'check-in:a', kind: 'reply', due: { start: '2026-11-20T09:00:00+00:00', end: '2026-11-20T18:00:00+00:00', precision: 'day' } });
    expect(isCheckIn(proposed!)).toBe(true);
  });
  it('passes over days off', () => {
    expect(checkIn(solved, [], { ...CLOCK, holidays: new Set(['2026-11-19']) })?.due.start).toBe('2026-11-23T09:00:00+00:00');
  });
  it.each<[string, Parameters<typeof checkIn>[0], PromiseRecord[]]>([
    ['something else is open', solved, [kept, given({ id: 'b', kind: 'reply' })]],
    ['something else waits to be confirmed', solved, [given({ id: 'b', status: 'tentative' })]],
    ['one was kept thirteen days ago', solved, [closed(given({ id: 'check-in:z' }, '2026-11-05T10:00:00Z'), 'keep')]],
    ['one was dropped', solved, [closed(given({ id: 'check-in:z' }), 'drop')]],
    ['nobody is known to ask', { id: 'a', conversation: null, customer: { name: null, address: null } }, []],
  ])('is not proposed where %s', (_name, one, records) => {
    expect(checkIn(one, records, CLOCK)).toBeNull();
  });
  it('is proposed again after 14 days, and for a customer without a conversation', () => {
    expect(checkIn(solved, [closed(given({ id: 'check-in:z' }, '2026-11-04T10:00:00Z'), 'keep')], CLOCK)).not.toBeNull();
    expect(checkIn({ id: 'a', conversation: null, customer: { name: 'Anna', address: null } }, [], CLOCK)).not.toBeNull();
  });
  it('is none where nobody works', () => {
    expect(checkIn(solved, [], { ...CLOCK, hours: { ...CLOCK.hours, days: [] } })).toBeNull();
  });
});
