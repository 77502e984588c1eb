/** What zod found → errors of ours. */
import type { z } from 'zod';
import { PACK_ERROR_CODES, quoted } from './errors';
import type { Errors, PackError, PackErrorCode } from './errors';

type Issue = z.core.$ZodIssue;
type Params = PackError['params'];
const CODES: ReadonlySet<string> = new Set(PACK_ERROR_CODES);

/** JSON's own names, which every reader of such a file knows. */
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const shown = (value: unknown): string => (typeof value === 'string' ? quoted(value) : typeof value === 'object' && value !== null ? typeOf(value) : String(value));

/** `at`: where the value that zod looked at stands in the file. */
export function addIssues(errors: Errors, at: readonly PropertyKey[], issues: readonly Issue[]): void {
  for (const issue of issues) {
    if (errors.full) return;
    addIssue(errors, [...at, ...issue.path], issue);
  }
}

function addIssue(errors: Errors, path: readonly PropertyKey[], issue: Issue): void {
  const own = issue.message.startsWith('#') ? issue.message.slice(1) : '';
  if (CODES.has(own)) return errors.add(path, own as PackErrorCode, { found: shown(issue.input), ...(issue.code === 'custom' ? short(issue.params) : {}) });
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return errors.add(path, 'missing');
      return errors.add(path, 'wrong_type', { found: typeOf(issue.input), expected: issue.expected === 'record' ? 'object' : issue.expected });
    case 'too_big': return errors.add(path, ...size(issue.origin, issue.input, 'max', Number(issue.maximum)));
    case 'too_small': return issue.input === '' ? errors.add(path, 'blank') : errors.add(path, ...size(issue.origin, issue.input, 'min', Number(issue.minimum)));
    case 'unrecognized_keys': return issue.keys.forEach((key) => errors.add(path, 'field_unknown', { key: quoted(key) }));
    case 'invalid_value': return issue.input === undefined ? errors.add(path, 'missing') : errors.add(path, 'not_one_of', { found: shown(issue.input), allowed: issue.values.map(String).join(', ') });
    case 'invalid_union': return addUnion(errors, path, issue);
    case 'invalid_key': return addIssues(errors, path, issue.issues.map((one) => ({ ...one, path: [], input: one.input ?? path.at(-1) }) as Issue));
    case 'custom': return errors.add(path, 'host_wrong');
    default: return errors.add(path, 'wrong_form', { found: shown(issue.input) });
  }
}

function size(origin: string, input: unknown, bound: 'min' | 'max', value: number): [PackErrorCode, Params] {
  const length = typeof input === 'string' || Array.isArray(input) ? input.length : typeof input === 'number' ? input : 0;
  const code: PackErrorCode = origin === 'string' ? (bound === 'max' ? 'too_long' : 'too_short')
    : origin === 'array' ? (bound === 'max' ? 'too_many' : 'too_few') : bound === 'max' ? 'number_high' : 'number_low';
  return [code, { found: length, [bound]: value }];
}

/** Of the ways a value may be written the one that it took: that whose type fits. */
function addUnion(errors: Errors, path: readonly PropertyKey[], issue: Extract<Issue, { code: 'invalid_union' }>): void {
  const taken = issue.errors.find((way) => !way.some((one) => one.code === 'invalid_type' && one.path.length === 0));
  if (taken !== undefined) return addIssues(errors, path, taken);
  const expected = issue.errors.flatMap((way) => way.flatMap((one) => (one.code === 'invalid_type' && one.path.length === 0 ? [one.expected === 'record' ? 'object' : one.expected] : [])));
  if (issue.input === undefined) return errors.add(path, 'missing');
  errors.add(path, 'wrong_type', { found: typeOf(issue.input), expected: [...new Set(expected)].join(' / ') });
}

function short(params: Readonly<Record<string, unknown>> | undefined): Params {
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, typeof value === 'number' ? value : quoted(String(value))]));
}
