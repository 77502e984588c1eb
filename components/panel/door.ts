import type { LoadReader } from '../shared';
import type { Push, RequestName, Requests } from '../../utils/messages/protocol';

/** What reaches the panel of itself. */
export type PanelPush = Extract<Push, { to: 'panel' }>;
export interface From {
  readonly tab: number | null;
  readonly frame: number | null;
}

/** All that the panel needs of the world, so that it can be shown with another one in its place. */
export interface Door {
  /** Asks the background. Rejects with what went wrong; an error named `ExtensionGone` when the extension was updated. */
  ask<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer']>;
  /** Hears pushes to any panel; `from` tells whose. */
  listen(hear: (push: PanelPush, from: From) => void, signal: AbortSignal): void;
  /** Calls back when the page beside the panel may be another one (a tab was switched). Never, in a frame. */
  onElsewhere(call: () => void, signal: AbortSignal): void;
  /** The right to a site, as a match pattern: within the click the browser is asked, and asks the agent. */
  readonly sites: { request(pattern: string): Promise<boolean>; remove(pattern: string): Promise<boolean> };
  /** ISO instant and IANA zone. */
  now(): string;
  zone(): string;
  readonly preferred: readonly string[];
  /** True where the panel is a frame in the host's page and can be slid away. */
  readonly framed: boolean;
  /** The tab to watch where the address says so; null lets the background tell. */
  readonly tab: number | null;
  /** Reads what is typed, in a language of ours. */
  readonly reader: LoadReader;
  /** Address of another page of the extension, "options.html#/promises". */
  page(path: string): string;
}
