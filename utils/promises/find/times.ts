/** Which time belongs to which promise, and how two halves of a time make one. */
import type { Hit } from '../../language';
import type { FoundTime, TimeExpr } from '../types';
import { parted, type Stretch } from './clauses';
import { isJoint, isWall, marksOf, type Laid, type PlacedTime } from './sentence';

const LEAD_WORDS = 1;

/** A time before its verb belongs to it where it stands in the clause, or alone between signs: "By Friday, you'll have it". */
function precedes(laid: Laid, time: PlacedTime, hit: Hit, start: number, after: number): boolean {
  if (time.from < after || time.to > hit.from) return false;
  if (time.from >= start) return true;
  if (laid.commits.length > 0 && blockedByJoint(laid, time.to, start)) return false;
  // Only signs and a word or two between it and the clause, and little before it.
  let words = 0;
  for (let at = time.to; at < start; at++) if (!isWall(laid, at)) words++;
  if (words > 2) return false;
  let before = 0;
  for (let at = time.from - 1; at >= after && !partsAt(laid, at); at--) before++;
  return before <= LEAD_WORDS;
}

/** A sign, or a word that parts clauses. */
function partsAt(laid: Laid, at: number): boolean {
  const key = laid.tokens[at]?.key ?? '';
  return isWall(laid, at) || isJoint(laid, at) || laid.words.walls.has(key);
}

function blockedByJoint(laid: Laid, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isWall(laid, at) && partsAt(laid, at)) return true;
  return false;
}

function inside(time: PlacedTime, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => time.from >= from && time.from < to);
}

/** For each commitment the times that are its own. `starts[i]` is the first token of its clause; `out` holds no due date. */
export function assign(laid: Laid, starts: readonly number[], out: readonly Stretch[]): readonly (readonly PlacedTime[])[] {
  const owned: PlacedTime[][] = laid.commits.map(() => []);
  for (const time of laid.times) {
    if (time.from < 0 || inside(time, out)) continue;
    const owner = ownerOf(laid, time, starts);
    const hit = laid.commits[owner];
    if (hit && !(time.from >= hit.to && ((marksOf(hit).includes('books') && aimed(laid, time)) || explained(laid, time, hit)))) owned[owner]?.push(time);
  }
  return owned;
}

/** "A table <for tomorrow>": the day of what is booked, whether the word of aim was read as part of it or not. */
function aimed(laid: Laid, time: PlacedTime): boolean {
  return [time.from, time.from - 1].some((at) => laid.words.aims.has(laid.tokens[at]?.key ?? ''));
}

/** "Here is the link: payment by Friday": what a colon explains, and does not only date ("Refund: by Friday"), has a time of its own. */
function explained(laid: Laid, time: PlacedTime, hit: Hit): boolean {
  for (let at = time.from - 1; at >= hit.to; at--) if (laid.tokens[at]?.key === ':') return at < time.from - 1;
  return false;
}

function ownerOf(laid: Laid, time: PlacedTime, starts: readonly number[]): number {
  let previous = -1;
  for (const [index, hit] of laid.commits.entries()) {
    // A pattern may take in part of a time: "W <poniedziałek rano dzwonię>".
    if (hit.from <= time.from || (time.to > hit.from && time.from < hit.to)) {
      previous = index;
      continue;
    }
    const after = laid.commits[index - 1]?.to ?? laid.from;
    const leads = precedes(laid, time, hit, starts[index] ?? hit.from, after);
    if (!leads) return previous;
    // Between two promises: the second's only where a sign or "and" stands before it.
    return previous < 0 || time.from >= (starts[index] ?? hit.from) || startsAnew(laid, time) ? index : previous;
  }
  return previous >= 0 && opensOther(laid, time, laid.commits[previous]) ? NOBODY : previous;
}
const NOBODY = -1;

/** "I'll cancel it, and by tomorrow the app shows it": behind a conjunction and before the words of another clause a time is that clause's. */
function opensOther(laid: Laid, time: PlacedTime, before: Hit | undefined): boolean {
  const next = laid.tokens[time.to]?.key ?? '';
  return before !== undefined && time.from > before.to && isJoint(laid, time.from - 1)
    && next !== '' && !isWall(laid, time.to) && (laid.words.subjects.has(next) || laid.words.openers.has(next)) && !laid.turns.some((turn) => turn.from === time.to);
}

function startsAnew(laid: Laid, time: PlacedTime): boolean {
  return isWall(laid, time.from - 1) || isJoint(laid, time.from - 1);
}

/** A time from which a due date can be had. */
export function isReal(time: FoundTime): boolean {
  return time.expr.type !== 'vague' && time.expr.type !== 'unclear';
}

/** "In a week", "za trzy dni": a day, where an hour stands beside it. */
function dayIn(expr: TimeExpr): TimeExpr {
  if (expr.type !== 'duration' || expr.how !== 'in' || expr.least !== undefined || (expr.unit !== 'day' && expr.unit !== 'week')) return expr;
  return { type: 'day', how: 'on', day: { type: 'offset', days: Math.ceil(expr.amount * (expr.unit === 'week' ? 7 : 1)) } };
}
/** "Tomorrow I'll call you at 3": the day of one, the hour of the other. */
function joined(day: TimeExpr, hour: TimeExpr): TimeExpr | null {
  if ((hour.type === 'clock' || hour.type === 'range' || hour.type === 'part') && hour.day === null) {
    if (day.type === 'day') {
      if (hour.type === 'part') return { ...hour, day: day.day };
      return { ...hour, day: day.day, ...(day.how === 'by' && hour.type === 'clock' && hour.how === 'at' ? { how: 'by' as const } : {}) } as TimeExpr;
    }
    if (day.type === 'part' && hour.type !== 'part' && isDayPart(day.part)) return { ...hour, day: day.day, part: hour.part ?? day.part };
  }
  return null;
}
function isDayPart(part: string): part is 'morning' | 'afternoon' | 'evening' | 'night' {
  return part === 'morning' || part === 'afternoon' || part === 'evening' || part === 'night';
}

/** "Tomorrow we'll pay the first part, the second in December": a time behind a sign gives way to one before the verb, unless it is a deadline right behind it. */
function isAside(laid: Laid, hit: Hit, { from, expr }: PlacedTime): boolean {
  return from >= hit.to && parted(laid, hit.to, from) && !('how' in expr && expr.how === 'by' && isWall(laid, from - 1));
}

/** The one time of a promise: real before vague, the first before the second, halves made whole. */
export function choose(laid: Laid, hit: Hit, all: readonly PlacedTime[]): PlacedTime | null {
  const behind = all.filter(({ from }) => from >= hit.from);
  const times = [...behind.filter((time) => !isAside(laid, hit, time)), ...all.filter(({ from }) => from < hit.from), ...behind.filter((time) => isAside(laid, hit, time))];
  const real = times.filter(isReal);
  const [first, second] = real;
  if (first && second && !(isAside(laid, hit, second) && !isWall(laid, second.from - 1))) {
    const whole = joined(dayIn(first.expr), second.expr) ?? joined(dayIn(second.expr), first.expr);
    if (whole) {
      const hours = second.expr.type === 'clock' || second.expr.type === 'range' || first.expr.type === 'day';
      return { ...(hours ? second : first), expr: whole };
    }
  }
  const unclear = times.find(({ expr }) => expr.type === 'unclear');
  // A time counted from something else than now stands for itself: no other is taken for it.
  if (unclear?.expr.type === 'unclear' && unclear.expr.counted) return unclear;
  return first ?? unclear ?? times[0] ?? null;
}
