/**
 * Sentences with their promises marked in braces, as tests/corpus/<language>/dates-said*.yaml keep them:
 *
 *   - now: 2026-11-18T10:00:00+00:00      # a group: when and where it is written; `holidays` a list of ISO dates, none by default
 *     zone: Europe/London
 *     said:
 *       - ["{I'll call you tomorrow at 3} and {send the form by Friday}.", callback 19 15:00 minute, send ..20 day]
 *     none: ["We open at 9."]
 *     missed: []                         # as said: known to be read wrongly; what is mended moves up
 *
 * After the sentence one string a promise, in order: kind, `if` (conditional), `now` (done while writing), then the window or nothing
 * (no date). "19" is that day of the month of `now`, "12-03" and "2027-01-04" other days; "19 15:00" a moment, "A..B" a window,
 * "..B" one from now on; a day without a clock is its working hours ("19" 09:00 to 18:00).
 */
import { find, type Clock, type FoundPromise } from '../../utils/promises';
import type { Language } from '../../utils/language';

export type Row = readonly [marked: string, ...promises: string[]];
export interface Group {
  readonly now: string;
  readonly zone: string;
  readonly holidays?: readonly string[];
  readonly said?: readonly Row[];
  readonly none?: readonly string[];
  readonly missed?: readonly Row[];
}
interface Gold { readonly start: number; readonly end: number; readonly line: string }
/** A sentence read: what stands in it and what was found, line by line; equal where all is right. */
export interface Reading { readonly text: string; readonly wanted: readonly string[]; readonly found: readonly string[]; readonly gold: readonly Gold[]; readonly promises: readonly FoundPromise[] }

export const clockOf = ({ now, zone, holidays }: Group): Clock => ({ now, zone, hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set(holidays ?? []) });

function marks(marked: string, lines: readonly string[], group: Group): { readonly text: string; readonly gold: Gold[] } {
  let text = '';
  const gold: Gold[] = [];
  for (const [at, part] of marked.split('{').entries()) {
    const [inside = '', after] = at === 0 ? ['', part] : part.split('}');
    if (after === undefined) throw new Error(`a brace without its other: ${marked}`);
    if (at > 0) gold.push({ start: text.length, end: text.length + inside.length, line: written(lines[gold.length] ?? '', group) });
    text += inside + after;
  }
  if (gold.length !== lines.length) throw new Error(`${gold.length} promises are marked and ${lines.length} told: ${marked}`);
  return { text, gold };
}

const PRECISIONS = ['minute', 'hour', 'part_of_day', 'day', 'week', 'month'];
/** One moment as written, in full: "2026-11-19 15:00". */
function moment(code: string, else_: string, { now }: Group): string {
  const [day = '', time = else_] = code.split(' ');
  return `${day.length <= 2 ? now.slice(0, 8) + day.padStart(2, '0') : day.length === 5 ? now.slice(0, 5) + day : day} ${time}`;
}
function written(line: string, group: Group): string {
  const flags = /^\w+(?: if| now)*/u.exec(line)?.[0] ?? '', rest = line.slice(flags.length).trim();
  if (rest === '') return flags;
  const precision = rest.slice(rest.lastIndexOf(' ') + 1), window = rest.slice(0, -precision.length).trim();
  if (!PRECISIONS.includes(precision)) throw new Error(`no precision: ${line}`);
  const [from = '', to = from] = window.split('..');
  return `${flags} ${from === '' ? group.now.slice(0, 16).replace('T', ' ') : moment(from, '09:00', group)}..${moment(to, '18:00', group)} ${precision}`;
}
const told = ({ kind, conditional, deferred, due }: FoundPromise): string =>
  `${kind}${conditional ? ' if' : ''}${deferred ? '' : ' now'}${due === null ? '' : ` ${[due.start, due.end].map((one) => one.slice(0, 16).replace('T', ' ')).join('..')} ${due.precision}`}`;

/** Each promise found stands on the line of the one marked that it overlaps; what is nowhere marked, and what was not found, is told. */
export function read(language: Language, [marked, ...lines]: Row, group: Group): Reading {
  const { text, gold } = marks(marked, lines, group);
  const promises = find(language, text, clockOf(group));
  const left = new Set(promises);
  const found = gold.map((one) => {
    const hit = [...left].find((promise) => promise.start < one.end && promise.end > one.start);
    if (hit) left.delete(hit);
    return hit ? told(hit) : 'not found';
  });
  return { text, gold, promises, wanted: gold.map(({ line }) => line), found: [...found, ...[...left].map((one) => `none, found: ${told(one)} «${text.slice(one.start, one.end)}»`)] };
}
