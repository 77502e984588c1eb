/**
 * Patterns that come while the extension runs (packs), for browser and Node alike: compiled to a graph under a budget, and joined
 * with the graph that was built with the extension.
 */
import { PatternError, parseInContext, parsePattern } from './compiler/pattern';
import type { Pattern, PatternFault } from './compiler/pattern';
import { GraphBuilder } from './compiler/graph';
import { SYMBOL } from './types';
import type { Ending, ExactForm, KnownEntry, KnownPhrase, PatternGraph, SymbolTable } from './types';

export type { PatternFault } from './compiler/pattern';

export interface PatternSource {
  /** Index of the entry it belongs to. */
  readonly entry: number;
  readonly text: string;
  /** Number of the pair of a swap, else -1. */
  readonly pair: number;
  /** 0 find, 1 unless */
  readonly role: 0 | 1;
}
/** What is wrong with a pattern, or with the member of a set. */
export interface PatternTrouble {
  readonly fault: PatternFault;
  /** Of `patterns`; or of the set's members. */
  readonly index: number;
  readonly set: string | null;
  /** Code unit of the pattern, from 0. */
  readonly at: number;
}
/** States and steps that all patterns together may take, and states that those of one entry may. */
export interface Budget {
  readonly states: number;
  readonly work: number;
  readonly each: number;
}
export interface Compiled {
  readonly graph: PatternGraph;
  /** What is named here is not in the graph. */
  readonly troubles: readonly PatternTrouble[];
}

/** Compiles patterns. Sets may not name sets. Never throws; never takes more than twice the budget. */
export function compilePatterns(patterns: readonly PatternSource[], sets: Readonly<Record<string, readonly string[]>>, budget: Budget): Compiled {
  const troubles: PatternTrouble[] = [];
  const named = parseSets(sets, troubles);
  const all = new GraphBuilder(budget.states, budget.work);
  let { states, work } = budget;
  for (const group of byEntry(patterns)) {
    // Alone first: what one entry unfolds to is its own fault, and is found before it costs the others anything.
    const alone = new GraphBuilder(Math.min(states, budget.each), work);
    const before = troubles.length;
    const good = group.filter((index) => tried(index, patterns, troubles, (pattern, source) => alone.add(pattern, source.text, named, { ...source, context: 0 })));
    if (good.length > 0) tried(good[0] ?? 0, patterns, troubles, () => { alone.finish(); });
    states -= alone.spent.states;
    work -= alone.spent.work;
    if (troubles.length > before && troubles.at(-1)?.fault === 'large') continue;
    for (const index of good) {
      tried(index, patterns, troubles, (pattern, source, context) => all.add(pattern, source.text, named, { entry: source.entry, pair: source.pair, role: source.role, context }));
    }
  }
  try {
    return { graph: all.finish(), troubles };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { graph: new GraphBuilder().finish(), troubles: [...troubles, { fault: 'large', index: Math.max(0, patterns.length - 1), set: null, at: 0 }] };
  }
}

function tried(index: number, patterns: readonly PatternSource[], troubles: PatternTrouble[], use: (pattern: Pattern, source: PatternSource, context: number) => void): boolean {
  const source = patterns[index];
  if (source === undefined) return false;
  try {
    const { pattern, before, after } = parseInContext(source.text);
    use(pattern, source, before * 16 + after);
    return true;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    troubles.push({ fault: error.fault, index, set: null, at: error.position });
    return false;
  }
}

function byEntry(patterns: readonly PatternSource[]): number[][] {
  const groups = new Map<number, number[]>();
  patterns.forEach(({ entry }, index) => {
    const group = groups.get(entry);
    if (group === undefined) groups.set(entry, [index]);
    else group.push(index);
  });
  return [...groups.values()];
}

function parseSets(sets: Readonly<Record<string, readonly string[]>>, troubles: PatternTrouble[]): ReadonlyMap<string, Pattern> {
  return new Map(Object.entries(sets).map(([set, members]) => {
    const parts = members.flatMap((member, index): Pattern[] => {
      try {
        return [parsePattern(member)];
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        troubles.push({ fault: error.fault, index, set, at: error.position });
        return [];
      }
    });
    return [set, { type: 'choice', parts }];
  }));
}

/** What is laid over the built-in knowledge of one language: entries with their graph, phrases. */
export interface Layer {
  readonly entries: readonly KnownEntry[];
  readonly graph: PatternGraph;
  readonly phrases: readonly KnownPhrase[];
}

/**
 * Lays one over another. What `over` names by an id takes the place of what `base` knows by it, and of two marks on the very same
 * words that of `over` stays. `gone`: ids of `over` that are left out, as if it had not brought them.
 */
export function overlay(base: Layer, over: Layer, gone: ReadonlySet<string> = new Set()): Layer {
  const stays = ({ id }: { readonly id: string }): boolean => !gone.has(id) && !(id.startsWith(NEEDS) && gone.has(id.slice(NEEDS.length)));
  const rules = new Set(over.entries.filter(stays).map(({ id }) => id)), phrases = new Set(over.phrases.filter(stays).map(({ id }) => id));
  const entries: KnownEntry[] = [];
  const numbered = (list: readonly KnownEntry[], keep: (entry: KnownEntry) => boolean): number[] => list.map((entry) => (keep(entry) ? entries.push(entry) - 1 : -1));
  const numbersOver = numbered(over.entries, stays);
  const numbersBase = numbered(base.entries, ({ id }) => !rules.has(id) && !(id.startsWith(NEEDS) && phrases.has(id.slice(NEEDS.length))));
  return {
    entries, phrases: [...base.phrases.filter(({ id }) => !phrases.has(id)), ...over.phrases.filter(stays)],
    graph: joined(over.graph, numbersOver, base.graph, numbersBase),
  };
}
/** Entries that only carry the words a phrase needs are called so, with the phrase's id. */
const NEEDS = 'needs.';

export const NO_LAYER: Layer = { entries: [], graph: new GraphBuilder().finish(), phrases: [] };

/** Both graphs in one. `numbersA`, `numbersB`: the new number of each entry, -1 where it is left out. */
function joined(a: PatternGraph, numbersA: readonly number[], b: PatternGraph, numbersB: readonly number[]): PatternGraph {
  const shift = a.size - SYMBOL.firstFree;
  const moved = (symbol: number): number => (symbol < SYMBOL.firstFree ? symbol : symbol + shift);
  return { size: b.size + shift, ...lexicons(a, b, moved), ...nodes(a, numbersA, b, numbersB, moved) };
}

type Nodes = Pick<PatternGraph, 'first' | 'symbols' | 'targets' | 'acceptFirst' | 'accept'>;
/**
 * From the roots on. A pair of nodes becomes one node; only by the fixed symbols can both lead on, for all others each graph has its
 * own, so all but a few nodes are one graph's alone. Numbered as they are met: what lies close in the graph lies close in memory.
 */
function nodes(a: PatternGraph, numbersA: readonly number[], b: PatternGraph, numbersB: readonly number[], moved: (symbol: number) => number): Nodes {
  const pairs: (readonly [number, number])[] = [];
  const numberOf = new Map<number, number>();
  const width = b.first.length + 1;
  const number = (x: number, y: number): number => {
    const key = (x + 1) * width + y + 1;
    let found = numberOf.get(key);
    if (found === undefined) numberOf.set(key, found = pairs.push([x, y]) - 1);
    return found;
  };
  const first: number[] = [0], symbols: number[] = [], targets: number[] = [], acceptFirst: number[] = [0], accept: number[] = [];
  const close = (x: number, y: number): void => {
    ends(a, x, numbersA, accept);
    ends(b, y, numbersB, accept);
    first.push(symbols.length);
    acceptFirst.push(accept.length);
  };
  number(0, 0);
  for (let n = 0; n < pairs.length; n += 1) {
    const [x, y] = pairs[n] ?? [-1, -1];
    if (x < 0 || y < 0) {
      // One graph's alone: its edges keep their order, for `moved` keeps that of symbols.
      edges(a, x, (symbol, target) => { symbols.push(symbol); targets.push(number(target, -1)); });
      edges(b, y, (symbol, target) => { symbols.push(moved(symbol)); targets.push(number(-1, target)); });
      close(x, y);
      continue;
    }
    const ways = new Map<number, [number, number]>();
    edges(a, x, (symbol, target) => ways.set(symbol, [target, -1]));
    edges(b, y, (symbol, target) => {
      const key = moved(symbol), other = ways.get(key);
      if (other === undefined) ways.set(key, [-1, target]); else other[1] = target;
    });
    for (const [symbol, [left, right]] of [...ways].sort((one, two) => one[0] - two[0])) {
      symbols.push(symbol);
      targets.push(number(left, right));
    }
    close(x, y);
  }
  return { first: Int32Array.from(first), symbols: Int32Array.from(symbols), targets: Int32Array.from(targets), acceptFirst: Int32Array.from(acceptFirst), accept: Int32Array.from(accept) };
}
function edges({ first, symbols, targets }: PatternGraph, node: number, each: (symbol: number, target: number) => void): void {
  if (node >= 0) for (let i = first[node] ?? 0; i < (first[node + 1] ?? 0); i += 1) each(symbols[i] ?? 0, targets[i] ?? 0);
}
function ends({ acceptFirst, accept }: PatternGraph, node: number, numbers: readonly number[], into: number[]): void {
  if (node < 0) return;
  for (let i = acceptFirst[node] ?? 0; i < (acceptFirst[node + 1] ?? 0); i += 4) {
    const entry = numbers[accept[i] ?? 0] ?? -1;
    if (entry >= 0) into.push(entry, accept[i + 1] ?? -1, accept[i + 2] ?? 0, accept[i + 3] ?? 0);
  }
}

type Lexicons = Pick<PatternGraph, 'words' | 'prefixes' | 'exact' | 'exactPrefixes' | 'endings'>;
function lexicons(a: PatternGraph, b: PatternGraph, moved: (symbol: number) => number): Lexicons {
  const both = <T>(one: ReadonlyMap<string, readonly T[]>, two: ReadonlyMap<string, readonly T[]>, move: (value: T) => T): Map<string, readonly T[]> => {
    const result = new Map(one);
    for (const [key, values] of two) result.set(key, [...one.get(key) ?? [], ...values.map(move)]);
    return result;
  };
  const form = (one: ExactForm): ExactForm => ({ ...one, symbols: one.symbols.map(moved) });
  const ending = (one: Ending): Ending => ({ ...one, symbol: moved(one.symbol) });
  return {
    words: tables(a.words, b.words, moved), prefixes: both(a.prefixes, b.prefixes, moved),
    exact: both(a.exact, b.exact, form), exactPrefixes: both(a.exactPrefixes, b.exactPrefixes, form), endings: both(a.endings, b.endings, ending),
  };
}
function tables(a: SymbolTable, b: SymbolTable, moved: (symbol: number) => number): SymbolTable {
  const at = new Map<string, number>(), symbols: number[] = [];
  const own = ({ at: places, symbols: all }: SymbolTable, word: string): readonly number[] => {
    const start = places.get(word);
    return start === undefined ? [] : [...all.subarray(start + 1, start + 1 + (all[start] ?? 0))];
  };
  for (const word of new Set([...a.at.keys(), ...b.at.keys()])) {
    const list = [...own(a, word), ...own(b, word).map(moved)];
    at.set(word, symbols.length);
    symbols.push(list.length, ...list);
  }
  return { at, symbols: Int32Array.from(symbols) };
}
