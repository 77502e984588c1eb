// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyTyped, freeId, matches, packOf, phraseOf, typedOf } from '../../components/options/phrases/own';
import { checkPack } from '../../utils/phrases/pack';
import { packValue } from '../../utils/phrases/export';
import type { PackPhrase } from '../../utils/phrases/pack';
import { saveKnowledge } from '../../utils/rules';
import type { KnownPhrase } from '../../utils/rules';
import { NO_LAYER } from '../../utils/rules/patterns';
import type { Answers } from './fixtures';
import { click, type, until } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

const phrase = (id: string, change: Partial<PackPhrase> = {}): PackPhrase => ({
  id, lang: 'en', title: `Title of ${id}`, text: `Text of ${id}.`, tags: [], shortcut: null, at: 'middle', for: { emotions: [], stakes: [], situations: [] }, needs: [], words: [], gives: [], offer: 'suggest',
  ...change,
});
/** Own phrases that are kept as the background would. */
async function page(first: readonly PackPhrase[] = [], answers: Answers = {}) {
  let kept = [...first];
  return open('phrases', {
    answers: {
      'own.list': () => ({ phrases: kept }),
      'own.save': ({ phrases }) => {
        kept = [...kept.filter(({ id }) => !phrases.some((one) => one.id === id)), ...phrases];
        return { ok: true };
      },
      'own.remove': ({ ids }) => {
        kept = kept.filter(({ id }) => !ids.includes(id));
        return { ok: true };
      },
      'phrase.own': () => ({ own: [{ phrase: 'own.b', count: 0, last: null, favourite: true }] }), 'phrase.favour': () => ({ ok: true }),
      'knowledge.get': () => { throw new Error('not in this test'); },
      ...answers,
    },
  });
}
type Page = Awaited<ReturnType<typeof page>>;
const field = ({ all }: Page, label: string, within = 'form ') => {
  const found = all<HTMLLabelElement>(`${within}label`).find(({ textContent }) => textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};
async function write(area: HTMLTextAreaElement, value: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const titles = ({ section }: Page) => [...(section('Your own phrases')?.querySelectorAll('.phrase-head .strong') ?? [])].map(({ textContent }) => textContent);

describe('own phrases', () => {
  it('are written, changed, deleted and put back', async () => {
    const shown = await page();
    expect(shown.text()).toContain('None yet');
    await click(shown.button('New phrase'));
    await type(field(shown, 'Title'), 'Parcel held');
    await type(field(shown, 'Tags, with commas between'), 'customs, delivery,customs');
    await type(field(shown, 'Shortcut'), 'held');
    await write(shown.all<HTMLTextAreaElement>('form textarea')[0] as HTMLTextAreaElement, 'Your parcel is held.\n');
    await click(shown.button('Save'));
    expect(shown.asks('own.save')).toEqual([{ phrases: [phrase('own.parcel-held', { title: 'Parcel held', tags: ['customs', 'delivery'], shortcut: 'held', text: 'Your parcel is held.' })] }]);
    await click(shown.button('Edit: Parcel held'));
    await type(field(shown, 'Title'), 'Parcel stuck');
    await click(shown.button('Save'));
    expect(titles(shown)).toEqual(['Parcel stuck']);
    await click(shown.button('Delete: Parcel stuck'));
    expect(titles(shown)).toEqual([]);
    await click(shown.button('Put it back'));
    expect(titles(shown)).toEqual(['Parcel stuck']);
  });

  it('that are refused stay in the form, with the fault', async () => {
    const shown = await page([phrase('own.a')], { 'own.save': () => ({ ok: false, problem: { code: 'invalid', params: { errors: 1 }, errors: [{ path: 'phrases[0].shortcut', code: 'shortcut_form', params: { found: 'a b' } }] } }) });
    await click(shown.button('Edit: Title of own.a'));
    await type(field(shown, 'Shortcut'), 'a b');
    await click(shown.button('Save'));
    expect(shown.all('form [role=alert]')[0]?.textContent).toContain('phrases[0].shortcut');
    expect(field(shown, 'Shortcut').value).toBe('a b');
  });

  it('are favourites or not, and found by what is in them', async () => {
    const shown = await page([phrase('own.a', { tags: ['Alfândega'] }), phrase('own.b')]);
    const stars = shown.all('.star');
    expect(stars.map((star) => star.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    await click(stars[0] as HTMLElement);
    expect(shown.asks('phrase.favour')).toEqual([{ phrase: 'own.a', on: true }]);
    await type(field(shown, 'Find in your own', ''), 'alfandega');
    expect(titles(shown)).toEqual(['Title of own.a']);
  });
});

describe('phrases from elsewhere', () => {
  const TABLE = 'title;text\nHello;Good day, {{customer.first_name}}.\nNothing;\n';
  async function bring(shown: Page) {
    const input = shown.all<HTMLInputElement>('input[type=file]')[0] as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File([TABLE], 'table.csv')], configurable: true });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await until(() => shown.all('.coming').length);
  }
  it('are shown with what could not be carried, and come in when told', async () => {
    const shown = await page();
    await bring(shown);
    expect(shown.text()).toContain('1 phrase comes');
    expect(shown.all('.bad li').map(({ textContent }) => textContent)).toEqual(expect.arrayContaining([expect.stringContaining('it has no text')]));
    expect(shown.asks('own.save')).toEqual([]);
    await click(shown.button('Add them to my own'));
    expect(titles(shown)).toEqual(['Hello']);
  });
  it('go out as a table and as a pack that is sound', async () => {
    const shown = await page([phrase('own.a'), phrase('own.b', { lang: 'pl' })]);
    await click(shown.button('As a table'));
    await click(shown.button('As a pack'));
    await until(() => shown.files.length === 2);
    expect(shown.files.map(({ name }) => name)).toEqual(['keepword-phrases.csv', 'my.phrases.keepword.json']);
    expect(checkPack(JSON.parse(shown.files[1]?.text ?? ''))).toMatchObject({ ok: true, pack: { phrases: [{ id: 'own.a' }, { id: 'own.b' }] } });
  });
});

describe('the form', () => {
  it('keeps what it does not show', () => {
    const before = phrase('own.a', { gives: ['next_step'], needs: ['refund'], text: { ty: 'Ty.', pan: 'Pan.' }, lang: 'pl' });
    expect(phraseOf(typedOf(before), before, new Set(['own.a']))).toEqual(before);
  });
  it.each([['Parcel held!', 'own.parcel-held'], ['Żółć — ã', 'own.zolc-a'], ['???', 'own.x'], ['taken', 'own.taken-3']])('makes an id of %j', (title, id) => {
    expect(freeId(title, new Set(['own.taken', 'own.taken-2']))).toBe(id);
    expect(checkPack(packValue(packOf([phrase(freeId(title, new Set()))], 'Mine')))).toMatchObject({ ok: true });
  });
  it('takes one text where forms of address have none', () => {
    expect(phraseOf({ ...emptyTyped('pl'), title: 'x', text: 'all', forms: { ty: ' ' } }, null, new Set()).text).toBe('all');
  });
  it('finds by every word', () => expect([matches(phrase('a', { tags: ['zz'] }), 'zz title'), matches(phrase('a'), 'zz title')]).toEqual([true, false]));
});

describe('the library', () => {
  const known = (id: string, origin?: string): KnownPhrase => ({ id, lang: 'en', title: `Title of ${id}`, emotions: [], stakes: [], situations: [], gives: [], at: 'middle', tags: [], shortcut: null, text: 'Text.', ...(origin === undefined ? {} : { origin }) });
  it('switches off what came with Keepword and what a team shares, not what the administrator set, and switches on again', async () => {
    let off: string[] = ['keepword/gone.already'];
    const json = saveKnowledge({ name: 'en', ...NO_LAYER, lists: {}, names: new Map(), phrases: [known('built'), known('shared', 'acme'), known('ruled', 'head')], packs: [{ id: 'acme', name: 'Acme', layer: 'team' }, { id: 'head', name: 'Head', layer: 'policy' }] });
    const shown = await page([], {
      'knowledge.get': () => ({ json }), 'pack.list': () => ({ packs: [], off }),
      'pack.switch': ({ pack, entry, on }) => (off = on ? off.filter((one) => one !== `${pack}/${entry}`) : [...off, `${pack}/${entry}`], { ok: true }),
    });
    const switches = () => shown.all('button').map((one) => one.getAttribute('aria-label') ?? '').filter((label) => label.startsWith('Switch o'));
    expect(switches().sort()).toEqual(['Switch off: Title of built', 'Switch off: Title of shared']);
    await click(shown.button('Switch off: Title of built'));
    await click(shown.button('Switch off: Title of shared'));
    await click(shown.button('Switched off · 2'));
    await click(shown.button('Switch on: gone.already'));
    expect(shown.asks('pack.switch')).toEqual([{ pack: 'keepword', entry: 'built', on: false }, { pack: 'acme', entry: 'shared', on: false }, { pack: 'keepword', entry: 'gone.already', on: true }]);
    expect(switches()).toContain('Switch on: built');
    expect(switches()).not.toContain('Switch on: gone.already');
  });
});
