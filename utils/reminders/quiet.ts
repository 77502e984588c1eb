/**
 * The instant itself, or the end of the quiet hours it falls into. They are read on the wall clock of a zone and may go over midnight;
 * hours that end when they begin are none. Where the clock is put back over their end, the end is the one still to come; where it is
 * put forward over it, the first moment after.
 */
export function afterQuiet(at: Temporal.Instant, zone: string, quiet: { readonly start: string; readonly end: string } | null): Temporal.Instant {
  if (quiet === null) return at;
  const [start, end] = [Temporal.PlainTime.from(quiet.start), Temporal.PlainTime.from(quiet.end)];
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime();
  const order = Temporal.PlainTime.compare(start, end);
  const [begun, over] = [Temporal.PlainTime.compare(time, start) >= 0, Temporal.PlainTime.compare(time, end) >= 0];
  const overMidnight = order > 0;
  if (order === 0 || (overMidnight ? !begun && over : !begun || over)) return at;
  const date = local.toPlainDate().add({ days: overMidnight && begun ? 1 : 0 }).toPlainDateTime(end);
  const first = date.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
  return Temporal.Instant.compare(first, at) > 0 ? first : date.toZonedDateTime(zone, { disambiguation: 'later' }).toInstant();
}
