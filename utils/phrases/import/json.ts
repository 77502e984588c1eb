/** JSON of other tools → what is in it. Every shape is told by fields that only it has. */
import { Notes } from './notes';
import type { Found, ImportFormat } from './types';

type Fields = Readonly<Record<string, unknown>>;
export interface Read {
  readonly format: ImportFormat;
  readonly found: readonly Found[];
  /** Of entries that are no phrase. */
  readonly notes: readonly Notes[];
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const filled = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
/** How a value is told in a note. */
export const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');

/** null: none of the shapes. */
export function fromJson(value: unknown): Read | null {
  if (isFields(value) && Array.isArray(value['folders'])) return textBlaze(value['folders']);
  if (isFields(value) && (Array.isArray(value['macros']) || isFields(value['macro']))) return zendesk(Array.isArray(value['macros']) ? value['macros'] : [value['macro']], 'macros');
  if (isFields(value) && Array.isArray(value['templates'])) return briskine(value['templates'], 'templates');
  if (isFields(value) && isFields(value['templates'])) return briskine(Object.values(value['templates']), 'templates');
  if (!Array.isArray(value) || value.length === 0) return null;
  const all: readonly unknown[] = value;
  if (all.some((one) => isFields(one) && Array.isArray(one['snippets']))) return textBlaze(all);
  if (all.some((one) => isFields(one) && Array.isArray(one['actions']))) return zendesk(all, '');
  if (all.some((one) => isFields(one) && typeof one['body'] === 'string')) return briskine(all, '');
  return null;
}

function textBlaze(folders: readonly unknown[]): Read {
  const found: Found[] = [], broken: Notes[] = [];
  const walk = (folder: unknown, at: string, tags: readonly string[]): void => {
    if (!isFields(folder)) { broken.push(brokenAt(at)); return; }
    const name = text(folder['name']).trim(), own = name === '' ? tags : [...tags, name];
    listOf(folder['folders']).forEach((one, i) => { walk(one, `${at}.folders[${i}]`, own); });
    listOf(folder['snippets']).forEach((snippet, i) => {
      const place = `${at}.snippets[${i}]`;
      if (!isFields(snippet)) { broken.push(brokenAt(place)); return; }
      const shortcut = text(snippet['shortcut']), title = text(snippet['name']).trim() || shortcut, notes = new Notes(place, title);
      const html = text(snippet['html']);
      const rich = snippet['type'] === 'html' && html !== '';
      // Without its HTML a formatted snippet has its text, and in `delta` what we don't read.
      if (snippet['type'] === 'html' && html === '' && filled(snippet['delta'])) notes.add('formatting_lost');
      found.push({ title, shortcut: shortcut === '' ? null : shortcut, tags: own, body: rich ? html : text(snippet['text']), html: rich, dialect: 'textblaze', notes });
    });
  };
  folders.forEach((folder, i) => { walk(folder, `folders[${i}]`, []); });
  return { format: 'textblaze', found, notes: broken };
}
function brokenAt(at: string): Notes {
  const notes = new Notes(at, '');
  notes.add('entry_broken');
  return notes;
}

/** What a macro says to the customer, best first. `comment_value` may be a pair of channel and text. */
const COMMENTS = ['comment_value_html', 'comment_value'] as const;
const UNTOLD: ReadonlySet<string> = new Set(['comment_mode_is_public']);

function zendesk(macros: readonly unknown[], root: string): Read {
  const found: Found[] = [], broken: Notes[] = [];
  macros.forEach((macro, i) => {
    const at = `${root}[${i}]`;
    if (!isFields(macro)) { broken.push(brokenAt(at)); return; }
    const full = text(macro['title']) || text(macro['raw_title']), parts = full.split('::').map((part) => part.trim()).filter((part) => part !== '');
    const title = parts.at(-1) ?? '', notes = new Notes(at, full);
    const actions = listOf(macro['actions']).filter(isFields);
    const comment = COMMENTS.map((field) => actions.find((action) => action['field'] === field)).find((action) => action !== undefined);
    if (macro['active'] === false) notes.add('inactive');
    for (const action of actions) {
      const field = text(action['field']);
      if (action !== comment && !UNTOLD.has(field) && !(COMMENTS as readonly string[]).includes(field)) notes.add('field_lost', { name: field, value: told(action['value']) });
    }
    const { value } = comment ?? {};
    const body = Array.isArray(value) ? text(value.at(-1)) : text(value);
    found.push({ title, shortcut: null, tags: parts.slice(0, -1), body, html: comment?.['field'] === 'comment_value_html', dialect: 'mustache', notes });
  });
  return { format: 'zendesk', found, notes: broken };
}

const MAIL = ['subject', 'to', 'cc', 'bcc', 'from'] as const;
function briskine(templates: readonly unknown[], root: string): Read {
  const found: Found[] = [], broken: Notes[] = [];
  templates.forEach((template, i) => {
    const at = `${root}[${i}]`;
    if (!isFields(template)) { broken.push(brokenAt(at)); return; }
    const title = text(template['title']).trim(), notes = new Notes(at, title);
    for (const name of MAIL) if (filled(template[name])) notes.add('field_lost', { name, value: told(template[name]) });
    for (const attachment of listOf(template['attachments'])) notes.add('attachment_lost', { name: isFields(attachment) ? text(attachment['name']) : told(attachment) });
    const { tags } = template;
    const names = typeof tags === 'string' ? tags.split(',') : listOf(tags).map((tag) => (isFields(tag) ? text(tag['title']) : text(tag)));
    found.push({ title, shortcut: text(template['shortcut']) || null, tags: names, body: text(template['body']), html: true, dialect: 'mustache', notes });
  });
  return { format: 'briskine', found, notes: broken };
}
