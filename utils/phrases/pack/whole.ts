/** The file's parts → the pack as it is worked with: what was left out is put in, in one form. */
import { fold } from '../../language';
import { BOUNDS } from './bounds';
import type { Errors } from './errors';
import type { Entry, ListName } from './schema';
import { PACK_LANGUAGES } from './types';
import type { Pack, PackHost, PackLanguage, PackPhrase, PackRule } from './types';
import type { Parts } from './read';

/** "Service level agreement" → "service-level-agreement": the id of a term or a link that has none. */
export function slug(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, BOUNDS.id - 12) || 'x';
}
const lines = (text: string): string => text.replace(/\r\n?/g, '\n');
const several = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? value as readonly T[] : [value as T]);

/** Languages that an entry may be in: what the pack names; "pt" holds for both countries. */
export function covers(languages: readonly PackLanguage[], lang: PackLanguage): boolean {
  return languages.includes(lang) || (lang.startsWith('pt-') && languages.includes('pt'));
}

/** @param errors gets what is wrong with languages: the one thing that an entry can't say without the pack. */
export function whole({ head, lists }: Parts, errors: Errors): Pack {
  const languages = PACK_LANGUAGES.filter((lang) => head.languages.includes(lang));
  const entries = <N extends ListName, T>(name: N, make: (entry: Entry<N>, lang: PackLanguage) => T): T[] => lists[name].map((entry, i) => {
    const given = typeof entry === 'object' && 'lang' in entry ? entry.lang : undefined, lang = given ?? languages[0] ?? 'en';
    if (given === undefined && languages.length > 1) errors.add([name, i], 'lang_missing');
    else if (!covers(languages, lang)) errors.add([name, i, 'lang'], 'lang_foreign', { lang });
    return make(entry, lang);
  });
  return {
    id: head.id, name: head.name, version: head.version, author: head.author ?? null, description: head.description === undefined ? null : lines(head.description), languages,
    changes: lists.changes.map(({ version, date = null, text }) => ({ version, date, text: lines(text) })),
    phrases: entries('phrases', phraseOf),
    glossary: entries('glossary', ({ id, term, forms = [], plain, explanation = null }, lang) => ({ id: id ?? `term.${slug(term)}`, lang, term, forms, plain: several(plain), explanation })),
    rules: entries('rules', ruleOf),
    cues: entries('cues', ({ id, emotion = null, stake = null, weight = 0.6, find, unless = [], flags, passes }, lang) => ({ id, lang, emotion, stake, weight, find, unless, flags, passes })),
    sets: head.sets ?? {},
    links: entries('links', ({ id, title, url, text, tags = [], shortcut = null }, lang) => ({ id: id ?? `link.${slug(title)}`, lang, title, url, text: text === undefined ? null : lines(text), tags, shortcut })),
    exercises: entries('exercises', ({ id, level, customer, customerName = null, goal, checks = [] }, lang) => ({ id, lang, level, customer: lines(customer), customerName, goal, checks })),
    holidays: lists.holidays.map((day) => (typeof day === 'string' ? { date: day, name: null } : { date: day.date, name: day.name ?? null })),
    workingHours: head.workingHours === undefined ? null : { ...head.workingHours, days: [...new Set(head.workingHours.days)].sort((a, b) => a - b) },
    replyTargetHours: head.replyTargetHours ?? null,
    hosts: lists.hosts as readonly PackHost[],
    signature: head.signature ?? null,
  };
}

function phraseOf({ id, title, text, tags = [], shortcut, at = 'middle', for: made = {}, needs = [], words = [], gives = [], offer = 'suggest' }: Entry<'phrases'>, lang: PackLanguage): PackPhrase {
  const forms = typeof text === 'string' ? lines(text) : Object.fromEntries(Object.entries(text).flatMap(([form, one]) => (one === undefined ? [] : [[form, lines(one)]])));
  return {
    id, lang, title, text: forms, tags, shortcut: shortcut ?? null, at, needs, words, gives, offer,
    for: { emotions: made.emotions ?? [], stakes: made.stakes ?? [], situations: made.situations ?? [] },
  };
}

function ruleOf({ id, category, find = [], swap = {}, unless = [], say = [], why, example, flags, passes, whole: all = false, customer }: Entry<'rules'>, lang: PackLanguage): PackRule {
  const swaps = Object.fromEntries(Object.entries(swap).map(([from, to]) => [from, several<string>(to)]));
  return { id, lang, category, find, swap: swaps, unless, say, why, example: example ?? null, flags, passes, whole: all, customer: customer ?? null };
}
