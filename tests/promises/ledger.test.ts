import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, begin, checks, isClosed, LEDGER_STATUSES, LedgerError, slots, standing, type Due, type FoundPromise, type LedgerChange, type LedgerDraft } from '../../utils/promises';
import { CLOCK } from './help';

const due: Due = { start: '2026-11-19T15:00:00+00:00', end: '2026-11-19T15:00:00+00:00', precision: 'minute' };
const later: Due = { start: '2026-11-20T09:00:00+00:00', end: '2026-11-20T18:00:00+00:00', precision: 'day' };
const draft: LedgerDraft = {
  id: 'p1', kind: 'callback', text: "I'll call you tomorrow at 3 pm", lang: 'en', conditional: false, due, alternatives: [later], zone: 'Europe/Lisbon',
  conversation: null, customer: { name: 'Sample Customer', address: null }, status: 'open',
};
const NOW = CLOCK.now;
const THEN = '2026-11-18T11:00:00+00:00';

describe('the ledger', () => {
  it.each<[LedgerChange, string]>([
    [{ do: 'keep' }, 'kept'], [{ do: 'break' }, 'broken'], [{ do: 'drop' }, 'dropped'], [{ do: 'hand-over', to: 'Joana' }, 'handed-over'],
    [{ do: 'move', due: later }, 'open'], [{ do: 'snooze', until: due.start }, 'open'], [{ do: 'replace', by: 'p2' }, 'moved'], [{ do: 'ring', stage: 'due' }, 'open'],
  ])('%o → %s, one line of history', (change, status) => {
    const record = begin(draft, NOW);
    const after = apply(record, change, THEN);
    expect(after.status).toBe(status);
    expect(after.updatedAt).toBe(THEN);
    expect(after.history).toHaveLength(record.history.length + 1);
    expect(record.history).toHaveLength(1);
  });

  it('a tentative promise opens when it is confirmed or seen sent, and rings are forgotten where the date moves', () => {
    const tentative = begin({ ...draft, status: 'tentative' }, NOW);
    expect(apply(tentative, { do: 'sent' }, THEN).status).toBe('open');
    const rung = apply(apply(tentative, { do: 'confirm', due }, THEN), { do: 'ring', stage: 'before' }, THEN);
    expect(rung.rang).toEqual(['before']);
    expect(apply(rung, { do: 'confirm', due }, THEN).rang).toEqual(['before']);
    const moved = apply(rung, { do: 'move', due: later }, THEN);
    expect(moved.rang).toEqual([]);
    expect(moved.history[moved.history.length - 1]).toEqual({ at: THEN, what: 'moved', detail: due.end });
  });

  it.each<[string, readonly LedgerChange[], LedgerChange]>([
    ['a kept one is not broken', [{ do: 'keep' }], { do: 'break' }],
    ['an open one is not reopened', [], { do: 'reopen' }],
    ['a stage rings once', [{ do: 'ring', stage: 'due' }], { do: 'ring', stage: 'due' }],
    ['no snooze into the past', [], { do: 'snooze', until: '2026-11-18T09:00:00+00:00' }],
    ['handed over to nobody', [], { do: 'hand-over', to: ' ' }],
  ])('refuses: %s', (_, before, change) => {
    const record = before.reduce((one, next) => apply(one, next, THEN), begin(draft, NOW));
    expect(() => apply(record, change, THEN)).toThrow(LedgerError);
  });

  it('whatever is done, history only grows and a closed promise changes by reopening alone', () => {
    const change: fc.Arbitrary<LedgerChange> = fc.constantFrom<LedgerChange>(
      { do: 'keep' }, { do: 'break' }, { do: 'drop' }, { do: 'reopen' }, { do: 'confirm', due }, { do: 'move', due: later }, { do: 'sent' },
      { do: 'snooze', until: due.start }, { do: 'hand-over', to: 'Joana' }, { do: 'ring', stage: 'due' }, { do: 'replace', by: 'p2' },
    );
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let record = begin({ ...draft, status: 'tentative' }, NOW);
      for (const one of changes) {
        const closed = isClosed(record.status);
        try {
          const next = apply(record, one, THEN);
          expect(closed && one.do !== 'reopen').toBe(false);
          expect(next.history.slice(0, -1)).toEqual(record.history);
          expect(LEDGER_STATUSES).toContain(next.status);
          record = next;
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }
    }));
  });

  it.each<[string, Due, string]>([
    ['2026-11-19T14:59:00+00:00', due, 'open'], ['2026-11-19T15:00:00+00:00', due, 'due'], ['2026-11-19T15:01:00+00:00', due, 'overdue'],
    ['2026-11-20T10:00:00+00:00', later, 'due'], ['2026-11-20T18:30:00+00:00', later, 'overdue'],
  ])('at %s it stands', (now, when, where) => {
    expect(standing(begin({ ...draft, due: when }, NOW), now)).toBe(where);
  });
});

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
      { kind: 'clash', promise: 0, with: 'other' }, { kind: 'contradiction', promise: 0, with: 'earlier' },
    ]);
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
