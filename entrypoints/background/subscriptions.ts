import { clearAlarm, hasPackOrigin, keepPackOrigins, packAddress, setAlarm } from '../../utils/browser';
import type { PackProblem, PackRequests } from '../../utils/messages/protocol';
import { BOUNDS, compareVersions, readPack } from '../../utils/phrases/pack';
import { changePack, packRows } from '../../utils/store';
import type { PackRow } from '../../utils/store';
import { PackRefused } from './pack-refused';
import type { PackFile, Packs } from './packs-kept';

export const PACKS_ALARM = 'packs';
/** Hours from one check to the next; minutes to the first after a failure, doubled with each further one up to a day. */
const EVERY_HOURS = 24;
const AGAIN_MINUTES = 15;
const AGAIN_MOST = EVERY_HOURS * 60;
/** The alarm repeats so often, should its exact time be lost. Minutes. */
const REPEAT = 60;

export type Fetched = { readonly text: string; readonly etag: string | null } | 'unchanged';
export interface FetchLimits {
  /** For the whole answer, milliseconds. */
  readonly time: number;
  /** Of the answer unpacked, so that a bomb ends where it has grown to it. */
  readonly bytes: number;
}
const LIMITS: FetchLimits = { time: 20_000, bytes: BOUNDS.bytes };

/**
 * Fetches a pack's text: without cookies, without a referrer, past the browser's cache, within one origin. This is the one place where
 * the extension uses the network. @param etag of what is known: 'unchanged' where the server says that it is still that.
 * @throws PackRefused saying why there is none
 */
export async function fetchPack(address: string, etag: string | null, limits: FetchLimits = LIMITS): Promise<Fetched> {
  const url = packAddress(address);
  if (url === null) throw new PackRefused('address');
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limits.time);
  try {
    const answer = await fetch(url, {
      signal: stop.signal, credentials: 'omit', cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json', ...(etag === null ? {} : { 'if-none-match': etag }) },
    });
    return await textOf(answer, limits.bytes);
  } catch (error) {
    if (error instanceof PackRefused) throw error;
    if (stop.signal.aborted) throw new PackRefused('slow', { seconds: Math.ceil(limits.time / 1000) });
    throw new PackRefused('network');
  } finally {
    clearTimeout(timer);
    // What was refused halfway is let go of.
    stop.abort();
  }
}

async function textOf(answer: Response, most: number): Promise<Fetched> {
  // Followed, a redirect would have asked the other origin before anybody could look where it leads.
  if (answer.type === 'opaqueredirect' || answer.redirected || (answer.status >= 300 && answer.status < 400 && answer.status !== 304)) throw new PackRefused('redirect');
  if (answer.status === 304) return 'unchanged';
  if (!answer.ok) throw new PackRefused('status', { status: answer.status });
  if (/^\s*(?:text\/html|application\/xhtml)/iu.test(answer.headers.get('content-type') ?? '')) throw new PackRefused('markup');
  const bytes = await bytesOf(answer, most);
  const text = decoded(bytes);
  if (/^\s*</u.test(text)) throw new PackRefused('markup');
  return { text, etag: answer.headers.get('etag') };
}

/** @throws PackRefused naming the byte that is no UTF-8 */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const result = readPack(bytes);
    throw new PackRefused('invalid', { errors: 1 }, result.ok ? [] : result.errors);
  }
}

async function bytesOf(answer: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) throw new PackRefused('large', { max: most });
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @throws PackRefused where it is no address for packs, or the agent did not allow its origin */
async function allowed(address: string): Promise<URL> {
  const url = packAddress(address);
  if (url === null) throw new PackRefused('address');
  if (!(await hasPackOrigin(url.href))) throw new PackRefused('permission', { origin: url.origin });
  return url;
}

/**
 * Packs by address: asked once a day, on demand, and after a failure again with growing patience. All it needs stands in the database,
 * so that it goes on after every nap. A failure leaves the last good version in force and says why.
 */
export class Subscriptions {
  #queue: Promise<void> = Promise.resolve();

  constructor(private readonly packs: Packs, private readonly get: typeof fetchPack = fetchPack) {}

  /** Installs what an address gives. Answers the pack's id. @throws PackRefused; then nothing is kept */
  subscribe(ask: PackRequests['pack.subscribe']['ask']): Promise<string> {
    const done = this.#queue.then(() => this.#subscribe(ask).finally(() => this.#alarm()));
    this.#queue = done.then(() => undefined, () => undefined);
    return done.finally(() => this.leave());
  }

  /** What an address gives, for the agent to see it first; nothing is kept but the right to ask. @throws PackRefused; then that is given back too */
  async look(address: string): Promise<PackFile> {
    try {
      const { text } = await this.#first(await allowed(address));
      return await this.packs.read(text);
    } catch (error) {
      await this.leave();
      throw error;
    }
  }

  async #first(address: URL): Promise<{ readonly text: string; readonly etag: string | null }> {
    const fetched = await this.get(address.href, null);
    if (fetched === 'unchanged') throw new PackRefused('status', { status: 304 });
    return fetched;
  }

  async #subscribe({ address, automatic, layer, text }: PackRequests['pack.subscribe']['ask']): Promise<string> {
    const url = await allowed(address);
    const fetched = text === undefined ? await this.#first(url) : { text, etag: null };
    const file = await this.packs.read(fetched.text);
    const subscription = { address: url.href, automatic, etag: fetched.etag, checkedAt: this.packs.now(), nextAt: this.#in(EVERY_HOURS * 60), failures: 0, problem: null, declined: null };
    await this.packs.change(() => this.packs.put(file, { source: 'address', subscription, ...(layer === undefined ? {} : { layer }) }));
    return file.pack.id;
  }

  /**
   * Gives back the origins that no pack needs, after something that may have left one. Not at every start: the grant itself wakes a
   * background that sleeps, and would be taken back before its address was asked. Never throws.
   */
  leave(): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      const rows = await packRows(this.packs.store);
      await keepPackOrigins(rows.flatMap(({ subscription }) => subscription?.address ?? []));
    }).catch(() => undefined);
    return this.#queue;
  }

  /** Asks the addresses that are due, and sets the alarm for the next. Never throws. */
  refresh(): Promise<void> {
    return this.#run(({ subscription }) => subscription !== null && Temporal.Instant.compare(subscription.nextAt, this.packs.now()) <= 0);
  }

  /** Asks now. @param id null: all addresses */
  check(id: string | null): Promise<void> {
    return this.#run((row) => id === null || row.id === id);
  }

  #run(due: (row: PackRow) => boolean): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      for (const row of await packRows(this.packs.store)) if (row.subscription !== null && due(row)) await this.#ask(row, row.subscription).catch(() => undefined);
      await this.#alarm();
    }).catch(() => undefined);
    return this.#queue;
  }

  async #alarm(): Promise<void> {
    const subscriptions = (await packRows(this.packs.store)).flatMap(({ subscription }) => subscription ?? []);
    const [next] = subscriptions.map(({ nextAt }) => nextAt).sort(Temporal.Instant.compare);
    await (next === undefined ? clearAlarm(PACKS_ALARM) : setAlarm(PACKS_ALARM, next, REPEAT));
  }

  async #ask(row: PackRow, known: NonNullable<PackRow['subscription']>): Promise<void> {
    try {
      const fetched = await this.get(known.address, known.etag);
      if (fetched === 'unchanged') return await this.#note(row.id, {});
      const { text, etag } = fetched;
      // A tag that changes with every answer is no news.
      if (text === row.text || text === known.declined || text === row.pending?.text) return await this.#note(row.id, { etag });
      const file = await this.packs.read(text);
      await this.#fits(row, file);
      if (known.automatic || row.layer === 'policy') await this.packs.change(() => this.packs.put(file, { source: row.layer === 'policy' ? 'policy' : 'address', layer: row.layer }));
      await this.#note(row.id, { etag }, known.automatic || row.layer === 'policy' ? null : { text, version: file.pack.version });
    } catch (error) {
      await this.#failed(row.id, known, error);
    }
  }

  /** @throws PackRefused where the file is not the next version of that pack */
  async #fits(row: PackRow, file: PackFile): Promise<void> {
    if (file.pack.id !== row.id) throw new PackRefused('other_pack', { found: file.pack.id });
    // An old version, soundly signed, could be played back to undo what was mended since.
    if (compareVersions(file.pack.version, row.version) < 0) throw new PackRefused('older', { found: file.pack.version });
    await this.packs.admit(file, row.layer === 'policy' ? 'policy' : 'address', await packRows(this.packs.store));
  }

  /** After a good answer. `pending` is left as it is where it is not given. */
  #note(id: string, over: { readonly etag?: string | null }, pending?: PackRow['pending']): Promise<void> {
    return this.#change(id, (row, subscription) => ({
      ...row, ...(pending === undefined ? {} : { pending }),
      subscription: { ...subscription, ...over, checkedAt: this.packs.now(), nextAt: this.#in(EVERY_HOURS * 60), failures: 0, problem: null },
    }));
  }

  async #failed(id: string, { address, failures }: NonNullable<PackRow['subscription']>, error: unknown): Promise<void> {
    let problem: PackProblem = error instanceof PackRefused ? error.problem : { code: 'network', params: {}, errors: [] };
    if (problem.code === 'network' && !(await hasPackOrigin(address).catch(() => true))) problem = { code: 'permission', params: { origin: new URL(address).origin }, errors: [] };
    const nextAt = this.#in(Math.min(AGAIN_MINUTES * 2 ** failures, AGAIN_MOST));
    await this.#change(id, (row, subscription) => ({ ...row, subscription: { ...subscription, failures: failures + 1, nextAt, problem } }));
  }

  /** The pack may have gone, or lost its address, while it was asked. */
  #change(id: string, to: (row: PackRow, subscription: NonNullable<PackRow['subscription']>) => PackRow): Promise<void> {
    return this.packs.change(async () => {
      await changePack(this.packs.store, id, (row) => (row?.subscription ? to(row, row.subscription) : row));
    }, false);
  }

  #in(minutes: number): string {
    return Temporal.Instant.from(this.packs.now()).add({ minutes }).toString();
  }
}
