import { frameOf } from '../editors';
import { interpret } from './interpret';
import { selectorsFor } from './selectors';
import { clean, messageText, person } from './strategies';
import { idIn } from './templates';
import type { HostData, IdentitySource, Memory } from './types';

/** What the agent pointed at. */
export interface Pointed {
  /** The editable element; of an editor in a frame the frame. */
  readonly editor: Element;
  /** The customer's latest message. */
  readonly message: Element | null;
  readonly name: Element | null;
  readonly send: Element | null;
}
export type Part = keyof Pointed;
/** Where, and on which day (ISO date): part of the description. */
export interface Lesson {
  readonly url: string;
  readonly title: string;
  readonly date: string;
}

/**
 * A description of the page's site from what was pointed at, in the form of every other host, tried on this very page: it finds each thing
 * again. Else the part that can't be told from the rest of the page.
 */
export function describeSite(pointed: Pointed, lesson: Lesson): { readonly host: HostData } | { readonly problem: Part } {
  const { editor, send } = pointed;
  const { ownerDocument: document } = editor;
  const origin = new URL(lesson.url);
  const writes = { editor: selectorsFor(editor, document, 'only'), ...(send ? { send: selectorsFor(send, document, 'only') } : {}) };
  if (writes.editor.length === 0) return { problem: 'editor' };
  if (writes.send?.length === 0) return { problem: 'send' };
  const read = readData(pointed, document);
  if (typeof read === 'string') return { problem: read };
  const host: HostData = {
    id: taughtId(origin.host), name: origin.hostname.slice(0, 60),
    evidence: { date: lesson.date, source: 'taught on the page', checked: 'application' }, confidence: 'medium',
    match: [`${origin.origin}/*`], identity: identityOf(lesson.url), customer: 'by-type', read, write: writes,
  };
  const problem = disproved(host, pointed, lesson);
  return problem === null ? { host } : { problem };
}

/** "taught-desk-example-org": one description a host and port. */
export function taughtId(host: string): string {
  return `taught-${host.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '')}`.slice(0, 41);
}

function readData({ editor, message, name }: Pointed, document: Document): HostData['read'] | Part {
  const latest = (element: Element): { readonly found: readonly string[]; readonly newestFirst: boolean } => {
    const last = selectorsFor(element, document, 'last');
    return last.length > 0 ? { found: last, newestFirst: false } : { found: selectorsFor(element, document, 'first'), newestFirst: true };
  };
  if (message === null) {
    if (name === null) return {};
    const found = selectorsFor(name, document, 'only');
    return found.length === 0 ? 'name' : { root: ['body'], customer: [], requesterName: found };
  }
  const item = name === null ? null : common(message, name);
  // Both in one box that is none of the whole page: then that box is the message, with its words and its writer in it.
  if (name !== null && item !== null && item !== message && !item.contains(editor) && !item.matches('body, main, [role=main]')) {
    const { found, newestFirst } = latest(item);
    const body = selectorsFor(message, item, 'last'), names = selectorsFor(name, item, 'first');
    if (found.length > 0 && body.length > 0 && names.length > 0) return { customer: found, body, name: names, ...(newestFirst ? { newestFirst } : {}) };
  }
  const { found, newestFirst } = latest(message);
  if (found.length === 0) return 'message';
  const order = newestFirst ? { newestFirst } : {};
  if (name === null) return { customer: found, ...order };
  if (message.contains(name)) {
    const names = selectorsFor(name, message, 'first');
    return names.length === 0 ? 'name' : { customer: found, name: names, ...order };
  }
  const names = selectorsFor(name, document, 'only');
  return names.length === 0 ? 'name' : { root: ['body'], customer: found, requesterName: names, ...order };
}

function common(a: Element, b: Element): Element | null {
  for (let at: Element | null = a; at !== null; at = at.parentElement) if (at.contains(b)) return at;
  return null;
}

/** The part of an address that names one conversation: a number, an id of letters and digits, a key. The last one, for it is the innermost. */
function identityOf(url: string): readonly IdentitySource[] {
  const { pathname, search, hash } = new URL(url);
  const rest = `${pathname}${search}${hash}`;
  const pieces = [...rest.matchAll(/([/=&?#!:;-]?[A-Za-z_]{0,40}[/=#:])([^/?#&;=]+)/gu)];
  for (const [, before = '', value = ''] of pieces.reverse()) {
    const as = /^\d{1,20}$/u.test(value) ? 'id:digits' : /^[A-Z][A-Z0-9]{1,20}-\d{1,9}$/u.test(value) ? 'id:key' : /^(?=.*\d)[0-9a-f-]{8,64}$/u.test(value) ? 'id:hex' : /^(?=.*\d)[\w.~%+-]{6,200}$/u.test(value) ? 'id' : null;
    if (as === null || /[*{}]/u.test(before)) continue;
    const at = `${before}{${as}}`;
    if (at.length >= 4 && idIn(url, at) === value) return [{ kind: 'thread', from: 'address', at }];
  }
  return [];
}

const NO_MEMORY: Memory = { put: () => undefined, all: () => [] };

/** Reads the page by the description: which part does it read otherwise than it was shown? */
function disproved(host: HostData, { editor, message, name, send }: Pointed, { url, title }: Lesson): Part | null {
  const inner = editor.localName === 'iframe' ? bodyOf(editor as HTMLIFrameElement) : (editor as HTMLElement);
  const got = interpret(host, inner ?? (editor as HTMLElement), { url, title, memory: NO_MEMORY, zone: 'UTC' });
  const words = message === null ? null : messageText(message), who = name === null ? null : person(clean(name.textContent ?? ''));
  if (message !== null && (words === null || got.customer.message !== words)) return 'message';
  if (who !== null && ((who.name ?? who.address) === null || got.customer.name !== who.name)) return 'name';
  return send !== null && !got.send.includes(send) ? 'send' : null;
}

/** The editable body of a frame of the same origin, or null. */
export function bodyOf(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    const body = frame.contentDocument?.body ?? null;
    return body !== null && frameOf(body.ownerDocument) === frame && (body.isContentEditable || frame.contentDocument?.designMode === 'on') ? body : null;
  } catch {
    return null;
  }
}
