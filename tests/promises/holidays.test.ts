import { describe, expect, it } from 'vitest';
import { HOLIDAY_COUNTRIES, holidaysOf, type HolidayCountry } from '../../utils/promises';

/** As published for the year. */
const PUBLISHED: readonly (readonly [HolidayCountry, number, readonly string[]])[] = [
  ['PL', 2026, ['01-01', '01-06', '04-05', '04-06', '05-01', '05-03', '05-24', '06-04', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26']],
  ['PT', 2026, ['01-01', '04-03', '04-05', '04-25', '05-01', '06-04', '06-10', '08-15', '10-05', '11-01', '12-01', '12-08', '12-25']],
  ['BR', 2026, ['01-01', '04-03', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25']],
  ['US', 2026, ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25']],
  ['GB', 2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-26', '12-28']],
  ['GB', 2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-25', '12-26', '12-27', '12-28']],
  ['PL', 2024, ['01-01', '01-06', '03-31', '04-01', '05-01', '05-03', '05-19', '05-30', '08-15', '11-01', '11-11', '12-25', '12-26']],
];

describe('public holidays', () => {
  it.each(PUBLISHED)('%s %d', (country, year, days) => {
    expect(holidaysOf(country, `${String(year)}-01-01`, `${String(year)}-12-31`)).toEqual(days.map((day) => `${String(year)}-${day}`));
  });

  it('lists both ends of the span, and nothing outside', () => {
    expect(holidaysOf('PT', '2026-12-08', '2026-12-25')).toEqual(['2026-12-08', '2026-12-25']);
    expect(holidaysOf('PT', '2026-12-09', '2026-12-24')).toEqual([]);
  });

  it('sees the New Year observed on the last day of the year before', () => {
    expect(holidaysOf('US', '2027-12-30', '2027-12-31')).toEqual(['2027-12-31']);
  });

  it('knows every country it names', () => {
    for (const country of HOLIDAY_COUNTRIES) expect(holidaysOf(country, '2030-01-01', '2030-12-31').length).toBeGreaterThan(7);
  });
});
