// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { wordsOf } from '../../components/inline';
import { Palette, spotFor, type FormView, type ListView, type PaletteActs, type PaletteView } from '../../components/palette';
import { flat, type Locale } from './fixtures';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const preview: ListView['preview'] = { lang: 'pl', why: 'Fits', from: 'From Keepword', needs: 'Still open: When', pieces: [{ text: 'Do ', open: null }, { text: '', open: 'When' }, { text: ' <b>bold</b>', open: null }] };
const list = (more: Partial<ListView> = {}): ListView => ({
  is: 'list', active: 1, count: 31, note: null, preview, rows: [{ id: 'a', title: 'First', shortcut: 'fst', favourite: false }, { id: 'b', title: '<i>Second</i>', shortcut: null, favourite: true }], ...more,
});
const form: FormView = {
  is: 'form', title: 'Second', active: 0, preview: { ...preview, needs: null },
  fields: [{ name: 'date', label: 'When', value: 'Fri', needed: false, choices: null }, { name: 'me', label: 'You write as', value: 'f', needed: false, choices: [{ value: 'f', label: 'a woman' }, { value: 'm', label: 'a man' }] }],
};

/** The palette in a page, its closed root looked into; `heard` is what the page was told. */
function shown(locale: Locale = 'en') {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const did: string[] = [];
  const note = (what: string) => (...given: unknown[]) => void did.push([what, ...given].join(' '));
  const acts: PaletteActs = { pick: note('pick'), favour: note('favour'), field: note('field'), choose: note('choose'), insert: note('insert'), off: note('off'), answer: note('answer') };
  const stop = new AbortController();
  const palette = new Palette(document, wordsOf(flat(locale)), locale, acts, stop.signal);
  const root = attach.mock.results.at(-1)?.value as ShadowRoot;
  expect(attach.mock.calls.at(-1)?.[0]).toEqual({ mode: 'closed' });
  attach.mockRestore();
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  return { palette, root, did, stop, all, said: () => root.querySelector('[role=status]')?.textContent ?? '' };
}

describe('the palette', () => {
  it('is nowhere until it is shown, has no field of its own, and leaves nothing behind', () => {
    const { palette, root, stop } = shown();
    expect(document.body.childElementCount).toBe(0);
    palette.show(list());
    expect([document.body.childElementCount, root.querySelector('input, textarea, [contenteditable]')]).toEqual([1, null]);
    palette.hide();
    palette.hide();
    expect(document.body.childElementCount).toBe(0);
    palette.show(form);
    stop.abort();
    expect(document.body.childElementCount).toBe(0);
  });

  it('is a list of options of which one is active, whatever is in the titles', () => {
    const { palette, all } = shown();
    palette.show(list());
    const [box] = all('[role=listbox]');
    expect([box?.getAttribute('aria-label'), all(`#${box?.getAttribute('aria-activedescendant')}`)[0]?.textContent]).toEqual(['Phrases found', '<i>Second</i>★']);
    expect(all('[role=option]').map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    expect(all('.short').map(({ textContent }) => textContent)).toEqual(['fst']);
    expect(all('.count')[0]?.textContent).toBe('31 phrases');
    expect(all('i, b')).toEqual([]);
  });
  it('previews the phrase in its language, open places told from the rest, with why, whence and what is missing', () => {
    const { palette, all } = shown();
    palette.show(list());
    expect([all('.text')[0]?.lang, all('.text')[0]?.textContent, all('.open').map(({ textContent }) => textContent)]).toEqual(['pl', 'Do When <b>bold</b>', ['When']]);
    expect(all('.side span').map(({ textContent }) => textContent)).toEqual(['Still open: When', 'Fits', 'From Keepword']);
  });
  it('says that nothing was found', () => {
    const { palette, all } = shown();
    palette.show(list({ rows: [], active: -1, note: 'No phrase like that', preview: null }));
    expect([all('.note')[0]?.textContent, all('[role=listbox]')]).toEqual(['No phrase like that', []]);
  });
  it('asks for variables one by one', () => {
    const { palette, all } = shown();
    palette.show(form);
    expect(all('.field').map((field) => [field.dataset['name'], field.getAttribute('aria-current')])).toEqual([['date', 'true'], ['me', null]]);
    expect(all('[role=radio]').map((choice) => [choice.textContent, choice.getAttribute('aria-checked')])).toEqual([['a woman', 'true'], ['a man', 'false']]);
    expect(all('.foot')[0]?.textContent).toContain('Tab goes on');
    palette.show({ ...form, active: 1 });
    expect(all('.foot')[0]?.textContent).toContain('choose');
  });

  it('does nothing for a click the page made up', () => {
    const { palette, all, did } = shown();
    palette.show(list());
    all('[role=option]')[0]?.click();
    all('.star')[0]?.click();
    palette.show(form);
    for (const each of all('.field, .choice, .main')) each.click();
    expect(did).toEqual([]);
  });
  it('keeps keys and clicks that happen in it from the page', () => {
    const { palette, all } = shown();
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown']) document.body.addEventListener(type, () => heard.push(type), { once: true });
    palette.show(list());
    for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown']) all('[role=option]')[0]?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heard).toEqual([]);
  });

  it.each<readonly [Locale, string]>([['en', '2 of 31'], ['pt-BR', '2 de 31'], ['pt-PT', '2 de 31'], ['pl', '2 z 31']])('says in %s what is active and where it stands, after a moment, and once', (locale, place) => {
    vi.useFakeTimers();
    const { palette, said } = shown(locale);
    palette.show(list({ active: 0 }));
    palette.show(list());
    expect(said()).toBe('');
    vi.runAllTimers();
    expect(said()).toBe(`<i>Second</i>. ${place}. Do (When) <b>bold</b>. Fits. Still open: When. From Keepword`);
    palette.say('A favourite now');
    palette.show(list());
    vi.runAllTimers();
    expect(said()).toBe('A favourite now');
    palette.show(form);
    vi.runAllTimers();
    expect(said()).toContain(': Fri');
    palette.hide();
    expect(said()).toBe('');
  });
});

describe('what who does not see the palette hears', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, title: 'Same title', shortcut: null, favourite: false }));
  const heard = (views: readonly PaletteView[]): readonly string[] => {
    vi.useFakeTimers();
    const { palette, said } = shown();
    return views.map((view) => {
      palette.show(view);
      vi.runAllTimers();
      return said();
    });
  };
  it('is every step through a list, also of phrases that are alike, with its place', () => {
    const steps = heard([0, 1, 2, 6, 0].map((active) => list({ rows, active, count: 7 })));
    expect(steps.map((text) => /\d+ of \d+/u.exec(text)?.[0])).toEqual(['1 of 7', '2 of 7', '3 of 7', '7 of 7', '1 of 7']);
    expect(steps.every((text) => text.startsWith('Same title. '))).toBe(true);
  });
  it('is every step through the fields of a form, and what is chosen there', () => {
    const [date, me] = form.fields;
    const chosen = { ...form, active: 1, fields: [date, { ...me, value: 'm' }] } as FormView;
    expect(heard([form, { ...form, active: 1 }, chosen])).toEqual(['When: Fri. 1 of 2', 'You write as: a woman. 2 of 2', 'You write as: a man. 2 of 2']);
  });
  it('is that nothing was found, and the question whether to switch off', () => {
    const ask = { is: 'ask', title: 'Offer no more: X?', choices: ['This phrase only', 'All of the pack P'], active: 0 } as const;
    expect(heard([list({ rows: [], active: -1, count: 0, note: 'No phrase like that', preview: null }), ask, { ...ask, active: 1 }]))
      .toEqual(['No phrase like that', 'Offer no more: X? This phrase only. 1 of 2', 'Offer no more: X? All of the pack P. 2 of 2']);
  });
});

describe('its place', () => {
  const line = (top: number, left = 100) => ({ left, right: left + 20, top, bottom: top + 20 });
  const view = { width: 1000, height: 700 };
  it.each<readonly [string, Parameters<typeof spotFor>, Partial<ReturnType<typeof spotFor>>]>([
    ['under its line', [line(100), view, 300], { top: '124px', bottom: 'auto', left: '100px', maxHeight: '380px' }],
    ['above it where there is no room under it', [line(600), view, 300], { top: 'auto', bottom: '104px', maxHeight: '380px' }],
    ['under it where it fits, though there is more room above', [line(450), view, 190], { top: '474px', maxHeight: '218px' }],
    ['where there is more, in a low view', [line(100), { width: 500, height: 260 }, 300], { top: '124px', maxHeight: '128px' }],
    ['within the right edge', [line(100, 900), view, 300], { left: '572px' }],
    ['within the left edge', [line(100, -50), view, 300], { left: '8px' }],
    ['as wide as a narrow view', [line(100, 200), { width: 320, height: 640 }, 300], { left: '8px' }],
    ['in view where its line is above it', [line(-200), view, 300], { top: '8px' }],
  ])('is %s', (_, given, spot) => {
    expect(spotFor(...given)).toMatchObject(spot);
  });
});
