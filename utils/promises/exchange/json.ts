import type { PromiseRecord } from '../ledger';

const FORMAT = 'keepword-promises';
/** Of the file's shape. Raised where an older Keepword could not read it any more. */
const VERSION = 1;
/** As many bad places are named one by one; of the others only their number is told. */
const NAMED = 1_000;

/** What can be wrong with the file as a whole, and with a place in it. Said to the agent by the interface, in the agent's language. */
export type Fault =
  | 'no_json' | 'no_file' | 'no_version' | 'newer' | 'no_list' | 'more'
  | 'missing' | 'type' | 'value' | 'large' | 'small' | 'instant' | 'zone' | 'address' | 'order' | 'unfit';
/** A place in the file, "promises[12].due.start", and what is wrong there. */
export interface Bad {
  readonly where: string;
  readonly why: Fault;
  /** The version of the file that is too new; how many places more there are. */
  readonly number?: number;
}
/** A record that was checked: as it may be kept, or what is wrong with it, by place. */
export type Checked = { readonly record: PromiseRecord } | { readonly issues: readonly Bad[] };
export interface Restored {
  /** Each id once, in its newest state. */
  readonly records: readonly PromiseRecord[];
  readonly bad: readonly Bad[];
}

/**
 * The ledger as JSON: format, version, when it was written (ISO instant), and every record whole, one a line.
 * @param damaged rows that could not be read, as they were found: they are kept beside the rest, and never read again.
 */
export function writeJson(records: readonly PromiseRecord[], writtenAt: string, damaged: readonly unknown[] = []): string {
  const lines = (values: readonly unknown[]): string => (values.length === 0 ? '[]' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`);
  return `{"format":"${FORMAT}","version":${VERSION},"writtenAt":${JSON.stringify(writtenAt)},"promises":${lines(records)},"damaged":${lines(damaged)}}\n`;
}

/**
 * Reads what `writeJson` wrote. Throws nothing: a file that is none of ours has no records, and one bad place that says why.
 * @param check looks at one record, whose shape is not known here.
 */
export function readJson(text: string, check: (record: unknown) => Checked): Restored {
  const file = parsed(text);
  if ('why' in file) return { records: [], bad: [file] };
  const newest = new Map<string, PromiseRecord>();
  const bad: Bad[] = [];
  file.promises.forEach((raw, index) => {
    const checked = check(raw);
    if ('record' in checked) return keepNewest(newest, checked.record);
    for (const { where, why } of checked.issues) bad.push({ where: `promises[${index}]${where === '' || where.startsWith('[') ? where : `.${where}`}`, why });
  });
  const rest = bad.length - NAMED;
  return { records: [...newest.values()], bad: rest > 0 ? [...bad.slice(0, NAMED), { where: 'promises', why: 'more', number: rest }] : bad };
}

function keepNewest(newest: Map<string, PromiseRecord>, record: PromiseRecord): void {
  const other = newest.get(record.id);
  if (!other || Temporal.Instant.compare(record.updatedAt, other.updatedAt) > 0) newest.set(record.id, record);
}

function parsed(text: string): { readonly promises: readonly unknown[] } | Bad {
  const bad = (why: Fault, where = 'file'): Bad => ({ where, why });
  let file: unknown;
  try {
    // Editors put a byte order mark before it.
    file = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    // Browsers say where in English of their own; the figures are everybody's.
    const [, line, column] = /line (\d+) column (\d+)/u.exec(String(error)) ?? [];
    return bad('no_json', line === undefined ? 'file' : `file:${line}:${column}`);
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT) return bad('no_file');
  if (!('version' in file) || typeof file.version !== 'number' || !Number.isInteger(file.version) || file.version < 1) return bad('no_version', 'version');
  if (file.version > VERSION) return { ...bad('newer', 'version'), number: file.version };
  if (!('promises' in file) || !Array.isArray(file.promises)) return bad('no_list', 'promises');
  return { promises: file.promises };
}
