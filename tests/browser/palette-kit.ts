/** What the tests of the palette share: a reply to write in, and what the palette shows. */
import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browsers';
import { BODY } from '../../scripts/tour/steps';
import { click, draftOf, panelFrame, until } from './harness';

/** What the palette shows, or null while it is closed. */
export interface Seen {
  readonly rows: readonly string[];
  readonly active: string | null;
  readonly note: string | null;
  readonly fields: readonly string[];
  readonly preview: string;
  readonly open: number;
  readonly said: string;
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** Closed shadow roots are made open ones, for the test to look into; and what keys the page itself hears is written down. */
export const openRoots = (page: Page): Promise<void> => page.evaluate(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function open(init) { return attach.call(this, { ...init, mode: 'open' }); };
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  for (const type of ['keydown', 'keyup'] as const) document.addEventListener(type, (event) => heard.push(`${type} ${event.key}`), true);
});

/** A reply to a customer of the practice inbox. */
export async function replyIn(session: Session, conversation: string, kind: 'rich' | 'plain'): Promise<Page> {
  const page = await session.open(`practice.html#/conversation/${conversation}`);
  await openRoots(page);
  await click(page, '#reply-open');
  await page.select('#editor-kind', kind);
  await click(page, BODY);
  const panel = await panelFrame(page);
  await until('the reply read', () => panel.$('.suggestion'));
  return page;
}

export const look = (page: Page): Promise<Seen | null> => page.evaluate(() => {
  const root = [...document.body.children].map((element) => element.shadowRoot).find((each) => each?.querySelector('section.card > .list, section.card > .form, section.card > .note'));
  if (!root) return null;
  const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const { left, right, top, bottom } = root.querySelector('section.card')!.getBoundingClientRect();
  return {
    rows: [...root.querySelectorAll('[role=option] .title')].map(text), active: text(root.querySelector('[aria-selected=true] .title')) || null,
    note: text(root.querySelector('.note')) || null, fields: [...root.querySelectorAll('.field')].map(text), preview: text(root.querySelector('.preview .text')),
    open: root.querySelectorAll('.preview .open').length, said: text(root.querySelector('[role=status]')), box: { left, right, top, bottom },
  };
});
export const opened = (page: Page): Promise<Seen> => until('the palette', async () => { const seen = await look(page); return seen?.active || seen?.fields.length ? seen : null; });
export const closed = (page: Page): Promise<boolean> => until('the palette closed', async () => (await look(page)) === null);
export const draft = (page: Page): Promise<string> => draftOf(page, BODY);
export const bare = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export async function chord(page: Page, keys: readonly ('Control' | 'Alt' | 'Shift')[], key: Parameters<Page['keyboard']['press']>[0]): Promise<void> {
  for (const each of keys) await page.keyboard.down(each);
  await page.keyboard.press(key);
  for (const each of [...keys].reverse()) await page.keyboard.up(each);
}
