/**
 * What a reply says of earlier promises: "as promised", "I have just sent the contract", "your line is working again". It is read where
 * the language is; which promise is meant, `keptBy` tells, where the ledger is. Nothing here closes a promise: it is offered.
 */
import { Notes, type Hit, type Language, type Parsed, type Sentence, type Span } from '../language';
import type { FoundPromise, PromiseKind } from './types';
import { PROMISE_KINDS } from './types';

/** One place of a draft that seems to keep a promise. Offsets are UTF-16 code units of the draft. */
export interface KeptCue extends Span {
  /** What was done; null where it is only said that it was promised. */
  readonly kind: PromiseKind | null;
  /** "As promised" stands in the sentence. */
  readonly promised: boolean;
  /** The words of the sentence that carry its matter, folded, times left out. */
  readonly words: readonly string[];
}

/** What a reply says of what was promised before. */
export interface ReplySigns {
  readonly kept: readonly KeptCue[];
  /** The case is told as solved: "your line is working again"; null where it is not. */
  readonly solved: Span | null;
}

export const NO_SIGNS: ReplySigns = { kept: [], solved: null };

const SAID = 'kept.said.none';
const DONE = /^kept\.done\./u;
const ACT = /^kept\.act\./u;
/** Presents of the promise finder that are deeds where no time makes them promises: "I'm getting back to you". */
const PRESENT = /\.(?:timed|nominal)(?:\.|$)/u;

/** What one sentence says, by offsets of the sentence: alone, and where it promises anew. */
interface SentenceSigns {
  readonly solved: Span | null;
  readonly alone: readonly KeptCue[];
  readonly anew: readonly KeptCue[];
}
const NOTHING: SentenceSigns = { solved: null, alone: [], anew: [] };
/** By the sentence: one keystroke changes one of them. */
const memo = new Notes<SentenceSigns>();

/**
 * The signs in the agent's own words of a draft: quotes and signatures are not looked at. What is denied, asked, told of others, or
 * hangs on a condition is no sign; precision goes first.
 * @param promises those found in the same draft: a sentence that promises anew keeps nothing by an "as promised" alone.
 */
export function replySigns(language: Language, draft: string, promises: readonly FoundPromise[]): ReplySigns {
  const parsed = language.parse(draft);
  const kept: KeptCue[] = [];
  let solved: Span | null = null;
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const found = memo.get(sentence.core) ?? memo.set(sentence.core, signsOf(language, parsed, sentence));
    if (found === NOTHING) continue;
    const anew = promises.some(({ start, end }) => start < sentence.end && end > sentence.start);
    const placed = <T extends Span>(one: T): T => ({ ...one, start: one.start + sentence.start, end: one.end + sentence.start });
    solved ??= found.solved && placed(found.solved);
    kept.push(...(anew ? found.anew : found.alone).map(placed));
  }
  return { kept, solved };
}

function signsOf(language: Language, parsed: Parsed, sentence: Sentence): SentenceSigns {
  if (sentence.ending === '?') return NOTHING;
  const tells = parsed.hitsIn(sentence, 'check').find(({ mark }) => mark === 'solved');
  const commits = parsed.hitsIn(sentence, 'commit');
  if (!tells && !commits.some(({ entry }) => entry.id.startsWith('kept.'))) return NOTHING;
  const own = isOwn(parsed, sentence, commits);
  const from = <T extends Span>(one: T): T => ({ ...one, start: one.start - sentence.start, end: one.end - sentence.start });
  const cues = (anew: boolean): readonly KeptCue[] => cuesIn(language, sentence, commits, own, anew).map(from);
  return { solved: tells && own(tells) ? from({ start: tells.start, end: tells.end }) : null, alone: cues(false), anew: cues(true) };
}

/** Is a hit told by the writer as done: not denied anywhere in the sentence, and no condition or other voice before it? */
function isOwn(parsed: Parsed, sentence: Sentence, commits: readonly Hit[]): (hit: Hit) => boolean {
  const said = commits.find(({ entry }) => entry.id === SAID);
  const turns = parsed.hitsIn(sentence, 'clause').filter((turn) => !said || turn.to <= said.from || turn.from >= said.to);
  return (hit) => !turns.some(({ mark, from }) => mark === 'negation'
    || ((mark === 'condition' || mark === 'customer' || mark === 'offer') && from <= hit.from));
}

function cuesIn(language: Language, sentence: Sentence, commits: readonly Hit[], own: (hit: Hit) => boolean, promisesAnew: boolean): readonly KeptCue[] {
  const said = commits.find((hit) => hit.entry.id === SAID && own(hit));
  const deeds = commits.filter(({ entry }) => DONE.test(entry.id) || (said && !promisesAnew && (ACT.test(entry.id) || PRESENT.test(entry.id)))).filter(own);
  const words = mattersOf(language, sentence, [...deeds, ...(said ? [said] : [])]);
  const cue = (hit: Hit, kind: PromiseKind | null): KeptCue => ({ start: hit.start, end: hit.end, kind, promised: said !== undefined, words });
  if (deeds.length > 0) return deeds.map((hit) => cue(hit, PROMISE_KINDS.find((kind) => kind === hit.mark) ?? 'other'));
  return said && !promisesAnew ? [cue(said, null)] : [];
}

const passedOver = new WeakMap<Language, ReadonlySet<string>>();

/** The words that carry the matter of a sentence, without those of the signs themselves. */
function mattersOf(language: Language, sentence: Sentence, signs: readonly Hit[]): readonly string[] {
  let idle = passedOver.get(language);
  if (!idle) {
    const { lists } = language.knowledge;
    idle = new Set(['stopwords', 'time-words', 'greetings', 'titles', 'intensifiers'].flatMap((name) => lists[name] ?? []).map((word) => language.fold(word)));
    passedOver.set(language, idle);
  }
  const words = sentence.tokens.filter(({ kind, key }, at) => kind === 'word' && key.length > 2 && idle?.has(key) === false
    && !signs.some(({ from, to }) => at >= from && at < to));
  return [...new Set(words.map(({ key }) => key))];
}
