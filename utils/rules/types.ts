/** The compiled form of what we know of one language: what the engine reads. Made by `compile`, loaded by `loadKnowledge`. */

export type AssetName = 'en' | 'pt' | 'pl';
export type Variety = 'pt-BR' | 'pt-PT';

export const ENTRY_KINDS = ['wording', 'emotion', 'stake', 'ask', 'check', 'commit', 'clause', 'situation'] as const;
/** What an entry is, by its folder; `cues/` holds two kinds. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What is known of one entry, but for its patterns. */
export interface KnownEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Category, emotion, stake, ask, check, commit, clause or situation; `phrase:` and an id: words that phrase needs. */
  readonly mark: string;
  /** Only in this country's Portuguese. */
  readonly only?: Variety;
  /** wording */
  readonly say?: readonly string[];
  /** wording: replacements of the pair `Hit.pair`. */
  readonly swaps?: readonly (readonly string[])[];
  readonly why?: string;
  readonly example?: string;
  readonly whole?: true;
  /** wording: no mark where the customer used it first or it is explained at once. */
  readonly quiet?: true;
  /** emotion, stake: 0..1 */
  readonly weight?: number;
  /** commit: false for what is done while writing. */
  readonly deferred?: false;
  /** The id of the pack it came with; built in without one. */
  readonly origin?: string;
}

/**
 * The patterns of all entries as one graph. From a node an edge leads by a symbol to the next node. A token of the text stands for
 * several symbols: itself, the prefixes it begins with, the sets it is in. Node 0 is the root. The edges of node n are
 * `symbols[first[n] .. first[n+1])`, ascending, with `targets` beside them.
 */
export interface PatternGraph {
  /** Number of symbols. The first are fixed, see SYMBOL. */
  readonly size: number;
  readonly words: SymbolTable;
  readonly prefixes: ReadonlyMap<string, readonly number[]>;
  /** By folded form: the forms as they must be written. */
  readonly exact: ReadonlyMap<string, readonly ExactForm[]>;
  /** The same for beginnings of words (`=SLA*`). */
  readonly exactPrefixes: ReadonlyMap<string, readonly ExactForm[]>;
  /** Endings of words (`*remos`), by folded form. */
  readonly endings: ReadonlyMap<string, readonly Ending[]>;
  readonly first: Int32Array;
  readonly symbols: Int32Array;
  readonly targets: Int32Array;
  /** What ends at node n: `accept[acceptFirst[n] .. acceptFirst[n+1])`, fours of entry, pair (-1: none), role (0 find, 1 unless), context (tokens before * 16 + after that are not of the span). */
  readonly acceptFirst: Int32Array;
  readonly accept: Int32Array;
}
export interface ExactForm {
  readonly form: string;
  /** The pattern has capitals: they count. */
  readonly cased: boolean;
  readonly symbols: readonly number[];
}
/** Symbols of many words in one piece: an array a word would be the larger part of a language's memory. */
export interface SymbolTable {
  /** Where in `symbols` a word's own stand: their number first, then they. */
  readonly at: ReadonlyMap<string, number>;
  readonly symbols: Int32Array;
}
export interface Ending {
  /** In small letters, as it must be written; null where accents do not count. */
  readonly form: string | null;
  readonly symbol: number;
}

/** Symbols with a fixed number. `start` and `end` take no token; `skip` is a step of a gap. */
export const SYMBOL = {
  any: 0, skip: 1, number: 2, start: 3, end: 4, ',': 5, '?': 6, '!': 7, ':': 8, '/': 9, ';': 10, '…': 11, firstFree: 12,
} as const;

export interface KnownPhrase {
  readonly id: string;
  /** pt: both countries. */
  readonly lang: 'en' | 'pt' | 'pt-BR' | 'pt-PT' | 'pl';
  readonly title: string;
  readonly emotions: readonly string[];
  readonly stakes: readonly string[];
  readonly situations: readonly string[];
  readonly gives: readonly string[];
  readonly at: 'start' | 'middle' | 'end';
  readonly tags: readonly string[];
  readonly shortcut: string | null;
  readonly text: string | Readonly<Record<string, string>>;
  /** Evidence the customer's message must show before the phrase is suggested: of each group one. */
  readonly needs?: readonly (readonly string[])[];
  /** One of its own patterns must be found there too (entries of kind `situation`, mark `phrase:` and its id). */
  readonly words?: true;
  /** Found by search, never suggested. */
  readonly offer?: 'search';
  /** The id of the pack it came with; built in without one. */
  readonly origin?: string;
}

/** A pack that lies over the built-in knowledge, later ones over earlier. */
export interface KnownPack {
  readonly id: string;
  readonly name: string;
  readonly layer: 'policy' | 'team' | 'own';
}

/** A wording rule as people read it. */
export interface CatalogueRule {
  readonly id: string;
  readonly category: string;
  readonly only: Variety | null;
  /** What the customer hears. */
  readonly why: string;
  /** A sentence it marks, the words between < and >. */
  readonly flags: string;
  /** A sentence like it that it passes. */
  readonly passes: string;
  /** What could stand there instead, or a better sentence; null where nothing short fits. */
  readonly advice: string | null;
}

/** A first name: how it is called (vocative), and whose it is. */
export interface KnownName {
  readonly vocative: string;
  readonly gender: 'm' | 'f';
}

export interface Knowledge {
  readonly name: AssetName;
  readonly entries: readonly KnownEntry[];
  readonly graph: PatternGraph;
  readonly phrases: readonly KnownPhrase[];
  /** Word lists the engine needs, by name, folded (`engine.yaml`). */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** By folded nominative. */
  readonly names: ReadonlyMap<string, KnownName>;
  /** Where entries with an `origin` come from. */
  readonly packs?: readonly KnownPack[];
}
