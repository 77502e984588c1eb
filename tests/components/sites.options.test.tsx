// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { TaughtSite } from '../../utils/messages/protocol';
import { flat, type World } from './fixtures';
import { click, key, type } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

const SITE: TaughtSite = { id: 'taught-desk-example-org', site: 'https://desk.example.org/*', name: 'desk.example.org', use: true, parts: ['message', 'editor'] };

/** The background's list, as the page changes it. */
function kept(...sites: TaughtSite[]) {
  let list: readonly TaughtSite[] = sites;
  const answers: World['answers'] = {
    'site.taught': () => ({ sites: list }),
    'site.change': ({ id, change }) => {
      list = list.flatMap((site) => (site.id !== id ? [site] : change.do === 'remove' ? [] : [{ ...site, ...(change.do === 'use' ? { use: change.use } : { name: change.name }) }]));
      return { sites: list };
    },
    'site.export': ({ id }) => ({ name: 'desk.keepword.json', mime: 'application/json', text: id }),
    'site.start': ({ site }) => ({ started: site.includes('desk') }),
  };
  return answers;
}

describe('sites that were taught', () => {
  it('are not mentioned where there are none', async () => {
    const { text } = await open('settings', { answers: kept() });
    expect(text()).not.toContain('Sites you taught');
  });

  it('say what was shown, and are used or only kept', async () => {
    const { text, all, asks } = await open('settings', { answers: kept(SITE) });
    expect(text()).toContain('Shown: message and reply box');
    const use = () => all<HTMLInputElement>('.taught-use input')[0] as HTMLInputElement;
    expect(use().checked).toBe(true);
    await click(use());
    expect(asks('site.change')).toEqual([{ id: SITE.id, change: { do: 'use', use: false } }]);
    expect(use().checked).toBe(false);
  });

  it('are named, exported as a pack and removed', async () => {
    const { all, asks, button, files, text } = await open('settings', { answers: kept(SITE) });
    const name = all<HTMLInputElement>('.taught-name input')[0] as HTMLInputElement;
    await type(name, 'Our desk');
    await key(name, 'Enter');
    expect(asks('site.change')).toEqual([{ id: SITE.id, change: { do: 'name', name: 'Our desk' } }]);
    await click(button('Export as pack: Our desk'));
    expect(files.map(({ text: content }) => content)).toEqual([SITE.id]);
    await click(button('Remove: Our desk'));
    expect(text()).not.toContain('Sites you taught');
  });

  it('keep their name where none is typed', async () => {
    const { all, asks } = await open('settings', { answers: kept(SITE) });
    const name = all<HTMLInputElement>('.taught-name input')[0] as HTMLInputElement;
    await type(name, '  ');
    await key(name, 'Enter');
    expect(asks('site.change')).toEqual([]);
    expect(name.value).toBe('desk.example.org');
  });

  it('are taught from here on a page of theirs, and it is said where none answers', async () => {
    const { all, asks, button, place } = await open('settings', { answers: kept() });
    for (const address of ['desk.example.org', 'other.example.org']) {
      await type(all<HTMLInputElement>('input[inputmode=url]')[0] as HTMLInputElement, address);
      await click(button('Switch on'));
    }
    await click(button('Teach: https://desk.example.org'));
    expect(asks('site.start')).toEqual([{ site: 'https://desk.example.org/*' }]);
    expect(place.querySelector('[role=alert]')).toBeNull();
    await click(button('Teach: https://other.example.org'));
    expect(place.querySelector('[role=alert]')?.textContent).toBe(flat('en')['options_sites_no_page']);
  });
});
