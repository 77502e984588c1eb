import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeRefused, changed, recordOf, rung, sameDue, standing, successorId, type PromiseChange as Change, type PromiseDraft, type PromiseRecord, type Standing } from '../../utils/promises';

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
  { do: 'snooze', until: '2026-12-04T16:00:00Z' }, { do: 'sent' }, { do: 'edit', text: 'other words' }, { do: 'edit', kind: 'send', customer: { name: 'Anna', address: 'anna@example.com' } },
  { do: 'edit', customer: null, text: 't' },
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

  const asleep = { do: 'snooze', until: '2026-12-04T16:00:00Z' } as const;
  const owedAgain = ({ rang }: PromiseRecord) => rang.slice(0, -1);
  const put = (record: PromiseRecord): PromiseRecord => changed(record, asleep, NOW, owedAgain).at(-1) ?? record;
  it.each<[string, PromiseRecord, readonly string[]]>([
    ['that has not rung', put(OPEN), []],
    ['that has rung', put(rung(OPEN, ['before', 'due'], NOW)), ['before', 'due']],
    ['put off twice', changed(put(rung(OPEN, ['before', 'due'], NOW)), { ...asleep, until: '2026-12-05T16:00:00Z' }, NOW, owedAgain).at(-1)!, ['before', 'due']],
    ['whose words were mended since', apply(put(rung(OPEN, ['before', 'due'], NOW)), { do: 'edit', text: 'other words' }), ['before', 'due']],
    // For that other date nothing has rung.
    ['whose date was corrected before', put(apply(rung(OPEN, ['before', 'due'], NOW), { do: 'confirm', due: OTHER })), []],
    ['that was confirmed since it rang', put(apply(rung(TENTATIVE, ['before'], NOW), { do: 'confirm', due: null })), []],
  ])('takes back the snooze of one %s', (_name, record, heard) => {
    expect(record.snoozedUntil).not.toBeNull();
    const [awake, ...more] = changed(record, { do: 'reopen' }, NOW, rearm);
    expect(more).toEqual([]);
    expect(awake).toMatchObject({ status: record.status, due: record.due, snoozedUntil: null });
    expect([...awake!.rang].sort()).toEqual(heard);
    expect(awake!.history.at(-1)?.what).toBe('reopened');
    expect(changed(awake!, { do: 'reopen' }, NOW, rearm)).toEqual([]);
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
  it('edits in place, in whatever standing, and leaves what stood there in the history', () => {
    const closed = apply(OPEN, { do: 'keep' });
    const edited = apply(closed, { do: 'edit', text: 'call Anna', kind: 'reply', customer: { name: 'Anna', address: null } });
    expect(edited).toMatchObject({ status: 'kept', text: 'call Anna', kind: 'reply', customer: { name: 'Anna', address: null }, due: DUE, rang: [] });
    expect(edited.history.slice(-3).map(({ what, detail }) => [what, detail])).toEqual([['edited', 'text: t'], ['edited', 'kind: callback'], ['edited', 'customer: ']]);
    expect(changed(OPEN, { do: 'edit' }, NOW, rearm)).toEqual([]);
    expect(changed(OPEN, { do: 'edit', text: 't', kind: 'callback', customer: null }, NOW, rearm)).toEqual([]);
    const byAddress = apply(edited, { do: 'edit', customer: { name: null, address: 'Anna' } });
    expect([byAddress.customer, byAddress.history.at(-1)?.detail]).toEqual([{ name: null, address: 'Anna' }, 'customer: Anna']);
    expect(() => changed(OPEN, { do: 'edit', text: '  ' }, NOW, rearm)).toThrow(ChangeRefused);
    expect(() => changed(moved, { do: 'edit', text: 'x' }, NOW, rearm)).toThrow(ChangeRefused);
  });

  describe('whatever befalls it', () => {
    const text = fc.string({ minLength: 1, maxLength: 5 });
    const change = fc.oneof(
      fc.constantFrom<Change>(...CHANGES, { do: 'reopen' }, { do: 'move', due: OTHER }, { do: 'move', due: DUE }),
      fc.record({ do: fc.constant('edit' as const), text }), fc.record({ do: fc.constant('edit' as const), customer: fc.option(fc.record({ name: fc.option(text), address: fc.option(text) })) }),
    );
    /** The chain of records a row of changes makes of one, the newest last; refused changes make none. */
    const lived = (changes: readonly Change[], see: (before: PromiseRecord, one: Change, made: readonly PromiseRecord[]) => void): Map<string, PromiseRecord> => {
      const ledger = new Map([[TENTATIVE.id, TENTATIVE]]);
      let id = TENTATIVE.id;
      for (const one of changes) {
        const before = ledger.get(id)!;
        try {
          const made = changed(before, one, NOW, rearm);
          see(before, one, made);
          for (const next of made) ledger.set(next.id, next);
          id = made.at(-1)?.id ?? id;
        } catch (error) {
          expect(error).toBeInstanceOf(ChangeRefused);
        }
      }
      return ledger;
    };

    it('history only grows, and no words are lost', () => {
      fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const texts = new Set([TENTATIVE.text]);
        const ledger = lived(changes, (before, one, made) => {
          for (const next of made) {
            if (next.id === before.id) expect(next.history.slice(0, before.history.length)).toEqual(before.history);
            if (next.id === before.id) expect(next.history.length).toBeGreaterThan(before.history.length);
            texts.add(next.text);
          }
        });
        const kept = new Set([...ledger.values()].flatMap((record) => [record.text, ...record.history.flatMap(({ detail }) => (detail?.startsWith('text: ') ? [detail.slice('text: '.length)] : []))]));
        for (const one of texts) expect(kept).toContain(one);
      }));
    });

    it('the chain is whole: one first, one that stands, each other moved to the next', () => {
      fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const records = [...lived(changes, () => undefined).values()];
        expect(records.filter(({ previous }) => previous === null)).toHaveLength(1);
        expect(records.filter(({ status }) => status !== 'moved')).toHaveLength(1);
        for (const record of records.filter(({ status }) => status === 'moved')) expect(records.find(({ previous }) => previous === record.id)?.id).toBe(successorId(record.id));
      }));
    });

    it('asked twice is asked once', () => {
      fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        lived(changes, (before, one, made) => {
          const after = made.at(-1) ?? before;
          // A move is asked again of the one that was moved: its successor's id is known, and it is that which stands.
          expect(changed(after, one, NOW, rearm)).toEqual([]);
        });
      }));
    });
  });
});

describe('how a promise stands', () => {
  const record = (more: Partial<PromiseRecord> = {}): PromiseRecord => ({ ...OPEN, ...more });
  const due = (start: string, end: string, precision: 'minute' | 'day' | 'week') => ({ start: `2026-12-${start}:00Z`, end: `2026-12-${end}:00Z`, precision });
  it.each<[string, PromiseRecord | null, string, Standing]>([
    ['found in a draft', null, NOW, 'noticed'],
    ['sent and not confirmed, whatever the time', TENTATIVE, '2026-12-24T10:00:00Z', 'tentative'],
    ['days ahead', record(), '2026-12-02T10:00:00Z', 'open'],
    ['on its day', record(), '2026-12-04T08:00:00Z', 'due'],
    ['at its moment', record(), '2026-12-04T15:00:00Z', 'due'],
    ['past it', record(), '2026-12-04T15:00:01Z', 'overdue'],
    ['by Friday, on Wednesday', record({ due: due('01T10:00', '04T18:00', 'day') }), '2026-12-02T10:00:00Z', 'open'],
    ['by Friday, on Friday', record({ due: due('01T10:00', '04T18:00', 'day') }), '2026-12-04T10:00:00Z', 'due'],
    ['next week, on its Tuesday', record({ due: due('07T09:00', '11T18:00', 'week') }), '2026-12-08T10:00:00Z', 'due'],
    ['without a date', record({ due: null }), '2026-12-24T10:00:00Z', 'open'],
    ['kept', record({ status: 'kept' }), '2026-12-24T10:00:00Z', 'kept'],
    ['moved', moved(), '2026-12-24T10:00:00Z', 'moved'],
    ['handed over', record({ status: 'handed-over' }), '2026-12-24T10:00:00Z', 'handed-over'],
    ['on the day of its own zone', record({ zone: 'America/New_York', due: due('05T03:00', '05T03:00', 'minute') }), '2026-12-05T02:00:00Z', 'due'],
  ])('%s', (_name, one, now, expected) => {
    expect(standing(one, now)).toBe(expected);
  });
  function moved(): PromiseRecord {
    return changed(OPEN, { do: 'move', due: OTHER }, NOW, rearm)[0]!;
  }
});
