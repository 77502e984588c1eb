import { openTabs, ownUrl, recall, remember, sendToTab } from '../../utils/browser';
import type { Sender } from '../../utils/browser';
import type { ConversationRef, Push } from '../../utils/messages/protocol';
import { push } from '../../utils/messages/push';

/** A reply that is open somewhere, as it was last heard of. */
interface OpenReply {
  readonly tab: number;
  readonly frame: number;
  /** Written in one of our own pages: it hears what every extension page hears, not what is sent to its tab. */
  readonly own: boolean;
  readonly key: string;
  readonly host: string | null;
  readonly conversation: string | null;
}

const MEMORY = 'replies';
/** Firefox: see `tellPanels`. */
const framesAreDeaf = (): boolean => ownUrl('/').startsWith('moz-extension:');

/**
 * Where replies are open, overheard from what they tell the panels. Kept in the session's memory, because the
 * background sleeps in between; without it no tab could be found again, since the addresses of tabs are hidden from
 * an extension that asks for so few rights.
 */
export class Replies {
  #queue: Promise<void> = Promise.resolve();
  #known: readonly OpenReply[] | null = null;

  overhear(push: Push, sender: Sender): void {
    const { tab } = sender;
    if (tab === null) return;
    if (push.push === 'reply.view') {
      const { conversation, key } = push.view;
      const reply: OpenReply = { tab, frame: sender.frame ?? 0, own: sender.own, key, host: conversation?.host ?? null, conversation: conversation?.id ?? null };
      void this.#change((all) => [...all.filter((other) => other.key !== key || other.tab !== tab), reply]);
    }
    if (push.push === 'reply.gone') void this.#change((all) => all.filter((other) => other.key !== push.key || other.tab !== tab));
  }

  tabClosed(tab: number): void {
    void this.#change((all) => all.filter((other) => other.tab !== tab));
  }

  /** Tab in which a conversation is open: by what its reply says, else by an address we may see; or null. */
  async find(conversation: ConversationRef): Promise<number | null> {
    const tabs = await openTabs();
    const reply = [...(await this.#all())].reverse().find((at) => at.host === conversation.host && at.conversation === conversation.id);
    if (reply && tabs.some(({ id }) => id === reply.tab)) return reply.tab;
    return tabs.find(({ url }) => url === conversation.url)?.id ?? null;
  }

  /** true where the replies of a tab are written in our own page. */
  async areOwn(tab: number): Promise<boolean> {
    return (await this.#all()).some((reply) => reply.tab === tab && reply.own);
  }

  /** Tabs of hosts that hold replies. */
  async hostTabs(): Promise<readonly number[]> {
    return [...new Set((await this.#all()).filter(({ own }) => !own).map(({ tab }) => tab))];
  }

  /**
   * Tells every panel. Firefox 153 gives a message of this kind to every page of the extension but those framed in a
   * host's tab, whoever sends it; those hear what is sent to their tab (both measured).
   */
  async tellPanels(message: Extract<Push, { to: 'panel' }>): Promise<void> {
    void push(message);
    if (!framesAreDeaf()) return;
    for (const tab of await this.hostTabs()) void sendToTab(tab, null, message).catch(() => undefined);
  }

  /** Tells every page that holds replies. */
  async tellReplies(message: Extract<Push, { to: 'reply' }>): Promise<void> {
    void push(message);
    for (const tab of await this.hostTabs()) void sendToTab(tab, null, message).catch(() => undefined);
  }

  /** Hands what a content script tells the panels on to the one framed in its own tab, where that cannot hear it. */
  relay(heard: Push, { tab, frame, own }: Sender): void {
    if (own || tab === null || heard.to !== 'panel' || !framesAreDeaf()) return;
    if (heard.push !== 'reply.view' && heard.push !== 'reply.gone') return;
    void sendToTab(tab, null, { ...heard, via: { tab, frame: frame ?? 0 } }).catch(() => undefined);
  }

  async #all(): Promise<readonly OpenReply[]> {
    await this.#queue;
    return this.#load();
  }

  async #load(): Promise<readonly OpenReply[]> {
    // Our own words from the session's memory: nobody else can write there.
    this.#known ??= ((await recall(MEMORY).catch(() => null)) as readonly OpenReply[] | null) ?? [];
    return this.#known;
  }

  /** One after the other, and written only where something is new: a view comes with every few keystrokes. */
  #change(change: (all: readonly OpenReply[]) => readonly OpenReply[]): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      const before = await this.#load();
      const after = change(before);
      this.#known = after;
      if (JSON.stringify(after) !== JSON.stringify(before)) await remember(MEMORY, after).catch(() => undefined);
    });
    return this.#queue;
  }
}
