/** Under which conversation the words of an element were first read. */
interface Seen {
  readonly id: string;
  readonly print: string;
}
const seen = new WeakMap<Element, Seen>();

/**
 * A single-page app changes the address first and the page after it. Where only the address names the conversation, the
 * same element with the same words under another id is the page of before: true, and nothing may be attributed until the
 * page shows something else. Price: a customer who writes the same words in two conversations, on a page that keeps the
 * element, is not read in the second.
 * @param print what the element and what stands beside it say: words, names, subject
 */
export function isStale(element: Element, id: string, print: string): boolean {
  const before = seen.get(element);
  if (before !== undefined && before.print === print) return before.id !== id;
  seen.set(element, { id, print });
  return false;
}
