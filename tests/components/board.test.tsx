// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { editOf } from '../../components/options/board/Edit';
import { byCustomer, byTime, groupOf } from '../../components/options/board/sections';
import type { PromiseRecord } from '../../utils/messages/protocol';
import { AT_THREE_AT_NIGHT, NOW, sampleRecord, TOMORROW_AT_TEN, ZONE } from './fixtures';
import { click, key, settle, type } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

const HERE = { now: NOW, zone: ZONE };
const due = (start: string, end: string) => ({ start: `${start}:00+00:00`, end: `${end}:00+00:00`, precision: 'day' }) as const;
const late = (id: string, change: Partial<PromiseRecord> = {}) => sampleRecord(id, { due: due('2026-12-01T09:00', '2026-12-01T18:00'), text: 'I will call you on Tuesday.', ...change });
const records = [
  late('late'),
  sampleRecord('today', { due: due('2026-12-02T09:00', '2026-12-02T18:00'), text: 'I will write back today.', customer: { name: 'Zofia Żółć', address: null } }),
  sampleRecord('sent', { status: 'tentative', due: null, text: 'We will get back to you.' }),
  sampleRecord('done', { status: 'kept', text: 'I will send the form.' }),
  sampleRecord('lost', { status: 'broken', text: 'I will visit you.' }),
];

/** Time for typing to end and the search to be asked. */
const searched = async () => {
  await act(async () => new Promise((done) => setTimeout(done, 200)));
  await settle();
};
const rowsOf = (all: (selector: string) => HTMLElement[]) => all('[data-row]').map((row) => row.dataset['row']);
const main = (all: (selector: string) => HTMLElement[], id: string) => all(`[data-row="${id}"] [data-main]`)[0] as HTMLElement;

describe('the board', () => {
  it('puts every open promise where it falls due, and those sent unconfirmed first', async () => {
    const { all, section, text } = await open('promises', { records });
    expect(all('section.stretch h2').map((each) => each.textContent)).toEqual(['Sent, not kept yet', 'Overdue', 'Today']);
    expect(section('Overdue')?.textContent).toContain('I will call you on Tuesday.');
    expect(section('Today')?.textContent).toContain('Zofia Żółć');
    expect(text()).not.toContain('I will send the form.');
  });

  it('shows what is over in a view of its own, by month, and opens it again', async () => {
    const { all, button, section, changes } = await open('promises', { records });
    await click(button('Kept and broken'));
    expect(rowsOf(all)).toEqual(['done', 'lost']);
    expect(section('December 2026')?.textContent).toContain('Kept · Tue 1 Dec');
    await click(all('.chips button')[2] as HTMLElement);
    expect(rowsOf(all)).toEqual(['lost']);
    await click(main(all, 'lost'));
    await click(button('Reopen'));
    expect(changes()).toEqual([{ id: 'lost', change: { do: 'reopen' } }]);
  });

  it('asks the ledger for what is searched, once typing has ended', async () => {
    const { all, asks } = await open('promises', { records });
    await type(all<HTMLInputElement>('input[type=search]')[0] as HTMLInputElement, 'zol');
    await type(all<HTMLInputElement>('input[type=search]')[0] as HTMLInputElement, 'zolc');
    await searched();
    expect(rowsOf(all)).toEqual(['today']);
    expect(asks('promise.search').map(({ text }) => text)).toEqual(expect.arrayContaining(['', 'zolc']));
    expect(asks('promise.search').map(({ text }) => text)).not.toContain('zol');
  });

  it('shows one day of the week strip alone, with how much is due on it', async () => {
    const { all, button } = await open('promises', { records, usual: 0 });
    const days = all('.day');
    expect(days.map((day) => day.querySelector('.unseen')?.textContent)).toContain('Tuesday 1 December, 1 promise due, more than you usually keep in a day');
    await click(days[1] as HTMLElement);
    expect(rowsOf(all)).toEqual(['late']);
    await click(button('Show all days'));
    expect(rowsOf(all)).toContain('today');
  });

  it('orders by customer', async () => {
    const { all } = await open('promises', { records });
    const order = all<HTMLSelectElement>('select[aria-label=Order]')[0] as HTMLSelectElement;
    await act(async () => {
      order.value = 'customer';
      order.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(all('section.stretch h2').map((each) => each.textContent)).toEqual(['João Silva · 2 promises', 'Zofia Żółć · 1 promise']);
  });

  it('says kindly that nothing is promised', async () => {
    const { text } = await open('promises');
    expect(text()).toContain('Nothing promised at the moment.');
  });

  it('draws no more rows than the window needs, and loads the next page as its end comes near', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => late(`p${index}`));
    const { all, asks } = await open('promises', { records: many });
    expect(all('[data-row]').length).toBeLessThan(100);
    expect(all('[data-row]')[0]?.getAttribute('aria-setsize')).toBe('200');
    await key(main(all, 'p0'), 'End');
    await settle();
    expect(asks('promise.search').some(({ after }) => after === '200')).toBe(true);
  });
});

describe('the keys of the board', () => {
  it('move, unfold, finish and put off', async () => {
    const { all, changes } = await open('promises', { records });
    main(all, 'sent').focus();
    await key(main(all, 'sent'), 'j');
    expect(document.activeElement).toBe(main(all, 'late'));
    await key(main(all, 'late'), 's');
    expect(all('[data-row=late] .due-choice')).toHaveLength(1);
    await key(main(all, 'late'), 'Escape');
    expect(all('[data-row=late] .promise-detail')).toHaveLength(0);
    await key(main(all, 'late'), 'e');
    expect(changes()).toEqual([{ id: 'late', change: { do: 'keep' } }]);
  });

  it('select one by one and as a stretch, finish all at once, and take it back', async () => {
    const { all, button, asks, text } = await open('promises', { records: [late('a'), late('b'), late('c'), late('d')] });
    await key(main(all, 'a'), 'x');
    await act(async () => main(all, 'c').dispatchEvent(new KeyboardEvent('keydown', { key: 'X', shiftKey: true, bubbles: true, cancelable: true })));
    expect(text()).toContain('3 selected');
    await key(main(all, 'c'), 'e');
    expect(asks('promise.change-many')).toEqual([{ ids: ['a', 'b', 'c'], change: { do: 'keep' } }]);
    expect(text()).toContain('3 promises kept.');
    await click(button('Undo'));
    expect(asks('promise.change-many').at(-1)).toEqual({ ids: ['a', 'b', 'c'], change: { do: 'reopen' } });
  });

  it('put off all that is selected, and take it back', async () => {
    const { all, button, asks } = await open('promises', { records: [late('a'), late('b')] });
    await key(main(all, 'a'), 'x');
    await key(main(all, 'b'), 'x');
    await key(main(all, 'b'), 's');
    await type(all<HTMLInputElement>('.bar input')[0] as HTMLInputElement, 'tomorrow');
    await click(button('Until Thu 3 Dec, 10:00'));
    expect(asks('promise.change-many')).toEqual([{ ids: ['a', 'b'], change: { do: 'snooze', until: TOMORROW_AT_TEN.start } }]);
    await click(button('Undo'));
    expect(asks('promise.change-many').at(-1)).toEqual({ ids: ['a', 'b'], change: { do: 'reopen' } });
  });

  it('reach search and the log line from anywhere, but not out of a field', async () => {
    const { all } = await open('promises', { records });
    const search = all('input[type=search]')[0] as HTMLElement;
    await key(document.body, '/');
    expect(document.activeElement).toBe(search);
    await key(search, 'l');
    expect(document.activeElement).toBe(search);
    search.blur();
    await key(document.body, 'l');
    expect(document.activeElement).toBe(all('.log input')[0]);
  });
});

describe('one promise', () => {
  const unfolded = async (record: PromiseRecord, more: readonly PromiseRecord[] = []) => {
    const shown = await open('promises', { records: [record, ...more] });
    await click(main(shown.all, record.id));
    return shown;
  };

  it('moves to a date typed in figures', async () => {
    const { all, button, changes } = await unfolded(late('late'));
    await click(button('Another date'));
    await type(all<HTMLInputElement>('input[type=datetime-local]')[0] as HTMLInputElement, '2026-12-04T11:30');
    await click(button('Use this date'));
    expect(changes()).toMatchObject([{ id: 'late', change: { do: 'move', due: { end: '2026-12-04T11:30:00+00:00' } } }]);
  });

  it('moves to a date typed in words, whose reading is shown before Enter takes it', async () => {
    const { all, button, changes, text } = await unfolded(late('late'));
    await click(button('Another date'));
    const words = all<HTMLInputElement>('.due-words input')[0] as HTMLInputElement;
    await type(words, 'rubbish');
    expect(text()).toContain('That names no time ahead.');
    await key(words, 'Enter');
    expect(changes()).toEqual([]);
    await type(words, '3');
    expect(all('.due-words button').map((each) => each.textContent)).toEqual(['Wed 2 Dec, 15:00 · in 5 hours', 'Thu 3 Dec, 3:00 · tomorrow']);
    await type(words, 'tomorrow');
    expect(text()).toContain('Thu 3 Dec, 10:00 · tomorrow');
    await key(words, 'Enter');
    expect(changes()).toEqual([{ id: 'late', change: { do: 'move', due: TOMORROW_AT_TEN } }]);
  });

  it('is edited in place, what did not change left out', async () => {
    const { all, button, changes } = await unfolded(late('late'));
    await click(button('Edit'));
    const name = all<HTMLInputElement>('.edit input')[0] as HTMLInputElement;
    await type(name, 'João da Silva');
    await click(button('Save'));
    expect(changes()).toEqual([{ id: 'late', change: { do: 'edit', customer: { name: 'João da Silva', address: 'joao.silva@customer.test' } } }]);
  });

  it.each([
    [{ text: ' I will call you on Tuesday. ', kind: 'callback', name: 'João Silva', address: 'joao.silva@customer.test' }, null],
    [{ text: 'I call.', kind: 'reply', name: 'João Silva', address: 'joao.silva@customer.test' }, { do: 'edit', text: 'I call.', kind: 'reply' }],
    [{ text: 'I will call you on Tuesday.', kind: 'callback', name: ' ', address: '' }, { do: 'edit', customer: null }],
  ] as const)('edited as %o changes %o', (typed, change) => {
    expect(editOf(late('x'), typed)).toEqual(change);
  });

  it('is handed over with a note, or noted as broken', async () => {
    const { all, button, changes } = await unfolded(late('late'));
    await click(button('Hand over'));
    await type(all<HTMLInputElement>('.promise-detail .due-typed input')[0] as HTMLInputElement, 'Rita, she knows the case');
    await click(all('.promise-detail .due-typed button')[0] as HTMLElement);
    await click(main(all, 'late'));
    await click(button('keep it'));
    expect(changes()).toEqual([{ id: 'late', change: { do: 'hand-over', to: 'Rita, she knows the case' } }, { id: 'late', change: { do: 'break' } }]);
  });

  it('tells what happened, over all its dates', async () => {
    const first = late('a', { status: 'moved', history: [{ at: '2026-11-30T10:00:00Z', what: 'confirmed' }, { at: '2026-12-01T10:00:00Z', what: 'moved', detail: '2026-12-01T18:00:00Z' }] });
    const second = late('a#2', { previous: 'a', history: [{ at: '2026-12-01T11:00:00Z', what: 'edited', detail: 'text: I call.' }, { at: '2026-12-01T12:00:00Z', what: 'edited', detail: 'kind: reply' }] });
    const { all } = await unfolded(second, [first]);
    expect(all('.history li span:last-child').map((each) => each.textContent)).toEqual([
      'kept in the list: Tue 1 Dec', 'moved to Tue 1 Dec, 18:00', 'changed; before: I call.', 'changed; before: Write back',
    ]);
  });
});

describe('the log line', () => {
  const line = (all: (selector: string) => HTMLElement[]) => all('.log input')[0] as HTMLInputElement;

  it('loads no grammar before somebody types', async () => {
    const { all, readers } = await open('promises', { records });
    expect(readers).toEqual([]);
    await act(async () => line(all).focus());
    expect(readers).toEqual(['en']);
  });

  it('shows what it read and keeps it by Enter, with no conversation', async () => {
    const { all, asks, text } = await open('promises');
    await type(line(all), 'call Anna Nowak tomorrow 10 re invoice');
    expect(text()).toContain('Call back · Anna Nowak · Thu 3 Dec, 10:00 · invoice');
    await key(line(all), 'Enter');
    expect(asks('promise.add')).toMatchObject([{ promise: { kind: 'callback', text: 'call Anna Nowak tomorrow 10 re invoice', due: TOMORROW_AT_TEN, conversation: null, customer: { name: 'Anna Nowak', address: null }, status: 'open', lang: 'en', zone: ZONE } }]);
    expect(line(all).value).toBe('');
  });

  it('offers the other reading of a time', async () => {
    const { all, button, asks } = await open('promises');
    await type(line(all), 'call jan@firma.pl at 3');
    await click(button('Thu 3 Dec, 3:00'));
    await key(line(all), 'Enter');
    expect(asks('promise.add')).toMatchObject([{ promise: { due: AT_THREE_AT_NIGHT, alternatives: [], customer: { name: null, address: 'jan@firma.pl' }, text: 'call jan@firma.pl at 3' } }]);
  });

  it('asks which of two times is meant before it keeps, and says where a time is over', async () => {
    const { all, asks, text } = await open('promises');
    await type(line(all), 'call Anna Nowak yesterday');
    expect(text()).toContain('or is over');
    await type(line(all), 'call Anna Nowak 3/12');
    await key(line(all), 'Enter');
    expect(asks('promise.add')).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Thu 3 Dec, 10:00 · tomorrow');
    await click(document.activeElement as HTMLElement);
    expect(document.activeElement).toBe(line(all));
    await key(line(all), 'Enter');
    expect(asks('promise.add')).toMatchObject([{ promise: { due: TOMORROW_AT_TEN, alternatives: [] } }]);
  });

  it('leaves in the field what could not be kept', async () => {
    const { all, world, text } = await open('promises');
    world.error = new Error('gone');
    await type(line(all), 'call Anna Nowak tomorrow');
    await key(line(all), 'Enter');
    expect(line(all).value).toBe('call Anna Nowak tomorrow');
    expect(text()).toContain('Your list is safe');
  });
});

describe('the order of the board', () => {
  it.each([
    ['2026-12-01T18:00', 'overdue'], ['2026-12-02T18:00', 'today'], ['2026-12-06T18:00', 'week'], ['2026-12-07T18:00', 'later'],
  ])('a window that ends %s is %s', (end, group) => {
    expect(groupOf(sampleRecord('x', { due: due('2026-11-30T09:00', end) }), HERE)).toBe(group);
  });
  it('has the soonest first in a group, and customers by their soonest', () => {
    const soon = late('soon'), later = late('later', { due: due('2026-12-01T09:00', '2026-12-01T19:00'), customer: { name: 'Ana', address: null } }), nobody = late('nobody', { customer: null });
    expect(byTime([later, soon], HERE).map(({ rows }) => rows.map(({ id }) => id))).toEqual([['soon', 'later']]);
    expect(byCustomer([nobody, later, soon], 'soonest').map(({ name }) => name)).toEqual(['João Silva', 'Ana', '']);
  });
});
