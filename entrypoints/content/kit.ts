import type { Page } from '../../utils/hosts';
import type { Checkup } from './checkup';
import type { Engine } from './engine';
import type { Dismissed } from './learnt';
import type { Going, Outgoing, Unconfirmed } from './outgoing';
import type { Reply } from './reply';
import type { Selected } from './selected';
import type { Services } from './services';
import type { SendWatch } from './watch';

/** What all replies of a page share. */
export interface Kit {
  readonly services: Services;
  readonly engine: Engine;
  readonly page: () => Page;
  /** What the agent selects on the page; null where nobody looks (our own pages). */
  readonly selected: Selected | null;
  /** A reply was read anew, or a promise went out unconfirmed. */
  readonly onView: (reply: Reply) => void;
  /** The agent sends a reply; it was likely sent. */
  readonly onArmed: (reply: Reply) => void;
  readonly onGone: (reply: Reply) => void;
  readonly onSending: Outgoing['onSending'];
  readonly dismissed: Dismissed;
  readonly checkup: Checkup;
  readonly onSent: (asked: readonly Unconfirmed[], going: Going) => void;
  /** What was asked about stands in the thread; was undone, and is no longer asked. By ids of the ledger. */
  readonly onProved: (ids: readonly string[]) => void;
  readonly onUndone: (ids: readonly string[]) => void;
  /** Of the page. */
  readonly signal: AbortSignal;
  /** Every sending of the page that is watched. */
  readonly watches: Set<SendWatch>;
}
