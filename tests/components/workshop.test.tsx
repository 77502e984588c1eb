// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { daysTyped, fileOf, newDraft, nextVersion, shownDays, swapped, withBack, withEntry, withMoved, withNew, withNote, without } from '../../components/options/workshop/draft';
import { Engine } from '../../components/options/workshop/engine';
import { shownOf, typedAs } from '../../components/options/workshop/values';
import type { Answers } from './fixtures';
import { click, type, until } from './mount';
import { closeAll } from './options';
import { bench, fieldIn, JSON_OF_ENGLISH, write } from './workshop-kit';
import type { Bench } from './workshop-kit';

afterEach(closeAll);

const RULE = { id: 'rule.1', category: 'robotic', find: ['ticket closed'], say: ['this is settled'], why: 'It speaks of our system.', flags: ['<Ticket closed>.'], passes: ['The shop is closed.'] };
type Page = Bench;
const page = bench, field = (shown: Page, label: string) => fieldIn(shown, label);

describe('the workshop', () => {
  it('keeps what is typed as a draft, and goes on with it', async () => {
    const shown = await page();
    await click(shown.button('New pack'));
    await type(field(shown, 'Name'), 'Harbour support');
    await until(() => shown.kept.size);
    expect(JSON.parse(shown.kept.get('new.1')?.text ?? '')).toMatchObject({ name: 'Harbour support', keepword: 1 });
    await click(shown.button('Back to all packs'));
    await click(shown.button('Go on: Harbour support'));
    expect(field(shown, 'Name').value).toBe('Harbour support');
    await click(shown.button('Back to all packs'));
    await click(shown.button('Delete: Harbour support'));
    expect(shown.kept.size).toBe(0);
    await click(shown.button('Put it back'));
    expect(shown.kept.size).toBe(1);
  });

  it('keeps the last words where the page is left at once', async () => {
    const shown = await page();
    await click(shown.button('New pack'));
    await type(field(shown, 'Name'), 'In a hurry');
    await click(shown.button('Back to all packs'));
    expect(shown.kept.get('new.1')?.name).toBe('In a hurry');
  });

  it('tries a rule on its examples and on a pasted reply, and lets only a sound pack out', async () => {
    const shown = await page();
    await click(shown.button('New pack'));
    await click(shown.button('Wording rules'));
    await click(shown.button('Add a rule'));
    await until(() => shown.text().includes('not sound yet'));
    expect((shown.button('Save as a file') as HTMLButtonElement).disabled).toBe(true);
    await write(field(shown, 'What to find'), 'ticket closed\n');
    await write(field(shown, 'What to say instead'), 'this is settled');
    await type(field(shown, 'What the customer hears'), 'It speaks of our system.');
    await write(field(shown, 'Sentences it must mark'), '<Ticket closed>.');
    await write(field(shown, 'Sentences it must leave alone'), 'The shop is closed.');
    await until(() => shown.text().includes('It does what its examples show.'));
    await write(field(shown, 'Reply'), 'Good day. Ticket closed. Bye.');
    await until(() => shown.all('.trial mark.is-own').length);
    expect(shown.all('.trial mark').map(({ textContent }) => textContent)).toEqual(['Ticket closed']);
    await click(shown.button('Save as a file'));
    expect(JSON.parse(shown.files[0]?.text ?? '')).toEqual({ keepword: 1, id: 'team.pack-1', name: 'Our pack', version: '1', languages: ['en'], rules: [RULE] });
  }, 30_000);
});

describe('the workshop’s way out', () => {
  const named = async (shown: Page): Promise<void> => {
    await click(shown.button('New pack'));
    await click(shown.button('Phrases ·'));
    await click(shown.button('Add a phrase'));
    await type(field(shown, 'Title'), 'Hello');
    await write(field(shown, 'Text'), 'Good day.');
    await until(() => !(shown.button('Save as a file') as HTMLButtonElement).disabled);
  };
  const signs: Answers = {
    'key.make': () => ({ ok: true, key: 'PUBLIC' }), 'key.sign': ({ text }) => ({ ok: true, text: `signed ${text}` }), 'key.save': () => ({ ok: true, text: 'SECRET' }), 'key.forget': () => ({ ok: true }),
    'pack.install': () => ({ ok: false, problem: { code: 'signature_other', params: {}, errors: [] } }),
  };

  it('signs with a key made there, unless it is told not to; another key’s pack is refused and told', async () => {
    const shown = await page(signs);
    await named(shown);
    await click(shown.button('Make a key'));
    expect(shown.all('.signing')[0]?.textContent).toContain('PUBLIC');
    await click(shown.button('Save as a file'));
    expect(shown.files.at(-1)?.text).toMatch(/^signed \{/u);
    await click(shown.button('Put it in use here'));
    expect(shown.asks('pack.install')).toMatchObject([{ source: 'workshop', file: { text: expect.stringMatching(/^signed/u) } }]);
    expect(shown.all('[role=alert]').at(-1)?.textContent).toContain('signed by somebody else');
    await click(shown.all('.signing input[type=checkbox]')[0] as HTMLElement);
    await click(shown.button('Save as a file'));
    expect(shown.files.at(-1)?.text).toMatch(/^\{/u);
  }, 30_000);

  it('gives the key as a file, and forgets it only when asked twice', async () => {
    const shown = await page({ ...signs, 'key.get': () => ({ key: 'PUBLIC' }) });
    await named(shown);
    await click(shown.button('Save the key'));
    expect(shown.files).toEqual([{ name: 'keepword-signing-key.json', mime: 'application/json', text: 'SECRET' }]);
    await click(shown.button('Remove the key'));
    expect(shown.asks('key.forget')).toEqual([]);
    await click(shown.button('Remove the key'));
    expect(shown.asks('key.forget')).toHaveLength(1);
    expect(shown.button('Make a key')).toBeTruthy();
  }, 30_000);

  it('sets the desk: hours, reply target, days off', async () => {
    const shown = await page();
    await named(shown);
    await click(shown.all<HTMLInputElement>('input[type=checkbox]').find((box) => box.parentElement?.textContent?.includes('sets the working hours')) as HTMLElement);
    await type(field(shown, 'Hours in which a first answer is due'), '4');
    await act(async () => field(shown, 'Hours in which a first answer is due').dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    await write(field(shown, 'Days off'), '2026-12-24 Christmas Eve\n2026-12-31');
    await click(shown.button('Save as a file'));
    expect(JSON.parse(shown.files.at(-1)?.text ?? '')).toMatchObject({
      workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }, replyTargetHours: 4, holidays: [{ date: '2026-12-24', name: 'Christmas Eve' }, '2026-12-31'],
    });
  }, 30_000);
});

describe('a draft', () => {
  it('has its entries in the order one likes', () => {
    const three = withNew(withNew(withNew(newDraft('a', 'A', 'en'), 'links'), 'links'), 'links'), ids = (of: typeof three) => (of['links'] as { id: string }[]).map(({ id }) => id);
    expect(ids(withMoved(three, 'links', 2, -1))).toEqual(['link.1', 'link.3', 'link.2']);
    expect(withMoved(three, 'links', 0, -1)).toBe(three);
    expect(withMoved(three, 'links', 2, 1)).toBe(three);
  });
  it.each(['', '2026-12-24', '2026-12-24 ', '2026-12-24 Christmas  Eve ', 'a\n\nb c\n'])('shows the days off %j as they were typed', (typed) => {
    expect(shownDays({ holidays: daysTyped(typed) })).toBe(typed);
  });
  it('has patterns with replacements of their own as lines, and as an object in the file', () => {
    const rule = { ...RULE, swap: { 'SLA': 'answer time', '[the] backlog': ['the waiting mails', 'what waits'] }, find: undefined, say: undefined };
    const shown = shownOf(rule, { name: 'swap', kind: 'pairs' });
    expect(shown).toBe('SLA → answer time\n[the] backlog → the waiting mails | what waits');
    const typed = { ...newDraft('a', 'A', 'en'), rules: [{ ...rule, swap: typedAs('pairs', `${shown}\nno arrow\n`) }] };
    expect(shownOf(typed.rules[0] ?? {}, { name: 'swap', kind: 'pairs' })).toBe(`${shown}\nno arrow\n`);
    expect(fileOf(typed)['rules']).toMatchObject([{ swap: rule.swap }]);
    expect({ ...RULE, ...swapped(RULE) }).toMatchObject({ find: undefined, say: undefined, swap: ['ticket closed → this is settled'] });
    expect({ ...rule, ...swapped(rule) }).toMatchObject({ swap: undefined, find: ['SLA', '[the] backlog'], say: ['answer time', 'the waiting mails', 'what waits'] });
  });

  const draft = newDraft('a', 'A', 'en');
  it('changes by entry, and gives back what was taken out in its place', () => {
    const two = withNew(withNew(draft, 'rules'), 'rules');
    expect(two['rules']).toMatchObject([{ id: 'rule.1' }, { id: 'rule.2' }]);
    const less = without(two, 'rules', 0);
    expect(withBack(less, 'rules', 0, { id: 'rule.1', category: 'robotic' })).toEqual(two);
    expect(withNew(less, 'rules')['rules']).toMatchObject([{ id: 'rule.2' }, { id: 'rule.3' }]);
    expect(withEntry(two, 'rules', 1, { why: 'x' })['rules']).toMatchObject([{ id: 'rule.1' }, { id: 'rule.2', why: 'x' }]);
  });
  it('leaves out what is blank and a signature that fits no more, and nothing else', () => {
    expect(fileOf({ ...draft, author: ' ', hosts: [{ id: 'h', name: ' ', match: [] }], replyTargetHours: 8, signature: { key: 'k', value: 'v' }, rules: [{ ...RULE, say: ['', ' a '], whole: false }] }))
      .toEqual({ keepword: 1, id: 'a', name: 'A', version: '1', languages: ['en'], hosts: [{ id: 'h', evidence: {}, match: [], identity: [], read: {}, write: {} }], replyTargetHours: 8, rules: [{ ...RULE, say: ['a'], whole: false }] });
  });
  it.each([['1', '2'], ['1.9', '1.10'], ['2026.3.1', '2026.3.2'], ['', '1'], ['x', '1']])('of version %j goes on to %j', (from, to) => expect(nextVersion(from)).toBe(to));
  it('has one note a version, the latest first', () => {
    const first = withNote(draft, 'Begun.', '2026-12-01'), second = withNote({ ...first, version: '2' }, 'More.', '2026-12-02');
    expect(withNote(second, 'More of it.', '2026-12-03')['changes']).toEqual([{ version: '2', date: '2026-12-03', text: 'More of it.' }, { version: '1', date: '2026-12-01', text: 'Begun.' }]);
    expect(withNote(second, ' ', '2026-12-03')['changes']).toEqual([{ version: '1', date: '2026-12-01', text: 'Begun.' }]);
    expect(withNote(draft, ' ', '2026-12-03')).toBe(draft);
  });
  it.each([['lines', 'a\n\nb', 'a\n\nb'], ['commas', 'a, b,', 'a, b, '], ['area', 'a\nb', 'a\nb']] as const)('shows %s as they were typed', (kind, typed, shown) => {
    expect(shownOf({ x: typedAs(kind, typed) }, { name: 'x', kind })).toBe(shown);
  });
});

describe('the engine of the workshop', () => {
  it('tells the marks of the pack from those that are there, and where they meet', async () => {
    const engine = new Engine(async () => JSON_OF_ENGLISH);
    const result = await engine.check({ ...newDraft('a', 'A', 'en'), rules: [RULE] }, ['en']);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(await engine.marks(result.pack, 'en', 'Ticket closed.')).toMatchObject([{ start: 0, end: 13, rule: 'rule.1', own: true }]);
    expect(await engine.clashes(result.pack)).toEqual([]);
  });
});
