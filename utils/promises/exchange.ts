/**
 * The ledger as files, and back. Pure: the records are handed in, text comes out, and the other way round.
 *
 * - `writeJson` writes every record whole; `readJson` reads it again and names by its place what it cannot read.
 * - `writeCsv` writes a table for spreadsheets, `writeIcs` a calendar of what is still to be done.
 */
export { readJson, writeJson, type Bad, type Checked, type Fault, type Restored } from './exchange/json';
export { writeCsv } from './exchange/csv';
export { writeIcs } from './exchange/ics';
