import type { LoadReader } from '../shared';
import type { ExportedFile, Push, RequestName, Requests } from '../../utils/messages/protocol';

/** Sites beyond the supported hosts: what was granted, asking for one, giving one back. Patterns as `https://desk.example.org/*`. */
export interface SiteDoor {
  granted(): Promise<readonly string[]>;
  /** Within the click: asks the browser, which asks the agent. */
  request(pattern: string): Promise<boolean>;
  remove(pattern: string): Promise<boolean>;
  /** Pattern of the site of an address, or null. */
  pattern(address: string): string | null;
}

/** The right to put files into the downloads folder, which backups need. */
export interface DownloadsDoor {
  granted(): Promise<boolean>;
  /** Within the click: asks the browser, which asks the agent. */
  request(): Promise<boolean>;
}

/** The right to fetch packs from an address. */
export interface PacksDoor {
  /** Within the click: asks the browser, which asks the agent; false also where it is no address for packs. */
  request(address: string): Promise<boolean>;
}

/** All that the options page needs of the world. */
export interface Door {
  ask<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer']>;
  listen(hear: (push: Extract<Push, { to: 'panel' }>) => void, signal: AbortSignal): void;
  now(): string;
  zone(): string;
  readonly preferred: readonly string[];
  readonly sites: SiteDoor;
  readonly downloads: DownloadsDoor;
  readonly packs: PacksDoor;
  /** Reads what is typed, in a language of ours. */
  readonly reader: LoadReader;
  /** Gives the agent a file, as a download of the page. */
  give(file: ExportedFile): void;
}
