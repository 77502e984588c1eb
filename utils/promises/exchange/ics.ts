import type { PromiseRecord } from '../ledger';
import type { Due } from '../types';

/** A content line takes no more octets than this (RFC 5545, 3.1), its break not counted. */
const OCTETS = 75;

/**
 * What is still to be done as a calendar, RFC 5545: one event a dated promise that is open or tentative. Events, because Google
 * Calendar takes no tasks. UID is the ledger's id, so that a calendar that takes the file again changes what it has.
 *
 * Moments and parts of a day are times in UTC; days, weeks and months are whole days of the promise's zone, and nobody is busy by them.
 * @param lead minutes of warning before a promise, or null for no alarm; before a window that opens after the giving its start, else its end.
 */
export function writeIcs(records: readonly PromiseRecord[], lead: (record: PromiseRecord) => number | null): string {
  const events = records.flatMap((record) => (record.due === null || (record.status !== 'open' && record.status !== 'tentative') ? [] : eventOf(record, record.due, lead(record))));
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Keepword//Promises//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}

function eventOf(record: PromiseRecord, due: Due, lead: number | null): readonly string[] {
  const { customer, conversation } = record;
  const who = [customer?.name, customer?.address && `<${customer.address}>`].filter(Boolean).join(' ');
  const about = [who, conversation?.title, conversation?.url].filter(Boolean).join('\n');
  const wholeDays = due.precision === 'day' || due.precision === 'week' || due.precision === 'month';
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(record.id)}`,
    `DTSTAMP:${utc(record.updatedAt)}`,
    `CREATED:${utc(record.createdAt)}`,
    `LAST-MODIFIED:${utc(record.updatedAt)}`,
    `SEQUENCE:${record.history.length}`,
    ...(wholeDays ? days(due, record.zone) : times(due)),
    `SUMMARY:${escaped(record.text)}`,
    ...(about === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
    // An address is no text: nothing in it is escaped.
    ...(conversation ? [`URL:${conversation.url.replace(/\p{Cc}/gu, '')}`] : []),
    `STATUS:${record.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${wholeDays ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(lead === null || wholeDays ? [] : alarm(record, due, lead)),
    'END:VEVENT',
  ];
}

/** A moment has no end of its own: DTEND must come after DTSTART. */
function times({ start, end }: Due): readonly string[] {
  return utc(start) === utc(end) ? [`DTSTART:${utc(start)}`] : [`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`];
}

/** The end is the first day that is none of it any more. */
function days({ start, end }: Due, zone: string): readonly string[] {
  const day = (at: string): Temporal.PlainDate => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  const plain = (date: Temporal.PlainDate): string => date.toString().replaceAll('-', '');
  // A window that ends with the last instant before a day, or with its first, ends with the day before.
  const last = Temporal.Instant.compare(end, start) > 0 ? day(Temporal.Instant.from(end).subtract({ milliseconds: 1 }).toString()) : day(end);
  return [`DTSTART;VALUE=DATE:${plain(day(start))}`, `DTEND;VALUE=DATE:${plain(last.add({ days: 1 }))}`];
}

function alarm(record: PromiseRecord, due: Due, lead: number): readonly string[] {
  const opensLater = Temporal.Instant.compare(due.start, record.createdAt) > 0;
  // Without DTEND the end is the start, and calendars know it.
  const related = opensLater || utc(due.start) === utc(due.end) ? '' : ';RELATED=END';
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER${related}:-PT${lead}M`, `DESCRIPTION:${escaped(record.text)}`, 'END:VALARM'];
}

/** "20261204T150000Z" */
function utc(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replace(/\r\n|\r|\n/gu, '\\n').replace(/\p{Cc}/gu, '');
}

/** Broken into lines of at most 75 octets, never within a character; a line that goes on begins with a space. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const more = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + more > OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += more;
  }
  return out;
}
