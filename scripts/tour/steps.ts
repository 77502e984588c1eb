/**
 * The main job, step by step, as an agent would do it on the practice inbox. Each step looks, and throws when what must be
 * there is not; what it saw is handed back in words.
 */
import type { Frame, Page } from 'puppeteer-core';
import { click, clickIn, draftOf, panelFrame, settled, textsOf, until } from '../driving';
import type { Session } from '../browsers';
import type { Scene } from './scenes';

export const BODY = '#reply-body';
export type Say = (step: string, seen: string) => void;

const holds = (all: readonly string[], part: string): string | undefined => all.find((text) => text.includes(part));

/** Opens the customer's message and a reply to it; the panel comes with it. */
export async function openReply(session: Session, scene: Scene): Promise<{ page: Page; panel: Frame }> {
  const page = await session.open(`practice.html#/conversation/${scene.conversation}`);
  await click(page, '#reply-open');
  await click(page, BODY);
  const panel = await panelFrame(page);
  await until(`${scene.customer} in the panel`, async () => holds(await textsOf(panel, '.customer'), scene.customer));
  return { page, panel };
}

/** Types the reply, a line at a time, as a person does. */
export async function typeReply(page: Page, paragraphs: readonly string[]): Promise<void> {
  await click(page, BODY);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) { await page.keyboard.press('Enter'); await page.keyboard.press('Enter'); }
    await page.keyboard.type(paragraph);
  }
}

/** What is written in the editor beside text: nothing of ours may be there. */
export const foreignNodes = (page: Page, selector: string): Promise<string[]> =>
  page.$eval(selector, (editor) => [...editor.querySelectorAll('*')].filter((node) => !/^(DIV|P|BR)$/.test(node.tagName) || node.attributes.length > 0).map((node) => node.outerHTML));

/** How many ranges of the editor are highlighted. */
export const highlighted = (page: Page): Promise<number> =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));

export async function markAndUndo(page: Page, panel: Frame, scene: Scene): Promise<string> {
  await until(`a mark on “${scene.marked}”`, async () => holds(await textsOf(panel, '.mark .mark-words'), scene.marked));
  await until('highlights in the editor', async () => (await highlighted(page)) > 0);
  const foreign = await foreignNodes(page, BODY);
  if (foreign.length > 0) throw new Error(`something of ours stands in the editor: ${foreign.join(' ')}`);
  const before = await draftOf(page, BODY);
  await clickIn(panel, '.mark', scene.marked, '.take');
  const after = await until('the words replaced', async () => { const now = await draftOf(page, BODY); return now !== before && !now.includes(scene.marked) ? now : null; });
  await click(page, BODY);
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await until('one undo brings the words back', async () => (await draftOf(page, BODY)) === before, 4000);
  const sentence = after.split('\n').find((line) => !before.includes(line)) ?? after;
  return `“${scene.marked}” → “${sentence.trim()}”, and one undo brought it back`;
}

/** Puts the first suggested phrase at the caret. */
export async function insertPhrase(page: Page, panel: Frame): Promise<string> {
  await click(page, BODY);
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.press('Enter');
  const before = await draftOf(page, BODY);
  const offered = await until('a suggested phrase', async () => (await textsOf(panel, '.suggestion .clamp-3')).at(0));
  await settled(panel);
  const phrase = (await textsOf(panel, '.suggestion .clamp-3')).at(0) ?? offered;
  await click(panel, '.suggestion');
  const after = await until('the phrase in the draft', async () => { const now = await draftOf(page, BODY); return now.length > before.length + 10 ? now : null; });
  const fold = (text: string) => text.replace(/[\s“”"„]+/g, ' ').trim();
  if (!fold(after).includes(fold(phrase).slice(0, 30))) throw new Error(`the draft holds “${after}”, not the phrase “${phrase}”`);
  return phrase;
}

/** Keeps the promise by one click; it is in the ledger when the panel says so. */
export async function keepPromise(panel: Frame, scene: Scene): Promise<string> {
  const shown = await until(`the promise “${scene.promise}”`, async () => holds(await textsOf(panel, '.promise'), scene.promise));
  if (!/15[:h.]00|3:00|15h/i.test(shown)) throw new Error(`the date of “${scene.promise}” was read as: ${shown}`);
  await clickIn(panel, '.promise', scene.promise, '[data-main]');
  await until('the promise kept', async () => (await textsOf(panel, '.promise.is-kept')).at(0));
  return shown;
}

/** Sends the reply; it stands in the thread as it was written. */
export async function send(page: Page): Promise<string> {
  await click(page, '#send');
  return until('the reply in the thread', async () => (await textsOf(page, 'article.message[data-from=agent] .body')).at(-1));
}
