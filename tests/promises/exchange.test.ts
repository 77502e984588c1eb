import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../utils/messages/answer';
import { changed, recordOf, type PromiseRecord } from '../../utils/promises';
import { readJson, writeCsv, writeIcs, writeJson } from '../../utils/promises/exchange';

const NOW = '2026-12-01T10:00:00Z';
const CALL = recordOf({
  id: 'call', status: 'open', kind: 'callback', text: 'I’ll call you on Friday at 3 pm.', lang: 'en', conditional: false,
  due: { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' }, alternatives: [], zone: 'Europe/Lisbon',
  conversation: { host: 'sample', id: '17', url: 'https://example.com/17?a=1,2;b', title: 'Invoice' }, customer: { name: 'Sample Customer', address: 'sample@example.com' },
}, NOW);

/** Any text a person may write, and some that break formats. */
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('=1+1', '"quoted", and\r\nbroken', 'a;b\\,c', '-5', "'", '\u0000\u0007', 'ąćęłńóśźż ãõç 😀', '\ud800', 'BEGIN:VEVENT'));
const instant = fc.integer({ min: 0, max: 4_000_000 }).map((minutes) => Temporal.Instant.from('2024-01-01T00:00:00Z').add({ minutes }).toString());
const due = fc.record({ start: instant, minutes: fc.integer({ min: 0, max: 20_000 }), precision: fc.constantFrom('minute' as const, 'hour' as const, 'part_of_day' as const, 'day' as const, 'week' as const, 'month' as const) })
  .map(({ start, minutes, precision }) => ({ start, end: Temporal.Instant.from(start).add({ minutes }).toString(), precision }));
const record: fc.Arbitrary<PromiseRecord> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20 }), status: fc.constantFrom('open' as const, 'tentative' as const), kind: fc.constantFrom('callback' as const, 'send' as const, 'other' as const),
  text, due: fc.option(due), zone: fc.constantFrom('Europe/Lisbon', 'America/Sao_Paulo', 'Asia/Kathmandu'), name: fc.option(text), title: fc.option(text), at: instant,
  after: fc.constantFrom('keep' as const, 'break' as const, 'drop' as const, null),
}).map(({ name, title, at, after, ...rest }) => {
  const made = recordOf({
    ...rest, lang: 'pl', conditional: false, alternatives: [], customer: name === null ? null : { name, address: null },
    conversation: title === null ? null : { host: 'h', id: '1', url: 'https://example.com/', title },
  }, at);
  return after === null ? made : changed(made, { do: after }, at, () => [])[0]!;
});
const records = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 8 });

describe('JSON', () => {
  it('comes back as it went', () => {
    fc.assert(fc.property(records, (all) => {
      expect(readJson(writeJson(all, NOW), checkRecord)).toEqual({ records: all, bad: [] });
    }), { numRuns: 300 });
  });

  it('carries what was damaged, and never reads it again', () => {
    const file = writeJson([CALL], NOW, [{ id: 'bad', record: 17 }]);
    expect(JSON.parse(file)).toMatchObject({ format: 'keepword-promises', version: 1, writtenAt: NOW, damaged: [{ id: 'bad' }] });
    expect(readJson(`\uFEFF${file}`, checkRecord)).toEqual({ records: [CALL], bad: [] });
  });

  it('names what it cannot read by its place, and reads the rest', () => {
    const broken = { ...CALL, id: 'b', due: { start: 'yesterday', end: '2026-12-04T15:00:00Z', precision: 'minute' }, history: [{ at: NOW, what: 'invented' }] };
    const { records: read, bad } = readJson(writeJson([CALL, broken as never, 7 as never, { ...CALL, id: 'c' }], NOW), checkRecord);
    expect(read.map(({ id }) => id)).toEqual(['call', 'c']);
    expect(bad.map(({ where }) => where)).toEqual(['promises[1].due.start', 'promises[1].history[0].what', 'promises[2]']);
    expect(bad[0]?.why).toBe('instant');
  });

  it('admits no script for an address, and nothing we do not know', () => {
    const evil = { ...CALL, conversation: { ...CALL.conversation, url: 'javascript:alert(1)' } };
    expect(readJson(writeJson([evil as never], NOW), checkRecord).bad).toEqual([{ where: 'promises[0].conversation.url', why: 'address' }]);
    expect(readJson(writeJson([{ ...CALL, more: 'x' } as never], NOW), checkRecord).records).toEqual([CALL]);
  });

  it('takes the newest of two with one id', () => {
    const later = { ...CALL, text: 'later', updatedAt: '2026-12-02T12:00:00+01:00' };
    expect(readJson(writeJson([later, CALL], NOW), checkRecord).records).toEqual([later]);
    expect(readJson(writeJson([CALL, later], NOW), checkRecord).records).toEqual([later]);
  });

  it('does not name thousands one by one', () => {
    const { bad } = readJson(writeJson(Array.from({ length: 1_500 }, () => 7 as never), NOW), checkRecord);
    expect(bad).toHaveLength(1_001);
    expect(bad.at(-1)).toEqual({ where: 'promises', why: 'more', number: 500 });
  });

  it.each([
    ['', [{ where: 'file', why: 'no_json' }]], ['{"promises":[]}', [{ where: 'file', why: 'no_file' }]], ['[]', [{ where: 'file', why: 'no_file' }]], ['null', [{ where: 'file', why: 'no_file' }]],
    ['{"format":"keepword-promises","version":2,"promises":[]}', [{ where: 'version', why: 'newer', number: 2 }]],
    ['{"format":"keepword-promises","version":"1","promises":[]}', [{ where: 'version', why: 'no_version' }]], ['{"format":"keepword-promises","version":1,"promises":{}}', [{ where: 'promises', why: 'no_list' }]],
  ])('that is none of ours is said to be none: %s', (file, bad) => {
    expect(readJson(file, checkRecord)).toEqual({ records: [], bad });
  });

  it.each([
    ['missing', 'status', undefined], ['type', 'text', 7], ['value', 'kind', 'visitation'], ['large', 'id', 'x'.repeat(201)], ['small', 'id', ''], ['instant', 'createdAt', 'yesterday'], ['zone', 'zone', 'Mars/Base'],
    ['address', 'conversation', { ...CALL.conversation, url: 'javascript:1' }], ['order', 'due', { start: '2026-12-02T10:00:00Z', end: '2026-12-01T10:00:00Z', precision: 'day' }],
  ])('says of a record what is wrong: %s', (why, field, value) => {
    const { bad } = readJson(writeJson([{ ...CALL, [field]: value } as never], NOW), checkRecord);
    expect(bad).toEqual([{ where: expect.stringContaining(`promises[0].${field}`) as string, why }]);
  });
});

/** A plain reader of RFC 4180, written apart from the writer. */
function readCsv(file: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let row: string[] = [];
  for (let match = cell.exec(file); match !== null; match = cell.exec(file)) {
    const [, value = '', end] = match;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (cell.lastIndex === file.length) break;
  }
  expect(row, 'the file ends with a whole row').toEqual([]);
  return rows;
}

describe('CSV', () => {
  it('is read by any reader as it was meant, and runs nothing', () => {
    fc.assert(fc.property(records, (all) => {
      const file = writeCsv(all);
      expect(file.startsWith('\uFEFF')).toBe(true);
      const [heading = [], ...rows] = readCsv(file.slice(1));
      expect(rows).toHaveLength(all.length);
      rows.forEach((row, index) => {
        const cells = Object.fromEntries(heading.map((name, at) => [name, row[at]]));
        const { id, text: said, status, due: window } = all[index]!;
        // With or without the apostrophe; the last line below says when it must be there.
        expect([id, `'${id}`]).toContain(cells['id']);
        expect([said, `'${said}`]).toContain(cells['text']);
        expect([cells['status'], cells['due_start'], cells['due_end']]).toEqual([status, window?.start ?? '', window?.end ?? '']);
        for (const cell of row) expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      });
    }), { numRuns: 300 });
  });

  it('tells when it ended, and its history', () => {
    const [kept] = changed(CALL, { do: 'keep' }, '2026-12-04T15:10:00Z', () => []);
    const [heading = [], row = []] = readCsv(writeCsv([kept!]).slice(1));
    expect(row[heading.indexOf('ended_at')]).toBe('2026-12-04T15:10:00Z');
    expect(row[heading.indexOf('history')]).toBe('2026-12-01T10:00:00Z confirmed; 2026-12-04T15:10:00Z kept');
  });
});

const lead = (): number => 10;
/** The lines of a calendar, put together again. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');
const plain = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
const valueOf = (lines: readonly string[], name: string): string | undefined => lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '');

describe('ICS', () => {
  it('has lines of 75 octets at most, and the text comes back', () => {
    fc.assert(fc.property(records, (all) => {
      const file = writeIcs(all, lead);
      for (const line of file.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Cc}/u);
      }
      const live = all.filter((each) => each.due !== null && (each.status === 'open' || each.status === 'tentative'));
      const events = linesOf(file).join('\n').split('\nBEGIN:VEVENT\n').slice(1).map((event) => event.split('\n'));
      expect(events).toHaveLength(live.length);
      events.forEach((lines, index) => {
        const asText = (value: string): string => value.replace(/\r\n|\r/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
        expect(plain(valueOf(lines, 'SUMMARY') ?? '')).toBe(asText(live[index]!.text));
        expect(plain(valueOf(lines, 'UID') ?? '')).toBe(asText(live[index]!.id));
      });
    }), { numRuns: 300 });
  });

  it('names a moment, with its alarm and its address unescaped', () => {
    const lines = linesOf(writeIcs([CALL], lead));
    expect(lines.slice(0, 5)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Keepword//Promises//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT']);
    expect(lines).toEqual(expect.arrayContaining([
      'UID:call', 'DTSTAMP:20261201T100000Z', 'DTSTART:20261204T150000Z', 'SUMMARY:I’ll call you on Friday at 3 pm.', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'TRIGGER:-PT10M',
      'URL:https://example.com/17?a=1,2;b', 'DESCRIPTION:Sample Customer <sample@example.com>\\nInvoice\\nhttps://example.com/17?a=1\\,2\\;b',
    ]));
    expect(valueOf(lines, 'DTEND')).toBeUndefined();
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });

  it.each<[string, PromiseRecord['due'], string[]]>([
    ['a window that is open already warns before its end', { start: NOW, end: '2026-12-01T12:00:00Z', precision: 'hour' }, ['DTSTART:20261201T100000Z', 'DTEND:20261201T120000Z', 'TRIGGER;RELATED=END:-PT10M']],
    ['a day is a whole day of its zone', { start: '2026-12-03T21:00:00Z', end: '2026-12-04T20:59:59Z', precision: 'day' }, ['DTSTART;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261205', 'TRANSP:TRANSPARENT']],
    ['a week ends with its last day', { start: '2026-12-07T03:00:00Z', end: '2026-12-12T03:00:00Z', precision: 'week' }, ['DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261212']],
  ])('%s', (_name, window, expected) => {
    const zone = window?.precision === 'day' ? 'Asia/Baghdad' : 'America/Sao_Paulo';
    expect(linesOf(writeIcs([{ ...CALL, due: window, zone }], lead))).toEqual(expect.arrayContaining(expected));
  });

  it('leaves out what is over or has no date, and calls what is uncertain tentative', () => {
    const lines = linesOf(writeIcs([{ ...CALL, status: 'kept' }, { ...CALL, due: null }, { ...CALL, status: 'tentative' }], () => null));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toContain('STATUS:TENTATIVE');
    expect(lines).not.toContain('BEGIN:VALARM');
  });
});
