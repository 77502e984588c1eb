// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { known, rememberMessage } from '../../utils/hosts';
import { CASES, tell } from './cases';
import { memoryOf, open, read } from './page';

describe('what each page tells', () => {
  it.each(CASES)('$page $editor', (want) => {
    const got = tell(want);
    expect({
      host: got.host.id, level: got.level, id: got.conversation?.id ?? null, name: got.customer.name, address: got.customer.address, message: got.customer.message,
      title: got.conversation?.title ?? want.title ?? null, internal: got.internal, disagree: got.disagree, isReply: got.isReply,
    }).toEqual({
      host: want.host, level: want.level, id: want.id, name: want.name, address: want.address ?? null, message: want.message,
      title: want.title ?? null, internal: want.internal ?? false, disagree: want.disagree ?? false, isReply: true,
    });
    expect(got.send.length).toBe(want.sends ?? 0);
  });
});

describe('what is no reply', () => {
  it.each([
    ['zammad', 'https://desk.team.test/#ticket/zoom/67', '.ticket-title-update'],
    ['frappe-helpdesk', 'https://desk.team.test/helpdesk/tickets/8', '.replied-content [contenteditable]'],
    ['salesforce', 'https://acme.lightning.force.com/lightning/r/Case/500000000000001AAA/view', '.active input'],
    ['unknown-host', 'https://unknown.test/case/77', 'div[style*="width:60px"]'],
  ])('%s %s %s', (page, url, selector) => {
    open(page);
    const editor = document.querySelector<HTMLElement>(selector);
    expect(editor && read({ url, editor }).isReply).toBe(false);
  });
});

describe('remembering from the page before', () => {
  const page = (memory = memoryOf()) => ({ url: '', title: '', memory, zone: 'Europe/Lisbon' });

  it('Roundcube: message page to reply page, by address and subject', () => {
    const memory = memoryOf();
    open('roundcube-message');
    const url = 'https://mail.team.test/?_task=mail&_uid=1&_mbox=INBOX&_action=show';
    rememberMessage(known, document, url, page(memory));
    open('roundcube-compose');
    const editor = document.querySelector<HTMLElement>('#composebody');
    const got = editor && read({ url: 'https://mail.team.test/?_task=mail&_action=compose&_id=2', editor, memory });
    expect(got?.conversation?.url).toBe(url);
    expect(got?.customer).toEqual({ name: 'Margaret Ellis', address: 'margaret.ellis@customer.test', since: '2026-11-20T00:56:00Z',
      message: 'Hello,\n\nThis is the third time I am writing about order #48213.\nCould somebody please call me back?' });
  });

  it('Roundcube: another customer of the same subject is not taken', () => {
    open('roundcube-compose');
    const memory = memoryOf({ host: 'roundcube', id: 'INBOX/9', url: 'x', subject: 'Third time my order #48213 is late', name: 'Bob', address: 'bob@customer.test', message: 'Other', since: null });
    const editor = document.querySelector<HTMLElement>('#composebody');
    expect(editor && read({ url: 'https://mail.team.test/?_task=mail', editor, memory }).customer.name).toBe('Margaret Ellis');
  });

  it('Request Tracker: the requestor\'s last message, by ticket number, without folded quotes', () => {
    const memory = memoryOf();
    open('request-tracker-display');
    rememberMessage(known, document, 'https://rt.team.test/Ticket/Display.html?id=1', page(memory));
    open('request-tracker-update');
    const editor = document.querySelector<HTMLElement>('#UpdateContent');
    const got = editor && read({ url: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=1', editor, memory });
    expect(got?.level).toBe('full');
    expect(got?.customer).toEqual({ name: 'Margaret Ellis', address: 'margaret.ellis@customer.test', message: 'Hello,\n\nThis is the third time I am writing.', since: null });
    document.querySelector<HTMLSelectElement>('select')?.querySelector('option')?.setAttribute('selected', '');
    const select = document.querySelector<HTMLSelectElement>('select');
    if (select) select.value = 'private';
    expect(editor && read({ url: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=1', editor, memory }).internal).toBe(true);
  });
});

describe('every host', () => {
  let pages: readonly string[] = [];
  beforeEach(() => {
    pages = readdirSync('tests/pages/hosts');
  });
  it.each(known.map(({ id }) => id))('%s has a page and an expectation', (id) => {
    const names: Readonly<Record<string, string>> = { 'outlook-web': 'outlook' };
    expect(pages.some((page) => page.startsWith(names[id] ?? id))).toBe(true);
    expect(CASES.some(({ host }) => host === id)).toBe(true);
  });
});
