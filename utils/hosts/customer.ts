import type { LeftOut } from '../editors';
import { readQuote, readQuoteIn } from './quote';
import {
  around, bareSubject, clean, findAll, findFirst, firstValue, instantOf, lastOf, messageText, person, sameName, shown, Tally,
} from './strategies';
import type { HostData, HostReading, Page, Remembered } from './types';

type Customer = HostReading['customer'];
const NOBODY: Customer = { name: null, address: null, message: null, since: null };

export interface Asked {
  readonly host: HostData;
  readonly editor: Element;
  readonly composer: Element;
  /** The message area, only where it belongs to this reply. */
  readonly root: Element | null;
  readonly id: string | null;
  readonly page: Page;
  readonly leftOut: readonly LeftOut[];
}

/** Whom the reply answers, what they wrote, and the page it was remembered from. Says nothing where it is not sure. */
export function customerOf(asked: Asked, tally: Tally): { readonly customer: Customer; readonly remembered: Remembered | null } {
  const to = recipient(asked, tally);
  const { host, root, page } = asked;
  if (host.customer === 'quote' || host.customer === 'memory') return fromBefore(asked, to);
  const read = root === null ? NOBODY : strategies[host.customer ?? 'only'](asked, root, to, tally);
  return { customer: { ...read, name: read.name ?? to.name, address: read.address ?? to.address, since: instantOf(read.since, page.zone) }, remembered: null };
}

type Person = ReturnType<typeof person>;
type InRoot = (asked: Asked, root: Element, to: Person, tally: Tally) => Customer;

const strategies: Readonly<Record<'by-type' | 'by-sender' | 'by-recipient' | 'only', InRoot>> = {
  'by-type': ({ host: { read } }, root, _to, tally) => {
    const last = findAll(root, read.customer).at(-1);
    tally.note('customer', read.customer, last?.rank);
    if (!last) return NOBODY;
    return details(read, last.element, root, tally);
  },
  'by-sender': ({ host: { read }, page, editor }, root, to, tally) => {
    const own = ownAddress(page.title) ?? ownAddress(editor.ownerDocument.title);
    const items = findAll(root, read.item).filter(({ element }) => !element.contains(editor));
    const last = lastOf(items, ({ element }) => {
      const sender = person(firstValue(element, read.address, 'address', new Tally())).address?.toLowerCase();
      // Where the page does not say who we are, the reply's recipient says who they are.
      return sender !== undefined && (own === null ? sender === to.address?.toLowerCase() : sender !== own);
    });
    tally.note('item', read.item, last?.rank);
    if (!last) return NOBODY;
    const open = read.openItem === undefined || last.element.matches(read.openItem);
    const told = details(read, last.element, last.element, tally);
    return open ? told : { ...told, message: null };
  },
  'by-recipient': ({ host: { read } }, root, to, tally) => {
    const names = findAll(root, read.name);
    const messages = findAll(root, read.message);
    for (const { element, rank } of [...messages].reverse()) {
      const sender = lastOf(names, (name) => Boolean(name.element.compareDocumentPosition(element) & 4));
      const who = person(clean(sender?.element.textContent ?? ''));
      const same = who.address !== null && to.address !== null
        ? who.address.toLowerCase() === to.address.toLowerCase()
        : who.name !== null && to.name !== null && sameName(who.name, to.name);
      if (!same) continue;
      tally.note('message', read.message, rank);
      return { name: who.name, address: who.address, message: messageText(element), since: null };
    }
    tally.note('message', read.message, messages.at(-1)?.rank);
    return NOBODY;
  },
  only: ({ host: { read } }, root, _to, tally) => {
    const messages = findAll(root, read.message);
    const [only] = messages;
    tally.note('message', read.message, only?.rank);
    if (!only || messages.length > 1) return { ...NOBODY, ...named(read, root, tally) };
    return { ...details(read, only.element, root, tally), ...named(read, root, tally) };
  },
};

function details(read: HostData['read'], item: Element, root: Element, tally: Tally): Customer {
  const body = findAll(item, read.body).at(-1) ?? null;
  tally.note('body', read.body, body?.rank);
  const text = body?.element ?? (read.body === undefined ? item : largestText(item));
  const inside = named(read, item, tally);
  const outside = item === root ? inside : named(read, root, new Tally());
  return {
    name: inside.name ?? outside.name,
    address: inside.address ?? outside.address,
    message: text === null ? null : messageText(text),
    since: firstValue(item, read.date, 'date', tally),
  };
}

function named(read: HostData['read'], scope: ParentNode, tally: Tally): Person {
  const name = person(firstValue(scope, read.name, 'name', tally));
  const address = person(firstValue(scope, read.address, 'address', tally)).address;
  return { name: name.name, address: address ?? name.address };
}

/**
 * Where every class was renamed: the body of a message is its largest block of text that is no table, heading or list of
 * people. Only a block with most of the item's text counts.
 */
function largestText(item: Element): Element | null {
  const length = (element: Element): number => clean(element.textContent ?? '').length;
  const blocks = [...item.querySelectorAll('div')].filter((block) => !block.querySelector('table, h1, h2, h3, span[email]') && !block.closest('table, blockquote'));
  const largest = blocks.reduce<Element | null>((best, block) => (best === null || length(block) > length(best) ? block : best), null);
  return largest !== null && length(largest) * 2 > length(item) ? largest : null;
}

/** The agent's own address: mail programs write it into the title. */
export function ownAddress(title: string): string | null {
  return person(lastOf(clean(title).split(/\s[-–—|]\s/u), (part) => part.includes('@')) ?? null).address?.toLowerCase() ?? null;
}

function recipient({ host: { write }, composer }: Asked, tally: Tally): Person {
  const name = person(firstValue(composer, write.recipientName, 'recipientName', tally));
  const address = person(firstValue(composer, write.recipientAddress, 'recipientAddress', tally)).address;
  return { name: name.name, address: address ?? name.address };
}

/** Hosts whose reply page no longer shows the message: what was seen before, where it is surely the same; else the quote. */
function fromBefore({ host, editor, composer, id, page, leftOut }: Asked, to: Person): { customer: Customer; remembered: Remembered | null } {
  const subject = firstValue(composer, host.read.subject, 'subject', new Tally());
  const seen = lastOf(page.memory.all(host.id), (candidate) => host.customer === 'memory'
    ? candidate.id === id
    : to.address !== null && candidate.address?.toLowerCase() === to.address.toLowerCase()
      && subject !== null && candidate.subject !== null && bareSubject(subject) === bareSubject(candidate.subject));
  if (seen) {
    const { name, address, message, since } = seen;
    return { customer: { name: name ?? to.name, address: address ?? to.address, message, since }, remembered: seen };
  }
  const quote = host.customer === 'quote' ? (readQuoteIn(editor) ?? readQuote(leftOut)) : null;
  return { customer: { name: to.name ?? quote?.name ?? null, address: to.address, message: quote?.message ?? null, since: null }, remembered: null };
}

/** Keeps the customer's message of a page that shows it, for the reply's page to come. Nothing where the page is no such page. */
export function rememberFrom(host: HostData, document: Document, url: string, page: Page, idOf: (template: string) => string | null): void {
  const data = host.remember;
  if (data === undefined) return;
  const ids = data.id.map(idOf);
  if (ids.some((id) => id === null)) return;
  const requester = person(firstValue(document, data.requester, 'requester', new Tally()));
  const items = data.item === undefined ? [document.documentElement] : findAll(document, data.item).map(({ element }) => element);
  const item = lastOf(items, (candidate) => {
    if (data.requester === undefined) return true;
    const sender = person(firstValue(candidate, data.address, 'address', new Tally()));
    return sender.address !== null && sender.address.toLowerCase() === requester.address?.toLowerCase();
  });
  if (!item) return;
  const body = findFirst(item, data.body);
  const message = body === null || !shown(body.element) ? null : messageText(body.element);
  if (message === null) return;
  const sender = person(firstValue(item, data.address, 'address', new Tally()));
  const named_ = person(firstValue(item, data.name, 'name', new Tally()));
  page.memory.put({
    host: host.id,
    id: ids.join('/'),
    url,
    subject: firstValue(document, data.subject, 'subject', new Tally()),
    name: named_.name ?? requester.name,
    address: sender.address ?? named_.address ?? requester.address,
    message,
    since: instantOf(firstValue(item, data.date, 'date', new Tally()), page.zone),
  });
}

/** Is the editor, or its composer, a note to colleagues? */
export function isInternal(host: HostData, editor: Element, composer: Element): boolean {
  const { internal } = host.write;
  return around(editor, internal) !== null || findAll(composer, internal).some(({ element }) => shown(element) || element.localName === 'input');
}
