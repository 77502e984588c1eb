import type { Settings } from '../../utils/messages/protocol';
import { readMark } from '../../utils/store';
import type { Store } from '../../utils/store';

/** Settings that a policy may set: the desk's and the look's; nothing that the agent taught Keepword, and no widths of panels. */
export const GOVERNABLE: ReadonlySet<string> = new Set<keyof Settings>(['language', 'portuguese', 'hours', 'holidays', 'replyTargetHours', 'silenced', 'theme', 'reminders', 'palette', 'backup']);

/** Settings that are not the agent's own: locked ones always hold, presets until the agent sets theirs. Our own words, checked when written. */
export interface Governed {
  readonly locked: Partial<Settings>;
  readonly preset: Partial<Settings>;
  /** Field → pack that brings the preset; absent: the policy. */
  readonly origins: Readonly<Record<string, string>>;
}
export const GOVERNED = 'governed';
const NONE: Governed = { locked: {}, preset: {}, origins: {} };

export async function governedOf(store: Store): Promise<Governed> {
  return ((await readMark(store, GOVERNED)) as Governed | null) ?? NONE;
}

/** The fields of a change that would change what the administrator locked. */
export function lockedIn(change: Partial<Settings>, { locked }: Governed): readonly string[] {
  return Object.keys(change).filter((field) => field in locked && JSON.stringify(change[field as keyof Settings]) !== JSON.stringify(locked[field as keyof Settings]));
}
