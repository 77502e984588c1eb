import { browser } from 'wxt/browser';

const KEY = 'packOrigins';

/** Origins that were granted to fetch packs from and for nothing else, as match patterns: no reply is coached there. */
export async function packOrigins(): Promise<readonly string[]> {
  const kept = ((await browser.storage.local.get(KEY)) as Readonly<Record<string, unknown>>)[KEY];
  return Array.isArray(kept) ? kept.filter((origin): origin is string => typeof origin === 'string') : [];
}

export async function changePackOrigins(to: (origins: readonly string[]) => readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: [...new Set(to(await packOrigins()))] });
}

export function onPackOriginsChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) listener();
  });
}
