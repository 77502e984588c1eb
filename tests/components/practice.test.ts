// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../entrypoints/practice/composer';
import { conversationOf, Inbox } from '../../entrypoints/practice/inbox';
import { SAMPLES } from '../../entrypoints/practice/samples';
import { sentReplies } from '../../entrypoints/practice/sent';
import { NOW, stringsOf, ZONE } from './fixtures';

const PAGE = '<p id="note"></p><nav id="links"></nav><nav id="conversations"></nav><main id="practice"></main><div id="status"></div>';
const memory = () => {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
};
function open(id: string, storage = memory()) {
  location.hash = `#/conversation/${id}`;
  const inbox = new Inbox(document, { opened: NOW, zone: ZONE, now: () => NOW, preferred: ['en-GB'], storage });
  inbox.speak(stringsOf('en'));
  return inbox;
}
const find = <E extends HTMLElement = HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const write = (text: string) => {
  find('#reply-open').click();
  find('#reply-body').textContent = text;
};

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

describe('the samples', () => {
  it('are at least three in each language, with addresses of their own', () => {
    for (const lang of ['en', 'pt-BR', 'pt-PT', 'pl']) expect(SAMPLES.filter((sample) => sample.lang === lang).length).toBeGreaterThanOrEqual(3);
    expect(new Set(SAMPLES.map(({ id }) => id)).size).toBe(SAMPLES.length);
  });
  it.each(SAMPLES.map((sample) => [sample.id, sample] as const))('%s ends with the customer, in order of time', (id, { customer, messages }) => {
    expect(id).toMatch(/^[\w-]+$/);
    expect(customer.address).toMatch(/@customer\.test$/);
    expect(messages.at(-1)?.from).toBe('customer');
    expect(messages.map(({ hoursAgo }) => hoursAgo)).toEqual([...messages].map(({ hoursAgo }) => hoursAgo).sort((a, b) => b - a));
  });
});

describe('the markup that the adapter reads', () => {
  it('names the conversation, the sender and the moment', () => {
    open('pl-reklamacja-trzeci-raz');
    expect(find('main#practice').dataset['conversationId']).toBe('pl-reklamacja-trzeci-raz');
    expect(find('h1.subject').textContent).toBe('Reklamacja pralki, piszę trzeci raz');
    const last = [...document.querySelectorAll('article.message[data-from=customer]')].at(-1);
    expect(last?.querySelector('.sender')?.getAttribute('data-address')).toBe('maria.kowalska@customer.test');
    expect(last?.querySelector('.sender')?.textContent).toBe('Maria Kowalska');
    expect(last?.querySelector('time')?.getAttribute('datetime')).toBe('2026-12-02T05:00:00Z');
    expect(last?.querySelector('.body')?.textContent).toContain('Kiedy przyjedzie serwisant?');
    expect(document.querySelectorAll('nav#conversations a[href^="#/conversation/"]')).toHaveLength(SAMPLES.length);
  });

  it('has no conversation where the address names none', () => {
    open('nobody');
    expect(find('main#practice').dataset['conversationId']).toBeUndefined();
    expect(document.querySelector('#reply-open')).toBeNull();
    expect(conversationOf('#/other')).toBeNull();
  });
});

describe('a reply', () => {
  it('opens in a rich editor, and in a plain one when that is chosen', () => {
    open('en-thank-you');
    write('Dear George');
    expect(find('#reply-body').getAttribute('contenteditable')).toBe('true');
    const kind = find<HTMLSelectElement>('#editor-kind');
    kind.value = 'plain';
    kind.dispatchEvent(new Event('change'));
    expect(find<HTMLTextAreaElement>('textarea#reply-body').value).toBe('Dear George');
    kind.value = 'rich';
    kind.dispatchEvent(new Event('change'));
    expect(find('div#reply-body').textContent).toBe('Dear George');
  });

  it('is sent into the thread, and the composer goes', () => {
    open('en-thank-you');
    write('Dear George');
    find<HTMLFormElement>('#composer').requestSubmit(find<HTMLButtonElement>('#send'));
    expect(find('article.message[data-from=agent] .body').textContent).toBe('Dear George');
    expect(document.querySelector('#composer')).toBeNull();
    expect(find('#reply-open').hidden).toBe(false);
  });

  it('is there again after a reload, in its own conversation only', () => {
    const storage = memory();
    sentReplies(storage).add('en-thank-you', { at: NOW, text: 'Dear George' });
    open('en-thank-you', storage);
    expect(document.querySelectorAll('article.message[data-from=agent]')).toHaveLength(1);
    open('en-locked-out', storage);
    expect(document.querySelectorAll('article.message[data-from=agent]')).toHaveLength(0);
  });

  it('keeps its draft when the words of the interface change', () => {
    const inbox = open('en-thank-you');
    write('Dear George');
    inbox.speak(stringsOf('pl'));
    expect(find('#reply-body').textContent).toBe('Dear George');
    expect(find('#links').textContent).toContain('Ustawienia');
  });

  it('is not sent empty', () => {
    open('en-thank-you');
    write('  ');
    find<HTMLFormElement>('#composer').requestSubmit();
    expect(document.querySelector('#composer')).not.toBeNull();
  });

  it('survives a damaged memory', () => {
    expect(sentReplies({ getItem: () => '{"broken', setItem: () => undefined }).of('x')).toEqual([]);
  });

  it.each([
    ['one<div>two</div><div>three</div>', 'one\ntwo\nthree'],
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['one<br>two', 'one\ntwo'],
    ['<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
  ])('%s is read as lines', (html, text) => {
    const body = document.createElement('div');
    body.innerHTML = html;
    expect(textOf(body)).toBe(text);
  });
});
