/** The word lists of `utils/rules/<language>/engine-log.yaml`, made ready once for a language. */
import type { Language } from '../../language';
import { splitWords } from '../dates/read';
import { PROMISE_KINDS, type PromiseKind, type Unit } from '../types';

/** Phrases by their first word; the longest that stands at a place is found. */
export class Phrases<T> {
  private readonly byFirst = new Map<string, { readonly keys: readonly string[]; readonly value: T }[]>();

  /** @param entries words, folded, and what they stand for. */
  constructor(entries: readonly (readonly [readonly string[], T])[]) {
    for (const [keys, value] of entries) {
      const [first] = keys;
      if (first === undefined) continue;
      const there = [...(this.byFirst.get(first) ?? []), { keys, value }];
      this.byFirst.set(first, there.sort((a, b) => b.keys.length - a.keys.length));
    }
  }

  /** What stands at `at` in a row of folded words, and of how many words it is; null for nothing. */
  at(words: readonly string[], at: number): { readonly value: T; readonly length: number } | null {
    const found = this.byFirst.get(words[at] ?? '')?.find(({ keys }) => keys.every((key, index) => words[at + index] === key));
    return found ? { value: found.value, length: found.keys.length } : null;
  }
}

/** A replaced ending: "skiej" → "ska". */
export interface Ending { readonly from: string; readonly to: string }

export interface Lists {
  readonly kinds: Phrases<PromiseKind>;
  readonly lead: Phrases<true>;
  readonly to: Phrases<true>;
  readonly about: Phrases<true>;
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Folded words that are no name though they are written with a capital. */
  readonly noNames: ReadonlySet<string>;
  /** Folded words that, right after the verb of a call, are nobody though they stand alone; none where small words are never names. */
  readonly notCalled: ReadonlySet<string>;
  /** Folded capitals that everybody knows: "PDF", "VAT". */
  readonly acronyms: ReadonlySet<string>;
  /** Endings that are not of a name: "Anna's". */
  readonly nameOff: readonly string[];
  readonly money: ReadonlySet<string>;
  readonly endings: Readonly<Record<'f' | 'm', { readonly names: readonly Ending[]; readonly surnames: readonly Ending[] }>>;
  /** As typed → as said. Words are those of the date grammars. */
  readonly typed: Phrases<string>;
  /** In a line only before a number, a sign or the end: "sat", "ter" are words of their own, too. */
  readonly typedShort: Phrases<string>;
  /** Where nothing but a time is typed. */
  readonly typedAlone: Phrases<string>;
  /** What a bare hour, a bare amount and a bare date lack. */
  readonly hint: { readonly at: string; readonly in: string; readonly on: string };
  /** What "10-12" beside a day lacks: the words before both hours; null where the grammar reads it as it stands. */
  readonly range: readonly [string, string] | null;
  readonly units: ReadonlyMap<string, Unit>;
  /** "14h": from this hour on a time of day, where a language writes hours so. */
  readonly clockFrom: number | null;
  readonly fluff: ReadonlySet<string>;
}

const made = new WeakMap<Language['knowledge'], Lists>();

/** The lists of a language. */
export function listsOf(language: Language): Lists {
  let lists = made.get(language.knowledge);
  if (lists === undefined) made.set(language.knowledge, (lists = make(language)));
  return lists;
}

function make(language: Language): Lists {
  const list = (name: string): readonly string[] => language.knowledge.lists[name] ?? [];
  const folded = (name: string): ReadonlySet<string> => new Set(list(name).map((word) => language.fold(word)));
  const keysOf = (phrase: string): readonly string[] => language.fold(phrase).split(/[\s-]+/u);
  const phrases = (name: string): Phrases<true> => new Phrases(list(name).map((phrase) => [keysOf(phrase), true] as const));
  const endings = (name: string): readonly Ending[] => list(name).map(pair).map(([from, to]) => ({ from, to }));
  const said = (name: string): Phrases<string> => new Phrases(list(name).map(pair).map(([from, to]) => [splitWords(from).map(({ text }) => text), to] as const));
  const first = list('typed-clock-from')[0];
  return {
    kinds: new Phrases(PROMISE_KINDS.flatMap((kind) => list(`log-${kind}`).map((phrase) => [keysOf(phrase), kind] as const))),
    lead: phrases('log-lead'), to: phrases('log-to'), about: phrases('log-about'),
    titles: folded('titles'), particles: folded('log-particles'),
    noNames: new Set([...folded('log-no-names'), ...folded('stopwords'), ...folded('matter-nouns')]),
    notCalled: folded('log-not-called'),
    acronyms: new Set([...folded('caps-ok'), ...folded('acronyms-known')]),
    nameOff: list('log-name-off'),
    money: folded('money-words'),
    endings: { f: { names: endings('log-names-f'), surnames: endings('log-surnames-f') }, m: { names: endings('log-names-m'), surnames: endings('log-surnames-m') } },
    typed: said('typed'), typedShort: said('typed-short'), typedAlone: said('typed-alone'),
    hint: { at: list('typed-at')[0] ?? '', in: list('typed-in')[0] ?? '', on: list('typed-on')[0] ?? '' },
    range: rangeOf(list('typed-range')),
    units: new Map(list('typed-units').map(pair).map(([word, unit]) => [language.fold(word), unit as Unit])),
    clockFrom: first === undefined ? null : Number(first),
    fluff: folded('typed-fluff'),
  };
}

function rangeOf([from, to]: readonly string[]): readonly [string, string] | null {
  return from === undefined || to === undefined ? null : [from, to];
}

/** "tmrw=tomorrow" → both sides. */
function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
