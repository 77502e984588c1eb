import type { BroughtBack } from '../../utils/messages/protocol';
import { readMark, writeMark } from '../../utils/store';
import type { Store } from '../../utils/store';

const BACK = 'brought-back';

/** Writes down that promises came back from the second copy. @throws StoreError */
export function keepBroughtBack(store: Store, back: BroughtBack): Promise<void> {
  return writeMark(store, BACK, back);
}

/** The last time they did; null where they never had to. @throws StoreError */
export async function lastBroughtBack(store: Store): Promise<BroughtBack | null> {
  return (await readMark(store, BACK)) as BroughtBack | undefined ?? null;
}
