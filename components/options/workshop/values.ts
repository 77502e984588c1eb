import type { FieldKind, FieldSpec } from './specs';

/** A part of a pack file while it is written: not sound yet, nothing of it lost. */
export type Entry = Readonly<Record<string, unknown>>;
const ARROW = '→', OR = '|';
/** Further demands on a place of a page, behind its selector: "input[name=to] | attribute=value". */
const DEMAND = /\s\|\s(?=(?:attribute|as|value|shadowHost)=)/u;

export const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const isBlank = (value: unknown): boolean => value === undefined || (isEntry(value) && Object.keys(value).length === 0);

/** What stands at "for.emotions". */
export const valueAt = (entry: Entry, path: string): unknown => path.split('.').reduce<unknown>((value, name) => (isEntry(value) ? value[name] : undefined), entry);
/** The change of an entry that puts a value there; undefined takes it out, and with the last member what held it. */
export function changeAt(entry: Entry, path: string, value: unknown): Entry {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return { [first]: value };
  const inner = isEntry(entry[first]) ? entry[first] : {}, changed = { ...inner, ...changeAt(inner, rest.join('.'), value) };
  const left = Object.fromEntries(Object.entries(changed).filter(([, one]) => !isBlank(one)));
  return { [first]: isBlank(left) ? undefined : left };
}

/** The words of a control: a list as lines, or with commas between. */
export function shownOf(entry: Entry, { name, kind, usual = '' }: Pick<FieldSpec, 'name' | 'kind' | 'usual'>): string {
  const value = valueAt(entry, name);
  if (Array.isArray(value)) return kind === 'commas' ? value.join(', ') : value.map(rowOf).join('\n');
  if (kind === 'pairs' && isEntry(value)) return Object.entries(value).map(([from, to]) => `${from} ${ARROW} ${[to].flat().join(` ${OR} `)}`).join('\n');
  if (kind === 'choice') return typeof value === 'string' ? value : usual;
  return typeof value === 'string' || typeof value === 'number' || value === true ? String(value) : '';
}
/** What was typed, as the draft has it. Blank lines stay while somebody types; `fileOf` takes them out and makes numbers of numbers. */
export function typedAs(kind: FieldKind, typed: string): unknown {
  if (kind === 'lines' || kind === 'pairs' || kind === 'candidates') return typed.split('\n');
  if (kind === 'tick') return typed === 'true' ? true : undefined;
  if (kind === 'choice') return typed === '' ? undefined : typed;
  return kind === 'commas' ? typed.split(',').map((one) => one.trimStart()) : typed;
}

/** "0,6" → 0.6; what is no number stays, and the check tells it. */
export const numberOf = (value: unknown): unknown => (typeof value === 'string' && /^\s*-?\d+(?:[.,]\d+)?\s*$/u.test(value) ? Number(value.trim().replace(',', '.')) : value);

/** "SLA → answer time | time to answer", one a line. A line without an arrow replaces nothing, which the check tells. */
export function pairsOf(rows: readonly unknown[]): Record<string, string | string[]> {
  return Object.fromEntries(rows.filter((row): row is string => typeof row === 'string' && row.trim() !== '').map((row) => {
    const [from = '', to = ''] = row.split(/→|=>|->/u, 2);
    const all = to.split(OR).map((one) => one.trim()).filter((one) => one !== '');
    return [from.trim(), all.length > 1 ? all : (all[0] ?? '')];
  }));
}

function rowOf(value: unknown): string {
  return isEntry(value) ? [value['selector'], ...Object.entries(value).filter(([name]) => name !== 'selector').map(([name, one]) => `${name}=${String(one)}`)].join(` ${OR} `) : String(value);
}
const placeOf = (row: unknown): unknown => {
  const [selector = '', ...demands] = typeof row === 'string' ? row.split(DEMAND) : [];
  return demands.length === 0 ? row : { selector: selector.trim(), ...Object.fromEntries(demands.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)])) };
};

/** A description of a page as its file has it: its lines as candidates, and the parts that must be there. */
export function hostOf(lean: Entry): Entry {
  const places = (value: unknown): unknown => (Array.isArray(value) ? value.map(placeOf) : isEntry(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'id' ? one : places(one)])) : value);
  const parts = Object.fromEntries(['read', 'write', 'remember'].filter((part) => part in lean).map((part) => [part, places(lean[part])]));
  const identity = Array.isArray(lean['identity']) ? (lean['identity'] as readonly unknown[]).map((one) => (isEntry(one) ? { ...one, ...sourceOf(one) } : one)) : [];
  return { match: [], evidence: {}, read: {}, write: {}, ...lean, ...parts, identity };
}
/** An address and a script are named by one text, everything else by candidates. */
function sourceOf({ from, at }: Entry): Entry {
  if (at === undefined) return {};
  const rows = [at].flat() as readonly unknown[];
  return { at: from === 'address' || from === 'script' ? (rows.length === 1 ? rows[0] : rows) : rows.map(placeOf) };
}
