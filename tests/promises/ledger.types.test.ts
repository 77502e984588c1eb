/** The ledger's record is stated twice, here and among the messages: the compiler and this file hold the two together. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { PROMISE_STATUSES, STAGES, type HistoryEntry, type PromiseDraft, type PromiseRecord } from '../../utils/messages/protocol';
import { LEDGER_STATUSES, RING_STAGES, type LedgerDraft, type LedgerHistory, type LedgerRecord } from '../../utils/promises';

/** An intersection as one record: `toEqualTypeOf` tells the two ways of writing apart. */
type Flat<T> = { [K in keyof T]: T[K] };

describe('the ledger and the messages say the same', () => {
  it('statuses and stages, in the same order', () => {
    expect(LEDGER_STATUSES).toEqual(PROMISE_STATUSES);
    expect(RING_STAGES).toEqual(STAGES);
  });

  // What follows is proved by `tsc --noEmit`: a field more, less or of another type on either side does not compile.
  it('records, drafts and lines of history, both ways', () => {
    expectTypeOf<LedgerRecord>().toEqualTypeOf<PromiseRecord>();
    expectTypeOf<PromiseRecord>().toEqualTypeOf<LedgerRecord>();
    expectTypeOf<Flat<LedgerDraft>>().toEqualTypeOf<Flat<PromiseDraft>>();
    expectTypeOf<LedgerHistory>().toEqualTypeOf<HistoryEntry>();
  });
});
