import { zone } from '../../utils/browser';
import type { HostReading } from '../../utils/hosts';
import type { Lang } from '../../utils/language';
import type { ConversationRef, PromiseView } from '../../utils/messages/protocol';
import type { Due } from '../../utils/promises';
import { presentIn, type Kept } from './kept';
import { live } from './marks';

/** A promise that went out and is not confirmed. */
export interface Unconfirmed {
  readonly id: string;
  readonly text: string;
  readonly due: Due | null;
}

export interface Outgoing {
  readonly kept: Kept;
  readonly promises: readonly PromiseView[];
  /** The reply as it was sent, and whether the promises are those of exactly this text. */
  readonly text: string;
  readonly whole: boolean;
  readonly lang: Lang;
  readonly reading: HostReading;
  /** At the moment of sending, before anything is asked: the page may be gone the next. */
  readonly onSending: (conversation: ConversationRef | null, unconfirmed: readonly string[]) => void;
}

/**
 * A reply was likely sent: what was promised and not kept goes into the ledger as tentative, what was kept is marked as
 * sent. Everything is asked at once, because each message must have left before the page is gone.
 */
export async function sendOut({ kept, promises, text, whole, lang, reading, onSending }: Outgoing): Promise<readonly Unconfirmed[]> {
  const present = presentIn(promises);
  const loose = live(promises).filter((promise) => promise.kept === null && (whole || text.includes(promise.text)));
  const unconfirmed = loose.map((promise) => ({ id: kept.idFor(promise), text: promise.text, due: promise.due }));
  onSending(reading.conversation, unconfirmed.map(({ id }) => id));
  await Promise.all([
    ...loose.map((promise) => kept.keep({ promise, text: promise.text, due: promise.due, lang, zone: zone(), reading, status: 'tentative' }, present)),
    kept.sent(present),
  ]).catch(() => undefined);
  return unconfirmed;
}
