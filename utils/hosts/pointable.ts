import { isTextarea } from '../editors';
import { isLikelyReply } from './generic';
import { isWriter, messagesIn } from './prose';
import { clean, person, shown } from './strategies';
import { bodyOf, type Part, type Pointed } from './taught';

/** Of one part as many are offered to the keyboard; nearer ones first where there are more. */
const MOST = 80;
/** Elements of a page in which messages are looked for. */
const MOST_ELEMENTS = 20_000;

/**
 * What on the page may be the part that is asked for, as the keyboard walks it: messages and reply boxes in the page's order, names and
 * buttons the nearest to what was pointed at first. The mouse may point at anything.
 */
export function pointable(part: Part, document: Document, pointed: Partial<Pointed>): readonly Element[] {
  const { body } = document;
  if (part === 'message') return [...(messagesIn(body, null, MOST_ELEMENTS) ?? [])].slice(-MOST);
  if (part === 'editor') return editors(body);
  const near = part === 'name' ? (pointed.message ?? pointed.editor) : pointed.editor;
  const found = part === 'name' ? names(body, near ?? null) : [...body.querySelectorAll('button, [role=button], input[type=submit], input[type=button], input[type=image], a[class*=btn], a[class*=button]')].filter(shown);
  // What the page itself calls a writer comes before what is only near.
  const first = near && part === 'name' ? nearest(found.filter(isWriter), near) : [];
  return near ? [...new Set([...first, ...nearest(found, near)])] : found.slice(0, MOST);
}

function editors(body: HTMLElement): readonly Element[] {
  const fields = [...body.querySelectorAll<HTMLElement>('textarea, [contenteditable]')].filter((field) =>
    (isTextarea(field) ? !field.readOnly && !field.disabled : field.getAttribute('contenteditable') !== 'false' && field.parentElement?.closest('[contenteditable]:not([contenteditable=false])') == null) && isLikelyReply(field) && shown(field));
  const frames = [...body.querySelectorAll('iframe')].filter((frame) => bodyOf(frame) !== null && shown(frame));
  return [...fields, ...frames].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** Elements that say nothing but a name: two to sixty signs, no sentence. */
function names(body: HTMLElement, message: Element | null): readonly Element[] {
  return [...body.querySelectorAll('*')].filter((element) => {
    if (element.childElementCount > 1 || element.matches('script, style, button, button *, option, label, textarea, p, h1, h2, svg *, time, title, nav *') || message?.contains(element)) return false;
    const text = clean(element.textContent ?? '');
    if (text.length < 2 || text.length > 60 || (element.firstElementChild !== null && clean(element.firstElementChild.textContent ?? '') === text)) return false;
    const { name, address } = person(text);
    return (name === null ? address !== null : /^\p{Lu}?[\p{L}\p{M}'’. -]+$/u.test(name) && name.split(' ').length <= 5) && shown(element);
  });
}

/** By the number of steps through the tree, the nearest first. */
function nearest(found: readonly Element[], to: Element): readonly Element[] {
  const up = new Map<Element, number>();
  for (let at: Element | null = to, steps = 0; at !== null; at = at.parentElement, steps += 1) up.set(at, steps);
  const distance = (element: Element): number => {
    for (let at: Element | null = element, steps = 0; at !== null; at = at.parentElement, steps += 1) {
      const other = up.get(at);
      if (other !== undefined) return other * 2 + steps;
    }
    return Infinity;
  };
  return [...found].map((element) => ({ element, far: distance(element) })).sort((a, b) => a.far - b.far).slice(0, MOST).map(({ element }) => element);
}
