import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createLanguage, type Language } from '../../utils/language';
import type { Clock } from '../../utils/promises';
import type { AssetName } from '../../utils/rules';
import { compileLenient } from '../../utils/rules/compile';

/** Wednesday 18 November 2026, ten in the morning in Lisbon. */
export const CLOCK: Clock = {
  now: '2026-11-18T10:00:00+00:00', zone: 'Europe/Lisbon', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set(),
};

/** The real knowledge of a language; entries with faults are left out (tests/rules reports them). */
export async function languageOf(name: AssetName): Promise<Language> {
  return createLanguage((await compileLenient(name)).knowledge);
}

/** A file of the repository, seen from its root. */
export function yamlOf<T>(path: string): T {
  return parse(readFileSync(path, 'utf8')) as T;
}
