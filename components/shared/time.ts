import type { Strings } from './strings';

/** A window in which something falls due, as ISO instants. */
export interface DueLike {
  readonly start: string;
  readonly end: string;
  readonly precision: 'minute' | 'hour' | 'part_of_day' | 'day' | 'week' | 'month';
}

/** Where the reader is: ISO instant, IANA zone. */
export interface Here {
  readonly now: string;
  readonly zone: string;
}

const WHOLE_DAYS: ReadonlySet<string> = new Set(['day', 'week', 'month']);
const MINUTES_AN_HOUR = 60;
const HOURS_SHOWN_AS_HOURS = 48;

/**
 * The locale dates are written in. The interface speaks one English, but it writes dates as the reader's region does.
 * Browsers claim en-US nearly everywhere, so that one is believed only in an American time zone.
 */
export function dateLocale(language: string, zone: string, preferred: readonly string[]): string {
  if (language !== 'en') return language;
  const regional = preferred.find((tag) => tag.startsWith('en-') && (tag !== 'en-US' || zone.startsWith('America/')));
  return regional ?? 'en-GB';
}

const epoch = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const dayOf = (iso: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate();

/** Calendar days from now to the instant, in the reader's zone; negative when past. */
export function daysAway(iso: string, here: Here): number {
  return dayOf(here.now, here.zone).until(dayOf(iso, here.zone)).days;
}

/** Minutes from now to the instant, negative when past. */
export function minutesAway(iso: string, here: Here): number {
  return Math.round((epoch(iso) - epoch(here.now)) / 60_000);
}

function formats(locale: string, here: Here) {
  const sameYear = { weekday: 'short', day: 'numeric', month: 'short', timeZone: here.zone } as const;
  const thisYear = dayOf(here.now, here.zone).year;
  const year = (iso: string) => (dayOf(iso, here.zone).year === thisYear ? {} : { year: 'numeric' as const });
  return {
    day: (iso: string) => new Intl.DateTimeFormat(locale, { ...sameYear, ...year(iso) }),
    clock: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: here.zone }),
  };
}

/** "Fri 4 Dec" */
export function formatDay(iso: string, here: Here, locale: string): string {
  // British English puts a comma after the weekday in some engines and none in others: one way here.
  return formats(locale, here).day(iso).format(epoch(iso)).replace(/^(\p{L}+), (\d+ \p{L}+)/u, '$1 $2');
}

/** "15:00" */
export function formatClock(iso: string, here: Here, locale: string): string {
  return formats(locale, here).clock.format(epoch(iso));
}

/** "Fri 4 Dec, 15:00" */
export function formatMoment(iso: string, here: Here, locale: string): string {
  return `${formatDay(iso, here, locale)}, ${formatClock(iso, here, locale)}`;
}

/** How far off: "in 20 min", "in 3 hours", "tomorrow", "in 3 days", "2 days ago". Days are calendar days. */
export function formatAway(iso: string, here: Here, locale: string): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = daysAway(iso, here);
  if (days !== 0) return relative.format(days, 'day');
  const minutes = minutesAway(iso, here);
  if (Math.abs(minutes) < MINUTES_AN_HOUR) return relative.format(minutes, 'minute');
  return relative.format(Math.trunc(minutes / MINUTES_AN_HOUR), 'hour');
}

/** A length of time, in its largest sensible unit: "20 min", "5 hr", "3 days". */
export function formatLength(minutes: number, locale: string): string {
  const unit = (value: number, name: 'minute' | 'hour' | 'day', unitDisplay: 'short' | 'long') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value);
  const hours = Math.floor(minutes / MINUTES_AN_HOUR);
  if (hours < 1) return unit(Math.max(0, Math.round(minutes)), 'minute', 'short');
  if (hours < HOURS_SHOWN_AS_HOURS) return unit(hours, 'hour', 'short');
  return unit(Math.floor(hours / 24), 'day', 'long');
}

/**
 * The window in words: "Fri 4 Dec, 15:00", "by Fri 4 Dec", "Fri 4 Dec, 12:00–18:00". A window that is already running
 * is a limit, so it is said as one.
 */
export function formatDue(due: DueLike, here: Here, locale: string, strings: Strings): string {
  const running = epoch(due.start) <= epoch(here.now);
  const oneDay = dayOf(due.start, here.zone).equals(dayOf(due.end, here.zone));
  if (WHOLE_DAYS.has(due.precision)) {
    const last = formatDay(due.end, here, locale);
    if (oneDay) return last;
    return running ? strings.t('app_by', { when: last }) : `${formatDay(due.start, here, locale)} – ${last}`;
  }
  const end = formatMoment(due.end, here, locale);
  if (epoch(due.start) === epoch(due.end)) return end;
  if (running) return strings.t('app_by', { when: end });
  const first = formatMoment(due.start, here, locale);
  return oneDay ? `${first}–${formatClock(due.end, here, locale)}` : `${first} – ${end}`;
}

/** The window with how far off its end is: "Fri 4 Dec, 15:00 · in 3 days". */
export function formatDueAway(due: DueLike, here: Here, locale: string, strings: Strings): string {
  return `${formatDue(due, here, locale, strings)} · ${formatAway(due.end, here, locale)}`;
}

/** The end of a window as one writes it in a letter: "Friday 4 December, 15:00"; whole days without the hour. */
export function formatProse(due: DueLike, zone: string, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(epoch(due.end));
  if (WHOLE_DAYS.has(due.precision)) return day;
  return `${day}, ${new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(epoch(due.end))}`;
}

/** How urgent a due window is now: late after its end, due from its start on the day it ends. */
export function urgency(due: DueLike, here: Here): 'late' | 'due' | 'later' {
  const now = epoch(here.now);
  if (now > epoch(due.end)) return 'late';
  return now >= epoch(due.start) && daysAway(due.end, here) === 0 ? 'due' : 'later';
}

/** "2026-12-04T15:00" (a date-time input's value) of an instant in a zone. */
export function toInput(iso: string, zone: string): string {
  return Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The exact moment a date-time input names, as a due window; null while it is not complete. */
export function fromInput(value: string, zone: string): DueLike | null {
  try {
    const at = Temporal.PlainDateTime.from(value).toZonedDateTime(zone);
    return exactly(at);
  } catch {
    return null;
  }
}

/** A due window of one moment. */
export function exactly(at: Temporal.ZonedDateTime): DueLike {
  const iso = at.toString({ smallestUnit: 'second', timeZoneName: 'never' });
  return { start: iso, end: iso, precision: 'minute' };
}
