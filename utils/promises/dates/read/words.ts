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
const PIECES = /\p{Nd}+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\S/gu;
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
  PIECES.lastIndex = 0;
  for (let match = PIECES.exec(sentence); match; match = PIECES.exec(sentence)) {
    const start = match.index;
    const end = PIECES.lastIndex;
    const shape = shapeOf(match[0]);
    if (shape) words.push({ text: shape.text, raw: shape.raw, start, end, kind: shape.kind, glued: last === start });
    if (shape || last === start) last = end;
  }
  return words;
}
