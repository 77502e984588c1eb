import { describe, expect, it } from 'vitest';
import { changed, ChangeRefused, entryOf, recordOf, rung, sameDue, successorId } from '../../entrypoints/background/ledger';
import type { Change } from '../../entrypoints/background/ledger';
import { defaults, interfaceLanguage } from '../../entrypoints/background/settings';
import type { PromiseDraft, PromiseRecord } from '../../utils/messages/protocol';

const SETTINGS = defaults('en');
const DUE = { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' } as const;
const OTHER = { start: '2026-12-07T15:00:00Z', end: '2026-12-07T15:00:00Z', precision: 'minute' } as const;
const DRAFT: PromiseDraft = {
  id: 'a', status: 'open', kind: 'callback', text: 't', lang: 'en', conditional: false, due: DUE, alternatives: [OTHER], zone: 'Europe/Lisbon', conversation: null, customer: null,
};
const NOW = '2026-12-02T10:00:00Z';
const OPEN = recordOf(DRAFT, '2026-12-01T10:00:00Z');
const TENTATIVE = recordOf({ ...DRAFT, status: 'tentative' }, '2026-12-01T10:00:00Z');
const apply = (record: PromiseRecord, change: Change): PromiseRecord => changed(record, change, NOW, SETTINGS).at(-1) ?? record;
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
    expect(changed(apply(OPEN, change), change, NOW, SETTINGS)).toEqual([]);
  });

  it('keeps the chain when a date moves, and lets the old one rest', () => {
    const [old, next] = changed(rung(OPEN, ['before', 'due'], NOW), { do: 'move', due: OTHER }, NOW, SETTINGS);
    expect([old?.id, old?.status, old?.history.at(-1)?.what]).toEqual(['a', 'moved', 'moved']);
    expect(next?.previous).toBe('a');
    expect(entryOf(old!, SETTINGS).times).toEqual({ ringAt: null, needsAt: null });
    expect(entryOf(next!, SETTINGS).times).toEqual({ ringAt: '2026-12-07T14:50:00Z', needsAt: '2026-12-07T15:00:00Z' });
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
    expect(changed(OPEN, { do: 'reopen' }, NOW, SETTINGS)).toEqual([]);
  });

  const moved = changed(OPEN, { do: 'move', due: OTHER }, NOW, SETTINGS)[0]!;
  it.each<[string, PromiseRecord, Change]>([
    ['keep one that was moved', moved, { do: 'keep' }],
    ['reopen one that was moved', moved, { do: 'reopen' }],
    ['move one that was moved', moved, { do: 'move', due: DUE }],
    ['put off one that is kept', apply(OPEN, { do: 'keep' }), { do: 'snooze', until: '2026-12-04T16:00:00Z' }],
    ['confirm one that is kept', apply(OPEN, { do: 'keep' }), { do: 'confirm', due: null }],
    ['put one off into the past', OPEN, { do: 'snooze', until: NOW }],
  ])('does not %s', (_name, record, change) => {
    expect(() => changed(record, change, NOW, SETTINGS)).toThrow(ChangeRefused);
  });
});

describe('settings', () => {
  it.each([
    ['pt-PT', 'PT', 'pt-PT'], ['pt-BR', 'BR', 'pt-BR'], ['pt', null, 'pt-BR'], ['pl', 'PL', 'pl'], ['pl-PL', 'PL', 'pl'], ['en-GB', 'GB', 'en'], ['en', null, 'en'], ['de-AT', null, 'en'],
  ] as const)('before anything was chosen, in a browser that speaks %s', (ui, holidays, language) => {
    expect(defaults(ui).holidays).toBe(holidays);
    expect(interfaceLanguage(defaults(ui), ui)).toBe(language);
  });

  it('the chosen language wins over the browser’s', () => {
    expect(interfaceLanguage({ ...defaults('pl'), language: 'pt-PT' }, 'pl')).toBe('pt-PT');
  });
});
