import type { LeftOut } from '../editors';
import { clean, messageText } from './strategies';

/** The customer's words and name, as the draft quotes them. */
export interface Quoted {
  readonly name: string | null;
  readonly message: string;
}

/** "… wrote:" in our four languages and in those of their neighbours; the verb and the colon are what all of them share. */
const VERB = '(?:wrote|writes|escreveu|escreve|napisał\\S*|pisze|escribió|a écrit|ha scritto|schreef|skrev)';
/** "…, Ana Sousa wrote:", "… Ana Sousa napisał(a):"; the name stands between the last comma, the date or the hour and the verb. */
const NAMED = new RegExp(`(?:^|[,>)]|\\d(?:\\s*[AP]M\\b)?)\\s*([^,\\d:<>()\\n]{2,80}?)\\s*(?:\\(?<[^>\\n]*>\\)?)?\\s*${VERB}\\s*:`, 'iu');
/** "Am 17.11.2026 um 09:12 schrieb Ana Sousa <…>:", with the verb before the name. */
const NAMED_AFTER = /\bschrieb\s+([^,\d:<>\n]{2,80}?)\s*(?:<[^>\n]*>)?\s*:/iu;
const ATTRIBUTION_BELOW = new RegExp(`(?:^|\\n)[^\\n]{0,200}(?:${VERB}|schrieb[^\\n:]{0,120})\\s*:\\s*$`, 'iu');
const ATTRIBUTION_ABOVE = new RegExp(`^[^\\n]{0,320}(?:${VERB}|schrieb[^\\n:]{0,120})\\s*:\\s*`, 'iu');

function nameIn(attribution: string): string | null {
  const name = clean((NAMED.exec(attribution) ?? NAMED_AFTER.exec(attribution))?.[1] ?? '');
  return name === '' ? null : name;
}

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
  const text = own.join('\n').replace(ATTRIBUTION_BELOW, '').trim();
  const body = marked ? text : text.replace(ATTRIBUTION_ABOVE, '').trim();
  if (body === '') return null;
  return { name: nameIn(quote), message: body };
}

/** The blockquote of a draft in HTML, read with its lines: the text that an editor leaves out has lost them. */
export function readQuoteIn(editor: Element): Quoted | null {
  const block = editor.querySelector('blockquote');
  if (block === null) return null;
  const message = messageText(block);
  if (message === null) return null;
  const above = clean(block.previousElementSibling?.textContent ?? '');
  return { name: nameIn(above), message };
}
