import { browser } from 'wxt/browser';

/**
 * A small memory that outlives the background's naps but not the browser: tab ids mean nothing after a restart.
 * Answers null where nothing was kept.
 */
export async function recall(key: string): Promise<unknown> {
  const kept: Record<string, unknown> = await browser.storage.session.get(key);
  return kept[key] ?? null;
}

export async function remember(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}
