import type { Notes } from './notes';

export const IMPORT_FORMATS = ['csv', 'textblaze', 'briskine', 'espanso', 'zendesk', 'text', 'html'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How variables are written where a text comes from. */
export type Dialect = 'keepword' | 'mustache' | 'textblaze' | 'espanso' | 'none';

/** One phrase as it was found, before its text and names are made ours. */
export interface Found {
  readonly title: string;
  readonly shortcut: string | null;
  readonly tags: readonly string[];
  readonly body: string;
  readonly html: boolean;
  readonly dialect: Dialect;
  /** Values of variables that the entry itself defines (Espanso): text to stand there, or null where nothing can. */
  readonly values?: ReadonlyMap<string, string | null>;
  /** What is said of it already, and what will be. */
  readonly notes: Notes;
  /** Fields of our own table, kept as they are. */
  readonly own?: Readonly<Record<string, unknown>>;
}
