import { describe, expect, it } from 'vitest';
import brazil from '../corpus/pt-BR/dates.yaml';
import portugal from '../corpus/pt-PT/dates.yaml';
import { parseTimes, resolve, type Clock } from '../../utils/promises';

/** A sentence, the time said in it, and its window ("19 15:00" is in November 2026); null: no window. */
type Row = [sentence: string, said: string, start: string | null, end?: string, precision?: string];
interface Table { readonly times: Row[]; readonly decoys: string[] }

const HOURS = { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' } as const;
const COUNTRIES: readonly (readonly [string, Table, Clock])[] = [
  ['pt-BR', brazil as Table, { now: '2026-11-18T10:00:00-03:00', zone: 'America/Sao_Paulo', hours: HOURS, holidays: new Set() }],
  ['pt-PT', portugal as Table, { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/Lisbon', hours: HOURS, holidays: new Set() }],
];

/** "19 15:00", "12-03 09:00", "2027-01-31 18:00", "now" → wall clock. */
function wall(code: string): string {
  if (code === 'now') return '2026-11-18T10:00';
  const [day = '', time = ''] = code.split(' ');
  const date = day.length === 2 ? `2026-11-${day}` : day.length === 5 ? `2026-${day}` : day;
  return `${date}T${time}`;
}

describe.each(COUNTRIES)('times said in %s', (_, table, clock) => {
  it.each(table.times)('%s', (...[sentence, said, start, end, precision]: Row) => {
    const times = parseTimes('pt', sentence);
    expect(times.map((time) => sentence.slice(time.start, time.end))).toEqual([said]);
    const due = times[0] ? resolve(times[0].expr, clock, null).due : null;
    const window = due && [due.start.slice(0, 16), due.end.slice(0, 16), due.precision];
    expect(window).toEqual(start === null ? null : [wall(start), wall(end ?? ''), precision]);
  });
  it.each(table.decoys)('nothing in: %s', (sentence) => {
    expect(parseTimes('pt', sentence).map((time) => sentence.slice(time.start, time.end))).toEqual([]);
  });
});
