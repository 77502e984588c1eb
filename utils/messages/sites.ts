/** What is said about the pages that the agent switched on or taught: between our own pages, the content script that teaches, and the background. */
import type { PackHost } from '../phrases/pack';
import type { ExportedFile } from './protocol';

/** What may be done with the page of a tab. */
export interface SiteHere {
  /**
   * on: the agent switched it on. known: supported from the start. off: it can be switched on. closed: no extension may work there (the
   * browser's own pages, stores of extensions). unseen: the browser doesn't tell us which page it is until the toolbar button is pressed on it.
   */
  readonly state: 'on' | 'known' | 'off' | 'closed' | 'unseen';
  /** Match pattern to ask the browser for, "https://desk.example.org/*"; of `known`, `closed` and `unseen` null. */
  readonly site: string | null;
  /** "desk.example.org", or null. */
  readonly name: string | null;
}

/** The agent's own description of a site. */
export interface TaughtSite {
  /** The host's id. */
  readonly id: string;
  /** Match pattern of the origin it was taught on, with its port. */
  readonly site: string;
  readonly name: string;
  /** Whether pages of the site are read by it; else it is only kept. */
  readonly use: boolean;
  /** What was shown, of: message, name, editor, send. */
  readonly parts: readonly string[];
}

export interface SiteRequests {
  /** For our own pages alone. */
  'site.here': { ask: { tab: number }; answer: SiteHere };
  /** By name. For our own pages alone. */
  'site.taught': { ask: Record<string, never>; answer: { sites: readonly TaughtSite[] } };
  /** Keeps a description, in the hosts' own form; one of the same id is replaced. From a content script only for its own origin. */
  'site.teach': { ask: { host: PackHost; use: boolean }; answer: TaughtSite };
  /** For our own pages alone. */
  'site.change': { ask: { id: string; change: { do: 'use'; use: boolean } | { do: 'name'; name: string } | { do: 'remove' } }; answer: { sites: readonly TaughtSite[] } };
  /** A pack that holds the description, to be given on. For our own pages alone. */
  'site.export': { ask: { id: string }; answer: ExportedFile };
  /** Leads to a page of the site and lets the agent teach it there. For our own pages alone. */
  'site.start': { ask: { site: string }; answer: { started: boolean } };
  /** Gives a site back: a panel framed in a page has no permissions of its own to give (Firefox). For our own pages alone. */
  'site.leave': { ask: { site: string }; answer: { left: boolean } };
}
