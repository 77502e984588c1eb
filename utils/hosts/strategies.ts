import { frameOf, readRich } from '../editors';
import { idIn } from './templates';
import type { Candidate, Candidates } from './types';

/** An element found, and by which rank. */
export interface Hit {
  readonly element: Element;
  readonly rank: number;
  readonly candidate: Candidate;
}

/** What one reading looked for: which rank found each key, and which keys were named by the data but found nowhere. */
export class Tally {
  readonly ranks: Record<string, number> = {};
  private readonly asked = new Set<string>();

  /** `key` was looked for by `candidates`; where the data has none nothing was asked. */
  note(key: string, candidates: { readonly length: number } | undefined, rank: number | undefined): void {
    if ((candidates?.length ?? 0) === 0) return;
    this.asked.add(key);
    if (rank !== undefined) this.ranks[key] = rank;
  }

  /** Keys that were asked for, by whichever way, and never found. */
  failed(): readonly string[] {
    return [...this.asked].filter((key) => this.ranks[key] === undefined);
  }
}

const full = (candidate: string | Candidate): Candidate => (typeof candidate === 'string' ? { selector: candidate } : candidate);

/** All elements in `scope` by the first candidate that finds any. Selectors that do not parse find nothing. */
export function findAll(scope: ParentNode, candidates: Candidates | undefined): readonly Hit[] {
  for (const [rank, given] of (candidates ?? []).entries()) {
    const candidate = full(given);
    const hits = query(scope, candidate).map((element) => ({ element, rank, candidate }));
    if (hits.length > 0) return hits;
  }
  return [];
}

export function findFirst(scope: ParentNode, candidates: Candidates | undefined): Hit | null {
  return findAll(scope, candidates)[0] ?? null;
}

function query(scope: ParentNode, { selector, shadowHost, value }: Candidate): readonly Element[] {
  try {
    const within = shadowHost === undefined ? scope : (scope.querySelector(shadowHost)?.shadowRoot ?? null);
    if (within === null) return [];
    return [...within.querySelectorAll(selector)].filter((element) => value === undefined || fieldValue(element) === value);
  } catch {
    return [];
  }
}

function fieldValue(element: Element): string {
  return 'value' in element && typeof element.value === 'string' ? element.value : (element.getAttribute('value') ?? '');
}

/** What a hit says, cleaned of invisible marks; null where it says nothing or not in the form asked for. */
export function valueOf({ element, candidate }: Hit): string | null {
  const raw = candidate.attribute === undefined
    ? (element.textContent ?? '')
    : candidate.attribute === 'value' ? fieldValue(element) : (element.getAttribute(candidate.attribute) ?? '');
  const value = clean(raw);
  const wanted = candidate.as === undefined ? value : idIn(value, candidate.as);
  return wanted === null || wanted === '' ? null : wanted;
}

/** The first value any candidate gives, in rank order. */
export function firstValue(scope: ParentNode, candidates: Candidates | undefined, key: string, tally: Tally): string | null {
  for (const [rank, candidate] of (candidates ?? []).entries()) {
    for (const hit of findAll(scope, [candidate])) {
      const value = valueOf(hit);
      if (value === null) continue;
      tally.note(key, candidates, rank);
      return value;
    }
  }
  tally.note(key, candidates, undefined);
  return null;
}

/** Without bidirectional and zero-width marks, blanks folded: labels carry them (measured in two hosts). */
export function clean(text: string): string {
  return text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '').replace(/\s+/gu, ' ').trim();
}

/** The element and its ancestors, out of shadow roots and of frames of the same origin, up to the outermost root element. */
export function* upwards(from: Element): Generator<Element> {
  let at: Element | null = from;
  while (at !== null) {
    yield at;
    at = parentOf(at);
  }
}

function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  if ('host' in root && root.host instanceof Object) return root.host as Element;
  return frameOf(element.ownerDocument);
}

/** The nearest ancestor by the best rank that has one. */
export function around(from: Element, candidates: Candidates | undefined): Hit | null {
  for (const [rank, given] of (candidates ?? []).entries()) {
    const candidate = full(given);
    for (const element of upwards(from)) {
      if (matches(element, candidate)) return { element, rank, candidate };
    }
  }
  return null;
}

function matches(element: Element, { selector, value }: Candidate): boolean {
  try {
    return element.matches(selector) && (value === undefined || fieldValue(element) === value);
  } catch {
    return false;
  }
}

/** The smallest ancestor that holds one of the candidates. */
export function smallestAround(from: Element, candidates: Candidates | undefined): Element | null {
  for (const candidate of candidates ?? []) {
    for (const element of upwards(from)) {
      if (findFirst(element, [candidate])) return element;
    }
  }
  return null;
}

/** Shown to the eye, as far as style tells: hidden twins of other tickets and old panes are not. */
export function shown(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') return element.checkVisibility({ visibilityProperty: true });
  for (const at of upwards(element)) {
    const style = (at as HTMLElement).style;
    if (at.hasAttribute('hidden') || style?.display === 'none' || style?.visibility === 'hidden') return false;
  }
  return true;
}

/**
 * The words of a message without what it quotes; of a frame, what its document says. null for a mail that is nothing but a
 * quote, and for a frame of another origin.
 */
export function messageText(element: Element): string | null {
  const shown = element.localName === 'iframe' ? bodyOf(element as HTMLIFrameElement) : element;
  if (shown === null) return null;
  const text = readRich(shown as HTMLElement).text.replace(/[^\S\n]+\n/gu, '\n').replace(/\n{3,}/gu, '\n\n').trim();
  return text === '' ? null : text;
}

function bodyOf(frame: HTMLIFrameElement): Element | null {
  try {
    return frame.contentDocument?.body ?? null;
  } catch {
    return null;
  }
}

/** "Ana Sousa <ana@example.test>" in its two parts; either may be missing. */
export function person(text: string | null): { readonly name: string | null; readonly address: string | null } {
  if (text === null) return { name: null, address: null };
  const address = /[^\s<>,;"()]+@[^\s<>,;"()]+\.[^\s<>,;"().]+/u.exec(text)?.[0] ?? null;
  const rest = clean((address === null ? text : text.slice(0, text.indexOf(address))).replace(/[<>"(),;]+/gu, ' '));
  return { name: rest === '' ? null : rest, address };
}

/** One name is in the other, whole words, whatever their case: "Ana" and "Ana Sousa". */
export function sameName(a: string, b: string): boolean {
  const words = (name: string): string[] => clean(name).toLowerCase().split(' ').filter(Boolean);
  const [one, other] = [words(a), words(b)];
  const within = (few: string[], many: string[]): boolean => few.length > 0 && few.every((word) => many.includes(word));
  return within(one, other) || within(other, one);
}

/** Without "Re:", "Odp:", "RES:" and their like. */
export function bareSubject(subject: string): string {
  return clean(subject).replace(/^(?:(?:re|res|odp|fw|fwd|enc|pd|aw|sv)\s*(?:\[\d+\])?\s*:\s*)+/iu, '').toLowerCase();
}

/** ISO instant of what a page writes as a date: an ISO date-time, or "2026-11-20 00:56" in the page's zone; else null. */
export function instantOf(text: string | null, zone: string): string | null {
  if (text === null) return null;
  try {
    if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/u.test(text)) return Temporal.Instant.from(text).toString();
    const local = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)/u.exec(text);
    return local ? Temporal.PlainDateTime.from(`${local[1] ?? ''}T${local[2] ?? ''}`).toZonedDateTime(zone).toInstant().toString() : null;
  } catch {
    return null;
  }
}

/** The last one that passes. */
export function lastOf<T>(items: readonly T[], test: (item: T) => boolean): T | undefined {
  return [...items].reverse().find(test);
}
