/**
 * Times as people say them, one file a language. A language exports one `DateParser`:
 *
 *     parse(sentence, offset = 0): FoundTime[]
 *
 * plain text of one sentence in, spans (offsets of the sentence plus `offset`) with what was said out. It knows words, never
 * calendars: resolving is `../resolve`. Rules of the house for a parser:
 * - a span begins with its preposition ("by Friday", "até sexta", "do piątku") and holds all of one time ("tomorrow at 3 pm");
 * - what is not surely a time is not found; what looks like one and is none ("24/7", "since Monday") is read as `{ type: 'none' }`,
 *   so that no shorter reading of it is taken; a real time that can't be expressed is `{ type: 'unclear' }` (due stays null);
 * - "soon" and its kin are `{ type: 'vague' }`.
 * `read/` has the means: `grammar`, `rule`, `dict`, `numbers`, `look`, `timeParser`; `en.ts` shows their use.
 */
import type { AssetName } from '../../language';
import type { FoundTime } from '../types';
import { parse as en } from './en';
import { parse as pl } from './pl';
import { parse as pt } from './pt';
import type { DateParser } from './read';

const PARSERS: Readonly<Record<AssetName, DateParser>> = { en, pl, pt };
/** Sentences repeat at every keystroke; what was said in one doesn't depend on the clock. */
const MEMO_SIZE = 64;
const memo: Readonly<Record<AssetName, Map<string, readonly FoundTime[]>>> = { en: new Map(), pl: new Map(), pt: new Map() };

/** Times said in one sentence, in order, never overlapping. `offset` is added to every span. */
export function parseTimes(asset: AssetName, sentence: string, offset = 0): readonly FoundTime[] {
  const known = memo[asset];
  let times = known.get(sentence);
  if (!times) {
    times = PARSERS[asset](sentence);
    if (known.size >= MEMO_SIZE) known.clear();
    known.set(sentence, times);
  }
  return offset === 0 ? times : times.map((time) => ({ ...time, start: time.start + offset, end: time.end + offset }));
}

export type { DateParser };
