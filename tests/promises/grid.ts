/**
 * Times said in every notation, at many moments, against an oracle that shares nothing with the engine: it counts days since 1970 and
 * minutes of the day, and holds the windows of the contract (what "by Friday", "tomorrow", "first thing" mean) as a table of its own.
 *
 *   days: { tomorrow: "+1", on Friday: w5 }            # days with a window from 9 to 18; what they mean below
 *   by: { by Friday: w5 }                              # from now to the end of that day
 *   clocks: { at 3 pm: "15:00" }                       # beside a day, in each of `joins` ("{day} {clock}")
 *   parts: { in the morning: "9-12" }                  # beside a day, in each of `partJoins`
 *   spans: { between 9 and 11: "9:00-11:00" }          # beside a day, in each of `spanJoins`
 *   said: { in two hours: in 2 hour }                  # whole times
 *   none: [the 31st of June]                           # no date may be told
 *
 * A day: "+n" from today, "w5" the next Friday after today, "n5" the Friday of next week, "t5" of this week, "d20.11" a date to come,
 * "d3.12.2026" with its year, "d15" a day of the month, "b" the next working day.
 */
import { parseTimes, resolve, type Clock, type Due } from '../../utils/promises';
import type { AssetName } from '../../utils/rules';
import { yamlOf } from './help';

interface Sheet {
  readonly days: Readonly<Record<string, string>>;
  readonly by: Readonly<Record<string, string>>;
  readonly clocks: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly spans: Readonly<Record<string, string>>;
  readonly joins: readonly string[];
  readonly partJoins: readonly string[];
  readonly spanJoins: readonly string[];
  readonly said: Readonly<Record<string, string>>;
  readonly none: readonly string[];
}

/** Wall clock and zone: Friday evening, Monday morning, the ends of the year and of February, the eves of the nights on which clocks change. */
export const NOWS: readonly (readonly [local: string, offset: string, zone: string])[] = [
  ['2026-11-13T16:40', '+00:00', 'Europe/London'], ['2026-11-13T19:30', '+01:00', 'Europe/Warsaw'], ['2026-11-16T08:30', '-03:00', 'America/Sao_Paulo'],
  ['2026-12-31T14:00', '+00:00', 'Europe/Lisbon'], ['2027-02-28T10:00', '-03:00', 'America/Sao_Paulo'], ['2028-02-28T10:00', '+01:00', 'Europe/Warsaw'],
  ['2026-10-24T12:00', '+02:00', 'Europe/Warsaw'], ['2027-03-27T12:00', '+00:00', 'Europe/Lisbon'], ['2026-10-31T12:00', '-04:00', 'America/New_York'],
  ['2027-03-13T12:00', '-05:00', 'America/New_York'], ['2026-11-18T11:15', '+00:00', 'Europe/Lisbon'],
];

const DAY = 86_400_000;
/** A wall clock: days since 1970 and minutes of the day. */
interface Wall { readonly day: number; readonly minute: number }
const wallOf = (local: string): Wall => {
  const at = Date.parse(`${local}Z`);
  return { day: Math.floor(at / DAY), minute: (at % DAY) / 60_000 };
};
const localOf = ({ day, minute }: Wall): string => new Date(day * DAY + minute * 60_000).toISOString().slice(0, 16);
const before = (a: Wall, b: Wall): boolean => a.day < b.day || (a.day === b.day && a.minute < b.minute);
const later = (a: Wall, b: Wall): Wall => (before(a, b) ? b : a);
/** 1 Monday … 7 Sunday; 1 January 1970 was a Thursday. */
const weekday = (day: number): number => ((day + 3) % 7) + 1;
const W = 9 * 60, H = 18 * 60;

/** Null: none to come. */
function dayOf(code: string, { day: today }: Wall): number | null {
  if (code.startsWith('+')) return today + Number(code);
  if (code === 'b') {
    let day = today + 1;
    while (weekday(day) > 5) day++;
    return day;
  }
  const which = code.slice(0, 1), rest = code.slice(1);
  const monday = today - weekday(today) + 1;
  if (which === 'n') return monday + 7 + Number(rest) - 1;
  if (which === 't') return monday + Number(rest) - 1 < today ? null : monday + Number(rest) - 1;
  if (which === 'w') {
    let day = today + 1;
    while (weekday(day) !== Number(rest)) day++;
    return day;
  }
  const [d = 0, m, y] = rest.split('.').map(Number);
  for (let day = today; day < today + 366; day++) {
    const date = new Date(day * DAY);
    if (date.getUTCDate() !== d || (m !== undefined && date.getUTCMonth() + 1 !== m) || (y !== undefined && date.getUTCFullYear() !== y)) continue;
    // A date without a year more than 300 days off is more likely past; a day of the month is looked for in this one and the two after.
    return m !== undefined && y === undefined && day - today > 300 ? null : day;
  }
  return null;
}

type Window = readonly [start: string, end: string, precision: string] | null;
function window(now: Wall, start: Wall, end: Wall, precision: string): Window {
  return before(end, now) || before(end, start) ? null : [localOf(start), localOf(end), precision];
}
/** End of work; past it today the last minute of the day. */
function close(now: Wall, day: number): Wall {
  return { day, minute: day === now.day && now.minute >= H ? 24 * 60 - 1 : H };
}
const minutesOf = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};

function onDay(now: Wall, code: string): Window {
  const day = dayOf(code, now);
  return day === null ? null : window(now, later(now, { day, minute: W }), close(now, day), 'day');
}
function byDay(now: Wall, code: string): Window {
  const day = dayOf(code, now);
  return day === null ? null : window(now, now, close(now, day), 'day');
}
function atClock(now: Wall, code: string, time: string): Window {
  const day = dayOf(code, now);
  if (day === null) return null;
  const at = { day, minute: minutesOf(time.replace('..', '')) };
  return before(at, now) ? null : window(now, time.startsWith('..') ? now : at, at, 'minute');
}
function inSpan(now: Wall, code: string, span: string, precision: string): Window {
  const day = dayOf(code, now), [from = '', to = ''] = span.split('-');
  if (day === null) return null;
  return window(now, later(now, { day, minute: minutesOf(from) }), { day, minute: minutesOf(to) }, precision);
}
/** "in 2 day", "within 3 business-day", "in 2 hour", "eod w5", "week this", "week next", "month this by", "month next". */
function whole(now: Wall, meaning: string): Window {
  const [what = '', first = '', second = ''] = meaning.split(' ');
  const amount = Number(first), monday = now.day - weekday(now.day) + 1;
  if (what === 'eod') {
    const day = dayOf(first, now);
    return day === null ? null : window(now, now, close(now, day), 'day');
  }
  if (what === 'noon') return inSpan(now, first, '9:00-12:00', 'part_of_day');
  if (what === 'first') return inSpan(now, first, '9:00-10:00', 'part_of_day');
  if (what === 'week') {
    const friday = monday + (first === 'next' ? 11 : 4), over = first === 'this' && !before(now, { day: friday, minute: H });
    const end = over ? { day: monday + 6, minute: 24 * 60 - 1 } : { day: friday, minute: H };
    return window(now, first === 'next' && second !== 'by' ? { day: monday + 7, minute: W } : now, end, 'week');
  }
  if (what === 'month') {
    const date = new Date(now.day * DAY), ahead = first === 'next' ? 1 : 0;
    const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead + 1, 0) / DAY, one = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1) / DAY;
    return window(now, second === 'by' ? now : later(now, { day: one, minute: W }), close(now, last), 'month');
  }
  if (second === 'business-day') {
    let day = now.day;
    for (let left = amount; left > 0;) if (weekday(++day) <= 5) left--;
    return window(now, now, close(now, day), 'day');
  }
  const end = now.day + amount * (second === 'week' ? 7 : 1);
  return what === 'within' ? window(now, now, close(now, end), 'day') : window(now, { day: end, minute: W }, close(now, end), 'day');
}

/** Hours and minutes are exactly elapsed: the instants, by the clock of no zone. */
function elapsed(local: string, offset: string, meaning: string): readonly [number, number, string] | null {
  const [how, amount, unit] = meaning.split(' ');
  if (unit !== 'hour' && unit !== 'minute') return null;
  const now = Date.parse(`${local}:00${offset}`), end = now + Number(amount) * (unit === 'hour' ? 3_600_000 : 60_000);
  return [how === 'within' ? now : end, end, unit];
}

export interface Said { readonly text: string; readonly meaning: (now: Wall) => Window; readonly elapsed?: string; readonly none?: true }

/** Everything the sheet of a language says. */
export function saidIn(name: string): readonly Said[] {
  const sheet = yamlOf<Sheet>(`tests/promises/grid/${name}.yaml`);
  const entries = (of: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => Object.entries(of);
  const join = (pattern: string, day: string, other: string): string => pattern.replace('{day}', day).replace('{clock}', other);
  const cross = (others: Readonly<Record<string, string>>, joins: readonly string[], meaning: (now: Wall, day: string, other: string) => Window): readonly Said[] =>
    entries(sheet.days).flatMap(([day, code]) => entries(others).flatMap(([other, value]) => joins.map((pattern) => ({ text: join(pattern, day, other), meaning: (now: Wall) => meaning(now, code, value) }))));
  return [
    ...entries(sheet.days).map(([text, code]) => ({ text, meaning: (now: Wall) => onDay(now, code) })),
    ...entries(sheet.by).map(([text, code]) => ({ text, meaning: (now: Wall) => byDay(now, code) })),
    ...cross(sheet.clocks, sheet.joins, atClock),
    ...cross(sheet.parts, sheet.partJoins, (now, day, part) => inSpan(now, day, part, 'part_of_day')),
    ...cross(sheet.spans, sheet.spanJoins, (now, day, span) => inSpan(now, day, span, 'hour')),
    ...entries(sheet.said).map(([text, meaning]) => ({ text, meaning: (now: Wall) => whole(now, meaning), ...(/ (?:hour|minute)$/u.test(meaning) ? { elapsed: meaning } : {}) })),
    ...sheet.none.map((text) => ({ text, meaning: () => null, none: true as const })),
  ];
}

const told = (due: Due | null): string => (due === null ? 'no date' : `${due.start.slice(0, 16)}..${due.end.slice(0, 16)} ${due.precision}`);

/** What is wrong in how a time is read at a moment; null where nothing is. */
export function misread(asset: AssetName, frame: string, one: Said, [local, offset, zone]: (typeof NOWS)[number]): string | null {
  const clock: Clock = { now: `${local}:00${offset}`, zone, hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };
  const times = parseTimes(asset, frame.replace('{time}', one.text)), [time] = times;
  const due = time && times.length === 1 ? resolve(time.expr, clock).due : null;
  const instants = one.elapsed ? elapsed(local, offset, one.elapsed) : null;
  if (instants) {
    const right = due !== null && Date.parse(due.start) === instants[0] && Date.parse(due.end) === instants[1] && due.precision === instants[2];
    return right ? null : `${one.text} at ${local} ${zone}: ${told(due)}`;
  }
  const wanted = one.meaning(wallOf(local)), wantedText = wanted === null ? 'no date' : `${wanted[0]}..${wanted[1]} ${wanted[2]}`;
  if (times.length > 1) return `${one.text}: read as ${times.length} times`;
  return told(due) === wantedText ? null : `${one.text} at ${local} ${zone}: ${told(due)}, not ${wantedText}`;
}
