/**
 * The form of the file `*.keepword.json`. What a schema can't say of single fields (unique ids, languages, patterns, proofs) is
 * checked by `read`. `.github/packs.md` tells what each field is for; a test holds the two together.
 */
import { z } from 'zod';
import { hostSchema } from '../../hosts/schema';
import { CATEGORY_NAMES, EMOTION_NAMES, GIVES_NAMES, SITUATION_NAMES, STAKE_NAMES } from '../../rules/schema';
import { BOUNDS } from './bounds';
import { address, body, bytes, date, id, line, list, marked, name, oneOrMore, shortcut, text, time, unseen, version } from './fields';
import { PACK_FORMAT, PACK_LANGUAGES, TEXT_FORMS } from './types';

const lang = z.enum(PACK_LANGUAGES);
const entry = { lang: lang.exactOptional() };
const patterns = list(marked(BOUNDS.pattern), BOUNDS.patterns);
const tags = list(name(BOUNDS.tag), BOUNDS.tags);
const examples = list(marked(BOUNDS.example), BOUNDS.examples).min(1);
const advice = line(BOUNDS.line);
const checks = list(z.enum(GIVES_NAMES), GIVES_NAMES.length);

const phrase = z.strictObject({
  ...entry, id, title: name(BOUNDS.title),
  text: z.union([body(BOUNDS.text), z.partialRecord(z.enum(TEXT_FORMS), body(BOUNDS.text))]),
  tags: tags.exactOptional(), shortcut: shortcut.exactOptional(), at: z.enum(['start', 'middle', 'end']).exactOptional(),
  for: z.strictObject({
    emotions: list(z.enum(EMOTION_NAMES), EMOTION_NAMES.length).exactOptional(),
    stakes: list(z.enum(STAKE_NAMES), STAKE_NAMES.length).exactOptional(),
    situations: list(z.enum(SITUATION_NAMES), SITUATION_NAMES.length).exactOptional(),
  }).exactOptional(),
  needs: list(line(BOUNDS.line), 10).exactOptional(), words: patterns.exactOptional(),
  gives: checks.exactOptional(), offer: z.enum(['suggest', 'search']).exactOptional(),
});
const term = z.strictObject({
  ...entry, id: id.exactOptional(), term: name(BOUNDS.term), forms: list(marked(BOUNDS.pattern), BOUNDS.forms).exactOptional(),
  plain: oneOrMore(advice, BOUNDS.plain).exactOptional(), explanation: line(BOUNDS.line).exactOptional(),
});
const rule = z.strictObject({
  ...entry, id, category: z.enum(CATEGORY_NAMES), find: patterns.min(1).exactOptional(),
  swap: z.record(marked(BOUNDS.pattern), oneOrMore(advice, BOUNDS.plain)).exactOptional(),
  unless: patterns.exactOptional(), say: list(advice, BOUNDS.plain).exactOptional(), why: line(BOUNDS.line), example: line(BOUNDS.example).exactOptional(),
  flags: examples, passes: examples, whole: z.boolean().exactOptional(), customer: z.enum(['quiet', 'ignore']).exactOptional(),
});
const cue = z.strictObject({
  ...entry, id, emotion: z.enum(EMOTION_NAMES).exactOptional(), stake: z.enum(STAKE_NAMES).exactOptional(), weight: z.number().min(0).max(1).exactOptional(),
  find: patterns.min(1), unless: patterns.exactOptional(), flags: examples, passes: examples,
});
const link = z.strictObject({
  ...entry, id: id.exactOptional(), title: name(BOUNDS.title), url: address, text: body(BOUNDS.text).exactOptional(),
  tags: tags.exactOptional(), shortcut: shortcut.exactOptional(),
});
const exercise = z.strictObject({
  ...entry, id, level: z.int().min(1).max(7), customer: body(BOUNDS.message), customerName: name(BOUNDS.name).exactOptional(),
  goal: line(BOUNDS.line), checks: checks.exactOptional(),
});
const holiday = z.union([date, z.strictObject({ date, name: name(BOUNDS.name).exactOptional() })]);
const change = z.strictObject({ version, date: date.exactOptional(), text: body(BOUNDS.note) });

/** Everything that is no long list. */
export const headSchema = z.strictObject({
  $schema: line(BOUNDS.url).exactOptional(),
  keepword: z.literal(PACK_FORMAT),
  id, name: name(BOUNDS.name), version, author: name(BOUNDS.name).exactOptional(), description: body(BOUNDS.note).exactOptional(),
  languages: list(lang, PACK_LANGUAGES.length).min(1),
  sets: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: '#id_form' }), list(text(BOUNDS.setMember, unseen(false)), BOUNDS.setMembers).min(1)).exactOptional(),
  workingHours: z.strictObject({ days: list(z.int().min(1).max(7), 7).min(1), start: time, end: time }).exactOptional(),
  replyTargetHours: z.number().min(0.25).max(24 * 31).exactOptional(),
  signature: z.strictObject({ key: bytes(32), value: bytes(64) }).exactOptional(),
});
/** The long lists: what one entry is. Their bounds are `BOUNDS` of the same names. */
export const ENTRY_SCHEMAS = { changes: change, phrases: phrase, glossary: term, rules: rule, cues: cue, links: link, exercises: exercise, holidays: holiday, hosts: hostSchema } as const;
export type ListName = keyof typeof ENTRY_SCHEMAS;
export const LIST_NAMES = Object.keys(ENTRY_SCHEMAS) as readonly ListName[];
export type Head = z.output<typeof headSchema>;
export type Entry<N extends ListName> = z.output<(typeof ENTRY_SCHEMAS)[N]>;

export const packFileSchema = headSchema.extend({
  changes: list(change, BOUNDS.changes).exactOptional(), phrases: list(phrase, BOUNDS.phrases).exactOptional(),
  glossary: list(term, BOUNDS.glossary).exactOptional(), rules: list(rule, BOUNDS.rules).exactOptional(), cues: list(cue, BOUNDS.cues).exactOptional(),
  links: list(link, BOUNDS.links).exactOptional(), exercises: list(exercise, BOUNDS.exercises).exactOptional(),
  holidays: list(holiday, BOUNDS.holidays).exactOptional(), hosts: list(hostSchema, BOUNDS.hosts).exactOptional(),
});
/** The file as it is written. */
export type PackFile = z.input<typeof packFileSchema>;

/** The JSON Schema of the file, to be published: for editors that help while one writes. */
export function packJsonSchema(): Record<string, unknown> {
  return { title: 'Keepword pack', ...z.toJSONSchema(packFileSchema, { io: 'input' }) };
}
