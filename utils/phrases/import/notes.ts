/** What an import tells: what could not be carried, entry by entry. The interface says it by `pack_import_<code>`, `describeNote` in English. */
import { describePackError, quoted } from '../pack/errors';
import type { PackError } from '../pack/errors';

const ENGLISH = {
  format_unknown: 'none of the formats that can be imported: CSV, Text Blaze JSON, Briskine CSV or JSON, Espanso YAML, Zendesk macros as JSON or CSV, plain text, HTML',
  column_missing: 'no column holds the text; call it "text" in the first row',
  unreadable: 'can\'t be read: {problem}',
  nothing_found: 'nothing to import was found in it',
  entry_broken: 'left out: it is not written as this format has it',
  text_missing: 'left out: it has no text',
  text_long: 'left out: {found} characters, at most {max}',
  too_many: 'only the first {max} were taken, of {found}',
  refused: 'left out: {problem}',
  inactive: 'it was switched off where it comes from',
  title_cut: 'the title was shortened',
  shortcut_changed: 'the shortcut "{from}" became "{to}"',
  shortcut_lost: 'the shortcut "{from}" was not taken: it is in use already, or has no letters or digits',
  tags_lost: 'some tags were not taken',
  variable_text: 'the variable "{name}" stands in the text as [{name}]: fill it in by hand',
  variable_default: 'the field "{name}" became the text that was its default',
  command_text: '"{name}" can\'t be carried; it stands in the text as [{name}]',
  command_lost: '"{name}" can\'t be carried and was taken out',
  choice_first: 'of the choices {found} the first was taken',
  cursor_lost: 'the place of the cursor was not carried',
  formatting_lost: 'bold, colours and the like were not carried',
  image_lost: 'a picture was not carried ({name})',
  attachment_lost: 'an attachment was not carried ({name})',
  table_flattened: 'a table became lines of text',
  hidden_lost: 'what the page does not show was not carried ({name})',
  field_lost: 'not carried: {name} ({value})',
  unseen_lost: 'invisible characters were taken out',
  markup_changed: 'what looks like HTML was written with ‹ and ›',
} as const;

export type ImportCode = keyof typeof ENGLISH;
export const IMPORT_CODES = Object.keys(ENGLISH) as readonly ImportCode[];
export interface ImportNote {
  /** Where in the file: "row 12", "matches[3]"; '' for all of it. */
  readonly at: string;
  /** The title of the entry, or ''. */
  readonly title: string;
  readonly code: ImportCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** With `unreadable` and `refused`: what stands for {problem}. */
  readonly problem?: PackError;
}

/** "row 12, Late parcel: a picture was not carried (logo.png)" */
export function describeNote({ at, title, code, params, problem }: ImportNote): string {
  const told = ENGLISH[code].replace(/\{(\w+)\}/g, (whole, name: string) => (name === 'problem' && problem !== undefined ? describePackError(problem) : String(params[name] ?? whole)));
  const where = [at, title].filter((part) => part !== '').join(', ');
  return where === '' ? told : `${where}: ${told}`;
}

/** Collects the notes of one entry; the same thing twice is told once. */
export class Notes {
  private readonly seen = new Set<string>();
  readonly list: ImportNote[] = [];
  constructor(readonly at: string, readonly title: string) {}
  add(code: ImportCode, params: Readonly<Record<string, string | number>> = {}): void {
    const short = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? quoted(value) : value]));
    const key = `${code} ${JSON.stringify(short)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push({ at: this.at, title: quoted(this.title), code, params: short });
  }
  refuse(problem: PackError | undefined): void {
    this.list.push({ at: this.at, title: quoted(this.title), code: 'refused', params: {}, ...(problem === undefined ? {} : { problem }) });
  }
}
