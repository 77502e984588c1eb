import type { Mark, MarkKind } from '../../utils/editors';
import type { Category, Finding, Span } from '../../utils/language';
import type { PromiseView } from '../../utils/messages/protocol';
import type { Left } from '../../utils/phrases';

const KINDS: Readonly<Record<Category, MarkKind>> = {
  jargon: 'term', robotic: 'formula', complexity: 'tangle', binding: 'bind', address: 'form', blame: 'hurt', dismissive: 'hurt', sarcasm: 'hurt',
  heat: 'hurt', negative: 'refuse', bias: 'bias',
};

/** A place in the draft that has something to say. */
export type Spot =
  | { readonly type: 'finding'; readonly span: Span; readonly finding: Finding }
  | { readonly type: 'left'; readonly span: Span; readonly left: Left }
  | { readonly type: 'promise'; readonly span: Span; readonly promise: PromiseView };

/** Promises that are shown: deferred, and not said to be none. */
export const live = (promises: readonly PromiseView[]): readonly PromiseView[] => promises.filter(({ deferred, dismissed }) => deferred && !dismissed);

/** All places in text order; where two begin together the longer one first. */
export function spotsOf(findings: readonly Finding[], promises: readonly PromiseView[], left: readonly Left[] = []): readonly Spot[] {
  const spots: Spot[] = [
    ...findings.map((finding): Spot => ({ type: 'finding', span: finding, finding })),
    ...left.map((one): Spot => ({ type: 'left', span: one, left: one })),
    ...live(promises).map((promise): Spot => ({ type: 'promise', span: promise, promise })),
  ];
  return spots.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

export function marksOf(spots: readonly Spot[], here: Span | null): readonly Mark[] {
  const marks = spots.map((spot): Mark => ({
    start: spot.span.start,
    end: spot.span.end,
    kind: spot.type === 'left' ? 'fill' : spot.type === 'finding' ? KINDS[spot.finding.category] : spot.promise.kept === null ? 'promise' : 'kept',
  }));
  return here === null ? marks : [...marks, { start: here.start, end: here.end, kind: 'here' }];
}

/** The smallest place around an offset: a finding within a promise is the one that is meant. */
export function spotAt(spots: readonly Spot[], offset: number): Spot | null {
  const around = spots.filter(({ span }) => span.start <= offset && offset <= span.end);
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0] ?? null;
}

/** The next or previous place from an offset, round the end. */
export function spotFrom(spots: readonly Spot[], offset: number, by: 1 | -1): Spot | null {
  if (by === 1) return spots.find(({ span }) => span.start > offset) ?? spots[0] ?? null;
  return [...spots].reverse().find(({ span }) => span.start < offset) ?? spots.at(-1) ?? null;
}

/** The promise at an offset, else the nearest; the unkept ones alone. */
export function promiseNear(promises: readonly PromiseView[], offset: number): PromiseView | null {
  const distance = ({ start, end }: Span): number => (offset < start ? start - offset : offset > end ? offset - end : 0);
  return live(promises).filter(({ kept }) => kept === null).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
