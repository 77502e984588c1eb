import type { Handlers, Sender } from '../../utils/messages/answer';
import type { PackPreview, PackProblem, PackRequests, PackSource } from '../../utils/messages/protocol';
import { compareVersions } from '../../utils/phrases/pack';
import { BUILT_IN, entriesOf, offName } from '../../utils/phrases/merge';
import { changePack, listDrafts, loadDraft, packRows, removeDraft, saveDraft, versionText } from '../../utils/store';
import type { PackRow } from '../../utils/store';
import { countsOf, differenceOf } from './packs-compare';
import { PackRefused } from './pack-refused';
import { newsOf, OWN } from './packs-kept';
import type { PackFile, Packs } from './packs-kept';
import { ownPhrasesOf, removeOwn, saveOwn } from './packs-own';
import { answered, told } from './packs-answer';
import { switchOff } from './packs-off';
import { keyHandlers } from './signing-key';
import type { Policy } from './policy';
import type { Words } from './strings';
import type { Subscriptions } from './subscriptions';

export interface PackParts {
  readonly packs: Packs;
  readonly subscriptions: Subscriptions;
  readonly policy: Policy;
  readonly words: Words;
}
export type PackHandlers = Pick<Handlers, keyof PackRequests>;
type Own = { readonly [N in keyof PackRequests]: (ask: PackRequests[N]['ask']) => Promise<PackRequests[N]['answer']> };

/** The requests about packs: for the extension's own pages alone, but for `pack.off`. */
export function packHandlers(parts: PackParts): PackHandlers {
  // A reply's page may ask for one thing alone, which is never more than the agent's own press there.
  const open: PackHandlers['pack.off'] = (ask) => switchOff(parts.packs, ask);
  const own: Omit<Own, 'pack.off'> = { ...listing(parts), ...installing(parts), ...addresses(parts), ...drafts(parts), ...keyHandlers(parts.packs) };
  const guarded = Object.fromEntries(Object.entries(own).map(([name, handler]) => [name, (ask: never, sender: Sender) => {
    if (!sender.own) throw new Error("for the extension's own pages alone");
    return (handler as (ask: never) => unknown)(ask);
  }])) as unknown as Omit<PackHandlers, 'pack.off'>;
  return { ...guarded, 'pack.off': open };
}

function listing({ packs, policy }: PackParts): Pick<Own, 'pack.list' | 'pack.entries' | 'pack.text' | 'policy.get'> {
  return {
    'pack.list': async () => ({ packs: await packs.list(), off: [...(await packs.off())] }),
    'pack.entries': async () => ({ entries: entriesOf((await packs.inForce()).filter(({ pack }) => pack.id !== OWN), await packs.off()) }),
    'pack.text': async ({ id, n }) => {
      const row = (await packs.get(id))?.row;
      const text = n === undefined ? row?.text : n === 'pending' ? row?.pending?.text : await versionText(packs.store, id, n);
      if (text === undefined || text === null) throw new Error(`no pack ${id}${n === undefined ? '' : `, version ${n}`}`);
      return { text };
    },
    'policy.get': () => policy.get(),
  };
}

function installing({ packs, subscriptions }: PackParts): Pick<Own, 'pack.preview' | 'pack.install' | 'pack.remove' | 'pack.restore' | 'pack.switch'> {
  return {
    'pack.preview': ({ file }) => told(async () => ({ preview: await previewOf(packs, await packs.read(file)) })),
    'pack.install': ({ file, source, layer }) => answered(packs, async () => {
      const read = await packs.read(file);
      await packs.change(() => packs.put(read, { source, ...(layer === undefined ? {} : { layer }) }));
      return read.pack.id;
    }),
    'pack.remove': ({ id }) => told(async () => {
      await packs.change(async () => {
        await changePack(packs.store, id, (row) => (open(row), null));
        await packs.switch(offName(id), true);
      });
      await subscriptions.refresh();
      await subscriptions.leave();
      return {};
    }),
    'pack.restore': ({ id, n }) => answered(packs, async () => {
      open((await packs.get(id))?.row ?? null);
      const text = await versionText(packs.store, id, n);
      if (text === null) throw new PackRefused('missing');
      const read = await packs.read(text);
      // It was in force, and is the agent's to have again, unsigned too where only later ones are signed; the author stays pinned.
      // An update is not to undo it unasked: the present version is what the agent wants no more.
      await packs.change(async () => {
        await changePack(packs.store, id, (row) => {
          const { subscription, ...rest } = open(row);
          return {
            ...rest, text, version: read.pack.version, at: packs.now(), pending: null,
            subscription: subscription === null ? null : { ...subscription, etag: null, declined: rest.text },
          };
        });
      });
      return id;
    }),
    'pack.switch': ({ pack, entry, on }) => told(async () => {
      const kept = await packs.get(pack);
      if (pack === BUILT_IN ? entry === undefined : kept === null) throw new PackRefused('missing');
      if (kept?.row.layer === 'policy') throw new PackRefused('policy');
      await packs.change(() => packs.switch(offName(pack, entry), on));
      return {};
    }),
  };
}

function addresses({ packs, subscriptions }: PackParts): Pick<Own, 'pack.look' | 'pack.leave' | 'pack.subscribe' | 'pack.subscription' | 'pack.check' | 'pack.apply'> {
  return {
    'pack.look': ({ address }) => told(async () => {
      const file = await subscriptions.look(address);
      return { text: file.text, preview: await previewOf(packs, file) };
    }),
    'pack.leave': async () => (await subscriptions.leave(), { ok: true }),
    'pack.subscribe': (ask) => answered(packs, () => subscriptions.subscribe(ask)),
    'pack.subscription': (ask) => answered(packs, async () => {
      await packs.change(() => changePack(packs.store, ask.id, (row) => {
        const { subscription, ...rest } = open(row);
        if ('address' in ask || subscription === null) return { ...rest, subscription: null, pending: null };
        return { ...rest, subscription: { ...subscription, automatic: ask.automatic } };
      }));
      await subscriptions.refresh();
      await subscriptions.leave();
      return ask.id;
    }),
    'pack.check': async ({ id }) => {
      await subscriptions.check(id ?? null);
      return { packs: await packs.list() };
    },
    'pack.apply': ({ id, apply }) => answered(packs, async () => {
      const row = open((await packs.get(id))?.row ?? null);
      if (row.pending === null || row.subscription === null) throw new PackRefused('missing');
      const { subscription, pending: { text } } = row;
      if (apply) {
        const read = await packs.read(text);
        await packs.change(() => packs.put(read, { source: 'address' }));
      } else {
        await packs.change(() => changePack(packs.store, id, (now) => ({ ...open(now), pending: null, subscription: { ...subscription, declined: text } })));
      }
      return id;
    }),
  };
}

function drafts({ packs, words }: PackParts): Pick<Own, 'draft.save' | 'draft.load' | 'draft.list' | 'draft.remove' | 'own.list' | 'own.save' | 'own.remove'> {
  const { store } = packs;
  return {
    'draft.save': async (draft) => {
      const at = packs.now();
      await saveDraft(store, { ...draft, at });
      return { at };
    },
    'draft.load': async ({ id }) => ({ draft: await loadDraft(store, id) }),
    'draft.list': async () => ({ drafts: await listDrafts(store) }),
    'draft.remove': async ({ id }) => (await removeDraft(store, id), { ok: true }),
    'own.list': async () => ({ phrases: await ownPhrasesOf(packs) }),
    'own.save': ({ phrases }) => told(async () => (await saveOwn(packs, words, phrases), {})),
    'own.remove': async ({ ids }) => (await removeOwn(packs, words, ids), { ok: true }),
  };
}

/** @throws PackRefused where the pack is not there, or not the agent's to change */
function open(row: PackRow | null): PackRow {
  if (row === null) throw new PackRefused('missing');
  if (row.layer === 'policy') throw new PackRefused('policy');
  return row;
}

async function previewOf(packs: Packs, read: PackFile): Promise<PackPreview> {
  const { pack } = read;
  const kept = await packs.get(pack.id);
  let refused: PackProblem | null = null;
  const signed = await packs.admit(read, 'file', await packRows(packs.store)).catch((error: unknown) => {
    if (!(error instanceof PackRefused)) throw error;
    refused = error.problem;
    return null;
  });
  return {
    id: pack.id, name: pack.name, version: pack.version, author: pack.author, description: pack.description, languages: pack.languages, counts: countsOf(pack),
    news: newsOf(pack, kept?.row.version ?? null),
    installed: kept === null ? null : { version: kept.row.version, layer: kept.row.layer, source: kept.row.source as PackSource },
    difference: kept?.pack ? differenceOf(kept.pack, pack) : null,
    older: kept !== null && compareVersions(pack.version, kept.row.version) < 0,
    signedBy: signed, refused,
  };
}
