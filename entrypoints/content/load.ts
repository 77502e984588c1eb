import { framedUrl } from '../../utils/browser';
import type { StartOptions } from './start';

/** Name in the extension's own world under which the loaded script leaves its one function. */
export const LOADED = 'kwStart';
export type Loaded = { [LOADED]: (options: StartOptions) => void };

/** File built from `entrypoints/reply`; among the web-accessible resources, because a page's frame imports it. */
const FILE = 'reply.js';

/** Loads the rest of the content script, once. @throws where the browser does not let it in */
export async function loadReply(): Promise<Loaded[typeof LOADED]> {
  const world = globalThis as Partial<Loaded>;
  if (world[LOADED] === undefined) await import(/* @vite-ignore */ framedUrl(FILE, self.origin));
  const start = world[LOADED];
  if (start === undefined) throw new Error(`${FILE} left nothing behind`);
  return start;
}
