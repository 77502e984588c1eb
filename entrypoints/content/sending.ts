import type { EditorAdapter } from '../../utils/editors';
import { schedules, sendActOf, undoes, watchThread, type HostData, type HostReading } from '../../utils/hosts';
import type { PromiseView } from '../../utils/messages/protocol';
import type { Found } from './engine';
import type { Kept } from './kept';
import type { Kit } from './kit';
import { NOTHING, sendOut, together, type Going, type Outgone } from './outgoing';
import type { Reply } from './reply';
import { draftOf, isAlive, lookAt } from './seen';
import type { Act, Effect } from './sent';
import { SendWatch } from './watch';

/** What the sending of a reply needs of it. */
export interface Sender {
  readonly kit: Kit;
  readonly host: HostData | null;
  readonly editor: EditorAdapter;
  readonly kept: Kept;
  readonly read: () => HostReading;
  /** Its last reading. */
  readonly reply: Reply;
  /** Reads a text that was sent before it was read. */
  readonly find: (text: string) => Promise<{ readonly found: Found; readonly promises: readonly PromiseView[] }>;
  readonly changed: () => void;
}

/** The sending of one reply, from the agent's act until nothing can undo it: what it means for the ledger, and what the agent is asked. */
export class Sending {
  readonly watch: SendWatch;
  #inThread: (() => boolean | null) | null = null;
  #closed = false;
  #out: Promise<Outgone> = Promise.resolve(NOTHING);
  /** Ids the agent is asked about, for the panel. */
  unconfirmed: readonly string[] = [];

  constructor(private readonly sender: Sender) {
    const { kit, host, editor, read } = sender;
    this.watch = new SendWatch({
      look: () => lookAt(host, editor, read, () => (this.watch.went === null ? null : (this.#inThread?.() ?? null))),
      text: () => (isAlive(editor) ? draftOf(host, editor) : ''),
      on: (effect) => this.#on(effect),
      undoes: (path) => undoes(host, path),
      signal: kit.signal,
    });
    kit.watches.add(this.watch);
  }

  /** Done when what went out is in the ledger. */
  get out(): Promise<unknown> {
    return this.#out;
  }

  /** The agent's own act, seen on the page; trusted events only. */
  act(act: Act): void {
    // The Enter key alone is pressed too often for a look at the whole page.
    if (act !== 'enter') this.sender.reply.refresh();
    this.watch.act(act);
  }
  released(): void {
    this.watch.released();
  }
  /** Which way of sending a click's path goes through, or null. `current`: the agent writes in this one, so that menus elsewhere are its. */
  actOf(path: readonly EventTarget[], current: boolean): 'now' | 'later' | null {
    const { host, read } = this.sender;
    return sendActOf(host, read(), path) ?? (current && schedules(host, path) ? 'later' : null);
  }

  /** The page goes: nobody will look again. */
  leaving(): void {
    this.watch.leaving();
    if (this.watch.went !== null) this.watch.leaving();
  }
  /** The editor is out of the page. What went is watched on. */
  close(): void {
    this.#closed = true;
    if (this.watch.armed) this.watch.leaving();
    if (this.watch.went === null) this.sender.kit.watches.delete(this.watch);
  }

  #on(effect: Effect): void {
    const { kit, editor, host, reply } = this.sender;
    // Nobody will act in it again, and nothing can be undone any more: it is let go.
    if (this.#closed && (effect.do === 'settled' || effect.do === 'undone')) kit.watches.delete(this.watch);
    switch (effect.do) {
      case 'armed': {
        this.#inThread = watchThread(host, editor.element, reply.reading, editor.text().text);
        // Wakes the background while the page still stands.
        void kit.services.ask('settings.get', {}).catch(() => undefined);
        return kit.onArmed(reply);
      }
      case 'went': this.#out = this.#went(effect.text, effect.later ? 'later' : effect.sure ? 'sent' : 'unsure'); return;
      case 'proved': return void this.#out.then(({ asked }) => kit.onProved(asked.map(({ id }) => id)));
      case 'undone': return void this.#out.then((out) => this.#undone(out));
      case 'settled': return void this.#out.then((out) => this.#settle(out));
    }
  }

  async #went(text: string, going: Going): Promise<Outgone> {
    const { kit, kept, reply, find, changed } = this.sender;
    const { draft, found, reading, promises } = reply;
    if (reading.internal) return NOTHING;
    kit.onGone(reply);
    const whole = found !== null && text === draft;
    const out = { kept, text, later: going === 'later', reading, onSending: kit.onSending };
    const known = found === null ? NOTHING : await sendOut({ ...out, promises, whole, lang: found.language.lang });
    this.#ask(known, going);
    if (whole) return known;
    // Sent faster than it was read: what its last words promise is found now.
    const late = await find(text).catch(() => null);
    const all = late === null ? known : together(known, await sendOut({ ...out, promises: late.promises, whole: true, lang: late.found.language.lang }));
    this.#ask(all, going);
    changed();
    return all;
  }

  #ask({ asked }: Outgone, going: Going): void {
    const { kit, changed } = this.sender;
    this.unconfirmed = asked.map(({ id }) => id);
    if (asked.length > 0) kit.onSent(asked, going);
    changed();
  }

  async #undone({ asked, unconfirmed, kept }: Outgone): Promise<void> {
    const { kit, changed } = this.sender;
    this.#out = Promise.resolve(NOTHING);
    this.unconfirmed = [];
    kit.onUndone(asked.map(({ id }) => id));
    await this.sender.kept.unsent(kept, unconfirmed).catch(() => undefined);
    changed();
  }

  async #settle({ unconfirmed, kept }: Outgone): Promise<void> {
    this.#out = Promise.resolve(NOTHING);
    await this.sender.kept.sent(kept, unconfirmed).catch(() => undefined);
  }
}
