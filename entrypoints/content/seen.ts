import type { EditorAdapter } from '../../utils/editors';
import { cancelled, shown, type HostData, type HostReading } from '../../utils/hosts';
import type { Look } from './sent';

/** The draft in an editor; '' where only stands what the host puts into an empty one. */
export function draftOf(host: HostData | null, editor: EditorAdapter): string {
  const { text } = editor.text();
  return host?.blank !== undefined && text.trim() === host.blank ? '' : text;
}

/** What the editor holds of the thread below the reply. */
export function threadOf(editor: EditorAdapter): readonly string[] {
  return editor.text().leftOut.flatMap(({ kind, text }) => (kind === 'quote' ? [text] : []));
}

/** The editor stands in its page, and its frame does. */
export function isAlive({ element }: EditorAdapter): boolean {
  const view = element.ownerDocument.defaultView;
  return element.isConnected && view !== null && (view.frameElement?.isConnected ?? true);
}

/** One look at the composer, for who watches whether the reply goes out. */
export function lookAt(host: HostData | null, editor: EditorAdapter, read: () => HostReading, inThread: () => boolean | null): Look {
  const present = isAlive(editor) && shown(editor.element);
  return {
    present,
    text: present ? draftOf(host, editor) : '',
    conversation: present ? read().conversation?.id ?? null : null,
    stopped: present && cancelled(host, editor.element),
    inThread: inThread(),
  };
}
