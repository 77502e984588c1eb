import type { Push, RequestName, Requests } from '../../utils/messages/protocol';

/** Sites beyond the supported hosts: what was granted, asking for one, giving one back. Patterns as `https://desk.example.org/*`. */
export interface SiteDoor {
  granted(): Promise<readonly string[]>;
  /** Within the click: asks the browser, which asks the agent. */
  request(pattern: string): Promise<boolean>;
  remove(pattern: string): Promise<boolean>;
  /** Pattern of the site of an address, or null. */
  pattern(address: string): string | null;
}

/** All that the options page needs of the world. */
export interface Door {
  ask<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer']>;
  listen(hear: (push: Extract<Push, { to: 'panel' }>) => void, signal: AbortSignal): void;
  now(): string;
  zone(): string;
  readonly preferred: readonly string[];
  readonly sites: SiteDoor;
}
