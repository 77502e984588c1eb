// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { SETTINGS } from './fixtures';
import { click, settle } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

const pick = async (select: HTMLSelectElement, value: string) => {
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
};

describe('reminders', () => {
  const selects = (all: <E extends Element>(selector: string) => E[]) => all<HTMLSelectElement>('.leads select');

  it('take a lead for one kind and give it back to the usual one', async () => {
    const { all, saved, world } = await open('settings', { settings: { ...SETTINGS, reminders: { lead: { visit: 120 }, quiet: null } } });
    await pick(selects(all)[0] as HTMLSelectElement, '30');
    expect(saved().at(-1)).toEqual({ reminders: { lead: { visit: 120, callback: 30 }, quiet: null } });
    expect(world.settings.reminders.lead).toEqual({ visit: 120, callback: 30 });
    await pick(selects(all)[6] as HTMLSelectElement, 'usual');
    expect(saved().at(-1)).toEqual({ reminders: { lead: { callback: 30 }, quiet: null } });
  });

  it('show a lead that is none of the offered ones', async () => {
    const { all } = await open('settings', { settings: { ...SETTINGS, reminders: { lead: { callback: 25 }, quiet: null } } });
    expect(selects(all)[0]?.selectedOptions[0]?.textContent).toBe('25 mins before');
  });

  it('have quiet hours that may go over midnight, but never from a time to the same', async () => {
    const { all, saved } = await open('settings');
    const box = all<HTMLInputElement>('.fields .rule-head input')[0] as HTMLInputElement;
    await click(box);
    expect(saved()).toEqual([{ reminders: { lead: {}, quiet: { start: '19:00', end: '08:00' } } }]);
    const end = all<HTMLInputElement>('input[type=time]')[3] as HTMLInputElement;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    await act(async () => {
      set?.call(end, '19:00');
      end.dispatchEvent(new Event('input', { bubbles: true }));
      end.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    });
    await settle();
    expect(saved()).toHaveLength(1);
    expect(end.value).toBe('08:00');
    await click(box);
    expect(saved().at(-1)).toEqual({ reminders: { lead: {}, quiet: null } });
  });
});

describe('a database that the browser lost', () => {
  it('is told with its day and what came back, and nothing is said where none was', async () => {
    const lost = await open('data', { answers: { 'store.back': () => ({ back: { at: '2026-11-20T10:00:00Z', count: 1_200 } }) } });
    expect(lost.all('.notice')[0]?.textContent).toMatch(/^\S.*2026.*: The browser lost its database.*1,200/u);
    await closeAll();
    expect((await open('data')).all('.notice')).toEqual([]);
  });
});

describe('export and backup', () => {
  it.each(['JSON', 'CSV', 'ICS'])('gives the ledger as %s', async (format) => {
    const { button, files } = await open('data');
    await click(button(`Save as ${format}`));
    expect(files).toMatchObject([{ name: `keepword.${format.toLowerCase()}` }]);
  });

  it('asks for the right to save files before it backs up', async () => {
    const { all, saved } = await open('data');
    await click(all('input[type=radio]')[1] as HTMLElement);
    expect(saved()).toEqual([{ backup: 'daily' }]);
  });
  it('makes no backup where that right is refused, and says so', async () => {
    const { all, saved, place } = await open('data', {}, false);
    await click(all('input[type=radio]')[2] as HTMLElement);
    expect(saved()).toEqual([]);
    expect(place.querySelector('[role=alert]')?.textContent).toContain('not allowed to save files');
    expect(all<HTMLInputElement>('input[type=radio]').map(({ checked }) => checked)).toEqual([true, false, false]);
  });
});

describe('restoring', () => {
  const choose = async (all: <E extends Element>(selector: string) => E[], name: string, text: string) => {
    const input = all<HTMLInputElement>('input[type=file]')[0] as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], name)] });
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
    await act(async () => new Promise((done) => setTimeout(done, 20)));
    await settle();
  };

  it('says what it would do, and does it only then', async () => {
    const outcome = { add: 12, update: 1, same: 3, bad: [{ where: 'promises[12].due.start', why: 'instant' as const }, { where: 'version', why: 'newer' as const, number: 3 }], applied: false };
    const { all, button, text, asks } = await open('data', { restore: outcome });
    await choose(all, 'keepword.json', '{"promises":[]}');
    for (const said of ['keepword.json', '12 promises would be added', '1 would get its newer state', '3 stay as they are', 'promises[12].due.start: isn\'t a date and time with its offset', 'version: was written by a newer Keepword (file version 3)']) expect(text()).toContain(said);
    expect(asks('promise.restore')).toEqual([{ text: '{"promises":[]}', apply: false }]);
    await click(all('.notice .is-main')[0] as HTMLElement);
    expect(asks('promise.restore').at(-1)).toEqual({ text: '{"promises":[]}', apply: true });
    expect(text()).toContain('12 promises added');
    expect(text()).toContain('Restored.');
    expect(() => button('Cancel')).toThrow();
  });

  it('has nothing to do where all is there already', async () => {
    const { all, button } = await open('data', { restore: { add: 0, update: 0, same: 3, bad: [], applied: false } });
    await choose(all, 'keepword.json', '{}');
    expect((button('Nothing to restore') as HTMLButtonElement).disabled).toBe(true);
  });

  it('leaves things alone where it is cancelled', async () => {
    const { all, button, asks, text } = await open('data', { restore: { add: 1, update: 0, same: 0, bad: [], applied: false } });
    await choose(all, 'keepword.json', '{}');
    await click(button('Cancel'));
    expect(text()).not.toContain('would be added');
    expect(asks('promise.restore')).toHaveLength(1);
  });
});

describe('figures', () => {
  it('stand by week and by kind, each with its table', async () => {
    const { all, text, section } = await open('figures', {
      figures: [
        { week: '2026-11-30', kind: 'callback', kept: 3, moved: 1, broken: 0 }, { week: '2026-11-30', kind: 'send', kept: 0, moved: 0, broken: 1 },
        { week: '2026-11-16', kind: 'callback', kept: 5, moved: 0, broken: 0 },
      ],
    });
    expect(text()).toContain('80% kept as they were said (8 of 10)');
    const rows = (name: string) => [...(section(name)?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.querySelectorAll('th, td:not([aria-hidden])')].map((cell) => cell.textContent).join(' '));
    // The week without any stands between the others; those before the first one are left out.
    expect(rows('By week')).toEqual(['30 Nov 3 1 1', '23 Nov 0 0 0', '16 Nov 5 0 0']);
    expect(rows('By kind')).toEqual(['Call back 8 1 0', 'Send 0 0 1']);
    expect(all('.bars .bar-part')).toHaveLength(7);
  });
  it('say kindly that there are none', async () => {
    const { text, all } = await open('figures');
    expect(text()).toContain('No promise has ended in these weeks.');
    expect(all('table')).toEqual([]);
  });
});
