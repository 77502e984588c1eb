import type { HostReading } from '../../utils/hosts';
import type { Finding } from '../../utils/language';
import type { PromiseView, ReplyView } from '../../utils/messages/protocol';
import type { Left } from '../../utils/phrases';
import { NO_SIGNS } from '../../utils/promises';
import type { Found } from './engine';
import { originsOf } from './origins';

export interface ViewParts extends Pick<ReplyView, 'key' | 'revision' | 'draft' | 'problem' | 'sentUnconfirmed' | 'clipboard'> {
  readonly reading: HostReading;
  readonly found: Found | null;
  /** Without those the agent dismissed. */
  readonly findings: readonly Finding[];
  readonly promises: readonly PromiseView[];
  readonly left: readonly Left[];
  /** Keys of the page's description that used to hit and are gone. */
  readonly changed: readonly string[];
}

/** One reply as the panels are shown it. A note to colleagues promises the customer nothing. */
export function viewOf({ reading, found, findings, promises, changed, ...parts }: ViewParts): ReplyView {
  const { host, level, missing, conversation, customer, internal, disagree } = reading;
  const state = disagree ? 'broken' : found === null ? 'loading' : parts.draft.trim() === '' ? 'empty' : 'ready';
  return {
    ...parts, conversation, customer, internal, state, ...(reading.messageFrom ? { messageFrom: reading.messageFrom } : {}),
    host: { ...host, level, missing, changed },
    analysis: found ? { ...found.analysis, findings } : null,
    promises: internal ? [] : promises,
    suggestions: found?.suggestions ?? [],
    from: found ? originsOf(found, findings, found.suggestions) : {},
    signs: internal || found === null ? NO_SIGNS : found.signs,
  };
}
