/**
 * The first shape of the database. A migration imports nothing and never changes once it was released.
 *
 * promises: `ringAt` and `needsAt` are only on rows that are still to ring or need the agent, so that a tick reads
 * the few it wants and never counts; `state` is one of open, tentative, closed.
 * settings: one row. phraseUse: which phrase went to whom. figures: a count by day and name, no customer text.
 * quarantine: rows that no longer read as what they should be, kept as they were.
 */
export const ledger = {
  version: 1,
  stores: {
    promises: '&id, [state+dueAt], [conversation+dueAt], [customer+dueAt], ringAt, needsAt',
    settings: '&id',
    phraseUse: '++n, customer, at',
    figures: '&id, day',
    quarantine: '++n, &[table+id], at',
  },
} as const;
