import { Notes, type Language, type Parsed, type Sentence } from '../../language';
import { mayHoldTime, parseTimes } from '../dates';
import { resolve, type Resolved } from '../resolve';
import type { Clock, FoundPromise, FoundTime, PromiseKind, TimeExpr } from '../types';
import { candidatesIn, type Candidate } from './candidates';
import { inContext, SAME_DAY_REACH, type Before } from './context';
import { assetOf } from './words';

/** What was found in a sentence, by the sentence: one keystroke changes one of them. */
const memo = new Notes<readonly Remembered[]>();

/** A promise of a sentence and what its time last came to: the next keystroke finds most of them as they were. */
interface Remembered {
  readonly one: Candidate;
  seen: { readonly clock: Clock; readonly kind: PromiseKind | null; readonly day: string | null; readonly away: number; readonly resolved: Resolved } | null;
}

function candidates(language: Language, parsed: Parsed, sentence: Sentence): readonly Remembered[] {
  return memo.get(sentence.core) ?? memo.set(sentence.core, candidatesIn(language, parsed, sentence).map((one) => ({ one, seen: null })));
}

/** By the clock and the promise before it, of which only kind, day and nearness count. Clocks never change. */
function resolved(known: Remembered, expr: TimeExpr, clock: Clock, before: Before | null, sentence: number): Resolved {
  const { seen } = known;
  const kind = before?.kind ?? null, day = before?.day ?? null, away = before === null ? 0 : Math.min(SAME_DAY_REACH + 1, sentence - before.sentence);
  if (seen !== null && seen.clock === clock && seen.kind === kind && seen.day === day && seen.away === away) return seen.resolved;
  const found = inContext(known.one, expr, clock, before, sentence);
  known.seen = { clock, kind, day, away, resolved: found };
  return found;
}

/** A time that is a whole sentence is not longer than this, in UTF-16 code units and in tokens. */
const LONE_LENGTH = 120;
const LONE_TOKENS = 10;
const lone = new Notes<FoundTime | null>();

/** "I'll call you. Tomorrow at 3." A sentence that is a time and nothing else gives it to the promise before. */
function loneTime(language: Language, parsed: Parsed, sentence: Sentence): FoundTime | null {
  if (sentence.end - sentence.start > LONE_LENGTH) return null;
  const time = lone.get(sentence.core);
  return time === undefined ? lone.set(sentence.core, readLone(language, parsed, sentence)) : time;
}

/** Offsets are those of the sentence. */
function readLone(language: Language, parsed: Parsed, sentence: Sentence): FoundTime | null {
  if (sentence.tokens.length > LONE_TOKENS || !mayHoldTime(assetOf(language.lang), sentence.tokens)) return null;
  const text = parsed.text.slice(sentence.start, sentence.end);
  const [time, more] = parseTimes(assetOf(language.lang), text);
  if (!time || more) return null;
  const rest = text.slice(0, time.start) + text.slice(time.end);
  return /^[\s.,!:()-]*$/u.test(rest) ? time : null;
}

function placed(time: FoundTime, sentence: Sentence): FoundTime {
  return { expr: time.expr, start: time.start + sentence.start, end: time.end + sentence.start };
}

const NOTHING: Resolved = { due: null, alternatives: [], day: null, doubt: null };

/**
 * The promises of a draft in the order they stand, with their dates as seen from the clock. Offsets are UTF-16 code units of
 * `draft`. Quoted lines, signatures and footers are not looked at. Pure: the same arguments give the same answer.
 * @throws RangeError where the clock's instant, zone or hours can't be read.
 */
export function find(language: Language, draft: string, clock: Clock): readonly FoundPromise[] {
  const parsed = language.parse(draft);
  const found: FoundPromise[] = [];
  let before: Before | null = null;
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const own = candidates(language, parsed, sentence);
    const last = found[found.length - 1];
    if (own.length === 0 && last && last.dueSpan === null) {
      const time = loneTime(language, parsed, sentence);
      if (time) found[found.length - 1] = dated(last, placed(time, sentence), resolve(time.expr, clock, before?.day ?? null));
    }
    for (const known of own) {
      const { one } = known;
      const time = one.time && placed(one.time, sentence);
      const due: Resolved = time && !one.counted ? resolved(known, time.expr, clock, before, sentence.index) : NOTHING;
      if (due.day) before = { kind: one.kind, day: due.day, sentence: sentence.index };
      const bare: FoundPromise = {
        start: one.start + sentence.start, end: one.end + sentence.start, kind: one.kind, deferred: one.deferred, conditional: one.conditional,
        due: null, dueSpan: null, alternatives: [], confidence: one.confidence, vague: false,
      };
      found.push(time ? dated(bare, time, due) : bare);
    }
  }
  return found;
}

function dated(promise: FoundPromise, time: FoundTime, resolved: Resolved): FoundPromise {
  return {
    start: promise.start, end: promise.end, kind: promise.kind, deferred: promise.deferred, conditional: promise.conditional, confidence: promise.confidence,
    due: resolved.due, alternatives: resolved.alternatives, dueSpan: { start: time.start, end: time.end }, vague: time.expr.type === 'vague',
    ...(resolved.doubt ? { doubt: resolved.doubt } : {}),
  };
}
