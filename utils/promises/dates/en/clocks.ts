/** English clock times: "3 pm", "15:00", "half past three", "ten to five", "noon". */
import type { ClockTime } from '../../types';
import { dict, grammar, look, rule, type Taken } from '../read';
import { hour12, hour24, minuteOf, minutesSaid, pm } from './words';

function exact(hour: number, minute: number): ClockTime | null {
  return hour > 24 || (hour === 24 && minute > 0) ? null : { hour: hour % 24, minute, meridiem: '24' };
}
function bare(hour: number, minute: number): ClockTime {
  return { hour, minute, meridiem: null };
}
/** "15:30" is exact, "3:30" may be either half of the day, "03:30" and "0:30" are not. */
function digital(taken: Taken): ClockTime | null {
  const hour = taken.of(hour24);
  const padded = taken.words[0]?.text.startsWith('0') === true;
  return hour > 12 || hour === 0 || padded ? exact(hour, taken.of(minuteOf)) : bare(hour, taken.of(minuteOf));
}

const half = dict<'am' | 'pm'>('half', { am: 'am', pm: 'pm' });
/** "pm", "p.m.", "p.m". */
const meridiem = grammar<'am' | 'pm'>('meridiem', [half], [
  rule('{half} [~.]', (v) => (v.words.length === 1 ? v.of(half) : null)),
  rule('a~.~m [~.]', () => 'am'),
  rule('p~.~m [~.]', () => 'pm'),
]);

/** A time that shows itself to be one, with no preposition. */
export const clock = grammar<ClockTime>('clock', [hour12, hour24, meridiem, minuteOf, minutesSaid, pm], [
  rule('{hour12} {meridiem}', (v) => ({ hour: v.of(hour12), minute: 0, meridiem: v.of(meridiem) })),
  rule('{hour12}~:~{min} {meridiem}', (v) => ({ hour: v.of(hour12), minute: v.of(minuteOf), meridiem: v.of(meridiem) })),
  rule('{hour12}~.~{min} {meridiem}', (v) => ({ hour: v.of(hour12), minute: v.of(minuteOf), meridiem: v.of(meridiem) })),
  rule('{hour24}~:~{min} [(h|hrs|hours)]', digital),
  rule("{hour24}~:~{min} {meridiem}", (v) => (v.of(hour24) > 12 ? exact(v.of(hour24), v.of(minuteOf)) : null)),
  rule("{hour12} [:] o'clock", (v) => bare(v.of(hour12), 0)),
  rule("{hour12} o'clock {meridiem}", (v) => ({ hour: v.of(hour12), minute: 0, meridiem: v.of(meridiem) })),
  rule('{minutes} [(minutes|mins)] past {hour12}', (v) => bare(v.of(hour12), v.of(minutesSaid))),
  rule('{minutes} [(minutes|mins)] past {hour12} {meridiem}', (v) => ({ hour: v.of(hour12), minute: v.of(minutesSaid), meridiem: v.of(meridiem) })),
  rule('{minutes} [(minutes|mins)] (to|of|before) {hour12} {meridiem}', (v) => before(v, v.of(meridiem))),
  rule('{minutes} [(minutes|mins)] to {hour12}', (v) => before(v, null)),
  rule('(noon|midday|12 noon|12 midday|twelve noon)', () => exact(12, 0)),
  rule('(midnight|12 midnight)', () => exact(0, 0)),
]);

function before(taken: Taken, half12: 'am' | 'pm' | null): ClockTime | null {
  const minutes = taken.of(minutesSaid);
  // "2 to 4" is a range: digits need the word "minutes".
  const bareDigits = taken.words[0]?.kind === 'number' && taken.words[1]?.kind === 'word' && /^(?:to|of|before)$/u.test(taken.words[1].text);
  if (minutes === 30 || bareDigits) return null;
  const hour = taken.of(hour12);
  return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes, meridiem: half12 };
}

const AFTER_BARE = new Set([
  'and', 'but', 'or', 'so', 'if', 'when', 'once', 'on', 'tomorrow', 'today', 'tonight', 'this', 'next', 'in', 'with', 'for', 'as', 'about',
  'regarding', 'sharp', 'your', 'our', 'my', 'local', 'because', 'please', 'then', 'unless', 'via', 'by', 'he', 'she', 'we', 'i', 'you', 'they',
  'to', 'at', 'the', 'latest', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'exactly', 'precisely', 'which', 'it', 'myself', 'personally', 'again', 'just', 'straight', 'right', 'without', 'until', 'through',
  'since', 'while', 'from', 'where', 'after', 'before', 'whether', "i'll", "we'll", 'thanks', 'thank', 'ok', 'okay', 'latest', 'instead', 'too', 'cheers',
]);
const SIGNS_AFTER = new Set(['.', ',', ';', '!', '?', ')', '-', ':', '"', '”', '(']);
/** What may follow an hour that stands bare ("at 3"): "at 3 locations" and "by 5 percent" are none. */
const noNoun = look('noNoun', (words, at) => {
  const next = words[at];
  if (!next) return true;
  if (next.kind === 'sign') return SIGNS_AFTER.has(next.text);
  if (next.text === 'to' || next.text === 'or' || next.text === 'and') return words[at + 1]?.kind !== 'number';
  return AFTER_BARE.has(next.text) || (next.text === 'a' && words[at + 1]?.text === 'week') || next.text === 'et' || next.text === 'est' || next.text === 'pst' || next.text === 'gmt' || next.text === 'cet';
});
/** After "at" or "by": also "3", "three", "half three", "15.30", "1530". */
export const prepClock = grammar<ClockTime>('prepClock', [clock, hour12, hour24, minuteOf, noNoun], [
  rule('{clock}', (v) => v.of(clock)),
  rule('{hour12} {noNoun}', (v) => (v.words[0]?.text.startsWith('0') === true || /^an?$/u.test(v.words[0]?.text ?? '') ? null : bare(v.of(hour12), 0))),
  rule('{hour24} {noNoun}', (v) => (v.of(hour24) > 12 && v.of(hour24) < 24 ? exact(v.of(hour24), 0) : null)),
  rule('{hour24} (h|hrs|hours)', (v) => exact(v.of(hour24), 0)),
  rule('{hour24}~.~{min} {noNoun}', digital),
  rule('half {hour12} {noNoun}', (v) => bare(v.of(hour12), 30)),
]);

export interface ClockRange { readonly from: ClockTime; readonly to: ClockTime }

/** "2 and 4 pm" are both in the afternoon; "10 and 2 pm" are not, which `resolve` sees. */
function range(from: ClockTime, to: ClockTime): ClockRange {
  return { from, to };
}
/** "between 9 and 11", "from 2 to 4 pm". */
export const between = grammar<ClockRange>('between', [clock, hour12, hour24, noNoun, prepClock], [
  rule('between {prepClock} (and|to|-) {prepClock}', (v) => range(v.of(prepClock), v.of(prepClock, 1))),
  rule('between {hour12} (and|to|-) {prepClock}', (v) => range(bare(v.of(hour12), 0), v.of(prepClock))),
  rule('from {hour12} (to|until|till|-) {prepClock}', (v) => range(bare(v.of(hour12), 0), v.of(prepClock))),
  rule('from {clock} (to|until|till|-) {prepClock}', (v) => range(v.of(clock), v.of(prepClock))),
  rule('{clock} (to|until|till|-) {clock}', (v) => range(v.of(clock), v.of(clock, 1))),
  rule('{hour12} (to|-) {clock}', (v) => (v.of(clock).meridiem === null ? null : range(bare(v.of(hour12), 0), v.of(clock)))),
]);
/** After "at" or "on Friday": "2-4" is a range too. */
export const prepBetween = grammar<ClockRange>('prepBetween', [between, hour12, noNoun], [
  rule('{between}', (v) => v.of(between)),
  rule('{hour12} (-|to|till|until) {hour12} {noNoun}', (v) => range(bare(v.of(hour12), 0), bare(v.of(hour12, 1), 0))),
]);
