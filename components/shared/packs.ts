import type { ImportNote } from '../../utils/phrases/import';
import type { PackError } from '../../utils/phrases/pack';
import type { Strings } from './strings';

/** "phrases[12].text: 3.204 caracteres; o máximo é 2.000": the place as it stands in the file, the rest in the interface's language. */
export function tellPackError({ path, code, params }: PackError, { t }: Strings): string {
  const told = t(`pack_error_${code}`, params);
  return path === '' ? told : `${path}: ${told}`;
}

/** Where, which phrase, what was not carried. */
export function tellImportNote({ at, title, code, params, problem }: ImportNote, strings: Strings): string {
  const told = strings.t(`pack_import_${code}`, problem === undefined ? params : { ...params, problem: tellPackError(problem, strings) });
  const where = [at, title].filter((part) => part !== '').join(', ');
  return where === '' ? told : `${where}: ${told}`;
}

/** Why something was not done with a pack (`PackProblem` of the messages); the faults of `invalid` by themselves, by `tellPackError`. */
export function tellPackProblem({ code, params }: { readonly code: string; readonly params: Readonly<Record<string, string | number>> }, { t }: Strings): string {
  return t(`pack_problem_${code}`, params);
}
