import { ownVersion } from '../../utils/browser';
import type { HostData, HostReading } from '../../utils/hosts';
import type { Verdict } from '../../utils/hosts/check';
import { diagnose } from '../../utils/hosts/diagnose';

/** How the page around a reply is built, for a report: see `diagnose`. Of the browser its name and number alone. */
export function diagnosis(host: HostData | null, editor: Element, reading: HostReading, { changed, shifted }: Verdict): string {
  const browser = /(?:Firefox|Edg|Chrome)\/\d+/u.exec(editor.ownerDocument.defaultView?.navigator.userAgent ?? '')?.[0] ?? 'browser';
  return diagnose({ host, editor, reading, changed, shifted, version: ownVersion(), browser });
}
