/** What is at stake for the customer, each said in its own clause. */
import type { Hit, Language, Parsed } from '../parsed';
import type { Stake, StakeKind } from '../types';
import { clausesOf } from './clauses';
import { wordsOf } from './words';
import type { Words } from './words';

/** Stakes in the writer's own words; negated ones ("no rush, it is not urgent") left out. One kind is one place in a sentence. */
export function findStakes(language: Language, parsed: Parsed): Stake[] {
  const words = wordsOf(language);
  const stakes: Stake[] = [], places: string[] = [];
  for (const hit of parsed.hits('stake')) {
    if (!isOwn(parsed, hit) || (DENIABLE.has(hit.mark) && isNegated(parsed, hit, words, 2))) continue;
    const kind = hit.mark as StakeKind, span = clauseAround(parsed, hit, words);
    const same = places.indexOf(`${hit.sentence} ${kind}`), known = stakes[same];
    if (known !== undefined) stakes[same] = { kind, start: Math.min(known.start, span.start), end: Math.max(known.end, span.end) };
    else {
      stakes.push({ ...span, kind });
      places.push(`${hit.sentence} ${kind}`);
    }
  }
  return stakes;
}

/** "No danger", "no deadline" deny it; "nothing heard since May", "without heating for a week" are what a wait is. */
const DENIABLE: ReadonlySet<string> = new Set(['deadline', 'money', 'access', 'safety']);

/** The clause that says it: who reads the mark sees what happened and not two words of it. */
function clauseAround(parsed: Parsed, hit: Hit, words: Words): { start: number; end: number } {
  const tokens = parsed.sentences[hit.sentence]?.tokens ?? [];
  let { start, end } = hit;
  for (const [from, to] of clausesOf(tokens, words)) {
    if (from >= hit.to || to <= hit.from) continue;
    start = Math.min(start, tokens[from]?.start ?? start);
    end = Math.max(end, tokens[to - 1]?.end ?? end);
  }
  return { start, end };
}

export function isOwn(parsed: Parsed, hit: Hit): boolean {
  return parsed.sentences[hit.sentence]?.quoted === false;
}

/** Is there a "not" within so many words before the hit, in the same clause? Words that hold a "not" of their own ("nikt nie odpisał") say it already. */
export function isNegated(parsed: Parsed, hit: Hit, words: Words, reach: number): boolean {
  const tokens = parsed.sentences[hit.sentence]?.tokens ?? [];
  for (let i = hit.from; i < hit.to; i += 1) if (words.set.negators.has(tokens[i]?.key ?? '')) return false;
  for (let i = hit.from - 1, seen = 0; i >= 0 && seen < reach; i -= 1) {
    const token = tokens[i];
    if (token === undefined || (token.kind === 'sign' && token.key !== '-')) return false;
    if (words.set.negators.has(token.key)) return true;
    seen += 1;
  }
  return false;
}
