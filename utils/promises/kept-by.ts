/** Which open promises a reply seems to keep. Knows no language: it goes by kinds, and by words that begin alike. */
import type { KeptCue } from './as-promised';
import { fold } from './dates/read/words';
import type { PromiseKind } from './types';

/** An open promise to the customer the reply goes to. */
export interface OpenRow {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly text: string;
}

/** A promise the reply likely keeps, and the words of the reply that say so. */
export interface LikelyKept {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Where the deed tells which promise it was: there was one to call, to refund. A thing sent, fixed or looked into may be another. */
const TOLD_BY_DEED: ReadonlySet<PromiseKind> = new Set(['callback', 'reply', 'refund', 'visit']);
/** Deeds that, told "as promised", keep promises of another kind: the answer one promised to find out, the letter one sends. */
const KIN: Readonly<Partial<Record<PromiseKind, readonly PromiseKind[]>>> = {
  reply: ['check', 'callback'], send: ['reply'], check: ['reply'], fix: ['check'],
};

/**
 * The open promises a reply likely keeps, the likeliest first; each once. Offered, never done: a promise is closed by the agent alone.
 *
 * A deed told by itself ("I have just sent the contract") keeps a promise of its kind that speaks of the same thing; or the only one of its
 * kind, where the deed names no thing, or its kind leaves no doubt (a call, an answer, a refund, a visit). "As promised" beside the deed
 * makes the only one of its kind sure, and lets kin kinds count. "As promised" alone counts for the only open promise, to answer.
 * @param rows the customer's open and tentative promises, those of this very reply left out.
 */
export function keptBy(cues: readonly KeptCue[], rows: readonly OpenRow[]): readonly LikelyKept[] {
  const best = new Map<string, { readonly worth: number; readonly cue: KeptCue }>();
  for (const cue of cues) {
    for (const row of rows) {
      const worth = worthOf(cue, row, rows);
      if (worth > (best.get(row.id)?.worth ?? 0)) best.set(row.id, { worth, cue });
    }
  }
  return [...best].sort(([, a], [, b]) => b.worth - a.worth).map(([id, { cue }]) => ({ id, start: cue.start, end: cue.end }));
}

const SAME_KIND = 10;
const KIN_KIND = 4;
const PROMISED = 5;
const ANSWER = 3;

function worthOf(cue: KeptCue, row: OpenRow, rows: readonly OpenRow[]): number {
  const only = rows.filter(({ kind }) => kind === row.kind).length === 1;
  const shared = sharedWords(cue, row);
  const said = cue.promised ? PROMISED : 0;
  if (cue.kind === null) return rows.length === 1 && row.kind === 'reply' ? ANSWER : 0;
  if (cue.kind === row.kind) {
    const plain = only && (cue.promised || TOLD_BY_DEED.has(row.kind) || cue.words.length === 0);
    return shared > 0 || plain ? SAME_KIND + shared + said : 0;
  }
  const kin = cue.promised && KIN[cue.kind]?.includes(row.kind) === true;
  return kin && (shared > 0 || rows.length === 1) ? KIN_KIND + shared : 0;
}

const known = new WeakMap<OpenRow, readonly string[]>();

function sharedWords(cue: KeptCue, row: OpenRow): number {
  let words = known.get(row);
  if (!words) known.set(row, (words = fold(row.text).split(/[^\p{L}\p{Nd}]+/u).filter((word) => word.length > 2)));
  return cue.words.filter((word) => words?.some((other) => isAlike(word, other))).length;
}

/** "umowa" and "umowę", "contract" and "contracts", "kod" and "kodu": all but the ending is the same. */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 3) return false;
  const stem = short.length <= 4 ? short.length : Math.max(4, short.length - 2);
  return long.startsWith(short.slice(0, stem));
}
