import type { Due } from '../../utils/promises';

/**
 * A due date as the agent reads it, by the language's own habits: "Thu, 26 Nov, 15:00"; a day without a clock time, a week
 * or month by its last day. null where the date cannot be read.
 */
export function whenText(due: Due | null, language: string, zone: string): string | null {
  if (due === null) return null;
  try {
    const end = Temporal.Instant.from(due.end).toZonedDateTimeISO(zone);
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    const clock = due.precision === 'minute' || due.precision === 'hour';
    return end.toLocaleString(localeOf(language, zone), clock ? { ...day, hour: '2-digit', minute: '2-digit' } : day);
  } catch {
    return null;
  }
}

/** English alone doesn't say which: the American way of writing a date is taken only where the zone is American, as the panel does. */
function localeOf(language: string, zone: string): string {
  if (language !== 'en') return language;
  return zone.startsWith('America/') ? 'en-US' : 'en-GB';
}
