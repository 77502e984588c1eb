/** The agent's own use of phrases, one row a phrase: how often, when last (epoch ms), and whether it is a favourite. */
export const ownPhrases = {
  version: 3,
  stores: { ownPhrases: '&phrase, last' },
} as const;
