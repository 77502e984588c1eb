/**
 * One contract for every editor, with the real libraries, in the browser of this run: what Keepword puts in stands in the
 * editor's model and in its DOM, typing goes on behind it, one undo gives back what was there.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITORS, startBench, type Bench, type Both, type UnderTest } from './editors-kit';
import { BROWSER, wait } from './harness';

/** Nothing but letters fits in, or the page is held to what Gmail's composer is known to hold. */
const LETTERS: readonly string[] = ['textarea', 'react-textarea', 'gmail'];
/** Gmail's reply ends with an empty line above the signature. */
const TAIL: Readonly<Record<string, string>> = { gmail: '\n' };
/** ms in which an engine's own history takes typing and what follows it, also a paste from the keyboard, for one step. */
const BURST: Readonly<Record<string, number>> = { prosemirror: 600, tiptap: 600, quill: 1100 };
/** ms after the focus in which an engine puts its own caret back, or looks at none: no person's keys come that early. */
const LAG: Readonly<Record<string, number>> = { slate: 300, ckeditor5: 100 };
/** ms until an engine's model knows what was chosen in its DOM, if not at once. */
const FOLLOWS: Readonly<Record<string, number>> = { slate: 200 };
/** Slate's history takes letters that follow each other for one step, whenever they come: the engine gives no way out. */
const WITH_TYPING: Readonly<Record<string, readonly string[]>> = { slate: ['after typing'] };
const LINES = ['Hi Ana,', '', 'It is late.'];
const TEXT = LINES.join('\n');
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

interface Case {
  readonly name: string;
  readonly lines?: readonly string[];
  /** Chosen by the keyboard, as an agent does. */
  readonly chosen?: { readonly start: number; readonly end: number };
  readonly typed?: string;
  /** The panel's frame has the focus when it happens. */
  readonly stolen?: boolean;
  readonly text: string;
  /** Replaces these words instead of writing at the caret. */
  readonly words?: string;
  /** Typing goes on afterwards: proven once for each way in which a text goes in. */
  readonly further?: true;
}

const CASES: readonly Case[] = [
  { name: 'at the caret', further: true, chosen: { start: 12, end: 12 }, text: 'only ' },
  { name: 'over a selection', chosen: at('is'), text: 'was' },
  { name: 'several lines with an empty one', further: true, chosen: { start: 12, end: 12 }, text: 'one\n\ntwo ' },
  { name: 'several lines over several', further: true, chosen: at('Ana,\n\nIt is'), text: 'Jo,\n\nThat was' },
  { name: 'after the panel took the focus', chosen: at('is'), stolen: true, text: 'was' },
  { name: 'several lines after the panel took the focus', further: true, chosen: { start: 12, end: 12 }, stolen: true, text: 'one\n\ntwo ' },
  { name: 'into an empty editor', further: true, lines: [''], text: 'Hi Jo,\n\nAll done.' },
  { name: 'after typing', chosen: { start: 12, end: 12 }, typed: 'now ', text: 'only ' },
  { name: 'several lines after typing', chosen: { start: 12, end: 12 }, typed: 'now ', text: 'one\n\ntwo ' },
  { name: 'in the place of marked words', further: true, words: 'late', text: 'on its way' },
  { name: 'in the place of marked words, from the panel', words: 'Hi', stolen: true, text: 'Good morning' },
  { name: 'marked words taken out', further: true, words: 'is ', text: '' },
  { name: 'the only words taken out', lines: ['late'], words: 'late', text: '' },
  { name: 'several lines in the place of what was just typed', further: true, chosen: { start: 12, end: 12 }, typed: ';;one', words: ';;one', text: 'one\n\ntwo ' },
];

async function prepare(editor: UnderTest, { lines = LINES, chosen, typed, stolen }: Case): Promise<void> {
  await editor.fresh(lines);
  await wait(LAG[editor.name] ?? 0);
  if (chosen) await choose(editor, chosen);
  if (typed) {
    await wait(LAG[editor.name] ?? 0);
    await editor.page.keyboard.type(typed);
    await wait(BURST[editor.name] ?? 0);
  }
  if (stolen) await editor.stealFocus();
}

/**
 * Chooses by the keyboard. Where an engine follows its DOM after a while (and may count an empty line twice), what stands chosen is
 * taken once it stays the same for longer than that: on a machine under load the last keys arrive late.
 */
async function choose(editor: UnderTest, chosen: { readonly start: number; readonly end: number }): Promise<void> {
  await editor.press('ArrowRight', chosen.start);
  if (chosen.end > chosen.start) await editor.press('ArrowRight', chosen.end - chosen.start, true);
  const lag = FOLLOWS[editor.name];
  if (lag === undefined) return;
  for (let last = '', looks = 0; looks < 20; looks += 1) {
    const now = JSON.stringify((await editor.ask({ do: 'look' })).selection);
    if (now === last) return;
    last = now;
    await wait(lag);
  }
}

async function act(editor: UnderTest, { text, words }: Case, before: string): Promise<{ expected: string; end: number }> {
  const { selection } = await editor.ask({ do: 'look' });
  const span = words ? { start: before.indexOf(words), end: before.indexOf(words) + words.length } : selection;
  if (span === null) throw new Error('no selection');
  const { answer } = await editor.ask(words ? { do: 'replace', span, text, expect: words } : { do: 'insert', text });
  expect(JSON.stringify(answer)).toBe('{"ok":true}');
  return { expected: before.slice(0, span.start) + text + before.slice(span.end), end: span.start + text.length };
}

/** What Keepword reads and what the editor's model says are this text. */
function agree(what: string, { text, model }: Both, wanted: string): void {
  if (text === wanted && model === wanted) return;
  throw new Error(`${what}: wanted\n${JSON.stringify(wanted)}, the DOM reads\n${JSON.stringify(text)}, the model says\n${JSON.stringify(model)}`);
}

async function proves(editor: UnderTest, step: Case): Promise<void> {
  await prepare(editor, step);
  const typed = step.typed ?? '';
  const start = step.chosen?.start ?? 0;
  const base = (step.lines ?? LINES).join('\n') + (TAIL[editor.name] ?? '');
  const before = base.slice(0, start) + typed + base.slice(start);
  agree('before', await editor.come(before), before);
  const { expected } = await act(editor, step, before);
  const taken = await editor.come(expected);
  agree('inserted', taken, expected);
  expect(taken.focused).toBe(true);
  await editor.undo();
  const back = WITH_TYPING[editor.name]?.includes(step.name) ? base : before;
  agree('one undo', await editor.come(back), back);
  if (!step.further) return;
  await prepare(editor, step);
  // What is chosen now counts: an engine that follows its DOM late may have counted the same keys to another place.
  const again = await act(editor, step, before);
  await editor.come(again.expected);
  // The focus comes back from another process; a person's next key is later than that.
  if (step.stolen) await wait(150);
  await editor.page.keyboard.type('Z');
  const further = `${again.expected.slice(0, again.end)}Z${again.expected.slice(again.end)}`;
  agree('typing goes on', await editor.come(further), further);
}

let bench: Bench;
beforeAll(async () => { bench = await startBench(); });
afterAll(async () => { await bench?.close(); });

describe.each(EDITORS)(`%s, ${BROWSER}`, (name) => {
  let editor: UnderTest;
  beforeAll(async () => { editor = await bench.open(name); });
  afterAll(async () => { await editor?.page.close(); });

  it('is read as it is seen, and painted without a touch', async () => {
    await editor.fresh(LINES);
    await wait(LAG[name] ?? 0);
    const whole = TEXT + (TAIL[name] ?? '');
    agree('at first', await editor.come(whole), whole);
    let steps = 0;
    for (const stop of [0, 3, 7, 8, 9, 12]) {
      await editor.press('ArrowRight', stop - steps);
      steps = stop;
      expect((await editor.ask({ do: 'look' })).selection, `after ${stop} steps to the right`).toEqual({ start: stop, end: stop });
    }
    const { answer } = await editor.ask({ do: 'paint', span: at('late') });
    expect(answer, JSON.stringify(answer)).toEqual({ same: true, changes: [], boxes: 1 });
    // A textarea is marked by a mirror beside it.
    const words = name.endsWith('textarea') ? [] : ['late'];
    expect(await editor.painted()).toEqual(words);
    await editor.ask({ do: 'unpaint' });
    expect(await editor.painted()).toEqual([]);
  });

  it.skipIf(LETTERS.includes(name))('is read where it holds more than letters', async () => {
    const shown = await editor.special();
    if (shown === null) throw new Error('the page puts in nothing special');
    const { text } = await editor.ask({ do: 'look' });
    expect(text).toBe(shown);
    for (const { 0: word, index } of shown.matchAll(/[\p{L}@,]+/gu)) {
      expect((await editor.ask({ do: 'words', span: { start: index, end: index + word.length } })).answer).toBe(word);
    }
  });

  it('takes one text after the other, asked for at once', async () => {
    await prepare(editor, { name: '', chosen: { start: 12, end: 12 }, text: '' });
    const { answer } = await editor.ask({ do: 'insert-all', texts: ['one ', 'two\n', 'three '] });
    expect(JSON.stringify(answer)).toBe('[{"ok":true},{"ok":true},{"ok":true}]');
    const expected = `Hi Ana,\n\nIt one two\nthree is late.${TAIL[name] ?? ''}`;
    agree('inserted', await editor.come(expected), expected);
  });

  it('keeps its words where the asker saw others', async () => {
    await editor.fresh(LINES);
    const { answer } = await editor.ask({ do: 'replace', span: at('late'), text: 'early', expect: 'soon' });
    expect(answer).toEqual({ ok: false, problem: 'changed', clipboard: false });
    const whole = TEXT + (TAIL[name] ?? '');
    agree('after', await editor.come(whole), whole);
  });

  it.each(CASES)('takes text $name', async (step) => { await proves(editor, step); });
});

describe(`a reply below a quoted line, ${BROWSER}`, () => {
  it('takes text where the agent put the caret', async () => {
    const editor = await bench.open('gmail');
    await editor.fresh(LINES);
    await editor.press('ArrowDown', 9);
    await editor.press('End');
    const { answer, text, leftOut } = await editor.ask({ do: 'insert', text: ' It came.' });
    expect(answer).toEqual({ ok: true });
    expect(text).toBe(`${TEXT}\n`);
    expect(leftOut.at(-1)).toContain('Where is it? It came.');
    await editor.page.close();
  });
});
