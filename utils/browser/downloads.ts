import { browser } from 'wxt/browser';

interface Permissions {
  contains(ask: { permissions: string[] }): Promise<boolean>;
  request(ask: { permissions: string[] }): Promise<boolean>;
}
interface Download {
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly error?: string;
}
interface Downloads {
  download(what: { url: string; filename: string; saveAs: boolean; conflictAction: 'overwrite' }): Promise<number>;
  search(which: { id: number }): Promise<readonly Download[]>;
}
/** Looked up at each use: the downloads appear once they are allowed. */
const permissions = (): Permissions => browser.permissions as unknown as Permissions;
const downloads = (): Downloads | undefined => (browser as unknown as { readonly downloads?: Downloads }).downloads;
const DOWNLOADS = { permissions: ['downloads'] };

/** How often a download is looked at, and for how long it may take. Milliseconds. */
const LOOK = 100;
const PATIENCE = 120_000;

/** Whether files may be put into the downloads folder. */
export const hasDownloads = (): Promise<boolean> => permissions().contains(DOWNLOADS);

/** Asks the agent for it. Only within their click: nothing may be awaited before. */
export const requestDownloads = (): Promise<boolean> => permissions().request(DOWNLOADS);

/** The browser does not let us use the downloads folder (any more). */
export class DownloadsRefused extends Error {
  override readonly name = 'DownloadsRefused';
  constructor() {
    super('the browser does not allow the downloads folder');
  }
}

/**
 * Puts a text into the downloads folder, over a file of the same name, and answers when it is there.
 * @param name may hold a folder: "Keepword/keepword-2026-12-01.json".
 * @throws DownloadsRefused without the permission; else naming why the browser gave up (disk full, folder gone).
 */
export async function saveFile({ name, mime, text }: { readonly name: string; readonly mime: string; readonly text: string }): Promise<void> {
  const api = downloads();
  if (!api || !(await hasDownloads())) throw new DownloadsRefused();
  const { url, done } = urlOf(mime, text);
  try {
    const id = await api.download({ url, filename: name, saveAs: false, conflictAction: 'overwrite' });
    for (let waited = 0; waited < PATIENCE; waited += LOOK) {
      const [item] = await api.search({ id });
      if (item?.state === 'complete') return;
      if (item?.state === 'interrupted') throw new Error(`the download was interrupted (${item.error ?? 'for no reason told'})`);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    throw new Error('the download did not end');
  } finally {
    done();
  }
}

/**
 * A worker (Chromium) has no addresses for blobs, but downloads a data address of any length (60 MB measured); Firefox refuses data
 * addresses, but its background is a page and has blobs.
 */
function urlOf(mime: string, text: string): { readonly url: string; readonly done: () => void } {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(new Blob([text], { type: mime }));
    return { url, done: () => URL.revokeObjectURL(url) };
  }
  return { url: `data:${mime};base64,${base64(text)}`, done: () => undefined };
}

/** Of the text's UTF-8. In pieces of a length divisible by three, so that the pieces can be put together as they are. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 30_000) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000))));
  return pieces.join('');
}
