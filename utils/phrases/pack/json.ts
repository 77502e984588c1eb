/**
 * Bytes → JSON value, for files from outside. Everything that could make a parser work without end or read what is not meant is told
 * first, by one pass over the text that keeps no more than the names of open objects: depth, number of values, a name that stands
 * twice (JSON.parse would take the last and lose the other), names that programs stumble over.
 */
import { BOUNDS } from './bounds';
import type { PackErrorCode } from './errors';

/** Known everywhere we run; of no world, so a pure room may have it. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array, options?: { stream: boolean }): string };

/** Thrown by what is in here, told by `read`. */
export class Unreadable extends Error {
  constructor(readonly code: PackErrorCode, readonly params: Readonly<Record<string, string | number>> = {}) {
    super(code);
  }
}

const ZIP = [0x50, 0x4b], GZIP = [0x1f, 0x8b];
const starts = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, i) => bytes[i] === byte);

/** @throws Unreadable where the bytes are none of ours: too many, packed, not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > BOUNDS.bytes) throw new Unreadable('file_large', { found: bytes.length, max: BOUNDS.bytes });
  if (bytes.length === 0) throw new Unreadable('empty');
  if (starts(bytes, ZIP) || starts(bytes, GZIP)) throw new Unreadable('archive');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('not_utf8', firstBad(bytes));
  }
}

/** Where the first byte stands that is not UTF-8: found by halves, for decoders don't tell. */
function firstBad(bytes: Uint8Array): { at: number; line: number } {
  const good = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0, high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (good(middle)) low = middle; else high = middle - 1;
  }
  let line = 1;
  for (let i = 0; i < low; i += 1) if (bytes[i] === 10) line += 1;
  return { at: low + 1, line };
}

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class Scanner {
  private at = 0;
  private values = 0;
  /** The names seen in each open object; null for a list. */
  private readonly open: (Set<string> | null)[] = [];
  constructor(private readonly source: string) {}

  /** @throws Unreadable */
  run(): void {
    for (let wanted: 'value' | 'first' | 'name' | 'rest' = 'value'; ;) {
      this.blanks();
      const sign = this.source[this.at];
      if (wanted === 'rest') {
        if (this.open.length === 0) return sign === undefined ? undefined : this.fail();
        const inObject = this.open.at(-1) !== null;
        if (sign === ',') { this.at += 1; wanted = inObject ? 'name' : 'value'; }
        else if (sign === (inObject ? '}' : ']')) this.close();
        else this.fail();
      } else if (wanted === 'first' && sign === (this.open.at(-1) === null ? ']' : '}')) {
        this.close();
        wanted = 'rest';
      } else if (wanted === 'name' || (wanted === 'first' && this.open.at(-1) !== null)) {
        this.name();
        wanted = 'value';
      } else wanted = this.value(sign) ? 'first' : 'rest';
    }
  }

  /** true: it opened a list or an object. */
  private value(sign: string | undefined): boolean {
    this.values += 1;
    if (this.values > BOUNDS.values) throw new Unreadable('too_much', { max: BOUNDS.values });
    if (sign === '{' || sign === '[') {
      if (this.open.push(sign === '{' ? new Set() : null) > BOUNDS.depth) throw new Unreadable('too_deep', { max: BOUNDS.depth, line: this.place().line });
      this.at += 1;
      return true;
    }
    if (sign === '"') this.string();
    else if (!this.take(NUMBER) && !this.take(WORD)) this.fail();
    return false;
  }

  private name(): void {
    if (this.source[this.at] !== '"') this.fail();
    const written = this.string();
    const key = written.includes('\\') ? JSON.parse(written) as string : written.slice(1, -1);
    if (FORBIDDEN.has(key)) throw new Unreadable('key_forbidden', { key, line: this.place().line });
    const names = this.open.at(-1);
    if (names?.has(key) === true) throw new Unreadable('key_twice', { key, line: this.place().line });
    names?.add(key);
    if ((names?.size ?? 0) > BOUNDS.members) throw new Unreadable('keys_many', { max: BOUNDS.members, line: this.place().line });
    this.blanks();
    if (this.source[this.at] !== ':') this.fail();
    this.at += 1;
  }

  private string(): string {
    const from = this.at;
    this.at += 1;
    for (;;) {
      this.take(PLAIN);
      if (this.source[this.at] === '"') break;
      if (!this.take(ESCAPE)) this.fail();
    }
    this.at += 1;
    return this.source.slice(from, this.at);
  }

  private close(): void {
    this.open.pop();
    this.at += 1;
  }
  private blanks(): void {
    for (let code = this.source.charCodeAt(this.at); code === 32 || code === 10 || code === 13 || code === 9; code = this.source.charCodeAt(this.at)) this.at += 1;
  }
  private take(what: RegExp): boolean {
    what.lastIndex = this.at;
    if (!what.test(this.source)) return false;
    this.at = what.lastIndex;
    return true;
  }
  private place(): { line: number; column: number } {
    const before = this.source.slice(0, this.at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  private fail(): never {
    throw new Unreadable('not_json', this.place());
  }
}

/** @throws Unreadable */
export function valueOf(text: string): unknown {
  if (text.trim() === '') throw new Unreadable('empty');
  new Scanner(text).run();
  return JSON.parse(text);
}

/**
 * The same bounds for a value that never was text here (managed storage, a message): it has no lines, so 1 is told.
 * @throws Unreadable
 */
export function within(value: unknown): void {
  let left: number = BOUNDS.values;
  const walk = (one: unknown, depth: number): void => {
    left -= 1;
    if (left < 0) throw new Unreadable('too_much', { max: BOUNDS.values });
    if (typeof one !== 'object' || one === null) return;
    if (depth >= BOUNDS.depth) throw new Unreadable('too_deep', { max: BOUNDS.depth, line: 1 });
    const members = Object.entries(one);
    if (!Array.isArray(one) && members.length > BOUNDS.members) throw new Unreadable('keys_many', { max: BOUNDS.members, line: 1 });
    for (const [key, inner] of members) {
      if (FORBIDDEN.has(key)) throw new Unreadable('key_forbidden', { key, line: 1 });
      walk(inner, depth + 1);
    }
  };
  walk(value, 0);
}
