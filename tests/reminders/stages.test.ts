import { describe, expect, it } from 'vitest';
import { stagesOf } from '../../utils/reminders';
import type { Remindable } from '../../utils/reminders';

const SETTINGS = { hours: { start: '09:00', end: '18:00' } };
const LISBON = 'Europe/Lisbon';

function promise(over: Partial<Remindable>): Remindable {
  return {
    id: 'p', status: 'open', kind: 'callback', createdAt: '2026-12-01T10:00:00Z', due: null, zone: LISBON, rang: [], snoozedUntil: null, ...over,
  };
}
/** Local wall clock of Lisbon (UTC in winter), "12-04 15:00". */
const at = (local: string): string => `2026-${local.replace(' ', 'T')}:00Z`;
const due = (start: string, end: string, precision: string) => ({ start: at(start), end: at(end), precision });
const shown = (p: Remindable): string[] => stagesOf(p, SETTINGS).map(({ stage, at: when }) => `${stage} ${when.toString().slice(5, 16).replace('T', ' ')}`);

describe('when the stages of a promise come', () => {
  const cases: readonly [string, Partial<Remindable>, string[]][] = [
    ['call at 15:00', { due: due('12-04 15:00', '12-04 15:00', 'minute') }, ['before 12-04 14:50', 'due 12-04 15:00', 'overdue 12-04 15:15']],
    ['answer at 15:00: more warning', { kind: 'reply', due: due('12-04 15:00', '12-04 15:00', 'minute') }, ['before 12-04 14:45', 'due 12-04 15:00', 'overdue 12-04 15:15']],
    ['a kind nobody named', { kind: 'unheard-of', due: due('12-04 15:00', '12-04 15:00', 'minute') }, ['before 12-04 14:45', 'due 12-04 15:00', 'overdue 12-04 15:15']],
    ['given five minutes ahead: the warning is past', { createdAt: at('12-04 14:55'), due: due('12-04 15:00', '12-04 15:00', 'minute') }, ['due 12-04 15:00', 'overdue 12-04 15:15']],
    ['given exactly when the warning would ring', { createdAt: at('12-04 14:50'), due: due('12-04 15:00', '12-04 15:00', 'minute') }, ['due 12-04 15:00', 'overdue 12-04 15:15']],
    ['send by 15:00', { kind: 'send', due: due('12-01 10:00', '12-04 15:00', 'minute') }, ['before 12-04 14:30', 'due 12-04 15:00', 'overdue 12-04 15:15']],
    ['within 24 hours', { kind: 'reply', due: due('12-01 10:00', '12-02 10:00', 'hour') }, ['before 12-02 09:45', 'due 12-02 10:00', 'overdue 12-02 10:15']],
    ['between 9 and 11', { due: due('12-02 09:00', '12-02 11:00', 'hour') }, ['before 12-02 08:50', 'due 12-02 09:00', 'overdue 12-02 11:00']],
    ['in the afternoon', { due: due('12-02 12:00', '12-02 18:00', 'part_of_day') }, ['due 12-02 12:00', 'overdue 12-02 18:00']],
    ['this afternoon, which is running', { createdAt: at('12-02 14:00'), due: due('12-02 14:00', '12-02 18:00', 'part_of_day') }, ['due 12-02 17:00', 'overdue 12-02 18:00']],
    ['on Friday', { due: due('12-04 09:00', '12-04 18:00', 'day') }, ['due 12-04 09:00', 'overdue 12-04 18:00']],
    ['by Friday', { due: due('12-01 10:00', '12-04 18:00', 'day') }, ['due 12-04 09:00', 'overdue 12-04 18:00']],
    ['today', { due: due('12-01 10:00', '12-01 18:00', 'day') }, ['due 12-01 17:00', 'overdue 12-01 18:00']],
    ['today, given in its last hour', { createdAt: at('12-01 17:30'), due: due('12-01 17:30', '12-01 18:00', 'day') }, ['due 12-01 17:45', 'overdue 12-01 18:00']],
    ['next week', { due: due('12-07 09:00', '12-11 18:00', 'week') }, ['before 12-07 09:00', 'due 12-11 09:00', 'overdue 12-11 18:00']],
    ['by the end of this week', { due: due('12-01 10:00', '12-04 18:00', 'week') }, ['due 12-04 09:00', 'overdue 12-04 18:00']],
    ['by the end of the month', { due: due('12-01 10:00', '12-31 18:00', 'month') }, ['before 12-24 09:00', 'due 12-31 09:00', 'overdue 12-31 18:00']],
    ['no date', {}, []],
    ['no date, to be reminded on Thursday', { snoozedUntil: at('12-03 09:00') }, ['due 12-03 09:00']],
    ['a window that was over when it was given', { due: due('11-30 09:00', '11-30 18:00', 'day') }, []],
  ];
  it.each(cases)('%s', (_name, over, expected) => {
    expect(shown(promise(over))).toEqual(expected);
  });

  it('takes the morning by the wall clock of the promise’s zone, over a change of the clock', () => {
    const warsaw = promise({
      zone: 'Europe/Warsaw', createdAt: '2026-10-23T08:00:00Z',
      due: { start: '2026-10-26T08:00:00Z', end: '2026-10-26T17:00:00Z', precision: 'day' },
    });
    // Winter time since the day before: 09:00 is 08:00 UTC.
    expect(stagesOf(warsaw, SETTINGS).map(({ at: when }) => when.toString())).toEqual(['2026-10-26T08:00:00Z', '2026-10-26T17:00:00Z']);
  });

  it('follows the working hours', () => {
    const early = stagesOf(promise({ due: due('12-04 07:00', '12-04 15:00', 'day') }), { hours: { start: '07:00', end: '15:00' } });
    expect(early[0]?.at.toString()).toBe('2026-12-04T07:00:00Z');
  });
});
