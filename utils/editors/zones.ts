import type { LeftOut } from './types';

/** Quotes as mail programs mark them up. */
const QUOTE = [
  '.gmail_quote', '.gmail_quote_container', '.gmail_attr', '.gmail_extra', 'blockquote', '.yahoo_quoted', '.protonmail_quote', '.moz-cite-prefix',
  '.zmail_extra', '.hs_reply', '.freshdesk_quote', '.tutanota_quote', '.message-stanza.closed',
].join(',');
const SIGNATURE = '.gmail_signature, .gmail_signature_prefix, [data-smartmail="gmail_signature"], #Signature, #_rc_sig, .moz-signature, .protonmail_signature_block, #signature';
/** From here on everything is quoted. */
const QUOTE_FROM = '#appendonsend, #divRplyFwdMsg, .OutlookMessageHeader, #mail-editor-reference-message-container';
/** In the editor but no text of the agent: placeholders, controls, what other programs put there. */
const NO_TEXT = 'script, style, template, noscript, button, select, svg, [aria-hidden="true"], [data-slate-placeholder], grammarly-extension, .fr-quoted-marker-remove, .ck-widget__type-around, .ck-fake-selection-container';

export type ZoneOfElement = 'text' | 'none' | 'quote' | 'signature' | 'quote-from';

/** What an element inside an editor holds. */
export function zoneOf(element: Element): ZoneOfElement {
  if (element.matches(NO_TEXT)) return 'none';
  if (element.matches(QUOTE)) return 'quote';
  if (element.matches(SIGNATURE)) return 'signature';
  return element.matches(QUOTE_FROM) ? 'quote-from' : 'text';
}

/**
 * "On Mon, 17 Nov 2026 Ana Sousa wrote:", "Em 17/11/2026 Ana Sousa escreveu:", "W dniu … Ana Sousa napisał(a):",
 * also with the verb before the name. The verb and the colon at the end are what all of them share.
 */
const ATTRIBUTION = /(?:\b(?:wrote|writes|escreveu|escreve|escribió|a écrit)\b|\bschrieb|napisał|pisze)[^\n]{0,120}:\s*$/iu;
const ORIGINAL = /^-{2,}\s*(?:original message|mensagem original|oryginalna wiadomość|wiadomość oryginalna|forwarded message)/iu;
/** Longest attribution that is looked for: two lines of 100 characters and some to spare. */
const ATTRIBUTION_LENGTH = 320;

/** Start of the attribution that ends `text`, or -1: one line, or two where a mail program broke it. */
export function attributionAtEnd(text: string): number {
  const end = text.trimEnd();
  const from = end.lastIndexOf('\n') + 1;
  if (end.length - from > ATTRIBUTION_LENGTH || !ATTRIBUTION.test(end.slice(from))) return -1;
  const before = end.lastIndexOf('\n', from - 2) + 1;
  const above = from === 0 ? '' : end.slice(before, from);
  return /^\s*(?:on|em|no dia|a|w dniu|dnia|il|le|am)\s[^\n]*\d/iu.test(above) && !/^\s*(?:on|em|no dia|w dniu|dnia)\s/iu.test(end.slice(from)) ? before : from;
}

export interface PlainZone {
  readonly start: number;
  readonly end: number;
  readonly kind: 'reply' | LeftOut['kind'];
}

/**
 * Divides plain text into reply, quotes and signature by its lines: "> " and the attribution above, "-----Original
 * Message-----" with all below, "-- " with all below up to a quote. The zones cover the text without gaps.
 */
export function plainZones(text: string): readonly PlainZone[] {
  const kinds: { start: number; end: number; kind: PlainZone['kind'] }[] = [];
  let signature = false;
  let original = false;
  for (let start = 0; start < text.length || start === 0;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, end);
    original ||= ORIGINAL.test(line);
    const quoted = original || /^\s?>/u.test(line);
    signature = !quoted && (signature || /^-- ?\r?\n?$/u.test(line));
    const kind = quoted ? 'quote' : signature ? 'signature' : 'reply';
    const last = kinds.at(-1);
    if (quoted && last?.kind === 'reply') {
      const above = attributionAtEnd(text.slice(last.start, last.end));
      if (above >= 0) {
        const cut = last.start + above;
        last.end = cut;
        if (last.end === last.start) kinds.pop();
        kinds.push({ start: cut, end: start, kind: 'quote' });
      }
    }
    const open = kinds.at(-1);
    if (open?.kind === kind) open.end = end;
    else kinds.push({ start, end, kind });
    start = end;
    if (text.length === 0) break;
  }
  return kinds;
}
