import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeRefused, changed, recordOf, rung, sameDue, successorId, type PromiseChange as Change, type PromiseDraft, type PromiseRecord } from '../../utils/promises';

const rearm = ({ rang }: PromiseRecord) => rang;
const DUE = { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' } as const;
const OTHER = { start: '2026-12-07T15:00:00Z', end: '2026-12-07T15:00:00Z', precision: 'minute' } as const;
const DRAFT: PromiseDraft = {
  id: 'a', status: 'open', kind: 'callback', text: 't', lang: 'en', conditional: false, due: DUE, alternatives: [OTHER], zone: 'Europe/Lisbon', conversation: null, customer: null,
};
const NOW = '2026-12-02T10:00:00Z';
const OPEN = recordOf(DRAFT, '2026-12-01T10:00:00Z');
const TENTATIVE = recordOf({ ...DRAFT, status: 'tentative' }, '2026-12-01T10:00:00Z');
const apply = (record: PromiseRecord, change: Change): PromiseRecord => changed(record, change, NOW, rearm).at(-1) ?? record;
const CHANGES: readonly Change[] = [
  { do: 'keep' }, { do: 'break' }, { do: 'drop' }, { do: 'hand-over', to: 'a colleague' }, { do: 'confirm', due: null }, { do: 'confirm', due: OTHER },
  { do: 'snooze', until: '2026-12-04T16:00:00Z' }, { do: 'sent' },
];

describe('the life of a promise', () => {
  it.each<[Change['do'], PromiseRecord, Change, Partial<PromiseRecord>]>([
    ['keep', OPEN, { do: 'keep' }, { status: 'kept' }],
    ['break', OPEN, { do: 'break' }, { status: 'broken' }],
    ['drop', TENTATIVE, { do: 'drop' }, { status: 'dropped' }],
    ['hand-over', OPEN, { do: 'hand-over', to: 'a colleague' }, { status: 'handed-over' }],
    ['confirm', TENTATIVE, { do: 'confirm', due: null }, { status: 'open', due: DUE, alternatives: [OTHER] }],
    ['confirm', TENTATIVE, { do: 'confirm', due: OTHER }, { status: 'open', due: OTHER, alternatives: [] }],
    ['sent', TENTATIVE, { do: 'sent' }, { status: 'tentative' }],
    ['snooze', OPEN, { do: 'snooze', until: '2026-12-04T16:00:00Z' }, { status: 'open', snoozedUntil: '2026-12-04T16:00:00Z' }],
    ['move', OPEN, { do: 'move', due: OTHER }, { id: 'a#2', previous: 'a', status: 'open', due: OTHER, rang: [], createdAt: NOW }],
  ])('%s', (_name, record, change, expected) => {
    expect(apply(record, change)).toMatchObject(expected);
    expect(apply(record, change).updatedAt).toBe(NOW);
  });

  it.each(CHANGES.map((change) => [change.do, change] as const))('%s, asked twice, is done once', (_name, change) => {
    expect(changed(apply(OPEN, change), change, NOW, rearm)).toEqual([]);
  });

  it('keeps the chain when a date moves, and lets the old one rest', () => {
    const [old, next] = changed(rung(OPEN, ['before', 'due'], NOW), { do: 'move', due: OTHER }, NOW, rearm);
    expect([old?.id, old?.status, old?.history.at(-1)?.what]).toEqual(['a', 'moved', 'moved']);
    expect(next?.previous).toBe('a');
    expect([successorId('a'), successorId('a#2'), successorId('a#9'), successorId('a#b')]).toEqual(['a#2', 'a#3', 'a#10', 'a#b#2']);
  });

  it('starts the stages anew when the reading of the date is corrected', () => {
    expect(apply(rung(OPEN, ['before'], NOW), { do: 'confirm', due: OTHER }).rang).toEqual([]);
    expect(apply(rung(OPEN, ['before'], NOW), { do: 'confirm', due: { ...DUE, start: '2026-12-04T16:00:00+01:00', end: '2026-12-04T16:00:00+01:00' } }).rang).toEqual(['before']);
    expect(sameDue(null, DUE)).toBe(false);
    expect(sameDue(null, null)).toBe(true);
  });

  it('reopens what was closed', () => {
    const reopened = apply(apply(OPEN, { do: 'break' }), { do: 'reopen' });
    expect(reopened.status).toBe('open');
    expect(reopened.history.map(({ what }) => what)).toEqual(['confirmed', 'broken', 'reopened']);
    expect(changed(OPEN, { do: 'reopen' }, NOW, rearm)).toEqual([]);
  });

  const moved = changed(OPEN, { do: 'move', due: OTHER }, NOW, rearm)[0]!;
  it.each<[string, PromiseRecord, Change]>([
    ['keep one that was moved', moved, { do: 'keep' }],
    ['reopen one that was moved', moved, { do: 'reopen' }],
    ['move one that was moved', moved, { do: 'move', due: DUE }],
    ['put off one that is kept', apply(OPEN, { do: 'keep' }), { do: 'snooze', until: '2026-12-04T16:00:00Z' }],
    ['confirm one that is kept', apply(OPEN, { do: 'keep' }), { do: 'confirm', due: null }],
    ['put one off into the past', OPEN, { do: 'snooze', until: NOW }],
  ])('does not %s', (_name, record, change) => {
    expect(() => changed(record, change, NOW, rearm)).toThrow(ChangeRefused);
  });
  it('is history that only grows, and one that was closed or moved changes by reopening alone', () => {
    const change = fc.constantFrom<Change>(...CHANGES, { do: 'reopen' }, { do: 'move', due: OTHER });
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let record = TENTATIVE;
      for (const one of changes) {
        try {
          for (const next of changed(record, one, NOW, rearm)) {
            if (next.id !== record.id) expect(next.previous).toBe(record.id);
            else expect(next.history.slice(0, record.history.length)).toEqual(record.history);
            record = next;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ChangeRefused);
        }
      }
    }));
  });
});
