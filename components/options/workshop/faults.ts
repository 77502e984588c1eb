import type { PackError } from '../../../utils/phrases/pack';
import { setPath, textOf } from './draft';
import type { List } from './specs';
import type { Entry } from './values';

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

/** Whether an error is of a list. */
export const isOf = ({ path }: PackError, list: string): boolean => within(path, list);
/** The errors of one entry, each by its place within it: "find[2]", '' for the entry itself. */
export function faultsOf(errors: readonly PackError[], list: List, index: number, entry: Entry): readonly PackError[] {
  const base = list === 'sets' ? setPath(textOf(entry, 'name').trim()) : `${list}[${index}]`;
  return errors.filter(({ path }) => within(path, base)).map((error) => ({ ...error, path: error.path.slice(base.length).replace(/^\./u, '') })).map((error) => (list === 'sets' ? { ...error, path: error.path === '' ? 'name' : 'members' } : error));
}
/** Of those the ones of a field. */
export const faultsAt = (faults: readonly PackError[], name: string): readonly PackError[] => faults.filter(({ path }) => within(path, name));
/** Of those the ones that no field of `names` shows. */
export const otherFaults = (faults: readonly PackError[], names: readonly string[]): readonly PackError[] => faults.filter(({ path }) => !names.some((name) => within(path, name)));
