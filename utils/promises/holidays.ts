/**
 * National public holidays as data: fixed days, days counted from Easter, nth weekdays of a month. Regional and optional days
 * (carnival, municipal feasts) are not in it; teams add theirs by pack.
 * Sources: PL Ustawa o dniach wolnych od pracy (with 24 December from 2025); PT Código do Trabalho, art. 234; BR Leis 662/1949,
 * 6.802/1980, 14.759/2023 (20 November from 2024); US 5 U.S.C. 6103; GB Banking and Financial Dealings Act 1971, England and Wales.
 */
export const HOLIDAY_COUNTRIES = ['PL', 'PT', 'BR', 'US', 'GB'] as const;
export type HolidayCountry = (typeof HOLIDAY_COUNTRIES)[number];

interface HolidayRule {
  /** "12-25" */
  readonly fixed?: string;
  /** Days after Easter Sunday. */
  readonly easter?: number;
  /** Month, ISO weekday, which one (−1 the last). */
  readonly nth?: readonly [month: number, weekday: number, which: number];
  /** First year. */
  readonly since?: number;
}
interface Country {
  /** Where a day off falls on a weekend: us: Saturday → Friday, Sunday → Monday, too; gb: the next weekday that is free, too. */
  readonly moves: 'none' | 'us' | 'gb';
  readonly rules: readonly HolidayRule[];
}

const fixed = (...days: string[]): HolidayRule[] => days.map((day) => ({ fixed: day }));
const easter = (...days: number[]): HolidayRule[] => days.map((day) => ({ easter: day }));

const COUNTRIES: Readonly<Record<HolidayCountry, Country>> = {
  PL: {
    moves: 'none',
    rules: [...fixed('01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'), { fixed: '12-24', since: 2025 }, ...easter(0, 1, 49, 60)],
  },
  PT: {
    moves: 'none',
    rules: [...fixed('01-01', '04-25', '05-01', '06-10', '08-15', '10-05', '11-01', '12-01', '12-08', '12-25'), ...easter(-2, 0, 60)],
  },
  BR: {
    moves: 'none',
    rules: [...fixed('01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25'), { fixed: '11-20', since: 2024 }, ...easter(-2)],
  },
  US: {
    moves: 'us',
    rules: [
      ...fixed('01-01', '07-04', '11-11', '12-25'), { fixed: '06-19', since: 2021 },
      { nth: [1, 1, 3] }, { nth: [2, 1, 3] }, { nth: [5, 1, -1] }, { nth: [9, 1, 1] }, { nth: [10, 1, 2] }, { nth: [11, 4, 4] },
    ],
  },
  GB: { moves: 'gb', rules: [...fixed('01-01', '12-25', '12-26'), ...easter(-2, 1), { nth: [5, 1, 1] }, { nth: [5, 1, -1] }, { nth: [8, 1, -1] }] },
};

/** Easter Sunday, Gregorian, by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

function nthWeekday(year: number, month: number, weekday: number, which: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  if (which > 0) return start.add({ weeks: which - 1 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

function dayOf(rule: HolidayRule, year: number): Temporal.PlainDate | null {
  if (rule.since !== undefined && year < rule.since) return null;
  if (rule.fixed !== undefined) return Temporal.PlainDate.from(`${String(year)}-${rule.fixed}`);
  if (rule.easter !== undefined) return easterOf(year).add({ days: rule.easter });
  return rule.nth ? nthWeekday(year, ...rule.nth) : null;
}

function movedUs(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === 6) return day.subtract({ days: 1 });
  return day.dayOfWeek === 7 ? day.add({ days: 1 }) : day;
}

function ofYear({ rules, moves }: Country, year: number): ReadonlySet<string> {
  const days = rules.map((rule) => dayOf(rule, year)).filter((day) => day !== null).sort((a, b) => Temporal.PlainDate.compare(a, b));
  const free = new Set(days.map((day) => day.toString()));
  for (const day of days) {
    if (moves === 'us') free.add(movedUs(day).toString());
    if (moves !== 'gb' || day.dayOfWeek < 6) continue;
    let next = day;
    while (next.dayOfWeek > 5 || free.has(next.toString())) next = next.add({ days: 1 });
    free.add(next.toString());
  }
  return free;
}

/**
 * ISO dates of a country's public holidays between two ISO dates, both included, ascending. A day off in place of one at a
 * weekend (US, GB) is listed beside it.
 */
export function holidaysOf(country: HolidayCountry, from: string, to: string): string[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = new Set<string>();
  // A New Year's Day on a Saturday is observed the year before.
  for (let year = first.year; year <= last.year + 1; year++) ofYear(COUNTRIES[country], year).forEach((day) => days.add(day));
  return [...days].sort().filter((day) => day >= first.toString() && day <= last.toString());
}
