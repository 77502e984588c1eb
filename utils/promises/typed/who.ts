/** Whom a logged line speaks of: capitals after the verb or a preposition, or an address. */
import type { Language, Span, Token } from '../../language';
import type { PromiseKind } from '../types';
import type { Ending, Lists } from './lists';

/** The line's words, and what is taken already. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
  /** Tokens of the verb, of times, of what it is about. */
  readonly taken: ReadonlySet<number>;
  /** One past the verb's last token; -1 without a verb. */
  readonly afterVerb: number;
  readonly kind: PromiseKind | null;
}

export interface Who extends Span {
  /** As it is called by itself: "Anny Nowak" after "do" is "Anna Nowak". */
  readonly name: string;
  /** Where the preposition and the title before it begin. */
  readonly from: number;
}

/** Kinds whose verb takes a person as its object. */
export const CONTACT: ReadonlySet<PromiseKind> = new Set(['callback', 'reply', 'visit']);

/** The mail address in a line, or null. */
export function addressIn({ tokens }: Words): Token | null {
  return tokens.find(({ kind, key }) => kind === 'link' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(key)) ?? null;
}

interface Candidate extends Span {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly worth: number;
}

export const AFTER_PREPOSITION = 4;
const AFTER_VERB = 3;
const ANYWHERE = 2;
const AT_THE_START = 1;

/** The likeliest name, or null. @param least how sure it must be. */
export function nameIn(language: Language, lists: Lists, words: Words, least = AT_THE_START): Who | null {
  const found: Candidate[] = [];
  for (let at = 0; at < words.tokens.length; at++) {
    const candidate = candidateAt(language, lists, words, at);
    if (!candidate) continue;
    if (candidate.worth >= least) found.push(candidate);
    at = candidate.to - 1;
  }
  const [best] = found.sort((a, b) => b.worth - a.worth || a.start - b.start);
  if (!best) return least > AFTER_VERB ? null : calledIn(lists, words);
  const parts = words.tokens.slice(best.from, best.to).map(({ raw }) => raw);
  const title = words.tokens[best.from - 1]?.key ?? '';
  const governed = best.worth >= AFTER_VERB;
  const written = words.text.slice(best.start, best.end);
  // A form that is no nominative we know was governed by the verb: "zwrócić Robertowi".
  const oblique = !language.knowledge.names.has(language.fold(parts[0] ?? '')) && knownName(language, lists, parts[0] ?? '') !== null;
  const name = plainName(lists, governed || oblique ? nominative(language, lists, parts, title, written) : written);
  return { start: best.start, end: best.end, from: words.tokens[best.before]?.start ?? best.start, name };
}

/**
 * "call mum tomorrow": in a language that says which words after its verb are nobody, a small word that alone stands between the verb of
 * a call and what is taken already, or the end, is whom one calls.
 */
function calledIn(lists: Lists, words: Words): Who | null {
  const { tokens, taken, afterVerb: at, kind } = words;
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (kind !== 'callback' || lists.notCalled.size === 0 || !token || taken.has(at) || !mayOpen(lists, words, at)) return null;
  const alone = next === undefined || taken.has(at + 1) || isSign(next);
  if (token.kind !== 'word' || token.raw.length < 3 || !alone || lists.notCalled.has(token.key) || lists.fluff.has(token.key) || lists.to.at(words.keys, at) || token.key.endsWith('ly')) return null;
  return { start: token.start, end: token.end, from: token.start, name: token.raw };
}

function candidateAt(language: Language, lists: Lists, words: Words, at: number): Candidate | null {
  const { tokens, taken, afterVerb, kind } = words;
  const first = tokens[at];
  if (!first || taken.has(at) || !mayOpen(lists, words, at)) return null;
  const [preposition, before] = leading(lists, words, at);
  const capital = isCapital(first);
  if (!capital && !(preposition && knownName(language, lists, first.raw) !== null)) return null;
  const to = nameEnd(lists, words, at, capital);
  const single = to - at === 1;
  const shouted = single && first.raw.length > 1 && first.raw === first.raw.toUpperCase();
  const contact = kind !== null && CONTACT.has(kind);
  const afterTheVerb = before === afterVerb;
  const called = contact && (preposition || afterTheVerb);
  if (shouted && (lists.money.has(first.key) || !(called || (preposition && !lists.acronyms.has(first.key))))) return null;
  const worth = preposition ? AFTER_PREPOSITION : afterTheVerb ? AFTER_VERB : at > 0 ? ANYWHERE : AT_THE_START;
  if (worth === AT_THE_START && single && kind === null && !isSign(tokens[to])) return null;
  return { start: first.start, end: tokens[to - 1]?.end ?? first.end, from: at, to, before, worth };
}

/** "Anna's login" speaks of Anna. */
function plainName({ nameOff }: Lists, name: string): string {
  const off = nameOff.find((ending) => name.replaceAll('’', "'").toLowerCase().endsWith(ending));
  return off === undefined ? name : name.slice(0, name.length - off.length + (off.startsWith('s') ? 1 : 0));
}

function isCapital(token: Token): boolean {
  return token.kind === 'word' && /^\p{Lu}/u.test(token.raw);
}
function isSign(token: Token | undefined): boolean {
  return token?.kind === 'sign';
}

/** A word that is nobody's name by itself: "OK", "I", "Invoice"; and a title belongs before it. */
function mayOpen(lists: Lists, { tokens }: Words, at: number): boolean {
  const key = tokens[at]?.key ?? '';
  return !lists.noNames.has(key) && !lists.titles.has(key) && !lists.particles.has(key);
}

/** Is there a preposition before a token, past a title; and the first token of what leads to it. */
function leading(lists: Lists, { keys, taken }: Pick<Words, 'keys' | 'taken'>, at: number): readonly [boolean, number] {
  const titled = lists.titles.has(keys[at - 1] ?? '') ? at - 1 : at;
  // "do pani Nowak": the title may belong to the preposition.
  for (const end of [at, titled]) {
    for (const length of [2, 1]) {
      const from = end - length;
      if (from >= 0 && !taken.has(from) && !taken.has(end - 1) && lists.to.at(keys, from)?.length === length) {
        return [true, end === at && titled < at ? Math.min(from, leading(lists, { keys, taken }, titled)[1]) : from];
      }
    }
  }
  return [false, titled];
}

/** One past the last token of a name: capitals, with small words between them, with nothing but a space, a hyphen or an initial's dot between. */
function nameEnd(lists: Lists, { text, tokens, taken }: Words, at: number, capital: boolean): number {
  let to = at + 1;
  for (let next = to; next < tokens.length && !taken.has(next); next++) {
    const [before, token] = [tokens[next - 1], tokens[next]];
    const gap = text.slice(before?.end, token?.start);
    if (!token || !(token.kind === 'word' || lists.particles.has(token.key)) || !(/^[ \-'’]*$/u.test(gap) || (/^\. ?$/u.test(gap) && before?.raw.length === 1))) break;
    if (isCapital(token) ? !lists.noNames.has(token.key) || token.raw.length > 3 : !capital) to = next + 1;
    else if (!lists.particles.has(token.key)) break;
  }
  return to;
}

/** The gender of a first name and its nominative, where the language's names hold it in this or in an oblique form. */
function knownName(language: Language, lists: Lists, raw: string): { readonly nominative: string; readonly gender: 'f' | 'm' } | null {
  const { names } = language.knowledge;
  if (names.size === 0) return null;
  for (const gender of ['f', 'm'] as const) {
    for (const { from, to } of lists.endings[gender].names) {
      if (!raw.endsWith(from) || raw.length <= from.length + 1) continue;
      const nominative = raw.slice(0, raw.length - from.length) + to;
      if (names.get(language.fold(nominative))?.gender === gender) return { nominative, gender };
    }
  }
  const plain = names.get(language.fold(raw));
  return plain ? { nominative: raw, gender: plain.gender } : null;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
function ended(word: string, endings: readonly Ending[]): string {
  const found = endings.find(({ from }) => word.endsWith(from) && word.length > from.length + 2);
  return found ? word.slice(0, word.length - found.from.length) + found.to : word;
}

/** What a name is called by itself. Without data of endings, and for names nobody knows, as it is written. */
function nominative(language: Language, lists: Lists, parts: readonly string[], title: string, written: string): string {
  const [first = '', ...rest] = parts;
  const known = knownName(language, lists, first);
  const gender = known?.gender ?? (/^pani/u.test(title) ? 'f' : /^pan/u.test(title) ? 'm' : null);
  const { f, m } = lists.endings;
  const surname = (word: string): string => ended(word, gender === 'f' ? f.surnames : gender === 'm' ? m.surnames : [...f.surnames, ...m.surnames.filter(({ from }) => from.length > 4)]);
  if (f.names.length === 0) return written;
  const named = known ? capitalised(known.nominative) : surname(first);
  return [named, ...rest.map(surname)].join(' ');
}
