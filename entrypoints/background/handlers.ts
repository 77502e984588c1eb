import { activeTab, openNativePanel, openTab, readAsset, showTab, uiLanguage, zone } from '../../utils/browser';
import type { Sender } from '../../utils/browser';
import type { Handlers } from '../../utils/messages/answer';
import { push, pushToTab } from '../../utils/messages/push';
import type { CommandOutcome } from '../../utils/messages/push';
import type { PromiseRecord, Requests, Settings } from '../../utils/messages/protocol';
import { ChangeRefused, recordOf, successorId, type PromiseChange } from '../../utils/promises/ledger';
import { addFigure, matches, phrasesSaid, usePhrase } from '../../utils/store';
import type { Filter } from '../../utils/store';
import { changedBy, entryOf } from './ledger';
import type { Kit, Reminders } from './reminders';
import type { Replies } from './replies';
import { interfaceLanguage, loadSettings, saveSettings } from './settings';

export interface Parts extends Kit {
  readonly reminders: Reminders;
  readonly replies: Replies;
}
const LIST = 50;
/** More promises than these in one stretch of days are no clash to look for any more. */
const AROUND_MOST = 200;
/** As many as the panel would show as a figure. */
const TODAY_MOST = 100;

/** A handler for every request of the protocol. */
export function handlers(parts: Parts): Handlers {
  const { store, words, replies } = parts;
  return {
    'knowledge.get': async ({ asset }) => ({ json: await readAsset(`knowledge/${asset}.json`) }),
    'catalogue.get': async ({ asset }) => ({ json: await readAsset(`catalogue/${asset}.json`) }),
    'strings.get': async ({ language }) => {
      const chosen = language ?? interfaceLanguage(await loadSettings(store), uiLanguage());
      return { language: chosen, strings: await words.in(chosen) };
    },
    'settings.get': () => loadSettings(store),
    'settings.set': ({ change }) => setSettings(parts, change),
    'promise.add': ({ promise }) => addPromise(parts, promise),
    'promise.change': ({ id, change }) => changePromise(parts, id, change),
    'promise.list': (ask, sender) => listPromises(parts, ask, sender),
    // What was promised to others has no business in a host's page.
    'promise.around': async ({ from, to }, sender) => ({ promises: sender.own ? await parts.promises.dueBetween(from, to, AROUND_MOST) : [] }),
    'promise.search': () => notYet(),
    'promise.chain': () => notYet(),
    'promise.change-many': () => notYet(),
    'promise.load': () => notYet(),
    'promise.export': () => notYet(),
    'promise.restore': () => notYet(),
    'figures.get': () => notYet(),
    'promise.open': ({ id }) => openPromise(parts, id),
    'phrase.used': async (use) => {
      await usePhrase(store, { ...use, at: parts.now() });
      await addFigure(store, today(parts.now()), 'phrases');
      return { ok: true };
    },
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

async function setSettings(parts: Parts, change: Partial<Settings>): Promise<Settings> {
  const settings = await saveSettings(parts.store, change);
  // The morning's reminder hangs on the working hours.
  if (change.hours) await parts.promises.retime((record) => entryOf(record, settings).times);
  void parts.replies.tellPanels({ to: 'panel', push: 'settings.changed', settings });
  void push({ to: 'reply', push: 'settings.changed', settings });
  for (const tab of await parts.replies.hostTabs()) void pushToTab(tab, null, { to: 'reply', push: 'settings.changed', settings });
  await parts.reminders.refresh();
  return settings;
}

/**
 * Keeps a promise, once by its id. One that was kept as tentative and is added again as open is thereby confirmed.
 * Answered when the disk has it and its alarm is set.
 */
async function addPromise(parts: Parts, draft: Requests['promise.add']['ask']['promise']): Promise<PromiseRecord> {
  const settings = await loadSettings(parts.store);
  const { record, added } = await parts.promises.add(entryOf(recordOf(draft, parts.now()), settings));
  if (!added && draft.status === 'open' && record.status === 'tentative') {
    return changePromise(parts, draft.id, { do: 'confirm', due: draft.due });
  }
  if (added) {
    await addFigure(parts.store, today(parts.now()), 'promised').catch(() => undefined);
    await told(parts);
  }
  return record;
}

export async function changePromise(parts: Parts, id: string, change: PromiseChange): Promise<PromiseRecord> {
  const settings = await loadSettings(parts.store);
  const now = parts.now();
  let answer: PromiseRecord | null = null;
  let wrote = false;
  await parts.promises.change(id, async (record, other) => {
    if (record === null) throw new ChangeRefused(`no promise ${id} in the ledger`);
    answer = record;
    if (change.do === 'move' && record.status === 'moved') {
      const next = await other(successorId(id));
      if (next?.due && Temporal.Instant.compare(next.due.end, change.due.end) === 0) {
        answer = next;
        return [];
      }
    }
    const records = changedBy(record, change, now, settings);
    wrote = records.length > 0;
    answer = records.at(-1) ?? record;
    return records.map((each) => entryOf(each, settings));
  });
  if (answer === null) throw new Error(`promise ${id} could not be changed`);
  if (wrote) {
    await parts.reminders.quiet(id);
    const figure = FIGURES[change.do];
    if (figure) await addFigure(parts.store, today(now), figure).catch(() => undefined);
    await told(parts);
  }
  return answer;
}

/** What is counted of a change. */
const FIGURES: Readonly<Partial<Record<PromiseChange['do'], string>>> = {
  keep: 'kept', break: 'broken', drop: 'dropped', move: 'moved', 'hand-over': 'handed-over',
};

/** After a change: the reminders follow it, and the panels are told. */
async function told(parts: Parts): Promise<void> {
  await parts.reminders.refresh();
  void parts.replies.tellPanels({ to: 'panel', push: 'ledger.changed' });
}

/**
 * A content script is told of one conversation or one customer at a time; without either it gets the figure for its
 * tab at the edge and no promise: what was promised to others has no business in a host's page.
 */
async function listPromises(parts: Parts, ask: Requests['promise.list']['ask'], sender: Sender): Promise<Requests['promise.list']['answer']> {
  const { promises } = parts;
  const now = parts.now();
  const endOfToday = Temporal.Instant.from(now).toZonedDateTimeISO(zone()).add({ days: 1 }).startOfDay().subtract({ milliseconds: 1 }).toInstant();
  const dueToday = (await promises.needing(endOfToday.toString(), TODAY_MOST)).length;
  const filter: Filter = ask.conversation ? { conversation: ask.conversation } : ask.customer !== undefined ? { customer: ask.customer } : null;
  if (!sender.own && filter === null) return { promises: [], next: null, dueToday };
  const limit = ask.limit ?? LIST;
  const found = ask.which === 'due'
    ? (await promises.needing(now, filter ? 500 : limit)).filter((record) => matches(record, filter)).slice(0, limit)
    : await promises.list(ask.which, filter, limit);
  const next = sender.own ? ((await promises.upcoming(now, 1))[0] ?? null) : null;
  return { promises: found, next, dueToday };
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
async function commandReply(parts: Parts, to: Requests['reply.command']['ask']['to'], command: Requests['reply.command']['ask']['command']): Promise<CommandOutcome> {
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
  return 'problem' in answer && typeof answer.problem === 'string' ? { ok: answer.ok, problem: answer.problem } : { ok: answer.ok };
}

function today(now: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone()).toPlainDate().toString();
}

function notYet(): never {
  throw new Error('is being built');
}
