// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { known, practice } from '../../utils/hosts';
import { open, read, write } from './page';

/** Where a frame's document is written by the host's script, as our pages do it. */
const WRITTEN: Readonly<Record<string, string>> = {
  proton: '<body><div id="rooster-editor" contenteditable="true">I will call you.</div></body>',
  salesforce: '<body class="cke_editable" contenteditable="true">I will call.</body>',
};

interface Case {
  readonly host: string;
  readonly page: string;
  readonly url: string;
  /** The same page under the address of another conversation. */
  readonly other: string;
  readonly editor?: string;
  readonly frame?: string;
  /** The page itself names its conversation: it can't be mistaken even at first sight. */
  readonly says: boolean;
}
const SYS = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'] as const;
const CASES: readonly Case[] = [
  { host: 'outlook-web', page: 'outlook-reply.en', url: 'https://outlook.office.com/mail/inbox/id/AAQk1', other: 'https://outlook.office.com/mail/inbox/id/AAQk2', editor: '#editorParent_2 [contenteditable]', says: true },
  { host: 'zendesk', page: 'zendesk-two-tickets', url: 'https://acme.zendesk.com/agent/tickets/102', other: 'https://acme.zendesk.com/agent/tickets/101', editor: '[data-ticket-id="102"] [contenteditable]', says: true },
  { host: 'freshdesk', page: 'freshdesk', url: 'https://acme.freshdesk.com/a/tickets/4711', other: 'https://acme.freshdesk.com/a/tickets/4712', editor: '.fr-element', says: true },
  { host: 'intercom', page: 'intercom', url: 'https://app.intercom.com/a/inbox/abc/inbox/all/conversation/991', other: 'https://app.intercom.com/a/inbox/abc/inbox/all/conversation/992', editor: '.ProseMirror', says: false },
  { host: 'hubspot', page: 'hubspot', url: 'https://app.hubspot.com/help-desk/1/view/2/ticket/3/thread/4#email', other: 'https://app.hubspot.com/help-desk/1/view/2/ticket/5/thread/6#email', editor: '.ProseMirror', says: false },
  { host: 'helpscout', page: 'helpscout', url: 'https://secure.helpscout.net/conversation/123/45', other: 'https://secure.helpscout.net/conversation/124/46', editor: '.redactor_editor', says: false },
  { host: 'front', page: 'front', url: 'https://app.frontapp.com/open/cnv_ab1', other: 'https://app.frontapp.com/open/cnv_ab2', editor: '[role=textbox]', says: false },
  { host: 'gorgias', page: 'gorgias', url: 'https://acme.gorgias.com/app/ticket/77', other: 'https://acme.gorgias.com/app/views/1/78', editor: '[data-contents]', says: false },
  { host: 'salesforce', page: 'salesforce', url: 'https://acme.lightning.force.com/lightning/r/Case/500000000000001AAA/view', other: 'https://acme.lightning.force.com/lightning/r/Case/500000000000002AAA/view', frame: 'iframe', says: false },
  { host: 'zoho-desk', page: 'zoho-desk', url: 'https://desk.zoho.eu/agent/org/dept/tickets/details/222', other: 'https://desk.zoho.eu/agent/org/dept/tickets/details/111', frame: 'iframe', says: true },
  { host: 'jira-sm', page: 'jira-sm', url: 'https://acme.atlassian.net/browse/SUP-12', other: 'https://acme.atlassian.net/jira/servicedesk/projects/SUP/queues/custom/1/SUP-13', editor: '#ak-editor-textarea', says: true },
  { host: 'servicenow', page: 'servicenow', url: `https://acme.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D${SYS[0]}`, other: `https://acme.service-now.com/incident.do?sys_id=${SYS[1]}`, frame: 'iframe', says: true },
  { host: 'yahoo', page: 'yahoo', url: 'https://mail.yahoo.com/d/folders/1/messages/AB12', other: 'https://mail.yahoo.com/d/folders/1/messages/AB13', editor: '[data-test-id=rte]', says: false },
  { host: 'proton', page: 'proton', url: 'https://mail.proton.me/u/0/inbox/abc-1==', other: 'https://mail.proton.me/u/0/inbox/abc-2==', frame: '[data-testid=rooster-iframe]', says: false },
  { host: 'fastmail', page: 'fastmail', url: 'https://app.fastmail.com/mail/Inbox/T123', other: 'https://app.fastmail.com/mail/Inbox/T124', editor: '.v-RichText-input', says: false },
  { host: 'request-tracker', page: 'request-tracker-update', url: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=1', other: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=2', editor: '#UpdateContent', says: true },
  { host: 'chatwoot', page: 'chatwoot', url: 'https://chat.team.test/app/accounts/1/conversations/9', other: 'https://chat.team.test/app/accounts/1/conversations/10', editor: '.ProseMirror', says: false },
  { host: 'zammad', page: 'zammad', url: 'https://desk.team.test/#ticket/zoom/67', other: 'https://desk.team.test/#ticket/zoom/66', editor: '.content.active .articleNewEdit-body', says: true },
  { host: 'freescout', page: 'freescout', url: 'https://desk.team.test/conversation/4711', other: 'https://desk.team.test/conversation/4712', editor: '.note-editable', says: true },
  { host: 'osticket', page: 'osticket', url: 'https://desk.team.test/scp/tickets.php?id=5', other: 'https://desk.team.test/scp/tickets.php?id=6', editor: '#reply .redactor-in', says: true },
  { host: 'glpi', page: 'glpi', url: 'https://desk.team.test/front/ticket.form.php?id=3', other: 'https://desk.team.test/front/ticket.form.php?id=4', frame: '.tox iframe', says: true },
  { host: 'sogo', page: 'sogo', url: 'https://mail.team.test/SOGo/so/ana/Mail/view#!/Mail/0/INBOX/12', other: 'https://mail.team.test/SOGo/so/ana/Mail/view#!/Mail/0/INBOX/13', editor: 'textarea', says: false },
  { host: 'frappe-helpdesk', page: 'frappe-helpdesk', url: 'https://desk.team.test/helpdesk/tickets/8', other: 'https://desk.team.test/helpdesk/tickets/9', editor: '.ProseMirror', says: false },
  { host: 'libredesk', page: 'libredesk', url: 'https://desk.team.test/inboxes/assigned/conversation/0b8f6a1e-4e1c-4c59-9e7e-000000000001', other: 'https://desk.team.test/inboxes/assigned/conversation/0b8f6a1e-4e1c-4c59-9e7e-000000000002', editor: '.ProseMirror', says: false },
  { host: 'practice', page: 'practice', url: 'chrome-extension://abc/practice.html#/conversation/en-1', other: 'chrome-extension://abc/practice.html#/conversation/en-2', editor: '#reply-body', says: true },
];

function editorOf({ page, editor, frame }: Case): HTMLElement {
  open(page);
  if (editor !== undefined) {
    const found = document.querySelector<HTMLElement>(editor);
    if (found) return found;
  }
  const outer = frame === undefined ? null : document.querySelector<HTMLIFrameElement>(frame);
  const inner = outer && (WRITTEN[page] === undefined ? outer.contentDocument : write(outer, WRITTEN[page] ?? ''));
  const found = inner?.querySelector<HTMLElement>('#rooster-editor, textarea') ?? inner?.body;
  if (!found) throw new Error(`no editor in ${page}`);
  return found;
}

describe('the address bar', () => {
  it.each(CASES)('$host: the address goes on, the page is still the one before', (one) => {
    const editor = editorOf(one);
    const before = read({ url: one.url, editor });
    expect(before.host.id).toBe(one.host);
    expect(before.conversation).not.toBeNull();
    expect(before.disagree).toBe(false);
    const after = read({ url: one.other, editor });
    expect(after.conversation === null || after.customer.message === null).toBe(true);
    if (one.says || before.customer.message !== null) expect({ conversation: after.conversation, disagree: after.disagree, message: one.host === 'sogo' ? null : after.customer.message }).toEqual({ conversation: null, disagree: true, message: null });
    // And back again, all is as it was.
    expect(read({ url: one.url, editor }).conversation?.id).toBe(before.conversation?.id);
  });

  it.each(CASES.filter(({ says }) => says))('$host: a page of another conversation than the address is refused at first sight', (one) => {
    const got = read({ url: one.other, editor: editorOf(one) });
    expect({ conversation: got.conversation, disagree: got.disagree, message: got.customer.message }).toEqual({ conversation: null, disagree: true, message: null });
  });

  it('every host whose address has an id is here', () => {
    const named = [...known, practice].filter(({ identity }) => identity.some(({ from }) => from === 'address')).map(({ id }) => id);
    expect(new Set(CASES.map(({ host }) => host))).toEqual(new Set(named));
  });
});
