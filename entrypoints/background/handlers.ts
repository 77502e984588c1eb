import { activeTab, openNativePanel, openTab, readAsset, showTab, uiLanguage, zone } from '../../utils/browser';
import type { Handlers, Sender } from '../../utils/messages/answer';
import { push, pushToTab } from '../../utils/messages/push';
import type { CommandOutcome } from '../../utils/messages/push';
import type { Requests, Settings } from '../../utils/messages/protocol';
import { addFigure, favourPhrase, lastBroughtBack, ownPhrases, phrasesSaid, usePhrase } from '../../utils/store';
import { chainOf, figuresOf, listPromises, loadOf, searchPromises } from './board';
import { addPromise, changeMany, changePromise } from './changes';
import type { Parts } from './changes';
import { exportLedger, restoreLedger } from './files';
import { entryOf, timingOf } from './ledger';
import { packHandlers } from './packs';
import { followPresets, interfaceLanguage, loadSettings, saveSettings } from './settings';
import { siteHandlers } from './sites';

/** More promises than these in one stretch of days are no clash to look for any more. */
const AROUND_MOST = 200;

/** Settings by which reminders are timed. */
export const RETIMING: readonly (keyof Settings)[] = ['hours', 'holidays', 'teamDaysOff', 'reminders'];

/** A handler for every request of the protocol. */
export function handlers(parts: Parts): Handlers {
  const { store, words, replies } = parts;
  return {
    ...packHandlers(parts),
    ...siteHandlers(parts.sites, parts.toolbar, ours),
    'knowledge.get': async ({ asset }) => ({ json: await parts.packWords.json(asset) }),
    'catalogue.get': async ({ asset }) => ({ json: await readAsset(`catalogue/${asset}.json`) }),
    'strings.get': async ({ language }) => {
      const chosen = language ?? interfaceLanguage(await loadSettings(store), uiLanguage());
      return { language: chosen, strings: await words.in(chosen) };
    },
    'settings.get': () => loadSettings(store),
    'settings.set': ({ change }) => setSettings(parts, change),
    'settings.follow': async ({ field }, sender) => {
      ours(sender);
      const settings = await followPresets(store, field);
      await tellSettings(parts, settings, [field]);
      return settings;
    },
    'promise.add': ({ promise }) => addPromise(parts, promise),
    'promise.change': ({ id, change }) => answered(parts, [id], change.do, changePromise(parts, id, change)),
    'promise.list': (ask, sender) => listPromises(parts, ask, sender),
    // What was promised to others has no business in a host's page.
    'promise.around': async ({ from, to }, sender) => ({ promises: sender.own ? await parts.promises.dueBetween(from, to, AROUND_MOST) : [] }),
    'promise.search': (ask, sender) => (ours(sender), searchPromises(parts, ask)),
    'promise.chain': async ({ id }, sender) => (ours(sender), { promises: await chainOf(parts, id) }),
    'promise.change-many': ({ ids, change }, sender) => (ours(sender), answered(parts, ids, change.do, changeMany(parts, ids, change))),
    'promise.load': ({ day }) => loadOf(parts, day),
    'promise.export': async ({ format }, sender) => (ours(sender), (await exportLedger(parts, format)).file),
    'promise.restore': (ask, sender) => (ours(sender), restoreLedger(parts, ask)),
    'figures.get': ({ weeks }, sender) => (ours(sender), figuresOf(parts, weeks)),
    'promise.open': ({ id }) => openPromise(parts, id),
    'phrase.used': async (use) => {
      await usePhrase(store, { ...use, at: parts.now() });
      await addFigure(store, today(parts.now()), 'phrases');
      return { ok: true };
    },
    'phrase.own': async () => ({ own: await ownPhrases(store) }),
    'phrase.favour': async ({ phrase, on }) => {
      await favourPhrase(store, phrase, on);
      return { ok: true };
    },
    'store.back': async (_ask, sender) => (ours(sender), { back: await lastBroughtBack(store) }),
    // The agent's own word for this page first; then packs, the strongest first.
    'host.list': async (_ask, sender) => ({ hosts: [...(await parts.sites.hosts(sender.url)), ...(await parts.policy.hosts())] }),
    'page.look': ({ host, name, look }, sender) => parts.pages.look(host, name, look, sender.tab),
    'phrase.last': async ({ customer }) => ({ phrases: await phrasesSaid(store, customer) }),
    'panel.hello': async ({ tab }, sender) => ({ tab: sender.tab ?? tab ?? (await activeTab()) }),
    'panel.ready': async ({ tab }, sender) => {
      const mine = sender.tab ?? tab;
      const { delivered } = (await replies.areOwn(mine)) ? { delivered: false } : await pushToTab(mine, null, { to: 'reply', push: 'panel.ready' });
      if (!delivered) await push({ to: 'reply', push: 'panel.ready' });
      return { ok: true };
    },
    // Nothing may be awaited before this call, or the user's gesture is spent.
    'panel.open-native': async (_ask, sender) => ({ ok: await openNativePanel(sender.tab) }),
    'reply.command': ({ to, command }) => commandReply(parts, to, command),
  };
}

/** What was promised to others has no business in a host's page. @throws for its content script. */
function ours(sender: Sender): void {
  if (!sender.own) throw new Error("for the extension's own pages alone");
}

/** After the agent's own answer the pages ask about it no more; what a page itself reports of a sending is none. */
async function answered<T>({ replies }: Parts, ids: readonly string[], how: string, done: Promise<T>): Promise<T> {
  const answer = await done;
  if (how !== 'sent' && how !== 'unsent') void replies.tellReplies({ to: 'reply', push: 'promise.answered', ids });
  return answer;
}

async function setSettings(parts: Parts, change: Partial<Settings>): Promise<Settings> {
  const settings = await saveSettings(parts.store, change);
  await tellSettings(parts, settings, Object.keys(change));
  // Not waited for: it may take its time, and tells by itself where it fails.
  if (change.backup) void parts.backups.refresh();
  return settings;
}

/** Makes what hangs on the settings follow them, and tells everybody. @param fields those that changed */
export async function tellSettings(parts: Parts, settings: Settings, fields: readonly string[]): Promise<void> {
  // Mornings hang on the working hours, warnings and quiet hours on the settings of reminders.
  if (RETIMING.some((field) => fields.includes(field))) {
    const now = parts.now();
    const timing = timingOf(settings, now);
    await parts.promises.retime((record) => entryOf(record, timing, now).times);
  }
  void parts.replies.tellPanels({ to: 'panel', push: 'settings.changed', settings });
  void push({ to: 'reply', push: 'settings.changed', settings });
  for (const tab of await parts.replies.hostTabs()) void pushToTab(tab, null, { to: 'reply', push: 'settings.changed', settings });
  await parts.reminders.refresh();
}

export async function openPromise(parts: Pick<Parts, 'promises' | 'replies'>, id: string): Promise<Requests['promise.open']['answer']> {
  const record = await parts.promises.get(id);
  if (record === null) throw new Error(`no promise ${id} in the ledger`);
  if (record.conversation === null) return { opened: 'none' };
  const tab = await parts.replies.find(record.conversation);
  if (tab !== null && (await showTab(tab))) return { opened: 'tab' };
  await openTab(record.conversation.url);
  return { opened: 'new' };
}

/** Hands a command to the reply it is for, by the way that reply can hear, and answers what it said. */
export async function commandReply(parts: Pick<Parts, 'replies'>, to: Requests['reply.command']['ask']['to'], command: Requests['reply.command']['ask']['command']): Promise<CommandOutcome> {
  const frame = 'frame' in to ? to.frame : null;
  const message = { to: 'reply', push: 'command', address: { tab: to.tab, frame }, command } as const;
  if (!(await parts.replies.areOwn(to.tab))) {
    const { delivered, answer } = await pushToTab(to.tab, frame, message);
    if (delivered) return outcome(answer);
  }
  // Nobody heard it in that tab, so no command is done twice: the reply is in one of our own pages, or nowhere.
  const answer = await push(message);
  return answer === undefined && command.do !== 'show' ? { ok: false, problem: 'no reply is open in that tab' } : outcome(answer);
}

function outcome(answer: unknown): CommandOutcome {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || typeof answer.ok !== 'boolean') return { ok: true };
  const told = (name: 'problem' | 'text'): Record<string, string> => {
    const value: unknown = name in answer ? (answer as Record<string, unknown>)[name] : null;
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return { ok: answer.ok, ...told('problem'), ...told('text') };
}

function today(now: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone()).toPlainDate().toString();
}
