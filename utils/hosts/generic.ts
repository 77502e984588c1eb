import { frameOf, isTextarea } from '../editors';
import { messageAbove, writerOf } from './prose';
import { clean, findFirst, messageText, shown } from './strategies';
import type { HostReading, Page } from './types';

/** Smallest editor that is taken for a reply on a page we don't know, in px: chips, search boxes and cells are smaller. */
const LEAST = { width: 100, height: 32 };
/** Fields that are no reply, by where they stand or by what they are. */
const NO_REPLY = '[role=search], [role=searchbox], [role=combobox], [role=listbox], [role=spinbutton], [role=grid], [role=gridcell], [role=heading], h1, h2, h3, h4, h5, h6, '
  + '.CodeMirror, .cm-editor, .monaco-editor, .ace_editor, pre, code, [data-language], [class*=chips], [class*=tag-input], [class*=tags-input]';
/** What a field calls itself, in our languages, where it is a search, a title or code. */
const NO_REPLY_NAME = /\b(?:search|find|title|subject|headline|tags?|filter|code|snippet|sql|json)\b|pesquis|procurar|\bbuscar?\b|t[ií]tulo|assunto|szukaj|wyszuk|tytuł|temat\b|filtr/iu;

/** On a page nobody described: is this a field of useful size in which sentences are written? */
export function isLikelyReply(editable: HTMLElement): boolean {
  if (editable.getAttribute('aria-multiline') === 'false' || editable.closest(NO_REPLY) !== null) return false;
  const told = ['aria-label', 'placeholder', 'name', 'data-placeholder', 'aria-placeholder'].map((name) => editable.getAttribute(name) ?? '').join(' ');
  if (NO_REPLY_NAME.test(told.replace(/[_-]/gu, ' '))) return false;
  // One line that grows is a chat's field as often as a title's: there the name decides, which a chat's always has.
  if (isTextarea(editable) && editable.rows < 2 && told.trim() === '') return false;
  const frame = frameOf(editable.ownerDocument);
  const { width, height } = (frame !== null && editable.localName === 'body' ? frame : editable).getBoundingClientRect();
  return width >= LEAST.width && height >= LEAST.height;
}

/** A page nobody described: the editor, a title, an address that looks as if it named one thing, and the one clear block of prose above. */
export function generic(editor: HTMLElement, page: Page): HostReading {
  const url = new URL(page.url);
  const stable = /\d{2,}|[0-9a-f]{8}-[0-9a-f]{4}/iu.test(url.pathname + url.search + url.hash);
  const frame = editor.localName === 'body' ? frameOf(editor.ownerDocument) : null;
  const at = frame ?? editor;
  const composer = at.closest('form, [role=dialog], [role=region]') ?? at.parentElement ?? at;
  const send = sendNear(at, composer);
  // The agent's own word is better than a guess, and "there is none" as good.
  const above = page.chosen === undefined ? messageAbove(at, composer) : null;
  const message = above === null ? null : messageText(above);
  const { name, address } = above === null || message === null ? { name: null, address: null } : writerOf(above);
  return {
    host: { id: 'page', name: url.hostname },
    level: 'generic',
    missing: [...(name ?? address ? [] : ['customer'] as const), ...(message === null ? ['message'] as const : []), ...(stable ? [] : ['conversation'] as const), ...(send ? [] : ['send'] as const)],
    conversation: stable ? { host: url.origin, id: url.pathname + url.search + url.hash, url: page.url, title: clean(page.title) || null } : null,
    disagree: false,
    customer: { name, address, message, since: null },
    ...(message === null ? {} : { messageFrom: 'guess' as const }),
    internal: false,
    composer,
    send: send ? [send] : [],
    ranks: {},
    failed: [],
  };
}

/** The form's own button; without a form the one button beside the editor that sends by its name. */
function sendNear(editor: Element, composer: Element): Element | null {
  const submit = composer.localName === 'form' ? (findFirst(composer, ['[type=submit]', 'button:not([type])'])?.element ?? null) : null;
  if (submit) return submit;
  for (let area = editor.parentElement, step = 0; area !== null && step < 4 && area.localName !== 'body'; area = area.parentElement, step += 1) {
    const buttons = [...area.querySelectorAll('button, [role=button], input[type=button]')].filter((button) => SENDS.test(clean(button.getAttribute('aria-label') ?? button.getAttribute('value') ?? button.textContent ?? '')) && shown(button));
    if (buttons.length > 0) return buttons.length === 1 ? (buttons[0] ?? null) : null;
  }
  return null;
}
const SENDS = /^(?:send|reply|submit|post|comment|enviar|responder|publicar|comentar|wyślij|odpowiedz|opublikuj|skomentuj)(?:\b|$)/iu;

/** The agent's own word on the customer's message, over whatever the page was read to say. */
export function withChosen(reading: HostReading, page: Page): HostReading {
  const { chosen } = page;
  if (!chosen) return reading;
  const beside = chosen.element === null ? null : writerOf(chosen.element);
  const { customer } = reading;
  const name = customer.name ?? beside?.name ?? null, address = customer.address ?? beside?.address ?? null;
  return {
    ...reading,
    customer: { name, address, message: chosen.text, since: null },
    messageFrom: 'selected',
    missing: reading.missing.filter((part) => !(part === 'message' || part === 'collapsed' || part === 'clipped' || (part === 'customer' && (name ?? address) !== null))),
  };
}
