import { known } from './known';
import { clean, findAll, upwards } from './strategies';
import { isOurs, plainToken, wordsSaid } from './plain-token';
import type { Candidates, HostData, HostReading } from './types';

export interface DiagnoseAsked {
  readonly host: HostData | null;
  readonly editor: Element;
  readonly reading: Pick<HostReading, 'level' | 'missing' | 'disagree' | 'composer' | 'ranks' | 'failed'>;
  /** Keys the self-check speaks of. */
  readonly changed: readonly string[];
  readonly shifted: readonly string[];
  /** "1.4.0", "Firefox 153": our own words. */
  readonly version: string;
  readonly browser: string;
}

/** UTF-16 units, all of them ASCII, so bytes too: an issue takes more, a reader does not. */
export const LONGEST = 20_000;
/** Ancestors told, how deep the tree goes below the composer's surroundings, children of one element. */
const ANCESTORS = 30, DEPTH = 9, CHILDREN = 24;
/** Ancestors of the composer that the tree begins above it: its neighbours are where messages and buttons went. */
const ABOVE = 3;
const CLASSES = 8;

/** Attributes whose values name parts for tests, and are made of words of the trade; they pass through the same sieve as classes. */
const TEST_IDS = new Set(['data-test-id', 'data-testid', 'data-test', 'data-cy', 'data-qa', 'data-automation-id', 'data-selenium-test']);
/** Attributes whose few values are fixed by the standard. */
const FIXED: Readonly<Record<string, ReadonlySet<string>>> = {
  'contenteditable': new Set(['true', 'false', '', 'plaintext-only']), 'aria-expanded': new Set(['true', 'false']), 'aria-hidden': new Set(['true', 'false']),
  'aria-multiline': new Set(['true', 'false']), 'aria-modal': new Set(['true', 'false']), 'aria-haspopup': new Set(['true', 'false', 'menu', 'listbox', 'dialog']),
  'hidden': new Set(['']), 'disabled': new Set(['']),
};
const TAGS = new Set(('a abbr address article aside b bdi bdo blockquote body br button canvas caption center cite code col colgroup dd del details dialog div dl dt em fieldset figure '
  + 'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label legend li link main map mark menu meta nav noscript object ol optgroup option p picture pre progress q s section '
  + 'select slot small span strong style sub summary sup svg path table tbody td template textarea tfoot th thead time title tr u ul video wbr').split(' '));

/**
 * What stands around a reply's editor, ready to be pasted into an issue: which candidate of the description hit or failed, and a tree of
 * tags, roles, classes, ids and names of attributes. No text of the page, no names, no addresses: what could be a customer's is "~". It is
 * at most `LONGEST` long, in ASCII.
 */
export function diagnose(asked: DiagnoseAsked): string {
  const { host, editor, reading, changed, shifted, version, browser } = asked;
  const said = wordsSaid(editor.ownerDocument);
  const builtIn = host !== null && known.includes(host);
  const list = (keys: readonly string[]): string => keys.map((key) => plainToken(key, said)).join(', ') || 'none';
  const head = [
    `Keepword ${ascii(version)}, ${ascii(browser)}`,
    `page: ${host === null ? 'not described' : builtIn ? `${host.id}, description of ${host.evidence.date}` : 'described by a pack or the agent'}`,
    `level: ${reading.level}; missing: ${list(reading.missing)}; sources ${reading.disagree ? 'disagree' : 'agree'}`,
    `changed: ${list(changed)}; shifted: ${list(shifted)}`,
  ];
  const keys = host === null ? [] : ['', 'candidates, best first (rank hit; * taken, in the composer / on the page):', ...candidatesOf(host, builtIn, asked)];
  const chain = [...upwards(editor)].slice(0, ANCESTORS).reverse().map((element) => line(element, said));
  const tree = new Tree(said, editor, reading.composer);
  return bounded([...head, ...keys, '', 'from the page down to the editor:', ...chain.map((each, depth) => `${' '.repeat(depth)}${each}`), '', 'around the composer:', ...tree.lines(topOf(reading.composer))]);
}

function topOf(composer: Element): Element {
  let top = composer;
  for (let steps = 0; steps < ABOVE && top.parentElement !== null && top.parentElement.localName !== 'html'; steps += 1) top = top.parentElement;
  return top;
}

/** The description's keys with what each candidate finds. Selectors of our own files are told, of others only their places: they may hold what an agent pointed at. */
function candidatesOf(host: HostData, builtIn: boolean, { editor, reading }: DiagnoseAsked): readonly string[] {
  const groups: readonly (readonly [string, Readonly<Record<string, Candidates | string | undefined>>])[] = [['read', host.read as never], ['write', host.write as never]];
  return groups.flatMap(([group, keys]) => Object.entries(keys).flatMap(([key, candidates]) => {
    if (!Array.isArray(candidates)) return [];
    const told = (candidates as Candidates).map((candidate, rank) => {
      const inside = findAll(reading.composer, [candidate]).length, all = findAll(editor.ownerDocument, [candidate]).length;
      const selector = typeof candidate === 'string' ? candidate : candidate.selector;
      return `${reading.ranks[key] === rank ? '*' : ''}${rank}: ${inside}/${all}${builtIn ? ` ${ascii(selector)}` : ''}`;
    });
    return [` ${group}.${key}${reading.failed.includes(key) ? ' FAILED' : ''}  ${told.join('  ')}`];
  }));
}

/** The tree, its branches away from the editor cut short. */
class Tree {
  constructor(private readonly said: ReadonlySet<string>, private readonly editor: Element, private readonly composer: Element) {}

  lines(element: Element, depth = 0): readonly string[] {
    const own = `${' '.repeat(depth)}${line(element, this.said)}${element === this.editor ? ' <= editor' : element === this.composer ? ' <= composer' : ''}`;
    // What is written in the reply is the agent's.
    if (element === this.editor) return [own];
    const below = element.shadowRoot ?? element;
    const shadow = element.shadowRoot === null ? [] : [`${' '.repeat(depth + 1)}#shadow`];
    if (depth >= DEPTH) return below.childElementCount > 0 ? [`${own} (+${below.childElementCount})`] : [own];
    return [own, ...shadow, ...this.#children(below, depth + 1)];
  }

  /** Like beside like is told once. */
  #children(parent: ParentNode, depth: number): readonly string[] {
    const told: { text: string; count: number }[] = [];
    let left = 0;
    for (const [at, child] of [...parent.children].entries()) {
      if (at >= CHILDREN && !child.contains(this.editor)) {
        left += 1;
        continue;
      }
      const text = this.lines(child, depth).join('\n');
      const last = told.at(-1);
      if (last?.text === text) last.count += 1;
      else told.push({ text, count: 1 });
    }
    return [...told.map(({ text, count }) => (count === 1 ? text : text.replace(/^(.*)$/mu, `$1 x${count}`))), ...(left > 0 ? [`${' '.repeat(depth)}(+${left})`] : [])];
  }
}

/** One element: "div#~.compose.~[role=dialog][data-id] t", t where it holds text of its own. */
function line(element: Element, said: ReadonlySet<string>): string {
  const { localName, id } = element;
  const tag = TAGS.has(localName) ? localName : plainToken(localName, said);
  const classes = [...element.classList].slice(0, CLASSES).map((name) => `.${plainToken(name, said)}`);
  const text = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && clean(nodeValue ?? '') !== '');
  const marks = element.attributes.length === 0 ? [] : [...element.attributes].flatMap(({ name, value }) => markOf(name, value, element, said));
  return `${tag}${id === '' ? '' : `#${plainToken(id, said)}`}${[...new Set(classes)].join('')}${[...new Set(marks)].join('')}${text ? ' t' : ''}`;
}

function markOf(name: string, value: string, element: Element, said: ReadonlySet<string>): readonly string[] {
  if (name === 'id' || name === 'class' || name === 'style') return [];
  if (FIXED[name]) return FIXED[name].has(value) ? [value === '' ? `[${name}]` : `[${name}=${value}]`] : [`[${name}]`];
  const told = name === 'role' || TEST_IDS.has(name) || (name === 'type' && element.matches('input, button')) || (name === 'name' && element.matches('input, select, textarea, form, button'));
  if (told) return [`[${name}=${value.split(/\s+/u, 4).map((word) => plainToken(word, said)).join(' ')}]`];
  return name.startsWith('data-') || name.startsWith('aria-') || isOurs(name) ? [`[${plainToken(name, said)}]`] : [];
}

const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/gu, '~');

function bounded(lines: readonly string[]): string {
  const text = lines.join('\n');
  if (text.length <= LONGEST) return text;
  const note = '\n(cut here)';
  const cut = text.slice(0, LONGEST - note.length);
  return `${cut.slice(0, cut.lastIndexOf('\n'))}${note}`;
}
