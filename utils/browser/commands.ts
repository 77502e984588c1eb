import { browser } from 'wxt/browser';
import { activeTab } from './tabs';

/** A key of the manifest's `commands`, as the user set it in the browser, was pressed over a tab. Not there in Firefox for Android. */
export function onCommand(name: string, listener: (tab: number) => void): void {
  browser.commands?.onCommand?.addListener((pressed: string, tab?: { readonly id?: number | undefined }) => {
    if (pressed !== name) return;
    if (tab?.id !== undefined) listener(tab.id);
    else void activeTab().then((id) => id !== null && listener(id)).catch(() => undefined);
  });
}
