/** One sentence, laid out for the search: tokens, commitments, what turns them, times; token indexes throughout. */
import type { Hit, Language, Parsed, Sentence, Token } from '../../language';
import { mayHoldTime, parseTimes } from '../dates';
import type { FoundTime } from '../types';
import { assetOf, clauseWords, type ClauseWords } from './words';

/** A time with the tokens it covers. Offsets are those of the sentence. */
export interface PlacedTime extends FoundTime {
  readonly from: number;
  readonly to: number;
}

export interface Laid {
  readonly sentence: Sentence;
  readonly text: string;
  /** Offsets of the draft. */
  readonly tokens: readonly Token[];
  readonly words: ClauseWords;
  /** Commitments that do not overlap, in order. */
  readonly commits: readonly Hit[];
  /** Marked as `empty`: one's own future that promises nothing itself ("I'll be at my desk at 4 and <ping you>"). */
  readonly heads: readonly Hit[];
  readonly turns: readonly Hit[];
  readonly times: readonly PlacedTime[];
}

/** Signs that part clauses. A comma does so weakly. */
const SIGNS = new Set([',', ';', ':', '(', ')', '-', '…', '•', '[', ']', '/']);

export function isWall(laid: Laid, at: number): boolean {
  const token = laid.tokens[at];
  return token === undefined || (token.kind === 'sign' && SIGNS.has(token.key)) || token.kind === 'emoji';
}

const marks = new WeakMap<object, readonly string[]>();
/** What stands between the dots of an entry's id. */
export function marksOf({ entry }: Hit): readonly string[] {
  let known = marks.get(entry);
  if (!known) marks.set(entry, (known = entry.id.split('.')));
  return known;
}

/**
 * Of overlapping hits the longest stays; of equally long ones that which is none, or which is done at once. What is marked as none
 * has then done its work: it kept a shorter look-alike away.
 */
function strongest(hits: readonly Hit[]): readonly Hit[] {
  const rank = (hit: Hit): number => (hit.to - hit.from) * 2 + (hit.entry.deferred === false || isEmpty(hit) ? 1 : 0);
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => rank(b) - rank(a) || a.from - b.from)) {
    if (kept.every((other) => hit.to <= other.from || other.to <= hit.from)) kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}
function isEmpty(hit: Hit): boolean {
  return marksOf(hit).includes('none');
}

/** What tells of a promise kept: `said` "as promised", `done` "I have sent it", `act` "here is" (as-promised.ts). */
function tellsOfKept(hit: Hit, how: 'said' | 'act'): boolean {
  const marks = marksOf(hit);
  return marks[0] === 'kept' && marks[1] === how;
}

const NO_TIMES: readonly PlacedTime[] = [];

export function layOut(language: Language, parsed: Parsed, sentence: Sentence): Laid | null {
  const every = parsed.hitsIn(sentence, 'commit');
  const given = every.filter((hit) => !tellsOfKept(hit, 'act'));
  if (strongest(given).every(isEmpty)) return null;
  const asset = assetOf(language.lang);
  const text = parsed.text.slice(sentence.start, sentence.end);
  const { tokens } = sentence;
  const times = !mayHoldTime(asset, tokens) ? NO_TIMES : parseTimes(asset, text).map((time): PlacedTime => {
    const inside = (token: Token): boolean => token.start - sentence.start < time.end && token.end - sentence.start > time.start;
    const from = tokens.findIndex(inside);
    let to = from;
    for (let token = tokens[to]; token !== undefined && inside(token); token = tokens[to]) to++;
    return { start: time.start, end: time.end, expr: time.expr, from, to };
  });
  // "Mando o" keeps a promise only beside "as promised" and without a time: it is no reason to drop "te mando o recibo amanhã".
  const hits = times.length === 0 && given.length < every.length && every.some((hit) => tellsOfKept(hit, 'said')) ? every : given;
  // "Por volta das 15h", "da parte da manhã": words of a time give nobody's word.
  const all = strongest(times.length === 0 ? hits : hits.filter((hit) => !times.some((time) => time.from <= hit.from && hit.to <= time.to)));
  const commits = all.filter((hit) => !isEmpty(hit));
  if (commits.length === 0) return null;
  const turns = parsed.hitsIn(sentence, 'clause').filter((turn) =>
    // "After 3 pm", "depois das 15h": part of a time, no condition.
    ((turn.mark !== 'condition' && turn.mark !== 'purpose') || !times.some((time) => time.from <= turn.from && turn.to <= time.to && time.expr.type !== 'unclear'))
    // "I'll try to get an answer": no purpose, but the words of the promise. "I'll ring you to <tell you> how it went" has one.
    && (turn.mark !== 'purpose' || !commits.some((hit, index) => hit.from < turn.to && turn.from < hit.to && !(index > 0 && hit.from > turn.from))));
  return { sentence, text, tokens, words: clauseWords(asset), commits, heads: all.filter((hit) => marksOf(hit).includes('empty')), turns, times };
}
