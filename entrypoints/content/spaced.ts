import type { Span } from '../../utils/language';

/** A phrase with the blanks it needs where it comes to stand. */
export function spaced(draft: string, at: Span | null, text: string): string {
  const before = at === null ? '' : draft.charAt(at.start - 1);
  const after = at === null ? '' : draft.charAt(at.end);
  const lead = /\S/u.test(before) && !/^[\s.,;:!?]/u.test(text) ? ' ' : '';
  return `${lead}${text}${/[\p{L}\p{N}]/u.test(after) && !/\s$/u.test(text) ? ' ' : ''}`;
}
