import type { Family } from './types';

/** Engines told by a class or attribute that the engine itself puts on its editable element or around it. */
const SIGNS: readonly (readonly [Exclude<Family, 'textarea' | 'rich'>, string])[] = [
  ['froala', '.fr-element'],
  ['summernote', '.note-editable'],
  ['trix', 'trix-editor'],
  ['tinymce', '.mce-content-body'],
  ['ckeditor4', '.cke_editable'],
  ['ckeditor5', '.ck-editor__editable'],
  ['prosemirror', '.ProseMirror'],
  ['slate', '[data-slate-editor]'],
];

export function familyOf(element: HTMLElement): Family {
  if (isTextarea(element)) return 'textarea';
  return SIGNS.find(([, sign]) => element.closest(sign) !== null)?.[0] ?? 'rich';
}

/** By name, not by class: an element of another frame is no instance of this window's class. */
export function isTextarea(element: Element): element is HTMLTextAreaElement {
  return element.localName === 'textarea';
}

/** The outermost editable element around a node, across no frame; null where nothing can be edited. */
export function editableAround(node: Node | null): HTMLElement | null {
  const start = node === null ? null : node.nodeType === 1 ? (node as Element) : node.parentElement;
  if (start === null) return null;
  if (isTextarea(start)) return start.readOnly || start.disabled ? null : start;
  const document = start.ownerDocument;
  if (document.designMode === 'on') return document.body;
  let found: HTMLElement | null = null;
  for (let at: Element | null = start; at !== null; at = at.parentElement) {
    const state = at.getAttribute('contenteditable');
    if (state !== null && state !== 'false') found = at as HTMLElement;
    else if (state === 'false') found = null;
  }
  return found;
}

/** How a text goes into an engine. */
export type Technique =
  /** The browser's own command: DOM and native undo. Models that keep a text of their own would not follow. */
  | { readonly by: 'command' }
  /** A paste as from the keyboard. `command`: where nobody took the event, the command follows. */
  | { readonly by: 'paste'; readonly type: 'text/plain' | 'text/html'; readonly data: string; readonly command: boolean };

const COMMAND: Technique = { by: 'command' };
const plain = (data: string, command = true): Technique => ({ by: 'paste', type: 'text/plain', data, command });

/** The order of techniques measured for each engine in both browsers (tests/browser/editors.test.ts proves it). */
export function technique(family: Family, text: string, insert: 'exec' | undefined): Technique {
  const lines = text.includes('\n');
  switch (family) {
    case 'textarea':
    case 'froala':
    case 'summernote':
      return COMMAND;
    // In Firefox it gives the focus to a place of its own while it pastes, and on the way back it may take the caret from before ours: the words
    // would go there (Request Tracker, second replacement). The command goes where the selection is; the undo steps are asked for.
    case 'ckeditor4':
      return COMMAND;
    // It takes a paste in a later task and doesn't say so: a command after it would insert twice. Several lines pasted would begin a block
    // of their own.
    case 'tinymce':
      return lines || text === '' ? COMMAND : plain(text, false);
    case 'ckeditor5':
      // One line end is a soft break there and two are a paragraph, so an empty line would be lost.
      return plain(text.replaceAll('\n', '\n\n'));
    case 'prosemirror':
      if (insert === 'exec') return COMMAND;
      return lines ? { by: 'paste', type: 'text/html', data: slice(text), command: true } : plain(text);
    case 'trix':
      return plain(text);
    case 'slate':
    case 'rich':
      return insert === 'exec' ? COMMAND : plain(text);
  }
}

/**
 * Paragraphs open at both ends, as ProseMirror writes its own clipboard: the first joins the text before, the last the
 * text behind, blanks are kept. As plain text it would take any number of line ends for one.
 */
function slice(text: string): string {
  const paragraphs = text.split('\n').map((line) => line.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`));
  return paragraphs.map((line, index) => `<p${index === 0 ? ' data-pm-slice="1 1 []"' : ''}>${line}</p>`).join('');
}

/** ms an engine needs to take over a selection that was set for it: Slate looks at most every 100 ms, Trix with a frame, which comes late on a busy machine. */
export const settleMs = (family: Family): number => (family === 'slate' || family === 'trix' ? 130 : 40);

/**
 * Events on which an engine makes an undo step of what stands there, at no other price: TinyMCE ends a run of typing when
 * Ctrl comes up, CKEditor 4 counts input when a key comes up and saves on a click beside the text, Froala saves when the
 * focus goes, Summernote when a mouse button is let go. Without them, one undo takes what was typed before together with
 * what was inserted, or knows of no change at all.
 */
export function undoStep(element: HTMLElement, family: Family): void {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (view === null) return;
  if (family === 'tinymce') element.dispatchEvent(new view.KeyboardEvent('keyup', { key: 'Control', code: 'ControlLeft', keyCode: 17, ctrlKey: true }));
  else if (family === 'froala') for (const type of ['blur', 'focus']) element.dispatchEvent(new view.FocusEvent(type));
  else if (family === 'summernote') element.dispatchEvent(new view.MouseEvent('mouseup'));
  else if (family === 'ckeditor4') {
    element.dispatchEvent(new view.KeyboardEvent('keyup'));
    const root = element === element.ownerDocument.body ? element.ownerDocument.documentElement : element;
    root.dispatchEvent(new view.MouseEvent('click'));
  }
}
