import { clearAlarm, managedPolicy, setAlarm } from '../../utils/browser';
import { soundSettings } from '../../utils/messages/answer';
import type { PackProblem, PackRequests, Settings } from '../../utils/messages/protocol';
import { deskOf, inOrder } from '../../utils/phrases/merge';
import type { Desk } from '../../utils/phrases/merge';
import { describePackError } from '../../utils/phrases/pack';
import type { PackHost } from '../../utils/phrases/pack';
import { changePack, packRows, readMark, readSettings, writeMark } from '../../utils/store';
import type { PackRow } from '../../utils/store';
import { PackRefused } from './pack-refused';
import type { PackFile, Packs } from './packs-kept';
import { GOVERNED, GOVERNABLE, governedOf } from './policy-settings';
import type { Governed } from './policy-settings';
import { signedBy } from './signing';
import { fetchPack } from './subscriptions';

export const POLICY_ALARM = 'policy';
/** Minutes until an address that gave no pack is asked again. */
const AGAIN = 60;
const POLICY = 'policy';
const PACKS_MOST = 20;

type Fields = Readonly<Record<string, unknown>>;
interface Mark {
  readonly managed: boolean;
  readonly problems: readonly string[];
  readonly locked: Partial<Settings>;
  readonly preset: Partial<Settings>;
}
interface Wanted {
  readonly files: { readonly file: PackFile; readonly address: string | null; readonly etag: string | null; readonly where: string }[];
  readonly ids: string[];
  missing: boolean;
}
const NONE: Mark = { managed: false, problems: [], locked: {}, preset: {} };

/**
 * What the administrator set (managed storage): packs of the layer policy, and settings, locked or preset. Read at every start and when
 * it changes. What is wrong with it is told and left out; the rest holds. See `.github/policy.md`.
 */
export class Policy {
  #queue: Promise<void> = Promise.resolve();

  constructor(private readonly packs: Packs, private readonly fetchFrom: typeof fetchPack = fetchPack) {}

  /** Reads the policy and makes what it says so, one after the other. Never throws. */
  refresh(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#run()).catch(() => undefined);
    return this.#queue;
  }

  async get(): Promise<PackRequests['policy.get']['answer']> {
    const [{ managed, problems }, { locked, preset, origins }, { holidays }, kept] = await Promise.all([this.#mark(), governedOf(this.packs.store), this.#desk(), readSettings(this.packs.store)]);
    const own = soundSettings(kept);
    const daysOff = holidays.map(({ value, origin }) => ({ ...value, origin }));
    // Days off are told with their names, and are nobody's setting.
    const named = (fields: Partial<Settings>, how: 'locked' | 'preset') =>
      Object.keys(fields).filter((field) => field !== 'teamDaysOff').map((field) => ({ field: field as keyof Settings, how, origin: how === 'locked' ? null : (origins[field] ?? null), chosen: how === 'preset' && field in own }));
    return { managed, problems, daysOff, settings: [...named(locked, 'locked'), ...named(preset, 'preset').filter(({ field }) => !(field in locked))] };
  }

  /** Works out which settings are governed, from the policy and from what packs say of the desk. Answers whether anything is new. */
  async govern(): Promise<boolean> {
    const [{ locked, preset }, { workingHours, replyTargetHours, holidays }] = await Promise.all([this.#mark(), this.#desk()]);
    const days = holidays.length > 0 ? { teamDaysOff: holidays.map(({ value }) => value.date) } : {};
    const fromPacks = { ...days, ...(workingHours ? { hours: workingHours.value } : {}), ...(replyTargetHours ? { replyTargetHours: replyTargetHours.value } : {}) };
    const origins = { ...(workingHours ? { hours: workingHours.origin } : {}), ...(replyTargetHours ? { replyTargetHours: replyTargetHours.origin } : {}) };
    const governed: Governed = {
      locked, preset: { ...(soundSettings(fromPacks) as Partial<Settings>), ...preset },
      origins: Object.fromEntries(Object.entries(origins).filter(([field]) => !(field in preset))),
    };
    if (JSON.stringify(governed) === JSON.stringify(await governedOf(this.packs.store))) return false;
    await writeMark(this.packs.store, GOVERNED, governed);
    return true;
  }

  /** Pages as packs in force describe them, the strongest first. */
  async hosts(): Promise<readonly PackHost[]> {
    return (await this.#desk()).hosts.map(({ value }) => value);
  }

  async #desk(): Promise<Desk> {
    const [packs, off] = await Promise.all([this.packs.inForce(), this.packs.off()]);
    return deskOf(inOrder(packs, off), off);
  }

  async #run(): Promise<void> {
    const policy = await managedPolicy();
    const managed = Object.keys(policy).length > 0;
    const rows = await packRows(this.packs.store);
    // Nearly everywhere: there is no policy, and there was none.
    if (!managed && !(await this.#mark()).managed && rows.every(({ layer }) => layer !== 'policy')) return;
    const problems: string[] = Object.keys(policy).filter((name) => name !== 'packs' && name !== 'settings').map((name) => `${name}: unknown`);
    const settings = objectOf(policy['settings'], 'settings', problems);
    const mark: Mark = { managed, problems, locked: soundOf(settings, 'locked', problems), preset: soundOf(settings, 'preset', problems) };
    const wanted = await this.#wanted(policy['packs'], rows, problems);
    const ids = new Set([...wanted.ids, ...wanted.files.map(({ file }) => file.pack.id)]);
    const gone = rows.filter(({ id, layer }) => layer === 'policy' && !ids.has(id));
    const fresh = wanted.files.filter(({ file, address }) => !rows.some((row) => row.layer === 'policy' && row.text === file.text && (row.subscription?.address ?? null) === address));
    await this.packs.change(async () => {
      for (const { file, address, etag, where } of fresh) await this.#put(file, address, etag).catch((error: unknown) => problems.push(`${where}: ${sayError(error)}`));
      for (const { id } of gone) await changePack(this.packs.store, id, (row) => row?.before ?? null);
      await writeMark(this.packs.store, POLICY, mark);
    }, fresh.length + gone.length > 0);
    await (wanted.missing ? setAlarm(POLICY_ALARM, Temporal.Instant.from(this.packs.now()).add({ minutes: AGAIN }).toString(), AGAIN) : clearAlarm(POLICY_ALARM));
  }

  /** The policy's packs: those to be put, and the ids of those that are there already. `missing`: an address gave none and is to be asked again. */
  async #wanted(list: unknown, rows: readonly PackRow[], problems: string[]): Promise<Wanted> {
    const found: Wanted = { files: [], ids: [], missing: false };
    if (list !== undefined && !Array.isArray(list)) problems.push('packs: no list');
    const entries: readonly unknown[] = Array.isArray(list) ? list : [];
    if (entries.length > PACKS_MOST) problems.push(`packs: ${entries.length}, at most ${PACKS_MOST}; the first ${PACKS_MOST} hold`);
    for (const [at, entry] of entries.slice(0, PACKS_MOST).entries()) {
      const where = `packs[${at}]`;
      const { address, pack } = objectOf(entry, where, problems);
      const there = rows.find((row) => row.layer === 'policy' && row.subscription !== null && row.subscription.address === address);
      if (there) {
        found.ids.push(there.id);
        continue;
      }
      try {
        if (typeof address !== 'string' && pack === undefined) throw new Error('"address" or "pack" is missing');
        found.files.push({ ...(await this.#file(address, pack)), where });
      } catch (error) {
        problems.push(`${where}: ${sayError(error)}`);
        if (typeof address === 'string') found.missing = true;
      }
    }
    return found;
  }

  async #file(address: unknown, pack: unknown): Promise<{ file: PackFile; address: string | null; etag: string | null }> {
    if (typeof address !== 'string') return { file: await this.packs.read(typeof pack === 'string' ? pack : JSON.stringify(pack)), address: null, etag: null };
    const fetched = await this.fetchFrom(address, null);
    if (fetched === 'unchanged') throw new PackRefused('status', { status: 304 });
    return { file: await this.packs.read(fetched.text), address, etag: fetched.etag };
  }

  /** The agent's own pack of that id steps back, and returns when the policy goes. */
  async #put({ text, pack }: PackFile, address: string | null, etag: string | null): Promise<void> {
    const signed = await signedBy(text);
    if ('fault' in signed) throw new PackRefused(signed.fault);
    const now = this.packs.now();
    await changePack(this.packs.store, pack.id, (row) => ({
      id: pack.id, layer: 'policy', source: 'policy', text, version: pack.version, at: row?.text === text ? row.at : now, key: signed.by, pending: null,
      subscription: address === null ? null : { address, automatic: true, etag, checkedAt: now, nextAt: Temporal.Instant.from(now).add({ hours: 24 }).toString(), failures: 0, problem: null, declined: null },
      before: row === null || row.layer === 'policy' ? (row?.before ?? null) : { ...row, before: null },
    }));
  }

  async #mark(): Promise<Mark> {
    return ((await readMark(this.packs.store, POLICY)) as Mark | null) ?? NONE;
  }
}

function objectOf(value: unknown, where: string, problems: string[]): Fields {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  problems.push(`${where}: no object`);
  return {};
}

/** The sound ones among the settings; what is wrong with the others is told. */
function soundOf(settings: Fields, how: 'locked' | 'preset', problems: string[]): Partial<Settings> {
  const given = objectOf(settings[how], `settings.${how}`, problems);
  const sound = soundSettings(given) as Partial<Settings>;
  for (const field of Object.keys(given)) {
    if (!GOVERNABLE.has(field)) problems.push(`settings.${how}.${field}: no setting that a policy may set`);
    else if (!(field in sound)) problems.push(`settings.${how}.${field}: not a value it may have`);
  }
  return Object.fromEntries(Object.entries(sound).filter(([field]) => GOVERNABLE.has(field)));
}

function sayError(error: unknown): string {
  if (error instanceof PackRefused) return sayProblem(error.problem);
  return error instanceof Error ? error.message : String(error);
}

/** For the administrator, in English: codes are those of `.github/policy.md`. */
function sayProblem({ code, params, errors }: PackProblem): string {
  if (code === 'invalid') return errors.map(describePackError).join('; ');
  const told = Object.entries(params).map(([name, value]) => `${name} ${value}`).join(', ');
  return told === '' ? code : `${code} (${told})`;
}
