import { alive, onMessage, sendToExtension, sendToTab } from '../browser';
import type { Sender } from '../browser';
import type { Push } from './protocol';

export type { Sender };

/** What a reply says to a command, where it has something to say. */
export interface CommandOutcome {
  readonly ok: boolean;
  readonly problem?: string;
  /** What was asked for, where that is a text. */
  readonly text?: string;
}

type PushTo<To extends Push['to']> = Extract<Push, { to: To }>;

/**
 * Tells every page of the extension: panels, and replies written in one of our own pages. Nobody listening is no
 * fault. Answers what a reply said to a command, else undefined.
 */
export async function push(message: Push): Promise<unknown> {
  if (!alive()) return undefined;
  return sendToExtension(message).catch(() => undefined);
}

/** How a push to a tab went: `delivered` false where nobody listens in that tab or frame. */
export interface Delivery {
  readonly delivered: boolean;
  readonly answer: unknown;
}

/** Tells the content scripts of a tab (frame null: all frames of it). For the background and our own pages. */
export async function pushToTab(tab: number, frame: number | null, message: PushTo<'reply'>): Promise<Delivery> {
  try {
    return { delivered: true, answer: await sendToTab(tab, frame, message) };
  } catch {
    return { delivered: false, answer: undefined };
  }
}

/**
 * Receives what is pushed to `to`, until `signal` is aborted.
 *
 * A panel hears the replies of every tab, and a reply in one of our own pages hears the commands for every tab, so
 * both say which tab is theirs; `tab` is asked at each message, because a side panel follows the agent from tab to
 * tab. A push that names no tab (settings, the ledger) always passes. Where `tab` answers null nothing is left out.
 *
 * The listener's answer, where it gives one, goes back to who pushed: that is how a command tells its outcome.
 */
export function receive<To extends Push['to']>(
  to: To,
  options: { readonly tab: () => number | null; readonly signal: AbortSignal },
  listener: (message: PushTo<To>, sender: Sender) => Promise<CommandOutcome> | CommandOutcome | undefined | void,
): void {
  if (options.signal.aborted) return;
  const stop = onMessage((message, sender) => {
    if (!isPush(message) || message.to !== to) return undefined;
    const mine = options.tab();
    const about = tabOf(message, sender);
    if (mine !== null && about !== null && mine !== about) return undefined;
    const outcome = listener(message as PushTo<To>, sender);
    return outcome === undefined ? undefined : Promise.resolve(outcome);
  });
  options.signal.addEventListener('abort', stop, { once: true });
}

/** The tab a push is about, or null where it is about none. */
export function tabOf(message: Push, sender: Sender): number | null {
  if (message.push === 'command') return message.address.tab;
  return message.push === 'reply.view' || message.push === 'reply.gone' ? (message.via?.tab ?? sender.tab) : null;
}

/** true for a push of ours, whoever it is for. Shape only: what pushes is our own code. */
export function isPush(message: unknown): message is Push {
  if (typeof message !== 'object' || message === null || !('to' in message) || !('push' in message)) return false;
  return message.to === 'panel' || message.to === 'reply';
}
