/**
 * Patterns → one graph. First a small automaton a pattern (alternatives and options meet again behind, so a pattern of many
 * variants stays small), then all of them made deterministic by label, so that patterns which begin alike share their way and the
 * cost of reading a word does not grow with the number of patterns.
 */
import { fold } from '../fold';
import { SYMBOL } from '../types';
import type { Ending, ExactForm, PatternGraph, SymbolTable } from '../types';
import { PatternError } from './pattern';
import type { Pattern } from './pattern';

export interface Accept {
  readonly entry: number;
  readonly pair: number;
  /** 0 find, 1 unless */
  readonly role: 0 | 1;
  /** Tokens of context before and after the span, as before * 16 + after. */
  readonly context: number;
}

interface State {
  readonly edges: { readonly label: string; readonly to: number }[];
  readonly silent: number[];
  accept: Accept | null;
}

/** A named set: its members as patterns. */
export type Sets = ReadonlyMap<string, Pattern>;
/** Labels that a set can hold. */
const SINGLE = /^[wpxXyYez]:/;
const MAX_STATES = 2_000_000;

export class GraphBuilder {
  private readonly states: State[] = [];
  private readonly starts: number[] = [];
  /** Label of a set → the labels of its members. */
  private readonly members = new Map<string, readonly string[]>();
  private steps = 0;

  /**
   * `most`: states, and `work`: steps of making them deterministic, beyond which PatternError `large` is thrown. For patterns from
   * outside: a few alternatives in a row can unfold to more than any machine holds. Ours are bounded by what we write.
   */
  constructor(private readonly most = MAX_STATES, private readonly work = Infinity) {}

  /** What it has taken so far, to be set against the budget of several builders. */
  get spent(): { readonly states: number; readonly work: number } {
    return { states: this.states.length, work: this.steps };
  }

  /** Adds a pattern. `sets` are those its file may name. Throws PatternError where it can match nothing or names an unknown set. */
  add(pattern: Pattern, source: string, sets: Sets, accept: Accept): void {
    if (canBeEmpty(pattern, sets, new Set())) throw new PatternError('the pattern can match nothing at all', 0, source, 'empty');
    const end = this.state();
    const last = this.states[end];
    if (last !== undefined) last.accept = accept;
    this.starts.push(this.build(pattern, end, sets, source, new Set()));
  }

  private state(): number {
    if (this.states.length > this.most) throw new PatternError('too many patterns', 0, '', 'large');
    return this.states.push({ edges: [], silent: [], accept: null }) - 1;
  }

  private edge(label: string, to: number): number {
    const from = this.state();
    this.states[from]?.edges.push({ label, to });
    return from;
  }

  /** Builds backwards: the state from which `pattern` leads to `next`. */
  private build(pattern: Pattern, next: number, sets: Sets, source: string, open: ReadonlySet<string>): number {
    switch (pattern.type) {
      case 'step': return this.edge(pattern.label, next);
      case 'sequence': return pattern.parts.reduceRight((to, part) => this.build(part, to, sets, source, open), next);
      case 'gap': {
        let to = next;
        for (let i = 0; i < pattern.max; i += 1) {
          const from = this.edge('skip', to);
          this.states[from]?.silent.push(next);
          to = from;
        }
        return to;
      }
      case 'optional': {
        const from = this.state();
        this.states[from]?.silent.push(this.build(pattern.part, next, sets, source, open), next);
        return from;
      }
      case 'choice': {
        const from = this.state();
        this.choose(from, pattern.parts, next, sets, source, open, 3);
        return from;
      }
      case 'set': return this.set(pattern.name, next, sets, source, open);
    }
  }

  private set(name: string, next: number, sets: Sets, source: string, open: ReadonlySet<string>): number {
    const content = sets.get(name);
    if (content === undefined) throw new PatternError(`no set is called {${name}}`, Math.max(0, source.indexOf(`{${name}}`)), source, 'set');
    if (open.has(name)) throw new PatternError(`the set {${name}} contains itself`, 0, source);
    const from = this.state();
    this.choose(from, [content], next, sets, source, new Set(open).add(name), 2);
    return from;
  }

  /**
   * One-word alternatives, if there are `few` or more, become one edge by a symbol of their own: ten words are ten lines of the
   * lexicon once, and not ten edges wherever they stand. Longer alternatives go their ways.
   */
  private choose(from: number, parts: readonly Pattern[], next: number, sets: Sets, source: string, open: ReadonlySet<string>, few: number): void {
    const singles: string[] = [];
    const walk = (part: Pattern): void => {
      if (part.type === 'choice') part.parts.forEach(walk);
      else if (part.type === 'step' && SINGLE.test(part.label)) singles.push(part.label);
      else this.states[from]?.silent.push(this.build(part, next, sets, source, open));
    };
    parts.forEach(walk);
    const members = [...new Set(singles)].sort();
    const labels = members.length >= few ? [`s:${members.join(' ')}`] : members;
    for (const label of labels) {
      if (label.startsWith('s:')) this.members.set(label, members);
      this.states[from]?.silent.push(this.edge(label, next));
    }
  }

  private closure(from: readonly number[]): number[] {
    const seen = new Set<number>();
    const open = [...from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      this.steps += 1;
      if (this.steps > this.work) throw new PatternError('the patterns unfold too far', 0, '', 'large');
      open.push(...this.states[at]?.silent ?? []);
    }
    // States that only pass on say nothing of their own: leaving them out lets more sets of states coincide.
    return [...seen].filter((s) => (this.states[s]?.edges.length ?? 0) > 0 || this.states[s]?.accept !== null).sort((a, b) => a - b);
  }

  /** The finished graph. Add nothing after it. */
  finish(): PatternGraph {
    const symbolOf = new Map<string, number>();
    for (const [label, symbol] of Object.entries(SYMBOL)) if (label !== 'firstFree') symbolOf.set(label, symbol);
    const nodes = minimal(this.determine((label) => {
      let found = symbolOf.get(label);
      if (found === undefined) symbolOf.set(label, found = symbolOf.size);
      return found;
    }));
    const first: number[] = [0], symbols: number[] = [], targets: number[] = [], acceptFirst: number[] = [0], accept: number[] = [];
    for (const node of nodes) {
      for (const [symbol, target] of node.edges) { symbols.push(symbol); targets.push(target); }
      accept.push(...node.accept);
      first.push(symbols.length);
      acceptFirst.push(accept.length);
    }
    return {
      size: symbolOf.size, ...this.lexicon(symbolOf),
      first: Int32Array.from(first), symbols: Int32Array.from(symbols), targets: Int32Array.from(targets),
      acceptFirst: Int32Array.from(acceptFirst), accept: Int32Array.from(accept),
    };
  }

  /** Sets of states → nodes, each set once. Node 0 is the root; edges ascend by symbol. */
  private determine(symbol: (label: string) => number): Node[] {
    const nodeOf = new Map<string, number>();
    const sets: number[][] = [];
    const numberOf = (states: number[]): number => {
      const key = states.join();
      let found = nodeOf.get(key);
      if (found === undefined) {
        nodeOf.set(key, found = sets.push(states) - 1);
        if (sets.length > this.most) throw new PatternError('the patterns make too large a graph', 0, '', 'large');
      }
      return found;
    };
    numberOf(this.closure(this.starts));
    const nodes: Node[] = [];
    for (let n = 0; n < sets.length; n += 1) {
      const ways = new Map<number, number[]>();
      const accepts = new Map<string, number[]>();
      for (const s of sets[n] ?? []) {
        const state = this.states[s];
        for (const { label, to } of state?.edges ?? []) {
          const key = symbol(label);
          const list = ways.get(key);
          if (list === undefined) ways.set(key, [to]);
          else list.push(to);
        }
        if (state?.accept) {
          const four = [state.accept.entry, state.accept.pair, state.accept.role, state.accept.context];
          accepts.set(four.join(), four);
        }
      }
      const edges = [...ways].sort((a, b) => a[0] - b[0]).map(([key, to]) => [key, numberOf(this.closure(to))] as const);
      nodes.push({ edges, accept: [...accepts.values()].flat() });
    }
    return nodes;
  }

  /** Which written words stand for which symbols. */
  private lexicon(symbolOf: ReadonlyMap<string, number>): Pick<PatternGraph, 'words' | 'prefixes' | 'exact' | 'exactPrefixes' | 'endings'> {
    const words = new Map<string, number[]>(), prefixes = new Map<string, number[]>();
    const forms = new Map<string, { form: string; cased: boolean; symbols: number[] }>();
    const endings = new Map<string, Ending[]>();
    const put = (label: string, symbol: number): void => {
      const kind = label[0], form = label.slice(2);
      if (kind === 'w' || kind === 'p') {
        const map = kind === 'w' ? words : prefixes;
        const list = map.get(form);
        if (list === undefined) map.set(form, [symbol]);
        else list.push(symbol);
        return;
      }
      if (kind === 'e' || kind === 'z') {
        const key = fold(form);
        endings.set(key, [...endings.get(key) ?? [], { form: kind === 'z' ? form : null, symbol }]);
        return;
      }
      const found = forms.get(label);
      if (found === undefined) forms.set(label, { form, cased: kind === 'X' || kind === 'Y', symbols: [symbol] });
      else found.symbols.push(symbol);
    };
    for (const [label, symbol] of symbolOf) {
      if (!label.includes(':') || label === ':') continue;
      for (const member of this.members.get(label) ?? [label]) put(member, symbol);
    }
    const exact = new Map<string, ExactForm[]>(), exactPrefixes = new Map<string, ExactForm[]>();
    for (const [label, form] of forms) {
      const key = fold(form.form), map = label[0] === 'y' || label[0] === 'Y' ? exactPrefixes : exact;
      map.set(key, [...map.get(key) ?? [], form]);
    }
    return { words: tableOf(words), prefixes, exact, exactPrefixes, endings };
  }
}

function tableOf(words: ReadonlyMap<string, readonly number[]>): SymbolTable {
  const at = new Map<string, number>(), symbols: number[] = [];
  for (const [word, own] of words) {
    at.set(word, symbols.length);
    symbols.push(own.length, ...own);
  }
  return { at, symbols: Int32Array.from(symbols) };
}

interface Node {
  readonly edges: readonly (readonly [symbol: number, target: number])[];
  readonly accept: readonly number[];
}

/** Nodes from which the same ways lead to the same ends are made one (the graph has no cycles, so one pass from its ends will do). */
function minimal(nodes: readonly Node[]): Node[] {
  const kept: Node[] = [];
  const byForm = new Map<string, number>();
  const numbers = new Int32Array(nodes.length).fill(-1);
  const stack = [0];
  while (stack.length > 0) {
    const n = stack.at(-1) ?? 0;
    const node = nodes[n];
    const open = node?.edges.filter(([, target]) => numbers[target] === -1).map(([, target]) => target) ?? [];
    if (open.length > 0) { stack.push(...open); continue; }
    stack.pop();
    if (node === undefined || numbers[n] !== -1) continue;
    const edges = node.edges.map(([symbol, target]) => [symbol, numbers[target] ?? 0] as const);
    const form = `${edges.join(';')}|${node.accept.join()}`;
    let found = byForm.get(form);
    if (found === undefined) byForm.set(form, found = kept.push({ edges, accept: node.accept }) - 1);
    numbers[n] = found;
  }
  // Numbered from the root outwards, so that a node's targets lie close together.
  const order = new Map<number, number>([[numbers[0] ?? 0, 0]]);
  const sorted: Node[] = [];
  for (const n of order.keys()) {
    const node = kept[n];
    if (node === undefined) continue;
    for (const [, target] of node.edges) if (!order.has(target)) order.set(target, order.size);
    sorted.push(node);
  }
  return sorted.map(({ edges, accept }) => ({ accept, edges: edges.map(([symbol, target]) => [symbol, order.get(target) ?? 0] as const) }));
}

/** Could it match no token? Such a pattern would mark every place of the text. */
function canBeEmpty(pattern: Pattern, sets: Sets, open: ReadonlySet<string>): boolean {
  switch (pattern.type) {
    case 'step': return pattern.label === 'start' || pattern.label === 'end';
    case 'optional': case 'gap': return true;
    case 'sequence': return pattern.parts.every((part) => canBeEmpty(part, sets, open));
    case 'choice': return pattern.parts.some((part) => canBeEmpty(part, sets, open));
    case 'set': {
      const content = sets.get(pattern.name);
      return content !== undefined && !open.has(pattern.name) && canBeEmpty(content, sets, new Set(open).add(pattern.name));
    }
  }
}
