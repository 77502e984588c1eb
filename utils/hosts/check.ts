/**
 * Has a page changed under its description? Pure: what readings found, look by look, in; what became of each key out. It keeps which
 * candidate hit and how often, and of misses in which conversations, as numbers: never a word of the page.
 *
 * A page is allowed to be odd. A key counts as gone only where it used to hit, and after so many conversations running without it as
 * chance hardly gives: by how often it was missing before (a name that half of all tickets lack may well be missing in six running).
 * Where a candidate of a lower rank still finds it, it has moved: nothing is broken, and whoever mends the description is told.
 */

/** One look at a page that had come to rest. */
export interface CheckLook {
  /** Which description was used: another one begins anew. */
  readonly data: string;
  /** Stands for the conversation, see `placeOf`. */
  readonly place: number;
  readonly ranks: Readonly<Record<string, number>>;
  readonly failed: readonly string[];
}
export interface KeyRecord {
  /** Hits by rank. */
  readonly hits: readonly number[];
  /** Looks without it, those of the present run left out. */
  readonly missed: number;
  /** Places of the misses running; a hit ends them. */
  readonly run: readonly number[];
  /** Looks running in which a lower rank than usual hit. */
  readonly low: number;
}
export interface PageRecord {
  readonly data: string;
  /** ISO date of the last look. */
  readonly day: string;
  readonly keys: Readonly<Record<string, KeyRecord>>;
}
export interface Verdict {
  /** Keys that used to hit and are gone; keys found by another candidate than they used to be. */
  readonly changed: readonly string[];
  readonly shifted: readonly string[];
}
export const SOUND: Verdict = { changed: [], shifted: [] };

/** Hits before a key can be missed; fewer say nothing of a page. */
const USED = 3;
/** Misses running that are the least to speak of, and the most that are waited for. */
const RUN_LEAST = 3, RUN_MOST = 12;
/** How seldom chance may give such a run: an agent opens some hundred conversations a week. */
const CHANCE = 1 / 5000;
/** Lower hits running that are a shift. */
const LOW_LEAST = 3;
/** Counters end here: what a page did a year ago weighs no more than its last months. */
const COUNT_MOST = 200;
/** Keys of one page, and candidates of one key; the data's own bounds are no larger. */
const KEYS_MOST = 24, RANKS_MOST = 12;

const NEW: KeyRecord = { hits: [], missed: 0, run: [], low: 0 };

/** The record after one more look. @param day ISO date */
export function noted(before: PageRecord | null, { data, place, ranks, failed }: CheckLook, day: string): PageRecord {
  const known = before?.data === data ? before.keys : {};
  const keys = new Map(Object.entries(known));
  const names = new Set([...Object.keys(ranks), ...failed]);
  for (const name of names) {
    if (!keys.has(name) && keys.size >= KEYS_MOST) continue;
    const record = keys.get(name) ?? NEW;
    const rank = ranks[name];
    keys.set(name, rank === undefined ? miss(record, place) : hit(record, Math.min(rank, RANKS_MOST - 1)));
  }
  return { data, day, keys: Object.fromEntries(keys) };
}

/** What a record says. */
export function verdictOf({ keys }: PageRecord): Verdict {
  const names = (test: (record: KeyRecord) => boolean): readonly string[] => Object.keys(keys).filter((name) => test(keys[name] ?? NEW)).sort();
  return { changed: names((record) => total(record) >= USED && record.run.length >= patience(record)), shifted: names(({ low, run }) => run.length === 0 && low >= LOW_LEAST) };
}

/** Misses running that chance hardly gives. */
function patience(record: KeyRecord): number {
  const usual = (record.missed + 1) / (record.missed + total(record) + 2);
  return Math.min(RUN_MOST, Math.max(RUN_LEAST, Math.ceil(Math.log(CHANCE) / Math.log(usual))));
}

const total = ({ hits }: KeyRecord): number => hits.reduce((sum, count) => sum + count, 0);

function hit(record: KeyRecord, rank: number): KeyRecord {
  const usual = record.hits.indexOf(Math.max(...record.hits, 0));
  const low = total(record) >= USED && rank > usual ? Math.min(record.low + 1, COUNT_MOST) : 0;
  const hits = Array.from({ length: Math.max(record.hits.length, rank + 1) }, (_, at) => (record.hits[at] ?? 0) + (at === rank ? 1 : 0));
  // A run that ended was a run of odd pages: it counts among what this key is used to.
  return faded({ hits, missed: record.missed + record.run.length, run: [], low });
}

/** The same conversation again is the same miss. */
function miss(record: KeyRecord, place: number): KeyRecord {
  return record.run.includes(place) || record.run.length >= RUN_MOST ? record : { ...record, run: [...record.run, place] };
}

function faded(record: KeyRecord): KeyRecord {
  if (total(record) + record.missed < COUNT_MOST) return record;
  return { ...record, hits: record.hits.map((count) => Math.ceil(count / 2)), missed: Math.floor(record.missed / 2) };
}

/** A number that stands for a conversation and does not tell which (32 bits, FNV-1a). */
export function placeOf(conversation: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < conversation.length; at += 1) hash = Math.imul(hash ^ conversation.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
