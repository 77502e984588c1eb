/** A pack as files: the pack file itself, and a table of its phrases for spreadsheets. What `packFile` writes, `readPack` reads as the same pack. */
import type { Pack, PackLanguage, PackPhrase } from './pack/types';

type Fields = Readonly<Record<string, unknown>>;
/** Without what is as good as not written: null, empty lists, empty objects. */
function lean(fields: object): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
    && !(typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)));
}
const unless = <T>(value: T, usual: T): T | null => (value === usual ? null : value);
/** One stands by itself, several as a list. */
const single = (list: readonly string[]): unknown => (list.length === 1 ? list[0] : list);

/** The value of the file: what has the usual value is left out. JSON, checked by nobody yet: `checkPack` says whether it holds. */
export function packValue(pack: Pack): Fields {
  const alone = pack.languages.length === 1 ? pack.languages[0] : null;
  const lang = (own: PackLanguage): PackLanguage | null => unless<PackLanguage | null>(own, alone ?? null);
  return lean({
    keepword: 1, id: pack.id, name: pack.name, version: pack.version, author: pack.author, description: pack.description, languages: pack.languages,
    changes: pack.changes.map(lean),
    phrases: pack.phrases.map((phrase) => lean({
      ...phrase, lang: lang(phrase.lang), at: unless(phrase.at, 'middle'), offer: unless(phrase.offer, 'suggest'), for: lean(phrase.for),
    })),
    glossary: pack.glossary.map((term) => lean({ ...term, lang: lang(term.lang), plain: single(term.plain) })),
    rules: pack.rules.map((rule) => lean({
      ...rule, lang: lang(rule.lang), whole: rule.whole ? true : null, swap: Object.fromEntries(Object.entries(rule.swap).map(([from, to]) => [from, single(to)])),
    })),
    cues: pack.cues.map((cue) => lean({ ...cue, lang: lang(cue.lang) })),
    sets: pack.sets,
    links: pack.links.map((link) => lean({ ...link, lang: lang(link.lang) })),
    exercises: pack.exercises.map((exercise) => lean({ ...exercise, lang: lang(exercise.lang) })),
    holidays: pack.holidays.map(({ date, name }) => (name === null ? date : { date, name })),
    workingHours: pack.workingHours, replyTargetHours: pack.replyTargetHours, hosts: pack.hosts, signature: pack.signature,
  });
}

/** The text of a `*.keepword.json`, laid out for people and for line-by-line comparison. */
export function packFile(pack: Pack): string {
  return `${JSON.stringify(packValue(pack), null, 2)}\n`;
}

/** The columns of the table. A text by form of address has one row a form. */
export const CSV_COLUMNS = ['id', 'lang', 'title', 'shortcut', 'tags', 'at', 'offer', 'emotions', 'stakes', 'situations', 'needs', 'words', 'gives', 'form', 'text'] as const;

/**
 * The phrases of a pack as CSV: comma, CRLF, quoted as RFC 4180 has it; lists within a cell by ";" ("\\;" is a
 * semicolon of the text's own). A cell that a spreadsheet would take for a formula gets an apostrophe before it, which
 * reading takes away again.
 */
export function csvOf(pack: Pack): string {
  const rows = pack.phrases.flatMap((phrase) => (typeof phrase.text === 'string' ? [rowOf(phrase, '', phrase.text)] : Object.entries(phrase.text).map(([form, text]) => rowOf(phrase, form, text))));
  return [[...CSV_COLUMNS], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
const list = (values: readonly string[]): string => values.map((value) => value.replace(/[\\;]/g, (sign) => `\\${sign}`)).join(';');
function rowOf(phrase: PackPhrase, form: string, text: string): string[] {
  const { emotions, stakes, situations } = phrase.for;
  return [phrase.id, phrase.lang, phrase.title, phrase.shortcut ?? '', list(phrase.tags), phrase.at, phrase.offer, list(emotions), list(stakes), list(situations),
    list(phrase.needs), list(phrase.words), list(phrase.gives), form, text];
}
/** An apostrophe of the text's own is doubled in that place, so that reading can tell. */
const FORMULA = /^'*[=+\-@\t\r]/;
function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** The cell as it was before `cell`. */
export function unformula(value: string): string {
  return value.startsWith('\'') && FORMULA.test(value) ? value.slice(1) : value;
}
