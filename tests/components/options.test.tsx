// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Options, startOptions } from '../../components/options';
import type { SiteDoor } from '../../components/options';
import { groupOf, matches } from '../../components/options/groups';
import { fakeDoor, NOW, sampleRecord, SETTINGS, ZONE } from './fixtures';
import type { World } from './fixtures';
import { click, key, mount, settle, type } from './mount';

const closing: AbortController[] = [];
afterEach(() => closing.splice(0).forEach((each) => each.abort()));

async function open(page: 'promises' | 'settings' | 'rules', world: Partial<World> = {}) {
  location.hash = `#/${page}`;
  const closer = new AbortController();
  closing.push(closer);
  const fake = fakeDoor(world);
  const granted = new Set<string>();
  const sites: SiteDoor = {
    granted: async () => [...granted],
    request: async (pattern) => (pattern.includes('refused') ? false : Boolean(granted.add(pattern))),
    remove: async (pattern) => granted.delete(pattern),
    pattern: (address) => (URL.canParse(address) && new URL(address).hostname.includes('.') ? `${new URL(address).origin}/*` : null),
  };
  const door = { ...fake.door, sites };
  const shown = await mount(<Options options={startOptions(door, closer.signal)} door={door} />);
  const saved = () => fake.asked.filter(({ name }) => name === 'settings.set').map(({ ask }) => (ask as { change: unknown }).change);
  return { ...fake, ...shown, saved };
}

const due = (start: string, end: string) => ({ start: `${start}:00+00:00`, end: `${end}:00+00:00`, precision: 'day' }) as const;

describe('the board', () => {
  const records = [
    sampleRecord('late', { due: due('2026-12-01T09:00', '2026-12-01T18:00'), text: 'I will call you on Tuesday.' }),
    sampleRecord('today', { due: due('2026-12-02T09:00', '2026-12-02T18:00'), text: 'I will write back today.', customer: { name: 'Zofia Żółć', address: null } }),
    sampleRecord('sent', { status: 'tentative', due: null, text: 'We will get back to you.' }),
    sampleRecord('done', { status: 'kept', text: 'I will send the form.' }),
  ];

  it('puts every promise where it falls due', async () => {
    const { section } = await open('promises', { records });
    expect(section('Overdue')?.textContent).toContain('I will call you on Tuesday.');
    expect(section('Today')?.textContent).toContain('Zofia Żółć');
    expect(section('Without a date')?.textContent).toContain('We will get back to you.');
    expect(section('Closed')?.textContent).toContain('Kept · Tue 1 Dec');
    expect(section('This week')).toBeNull();
  });

  it('finds by the customer\'s name, accents or not', async () => {
    const { all, section } = await open('promises', { records });
    await type(all<HTMLInputElement>('input[type=search]')[0] as HTMLInputElement, 'zolc');
    expect(section('Today')).not.toBeNull();
    expect(section('Overdue')).toBeNull();
  });

  it('works by keys: done, and reopened', async () => {
    const { all, button, changes } = await open('promises', { records });
    await key(all('.group-overdue [data-main]')[0] as HTMLElement, 'e');
    await click(button('Reopen'));
    expect(changes()).toEqual([{ id: 'late', change: { do: 'keep' } }, { id: 'done', change: { do: 'reopen' } }]);
  });

  it('moves a promise to a typed date', async () => {
    const { all, button, changes } = await open('promises', { records: [records[0] as (typeof records)[0]] });
    await click(button('Another date'));
    await type(all<HTMLInputElement>('input[type=datetime-local]')[0] as HTMLInputElement, '2026-12-04T11:30');
    await click(button('Use this date'));
    expect(changes()).toMatchObject([{ id: 'late', change: { do: 'move', due: { end: '2026-12-04T11:30:00+00:00' } } }]);
  });

  it('says kindly that nothing is promised', async () => {
    const { text } = await open('promises');
    expect(text()).toContain('Nothing promised at the moment.');
  });

  it.each([
    ['2026-12-01T18:00', 'overdue'], ['2026-12-02T18:00', 'today'], ['2026-12-06T18:00', 'week'], ['2026-12-07T18:00', 'later'],
  ])('a window that ends %s is %s', (end, group) => {
    expect(groupOf(sampleRecord('x', { due: due('2026-11-30T09:00', end) }), { now: NOW, zone: ZONE })).toBe(group);
  });

  it('needs every word of the query', () => {
    expect(matches(sampleRecord('x'), 'call joao')).toBe(true);
    expect(matches(sampleRecord('x'), 'call maria')).toBe(false);
    expect(matches(sampleRecord('x'), '  ')).toBe(true);
  });
});

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
