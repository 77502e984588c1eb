import type { PackLanguage } from '../../../utils/phrases/pack';
import { LISTS, NAMELESS, TONGUELESS } from './specs';
import type { List } from './specs';
import { hostOf, isEntry, numberOf, pairsOf, shownOf } from './values';
import type { Entry } from './values';

/** The value of a pack file while it is written: not sound yet, nothing of it lost. */
export type Draft = Entry;
const STARTS: Readonly<Record<List, string>> = { phrases: 'phrase.', glossary: 'term.', rules: 'rule.', cues: 'cue.', sets: 'set-', links: 'link.', exercises: 'exercise.', hosts: 'page-', changes: '' };

export const newDraft = (id: string, name: string, lang: PackLanguage): Draft => ({ keepword: 1, id, name, version: '1', languages: [lang] });

/** The entries of a list; sets, which the file has by name, as entries too. */
export function entriesOf(draft: Draft, list: List): readonly Entry[] {
  const value = draft[list];
  if (list === 'sets' && isEntry(value)) return Object.entries(value).map(([name, members]) => ({ name, members }));
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isEntry) : [];
}
export const textOf = (from: Draft | Entry, name: string): string => (typeof from[name] === 'string' ? from[name] : '');
export const languagesOf = (draft: Draft): readonly PackLanguage[] => (Array.isArray(draft['languages']) ? draft['languages'] as readonly PackLanguage[] : []);

export function withEntry(draft: Draft, list: List, index: number, change: Entry): Draft {
  return { ...draft, [list]: entriesOf(draft, list).map((entry, i) => (i === index ? { ...entry, ...change } : entry)) };
}
/** With a new entry at the end, of an id that is free. */
export function withNew(draft: Draft, list: List): Draft {
  const entries = entriesOf(draft, list), taken = new Set(LISTS.flatMap((one) => entriesOf(draft, one).map(({ id, name }) => (one === 'sets' ? name : id))));
  let n = entries.length + 1;
  while (taken.has(`${STARTS[list]}${n}`)) n += 1;
  const [lang = 'en', ...others] = languagesOf(draft), name = `${STARTS[list]}${n}`;
  const own: Readonly<Partial<Record<List, Entry>>> = {
    rules: { category: 'robotic' }, sets: { name }, exercises: { level: 1 }, changes: { version: textOf(draft, 'version') }, hosts: { evidence: { checked: 'memory' }, confidence: 'low' },
  };
  return { ...draft, [list]: [...entries, { ...(NAMELESS.has(list) ? {} : { id: name }), ...(others.length > 0 && !TONGUELESS.has(list) ? { lang } : {}), ...own[list] }] };
}
/** With an entry one place further up (-1) or down (1), where there is one. */
export function withMoved(draft: Draft, list: List, index: number, by: -1 | 1): Draft {
  const entries = [...entriesOf(draft, list)], [one, other] = [entries[index], entries[index + by]];
  if (one === undefined || other === undefined) return draft;
  [entries[index], entries[index + by]] = [other, one];
  return { ...draft, [list]: entries };
}
export function without(draft: Draft, list: List, index: number): Draft {
  return { ...draft, [list]: entriesOf(draft, list).filter((_, i) => i !== index) };
}
/** An entry back in its place. */
export function withBack(draft: Draft, list: List, index: number, entry: Entry): Draft {
  const entries = entriesOf(draft, list);
  return { ...draft, [list]: [...entries.slice(0, index), entry, ...entries.slice(index)] };
}

/** A rule that finds and says, as one whose every pattern has its own replacements; and back. */
export function swapped(entry: Entry): Entry {
  const rows = (name: string) => (Array.isArray(entry[name]) ? (entry[name] as readonly unknown[]).filter((one) => typeof one === 'string' && one.trim() !== '') : []);
  if (entry['swap'] === undefined) return { find: undefined, say: undefined, swap: rows('find').map((from) => `${String(from)} → ${rows('say').join(' | ')}`) };
  const pairs = Object.entries(pairsOf(shownOf(entry, { name: 'swap', kind: 'pairs' }).split('\n')));
  return { swap: undefined, find: pairs.map(([from]) => from), say: [...new Set(pairs.flatMap(([, to]) => to))] };
}

export interface Hours {
  readonly days: readonly number[];
  readonly start: string;
  readonly end: string;
}
export function hoursOf(draft: Draft): Hours | null {
  const value = draft['workingHours'];
  return isEntry(value) ? { days: Array.isArray(value['days']) ? (value['days'] as readonly number[]) : [], start: textOf(value, 'start'), end: textOf(value, 'end') } : null;
}

/** Days off as lines, "2026-12-24 Christmas Eve". */
export const shownDays = (draft: Draft): string => (Array.isArray(draft['holidays']) ? (draft['holidays'] as readonly unknown[]) : [])
  .map((day) => (isEntry(day) ? [textOf(day, 'date'), ...(typeof day['name'] === 'string' ? [day['name']] : [])].join(' ') : String(day))).join('\n');
/** What was typed, as the file has it; nothing of it is lost while somebody types. */
export const daysTyped = (typed: string): readonly unknown[] => typed.split('\n').map((row) => {
  const gap = row.indexOf(' ');
  return gap < 0 ? row : { date: row.slice(0, gap), name: row.slice(gap + 1) };
});

function lean(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const left = value.map(lean).filter((one) => one !== undefined);
    return left.length === 0 ? undefined : left;
  }
  return isEntry(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lean(one)]).filter(([, one]) => one !== undefined)) : value;
}

/** Sets by their names. One whose name another has already is not lost in it: `draftErrors` tells it. */
const setsOf = (draft: Draft): Entry | undefined => {
  const sets = entriesOf(draft, 'sets');
  return sets.length === 0 ? undefined : Object.fromEntries(sets.map((set) => [textOf(set, 'name').trim(), lean(set['members']) ?? []]));
};

/** The value of the file: without what was left blank, which the format has no form for, and without a signature, which no longer fits. */
export function fileOf(draft: Draft): Record<string, unknown> {
  const listed = (list: List, make: (entry: Entry) => Entry): Entry => (draft[list] === undefined ? {} : { [list]: entriesOf(draft, list).map(make) });
  const made = {
    ...draft, replyTargetHours: numberOf(draft['replyTargetHours']),
    ...listed('rules', (rule) => (Array.isArray(rule['swap']) ? { ...rule, swap: pairsOf(rule['swap']) } : rule)),
    ...listed('cues', (cue) => ({ ...cue, weight: numberOf(cue['weight']) })),
    ...listed('exercises', (exercise) => ({ ...exercise, level: numberOf(exercise['level']) })),
  };
  const file = Object.fromEntries(Object.entries(made).filter(([name]) => name !== 'signature' && name !== 'sets' && name !== 'hosts').map(([name, value]) => [name, lean(value)]).filter(([, value]) => value !== undefined));
  const sets = setsOf(draft), hosts = entriesOf(draft, 'hosts').map((host) => hostOf(lean(host) as Entry));
  return { ...file, ...(sets === undefined ? {} : { sets }), ...(hosts.length === 0 ? {} : { hosts }) };
}

/** What is wrong with a draft that its file could not say: two sets of one name. */
export function draftErrors(draft: Draft): { readonly path: string; readonly code: 'id_twice'; readonly params: { readonly id: string; readonly other: string } }[] {
  const names = entriesOf(draft, 'sets').map((set) => textOf(set, 'name').trim());
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => ({ path: setPath(name), code: 'id_twice', params: { id: name, other: setPath(name) } }));
}
/** Where a set stands in the file, as errors name it. */
export const setPath = (name: string): string => (/^[\p{L}_$][\p{L}\p{N}_$-]{0,60}$/u.test(name) ? `sets.${name}` : `sets["${name}"]`);

/** "1.4" → "1.5"; where no number stands at the end, "1". */
export function nextVersion(version: string): string {
  const found = /^((?:\d+\.)*)(\d+)$/u.exec(version.trim());
  return found === null ? '1' : `${found[1] ?? ''}${Number(found[2]) + 1}`;
}
/** With what is new in its version, told first; a second note for the same version takes the place of the first, an empty one takes it away. */
export function withNote(draft: Draft, text: string, date: string): Draft {
  const version = textOf(draft, 'version'), others = entriesOf(draft, 'changes').filter((change) => change['version'] !== version);
  if (text.trim() === '') return noteOf(draft) === '' ? draft : { ...draft, changes: others };
  return { ...draft, changes: [{ version, date, text }, ...others] };
}
export const noteOf = (draft: Draft): string => {
  const own = entriesOf(draft, 'changes').find((change) => change['version'] === draft['version']);
  return own === undefined ? '' : textOf(own, 'text');
};
