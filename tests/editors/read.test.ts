// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, plainZones, readPlain, readRich, stands, type Mark } from '../../utils/editors';

function rich(html: string): HTMLElement {
  document.body.innerHTML = `<div id="editor" contenteditable="true">${html}</div>`;
  const editor = document.querySelector<HTMLElement>('#editor');
  if (!editor) throw new Error('no editor');
  return editor;
}

describe('reading contenteditable', () => {
  it.each([
    ['one line', 'Hello there', 'Hello there'],
    ['blocks', '<div>One</div><div>Two</div>', 'One\nTwo'],
    ['first line bare', 'One<div>Two</div>', 'One\nTwo'],
    ['an empty line', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['paragraphs and the trailing break', '<p>One</p><p>Two<br class="ProseMirror-trailingBreak"></p>', 'One\nTwo'],
    ['an empty line at the end', '<p>One</p><p><br></p>', 'One\n'],
    ['a break that fills the line before a quote', 'One<br><div class="gmail_quote">old</div>', 'One'],
    ['an empty line before the signature', '<div>One</div><br><div class="gmail_signature">Sam</div>', 'One\n'],
    ['breaks', 'One<br>Two<br><br>Three', 'One\nTwo\n\nThree'],
    ['inline formatting', '<p>I <b>will</b> <i>call</i> you</p>', 'I will call you'],
    ['no-break blanks', '<p>I&nbsp;will&nbsp; call</p>', 'I will  call'],
    ['folded white space', '<p>I\n     will\tcall</p>\n   <p>you</p>', 'I will call\nyou'],
    ['unseen characters', '<p>\u200bI will\ufeff call\u2060</p>', 'I will call'],
    ['lists', '<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
    ['a Gmail quote', '<div>Hi Ana</div><div class="gmail_quote"><div class="gmail_attr">On Mon wrote:</div><blockquote>old</blockquote></div>', 'Hi Ana'],
    ['a quote above the reply, with its attribution', '<p>On 2026-11-20 00:56, Margaret Ellis wrote:</p><blockquote><p>old</p></blockquote><p>Dear Ms Ellis</p>', 'Dear Ms Ellis'],
    ['text typed before the attribution in its own paragraph', '<p>Dear Ms Ellis<br>On 2026-11-20 00:56, Margaret Ellis wrote:</p><blockquote>old</blockquote>', 'Dear Ms Ellis'],
    ['a signature', '<div>Hi</div><div class="gmail_signature">Ana, Support</div>', 'Hi'],
    ['all below Outlook\'s rule', '<div>Hi</div><div id="appendonsend"></div><hr><div>From: Ana</div><div>old</div>', 'Hi'],
    ['a placeholder', '<span data-slate-placeholder="true" contenteditable="false">Write…</span><p>Hi</p>', 'Hi'],
    ['nothing', '', ''],
    ['an empty block', '<p><br></p>', ''],
  ])('%s', (_name, html, text) => {
    expect(readRich(rich(html)).text).toBe(text);
  });

  it('keeps white space where the page keeps it', () => {
    const editor = rich('One\n  Two');
    editor.style.whiteSpace = 'pre-wrap';
    expect(readRich(editor).text).toBe('One\n  Two');
  });

  it('says what it left out', () => {
    const { leftOut } = readRich(rich('<p>Hi</p><blockquote>old words</blockquote><div class="gmail_signature">Ana</div>'));
    expect(leftOut).toEqual([{ kind: 'quote', text: 'old words' }, { kind: 'signature', text: 'Ana' }]);
  });

  /** Whatever the tree: the place of every span holds exactly the span's words, and comes back to its offset. */
  it('offsets lead to the words and back', () => {
    const leaf = fc.oneof(fc.constantFrom('Hi', 'I&nbsp;will', 'call  you', '\u200bnow', 'zażółć', '<br>', ' ', '😀 ok', 'a<b>b</b>c'), fc.constant('<blockquote>old</blockquote>'));
    const tree = fc.array(fc.tuple(fc.constantFrom('div', 'p', 'span', 'b', ''), fc.array(leaf, { maxLength: 4 })), { maxLength: 5 })
      .map((blocks) => blocks.map(([tag, leaves]) => (tag === '' ? leaves.join('') : `<${tag}>${leaves.join('')}</${tag}>`)).join(''));
    fc.assert(fc.property(tree, fc.nat(200), fc.nat(200), (html, a, b) => {
      const editor = rich(html);
      const read = readRich(editor);
      const start = read.text.length === 0 ? 0 : a % read.text.length;
      const end = start + (read.text.length === start ? 0 : 1 + (b % (read.text.length - start)));
      const from = read.place(start, 'start');
      const to = read.place(end, 'end');
      if (!from || !to || end === start) return;
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      const shown = (text: string): string => text.replace(/[\s\u00a0\u200b]/gu, '');
      const fragment = document.createElement('div');
      fragment.append(range.cloneContents());
      fragment.querySelectorAll('blockquote').forEach((quote) => quote.remove());
      expect(shown(fragment.textContent ?? '')).toBe(shown(read.text.slice(start, end)));
      // The newline between two blocks stands nowhere in the tree.
      if (from.node.nodeType === 3 && read.text[start] !== '\n') expect(read.offset(from)).toBe(start);
    }), { numRuns: 400 });
  });
});

describe('reading a textarea', () => {
  const area = (value: string): HTMLTextAreaElement => Object.assign(document.createElement('textarea'), { value });
  it.each([
    ['Hi Ana,\n\nI will call.', 'Hi Ana,\n\nI will call.'],
    ['On 2026-11-20, Ana Sousa wrote:\n> old\n> older\n\nHi Ana', '\nHi Ana'],
    ['Hi Ana\n\nEm 20/11/2026 10:12, Ana Sousa escreveu:\n> antigo', 'Hi Ana\n\n'],
    ['Dzień dobry\n\nW dniu 20.11.2026 10:12, Anna Nowak napisał(a):\n> stare', 'Dzień dobry\n\n'],
    ['Hi\n-- \nAna\nSupport', 'Hi\n'],
    ['Hi\n-----Original Message-----\nFrom: Ana\nold', 'Hi\n'],
    ['Hi\n----- Mensagem original -----\nDe: Ana', 'Hi\n'],
    ['I wrote: a > b is true', 'I wrote: a > b is true'],
    ['', ''],
  ])('%#', (value, text) => {
    expect(readPlain(area(value)).text).toBe(text);
  });
  it('offsets lead into the value and back', () => {
    const value = 'On 2026-11-20, Ana wrote:\n> old\nHi Ana, I will call.';
    const read = readPlain(area(value));
    const at = read.text.indexOf('call');
    expect(value.slice(read.place(at, 'start')?.offset, read.place(at + 4, 'end')?.offset)).toBe('call');
    const place = read.place(at, 'start');
    expect(place && read.offset(place)).toBe(at);
    expect(read.offset({ node: document.body, offset: 3 })).toBeNull();
  });
  it('zones cover the text without gaps', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Hi', '> a', '-- ', '', 'On 1, A wrote:', '-----Original Message-----'), { maxLength: 9 }), (lines) => {
      const text = lines.join('\n');
      expect(plainZones(text).map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }));
  });
});

describe('marks that outlive an edit', () => {
  const mark = (start: number, end: number): Mark => ({ start, end, kind: 'term' });
  it.each([
    ['typing before', [mark(6, 9)], 'Hello SLA', 'Hello, SLA', [mark(7, 10)]],
    ['typing behind', [mark(0, 3)], 'SLA', 'SLA is', [mark(0, 3)]],
    ['typing in it', [mark(0, 3)], 'SLA', 'SLxA', []],
    ['a letter joined to its end', [mark(0, 3)], 'SLA', 'SLAs', []],
    ['a letter joined to its start', [mark(2, 5)], 'a SLA', 'a xSLA', []],
    ['deleting it', [mark(2, 5), mark(6, 8)], 'a SLA is', 'a  is', [mark(3, 5)]],
  ])('%s', (_name, marks, before, after, expected) => {
    expect(moved(marks, before, after)).toEqual(expected);
  });
});

describe('reading back', () => {
  it.each([
    ['taken', 'as per SLA', 'as agreed', 'as agreed', 'agreed', true],
    ['not taken', 'as per SLA', 'as per SLA', 'as agreed', 'agreed', false],
    ['taken twice', 'as per SLA', 'as agreed agreed', 'as agreed', 'agreed', false],
    ['only its last line', 'Hi ', 'Hi two', 'Hi one\ntwo', 'one\ntwo', false],
    ['lines divided otherwise', 'Hi', 'Hi\none\n\ntwo', 'Hione\ntwo', 'one\ntwo', true],
    ['a shorter form that stood there before', 'we are sorry', 'we are sorry', 'sorry', 'sorry', false],
    ['everything else lost', 'Dear Ana, hello. Bye', 'one', 'Dear Ana, one hello. Bye', 'one', false],
  ])('%s', (_name, before, after, expected, text, taken) => {
    expect(stands(before, after, expected, text)).toBe(taken);
  });
});
