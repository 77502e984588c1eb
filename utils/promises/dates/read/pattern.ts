/** Patterns of the grammar (`./grammar` says how they are written), understood once and laid out for reading. */
import type { Reader } from './grammar';

export type Item =
  | { readonly is: 'word'; readonly text: string; readonly glued: boolean }
  | { readonly is: 'reader'; readonly reader: Reader<unknown>; readonly glued: boolean }
  | { readonly is: 'either'; readonly branches: readonly (readonly Item[])[]; readonly glued: boolean };

/**
 * A pattern as a chain of steps: what comes after each is known beforehand, so that walking it makes nothing new. All steps have
 * the same fields, because they are walked often and engines are quickest with things of one shape.
 */
export interface Step {
  readonly is: 'end' | 'word' | 'reader' | 'either';
  readonly text: string;
  readonly reader: Reader<unknown> | null;
  readonly glued: boolean;
  /** Null at the end and where the ways go on by themselves. */
  readonly then: Step | null;
  readonly ways: readonly Step[];
}
export const END: Step = { is: 'end', text: '', reader: null, glued: false, then: null, ways: [] };

export function chain(items: readonly Item[], then: Step, glued = false): Step {
  const [item, ...rest] = items;
  if (!item) return then;
  const after = chain(rest, then);
  const near = item.glued || glued;
  switch (item.is) {
    case 'word': return { is: 'word', text: item.text, reader: null, glued: near, then: after, ways: [] };
    case 'reader': return { is: 'reader', text: '', reader: item.reader, glued: near, then: after, ways: [] };
    case 'either': return { is: 'either', text: '', reader: null, glued: near, then: null, ways: item.branches.map((branch) => chain(branch, after, near)) };
  }
}
const SIGNS = /'[()]'|[()[\]|~]|\{[^}]+\}|[^\s()[\]|~{}]+/gu;

export class PatternParser {
  private readonly signs: readonly string[];
  private at = 0;
  constructor(private readonly pattern: string, private readonly readers: ReadonlyMap<string, Reader<unknown>>) {
    this.signs = pattern.match(SIGNS) ?? [];
  }

  parse(): readonly Item[] {
    const branches = this.branches();
    if (this.at < this.signs.length) throw new Error(`"${this.pattern}": unmatched ${this.signs[this.at] ?? ''}`);
    return branches.length === 1 ? branches[0] ?? [] : [{ is: 'either', branches, glued: false }];
  }

  private branches(): (readonly Item[])[] {
    const all: (readonly Item[])[] = [];
    let items: Item[] = [];
    let glued = false;
    for (; this.at < this.signs.length; this.at++) {
      const sign = this.signs[this.at] ?? '';
      if (sign === ')' || sign === ']') break;
      if (sign === '~') glued = true;
      else if (sign === '|') {
        all.push(items);
        items = [];
      } else {
        items.push(this.item(sign, glued));
        glued = false;
      }
    }
    all.push(items);
    return all;
  }

  private item(sign: string, glued: boolean): Item {
    if (sign === '(' || sign === '[') {
      this.at++;
      const branches = this.branches();
      const close = sign === '(' ? ')' : ']';
      if (this.signs[this.at] !== close) throw new Error(`"${this.pattern}": ${close} is missing`);
      return { is: 'either', branches: sign === '[' ? [...branches, []] : branches, glued };
    }
    if (!sign.startsWith('{')) return { is: 'word', text: /^'.'$/u.test(sign) ? sign.slice(1, -1) : sign, glued };
    const reader = this.readers.get(sign.slice(1, -1));
    if (!reader) throw new Error(`"${this.pattern}": no reader ${sign}`);
    return { is: 'reader', reader, glued };
  }
}

/** Adds the words a row of items may begin with; true where the row can be empty. */
export function firsts(items: readonly Item[], into: Set<string>): boolean {
  for (const item of items) {
    if (item.is === 'word') into.add(item.text);
    else if (item.is === 'reader') {
      if (item.reader.empty) continue;
      item.reader.first.forEach((word) => into.add(word));
    }
    if (item.is !== 'either') return false;
    let empty = false;
    for (const branch of item.branches) if (firsts(branch, into)) empty = true;
    if (!empty) return false;
  }
  return true;
}
