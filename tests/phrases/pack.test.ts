/** The pack file: what is read, and what each fault is told as. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNDS, checkPack, compareVersions, describePackError, PACK_ERROR_CODES, readPack, readPackText, signedText } from '../../utils/phrases/pack';
import type { PackErrorCode, PackResult } from '../../utils/phrases/pack';
import { VARIABLES } from '../../utils/phrases/pack/check';
import { fill } from '../../utils/phrases';
import type { Phrase } from '../../utils/phrases';
import { packFile, packValue } from '../../utils/phrases/export';
import { good, packs, read } from './packs';
import type { Json } from './packs';

const told = (result: PackResult): string[] => (result.ok ? [] : result.errors.map(describePackError));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The good pack with one place changed: "phrases.0.text". `undefined` takes the field away. */
function spoilt(path: string, value: unknown): Json {
  const pack = good(), parts = path.split('/');
  let at: Json = pack;
  for (const part of parts.slice(0, -1)) at = at[part] as Json;
  const last = parts.at(-1) ?? '';
  if (value === undefined) delete at[last]; else at[last] = value;
  return pack;
}

describe('a good pack', () => {
  it('is read whole: lists that are left out are empty, every entry has its id and language', () => {
    const pack = read(good());
    expect(pack.glossary.map(({ id, lang, plain }) => [id, lang, plain])).toEqual([['term.rma', 'en', ['return number']], ['term.eskalacja', 'pl', ['przekazanie dalej', 'pomoc koleżanki']]]);
    expect(pack.links.map(({ id }) => id)).toEqual(['link.reset-your-password', 'link.two']);
    expect(pack.holidays).toEqual([{ date: '2026-12-24', name: null }, { date: '2026-12-31', name: 'Stocktaking' }]);
    const bare = read({ keepword: 1, id: 'a', name: 'A', version: '1', languages: ['pl'], phrases: [{ id: 'b', title: 'B', text: 'c' }] });
    expect(bare.phrases).toEqual([{ id: 'b', lang: 'pl', title: 'B', text: 'c', tags: [], shortcut: null, at: 'middle', offer: 'suggest', for: { emotions: [], stakes: [], situations: [] }, needs: [], words: [], gives: [] }]);
    expect([bare.rules, bare.hosts, bare.workingHours, bare.sets]).toEqual([[], [], null, {}]);
  });

  it('is the same from bytes, from text and from a value, with a byte order mark too', () => {
    const text = JSON.stringify(good()), pack = read(good());
    for (const result of [readPack(bytes(text)), readPack(bytes(`\ufeff${text}`)), readPackText(text), readPackText(`\ufeff${text}`)]) expect(result).toEqual({ ok: true, pack });
  });

  it('comes back the same from the file it is written to', () => {
    expect(read(JSON.parse(packFile(read(good()))))).toEqual(read(good()));
    fc.assert(fc.property(packs, (pack) => { expect(read(JSON.parse(packFile(pack)))).toEqual(pack); }), { numRuns: 60 });
  });

  it('names variables that are filled, all of them', () => {
    const values = { first_name: 'a', name: 'a', greeting_name: 'a', agent: 'a', ticket: 'a', product: 'a', promise: 'a', date: 'a', matter: { nom: 'a', gen: 'a', acc: 'a', ins: 'a', loc: 'a' } };
    for (const name of VARIABLES) expect(fill({ ...BARE, text: `X {${name}}` }, values)).toBe('X a');
  });
});
const BARE: Phrase = { id: 'x', lang: 'pl', title: 'x', text: '', tags: [], shortcut: null, at: 'start', gives: [], needs: [], words: false, suggested: false, origin: null, for: { emotions: [], stakes: [], situations: [] } };

const CASES: readonly (readonly [path: string, value: unknown, error: string])[] = [
  ['phrases/0/text', 'x'.repeat(3204), 'phrases[0].text: 3,204 characters, at most 2,000'],
  ['phrases/0/text', '<b>Hi</b>', 'phrases[0].text: "<b>" is HTML; write plain text'],
  ['phrases/0/text', 'Hi&nbsp;you', 'phrases[0].text: "&nbsp;" is HTML; write plain text'],
  ['phrases/0/text', 'Hi {firstname}', 'phrases[0].text: no variable is called "firstname"'],
  ['phrases/0/text', 'Hi {first_name', 'phrases[0].text: "{first_name": a brace opens or closes nothing'],
  ['phrases/0/text', 'Hi {}', 'phrases[0].text: "{}": a brace opens or closes nothing'],
  ['phrases/0/text', ' \n ', 'phrases[0].text: empty; write something or leave the field out'],
  ['phrases/0/text', 7, 'phrases[0].text: is number, must be string / object'],
  ['phrases/0/text', {}, 'phrases[0].text: give the text at least one form of address'],
  ['phrases/0/text', { ty: 'x' }, 'phrases[0].text.ty: the form of address "ty" is not of this language'],
  ['phrases/0/text', 'a\u202eb', 'phrases[0].text: an invisible control character (U+202E) at character 2; delete it'],
  ['phrases/0/title', 'Two\nlines', 'phrases[0].title: an invisible control character (U+000A) at character 4; delete it'],
  ['phrases/0/title', undefined, 'phrases[0].title: missing'],
  ['phrases/0/titel', 'x', 'phrases[0]: no field is called "titel"'],
  ['phrases/0/id', 'Parcel Held', 'phrases[0].id: "Parcel Held" is no id: lower-case letters and digits, joined by "." and "-"'],
  ['phrases/0/shortcut', 'a b', 'phrases[0].shortcut: "a b" is no shortcut: letters, digits, "-" and "_" only'],
  ['phrases/0/lang', undefined, 'phrases[0]: the pack has several languages; say which one this is in "lang"'],
  ['phrases/0/needs', ['wait|rain'], 'phrases[0].needs[0]: "rain" is neither a situation nor a stake'],
  ['phrases/0/for', { emotions: ['sad'] }, 'phrases[0].for.emotions[0]: "sad" is none of calm, frustrated, angry, anxious, confused, disappointed, grateful'],
  ['phrases/0/words', ['(a'], 'phrases[0].words[0]: the pattern is not understood from character 1 on: "(a"'],
  ['languages', ['en', 'pt-BR', 'pl'], 'rules[1].lang: "pt" is not among the pack\'s languages'],
  ['languages', [], 'languages: 0 entries, at least 1'],
  ['id', 'keepword', 'id: "keepword" is Keepword\'s own; choose another id'],
  ['version', 'v1', 'version: "v1" is no version: numbers joined by dots, such as 1.4'],
  ['name', 'Аcme', 'name: "Аcme" mixes letters of different alphabets that look alike; type it anew'],
  ['name', 'Ａcme', 'name: "Ａcme" mixes letters of different alphabets that look alike; type it anew'],
  ['keepword', 2, 'keepword: format 2; this version of Keepword reads format 1: update Keepword'],
  ['keepword', '1', 'keepword: "1" is none of 1'],
  ['keepword', undefined, 'not a Keepword pack: "keepword": 1 is missing'],
  ['workingHours/end', '07:00', 'workingHours: the working day ends at 07:00, before it starts at 08:00'],
  ['workingHours/start', '8am', 'workingHours.start: "8am" is no time: HH:MM, such as 09:00'],
  ['workingHours/days', [0], 'workingHours.days[0]: 0, at least 1'],
  ['replyTargetHours', 9999, 'replyTargetHours: 9,999, at most 744'],
  ['holidays/0', '2026-02-29', 'holidays[0]: "2026-02-29" is no date: year-month-day, such as 2026-12-24'],
  ['holidays/0', '9999-01-01', 'holidays[0]: 9999-01-01 is too far away; years 2000 to 2100'],
  ['holidays/1', '2026-12-24', 'holidays[1]: the id "2026-12-24" is taken by holidays[0]'],
  ['links/0/url', 'http://a.example', 'links[0].url: "http://a.example" is no address: it begins with https:// and has no blanks'],
  ['links/0/url', 'https://user@a.example/', 'links[0].url: "https://user@a.example/" is no address: it begins with https:// and has no blanks'],
  ['links/0/text', 'x {agnt}', 'links[0].text: no variable is called "agnt"'],
  ['links/1/id', 'parcel.held', 'links[1].id: the id "parcel.held" is taken by phrases[0]'],
  ['links/0/shortcut', 'Customs', 'links[0].shortcut: the shortcut "Customs" is taken by phrases[0]'],
  ['glossary/0/plain', 'the RMA number', 'glossary[0].plain: the advice "the RMA number" is flagged again by "term.rma"'],
  ['rules/0/find', undefined, 'rules[0]: give either "find" or "swap"'],
  ['rules/1/say', ['x'], 'rules[1].say: "swap" brings its own replacements; leave "say" out'],
  ['rules/0/find', ['{ours} ticket (was|has been) closed'], 'rules[0].find[0]: the pack has no set called "ours"'],
  ['rules/0/find', ['[a] [b]'], 'rules[0].find[0]: the pattern "[a] [b]" would match nothing at all'],
  ['rules/0/flags', ['Your ticket has been closed.'], 'rules[0].flags[0]: no span is marked; put "<" and ">" around the words to flag'],
  ['rules/0/flags', ['<Your ticket> has been closed.'], 'rules[0].flags[0]: must flag "<Your ticket> has been closed.", but flags <Your ticket has been closed> (team.closed)'],
  ['rules/0/flags', ['<Our thing> is done.'], 'rules[0].flags[0]: must flag "<Our thing> is done.", but flags –'],
  ['rules/0/passes', ['Your ticket was closed.'], 'rules[0].passes[0]: must pass "Your ticket was closed.", but flags "Your ticket was closed"'],
  ['rules/0/say', ['your ticket was closed now'], 'rules[0].say: the advice "your ticket was closed now" is flagged again by "team.closed"'],
  ['cues/0/stake', 'wait', 'cues[0]: give either "emotion" or "stake"'],
  ['cues/0/flags', ['I am <happy>.'], 'cues[0].flags[0]: must flag "I am <happy>.", but flags –'],
  ['sets', { our: ['your', '{own}'] }, 'sets.our[1]: a set can\'t name another set'],
  ['hosts', [{ id: 'x' }], 'hosts[0].name: missing'],
  ['signature', { key: 'x', value: 'y' }, 'signature.key: "x" is not base64 of the length wanted here'],
  ['exercises/0/level', 1.5, 'exercises[0].level: is number, must be int'],
];

describe('a fault', () => {
  it.each(CASES)('%s = %j', (path, value, error) => {
    expect(told(checkPack(spoilt(path, value)))).toContain(error);
  });

  it('is told with all others, in the order of the file, and never more than fifty', () => {
    const pack = good();
    pack['version'] = 'x';
    (pack['phrases'] as Json[])[0]!['title'] = '';
    (pack['links'] as Json[])[1]!['url'] = 'nowhere';
    expect(told(checkPack(pack)).map((line) => line.split(':')[0])).toEqual(['version', 'phrases[0].title', 'links[1].url']);
    const many = checkPack({ ...good(), phrases: Array.from({ length: 400 }, (_, i) => ({ id: `p.${i}` })) });
    expect(told(many)).toHaveLength(BOUNDS.errors);
    // A broken list hides nothing of the others: the rule below is still tried on its examples.
    const both = spoilt('rules/0/passes', ['Your ticket was closed.']);
    (both['phrases'] as Json[])[0]!['title'] = '';
    expect(told(checkPack(both)).map((line) => line.split(':')[0])).toEqual(['phrases[0].title', 'rules[0].passes[0]']);
  });

  it.each<readonly [name: string, file: Uint8Array, error: string]>([
    ['nothing', bytes(''), 'the file is empty'],
    ['blanks', bytes(' \n '), 'the file is empty'],
    ['not JSON', bytes('{"keepword": 1,\n  "id": }'), 'not JSON from line 2, column 9 on'],
    ['cut off', bytes('{"keepword": 1'), 'not JSON from line 1, column 15 on'],
    ['a comma too many', bytes('{"keepword": 1,}'), 'not JSON from line 1, column 16 on'],
    ['two values', bytes('{} {}'), 'not JSON from line 1, column 4 on'],
    ['a field twice', bytes('{"keepword": 1,\n"id": "a", "id": "b"}'), '"id" stands twice in one object (line 2); keep one'],
    ['a field twice, once escaped', bytes('{"id": "a", "\\u0069d": "b"}'), '"id" stands twice in one object (line 1); keep one'],
    ['too deep', bytes('['.repeat(50_000)), 'more than 12 objects and lists within each other (line 1)'],
    ['too many values', bytes(`[${'0,'.repeat(300_000)}0]`), 'more than 250,000 values; divide the pack in two'],
    ['a name of the language', bytes('{"keepword": 1, "__proto__": {}}'), 'a field can\'t be called "__proto__" (line 1)'],
    ['not UTF-8', Uint8Array.from([...bytes('{"a":\n"'), 0xff, 0x22]), 'byte 8 (line 2) is not UTF-8; save the file as UTF-8'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0]), 'byte 1 (line 1) is not UTF-8; save the file as UTF-8'],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4]), 'this is a compressed file; unpack it first and give the *.keepword.json in it'],
    ['a gzip', Uint8Array.from([0x1f, 0x8b, 8]), 'this is a compressed file; unpack it first and give the *.keepword.json in it'],
    ['too large', new Uint8Array(BOUNDS.bytes + 1), '4,194,305 bytes, at most 4,194,304'],
    ['a list', bytes('[]'), 'not a Keepword pack: "keepword": 1 is missing'],
  ])('of the file: %s', (_name, file, error) => {
    expect(told(readPack(file))).toEqual([error]);
  });

  it('has a sentence whose every value is given', () => {
    const seen = new Set<PackErrorCode>();
    for (const [path, value] of CASES) {
      const result = checkPack(spoilt(path, value));
      for (const error of result.ok ? [] : result.errors) {
        seen.add(error.code);
        // What is left in braces after filling is text that was found, never a name of a value.
        expect(Object.values(error.params).join(' ').includes('{') || !/\{\w+\}/.test(describePackError(error)), describePackError(error)).toBe(true);
      }
    }
    expect(PACK_ERROR_CODES.filter((code) => !seen.has(code)).length).toBeLessThan(PACK_ERROR_CODES.length / 2);
  });
});

describe('versions and signatures', () => {
  it('compares number by number', () => {
    const sorted = ['1', '1.0.1', '1.2', '1.9', '1.10', '2', '2026.3'];
    for (const [i, a] of sorted.entries()) for (const [j, b] of sorted.entries()) expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
    expect(compareVersions('2', '2.0')).toBe(0);
  });

  it('signs the content and not its layout', () => {
    const pack = good(), turned = Object.fromEntries(Object.entries(good()).reverse());
    expect(signedText(turned)).toBe(signedText(pack));
    expect(signedText({ ...pack, signature: { key: 'k', value: 'v' } })).toBe(signedText(pack));
    expect(signedText({ ...pack, version: '1.5' })).not.toBe(signedText(pack));
    expect(JSON.parse(signedText(packValue(read(pack)) as Json))).toEqual(JSON.parse(JSON.stringify(packValue(read(pack)))));
  });
});
