/** Espanso's match files (YAML, already parsed) → what is in them. What runs programs or reads the machine is never carried, and told. */
import { isFields, told } from './json';
import type { Read } from './json';
import { Notes } from './notes';
import type { Found } from './types';

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
const PLAIN_FIELDS: ReadonlySet<string> = new Set(['trigger', 'triggers', 'replace', 'form', 'form_fields', 'markdown', 'html', 'vars', 'label', 'search_terms', 'word', 'left_word', 'right_word', 'propagate_case', 'uppercase_style', 'force_mode', 'paragraph', 'comment']);

/** null: no match file. */
export function fromEspanso(value: unknown): Read | null {
  if (!isFields(value) || !Array.isArray(value['matches'])) return null;
  const matches: readonly unknown[] = value['matches'];
  const rest = new Notes('', '');
  for (const name of Object.keys(value)) if (name !== 'matches' && name !== 'global_vars') rest.add('field_lost', { name, value: told(value[name]) });
  const shared = valuesOf(value['global_vars']);
  const found: Found[] = [], broken: Notes[] = [rest];
  matches.forEach((match, i) => {
    const at = `matches[${i}]`;
    if (!isFields(match)) {
      const notes = new Notes(at, '');
      notes.add('entry_broken');
      broken.push(notes);
      return;
    }
    const triggers = (Array.isArray(match['triggers']) ? match['triggers'] : [match['trigger']]).map(text).filter((trigger) => trigger !== '');
    const title = text(match['label']).trim() || triggers[0] || '', notes = new Notes(at, title);
    for (const name of Object.keys(match)) if (!PLAIN_FIELDS.has(name)) notes.add('field_lost', { name, value: told(match[name]) });
    for (const trigger of triggers.slice(1)) notes.add('shortcut_lost', { from: trigger });
    const body = ['replace', 'form', 'markdown', 'html'].map((name) => text(match[name])).find((one) => one !== '') ?? '';
    if (text(match['markdown']) !== '') notes.add('formatting_lost');
    const terms = Array.isArray(match['search_terms']) ? match['search_terms'].map(text) : [];
    found.push({
      title, shortcut: triggers[0] ?? null, tags: terms, body, html: text(match['html']) === body && body !== '', dialect: 'espanso', notes,
      values: new Map([...shared, ...valuesOf(match['vars'])]),
    });
  });
  return { format: 'espanso', found, notes: broken };
}

/** What can be said without the machine: a fixed text, and the first of several. A date, the clipboard, a program: null. */
function valuesOf(vars: unknown): Map<string, string | null> {
  const values = new Map<string, string | null>();
  for (const one of Array.isArray(vars) ? vars : []) {
    if (!isFields(one)) continue;
    const params = isFields(one['params']) ? one['params'] : {}, type = text(one['type']);
    const choices: readonly unknown[] = Array.isArray(params['values']) ? params['values'] : Array.isArray(params['choices']) ? params['choices'] : [];
    const [first] = choices;
    const value = type === 'echo' ? text(params['echo']) : type === 'choice' || type === 'random' ? (isFields(first) ? text(first['label']) || text(first['id']) : text(first)) : '';
    values.set(text(one['name']), value === '' ? null : value);
  }
  return values;
}
