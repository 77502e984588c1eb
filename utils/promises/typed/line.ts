/** One line of plain text that logs a promise: "call Anna Nowak tomorrow 10 re invoice". */
import type { Language, Span, Token } from '../../language';
import type { Word } from '../dates/read';
import { assetOf } from '../find/words';
import { resolve } from '../resolve';
import { PROMISE_KINDS, type Clock, type Doubt, type Due, type PromiseKind } from '../types';
import { listsOf, type Lists } from './lists';
import { typedTimes, type Around, type TypedTime } from './times';
import { addressIn, AFTER_PREPOSITION, CONTACT, nameIn, type Words } from './who';

/** What a line says. Offsets are UTF-16 code units of the line. */
export interface LogReading {
  readonly kind: PromiseKind;
  /** What it is about; all that was not understood stays in it. */
  readonly what: string;
  /** The name as it is called by itself, else the address; what is shown. */
  readonly customer: string | null;
  /** The two apart, as the ledger keeps them. */
  readonly name: string | null;
  readonly address: string | null;
  readonly due: Due | null;
  /** Further readings of the time, to choose from; the only ones where `due` is null and the time could be read two ways. */
  readonly alternatives: readonly Due[];
  /** Why a time that was said has no date. */
  readonly doubt: Doubt | null;
  readonly spans: {
    readonly kind: Span | null;
    readonly customer: Span | null;
    /** The day here and the hour there, or both in one. */
    readonly due: readonly Span[];
    readonly what: readonly Span[];
  };
}

/** Tokens of the line, end exclusive. */
interface Stretch { readonly from: number; readonly to: number }
interface Verb extends Stretch { readonly kind: PromiseKind }

/** Longer lines are read to here; the rest is what it is about. UTF-16 code units. */
const LONGEST = 1_000;

/**
 * Reads a logged line: its parts in any order, any of them missing. It never fails: what is not understood stays in `what`.
 * @throws RangeError where the clock's instant, zone or hours can't be read.
 */
export function readLog(line: string, language: Language, clock: Clock): LogReading {
  const text = line.replace(/\s/gu, ' ');
  const lists = listsOf(language);
  const tokens = language.parse(text.slice(0, LONGEST)).sentences.flatMap((sentence) => sentence.tokens);
  const keys = tokens.map(({ key }) => key);
  const before = verbIn(language, lists, text, tokens, keys, aboutIn(lists, tokens, keys, []));
  const times = typedTimes(lists, assetOf(language.lang), text.slice(0, LONGEST), hoursOf(lists, before));
  const topic = aboutIn(lists, tokens, keys, times);
  const verb = verbIn(language, lists, text, tokens, keys, topic);
  const chosen = chosenOf(times, topic === null ? text.length : tokens[topic.from]?.start ?? text.length);
  const covered = (token: Token): boolean => chosen?.spans.some((span) => overlap(token, span)) === true;
  const taken = (until: number): ReadonlySet<number> => new Set(keys.flatMap((_, at) => {
    const token = tokens[at];
    return (token && covered(token)) || isIn(verb, at) || (topic && at >= topic.from && at < until) ? [at] : [];
  }));
  const words: Words = { text, tokens, keys, taken: taken(topicEnd(tokens, topic)), afterVerb: verb?.to ?? -1, kind: verb?.kind ?? null };
  const address = addressIn(words);
  // Nobody outside of what it is about: "ask the warehouse about the order for Ola".
  const named = nameIn(language, lists, words) ?? (topic && nameIn(language, lists, { ...words, taken: taken(topic.to) }, AFTER_PREPOSITION));
  const name = named && (!address || isBeside(text, named, address)) ? named : null;
  const resolved = chosen && resolve(chosen.expr, clock);
  const others = times.filter((time) => time !== chosen).flatMap(({ expr }) => resolve(expr, clock).due ?? []);
  const kindSpan = verb && spanOf(tokens, verb.from, verb.to);
  const gone: Span[] = [
    ...(verb ? [spanOf(tokens, leadStart(lists, keys, verb), verb.to)] : []),
    ...(chosen?.spans ?? []),
    ...(name ? [{ start: name.from, end: name.end }] : []),
    ...(address ? [{ start: beforeAddress(lists, words, address), end: address.end }] : []),
    ...(topic ? [spanOf(tokens, topic.from, topic.to)] : []),
  ];
  const what = rest(text, gone);
  return {
    kind: verb?.kind ?? (address ? 'reply' : 'other'),
    what: what.map(({ start, end }) => text.slice(start, end)).join(' '),
    customer: name?.name ?? address?.raw ?? null, name: name?.name ?? null, address: address?.raw ?? null,
    due: resolved?.due ?? null, alternatives: [...(resolved?.alternatives ?? []), ...others], doubt: resolved?.doubt ?? null,
    spans: { kind: kindSpan, customer: name ? { start: name.start, end: name.end } : address && { start: address.start, end: address.end }, due: chosen?.spans ?? [], what },
  };
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

/** "Jan Kowalski <jan@firma.pl>": a name and an address are one's only where nothing stands between them. */
function isBeside(text: string, name: Span, address: Span): boolean {
  const between = name.start < address.start ? text.slice(name.end, address.start) : text.slice(address.end, name.start);
  return /^[\s<>(),:]*$/u.test(between);
}

/** The first words that say what it is about, outside of times ("o 10" is none of "o fakturze"); null for none. */
function aboutIn(lists: Lists, tokens: readonly Token[], keys: readonly string[], times: readonly TypedTime[]): Stretch | null {
  for (let from = 0; from < keys.length; from++) {
    const length = lists.about.at(keys, from)?.length;
    if (length === undefined) continue;
    const own = spanOf(tokens, from, from + length);
    if (!times.some(({ spans }) => spans.some((span) => overlap(span, own)))) return { from, to: from + length };
  }
  return null;
}

function isIn(stretch: Stretch | null, at: number): boolean {
  return stretch !== null && at >= stretch.from && at < stretch.to;
}

/** What it is about goes to the next sign: a name in it is nobody to call. */
function topicEnd(tokens: readonly Token[], topic: Stretch | null): number {
  if (!topic) return 0;
  let { to } = topic;
  while (to < tokens.length && !(tokens[to]?.kind === 'sign' && to > topic.to)) to++;
  return to;
}

/** The first verb before what it is about; else one that the promise finder knows. */
function verbIn(language: Language, lists: Lists, text: string, tokens: readonly Token[], keys: readonly string[], about: Stretch | null): Verb | null {
  const all: Verb[] = [];
  for (let from = 0; from < keys.length; from++) {
    const found = lists.kinds.at(keys, from);
    if (!found) continue;
    all.push({ kind: found.value, from, to: from + found.length });
    from += found.length - 1;
  }
  const first = all.find(({ from }) => about === null || from < about.from || isSignBetween(tokens, about.from, from));
  if (first) return first;
  for (const hit of language.parse(text.slice(0, LONGEST)).hits('commit')) {
    const kind = PROMISE_KINDS.find((known) => known === hit.mark);
    const from = tokens.findIndex(({ start }) => start === hit.start);
    if (kind && from >= 0 && (about === null || from < about.from) && !hit.entry.id.split('.').includes('none')) return { kind, from, to: from + hit.to - hit.from };
  }
  return null;
}
function isSignBetween(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ kind }, index) => kind === 'sign' && index > 1);
}

/** Where "I'll", "remember to", "muszę" before the verb begin. */
function leadStart(lists: Lists, keys: readonly string[], verb: Verb): number {
  let from = verb.from;
  for (let back = from; back > 0;) {
    const at = [4, 3, 2, 1].map((length) => back - length).find((start) => start >= 0 && lists.lead.at(keys, start)?.length === back - start);
    if (at === undefined) break;
    from = back = at;
  }
  return from;
}

/** A preposition before an address goes with it. */
function beforeAddress(lists: Lists, { tokens, keys }: Words, address: Token): number {
  const at = tokens.indexOf(address);
  const from = [2, 1].map((length) => at - length).find((start) => start >= 0 && lists.to.at(keys, start)?.length === at - start);
  return tokens[from ?? at]?.start ?? address.start;
}

/**
 * Which bare number beside a day is its hour. "Call Anna tomorrow 10 re invoice" says one; "send tomorrow 10 parcels" and "refund 10
 * tomorrow" do not: where a thing may be counted, an hour needs a sign, a name, or one of our own words after it.
 */
function hoursOf(lists: Lists, verb: Verb | null): Around {
  const contact = verb !== null && CONTACT.has(verb.kind);
  return {
    alone: false,
    anew: (words, at) => ours(lists, words, at),
    hour: (words, at, side) => {
      const [before, next] = [words[at - 1], words[at + 1]];
      if (side === 'before-day') return contact;
      if (side === 'written-so') return before === undefined || before.kind === 'sign' || /^\p{Lu}/u.test(before.raw) || ends(lists, words, at);
      if (next === undefined || (next.kind === 'sign' && !/[%€$£/]/u.test(next.text)) || /^\p{Lu}/u.test(next.raw) !== /^\p{Lu}{2,}$/u.test(next.raw)) return true;
      if (next.kind === 'number' || lists.money.has(next.text) || lists.units.has(next.text)) return false;
      return ours(lists, words, at + 1) || contact;
    },
  };
}
function ours(lists: Lists, words: readonly Word[], at: number): boolean {
  const texts = words.map(({ text }) => text);
  return [lists.about, lists.to, lists.kinds, lists.lead].some((phrases) => phrases.at(texts, at) !== null);
}

/** Does the verb end right before this place? */
function ends(lists: Lists, words: readonly Word[], at: number): boolean {
  const texts = words.map(({ text }) => text);
  return [1, 2, 3].some((length) => at >= length && lists.kinds.at(texts, at - length)?.length === length);
}

/** The time that is meant: the first before what it is about, else the first. */
function chosenOf(times: readonly TypedTime[], about: number): TypedTime | null {
  return times.find(({ spans }) => (spans[0]?.start ?? 0) < about) ?? times[0] ?? null;
}

const TRIMMED = /^[\s,;:\-–—()<>/.]+|[\s,;:\-–—(<>/]+$/gu;

/** What is left of a text where these spans are gone, signs at the edges trimmed. */
function rest(text: string, gone: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let at = 0;
  for (const { start, end } of [...gone].sort((a, b) => a.start - b.start).concat({ start: text.length, end: text.length })) {
    const piece = text.slice(at, Math.max(at, start));
    const kept = piece.replace(TRIMMED, '');
    const from = at + piece.indexOf(kept);
    if (kept !== '') left.push({ start: from, end: from + kept.length });
    at = Math.max(at, end);
  }
  return left;
}
