/** One sentence, laid out for the search: tokens, commitments, what turns them, times; token indexes throughout. */
import type { Hit, Language, Parsed, Sentence, Span, Token } from '../../language';
import { mayHoldTime, parseTimes } from '../dates';
import type { FoundTime } from '../types';
import { assetOf, clauseWords, type ClauseWords } from './words';

/** A time with the tokens it covers. Offsets are those of the sentence. */
export interface PlacedTime extends FoundTime {
  readonly from: number;
  readonly to: number;
}

/** What stands around a sentence and changes how it is read. */
export interface Setting {
  /** A quotation mark stands right before it. */
  readonly opened: boolean;
  /** It is an item of a list whose heading says that we do what follows: "What I'll do next:", "Vou:". */
  readonly item: boolean;
}

export interface Laid {
  readonly item: boolean;
  readonly sentence: Sentence;
  readonly text: string;
  /** Offsets of the draft. */
  readonly tokens: readonly Token[];
  /** The stretch of tokens that is looked at: nearly always the whole sentence. */
  readonly from: number;
  readonly end: number;
  readonly words: ClauseWords;
  /** What stands in quotation marks: offsets of the draft. */
  readonly quotes: readonly Span[];
  /** Commitments that do not overlap, in order. */
  readonly commits: readonly Hit[];
  /** Marked as `empty`: one's own future that promises nothing itself ("I'll be at my desk at 4 and <ping you>"). */
  readonly heads: readonly Hit[];
  readonly turns: readonly Hit[];
  readonly times: readonly PlacedTime[];
}

/** Signs that part clauses. A comma does so weakly. */
const SIGNS = new Set([',', ';', ':', '(', ')', '-', '…', '•', '[', ']', '/']);

export function isWall(laid: Pick<Laid, 'tokens'>, at: number): boolean {
  const token = laid.tokens[at];
  return token === undefined || (token.kind === 'sign' && SIGNS.has(token.key)) || token.kind === 'emoji';
}

/** "And", "or": a word that may join two clauses. "É" is folded to "e", and is none. */
export function isJoint({ tokens, words }: Pick<Laid, 'tokens' | 'words'>, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && words.joints.has(token.key) && (token.key !== 'e' || token.raw.length === 1 && token.raw.toLowerCase() === 'e');
}

const marks = new WeakMap<object, readonly string[]>();
/** What stands between the dots of an entry's id. */
export function marksOf({ entry }: Hit): readonly string[] {
  let known = marks.get(entry);
  if (!known) marks.set(entry, (known = entry.id.split('.')));
  return known;
}

/**
 * Of overlapping hits the longest stays; of equally long ones that which is none, or which is done at once. What is marked as none
 * has then done its work: it kept a shorter look-alike away.
 */
function strongest(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits;
  const rank = (hit: Hit): number => (hit.to - hit.from) * 2 + (hit.entry.deferred === false || isEmpty(hit) ? 1 : 0);
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => rank(b) - rank(a) || a.from - b.from)) {
    if (kept.every((other) => hit.to <= other.from || other.to <= hit.from)) kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from).map((hit) => (has(hit, 'any', 'nominal', 'timed') ? surer(kinder(hit, hits), hits, kept) : hit));
}
const has = (hit: Hit, ...names: readonly string[]): boolean => names.some((name) => marksOf(hit).includes(name));
function isSure(hit: Hit): boolean {
  return hit.entry.deferred !== false && !has(hit, 'nominal', 'timed', 'chained', 'none', 'item', 'kept', 'weak', 'any');
}
/** Any verb after "will": it gives somebody's word and says nothing of its kind. */
function isAny(hit: Hit): boolean {
  return has(hit, 'any');
}
/**
 * "They will then <forward the> documents", "Alguém da faturação <faz o reembolso>": of a hit that knows any verb, or a subject and a verb of
 * no kind, the kind is told by one that begins within it, reaches further and knows the verb with its object.
 */
function kinder(some: Hit, hits: readonly Hit[]): Hit {
  const own = hits.find((hit) => hit.from > some.from && hit.from < some.to && (hit.to > some.to || (hit.to === some.to && isAny(some))) && !has(hit, 'any', 'none', 'item', 'kept')
    && (some.mark === 'other' ? hit.mark !== 'other' : some.mark === 'reply' && hit.mark === 'callback'));
  return own ? { ...some, mark: own.mark, to: Math.max(some.to, own.to), end: Math.max(some.end, own.end) } : some;
}
/** "<Vamos estornar> a cobrança": what begins within the words of a sure one needs no time. */
function surer(hit: Hit, hits: readonly Hit[], kept: readonly Hit[]): Hit {
  if (!has(hit, 'nominal', 'timed')) return hit;
  const sure = hits.find((one) => isSure(one) && one.from < hit.from && hit.from < one.to);
  return sure && kept.every((other) => other.to <= sure.from || other.from >= hit.from) ? { ...hit, from: sure.from, start: sure.start, entry: sure.entry } : hit;
}
function isEmpty(hit: Hit): boolean {
  return marksOf(hit).includes('none');
}

/** Its words give somebody's word only in a list under a heading that says whose: "<Refund the fee>". */
function isOfItem(hit: Hit): boolean {
  return marksOf(hit).includes('item');
}

/** What tells of a promise kept: `said` "as promised", `done` "I have sent it", `act` "here is" (as-promised.ts). */
function tellsOfKept(hit: Hit, how: 'said' | 'act'): boolean {
  const marks = marksOf(hit);
  return marks[0] === 'kept' && marks[1] === how;
}

/** Nothing before it but the item's number or sign. */
export function opensItem(tokens: readonly Token[], hit: Hit): boolean {
  for (let at = 0; at < hit.from; at++) {
    const token = tokens[at];
    if (!isWall({ tokens }, at) && !(at === 0 && token?.kind === 'number')) return false;
  }
  return true;
}

const NO_TIMES: readonly PlacedTime[] = [];
const NOWHERE = -1;

/** A stretch before its times are read, which is dear: what may give somebody's word in it, and what turns it. */
export interface Rough extends Laid {
  readonly every: readonly Hit[];
  readonly given: readonly Hit[];
}

/** Longer sentences, in tokens, are taken in stretches: what turns a promise stands near it, and each is held against all others. */
const STRETCH = 300;

function cutAfter(tokens: readonly Token[], from: number): number {
  const end = from + STRETCH;
  if (end >= tokens.length) return tokens.length;
  for (let at = end; at > end - STRETCH / 2; at--) if (isWall({ tokens }, at - 1)) return at;
  return end;
}

/** What begins in each stretch, of what stands in order; one sweep. */
function shared<T extends { readonly from: number }>(ordered: readonly T[], ends: readonly number[]): readonly (readonly T[])[] {
  if (ends.length === 1) return [ordered];
  let at = 0;
  return ends.map((end) => {
    const first = at;
    while ((ordered[at]?.from ?? end) < end) at++;
    return ordered.slice(first, at);
  });
}

function endsOf(tokens: readonly Token[]): readonly number[] {
  const ends: number[] = [];
  do ends.push(cutAfter(tokens, ends.at(-1) ?? 0)); while ((ends.at(-1) ?? 0) < tokens.length);
  return ends;
}

/** The stretches of a sentence in which somebody may give his word. */
export function stretches(language: Language, parsed: Parsed, sentence: Sentence, { opened, item }: Setting): readonly Rough[] {
  const known = parsed.hitsIn(sentence, 'commit'), { tokens } = sentence;
  const all = known.some(isOfItem) ? known.filter((hit) => !isOfItem(hit) || (item && opensItem(tokens, hit))) : known;
  if (all.every((hit) => isEmpty(hit) || tellsOfKept(hit, 'act'))) return NOTHING_ROUGH;
  const ends = endsOf(tokens), commits = shared(all, ends), turns = shared(parsed.hitsIn(sentence, 'clause'), ends);
  const text = parsed.text.slice(sentence.start, sentence.end), words = clauseWords(assetOf(language.lang));
  const found: Rough[] = [];
  for (const [index, end] of ends.entries()) {
    const every = commits[index] ?? NOBODYS, given = every.some((hit) => tellsOfKept(hit, 'act')) ? every.filter((hit) => !tellsOfKept(hit, 'act')) : every;
    if (strongest(given).every(isEmpty)) continue;
    const from = ends[index - 1] ?? 0;
    const quotes = quotesIn(parsed.text, tokens[from]?.start ?? sentence.start, tokens[end - 1]?.end ?? sentence.end, opened && from === 0);
    found.push({
      sentence, tokens, item, text, words, from, end, quotes, every, given, heads: NOBODYS, times: NO_TIMES,
      commits: given.some(isEmpty) ? given.filter((hit) => !isEmpty(hit)) : given, turns: turns[index] ?? NOBODYS,
    });
  }
  return found;
}
const NOTHING_ROUGH: readonly Rough[] = [];
const NOBODYS: readonly Hit[] = [];

const OPENING = '"“„«‹';
const CLOSING = '"”»›';
const QUOTING = new RegExp(`[${OPENING}${CLOSING}]`, 'u');
const NO_QUOTES: readonly Span[] = [];

export function opensQuote(char: string | undefined): boolean {
  return char !== undefined && char !== '' && OPENING.includes(char);
}

/** What quotation marks hold between two offsets: somebody's words, told. A quotation that does not end there is none. */
function quotesIn(text: string, start: number, end: number, opened: boolean): readonly Span[] {
  if (!QUOTING.test(text.slice(start, end))) return NO_QUOTES;
  const found: Span[] = [];
  let open = opened ? start : NOWHERE;
  for (let at = start; at < end; at++) {
    const char = text[at] ?? '';
    if (open !== NOWHERE && CLOSING.includes(char)) {
      found.push({ start: open, end: at });
      open = NOWHERE;
    } else if (open === NOWHERE && OPENING.includes(char)) open = at;
  }
  return found;
}

/** The times of a sentence with the tokens they cover. */
export function timesIn(language: Language, { sentence, text, tokens }: Laid): readonly PlacedTime[] {
  const asset = assetOf(language.lang);
  if (!mayHoldTime(asset, tokens)) return NO_TIMES;
  let at = 0;
  return parseTimes(asset, text).map((time): PlacedTime => {
    const start = time.start + sentence.start, end = time.end + sentence.start;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    let to = at;
    for (let token = tokens[to]; token !== undefined && token.start < end; token = tokens[to]) to++;
    return { start: time.start, end: time.end, expr: time.expr, from: to > at ? at : NOWHERE, to: to > at ? to : NOWHERE };
  });
}

/** Joined by a hyphen to the word before it. */
function hangs({ tokens, text, sentence }: Laid, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && at > 0 && tokens[at - 1]?.end === token.start - 1 && text[token.start - 1 - sentence.start] === '-';
}

/** Null where its times leave no promise. */
export function layOut(rough: Rough, everyTime: readonly PlacedTime[]): Laid | null {
  const { every, given } = rough;
  const times = rough.end - rough.from === rough.tokens.length ? everyTime : everyTime.filter(({ from }) => from >= rough.from && from < rough.end);
  // "Mando o" keeps a promise only beside "as promised" and without a time: it is no reason to drop "te mando o recibo amanhã".
  const hits = times.length === 0 && given.length < every.length && every.some((hit) => tellsOfKept(hit, 'said')) ? every : given;
  // "Por volta das 15h", "da parte da manhã": words of a time give nobody's word.
  const all = strongest(times.length === 0 ? hits : hits.filter((hit) => !times.some((time) => time.from <= hit.from && hit.to <= time.to)));
  const commits = all.filter((hit) => !isEmpty(hit));
  if (commits.length === 0) return null;
  const turns = rough.turns.filter((turn) =>
    // "Pronuncia-se até sexta": a pronoun that hangs on its verb, no "if".
    !(turn.mark === 'condition' && hangs(rough, turn.from))
    // "After 3 pm", "depois das 15h": part of a time, no condition.
    && ((turn.mark !== 'condition' && turn.mark !== 'purpose') || !times.some((time) => time.from <= turn.from && turn.to <= time.to && !(time.expr.type === 'unclear' && time.expr.counted)))
    // "I'll try to get an answer": no purpose, but the words of the promise. "I'll ring you to <tell you> how it went" has one.
    && (turn.mark !== 'purpose' || !commits.some((hit, index) => hit.from < turn.to && turn.from < hit.to && !(index > 0 && hit.from > turn.from))));
  return { ...rough, commits, heads: all.filter((hit) => marksOf(hit).includes('empty')), turns, times };
}
