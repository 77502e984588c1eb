/** One language made ready: text → sentences and hits, remembered by paragraph and by sentence. */
import { fold } from '../rules';
import type { EntryKind, Knowledge, Variety } from '../rules';
import { Matcher } from './match/matcher';
import type { HitsByKind, RawHit } from './match/matcher';
import { LineMemory, Memory } from './memory';
import { blocksOf } from './text/blocks';
import { recut } from './text/recut';
import { cutSentences } from './text/sentences';
import type { Cut } from './text/sentences';
import type { ZoneWords } from './text/zones';
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

/** Whole texts are asked for again within one analysis and while one reply is written; a file of a million replies is not kept. */
const TEXTS = 6;
/**
 * After so many readings what none of them met is forgotten: a reply being typed is met whole at every keystroke, a file of a million
 * replies is not kept. Keeping more than is met again is dear: garbage that has grown old is what the collector copies and marks.
 */
const AGE = 4;

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
  private readonly texts: Parsed[] = [];
  private typed: { readonly text: string; readonly sentences: CoreParagraph } | null = null;
  private readonly memory: boolean;
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
    this.memory = memory;
  }

  fold(word: string): string {
    return fold(word);
  }

  parse(text: string): Parsed {
    // The same text is asked for by promises, by analyse and by suggest, one after the other.
    if (text.length > 200_000 || !this.memory) return this.read(text);
    // Compared, not looked up: texts of other lengths differ at once, and a table would make a number of every letter.
    const { texts } = this;
    const at = texts.findIndex((one) => one.text === text);
    const parsed = texts[at] ?? this.read(text);
    if (at !== 0) {
      // The last asked for first: the customer's message outlives the states of a draft.
      if (at > 0 || texts.length === TEXTS) texts.splice(at, 1);
      texts.unshift(parsed);
    }
    return parsed;
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
    const sentences = this.typedIn(text, start) ?? this.cut(text, start);
    this.typed = this.memory ? { text, sentences } : null;
    return this.paragraphs.set(text, sentences);
  }

  /** `start`: where `text` stands in the text at hand; `from`: where in its paragraph. */
  private cut(text: string, start: number, from = 0): { readonly at: number; readonly core: Core }[] {
    return cutSentences(new Tokeniser(text, this.words, start).run(), this.abbreviations)
      .map((cut) => ({ at: from + cut.start - start, core: this.core(text.slice(cut.start - start, cut.end - start), cut) }));
  }

  /** The paragraph read last, if this is it with something changed. */
  private typedIn(text: string, start: number): CoreParagraph | null {
    const { typed } = this;
    const plan = typed === null ? null : recut(typed.text, typed.sentences, text);
    if (typed === null || plan === null) return null;
    const { ahead, behind, from, to, until } = plan;
    const middle = this.cut(text.slice(from, to), start + from, from);
    const shift = text.length - typed.text.length;
    if (behind === 0) return [...typed.sentences.slice(0, ahead), ...middle];
    if (middle.at(-1)?.at !== until) return null;
    return [...typed.sentences.slice(0, ahead), ...middle.slice(0, -1), ...typed.sentences.slice(-behind).map(({ at, core }) => ({ at: at + shift, core }))];
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
