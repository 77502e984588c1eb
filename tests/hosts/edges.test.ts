// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readRich } from '../../utils/editors';
import { known, type Candidates } from '../../utils/hosts';
import { find, findIn, open, read } from './page';

const GMAIL = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQXKD';
const OUTLOOK = 'https://outlook.office.com/mail/inbox/id/AAQk1';
const PROTON = 'https://mail.proton.me/u/0/inbox/abc-1==';
const ZAMMAD = 'https://desk.team.test/#ticket/zoom/67';
const INTERCOM = (id: number): string => `https://app.intercom.com/a/inbox/abc/inbox/all/conversation/${id}`;
const SAID = 'I have called three times and nobody rings me back. My order 4711 is still missing.';

describe('hidden twins', () => {
  it('a message that is not shown is not the latest', () => {
    open('chatwoot');
    const twin = find('#message12').cloneNode(true) as HTMLElement;
    twin.id = 'message99';
    twin.style.display = 'none';
    twin.querySelectorAll('.prose-bubble').forEach((text) => (text.textContent = 'Wrong customer text'));
    find('.conversation-panel').append(twin);
    expect(read({ url: 'https://chat.team.test/app/accounts/1/conversations/9', editor: find('.ProseMirror') }).customer.message).toBe('I have called three times.');
  });
  it('the send button of the pane that is not shown is not this one\'s', () => {
    open('outlook-reply.en');
    const { send } = read({ url: OUTLOOK, editor: find('#editorParent_2 [contenteditable]') });
    expect(send.map(({ id }) => id)).toEqual(['splitButton-r2__primaryActionButton']);
  });
  it('a name in a pane that is not shown does not part a message from its writer', () => {
    open('outlook-reply.en');
    find('#UniqueMessageBody_1').insertAdjacentHTML('beforebegin', '<div style="display:none"><span id="MSG_0_FROM">Bob&lt;bob@example.test&gt;</span></div>');
    expect(read({ url: OUTLOOK, editor: find('#editorParent_2 [contenteditable]') }).customer.message).toBe(SAID);
  });
  it('where the panes have lost their marks, the page is not searched whole', () => {
    open('zendesk-two-tickets');
    const editor = find('[data-ticket-id="102"] [contenteditable]');
    document.querySelectorAll('.ticket-panes-grid-layout').forEach((pane) => {
      pane.removeAttribute('data-ticket-id');
      pane.removeAttribute('data-is-active');
    });
    find('main').append(find('[style*=hidden]'));
    const got = read({ url: 'https://acme.zendesk.com/agent/tickets/102', editor });
    expect({ message: got.customer.message, failed: got.failed }).toEqual({ message: null, failed: ['root'] });
  });
  it('the tab that is looked at is another ticket\'s', () => {
    open('zendesk-two-tickets');
    find('[data-test-id=header-tab][aria-current]').setAttribute('data-entity-id', '101');
    expect(read({ url: 'https://acme.zendesk.com/agent/tickets/102', editor: find('[data-ticket-id="102"] [contenteditable]') })).toMatchObject({ conversation: null, disagree: true });
  });
  it('an area that holds two conversations is neither\'s', () => {
    open('gmail-thread-inline-reply.en');
    find('.a98').insertAdjacentHTML('beforeend', '<h2 data-legacy-thread-id="19a0f00000000099">Another</h2>');
    expect(read({ url: GMAIL, editor: find('[g_editable=true]') })).toMatchObject({ conversation: null, disagree: true, customer: { message: null } });
  });
  it('whoever stands first on the page is not the writer of a message that names nobody', () => {
    open('zendesk-internal-note');
    const agent = find('article:nth-of-type(2) [data-test-id=omni-log-item-message]');
    agent.insertAdjacentHTML('afterbegin', '<span data-test-id="omni-log-item-sender">Agent</span>');
    find('article').before(find('article:nth-of-type(2)'));
    find('[type=end-user] [data-test-id=omni-log-item-sender]').remove();
    const url = 'https://acme.zendesk.com/agent/tickets/102';
    expect(read({ url, editor: find('[contenteditable]') }).customer.name).toBe('Ana 102');
    find('[data-test-id=tabs-nav-item-users]').remove();
    expect(read({ url, editor: find('[contenteditable]') }).customer.name).toBeNull();
  });
  it('a colleague of the customer who wrote does not get the customer\'s address', () => {
    open('freescout');
    find('#thread-3 .thread-person a').textContent = 'Bruno Dias';
    find('select[name=to]').remove();
    const got = read({ url: 'https://desk.team.test/conversation/4711', editor: find('.note-editable') });
    expect(got.customer).toMatchObject({ name: 'Bruno Dias', address: null });
  });
});

describe('whose words they are', () => {
  const JIRA = 'https://acme.atlassian.net/browse/SUP-12';
  const jira = () => read({ url: JIRA, editor: find('#ak-editor-textarea') }).customer;
  it('Jira: oldest first or newest first, the numbers tell', () => {
    open('jira-sm');
    expect(jira().message).toBe('I have called three times.');
    const list = find('[data-testid="issue.activity.comments-list"]');
    list.append(...[...list.children].reverse());
    expect(jira()).toMatchObject({ name: 'Ana Sousa', message: 'I have called three times.' });
  });
  it('Jira: before the requester has commented, the description is theirs', () => {
    open('jira-sm');
    for (const id of ['10009', '10011']) find(`[data-testid="comment-base-item-${id}"]`).remove();
    expect(jira()).toMatchObject({ name: 'Ana Sousa', message: 'Where is my order?' });
  });
  it('Jira: who nobody is said to have asked, has said nothing', () => {
    open('jira-sm');
    find('[data-testid="issue.views.field.user.reporter"]').remove();
    expect(jira()).toMatchObject({ name: null, message: null });
  });
});

describe('several composers and pop-outs', () => {
  it('each answers its own conversation, whichever was opened last', () => {
    open('gmail-two-popups-and-inline.en');
    const ids = [...document.querySelectorAll<HTMLElement>('[g_editable=true]')].map((editor) => read({ url: GMAIL, editor }).conversation?.id ?? null);
    expect(ids.filter((id) => id === '19a0f00000000001')).toHaveLength(1);
    expect(ids.filter((id) => id === null).length).toBe(ids.length - 1);
  });
  it('Gmail, in a window of its own: conversation and recipient, no message', () => {
    open('gmail-popout.en');
    const got = read({ url: 'https://mail.google.com/mail/u/0/popout?ver=1#cmid%253D1', editor: find('[g_editable=true]') });
    expect({ id: got.conversation?.id, customer: got.customer, missing: got.missing, reply: got.isReply })
      .toEqual({ id: '19a0f00000000001', customer: { name: 'Ana', address: 'ana@example.test', message: null, since: null }, missing: ['message'], reply: true });
  });
  it.each([
    ['proton', PROTON, '[data-testid="conversation-header:subject"]', '#rooster-editor'],
    ['yahoo', 'https://mail.yahoo.com/d/folders/1/messages/AB12', '[data-test-id=message-group-subject-text]', '[data-test-id=rte]'],
    ['fastmail', 'https://app.fastmail.com/mail/Inbox/T123', '.v-Thread-title', '.v-RichText-input'],
  ])('%s: a composer that stays open over another conversation says nothing of that one', (page, url, subject, selector) => {
    open(page);
    const editor = page === 'proton' ? findIn('[data-testid=rooster-iframe]', '<body><div id="rooster-editor" contenteditable="true">Hi</div></body>', selector) : find(selector);
    expect(read({ url, editor }).conversation).not.toBeNull();
    find(subject).setAttribute('title', 'Another matter');
    find(subject).textContent = 'Another matter';
    const got = read({ url: `${url}9`, editor });
    // Nobody's fault: the agent may have changed the subject.
    expect({ conversation: got.conversation, message: got.customer.message, disagree: got.disagree }).toEqual({ conversation: null, message: null, disagree: false });
  });
});

describe('elements used again by a single-page app', () => {
  it('the same editor under another conversation is read anew, and what is between is refused', () => {
    open('intercom');
    const editor = find('.ProseMirror');
    expect(read({ url: INTERCOM(991), editor }).customer.message).toBe(SAID);
    // The address has gone on, the page has not.
    expect(read({ url: INTERCOM(992), editor })).toMatchObject({ conversation: null, disagree: true, customer: { message: null } });
    find('[data-part-group-category="1"] p').textContent = 'Another customer, another matter.';
    find('[data-inbox-conversation-header-title]').textContent = 'Invoice';
    expect(read({ url: INTERCOM(992), editor })).toMatchObject({ conversation: { id: '992', title: 'Invoice' }, disagree: false, customer: { message: 'Another customer, another matter.' } });
    // And back: these words are the other's.
    expect(read({ url: INTERCOM(991), editor })).toMatchObject({ conversation: null, disagree: true });
  });
  it('a page that has gone on before its address is refused too', () => {
    open('zammad');
    const editor = find('.content.active .articleNewEdit-body');
    expect(read({ url: ZAMMAD, editor }).conversation?.id).toBe('67');
    find('.content.active').id = 'content_permanent_Ticket-68';
    expect(read({ url: ZAMMAD, editor })).toMatchObject({ conversation: null, disagree: true, customer: { message: null } });
    expect(read({ url: ZAMMAD.replace('67', '68'), editor }).conversation?.id).toBe('68');
  });
});

describe('frames and shadow roots', () => {
  const SYS = '0123456789abcdef0123456789abcdef';
  const NEXT = `https://acme.service-now.com/now/nav/ui/classic/params/target/incident.do%3Fsys_id%3D${SYS}`;

  it('a frame in open shadow roots, one in the other', () => {
    open('servicenow-next');
    const frame = document.querySelector('macroponent-f51912f4c700201072b211d4d8c26010')?.shadowRoot?.querySelector('sn-canvas-appshell-root')?.shadowRoot?.querySelector('iframe');
    const inner = frame?.contentDocument;
    const [comments, notes] = ['comments', 'work_notes'].map((kind) => inner?.querySelector<HTMLElement>(`#activity-stream-${kind}-textarea`));
    if (!comments || !notes) throw new Error('the frame has no document');
    expect(read({ url: NEXT, editor: comments })).toMatchObject({ conversation: { id: SYS }, internal: false, isReply: true });
    expect(read({ url: NEXT, editor: notes })).toMatchObject({ conversation: { id: SYS }, internal: true, isReply: true });
  });
  it('the composer in an open shadow root, the messages outside of it', () => {
    open('intercom-shadow');
    const editor = document.querySelector('inbox-composer')?.shadowRoot?.querySelector<HTMLElement>('.ProseMirror');
    expect(editor && read({ url: INTERCOM(991), editor })).toMatchObject({ conversation: { id: '991' }, customer: { message: 'I have called three times.' }, isReply: true });
  });
  it.each([
    ['says nothing of what is around it', { value: null }],
    ['throws when asked', { get: () => { throw new DOMException('Blocked', 'SecurityError'); } }],
  ])('a sandboxed frame without allow-same-origin that %s: only what is inside', (_how, frameElement) => {
    open('glpi');
    const inner = document.querySelector<HTMLIFrameElement>('.tox iframe')?.contentDocument;
    if (!inner?.defaultView) throw new Error('the frame has no document');
    Object.defineProperty(inner.defaultView, 'frameElement', { ...frameElement, configurable: true });
    const got = read({ url: 'https://desk.team.test/front/ticket.form.php?id=3', editor: inner.body });
    expect({ message: got.customer.message, send: got.send, composer: inner.documentElement.contains(got.composer) }).toEqual({ message: null, send: [], composer: true });
  });
  it('a message in a frame of another origin is not there', () => {
    open('frappe-helpdesk');
    const frames = document.querySelectorAll('iframe');
    Object.defineProperty(frames[frames.length - 1], 'contentDocument', { get: () => null });
    const got = read({ url: 'https://desk.team.test/helpdesk/tickets/8', editor: find('.ProseMirror') });
    expect(got.customer).toMatchObject({ name: 'Ana Sousa', message: null });
    expect(got.missing).toContain('message');
  });
});

describe('collapsed, clipped, ghosts and chips', () => {
  beforeEach(() => void open('gmail-clipped.en'));

  it('a clipped message is read as far as it goes, and told so', () => {
    const got = read({ url: GMAIL, editor: find('[g_editable=true]') });
    expect(got.customer.message?.startsWith(SAID)).toBe(true);
    expect({ level: got.level, missing: got.missing }).toEqual({ level: 'partial', missing: ['clipped'] });
  });
  it('what is offered to write is not part of the draft', () => {
    expect(readRich(find('[g_editable=true]')).text).toBe("Hi Ana, I'll call you back");
  });
  it('the customer is found among several recipients', () => {
    document.title = 'Order 4711';
    expect(read({ url: GMAIL, editor: find('[g_editable=true]') }).customer).toMatchObject({ name: 'Ana Sousa', address: 'ana@example.test' });
  });
  it.each([
    ['gmail-collapsed.en', GMAIL, '[g_editable=true]'],
    ['outlook-collapsed.en', OUTLOOK, '#editorParent_2 [contenteditable]'],
  ])('%s: the folded latest message is not read, nor an older one in its place', (page, url, selector) => {
    open(page);
    const got = read({ url, editor: find(selector) });
    expect({ customer: got.customer, missing: got.missing }).toEqual({ customer: { name: 'Ana Sousa', address: 'ana@example.test', message: null, since: null }, missing: ['message', 'collapsed'] });
  });
  it('Proton: folded', () => {
    open('proton');
    find('[data-testid="message-view-1"]').setAttribute('data-expanded', 'false');
    const editor = findIn('[data-testid=rooster-iframe]', '<body><div id="rooster-editor" contenteditable="true">Hi</div></body>', '#rooster-editor');
    expect(read({ url: PROTON, editor })).toMatchObject({ customer: { message: null }, missing: ['message', 'collapsed'] });
  });
  it.each([
    ['gmail-popout.en', GMAIL, '[g_editable=true]', '', { name: 'Ana', address: 'ana@example.test' }],
    ['gmail-popout.en', GMAIL, '[g_editable=true]', '[role=option]', { name: null, address: null }],
    ['yahoo', 'https://mail.yahoo.com/d/folders/1/messages/AB12', '[data-test-id=rte]', '[data-test-id=message-from]', { name: 'Ana Sousa', address: 'ana@example.test' }],
    ['outlook-reply.en', OUTLOOK, '#editorParent_2 [contenteditable]', '[id$=_FROM]', { name: 'Ana', address: null }],
    ['roundcube-compose', 'https://mail.team.test/?_task=mail&_action=compose&_id=206', '#composebody', '', { name: 'Margaret Ellis', address: 'margaret.ellis@customer.test' }],
  ])('%s: name and address out of chips (without %s)', (page, url, selector, without, want) => {
    open(page);
    if (without !== '') document.querySelectorAll(without).forEach((element) => element.remove());
    expect(read({ url, editor: find(selector) }).customer).toMatchObject(want);
  });
  it('older Gmail keeps its recipients in hidden fields', () => {
    open('gmail-popout.en');
    find('[role=option]').outerHTML = '<div class="vR"><input type="hidden" name="to" value="Ana Sousa &lt;ana@example.test&gt;"></div>';
    expect(read({ url: GMAIL, editor: find('[g_editable=true]') }).customer).toMatchObject({ address: 'ana@example.test' });
  });
});

describe('what was found by which candidate', () => {
  it('every class renamed: later ranks find what has other signs, the rest is told', () => {
    open('gmail-renamed-classes.en');
    const { ranks, failed } = read({ url: GMAIL, editor: find('[g_editable=true]') });
    expect(ranks).toEqual({ editor: 1, composer: 2, identity: 0, recipientName: 0, recipientAddress: 0, item: 0, body: 3, name: 2, address: 2, date: 2, subject: 2, send: 2 });
    expect(failed).toEqual(['root']);
  });
  it('a new mail in a page without a thread: nothing of a thread was asked', () => {
    open('gmail-two-popups-rows-inbox.en');
    const { ranks, failed } = read({ url: GMAIL, editor: find('[data-compose-id="2"] [g_editable=true]') });
    expect(ranks).toEqual({ editor: 0, composer: 0, recipientName: 0, recipientAddress: 0, subject: 4, send: 0 });
    expect(failed).toEqual([]);
  });
});

describe('languages and directions', () => {
  it('Salesforce in Portuguese: the button that sends', () => {
    open('salesforce.pt');
    const editor = findIn('iframe', '<body class="cke_editable" contenteditable="true">Vou ligar.</body>', 'body');
    expect(read({ url: 'https://acme.lightning.force.com/lightning/r/Case/500000000000001AAA/view', editor }).send).toHaveLength(1);
  });
  it('from right to left nothing changes', () => {
    open('chatwoot');
    document.documentElement.dir = 'rtl';
    expect(read({ url: 'https://chat.team.test/app/accounts/1/conversations/9', editor: find('.ProseMirror') }).customer.message).toBe('I have called three times.');
    document.documentElement.removeAttribute('dir');
  });
  it('no first rank hangs on the words of one language, but where no other sign is known', () => {
    const lists = (host: (typeof known)[number]): readonly Candidates[] => [
      ...Object.values(host.read).filter((value): value is Candidates => Array.isArray(value)), ...Object.values(host.write as Record<string, Candidates>), ...host.identity.map(({ at }) => (typeof at === 'string' ? [] : at)),
    ];
    const worded = known.flatMap((host) => lists(host).map(([first]) => (first === undefined ? '' : typeof first === 'string' ? first : first.selector))
      .filter((selector) => /\[(?:aria-label|title|placeholder|alt)[*^$]?="?[\p{L}]/u.test(selector)).map((selector) => `${host.id} ${selector}`));
    expect(worded).toEqual(['helpscout [aria-label="Conversation Subject"]', 'salesforce input[placeholder="Enter Subject..."]', 'salesforce button.slds-button_brand[title=Send]']);
  });
});
