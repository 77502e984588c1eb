import type { BroughtBack } from '../../utils/messages/protocol';
import { readMark } from '../../utils/store';
import type { Store } from '../../utils/store';

/** The last time promises came back from the second copy, as the store wrote it down; null where they never had to. @throws StoreError */
export async function lastBroughtBack(store: Store): Promise<BroughtBack | null> {
  return (await readMark(store, 'brought-back')) as BroughtBack | undefined ?? null;
}
