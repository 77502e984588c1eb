/** A paragraph in which somebody types: only the sentences near the caret are read again. */
import type { Token } from '../parsed';

/** A sentence of the paragraph as it was. `at` counts from the paragraph's beginning; its tokens' offsets do not, they count from `base`. */
interface Known {
  readonly at: number;
  readonly core: { readonly text: string; readonly base: number; readonly tokens: readonly Token[] };
}

/** The first `ahead` sentences stay, the last `behind` stay, and `from` to `to` of the new text is read for what stands between: what begins at `until` is known again. */
export interface Recut {
  readonly ahead: number;
  readonly behind: number;
  readonly from: number;
  readonly to: number;
  readonly until: number;
}

/** So many tokens after a sentence tell where it ends: `cutSentences` looks two ahead. */
const TELLING = 3;
const SPACE = /\s/;

/**
 * What of `old`'s sentences `text` must still hold; null where none would be kept. A sentence stays where it and the
 * three tokens after it stand before the change, or where it begins after the change and after a space. Whether a sentence really begins
 * at `until` is for the caller to see: the change may have joined it to the one before. Linear in the paragraph's length.
 */
export function recut(old: string, sentences: readonly Known[], text: string): Recut | null {
  const most = Math.min(old.length, text.length);
  let same = 0;
  while (same < most && old.charCodeAt(same) === text.charCodeAt(same)) same += 1;
  let back = 0;
  while (back < most - same && old.charCodeAt(old.length - 1 - back) === text.charCodeAt(text.length - 1 - back)) back += 1;

  let ahead = 0;
  while (ahead + 1 < sentences.length && stands(sentences[ahead + 1], old, same)) ahead += 1;
  const from = ahead === 0 ? 0 : sentences[ahead]?.at ?? 0;
  if (from > 0 && !begins(text, from)) return null;

  const changed = old.length - back;
  let next = ahead + 1;
  while (next < sentences.length && !resumes(sentences[next], old, changed)) next += 1;
  const known = sentences[next];
  const behind = sentences.length - next;
  if (ahead + behind === 0) return null;
  if (known === undefined) return { ahead, behind: 0, from, to: text.length, until: text.length };
  const shift = text.length - old.length;
  return { ahead, behind, from, to: known.at + telling(known) + shift, until: known.at + shift };
}

/** Where the last telling token of a sentence ends, from the sentence's beginning. */
function telling({ core }: Known): number {
  return (core.tokens[TELLING - 1]?.end ?? Infinity) - core.base;
}
/** Its beginning is what it was, and with it the end of the sentence before it. */
function stands(sentence: Known | undefined, old: string, same: number): boolean {
  if (sentence === undefined) return false;
  const end = sentence.at + telling(sentence);
  return end < same && SPACE.test(old[end] ?? '');
}
function resumes(sentence: Known | undefined, old: string, changed: number): boolean {
  if (sentence === undefined || sentence.at <= changed || !begins(old, sentence.at)) return false;
  return SPACE.test(old[sentence.at + telling(sentence)] ?? '');
}
/** After a space, and with no "a." or "m.", of which the sentence before may hold the first half. */
function begins(text: string, at: number): boolean {
  return SPACE.test(text[at - 1] ?? '') && text[at + 1] !== '.';
}
