/** What holds between the entries of a pack: ids, shortcuts, variables, forms of address, evidence. */
import { fold } from '../../language';
import { SHOWN_NAMES, SITUATION_NAMES, STAKE_NAMES } from '../../rules/schema';
import { BOUNDS } from './bounds';
import { pathOf, quoted } from './errors';
import type { Errors } from './errors';
import type { Pack, PackLanguage, PackPhrase, PackText } from './types';

/** Ids that stand for what is built in, and names that every object has: an id ends up as a key in more places than we know. */
const RESERVED: ReadonlySet<string> = new Set(['keepword', 'builtin', 'constructor', 'prototype']);
const EVIDENCE: ReadonlySet<string> = new Set([...SITUATION_NAMES, ...SHOWN_NAMES, ...STAKE_NAMES]);
/** What `fill` fills; choices ("me:", "you:", "form:") stand apart. */
export const VARIABLES: ReadonlySet<string> = new Set(['first_name', 'name', 'greeting_name', 'agent', 'ticket', 'product', 'promise', 'date',
  'matter', 'matter.nom', 'matter.gen', 'matter.acc', 'matter.ins', 'matter.loc']);
const LISTS = ['phrases', 'glossary', 'rules', 'cues', 'links', 'exercises'] as const;
const POLISH: ReadonlySet<string> = new Set(['ty', 'pan', 'pani', 'panstwo']);

export function checkEntries(pack: Pack, errors: Errors): void {
  if (RESERVED.has(pack.id)) errors.add(['id'], 'id_reserved', { found: pack.id });
  checkHead(pack, errors);
  checkIds(pack, errors);
  checkShortcuts(pack, errors);
  pack.phrases.forEach((phrase, i) => checkPhrase(phrase, ['phrases', i], errors));
  pack.links.forEach(({ text }, i) => { if (text !== null) checkText(text, ['links', i, 'text'], errors, new Set(['url'])); });
  pack.rules.forEach((rule, i) => {
    const swaps = Object.keys(rule.swap).length;
    if ((rule.find.length === 0) === (swaps === 0)) errors.add(['rules', i], 'find_or_swap');
    else if (swaps > 0 && rule.say.length > 0) errors.add(['rules', i, 'say'], 'swap_and_say');
    if (swaps > BOUNDS.setMembers) errors.add(['rules', i, 'swap'], 'too_many', { found: swaps, max: BOUNDS.setMembers });
  });
  pack.cues.forEach((cue, i) => { if ((cue.emotion === null) === (cue.stake === null)) errors.add(['cues', i], 'emotion_or_stake'); });
  pack.rules.forEach((rule, i) => checkMarks(rule.flags, ['rules', i, 'flags'], errors));
  pack.cues.forEach((cue, i) => checkMarks(cue.flags, ['cues', i, 'flags'], errors));
}

function checkHead(pack: Pack, errors: Errors): void {
  const sets = Object.keys(pack.sets).length, { workingHours } = pack;
  if (sets > BOUNDS.sets) errors.add(['sets'], 'too_many', { found: sets, max: BOUNDS.sets });
  for (const [name, members] of Object.entries(pack.sets)) {
    // A set within a set could unfold to any size: ten of two make a thousand.
    members.forEach((member, i) => { if (member.includes('{')) errors.add(['sets', name, i], 'set_in_set'); });
  }
  if (workingHours !== null && workingHours.start >= workingHours.end) errors.add(['workingHours'], 'hours_order', { start: workingHours.start, end: workingHours.end });
}

function checkIds(pack: Pack, errors: Errors): void {
  const seen = new Map<string, string>();
  for (const list of LISTS) {
    pack[list].forEach(({ id }, i) => {
      const other = seen.get(id);
      if (RESERVED.has(id)) errors.add([list, i, 'id'], 'id_reserved', { found: id });
      else if (other !== undefined) errors.add([list, i, 'id'], 'id_twice', { id, other });
      else seen.set(id, pathOf([list, i]));
    });
  }
  const hosts = new Map<string, string>(), days = new Map<string, string>();
  pack.hosts.forEach(({ id }, i) => {
    if (hosts.has(id)) errors.add(['hosts', i, 'id'], 'id_twice', { id, other: hosts.get(id) ?? '' });
    hosts.set(id, pathOf(['hosts', i]));
  });
  pack.holidays.forEach(({ date }, i) => {
    if (days.has(date)) errors.add(['holidays', i], 'id_twice', { id: date, other: days.get(date) ?? '' });
    days.set(date, pathOf(['holidays', i]));
  });
}

/** One shortcut, one phrase, wherever both could be typed: "pt" reaches both countries. */
function checkShortcuts({ phrases, links }: Pack, errors: Errors): void {
  const seen = new Map<string, string>();
  const reach = (lang: PackLanguage): readonly string[] => (lang === 'pt' ? ['pt-BR', 'pt-PT'] : [lang]);
  for (const [list, items] of [['phrases', phrases], ['links', links]] as const) {
    items.forEach(({ shortcut, lang }, i) => {
      if (shortcut === null) return;
      const keys = reach(lang).map((one) => `${one} ${fold(shortcut)}`);
      const taken = keys.map((key) => seen.get(key)).find((other) => other !== undefined);
      if (taken !== undefined) errors.add([list, i, 'shortcut'], 'shortcut_twice', { shortcut, other: taken });
      for (const key of keys) seen.set(key, pathOf([list, i]));
    });
  }
}

function checkPhrase({ text, lang, needs }: PackPhrase, at: readonly PropertyKey[], errors: Errors): void {
  for (const [form, one] of textsOf(text)) {
    if (form !== null && (lang === 'pl' ? !POLISH.has(form) : lang === 'en' || POLISH.has(form))) errors.add([...at, 'text', form], 'form_foreign', { form });
    checkText(one, form === null ? [...at, 'text'] : [...at, 'text', form], errors);
  }
  if (typeof text !== 'string' && Object.keys(text).length === 0) errors.add([...at, 'text'], 'forms_none');
  needs.forEach((group, i) => group.split('|').forEach((one) => {
    if (!EVIDENCE.has(one.trim())) errors.add([...at, 'needs', i], 'evidence_unknown', { found: quoted(one) });
  }));
}
const textsOf = (text: PackText): (readonly [string | null, string])[] => (typeof text === 'string' ? [[null, text]] : Object.entries(text));

const NONE: ReadonlySet<string> = new Set();
/** Every brace belongs to a variable that somebody knows how to fill. */
function checkText(text: string, at: readonly PropertyKey[], errors: Errors, further = NONE): void {
  const rest = text.replace(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const name = (inside.split(/[|:]/, 1)[0] ?? '').trim();
    if (inside.startsWith('form:') || /^(?:me|you):[^|]*\|/.test(inside)) return '';
    if (!VARIABLES.has(name) && !further.has(name)) errors.add(at, name === '' ? 'braces' : 'variable_unknown', name === '' ? { found: whole } : { name: quoted(name) });
    return '';
  });
  const brace = /[{}]/.exec(rest);
  if (brace !== null) errors.add(at, 'braces', { found: quoted(rest.slice(brace.index, brace.index + 20)) });
}

/** "As <per our policy> we": marks in pairs, with something between. */
function checkMarks(flags: readonly string[], at: readonly PropertyKey[], errors: Errors): void {
  flags.forEach((flag, i) => {
    const signs = flag.replace(/[^<>]/g, '');
    if (!/^(?:<>)+$/.test(signs) || /<\s*>/.test(flag)) errors.add([...at, i], 'span_missing');
  });
}
