import { onSitesChanged, openTab, openTabs, registerSites, removeSite, showTab } from '../../utils/browser';
import type { Handlers, Sender } from '../../utils/messages/answer';
import { pushToTab } from '../../utils/messages/push';
import type { ExportedFile, SiteRequests, TaughtSite } from '../../utils/messages/protocol';
import { parseHost } from '../../utils/hosts/schema';
import { PACK_FORMAT, slug } from '../../utils/phrases/pack';
import type { PackHost } from '../../utils/phrases/pack';
import { readMark, writeMark } from '../../utils/store';
import type { Store } from '../../utils/store';
import type { Toolbar } from './toolbar';

type Host = ReturnType<typeof parseHost>;
interface Row extends Pick<TaughtSite, 'site' | 'use'> {
  readonly host: Host;
}

const TAUGHT = 'taught-sites';
/** Sites one agent can teach. */
const MOST = 100;
/** How long a page that was opened to be taught may take, and ms between looks. */
const LOOKS = 60;
const LOOK_MS = 250;

/** The agent's own descriptions of sites: kept beside the settings, used before packs and what is built in, each on its own origin alone. */
export class Sites {
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: Store) {}

  /** Descriptions in use, for the page of `url`; null asks for none. */
  async hosts(url: string | null): Promise<readonly PackHost[]> {
    const here = originPattern(url);
    return here === null ? [] : (await this.#rows()).filter(({ site, use }) => use && site === here).map(({ host }) => host as unknown as PackHost);
  }

  async list(): Promise<readonly TaughtSite[]> {
    return (await this.#rows()).map(told).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  /** @throws where it is no description, not one of this origin alone, or one too many */
  async teach(given: PackHost, use: boolean, sender: Sender): Promise<TaughtSite> {
    const host = parseHost(given);
    const [site] = host.match;
    if (site === undefined || host.match.length !== 1 || !host.id.startsWith('taught-')) throw new Error(`host ${host.id}: a site is taught for one origin, under an id of its own`);
    if (!sender.own && originPattern(sender.url) !== site) throw new Error(`host ${host.id}: taught on ${originPattern(sender.url) ?? 'no page'}, for ${site}`);
    const row: Row = { site, use, host };
    await this.#change((rows) => {
      const others = rows.filter((other) => other.host.id !== host.id);
      if (others.length >= MOST) throw new Error(`${MOST} sites are taught already: remove one first`);
      return [...others, row];
    });
    return told(row);
  }

  /** @throws where there is no such site */
  async change(id: string, change: SiteRequests['site.change']['ask']['change']): Promise<readonly TaughtSite[]> {
    await this.#change((rows) => {
      if (!rows.some(({ host }) => host.id === id)) throw new Error(`no taught site ${id}`);
      return rows.flatMap((row) => (row.host.id !== id ? [row] : change.do === 'remove' ? [] : change.do === 'use' ? [{ ...row, use: change.use }] : [{ ...row, host: { ...row.host, name: change.name } }]));
    });
    return this.list();
  }

  /** A pack with this one description in it: installed elsewhere like any pack. @throws where there is no such site */
  async export(id: string): Promise<ExportedFile> {
    const row = (await this.#rows()).find(({ host }) => host.id === id);
    if (!row) throw new Error(`no taught site ${id}`);
    const { host } = row;
    const name = slug(host.name) || 'site';
    const pack = { keepword: PACK_FORMAT, id: `site.${host.id}`, name: host.name, version: '1', languages: ['en', 'pt-BR', 'pt-PT', 'pl'], hosts: [host] };
    return { name: `${name}.keepword.json`, mime: 'application/json', text: `${JSON.stringify(pack, null, 2)}\n` };
  }

  /** What was kept, without what this version does not understand. */
  async #rows(): Promise<readonly Row[]> {
    const kept = await readMark(this.store, TAUGHT);
    return Array.isArray(kept) ? kept.flatMap(sound) : [];
  }

  #change(change: (rows: readonly Row[]) => readonly Row[]): Promise<void> {
    const next = this.#queue.then(async () => writeMark(this.store, TAUGHT, change(await this.#rows())));
    this.#queue = next.catch(() => undefined);
    return next;
  }
}

function sound(kept: unknown): readonly Row[] {
  const row = kept as Partial<Row> | null;
  try {
    return typeof row?.site === 'string' && typeof row.use === 'boolean' ? [{ site: row.site, use: row.use, host: parseHost(row.host) }] : [];
  } catch {
    return [];
  }
}

function told({ site, use, host }: Row): TaughtSite {
  const parts = [['message', host.read.customer], ['name', host.read.name ?? host.read.requesterName], ['editor', host.write.editor], ['send', host.write.send]] as const;
  return { id: host.id, site, name: host.name, use, parts: parts.flatMap(([part, found]) => (found !== undefined && found.length > 0 ? [part] : [])) };
}

/** "https://desk.example.org:8443/*" of any address there; null of what is no web page. */
function originPattern(url: string | null): string | null {
  return url !== null && /^https?:/u.test(url) && URL.canParse(url) ? `${new URL(url).origin}/*` : null;
}

/** Makes the content script run where the agent wants it, and go where not. @returns how to do it now */
export function followSites(): () => Promise<void> {
  const follow = async (): Promise<void> => {
    const sites = await registerSites();
    if (sites.length === 0) return;
    for (const { id } of await openTabs()) void pushToTab(id, null, { to: 'reply', push: 'site.off', sites });
  };
  onSitesChanged(() => void follow());
  return follow;
}

/** Pages of a site read what they are described by anew. */
async function tellPages(site: string): Promise<void> {
  for (const { id } of await openTabs()) void pushToTab(id, null, { to: 'reply', push: 'sites.changed', site });
}

/** @param ours throws for a content script */
export function siteHandlers(sites: Sites, toolbar: Toolbar, ours: (sender: Sender) => void): Pick<Handlers, keyof SiteRequests> {
  return {
    'site.here': ({ tab }, sender) => (ours(sender), toolbar.here(tab)),
    'site.taught': async (_ask, sender) => (ours(sender), { sites: await sites.list() }),
    'site.teach': async ({ host, use }, sender) => {
      const site = await sites.teach(host, use, sender);
      await tellPages(site.site);
      return site;
    },
    'site.change': async ({ id, change }, sender) => {
      ours(sender);
      const site = (await sites.list()).find((known) => known.id === id)?.site;
      const list = await sites.change(id, change);
      if (site !== undefined) await tellPages(site);
      return { sites: list };
    },
    'site.export': ({ id }, sender) => (ours(sender), sites.export(id)),
    'site.start': async ({ site }, sender) => (ours(sender), { started: await startTeaching(site) }),
    'site.leave': async ({ site }, sender) => (ours(sender), { left: await removeSite(site) }),
  };
}

/** An open page of the site, else its first one; it may take a while until the content script listens there. */
async function startTeaching(site: string): Promise<boolean> {
  const base = site.replace(/\*$/u, '');
  const fits = (url: string | null): boolean => url !== null && (url.startsWith(base) || (URL.canParse(url) && `${new URL(url).protocol}//${new URL(url).hostname}/` === base));
  const open = (await openTabs()).find(({ url }) => fits(url));
  if (open) await showTab(open.id);
  else await openTab(base);
  for (let look = 0; look < LOOKS; look += 1) {
    const tab = open ?? (await openTabs()).findLast(({ url }) => fits(url));
    if (tab) {
      const { delivered } = await pushToTab(tab.id, 0, { to: 'reply', push: 'command', address: { tab: tab.id, frame: 0 }, command: { do: 'teach-site' } });
      if (delivered) return true;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}
