/**
 * Times as people say them, one file a language. A language exports one `TimeLanguage`, of which
 *
 *     parse(sentence, offset = 0): FoundTime[]
 *
 * takes plain text of one sentence, and gives spans (offsets of the sentence plus `offset`) with what was said. It knows words, never
 * calendars: resolving is `../resolve`. Rules of the house for a parser:
 * - a span begins with its preposition ("by Friday", "até sexta", "do piątku") and holds all of one time ("tomorrow at 3 pm");
 * - what is not surely a time is not found; what looks like one and is none ("24/7", "since Monday") is read as `{ type: 'none' }`,
 *   so that no shorter reading of it is taken; a real time that can't be expressed is `{ type: 'unclear' }` (due stays null);
 * - "soon" and its kin are `{ type: 'vague' }`.
 * `read/` has the means: `grammar`, `rule`, `dict`, `numbers`, `look`, `timeParser`; `en.ts` shows their use.
 */
import type { AssetName, Token } from '../../language';
import type { FoundTime } from '../types';
import { en } from './en';
import { pl } from './pl';
import { pt } from './pt';
import type { DateParser, TimeLanguage } from './read';

const LANGUAGES: Readonly<Record<AssetName, TimeLanguage>> = { en, pl, pt };
/** Sentences repeat at every keystroke; what was said in one doesn't depend on the clock. */
const MEMO_SIZE = 64;
const memo: Readonly<Record<AssetName, Map<string, readonly FoundTime[]>>> = { en: new Map(), pl: new Map(), pt: new Map() };

/** Times said in one sentence, in order, never overlapping. `offset` is added to every span. */
export function parseTimes(asset: AssetName, sentence: string, offset = 0): readonly FoundTime[] {
  const known = memo[asset];
  let times = known.get(sentence);
  if (!times) {
    times = LANGUAGES[asset].parse(sentence);
    if (known.size >= MEMO_SIZE) known.clear();
    known.set(sentence, times);
  }
  return offset === 0 ? times : times.map((time) => ({ ...time, start: time.start + offset, end: time.end + offset }));
}

/**
 * May a sentence of these words (folded as tokens are) hold a time? No is certain: cheaper than to cut it up for the grammar, and
 * most sentences hold none.
 */
export function mayHoldTime(asset: AssetName, tokens: readonly Pick<Token, 'kind' | 'key'>[]): boolean {
  const { needs } = LANGUAGES[asset];
  return needs === null || tokens.some(({ kind, key }) => (kind === 'number' ? needs.has('#') : needs.has(key)));
}

export type { DateParser };
