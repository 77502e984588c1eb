/** Hostile packs: no crash, no hang, no markup, nothing half applied; and the schema against anything at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNDS, checkPack, describePackError, PACK_ERROR_CODES, readPack, readPackText } from '../../utils/phrases/pack';
import { packFile } from '../../utils/phrases/export';
import { importPhrases } from '../../utils/phrases/import';
import { layerOf } from '../../utils/phrases/pack/layer';
import { mergePacks } from '../../utils/phrases/merge';
import { createPhrases } from '../../utils/phrases';
import type { Knowledge } from '../../utils/rules';
import { NO_LAYER } from '../../utils/rules/patterns';
import { corpus, spoilt } from './hostile';
import { good, read } from './packs';
import type { Json } from './packs';

const files = corpus();
/** CPU time, which others on the machine don't lengthen, as a multiple of reading the largest honest pack. */
const cost = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
};
const largest = JSON.stringify({
  ...good(),
  phrases: Array.from({ length: BOUNDS.phrases }, (_, i) => ({ id: `p.${i}`, lang: 'en', title: `Title ${i}`, text: 'Hi {first_name|there}, about {matter|it}: we look into it by {date|tomorrow}.', shortcut: `s${i}`, tags: ['one'] })),
  links: [],
});

describe('hostile packs', () => {
  it('are at least two hundred, each another', () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
    expect(new Set(files.map(({ name }) => name)).size).toBeGreaterThan(files.length * 0.98);
  });

  it.each(files.map((one) => [one.name.slice(0, 90), one] as const))('%s', (_name, { bytes }) => {
    const result = readPack(bytes);
    expect(result.ok).toBe(false);
    expect(Object.keys(result).sort()).toEqual(['errors', 'ok']);
    if (result.ok) return;
    expect(result.errors.length).toBeGreaterThan(0);
    expect(result.errors.length).toBeLessThanOrEqual(BOUNDS.errors);
    for (const error of result.errors) {
      expect(PACK_ERROR_CODES).toContain(error.code);
      const told = describePackError(error);
      // Short enough to be read, one line, with nothing in it that could move the text around.
      expect(told.length).toBeLessThan(600);
      expect(told).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  it('cost little more to refuse than the largest honest pack to read', () => {
    readPackText(largest);
    const honest = Math.max(...[0, 1, 2].map(() => cost(() => readPackText(largest))));
    const slow = files.map(({ name, bytes }) => ({ name, ratio: cost(() => readPack(bytes)) / honest })).filter(({ ratio }) => ratio > 5);
    expect(slow).toEqual([]);
  });

  it('leave what is there as it was', () => {
    const pack = read(good()), before = packFile(pack), base: Knowledge = { ...NO_LAYER, name: 'en', lists: {}, names: new Map() };
    const merged = JSON.stringify(mergePacks(base, [{ layer: 'team', pack }]).entries);
    for (const { bytes } of files.slice(0, 60)) readPack(bytes);
    expect(packFile(pack)).toBe(before);
    expect(JSON.stringify(mergePacks(base, [{ layer: 'team', pack }]).entries)).toBe(merged);
  });

  it('brought to the import are no harm either', async () => {
    for (const [i, { name, bytes }] of files.entries()) {
      if (i % 4 !== 0) continue;
      const { phrases } = await importPhrases(`${name.length}.${['json', 'csv', 'yml', 'html', 'txt'][i % 5] ?? ''}`, bytes, { lang: 'en' });
      for (const { text } of phrases) expect(String(text)).not.toMatch(/<(?:script|img|svg|iframe|a)\b/i);
    }
  });
});

describe('any value at all', () => {
  const keys = fc.constantFrom('keepword', 'id', 'name', 'version', 'languages', 'phrases', 'glossary', 'rules', 'cues', 'sets', 'links', 'holidays', 'workingHours', 'replyTargetHours', 'hosts', 'exercises', 'changes', 'title', 'text', 'find', 'swap', 'flags', 'passes', 'term', 'plain', 'url', 'lang', 'for');
  const leaf = fc.oneof(fc.constantFrom<unknown>(1, 'en', 'pl', 'a.b', '1.0', '(a|b)', '<a> b', '{first_name}', '2026-12-24', '09:00', 'angry', 'robotic', null, true), fc.string({ unit: 'binary', maxLength: 12 }), fc.double(), fc.integer());
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(keys, tie('value'), { maxKeys: 6 })),
  }));

  it('is read or refused, never more', () => {
    fc.assert(fc.property(fc.dictionary(keys, value, { maxKeys: 12 }), (fields) => {
      const result = checkPack({ ...fields, keepword: 1 });
      expect(result.ok || result.errors.length > 0).toBe(true);
    }), { numRuns: 1500 });
  });

  it('in one place of a good pack changes the pack, or is refused with that place named', () => {
    const places = ['name', 'phrases/0/text', 'phrases/0/title', 'phrases/0/tags', 'phrases/0/for', 'glossary/0/term', 'glossary/0/plain', 'rules/0/find', 'rules/0/flags', 'rules/0/say', 'rules/1/swap', 'cues/0/weight', 'sets/our', 'links/0/url', 'holidays/0', 'workingHours', 'exercises/0/level', 'hosts'];
    fc.assert(fc.property(fc.constantFrom(...places), value, (place, what) => {
      const result = checkPack(spoilt(place, what));
      if (result.ok) return;
      // A fault in a rule's words may show in its examples: the list it stands in is the least that is named.
      const list = place.split('/')[0] ?? '';
      expect(result.errors.every(({ path }) => path.startsWith(list) || (list === 'sets' && path.startsWith('rules')) || (list === 'glossary' && path.startsWith('rules'))), JSON.stringify(result.errors)).toBe(true);
    }), { numRuns: 1500 });
  });

  it('as bytes too', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { expect(readPack(bytes).ok).toBe(false); }), { numRuns: 1000 });
    const text = JSON.stringify(good());
    fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const bytes = new TextEncoder().encode(text);
      bytes[Math.min(at, bytes.length - 1)] = byte;
      const result = readPack(bytes);
      expect(result.ok || result.errors.length > 0).toBe(true);
    }), { numRuns: 300 });
  });

  it('that is read is text and stays text, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
      const result = checkPack({ keepword: 1, id: 'a', name: 'A', version: '1', languages: ['en'], phrases: [{ id: 'b', title: 'B', text: `x ${text}` }] });
      if (!result.ok) return;
      const [known] = layerOf(result.pack, 'en').phrases;
      expect(known?.text).toBe(`x ${text.replace(/\r\n?/g, '\n')}`);
      expect(createPhrases(known === undefined ? [] : [known]).all).toHaveLength(1);
    }), { numRuns: 500 });
  });
});
