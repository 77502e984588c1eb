import { browser } from 'wxt/browser';

/** A tab as we are allowed to see it: the address is hidden where we have no right to the site. */
export interface SeenTab {
  readonly id: number;
  readonly url: string | null;
}

/** All tabs, with the addresses we may know. */
export async function openTabs(): Promise<readonly SeenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [{ id: tab.id, url: tab.url ?? null }]));
}

/** The tab in front of the agent, or null. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id ?? null;
}

/** Brings a tab and its window to the front. Answers false where the tab is gone. */
export async function showTab(id: number): Promise<boolean> {
  try {
    const tab = await browser.tabs.update(id, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined);
    return tab !== undefined;
  } catch {
    return false;
  }
}

/** Opens a new tab in front. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url, active: true });
}

export function onTabClosed(listener: (id: number) => void): void {
  browser.tabs.onRemoved.addListener((id) => listener(id));
}
