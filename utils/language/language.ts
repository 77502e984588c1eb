/** One language made ready: text → sentences and hits, remembered by paragraph and by sentence. */
import { fold } from '../rules';
import type { EntryKind, Knowledge, Variety } from '../rules';
import { Matcher } from './match/matcher';
import type { HitsByKind, RawHit } from './match/matcher';
import { blocksOf } from './text/blocks';
import { cutSentences } from './text/sentences';
import type { Cut } from './text/sentences';
import type { Line } from './text/blocks';
import type { LineFacts, ZoneWords } from './text/zones';
import { Tokeniser, WordMemory } from './text/tokens';
import type { Hit, Language, Paragraph, Parsed, Sentence, Token, Zone } from './parsed';
import type { Lang } from './types';

export interface LanguageOptions {
  /** Which Portuguese; without it pt-BR. Of no meaning for other languages. */
  readonly variety?: Variety;
  /** false: nothing is remembered between calls. For tests, which show that memory changes nothing. */
  readonly memory?: boolean;
}

/** A sentence without its place: what is remembered. */
interface Core {
  readonly text: string;
  /** Where it stood when it was first read: what its tokens' offsets count. Most sentences stay there. */
  readonly base: number;
  readonly tokens: readonly Token[];
  readonly ending: Sentence['ending'];
  hits: HitsByKind | null;
  /** Where it last stood: while somebody types, all sentences before the caret stand where they stood. */
  last: Placed | null;
  /** What the analysis worked out for it, by slots of its own. */
  notes: unknown[] | undefined;
}
/** A paragraph without its place. */
type CoreParagraph = readonly { readonly at: number; readonly core: Core }[];

/** At most so many paragraphs and sentences are remembered; see AGE for how long. */
const MEMORY = 4_000;
/** Whole texts are asked for again within one analysis and while one reply is written; a file of a million replies is not kept. */
const TEXTS = 6;
/**
 * After so many readings what none of them met is forgotten: a reply being typed is met whole at every keystroke, a file of a million
 * replies is not kept. Keeping more than is met again is dear: garbage that has grown old is what the collector copies and marks.
 */
const AGE = 4;

/**
 * The recently used of something, by text. Two generations: what was asked for since the last change of generations is kept at the
 * next; finding something again moves nothing, which matters at some hundred look-ups a keystroke.
 */
class Memory<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();
  constructor(private readonly on: boolean, private readonly most = MEMORY) {}
  get(key: string): T | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found;
    const known = this.old.get(key);
    if (known !== undefined) this.set(key, known);
    return known;
  }
  set(key: string, value: T): T {
    if (!this.on) return value;
    if (this.young.size >= this.most / 2) this.age();
    this.young.set(key, value);
    return value;
  }
  /** What was not asked for since the last time is forgotten. */
  age(): void {
    this.old = this.young;
    this.young = new Map();
  }
}

/** Texts whose lines are kept: the reply's and the customer's. */
const KEPT_LINES = 2;
interface KeptLine {
  readonly trimmed: string;
  readonly facts: LineFacts;
}
/**
 * The lines of the texts last read. While somebody types, all lines before the caret and all after it are those of the text before:
 * comparing them costs a tenth of looking them up, which has to make a number of each.
 */
class LineMemory {
  private kept: (readonly KeptLine[])[] = [];

  readonly remember = (lines: readonly Line[], look: (line: string) => LineFacts): readonly LineFacts[] => {
    let best: readonly KeptLine[] = [], ahead = 0, behind = 0;
    for (const kept of this.kept) {
      const most = Math.min(kept.length, lines.length);
      let from = 0, to = 0;
      while (from < most && kept[from]?.trimmed === lines[from]?.trimmed) from += 1;
      while (to < most - from && kept[kept.length - 1 - to]?.trimmed === lines[lines.length - 1 - to]?.trimmed) to += 1;
      if (from + to > ahead + behind) { best = kept; ahead = from; behind = to; }
    }
    const shift = best.length - lines.length;
    const own = lines.map(({ trimmed }, i): KeptLine => (i < ahead ? best[i] : i >= lines.length - behind ? best[i + shift] : undefined) ?? { trimmed, facts: look(trimmed) });
    this.kept = [own, ...this.kept.filter((kept) => kept !== best)].slice(0, KEPT_LINES);
    return own.map(({ facts }) => facts);
  };
}

/**
 * Makes a language ready. Construct it once for a knowledge asset and keep it: it remembers words, sentences and paragraphs.
 */
export function createLanguage(knowledge: Knowledge, options: LanguageOptions = {}): Language {
  return new Reader(knowledge, options);
}

function langOf(knowledge: Knowledge, variety: Variety): Lang {
  return knowledge.name === 'pt' ? variety : knowledge.name;
}

class Reader implements Language {
  readonly lang: Lang;
  private readonly matcher: Matcher;
  private readonly words = new WordMemory();
  private readonly paragraphs: Memory<CoreParagraph>;
  private readonly sentences: Memory<Core>;
  private readonly texts: Memory<Parsed>;
  private readonly zoneWords: ZoneWords;
  private readonly abbreviations: ReadonlySet<string>;
  private reads = 0;

  constructor(readonly knowledge: Knowledge, { variety = 'pt-BR', memory = true }: LanguageOptions) {
    this.lang = langOf(knowledge, variety);
    const { lists } = knowledge;
    this.abbreviations = new Set((lists['abbreviations'] ?? []).map((word) => fold(word).replaceAll('.', '')));
    const closings = (lists['closings'] ?? []).map((line) => fold(line));
    this.zoneWords = memory ? { closings, remember: new LineMemory().remember } : { closings };
    const spellings = new Map((lists['spellings'] ?? []).map((pair) => fold(pair).split('=')).map(([from = '', to = '']) => [from, to] as const));
    this.matcher = new Matcher(knowledge, knowledge.name === 'pt' ? variety : null, spellings);
    this.paragraphs = new Memory(memory);
    this.sentences = new Memory(memory);
    this.texts = new Memory(memory, TEXTS);
  }

  fold(word: string): string {
    return fold(word);
  }

  parse(text: string): Parsed {
    // The same text is asked for by promises, by analyse and by suggest, one after the other.
    return text.length > 200_000 ? this.read(text) : this.texts.get(text) ?? this.texts.set(text, this.read(text));
  }

  private readonly match = (core: Core): HitsByKind => (core.hits ??= this.matcher.match(core.tokens));

  private read(text: string): Parsed {
    this.reads += 1;
    if (this.reads % AGE === 0) { this.paragraphs.age(); this.sentences.age(); }
    const paragraphs: Paragraph[] = [];
    const sentences: Placed[] = [];
    for (const { start, end, zone, facts } of blocksOf(text, this.zoneWords)) {
      const first = sentences.length;
      const paragraph = facts?.paragraph as CoreParagraph | undefined ?? this.paragraph(text.slice(start, end), start);
      if (facts !== null) facts.paragraph = paragraph;
      for (const { at, core } of paragraph) sentences.push(placed(core, start + at, sentences.length, paragraphs.length, zone, this.match));
      paragraphs.push({ start, end, zone, first, last: sentences.length });
    }
    return new Whole(text, paragraphs, sentences);
  }

  /** `start`: where it stands in the text at hand. */
  private paragraph(text: string, start: number): CoreParagraph {
    const known = this.paragraphs.get(text);
    if (known !== undefined) return known;
    const cuts = cutSentences(new Tokeniser(text, this.words, start).run(), this.abbreviations);
    return this.paragraphs.set(text, cuts.map((cut) => ({ at: cut.start - start, core: this.core(text.slice(cut.start - start, cut.end - start), cut) })));
  }

  private core(text: string, { start, tokens, ending }: Cut): Core {
    return this.sentences.get(text) ?? this.sentences.set(text, { text, base: start, tokens, ending, hits: null, last: null, notes: undefined });
  }
}

type Match = (core: Core) => HitsByKind;

/** The sentence at this place: the same object as last time, if it still stands there. */
function placed(core: Core, start: number, index: number, paragraph: number, zone: Zone, match: Match): Placed {
  const { last } = core;
  if (last !== null && last.start === start && last.index === index && last.paragraph === paragraph && last.zone === zone) return last;
  return core.last = new Placed(core, start, index, paragraph, zone, match);
}

/** A sentence at its place. Tokens and hits are shifted only when somebody asks for them. */
class Placed implements Sentence {
  private shifted: readonly Token[] | null = null;
  private byKind: Partial<Record<EntryKind, readonly Hit[]>> = {};
  readonly quoted: boolean;
  constructor(readonly core: Core, readonly start: number, readonly index: number, readonly paragraph: number, readonly zone: Zone, private readonly match: Match) {
    this.quoted = zone !== 'body';
  }
  get end(): number {
    return this.start + this.core.text.length;
  }
  get ending(): Sentence['ending'] {
    return this.core.ending;
  }
  get tokens(): readonly Token[] {
    const by = this.start - this.core.base;
    return this.shifted ??= by === 0 ? this.core.tokens
      : this.core.tokens.map((token) => ({ kind: token.kind, raw: token.raw, key: token.key, start: token.start + by, end: token.end + by }));
  }
  hits(kind: EntryKind): readonly Hit[] {
    return this.byKind[kind] ??= this.shift(this.match(this.core)[kind]);
  }
  private shift(raw: readonly RawHit[] | undefined): readonly Hit[] {
    if (raw === undefined) return NO_HITS;
    const { core, start, index } = this, by = start - core.base;
    return raw.map(({ entry, pair, from, to }) => ({
      entry, pair, from, to, mark: entry.mark, sentence: index, start: by + (core.tokens[from]?.start ?? 0), end: by + (core.tokens[to - 1]?.end ?? 0),
    }));
  }
}
const NO_HITS: readonly Hit[] = [];

class Whole implements Parsed {
  private byKind: Partial<Record<EntryKind, readonly Hit[]>> = {};
  constructor(readonly text: string, readonly paragraphs: readonly Paragraph[], readonly sentences: readonly Placed[]) {}

  hits(kind: EntryKind): readonly Hit[] {
    return this.byKind[kind] ??= this.gather(kind);
  }

  hitsIn(sentence: Sentence, kind: EntryKind): readonly Hit[] {
    return this.sentences[sentence.index]?.hits(kind) ?? NO_HITS;
  }

  private gather(kind: EntryKind): Hit[] {
    const all: Hit[] = [];
    for (const sentence of this.sentences) for (const hit of sentence.hits(kind)) all.push(hit);
    return all;
  }
}
