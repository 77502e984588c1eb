/**
 * What is said about packs (see `.github/packs.md`): all of it between our own pages and the background, nothing but `pack.off` in a host's page.
 * `base64`: the bytes of a file as they are, because what is wrong with bytes (no UTF-8, an archive) is told too.
 */
import type { Settings } from './protocol';
import type { Lang } from '../language';
import type { Pack, PackError, PackPhrase } from '../phrases/pack';
import type { ListedEntry } from '../phrases/merge';

/** Later ones win over earlier ones. */
export const PACK_LAYERS = ['policy', 'team', 'own'] as const;
export type PackLayerName = (typeof PACK_LAYERS)[number];
export const PACK_SOURCES = ['file', 'paste', 'address', 'policy', 'workshop'] as const;
export type PackSource = (typeof PACK_SOURCES)[number];

/** In the interface: `pack_problem_<code>`, its parameters in braces. */
export const PACK_PROBLEMS = [
  'invalid', // {errors}: how many; they stand in `errors`
  'signature_bad', // the signature is not that of the content
  'signature_missing', // earlier versions were signed
  'signature_other', // signed by somebody else than before
  'signature_unsupported', // this browser can't check Ed25519
  'other_pack', // the address now gives a pack of another id: {found}
  'older', // the address gives an older version: {found}
  'policy', // the administrator's, not to be changed here
  'missing', // no such pack, version or update
  'too_many', // {max} packs
  'reserved', // {id} is a name of our own
  'address', // no https address (http on this computer alone)
  'permission', // the browser was not asked for {origin}, or said no
  'network', // no answer
  'slow', // no whole answer within {seconds}
  'large', // more than {max} bytes
  'redirect', // sent elsewhere, or anywhere: give the final address
  'markup', // a page, not a pack
  'status', // {status}
  'key', // the file holds no key of the workshop
  'key_there', // there is a key already, which a new one would replace
  'key_none', // no key to sign with
] as const;
export type PackProblemCode = (typeof PACK_PROBLEMS)[number];
export interface PackProblem {
  readonly code: PackProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Of `invalid`, with their places; `tellPackError` says them. */
  readonly errors: readonly PackError[];
}

export const PACK_LISTS = ['phrases', 'glossary', 'rules', 'cues', 'links', 'exercises', 'holidays', 'hosts'] as const;
export type PackListName = (typeof PACK_LISTS)[number];
export type PackCounts = Readonly<Record<PackListName, number>>;

/** What one version changes against another, by list; ids, of holidays the dates. `other`: names of other fields that differ (workingHours, sets, name …). */
export interface PackDifference {
  readonly lists: Readonly<Record<PackListName, { readonly added: readonly string[]; readonly changed: readonly string[]; readonly removed: readonly string[] }>>;
  readonly other: readonly string[];
}

/** What a file holds and what installing it would change. */
export interface PackPreview {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly author: string | null;
  readonly description: string | null;
  readonly languages: Pack['languages'];
  readonly counts: PackCounts;
  readonly news: Pack['changes'];
  /** null: not installed yet. */
  readonly installed: { readonly version: string; readonly layer: PackLayerName; readonly source: PackSource } | null;
  /** Against what is installed; null: not installed yet. */
  readonly difference: PackDifference | null;
  /** Older than what is installed: allowed, but worth a word. */
  readonly older: boolean;
  /** The key it is soundly signed with, base64; null: unsigned. */
  readonly signedBy: string | null;
  /** Why it can't be installed (signature, administrator …), or null. */
  readonly refused: PackProblem | null;
}

export interface PackInfo {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly author: string | null;
  readonly description: string | null;
  readonly languages: Pack['languages'];
  readonly counts: PackCounts;
  readonly layer: PackLayerName;
  readonly source: PackSource;
  /** ISO instant at which this version came in. */
  readonly at: string;
  /** The administrator's: neither removed, restored nor switched off here. */
  readonly locked: boolean;
  readonly off: boolean;
  /** The author's key, pinned with the first signed version. */
  readonly signedBy: string | null;
  /** Of a pack by address; else null. */
  readonly subscription: {
    readonly address: string;
    /** Applied at once, without being shown before. */
    readonly automatic: boolean;
    /** ISO instant of the last check that succeeded, or null. */
    readonly checkedAt: string | null;
    /** ISO instant of the next one. */
    readonly nextAt: string;
    /** Why the last check failed; the last good version stays in force. */
    readonly problem: PackProblem | null;
  } | null;
  /** A newer version that waits for `pack.apply`. */
  readonly pending: { readonly version: string; readonly news: Pack['changes']; readonly difference: PackDifference } | null;
  /** Earlier versions that can be brought back, the latest first. */
  readonly earlier: readonly { readonly n: number; readonly version: string; readonly at: string }[];
}

export type PackFileAsk = { readonly text: string } | { readonly base64: string };
export type KeyAnswer = { readonly ok: true; readonly key: string } | { readonly ok: false; readonly problem: PackProblem };
export type PackAnswer = { readonly ok: true; readonly pack: PackInfo } | { readonly ok: false; readonly problem: PackProblem };

/** One setting that is not the agent's own. */
export interface GovernedSetting {
  readonly field: keyof Settings;
  /** locked: the administrator's, a change is refused. preset: holds until the agent sets their own. */
  readonly how: 'locked' | 'preset';
  /** Id of the pack it comes from; null: of the policy itself. */
  readonly origin: string | null;
  /** A preset that the agent's own choice takes the place of. */
  readonly chosen: boolean;
}

/** A day on which the team does not work, and the id of the pack that says so. */
export interface DayOff {
  /** ISO date. */
  readonly date: string;
  readonly name: string | null;
  readonly origin: string;
}

export interface PackRequests {
  /** All packs, strongest layer last; `off` as packs and entries are switched off ("pack", "pack/entry", "keepword/entry"). */
  'pack.list': { ask: Record<string, never>; answer: { packs: readonly PackInfo[]; off: readonly string[] } };
  /** Entries of all packs in force or off, with their origin. */
  'pack.entries': { ask: Record<string, never>; answer: { entries: readonly ListedEntry[] } };
  /** The file's text; `n` one of `earlier`, or 'pending': the update that waits. Refused where there is none. */
  'pack.text': { ask: { id: string; n?: number | 'pending' }; answer: { text: string } };
  'pack.preview': { ask: { file: PackFileAsk }; answer: { ok: true; preview: PackPreview } | { ok: false; problem: PackProblem } };
  /** Installs or updates by id. The layer stays what it was where it is left out, team for a new pack. */
  'pack.install': { ask: { file: PackFileAsk; source: 'file' | 'paste' | 'workshop'; layer?: 'team' | 'own' }; answer: PackAnswer };
  'pack.remove': { ask: { id: string }; answer: { ok: true } | { ok: false; problem: PackProblem } };
  /** Brings an earlier version back; the present one becomes an earlier one. */
  'pack.restore': { ask: { id: string; n: number }; answer: PackAnswer };
  /** Switches a pack, one of its entries, or (pack "keepword") a built-in entry off and on. */
  'pack.switch': { ask: { pack: string; entry?: string; on: boolean }; answer: { ok: true } | { ok: false; problem: PackProblem } };
  /**
   * Switches off what holds there by that id, or (`whole`) the pack it comes from: asked where it is seen, on a host's page too, so it only ever
   * goes one way; it is switched on again in the settings. `name`: what was switched off, for people.
   */
  'pack.off': { ask: { entry: string; lang: Lang; whole: boolean }; answer: { ok: true; name: string } | { ok: false; problem: PackProblem } };
  /** What an address gives; nothing is kept. Before it, within the click, the page asks the browser: `requestPackOrigin(address)` of utils/browser. */
  'pack.look': { ask: { address: string }; answer: { ok: true; text: string; preview: PackPreview } | { ok: false; problem: PackProblem } };
  /** What was looked at is not taken: the right to its origin is given back. */
  'pack.leave': { ask: Record<string, never>; answer: { ok: true } };
  /**
   * Installs by address, with the right to it as for `pack.look`. A pack that is there already gets the address.
   * `text`: what the address gave a moment ago; it is taken as it was shown, and not fetched again.
   */
  'pack.subscribe': { ask: { address: string; automatic: boolean; layer?: 'team' | 'own'; text?: string }; answer: PackAnswer };
  /** Whether updates apply at once; `address: null` keeps the pack and asks its address no more. */
  'pack.subscription': { ask: { id: string; automatic: boolean } | { id: string; address: null }; answer: PackAnswer };
  /** Asks the addresses now: of one pack or of all. Failures stand in the packs. */
  'pack.check': { ask: { id?: string }; answer: { packs: readonly PackInfo[] } };
  /** Puts the waiting update into force; `apply: false` drops it until the address has another one. */
  'pack.apply': { ask: { id: string; apply: boolean }; answer: PackAnswer };
  /** Drafts of the workshop: any text, saved as often as one likes. */
  'draft.save': { ask: { id: string; name: string; text: string }; answer: { at: string } };
  'draft.load': { ask: { id: string }; answer: { draft: { readonly id: string; readonly name: string; readonly text: string; readonly at: string } | null } };
  'draft.list': { ask: Record<string, never>; answer: { drafts: readonly { readonly id: string; readonly name: string; readonly at: string }[] } };
  'draft.remove': { ask: { id: string }; answer: { ok: true } };
  /** The lead's key, with which the workshop signs: its public half, base64; the secret one leaves the background in a key file alone. null: none was made. */
  'key.get': { ask: Record<string, never>; answer: { key: string | null } };
  /** Makes a key, or takes one from a key file. Refused where there is one: it is to be saved and forgotten first. */
  'key.make': { ask: Record<string, never>; answer: KeyAnswer };
  'key.take': { ask: { text: string }; answer: KeyAnswer };
  /** The key as a file, to be kept where only the lead gets at it. Refused where there is none. */
  'key.save': { ask: Record<string, never>; answer: { ok: true; text: string } | { ok: false; problem: PackProblem } };
  'key.forget': { ask: Record<string, never>; answer: { ok: true } };
  /** The text of a pack file, signed; a signature that stood in it is replaced. Refused where there is no key or the text is no pack. */
  'key.sign': { ask: { text: string }; answer: { ok: true; text: string } | { ok: false; problem: PackProblem } };
  /** The agent's own phrases (a pack of layer own that is not listed). Favourites: `phrase.favour`. */
  'own.list': { ask: Record<string, never>; answer: { phrases: readonly PackPhrase[] } };
  /** Adds or replaces by id; errors have paths from "phrases[0]". */
  'own.save': { ask: { phrases: readonly PackPhrase[] }; answer: { ok: true } | { ok: false; problem: PackProblem } };
  'own.remove': { ask: { ids: readonly string[] }; answer: { ok: true } };
  /** What the administrator and packs set. `daysOff`: by date, each with its pack. `problems`: what is wrong with the policy, in English, with the place. */
  'policy.get': { ask: Record<string, never>; answer: { managed: boolean; problems: readonly string[]; settings: readonly GovernedSetting[]; daysOff: readonly DayOff[] } };
}

/** To our own pages: packs, drafts or what is switched off changed. To replies: the words of languages changed, ask for them anew. */
export type PackPush =
  | { readonly to: 'panel'; readonly push: 'packs.changed' }
  | { readonly to: 'reply'; readonly push: 'knowledge.changed' };
