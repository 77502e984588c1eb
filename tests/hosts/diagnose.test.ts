// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret, known, pageMemory, type HostData } from '../../utils/hosts';
import { diagnose, LONGEST } from '../../utils/hosts/diagnose';
import { plainToken } from '../../utils/hosts/plain-token';

const gmail = known.find(({ id }) => id === 'gmail') ?? null;

function told(html: string, host: HostData | null = gmail): string {
  document.body.innerHTML = html;
  document.title = 'Hello - agent@example.test';
  const editor = document.querySelector<HTMLElement>('[data-editor]');
  if (!editor) throw new Error('the page has no editor');
  const page = { url: 'https://mail.google.com/mail/u/0/#inbox/x', title: document.title, memory: pageMemory(() => null), zone: 'UTC' };
  return diagnose({ host, editor, reading: interpret(host, editor, page), changed: ['send'], shifted: [], version: '1.2.3', browser: 'Firefox 153' });
}

const GMAIL = `<div class="nH a98 iY"><div role="list"><div role="listitem" aria-expanded="true" class="h7"><h3><span class="gD" email="anna@shop.test" name="Anna Nowak">Anna Nowak</span></h3>
<div class="ii gt">My invoice 4711 is wrong.</div></div></div>
<div class="M9" role="region"><input name="composeid" value="x9"><table class="IZ"><tr><td class="Qz7k"><div role="button" aria-label="Send to Anna" data-tooltip="Send">Send</div></td></tr></table>
<div data-editor g_editable="true" role="textbox" contenteditable="true" class="Am aiL">Dear Anna,</div></div></div>`;

describe('a diagnostic', () => {
  it('tells what hit and what failed, and how the page is built', () => {
    const text = told(GMAIL);
    expect(text).toContain('Keepword 1.2.3, Firefox 153\npage: gmail, description of ');
    expect(text).toContain('changed: send');
    expect(text).toMatch(/ write\.send FAILED {2}0: 0\/0 \.IZ/u);
    expect(text).toMatch(/ write\.composer {2}0: 0\/0 \.aoI\[role=region\] {2}\*1: 0\/1 \.M9/u);
    expect(text).toContain('div.~.aiL[data-editor][g_editable][role=textbox][contenteditable=true] t <= editor');
    expect(text).toContain('td.Qz7k\n');
    expect(text).not.toMatch(/anna|nowak|4711|shop|example/iu);
  });

  it('tells of a description that is not ours where, and not what', () => {
    const taught = gmail && { ...gmail, id: 'desk', write: { ...gmail.write, send: ['[aria-label="Send to Anna"]'] } };
    expect(told(GMAIL, taught)).toMatch(/page: described by a pack or the agent[\s\S]* write\.send {2}\*0: 1\/1 {0,2}\n/u);
    expect(told(GMAIL, null)).toContain('page: not described');
  });

  it('is short, whatever the page', () => {
    const row = (n: number): string => `<div class="row r${n}"><span role="option">x</span>${n % 2 ? '<b></b>' : ''}</div>`;
    const text = told(`<div>${Array.from({ length: 3000 }, (_, n) => row(n)).join('')}${'<div class="subject header">'.repeat(60)}<div data-editor contenteditable="true"></div></div>`);
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text).toMatch(/^[\n\x20-\x7e]*$/u);
  });

  it.each<[string, string]>([
    ['compose-send-button', 'compose-send-button'], ['replyBoxWrapper', 'replyBoxWrapper'], ['ticket-48213', 'ticket-~'], ['user-anna-kowalska', 'user-~-~'], ['annaKowalska', '~'],
    ['sc-1a2b3c4d', '~-~'], ['aXjCH', 'aXjCH'], ['Zażółć', '~'], ['anna@shop.test', '~'], ['a'.repeat(80), '~'], ['a98', 'a98'], ['DeSa', '~'],
  ])('%s becomes %s', (token, expected) => expect(plainToken(token, new Set(['desa']))).toBe(expected));
});

/** A word that is nowhere in anybody's code. */
const secret = fc.string({ unit: fc.constantFrom(...'bcdfghkqvwxz'), minLength: 5, maxLength: 9 }).map((tail) => `q${tail}`);
const sign = fc.constantFrom('', '-', '_', ' ', '@', '7', '.', 'X');
const NAMES = ['title', 'aria-label', 'aria-description', 'name', 'email', 'value', 'href', 'src', 'alt', 'placeholder', 'role', 'type', 'data-testid', 'data-test-id', 'data-name', 'data-hovercard-id', 'contenteditable', 'aria-expanded', 'style', 'for', 'lang'];

describe('whatever a page holds', () => {
  it('nothing of it that could be a customer stands in the diagnostic', () => {
    const node = fc.record({ tag: fc.constantFrom('div', 'span', 'input', 'button', 'x-TAG', 'article', 'form'), words: fc.array(secret, { minLength: 4, maxLength: 4 }), sign, attribute: fc.constantFrom(...NAMES), where: fc.nat(7) });
    fc.assert(fc.property(fc.array(node, { minLength: 1, maxLength: 12 }), (nodes) => {
      const secrets = new Set<string>();
      const html = nodes.map(({ tag, words, sign: between, attribute, where }) => {
        words.forEach((word) => secrets.add(word));
        const [a = '', b = '', c = '', d = ''] = words;
        const name = tag.replace('TAG', a);
        const inside = where % 2 ? `${b}${between}${c}` : '';
        return `<${name} class="card${between}${a} ${b}" id="user-${c}" data-${d}="${a}" ${attribute}="${b}${between}${d}">${inside}</${name}>`;
      });
      const editor = `<div class="${nodes[0]?.words[0] ?? ''}" data-editor contenteditable="true" role="textbox" g_editable="true">${nodes[0]?.words[1] ?? ''}</div>`;
      const text = told(`<div class="nH a98 iY"><div class="M9">${html.join('')}${editor}</div></div>`).toLowerCase();
      for (const word of secrets) expect(text).not.toContain(word);
    }), { numRuns: 15 });
  });
});
