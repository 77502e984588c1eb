/**
 * The fields we write in. `attach(element, signal)` gives one interface to textareas, contenteditables of every make and
 * editors in frames of the same origin: the reply's text with its offsets, insertion by the editor's own input path with
 * reading back, marks that never touch the editor's tree.
 */
import { isTextarea } from './families';
import { PlainEditor } from './plain';
import { RichEditor } from './rich';
import type { AttachOptions, EditorAdapter } from './types';

export * from './types';
export { editableAround, familyOf, isTextarea, technique } from './families';
export { boxOf, boxesOf, frameOf, frameOffset, overlaps } from './boxes';
export { attributionAtEnd, plainZones } from './zones';
export { readPlain } from './read-plain';
export { readRich } from './read-rich';
export { moved } from './mirror';
export { stands } from './insert';
export { toClipboard } from './clipboard';

/** Attaches to an editable element until `signal` is aborted or the adapter disposed. */
export function attach(element: HTMLElement, signal: AbortSignal, options: AttachOptions = {}): EditorAdapter {
  return isTextarea(element) ? new PlainEditor(element, signal) : new RichEditor(element, signal, options);
}
