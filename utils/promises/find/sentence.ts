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
  return kept.filter((hit) => !isEmpty(hit)).sort((a, b) => a.from - b.from);
}
function isEmpty(hit: Hit): boolean {
  return marksOf(hit).includes('none');
}

/** "Segue o contrato": only beside "as promised" does it tell of a kept promise (as-promised.ts); "mando o" is no reason to drop "te mando o recibo amanhã". */
function tellsOfKept(hit: Hit): boolean {
  const [head, how] = marksOf(hit);
  return head === 'kept' && how === 'act';
}

const NO_TIMES: readonly PlacedTime[] = [];

export function layOut(language: Language, parsed: Parsed, sentence: Sentence): Laid | null {
  const hits = parsed.hitsIn(sentence, 'commit').filter((hit) => !tellsOfKept(hit));
  if (strongest(hits).length === 0) return null;
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
  // "Por volta das 15h", "da parte da manhã": words of a time give nobody's word.
  const commits = strongest(times.length === 0 ? hits : hits.filter((hit) => !times.some((time) => time.from <= hit.from && hit.to <= time.to)));
  if (commits.length === 0) return null;
  const turns = parsed.hitsIn(sentence, 'clause').filter((turn) =>
    // "After 3 pm", "depois das 15h": part of a time, no condition.
    (turn.mark !== 'condition' || !times.some((time) => time.from <= turn.from && turn.to <= time.to && time.expr.type !== 'unclear'))
    // "I'll try to get an answer": no purpose, but the words of the promise.
    && (turn.mark !== 'purpose' || !commits.some((hit) => hit.from < turn.to && turn.from < hit.to)));
  return { sentence, text, tokens, words: clauseWords(asset), commits, turns, times };
}
