/** What can be wrong with a pack. The interface says it by `pack_error_<code>` in its own language; `describePackError` in English. */
import { BOUNDS } from './bounds';

/** By code: the sentence. `{name}` is filled from the error's parameters. Says the fix wherever the fault alone does not. */
const ENGLISH = {
  empty: 'the file is empty',
  file_large: '{found} bytes, at most {max}',
  archive: 'this is a compressed file; unpack it first and give the *.keepword.json in it',
  not_utf8: 'byte {at} (line {line}) is not UTF-8; save the file as UTF-8',
  not_json: 'not JSON from line {line}, column {column} on',
  not_yaml: 'not YAML from line {line}, column {column} on',
  key_twice: '"{key}" stands twice in one object (line {line}); keep one',
  too_deep: 'more than {max} objects and lists within each other (line {line})',
  too_much: 'more than {max} values; divide the pack in two',
  keys_many: 'more than {max} fields in one object (line {line})',
  key_forbidden: 'a field can\'t be called "{key}" (line {line})',
  not_pack: 'not a Keepword pack: "keepword": {known} is missing',
  format_newer: 'format {found}; this version of Keepword reads format {known}: update Keepword',

  missing: 'missing',
  wrong_type: 'is {found}, must be {expected}',
  blank: 'empty; write something or leave the field out',
  too_long: '{found} characters, at most {max}',
  too_short: '{found} characters, at least {min}',
  too_many: '{found} entries, at most {max}',
  too_few: '{found} entries, at least {min}',
  number_low: '{found}, at least {min}',
  number_high: '{found}, at most {max}',
  not_one_of: '"{found}" is none of {allowed}',
  field_unknown: 'no field is called "{key}"',
  wrong_form: '"{found}" has not the form that is wanted here',
  host_wrong: 'not the description of a page that Keepword can use',

  id_form: '"{found}" is no id: lower-case letters and digits, joined by "." and "-"',
  id_reserved: '"{found}" is Keepword\'s own; choose another id',
  version_form: '"{found}" is no version: numbers joined by dots, such as 1.4',
  time_form: '"{found}" is no time: HH:MM, such as 09:00',
  hours_order: 'the working day ends at {end}, before it starts at {start}',
  date_form: '"{found}" is no date: year-month-day, such as 2026-12-24',
  date_far: '{found} is too far away; years {first} to {last}',
  address_form: '"{found}" is no address: it begins with https:// and has no blanks',
  shortcut_form: '"{found}" is no shortcut: letters, digits, "-" and "_" only',
  key_form: '"{found}" is not base64 of the length wanted here',

  markup: '"{found}" is HTML; write plain text',
  control: 'an invisible control character (U+{code}) at character {at}; delete it',
  mixed_letters: '"{found}" mixes letters of different alphabets that look alike; type it anew',

  id_twice: 'the id "{id}" is taken by {other}',
  shortcut_twice: 'the shortcut "{shortcut}" is taken by {other}',
  lang_missing: 'the pack has several languages; say which one this is in "lang"',
  lang_foreign: '"{lang}" is not among the pack\'s languages',
  form_foreign: 'the form of address "{form}" is not of this language',
  forms_none: 'give the text at least one form of address',
  braces: '"{found}": a brace opens or closes nothing',
  variable_unknown: 'no variable is called "{name}"',
  find_or_swap: 'give either "find" or "swap"',
  swap_and_say: '"swap" brings its own replacements; leave "say" out',
  emotion_or_stake: 'give either "emotion" or "stake"',
  evidence_unknown: '"{found}" is neither a situation nor a stake',

  pattern: 'the pattern is not understood from character {at} on: "{pattern}"',
  pattern_empty: 'the pattern "{pattern}" would match nothing at all',
  pattern_set: 'the pack has no set called "{set}"',
  set_in_set: 'a set can\'t name another set',
  pattern_large: 'these patterns unfold to more than {max} steps; write fewer alternatives',

  span_missing: 'no span is marked; put "<" and ">" around the words to flag',
  flag_missed: 'must flag "{example}", but flags {found}',
  pass_flagged: 'must pass "{example}", but flags "{found}"',
  advice_flagged: 'the advice "{advice}" is flagged again by "{rule}"',
} as const;

export type PackErrorCode = keyof typeof ENGLISH;
export const PACK_ERROR_CODES = Object.keys(ENGLISH) as readonly PackErrorCode[];

export interface PackError {
  /** "phrases[12].text"; '' for the file as a whole. Lists count from 0, as programs do. */
  readonly path: string;
  readonly code: PackErrorCode;
  /** Values for the sentence: numbers as numbers, what was found cut to `BOUNDS.quoted`. */
  readonly params: Readonly<Record<string, string | number>>;
}

const NUMBER = new Intl.NumberFormat('en');

/** "phrases[12].text: 3,204 characters, at most 2,000" */
export function describePackError({ path, code, params }: PackError): string {
  const told = ENGLISH[code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'number' ? NUMBER.format(value) : value;
  });
  return path === '' ? told : `${path}: ${told}`;
}

/** What was found, short enough to be read in an error and without line breaks or anything unseen. */
export function quoted(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > BOUNDS.quoted ? `${line.slice(0, BOUNDS.quoted - 1)}…` : line;
}

/** ['phrases', 12, 'text'] → "phrases[12].text"; a name that is none ("a b") as ["a b"]. */
export function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    const name = String(part);
    if (/^[\p{L}_$][\p{L}\p{N}_$-]{0,60}$/u.test(name)) return path === '' ? name : `${path}.${name}`;
    return `${path}["${quoted(name)}"]`;
  }, '');
}

/** Collects errors up to the bound; beyond it the reading of a pack stops. */
export class Errors {
  readonly list: PackError[] = [];
  get full(): boolean {
    return this.list.length >= BOUNDS.errors;
  }
  add(path: readonly PropertyKey[], code: PackErrorCode, params: PackError['params'] = {}): void {
    if (!this.full) this.list.push({ path: pathOf(path), code, params });
  }
}
