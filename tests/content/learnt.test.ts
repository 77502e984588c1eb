import { describe, expect, it } from 'vitest';
import { Dismissed, placeOf } from '../../entrypoints/content/learnt';
import type { HostReading } from '../../utils/hosts';
import type { Finding } from '../../utils/language';

const draft = 'The RMA is open. The RMA number is 7.';
const finding = (rule: string, start: number): Finding => ({ rule, category: 'jargon', start, end: start + 3, message: '', suggestions: [] });
const both = [finding('jargon.rma', 4), finding('jargon.rma', 21)];

describe('a dismissed mark', () => {
  it('stays away from its conversation, wherever its words stand, and from no other', () => {
    const dismissed = new Dismissed();
    dismissed.add('desk 7', 'jargon.rma', 'RMA');
    expect(dismissed.without('desk 7', both, draft)).toEqual([]);
    expect(dismissed.without('desk 8', both, draft)).toEqual(both);
  });
  it('is that rule on those words', () => {
    const dismissed = new Dismissed();
    dismissed.add('desk 7', 'jargon.rma', 'number');
    dismissed.add('desk 7', 'robotic.other', 'RMA');
    expect(dismissed.without('desk 7', both, draft)).toEqual(both);
  });
  it('belongs to the reply where the page names no conversation', () => {
    const reading = (conversation: { host: string; id: string } | null): HostReading => ({ conversation } as unknown as HostReading);
    expect(placeOf(reading(null), 'k1')).toBe('k1');
    expect(placeOf(reading({ host: 'desk', id: '7' }), 'k1')).toBe('desk 7');
  });
});
