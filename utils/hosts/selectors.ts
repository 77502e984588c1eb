/** Selectors for an element that somebody pointed at: short, and such as outlive the next build of the page. Pure over a document. */

/** only: it finds this element and no other. first, last: of all it finds in the scope, this is the first or the last. */
export type Finds = 'only' | 'first' | 'last';

/** How many are made; ancestors that are looked through; facets of one ancestor, and pairs of ancestors that are tried. */
const MOST = 4;
const ANCESTORS = 12;
const ANCHORS = 3;
const LONGEST = 160;

/** A part of a selector, and how far it is to be trusted, the least first. */
interface Facet {
  readonly text: string;
  readonly cost: number;
}

/** Attributes that say what a thing is and not which one it is, the most lasting first. */
const MEANING: Readonly<Record<string, number>> = {
  'data-testid': 1, 'data-test-id': 1, 'data-test': 1, 'data-qa': 1, 'data-cy': 1, 'data-role': 1, 'data-type': 2, itemprop: 1, name: 2, role: 2, rel: 2, type: 3, 'aria-multiline': 4, contenteditable: 4, 'aria-label': 5, placeholder: 5,
};
/** What a page says with a class for a moment, or by the place in a row. */
const PASSING = /^(?:is|has|ng|js|was|not)-|(?:^|[-_])(?:active|focus(?:ed)?|hover|selected|current|open(?:ed)?|closed|collapsed|expanded|disabled|enabled|loading|loaded|dirty|pristine|touched|untouched|valid|invalid|visible|hidden|show|shown|empty|filled|new|unread|read|even|odd|first|last|animat\w*|transition\w*|draft|dark|light|large|small|ltr|rtl)(?:$|[-_])/iu;
/** Prefixes that builds put before what they make up. */
const BUILT = /^(?:css|sc|jsx?|jss\d*|emotion|svelte|ember|react|ext-gen|yui|gwt|radix|headlessui|mui|chakra|styled|tw|_ng\w*|v|r|x|ts|el|uid?)[-_:]?(?=.*\d)[\w:-]+$|^:r|^(?:css|sc|jss|emotion)-/iu;

/** "Button_root__x7Gf2": a file, a name and what the build added. */
const MODULE = /^[A-Za-z][\w-]*_[A-Za-z][\w-]*__[\w-]{4,}$/u;

/** Does this name look as if a person had chosen it? */
export function isChosen(name: string): boolean {
  if (name.length < 2 || name.length > 40 || !/^[A-Za-z_][\w-]*$/u.test(name) || PASSING.test(name) || BUILT.test(name) || MODULE.test(name) || /\d{3,}/u.test(name)) return false;
  return name.split(/[-_]+/u).filter((word) => word !== '').every(isWord);
}

/** A word, an abbreviation or a small number: letters and digits don't mix, capitals stand where words begin, long ones can be spoken. */
function isWord(word: string): boolean {
  if (/^\d{1,2}$/u.test(word) || /^[A-Za-z]\d?$/u.test(word)) return true;
  const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d{0,2})$/u.exec(word) ?? [];
  if (letters === '' || (digits !== '' && letters.length < 3)) return false;
  if (/q(?!u)/iu.test(letters) && letters.length > 2) return false;
  const parts = letters.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/gu) ?? [];
  if (parts.length > 1 && letters.length / parts.length < 2.5) return false;
  return parts.every((part) => part.length < 5 ? part.length > 2 || /[aeiouy]/iu.test(part) || letters.length < 4 || parts.length > 1 : /[aeiouy]/iu.test(part) && !/[^aeiouy]{5,}/iu.test(part));
}

const quoted = (value: string): string => `"${value.replace(/["\\]/gu, '\\$&')}"`;
/** A value that says what, not which: no numbers, no sentence, nothing that could be markup. */
const isKind = (value: string): boolean => value.length > 0 && value.length <= 40 && !/\d{2,}|[<>{}\n]/u.test(value) && value.trim() === value;

/** What an element can be told by, the most lasting first; its tag alone comes last. */
function facets(element: Element): readonly Facet[] {
  const found: Facet[] = [];
  const tag = element.localName;
  if (isChosen(element.id)) found.push({ text: `#${element.id}`, cost: 2 });
  for (const { name, value } of element.attributes) {
    const known = MEANING[name];
    if (known !== undefined && isKind(value) && (known > 1 || isChosen(value) || /^[\w .:-]+$/u.test(value))) found.push({ text: `${known > 2 ? tag : ''}[${name}=${quoted(value)}]`, cost: known });
    else if (name.startsWith('data-') && known === undefined && isChosen(name.slice(5)) && name.length < 40) {
      // Its value tells which one it is: that there is one tells what it is.
      found.push(isKind(value) && isChosen(value) ? { text: `[${name}=${quoted(value)}]`, cost: 2 } : { text: `${tag}[${name}]`, cost: 3 });
    }
  }
  const classes = [...element.classList].filter(isChosen).slice(0, 5);
  for (const one of classes) found.push({ text: `.${one}`, cost: 3 });
  for (const [at, one] of classes.entries()) for (const other of classes.slice(at + 1)) found.push({ text: `.${one}.${other}`, cost: 4.5 });
  return [...found, { text: tag, cost: 7 }].sort((a, b) => a.cost - b.cost);
}

/**
 * Up to four selectors for `element`, the most lasting first, none leaning on the same thing as one before it where that can be had.
 * Each was tried: in `scope` it finds what `finds` says. Empty where nothing tells the element from the rest of the page.
 */
export function selectorsFor(element: Element, scope: ParentNode, finds: Finds): readonly string[] {
  const good = (text: string): boolean => text.length <= LONGEST && fits(element, scope, text, finds);
  const made: (Facet & { readonly own: string; readonly over: string })[] = [];
  const own = facets(element);
  for (const { text, cost } of own) if (cost < 7 && good(text)) made.push({ text, cost, own: text, over: '' });
  const above = ancestors(element);
  for (const [step, anchor] of above.entries()) {
    for (const { text: over, cost: dear } of facets(anchor).filter(({ cost }) => cost < 7).slice(0, ANCHORS)) {
      for (const { text: mine, cost } of own.slice(0, 5).concat(own.slice(-1))) {
        const whole = `${over} ${mine}`;
        if (good(whole)) made.push({ text: whole, cost: cost + dear / 2 + 1 + step / 4, own: mine, over });
      }
    }
  }
  const chosen = pick(made);
  if (chosen.length > 0) return chosen;
  const place = byPlace(element, above, finds, good);
  return place === null ? [] : [place];
}

function ancestors(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let at = element.parentElement; at !== null && at.localName !== 'html' && all.length < ANCESTORS; at = at.parentElement) all.push(at);
  return all;
}

/** The cheapest first, and after it those that lean on another thing. */
function pick(made: readonly (Facet & { readonly own: string; readonly over: string })[]): readonly string[] {
  const sorted = [...made].sort((a, b) => a.cost - b.cost || a.text.length - b.text.length);
  const chosen: typeof sorted = [];
  const leansElsewhere = (one: (typeof sorted)[number]): boolean => chosen.every(({ own, over }) => own !== one.own && (over === '' || over !== one.over));
  for (const pass of [leansElsewhere, (one: (typeof sorted)[number]) => chosen.every(({ text }) => text !== one.text)]) {
    for (const one of sorted) if (chosen.length < MOST && pass(one)) chosen.push(one);
  }
  return chosen.sort((a, b) => a.cost - b.cost).map(({ text }) => text);
}

/** Where nothing has a name of its own: the way down from the nearest ancestor that has one. The last of a kind is never told by its place. */
function byPlace(element: Element, above: readonly Element[], finds: Finds, good: (text: string) => boolean): string | null {
  let way = '';
  for (const at of [element, ...above]) {
    const best = facets(at)[0];
    const from = at.localName === 'body' ? 'body' : at !== element && best && best.cost < 7 ? best.text : null;
    if (from !== null && good(`${from} > ${way}`)) return `${from} > ${way}`;
    const nth = [...(at.parentElement?.children ?? [])].filter(({ localName }) => localName === at.localName).indexOf(at) + 1;
    const step = finds === 'last' && at === element ? at.localName : `${at.localName}:nth-of-type(${nth})`;
    way = way === '' ? step : `${step} > ${way}`;
  }
  return null;
}

function fits(element: Element, scope: ParentNode, selector: string, finds: Finds): boolean {
  try {
    const all = scope.querySelectorAll(selector);
    if (finds === 'only') return all.length === 1 && all[0] === element;
    return all[finds === 'first' ? 0 : all.length - 1] === element;
  } catch {
    return false;
  }
}
