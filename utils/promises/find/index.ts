import { Notes, type Language, type Parsed, type Sentence } from '../../language';
import { mayHoldTime, parseTimes } from '../dates';
import { resolve, type Resolved } from '../resolve';
import type { Clock, FoundPromise, FoundTime, TimeExpr } from '../types';
import { candidatesIn, type Candidate } from './candidates';
import { inContext, leaning, SAME_DAY_REACH, type Around, type Before } from './context';
import { Lists } from './lists';
import { opensQuote } from './sentence';
import { assetOf } from './words';

/** What was found in a sentence, by the sentence: one keystroke changes one of them. Of each setting its own. */
const plain = new Notes<readonly Remembered[]>(), ofItem = new Notes<readonly Remembered[]>();
const behindMark = new Notes<readonly Remembered[]>(), ofItemBehindMark = new Notes<readonly Remembered[]>();

/** A promise of a sentence and what its time last came to: the next keystroke finds most of them as they were. */
interface Remembered {
  readonly one: Candidate;
  seen: { readonly clock: Clock; readonly around: Around; readonly resolved: Resolved } | null;
}

function candidates(language: Language, parsed: Parsed, sentence: Sentence, item: boolean): readonly Remembered[] {
  const opened = opensQuote(parsed.text[sentence.start - 1]);
  const memo = opened ? (item ? ofItemBehindMark : behindMark) : item ? ofItem : plain;
  return memo.get(sentence.core) ?? memo.set(sentence.core, candidatesIn(language, parsed, sentence, { opened, item }).map((one) => ({ one, seen: null })));
}

/** By the clock and what stands around it. Clocks never change; of the promise before only what it lends counts. */
function resolved(known: Remembered, expr: TimeExpr, clock: Clock, around: Around): Resolved {
  const { seen } = known;
  if (seen !== null && seen.clock === clock && alike(seen.around, around)) return seen.resolved;
  const found = inContext(known.one, expr, clock, around);
  known.seen = { clock, around, resolved: found };
  return found;
}
function alike(a: Around, b: Around): boolean {
  if (a.named !== b.named) return false;
  if (a.before === null || b.before === null) return a.before === b.before;
  return a.before.day === b.before.day && a.before.kind === b.before.kind && a.before.exact === b.before.exact && a.sentence - a.before.sentence === b.sentence - b.before.sentence;
}

const spoken = new Notes<TimeExpr | null>();
/** The day that the one or two sentences before name, where they promise nothing and tell of nothing past. */
function namedDay(language: Language, parsed: Parsed, index: number, clock: Clock): string | null {
  for (let at = index - 1; at >= Math.max(0, index - SAME_DAY_REACH); at--) {
    const sentence = parsed.sentences[at];
    if (!sentence || sentence.quoted || candidates(language, parsed, sentence, false).length > 0) return null;
    let expr = spoken.get(sentence.core);
    if (expr === undefined) spoken.set(sentence.core, (expr = spokenDay(language, parsed, sentence)));
    if (expr) return resolve(expr, clock).day;
  }
  return null;
}
function spokenDay(language: Language, parsed: Parsed, sentence: Sentence): TimeExpr | null {
  if (!mayHoldTime(assetOf(language.lang), sentence.tokens) || parsed.hitsIn(sentence, 'clause').some(({ mark }) => mark === 'past')) return null;
  const times = parseTimes(assetOf(language.lang), parsed.text.slice(sentence.start, sentence.end));
  return times.findLast(({ expr }) => expr.type === 'day' && expr.how === 'on' && (expr.day.type === 'date' || expr.day.type === 'weekday' || expr.day.type === 'offset'))?.expr ?? null;
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
  const lists = new Lists(parsed);
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const own = candidates(language, parsed, sentence, lists.isItem(sentence));
    const last = found[found.length - 1];
    if (own.length === 0 && last && last.dueSpan === null) {
      const time = loneTime(language, parsed, sentence);
      if (time) found[found.length - 1] = dated(last, placed(time, sentence), resolve(time.expr, clock, before?.day ?? null));
    }
    for (const known of own) {
      const { one } = known;
      const time = one.time && placed(one.time, sentence);
      const named = time && leaning(time.expr) ? namedDay(language, parsed, sentence.index, clock) : null;
      const due: Resolved = time && !one.counted ? resolved(known, time.expr, clock, { before, named, sentence: sentence.index }) : NOTHING;
      if (due.day) before = { kind: one.kind, day: due.day, sentence: sentence.index, exact: due.due?.start.slice(0, 10) === due.due?.end.slice(0, 10) };
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
