/**
 * The pieces that the fields of a pack are made of. A fault of ours is named by "#code" as its message (see `issues`), so that zod
 * carries it to where errors are put into words.
 */
import { z } from 'zod';
import { BOUNDS, FIRST_YEAR, LAST_YEAR } from './bounds';

type Problem = readonly [code: string, params: Readonly<Record<string, string | number>>] | null;
type Look = (text: string) => Problem;
const fault = (code: string) => ({ error: `#${code}` });

/**
 * Characters nobody sees: controls but tab and line ends, marks of direction, zero-width but the joiners that emoji need, halves of
 * pairs. Written as numbers: the characters themselves would be unseen here too.
 */
const HIDDEN = [[0, 8], [0xb, 0xc], [0xe, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x61c, 0x61c], [0x200b, 0x200b], [0x200e, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f],
  [0xd800, 0xdfff], [0xfeff, 0xfeff], [0xfff0, 0xfffb], [0xfffe, 0xffff], [0xe0000, 0xe007f]] as const;
const UNSEEN = new RegExp(`[${HIDDEN.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`, 'u');
/** What a program would take for HTML. "x < 3" and "<your name>" are none. */
const MARKUP = /<\/?(?:a|abbr|article|audio|b|base|blockquote|body|br|button|code|div|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|math|meta|object|ol|option|p|pre|s|script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|title|tr|u|ul|video)(?:[\s/][^<>]{0,400})?>|<!--|<!doctype|<\?xml|<\/?[a-z][\w:-]{0,40}[\s/]+[\w:-]{1,40}\s?=|&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|hellip|[mn]dash|#\d{1,7}|#x[0-9a-f]{1,6});|\b(?:javascript|vbscript):/i;

const hex = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** No control characters; with `lines`, line ends and tabs. */
export const unseen = (lines: boolean): Look => (text) => {
  const found = UNSEEN.exec(text) ?? (lines ? null : /[\t\n\r]/.exec(text));
  return found === null ? null : ['control', { code: hex(found[0]), at: found.index + 1 }];
};
export const markup: Look = (text) => {
  const found = MARKUP.exec(text);
  return found === null ? null : ['markup', { found: found[0] }];
};
/** Words of several alphabets ("pаypal" with a Cyrillic а) and letters dressed up (full width, mathematical) pass for others. */
export const oneAlphabet: Look = (text) => {
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u].filter((one) => one.test(word));
    const dressed = [...word].some((letter) => letter !== 'ª' && letter !== 'º' && letter.normalize('NFKC') !== letter.normalize('NFC'));
    if (alphabets.length > 1 || dressed) return ['mixed_letters', { found: word }];
  }
  return null;
};
const notBlank: Look = (text) => (/\S/.test(text) ? null : ['blank', {}]);

/** Text of at most `max` code units; the first thing wrong with it is told. */
export function text(max: number, ...looks: readonly Look[]) {
  return z.string().min(1, { abort: true }).max(max, { abort: true }).superRefine((value, context) => {
    for (const look of [notBlank, ...looks]) {
      const problem = look(value);
      if (problem === null) continue;
      context.addIssue({ code: 'custom', message: `#${problem[0]}`, params: problem[1] });
      return;
    }
  });
}
/** One line: a name, a title. */
export const line = (max: number) => text(max, unseen(false), markup);
export const name = (max: number) => text(max, unseen(false), markup, oneAlphabet);
/** Several lines. */
export const body = (max: number) => text(max, unseen(true), markup);
/** A pattern or an example: "<" and ">" mark spans there, so nothing in it counts as HTML. */
export const marked = (max: number) => text(max, unseen(false));

const formed = (max: number, form: RegExp, code: string) => z.string().max(max, { abort: true }).regex(form, fault(code));
export const id = formed(BOUNDS.id, /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'id_form');
export const version = formed(40, /^\d{1,9}(?:\.\d{1,9}){0,3}$/, 'version_form');
export const time = formed(5, /^(?:[01]\d|2[0-3]):[0-5]\d$/, 'time_form');
export const shortcut = z.string().max(BOUNDS.shortcut, { abort: true }).regex(/^[\p{L}\p{N}_-]+$/u, fault('shortcut_form')).superRefine((value, context) => {
  const problem = oneAlphabet(value);
  if (problem !== null) context.addIssue({ code: 'custom', message: `#${problem[0]}`, params: problem[1] });
});
export const address = formed(BOUNDS.url, /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][^\s<>"{}|\\^`]*)?$/i, 'address_form').superRefine((value, context) => {
  const problem = unseen(false)(value);
  if (problem !== null) context.addIssue({ code: 'custom', message: `#${problem[0]}`, params: problem[1] });
});
/** So many bytes in base64. */
export const bytes = (count: number) => formed(200, new RegExp(`^[A-Za-z0-9+/]{${Math.ceil(count * 8 / 6)}}={${(3 - (count % 3)) % 3}}$`), 'key_form');

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A day that the calendar has, within a lifetime. */
export const date = formed(10, /^\d{4}-\d{2}-\d{2}$/, 'date_form').superRefine((value, context) => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  if (Number.isNaN(year + month + day)) return;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (day < 1 || day > (DAYS[month - 1] ?? 0) + leap) context.addIssue({ code: 'custom', message: '#date_form', params: {} });
  else if (year < FIRST_YEAR || year > LAST_YEAR) context.addIssue({ code: 'custom', message: '#date_far', params: { first: String(FIRST_YEAR), last: String(LAST_YEAR) } });
});
export const list = <T extends z.ZodType>(item: T, max: number) => z.array(item).max(max);
/** One, or several: best first. */
export const oneOrMore = <T extends z.ZodType>(item: T, max: number) => z.union([item, z.array(item).min(1).max(max)]);
