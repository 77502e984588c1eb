import { browser } from 'wxt/browser';

/** Amber and brick of the product's palette, dark enough for white figures. */
const COLOURS = { due: '#9a5b00', overdue: '#a3342a' } as const;

/** Puts a short text on the toolbar icon; an empty text takes it away. */
export async function setBadge(text: string, urgency: 'due' | 'overdue'): Promise<void> {
  await browser.action.setBadgeText({ text });
  if (text !== '') await browser.action.setBadgeBackgroundColor({ color: COLOURS[urgency] });
}

/** A click on the toolbar icon: the page of that tab may be named from now until it goes elsewhere. Not told where Chromium opens the side panel by itself, see `openPanelOnIcon`. */
export function onIcon(listener: (tab: number | null) => void): void {
  browser.action.onClicked.addListener((tab) => listener(tab.id ?? null));
}
