import { browser } from 'wxt/browser';

interface Panels {
  readonly sidePanel?: {
    open?(where: { tabId: number }): Promise<void>;
    setPanelBehavior?(behaviour: { openPanelOnActionClick: boolean }): Promise<void>;
  };
  readonly sidebarAction?: { open(): Promise<void>; toggle?(): Promise<void> };
}

/** Looked up at each use: `browser` is a proxy in tests, and Firefox adds sidebarAction only to some contexts. */
const panels = (): Panels => browser as unknown as Panels;

/**
 * Opens the browser's own side panel (Chromium, for that tab) or sidebar (Firefox). Browsers allow it only within the
 * user's gesture, so call it before anything is awaited. A gesture survives a message in Chromium, not in Firefox.
 * Answers false where it could not be opened.
 */
export async function openNativePanel(tab: number | null): Promise<boolean> {
  const { sidePanel, sidebarAction } = panels();
  try {
    if (sidebarAction) {
      await sidebarAction.open();
      return true;
    }
    if (sidePanel?.open && tab !== null) {
      await sidePanel.open({ tabId: tab });
      return true;
    }
  } catch {
    return false;
  }
  return false;
}

/** Whether Chromium opens its side panel by itself at a click on the toolbar icon: it remembers. Firefox has no such setting, see `onIcon`. */
export async function openPanelOnIcon(itself: boolean): Promise<void> {
  await panels().sidePanel?.setPanelBehavior?.({ openPanelOnActionClick: itself });
}
