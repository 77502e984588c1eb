import type { LeftOut } from '../editors';
import { clean, messageText } from './strategies';

/** The customer's words and name, as the draft quotes them. */
export interface Quoted {
  readonly name: string | null;
  readonly message: string;
}

/** "…, Ana Sousa wrote:", "… Ana Sousa napisał(a):"; the name stands between the last comma or the date and the verb. */
const NAMED = /(?:^|[,\d>)])\s*([^,\d:<>\n]{2,80}?)\s*(?:<[^>\n]*>)?\s*(?:wrote|writes|escreveu|escreve|napisał\S*|pisze)\s*:/iu;

/**
 * Reads a quote in plain text: the first level only, up to where a deeper or older one begins. null where nothing of
 * the customer stands in it.
 */
export function readQuote(leftOut: readonly LeftOut[]): Quoted | null {
  const quote = leftOut.filter(({ kind }) => kind === 'quote').map(({ text }) => text).join('\n');
  if (quote.trim() === '') return null;
  const lines = quote.split(/\r?\n/u);
  const marked = lines.some((line) => /^\s?>/u.test(line));
  const own: string[] = [];
  for (const line of lines) {
    if (marked && !/^\s?>/u.test(line)) continue;
    const bare = line.replace(/^\s?>\s?/u, '');
    if (marked && /^\s?>/u.test(bare)) break;
    own.push(bare);
  }
  const text = own.join('\n').replace(/(?:^|\n)[^\n]{0,200}(?:wrote|escreveu|napisał\S*|pisze)\s*:\s*$/iu, '').trim();
  const body = marked ? text : text.replace(/^[^\n]{0,320}(?:wrote|escreveu|napisał\S*|pisze)\s*:\s*/iu, '').trim();
  if (body === '') return null;
  const name = clean(NAMED.exec(quote)?.[1] ?? '');
  return { name: name === '' ? null : name, message: body };
}

/** The blockquote of a draft in HTML, read with its lines: the text that an editor leaves out has lost them. */
export function readQuoteIn(editor: Element): Quoted | null {
  const block = editor.querySelector('blockquote');
  if (block === null) return null;
  const message = messageText(block);
  if (message === null) return null;
  const above = clean(block.previousElementSibling?.textContent ?? '');
  const name = clean(NAMED.exec(above)?.[1] ?? '');
  return { name: name === '' ? null : name, message };
}
