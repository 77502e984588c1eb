/** Which of overlapping hits stay. */
import type { EntryKind } from '../../rules';
import type { RawHit } from './matcher';

/** Which tokens of a sentence are taken, and how far hits reach that begin before them. One piece of memory serves all sentences. */
export class Cover {
  private rounds = new Int32Array(64);
  private reach = new Int32Array(64);
  private round = 0;

  begin(length: number): void {
    if (this.rounds.length < length) {
      this.rounds = new Int32Array(2 * length);
      this.reach = new Int32Array(2 * length);
    }
    this.round = this.round >= 2_000_000_000 ? (this.rounds.fill(0), 1) : this.round + 1;
  }
  /** Takes the places if they are all free. */
  take(from: number, to: number): boolean {
    const { rounds, round } = this;
    for (let i = from; i < to; i += 1) if (rounds[i] === round) return false;
    rounds.fill(round, from, to);
    return true;
  }
  /** Lays a hit down, unless it lies within one laid down before it. */
  lay(from: number, to: number): boolean {
    const { rounds, reach, round } = this;
    if (rounds[from] === round && (reach[from] ?? 0) >= to) return false;
    for (let i = from; i < to; i += 1) {
      reach[i] = rounds[i] === round ? Math.max(reach[i] ?? 0, to) : to;
      rounds[i] = round;
    }
    return true;
  }
}

/**
 * Between entries: of two hits of a kind the one that lies within the other is dropped ("not happy" over "happy", the whole formula
 * over a word of it); of wording hits that overlap only the longer stays, for a place is marked once. Checks, clauses and stakes may
 * lie within each other where they say different things. Of two that say the same of the same words the first in the files stays:
 * `hits` come in their order, and sorting keeps it.
 */
export function resolve(kind: EntryKind, hits: RawHit[], length: number, cover: Cover): RawHit[] {
  if (hits.length < 2) return hits;
  // What tells of a promise kept ("mando o") takes no place from what gives one ("mando o contrato amanhã"): each is read for itself.
  if (kind === 'commit' && hits.some(tellsOfKept) && !hits.every(tellsOfKept)) {
    const given = resolve(kind, hits.filter((hit) => !tellsOfKept(hit)), length, cover);
    return arrange([...given, ...resolve(kind, hits.filter(tellsOfKept), length, cover)], byPlace);
  }
  const byMark = kind === 'check' || kind === 'clause' || kind === 'ask' || kind === 'situation' || kind === 'stake';
  arrange(hits, byMark ? byMarkAndLength : byLength);
  let last: string | null = null;
  const kept = hits.filter(({ entry, from, to }) => {
    const group = byMark ? entry.mark : '';
    if (group !== last) cover.begin(length);
    last = group;
    return kind === 'wording' ? cover.take(from, to) : cover.lay(from, to);
  });
  return arrange(kept, byPlace);
}
const tellsOfKept = ({ entry }: RawHit): boolean => entry.id.startsWith('kept.');
const byPlace = (a: RawHit, b: RawHit): number => a.from - b.from || b.to - a.to;
const byLength = (a: RawHit, b: RawHit): number => (b.to - b.from) - (a.to - a.from) || a.from - b.from;
const byMarkAndLength = (a: RawHit, b: RawHit): number => (a.entry.mark < b.entry.mark ? -1 : a.entry.mark > b.entry.mark ? 1 : byLength(a, b));

/** So many things are sorted by moving each to its place. */
const FEW = 32;
/** Sorts in place, equals as they stood. A sentence has a handful of hits: for those the engine's own sort costs more in memory than in steps. */
export function arrange<T>(things: T[], order: (a: T, b: T) => number): T[] {
  if (things.length > FEW) return things.sort(order);
  for (let i = 1; i < things.length; i += 1) {
    const one = things[i] as T;
    let at = i;
    for (; at > 0 && order(things[at - 1] as T, one) > 0; at -= 1) things[at] = things[at - 1] as T;
    things[at] = one;
  }
  return things;
}
