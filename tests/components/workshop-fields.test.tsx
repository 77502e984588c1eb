// @vitest-environment happy-dom
/** Whatever a pack file may hold can be made and changed in the workshop, and comes out as it went in. */
import { act } from 'react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { draftErrors, entriesOf, fileOf, newDraft, withEntry, withNew } from '../../components/options/workshop/draft';
import type { Draft } from '../../components/options/workshop/draft';
import { Engine } from '../../components/options/workshop/engine';
import { faultsAt, faultsOf } from '../../components/options/workshop/faults';
import { FIELDS, LISTS } from '../../components/options/workshop/specs';
import type { FieldSpec, List } from '../../components/options/workshop/specs';
import { changeAt, shownOf, typedAs, valueAt } from '../../components/options/workshop/values';
import type { Entry } from '../../components/options/workshop/values';
import { checkPack, packJsonSchema } from '../../utils/phrases/pack';
import { closeAll } from './options';
import { bench, fieldIn, write } from './workshop-kit';
import { click, type, until } from './mount';

afterEach(closeAll);

const ROOT = join(import.meta.dirname, '../..');
const { hostFields } = new Engine(async () => '');
const specsOf = (list: List): readonly FieldSpec[] => (list === 'hosts' ? hostFields : FIELDS[list]);

type Shape = { readonly properties?: Readonly<Record<string, Shape>>; readonly items?: Shape; readonly anyOf?: readonly Shape[]; readonly additionalProperties?: Shape | boolean };
/** "read.body", "identity.kind": the places of a value that the schema knows; a place on a page (a candidate) is one value. */
function places({ properties, items, anyOf }: Shape, path = ''): readonly string[] {
  if (properties !== undefined && !('selector' in properties) && !('voce' in properties)) return Object.entries(properties).flatMap(([name, of]) => places(of, path === '' ? name : `${path}.${name}`));
  const inner = [...(items?.properties === undefined || anyOf !== undefined ? [] : [items]), ...(anyOf ?? []).filter((one) => one.properties !== undefined && !('selector' in one.properties) && !('voce' in one.properties))];
  return inner.length > 0 ? inner.flatMap((one) => places(one, path)) : [path];
}
const controls = (specs: readonly FieldSpec[], path = ''): readonly string[] => specs.flatMap(({ name, of }) => (of === undefined ? [`${path}${name}`] : controls(of, `${path}${name}.`)));

describe('the workshop has a control', () => {
  const { properties = {} } = packJsonSchema() as Shape;
  const LISTED = LISTS.filter((list) => list !== 'sets');
  it.each(LISTED)('for every field of %s', (list) => {
    const wanted = places(properties[list]?.items ?? {}).filter((place) => place !== 'lang' && place !== '' && !(place === 'id' && list !== 'hosts'));
    expect(wanted.length).toBeGreaterThan(2);
    expect([...controls(specsOf(list))].sort()).toEqual([...new Set(wanted)].sort());
  });
  it('for every field of the pack itself', () => {
    // The desk, the head and the signature have controls of their own; the number of the format and the editor's note are no choices.
    const own = ['$schema', 'keepword', 'id', 'name', 'version', 'author', 'description', 'languages', 'workingHours', 'replyTargetHours', 'holidays', 'signature'];
    expect(Object.keys(properties).sort()).toEqual([...own, ...LISTS].sort());
  });
  it('offers the choices that the schema takes', () => {
    const enums = JSON.stringify(properties), all = LISTS.flatMap((list) => specsOf(list).flatMap((spec) => [spec, ...(spec.of ?? [])]));
    for (const { name, choices = [] } of all) for (const one of choices) expect(one === '' || enums.includes(JSON.stringify(one)), `${name}: ${one}`).toBe(true);
    const count = (list: List, name: string) => specsOf(list).find((spec) => spec.name === name)?.choices?.filter((one) => one !== '').length;
    expect([count('phrases', 'for.situations'), count('phrases', 'gives'), count('rules', 'category'), count('cues', 'stake'), count('cues', 'emotion')]).toEqual([21, 13, 11, 6, 7]);
  });
  const english = JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8')) as Record<string, unknown>;
  it.each(LISTS.filter((list) => list !== 'hosts'))('with words for it: %s', (list) => {
    for (const { name, choices = [], word } of specsOf(list)) {
      const key = name.replace(/\./gu, '_');
      if (!(list === 'phrases' && name === 'text')) expect([`workshop_field_${list}_${key}`, `workshop_field_${key}`].some((one) => one in english), key).toBe(true);
      for (const one of choices) if (one !== '') expect(word?.(one.replace(/-/gu, '_')) ?? '', `${name}: ${one}`).toSatisfy((made: string) => made in english);
    }
  });
});

/** Every field typed anew as it is shown. */
function retyped(entry: Entry, specs: readonly FieldSpec[]): Entry {
  return specs.reduce<Entry>((now, spec) => {
    const value = valueAt(now, spec.name);
    if (spec.kind === 'many' || value === undefined || (spec.name === 'text' && typeof value === 'object')) return now;
    if (spec.of !== undefined) return { ...now, ...changeAt(now, spec.name, (value as readonly Entry[]).map((row) => retyped(row, spec.of ?? []))) };
    return { ...now, ...changeAt(now, spec.name, typedAs(spec.kind, shownOf(now, spec))) };
  }, entry);
}
const retypedAll = (draft: Draft): Draft => LISTS.reduce<Draft>((now, list) => entriesOf(now, list).reduce((all, entry, i) => withEntry(all, list, i, retyped(entry, specsOf(list))), now), draft);

describe('what is typed', () => {
  const PROOF = { flags: ['We <lost your parcel>.'], passes: ['All is well.'] };
  const whole = {
    keepword: 1, id: 'a.pack', name: 'A', version: '2', author: 'B', description: 'C', languages: ['en', 'pl'],
    changes: [{ version: '2', date: '2026-12-01', text: 'More.' }, { version: '1', text: 'Begun.' }],
    phrases: [{
      id: 'p.1', lang: 'pl', title: 'T', text: { ty: 'Dla ciebie.', pan: 'Dla Pana.' }, tags: ['a', 'b'], shortcut: 'sc', at: 'end', offer: 'search', gives: ['warm_close', 'next_step'],
      for: { emotions: ['angry'], stakes: ['money'], situations: ['refund', 'de-escalate'] }, needs: ['wait|delay', 'money'], words: ['(parcel|order) lost'],
    }],
    glossary: [{ id: 't.1', lang: 'en', term: 'RMA', forms: ['RMAs'], plain: ['return number', 'number'], explanation: 'Where returns are filed.' }],
    rules: [
      { id: 'r.1', lang: 'en', category: 'robotic', find: ['{our} ticket closed'], say: ['this is settled'], why: 'Of our system.', example: 'It is settled.', flags: ['<Our ticket closed>.'], passes: ['The shop is closed.'], unless: ['not'], whole: true, customer: 'quiet' },
      { id: 'r.2', lang: 'en', category: 'jargon', swap: { SLA: 'answer time', backlog: ['waiting mails', 'what waits'] }, why: 'Ours.', flags: ['The <SLA> is short.'], passes: ['A slab.'] },
    ],
    cues: [{ id: 'c.1', lang: 'en', emotion: 'angry', weight: 0.45, find: ['lost your parcel'], unless: ['never'], ...PROOF }, { id: 'c.2', lang: 'en', stake: 'access', weight: 1, find: ['locked out'], flags: ['I am <locked out>.'], passes: ['The door is open.'] }],
    sets: { our: ['our', 'the company\'s'], 'two-words': ['a b'] },
    links: [{ id: 'l.1', lang: 'en', title: 'Reset', url: 'https://help.example/reset', text: 'See {url}', tags: ['x'], shortcut: 'rs' }],
    exercises: [{ id: 'e.1', lang: 'en', level: 3, customer: 'Where is it?\n\nAnna', customerName: 'Anna', goal: 'Say when.', checks: ['by_when'] }],
    holidays: ['2026-12-24', { date: '2026-12-31', name: 'Last day' }], workingHours: { days: [1, 2], start: '08:00', end: '16:00' }, replyTargetHours: 0.5,
    hosts: [{
      id: 'desk', name: 'Desk', evidence: { date: '2026-11', source: 'seen', checked: 'application' }, confidence: 'high', match: ['https://desk.example/*'], identity: [
        { kind: 'ticket', from: 'address', at: '/tickets/{id:digits}' }, { kind: 'thread', from: 'root', at: ['[data-id]', { selector: 'b', attribute: 'data-id', as: '#{id}' }], not: ['undefined'], any: true, witness: true }],
      read: { body: ['.body'] }, write: { editor: ['[contenteditable]', { selector: 'textarea', shadowHost: 'x-editor' }] },
    }],
  };
  it('comes out as it went in, every field of every list', () => {
    const result = checkPack(whole);
    expect(result.ok ? [] : result.errors).toEqual([]);
    expect(fileOf(whole)).toEqual(whole);
    expect(fileOf(retypedAll(whole))).toEqual(whole);
  });
  const known = readdirSync(join(ROOT, 'utils/hosts/known')).filter((name) => name.endsWith('.json'));
  it('describes every page that Keepword knows', () => {
    expect(known.length).toBeGreaterThan(20);
    for (const name of known) {
      // A list without anything in it says as much as one that is left out.
      const host = JSON.parse(readFileSync(join(ROOT, 'utils/hosts/known', name), 'utf8'), (key, value: unknown) => (Array.isArray(value) && value.length === 0 && key !== 'match' && key !== 'identity' ? undefined : value)) as Entry;
      expect(fileOf(retypedAll({ hosts: [host] }))['hosts'], name).toEqual([host]);
    }
  });
  it.each([['0.', '0.', '0.'], ['0,6', '0,6', 0.6], ['1', '1', 1], ['much', 'much', 'much'], ['', '', undefined]])('of a number, %j, stays as it is typed', (typed, shown, filed) => {
    const cue = changeAt({}, 'weight', typedAs('number', typed));
    expect(shownOf(cue, { name: 'weight', kind: 'number' })).toBe(shown);
    expect((fileOf({ cues: [{ id: 'c', ...cue }] })['cues'] as Entry[])[0]?.['weight']).toBe(filed);
  });
  it('of two lists of one name is told and not lost', () => {
    const draft = [0, 1].reduce<Draft>((now, i) => withEntry(withNew(now, 'sets'), 'sets', i, { name: 'our', members: [`w${i}`] }), newDraft('a', 'A', 'en'));
    expect(entriesOf(draft, 'sets')).toHaveLength(2);
    const errors = draftErrors(draft);
    expect(errors).toMatchObject([{ path: 'sets.our', code: 'id_twice' }]);
    expect(faultsAt(faultsOf(errors, 'sets', 1, entriesOf(draft, 'sets')[1] ?? {}), 'name')).toHaveLength(1);
  });
  it('is taken out with what held it, and holds what stands beside it', () => {
    const one = changeAt({}, 'for.emotions', ['angry']);
    expect(one).toEqual({ for: { emotions: ['angry'] } });
    expect(changeAt(changeAt(one, 'for.stakes', ['money']), 'for.emotions', undefined)).toEqual({ for: { stakes: ['money'] } });
    expect(changeAt(one, 'for.emotions', undefined)).toEqual({ for: undefined });
  });
});

describe('in the page', () => {
  it('a sign with its weight, a list of words, an exercise and a page are made from nothing', async () => {
    const shown = await bench();
    await click(shown.button('New pack'));
    const add = async (list: string, button: string) => {
      await click(shown.all('.workshop-list > .disclosure').find(({ textContent }) => textContent?.startsWith(list)) as HTMLElement);
      await click(shown.button(button));
    };
    await add('Signs of feeling', 'Add a sign');
    const pick = async (label: string, value: string) => {
      const select = fieldIn(shown, label) as unknown as HTMLSelectElement;
      await act(async () => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    };
    await pick('Feeling', 'angry');
    await type(fieldIn(shown, 'Weight, 0 to 1'), '2');
    await write(fieldIn(shown, 'What to find'), '{our} parcel');
    await write(fieldIn(shown, 'Sentences it must mark'), 'Where is <my parcel>?');
    await write(fieldIn(shown, 'Sentences it must leave alone'), 'All is well.');
    // The fault stands at its field, and the field says so to who does not see it.
    await until(() => fieldIn(shown, 'Weight, 0 to 1').getAttribute('aria-invalid') === 'true');
    expect(document.getElementById(fieldIn(shown, 'Weight, 0 to 1').getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent).toBe('2, at most 1');
    await type(fieldIn(shown, 'Weight, 0 to 1'), '0,8');
    await add('Word lists', 'Add a word list');
    await type(fieldIn(shown, 'Name', '.disclosed'), 'our');
    await write(fieldIn(shown, 'Words'), 'my\nour');
    await add('Exercises', 'Add an exercise');
    await write(fieldIn(shown, 'The customer’s message'), 'Where is it?');
    await type(fieldIn(shown, 'What a good reply does here'), 'Say when.');
    await click(shown.all<HTMLInputElement>('.many input').find((box) => box.parentElement?.textContent?.includes('by when')) as HTMLElement);
    await add('Pages described', 'Add a page');
    await until(() => shown.all('label').some(({ textContent }) => textContent === 'The editor'));
    await type(fieldIn(shown, 'Name', '.disclosed'), 'Desk');
    await write(fieldIn(shown, 'Addresses'), 'https://desk.example/*');
    await write(fieldIn(shown, 'The editor'), 'textarea | shadowHost=x-editor');
    await click(shown.all('.disclosed .disclosed .entry-fields > .disclosure')[0] as HTMLElement);
    await type(fieldIn(shown, 'Seen on (year-month)'), '2026-11');
    await type(fieldIn(shown, 'Known from'), 'seen');
    await click(shown.button('Add one: Which conversation it is'));
    await type(fieldIn(shown, 'Kind of number'), 'ticket');
    await write(fieldIn(shown, 'Place, or form of the address'), '/t/{id:digits}');
    await until(() => !(shown.button('Save as a file') as HTMLButtonElement).disabled);
    await click(shown.button('Save as a file'));
    expect(JSON.parse(shown.files.at(-1)?.text ?? '')).toMatchObject({
      cues: [{ emotion: 'angry', weight: 0.8 }], sets: { our: ['my', 'our'] }, exercises: [{ level: 1, customer: 'Where is it?', goal: 'Say when.', checks: ['by_when'] }],
      hosts: [{ id: 'page-1', name: 'Desk', match: ['https://desk.example/*'], write: { editor: [{ selector: 'textarea', shadowHost: 'x-editor' }] }, identity: [{ kind: 'ticket', from: 'address', at: '/t/{id:digits}' }] }],
    });
  }, 60_000);
});
