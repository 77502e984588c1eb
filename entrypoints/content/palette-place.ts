import { isTextarea, overlaps, type Box, type EditorAdapter } from '../../utils/editors';
import type { Session } from './palette-session';

/** Characters before the caret that are looked at before the whole text is read. */
const GLANCE = 48;

/** A few characters before the caret, as far as its own piece of text reaches: enough to tell that there is nothing to do. */
export function glance(element: HTMLElement): string {
  if (isTextarea(element)) return element.value.slice(Math.max(0, element.selectionStart - GLANCE), element.selectionStart);
  const selection = element.ownerDocument.defaultView?.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node || node.nodeType !== 3 || !element.contains(node)) return '';
  return (node.textContent ?? '').slice(Math.max(0, selection.focusOffset - GLANCE), selection.focusOffset);
}

/** The line the palette belongs to, in the outermost viewport; null while it is scrolled out of the editor's view. */
export function lineOf(editor: EditorAdapter, { start, typed }: Pick<Session, 'start' | 'typed'>): Box | null {
  const within = editor.box();
  const [typedBox] = editor.boxes({ start, end: start + Math.max(1, typed.length) });
  const before = typedBox ?? (start > 0 ? editor.boxes({ start: start - 1, end: start }).at(-1) : undefined);
  // An empty line has no box of its own: then the top of the editor, one line high.
  const line = typedBox ?? (before ? { ...before, left: before.right } : { left: within.left + 8, right: within.left + 8, top: within.top + 4, bottom: Math.min(within.bottom, within.top + 28) });
  return overlaps({ ...line, right: Math.max(line.right, line.left + 1) }, { ...within, left: -Infinity, right: Infinity }) ? line : null;
}
