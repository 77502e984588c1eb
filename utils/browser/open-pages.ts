import { browser } from 'wxt/browser';
import { ownUrl } from './runtime';

interface Manifest {
  readonly content_scripts?: readonly { readonly js?: readonly string[]; readonly matches?: readonly string[]; readonly exclude_matches?: readonly string[] }[];
}
interface Scripting {
  executeScript(what: { target: { tabId: number; allFrames: boolean }; files: string[]; injectImmediately: boolean }): Promise<unknown>;
}

/**
 * Brings the content script into the pages that are open already: after an installation, and after an update, where the old one is cut off.
 * Chromium does it for nobody; Firefox does it by itself, and here is nothing to do. It takes the right to these hosts in the manifest: that
 * a content script is declared for them is not enough (156, measured), and asks the user nothing more than that does.
 * @param more match patterns beside the declared ones
 */
export async function fillOpenPages(more: readonly string[]): Promise<void> {
  if (ownUrl('/').startsWith('moz-extension:')) return;
  const scripts = (browser.runtime.getManifest() as Manifest).content_scripts ?? [];
  const files = [...new Set(scripts.flatMap(({ js = [] }) => js))];
  const url = [...new Set([...scripts.flatMap(({ matches = [] }) => matches), ...more])];
  if (files.length === 0 || url.length === 0) return;
  const except = scripts.flatMap(({ exclude_matches = [] }) => exclude_matches);
  const left = new Set((except.length === 0 ? [] : await browser.tabs.query({ url: except })).map(({ id }) => id));
  for (const { id, discarded } of await browser.tabs.query({ url })) {
    if (id === undefined || discarded === true || left.has(id)) continue;
    // A tab that may not be scripted (an error page) gets it with its next load.
    await (browser.scripting as unknown as Scripting).executeScript({ target: { tabId: id, allFrames: true }, files, injectImmediately: true }).catch(() => undefined);
  }
}
