/** What the engine said against what a careful reader found. Counts only, so that cases and languages add up. */
import type { Analysis, Span } from '../../utils/language';
import type { Due, FoundPromise } from '../../utils/promises';
import type { BlindCase, BlindCustomer, BlindLine, ExpectedPromise } from './cases';

export interface Answer {
  readonly lang: string;
  readonly analysis: Analysis;
  readonly promises: readonly FoundPromise[];
}
export interface Miss {
  readonly id: string;
  readonly what: string;
  readonly text: string;
}

/** Right ones of all, by name: "findings precision" → [right, all]. */
export class Tally {
  readonly counts = new Map<string, [number, number]>();
  readonly misses: Miss[] = [];

  add(name: string, right: number, all: number): void {
    const [r, a] = this.counts.get(name) ?? [0, 0];
    this.counts.set(name, [r + right, a + all]);
  }

  /** One judgement; a wrong one is remembered with its words. */
  judge(name: string, right: boolean, id: string, text: string): void {
    this.add(name, right ? 1 : 0, 1);
    if (!right) this.misses.push({ id, what: name, text });
  }
}

type Placed<T> = T & Span;
const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const placed = <T extends { readonly text: string }>(text: string, gold: readonly T[]): Placed<T>[] =>
  gold.map((one) => ({ ...one, start: text.indexOf(one.text), end: text.indexOf(one.text) + one.text.length }));

/** Each gold span with at most one found span, the greatest overlaps first. */
function pairs<G extends Span, F extends Span>(gold: readonly G[], found: readonly F[]): Map<G, F> {
  const all = gold.flatMap((g) => found.map((f) => ({ g, f, by: overlap(g, f) }))).filter(({ by }) => by > 0).sort((a, b) => b.by - a.by);
  const result = new Map<G, F>(), taken = new Set<F>();
  for (const { g, f } of all) if (!result.has(g) && !taken.has(f)) { result.set(g, f); taken.add(f); }
  return result;
}

/** Marks with a class: one is right where it overlaps one of the same class. */
function classes<K extends string>(tally: Tally, name: string, id: string, text: string, gold: readonly (Span & { readonly of: K; readonly text: string })[], found: readonly (Span & { readonly of: K; readonly note: string })[]): void {
  const same = (a: Span & { of: K }, b: Span & { of: K }) => a.of === b.of && overlap(a, b) > 0;
  for (const f of found) {
    const right = gold.some((g) => same(g, f));
    tally.judge(`${name} precision`, right, id, `${f.of} ${f.note} «${text.slice(f.start, f.end)}»`);
    tally.add(`${name} precision: ${f.of}`, right ? 1 : 0, 1);
  }
  for (const g of gold) {
    const hit = found.some((f) => same(g, f));
    tally.judge(`${name} recall`, hit, id, `${g.of} «${g.text}»`);
    tally.add(`${name} recall: ${g.of}`, hit ? 1 : 0, 1);
  }
}

interface ExpectedReading extends Pick<BlindCustomer, 'emotion' | 'stakes'> {
  /** `answered` only where there is a draft. */
  readonly questions: readonly { readonly text: string; readonly answered?: boolean }[];
}
function measureReading(tally: Tally, id: string, customer: string, expect: ExpectedReading, reading: Analysis['reading']): void {
  if (reading === null) throw new Error(`${id}: no reading`);
  tally.judge('emotion', reading.emotion === expect.emotion, id, `${expect.emotion}, read as ${reading.emotion}`);
  classes(tally, 'stakes', id, customer, placed(customer, expect.stakes).map((s) => ({ ...s, of: s.kind })), reading.stakes.map((s) => ({ ...s, of: s.kind, note: '' })));
  const gold = placed(customer, expect.questions), matched = pairs(gold, reading.questions), found = new Set(matched.values());
  for (const q of reading.questions) tally.judge('questions precision', found.has(q), id, `«${customer.slice(q.start, q.end)}»`);
  for (const q of gold) {
    const hit = matched.get(q);
    tally.judge('questions recall', hit !== undefined, id, `«${q.text}»`);
    if (hit && q.answered !== undefined) tally.judge('answered', hit.answered === q.answered, id, `${hit.answered} for ${q.answered} «${q.text}»`);
  }
}

const instant = (iso: string): bigint => Temporal.Instant.from(iso).epochNanoseconds;
const sameDue = (a: Due, b: Due): boolean => instant(a.start) === instant(b.start) && instant(a.end) === instant(b.end) && a.precision === b.precision;
const DAY = 86_400_000_000_000n;
const apart = (a: string, b: string): boolean => {
  const by = instant(a) - instant(b);
  return by >= DAY || by <= -DAY;
};
const told = (due: Due | null): string => (due === null ? 'no date' : `${due.start} … ${due.end} ${due.precision}`);

function measureDue(tally: Tally, id: string, gold: ExpectedPromise, found: FoundPromise): void {
  const words = `«${gold.text}» ${told(gold.due)}, read as ${told(found.due)}`;
  if (gold.due === null) tally.judge('undated left undated', found.due === null, id, words);
  else tally.judge('due exact', found.due !== null && sameDue(gold.due, found.due), id, words);
  if (found.due === null) return;
  const { due } = gold;
  const wrong = due === null || apart(due.start, found.due.start) || apart(due.end, found.due.end);
  // Where the right reading stands among the alternatives the interface asks: wrong, but not silently.
  const asked = due !== null && found.alternatives.some((one) => sameDue(one, due));
  tally.add('silently wrong by a day', wrong && !asked ? 1 : 0, 1);
  if (wrong && !asked) tally.misses.push({ id, what: 'silently wrong by a day', text: words });
}

function measurePromises(tally: Tally, { id, draft, expect }: BlindCase, { promises }: Answer): void {
  const gold = placed(draft, expect.promises), matched = pairs(gold, promises), found = new Set(matched.values());
  for (const p of promises) tally.judge('promises precision', found.has(p), id, `${p.kind} «${draft.slice(p.start, p.end)}»`);
  for (const g of gold) {
    const p = matched.get(g);
    tally.judge('promises recall', p !== undefined, id, `${g.kind} «${g.text}»`);
    if (!p) continue;
    tally.judge('kind', p.kind === g.kind, id, `${g.kind}, read as ${p.kind} «${g.text}»`);
    tally.judge('deferred', p.deferred === g.deferred, id, `${g.deferred}, read as ${p.deferred} «${g.text}»`);
    tally.judge('conditional', p.conditional === g.conditional, id, `${g.conditional}, read as ${p.conditional} «${g.text}»`);
    measureDue(tally, id, g, p);
  }
}

function measureDraft(tally: Tally, one: BlindCase, { analysis }: Answer): void {
  const { id, draft, expect } = one;
  classes(tally, 'findings', id, draft, placed(draft, expect.findings).map((f) => ({ ...f, of: f.category })), analysis.findings.map((f) => ({ ...f, of: f.category, note: f.rule })));
  if (expect.findings.length === 0) tally.add('clean: false marks per word', analysis.findings.length, draft.split(/\s+/).length);
  if (analysis.dimensions === null) throw new Error(`${id}: no dimensions`);
  const found = new Set(Object.values(analysis.dimensions).flatMap(({ missing }) => missing)), gold = new Set(expect.missing);
  for (const check of found) {
    tally.judge('missing precision', gold.has(check), id, check);
    tally.add(`missing precision: ${check}`, gold.has(check) ? 1 : 0, 1);
  }
  for (const check of gold) {
    tally.judge('missing recall', found.has(check), id, check);
    tally.add(`missing recall: ${check}`, found.has(check) ? 1 : 0, 1);
  }
}

/** Adds one case to the tally. @throws Error where the engine left out a part that the case asks for. */
export function measure(tally: Tally, one: BlindCase, answer: Answer): void {
  tally.judge('language', answer.lang === one.lang, one.id, `read as ${answer.lang}`);
  measureReading(tally, one.id, one.customer, one.expect, answer.analysis.reading);
  measureDraft(tally, one, answer);
  measurePromises(tally, one, answer);
}

/** A customer's message by itself; whether it is answered is not asked. */
export function measureCustomer(tally: Tally, id: string, { text, emotion, stakes, questions }: BlindCustomer, reading: Analysis['reading']): void {
  measureReading(tally, id, text, { emotion, stakes, questions: questions.map((question) => ({ text: question })) }, reading);
}

/** One fault in a line: found where a mark touches it, whatever its category (`line recall`), and with its category. A mark elsewhere is false. */
export function measureLine(tally: Tally, id: string, { category, text }: BlindLine, analysisOf: (draft: string) => Analysis): void {
  const start = text.indexOf('<'), end = text.indexOf('>') - 1, draft = text.replace('<', '').replace('>', '');
  const { findings } = analysisOf(draft);
  const touching = findings.filter((finding) => overlap(finding, { start, end }) > 0);
  tally.judge('line recall', touching.some((finding) => finding.category === category), id, `${category} ${text}${touching.length > 0 ? `  marked as ${touching.map((one) => one.rule).join(', ')}` : ''}`);
  tally.add(`line recall: ${category}`, touching.some((finding) => finding.category === category) ? 1 : 0, 1);
  tally.add('line touched', touching.length > 0 ? 1 : 0, 1);
  for (const finding of findings) tally.judge('line precision', touching.includes(finding) && finding.category === category, id, `${finding.rule} «${draft.slice(finding.start, finding.end)}» in ${category} ${text}`);
}

/** A good line bears no mark. */
export function measureClean(tally: Tally, id: string, draft: string, { findings }: Analysis): void {
  tally.add('clean lines marked', findings.length > 0 ? 1 : 0, 1);
  for (const { rule, start, end } of findings) tally.misses.push({ id, what: 'clean line marked', text: `${rule} «${draft.slice(start, end)}» in ${draft}` });
}
