// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { SETTINGS } from './fixtures';
import { click, settle, type } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

describe('settings', () => {
  const pick = async (select: HTMLSelectElement, value: string) => {
    await act(async () => {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
  };
  const labelled = (all: <E extends Element>(selector: string) => E[], label: string) => {
    const found = all<HTMLLabelElement>('label').find((each) => each.textContent === label);
    return document.getElementById(found?.htmlFor ?? '');
  };

  it('change the language of the page at once', async () => {
    const { all, saved, text } = await open('settings');
    await pick(labelled(all, 'Language of Keepword') as HTMLSelectElement, 'pl');
    expect(saved()).toEqual([{ language: 'pl' }]);
    expect(text()).toContain('Ustawienia');
  });

  it('change the theme of the page at once', async () => {
    const { all } = await open('settings');
    await pick(labelled(all, 'Theme') as HTMLSelectElement, 'dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('take working days, but never none', async () => {
    const { all, saved } = await open('settings', { settings: { ...SETTINGS, hours: { ...SETTINGS.hours, days: [1] } } });
    const [monday, tuesday] = all<HTMLInputElement>('input[type=checkbox]');
    await click(monday as HTMLInputElement);
    expect(saved()).toEqual([]);
    await click(tuesday as HTMLInputElement);
    expect(saved()).toMatchObject([{ hours: { days: [1, 2] } }]);
  });

  it.each([['36', [{ replyTargetHours: 36 }]], ['0', []], ['1.5', []], ['', []]])('take a reply target of "%s" as %o', async (typed, expected) => {
    const { all, saved } = await open('settings');
    const input = all<HTMLInputElement>('input[type=number]')[0] as HTMLInputElement;
    await type(input, typed);
    await act(async () => input.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    await settle();
    expect(saved()).toEqual(expected);
  });

  it('say what the administrator and packs set, lock what is locked, and list the days off of packs', async () => {
    const shown = await open('settings', {
      settings: { ...SETTINGS, teamDaysOff: ['2026-12-24'] },
      answers: {
        'policy.get': () => ({
          managed: true, problems: [], daysOff: [{ date: '2025-12-24', name: 'Long ago', origin: 'acme.support' }, { date: '2026-12-24', name: 'Christmas Eve', origin: 'acme.support' }],
          settings: [
            { field: 'theme', how: 'locked', origin: null, chosen: false }, { field: 'hours', how: 'preset', origin: 'acme.support', chosen: false },
            { field: 'replyTargetHours', how: 'preset', origin: null, chosen: true },
          ],
        }),
        'settings.follow': () => SETTINGS,
        'pack.list': () => ({ packs: [{ id: 'acme.support', name: 'Acme support' }] as never, off: [] }),
      },
    });
    const told = shown.all('.governed').map((one) => [(one as HTMLFieldSetElement).disabled, one.querySelector(':scope > p')?.textContent]);
    expect(told).toEqual([
      [true, 'Set by your administrator; it cannot be changed here.'], [false, 'From Acme support; change it and your own value holds.'], [false, 'Your own value; your administrator suggests another.'],
    ]);
    await click(shown.button('Use that one'));
    expect(shown.asks('settings.follow')).toEqual([{ field: 'replyTargetHours' }]);
    expect(shown.all('.days-off li').map(({ textContent }) => textContent)).toEqual(['Thu, December 24, 2026 · Christmas Eve · Acme support']);
  });

  it('are locked on the pages of rules and of copies too, and say so', async () => {
    const locked = (field: 'silenced' | 'backup') => ({ answers: { 'policy.get': () => ({ managed: true, problems: [], daysOff: [], settings: [{ field, how: 'locked' as const, origin: null, chosen: false }] }), 'pack.list': () => ({ packs: [], off: [] }), 'store.back': () => ({ back: null }) } });
    const rules = await open('rules', locked('silenced'));
    expect(rules.text()).toContain('Set by your administrator; it cannot be changed here.');
    await click(rules.button('To fill in'));
    expect(rules.all<HTMLInputElement>('input[type=checkbox]').map(({ disabled }) => disabled)).toEqual([true, true, true, true]);
    const data = await open('data', locked('backup'));
    expect(data.text()).toContain('Set by your administrator; it cannot be changed here.');
    expect(data.all<HTMLFieldSetElement>('.governed').map(({ disabled }) => disabled)).toEqual([true]);
  });

  it('silence each kind of place that is still to fill in', async () => {
    const shown = await open('rules', { settings: { ...SETTINGS, silenced: ['fill.hole'] } });
    await click(shown.button('To fill in'));
    const boxes = shown.all<HTMLInputElement>('input[type=checkbox]');
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true, true, true]);
    await click(boxes[3] as HTMLElement);
    expect(shown.saved()).toEqual([{ silenced: ['fill.hole', 'fill.other_variety'] }]);
  });

  it('forget a taught word', async () => {
    const { button, saved } = await open('settings', { settings: { ...SETTINGS, taught: ['RMA', 'SLA'] } });
    await click(button('Forget: RMA'));
    expect(saved()).toEqual([{ taught: ['SLA'] }]);
  });
  it('let a silenced rule speak again', async () => {
    const { button, saved } = await open('settings', { settings: { ...SETTINGS, silenced: ['cold.per-policy', 'jargon.rma'] } });
    await click(button('Mark again: jargon.rma'));
    expect(saved()).toEqual([{ silenced: ['cold.per-policy'] }]);
  });

  it('switch other sites on and off, and say what went wrong', async () => {
    const { all, button, section, place } = await open('settings');
    const input = () => all<HTMLInputElement>('input[inputmode=url]')[0] as HTMLInputElement;
    await type(input(), 'nonsense');
    await click(button('Switch on'));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('That is no address');
    await type(input(), 'refused.example.org');
    await click(button('Switch on'));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('not allowed');
    await type(input(), 'desk.example.org/inbox');
    await click(button('Switch on'));
    expect(section('Other sites')?.textContent).toContain('https://desk.example.org');
    await click(button('Switch off: https://desk.example.org'));
    expect(section('Other sites')?.textContent).not.toContain('desk.example.org');
  });
});

describe('the catalogue of rules', () => {
  it('shows each with why and examples, and switches it off and on', async () => {
    const { button, text, all, saved } = await open('rules', { settings: { ...SETTINGS, silenced: ['robotic.policy'] } });
    expect(text()).not.toContain('Why jargon.rma.');
    await click(button('Jargon · 2 rules'));
    expect(text()).toContain('Why jargon.rma.');
    expect(all('mark').map(({ textContent }) => textContent)).toEqual(['RMA']);
    await click(all<HTMLInputElement>('input[type=checkbox]')[1] as HTMLInputElement);
    expect(saved().at(-1)).toEqual({ silenced: ['robotic.policy', 'jargon.rma'] });
  });
  it('finds by any of its words, and tells the rules of the two countries apart', async () => {
    const { all, text } = await open('rules');
    await type(all<HTMLInputElement>('input[type=search]')[0] as HTMLInputElement, 'policy robotic');
    expect(text()).toContain('Why robotic.policy.');
    expect(text()).not.toContain('Why jargon.rma.');
    await type(all<HTMLInputElement>('input[type=search]')[0] as HTMLInputElement, 'nowhere');
    expect(text()).toContain('No rule has these words.');
  });
});
