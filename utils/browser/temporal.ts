import { ownUrl } from './runtime';

/** File of the polyfill, built from `entrypoints/temporal`. In no bundle: only what lacks Temporal loads it. */
const POLYFILL = 'temporal.js';

/** true where dates can be reckoned at once. Missing in Chrome and Edge before 144 and in Firefox before 139. */
export function hasTemporal(): boolean {
  return 'Temporal' in globalThis;
}

/**
 * For a service worker: puts Temporal in place before anything else runs. A worker may load scripts only while it
 * starts, and only in this way, so this is the first line of the background. Elsewhere it does nothing.
 */
export function loadTemporalInWorker(): void {
  const load = (globalThis as { importScripts?: (url: string) => void }).importScripts;
  if (!hasTemporal() && typeof load === 'function') load(ownUrl(POLYFILL));
}

/**
 * For pages and content scripts: resolves once Temporal is there. In a content script the file has to be among the
 * web-accessible resources of that host. @throws if the file does not load.
 */
export async function loadTemporal(): Promise<void> {
  if (hasTemporal()) return;
  await import(/* @vite-ignore */ ownUrl(POLYFILL));
}
