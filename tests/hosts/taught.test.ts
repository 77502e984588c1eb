// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSite, hostOf, interpret, isReplyEditor, known, taughtId, type Pointed } from '../../utils/hosts';
import { parseHost } from '../../utils/hosts/schema';
import { findFirst } from '../../utils/hosts/strategies';
import { isChosen, selectorsFor } from '../../utils/hosts/selectors';
import { memoryOf } from './page';

const PAGES = ['hosts', 'any'].flatMap((folder) => readdirSync(`tests/pages/${folder}`).map((name) => `tests/pages/${folder}/${name}`));

function open(path: string): Document {
  const html = readFileSync(path, 'utf8').replace(/<iframe[^>]*>/gu, '<iframe>');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.title = parsed.title;
  document.body.replaceWith(document.importNode(parsed.body, true));
  return document;
}
const at = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector} in ${document.title}`);
  return element;
};
/** Everything an agent could point at. */
const pointable = (): readonly Element[] => [...document.body.querySelectorAll('*')].filter((element) => !element.matches('br, hr, option, script, style, svg, svg *'));

/** A build's made-up names on everything, as pages of our day have them; another build's with another seed. */
function build(seed: number): void {
  const made = (n: number): string => ((n * 2654435761 + seed * 40503) >>> 0).toString(36).padStart(6, 'x').slice(0, 6);
  for (const [n, element] of [...document.body.querySelectorAll('*')].entries()) {
    for (const name of [...element.classList]) if (/^css-\w{6}$|^\w+_\w+__\w{5}$/u.test(name)) element.classList.remove(name);
    element.classList.add(`css-${made(n)}`, `Box_root__${made(n + 7).slice(0, 5)}`);
    if (element.id === '' || element.id.startsWith(':r')) element.id = `:r${made(n + 3)}:`;
  }
}
/** A banner here, a wrapper's sibling there. */
function addSiblings(every: number): void {
  for (const [n, element] of [...document.body.querySelectorAll('div, p, li, section, article, span, button')].entries()) {
    if (n % every !== 0 || element.closest('[contenteditable]') !== null) continue;
    const extra = document.createElement(element.localName);
    extra.className = 'css-added1';
    element.before(extra);
  }
}

describe('selectors for what was pointed at', () => {
  it.each(PAGES)('%s: each finds the element and no other, or the last of its kind', (path) => {
    open(path);
    build(1);
    const all = pointable();
    fc.assert(fc.property(fc.constantFrom(...all), fc.constantFrom('only', 'last', 'first'), (element, finds) => {
      for (const selector of selectorsFor(element, document, finds)) {
        const found = [...document.querySelectorAll(selector)];
        expect(finds === 'only' ? found : [finds === 'last' ? found.at(-1) : found[0]]).toEqual([element]);
        // Nothing the build made up is leant on.
        expect(selector).not.toMatch(/css-|Box_root|:r/u);
      }
      expect(new Set(selectorsFor(element, document, finds)).size).toBe(selectorsFor(element, document, finds).length);
    }), { numRuns: 6 });
  });

  it('nearly everything can be told from the rest, and most of it still after another build with more in it', () => {
    let asked = 0, made = 0, still = 0, wrong = 0;
    for (const path of PAGES) {
      open(path);
      build(1);
      const wanted = pointable().filter((_, n) => n % 3 === 0).map((element) => ({ element, selectors: selectorsFor(element, document, 'only') }));
      build(2);
      addSiblings(4);
      for (const { element, selectors } of wanted) {
        asked += 1;
        if (selectors.length === 0) continue;
        made += 1;
        const found = findFirst(document, selectors)?.element;
        if (found === element) still += 1;
        else if (found !== undefined) wrong += 1;
      }
    }
    process.stdout.write(`\nselectors: ${asked} elements of ${PAGES.length} pages, made for ${((100 * made) / asked).toFixed(1)} %, found again ${((100 * still) / made).toFixed(1)} %, another found ${((100 * wrong) / made).toFixed(1)} %\n`);
    expect(made / asked).toBeGreaterThan(0.85);
    expect(still / made).toBeGreaterThan(0.75);
  });

  it.each(['message', 'message-body', 'messageBody', 'ticket__text', 'col-6', 'h2', 'reply-editor', 'c-post__author', 'ProseMirror', 'btn', 'msg', 'ql-editor', 'note-editable', 'thread', 'case', 'form-control', 'TicketPane'])('%s was chosen by a person', (name) => {
    expect(isChosen(name)).toBe(true);
  });
  it.each(['css-1q2w3e', 'sc-bdVaJa', 'Box_root__x7Gf2', ':r12:', 'ember482', 'jss14', 'a1x', 'Xk3', 'is-active', 'message--unread', 'post-2816', 'x1lliihq', 'gmail_7f3a', 'svelte-1tky8bj', 'focused', 'kqzwrt', 'aBcDeF'])('%s was not', (name) => {
    expect(isChosen(name)).toBe(false);
  });
});

const LESSON = { url: 'https://desk.unknown.test/requests/48213', title: 'Desk', date: '2026-11-27' };
interface Taught {
  readonly page: string;
  readonly pointed: () => Pointed;
  readonly message: string | null;
  readonly name: string | null;
}
const point = (editor: string, message: string | null, name: string | null, send: string | null) => (): Pointed =>
  ({ editor: at(editor), message: message === null ? null : at(message), name: name === null ? null : at(name), send: send === null ? null : at(send) });
const TAUGHT: readonly Taught[] = [
  { page: 'forum', pointed: point('#reply', '.post:nth-child(3) .post-body', '.post:nth-child(3) .username', 'button[type=submit]'), message: 'It shows 4.2.1, and it has just gone down again while I was typing this.', name: 'Nora Lind' },
  { page: 'ticket-form', pointed: point('#reply', '.request-body', '.requester a', '#answer button'), message: 'Good morning,\nthis is the third time I am writing about my order 48213. Could somebody please call me back before Friday?\nAna Sousa', name: 'Ana Sousa' },
  { page: 'chat-widget', pointed: point('#reply', '.log .m:nth-child(3)', null, '.bar button'), message: 'My code from the newsletter is not accepted at the checkout, and the sale ends tonight.', name: null },
  { page: 'table-layout', pointed: point('#reply', '.msg', '.val', 'input[type=submit]'), message: 'I paid the invoice twice by mistake, on the third and on the fourth.\nPlease send the second payment back to the same account.', name: 'Piotr Zych' },
  { page: 'rtl', pointed: point('#reply', '.ticket__text', '.ticket__sender', null), message: 'مرحبا، لم يصلني الطلب رقم 5512 حتى الآن رغم أنني دفعت ثمنه قبل أسبوعين. أرجو الرد اليوم.', name: 'ليلى حداد' },
  { page: 'dialog', pointed: point('#reply', null, null, null), message: null, name: null },
];
const taught = (pointed: Pointed) => {
  const lesson = describeSite(pointed, LESSON);
  if ('problem' in lesson) throw new Error(`not told apart: ${lesson.problem}`);
  return lesson.host;
};
const read = (host: Parameters<typeof interpret>[0], editor: HTMLElement, url = LESSON.url) => interpret(host, editor, { url, title: '', memory: memoryOf(), zone: 'UTC' });

describe('a taught site', () => {
  it.each(TAUGHT)('$page is read as it was shown, on the same page and after another build', ({ page, pointed, message, name }) => {
    open(`tests/pages/any/${page}.html`);
    build(1);
    const shown = pointed();
    const host = parseHost(JSON.parse(JSON.stringify(taught(shown))));
    build(2);
    addSiblings(5);
    const editor = shown.editor as HTMLElement;
    expect(isReplyEditor(host, editor)).toBe(true);
    const got = read(host, editor);
    expect({ message: got.customer.message, name: got.customer.name, id: got.conversation?.id }).toEqual({ message, name, id: '48213' });
    expect(got.messageFrom).toBeUndefined();
    if (shown.send) expect(got.send).toEqual([shown.send]);
  });

  it('reads the message that came since, with its own writer', () => {
    open('tests/pages/any/forum.html');
    const host = taught(TAUGHT[0]?.pointed() ?? point('#reply', null, null, null)());
    const next = at('.post').cloneNode(true) as Element;
    const [writer, body] = [next.querySelector('.username'), next.querySelector('.post-body')];
    if (writer && body) [writer.textContent, body.textContent] = ['Olga Fox', 'I have the same router and it does the same to me.'];
    at('.thread').append(next);
    expect(read(host, at('#reply')).customer).toMatchObject({ message: 'I have the same router and it does the same to me.', name: 'Olga Fox' });
  });

  it('tells by the reading’s failed keys that the page changed', () => {
    open('tests/pages/any/ticket-form.html');
    const host = taught(TAUGHT[1]?.pointed() ?? point('#reply', null, null, null)());
    at('.request').remove();
    const got = read(host, at('#reply'));
    expect(got.customer.message).toBeNull();
    expect(got.failed).toContain('customer');
  });

  it('is of its own origin with its port alone, and comes before what is built in', () => {
    open('tests/pages/any/rtl.html');
    const lesson = describeSite(point('#reply', null, null, null)(), { ...LESSON, url: 'http://127.0.0.1:8100/app.zendesk.com/1' });
    if ('problem' in lesson) throw new Error(lesson.problem);
    const { host } = lesson;
    expect(hostOf([host, ...known], 'http://127.0.0.1:8100/other', document)).toBe(host);
    expect(hostOf([host], 'http://127.0.0.1:8101/other', document)).toBeNull();
  });

  it('that can’t be told from the rest says which part', () => {
    document.body.innerHTML = '<p>Some words of nobody that stand here.</p><textarea></textarea><i></i>';
    expect(describeSite({ editor: at('textarea'), message: at('p'), name: at('i'), send: null }, LESSON)).toEqual({ problem: 'name' });
  });

  it.each([
    ['https://a.test/tickets/4711', '4711'], ['https://a.test/?_task=mail&_uid=12&_mbox=INBOX', '12'], ['https://a.test/#/case/AB-77', 'AB-77'], ['https://a.test/c/0b8f6a1e-4e1c-4c59-9e7e-000000000001/reply', '0b8f6a1e-4e1c-4c59-9e7e-000000000001'],
    ['https://a.test/accounts/1/conversations/9', '9'], ['https://a.test/inbox', null],
  ])('%s names %s', (url, id) => {
    open('tests/pages/any/rtl.html');
    const lesson = describeSite(point('#reply', null, null, null)(), { ...LESSON, url });
    if ('problem' in lesson) throw new Error(lesson.problem);
    expect(read(lesson.host, at('#reply'), url).conversation?.id ?? null).toBe(id);
  });

  it.each([['desk.example.org', 'taught-desk-example-org'], ['127.0.0.1:8100', 'taught-127-0-0-1-8100']])('of %s is called %s', (host, id) => expect(taughtId(host)).toBe(id));
});
