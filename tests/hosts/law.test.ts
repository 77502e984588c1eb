// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostOf, isReplyEditor, known, practice } from '../../utils/hosts';
import { CASES, editorOf, type Case } from './cases';
import { read } from './page';

/** Words of another conversation than the address's, on pages that keep several. */
const FOREIGN = 'Wrong customer text';

/** Puts another conversation into a page, where its host keeps those that are not looked at. */
const PLANTS: Readonly<Record<string, (editor: HTMLElement) => void>> = {
  'zoho-desk': () => document.querySelector('[data-id=subTab_111]')?.insertAdjacentHTML('beforeend', `<div data-id="threadContent">${FOREIGN}</div>`),
  'gmail-thread-inline-reply.en': (editor) => {
    const thread = editor.closest('.a98');
    const other = thread?.cloneNode(true) as HTMLElement | undefined;
    other?.querySelector('.ip.adB')?.remove();
    if (!thread || !other) throw new Error('no thread');
    other.innerHTML = other.innerHTML.replaceAll('19a0f0000000000', '19a0f0000000009').replaceAll('thread-f:1801', 'thread-f:9801').replaceAll('msg-f:180', 'msg-f:980').replaceAll('I have called', FOREIGN);
    other.style.display = 'none';
    thread.after(other);
  },
};

type Op = { readonly kind: 'remove' | 'copy' | 'shuffle' | 'unwrap'; readonly at: number };
/** What page programs, other extensions and a new design do: taken away, doubled, in another order, without what was around it. */
function apply({ kind, at }: Op): void {
  const all = [...document.body.querySelectorAll('*')];
  const element = all[at % all.length];
  if (element === undefined) return;
  if (kind === 'remove') element.remove();
  else if (kind === 'copy') element.after(element.cloneNode(true));
  else if (kind === 'unwrap') element.replaceWith(...element.childNodes);
  else element.append(...[...element.childNodes].reverse());
}

const pages = CASES.filter(({ disagree }) => disagree !== true);
const ops = fc.array(fc.record({ kind: fc.constantFrom<Op['kind']>('remove', 'copy', 'shuffle', 'unwrap'), at: fc.nat(9999) }), { minLength: 1, maxLength: 10 });

/** Opens a page with what else it may hold, and does to it what is to be done. The editor may be gone from it then. */
function spoilt(one: Case, done: readonly Op[]): HTMLElement {
  const editor = editorOf(one);
  PLANTS[one.page]?.(editor);
  done.forEach(apply);
  return editor;
}

it('whatever is done to a page, reading it does not fail, and what it says keeps its shape', () => {
  fc.assert(fc.property(fc.constantFrom(...pages), ops, (one, done) => {
    const editor = spoilt(one, done);
    const got = read({ url: one.url, editor });
    expect(got.missing.includes('conversation')).toBe(got.conversation === null);
    expect(got.missing.includes('message')).toBe(got.customer.message === null);
    expect(got.level === 'full').toBe(got.missing.length === 0);
    expect(got.failed.filter((key) => got.ranks[key] !== undefined)).toEqual([]);
    if (got.disagree) expect(got.conversation).toBeNull();
  }), { numRuns: 80 });
});

it('whatever is done to a page, the message is never another conversation\'s', () => {
  const several = pages.filter(({ page }) => ['zendesk-two-tickets', 'zammad', ...Object.keys(PLANTS)].includes(page));
  expect(new Set(several.map(({ page }) => page)).size).toBe(4);
  fc.assert(fc.property(fc.constantFrom(...several), ops, (one, done) => {
    const got = read({ url: one.url, editor: spoilt(one, done) });
    expect(got.customer.message ?? '').not.toContain(FOREIGN);
  }), { numRuns: 120 });
});

it('whatever is done to a page, nothing is named a reply\'s editor that can\'t be written in', () => {
  fc.assert(fc.property(fc.constantFrom(...pages), ops, (one, done) => {
    spoilt(one, done);
    const host = hostOf([...known, practice], one.url, document);
    if (host === null) return;
    const inside = [...document.querySelectorAll('iframe')].flatMap((frame) => [...(frame.contentDocument?.querySelectorAll<HTMLElement>('*') ?? [])]);
    for (const element of [...document.querySelectorAll<HTMLElement>('body *'), ...inside]) {
      if (!isReplyEditor(host, element)) continue;
      expect(element.localName === 'textarea' || ![null, 'false'].includes(element.getAttribute('contenteditable'))).toBe(true);
    }
  }), { numRuns: 40 });
});
