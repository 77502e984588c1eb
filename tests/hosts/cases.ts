import { known, rememberMessage } from '../../utils/hosts';
import { find, findIn, memoryOf, open, read } from './page';

/** What the customer says on the pages that were made alike. */
const SAID = 'I have called three times and nobody rings me back. My order 4711 is still missing.';

export interface Case {
  readonly page: string;
  readonly url: string;
  readonly editor: string;
  /** The frame the editor stands in, and what is written into it where the page does not say. */
  readonly frame?: string;
  readonly html?: string;
  /** The page before, and its address, on which the message was seen. */
  readonly seen?: readonly [string, string];
  readonly host: string;
  readonly level: 'full' | 'partial' | 'generic';
  readonly id: string | null;
  readonly name: string | null;
  readonly address?: string | null;
  readonly message: string | null;
  readonly title?: string | null;
  readonly internal?: true;
  readonly disagree?: true;
  readonly sends?: number;
}
const GMAIL = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQXKD';
const gmail = { url: GMAIL, editor: '[g_editable=true]', host: 'gmail', level: 'full', id: '19a0f00000000001', name: 'Ana Sousa', address: 'ana@example.test', message: SAID, title: 'Order 4711', sends: 2 } as const;

/** One editor on one of our pages, and what it tells. */
export const CASES: readonly Case[] = [
  { page: 'gmail-thread-inline-reply.en', ...gmail },
  { page: 'gmail-thread-inline-reply.pt-PT', ...gmail, message: 'Já liguei três vezes e ninguém me devolve a chamada. A minha encomenda 4711 ainda não chegou.' },
  { page: 'gmail-thread-inline-reply.pt-BR', ...gmail, message: 'Já liguei três vezes e ninguém me retorna. Meu pedido 4711 ainda não chegou.' },
  { page: 'gmail-thread-inline-reply.pl', ...gmail, message: 'Dzwoniłam trzy razy i nikt nie oddzwania. Zamówienia 4711 nadal nie ma.' },
  { page: 'gmail-rtl.ar', ...gmail },
  { page: 'gmail-inline-reply-threadid-undefined.en', ...gmail },
  { page: 'gmail-renamed-classes.en', ...gmail },
  { page: 'gmail-two-popups-and-inline.en', ...gmail },
  // New mails in pop-ups beside an open thread: nothing of that thread is theirs.
  { page: 'gmail-two-popups-and-inline.en', ...gmail, editor: '[data-compose-id="2"] [g_editable=true]', level: 'partial', id: null, name: 'Ana', address: 'bob@example.test', message: null, title: 'Refund' },
  { page: 'gmail-two-popups-rows-inbox.en', ...gmail, editor: '[data-compose-id="2"] [g_editable=true]', level: 'partial', id: null, name: 'Ana', address: 'bob@example.test', message: null, title: 'Refund' },
  { page: 'outlook-reply.en', url: 'https://outlook.office.com/mail/inbox/id/AAQk1', editor: '#editorParent_2 [contenteditable]', host: 'outlook-web', level: 'full', id: 'AAQk1', name: 'Ana Sousa', address: 'ana@example.test', message: SAID, title: 'Order 4711', sends: 1 },
  { page: 'outlook-reply.pl', url: 'https://outlook.live.com/mail/0/inbox/id/AAQk1', editor: '#editorParent_2 [contenteditable]', host: 'outlook-web', level: 'full', id: 'AAQk1', name: 'Ana Sousa', address: 'ana@example.test', message: SAID, title: 'Order 4711', sends: 1 },
  { page: 'zendesk-two-tickets', url: 'https://acme.zendesk.com/agent/tickets/102', editor: '[data-ticket-id="102"] [contenteditable]', host: 'zendesk', level: 'full', id: '102', name: 'Ana 102', message: SAID, title: 'Order 102', sends: 1 },
  // The hidden twin: its container is another ticket than the address.
  { page: 'zendesk-two-tickets', url: 'https://acme.zendesk.com/agent/tickets/102', editor: '[data-ticket-id="101"] [contenteditable]', host: 'zendesk', level: 'generic', id: null, name: null, message: null, title: null, disagree: true },
  { page: 'zendesk-internal-note', url: 'https://acme.zendesk.com/agent/tickets/102', editor: '[contenteditable]', host: 'zendesk', level: 'full', id: '102', name: 'Ana 102', message: SAID, title: 'Order 102', internal: true, sends: 1 },
  { page: 'freshdesk', url: 'https://acme.freshdesk.com/a/tickets/4711', editor: '.fr-element', host: 'freshdesk', level: 'full', id: '4711', name: null, address: 'ana@example.test', message: SAID, title: 'Order 4711', sends: 1 },
  { page: 'intercom', url: 'https://app.intercom.com/a/inbox/abc/inbox/all/conversation/991', editor: '.ProseMirror', host: 'intercom', level: 'partial', id: '991', name: null, message: SAID, title: 'Order 4711' },
  { page: 'hubspot', url: 'https://app.hubspot.com/help-desk/1/view/2/ticket/3/thread/4#email', editor: '.ProseMirror', host: 'hubspot', level: 'partial', id: '3', name: 'Ana Sousa', address: 'ana@example.test', message: null, title: 'Order 4711', sends: 1 },
  // A note to colleagues: only the address says so.
  { page: 'hubspot', url: 'https://app.hubspot.com/help-desk/1/view/2/ticket/3/thread/4#notes', editor: '.ProseMirror', host: 'hubspot', level: 'partial', id: '3', name: 'Ana Sousa', address: 'ana@example.test', message: null, title: 'Order 4711', internal: true, sends: 1 },
  { page: 'jira-sm', url: 'https://acme.atlassian.net/browse/SUP-12', editor: '#ak-editor-textarea', host: 'jira-sm', level: 'full', id: 'SUP-12', name: 'Ana Sousa', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  { page: 'yahoo', url: 'https://mail.yahoo.com/d/folders/1/messages/AB12', editor: '[data-test-id=rte]', host: 'yahoo', level: 'full', id: 'AB12', name: 'Ana', address: 'ana@example.test', message: SAID, title: 'Order 4711', sends: 1 },
  { page: 'fastmail', url: 'https://app.fastmail.com/mail/Inbox/T123', editor: '.v-RichText-input', host: 'fastmail', level: 'partial', id: 'T123', name: null, message: null, title: 'Order 4711' },
  { page: 'helpscout', url: 'https://secure.helpscout.net/conversation/123/45', editor: '.redactor_editor', host: 'helpscout', level: 'partial', id: '123', name: null, message: null, title: 'Order 4711', sends: 1 },
  { page: 'front', url: 'https://app.frontapp.com/open/cnv_ab1', editor: '[role=textbox]', host: 'front', level: 'partial', id: 'cnv_ab1', name: null, message: null, title: null },
  { page: 'gorgias', url: 'https://acme.gorgias.com/app/ticket/77', editor: '[data-contents]', host: 'gorgias', level: 'partial', id: '77', name: null, message: null, title: null },
  { page: 'roundcube-compose', url: 'https://mail.team.test/?_task=mail&_action=compose&_id=206', editor: '#composebody', host: 'roundcube', level: 'full', id: '<seed-01@customer.test>', name: 'Margaret Ellis', address: 'margaret.ellis@customer.test',
    message: 'Hello,\n\nThis is the third time I am writing about order #48213.\nCould somebody please call me back?', title: 'Re: Third time my order #48213 is late', sends: 1 },
  { page: 'request-tracker-update', url: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=1', editor: '#UpdateContent', host: 'request-tracker', level: 'partial', id: '1', name: null, message: null, title: 'Third time my order #48213 is late', sends: 1 },
  { page: 'request-tracker-update', url: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=2', editor: '#UpdateContent', host: 'request-tracker', level: 'partial', id: null, disagree: true, name: null, message: null, title: 'Third time my order #48213 is late', sends: 1 },
  { page: 'chatwoot', url: 'https://chat.team.test/app/accounts/1/conversations/9', editor: '.ProseMirror', host: 'chatwoot', level: 'partial', id: '9', name: null, message: 'I have called three times.', title: null, sends: 1 },
  { page: 'chatwoot-email', url: 'https://chat.team.test/app/accounts/1/inbox/2/conversations/9', editor: '.ProseMirror', host: 'chatwoot', level: 'full', id: '9', name: 'Ana Sousa', address: 'ana@example.test', message: 'Já liguei três vezes.\nMeu pedido 4711 ainda não chegou.', title: null, sends: 1 },
  { page: 'chatwoot-private', url: 'https://chat.team.test/app/accounts/1/conversations/9', editor: 'textarea', host: 'chatwoot', level: 'partial', id: '9', name: null, message: 'I have called three times.', title: null, internal: true, sends: 1 },
  { page: 'zammad', url: 'https://desk.team.test/#ticket/zoom/67', editor: '.content.active .articleNewEdit-body', host: 'zammad', level: 'full', id: '67', name: 'Ana Sousa', address: 'ana@example.test', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  // The hidden twin: its pane is another ticket than the address.
  { page: 'zammad', url: 'https://desk.team.test/#ticket/zoom/67', editor: '#content_permanent_Ticket-66 .articleNewEdit-body', host: 'zammad', level: 'generic', id: null, name: null, address: 'bob@example.test', message: null, title: null, disagree: true },
  { page: 'zammad-new', url: 'https://desk.team.test/desktop/tickets/67', editor: '[role=textbox]', host: 'zammad', level: 'partial', id: '67', name: null, message: null, title: null },
  { page: 'freescout', url: 'https://desk.team.test/conversation/4711', editor: '.note-editable', host: 'freescout', level: 'full', id: '4711', name: 'Ana Sousa', address: 'ana@example.test', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  { page: 'osticket', url: 'https://desk.team.test/scp/tickets.php?id=5', editor: '#reply .redactor-in', host: 'osticket', level: 'full', id: '5', name: 'Ana Sousa', address: 'ana@example.test', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  { page: 'osticket', url: 'https://desk.team.test/scp/tickets.php?id=5', editor: '#note .redactor-in', host: 'osticket', level: 'partial', id: '5', name: 'Ana Sousa', address: 'ana@example.test', message: 'I have called three times.', title: 'Order 4711', internal: true },
  { page: 'sogo', url: 'https://mail.team.test/SOGo/so/ana/Mail/view#!/Mail/0/INBOX/12', editor: 'textarea', host: 'sogo', level: 'full', id: '12', name: 'Ana Sousa', message: 'Where is my order?', title: 'Re: Order 4711', sends: 1 },
  { page: 'frappe-helpdesk', url: 'https://desk.team.test/helpdesk/tickets/8', editor: '.ProseMirror', host: 'frappe-helpdesk', level: 'partial', id: '8', name: 'Ana Sousa', address: 'ana@example.test', message: 'I have called three times.', title: null },
  { page: 'libredesk', url: 'https://desk.team.test/inboxes/assigned/conversation/0b8f6a1e-4e1c-4c59-9e7e-000000000001', editor: '.ProseMirror', host: 'libredesk', level: 'full', id: '0b8f6a1e-4e1c-4c59-9e7e-000000000001', name: 'Ana Sousa', message: 'I have called three times.', title: null, sends: 1 },
  { page: 'practice', url: 'chrome-extension://abc/practice.html#/conversation/en-1', editor: '#reply-body', host: 'practice', level: 'full', id: 'en-1', name: 'Ana Sousa', address: 'ana@customer.test', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  { page: 'request-tracker-update', seen: ['request-tracker-display', 'https://rt.team.test/Ticket/Display.html?id=1'], url: 'https://rt.team.test/Ticket/Update.html?Action=Respond;id=1', editor: '#UpdateContent', host: 'request-tracker', level: 'full', id: '1', name: 'Margaret Ellis', address: 'margaret.ellis@customer.test',
    message: 'Hello,\n\nThis is the third time I am writing.', title: 'Third time my order #48213 is late', sends: 1 },
  { page: 'roundcube-compose-html', url: 'https://mail.team.test/?_task=mail&_action=compose', frame: '#composebody_ifr', editor: 'body', html: '<body contenteditable="true"><p id="reply-intro">On 2026-11-20 00:56, Margaret Ellis wrote:</p><blockquote><p>Please call me.</p></blockquote><p>I\'ll call you.</p></body>', host: 'roundcube', level: 'full', id: '<seed-01@customer.test>', name: 'Margaret Ellis', address: 'margaret.ellis@customer.test', message: 'Please call me.', title: 'Re: Third time my order #48213 is late', sends: 1 },
  { page: 'glpi', url: 'https://desk.team.test/front/ticket.form.php?id=3', frame: '.tox iframe', editor: 'body', host: 'glpi', level: 'full', id: '3', name: 'Ana Sousa', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  { page: 'zoho-desk', url: 'https://desk.zoho.eu/agent/org/dept/tickets/details/222', frame: 'iframe', editor: 'body', host: 'zoho-desk', level: 'partial', id: '222', name: null, message: SAID, title: 'Order 4711' },
  { page: 'proton', url: 'https://mail.proton.me/u/0/inbox/abc-1==', frame: '[data-testid=rooster-iframe]', editor: '#rooster-editor', html: '<body><div id="rooster-editor" contenteditable="true">I will call you.</div></body>', host: 'proton', level: 'full', id: 'abc-1==', name: 'Ana Sousa', address: 'ana@example.test', message: SAID, title: 'Order 4711', sends: 1 },
  { page: 'servicenow', url: 'https://acme.service-now.com/now/nav/ui/classic/params/target/incident.do%3Fsys_id%3D0123456789abcdef0123456789abcdef', frame: 'iframe', editor: '#activity-stream-comments-textarea', host: 'servicenow', level: 'full', id: '0123456789abcdef0123456789abcdef', name: 'Ana Sousa', message: 'I have called three times.', title: 'Order 4711', sends: 1 },
  { page: 'salesforce', url: 'https://acme.lightning.force.com/lightning/r/Case/500000000000001AAA/view', frame: 'iframe', editor: 'body', html: '<body class="cke_editable" contenteditable="true">I will call.</body>', host: 'salesforce', level: 'partial', id: '500000000000001AAA', name: null, message: null, title: 'RE: Order 4711', sends: 1 },
];

/** Opens the page of a case and finds its editor. */
export function editorOf(one: Pick<Case, 'page' | 'editor' | 'frame' | 'html'>): HTMLElement {
  open(one.page);
  if (one.frame === undefined) return find(one.editor);
  if (one.html !== undefined) return findIn(one.frame, one.html, one.editor);
  const editor = (find(one.frame) as HTMLIFrameElement).contentDocument?.querySelector<HTMLElement>(one.editor);
  if (!editor) throw new Error(`no ${one.editor} in the frame of ${one.page}`);
  return editor;
}

/** What a case's editor tells, as the content script would ask. */
export function tell(one: Case): ReturnType<typeof read> {
  const memory = memoryOf();
  if (one.seen) {
    open(one.seen[0]);
    rememberMessage(known, document, one.seen[1], { url: one.seen[1], title: document.title, memory, zone: 'Europe/Lisbon' });
  }
  return read({ url: one.url, editor: editorOf(one), memory });
}
