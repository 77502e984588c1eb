// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { PackDifference, PackInfo, PackPreview, Requests } from '../../utils/messages/protocol';
import { changesTold, namesIn, newsOf } from '../../components/options/packs/told';
import { NOW } from './fixtures';
import type { Answers } from './fixtures';
import { click, settle, type } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

const FILE = JSON.stringify({
  keepword: 1, id: 'acme.support', name: 'Acme support', version: '2', languages: ['en'],
  phrases: [{ id: 'parcel.held', title: 'Parcel held', text: 'Your parcel is held.' }], glossary: [{ term: 'RMA', plain: 'return number' }],
  holidays: ['2026-12-24', { date: '2026-12-31', name: 'Eve' }],
});
const none = { added: [], changed: [], removed: [] };
const difference = (lists: Partial<PackDifference['lists']> = {}, other: readonly string[] = []): PackDifference => ({
  lists: { phrases: none, glossary: none, rules: none, cues: none, links: none, exercises: none, holidays: none, hosts: none, ...lists }, other,
});
const COUNTS = { phrases: 1, glossary: 1, rules: 0, cues: 0, links: 0, exercises: 0, holidays: 2, hosts: 0 };
const pack = (change: Partial<PackInfo> = {}): PackInfo => ({
  id: 'acme.support', name: 'Acme support', version: '1', author: 'Rita', description: null, languages: ['en'], counts: COUNTS, layer: 'team', source: 'file', at: NOW,
  locked: false, off: false, signedBy: null, subscription: null, pending: null, earlier: [], ...change,
});
const preview = (change: Partial<PackPreview> = {}): PackPreview => ({
  id: 'acme.support', name: 'Acme support', version: '2', author: 'Rita', description: null, languages: ['en'], counts: COUNTS, news: [], installed: null, difference: null, older: false,
  signedBy: null, refused: null, ...change,
});

const page = (packs: readonly PackInfo[], answers: Answers = {}, off: readonly string[] = []) => open('packs', {
  answers: {
    'pack.list': () => ({ packs, off }), 'pack.entries': () => ({ entries: [] }), 'pack.text': () => ({ text: FILE }), 'pack.switch': () => ({ ok: true }), 'pack.remove': () => ({ ok: true }),
    'pack.install': () => ({ ok: true, pack: pack({ version: '2' }) }), 'pack.restore': () => ({ ok: true, pack: pack() }), 'pack.leave': () => ({ ok: true }), 'policy.get': () => ({ managed: false, problems: [], settings: [], daysOff: [] }), ...answers,
  },
});
type Page = Awaited<ReturnType<typeof page>>;
/** Chooses a file, and waits until it is read and looked at. */
async function choose({ all }: Page, text: string): Promise<void> {
  const input = all<HTMLInputElement>('input[type=file]')[0] as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], 'acme.keepword.json')], configurable: true });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await act(async () => new Promise((done) => setTimeout(done, 20)));
  await settle();
}
const textOf = (ask: Requests['pack.install']['ask'] | undefined) => (ask && 'base64' in ask.file ? atob(ask.file.base64) : '');

describe('a file', () => {
  it('is shown before it is installed, with all it brings by its names', async () => {
    const shown = await page([], { 'pack.preview': () => ({ ok: true, preview: preview() }) });
    await choose(shown, FILE);
    expect(shown.text()).toContain('This pack is new');
    expect(shown.all('.part-change').map(({ textContent }) => textContent)).toEqual(['Phrases+ Added · 1Parcel held', 'Glossary+ Added · 1RMA', 'Holidays+ Added · 22026-12-242026-12-31, Eve']);
    expect(shown.asks('pack.install')).toEqual([]);
    await click(shown.button('Add this pack'));
    expect(shown.asks('pack.install').map(textOf)).toEqual([FILE]);
    expect(shown.all('.preview')).toEqual([]);
  });

  it('tells every fault with its place, and offers no way to install it', async () => {
    const errors = [{ path: 'phrases[12].text', code: 'too_long', params: { found: 3204, max: 2000 } }, { path: 'id', code: 'missing', params: {} }] as const;
    const shown = await page([], { 'pack.preview': () => ({ ok: false, problem: { code: 'invalid', params: { errors: 2 }, errors } }) });
    await choose(shown, '{}');
    expect(shown.all('.bad li').map(({ textContent }) => textContent)).toEqual([expect.stringContaining('phrases[12].text: 3,204'), expect.stringMatching(/^id: /)]);
    expect(shown.text()).not.toContain('Add this pack');
    expect(shown.text()).toContain('Nothing has changed');
  });

  it.each([
    ['an update', preview({ installed: { version: '1', layer: 'team', source: 'file' }, difference: difference({ phrases: { added: [], changed: ['parcel.held'], removed: ['gone'] } }) }), 'Apply this version', ['Version 1 becomes 2', 'Parcel held', 'gone']],
    ['an older one', preview({ version: '0.5', older: true, installed: { version: '1', layer: 'team', source: 'file' }, difference: difference({}, ['name']) }), 'Apply this version', ['older than what you have (1)', 'Name']],
    ['the same', preview({ installed: { version: '2', layer: 'team', source: 'file' }, difference: difference() }), null, ['exactly this pack already']],
    ['one of another author', preview({ refused: { code: 'signature_other', params: {}, errors: [] } }), null, ['signed by somebody else than before']],
  ])('that is %s says so', async (_name, looked, deed, words) => {
    const shown = await page([pack()], { 'pack.preview': () => ({ ok: true, preview: looked }) });
    await choose(shown, FILE);
    const told = shown.all('.preview')[0]?.textContent ?? '';
    for (const word of words) expect(told).toContain(word);
    expect([...(shown.all('.preview')[0]?.querySelectorAll('.is-main') ?? [])].map(({ textContent }) => textContent)).toEqual(deed === null ? [] : [deed]);
  });

  it('can be pasted, and dropped', async () => {
    const shown = await page([], { 'pack.preview': () => ({ ok: true, preview: preview() }) });
    const dropped = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files: [new File([FILE], 'x.json')] } });
    await act(async () => void shown.all('.drop')[0]?.dispatchEvent(dropped));
    await act(async () => new Promise((done) => setTimeout(done, 20)));
    expect(dropped.defaultPrevented).toBe(true);
    await click(shown.button('Leave everything as it is'));
    await click(shown.button('Paste the text'));
    const area = shown.all<HTMLTextAreaElement>('textarea')[0] as HTMLTextAreaElement;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, FILE);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(shown.button('See what it changes'));
    await click(shown.button('Add this pack'));
    expect(shown.asks('pack.preview')).toHaveLength(2);
    expect(shown.asks('pack.install')).toMatchObject([{ source: 'paste' }]);
  });
});

describe('an address', () => {
  const LOOKED = () => ({ ok: true, text: FILE, preview: preview() }) as const;
  const address = async (shown: Page, typed: string): Promise<void> => {
    await click(shown.button('by its address'));
    await type(shown.all<HTMLInputElement>('form.pasting input[type=text]')[0] as HTMLInputElement, typed);
    await click(shown.all('form.pasting input[type=checkbox]')[0] as HTMLElement);
    await click(shown.button('See what it changes'));
  };

  it.each([
    ['packs.acme.example/a.json', [{ address: 'https://packs.acme.example/a.json' }], false],
    ['https://refused.example/a.json', [], true],
    ['ftp://acme.example/a.json', [], true],
  ])('%s is fetched only with the right to', async (typed, asked, refused) => {
    const shown = await page([], { 'pack.look': LOOKED });
    await address(shown, typed);
    expect(shown.asks('pack.look')).toEqual(asked);
    expect(shown.all('form.pasting [role=alert]')).toHaveLength(refused ? 1 : 0);
  });

  it('is taken as it was shown, or given back', async () => {
    const shown = await page([], { 'pack.look': LOOKED, 'pack.subscribe': () => ({ ok: true, pack: pack({ source: 'address' }) }) });
    await address(shown, 'packs.acme.example/a.json');
    expect(shown.text()).toContain('Parcel held');
    expect(shown.asks('pack.subscribe')).toEqual([]);
    const left = shown.asks('pack.leave').length;
    await click(shown.button('Leave everything as it is'));
    expect(shown.asks('pack.leave')).toHaveLength(left + 1);
    await click(shown.button('See what it changes'));
    await click(shown.button('Add this pack'));
    expect(shown.asks('pack.subscribe')).toEqual([{ address: 'https://packs.acme.example/a.json', automatic: true, text: FILE }]);
    expect(shown.all('.preview')).toEqual([]);
  });

  it('is dropped, and the pack stays', async () => {
    const at = pack({ source: 'address', subscription: { address: 'https://packs.acme.example/a.json', automatic: false, checkedAt: null, nextAt: NOW, problem: null } });
    const shown = await page([at], { 'pack.subscription': () => ({ ok: true, pack: pack() }) });
    await click(shown.button('Keep it, drop the address: Acme support'));
    expect(shown.asks('pack.subscription')).toEqual([{ id: 'acme.support', address: null }]);
    expect([shown.asks('pack.remove'), shown.text()]).toEqual([[], expect.stringContaining('Acme support stays as it is; its address is asked no more.')]);
    for (const other of [pack(), { ...at, locked: true, layer: 'policy' as const }]) expect((await page([other])).text()).not.toContain('drop the address');
  });

  it('that gives no pack is told, and nothing is taken', async () => {
    const shown = await page([], { 'pack.look': () => ({ ok: false, problem: { code: 'redirect', params: {}, errors: [] } }) });
    await address(shown, 'packs.acme.example/a.json');
    expect(shown.all('.preview')[0]?.textContent).toContain('Give the final address');
    expect(shown.text()).not.toContain('Add this pack');
  });
});

it('what is wrong with the administrator’s policy is told where its packs would stand', async () => {
  const shown = await page([], { 'policy.get': () => ({ managed: true, problems: ['packs[0]: network'], settings: [], daysOff: [] }) });
  expect(shown.text()).toContain('packs[0]: network');
});

describe('a pack that is there', () => {
  it('is switched off, whole or by entry', async () => {
    const entries = [{ list: 'phrases', id: 'parcel.held', lang: 'en', label: 'Parcel held', origin: 'acme.support', layer: 'team', off: false, replacedBy: null }] as const;
    const shown = await page([pack()], { 'pack.entries': () => ({ entries }) });
    await click(shown.button('What is in it'));
    await click(shown.all('.entry-list input')[0] as HTMLElement);
    await click(shown.all('.pack-head input')[0] as HTMLElement);
    expect(shown.asks('pack.switch')).toEqual([{ pack: 'acme.support', entry: 'parcel.held', on: false }, { pack: 'acme.support', on: false }]);
  });

  it('is removed, and put back as it was', async () => {
    const shown = await page([pack({ layer: 'own', source: 'paste' })], {}, ['acme.support/parcel.held', 'other/x']);
    await click(shown.button('Remove: Acme support'));
    expect(shown.asks('pack.remove')).toEqual([{ id: 'acme.support' }]);
    await click(shown.button('Put it back'));
    expect(shown.asks('pack.install')).toEqual([{ file: { text: FILE }, source: 'paste', layer: 'own' }]);
    expect(shown.asks('pack.switch')).toEqual([{ pack: 'acme.support', entry: 'parcel.held', on: false }]);
  });

  it('goes back to an earlier version', async () => {
    const shown = await page([pack({ earlier: [{ n: 4, version: '0.9', at: NOW }] })]);
    await click(shown.button('Earlier versions'));
    await click(shown.button('Bring back 0.9'));
    expect(shown.asks('pack.restore')).toEqual([{ id: 'acme.support', n: 4 }]);
  });

  it('of the administrator is shown locked', async () => {
    const shown = await page([pack({ layer: 'policy', source: 'policy', locked: true, earlier: [{ n: 1, version: '0.9', at: NOW }] })]);
    expect(shown.section('From your administrator')?.textContent).toContain('Set by your administrator');
    expect(shown.all('.pack input')).toEqual([]);
    expect(shown.text()).not.toContain('Remove');
    expect(shown.text()).not.toContain('Earlier versions');
  });

  it('that is refused a change says why', async () => {
    const shown = await page([pack()], { 'pack.remove': () => ({ ok: false, problem: { code: 'policy', params: {}, errors: [] } }) });
    await click(shown.button('Remove: Acme support'));
    expect(shown.all('[role=alert]')[0]?.textContent).toContain('administrator');
    expect(shown.text()).not.toContain('Put it back');
  });
});

describe('what a version changes', () => {
  it('is told by names, and by ids where there are none', () => {
    const told = changesTold(difference({ phrases: { added: ['parcel.held', 'unknown'], changed: [], removed: [] } }), namesIn(FILE));
    expect(told).toEqual([{ part: 'phrases', added: ['Parcel held', 'unknown'], changed: [], removed: [] }]);
  });
  it.each(['', 'nonsense', '[]', 'null', '{"phrases": 3, "rules": [null, 4]}'])('makes nothing of %j', (text) => expect(newsOf(namesIn(text), text)).toEqual([]));
  it('names what would change settings', () => {
    const text = JSON.stringify({ workingHours: { days: [1] }, replyTargetHours: 4 });
    expect(newsOf(namesIn(text), text)).toEqual([{ part: 'other', added: ['workingHours', 'replyTargetHours'], changed: [], removed: [] }]);
  });
});
