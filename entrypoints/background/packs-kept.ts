import { readAsset } from '../../utils/browser';
import type { PackInfo, PackProblem, PackSource } from '../../utils/messages/protocol';
import { loadKnowledge } from '../../utils/rules';
import { BOUNDS, compareVersions, readPack, readPackText } from '../../utils/phrases/pack';
import type { Pack, ReadOptions } from '../../utils/phrases/pack';
import type { InForce } from '../../utils/phrases/merge';
import { changePack, earlierVersions, packRows, readMark, writeMark } from '../../utils/store';
import type { EarlierVersion, PackRow, Store } from '../../utils/store';
import { countsOf, differenceOf } from './packs-compare';
import { PackRefused } from './pack-refused';
import { bytesOf, signedBy } from './signing';

/** The pack of the agent's own phrases: kept like every other, listed nowhere. */
export const OWN = 'own.phrases';
/** Packs that may be installed: merging takes time with each. */
const PACKS_MOST = 50;
const OFF = 'packs off';

export interface PackFile {
  readonly text: string;
  readonly pack: Pack;
}
/** A pack in force or switched off, as it is kept and as it is read; null where this version of Keepword reads it no more. */
export interface KeptPack {
  readonly row: PackRow;
  readonly pack: Pack | null;
}

/** The packs that are installed, and what of them is switched off. Every change is one after the other, and then told. */
export class Packs {
  #queue: Promise<unknown> = Promise.resolve();
  readonly #read = new Map<string, { readonly text: string; readonly pack: Pack | null }>();
  #lists: Promise<NonNullable<ReadOptions['lists']>> | null = null;

  /** @param changed is called after each change and awaited: what follows from packs is worked out anew; with whether words may be others. */
  constructor(readonly store: Store, readonly now: () => string, private readonly changed: (words: boolean) => Promise<void>) {}

  /** Runs one change after those before it, and tells of it. @param words whether replies may read otherwise after it. @throws what `work` throws; then nothing is told */
  change<T>(work: () => Promise<T>, words = true): Promise<T> {
    const done = this.#queue.then(async () => {
      const answer = await work();
      await this.changed(words);
      return answer;
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** All that is kept, the agent's own phrases too, weakest layer first is the merge's business. */
  async all(): Promise<readonly KeptPack[]> {
    const rows = await packRows(this.store);
    return Promise.all(rows.map(async (row) => ({ row, pack: await this.#packOf(row) })));
  }

  /** What is laid over the built-in words: every pack that can be read. */
  async inForce(): Promise<readonly InForce[]> {
    return (await this.all()).flatMap(({ row, pack }) => (pack === null ? [] : [{ layer: row.layer, pack }]));
  }

  async get(id: string): Promise<KeptPack | null> {
    return (await this.all()).find(({ row }) => row.id === id) ?? null;
  }

  async list(): Promise<readonly PackInfo[]> {
    const [all, earlier, off] = await Promise.all([this.all(), earlierVersions(this.store), this.off()]);
    const infos = await Promise.all(all.filter(({ row }) => row.id !== OWN).map((kept) => this.#infoOf(kept, earlier, off)));
    const layers: readonly PackInfo['layer'][] = ['policy', 'team', 'own'];
    return infos.sort((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer));
  }

  /** @throws PackRefused where there is none of that id */
  async info(id: string): Promise<PackInfo> {
    const found = (await this.list()).find((pack) => pack.id === id);
    if (!found) throw new PackRefused('missing');
    return found;
  }

  async off(): Promise<ReadonlySet<string>> {
    const kept = await readMark(this.store, OFF);
    return new Set(Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : []);
  }

  async switch(name: string, on: boolean): Promise<void> {
    const off = new Set(await this.off());
    if (on) off.delete(name);
    else off.add(name);
    await writeMark(this.store, OFF, [...off].sort());
  }

  /** @throws PackRefused `invalid` with all that is wrong */
  async read(file: string | { readonly text: string } | { readonly base64: string }): Promise<PackFile> {
    const lists = await this.#known();
    if (typeof file === 'string' || 'text' in file) {
      const text = typeof file === 'string' ? file : file.text;
      return { text, pack: sound(readPackText(text, { lists })) };
    }
    const bytes = bytesOf(file.base64);
    const pack = sound(readPack(bytes, { lists }));
    return { text: new TextDecoder().decode(bytes), pack };
  }

  /**
   * Whether a file may take the place of what is installed, by signature and by whose it is. The author of the first signed version is
   * the only one from then on. Answers the key to be pinned.
   */
  async admit({ text, pack }: PackFile, source: PackSource, rows: readonly PackRow[]): Promise<string | null> {
    const row = rows.find(({ id }) => id === pack.id);
    if (pack.id === OWN) throw new PackRefused('reserved', { id: OWN });
    if (row?.layer === 'policy' && source !== 'policy') throw new PackRefused('policy');
    if (row === undefined && source !== 'policy' && rows.filter(({ id }) => id !== OWN).length >= PACKS_MOST) throw new PackRefused('too_many', { max: PACKS_MOST });
    const signed = await signedBy(text);
    if ('fault' in signed) throw new PackRefused(signed.fault);
    const pinned = row?.key ?? null;
    if (pinned !== null && signed.by === null) throw new PackRefused('signature_missing');
    if (pinned !== null && signed.by !== pinned) throw new PackRefused('signature_other');
    return signed.by;
  }

  /** Puts a file into force. To be called within `change`. @throws PackRefused */
  async put(file: PackFile, how: { readonly source: PackSource; readonly layer?: PackRow['layer']; readonly subscription?: PackRow['subscription'] }): Promise<void> {
    const key = await this.admit(file, how.source, await packRows(this.store));
    await changePack(this.store, file.pack.id, (row) => ({
      id: file.pack.id, layer: how.layer ?? row?.layer ?? 'team', source: how.source, text: file.text, version: file.pack.version,
      at: row?.text === file.text ? row.at : this.now(), key,
      subscription: how.subscription === undefined ? (row?.subscription ?? null) : how.subscription, pending: null, before: row?.before ?? null,
    }));
  }

  async #infoOf({ row, pack }: KeptPack, earlier: readonly EarlierVersion[], off: ReadonlySet<string>): Promise<PackInfo> {
    const pending = row.pending === null ? null : await this.read(row.pending.text).catch(() => null);
    const known = pack ?? EMPTY;
    const subscription = row.subscription === null ? null : {
      address: row.subscription.address, automatic: row.subscription.automatic, checkedAt: row.subscription.checkedAt, nextAt: row.subscription.nextAt,
      problem: row.subscription.problem as PackProblem | null,
    };
    return {
      id: row.id, name: pack?.name ?? row.id, version: row.version, author: known.author, description: known.description, languages: known.languages,
      counts: countsOf(known), layer: row.layer, source: row.source as PackSource, at: row.at, locked: row.layer === 'policy', off: off.has(row.id), signedBy: row.key,
      subscription,
      pending: pending === null ? null : { version: pending.pack.version, news: newsOf(pending.pack, row.version), difference: differenceOf(known, pending.pack) },
      earlier: row.layer === 'policy' ? [] : earlier.filter((one) => one.pack === row.id).map(({ n, version, at }) => ({ n, version, at })),
    };
  }

  async #packOf({ id, text }: PackRow): Promise<Pack | null> {
    const known = this.#read.get(id);
    if (known?.text === text) return known.pack;
    const result = readPackText(text, { lists: await this.#known() });
    const pack = result.ok ? result.pack : null;
    this.#read.set(id, { text, pack });
    return pack;
  }

  /** The built-in word lists, with which the examples of rules are cut into sentences as replies are. */
  #known(): Promise<NonNullable<ReadOptions['lists']>> {
    this.#lists ??= Promise.all((['en', 'pt', 'pl'] as const).map(async (asset) => [asset, loadKnowledge(await readAsset(`knowledge/${asset}.json`)).lists] as const)).then((lists) => Object.fromEntries(lists));
    this.#lists.catch(() => (this.#lists = null));
    return this.#lists;
  }
}

/** What a pack says of the versions after one. */
export function newsOf(pack: Pack, since: string | null): Pack['changes'] {
  return since === null ? pack.changes : pack.changes.filter(({ version }) => compareVersions(version, since) > 0);
}

function sound(result: ReturnType<typeof readPack>): Pack {
  if (result.ok) return result.pack;
  throw new PackRefused('invalid', { errors: result.errors.length, max: BOUNDS.errors }, result.errors);
}

const EMPTY: Pack = {
  id: '', name: '', version: '0', author: null, description: null, languages: [], changes: [], phrases: [], glossary: [], rules: [], cues: [], sets: {}, links: [],
  exercises: [], holidays: [], workingHours: null, replyTargetHours: null, hosts: [], signature: null,
};
export const emptyPack = (over: Pick<Pack, 'id' | 'name' | 'version' | 'languages'>): Pack => ({ ...EMPTY, ...over });
