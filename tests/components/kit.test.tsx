// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { PromiseRecord } from '../../utils/messages/protocol';
import type { KeptCue } from '../../utils/promises/ahead';
import { AT_THREE, sampleRecord, sampleView, TOMORROW_AT_TEN } from './fixtures';
import { click, key, type } from './mount';
import { closeAll, open } from './panel';

afterEach(closeAll);

const HERS = { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test' };
const YESTERDAY = { start: '2026-12-01T09:30:00+00:00', end: '2026-12-01T09:30:00+00:00', precision: 'minute' } as const;
const hers = (change: Partial<PromiseRecord> = {}) => sampleRecord('hers', { customer: HERS, due: YESTERDAY, text: 'I will call you on Tuesday.', ...change });

describe('a promise to the customer of this reply', () => {
  it('that is late comes with an apology that owns it', async () => {
    const { button, commands, changes, section } = await open({ records: [hers()] }, sampleView());
    expect(section('Promised to them')?.textContent).toContain('Call back · Tue 1 Dec, 9:30 · yesterday');
    await click(button('Put it in the reply'));
    expect(commands().at(-1)).toEqual({ do: 'insert', key: 'a', phrase: null, text: 'I promised this for Tuesday 1 December, 9:30 and did not keep it. I am sorry.' });
    expect(changes()).toEqual([]);
  });

  it('gets a new date, and the customer is told of it in the same click', async () => {
    const { all, button, commands, changes } = await open({ records: [hers()] }, sampleView());
    await click(button('Give a new date'));
    await type(all<HTMLInputElement>('.due-words input')[0] as HTMLInputElement, 'tomorrow');
    await click(button('Thu 3 Dec, 10:00'));
    await click(button('and move the promise'));
    expect(commands().at(-1)).toMatchObject({ do: 'insert', text: 'I promised this for Tuesday 1 December, 9:30 and did not keep it. I am sorry. The new time is Thursday 3 December, 10:00.' });
    expect(changes()).toEqual([{ id: 'hers', change: { do: 'move', due: TOMORROW_AT_TEN } }]);
  });

  it('is not moved where the customer could not be told', async () => {
    const { all, button, changes, world, text } = await open({ records: [hers()] }, sampleView());
    await click(button('Give a new date'));
    await type(all<HTMLInputElement>('.due-words input')[0] as HTMLInputElement, 'tomorrow');
    await click(button('Thu 3 Dec, 10:00'));
    world.commandOk = false;
    await click(button('and move the promise'));
    expect(changes()).toEqual([]);
    expect(text()).toContain('nothing was done');
  });

  it('that is due today is opened as promised, or moved before it is late', async () => {
    const { all, button, commands } = await open({ records: [hers({ due: AT_THREE, kind: 'send' })] }, sampleView());
    await click(button('Put it in the reply'));
    expect(commands().at(-1)).toMatchObject({ do: 'insert', text: 'I am writing as promised.' });
    await click(button("won't be done in time"));
    await type(all<HTMLInputElement>('.due-words input')[0] as HTMLInputElement, 'tomorrow');
    await click(button('Thu 3 Dec, 10:00'));
    await click(button('and move the promise'));
    expect(commands().at(-1)).toMatchObject({ text: 'I am writing before the time I gave you is up: it takes longer than I thought. The new time is Thursday 3 December, 10:00.' });
  });

  it('that is a call is not opened by a letter', async () => {
    const { section } = await open({ records: [hers({ due: AT_THREE })] }, sampleView());
    expect(section('Promised to them')?.textContent).not.toContain('Put it in the reply');
  });

  it('is spoken of in the language of the reply', async () => {
    const view = sampleView();
    const { text } = await open({ records: [hers()] }, { ...view, analysis: view.analysis && { ...view.analysis, lang: 'pl' } });
    expect(text()).toContain('Obiecany termin (wtorek, 1 grudnia, 9:30) minął, a słowo nie zostało dotrzymane.');
    expect(text()).toContain('Put it in the reply');
  });

  it('is handed over with a note, or done', async () => {
    const { all, button, changes } = await open({ records: [hers()] }, sampleView());
    await click(button('Hand over'));
    await type(all<HTMLInputElement>('.is-asking .due-typed input')[0] as HTMLInputElement, 'Rita');
    await click(all('.is-asking .due-typed button')[0] as HTMLElement);
    await click(all('.is-asking [aria-label=Done]')[0] as HTMLElement);
    expect(changes()).toEqual([{ id: 'hers', change: { do: 'hand-over', to: 'Rita' } }, { id: 'hers', change: { do: 'keep' } }]);
  });

  it.each([
    ['comes later', hers({ due: TOMORROW_AT_TEN }), false],
    ['is to somebody else', sampleRecord('his', { due: YESTERDAY }), false],
    ['stands in a note to colleagues', hers(), true],
  ])('is left alone where it %s', async (_why, record, internal) => {
    const { section } = await open({ records: [record] }, sampleView({ internal }));
    expect(section('Promised to them')).toBeNull();
  });

  it('is no debt where this very draft gives it', async () => {
    const view = sampleView();
    const { section } = await open({ records: [hers({ due: AT_THREE })] }, { ...view, promises: view.promises.map((promise) => ({ ...promise, kept: 'hers' })) });
    expect(section('Promised to them')).toBeNull();
  });
});

describe('a call logged in the panel', () => {
  it('takes a key, a line and Enter', async () => {
    const { all, asks, text } = await open();
    await act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true, cancelable: true })));
    const line = all<HTMLInputElement>('.log input')[0] as HTMLInputElement;
    expect(document.activeElement).toBe(line);
    await type(line, 'call Anna Nowak tomorrow 10 re invoice');
    await key(line, 'Enter');
    expect(asks('promise.add')).toMatchObject([{ promise: { kind: 'callback', customer: { name: 'Anna Nowak', address: null }, conversation: null } }]);
    expect(text()).toContain('Kept in your list: Call back · Anna Nowak · Thu 3 Dec, 10:00 · invoice');
    await key(line, 'Escape');
    expect(all('.log')).toEqual([]);
  });
});

describe('a reply that seems to keep a promise', () => {
  const contract = hers({ id: 'contract', kind: 'send', due: TOMORROW_AT_TEN, text: 'I will send you the contract tomorrow.' });
  const sent = (change: Partial<KeptCue> = {}) => sampleView({ promises: [], signs: { kept: [{ start: 0, end: 4, kind: 'send', promised: true, words: ['contract'], ...change }], solved: null } });

  it('offers it as kept, by one key, and closes nothing by itself', async () => {
    const { changes, text } = await open({ records: [contract] }, sent());
    expect(text()).toContain('This reply seems to keep your promise: “I will send you the contract tomorrow.”');
    expect(changes()).toEqual([]);
    await key(document.body, 'e');
    expect(changes()).toEqual([{ id: 'contract', change: { do: 'keep' } }]);
  });

  it('lets the key alone while something is typed', async () => {
    const { all, changes } = await open({ records: [contract] }, sent());
    await key(document.body, 'l');
    await key(all('.log input')[0] as HTMLElement, 'e');
    expect(changes()).toEqual([]);
  });

  it('is told once that it does not', async () => {
    const { button, text, show } = await open({ records: [contract] }, sent());
    await click(button('No, still open'));
    expect(text()).not.toContain('seems to keep');
    await show({ ...sent(), revision: 2 });
    expect(text()).not.toContain('seems to keep');
  });

  it.each([
    ['nothing of the kind is open', sent({ kind: 'refund', words: [] })],
    ['the promise is given in this very reply', { ...sent(), promises: sampleView().promises.map((promise) => ({ ...promise, kept: 'contract' })) }],
    ['the reply is a note to colleagues', { ...sent(), internal: true }],
  ])('says nothing where %s', async (_why, view) => {
    const { text } = await open({ records: [contract] }, view);
    expect(text()).not.toContain('seems to keep');
  });
});

describe('a case that is solved', () => {
  const fixed = hers({ id: 'fixed', kind: 'fix', due: AT_THREE, conversation: sampleView().conversation, text: 'I will mend it.' });

  it('by a promise that was kept is to be asked about in two working days', async () => {
    const { all, button, asks, world, text } = await open({ records: [fixed] }, sampleView({ promises: [] }));
    world.records = [{ ...fixed, status: 'kept' }];
    await click(all('.is-asking [aria-label=Done]')[0] as HTMLElement);
    expect(text()).toContain('Ask how it is going? Fri 4 Dec · in 2 days');
    await click(button('Keep this check-in'));
    expect(asks('promise.add')).toMatchObject([{ promise: { id: 'check-in:fixed', kind: 'reply', text: 'Ask whether everything still works.', customer: HERS, status: 'open', due: { precision: 'day' } } }]);
    expect(text()).not.toContain('Ask how it is going?');
  });

  it('by what the reply says, unless something is still open in it', async () => {
    const view = sampleView({ promises: [], signs: { kept: [], solved: { start: 0, end: 5 } } });
    const { text, button } = await open({}, view);
    expect(text()).toContain('Ask how it is going?');
    await click(button('No check-in'));
    expect(text()).not.toContain('Ask how it is going?');
    const other = await open({ records: [{ ...fixed, due: TOMORROW_AT_TEN }] }, view);
    expect(other.text()).not.toContain('Ask how it is going?');
  });
});

describe('a day that is full', () => {
  const view = sampleView({ promises: sampleView().promises.slice(0, 1) });
  const others = Array.from({ length: 3 }, (_, index) => sampleRecord(`o${index}`, { due: { ...TOMORROW_AT_TEN, precision: 'day' } }));

  it('is told before one more is promised for it', async () => {
    const { text } = await open({ records: others, usual: 3 }, view);
    expect(text()).toContain('That makes 4 that day; you usually keep 3.');
  });
  it('is not counted twice once the promise stands in the ledger', async () => {
    const own = hers({ id: 'own', due: view.promises[0]?.due ?? null });
    const { text } = await open({ records: [...others.slice(1), own], usual: 3 }, { ...view, promises: view.promises.map((promise) => ({ ...promise, kept: 'own' })) });
    expect(text()).not.toContain('you usually keep');
  });
  it('is left alone while too little is known', async () => {
    const { text } = await open({ records: others, usual: null }, view);
    expect(text()).not.toContain('you usually keep');
  });
});
