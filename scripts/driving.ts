/** What a person does and sees in a page with Keepword: small steps shared by the tour, the screenshots and the tests. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks again until `look` gives something (not null, undefined, false or an empty list).
 * @throws with `what` when it never does.
 */
export async function until<T>(what: string, look: () => Promise<T>, ms = 20_000): Promise<NonNullable<T>> {
  const tries = Math.ceil(ms / 100);
  let last: unknown;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    try {
      const seen = await look();
      if (seen && !(Array.isArray(seen) && seen.length === 0)) return seen as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    await wait(100);
  }
  throw new Error(`never seen: ${what}${last ? ` (last: ${String((last as Error).message).split('\n')[0]})` : ''}`);
}

interface Context { readonly context: string; readonly children?: readonly Context[] | null }
interface Bidi {
  send(method: 'browsingContext.getTree', params: object): Promise<{ result: { contexts: readonly Context[] } }>;
  emit(event: 'browsingContext.contextCreated', context: object): void;
}

/**
 * Firefox doesn't tell Puppeteer of frames inside an extension's page, though it lists them when asked: what it should have
 * told is told in its stead.
 */
async function announceFrames(page: Page): Promise<void> {
  const { connection } = page.browser() as unknown as { readonly connection?: Bidi };
  if (!connection || typeof connection.send !== 'function') return;
  const { result } = await connection.send('browsingContext.getTree', {});
  for (const top of result.contexts) {
    for (const child of top.children ?? []) {
      if (announced.has(child.context)) continue;
      announced.add(child.context);
      connection.emit('browsingContext.contextCreated', { ...child, parent: top.context });
    }
  }
}
const announced = new Set<string>();

/** The panel's frame in a page. Firefox calls an extension's frame about:blank, so the frame itself is asked. */
export function panelFrame(page: Page): Promise<Frame> {
  return until('the panel in the page', async () => {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      const there = await frame.evaluate(() => /^(chrome|moz)-extension:$/.test(location.protocol) && location.pathname.endsWith('/panel.html')).catch(() => false);
      if (there) return frame;
    }
    if (page.url().startsWith('moz-extension:') || page.url() === 'about:blank') await announceFrames(page);
    return null;
  });
}

/** The visible text of a frame or page, white space folded. */
export const textOf = (at: Frame | Page, selector = 'body'): Promise<string> =>
  at.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim());

/** The text of every element that matches, white space folded. */
export const textsOf = (at: Frame | Page, selector: string): Promise<string[]> =>
  at.$$eval(selector, (elements) => elements.map((element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));

/** Clicks the first visible match, waiting for it. */
export async function click(at: Frame | Page, selector: string): Promise<void> {
  const element = await until(`${selector} to click`, () => at.$(selector));
  await (element as ElementHandle<Element>).click();
}

/** What an editor holds, as plain text. */
export const draftOf = (at: Frame | Page, selector: string): Promise<string> =>
  at.$eval(selector, (element) => (element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).innerText).replaceAll('\u00a0', ' '));

/** Waits until a frame shows the same for a moment: an agent doesn't click what is still being drawn either. */
export async function settled(at: Frame | Page): Promise<void> {
  let before = '';
  let same = 0;
  await until('the panel to come to rest', async () => {
    const now = await textOf(at);
    same = now === before ? same + 1 : 0;
    before = now;
    return same >= 4;
  });
}

/** Clicks a control in the row that holds `words`. The list may be drawn anew under our hands: then it is looked for again. */
export async function clickIn(at: Frame | Page, rows: string, words: string, control: string): Promise<void> {
  await settled(at);
  await until(`${control} beside “${words}”`, async () => {
    for (const row of await at.$$(rows)) {
      if (!(await row.evaluate((element) => (element as HTMLElement).innerText.replace(/\s+/g, ' '))).includes(words)) continue;
      const button = await row.$(control);
      if (!button) return null;
      await button.click();
      return true as const;
    }
    return null;
  });
}
