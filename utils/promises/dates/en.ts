/** English times. The words are in `en/`; here is how they make a time of day, a day, a duration, a deadline. */
import type { ClockTime, DayExpr, PartOfDay, TimeExpr } from '../types';
import { between, clock, prepBetween, prepClock, type ClockRange } from './en/clocks';
import { day, prepDay } from './en/days';
import { durations } from './en/durations';
import { nothing } from './en/nothing';
import { spells } from './en/spells';
import { hour12, part, zone } from './en/words';
import { dict, grammar, look, rule, needsOf, timeParser, type DateParser, type Taken, type TimeLanguage, type TimeOrNone } from './read';

type How = 'at' | 'around' | 'by' | 'after';

const at = dict<How>('at', { at: 'at', '@': 'at', 'at exactly': 'at', 'at precisely': 'at' });
const about = dict<How>('about', {
  around: 'around', about: 'around', 'at around': 'around', 'at about': 'around', approximately: 'around', 'at approximately': 'around',
  circa: 'around', 'at roughly': 'around', roughly: 'around', approx: 'around', 'somewhere around': 'around', 'sometime around': 'around',
});
const by = dict<How>('by', {
  by: 'by', before: 'by', until: 'by', till: 'by', 'no later than': 'by', 'not later than': 'by', 'at the latest by': 'by', 'up until': 'by',
  'at the latest on': 'by', 'by no later than': 'by', 'by the latest': 'by', 'latest by': 'by', 'on or before': 'by', 'at the latest': 'by',
});
const after = dict<How>('after', { after: 'after', 'from': 'at', 'any time after': 'after', 'anytime after': 'after', 'sometime after': 'after', 'shortly after': 'after', 'just after': 'after' });

/** A moment of the day without its day: "at 3 pm ET", "around 10 in the morning". */
interface Moment { readonly time: ClockTime; readonly how: How; readonly part: PartOfDay | null; readonly zone: string | null }
const latest = '[[,] (at the latest|at latest|latest|sharp|on the dot)]';
const moment = grammar<Moment>('moment', [about, after, at, by, clock, hour12, part, prepClock, zone], [
  rule(`({at}|{about}|{by}) {prepClock} [{zone}|in the {part}|at night] ${latest}`, (v) => momentOf(v, prepClock)),
  rule('{after} {clock} [{zone}|in the {part}]', (v) => momentOf(v, clock)),
  rule('from {prepClock} [{zone}|in the {part}]', (v) => momentOf(v, prepClock)),
  rule('[at|around|about] {clock} ~ish', (v) => ({ ...momentOfClock(v), how: 'around' })),
  rule('[at|around|about] {hour12} ~ish', (v) => ({ time: { hour: v.of(hour12), minute: 0, meridiem: null }, how: 'around', part: null, zone: null })),
  rule(`{clock} [{zone}|in the {part}|at night] ${latest}`, (v) => momentOf(v, clock)),
]);
const momentOfClock = (v: Taken): Moment => ({ time: v.of(clock), how: 'at', part: null, zone: null });
function momentOf(v: Taken, reader: typeof clock): Moment | null {
  // "Before noon" is the morning, no moment.
  if (v.words[0]?.text === 'before' && v.of(reader).hour === 12 && v.of(reader).meridiem === '24') return null;
  const end = v.words[v.words.length - 1]?.text;
  const deadline = v.words.slice(-2).some(({ text }) => text === 'latest');
  const how = v.maybe(by) ?? v.maybe(about) ?? v.maybe(after) ?? 'at';
  return { time: v.of(reader), how: deadline ? 'by' : how, part: v.maybe(part) ?? (end === 'night' ? 'night' : null), zone: v.maybe(zone) };
}

/** A day with or without its part, as it stands beside a clock time: "on Friday", "tomorrow morning", "tonight". */
interface DayPart { readonly day: DayExpr | null; readonly part: PartOfDay | null; readonly by: boolean; readonly before?: boolean }
const on = '[some time|sometime|anytime] [on]';
const dayPart = grammar<DayPart>('dayPart', [by, day, part, prepDay], [
  rule(`${on} {day}`, (v) => ({ day: v.of(day), part: null, by: false })),
  rule('on {prepDay}', (v) => ({ day: v.of(prepDay), part: null, by: false })),
  rule('{by} {prepDay}', (v) => ({ day: v.of(prepDay), part: null, by: true, before: v.words[0]?.text === 'before' })),
  rule(`${on} {day} [in the] {part}`, (v) => ({ day: v.of(day), part: v.of(part), by: false })),
  rule(`${on} {day} (am|a~.~m [~.])`, (v) => ({ day: v.of(day), part: 'morning', by: false })),
  rule(`${on} {day} (pm|p~.~m [~.])`, (v) => ({ day: v.of(day), part: 'afternoon', by: false })),
  rule('on {prepDay} [in the] {part}', (v) => ({ day: v.of(prepDay), part: v.of(part), by: false })),
  rule('on the (morning|afternoon|evening) of {prepDay}', (v) => ({ day: v.of(prepDay), part: v.words[2]?.text as PartOfDay, by: false })),
  rule('(starting|starting on|effective|with effect from|as from) {prepDay}', (v) => ({ day: v.of(prepDay), part: null, by: false })),
  rule('from {prepDay}', (v) => (v.words[0]?.start === 0 && v.of(prepDay).type === 'date' ? { day: v.of(prepDay), part: null, by: false } : null)),
  rule('for {prepDay}', (v) => (v.words[1]?.text === 'the' ? { day: v.of(prepDay), part: null, by: false } : null)),
  rule('{by} {prepDay} {part}', (v) => ({ day: v.of(prepDay), part: v.of(part), by: true })),
  rule('(this|later this|late this) {part}', (v) => ({ day: { type: 'today' }, part: v.of(part), by: false })),
  rule('{by} this {part}', (v) => ({ day: { type: 'today' }, part: v.of(part), by: true })),
  rule('[(that|the)] same {part}', (v) => ({ day: { type: 'same-day' }, part: v.of(part), by: false })),
  rule('[late|later] tonight', () => ({ day: { type: 'today' }, part: 'evening', by: false })),
  rule('{by} tonight', () => ({ day: { type: 'today' }, part: 'evening', by: true })),
  rule('in the {part}', (v) => ({ day: null, part: v.of(part), by: false })),
]);

function clockExpr(one: Moment, where: DayPart | null): TimeExpr {
  const how = where?.by ? 'by' : one.how;
  return {
    type: 'clock', ...one.time, how, day: where?.day ?? null, part: one.part ?? where?.part ?? null,
    ...(one.zone ? { zone: one.zone } : {}),
  };
}
function rangeExpr(one: ClockRange, where: DayPart | null, inZone: string | null): TimeExpr {
  return { type: 'range', ...one, day: where?.day ?? null, part: where?.part ?? null, ...(inZone ? { zone: inZone } : {}) };
}
function dayExpr(where: DayPart, deadline = where.by): TimeExpr | null {
  if (where.part) return { type: 'part', part: where.part, how: deadline ? 'by' : 'in', day: where.day };
  return where.day ? { type: 'day', how: deadline ? 'by' : 'on', day: where.day, ...(where.before ? { before: true } : {}) } : null;
}

const clocksAndDays = grammar<TimeOrNone>('clocksAndDays', [at, between, by, clock, day, dayPart, moment, part, prepBetween, prepClock, prepDay, zone], [
  rule('{moment}', (v) => clockExpr(v.of(moment), null)),
  rule('before (your|the|our|my) {clock} (appointment|booking|meeting|call|slot|shift|flight|train|checkout|session|class|lesson)', (v) => clockExpr({ ...momentOfClock(v), how: 'by' }, null)),
  rule("{moment} [,|'('] {dayPart} [~')'] [at the latest|latest]", (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule('{dayPart} [,|-] {moment}', (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule("{dayPart} '(' {moment} ')'", (v) => clockExpr(v.of(moment), v.of(dayPart))),
  rule('at {prepClock} {dayPart}', (v) => clockExpr({ time: v.of(prepClock), how: 'at', part: null, zone: null }, v.of(dayPart))),
  rule('{between} [{zone}]', (v) => rangeExpr(v.of(between), null, v.maybe(zone))),
  rule('(at|sometime|anytime|any time) {between} [{zone}]', (v) => rangeExpr(v.of(between), null, v.maybe(zone))),
  rule('{dayPart} [,|at|anytime|sometime] {prepBetween} [{zone}]', (v) => rangeExpr(v.of(prepBetween), v.of(dayPart), v.maybe(zone))),
  rule('[anytime|sometime] {between} [{zone}] [,] {dayPart}', (v) => rangeExpr(v.of(between), v.of(dayPart), v.maybe(zone))),
  rule('[anytime|sometime] {between} in the {part}', (v) => rangeExpr(v.of(between), { day: null, part: v.of(part), by: false }, null)),
  rule('{dayPart} [,|at|anytime|sometime] {prepBetween} in the {part}', (v) => rangeExpr(v.of(prepBetween), { ...v.of(dayPart), part: v.of(part) }, null)),
  rule('{dayPart}', (v) => dayExpr(v.of(dayPart))),
  rule('{dayPart} [,] (at the latest|at latest|latest|at the very latest)', (v) => dayExpr(v.of(dayPart), true)),
  rule('(no later|not later) than {prepDay}', (v) => ({ type: 'day', how: 'by', day: v.of(prepDay) })),
  rule('(between|from) {prepDay} (and|to|-) {prepDay}', (v) => ({ type: 'days', from: v.of(prepDay), to: v.of(prepDay, 1) })),
  rule('[on] [either] {prepDay} or [on] {prepDay}', (v) => ({ type: 'days', from: v.of(prepDay), to: v.of(prepDay, 1) })),
  rule('{by} {prepDay} or {prepDay}', (v) => ({ type: 'day', how: 'by', day: v.of(prepDay, 1) })),
]);

/** "I'll call you then", "we check the line then": where the words end. */
const over = look('over', (words, at) => words[at] === undefined || (words[at].kind === 'sign' && words[at].text !== '-'));
const times = grammar<TimeOrNone>('times', [clocksAndDays, durations, nothing, over, spells], [
  rule('{nothing}', (v) => v.of(nothing)),
  rule('{clocksAndDays}', (v) => v.of(clocksAndDays)),
  rule('{clocksAndDays} then {over}', (v) => v.of(clocksAndDays)),
  rule('then {over}', () => ({ type: 'day', how: 'on', day: { type: 'same-day' } })),
  rule('{durations}', (v) => v.of(durations)),
  rule('{spells}', (v) => v.of(spells)),
]);

const read = timeParser(times);
const STOPPED_BY = /(?:^|\s)(?:stop|drop|come|swing|pop|pass|call|go)(?:s|ping|ing|ming|ped|ed)?\s+$/iu;

/** "Moved to Saturday", "extended until Friday", "a table for tonight": what is moved or booked is then, not the deed. */
const MOVED_TO = /\b(?:mov|reschedul|postpon|push|rebook|chang|switch|shift|extend|bring|brought|delay|defer)\w*\s[^.;,:]{0,50}\s(?:to|until|till|for)?\s*(?:the\s+)?$/iu;
const BOOKED_FOR = /\b(?:hotel|table|room|flight|taxi|cab|seats?|tickets?|slot|bed|cot|chair|meal|place|bay|desk|court)\sfor\s+$/iu;
const TO = /^(?:to|until|till)\s/iu;

/** What stands before a time is looked at no further back than this, in UTF-16 code units: a look a time, in however long a sentence. */
const BACK = 90;

/** "Will stop by tonight": the "by" is the verb's own, and no deadline. */
const parse: DateParser = (sentence, offset = 0) => read(sentence, offset).map((time) => {
  const at = time.start - offset, before = sentence.slice(Math.max(0, at - BACK), at);
  if (BOOKED_FOR.test(before) || (MOVED_TO.test(before) && (/\s(?:to|until|till)\s+(?:the\s+)?$/iu.test(before) || TO.test(sentence.slice(at))))) return { ...time, expr: { type: 'unclear' } };
  if (!/^by\s/iu.test(sentence.slice(at, time.end - offset)) || !STOPPED_BY.test(before)) return time;
  const [without] = read(sentence.slice(at + 2), offset + at + 2);
  return without ?? time;
});

export const en: TimeLanguage = { parse, needs: needsOf([clocksAndDays, durations, spells]) };
