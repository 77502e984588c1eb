import type { PromiseKind } from '../../utils/promises';

/** Kinds of promises in the order they are shown; the compiler holds the list to the type. */
const ORDER: Readonly<Record<PromiseKind, number>> = { callback: 0, reply: 1, send: 2, refund: 3, fix: 4, check: 5, visit: 6, other: 7 };
/** The words for a kind where kinds are listed side by side: "Promise" for all the others would say nothing there. */
export const kindKey = (kind: PromiseKind): string => (kind === 'other' ? 'board_kind_other' : `promise_${kind}`);
export const KINDS = (Object.keys(ORDER) as PromiseKind[]).sort((a, b) => ORDER[a] - ORDER[b]);
