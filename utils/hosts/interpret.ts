import { isTextarea, type LeftOut } from '../editors';
import { customerOf, isInternal, rememberFrom } from './customer';
import { generic, isLikelyReply, withChosen } from './generic';
import { identify } from './identity';
import { around, findAll, findFirst, firstValue, shown, smallestAround, upwards, Tally } from './strategies';
import { isStale } from './stale';
import { fitsPattern, idIn } from './templates';
import type { HostData, HostReading, Level, Missing, Page } from './types';

/** The host of an address, or of a self-hosted page by what stands in it; null for a page nobody told us about. */
export function hostOf(hosts: readonly HostData[], url: string, document: Document): HostData | null {
  const byAddress = hosts.find(({ match, exclude }) => match.some((pattern) => fitsPattern(url, pattern)) && !(exclude ?? []).some((pattern) => fitsPattern(url, pattern)));
  return byAddress ?? hosts.find(({ recognise }) => recognise !== undefined && recognise.every((selector) => document.querySelector(selector) !== null)) ?? null;
}

/**
 * Is this editable element where this host's replies are written? On a known host only what its data names; on any other
 * page a field of several lines that is large enough.
 */
export function isReplyEditor(host: HostData | null, editable: HTMLElement): boolean {
  if (host !== null) return isField(editable) && (around(editable, host.write.editor)?.element === editable || namesEditor(host, editable));
  return isLikelyReply(editable);
}

/** Can be written in, itself: not a part of what can, nor what is around it. */
function isField(element: HTMLElement): boolean {
  if (isTextarea(element)) return !element.readOnly && !element.disabled;
  const editable = element.getAttribute('contenteditable')?.toLowerCase();
  return (editable !== undefined && editable !== 'false') || (element.localName === 'body' && element.ownerDocument.designMode === 'on');
}

/** Data may name the editor itself, something around it within the composer, or the frame it stands in. */
function namesEditor(host: HostData, editable: HTMLElement): boolean {
  const hit = around(editable, host.write.editor);
  if (hit === null) return false;
  const { element } = hit;
  if (element.contains(editable)) return element.querySelectorAll('[contenteditable=true], textarea').length === 1 || element.matches('[contenteditable], textarea');
  return element.localName === 'iframe' || element.querySelector('iframe') !== null;
}

/**
 * Reads everything the page tells about the reply in `editor`, from the editor outwards. Nothing is taken from elsewhere in
 * the document, and nothing is told where two places disagree. Reads only; asks anew at every call.
 */
export function interpret(host: HostData | null, editor: HTMLElement, page: Page, leftOut: readonly LeftOut[] = []): HostReading {
  return withChosen(host === null ? generic(editor, page) : known(host, editor, page, leftOut), page);
}

function known(host: HostData, editor: HTMLElement, page: Page, leftOut: readonly LeftOut[]): HostReading {
  const tally = new Tally();
  const written = around(editor, host.write.editor);
  tally.note('editor', host.write.editor, written?.rank);
  const composer = composerOf(host, editor, tally);
  const fresh = findFirst(composer, host.write.fresh) !== null;
  const root = fresh ? null : rootOf(host, composer, tally);
  const identity = identify(host, { editor, composer, root, page }, fresh ? new Tally() : tally);
  const asked = { host, editor, composer, root: identity.rootFits ? root : null, id: identity.id, page, leftOut };
  const first = customerOf(asked, tally);
  const title = firstValue(asked.root ?? composer, host.read.subject, 'subject', tally) ?? firstValue(composer, host.read.subject, 'subject', tally);
  const stale = identity.id !== null && !identity.verified && first.at !== null && first.remembered === null
    && isStale(first.at, identity.id, JSON.stringify([first.customer, title]));
  const { customer, remembered, lacks } = stale ? customerOf({ ...asked, root: null }, tally) : first;
  const disagree = identity.disagree || stale;
  const send = sendOf(host, composer, tally);
  const id = identity.id ?? remembered?.id ?? null;
  const conversation = id === null || disagree ? null : { host: host.id, id, url: remembered?.url ?? linkTo(host, id, page.url), title };
  const missing: readonly Missing[] = [
    ...(conversation ? [] : ['conversation'] as const),
    ...(customer.name ?? customer.address ? [] : ['customer'] as const),
    ...(customer.message === null ? ['message'] as const : []),
    ...lacks,
    ...(send.length > 0 ? [] : ['send'] as const),
  ];
  return {
    host: { id: host.id, name: host.name },
    level: levelOf(missing),
    missing,
    conversation,
    disagree,
    customer,
    internal: isInternal(host, editor, composer, page.url),
    composer,
    send,
    ranks: tally.ranks,
    failed: tally.failed(),
  };
}

function levelOf(missing: readonly string[]): Level {
  if (missing.length === 0) return 'full';
  return missing.includes('conversation') && missing.includes('send') && missing.includes('message') ? 'generic' : 'partial';
}

function composerOf(host: HostData, editor: HTMLElement, tally: Tally): Element {
  const named = around(editor, host.write.composer);
  tally.note('composer', host.write.composer, named?.rank);
  if (named) return named.element;
  return smallestAround(editor, host.write.send) ?? editor.parentElement ?? editor;
}

/**
 * The message area: what data names around the composer, else the smallest area around it that holds a message. Where data
 * names areas and this page has none, the smallest could hold other conversations too: only hosts whose area says which
 * conversation it is may be read so.
 */
function rootOf(host: HostData, composer: Element, tally: Tally): Element | null {
  const named = around(composer, host.read.root);
  tally.note('root', host.read.root, named?.rank);
  if (named) return named.element;
  if (host.read.root !== undefined && !host.identity.some(({ from }) => from === 'root')) return null;
  return smallestAround(composer, host.read.item ?? host.read.customer ?? host.read.message ?? host.read.subject);
}

function sendOf(host: HostData, composer: Element, tally: Tally): readonly Element[] {
  const inside = findAll(composer, host.write.send).filter(({ element }) => shown(element));
  const hits = inside.length > 0 ? inside : outside(host, composer);
  tally.note('send', host.write.send, hits[0]?.rank);
  return [...hits, ...findAll(composer, host.write.sendOther)].map(({ element }) => element);
}

/** Some hosts keep the send button beside the composer: the nearest area around it that has one. */
function outside(host: HostData, composer: Element) {
  const area = smallestAround(composer, host.write.send);
  return area === null ? [] : findAll(area, host.write.send).filter(({ element }) => shown(element)).slice(0, 1);
}

/** A dialog that stops a sending stands open. */
export function cancelled(host: HostData | null, editor: Element): boolean {
  const candidates = host?.write.cancel ?? ['[role=alertdialog]'];
  for (const element of upwards(editor)) {
    if (element.localName === 'html') return findAll(element, candidates).some((hit) => shown(hit.element));
  }
  return false;
}

function linkTo(host: HostData, id: string, url: string): string {
  if (host.link === undefined) return url;
  const { origin, pathname } = new URL(url);
  return host.link.replace('{origin}', origin).replace('{path}', pathname).replace('{id}', encodeURIComponent(id));
}

/** On a page that shows a message before its reply is opened elsewhere: remembers it. Called again while the page fills. */
export function rememberMessage(hosts: readonly HostData[], document: Document, url: string, page: Page): void {
  for (const host of hosts) {
    if (host.remember) rememberFrom(host, document, url, page, (template) => idIn(url, template));
  }
}
