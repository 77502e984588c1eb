/** Where the clause of a commitment begins and ends, and which stretches of a sentence only set its condition or its purpose. */
import type { Hit } from '../../language';
import { isJoint, isWall, marksOf, type Laid } from './sentence';

/** A stretch of tokens, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

function keyAt(laid: Laid, at: number): string {
  return laid.tokens[at]?.key ?? '';
}

/** First token of the clause a hit stands in: back to the wall before it, past "and", "so", "yes". */
export function clauseStart(laid: Laid, hit: Hit, after: number): number {
  const { words } = laid;
  let from = hit.from;
  if (!words.subjects.has(keyAt(laid, from))) {
    while (from > after && !isWall(laid, from - 1) && !words.walls.has(keyAt(laid, from - 1)) && !opensClause(laid, from - 1, hit)) from--;
    // A condition that no comma divides from the promise: "assim que chegar ligo-lhe".
    if (laid.turns.some((turn) => turn.mark === 'condition' && turn.from >= from && turn.to <= hit.from)) from = hit.from;
  }
  while (from < hit.from && (words.leads.has(keyAt(laid, from)) || isItem(laid, from))) from++;
  return from;
}

/** "1. We cancel it": the number of an item in a list. */
function isItem(laid: Laid, at: number): boolean {
  const token = laid.tokens[at];
  return at === 0 && token?.kind === 'number' && laid.text[token.end - laid.sentence.start] === '.';
}

/** "and" parts clauses before a hit where what stands between is more than the hit's own subject or time. */
function opensClause(laid: Laid, at: number, hit: Hit): boolean {
  return isJoint(laid, at) && hit.from - at <= 8;
}

/** Words a subject takes at most before its verb shows ("no further payments will"). */
const VERB_REACH = 5;

/** Does a new clause follow at this token? */
function newClause(laid: Laid, at: number): boolean {
  if (laid.words.subjects.has(keyAt(laid, at)) || laid.commits.some((hit) => hit.from === at)) return true;
  for (let next = at; next < at + VERB_REACH && !isWall(laid, next); next++) if (laid.words.verbs.has(keyAt(laid, next))) return true;
  return false;
}

/** One past the last token of the clause; `limit` is where the next promise's clause begins. */
export function clauseEnd(laid: Laid, hit: Hit, limit: number): number {
  const { words, tokens } = laid;
  let to = hit.to;
  for (; to < Math.min(limit, laid.end); to++) {
    const key = keyAt(laid, to);
    if (isWall(laid, to) || words.walls.has(key)) break;
    if (isJoint(laid, to) && newClause(laid, to + 1)) break;
    if (tokens[to]?.kind === 'sign') break;
    if (laid.turns.some((turn) => turn.mark === 'purpose' && turn.from === to && !marksOf(turn).includes('limit'))) break;
  }
  while (to > hit.to && words.tails.has(keyAt(laid, to - 1))) to--;
  return to;
}

/** Up to the next comma, semicolon or clause of a promise. */
function stretchEnd(laid: Laid, from: number, starts: readonly number[]): number {
  let to = from + 1;
  while (to < laid.end && !isWall(laid, to) && !starts.includes(to)) to++;
  return to;
}

export interface Condition extends Stretch {
  /** Index of the promise it follows in the same breath ("I'll call you once …"), -1 where it comes first ("Once …, I'll call"). */
  readonly trails: number;
}

const LEADS = -1;

/** The conditions of a sentence. "I'll check if …" sets none; one without a verb (`noun`: "…, after the meeting I'll write") goes with what follows it. */
export function conditions(laid: Laid, starts: readonly number[]): readonly Condition[] {
  const found: Condition[] = [];
  for (const turn of laid.turns) {
    if (turn.mark !== 'condition' || found.some((other) => other.from <= turn.from && turn.from < other.to)) continue;
    // "I'll ring you to say what to do if it drops": what is told, no condition.
    if (laid.turns.some((other) => other.mark === 'purpose' && other.from < turn.from && turn.to <= other.to)) continue;
    let trails = LEADS;
    laid.commits.forEach((hit, index) => {
      // A comma right before the condition binds it (in Polish it must stand there).
      const end = keyAt(laid, turn.from - 1) === ',' ? turn.from - 1 : turn.from;
      // "…, and, if you like it, book the fitter": it looks ahead.
      if (end < turn.from && isJoint(laid, end - 1)) return;
      // A pattern may take in the first word of it: "<We'll write as> soon as we know".
      if (hit.to <= end ? !parted(laid, hit.to, end) : hit.from < turn.from && turn.from === hit.to - 1) trails = index;
    });
    const to = stretchEnd(laid, turn.from, starts);
    if (marksOf(turn).includes('noun') && laid.commits.some((hit) => hit.from >= turn.to && !parted(laid, turn.to, hit.from))) trails = LEADS;
    else if (trails < 0 && keyAt(laid, turn.from - 1) !== ';' && closes(laid, to)) trails = laid.commits.filter((hit) => hit.to <= turn.from).length - 1;
    const promise = laid.commits[trails];
    if (promise?.mark === 'check' && laid.words.whether.has(keyAt(laid, turn.from))) continue;
    found.push({ from: turn.from, to, trails });
  }
  return found;
}

/** After a comma a condition belongs to the promise before it where nothing follows that it could govern, or only what is joined on. */
function closes(laid: Laid, to: number): boolean {
  if (laid.turns.some((turn) => turn.mark === 'offer' && turn.from >= to)) return false;
  return !laid.commits.some((hit) => hit.from >= to) || isJoint(laid, to + 1);
}

/** Is there a sign between two tokens? */
export function parted(laid: Laid, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWall(laid, at)) return true;
  return false;
}

export function purposes(laid: Laid, starts: readonly number[]): readonly Stretch[] {
  return laid.turns.filter(({ mark }) => mark === 'purpose').map(({ from }) => ({ from, to: stretchEnd(laid, from, starts) }));
}
