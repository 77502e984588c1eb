/** Words of one promise that are looked at, and letters of a word: more than anybody searches by, and the index stays small. */
const WORDS = 60;
const LETTERS = 30;

/** The words of some texts, each once, without regard to capitals and accents, the first texts' words first. */
export function wordsOf(texts: readonly (string | null | undefined)[]): string[] {
  const folded = texts.map((text) => text ?? '').join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, WORDS).map((word) => word.slice(0, LETTERS));
}

/** Whether every one of `sought` begins a word of `words`. */
export function holdsAll(words: readonly string[], sought: readonly string[]): boolean {
  return sought.every((start) => words.some((word) => word.startsWith(start)));
}
