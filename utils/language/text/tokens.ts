/** Text → tokens. One pass, no regular expression over more than a word, so no input can hang it. */
import { fold, isDigit, isInvisible, isLetter, isUnitSign, plain } from '../../rules';
import type { Token, TokenKind } from '../parsed';

/** A word as it is remembered. `noted`: what its language's matcher knows of it. */
export interface Word {
  readonly raw: string;
  readonly key: string;
  noted: unknown;
}
/** A token with its offsets in the text it was cut from. `glued`: no space before it. `word`: null for signs, links and emoji. */
export interface Piece extends Token {
  readonly glued: boolean;
  readonly word: Word | null;
}

/** A link or a mail address is looked for in so many characters; longer ones are cut, which costs nothing but a token more. */
const LINK_REACH = 256;
const LINK = /^(?:https?:\/\/|www\.)\S+|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|app|dev|eu|pl|pt|br|uk|co|info|gov|edu|ai|me|us|de|fr|es|pdf|docx?|xlsx?|csv|zip|png|jpe?g|txt|html?|exe|php)(?![\w])(?:[/?#]\S*)?/i;
const EMOTICON = /^(?:>?[:;=8][-'^o]?[)(DPpOo/\\|3\]\[*](?![\w/])|<3|[xX]D+(?!\w)|\^\^|:'\()/;
const QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u201a';
/** Formatting signs of Markdown and of plain text: nobody reads them. */
const FORMAT = '*_~`#|\\';

export function isQuote(char: string): boolean {
  const code = char.charCodeAt(0);
  // Nearly all that is asked about is a letter or a space.
  return (code === 0x22 || code >= 0xab) && QUOTES.includes(char);
}
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2007 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x3000 || code === 0x2028 || code === 0x2029;
}
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x60 || code === 0xb4 || code === 0x2032;
}
/** Emoji and pictographs, by code point. */
function isPicture(point: number): boolean {
  return (point >= 0x1f000 && point <= 0x1faff) || (point >= 0x2600 && point <= 0x27bf) || point === 0x2b50 || point === 0x2b55 || point === 0x2934 || point === 0x2763;
}

/** As many words as several agents use in a day; a larger table costs more to look into than it saves. */
const VOCABULARY = 6_000;

/** Cleaned and folded words, remembered: a text repeats its words. What was not met for a vocabulary's length is forgotten. */
export class WordMemory {
  private words = new Map<string, Word>();
  private before = new Map<string, Word>();
  get(written: string): Word {
    let found = this.words.get(written);
    if (found === undefined) {
      if (this.words.size >= VOCABULARY) {
        this.before = this.words;
        this.words = new Map();
      }
      const known = this.before.get(written);
      if (known !== undefined) {
        this.words.set(written, known);
        return known;
      }
      // A word of thousands of letters is no word: its beginning is enough to compare.
      const short = written.length > 200 ? written.slice(0, 200) : written;
      found = { raw: plain(short), key: fold(short), noted: null };
      this.words.set(written, found);
    }
    return found;
  }
}

export class Tokeniser {
  private at = 0;
  private readonly pieces: Piece[] = [];
  private last: Piece | null = null;
  /** `offset` is added to all offsets: where the text stands in a longer one. */
  constructor(private readonly text: string, private readonly memory: WordMemory, private readonly offset = 0) {}

  run(): Piece[] {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (isSpace(code) || isInvisible(code)) this.at += 1;
      else if (isLetter(code) || isDigit(code)) this.word(isDigit(code));
      else this.other(code);
    }
    return this.pieces;
  }

  private push(kind: TokenKind, start: number, end: number, raw: string, key: string, word: Word | null = null): void {
    const { offset, last } = this;
    this.pieces.push(this.last = { kind, raw, key, start: start + offset, end: end + offset, glued: last !== null && last.end === start + offset, word });
    this.at = end;
  }

  private link(): boolean {
    const match = LINK.exec(this.text.slice(this.at, this.at + LINK_REACH));
    if (match === null) return false;
    const found = match[0].replace(/[.,;:!?)\]>'"]+$/, '');
    this.push('link', this.at, this.at + found.length, found, found.toLowerCase());
    return true;
  }

  /** A word or a number; looks ahead only at the signs that may stand within. */
  private word(number: boolean): void {
    const { text } = this;
    const start = this.at;
    let end = start + 1;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (isLetter(code) || isDigit(code) || isInvisible(code)) continue;
      if (code < 128 ? !this.joins(code, end, start, number) : !(isApostrophe(code) && isLetter(text.charCodeAt(end + 1))) && code !== 0xaa && code !== 0xba) {
        if ((code === 0x40 || code === 0x3a || code === 0x2e || code === 0x2d || code === 0x2b || code === 0x5f) && this.maybeLink(start, code, end) && this.link()) return;
        break;
      }
    }
    while (end > start + 1 && isInvisible(text.charCodeAt(end - 1))) end -= 1;
    const word = this.memory.get(text.slice(start, end));
    this.push(number ? 'number' : 'word', start, end, word.raw, word.key, word);
  }

  /** An ASCII sign inside a word or number. */
  private joins(code: number, at: number, start: number, number: boolean): boolean {
    const next = this.text.charCodeAt(at + 1);
    if (code === 0x27 || code === 0x60) return isLetter(next) && isLetter(this.text.charCodeAt(at - 1));
    if (code === 0x26) return !number && isLetter(next) && at - start <= 3;
    if (code === 0x24) return !number && at - start <= 2 && /^(?:r|us|au|ca|nz)$/i.test(this.text.slice(start, at));
    return number && (code === 0x2e || code === 0x2c || code === 0x3a || code === 0x2f) && isDigit(next) && isDigit(this.text.charCodeAt(at - 1));
  }

  private maybeLink(start: number, code: number, at: number): boolean {
    if (start > 0 && (isLetter(this.text.charCodeAt(start - 1)) || this.text[start - 1] === '-')) return false;
    const next = this.text[at + 1] ?? ' ';
    return code === 0x3a ? next === '/' : /[\w@]/.test(next);
  }

  private other(code: number): void {
    const { text, at } = this;
    const char = text[at] ?? '';
    if (isUnitSign(code)) return this.push('word', at, at + 1, char, char);
    if (code >= 0xd800 && code < 0xdc00 || (code >= 0x2600 && code <= 0x27bf) || code === 0x2b50) return this.picture();
    if ((':;=><8^xX'.includes(char)) && (at === 0 || !isDigit(text.charCodeAt(at - 1)))) {
      const match = EMOTICON.exec(text.slice(at, at + 8));
      if (match !== null) return this.push('emoji', at, at + match[0].length, match[0], match[0].toLowerCase());
    }
    if (isQuote(char) || isApostrophe(code) || FORMAT.includes(char)) { this.at += 1; return; }
    if (char === '.' || char === '\u2026') return this.dots();
    if (code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212) {
      // Between letters a hyphen only divides; elsewhere it is a dash.
      const inWord = this.last !== null && this.last.end === at + this.offset && (isLetter(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at + 1))) && code !== 0x2014;
      if (inWord) { this.at += 1; return; }
      return this.push('sign', at, at + 1, char, '-');
    }
    this.push('sign', at, at + 1, char, char === '\u00bf' || char === '\u00a1' ? ' ' : char);
  }

  private dots(): void {
    const { text, at } = this;
    let end = at;
    while (text[end] === '.' || text[end] === '\u2026') end += 1;
    if (end - at > 1 || text[at] === '\u2026') this.push('sign', at, end, text.slice(at, end).slice(0, 8), '\u2026');
    else this.push('sign', at, end, '.', '.');
  }

  private picture(): void {
    const { text, at } = this;
    const point = text.codePointAt(at) ?? 0;
    let end = at + (point > 0xffff ? 2 : 1);
    if (!isPicture(point)) {
      // Other planes: letters of rare scripts, or half a pair. One token, so that nothing is lost and nothing matches.
      this.push('sign', at, end, text.slice(at, end), text.slice(at, end));
      return;
    }
    const key = text.slice(at, end);
    for (let steps = 0; end < text.length && steps < 16; steps += 1) {
      const next = text.codePointAt(end) ?? 0;
      if (next === 0xfe0f || next === 0x200d) end += 1;
      else if (next >= 0x1f3fb && next <= 0x1f3ff) end += 2;
      else if (text.charCodeAt(end - 1) === 0x200d && isPicture(next)) end += next > 0xffff ? 2 : 1;
      else break;
    }
    this.push('emoji', at, end, key, key);
  }
}
