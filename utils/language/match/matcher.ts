/**
 * Finds all patterns in a sentence by walking the graph from every token. What a word stands for is worked out once per distinct
 * word and remembered, so the cost of a sentence depends on its words and not on how many rules there are.
 */
import { SYMBOL } from '../../rules';
import type { EntryKind, Knowledge, KnownEntry, Variety } from '../../rules';
import type { Token } from '../parsed';
import { Lexicon } from './lexicon';
import type { WordClass } from './lexicon';
import { Cover, arrange, resolve } from './settle';

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

/**
 * Where in the graph one may stand after some words, and what ends there (fours of entry, pair, role, context). Worked out when a
 * text first leads there and remembered: most sentences go ways that others went before, one look-up a word.
 */
interface Place {
  readonly nodes: Int32Array;
  readonly accepts: readonly number[];
  /** What ends there only where the sentence ends as well. */
  readonly endAccepts: readonly number[];
  /** One node with few ways on: looking along them costs less than remembering where each word leads. */
  readonly narrow: boolean;
  next: Map<number, Place> | null;
}
const NOTHING_ENDS: readonly number[] = [];
const NOWHERE: Place = { nodes: new Int32Array(0), accepts: NOTHING_ENDS, endAccepts: NOTHING_ENDS, narrow: false, next: null };
const NARROW = 6;
/** Places remembered (a few megabytes); others are worked out each time. */
const PLACES = 20_000;

export class Matcher {
  private readonly lexicon: Lexicon;
  private readonly off: Uint8Array;
  /** From the root, by symbol: most tokens begin nothing, and this says so at once. */
  private readonly root: Int32Array;
  private readonly anywhere: Place;
  private readonly atStart: Place;
  private readonly stamps: Int32Array;
  private readonly allowed: Int32Array;
  private stamp = 0;
  private places = 0;
  /** Places of one node, by the node: most are. */
  private readonly singles = new Map<number, Place>();
  private readonly frontier: number[] = [];
  private readonly cover = new Cover();
  /** By entry: the last sentence in which its `unless` was found. */
  private readonly silenced: Int32Array;
  private sentences = 0;

  constructor(private readonly knowledge: Knowledge, variety: Variety | null, spellings: ReadonlyMap<string, string>) {
    const { graph, entries } = knowledge;
    this.silenced = new Int32Array(entries.length);
    this.off = Uint8Array.from(entries, (entry) => (entry.only !== undefined && entry.only !== variety ? 1 : 0));
    this.lexicon = new Lexicon(graph, spellings);
    this.root = new Int32Array(graph.size).fill(-1);
    for (let i = 0; i < (graph.first[1] ?? 0); i += 1) this.root[graph.symbols[i] ?? 0] = graph.targets[i] ?? -1;
    const startNode = this.root[SYMBOL.start] ?? -1;
    this.anywhere = { ...NOWHERE, nodes: Int32Array.of(0) };
    this.atStart = startNode < 0 ? this.anywhere : { ...NOWHERE, nodes: Int32Array.of(0, startNode) };
    this.stamps = new Int32Array(graph.first.length);
    this.allowed = new Int32Array(graph.size);
  }

  /** All hits of a sentence, of every kind, overlaps within one entry resolved (the longest), silenced ones left out. */
  match(tokens: readonly Token[]): HitsByKind {
    const found: Found[] = [];
    this.sentences = this.sentences >= 2_000_000_000 ? (this.silenced.fill(0), 1) : this.sentences + 1;
    let firstWord = 0, lastWord = tokens.length;
    while (firstWord < tokens.length && isBare(tokens[firstWord])) firstWord += 1;
    while (lastWord > firstWord && isBare(tokens[lastWord - 1])) lastWord -= 1;
    const classes = tokens.map((token) => this.lexicon.of(token));
    for (let from = 0; from < tokens.length; from += 1) {
      let place = this.go(from === firstWord ? this.atStart : this.anywhere, classes[from]);
      for (let to = from + 1; place !== NOWHERE; to += 1) {
        if (place.accepts !== NOTHING_ENDS) this.accept(place.accepts, from, to, found);
        if (to >= lastWord && place.endAccepts !== NOTHING_ENDS) this.accept(place.endAccepts, from, to, found);
        if (to >= tokens.length) break;
        place = this.go(place, classes[to]);
      }
    }
    return found.length === 0 ? NOTHING : this.settle(tokens, found);
  }

  /** One word on. */
  private go(place: Place, word: WordClass | undefined): Place {
    if (word === undefined) return NOWHERE;
    if (place.narrow) return this.along(place.nodes[0] ?? 0, word.symbols);
    const known = place.next?.get(word.id);
    if (known !== undefined) return known;
    const made = this.explore(place, word.symbols);
    // Full: what is hot is known by now, the rest is worked out each time.
    if (made !== NOWHERE && this.places >= PLACES) return made;
    if (made !== NOWHERE) this.places += 1;
    (place.next ??= new Map<number, Place>()).set(word.id, made);
    return made;
  }

  /** The few ways from one node. */
  private along(node: number, allowed: Int32Array): Place {
    const { first, symbols, targets } = this.knowledge.graph;
    let found = -1;
    // Both lists ascend.
    let i = first[node] ?? 0, j = 0;
    const end = first[node + 1] ?? 0, { length } = allowed;
    while (i < end && j < length) {
      const edge = symbols[i] ?? 0, symbol = allowed[j] ?? 0;
      if (edge > symbol) j += 1;
      else {
        if (edge === symbol) {
          const target = targets[i] ?? -1;
          if (found >= 0 && target !== found) return this.explore({ ...NOWHERE, nodes: Int32Array.of(node) }, allowed);
          found = target;
        }
        i += 1;
      }
    }
    return found < 0 ? NOWHERE : this.single(found);
  }
  private single(node: number): Place {
    const known = this.singles.get(node);
    if (known !== undefined) return known;
    const made = this.placeOf(Int32Array.of(node));
    if (this.singles.size < PLACES) this.singles.set(node, made);
    return made;
  }

  /** Follows every edge that one of the symbols allows; each target once. */
  private explore(place: Place, symbols: Int32Array): Place {
    if (this.stamp >= 2_000_000_000) { this.stamps.fill(0); this.allowed.fill(0); this.stamp = 0; }
    this.stamp += 1;
    this.frontier.length = 0;
    for (const symbol of symbols) this.allowed[symbol] = this.stamp;
    for (const node of place.nodes) {
      if (node === 0) for (const symbol of symbols) this.reach(this.root[symbol] ?? -1);
      else this.step(node, symbols);
    }
    if (this.frontier.length === 1) return this.single(this.frontier[0] ?? 0);
    return this.frontier.length === 0 ? NOWHERE : this.placeOf(Int32Array.from(this.frontier));
  }

  private step(node: number, symbols: Int32Array): void {
    const { first, symbols: edges, targets } = this.knowledge.graph;
    const low = first[node] ?? 0, high = first[node + 1] ?? 0;
    if (high - low <= 4 * symbols.length) {
      for (let i = low; i < high; i += 1) if (this.allowed[edges[i] ?? 0] === this.stamp) this.reach(targets[i] ?? -1);
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

  private placeOf(nodes: Int32Array): Place {
    const { first, symbols, targets } = this.knowledge.graph;
    const accepts: number[] = [], endAccepts: number[] = [];
    for (const node of nodes) {
      this.ends(node, accepts);
      for (let i = first[node] ?? 0; i < (first[node + 1] ?? 0) && (symbols[i] ?? 99) <= SYMBOL.end; i += 1) if (symbols[i] === SYMBOL.end) this.ends(targets[i] ?? 0, endAccepts);
    }
    const [only] = nodes;
    const narrow = nodes.length === 1 && only !== undefined && (first[only + 1] ?? 0) - (first[only] ?? 0) <= NARROW;
    return { nodes, accepts: accepts.length === 0 ? NOTHING_ENDS : accepts, endAccepts: endAccepts.length === 0 ? NOTHING_ENDS : endAccepts, narrow, next: null };
  }

  private ends(node: number, into: number[]): void {
    const { acceptFirst, accept: fours } = this.knowledge.graph;
    for (let i = acceptFirst[node] ?? 0; i < (acceptFirst[node + 1] ?? 0); i += 4) {
      if (this.off[fours[i] ?? 0] !== 1) into.push(fours[i] ?? 0, fours[i + 1] ?? -1, fours[i + 2] ?? 0, fours[i + 3] ?? 0);
    }
  }

  /** What ends at a place: hits, and words that silence an entry in this sentence, of which nothing but that is noted. */
  private accept(fours: readonly number[], from: number, to: number, found: Found[]): void {
    for (let i = 0; i < fours.length; i += 4) {
      const entry = fours[i] ?? 0, context = fours[i + 3] ?? 0;
      const start = from + (context >> 4), end = to - (context & 15);
      if (start >= end) continue;
      if (fours[i + 2] === 1) this.silenced[entry] = this.sentences;
      else found.push({ entry, pair: fours[i + 1] ?? -1, from: start, to: end });
    }
  }

  /** Of one entry's overlapping hits the longest stays, of equals the first. */
  private settle(tokens: readonly Token[], found: Found[]): HitsByKind {
    const byKind: Partial<Record<EntryKind, RawHit[]>> = {};
    if (found.length > 1) arrange(found, (a, b) => a.entry - b.entry || (b.to - b.from) - (a.to - a.from) || a.from - b.from);
    let last = -1;
    for (const hit of found) {
      if (this.silenced[hit.entry] === this.sentences) continue;
      if (hit.entry !== last) this.cover.begin(tokens.length);
      last = hit.entry;
      if (!this.cover.take(hit.from, hit.to)) continue;
      const entry = this.knowledge.entries[hit.entry];
      // A comma or colon at the edge is context too: no mark begins or ends with it.
      let { from, to } = hit;
      while (from < to - 1 && isEdge(tokens[from])) from += 1;
      while (to > from + 1 && isEdge(tokens[to - 1])) to -= 1;
      if (entry !== undefined) (byKind[entry.kind] ??= []).push({ entry, pair: hit.pair, from, to });
    }
    for (const kind in byKind) {
      const hits = byKind[kind as EntryKind];
      if (hits && hits.length > 1) byKind[kind as EntryKind] = resolve(kind as EntryKind, hits, tokens.length, this.cover);
    }
    return byKind;
  }
}

function isEdge(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'sign' && token.key !== '?' && token.key !== '!';
}
function isBare(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'sign' || token.kind === 'emoji');
}
