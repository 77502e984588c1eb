import { clean, findFirst } from './strategies';
import type { HostReading, Page } from './types';

/** A page nobody described: the editor, a title, and an address that looks as if it named one thing. */
export function generic(editor: HTMLElement, page: Page): HostReading {
  const url = new URL(page.url);
  const stable = /\d{2,}|[0-9a-f]{8}-[0-9a-f]{4}/iu.test(url.pathname + url.search + url.hash);
  const composer = editor.closest('form, [role=dialog], [role=region]') ?? editor.parentElement ?? editor;
  const send = composer.localName === 'form' ? (findFirst(composer, ['[type=submit]'])?.element ?? null) : null;
  return {
    host: { id: 'page', name: url.hostname },
    level: 'generic',
    missing: ['customer', 'message', ...(stable ? [] : ['conversation']), ...(send ? [] : ['send'])],
    conversation: stable ? { host: url.origin, id: url.pathname + url.search + url.hash, url: page.url, title: clean(page.title) || null } : null,
    disagree: false,
    customer: { name: null, address: null, message: null, since: null },
    internal: false,
    composer,
    send: send ? [send] : [],
    ranks: {},
    failed: [],
  };
}
