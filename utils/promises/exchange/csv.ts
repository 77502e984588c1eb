import { csvFormatRow } from 'd3-dsv';
import type { PromiseRecord } from '../ledger';

type Column = readonly [name: string, value: (record: PromiseRecord) => string | null];

const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['status', ({ status }) => status],
  ['kind', ({ kind }) => kind],
  ['text', ({ text }) => text],
  ['customer_name', ({ customer }) => customer?.name ?? null],
  ['customer_address', ({ customer }) => customer?.address ?? null],
  ['due_start', ({ due }) => due?.start ?? null],
  ['due_end', ({ due }) => due?.end ?? null],
  ['due_precision', ({ due }) => due?.precision ?? null],
  ['zone', ({ zone }) => zone],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['ended_at', (record) => endedAt(record)],
  ['snoozed_until', ({ snoozedUntil }) => snoozedUntil],
  ['previous_id', ({ previous }) => previous],
  ['conditional', ({ conditional }) => String(conditional)],
  ['language', ({ lang }) => lang],
  ['conversation_title', ({ conversation }) => conversation?.title ?? null],
  ['conversation_url', ({ conversation }) => conversation?.url ?? null],
  ['conversation_host', ({ conversation }) => conversation?.host ?? null],
  ['conversation_id', ({ conversation }) => conversation?.id ?? null],
  ['history', ({ history }) => history.map(({ at, what, detail }) => [at, what, detail].filter(Boolean).join(' ')).join('; ')],
];

/** What a spreadsheet would take for a formula, also behind spaces, and in the full-width signs that some turn into plain ones. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * One row a promise, RFC 4180: a heading, CRLF, quotes where needed. Names of fields and values are the ledger's own, times ISO.
 * A cell that a spreadsheet would run as a formula begins with an apostrophe. A byte order mark leads, or Excel takes ł for Å‚.
 */
export function writeCsv(records: readonly PromiseRecord[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...records.map((record) => COLUMNS.map(([, value]) => harmless(value(record) ?? '')))];
  return `\uFEFF${rows.map((row) => csvFormatRow(row)).join('\r\n')}\r\n`;
}

function harmless(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

function endedAt({ status, history }: PromiseRecord): string | null {
  return [...history].reverse().find(({ what }) => what === status)?.at ?? null;
}
