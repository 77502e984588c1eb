import { browser } from 'wxt/browser';

/** Amber and brick of the product's palette, dark enough for white figures. */
const COLOURS = { due: '#9a5b00', overdue: '#a3342a' } as const;

/** Puts a short text on the toolbar icon; an empty text takes it away. */
export async function setBadge(text: string, urgency: 'due' | 'overdue'): Promise<void> {
  await browser.action.setBadgeText({ text });
  if (text !== '') await browser.action.setBadgeBackgroundColor({ color: COLOURS[urgency] });
}

/**
 * Puts a sign on the toolbar icon of one tab, in place of what it shows everywhere else, with words that say what it means; null takes it
 * away. It goes by itself when the tab goes to another page.
 */
export async function markTab(tab: number, words: string | null): Promise<void> {
  // null gives the tab back what all tabs have; the types know no null.
  await browser.action.setBadgeText({ tabId: tab, text: (words === null ? null : '!') as string });
  await browser.action.setTitle({ tabId: tab, title: words === null || words === '' ? (browser.i18n.getMessage('app_name' as never) || 'Keepword') : words });
  if (words !== null) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: COLOURS.overdue });
}

/** A click on the toolbar icon: the page of that tab may be named from now until it goes elsewhere. Not told where Chromium opens the side panel by itself, see `openPanelOnIcon`. */
export function onIcon(listener: (tab: number | null) => void): void {
  browser.action.onClicked.addListener((tab) => listener(tab.id ?? null));
}
