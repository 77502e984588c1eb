/** The promises of one sentence, before their times are resolved. Offsets are those of the sentence. */
import type { Hit, Language, Parsed, Sentence, Span } from '../../language';
import { PROMISE_KINDS, type FoundTime, type PromiseKind, type TimeExpr } from '../types';
import { clauseEnd, clauseStart, conditions, parted, purposes, type Condition } from './clauses';
import { isNone, isSurelyNone } from './judge';
import { isJoint, isWall, layOut, marksOf, opensItem, stretches, timesIn, type Laid, type PlacedTime, type Setting } from './sentence';
import { assign, choose, isReal } from './times';

export interface Candidate extends Span {
  readonly kind: PromiseKind;
  readonly deferred: boolean;
  readonly conditional: boolean;
  readonly time: FoundTime | null;
  readonly confidence: number;
  /** Its time counts from its condition: no due date. */
  readonly counted: boolean;
  /** The time said before its own in the sentence: what "the same day" leans on. */
  readonly anchor: FoundTime | null;
}

/**
 * Marks in an entry's id, between dots, that say how sure its words are:
 * own: a nominal one in the first person: a condition ("If a paper is missing, we write") or a vague time ("Te retorno em breve") puts it ahead as well;
 * chained: a verb that gives its word only after another promise of the sentence ("I'll check and <call you back>");
 * nominal: no verb at all ("<refund> within 5 days"), or one of which only the time shows that it is ahead: not with "soon" alone; timed: a present ("<I'm calling you>"): only with a time;
 * item (read in sentence.ts): only in a list under a heading that says whose word it is; heading (lists.ts): such a heading, itself a `none`;
 * empty: a `none` on which a chained verb may hang all the same; weak: "I'll try to", "should"; books (read in times.ts): books or moves something to the day that is aimed at, which is no due date; none (read in sentence.ts): looks like somebody's word and is none ("you'll need", "the sale will end").
 */
function has(hit: Hit, mark: 'chained' | 'nominal' | 'own' | 'timed' | 'weak'): boolean {
  return marksOf(hit).includes(mark);
}

/** The promises of a sentence in order. */
export function candidatesIn(language: Language, parsed: Parsed, sentence: Sentence, setting: Setting): readonly Candidate[] {
  if (setting.item && sentence.tokens[1]?.key === ')') return behindNumber(language, parsed, sentence);
  const rough = stretches(language, parsed, sentence, setting).filter((one) => !one.commits.every((hit) => isSurelyNone(one, hit)));
  if (rough.length === 0) return NONE;
  const [first] = rough, times = first ? timesIn(language, first) : [];
  return rough.flatMap((one) => promisesIn(layOut(one, times)));
}
const NONE: readonly Candidate[] = [];

/** "2) Send you the bill": patterns know no bracket, hence what stands behind it is read by itself. */
function behindNumber(language: Language, parsed: Parsed, sentence: Sentence): readonly Candidate[] {
  const first = sentence.tokens[2];
  if (!first) return NONE;
  const rest = language.parse(parsed.text.slice(first.start, sentence.end)), by = first.start - sentence.start;
  const moved = <T extends Span>(one: T, from: number): T => ({ ...one, start: one.start + from, end: one.end + from });
  return rest.sentences.flatMap((own) => candidatesIn(language, rest, own, { opened: false, item: own.index === 0 }).map((one) => {
    const from = by + own.start;
    return { ...moved(one, from), time: one.time && moved(one.time, from), anchor: one.anchor && moved(one.anchor, from) };
  }));
}

function promisesIn(whole: Laid | null): readonly Candidate[] {
  if (!whole) return NONE;
  const laid: Laid = { ...whole, commits: chained(whole, withObjects(whole, whole.commits).filter((hit) => !isNone(whole, hit))) };
  if (laid.commits.length === 0) return NONE;
  const starts = laid.commits.map((hit, index) => clauseStart(laid, hit, laid.commits[index - 1]?.to ?? laid.from));
  const conditional = conditions(laid, starts);
  const times = assign(laid, starts, [...conditional, ...purposes(laid, starts)]);
  const found: (Candidate | null)[] = [];
  for (const [index, hit] of laid.commits.entries()) {
    const joined = found[index - 1]?.deferred === true && coordinated(laid, laid.commits[index - 1], hit);
    found.push(candidate(laid, hit, index, starts, conditional, ownOrShared(laid, times, index), joined));
  }
  // "Peço uma segunda leitura e conto-lhe na sexta": a first person is ahead where the dated promise joined to it is.
  for (let index = found.length - 2; index >= 0; index--) {
    const hit = laid.commits[index], next = laid.commits[index + 1], after = found[index + 1];
    if (!hit || !next || found[index] || !has(hit, 'own') || !after?.deferred || !after.time || !isReal(after.time) || !coordinated(laid, hit, next)) continue;
    found[index] = candidate(laid, hit, index, starts, conditional, ownOrShared(laid, times, index), true);
  }
  return found.filter((one) => one !== null).filter((one, index, all) => one.deferred || !all.some((other, at) => at > index && other.start >= one.start));
}

/** "On Monday we repeat <the collection at your home>": a noun behind its article is the object of the verb before it, and says its kind where the verb says none. */
function withObjects(laid: Laid, hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits) {
    const verb = kept.at(-1);
    if (verb?.mark !== 'other' || !has(hit, 'nominal') || !isObject(laid, verb, hit)) kept.push(hit);
    else kept.splice(-1, 1, { ...verb, mark: hit.mark });
  }
  return kept;
}
/** Only articles and the like between the two. */
function isObject(laid: Laid, verb: Hit, hit: Hit): boolean {
  if (hit.from === verb.to) return false;
  for (let at = verb.to; at < hit.from; at++) if (!laid.words.openers.has(laid.tokens[at]?.key ?? '')) return false;
  return true;
}

/**
 * A chained verb needs a promise before it, in the same sentence, with no sign stronger than a comma between and no clause of the
 * customer's own ("I'll check that it went through and <write to you>", but not "I'll check, and you log in and …").
 */
function chained(laid: Laid, hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  // What hangs on a hit that fell away itself hangs on nothing: "First, close the app and open it again."
  for (const hit of hits) if (!has(hit, 'chained') || hangsOn(laid, kept.at(-1), hit)) kept.push(hit);
  return kept;
}
function hangsOn(laid: Laid, before: Hit | undefined, hit: Hit): boolean {
  return (laid.item && opensItem(laid.tokens, hit)) || reaches(laid, before, hit) || laid.heads.some((head) => head.to <= hit.from && reaches(laid, head, hit));
}
function reaches(laid: Laid, before: Hit | undefined, hit: Hit): boolean {
  if (!before) return false;
  for (let at = before.to; at < hit.from; at++) {
    const key = laid.tokens[at]?.key ?? '';
    if (isWall(laid, at) ? key !== ',' : laid.words.addressed.has(key) && opens(laid, at)) return false;
  }
  return true;
}

/** "I'll call at 5 <and send> the offer", "e depois aviso": a verb joined to a promise by a conjunction before it needs no time of its own. */
function coordinated(laid: Laid, before: Hit | undefined, hit: Hit): boolean {
  const joint = laid.words.leads.has(laid.tokens[hit.from - 1]?.key ?? '') && !isJoint(laid, hit.from - 1) ? hit.from - 2 : hit.from - 1;
  return reaches(laid, before, hit) && isJoint(laid, joint);
}

/** First word after a sign or a conjunction. */
function opens(laid: Laid, at: number): boolean {
  const before = laid.tokens[at - 1]?.key ?? '';
  return isWall(laid, at - 1) || isJoint(laid, at - 1) || laid.words.walls.has(before);
}

/**
 * A time that opens the sentence, before the first of two joined verbs, is both's: "Tomorrow I'll check and call you", but not "I'll see by
 * Friday whether it is here, and write to you". What is chained follows its verb more closely.
 */
function ownOrShared(laid: Laid, times: readonly (readonly PlacedTime[])[], index: number): readonly PlacedTime[] {
  const own = times[index] ?? [];
  const hit = laid.commits[index];
  const first = laid.commits[index - 1];
  if (own.length > 0 || !hit || !first || !(has(hit, 'chained') || coordinated(laid, first, hit))) return own;
  return ownOrShared(laid, times, index - 1).filter((time) => time.to <= first.from && (has(hit, 'chained') || time.from <= OPENING));
}

/** Tokens that may stand before a time which opens the sentence: "So on Friday …". */
const OPENING = 1;

function kindOf(hit: Hit): PromiseKind {
  return PROMISE_KINDS.find((kind) => kind === hit.mark) ?? 'other';
}

function candidate(
  laid: Laid, hit: Hit, index: number, starts: readonly number[], all: readonly Condition[], times: readonly PlacedTime[],
  joined: boolean,
): Candidate | null {
  const time = choose(laid, hit, times);
  const own = all.filter((one) => (one.trails < 0 ? leadsTo(laid, one, hit, index, starts, time) : one.trails === index));
  if (!joined && !isAhead(hit, time, own.length > 0) && !(laid.item && opensItem(laid.tokens, hit))) return null;
  const conditional = own.length > 0 || (time !== null && counts(time));
  // "Once we have it, within two days": counted from then.
  const anchor = time && (laid.times.findLast((other) => other.to <= time.from && isReal(other)) ?? null);
  const counted = conditional && time !== null && countsOn(time.expr);
  const span = extent(laid, hit, index, starts, time);
  return {
    start: span.start, end: span.end, kind: kindOf(hit), conditional, counted, time: time && { start: time.start, end: time.end, expr: time.expr },
    deferred: hit.entry.deferred !== false,
    confidence: confidence(hit, time, conditional),
    anchor,
  };
}

/** A present or a noun is a promise only where something shows that it is ahead: a time, or the heading of its list. */
function isAhead(hit: Hit, time: FoundTime | null, conditional: boolean): boolean {
  if (has(hit, 'nominal')) return (time !== null && (time.expr.type !== 'vague' || has(hit, 'own'))) || (conditional && has(hit, 'own'));
  return time !== null || !has(hit, 'timed');
}

/** Counted from now where nothing is to happen before: "within two days", "the next working day". */
function countsOn(expr: TimeExpr): boolean {
  return expr.type === 'duration' || ('day' in expr && expr.day?.type === 'next-business-day');
}

function counts(time: FoundTime): boolean {
  return time.expr.type === 'unclear' && time.expr.counted === true;
}

/**
 * A condition that comes first governs what follows it, but not a promise after a further comma that has a time of its own:
 * "Once they arrive, I'll file the claim, and I'll write by Friday".
 */
function leadsTo(laid: Laid, one: Condition, hit: Hit, index: number, starts: readonly number[], time: PlacedTime | null): boolean {
  if (one.to > hit.from || broken(laid, one.to, hit.from)) return false;
  const before = laid.commits[index - 1];
  // A verb within the condition itself ("once it arrives") is no promise that comes between.
  if (!before || !parted(laid, one.from, before.from) || !time || !isReal(time)) return true;
  return !parted(laid, before.to, starts[index] ?? hit.from);
}

/** A semicolon or a colon ends what a condition governs. */
function broken(laid: Laid, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (laid.tokens[at]?.key === ';') return true;
  return false;
}

function extent(laid: Laid, hit: Hit, index: number, starts: readonly number[], time: PlacedTime | null): Span {
  const offset = laid.sentence.start;
  const limit = starts[index + 1] ?? laid.end;
  let from = starts[index] ?? hit.from;
  let to = clauseEnd(laid, hit, limit);
  if (time && time.to > to && time.from >= hit.from) to = time.to;
  if (time && time.to <= from) {
    let bare = true;
    for (let at = time.to; at < from; at++) if (!isWall(laid, at)) bare = false;
    if (bare) from = time.from;
  }
  const start = (laid.tokens[from]?.start ?? hit.start) - offset;
  const end = Math.max((laid.tokens[to - 1]?.end ?? hit.end) - offset, time && time.from >= hit.from && time.to === to ? time.end : 0);
  return { start: Math.min(start, time && time.from === from ? time.start : start), end };
}

const SURE = 0.9;
function confidence(hit: Hit, time: FoundTime | null, conditional: boolean): number {
  let value = SURE;
  if (time && isReal(time)) value += 0.05;
  if (conditional) value -= 0.1;
  if (has(hit, 'nominal') || has(hit, 'timed')) value -= 0.15;
  if (has(hit, 'weak')) value -= 0.3;
  return Math.round(value * 100) / 100;
}
