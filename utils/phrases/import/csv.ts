/** Tables → what is in them: our own export, Briskine's, Zendesk's, and tables that a team made by hand. */
import { dsvFormat } from 'd3-dsv';
import { fold } from '../../language';
import { CSV_COLUMNS, unformula } from '../export';
import { looksLikeHtml } from './html';
import type { Read } from './json';
import { Notes } from './notes';
import type { Found, ImportFormat } from './types';

/** What a column may be called, folded; the first that is there is taken. */
const COLUMNS: Readonly<Record<'title' | 'body' | 'shortcut' | 'tags', readonly string[]>> = {
  title: ['title', 'name', 'macro', 'macro title', 'macro name', 'subject line', 'titulo', 'nome', 'tytul', 'nazwa'],
  body: ['comment_value_html', 'comment_value', 'body', 'text', 'content', 'message', 'reply', 'response', 'comment', 'comment/description', 'comment body', 'macro body', 'snippet', 'template', 'texto', 'mensagem', 'conteudo', 'resposta', 'tekst', 'tresc', 'wiadomosc', 'odpowiedz'],
  shortcut: ['shortcut', 'trigger', 'abbreviation', 'keyword', 'atalho', 'skrot'],
  tags: ['tags', 'tag', 'labels', 'category', 'folder', 'group', 'categoria', 'pasta', 'etiquetas', 'kategoria', 'folder', 'tagi', 'etykiety'],
};
/** Of no use to anybody but the tool itself. */
const PASSED: ReadonlySet<string> = new Set(['id', 'macro id', 'body_plain_text', 'position', 'created_at', 'updated_at', 'created at', 'updated at', 'url', 'default', 'raw_title', 'comment_mode_is_public', 'usage', 'usage_7d', 'usage_30d', 'owner', 'created by', 'updated by']);

/** Comma, semicolon or tab: whichever divides the first line most, outside of quotes. */
function delimiterOf(text: string): string {
  const line = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(text.slice(0, 20_000))?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (sign: string): number => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** null: no table with a text in it. `rows` are counted as a spreadsheet counts them: the header is row 1. */
export function fromCsv(text: string): Read | null {
  const rows = dsvFormat(delimiterOf(text)).parseRows(text.replace(/^\ufeff/, ''));
  const header = (rows[0] ?? []).map((name) => fold(name).trim());
  const place = (names: readonly string[]): number => names.map((name) => header.indexOf(name)).find((index) => index >= 0) ?? -1;
  if (CSV_COLUMNS.every((name) => header.includes(name))) return { format: 'csv', found: ownRows(rows, header), notes: [] };
  const at = { title: place(COLUMNS.title), body: place(COLUMNS.body), shortcut: place(COLUMNS.shortcut), tags: place(COLUMNS.tags) };
  if (at.body < 0 || header.length < 2) return null;
  const format: ImportFormat = header.includes('bcc') ? 'briskine' : header.some((name) => name.startsWith('comment') || name.startsWith('macro')) || header.includes('actions') ? 'zendesk' : 'csv';
  const used: ReadonlySet<number> = new Set(Object.values(at));
  const found = rows.slice(1).flatMap((row, i): Found[] => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cell = (index: number): string => unformula(row[index] ?? '');
    const parts = cell(at.title).split('::').map((part) => part.trim()).filter((part) => part !== '');
    const title = parts.at(-1) ?? '', notes = new Notes(`row ${i + 2}`, title);
    row.forEach((value, index) => {
      const name = header[index] ?? '';
      if (name === 'active' && /^(?:false|no|0|inactive)$/i.test(value.trim())) notes.add('inactive');
      else if (!used.has(index) && !PASSED.has(name) && name !== 'active' && value.trim() !== '') notes.add('field_lost', { name: name === '' ? String(index + 1) : name, value });
    });
    const body = cell(at.body);
    const html = format === 'briskine' || header[at.body] === 'comment_value_html' || looksLikeHtml(body);
    const tags = [...parts.slice(0, -1), ...cell(at.tags).split(/[,;|]/)];
    return [{ title, shortcut: cell(at.shortcut).trim() || null, tags, body, html, dialect: format === 'csv' ? 'keepword' : 'mustache', notes }];
  });
  return { format, found, notes: [] };
}

const items = (cell: string): string[] => [...cell.matchAll(/(?:[^;\\]|\\[\s\S])+/g)].map(([item]) => item.replace(/\\([\s\S])/g, '$1'));
/** Our own table: nothing is guessed, everything comes back as it was. Rows of one id in turn are forms of address of one text. */
function ownRows(rows: readonly (readonly string[])[], header: readonly string[]): Found[] {
  const found: (Found & { readonly forms: Record<string, string> })[] = [];
  rows.slice(1).forEach((row, i) => {
    if (row.every((cell) => cell === '')) return;
    const cell = (name: (typeof CSV_COLUMNS)[number]): string => unformula(row[header.indexOf(name)] ?? '');
    const last = found.at(-1), form = cell('form'), text = cell('text');
    if (form !== '' && last?.own?.['id'] === cell('id')) {
      last.forms[form] = text;
      return;
    }
    const forms: Record<string, string> = form === '' ? {} : { [form]: text };
    const own = {
      id: cell('id'), lang: cell('lang'), title: cell('title'), text: form === '' ? text : forms, tags: items(cell('tags')), ...(cell('shortcut') === '' ? {} : { shortcut: cell('shortcut') }),
      ...(cell('at') === '' ? {} : { at: cell('at') }), ...(cell('offer') === '' ? {} : { offer: cell('offer') }), for: { emotions: items(cell('emotions')), stakes: items(cell('stakes')), situations: items(cell('situations')) },
      needs: items(cell('needs')), words: items(cell('words')), gives: items(cell('gives')),
    };
    found.push({ title: own.title, shortcut: null, tags: [], body: text, html: false, dialect: 'none', notes: new Notes(`row ${i + 2}`, own.title), own, forms });
  });
  return found;
}
