import type { Page } from '../../utils/hosts';
import type { Selected } from './selected';

/**
 * What the agent says is the customer's message, of one reply: selected before they began on a page nobody described, or pointed out
 * later; or that there is none. It holds for one conversation: at another address of the page it is forgotten.
 */
export class Heard {
  #said: { readonly chosen: NonNullable<Page['chosen']> | null; readonly url: string } | null = null;

  constructor(private readonly selected: Selected | null, url: string, undescribed: boolean) {
    const before = undescribed ? (selected?.take(performance.now()) ?? null) : null;
    if (before) this.#said = { chosen: before, url };
  }

  /** The page, with the agent's word on it. */
  on(page: Page): Page {
    if (this.#said === null) return page;
    if (this.#said.url === page.url) return { ...page, chosen: this.#said.chosen };
    this.#said = null;
    return page;
  }

  /** @returns whether there was anything to take */
  say(from: 'selection' | 'none', url: string): boolean {
    const chosen = from === 'none' ? null : (this.selected?.now() ?? null);
    if (from === 'selection' && chosen === null) return false;
    this.#said = { chosen, url };
    return true;
  }
}
