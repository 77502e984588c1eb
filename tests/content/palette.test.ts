// @vitest-environment happy-dom
/** The palette over a real textarea of a fake page: what opens it, what it leaves alone, what it asks of the reply. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Words } from '../../components/inline';
import { PaletteDesk } from '../../entrypoints/content/palette';
import type { Reply } from '../../entrypoints/content/reply';
import type { Services } from '../../entrypoints/content/services';
import { attach } from '../../utils/editors';
import { createLanguage } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import type { KnownPhrase } from '../../utils/rules';
import { NO_LAYER } from '../../utils/rules/patterns';
import { SETTINGS } from '../components/fixtures';

const phrase = (id: string, title: string, text: string, more: Partial<KnownPhrase> = {}): KnownPhrase =>
  ({ id, lang: 'en', title, emotions: [], stakes: [], situations: [], gives: [], at: 'middle', tags: [], shortcut: null, text, ...more });
const phrases = createPhrases([
  phrase('thanks', 'Thanks', 'Thank you, {first_name|}.', { shortcut: 'ty' }), phrase('date', 'A day', 'Done by {date}.', { shortcut: 'day' }),
  phrase('lost', 'Quokka lost', 'It is lost.', { origin: 'acme' }), phrase('rule', 'Zebra rule', 'By rule.', { origin: 'head' }), phrase('mine', 'Walrus mine', 'Mine.', { origin: 'own.phrases' }),
]);
const packs = [{ id: 'acme', name: 'Acme support', layer: 'team' }, { id: 'head', name: 'Head office', layer: 'policy' }, { id: 'own.phrases', name: 'Own', layer: 'own' }] as const;
const language = createLanguage({ name: 'en', ...NO_LAYER, lists: {}, names: new Map(), packs });
const words: Words = (key) => key;

let stop: AbortController;
beforeEach(() => { stop = new AbortController(); });
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

function world({ ready = true, ok = true, trigger = ';;', expand = true, own = [] as object[] } = {}) {
  const area = document.createElement('textarea');
  document.body.append(area);
  area.focus();
  const put: unknown[][] = [], asked: [string, unknown][] = [], refused: boolean[] = [], lines: string[] = [];
  const found = { language, analysis: { lang: 'en', reading: null, findings: [], dimensions: null }, promises: [], phrases, suggestions: [], lastUsed: [], signs: {} };
  const reply = {
    editor: attach(area, stop.signal), found: ready ? found : null, draft: '', reading: { customer: { message: null, name: 'Ann Reed', address: null } }, held: false, again: 0,
    soon() { this.again += 1; },
    put: async (...given: unknown[]) => (put.push(given), { ok }),
    view: () => ({ clipboard: true }),
  };
  const services = { ask: async (name: string, what: unknown) => (asked.push([name, what]), name === 'phrase.own' ? { own } : { ok: true, name: 'It' }) };
  const desk = new PaletteDesk({
    document, services: services as unknown as Services, settings: { ...SETTINGS, palette: { trigger, expand } }, words, language: 'en', signal: stop.signal, refused: (onClipboard) => refused.push(onClipboard), line: (text) => lines.push(text),
  });
  const mine = reply as unknown as Reply;
  desk.watch(mine);
  /** One key as the agent presses it; true where it was ours and never came to the editor. */
  const press = (key: string, more: KeyboardEventInit = {}): boolean => {
    const ours = desk.key(new KeyboardEvent('keydown', { key, ...more }), mine);
    if (!ours && key.length === 1) write(key);
    return ours;
  };
  const write = (text: string): void => {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const type = (text: string): void => [...text].forEach((letter) => void press(letter));
  /** Our layer stands in the page while the palette is open. */
  const open = (): boolean => document.body.childElementCount > 1;
  return { area, desk, reply, mine, press, type, write, open, put, asked, refused, lines, found };
}

describe('the palette opens', () => {
  it.each<readonly [string, string, string, boolean]>([
    ['by its trigger', ';;', ';;', true], ['behind a word', ';;', 'Thanks;;', true], ['not by half of it', ';;', 'a;', false], ['not by a row of them', ';;', 'a;;;', false],
    ['by another', '//', 'a //', true], ['not by the usual one then', '//', 'a ;;', false], ['not by one sign within a word', '/', 'and/or', false], ['by one sign before a word', '/', 'and /', true],
  ])('%s', (_, trigger, typed, opens) => {
    const { type, open } = world({ trigger });
    type(typed);
    expect(open()).toBe(opens);
  });
  it('not for text that the page puts in, nor where the caret is put behind a trigger', () => {
    const { area, write, open } = world();
    write('See ;;');
    area.setSelectionRange(4, 4);
    area.setSelectionRange(6, 6);
    document.dispatchEvent(new Event('selectionchange'));
    expect(open()).toBe(false);
  });
  it('never while an input method composes, and not by what it composed', async () => {
    const { area, press, desk, mine, open } = world();
    area.dispatchEvent(new CompositionEvent('compositionstart'));
    press(';');
    press(';');
    expect([open(), desk.key(new KeyboardEvent('keydown', { key: 'Enter' }), mine)]).toEqual([false, false]);
    area.dispatchEvent(new CompositionEvent('compositionend'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([area.value, open()]).toEqual([';;', false]);
  });
  it('before the language is there, and goes on when it comes', () => {
    const { desk, reply, found, type, press, mine, put } = world({ ready: false });
    type(';;th');
    expect([reply.held, press('Enter')]).toEqual([false, false]);
    type(';;th');
    reply.found = found;
    desk.refresh(mine);
    expect([reply.held, press('Enter'), put.length]).toEqual([true, true, 1]);
  });
  it('by key, at the caret or over a selection', () => {
    const { area, desk, mine, press, put } = world();
    area.value = 'Old words';
    area.setSelectionRange(4, 9);
    expect(desk.open(mine)).toBe(true);
    press('Enter');
    expect(put).toEqual([[{ start: 4, end: 9 }, 'words', 'Thank you, Ann.', 'thanks']]);
  });
});

describe('the palette closes', () => {
  it.each<readonly [string, (of: ReturnType<typeof world>) => unknown]>([
    ['on Escape', ({ press }) => press('Escape')],
    ['when the caret goes elsewhere', ({ area }) => (area.setSelectionRange(0, 0), document.dispatchEvent(new Event('selectionchange')))],
    ['when the mouse is pressed elsewhere', ({ desk }) => desk.pressed(new MouseEvent('mousedown'))],
    ['when the trigger is deleted', ({ area, write }) => (area.setSelectionRange(3, 5), write(''))],
    ['with the page', () => stop.abort()],
  ])('%s, and the draft is read again', (_, close) => {
    const of = world();
    of.type('Hi ;;');
    expect([of.open(), of.reply.held, of.reply.again]).toEqual([true, true, 0]);
    close(of);
    expect([of.open(), of.reply.held, of.reply.again]).toEqual([false, false, 1]);
    expect(of.put).toEqual([]);
  });
  it('and leaves what was typed, the caret, and does not come back by itself', () => {
    const { area, type, press, open } = world();
    type('Hi ;;th');
    expect(press('Escape')).toBe(true);
    expect([area.value, area.selectionStart]).toEqual(['Hi ;;th', 7]);
    type('anks');
    expect([area.value, open()]).toEqual(['Hi ;;thanks', false]);
  });
});

describe('what is put in', () => {
  it('takes the place of trigger and question', async () => {
    const { type, press, put, asked } = world();
    type('Hi ;;than');
    expect([press('ArrowDown'), press('Enter'), press('Enter')]).toEqual([true, true, false]);
    expect(put).toEqual([[{ start: 3, end: 9 }, ';;than', 'Thank you, Ann.', 'thanks']]);
    await vi.waitFor(() => expect(asked.filter(([name]) => name === 'phrase.own')).toHaveLength(2));
  });
  it('that did not go in is told', async () => {
    const { type, press, refused } = world({ ok: false });
    type(';;');
    press('Enter');
    await vi.waitFor(() => expect(refused).toEqual([true]));
  });
  it.each<readonly [string, string, string, unknown]>([
    ['a shortcut and a blank', 'Hi ;ty', ' ', [[{ start: 3, end: 6 }, ';ty', 'Thank you, Ann.', 'thanks']]],
    ['a shortcut and Tab', ';TY', 'Tab', [[{ start: 0, end: 3 }, ';TY', 'Thank you, Ann.', 'thanks']]],
    ['no shortcut of ours', ';tyy', ' ', []], ['a blank between', '; ty', ' ', []], ['within a word', 'a;ty', ' ', []], ['Enter', ';ty', 'Enter', []],
  ])('of a shortcut typed: %s', (_, typed, key, expected) => {
    const { type, press, put } = world();
    type(typed);
    expect(press(key)).toBe((expected as unknown[]).length > 0);
    expect(put).toEqual(expected);
  });
  it('of a shortcut with something missing is asked for first', () => {
    const { type, press, put } = world();
    type('Hi ;day');
    expect(press(' ')).toBe(true);
    type('Friday');
    press('Enter');
    expect(put).toEqual([[{ start: 3, end: 13 }, ';dayFriday', 'Done by Friday.', 'date']]);
  });
  it('of a shortcut is nothing where that is switched off', () => {
    const { area, type, put } = world({ expand: false });
    type(';ty ');
    expect([area.value, put]).toEqual([';ty ', []]);
  });
});

describe('a favourite', () => {
  it('is made by its key, told to the background, and unmade', async () => {
    const { type, press, asked, open } = world();
    type(';;');
    const star = () => press('F', { code: 'KeyF', altKey: true, shiftKey: true });
    expect([star(), star(), open()]).toEqual([true, true, true]);
    expect(asked.filter(([name]) => name === 'phrase.favour').map(([, what]) => what)).toEqual([{ phrase: 'thanks', on: true }, { phrase: 'thanks', on: false }]);
  });
});

describe('letters of Polish and Portuguese', () => {
  // By AltGr: on Windows it comes as Ctrl and Alt, on Linux as a modifier of its own; by Option on a Mac, as Alt alone.
  const ways = [{ ctrlKey: true, altKey: true }, {}, { altKey: true }] as const;
  const letters = [...'ąćęłńóśźż'].map((letter, i) => [letter, `Key${'ACELNOSXZ'[i] ?? ''}`] as const);
  it.each(ways.flatMap((way) => letters.flatMap(([letter, code]) => [false, true].map((shiftKey) => [shiftKey ? letter.toUpperCase() : letter, { ...way, code, shiftKey }] as const))))('go into the question: %s %o', (letter, how) => {
    const { area, press, type, open } = world();
    type(';;th');
    expect(press(letter, how)).toBe(false);
    expect([area.value, open()]).toEqual([`;;th${letter}`, true]);
  });
  it.each(['ã', 'õ', 'ç', 'é', 'â', 'à'])('so does what a dead key made: %s', (letter) => {
    const { area, press, type, open } = world();
    type(';;');
    expect([press('Dead'), press(letter), area.value, open()]).toEqual([false, false, `;;${letter}`, true]);
  });
});

describe('what is seen is switched off where it is seen', () => {
  const off = (of: ReturnType<typeof world>) => of.press('D', { code: 'KeyD', altKey: true, shiftKey: true });
  const asks = ({ asked }: ReturnType<typeof world>) => asked.filter(([name]) => name === 'pack.off').map(([, what]) => what);
  it.each<readonly [string, string, readonly string[], unknown]>([
    ['the phrase alone', 'quokka', ['Enter'], { entry: 'lost', lang: 'en', whole: false }],
    ['the pack it comes from', 'quokka', ['ArrowDown', 'Enter'], { entry: 'lost', lang: 'en', whole: true }],
    ['one that came with the extension, of which there is no pack', 'thanks', ['ArrowDown', 'Enter'], { entry: 'thanks', lang: 'en', whole: false }],
  ])('%s', async (_, query, keys, expected) => {
    const of = world();
    of.type(`;;${query}`);
    expect([off(of), ...keys.map((key) => of.press(key)), of.open()]).toEqual([true, ...keys.map(() => true), false]);
    expect([asks(of), of.put]).toEqual([[expected], []]);
    await vi.waitFor(() => expect(of.lines).toEqual(['inline_switched_off']));
  });
  it('and not without an answer: Escape goes back to the list, a letter goes on searching', () => {
    const of = world();
    of.type(';;quokka');
    off(of);
    expect([of.press('Escape'), of.open()]).toEqual([true, true]);
    off(of);
    expect([of.press('l'), of.open(), of.press('Escape'), of.open()]).toEqual([false, true, true, false]);
    expect(asks(of)).toEqual([]);
  });
  it.each(['zebra', 'walrus'])('but not what is the administrator’s, nor what is their own to delete: %s', (query) => {
    const of = world();
    of.type(`;;${query}`);
    off(of);
    expect([of.press('Enter'), asks(of), of.put.length]).toEqual([true, [], 1]);
  });
});
