/** How words are compared, in patterns and in texts alike: without case, accents, kinds of apostrophe and invisible marks. */

/** Letters that NFD does not take apart. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
/** Typographic and mistyped apostrophes that stand between letters. */
export const APOSTROPHES = '\'\u2019\u2018\u02bc\u2032\u00b4`\u201b\uff07';
/** Zero-width, bidi and soft-hyphen marks, variation selectors: no reader sees them. */
export function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code === 0x2060
    || (code >= 0x2066 && code <= 0x2069) || code === 0xfeff || code === 0xfe0f || code === 0xfe0e || code === 0x61c;
}

const ASCII_ONLY = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const SPECIAL = /[łøđßæœı]/g;
const ODD_APOSTROPHE = /[\u2019\u2018\u02bc\u2032\u00b4`\u201b\uff07]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufe0f\ufe0e\u061c]/g;

/** The word as it was written, with plain apostrophes and without invisible marks, composed (NFC). */
export function plain(word: string): string {
  return ASCII_ONLY.test(word) ? word.replace(/`/g, '\'') : word.replace(ODD_APOSTROPHE, '\'').replace(INVISIBLE, '').normalize('NFC');
}

/** "Reklamację" → "reklamacje", "DON’T" → "don't". Its length may differ from the word's. */
export function fold(word: string): string {
  const lower = plain(word).toLowerCase();
  if (ASCII_ONLY.test(lower)) return lower;
  return lower.normalize('NFD').replace(MARKS, '').replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
/** 0 nothing, 1 letter, 2 digit; for all code units below 0x2000 (covers Latin, Greek, Cyrillic, Arabic, …). */
const KIND = new Uint8Array(0x2000);
for (let code = 0; code < KIND.length; code += 1) {
  const char = String.fromCharCode(code);
  KIND[code] = LETTER.test(char) ? 1 : DIGIT.test(char) ? 2 : 0;
}
KIND[0xaa] = 0; // ª and º belong to numbers ("2ª feira"), see the tokeniser
KIND[0xba] = 0;

/** Of a UTF-16 code unit; halves of surrogate pairs are no letters (emoji are told apart elsewhere). */
export function isLetter(code: number): boolean {
  return code < 0x2000 ? KIND[code] === 1 : (code >= 0x2c00 && code < 0xd800 && LETTER.test(String.fromCharCode(code)))
    || (code >= 0xf900 && code < 0xfe00) || (code >= 0xff21 && code <= 0xff5a && LETTER.test(String.fromCharCode(code)));
}
export function isDigit(code: number): boolean {
  return code < 0x2000 ? KIND[code] === 2 : code >= 0xff10 && code <= 0xff19;
}
/** Signs that count as words, so that patterns can name them: "%", "€", "$", "£", "&", "§". */
export function isUnitSign(code: number): boolean {
  return code === 0x25 || code === 0x24 || code === 0xa3 || code === 0x20ac || code === 0x26 || code === 0xa7;
}
