// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { act } from 'react';
import type { SiteHere } from '../../utils/messages/protocol';
import { flat, sampleView } from './fixtures';
import { click } from './mount';
import { closeAll, open } from './panel';

afterEach(closeAll);

const here = (site: Partial<SiteHere>) => ({ answers: { 'site.here': () => ({ state: 'off', site: 'https://desk.example.org/*', name: 'desk.example.org', ...site }) as SiteHere } });
const en = flat('en');

describe('a page without a reply', () => {
  it('that is none of ours yet is switched on from here, reason first, within the click', async () => {
    const asked: string[] = [];
    const { text, button, door, asks } = await open(here({}));
    Object.assign(door.sites, { request: async (pattern: string) => { asked.push(pattern); return true; } });
    expect(text()).toContain('Keepword is off on desk.example.org');
    expect(text()).toContain(en['panel_site_off_do']);
    const before = asks('site.here').length;
    await click(button('Switch on here'));
    expect(asked).toEqual(['https://desk.example.org/*']);
    // What it is now is asked again.
    expect(asks('site.here').length).toBe(before + 1);
    expect(text()).toContain('Switched on');
  });

  it('says so where the browser did not agree', async () => {
    const { text, button, door } = await open(here({}));
    Object.assign(door.sites, { request: async () => false });
    await click(button('Switch on here'));
    expect(text()).toContain(en['panel_site_refused']);
  });

  it('that was switched on can be taught and switched off', async () => {
    const given: string[] = [];
    const { button, door, commands, text } = await open(here({ state: 'on' }));
    Object.assign(door.sites, { remove: async (pattern: string) => { given.push(pattern); return true; } });
    expect(text()).toContain(en['panel_site_on_do']);
    await click(button('Teach this site'));
    expect(commands().at(-1)).toEqual({ do: 'teach-site' });
    await click(button('Switch off here'));
    expect(given).toEqual(['https://desk.example.org/*']);
  });

  it.each([['closed', 'panel_site_closed_do'], ['unseen', 'panel_site_unseen']] as const)('is told kindly where it is %s', async (state, words) => {
    const { text } = await open(here({ state, site: null, name: null }));
    expect(text()).toContain(en[words]);
    expect(text()).not.toContain('Switch on here');
  });

  it('is looked at anew when the toolbar button is pressed over it', async () => {
    const fake = await open(here({ state: 'unseen', site: null, name: null }));
    fake.world.answers = here({}).answers;
    await act(async () => fake.push({ to: 'panel', push: 'site.seen', tab: 7 }));
    await act(async () => undefined);
    expect(fake.text()).toContain('Keepword is off on desk.example.org');
  });
});

describe('the customer’s message, where the page does not say', () => {
  const unread = sampleView({ host: { id: 'page', name: 'desk.example.org', level: 'generic', missing: ['message'] }, customer: { ...sampleView().customer, message: null } });

  it('is told as a guess, and one click drops it', async () => {
    const { text, button, commands } = await open({}, sampleView({ messageFrom: 'guess' }));
    expect(text()).toContain('A guess at their message: “This is the third time');
    await click(button('Not their message'));
    expect(commands().at(-1)).toEqual({ do: 'message', key: 'a', from: 'none' });
  });

  it('can be what is selected', async () => {
    const { text, button, commands } = await open({}, unread);
    expect(text()).toContain(en['panel_heard_none']);
    await click(button('Use what is selected'));
    expect(commands().at(-1)).toEqual({ do: 'message', key: 'a', from: 'selection' });
  });

  it('says so where nothing is selected', async () => {
    const { text, button, world } = await open({}, unread);
    world.commandOk = false;
    await click(button('Use what is selected'));
    expect(text()).toContain(en['panel_heard_nothing']);
  });

  it('is no matter in a note to colleagues, nor where the page says it', async () => {
    const { text, show } = await open({}, sampleView({ ...unread, internal: true }));
    expect(text()).not.toContain('Use what is selected');
    await show(sampleView());
    expect(text()).not.toContain('Use what is selected');
  });
});
