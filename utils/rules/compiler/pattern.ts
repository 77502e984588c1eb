/** The pattern language of README.md: text → tree. A fault is told with its place in the pattern. */
import { APOSTROPHES, fold, isDigit, isInvisible, isLetter, isUnitSign, plain } from '../fold';

export type Pattern =
  | { readonly type: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly type: 'choice'; readonly parts: readonly Pattern[] }
  | { readonly type: 'optional'; readonly part: Pattern }
  | { readonly type: 'set'; readonly name: string }
  | { readonly type: 'gap'; readonly max: number }
  | { readonly type: 'step'; readonly label: string };

/**
 * Labels of steps: "w:refund" a word, "p:refund" words that begin so, "x:está" exactly so, "X:SLA" exactly so with capitals,
 * "y:", "Y:" beginning exactly so, "e:" ending so, "z:" ending exactly so, "any", "number", "start", "end", and the signs themselves.
 */
const SIGNS = ',?!:/;';
const STRUCTURE = '()[]{}|^$_#*=';
export const MAX_GAP = 6;

/** large: it unfolds to more than its builder allows. */
export type PatternFault = 'syntax' | 'empty' | 'set' | 'large';

export class PatternError extends Error {
  constructor(readonly problem: string, readonly position: number, readonly pattern: string, readonly fault: PatternFault = 'syntax') {
    super(`${problem}, at ${position + 1} in "${pattern}"`);
  }
}

const step = (label: string): Pattern => ({ type: 'step', label });

class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  read(): Pattern {
    const pattern = this.sequence();
    if (this.at < this.source.length) this.fail(`"${this.source[this.at] ?? ''}" closes nothing`);
    return pattern;
  }

  private fail(problem: string, at = this.at): never {
    throw new PatternError(problem, at, this.source);
  }

  private sequence(): Pattern {
    const parts: Pattern[] = [];
    for (;;) {
      while (this.source[this.at] === ' ') this.at += 1;
      const sign = this.source[this.at];
      if (sign === undefined || sign === ')' || sign === ']' || sign === '|' || sign === '}') break;
      parts.push(...this.item(sign));
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { type: 'sequence', parts };
  }

  private item(sign: string): Pattern[] {
    if (sign === '(') return [this.choice('(', ')')];
    if (sign === '[') return [{ type: 'optional', part: this.choice('[', ']') }];
    if (sign === '{') return [this.set()];
    if (sign === '.') return [this.dots()];
    this.at += 1;
    if (sign === '_') return [step('any')];
    if (sign === '#') return [step('number')];
    if (sign === '^') return [step('start')];
    if (sign === '$' && !this.wordAt(this.at)) return [step('end')];
    if (sign === '…') return [step('…')];
    if (SIGNS.includes(sign)) return [step(sign)];
    this.at -= 1;
    return this.word();
  }

  private choice(open: string, close: string): Pattern {
    const start = this.at;
    this.at += 1;
    const parts = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      parts.push(this.sequence());
    }
    if (this.source[this.at] !== close) this.fail(`"${open}" is not closed`, start);
    this.at += 1;
    if (parts.some((part) => part.type === 'sequence' && part.parts.length === 0)) this.fail('an empty choice', start);
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { type: 'choice', parts };
  }

  private set(): Pattern {
    const close = this.source.indexOf('}', this.at);
    const name = close < 0 ? '' : this.source.slice(this.at + 1, close).trim();
    if (!/^[a-z][\w-]*$/i.test(name)) this.fail('a set is written {name}');
    this.at = close + 1;
    return { type: 'set', name };
  }

  private dots(): Pattern {
    const start = this.at;
    if (this.source.startsWith('...', start)) {
      this.at += 3;
      return step('…');
    }
    if (!this.source.startsWith('..', start)) this.fail('a full stop ends a sentence and matches nothing; a gap is ".."');
    this.at += 2;
    let digits = '';
    while (/[0-9]/.test(this.source[this.at] ?? '')) {
      digits += this.source[this.at] ?? '';
      this.at += 1;
    }
    const max = digits === '' ? 3 : Number(digits);
    if (max < 1 || max > MAX_GAP) this.fail(`a gap is 1 to ${MAX_GAP} words`, start);
    return { type: 'gap', max };
  }

  private wordAt(at: number): boolean {
    const code = this.source.charCodeAt(at);
    return at < this.source.length && (isLetter(code) || isDigit(code));
  }

  /** A word, a number or a symbol such as "€"; with "=" or "*" before or "*" after it. Hyphens and inner full stops divide it. */
  private word(): Pattern[] {
    const start = this.at;
    const exact = this.source[start] === '=';
    if (exact) this.at += 1;
    const suffix = this.source[this.at] === '*';
    if (suffix) this.at += 1;
    const from = this.at;
    while (this.at < this.source.length && !this.endsWord(this.at)) this.at += 1;
    const written = plain(this.source.slice(from, this.at));
    const prefix = this.source[this.at] === '*';
    if (prefix) this.at += 1;
    const words = divide(written);
    const last = words.at(-1);
    if (last === undefined) this.fail(`"${this.source[start] ?? ''}" has no meaning in a pattern`, start);
    if (prefix && fold(last).length < 2) this.fail('"*" wants at least two letters before it', start);
    if (!suffix) return words.map((word) => step(label(word, exact, prefix && word === last)));
    if (prefix || words.length > 1) this.fail('"*" stands at one end of one word', start);
    if (fold(last).length < 2) this.fail('"*" wants at least two letters after it', start);
    return [step(exact ? `z:${last.toLowerCase()}` : `e:${fold(last)}`)];
  }

  private endsWord(at: number): boolean {
    const sign = this.source[at] ?? '';
    if (sign === ' ' || (STRUCTURE.includes(sign) && !(sign === '$' && at > 0 && this.wordAt(at - 1)))) return true;
    if (sign === '.') return this.source[at + 1] === '.' || false;
    if (sign === '/') return !(isDigit(this.source.charCodeAt(at - 1)) && isDigit(this.source.charCodeAt(at + 1)));
    if (sign === ',' || sign === ':') return !(isDigit(this.source.charCodeAt(at - 1)) && isDigit(this.source.charCodeAt(at + 1)));
    return SIGNS.includes(sign) || sign === '…';
  }
}

function label(word: string, exact: boolean, prefix: boolean): string {
  if (exact) return `${word === word.toLowerCase() ? prefix ? 'y' : 'x' : prefix ? 'Y' : 'X'}:${word}`;
  return `${prefix ? 'p' : 'w'}:${fold(word)}`;
}

/** Divides as the tokeniser of texts does: "follow-up" in two, "100%" in two, "e.g." in two, "1.200,50" in none. */
export function divide(written: string): string[] {
  const words: string[] = [];
  let word = '';
  const push = (): void => {
    const trimmed = word.replace(/^'+|'+$/g, '');
    if (trimmed !== '') words.push(trimmed);
    word = '';
  };
  for (let i = 0; i < written.length; i += 1) {
    const code = written.charCodeAt(i);
    const char = written[i] ?? '';
    const inNumber = isDigit(written.charCodeAt(i - 1)) && isDigit(written.charCodeAt(i + 1));
    if (isInvisible(code)) continue;
    if (isLetter(code) || isDigit(code) || (APOSTROPHES.includes(char)) || code >= 0xd800 || (code >= 0x2190 && code < 0x2c00)) word += char;
    else if ((char === '.' || char === ',' || char === '/' || char === ':') && inNumber) word += char;
    else if (char === '$' && /^(r|us|au|ca|nz)$/i.test(word)) word += char;
    else if (char === '&' && isLetter(written.charCodeAt(i - 1)) && isLetter(written.charCodeAt(i + 1))) word += char;
    else if (char === 'ª' || char === 'º') word += char;
    else {
      push();
      if (isUnitSign(code)) words.push(char);
    }
  }
  push();
  return words;
}

/** Reads one pattern. Throws PatternError. */
export function parsePattern(source: string): Pattern {
  return new Reader(source.replace(/\s+/g, ' ')).read();
}

/** A pattern with the words that only have to stand around it: `before` and `after` tokens that are no part of the span. */
export interface InContext {
  readonly pattern: Pattern;
  readonly before: number;
  readonly after: number;
}

/** Reads "we <cannot> refund": what stands outside of "<" and ">" is context, and must be of a fixed number of words. Throws PatternError. */
export function parseInContext(source: string): InContext {
  const open = source.indexOf('<'), close = source.lastIndexOf('>');
  if (open < 0 && close < 0) return { pattern: parsePattern(source), before: 0, after: 0 };
  if (open < 0 || close < open) throw new PatternError('"<" and ">" mark the span, once', Math.max(open, close), source);
  const parts = [source.slice(0, open), source.slice(open + 1, close), source.slice(close + 1)].map(parsePattern);
  const [before = 0, , after = 0] = parts.map(lengthOf);
  if (Number.isNaN(before) || Number.isNaN(after)) throw new PatternError('the words outside of "<" and ">" must be of one number: no option, no gap, alternatives equally long', open, source);
  if (before > 15 || after > 15) throw new PatternError('at most 15 words outside of "<" and ">"', open, source);
  return { pattern: { type: 'sequence', parts }, before, after };
}

/** How many tokens a pattern takes; NaN where that varies. A set counts as one word. */
function lengthOf(pattern: Pattern): number {
  switch (pattern.type) {
    case 'step': return pattern.label === 'start' || pattern.label === 'end' ? 0 : 1;
    case 'sequence': return pattern.parts.reduce((sum, part) => sum + lengthOf(part), 0);
    case 'choice': {
      const lengths = new Set(pattern.parts.map(lengthOf));
      return lengths.size === 1 ? [...lengths][0] ?? NaN : NaN;
    }
    case 'set': return 1;
    case 'optional': case 'gap': return NaN;
  }
}
