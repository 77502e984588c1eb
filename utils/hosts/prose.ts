import { clean, person, shown } from './strategies';

/** Elements that stand within a line of text. What is none of these begins a block. */
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'del', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr']);
/** Of these a message may be made; anything else in an element says that it is more than the message. */
const TEXTUAL = new Set([...INLINE, 'p', 'div', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'picture', 'figure']);
/** Where no customer writes: the page's own words, its ways about, what is clicked or filled in. */
const APART = 'nav, header, footer, aside, menu, button, select, option, label, legend, summary, script, style, noscript, template, svg, canvas, h1, h2, h3, h4, h5, h6, [role=navigation], [role=banner], '
  + '[role=complementary], [role=contentinfo], [role=search], [role=toolbar], [role=menu], [role=menubar], [role=tablist], [role=listbox], [role=grid], [role=button], [role=alert], [role=status], [role=note], '
  + '[role=tooltip], [role=dialog] [role=heading], [aria-hidden=true], [hidden], [contenteditable]:not([contenteditable=false]), textarea, input';
/** Names that pages give to who wrote something, and to when. */
const WRITER = /(?:^|[-_ ])(?:author|sender|user-?name|poster|commenter|requester|from)(?:$|[-_ ])|(?:author|sender|user)Name/iu;
const MADE = /(?:^|[-_ ])(?:date|time|timestamp|meta|byline)(?:$|[-_ ])/iu;
const HINT = /(?:^|[-_ ])(?:hint|help|note|notice|rules|policy|terms|disclaimer|cookie|consent)(?:$|[-_ ])/iu;

/** What holds several people's words. */
const SEVERAL = '[role=log], [role=feed], [role=list], [aria-live]';

/** Signs and words of a line that is prose and not a label; of a message; of one that is a message and not an article. */
const LINE = { signs: 25, words: 5 };
const MESSAGE = { least: 40, most: 6_000 };
/** Elements of one area that are looked through: a page's whole feed is read by nobody. */
const MOST_ELEMENTS = 2_500;

const isInline = (element: Element): boolean => INLINE.has(element.localName);
/** SVG's class is an object. */
const named = (element: Element): string => `${element.getAttribute('class') ?? ''} ${element.id}`;

/**
 * Messages of prose in `root` that stand before `end` (null: all), in document order: each the largest element that is nothing but text.
 * null where there is more in it than is looked through.
 */
export function messagesIn(root: Element, end: Element | null, most = MOST_ELEMENTS): readonly Element[] | null {
  const all = root.getElementsByTagName('*');
  if (all.length > most) return null;
  const found = new Set<Element>();
  for (const element of all) {
    if (end !== null && (element === end || Boolean(end.compareDocumentPosition(element) & 4))) break;
    if (isInline(element) || !isProse(element) || element.closest(APART) !== null || (end !== null && element.contains(end))) continue;
    const whole = wholeOf(element, root, end);
    const length = clean(whole.textContent ?? '').length;
    if (length >= MESSAGE.least && length <= MESSAGE.most && !found.has(whole) && shown(whole)) found.add(whole);
  }
  return [...found];
}

/** Is the text that stands in this block itself, not in blocks within it, a sentence or more and not a row of links? */
function isProse(block: Element): boolean {
  let own = '', linked = 0;
  const read = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) own += child.nodeValue ?? '';
      else if (child.nodeType === 1 && isInline(child as Element)) {
        if ((child as Element).localName === 'a') linked += (child.textContent ?? '').length;
        read(child);
      }
    }
  };
  read(block);
  const text = clean(own);
  return text.length >= LINE.signs && text.split(' ').length >= LINE.words && linked * 2 < text.length && !HINT.test(named(block));
}

/** From a paragraph to the message it is of: upwards as long as there is nothing but text, and no name and no time of a message. */
function wholeOf(paragraph: Element, root: Element, end: Element | null): Element {
  let at = paragraph;
  for (let up = at.parentElement; up !== null && up !== root && root.contains(up); up = up.parentElement) {
    if (!TEXTUAL.has(up.localName) || up.matches(SEVERAL) || (end !== null && up.contains(end)) || !isOfOnePiece(up)) break;
    if ([...up.getElementsByTagName('*')].some((inner) => !TEXTUAL.has(inner.localName) || WRITER.test(named(inner)) || MADE.test(named(inner)))) break;
    at = up;
  }
  return at;
}

/** Paragraphs of one message look alike; a chat's lines say by their looks whose they are. */
function isOfOnePiece(element: Element): boolean {
  return new Set([...element.children].filter(({ localName }) => localName === 'div').map((block) => block.getAttribute('class') ?? '')).size <= 1;
}

/**
 * The one clear block of prose above an editor, in the smallest area around it that holds some: a guess at what is answered. null where
 * there are several, where it is the form's own words, or too long to be a message.
 */
export function messageAbove(editor: Element, composer: Element): Element | null {
  const own = composer.localName === 'form' && composer.querySelector('main, [role=main], article, nav, header') === null ? composer : editor;
  const described = new Set((editor.getAttribute('aria-describedby') ?? '').split(/\s+/u).filter(Boolean));
  for (let area = own.parentElement; area !== null; area = area.parentElement) {
    const messages = messagesIn(area, editor);
    if (messages === null) return null;
    const left = messages.filter((message) => !own.contains(message) && !described.has(message.id) && message.closest('[class*=hint], [class*=help]') === null);
    if (left.length > 0) return left.length === 1 ? (left[0] ?? null) : null;
    if (area.matches('main, [role=main], body')) return null;
  }
  return null;
}

/** Ancestors in which a message's writer is looked for. */
const NEAR = 4;

/** Who wrote a message, as the page says it beside it: only one name, in the smallest area that holds one; else null. */
export function writerOf(message: Element): { readonly name: string | null; readonly address: string | null } {
  let area = message.parentElement;
  for (let step = 0; step < NEAR && area !== null && !area.matches('body, html'); step += 1, area = area.parentElement) {
    const all = area.getElementsByTagName('*');
    if (all.length > MOST_ELEMENTS) break;
    const told = new Map<string, ReturnType<typeof person>>();
    for (const element of all) {
      if (message.contains(element) || !isWriter(element)) continue;
      const who = person(clean(element.getAttribute('data-author') ?? element.textContent ?? ''));
      const mail = /^mailto:([^?]+)/u.exec(element.getAttribute('href') ?? '')?.[1] ?? null;
      if (who.name !== null && /^\p{L}[\p{L}\p{M}'’. -]{1,58}$/u.test(who.name) && who.name.split(' ').length <= 5) told.set(who.name, { name: who.name, address: who.address ?? mail });
      else if (who.address ?? mail) told.set(who.address ?? mail ?? '', { name: null, address: who.address ?? mail });
    }
    if (told.size > 0) return told.size === 1 ? ([...told.values()][0] ?? NOBODY) : NOBODY;
  }
  return NOBODY;
}
const NOBODY = { name: null, address: null };

/** Does the page say that this is who wrote something? */
export function isWriter(element: Element): boolean {
  if (element.matches('[itemprop~=author], [rel~=author], [data-author], a[href^="mailto:"]')) return true;
  // The innermost one: what holds name and time together says neither.
  return WRITER.test(named(element)) && ![...element.children].some((inner) => WRITER.test(named(inner)));
}
