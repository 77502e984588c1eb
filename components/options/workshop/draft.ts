import type { PackLanguage } from '../../../utils/phrases/pack';

/** What the workshop edits, list by list, beside the desk; other parts of a file (hosts, exercises …) stay as they are. */
export const LISTS = ['phrases', 'glossary', 'rules', 'cues', 'links'] as const;
export type List = (typeof LISTS)[number];
export type Entry = Readonly<Record<string, unknown>>;
/** The value of a pack file while it is written: not sound yet, nothing of it lost. */
export type Draft = Readonly<Record<string, unknown>>;

/** `pairs`: a pattern with its own replacements, one a line; lines in a draft, an object in the file. */
export type FieldKind = 'line' | 'area' | 'lines' | 'pairs' | 'commas' | 'choice';
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices?: readonly string[];
}
const ARROW = '→', OR = '|';
const line = (name: string): FieldSpec => ({ name, kind: 'line' });
const lines = (name: string): FieldSpec => ({ name, kind: 'lines' });
const CATEGORIES = ['jargon', 'robotic', 'blame', 'dismissive', 'sarcasm', 'negative', 'binding', 'bias', 'complexity', 'address', 'heat'];
const EMOTIONS = ['', 'calm', 'frustrated', 'angry', 'anxious', 'confused', 'disappointed', 'grateful'];
const STAKES = ['', 'deadline', 'repeat', 'wait', 'money', 'access', 'safety'];
/** The fields of an entry that have a control; what else it has is kept. */
export const FIELDS: Readonly<Record<List, readonly FieldSpec[]>> = {
  phrases: [line('title'), { name: 'text', kind: 'area' }, line('shortcut'), { name: 'tags', kind: 'commas' }],
  glossary: [line('term'), lines('plain'), line('explanation'), lines('forms')],
  rules: [{ name: 'category', kind: 'choice', choices: CATEGORIES }, lines('find'), lines('say'), { name: 'swap', kind: 'pairs' }, line('why'), lines('flags'), lines('passes'), lines('unless')],
  cues: [{ name: 'emotion', kind: 'choice', choices: EMOTIONS }, { name: 'stake', kind: 'choice', choices: STAKES }, lines('find'), lines('flags'), lines('passes')],
  links: [line('title'), line('url'), line('text')],
};
const STARTS: Readonly<Record<List, string>> = { phrases: 'phrase', glossary: 'term', rules: 'rule', cues: 'cue', links: 'link' };

export const newDraft = (id: string, name: string, lang: PackLanguage): Draft => ({ keepword: 1, id, name, version: '1', languages: [lang] });

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
export const entriesOf = (draft: Draft, list: List): readonly Entry[] => (Array.isArray(draft[list]) ? (draft[list] as readonly unknown[]).filter(isEntry) : []);
export const textOf = (from: Draft | Entry, name: string): string => (typeof from[name] === 'string' ? from[name] : '');
export const languagesOf = (draft: Draft): readonly PackLanguage[] => (Array.isArray(draft['languages']) ? draft['languages'] as readonly PackLanguage[] : []);

/** The words of a control: a list as lines, or with commas between. */
export function shownOf(entry: Entry, { name, kind }: FieldSpec): string {
  const value = entry[name];
  if (Array.isArray(value)) return value.join(kind === 'commas' ? ', ' : '\n');
  if (kind === 'pairs' && isEntry(value)) return Object.entries(value).map(([from, to]) => `${from} ${ARROW} ${[to].flat().join(` ${OR} `)}`).join('\n');
  return typeof value === 'string' ? value : '';
}
/** What was typed, as the file has it. Blank lines stay while somebody types; `fileOf` takes them out. */
export function typedAs(kind: FieldKind, typed: string): unknown {
  if (kind === 'lines' || kind === 'pairs') return typed.split('\n');
  return kind === 'commas' ? typed.split(',').map((one) => one.trimStart()) : typed;
}

export function withEntry(draft: Draft, list: List, index: number, change: Entry): Draft {
  return { ...draft, [list]: entriesOf(draft, list).map((entry, i) => (i === index ? { ...entry, ...change } : entry)) };
}
/** With a new entry at the end, of an id that is free. */
export function withNew(draft: Draft, list: List): Draft {
  const entries = entriesOf(draft, list), taken = new Set(LISTS.flatMap((one) => entriesOf(draft, one).map(({ id }) => id)));
  let n = entries.length + 1;
  while (taken.has(`${STARTS[list]}.${n}`)) n += 1;
  const [lang = 'en', ...others] = languagesOf(draft);
  return { ...draft, [list]: [...entries, { id: `${STARTS[list]}.${n}`, ...(others.length > 0 ? { lang } : {}), ...(list === 'rules' ? { category: 'robotic' } : {}) }] };
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
  if (entry['swap'] === undefined) return { find: undefined, say: undefined, swap: rows('find').map((from) => `${String(from)} ${ARROW} ${rows('say').join(` ${OR} `)}`) };
  const pairs = Object.entries(pairsOf(shownOf(entry, { name: 'swap', kind: 'pairs' }).split('\n')));
  return { swap: undefined, find: pairs.map(([from]) => from), say: [...new Set(pairs.flatMap(([, to]) => to))] };
}

/** "SLA → answer time | time to answer", one a line. A line without an arrow replaces nothing, which the check tells. */
function pairsOf(rows: readonly unknown[]): Record<string, string | string[]> {
  return Object.fromEntries(rows.filter((row): row is string => typeof row === 'string' && row.trim() !== '').map((row) => {
    const [from = '', to = ''] = row.split(/→|=>|->/u, 2);
    const all = to.split(OR).map((one) => one.trim()).filter((one) => one !== '');
    return [from.trim(), all.length > 1 ? all : (all[0] ?? '')];
  }));
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

/** The value of the file: without what was left blank, which the format has no form for, and without a signature, which no longer fits. */
export function fileOf(draft: Draft): Record<string, unknown> {
  const lean = (value: unknown): unknown => {
    if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
    if (Array.isArray(value)) {
      const left = value.map(lean).filter((one) => one !== undefined);
      return left.length === 0 ? undefined : left;
    }
    return isEntry(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lean(one)]).filter(([, one]) => one !== undefined)) : value;
  };
  const rules = entriesOf(draft, 'rules').map((rule) => (Array.isArray(rule['swap']) ? { ...rule, swap: pairsOf(rule['swap']) } : rule));
  return Object.fromEntries(Object.entries({ ...draft, rules }).filter(([name]) => name !== 'signature').map(([name, value]) => [name, lean(value)]).filter(([, value]) => value !== undefined));
}

/** "1.4" → "1.5"; where no number stands at the end, "1". */
export function nextVersion(version: string): string {
  const found = /^((?:\d+\.)*)(\d+)$/u.exec(version.trim());
  return found === null ? '1' : `${found[1] ?? ''}${Number(found[2]) + 1}`;
}
/** With what is new in its version, told first; a second note for the same version takes the place of the first. */
export function withNote(draft: Draft, text: string, date: string): Draft {
  const version = textOf(draft, 'version'), before = Array.isArray(draft['changes']) ? (draft['changes'] as readonly Entry[]) : [];
  return text.trim() === '' ? draft : { ...draft, changes: [{ version, date, text: text.trim() }, ...before.filter((change) => change['version'] !== version)] };
}
export const noteOf = (draft: Draft): string => {
  const changes = Array.isArray(draft['changes']) ? (draft['changes'] as readonly Entry[]) : [];
  const own = changes.find((change) => change['version'] === draft['version']);
  return own === undefined ? '' : textOf(own, 'text');
};
