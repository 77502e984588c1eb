/**
 * Content script of the test extension: the very code of utils/editors in the isolated world in which it lives in the
 * product, told what to do by the page. What comes in and goes out are JSON strings, because objects don't cross worlds.
 */
import { attach, editableAround, type EditorAdapter } from '../../utils/editors';

export type Ask =
  | { readonly do: 'attach' }
  | { readonly do: 'look' | 'unpaint' }
  | { readonly do: 'select' | 'words' | 'paint'; readonly span: Span }
  | { readonly do: 'insert'; readonly text: string }
  | { readonly do: 'insert-all'; readonly texts: readonly string[] }
  | { readonly do: 'replace'; readonly span: Span; readonly text: string; readonly expect: string }
  | { readonly do: 'panel' };
interface Span { readonly start: number; readonly end: number }
/** What stands in the editor after each step. */
export interface Seen {
  readonly text: string;
  readonly leftOut: readonly string[];
  readonly selection: Span | null;
  readonly focused: boolean;
  readonly family: string;
  readonly answer: unknown;
}

let editor: EditorAdapter | null = null;
let stop = new AbortController();

function innermost(): Element | null {
  let at = document.activeElement;
  while (at?.localName === 'iframe') {
    const inner: Element | null | undefined = (at as HTMLIFrameElement).contentDocument?.activeElement;
    if (!inner) return at;
    at = inner;
  }
  return at;
}

function start(): void {
  stop.abort();
  stop = new AbortController();
  const element = editableAround(innermost());
  if (element === null) throw new Error(`nothing to write in: the focus is on ${innermost()?.outerHTML.slice(0, 200)}`);
  editor = attach(element, stop.signal);
}

/** The panel as the product shows it: a page of the extension, framed from a closed shadow root. */
function panel(): void {
  document.querySelector('keepword-test-panel')?.remove();
  const host = document.createElement('keepword-test-panel');
  host.style.cssText = 'position: fixed; right: 0; top: 0; width: 200px; height: 120px; z-index: 9';
  const frame = document.createElement('iframe');
  frame.src = (globalThis as unknown as { chrome: { runtime: { getURL(path: string): string } } }).chrome.runtime.getURL('panel.html');
  frame.style.cssText = 'width: 200px; height: 120px; border: 0';
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.body.append(host);
}

/** Engines mark the focus and look at the selection in tasks of their own: until nothing moved for a moment. */
async function still(element: HTMLElement): Promise<void> {
  let moved = true;
  const watch = new MutationObserver(() => { moved = true; });
  watch.observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
  for (let look = 0; moved && look < 12; look += 1) {
    moved = false;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  watch.disconnect();
}

/** Paints, and says whether the editor's tree is what it was. */
async function paint(at: EditorAdapter, span: Span): Promise<unknown> {
  await still(at.element);
  const tree = (): string => at.element.outerHTML.replace(/ (?:id|data-cke-expando)="[^"]*"/gu, '');
  const before = tree();
  const changes: string[] = [];
  const watch = new MutationObserver((records) => { changes.push(...records.map(({ type }) => type)); });
  // Attributes are told by what stands there before and after: CKEditor 4 lends its elements ids whenever it looks at the selection.
  watch.observe(at.element, { childList: true, characterData: true, subtree: true });
  at.paint([{ ...span, kind: 'term' }]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  watch.disconnect();
  const boxes = at.boxes(span).length;
  const after = tree();
  const same = after === before ? true : `${before} → ${after}`;
  return { same, changes, boxes };
}

async function answer(ask: Ask): Promise<unknown> {
  if (ask.do === 'attach') return start();
  if (ask.do === 'panel') return panel();
  if (editor === null) throw new Error('nothing attached');
  const at = editor;
  switch (ask.do) {
    case 'look': return null;
    case 'unpaint': return editor.paint([]);
    case 'select': return editor.select(ask.span);
    case 'words': return String(editor.rangeOf(ask.span) ?? '').replace(/[\u200b\ufeff\u2060]/gu, '');
    case 'paint': return paint(editor, ask.span);
    case 'insert': return editor.insertAtCaret(ask.text);
    case 'insert-all': return Promise.all(ask.texts.map((text) => at.insertAtCaret(text)));
    case 'replace': return editor.replace(ask.span, ask.text, ask.expect);
  }
}

function see(): Omit<Seen, 'answer'> | null {
  if (editor === null) return null;
  const { text, leftOut } = editor.text();
  const focus = innermost();
  return {
    text, leftOut: leftOut.map((part) => part.text), selection: editor.selection(),
    focused: focus === editor.element || editor.element.contains(focus), family: editor.family,
  };
}

window.addEventListener('kw-test-ask', (event) => {
  const { id, ask } = JSON.parse((event as CustomEvent<string>).detail) as { id: number; ask: Ask };
  const reply = (body: object): void => {
    window.dispatchEvent(new CustomEvent(`kw-test-answer-${id}`, { detail: JSON.stringify(body) }));
  };
  answer(ask).then(
    (value) => reply({ ...see(), answer: value ?? null }),
    (error: unknown) => reply({ error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) }),
  );
});
document.documentElement.dataset.probe = 'ready';
