/** What was found in a file → phrases of a pack that its schema accepts, with everything told that was not carried. */
import { fold } from '../../language';
import { BOUNDS } from '../pack/bounds';
import { markup, oneAlphabet, unseen } from '../pack/fields';
import { slug } from '../pack/whole';
import { checkPack } from '../pack/read';
import type { PackLanguage, PackPhrase } from '../pack/types';
import { textOfHtml } from './html';
import type { ParserClass } from './html';
import type { Found } from './types';
import { translated } from './variables';

export interface Taken {
  readonly ids: Set<string>;
  /** Folded. */
  readonly shortcuts: Set<string>;
}
/** Longer than any text we could take: not even looked at. */
const TOO_LONG = 10 * BOUNDS.text;

/** null: it could not be taken; the notes of `found` say why. */
export function phraseOf(found: Found, lang: PackLanguage, taken: Taken, parser: ParserClass | null): PackPhrase | null {
  if (found.own !== undefined) return ownPhrase(found, found.own, taken);
  const { notes } = found;
  if (found.body.length > TOO_LONG) {
    notes.add('text_long', { found: found.body.length, max: BOUNDS.text });
    return null;
  }
  const shown = found.html && parser !== null ? textOfHtml(found.body, parser, notes) : found.body;
  const text = clean(translated(shown.replace(/\r\n?/g, '\n'), found.dialect, notes, found.values), found).trim();
  if (text === '') notes.add('text_missing');
  if (text.length > BOUNDS.text) notes.add('text_long', { found: text.length, max: BOUNDS.text });
  if (text === '' || text.length > BOUNDS.text) return null;
  const title = titleOf(found, text);
  const phrase = { id: idOf(title, taken), title, text, tags: tagsOf(found), ...shortcutOf(found, taken), offer: 'search' };
  return accepted(found, phrase, lang);
}

/** A row of our own table: taken as it stands or not at all, but for an id that is in use. */
function ownPhrase(found: Found, own: Readonly<Record<string, unknown>>, taken: Taken): PackPhrase | null {
  const id = String(own['id']), lang = String(own['lang']);
  const phrase = accepted(found, { ...own, id: taken.ids.has(id) ? idOf(String(own['title']), taken) : id }, lang as PackLanguage);
  if (phrase === null) return null;
  taken.ids.add(phrase.id);
  if (phrase.shortcut === null) return phrase;
  const key = fold(phrase.shortcut);
  if (taken.shortcuts.has(key)) {
    found.notes.add('shortcut_lost', { from: phrase.shortcut });
    return { ...phrase, shortcut: null };
  }
  taken.shortcuts.add(key);
  return phrase;
}

/** By the very check that a pack goes through when it is read. */
function accepted({ notes }: Found, phrase: Readonly<Record<string, unknown>>, lang: PackLanguage): PackPhrase | null {
  const result = checkPack({ keepword: 1, id: 'import', name: 'Import', version: '1', languages: [lang], phrases: [phrase] });
  if (result.ok) return result.pack.phrases[0] ?? null;
  const [first] = result.errors;
  notes.refuse(first === undefined ? first : { ...first, path: first.path.replace(/^phrases\[0\]\.?|^languages\[0\]$/, '') });
  return null;
}

/** Without characters nobody sees; what would pass for HTML is written so that it does not. */
function clean(text: string, { notes }: Found): string {
  let result = text.replaceAll('\u00a0', ' ').replace(/[\u2028\u2029\v\f]/g, '\n');
  const seen = removed(result);
  if (seen !== result) notes.add('unseen_lost');
  result = seen;
  if (markup(result) !== null) {
    notes.add('markup_changed');
    result = result.replaceAll('<', '‹').replaceAll('>', '›').replace(/&(?=[a-z#])/gi, '& ').replace(/\b((?:java|vb)script):/gi, '$1 :');
  }
  return result;
}
function removed(text: string): string {
  let result = text;
  for (let fault = unseen(true)(result); fault !== null; fault = unseen(true)(result)) {
    const at = Number(fault[1]['at']) - 1;
    const [char = ''] = result.slice(at);
    result = result.replaceAll(char, '');
  }
  return result;
}
/** One line that the fields for names accept. */
function name(text: string, max: number, found: Found): string {
  const line = clean(text, found).replace(/\s+/g, ' ').trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

function titleOf(found: Found, text: string): string {
  const title = name(found.title === '' ? text.slice(0, 60).replace(/\s+/g, ' ').replace(/[{}]/g, '') : found.title, BOUNDS.title, found);
  if (found.title.length > BOUNDS.title) found.notes.add('title_cut');
  return title === '' || oneAlphabet(title) !== null ? `${slug(title)} ${slug(text.slice(0, 30))}`.trim() : title;
}

function idOf(title: string, { ids }: Taken): string {
  const base = `import.${slug(title)}`.slice(0, BOUNDS.id - 6);
  let id = base;
  for (let i = 2; ids.has(id); i += 1) id = `${base}-${i}`;
  ids.add(id);
  return id;
}

function tagsOf(found: Found): string[] {
  const tags = [...new Set(found.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
  const good = tags.map((tag) => name(tag, BOUNDS.tag, found)).filter((tag) => tag !== '' && oneAlphabet(tag) === null).slice(0, BOUNDS.tags);
  if (good.length < tags.length) found.notes.add('tags_lost');
  return good;
}

/** "/refund", ":sig", ";;thanks" → without its signs; taken once. */
function shortcutOf({ shortcut, notes }: Found, { shortcuts }: Taken): { shortcut?: string } {
  if (shortcut === null) return {};
  const own = shortcut.normalize('NFC').replace(/[\s.]+/g, '-').replace(/[^\p{L}\p{N}_-]+/gu, '').replace(/^-+|-+$/g, '').slice(0, BOUNDS.shortcut);
  if (own === '' || oneAlphabet(own) !== null || shortcuts.has(fold(own))) {
    notes.add('shortcut_lost', { from: shortcut });
    return {};
  }
  shortcuts.add(fold(own));
  if (own !== shortcut) notes.add('shortcut_changed', { from: shortcut, to: own });
  return { shortcut: own };
}
