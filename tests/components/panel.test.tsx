// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPanel } from '../../components/panel';
import type { ReplyView } from '../../utils/messages/protocol';
import { ANALYSIS, fakeDoor, flat, sampleRecord, sampleView, SETTINGS, spanOf, TAB, TOMORROW_AT_THREE } from './fixtures';
import { click, key, settle, type } from './mount';
import { closeAll, open } from './panel';

afterEach(closeAll);

describe('a panel without a reply', () => {
  it('says kindly that none is open, and what comes next', async () => {
    const { text } = await open({ records: [sampleRecord('1')] });
    expect(text()).toContain('No reply open');
    expect(text()).toContain('Next: Thu 3 Dec, 15:00 · Call back · João Silva');
  });

  it('says that it does not know the page where nothing of ours answers', async () => {
    const { text } = await open({ commandOk: false });
    expect(text()).toContain("Keepword doesn't know this page");
  });

  it('asks the reply for its view, in its own tab', async () => {
    const { asked } = await open();
    expect(asked).toContainEqual({ name: 'reply.command', ask: { to: { tab: TAB }, command: { do: 'show' } } });
    expect(asked).toContainEqual({ name: 'panel.ready', ask: { tab: TAB } });
  });

  it('shows what is due, and lets it be done, put off and opened', async () => {
    const late = sampleRecord('late', { due: { start: '2026-12-02T09:00:00+00:00', end: '2026-12-02T09:30:00+00:00', precision: 'hour' } });
    const { section, button, changes, asked, text } = await open({ records: [late], due: ['late'] });
    expect(section('Due now')?.textContent).toContain('by Wed 2 Dec, 9:30 · 30 minutes ago');
    await click(button('Later'));
    await click(button('Wed 2 Dec, 11:00'));
    expect(changes()).toEqual([{ id: 'late', change: { do: 'snooze', until: '2026-12-02T11:00:00+00:00' } }]);
    expect(text()).toContain('Quiet until Wed 2 Dec, 11:00.');
    await click(button('Done'));
    expect(changes().at(-1)).toEqual({ id: 'late', change: { do: 'keep' } });
    await click(button('Open conversation'));
    expect(asked).toContainEqual({ name: 'promise.open', ask: { id: 'late' } });
  });

  it('offers what was sent unconfirmed, with its date', async () => {
    const sent = sampleRecord('sent', { status: 'tentative' });
    const { section, button, changes } = await open({ records: [sent] });
    expect(section('Sent. Keep this promise?')).not.toBeNull();
    await click(button('Keep this promise'));
    expect(changes()).toEqual([{ id: 'sent', change: { do: 'confirm', due: TOMORROW_AT_THREE } }]);
  });

  it('says that the page must be reloaded once the extension was updated', async () => {
    const { world, text, button } = await open({ records: [sampleRecord('1', { status: 'tentative' })] });
    const gone = new Error('gone');
    gone.name = 'ExtensionGone';
    world.error = gone;
    await click(button('Keep this promise'));
    expect(text()).toContain('Keepword was updated');
    expect(text()).toContain('reload the page');
  });

  it('says when the background did not answer', async () => {
    const { world, place, button } = await open({ records: [sampleRecord('1', { status: 'tentative' })] });
    world.error = new Error('no');
    await click(button('Keep this promise'));
    expect(place.querySelector('[role=alert]')?.textContent).toContain("Keepword didn't answer");
  });
});

describe('the customer', () => {
  it('is shown with waiting time, feeling, stakes and questions', async () => {
    const { section } = await open({}, sampleView());
    const text = section('The customer')?.textContent ?? '';
    expect(text).toContain('Hannah Brooks');
    expect(text).toMatch(/waiting 5 (hr|hrs|hours)/);
    expect(text).toContain('Frustrated · wrote before · deadline');
    expect(text).toContain('not answered yet:When will the refund arrive?');
    expect(text).toContain('answered:Who is dealing with this?');
  });

  it('shows the words behind the feeling on a click', async () => {
    const { button, section } = await open({}, sampleView());
    expect(section('The customer')?.textContent).not.toContain('“fed up”');
    await click(button('Frustrated · wrote before'));
    expect(section('The customer')?.textContent).toContain('“fed up”');
    expect(section('The customer')?.textContent).toContain('“the third time”');
  });

  it('counts the promises open with them, and nobody else\'s', async () => {
    const hers = sampleRecord('hers', { customer: { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test' } });
    const { section } = await open({ records: [hers, sampleRecord('his')] }, sampleView());
    expect(section('The customer')?.textContent).toContain('1 open promise: Call back, Thu 3 Dec, 15:00');
  });
});

describe('the three dimensions', () => {
  it('say what is missing, and show the evidence for what is there', async () => {
    const { section, button, commands } = await open({}, sampleView());
    expect(section('Your reply, three ways')?.textContent).toContain('2 of 6 there; missing: how it feels, their matter, courtesy, warm close');
    await click(button('Person'));
    expect(section('Your reply, three ways')?.textContent).toContain('Nothing yet about how this feels to them');
    await click(button('“Dear Hannah”'));
    expect(commands().at(-1)).toEqual({ do: 'reveal', key: 'a', span: spanOf(sampleView().draft, 'Dear Hannah') });
  });

  it('ask nothing where no check applies', async () => {
    const nothing = { score: 1, present: [], missing: [], evidence: {} };
    const view = sampleView({ analysis: { ...ANALYSIS, dimensions: { matter: nothing, person: nothing, process: nothing } } });
    const { section } = await open({}, view);
    expect(section('Your reply, three ways')?.textContent?.match(/nothing needed/g)).toHaveLength(3);
  });
});

describe('suggestions', () => {
  it('go to the caret of the reply they are for, in its frame', async () => {
    const { asked, button } = await open({}, sampleView());
    await click(button('I will stay with this'));
    expect(asked.at(-1)).toEqual({
      name: 'reply.command',
      ask: { to: { tab: TAB, frame: 3 }, command: { do: 'insert', key: 'a', text: 'I will stay with this until the money is back on your card.', phrase: 'close.warm' } },
    });
  });

  it('say where the text is when it could not be placed', async () => {
    const { text } = await open({}, sampleView({ clipboard: true }));
    expect(text()).toContain("It's on your clipboard");
  });
});

describe('marks', () => {
  const main = (all: (selector: string) => HTMLElement[]) => all('[aria-label="In this reply"] [data-main]');

  it('replace exactly the words that were seen', async () => {
    const { button, commands } = await open({}, sampleView());
    await click(button('Say it this way: return'));
    expect(commands().at(-1)).toEqual({ do: 'replace', key: 'a', span: spanOf(sampleView().draft, 'RMA'), expect: 'RMA', text: 'return' });
  });

  it('are one stop for Tab, and arrows go from one to the next', async () => {
    const { all } = await open({}, sampleView());
    const rows = main(all);
    expect(rows.map((row) => row.tabIndex)).toEqual([0, -1, -1]);
    await act(async () => rows[0]?.focus());
    await key(rows[0] as Element, 'ArrowDown');
    expect(document.activeElement).toBe(main(all)[1]);
    expect(main(all).map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  });

  it('are dismissed by Delete, and the next one takes the focus', async () => {
    const { all, commands, show } = await open({}, sampleView());
    await act(async () => main(all)[0]?.focus());
    await key(main(all)[0] as Element, 'Delete');
    expect(commands().at(-1)).toEqual({ do: 'dismiss', key: 'a', rule: 'cold.per-policy', text: 'as per our policy' });
    await show(sampleView({ revision: 2, analysis: { ...ANALYSIS, findings: ANALYSIS.findings.slice(1) } }));
    expect(document.activeElement).toBe(main(all)[0]);
    expect(document.activeElement?.textContent).toContain('return');
  });

  it('show their other wordings and the way to silence them on "?"', async () => {
    const { all, text, button, commands } = await open({}, sampleView());
    expect(text()).not.toContain('this is how it works');
    await key(main(all)[0] as Element, '?');
    expect(text()).toContain('this is how it works');
    await click(button('Stop marking this'));
    expect(commands().at(-1)).toEqual({ do: 'silence', rule: 'cold.per-policy' });
  });

  it('of a pack say which one where they say why', async () => {
    const { all, text } = await open({}, sampleView({ from: { 'cold.per-policy': 'Acme support' } }));
    expect(text()).not.toContain('From the pack');
    await key(main(all)[0] as Element, '?');
    expect(text()).toContain('From the pack Acme support');
    await key(main(all)[1] as Element, '?');
    expect(text()).not.toContain('From the pack');
  });

  it('tell when the reply has changed meanwhile', async () => {
    const { world, button, place } = await open({}, sampleView());
    world.commandOk = false;
    await click(button('Say it this way: return'));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('The reply has changed meanwhile');
  });
});

describe('warmth in the wrong measure', () => {
  it('is told under the dimensions, and shown in the draft on a click', async () => {
    const view = sampleView();
    const hint = { kind: 'piled', ...spanOf(view.draft, 'I will call'), message: 'Several sentences of sympathy in a row sound recited.' } as const;
    const { button, commands } = await open({}, { ...view, analysis: view.analysis && { ...view.analysis, hints: [hint] } });
    await click(button('Several sentences of sympathy in a row sound recited.'));
    expect(commands().at(-1)).toEqual({ do: 'reveal', key: 'a', span: spanOf(view.draft, 'I will call') });
  });
});

describe('promises in the draft', () => {
  const dated = (view: ReplyView) => ({ ...view, promises: view.promises.slice(0, 1) });
  const vague = (view: ReplyView) => ({ ...view, promises: view.promises.slice(1) });

  it('show their date and are kept with it', async () => {
    const { section, button, commands } = await open({}, dated(sampleView()));
    expect(section('You promise')?.textContent).toContain('Call back · Thu 3 Dec, 15:00 · tomorrow');
    await click(button('Keep this promise'));
    expect(commands().at(-1)).toEqual({ do: 'keep', key: 'a', start: spanOf(sampleView().draft, 'I will call').start, due: TOMORROW_AT_THREE });
  });

  it('can be given another date, typed', async () => {
    const { button, commands, all } = await open({}, dated(sampleView()));
    await click(button('Another date'));
    const [input] = all<HTMLInputElement>('input[type=datetime-local]');
    expect(input?.value).toBe('2026-12-03T15:00');
    await type(input as HTMLInputElement, '2026-12-04T11:30');
    await click(button('Use this date'));
    const due = { start: '2026-12-04T11:30:00+00:00', end: '2026-12-04T11:30:00+00:00', precision: 'minute' };
    expect(commands().at(-1)).toMatchObject({ do: 'keep', due });
  });

  it('offer free times where none was said', async () => {
    const { section, button, commands } = await open({}, vague(sampleView()));
    expect(section('You promise')?.textContent).toContain('no real date yet: pick one');
    await click(button('Wed 2 Dec, 17:00'));
    expect(commands().at(-1)).toMatchObject({ do: 'keep', due: { start: '2026-12-02T17:00:00+00:00' } });
  });

  it('say what else is promised at that time, and another date given before; never what stands in the ledger of themselves', async () => {
    const call = sampleRecord('other', { due: TOMORROW_AT_THREE });
    const before = sampleRecord('earlier', { due: { ...TOMORROW_AT_THREE, start: '2026-12-07T15:00:00+00:00', end: '2026-12-07T15:00:00+00:00' }, customer: { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test' } });
    const own = sampleRecord('mine', { due: TOMORROW_AT_THREE, customer: before.customer });
    const view = dated(sampleView());
    const { section } = await open({ records: [call, before] }, view);
    expect(section('You promise')?.textContent).toContain('At the same time as your promise to João Silva');
    expect(section('You promise')?.textContent).toContain('You promised them another time before: Mon 7 Dec');
    const kept = await open({ records: [own] }, { ...view, promises: view.promises.map((promise) => ({ ...promise, kept: 'mine' })) });
    expect(kept.section('You promise')?.textContent).not.toContain('same time');
  });

  it('point out a day off', async () => {
    const sunday = { start: '2026-12-06T15:00:00+00:00', end: '2026-12-06T15:00:00+00:00', precision: 'minute' } as const;
    const { section } = await open({}, { ...dated(sampleView()), promises: dated(sampleView()).promises.map((promise) => ({ ...promise, due: sunday })) });
    expect(section('You promise')?.textContent).toContain('Nobody works on that day.');
  });

  it('offer the other reading where people differ', async () => {
    const view = dated(sampleView());
    const other = { start: '2026-12-08T09:00:00+00:00', end: '2026-12-08T18:00:00+00:00', precision: 'day' } as const;
    const { button, commands } = await open({}, { ...view, promises: view.promises.map((promise) => ({ ...promise, alternatives: [other] })) });
    await click(button('Tue 8 Dec'));
    expect(commands().at(-1)).toMatchObject({ do: 'keep', due: other });
  });

  it('can be told to be none', async () => {
    const { button, commands } = await open({}, dated(sampleView()));
    await click(button('Not a promise'));
    expect(commands().at(-1)).toMatchObject({ do: 'not-a-promise', key: 'a' });
  });

  it('once kept, show and move what the ledger has', async () => {
    const view = dated(sampleView());
    const friday = { start: '2026-12-04T16:00:00+00:00', end: '2026-12-04T16:00:00+00:00', precision: 'minute' } as const;
    const moved = sampleRecord('id-1#2', { previous: 'id-1', due: friday, customer: { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test' } });
    const { button, changes, all, text, section } = await open({ records: [moved] }, { ...view, promises: view.promises.map((promise) => ({ ...promise, kept: 'id-1' })) });
    expect(text()).toContain('Kept in your list');
    expect(section('You promise')?.textContent).toContain('Fri 4 Dec, 16:00');
    await click(button('Another date'));
    await type(all<HTMLInputElement>('input[type=datetime-local]')[0] as HTMLInputElement, '2026-12-04T11:30');
    await click(button('Use this date'));
    expect(changes()).toMatchObject([{ id: 'id-1#2', change: { do: 'move' } }]);
  });

  it('leave out what is done while writing and what was set aside', async () => {
    const view = sampleView();
    const { section } = await open({}, { ...view, promises: view.promises.map((promise, index) => ({ ...promise, deferred: index !== 0, dismissed: index === 1 })) });
    expect(section('You promise')).toBeNull();
  });
});

describe('a reply that leaves nothing to say', () => {
  it('is told so, and an unwritten one is not', async () => {
    const quiet = { analysis: { ...ANALYSIS, findings: [] }, suggestions: [], promises: [] };
    const { show, text } = await open({}, sampleView(quiet));
    expect(text()).toContain('Nothing to add from here.');
    await show(sampleView({ ...quiet, revision: 2, draft: '' }));
    expect(text()).not.toContain('Nothing to add from here.');
  });
});

describe('what the panel listens to', () => {
  it('shows nothing of other tabs', async () => {
    const { show, text } = await open();
    await show(sampleView(), { tab: TAB + 1, frame: 0 });
    expect(text()).not.toContain('Hannah');
  });

  it('drops a view older than the one it shows', async () => {
    const { show, text } = await open({}, sampleView({ revision: 5 }));
    await show(sampleView({ revision: 4, customer: { ...sampleView().customer, name: 'Somebody Else' } }));
    expect(text()).toContain('Hannah Brooks');
  });

  it('goes back to the other open reply when one is gone', async () => {
    const { show, push, text } = await open({}, sampleView());
    await show(sampleView({ key: 'b', customer: { ...sampleView().customer, name: 'Somebody Else' } }));
    expect(text()).toContain('Somebody Else');
    await act(async () => push({ to: 'panel', push: 'reply.gone', key: 'b' }));
    expect(text()).toContain('Hannah Brooks');
    await act(async () => push({ to: 'panel', push: 'reply.gone', key: 'a' }));
    expect(text()).toContain('No reply open');
  });

  it('changes its language when the settings do', async () => {
    const { world, push, text } = await open({}, sampleView());
    world.settings = { ...SETTINGS, language: 'pl' };
    await act(async () => push({ to: 'panel', push: 'settings.changed', settings: world.settings }));
    await settle();
    expect(text()).toContain(flat('pl')['panel_marks']);
    expect(document.documentElement.lang).toBe('pl');
  });

  it('lets go of a reply that does not show itself again on another page of the tab', async () => {
    const fake = fakeDoor();
    let elsewhere = (): void => undefined;
    const closer = new AbortController();
    vi.useFakeTimers();
    const panel = startPanel({ ...fake.door, onElsewhere: (call) => void (elsewhere = call) }, closer.signal);
    await vi.advanceTimersByTimeAsync(2000);
    fake.push({ to: 'panel', push: 'reply.view', view: sampleView() });
    expect(panel.get().views).toHaveLength(1);
    elsewhere();
    await vi.advanceTimersByTimeAsync(2000);
    expect(panel.get().views).toHaveLength(0);
    expect(panel.get().place).toBe('no-reply');
    vi.useRealTimers();
    closer.abort();
  });

  it('goes back to the reply on Escape, and slides away', async () => {
    const { place, commands, button } = await open({}, sampleView());
    await key(place.querySelector('main') as Element, 'Escape');
    expect(commands().at(-1)).toEqual({ do: 'focus', key: 'a' });
    await click(button('Slide the panel away'));
    expect(commands().at(-1)).toEqual({ do: 'slide', open: false });
  });
});

describe.each(['en', 'pt-BR', 'pt-PT', 'pl'] as const)('in %s', (language) => {
  it('every state is said in words, never in keys', async () => {
    const views = [sampleView(), sampleView({ state: 'loading', analysis: null }), sampleView({ state: 'empty', suggestions: [], analysis: null }), sampleView({ state: 'broken', problem: 'no thread' }), sampleView({ internal: true, clipboard: true, sentUnconfirmed: ['1'] })];
    for (const view of views) {
      const records = [sampleRecord('1', { status: 'tentative' }), sampleRecord('2'), sampleRecord('3', { due: null })];
      const { text, unmount } = await open({ settings: { ...SETTINGS, language }, records, due: ['2'] }, { ...view, key: `k${views.indexOf(view)}` });
      expect(text()).not.toMatch(/\b(?:app|panel|check|emotion|stake|category|promise|board)_\w|\{\w+\}/);
      expect(text().length).toBeGreaterThan(40);
      await unmount();
    }
  });
});
