import type { Family } from './types';

/** Engines told by a class or tag that the engine itself puts on its editable element or around it. */
const SIGNS: readonly (readonly [Exclude<Family, 'textarea' | 'rich'>, string])[] = [
  ['froala', '.fr-element'],
  ['summernote', '.note-editable'],
  ['trix', 'trix-editor'],
  ['tinymce', '.mce-content-body'],
  ['ckeditor4', '.cke_editable'],
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

/** How a text of this many lines goes in: the order of techniques measured for each engine in both browsers. */
export function technique(family: Family, text: string, insert: 'exec' | undefined): 'exec' | 'paste' | 'paste-and-wait' {
  if (family === 'textarea' || family === 'froala' || family === 'summernote' || family === 'trix') return 'exec';
  if (family === 'tinymce' || family === 'ckeditor4') return text.includes('\n') ? 'exec' : 'paste-and-wait';
  return insert ?? 'paste';
}
