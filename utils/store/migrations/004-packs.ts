/**
 * Packs as the file's text, one row a pack; their earlier versions, in order of `n`; and drafts of packs. A migration imports nothing
 * and never changes once it was released.
 */
export const packs = {
  version: 4,
  stores: { packs: '&id', packVersions: '++n, pack', packDrafts: '&id, at' },
} as const;
