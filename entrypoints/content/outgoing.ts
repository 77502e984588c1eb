import { zone } from '../../utils/browser';
import type { HostReading } from '../../utils/hosts';
import type { Lang } from '../../utils/language';
import type { ConversationRef, PromiseView } from '../../utils/messages/protocol';
import type { Due } from '../../utils/promises';
import { presentIn, type Kept } from './kept';
import { live } from './marks';

/** How sure it is that a promise went out. sent: it did. unsure: it may have. later: at another time, from which its date counts. */
export type Going = 'sent' | 'unsure' | 'later';

/** A promise that the agent is asked about. */
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
  readonly later: boolean;
  readonly lang: Lang;
  readonly reading: HostReading;
  /** At the moment of sending, before anything is asked: the page may be gone the next. */
  readonly onSending: (conversation: ConversationRef | null, unconfirmed: readonly string[]) => void;
}

/** What went out together, and can still be taken back together. */
export interface Outgone {
  /** To be asked about; where it goes out later, those too that were kept: their dates may be meant from then. */
  readonly asked: readonly Unconfirmed[];
  /** Ids of those that the sending put into the ledger, and of those that were kept before. */
  readonly unconfirmed: readonly string[];
  readonly kept: readonly string[];
}
export const NOTHING: Outgone = { asked: [], unconfirmed: [], kept: [] };

/**
 * A reply was likely sent: what was promised and not kept goes into the ledger as tentative, what was kept answers for itself. Everything is
 * asked at once, because each message must have left before the page is gone.
 */
export async function sendOut({ kept, promises, text, whole, later, lang, reading, onSending }: Outgoing): Promise<Outgone> {
  const present = presentIn(promises);
  const standing = live(promises).filter((promise) => whole || text.includes(promise.text));
  const loose = standing.filter((promise) => promise.kept === null);
  const before = kept.goes(present);
  const unconfirmed = loose.map((promise) => kept.idFor(promise));
  onSending(reading.conversation, unconfirmed);
  await Promise.all(
    loose.map((promise) => kept.keep({ promise, text: promise.text, due: promise.due, lang, zone: zone(), reading, status: 'tentative' }, present)),
  ).catch(() => undefined);
  const asked = standing.filter((promise) => promise.kept === null || (later && before.includes(promise.kept)));
  return { asked: asked.map((promise) => ({ id: promise.kept ?? kept.idFor(promise), text: promise.text, due: promise.due })), unconfirmed, kept: before };
}

/** Both, each once. */
export function together(one: Outgone, other: Outgone): Outgone {
  const asked = [...one.asked, ...other.asked.filter(({ id }) => one.asked.every((each) => each.id !== id))];
  return { asked, unconfirmed: [...new Set([...one.unconfirmed, ...other.unconfirmed])], kept: [...new Set([...one.kept, ...other.kept])] };
}
