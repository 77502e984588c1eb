import {
  closeLocalArea, fillOpenPages, grantedSites, loadTemporalInWorker, localArea, notify, now, onAlarm, onCommand, onLifecycle, onNotice, onPolicyChanged, onTabClosed, openTab, ownUrl,
} from '../../utils/browser';
import { answer, recordProblem } from '../../utils/messages/answer';
import type { PromiseRecord } from '../../utils/messages/protocol';
import { later } from '../../utils/reminders';
import { Promises, Store } from '../../utils/store';
import type { StoreNews } from '../../utils/store';
import { BACKUP_ALARM, Backups } from './backup';
import { changePromise } from './changes';
import type { Parts } from './changes';
import { commandReply, handlers, openPromise } from './handlers';
import { BACKUP, broughtBack, DIGEST, promiseOf, trouble } from './notices';
import { Packs } from './packs-kept';
import { Pages } from './pages';
import { packsChanged } from './packs-told';
import { PackWords } from './packs-words';
import { Policy, POLICY_ALARM } from './policy';
import { ALARM, Reminders } from './reminders';
import { Replies } from './replies';
import { loadSettings } from './settings';
import { followSites, Sites } from './sites';
import { Words } from './strings';
import { PACKS_ALARM, Subscriptions } from './subscriptions';
import { Toolbar } from './toolbar';

/**
 * Starts the background. Everything is registered before the first await: a worker that was woken by an event gets
 * that event only if its listener stands when the script has run. Nothing is kept outside: started again, it finds
 * all it needs in the database. Answers when the first look at the ledger is done.
 * @param database its name; another one for tests.
 */
export function start(database = 'keepword'): Promise<void> {
  loadTemporalInWorker();
  closeLocalArea();
  const parts = assemble(database);
  const { backups, policy, reminders, replies, subscriptions } = parts;
  answer(handlers(parts), (heard, sender) => {
    replies.overhear(heard, sender);
    replies.relay(heard, sender);
  });
  onAlarm(ALARM, () => void reminders.refresh());
  onAlarm(BACKUP_ALARM, () => void backups.refresh());
  onAlarm(PACKS_ALARM, () => void subscriptions.refresh());
  onAlarm(POLICY_ALARM, () => void policy.refresh());
  onPolicyChanged(() => void policy.refresh());
  const follow = followSites();
  onLifecycle((what) => {
    void reminders.refresh();
    void follow().then(async () => {
      if (what !== 'started') await fillOpenPages(await grantedSites());
    }).catch(() => undefined);
  });
  onNotice((id, button) => void noticed(parts, id, button));
  onTabClosed((tab) => replies.tabClosed(tab));
  onCommand('palette', (tab) => void commandReply(parts, { tab }, { do: 'palette' }).catch(() => undefined));
  parts.toolbar.start();
  // Reminders first: whoever waits for a call does not wait for a file.
  return reminders.refresh().then(() => {
    void backups.refresh();
    void policy.refresh().then(() => subscriptions.refresh());
    // Only after a crash or an update is there anything to do; a failure shows at the next thing the ledger is asked.
    void parts.store.completeCopy().catch(() => undefined);
  });
}

function assemble(database: string): Parts {
  const words = new Words();
  const store: Store = new Store(database, { copy: { area: localArea(`${database}:`), now }, told: (news) => void tellStore(store, words, news) });
  const promises = new Promises<PromiseRecord>(store, recordProblem, now, (_id, why) => void tellDamage(store, words, why));
  const kit = { store, promises, words, now };
  const replies = new Replies();
  const packs: Packs = new Packs(store, now, (changed) => packsChanged(parts, changed));
  const parts: Parts = {
    ...kit, replies, packs, sites: new Sites(store), toolbar: new Toolbar(), pages: new Pages(kit), packWords: new PackWords(packs), subscriptions: new Subscriptions(packs), policy: new Policy(packs), backups: new Backups(kit),
    reminders: new Reminders(kit, () => void replies.tellPanels({ to: 'panel', push: 'ledger.changed' })),
  };
  return parts;
}

/** A click leads to the conversation (on the digest, to the panel); of the buttons the first puts it off and the second keeps it. */
async function noticed(parts: Parts, notice: string, button: 0 | 1 | null): Promise<void> {
  if (notice === DIGEST) return openTab(ownUrl('panel.html'));
  if (notice === BACKUP) return openTab(ownUrl('options.html'));
  const id = promiseOf(notice);
  if (id === null) return;
  const record = await parts.promises.get(id);
  if (record === null) return;
  if (button === 0) await changePromise(parts, id, { do: 'snooze', until: later(record, parts.now()) });
  else if (button === 1) await changePromise(parts, id, { do: 'keep' });
  else await openPromise(parts, id);
}

async function tellDamage(store: Store, words: Words, why: string): Promise<void> {
  await notify(trouble('damaged', await words.toTell(await loadSettings(store)), why)).catch(() => undefined);
}

/**
 * Promises came back from the copy, or it can't be written. A notification goes by itself after seconds: that they came back stands in
 * the store too, for the page of exports. The store waits for none of this: its settings are read when it is open.
 */
async function tellStore(store: Store, words: Words, news: StoreNews): Promise<void> {
  const strings = await words.toTell(await loadSettings(store));
  const notice = 'broughtBack' in news ? broughtBack(news.broughtBack, strings) : trouble('copy', strings, String(news.copyFailed));
  await notify(notice).catch(() => undefined);
}
