/** The knowledge of one language as a file: JSON made small for transport, and read back. */
import type { Ending, ExactForm, Knowledge, KnownEntry, KnownName, KnownPack, KnownPhrase, AssetName, PatternGraph, SymbolTable } from './types';

export const FORMAT = 3;
type Symbols = number | readonly number[];
interface Asset {
  readonly format: number;
  readonly name: AssetName;
  readonly entries: readonly KnownEntry[];
  readonly phrases: readonly KnownPhrase[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly names: readonly (readonly [string, string, 'm' | 'f'])[];
  readonly packs?: readonly KnownPack[];
  readonly size: number;
  /** Words in one string; then for each its symbol, or minus their number and they. */
  readonly words: readonly [string, readonly number[]];
  readonly prefixes: readonly [string, readonly Symbols[]];
  readonly exact: readonly (readonly [string, readonly ExactForm[]])[];
  readonly exactPrefixes: readonly (readonly [string, readonly ExactForm[]])[];
  readonly endings: readonly (readonly [string, readonly Ending[]])[];
  /** Edges a node, then symbols, then targets as steps from the node before. */
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
  readonly targets: readonly number[];
  readonly acceptCounts: readonly number[];
  readonly accept: readonly number[];
}

const pack = (list: readonly number[]): Symbols => (list.length === 1 && list[0] !== undefined ? list[0] : list);
const unpack = (symbols: Symbols): readonly number[] => (typeof symbols === 'number' ? [symbols] : symbols);
const packMap = (map: ReadonlyMap<string, readonly number[]>): [string, Symbols[]] => [[...map.keys()].join(' '), [...map.values()].map(pack)];

function unpackMap([keys, symbols]: readonly [string, readonly Symbols[]]): Map<string, readonly number[]> {
  const map = new Map<string, readonly number[]>();
  if (keys === '') return map;
  keys.split(' ').forEach((key, i) => map.set(key, unpack(symbols[i] ?? [])));
  return map;
}

function packTable({ at, symbols }: SymbolTable): [string, number[]] {
  const flat: number[] = [];
  for (const start of at.values()) {
    const count = symbols[start] ?? 0, own = symbols.slice(start + 1, start + 1 + count);
    if (count === 1) flat.push(own[0] ?? 0);
    else flat.push(-count, ...own);
  }
  return [[...at.keys()].join(' '), flat];
}
function unpackTable([keys, flat]: readonly [string, readonly number[]]): SymbolTable {
  const at = new Map<string, number>(), symbols: number[] = [];
  let i = 0;
  for (const key of keys === '' ? [] : keys.split(' ')) {
    at.set(key, symbols.length);
    const first = flat[i++] ?? 0;
    if (first >= 0) symbols.push(1, first);
    else {
      symbols.push(-first);
      for (let left = -first; left > 0; left -= 1) symbols.push(flat[i++] ?? 0);
    }
  }
  return { at, symbols: Int32Array.from(symbols) };
}

/** Offsets → how many each. */
function counts(first: Int32Array): number[] {
  const result: number[] = [];
  for (let i = 1; i < first.length; i += 1) result.push((first[i] ?? 0) - (first[i - 1] ?? 0));
  return result;
}
function offsets(list: readonly number[]): Int32Array {
  const result = new Int32Array(list.length + 1);
  list.forEach((count, i) => { result[i + 1] = (result[i] ?? 0) + count; });
  return result;
}

/** Knowledge → JSON. */
export function saveKnowledge(knowledge: Knowledge): string {
  const { graph } = knowledge;
  const asset: Asset = {
    format: FORMAT, name: knowledge.name, entries: knowledge.entries, phrases: knowledge.phrases, lists: knowledge.lists,
    names: [...knowledge.names].map(([name, known]) => [name, known.vocative, known.gender]),
    ...(knowledge.packs === undefined ? {} : { packs: knowledge.packs }),
    size: graph.size, words: packTable(graph.words), prefixes: packMap(graph.prefixes), exact: [...graph.exact], exactPrefixes: [...graph.exactPrefixes],
    endings: [...graph.endings],
    counts: counts(graph.first), symbols: [...graph.symbols],
    targets: [...graph.targets].map((target, i) => target - (graph.targets[i - 1] ?? 0)),
    acceptCounts: counts(graph.acceptFirst), accept: [...graph.accept],
  };
  return JSON.stringify(asset);
}

/** JSON of `compile` → knowledge. Throws where it was made by another version of the extension. */
export function loadKnowledge(json: string): Knowledge {
  const asset = JSON.parse(json) as Asset;
  if (asset.format !== FORMAT) throw new Error(`The language knowledge is of format ${String(asset.format)}, this version reads ${FORMAT}.`);
  const targets = Int32Array.from(asset.targets);
  for (let i = 1; i < targets.length; i += 1) targets[i] = (targets[i] ?? 0) + (targets[i - 1] ?? 0);
  const graph: PatternGraph = {
    size: asset.size, words: unpackTable(asset.words), prefixes: unpackMap(asset.prefixes), exact: new Map(asset.exact), exactPrefixes: new Map(asset.exactPrefixes),
    endings: new Map(asset.endings),
    first: offsets(asset.counts), symbols: Int32Array.from(asset.symbols), targets,
    acceptFirst: offsets(asset.acceptCounts), accept: Int32Array.from(asset.accept),
  };
  const names = new Map<string, KnownName>(asset.names.map(([name, vocative, gender]) => [name, { vocative, gender }]));
  return { name: asset.name, entries: asset.entries, graph, phrases: asset.phrases, lists: asset.lists, names, ...(asset.packs === undefined ? {} : { packs: asset.packs }) };
}
