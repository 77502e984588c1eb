/**
 * A pack as it is worked with: everything in its place, nothing left open (a list that the file leaves out is empty, a value is null,
 * every entry has its language and its id). The file's own form, field by field, is in `.github/packs.md`.
 * No zod here: everybody may take these types.
 */
import type { CheckName, Emotion, StakeKind } from '../../language';

/** The number in `keepword`. A file of a later format is refused, not guessed at. */
export const PACK_FORMAT = 1;
export const PACK_LANGUAGES = ['en', 'pt', 'pt-BR', 'pt-PT', 'pl'] as const;
/** pt: both countries'. */
export type PackLanguage = (typeof PACK_LANGUAGES)[number];
export const TEXT_FORMS = ['tu', 'voce', 'senhor', 'senhora', 'ty', 'pan', 'pani', 'panstwo'] as const;
export type PackText = string | Readonly<Partial<Record<(typeof TEXT_FORMS)[number], string>>>;

interface PackEntry {
  /** Unique in the pack; the same id in a later pack, or of a built-in entry, is replaced. */
  readonly id: string;
  readonly lang: PackLanguage;
}
export interface PackPhrase extends PackEntry {
  readonly title: string;
  readonly text: PackText;
  readonly tags: readonly string[];
  readonly shortcut: string | null;
  readonly at: 'start' | 'middle' | 'end';
  readonly for: { readonly emotions: readonly Emotion[]; readonly stakes: readonly StakeKind[]; readonly situations: readonly string[] };
  /** What the customer's message must show, all of it; "delay|lost": one of them. */
  readonly needs: readonly string[];
  /** Patterns of which one must be found in the customer's message; none: no such condition. */
  readonly words: readonly string[];
  readonly gives: readonly CheckName[];
  /** search: found, never suggested. */
  readonly offer: 'suggest' | 'search';
}
export interface PackTerm extends PackEntry {
  readonly term: string;
  /** Further forms, as patterns. */
  readonly forms: readonly string[];
  /** Plain words for it, best first; may be none. */
  readonly plain: readonly string[];
  readonly explanation: string | null;
}
interface Proof {
  /** Sentences with the span between "<" and ">". */
  readonly flags: readonly string[];
  readonly passes: readonly string[];
}
export interface PackRule extends PackEntry, Proof {
  readonly category: string;
  /** Patterns; empty where `swap` brings them. */
  readonly find: readonly string[];
  readonly swap: Readonly<Record<string, readonly string[]>>;
  readonly unless: readonly string[];
  readonly say: readonly string[];
  readonly why: string;
  readonly example: string | null;
  readonly whole: boolean;
  /** null: as is usual for the category. */
  readonly customer: 'quiet' | 'ignore' | null;
}
export interface PackCue extends PackEntry, Proof {
  /** One of the two, the other null. */
  readonly emotion: Emotion | null;
  readonly stake: StakeKind | null;
  /** 0..1 */
  readonly weight: number;
  readonly find: readonly string[];
  readonly unless: readonly string[];
}
export interface PackLink extends PackEntry {
  readonly title: string;
  /** https */
  readonly url: string;
  /** What to say with it, `{url}` in its place; null: title and address. */
  readonly text: string | null;
  readonly tags: readonly string[];
  readonly shortcut: string | null;
}
export interface PackExercise extends PackEntry {
  /** 1 the easiest … 7. */
  readonly level: number;
  readonly customer: string;
  readonly customerName: string | null;
  /** What a good reply does here, told to the agent. */
  readonly goal: string;
  /** Checks that it must satisfy. */
  readonly checks: readonly CheckName[];
}
export interface PackHoliday {
  /** ISO date. */
  readonly date: string;
  readonly name: string | null;
}
export interface PackHours {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** "HH:MM" */
  readonly start: string;
  readonly end: string;
}
export interface PackChange {
  readonly version: string;
  readonly date: string | null;
  readonly text: string;
}
/** Ed25519, base64: the raw 32-byte public key and the 64-byte signature of `signedText`. Checked by who fetches packs, not here. */
export interface PackSignature {
  readonly key: string;
  readonly value: string;
}
/** A host's description as utils/hosts takes it; checked by its schema. */
export interface PackHost {
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

export interface Pack {
  readonly id: string;
  readonly name: string;
  /** "2", "1.4", "2026.3.1": numbers and dots, compared number by number (`compareVersions`). */
  readonly version: string;
  readonly author: string | null;
  readonly description: string | null;
  readonly languages: readonly PackLanguage[];
  readonly changes: readonly PackChange[];
  readonly phrases: readonly PackPhrase[];
  readonly glossary: readonly PackTerm[];
  readonly rules: readonly PackRule[];
  readonly cues: readonly PackCue[];
  /** Named lists of words for the pack's own patterns. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly links: readonly PackLink[];
  readonly exercises: readonly PackExercise[];
  readonly holidays: readonly PackHoliday[];
  readonly workingHours: PackHours | null;
  readonly replyTargetHours: number | null;
  readonly hosts: readonly PackHost[];
  readonly signature: PackSignature | null;
}
