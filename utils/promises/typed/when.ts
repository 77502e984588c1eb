/** A time typed by itself: into the box where a reminder is put off, or a reading corrected. */
import type { Language } from '../../language';
import { splitWords } from '../dates/read';
import { assetOf } from '../find/words';
import { resolve } from '../resolve';
import { instant, dayAt, textOf } from '../resolve/wall';
import { nowOf } from '../resolve/calendar';
import type { Clock, Due, TimeExpr } from '../types';
import { listsOf, type Lists } from './lists';
import { typedTimes } from './times';

/** Longer than any time a person types, in UTF-16 code units. */
const LONGEST = 120;
const ANY = { hour: () => true, anew: () => false };

/**
 * The windows a typed time may mean, the likeliest first: "jutro rano", "in 2 hours", "sexta às 10", "tmrw 9", "2h", "+1d". Empty where
 * it is no time, where more is said than a time, and where the time is past.
 * @throws RangeError where the clock's instant, zone or hours can't be read.
 */
export function readWhen(text: string, language: Language, clock: Clock): readonly Due[] {
  const typed = text.trim().replace(/\s+/gu, ' ');
  if (typed === '' || typed.length > LONGEST) return [];
  const lists = listsOf(language);
  const short = shortOf(lists, language.fold(typed));
  const said = short.length > 0 ? short : [typed, `${lists.hint.in} ${typed}`, `${lists.hint.at} ${typed}`, `${lists.hint.on} ${typed}`];
  const exprs = said.map((one) => (typeof one === 'string' ? wholly(lists, language, one) : one)).filter((expr) => expr !== null);
  const found: Due[] = [];
  for (const expr of short.length > 0 ? exprs : exprs.slice(0, 1)) {
    const { due, alternatives } = resolve(expr, clock);
    found.push(...(due ? [due] : []), ...alternatives);
  }
  return found.filter(({ start, end }, index) => found.findIndex((other) => other.start === start && other.end === end) === index);
}

const SHORT = /^\+? ?(\d{1,3})(?:[.,](\d))? ?(\p{L}+)(?: ?(\d{1,2}) ?(\p{L}*))?$/u;

/** "2h", "30 min", "+1d", "1h30": an amount and a unit. "14h" is a time of day first where hours are written so. */
function shortOf(lists: Lists, typed: string): readonly (TimeExpr | string)[] {
  const [, whole = '', tenth = '0', name = '', minutes = '', minuteName = ''] = SHORT.exec(typed) ?? [];
  const unit = lists.units.get(name);
  if (unit === undefined || (minutes !== '' && (unit !== 'hour' || Number(minutes) > 59 || (minuteName !== '' && lists.units.get(minuteName) !== 'minute')))) return [];
  const amount = Number(whole) + Number(tenth) / 10;
  if (amount === 0 && Number(minutes) === 0) return [];
  const parted = unit === 'hour' && (tenth !== '0' || minutes !== '');
  const duration: TimeExpr = parted
    ? { type: 'duration', how: 'in', unit: 'minute', amount: Math.round(amount * 60) + Number(minutes) }
    : { type: 'duration', how: 'in', unit, amount };
  const clock = lists.clockFrom !== null && name === 'h' && tenth === '0' && Number(whole) <= 24 && !typed.startsWith('+');
  if (!clock) return [duration];
  const atThatHour = `${lists.hint.at} ${typed}`;
  return Number(whole) >= (lists.clockFrom ?? 0) ? [atThatHour, duration] : [duration, atThatHour];
}

/** The one time a text says, where it says nothing else. */
function wholly(lists: Lists, language: Language, text: string): TimeExpr | null {
  // "Next week" before "week": what the grammar knows is not shortened.
  for (const alone of [false, true]) {
    const [time, more] = typedTimes(lists, assetOf(language.lang), text, { ...ANY, alone });
    if (!time || more) continue;
    const left = splitWords(text).filter(({ start, end, kind }) => kind !== 'sign' && !time.spans.some((span) => start < span.end && end > span.start));
    if (left.every(({ text: word }) => lists.fluff.has(word))) return time.expr;
  }
  return null;
}

/** Minutes before the end of a window that is running already, at which it is time. */
const LAST_CALL = 60;

/**
 * The instant (ISO) at which a reminder put off to a window rings: at a moment; at the start of a part of day; at the start of working
 * hours of a day, of a week's first day. A window that is running ("today", "by Friday") rings on the morning of its last day, and
 * once that is past, an hour before its end.
 */
export function snoozeUntil(due: Due, clock: Clock): string {
  const now = nowOf(clock);
  const [start, end] = [due.start, due.end].map((iso) => Temporal.Instant.from(iso).epochMilliseconds) as [number, number];
  const ofDays = due.precision === 'day' || due.precision === 'week' || due.precision === 'month';
  const morning = (at: number): number => instant(dayAt(at, now.zone), now.opens, now.zone);
  const offers = ofDays
    ? [...(start > now.at ? [morning(start), start] : []), morning(end), end - LAST_CALL * 60_000]
    : due.precision === 'part_of_day' ? [start, end - LAST_CALL * 60_000] : [start];
  return textOf(offers.find((at) => at > now.at) ?? end, now.zone);
}
