/** A word, number or sign of a sentence, as the date grammars read it. */
export interface Word {
  /** Folded: lower case, no accents, straight apostrophe. A number is its digits, a sign is itself. */
  readonly text: string;
  /** As written, for the places where an accent or a capital decides. */
  readonly raw: string;
  /** UTF-16 offsets in the sentence handed to `splitWords`. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign';
  /** No space between this and the one before. */
  readonly glued: boolean;
}

// Digits and letters part company ("15h30" is 15, h, 30): clock notations differ too much to be words.
const PIECES = /\p{Nd}+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\S/uy;
/** Of the code units below it, which cover our languages: letter, digit, space or other; the rest is left to the expression. */
const PLAIN = 0x250;
const OTHER = 0, LETTER = 1, DIGIT = 2, SPACE = 3;
const KINDS = Uint8Array.from({ length: PLAIN }, (_, code) => {
  const char = String.fromCharCode(code);
  return /\p{L}/u.test(char) ? LETTER : /\p{Nd}/u.test(char) ? DIGIT : /\s/u.test(char) ? SPACE : OTHER;
});
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)] ?? OTHER;

/** One past the piece that begins at `at`, which is no space: what PIECES would match there, without its price. */
function endOf(text: string, at: number): number {
  const kind = kindAt(text, at);
  let end = at + 1;
  if (kind === LETTER) {
    while (kindAt(text, end) === LETTER || (isApostrophe(text.charCodeAt(end)) && kindAt(text, end + 1) === LETTER)) end++;
  } else if (kind === DIGIT) {
    while (kindAt(text, end) === DIGIT) end++;
  } else if (text.charCodeAt(at) < PLAIN) return end;
  if (end > at + 1 || kind !== OTHER) {
    const next = text.charCodeAt(end);
    const far = isApostrophe(next) ? text.charCodeAt(end + 1) : next;
    if (!(far >= PLAIN)) return end;
  }
  PIECES.lastIndex = at;
  return PIECES.test(text) ? PIECES.lastIndex : at + 1;
}
const INVISIBLE = /^[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]$/u;
const DASHES = new Set(['–', '—', '‑', '−']);
const MARKS = /\p{M}+/gu;

/** Lower case, without accents ("Sábado" → "sabado", "piątą" → "piata", "półtorej" → "poltorej"). Length may differ. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/ł/gu, 'l').replace(/’/gu, "'");
}

type Shape = Pick<Word, 'text' | 'raw' | 'kind'>;
/** Few words make up most of what is written; folding one costs more than finding it again. */
const MEMORY = 4000;
const shapes = new Map<string, Shape | null>();

/** Null: an invisible mark. */
function shapeOf(raw: string): Shape | null {
  let shape = shapes.get(raw);
  if (shape === undefined) {
    if (shapes.size >= MEMORY) shapes.clear();
    const kind = /^\p{Nd}/u.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'sign';
    shape = INVISIBLE.test(raw) ? null : { text: DASHES.has(raw) ? '-' : fold(raw), raw, kind };
    shapes.set(raw, shape);
  }
  return shape;
}

/** Splits one sentence into words, numbers and signs; offsets are those of `sentence`. */
export function splitWords(sentence: string): readonly Word[] {
  const words: Word[] = [];
  let last = -1;
  for (let start = 0, end = 0; start < sentence.length; start = end) {
    if (kindAt(sentence, start) === SPACE) {
      end = start + 1;
      continue;
    }
    end = endOf(sentence, start);
    const piece = sentence.slice(start, end);
    if (sentence.charCodeAt(start) >= PLAIN && piece.trim() === '') continue;
    const shape = shapeOf(piece);
    if (shape) words.push({ text: shape.text, raw: shape.raw, start, end, kind: shape.kind, glued: last === start });
    if (shape || last === start) last = end;
  }
  return words;
}
