import type { LeftOut } from '../editors';
import { readQuote, readQuoteIn } from './quote';
import {
  around, bareSubject, clean, findAll, findFirst, firstValue, instantOf, lastOf, messageText, person, sameName, shown, Tally, valueOf, type Hit,
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

/** Whom the reply answers, and where that was read. */
export interface Told {
  readonly customer: Customer;
  /** The page it was remembered from. */
  readonly remembered: Remembered | null;
  /** What the words were read in; null where none were. */
  readonly at: Element | null;
  /** The message is folded to a snippet, or ends too early. */
  readonly lacks: readonly ('collapsed' | 'clipped')[];
}
/** What a strategy finds in the message area. */
type Found = Omit<Told, 'remembered'>;
const NOTHING: Found = { customer: NOBODY, at: null, lacks: [] };

/** Whom the reply answers, what they wrote, and the page it was remembered from. Says nothing where it is not sure. */
export function customerOf(asked: Asked, tally: Tally): Told {
  const to = recipient(asked, tally);
  const { host, root, page } = asked;
  if (host.customer === 'quote' || host.customer === 'memory') return fromBefore(asked, to);
  const { customer, at, lacks } = root === null ? NOTHING : strategies[host.customer ?? 'only'](asked, root, to, tally);
  return { customer: { ...customer, name: customer.name ?? to.name, address: customer.address ?? to.address, since: instantOf(customer.since, page.zone) }, remembered: null, at, lacks };
}

type Person = ReturnType<typeof person>;
type InRoot = (asked: Asked, root: Element, to: Recipients, tally: Tally) => Found;

const strategies: Readonly<Record<'by-type' | 'by-sender' | 'by-recipient' | 'by-requester' | 'only', InRoot>> = {
  'by-type': ({ host: { read }, page }, root, _to, tally) => {
    const all = findAll(root, read.customer);
    const last = lastOf(inOrder(all, read, page.zone), ({ element }) => shown(element));
    tally.note('customer', read.customer, all[0]?.rank);
    return last ? details(read, last.element, root, tally) : { ...NOTHING, customer: requester(read, root, tally) };
  },
  'by-sender': ({ host: { read }, page, editor }, root, to, tally) => {
    const own = ownAddress(page.title) ?? ownAddress(editor.ownerDocument.title);
    const all = findAll(root, read.item).filter(({ element }) => !element.contains(editor));
    tally.note('item', read.item, all[0]?.rank);
    const last = lastOf(inOrder(all, read, page.zone), ({ element }) => {
      const sender = person(firstValue(element, read.address, 'address', new Tally())).address?.toLowerCase();
      // Where the page does not say who we are, the reply's recipient says who they are.
      return sender !== undefined && (own === null ? to.addresses.includes(sender) : sender !== own) && shown(element);
    });
    return last ? details(read, last.element, root, tally) : NOTHING;
  },
  'by-recipient': ({ host: { read } }, root, to, tally) => {
    const names = findAll(root, read.name).filter(({ element }) => shown(element));
    const messages = findAll(root, read.message).filter(({ element }) => shown(element));
    tally.note('name', read.name, names[0]?.rank);
    tally.note('message', read.message, messages[0]?.rank);
    for (const [index, { element: name }] of [...names.entries()].reverse()) {
      const who = person(clean(name.textContent ?? ''));
      const same = who.address !== null && to.addresses.length > 0
        ? to.addresses.includes(who.address.toLowerCase())
        : who.name !== null && to.names.some((name) => sameName(who.name ?? '', name));
      if (!same) continue;
      const next = names[index + 1]?.element;
      const at = messages.find(({ element }) => follows(element, name) && (next === undefined || !follows(element, next)))?.element ?? null;
      const customer = { name: who.name, address: who.address, message: at === null ? null : messageText(at), since: null };
      return { customer, at, lacks: at === null ? ['collapsed'] : lacksOf(read, at) };
    }
    return NOTHING;
  },
  'by-requester': ({ host: { read }, page, editor }, root, _to, tally) => {
    const whose = requester(read, root, tally);
    const all = findAll(root, read.item).filter(({ element }) => !element.contains(editor));
    tally.note('item', read.item, all[0]?.rank);
    const last = lastOf(inOrder(all, read, page.zone), ({ element }) => {
      const { name, address } = named(read, element, new Tally());
      const same = address !== null && whose.address !== null
        ? address.toLowerCase() === whose.address.toLowerCase()
        : name !== null && whose.name !== null && sameName(name, whose.name);
      return same && shown(element);
    });
    if (last) return details(read, last.element, root, tally);
    const opening = whose.name ?? whose.address ? findFirst(root, read.opening) : null;
    const message = opening === null ? null : messageText(opening.element);
    return { customer: { ...whose, message }, at: message === null ? null : (opening?.element ?? null), lacks: [] };
  },
  only: ({ host: { read } }, root, _to, tally) => {
    const messages = findAll(root, read.message).filter(({ element }) => shown(element));
    const [only] = messages;
    tally.note('message', read.message, only?.rank);
    if (!only || messages.length > 1) return { ...NOTHING, customer: requester(read, root, tally) };
    return details(read, only.element, root, tally);
  },
};

const follows = (element: Node, before: Node): boolean => Boolean(before.compareDocumentPosition(element) & 4);

/** Oldest first: by dates or serial numbers where the first and the last have them, else as the host's data says. */
function inOrder(hits: readonly Hit[], read: HostData['read'], zone: string): readonly Hit[] {
  const ends = [hits[0], hits.at(-1)];
  const said = (key: 'date' | 'serial'): (string | null)[] => ends.map((hit) => (hit ? firstValue(hit.element, read[key], key, new Tally()) : null));
  const [first, last] = said('date').map((date) => instantOf(date, zone));
  const [low, high] = said('serial');
  const newestFirst = first && last && first !== last ? first > last : low && high && low !== high ? Number(low) > Number(high) : read.newestFirst === true;
  return newestFirst ? [...hits].reverse() : hits;
}

const lacksOf = (read: HostData['read'], item: Element): Found['lacks'] => (findFirst(item, read.clipped) ? ['clipped'] : []);

function details(read: HostData['read'], item: Element, root: Element, tally: Tally): Found {
  const folded = read.openItem !== undefined && !item.matches(read.openItem);
  const body = folded ? null : (findAll(item, read.body).at(-1) ?? null);
  const text = folded ? null : (body?.element ?? (read.body === undefined ? item : largestText(item)));
  if (!folded) tally.note('body', read.body, body?.rank ?? (text === null ? undefined : read.body?.length));
  const inside = named(read, item, tally);
  const outside = requester(read, root, tally);
  // A colleague of the customer's may have written: their name does not go with the other's address.
  const one = inside.name === null || outside.name === null || sameName(inside.name, outside.name);
  const customer = {
    name: inside.name ?? (inside.address === null ? outside.name : null),
    address: inside.address ?? (one ? outside.address : null),
    message: text === null ? null : messageText(text),
    since: firstValue(item, read.date, 'date', tally),
  };
  return { customer, at: customer.message === null ? null : text, lacks: folded ? ['collapsed'] : lacksOf(read, item) };
}

function named(read: HostData['read'], scope: ParentNode, tally: Tally): Person {
  const name = person(firstValue(scope, read.name, 'name', tally));
  const address = person(firstValue(scope, read.address, 'address', tally)).address;
  return { name: name.name, address: address ?? name.address };
}

function requester(read: HostData['read'], root: Element, tally: Tally): Customer {
  const name = person(firstValue(root, read.requesterName, 'requesterName', tally));
  const address = person(firstValue(root, read.requesterAddress, 'requesterAddress', tally)).address;
  return { ...NOBODY, name: name.name, address: address ?? name.address };
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

/** To whom the reply goes: the first of them, and all, for an answer to several goes to the customer too. Addresses in small letters. */
interface Recipients extends Person {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

function recipient({ host: { write }, composer }: Asked, tally: Tally): Recipients {
  const name = person(firstValue(composer, write.recipientName, 'recipientName', tally));
  const address = person(firstValue(composer, write.recipientAddress, 'recipientAddress', tally)).address;
  const all = [...findAll(composer, write.recipientName), ...findAll(composer, write.recipientAddress)].map((hit) => person(valueOf(hit)));
  return {
    name: name.name,
    address: address ?? name.address,
    names: all.map((each) => each.name).filter((each) => each !== null),
    addresses: all.map((each) => each.address?.toLowerCase()).filter((each) => each !== undefined),
  };
}

/** Hosts whose reply page no longer shows the message: what was seen before, where it is surely the same; else the quote. */
function fromBefore({ host, editor, composer, id, page, leftOut }: Asked, to: Person): Told {
  const subject = firstValue(composer, host.read.subject, 'subject', new Tally());
  const seen = lastOf(page.memory.all(host.id), (candidate) => host.customer === 'memory'
    ? candidate.id === id
    : to.address !== null && candidate.address?.toLowerCase() === to.address.toLowerCase()
      && subject !== null && candidate.subject !== null && bareSubject(subject) === bareSubject(candidate.subject));
  if (seen) {
    const { name, address, message, since } = seen;
    return { customer: { name: name ?? to.name, address: address ?? to.address, message, since }, remembered: seen, at: null, lacks: [] };
  }
  const quote = host.customer === 'quote' ? (readQuoteIn(editor) ?? readQuote(leftOut)) : null;
  return { customer: { name: to.name ?? quote?.name ?? null, address: to.address, message: quote?.message ?? null, since: null }, remembered: null, at: quote === null ? null : editor, lacks: [] };
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

/** Another field in the same composer that is a note does not make this one a note. */
const FIELD = 'textarea, [contenteditable]';

/** Is the editor, or its composer, a note to colleagues, or does the page's address say so? */
export function isInternal(host: HostData, editor: Element, composer: Element, url: string): boolean {
  const { internal, internalAddress } = host.write;
  return (internalAddress ?? []).some((end) => url.endsWith(end)) || around(editor, internal) !== null || findAll(composer, internal).some(({ element }) => element.localName === 'input' || (!element.matches(FIELD) && shown(element)));
}
