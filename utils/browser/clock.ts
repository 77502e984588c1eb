/**
 * The one clock of the extension: everything else is given its time. Both answers are strings, because that is how
 * instants and zones cross between rooms.
 */

/** The present instant, ISO 8601 in UTC, to the millisecond: "2026-11-22T14:03:07.512Z". */
export function now(): string {
  return Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
}

/** The IANA zone the computer is set to, "Europe/Lisbon". */
export function zone(): string {
  return Temporal.Now.timeZoneId();
}
