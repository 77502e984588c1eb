// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interpret, isReplyEditor, type HostReading, type Page } from '../../utils/hosts';
import { memoryOf } from './page';

const FOLDER = 'tests/pages/any';

/** Fills the test's document with one of our pages; elements have the size they say ("500x120"). */
function open(name: string): void {
  const parsed = new DOMParser().parseFromString(readFileSync(`${FOLDER}/${name}.html`, 'utf8'), 'text/html');
  document.title = parsed.title;
  document.body.replaceWith(document.importNode(parsed.body, true));
  for (const element of document.querySelectorAll('[data-size]')) {
    const [width = 0, height = 0] = (element.getAttribute('data-size') ?? '').split('x').map(Number);
    element.getBoundingClientRect = () => ({ width, height, left: 0, top: 0, right: width, bottom: height }) as DOMRect;
  }
}

const at = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector} in ${document.title}`);
  return element;
};
const read = (selector: string, page: Partial<Page> = {}): HostReading =>
  interpret(null, at(selector), { url: 'https://desk.unknown.test/cases/77', title: document.title, memory: memoryOf(), zone: 'UTC', ...page });

interface Want {
  readonly editor?: string;
  readonly message: string | null;
  readonly name?: string;
  readonly address?: string;
  readonly send: boolean;
}
/** What a careful colleague would take for the message that is answered; where they would ask, null. */
const PAGES: Readonly<Record<string, Want>> = {
  forum: { message: null, send: true },
  'forum-inline': { message: 'Are you open on Saturday too?', name: 'Ivo Brandt', send: true },
  'comment-box': { editor: '#comment', message: null, send: true },
  'ticket-form': { message: 'this is the third time I am writing', name: 'Ana Sousa', address: 'ana.sousa@customer.test', send: true },
  'chat-widget': { message: null, send: true },
  'table-layout': { message: 'I paid the invoice twice by mistake', send: true },
  'nested-editors': { message: 'The import stops at row 300', send: true },
  rtl: { message: 'لم يصلني الطلب رقم 5512', name: 'ليلى حداد', send: true },
  'several-forms': { message: 'Lampa, którą u Państwa kupiłam', name: 'Hanna Lis', send: true },
  dialog: { message: 'a geladeira chegou amassada', send: true },
  'shadow-text': { message: 'tell me when the money will be back', send: true },
  'crm-note': { message: 'continuo à espera da fatura', send: true },
  docs: { message: null, send: true },
  'hidden-twin': { message: 'The blue jacket arrived in green', send: true },
  'frame-editor': { editor: '#ed', message: 'I was promised a call on Monday', send: true },
  feed: { message: null, send: false },
};

describe('any other page', () => {
  it('has every page of the folder in the table', () => {
    expect(readdirSync(FOLDER).map((name) => name.replace('.html', '')).sort()).toEqual(Object.keys(PAGES).sort());
  });

  it.each(Object.entries(PAGES))('%s', (name, want) => {
    open(name);
    const got = read(want.editor ?? '#reply');
    if (want.message === null) expect(got.customer.message).toBeNull();
    else expect(got.customer.message).toContain(want.message);
    expect({ name: got.customer.name, address: got.customer.address }).toEqual({ name: want.name ?? null, address: want.address ?? null });
    expect(got.messageFrom).toBe(want.message === null ? undefined : 'guess');
    expect(got.send.length > 0).toBe(want.send);
    expect(got.conversation?.id).toBe('/cases/77');
  });

  it('takes the whole message and nothing of what stands around it', () => {
    open('ticket-form');
    expect(read('#reply').customer.message).toBe('Good morning,\nthis is the third time I am writing about my order 48213. Could somebody please call me back before Friday?\nAna Sousa');
    open('shadow-text');
    expect(read('#reply').customer.message).toBe('My subscription was charged after I had cancelled it.\nPlease put that right and tell me when the money will be back.');
  });

  it.each([
    ['forum', '#reply', true], ['forum', '#find', false], ['comment-box', '#comment', true], ['chat-widget', '#reply', true], ['nested-editors', '#reply', true],
    ['nested-editors', '#title', false], ['nested-editors', '#code', false], ['crm-note', '#chip', false], ['crm-note', '#reply', true], ['dialog', '#reply', true],
    ['feed', '#title', false], ['feed', '#bare', false], ['feed', '#reply', true], ['several-forms', '#first', true], ['rtl', '#reply', true],
  ] as const)('%s %s is where a reply is written: %s', (name, editor, is) => {
    open(name);
    expect(isReplyEditor(null, at(editor))).toBe(is);
  });

  it('does not take a field that is too small for a sentence', () => {
    open('rtl');
    const editor = at('#reply');
    editor.getBoundingClientRect = () => ({ width: 99, height: 200 }) as DOMRect;
    expect(isReplyEditor(null, editor)).toBe(false);
    editor.getBoundingClientRect = () => ({ width: 300, height: 20 }) as DOMRect;
    expect(isReplyEditor(null, editor)).toBe(false);
  });
});

describe('the agent’s own word on the message', () => {
  it('stands over the guess, with the name beside what was selected', () => {
    open('forum');
    const element = at('.post:nth-child(3) p');
    const got = read('#reply', { chosen: { text: 'It shows 4.2.1', element } });
    expect(got.customer).toEqual({ name: 'Nora Lind', address: null, message: 'It shows 4.2.1', since: null });
    expect(got.messageFrom).toBe('selected');
    expect(got.missing).toEqual([]);
  });
  it('that there is none, is believed', () => {
    open('ticket-form');
    const got = read('#reply', { chosen: null });
    expect(got.customer.message).toBeNull();
    expect(got.messageFrom).toBeUndefined();
    expect(got.missing).toContain('message');
  });
});
