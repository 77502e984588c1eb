/** Built-in < policy < team < own, by id, with origins and switches; and the joined graph reads as both graphs would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import { clashesOf, deskOf, entriesOf, inOrder, mergePacks } from '../../utils/phrases/merge';
import type { InForce } from '../../utils/phrases/merge';
import { layerOf } from '../../utils/phrases/pack/layer';
import { loadKnowledge } from '../../utils/rules';
import type { Knowledge } from '../../utils/rules';
import type { Layer } from '../../utils/rules/patterns';
import { NO_LAYER, overlay } from '../../utils/rules/patterns';
import { saveKnowledge } from '../../utils/rules/compile';
import { realKnowledge } from '../language/real';
import { read } from './packs';
import type { Json } from './packs';

const pack = (id: string, more: Json, layer: InForce['layer'] = 'team'): InForce => ({ layer, pack: read({ keepword: 1, id, name: id.toUpperCase(), version: '1', languages: ['en'], ...more }) });
const rule = (id: string, find: string, say: string, more: Json = {}): Json => ({ id, category: 'robotic', find: [find], say: [say], why: `From ${id}.`, flags: [`We <${find}> today.`], passes: ['We met.'], ...more });
const term = (plain: string): Json => ({ term: 'zorbing desk', plain });
const EMPTY: Knowledge = { ...NO_LAYER, name: 'en', lists: {}, names: new Map() };
const base = realKnowledge('en');
const marks = (knowledge: Knowledge, text: string): string[] => createLanguage(knowledge).parse(text).hits('wording').map(({ entry, start, end }) => `${entry.id} ${text.slice(start, end)}`);
const TEXT = 'We looped in the zorbing desk as per our policy.';

describe('packs over what is built in', () => {
  it('are laid policy, team, own, whatever the order they come in; each entry knows its pack', () => {
    const packs = [pack('mine', { glossary: [term('my words')] }, 'own'), pack('law', { glossary: [term('their words')] }, 'policy'), pack('ours', { glossary: [term('our words')] })];
    expect(inOrder(packs, new Set()).map(({ pack: { id } }) => id)).toEqual(['law', 'ours', 'mine']);
    const merged = mergePacks(base, packs), entry = merged.entries.find(({ id }) => id === 'term.zorbing-desk');
    expect([entry?.say, entry?.origin]).toEqual([['my words'], 'mine']);
    expect(merged.entries.filter(({ id }) => id === 'term.zorbing-desk')).toHaveLength(1);
    expect(merged.packs).toEqual([{ id: 'law', name: 'LAW', layer: 'policy' }, { id: 'ours', name: 'OURS', layer: 'team' }, { id: 'mine', name: 'MINE', layer: 'own' }]);
    expect(merged.entries.find(({ id }) => id === 'robotic.per-policy')?.origin).toBeUndefined();
  });

  it('take the place of built-in entries of the same id, and their marks of the same words', () => {
    expect(marks(base, TEXT)).toContain('robotic.per-policy as per our policy');
    const same = mergePacks(base, [pack('a', { rules: [rule('robotic.per-policy', 'looped in', 'asked')] })]);
    expect(marks(same, TEXT)).toEqual(['robotic.per-policy looped in']);
    const beside = mergePacks(base, [pack('a', { rules: [rule('a.policy', 'as per our policy', 'this is what I can do')] })]);
    expect(marks(beside, TEXT)).toContain('a.policy as per our policy');
    expect(marks(beside, TEXT)).not.toContain('robotic.per-policy as per our policy');
  });

  it('can be switched off whole, by entry, and built-in entries too: what lay under holds again', () => {
    const packs = [pack('a', { glossary: [term('a words')] }), pack('b', { glossary: [term('b words')], phrases: [{ id: 'b.one', title: 'One', text: 'One.' }] })];
    const said = (...off: string[]) => mergePacks(base, packs, new Set(off)).entries.find(({ id }) => id === 'term.zorbing-desk')?.say?.[0];
    expect([said(), said('b'), said('b/term.zorbing-desk'), said('a'), said('a', 'b')]).toEqual(['b words', 'a words', 'a words', 'b words', undefined]);
    expect(mergePacks(base, packs, new Set(['b/b.one'])).phrases.some(({ id }) => id === 'b.one')).toBe(false);
    expect(marks(mergePacks(base, [], new Set(['keepword/robotic.per-policy'])), TEXT).filter((mark) => mark.startsWith('robotic.per-policy'))).toEqual([]);
    expect(mergePacks(base, packs, new Set(['a', 'b']))).toBe(base);
  });

  it('reach phrases: their words are found, their links said, their needs follow them when one replaces another', () => {
    const known = base.phrases.find(({ words }) => words === true);
    const merged = mergePacks(base, [pack('a', {
      phrases: [{ id: 'a.zorb', title: 'Zorb', text: 'About the zorb.', words: ['zorb*'], gives: ['own_words'] }, { id: known?.id ?? '', title: 'Mine', text: 'Mine now.' }],
      links: [{ title: 'Reset it', url: 'https://a.example/r', text: 'Here: {url} — anew.' }],
    })]);
    const phrases = createPhrases(merged.phrases), language = createLanguage(merged);
    expect(language.parse('My zorbs broke.').hits('situation').map(({ mark }) => mark)).toContain('phrase:a.zorb');
    expect(phrases.get('link.reset-it')?.text).toBe('Here: https://a.example/r — anew.');
    expect(phrases.get('a.zorb')?.origin).toBe('a');
    expect(known).toBeDefined();
    expect(phrases.get(known?.id ?? '')?.title).toBe('Mine');
    expect(merged.entries.some(({ id }) => id === `needs.${known?.id ?? ''}`)).toBe(false);
  });

  it('hold in their country alone', () => {
    const merged = mergePacks(realKnowledge('pt-BR'), [{ layer: 'team', pack: read({ keepword: 1, id: 'p', name: 'P', version: '1', languages: ['pt-PT'], glossary: [{ term: 'zorbador', plain: 'colega' }] }) }]);
    const found = (variety: 'pt-BR' | 'pt-PT') => createLanguage(merged, { variety }).parse('Falei com o zorbador.').hits('wording').map(({ entry }) => entry.id);
    expect([found('pt-PT'), found('pt-BR')]).toEqual([['term.zorbador'], []]);
  });

  it('survive the way to the tab as JSON', () => {
    const merged = mergePacks(base, [pack('a', { glossary: [term('our returns team')], rules: [rule('a.loop', '^ we looped (in|back)', 'asked', { flags: ['<We looped in> Ann.'] })] })]);
    const back = loadKnowledge(saveKnowledge(merged));
    expect(marks(back, TEXT)).toEqual(marks(merged, TEXT));
    expect(back.packs).toEqual(merged.packs);
    expect(marks(back, TEXT)).toEqual(['a.loop We looped in', 'term.zorbing-desk zorbing desk', 'robotic.per-policy as per our policy']);
  });
});

describe('the joined graph', () => {
  /** Patterns that share beginnings, fixed signs, gaps, endings and exact forms: what could go wrong in joining. */
  const piece = fc.constantFrom('a', 'b', 'ab*', '*ba', '_', '..2', '#', '(a|b a)', '[b]', '=AB', 'a, b', '^ a', '^ _ b', 'b $', 'a ?', '(b|ba|ab)');
  const pattern = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')).filter((text) => !/^(?:\.\.2|\[b\]| )+$/.test(text));
  const knowledge = (name: string, patterns: readonly string[]): Layer => layerOf({
    ...read({ keepword: 1, id: name, name, version: '1', languages: ['en'] }),
    cues: patterns.map((find, i) => ({ id: `${name}.${i}`, lang: 'en', emotion: 'angry', stake: null, weight: 1, find: [find], unless: [], flags: [], passes: [] })) }, 'en');
  const text = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'AB', 'aba', '7', ',', '?', 'c'), { maxLength: 9 }).map((words) => words.join(' ').replace(/ ([,?])/g, '$1'));

  it('finds exactly what all patterns in one compilation find', () => {
    fc.assert(fc.property(fc.array(pattern, { minLength: 1, maxLength: 5 }), fc.array(pattern, { minLength: 1, maxLength: 5 }), text, (below, above, draft) => {
      const found = ({ entries, graph }: Layer): string[] => createLanguage({ ...EMPTY, entries, graph }).parse(draft).hits('emotion').map(({ start, end }) => `${start}-${end}`);
      // In one compilation those above come first, as they do when laid over.
      expect(found(overlay(knowledge('a', below), knowledge('b', above)))).toEqual(found(knowledge('x', [...above, ...below])));
    }), { numRuns: 300 });
  });
});

describe('beside the words', () => {
  it('the desk is the last pack\'s that says; holidays come together; later hosts and exercises stand before', () => {
    const exercise = (goal: string): Json => ({ id: 'ex', level: 1, customer: 'Hello?', goal });
    const packs = [
      pack('a', { workingHours: { days: [1], start: '08:00', end: '12:00' }, holidays: ['2026-12-24', '2026-05-01'], exercises: [exercise('A.')] }),
      pack('b', { replyTargetHours: 4, holidays: [{ date: '2026-12-24', name: 'Eve' }], exercises: [exercise('B.')] }),
    ];
    const desk = deskOf(inOrder(packs, new Set()));
    expect(desk.workingHours).toEqual({ value: { days: [1], start: '08:00', end: '12:00' }, origin: 'a' });
    expect(desk.replyTargetHours).toEqual({ value: 4, origin: 'b' });
    expect(desk.holidays).toEqual([{ value: { date: '2026-05-01', name: null }, origin: 'a' }, { value: { date: '2026-12-24', name: 'Eve' }, origin: 'b' }]);
    expect(desk.exercises.map(({ value, origin }) => [value.goal, origin])).toEqual([['B.', 'b']]);
    expect(deskOf(packs, new Set(['b/ex'])).exercises.map(({ value }) => value.goal)).toEqual(['A.']);
  });

  it('every entry is listed with what became of it', () => {
    const packs = [pack('b', { glossary: [term('b')] }), pack('a', { glossary: [term('a')], phrases: [{ id: 'a.one', title: 'One', text: 'One.' }] }, 'policy')];
    const listed = (...off: string[]) => entriesOf(packs, new Set(off)).map(({ origin, id, off: gone, replacedBy }) => [origin, id, gone, replacedBy]);
    expect(listed()).toEqual([['a', 'a.one', false, null], ['a', 'term.zorbing-desk', false, 'b'], ['b', 'term.zorbing-desk', false, null]]);
    expect(listed('b', 'a/a.one')).toEqual([['a', 'a.one', true, null], ['a', 'term.zorbing-desk', false, null], ['b', 'term.zorbing-desk', true, null]]);
  });

  it('clashes are told to the lead', () => {
    const shortcut = base.phrases.find((phrase) => phrase.shortcut !== null);
    const clashes = clashesOf(pack('a', {
      rules: [rule('robotic.per-policy', 'looped in', 'asked'), rule('a.policy', 'as per our policy', 'this is what I can do', { passes: ['Per our policy no.'] })],
      phrases: [{ id: 'a.s', title: 'S', text: 'S.', shortcut: shortcut?.shortcut }],
    }).pack, base);
    expect(clashes).toContainEqual({ kind: 'replaces', id: 'robotic.per-policy', other: 'robotic.per-policy', text: '' });
    expect(clashes).toContainEqual({ kind: 'shortcut', id: 'a.s', other: shortcut?.id, text: shortcut?.shortcut });
    expect(clashes).toContainEqual({ kind: 'marked', id: 'a.policy', other: 'robotic.per-policy', text: 'We as per our policy today.' });
    expect(clashes).toContainEqual({ kind: 'passes', id: 'a.policy', other: 'robotic.per-policy', text: 'Per our policy no.' });
    expect(clashesOf(pack('a', { glossary: [term('x')] }).pack, base)).toEqual([]);
  });
});
