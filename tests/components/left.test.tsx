// @vitest-environment happy-dom
/** What is still to fill in: in the panel, and in the bar that stands beside a sending. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SentBar, wordsOf } from '../../components/inline';
import type { Left } from '../../utils/phrases';
import english from '../../public/_locales/en/messages.json';
import { sampleView, spanOf } from './fixtures';
import { click, key } from './mount';
import { closeAll, open } from './panel';

const DRAFT = 'Hi John,\n\nYour refund arrives on {date}.';
const span = (words: string) => spanOf(DRAFT, words);
const LEFT: readonly Left[] = [
  { kind: 'other_name', ...span('John'), about: 'Hannah Brooks', suggestions: ['Hannah'] },
  { kind: 'hole', ...span('{date}'), about: 'date', suggestions: [] },
];
const view = sampleView({ draft: DRAFT, left: LEFT, promises: [], suggestions: [], analysis: null });

afterEach(closeAll);

describe('the panel', () => {
  it('says what is still to fill in, with the right name, and puts it in', async () => {
    const { section, button, commands } = await open({}, view);
    expect(section('To fill in')?.textContent).toContain('This greets somebody else: the customer is Hannah Brooks.');
    expect(section('To fill in')?.textContent).toContain('{date}Still empty: When.');
    await click(button('Say it this way: Hannah'));
    expect(commands().at(-1)).toEqual({ do: 'replace', key: 'a', span: span('John'), expect: 'John', text: 'Hannah' });
  });
  it('shows a place without an alternative in the draft, and leaves it as it is on request', async () => {
    const { button, section, commands } = await open({}, view);
    await click(button('{date}'));
    expect(commands().at(-1)).toEqual({ do: 'reveal', key: 'a', span: span('{date}') });
    await key(section('To fill in')?.querySelector('li') as HTMLElement, 'Delete');
    expect(commands().at(-1)).toEqual({ do: 'dismiss', key: 'a', rule: 'fill.other_name', text: 'John' });
  });
  it('has no such part where nothing is left', async () => {
    expect((await open({}, sampleView())).section('To fill in')).toBeNull();
  });
});

describe('the bar beside a sending', () => {
  const messages = Object.fromEntries(Object.entries(english).map(([key, { message }]) => [key, message.replace(/\$(\w+)\$/g, (_all, name: string) => `{${name.toLowerCase()}}`)]));
  function bar() {
    const stop = new AbortController();
    let root: ShadowRoot | null = null;
    const attach = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function open(this: Element, init) {
      attach.mockRestore();
      return (root = this.attachShadow({ ...init, mode: 'open' }));
    });
    const made = new SentBar(document, wordsOf(messages), 'en', { keep: () => undefined, drop: () => undefined }, stop.signal);
    const text = (): string => (made.open ? (root?.querySelector('section')?.textContent ?? '') : '');
    return { made, text, root: () => root as unknown as ShadowRoot, stop };
  }
  it('tells of the page before by the kind alone', () => {
    const { made, text } = bar();
    made.fill([{ text: '', what: 'A greeting that has lost its name.', show: null }], true);
    expect(text()).toBe('Sent with 1 place not filled in×A greeting that has lost its name.');
  });
  it.each<readonly [string, number, { left: number; right: number } | null, { left: string; width: string }]>([
    ['in the middle of the page', 1000, null, { left: '', width: '' }],
    ['beside the panel', 1000, { left: 632, right: 992 }, { left: '316px', width: '520px' }],
    ['beside the panel at the other edge', 1000, { left: 8, right: 368 }, { left: '684px', width: '520px' }],
    ['narrower where there is less', 800, { left: 432, right: 792 }, { left: '216px', width: '400px' }],
    ['over the panel where there is no room beside it', 480, { left: 112, right: 472 }, { left: '', width: '' }],
  ])('stands %s', (_, width, drawer, style) => {
    Object.defineProperty(document.documentElement, 'clientWidth', { value: width, configurable: true });
    const { made, root } = bar();
    made.beside(drawer && { ...drawer, top: 8, bottom: 700 });
    made.fill([{ text: '{date}', what: 'Still empty.', show: null }], true);
    const card = root().querySelector<HTMLElement>('.card');
    expect({ left: card?.style.left, width: card?.style.width }).toEqual(style);
  });
  it('tells what is left and leads there; once it went, it only tells', () => {
    const { made, text, root, stop } = bar();
    const shown: string[] = [];
    const places = (sent: boolean) => [{ text: '{date}', what: 'Still empty: When.', show: sent ? null : () => void shown.push('date') }];
    made.fill([], false);
    expect(made.open).toBe(false);
    made.fill(places(false), false);
    expect(text()).toBe('1 place is still to fill in×“{date}”Still empty: When.Show it');
    root().querySelector('.main')?.dispatchEvent(new CustomEvent('press'));
    expect(shown).toEqual(['date']);
    made.fill(places(true), true);
    expect(text()).toBe('Sent with 1 place not filled in×“{date}”Still empty: When.');
    made.show([{ id: 'a', text: 'I will call', when: null }]);
    expect(text()).toContain('Sent with 1 promise not kept yet');
    made.fill([], true);
    expect(text()).toBe('Sent with 1 promise not kept yet×“I will call”no dateKeepNot a promise');
    stop.abort();
  });
});
