import { onIcon, openNativePanel, openPanelOnIcon, siteOf } from '../../utils/browser';
import { push } from '../../utils/messages/push';
import type { SiteHere } from '../../utils/messages/protocol';

/** ms in which a panel that was opened by the button asks what it was pressed over. */
const FRESH_MS = 10_000;

/**
 * The toolbar button opens the panel, on every page alike; what can be done there the panel says, with the reason before the browser's own
 * question. Chromium could open its panel by itself, but then doesn't tell which page lies under it (156, measured): we are told on a click
 * that is ours, and pay with the button not closing the panel again.
 */
export class Toolbar {
  #pressed: number | null = null;

  start(): void {
    void openPanelOnIcon(false).catch(() => undefined);
    onIcon((tab) => {
      // First: within the click alone may a panel be opened.
      void openNativePanel(tab);
      if (tab === null) return;
      this.#pressed = tab;
      setTimeout(() => (this.#pressed = null), FRESH_MS);
      void push({ to: 'panel', push: 'site.seen', tab });
    });
  }

  /** A page the browser doesn't name though the button was pressed over it is one where no extension may work. */
  async here(tab: number): Promise<SiteHere> {
    const here = await siteOf(tab);
    return here.state === 'unseen' && this.#pressed === tab ? { ...here, state: 'closed' } : here;
  }
}
