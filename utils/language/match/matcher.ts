/**
 * Finds all patterns in a sentence by walking the graph from every token. What a word stands for is worked out once per distinct
 * word and remembered, so the cost of a sentence depends on its words and not on how many rules there are.
 */
import { SYMBOL } from '../../rules';
import type { EntryKind, Knowledge, KnownEntry, Variety } from '../../rules';
import type { Token } from '../parsed';

/** A hit before it is placed: token numbers of its sentence. */
export interface RawHit {
  readonly entry: KnownEntry;
  readonly pair: number;
  readonly from: number;
  readonly to: number;
}
export type HitsByKind = Readonly<Partial<Record<EntryKind, readonly RawHit[]>>>;

interface Found {
  readonly entry: number;
  readonly pair: number;
  readonly from: number;
  readonly to: number;
}
const NOTHING: HitsByKind = {};
const SIGN_SYMBOLS: ReadonlySet<string> = new Set([',', '?', '!', ':', '/', ';', '…']);
/** Words remembered; a million-word text forgets and starts again. */
const MEMORY = 30_000;

export class Matcher {
  private readonly symbolsOf = new Map<string, Int32Array>();
  private readonly off: Uint8Array;
  private readonly longestPrefix: number;
  /** From the root, by symbol: most tokens begin nothing, and this says so at once. */
  private readonly root: Int32Array;
  private readonly startNode: number;
  private readonly stamps: Int32Array;
  private stamp = 0;
  private frontier: number[] = [];
  private next: number[] = [];

  constructor(private readonly knowledge: Knowledge, variety: Variety | null, private readonly spellings: ReadonlyMap<string, string>) {
    const { graph, entries } = knowledge;
    this.off = Uint8Array.from(entries, (entry) => (entry.only !== undefined && entry.only !== variety ? 1 : 0));
    this.longestPrefix = [...graph.prefixes.keys(), ...graph.exactPrefixes.keys()].reduce((max, prefix) => Math.max(max, prefix.length), 0);
    this.root = new Int32Array(graph.size).fill(-1);
    for (let i = 0; i < (graph.first[1] ?? 0); i += 1) this.root[graph.symbols[i] ?? 0] = graph.targets[i] ?? -1;
    this.startNode = this.root[SYMBOL.start] ?? -1;
    this.stamps = new Int32Array(graph.first.length);
  }

  /** All hits of a sentence, of every kind, overlaps within one entry resolved (the longest), silenced ones left out. */
  match(tokens: readonly Token[]): HitsByKind {
    const found: Found[] = [], unless: Found[] = [];
    let firstWord = 0, lastWord = tokens.length;
    while (firstWord < tokens.length && isBare(tokens[firstWord])) firstWord += 1;
    while (lastWord > firstWord && isBare(tokens[lastWord - 1])) lastWord -= 1;
    const symbols = tokens.map((token) => this.resolve(token));
    for (let from = 0; from < tokens.length; from += 1) {
      this.frontier.length = 0;
      this.step(0, symbols[from] ?? EMPTY, true);
      if (from === firstWord && this.startNode >= 0) this.step(this.startNode, symbols[from] ?? EMPTY, false);
      for (let to = from + 1; this.frontier.length > 0; to += 1) {
        this.collect(from, to, to >= lastWord, found, unless);
        if (to >= tokens.length) break;
        const here = this.frontier;
        this.frontier = this.next;
        this.frontier.length = 0;
        this.next = here;
        this.newStamp();
        for (const node of here) this.step(node, symbols[to] ?? EMPTY, false);
      }
    }
    return found.length === 0 ? NOTHING : this.settle(tokens, found, unless);
  }

  private newStamp(): void {
    this.stamp += 1;
    if (this.stamp > 2_000_000_000) { this.stamps.fill(0); this.stamp = 1; }
  }

  /** Follows every edge of `node` that one of the token's symbols allows; targets go to the frontier, each once. */
  private step(node: number, symbols: Int32Array, fromRoot: boolean): void {
    if (fromRoot) {
      this.newStamp();
      for (const symbol of symbols) this.reach(this.root[symbol] ?? -1);
      return;
    }
    const { first, symbols: edges, targets } = this.knowledge.graph;
    const low = first[node] ?? 0, high = first[node + 1] ?? 0;
    if (high - low <= 8) {
      for (let i = low; i < high; i += 1) if (symbols.includes(edges[i] ?? -1)) this.reach(targets[i] ?? -1);
      return;
    }
    for (const symbol of symbols) {
      let a = low, b = high - 1;
      while (a < b) {
        const middle = (a + b) >> 1;
        if ((edges[middle] ?? 0) < symbol) a = middle + 1; else b = middle;
      }
      if (edges[a] === symbol) this.reach(targets[a] ?? -1);
    }
  }

  private reach(target: number): void {
    if (target < 0 || this.stamps[target] === this.stamp) return;
    this.stamps[target] = this.stamp;
    this.frontier.push(target);
  }

  private collect(from: number, to: number, atEnd: boolean, found: Found[], unless: Found[]): void {
    const { first, symbols, targets } = this.knowledge.graph;
    for (const node of this.frontier) {
      this.accept(node, from, to, found, unless);
      if (!atEnd) continue;
      for (let i = first[node] ?? 0; i < (first[node + 1] ?? 0) && (symbols[i] ?? 99) <= SYMBOL.end; i += 1) {
        if (symbols[i] === SYMBOL.end) this.accept(targets[i] ?? 0, from, to, found, unless);
      }
    }
  }

  private accept(node: number, from: number, to: number, found: Found[], unless: Found[]): void {
    const { acceptFirst, accept } = this.knowledge.graph;
    for (let i = acceptFirst[node] ?? 0; i < (acceptFirst[node + 1] ?? 0); i += 4) {
      const entry = accept[i] ?? 0;
      if (this.off[entry] === 1) continue;
      const context = accept[i + 3] ?? 0;
      const start = from + (context >> 4), end = to - (context & 15);
      if (start < end) (accept[i + 2] === 1 ? unless : found).push({ entry, pair: accept[i + 1] ?? -1, from: start, to: end });
    }
  }

  /** Of one entry's overlapping hits the longest stays, of equals the first. */
  private settle(tokens: readonly Token[], found: Found[], unless: readonly Found[]): HitsByKind {
    const silenced = new Set(unless.map((hit) => hit.entry));
    const byKind: Partial<Record<EntryKind, RawHit[]>> = {};
    const taken = new Map<number, Uint8Array>();
    found.sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from);
    for (const hit of found) {
      if (silenced.has(hit.entry)) continue;
      let places = taken.get(hit.entry);
      if (places === undefined) taken.set(hit.entry, places = new Uint8Array(tokens.length));
      if (!take(places, hit.from, hit.to)) continue;
      const entry = this.knowledge.entries[hit.entry];
      // A comma or colon at the edge is context too: no mark begins or ends with it.
      let { from, to } = hit;
      while (from < to - 1 && isEdge(tokens[from])) from += 1;
      while (to > from + 1 && isEdge(tokens[to - 1])) to -= 1;
      if (entry !== undefined) (byKind[entry.kind] ??= []).push({ entry, pair: hit.pair, from, to });
    }
    for (const kind of Object.keys(byKind) as EntryKind[]) byKind[kind] = resolve(kind, byKind[kind] ?? [], tokens.length);
    return byKind;
  }

  private resolve(token: Token): Int32Array {
    let symbols = this.symbolsOf.get(token.raw);
    if (symbols === undefined) {
      if (this.symbolsOf.size > MEMORY) this.symbolsOf.clear();
      symbols = Int32Array.from(new Set(this.look(token)));
      this.symbolsOf.set(token.raw, symbols);
    }
    return symbols;
  }

  private look({ kind, key, raw }: Token): number[] {
    const { graph } = this.knowledge;
    if (kind === 'sign') return SIGN_SYMBOLS.has(key) ? [SYMBOL[key as ','], ...(key === ',' ? [SYMBOL.skip] : [])] : [];
    const result: number[] = [SYMBOL.any, SYMBOL.skip];
    if (kind === 'number') result.push(SYMBOL.number);
    const keys = [key];
    const spelling = this.spellings.get(key);
    if (spelling !== undefined) keys.push(spelling);
    for (const word of keys) {
      result.push(...graph.words.get(word) ?? []);
      for (let length = Math.min(word.length, this.longestPrefix); length >= 2; length -= 1) {
        const prefix = word.slice(0, length);
        result.push(...graph.prefixes.get(prefix) ?? []);
        for (const { form, cased, symbols } of graph.exactPrefixes.get(prefix) ?? []) if ((cased ? raw : raw.toLowerCase()).startsWith(form)) result.push(...symbols);
      }
    }
    for (const { form, cased, symbols } of graph.exact.get(key) ?? []) if (form === (cased ? raw : raw.toLowerCase())) result.push(...symbols);
    return result;
  }
}

const EMPTY = new Int32Array(0);

function isEdge(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'sign' && token.key !== '?' && token.key !== '!';
}
function isBare(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'sign' || token.kind === 'emoji');
}

/**
 * Between entries: of two hits of a kind the one that lies within the other is dropped ("not happy" over "happy", the whole formula
 * over a word of it); of wording hits that overlap only the longer stays, for a place is marked once. Checks and clauses may
 * lie within each other where they say different things.
 */
function resolve(kind: EntryKind, hits: readonly RawHit[], length: number): RawHit[] {
  if (hits.length < 2) return [...hits];
  const sameMark = kind === 'check' || kind === 'clause' || kind === 'ask';
  const longestFirst = [...hits].sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from);
  const taken = new Uint8Array(length);
  /** By mark: how far the longest kept hit reaches that covers a token. */
  const reach = new Map<string, Int32Array>();
  const kept = longestFirst.filter((hit) => {
    if (kind === 'wording') return take(taken, hit.from, hit.to);
    const mark = sameMark ? hit.entry.mark : '';
    let far = reach.get(mark);
    if (far === undefined) reach.set(mark, far = new Int32Array(length));
    if ((far[hit.from] ?? 0) >= hit.to) return false;
    for (let i = hit.from; i < hit.to; i += 1) far[i] = Math.max(far[i] ?? 0, hit.to);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Takes the places if they are all free. */
function take(places: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (places[i] === 1) return false;
  places.fill(1, from, to);
  return true;
}
