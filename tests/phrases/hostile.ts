/** Files that mean no good, more than two hundred of them, made from what a pack may hold: each must be refused, and nothing of it kept. */
import { BOUNDS } from '../../utils/phrases/pack';
import { good } from './packs';
import type { Json } from './packs';

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): Hostile => ({ name, bytes: utf8(text) });
const json = (name: string, value: unknown): Hostile => file(name, JSON.stringify(value));

/** The good pack with one place changed: "phrases/0/text". */
export function spoilt(path: string, value: unknown): Json {
  const pack = good(), parts = path.split('/');
  let at: Json = pack;
  for (const part of parts.slice(0, -1)) at = at[part] as Json;
  at[parts.at(-1) ?? ''] = value;
  return pack;
}
/** Where people's words stand, one line each. */
const LINES = ['name', 'author', 'phrases/0/title', 'phrases/0/tags/0', 'glossary/0/term', 'glossary/0/plain', 'glossary/0/explanation', 'rules/0/why', 'rules/0/say/0', 'links/0/title', 'exercises/0/goal', 'exercises/0/customerName', 'holidays/1/name'];
const BODIES = ['description', 'phrases/0/text', 'phrases/1/text/ty', 'links/1/text', 'exercises/0/customer', 'changes/0/text'];
const NAMES = ['name', 'author', 'phrases/0/title', 'phrases/0/tags/0', 'glossary/0/term', 'links/0/title', 'exercises/0/customerName', 'holidays/1/name'];
const PATTERNS = ['rules/0/find/0', 'rules/0/unless/0', 'cues/0/find/0', 'phrases/0/words/0', 'glossary/1/forms/0', 'sets/our/0'];
const LISTS = ['changes', 'phrases', 'glossary', 'rules', 'cues', 'links', 'exercises', 'holidays', 'hosts'] as const;

const MARKUP = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<!-- x -->', '&#x3c;script&#x3e;', '<iframe src="https://a.example">'];
const CONTROLS = ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\ud800', '\udfff', '\u{e0041}', '\ufffe'];
const LOOKALIKES = ['Аcme', 'pаypal', 'Ѕupport', 'Ｓupport', '𝐀cme', 'supροrt', 'Gоogle', 'ᎪcmeA'];
const WRONG: readonly unknown[] = [null, true, 0, -1, 1e308, 1.5, [], {}, [[]], 'x'];
const BAD_PATTERNS = ['(', ')', '[a', '{our', '(a|', '(|)', '*', 'a*', '<a', 'a>', '..9', '..', '[a]', '_ <a> [b] c', '='];

export function corpus(): Hostile[] {
  return [
    ...BODIES.flatMap((path) => MARKUP.map((text) => json(`markup in ${path}: ${text}`, spoilt(path, text)))),
    ...LINES.map((path, i) => json(`markup in ${path}`, spoilt(path, MARKUP[i % MARKUP.length]))),
    ...CONTROLS.flatMap((sign, i) => [LINES[i % LINES.length], BODIES[i % BODIES.length]].map((path) => json(`U+${sign.codePointAt(0)?.toString(16) ?? ''} in ${path ?? ''}`, spoilt(path ?? '', `a${sign}b`)))),
    ...LOOKALIKES.flatMap((text, i) => [NAMES[i % NAMES.length] ?? 'name', 'name'].map((path) => json(`lookalike ${text} as ${path}`, spoilt(path, text)))),
    ...PATTERNS.flatMap((path, i) => BAD_PATTERNS.filter((_, j) => (i + j) % 3 === 0).map((text) => json(`pattern ${text} in ${path}`, spoilt(path, path.startsWith('sets') ? text.replace(/^(?:\[a\]|a\*|\.\.|<a|a>|_ <a> \[b\] c)$/, '(') : text)))),
    ...LISTS.flatMap((list) => [null, true, 'x', {}, 7].map((value) => json(`${list} is ${JSON.stringify(value)}`, { ...good(), [list]: value }))),
    ...LISTS.map((list) => json(`${list}: more than there may be`, { ...good(), [list]: Array.from({ length: BOUNDS[list] + 1 }, () => 0) })),
    ...WRONG.flatMap((value) => ['id', 'languages', 'phrases/0', 'phrases/0/for'].filter((path) => !(path === 'id' && value === 'x') && !(path === 'phrases/0/for' && JSON.stringify(value) === '{}')).map((path) => json(`${path} is ${JSON.stringify(value)}`, spoilt(path, value)))),
    ...sizes(), ...identities(), ...times(), ...ambushes(), ...broken(), ...bytes(),
  ];
}

function sizes(): Hostile[] {
  const long = (count: number): string => 'x'.repeat(count);
  return [
    ...LINES.map((path) => json(`${path} without end`, spoilt(path, long(100_000)))),
    ...BODIES.map((path) => json(`${path} without end`, spoilt(path, long(100_000)))),
    ...PATTERNS.map((path) => json(`${path} without end`, spoilt(path, long(50_000)))),
    json('a phrase with ten thousand tags', spoilt('phrases/0/tags', Array.from({ length: 10_000 }, (_, i) => `t${i}`))),
    json('two hundred thousand wrong tags', spoilt('phrases/0/tags', Array.from({ length: 200_000 }, () => 0))),
    json('a thousand sets', spoilt('sets', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`s${i}`, ['a']])))),
    json('a hundred thousand fields', Object.fromEntries(Object.entries(good()).concat(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, 0])))),
    file('a number of a million digits', `{"keepword": 1${'0'.repeat(1_000_000)}}`),
    file('a name of a million letters', JSON.stringify(good()).replace('"id"', `"${long(1_000_000)}": 1, "id"`)),
    { name: 'more bytes than there may be', bytes: new Uint8Array(BOUNDS.bytes + 1).fill(0x20) },
    ...[13, 100, 10_000, 1_000_000].map((depth) => file(`${depth} lists within each other`, `{"keepword": 1, "id": ${'['.repeat(depth)}${']'.repeat(depth)}}`)),
    ...[13, 10_000].map((depth) => file(`${depth} objects within each other`, `{"keepword": 1, "id": ${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`)),
    ...['9'.repeat(400), '1e999', '-0.0000001', '1E+308'].map((number) => file(`replyTargetHours ${number.slice(0, 12)}`, JSON.stringify(good()).replace('"replyTargetHours":8', `"replyTargetHours":${number}`))),
  ];
}

function identities(): Hostile[] {
  const twice = (list: string): Json => {
    const pack = good(), entries = pack[list] as unknown[];
    return { ...pack, [list]: [...entries, entries[0]] };
  };
  return [
    ...['phrases', 'glossary', 'rules', 'cues', 'links', 'exercises', 'holidays'].map((list) => json(`the first of ${list} twice`, twice(list))),
    ...['glossary/0', 'rules/0', 'cues/0', 'links/0', 'exercises/0'].map((path) => json(`${path} with a phrase's id`, spoilt(`${path}/id`, 'parcel.held'))),
    ...['keepword', 'builtin', '__proto__', 'constructor', '../../etc', 'a/b', 'A', 'a b', '', '.a', 'ａ', 'х'].map((id) => json(`a pack called "${id}"`, spoilt('id', id))),
    ...['__proto__', 'constructor', 'prototype'].flatMap((name) => [
      file(`${name} in the pack`, JSON.stringify(good()).replace('"id"', `"${name}": {"polluted": true}, "id"`)),
      file(`${name} in a phrase`, JSON.stringify(good()).replace('"title"', `"${name}": {"polluted": true}, "title"`)),
      file(`${name} as a form of address`, JSON.stringify(good()).replace('"ty":', `"${name}":`)),
      file(`${name} as a set`, JSON.stringify(good()).replace('"our":', `"${name}":`)),
      file(`${name} as a swap`, JSON.stringify(good()).replace('"escalonar":', `"${name}":`)),
      file(`${name} written by escapes`, JSON.stringify(good()).replace('"title"', `"\\u${(name.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}${name.slice(1)}": 1, "title"`)),
    ]),
    file('a field twice', JSON.stringify(good()).replace('"title":', '"title": "Other", "title":')),
    file('a list twice', JSON.stringify(good()).replace('"phrases":', '"phrases": [], "phrases":')),
  ];
}

function times(): Hostile[] {
  return [
    ...['0000-00-00', '2026-13-01', '2026-02-30', '2025-02-29', '1900-01-01', '9999-12-31', '+275760-09-13', '-000001-01-01', '2026-1-1', '24.12.2026', 'tomorrow', '2026-12-24T00:00', '٢٠٢٦-١٢-٢٤'].map((date) => json(`a holiday on ${date}`, spoilt('holidays/0', date))),
    ...['24:00', '9:00', '09:60', '-1:00', '09:00:00', '٠٩:٠٠', '16:30'].map((time) => json(`work from ${time}`, spoilt('workingHours/start', time))),
    ...[[], [0], [8], [1.5], ['1'], [1, 2, 3, 4, 5, 6, 7, 1]].map((days) => json(`work on ${JSON.stringify(days)}`, spoilt('workingHours/days', days))),
    ...[-1, 0, 1e9, '8'].map((hours) => json(`an answer within ${hours} hours`, spoilt('replyTargetHours', hours))),
    ...['', '1.', 'v1', '1.2.3.4.5', '1e9', '99999999999999999999', '-1', '１'].map((version) => json(`version "${version}"`, spoilt('version', version))),
  ];
}

/** What would cost the one who reads it: patterns that unfold, examples that are heavy, addresses that lead elsewhere. */
function ambushes(): Hostile[] {
  const rule = (find: readonly string[]): Json => ({ ...spoilt('rules/0/find', find), sets: { our: ['your'], big: Array.from({ length: 200 }, (_, i) => `w${i} x${i} y${i}`) } });
  const option = '[a|b]';
  return [
    json('options without end', rule([`${`${option} `.repeat(16)}a ${`${option} `.repeat(16)}c`])),
    json('sets multiplied', rule(Array.from({ length: 40 }, () => '{big} {big} {big} {big} {big} {big} {big} {big} {big} {big}'))),
    json('five hundred heavy rules', { ...good(), sets: { big: Array.from({ length: 200 }, (_, i) => `w${i} x${i} y${i}`) }, rules: Array.from({ length: 500 }, (_, i) => ({ ...(good()['rules'] as Json[])[0], id: `r.${i}`, find: ['{big} {big} {big} {big} {big} {big}'] })) }),
    json('gaps without end', rule([`${'..6 a '.repeat(30)}`])),
    json('nested without end', rule([`${'['.repeat(90)}a${']'.repeat(90)} b`])),
    json('brackets that never close', rule(['('.repeat(200)])),
    json('a set within itself', spoilt('sets', { our: ['{our} x'] })),
    json('sets within sets', spoilt('sets', { our: ['a'], b: ['{our} {our}'], c: ['{b} {b}'] })),
    json('examples that prove nothing', spoilt('rules/0/flags', Array.from({ length: 20 }, () => `<${'your ticket was closed '.repeat(20)}>`))),
    ...['http://a.example', '//a.example', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https://a.example@b.example/', 'https://a b', 'https://a.example/{agent}', 'file:///etc/passwd', 'https://a.example/\u202egpj', 'https://аcme.example/', ' https://a.example', 'HTTPS:/a.example'].map((url) => json(`a link to ${url}`, spoilt('links/0/url', url))),
    ...['{', '}', '{{first_name}}', '{constructor}', '{__proto__}', '{first_name', '${x}'].map((text) => json(`a phrase with ${text}`, spoilt('phrases/0/text', `Hi ${text} you`))),
    ...[{ selector: '<img onerror=x>' }, 'a{b', 'x'.repeat(301)].map((selector) => json(`a host that looks for ${JSON.stringify(selector).slice(0, 30)}`, { ...good(), hosts: [{ id: 'evil', name: 'Evil', evidence: { date: '2026-01', source: 'x', checked: 'memory' }, confidence: 'low', match: ['https://a.example/*'], identity: [], read: {}, write: { editor: [selector] } }] })),
    json('a host everywhere', { ...good(), hosts: [{ id: 'evil', name: 'Evil', evidence: { date: '2026-01', source: 'x', checked: 'memory' }, confidence: 'low', match: ['<all_urls>'], identity: [], read: {}, write: { editor: ['a'] } }] }),
  ];
}

function broken(): Hostile[] {
  const text = JSON.stringify(good());
  return [
    ...[1, 10, 100, 1000, text.length - 1].map((length) => file(`cut off after ${length}`, text.slice(0, length))),
    ...['', ' ', 'null', 'true', '1', '"x"', '[]', '{}', '[{}]', '{"keepword": 2}', '{"keepword": "1"}', '{"keepword": null}', '{"Keepword": 1}', 'keepword: 1', '<?xml version="1.0"?><a/>', '<html></html>', 'NaN', '{"keepword": 1}'].map((whole) => file(`only ${whole}`, whole)),
    file('a comment', `/* x */ ${text}`), file('a comma at the end', text.replace(/\}$/, ',}')), file('single quotes', text.replaceAll('"', '\'')), file('a second value', `${text} 1`),
    file('a raw line end in a text', text.replace('Two\\nlines', 'Two\nlines')), file('a bad escape', text.replace('Two\\nlines', '\\x41')), file('a zero before a number', text.replace('"replyTargetHours":8', '"replyTargetHours":08')),
    file('a plus before a number', text.replace('"replyTargetHours":8', '"replyTargetHours":+8')), file('infinity', text.replace('"replyTargetHours":8', '"replyTargetHours":Infinity')), file('undefined', text.replace('"replyTargetHours":8', '"replyTargetHours":undefined')),
  ];
}

function bytes(): Hostile[] {
  const text = JSON.stringify(good()), at = text.indexOf('Acme');
  const with_ = (name: string, ...middle: number[]): Hostile => ({ name, bytes: Uint8Array.from([...utf8(text.slice(0, at)), ...middle, ...utf8(text.slice(at))]) });
  const utf16 = (little: boolean): number[] => [...`\ufeff${text}`].flatMap((char) => { const code = char.charCodeAt(0); return little ? [code & 255, code >> 8] : [code >> 8, code & 255]; });
  return [
    with_('a lone continuation byte', 0x80), with_('an overlong slash', 0xc0, 0xaf), with_('a half of a pair in UTF-8', 0xed, 0xa0, 0x80), with_('a byte that is never UTF-8', 0xff), with_('beyond Unicode', 0xf4, 0x90, 0x80, 0x80), with_('Latin-1', 0xe9),
    { name: 'UTF-16, little end first', bytes: Uint8Array.from(utf16(true)) }, { name: 'UTF-16, big end first', bytes: Uint8Array.from(utf16(false)) },
    { name: 'a zip', bytes: Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8(text)]) }, { name: 'a gzip', bytes: Uint8Array.from([0x1f, 0x8b, 8, 0, ...utf8(text)]) },
    { name: 'nothing but zeros', bytes: new Uint8Array(1000) }, { name: 'a picture', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) }, { name: 'cut in a letter', bytes: Uint8Array.from([...utf8('{"keepword": 1, "name": "'), 0xc4]) },
  ];
}
