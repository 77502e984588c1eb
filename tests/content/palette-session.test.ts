/** One use of the palette as a state: what is typed and pressed, and what comes of it. */
import { describe, expect, it } from 'vitest';
import { Session, type Material } from '../../entrypoints/content/palette-session';
import { paletteView } from '../../entrypoints/content/palette-view';
import { createPhrases } from '../../utils/phrases';
import type { KnownPhrase } from '../../utils/rules';

const phrase = (id: string, title: string, text: KnownPhrase['text'], more: Partial<KnownPhrase> = {}): KnownPhrase =>
  ({ id, lang: 'en', title, emotions: [], stakes: [], situations: [], gives: [], at: 'middle', tags: [], shortcut: null, text, ...more });
const phrases = createPhrases([
  phrase('thanks', 'Thanks', 'Thank you, {first_name|}.', { shortcut: 'ty' }),
  phrase('date', 'A day and a ticket', 'Done by {date}: ticket {ticket}.'),
  phrase('agent', 'Who I am', 'I am {agent|your contact}.', { origin: 'team' }),
  phrase('pl', 'Zrobione', { ty: '{me:Zrobiłem|Zrobiłam} to, masz to.', panstwo: '{me:Zrobiłem|Zrobiłam} to, mają to Państwo.' }, { lang: 'pl' }),
]);
const material: Material = { phrases, context: {}, variables: { first_name: 'Ann' }, packs: new Map([['team', 'Our team']]) };
const press = (session: Session, key: string, more: Partial<KeyboardEvent> = {}) =>
  session.press({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

/** A reply in which the palette was opened, with the caret behind what is typed. */
function opened(before = 'Hi ', after = ' Bye') {
  let typed = ';;';
  const session = new Session(`${before}${typed}${after}`, before.length, 2, before.length + 2, material);
  const set = (text: string): boolean => {
    typed = text;
    return session.update(`${before}${typed}${after}`, before.length + typed.length);
  };
  return { session, type: (more: string) => set(typed + more), back: (letters: number) => set(typed.slice(0, -letters)), set };
}
const titles = (session: Session): string[] => session.hits.map(({ phrase: { title } }) => title);

describe('the list', () => {
  it('is searched by what is typed on, and by what is left of it', () => {
    const { session, type, back } = opened();
    expect(titles(session)).toHaveLength(4);
    expect(type('day')).toBe(true);
    expect([session.query, titles(session)]).toEqual(['day', ['A day and a ticket']]);
    expect(back(3)).toBe(true);
    expect(titles(session)).toHaveLength(4);
    expect(back(1)).toBe(false);
  });
  it.each<readonly [string, readonly string[], number]>([
    ['down', ['ArrowDown'], 1], ['up goes round', ['ArrowUp'], 3], ['down goes round', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 0],
    ['the last', ['End'], 3], ['the first', ['End', 'Home'], 0], ['a page', ['PageDown'], 3], ['a page back', ['End', 'PageUp'], 0],
  ])('goes %s', (_, keys, active) => {
    const { session } = opened();
    for (const key of keys) expect(press(session, key)).toBe('taken');
    expect(session.active).toBe(active);
  });
  it('gives the phrase filled on Enter, and begins again at the first when the question changes', () => {
    const { session, type } = opened();
    press(session, 'ArrowDown');
    type('than');
    expect(session.active).toBe(0);
    expect(press(session, 'Enter')).toEqual({ insert: 'Thank you, Ann.', phrase: 'thanks' });
  });
  it('ends on Escape, lets other keys by, and with nothing found those of the list too', () => {
    const { session, type } = opened();
    expect(press(session, 'Escape')).toBe('quit');
    for (const key of ['a', 'Backspace', 'ArrowLeft', 'Shift', 'Dead']) expect(press(session, key)).toBe('pass');
    expect(press(session, 'Enter', { ctrlKey: true })).toBe('pass');
    expect(press(session, 'Enter', { shiftKey: true })).toBe('pass');
    type('qqqq');
    expect([session.active, press(session, 'ArrowDown'), press(session, 'Enter')]).toEqual([-1, 'close', 'close']);
  });
  it.each<readonly [string, (of: ReturnType<typeof opened>) => boolean]>([
    ['a blank comes first', ({ type }) => type(' ')],
    ['a line ends', ({ type }) => type('a\nb')],
    ['the trigger changes', ({ set }) => set(';x')],
    ['a novel finds nothing', ({ type }) => type('qqqq qqqq qqqq qqqq qqqq qqqq')],
    ['the caret is before it', ({ session }) => session.update('Hi ;; Bye', 4)],
    ['the caret is behind it', ({ session }) => session.update('Hi ;; Bye', 7)],
    ['the text before it changes', ({ session }) => session.update('Ho ;; Bye', 5)],
    ['the text behind it changes', ({ session }) => session.update('Hi ;; Boo', 5)],
    ['everything is gone', ({ session }) => session.update('', 0)],
  ])('ends where %s', (_, change) => {
    expect(change(opened())).toBe(false);
  });
  it('keeps the whole question while the caret goes back into it', () => {
    const { session, type } = opened();
    type('tickt');
    expect(session.update('Hi ;;tickt Bye', 8)).toBe(true);
    expect(session.update('Hi ;;tickeet Bye', 10)).toBe(true);
    expect(session.typed).toBe(';;tickeet');
  });
  it('of a key takes a selection for what is replaced and not for the question', () => {
    const session = new Session('Old words', 4, 0, 9, material);
    expect([session.query, session.typed, titles(session).length]).toEqual(['', 'words', 4]);
    expect(session.update('Old d', 5)).toBe(true);
    expect(session.query).toBe('d');
  });
  it('waits for the language', () => {
    const session = new Session(';;th', 0, 2, 4, null);
    expect([session.ready, session.hits, paletteView(session, new Set(), (key) => key)]).toMatchObject([false, [], { is: 'list', note: 'palette_loading' }]);
    session.supply(material);
    expect(titles(session)).toEqual(['Thanks']);
  });
});

describe('the form', () => {
  it('opens at what is missing, goes on by Tab, and puts in what was typed', () => {
    const { session, type } = opened();
    type('day');
    expect(press(session, 'Enter')).toBe('taken');
    expect([session.holes.map(({ name, needed }) => `${name} ${needed}`), session.field]).toEqual([['date true', 'ticket true'], 0]);
    type('Friday');
    expect(press(session, 'Tab')).toBe('taken');
    expect(session.field).toBe(1);
    type('4711');
    expect(press(session, 'Enter')).toEqual({ insert: 'Done by Friday: ticket 4711.', phrase: 'date' });
    expect(session.typed).toBe(';;dayFriday4711');
  });
  it('does not finish while something is missing: Enter goes there', () => {
    const { session, type } = opened();
    type('day');
    press(session, 'Enter');
    expect([press(session, 'Enter'), session.field]).toEqual(['taken', 0]);
    press(session, 'Tab');
    type('4711');
    expect([press(session, 'Enter'), session.field]).toEqual(['taken', 0]);
    type('Friday');
    expect(press(session, 'Enter')).toEqual({ insert: 'Done by Friday: ticket 4711.', phrase: 'date' });
  });
  it('types a field anew when it is come back to, and Backspace goes back the way it came', () => {
    const { session, type, back } = opened();
    type('day');
    press(session, 'Enter');
    type('Fri');
    press(session, 'Tab');
    type('1');
    press(session, 'Tab', { shiftKey: true });
    type('Mon');
    expect(session.holes.map(({ value }) => value)).toEqual(['Mon', '1']);
    back(4);
    expect([session.field, session.holes.map(({ value }) => value)]).toEqual([1, ['Fri', null]]);
    back(3);
    expect([session.form !== null, session.holes.map(({ value }) => value)]).toEqual([true, [null, null]]);
    back(1);
    expect([session.form, session.query]).toEqual([null, 'da']);
  });
  it('offers what is known on Tab, to be kept or changed', () => {
    const { session, type } = opened();
    type('thanks');
    press(session, 'Tab');
    expect(session.holes).toEqual([{ name: 'first_name', value: 'Ann', needed: false, choices: null }]);
    expect(press(session, 'Enter')).toEqual({ insert: 'Thank you, Ann.', phrase: 'thanks' });
    type('Bea');
    expect(press(session, 'Enter')).toEqual({ insert: 'Thank you, Bea.', phrase: 'thanks' });
  });
  it('chooses by arrows', () => {
    const { session, type } = opened();
    type('zrob');
    press(session, 'Tab');
    expect(session.holes.map(({ name, choices }) => [name, choices])).toEqual([['form', ['ty', 'panstwo']], ['me', ['f', 'm']]]);
    expect(session.field).toBe(1);
    press(session, 'ArrowDown');
    press(session, 'ArrowDown');
    expect(press(session, 'Enter')).toEqual({ insert: 'Zrobiłem to, mają to Państwo.', phrase: 'pl' });
    press(session, 'Tab');
    press(session, 'ArrowLeft');
    expect(press(session, 'Enter')).toEqual({ insert: 'Zrobiłem to, masz to.', phrase: 'pl' });
  });
  it('goes back to the list by Shift and Tab where nothing was typed, and puts a phrase without holes straight in', () => {
    const { session, type } = opened();
    type('day');
    press(session, 'Tab');
    press(session, 'Tab', { shiftKey: true });
    expect([session.form, session.query]).toEqual([null, 'day']);
    const plain = new Session(';;', 0, 2, 2, { ...material, phrases: createPhrases([phrase('x', 'Plain', 'Plain.')]) });
    expect(press(plain, 'Tab')).toEqual({ insert: 'Plain.', phrase: 'x' });
  });
  it('keeps the caret at the end of what is typed', () => {
    const { session, type } = opened();
    type('day');
    press(session, 'Enter');
    for (const key of ['ArrowLeft', 'Home', 'End', 'PageUp']) expect(press(session, key)).toBe('taken');
    expect(press(session, 'Escape')).toBe('quit');
  });
});

describe('what is shown', () => {
  const words = (key: string, values: Readonly<Record<string, string>> = {}): string => [key, ...Object.values(values)].join(' ');
  it('has the preview with its holes, where it comes from and what it needs', () => {
    const { session, type } = opened();
    type('day');
    expect(paletteView(session, new Set(['date']), words)).toEqual({
      is: 'list', active: 0, count: 1, note: null, rows: [{ id: 'date', title: 'A day and a ticket', shortcut: null, favourite: true }],
      preview: {
        lang: 'en', why: null, from: 'palette_from_own', needs: 'palette_needs palette_var_date, palette_var_ticket',
        pieces: [{ text: 'Done by ', open: null }, { text: '', open: 'palette_var_date' }, { text: ': ticket ', open: null }, { text: '', open: 'palette_var_ticket' }, { text: '.', open: null }],
      },
    });
  });
  it('names the pack', () => {
    const { session, type } = opened();
    type('who');
    expect(paletteView(session, new Set(), words)).toMatchObject({ preview: { from: 'palette_from_pack Our team' } });
  });
  it('says that nothing was found', () => {
    const { session, type } = opened();
    type('qqqq');
    expect(paletteView(session, new Set(), words)).toMatchObject({ rows: [], active: -1, note: 'palette_none', preview: null });
  });
});
