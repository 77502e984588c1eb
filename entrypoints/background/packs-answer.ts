import type { PackAnswer, PackProblem } from '../../utils/messages/protocol';
import { PackRefused } from './pack-refused';
import type { Packs } from './packs-kept';

/** What was done, or why it was not; other faults pass. */
export async function told<T extends object>(work: () => Promise<T>): Promise<({ readonly ok: true } & T) | { readonly ok: false; readonly problem: PackProblem }> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    if (error instanceof PackRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}
export const answered = (packs: Packs, work: () => Promise<string>): Promise<PackAnswer> => told(async () => ({ pack: await packs.info(await work()) }));
