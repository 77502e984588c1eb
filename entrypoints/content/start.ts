import { plainLine } from '../../components/inline';
import { alive, loadTemporal, zone } from '../../utils/browser';
import { attach, editableAround } from '../../utils/editors';
import { hostOf, isReplyEditor, known, pageMemory, practice, type HostData, type Page } from '../../utils/hosts';
import type { ReplyCommand } from '../../utils/messages/protocol';
import { receive, type CommandOutcome } from '../../utils/messages/push';
import { LEFT_KINDS } from '../../utils/phrases';
import { Acts } from './acts';
import { leaveLeft, leaveWord, type WentOut } from './after';
import { Engine } from './engine';
import { Early, EARLY, focusedEditable } from './focus';
import { onChanges } from './changes';
import { Checkup } from './checkup';
import { ourKey } from './keys';
import type { Kit } from './kit';
import { Dismissed } from './learnt';
import type { Place } from './place';
import { Reply } from './reply';
import type { Selected } from './selected';
import { Services } from './services';
import { isOf } from './site';
import { Stage } from './stage';
import { beginTeaching, isTeaching } from './teach/begin';
import type { SendWatch } from './watch';

export interface StartOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Takes the place of what the page's address and structure say. */
  readonly host?: HostData;
  /** Listeners registered before the page's own, where there are any. */
  readonly early?: Early;
  /** What the page before left to be asked. */
  readonly wentOut?: WentOut | null;
  readonly selected?: Selected;
  /** Called where the extension was updated or removed: all of ours goes. */
  readonly leave?: Place['leave'];
  /** The agent wants to teach this page at once. */
  readonly teach?: boolean;
}

/** ms between a change of the page and the look at it; and without any reply, before the drawer goes. */
const FLUSH_MS = 200;
const LINGER_MS = 1500;
const GONE_MS = 20_000;

/**
 * Starts Keepword in a document until `signal` is aborted. Until a reply's editor has the focus nothing is asked, made or
 * observed.
 */
export function startKeepword({ document, signal, host, early, wentOut, selected, teach, leave }: StartOptions): void {
  if (signal.aborted) return;
  const keepword = new Keepword(document, signal, host, early ?? new Early(signal, EARLY), selected ?? null, leave ?? ((line) => line?.()));
  keepword.start();
  if (wentOut) void keepword.offer(wentOut).catch(() => undefined);
  if (teach) keepword.teach();
}

class Keepword {
  readonly #replies = new Map<HTMLElement, Reply>();
  readonly #dismissed = new Dismissed();
  readonly #watches = new Set<SendWatch>();
  readonly #acts = new Acts({ replies: () => this.#replies.values(), current: () => this.#current, watches: this.#watches });
  readonly #down = new AbortController();
  readonly #services = new Services(() => this.#orphaned());
  readonly #engine = new Engine(this.#services);
  readonly #checkup = new Checkup(this.#services, this.#down.signal);
  readonly #memory;
  #stage: Promise<Stage> | null = null;
  #shown: Stage | null = null;
  #current: Reply | null = null;
  #tab: number | null = null;
  #observing = false;
  /** Keys that were ours and are still down, by code. */
  readonly #taken = new Set<string>();

  constructor(private readonly document: Document, signal: AbortSignal, private readonly given: HostData | undefined, private readonly early: Early, private readonly selected: Selected | null, private readonly leave: Place['leave']) {
    signal.addEventListener('abort', () => this.#down.abort(), { once: true });
    this.#down.signal.addEventListener('abort', () => this.#close(), { once: true });
    this.#memory = pageMemory(() => document.defaultView?.sessionStorage ?? null);
  }

  start(): void {
    const { document, early } = this;
    const view = document.defaultView;
    if (!view) return;
    early.on('focusin', () => this.#focus());
    // The focus goes into a frame: its own listeners may have been wiped, the window's `blur` tells.
    early.on('blur', () => setTimeout(() => this.#focus(), 0));
    early.on('keydown', (event) => this.#key(event));
    // The page hears no end of a key whose beginning it did not hear: some act on that.
    early.on('keyup', (event) => event.isTrusted && this.#taken.delete(event.code) && event.stopImmediatePropagation());
    early.on('mousedown', (event) => (this.#acts.press(event), this.#shown?.pressed(event)));
    early.on('click', (event) => this.#click(event));
    early.on('submit', (event) => this.#acts.submit(event));
    early.on('pagehide', () => this.#replies.forEach((reply) => reply.sending.leaving()));
    early.on('scroll', () => this.#placeSoon());
    early.on('resize', () => this.#placeSoon());
    early.listen(view);
    receive('reply', { tab: () => this.#tab, signal: this.#down.signal }, (message) => {
      if (message.push === 'panel.ready') this.#shown?.drawerReady();
      else if (message.push === 'promise.answered') this.#shown?.answered(message.ids);
      else if (message.push === 'sites.changed') { if (isOf(message.site, document)) this.#renew(); }
      else if (message.push === 'site.off') return undefined;
      else if (message.push !== 'command') this.#changed(message.push === 'settings.changed' ? message.settings : null);
      else return message.command.do === 'teach-site' && message.address.frame === null && view.top !== view ? undefined : this.#command(message.command);
      return undefined;
    });
    this.#focus();
  }

  /** It went; where the page goes with it, the next one has to tell what was not filled in. */
  #gone(reply: Reply): void {
    leaveLeft(this.document, reply.left.map(({ kind }) => LEFT_KINDS.indexOf(kind)));
    this.#shown?.gone(reply);
  }

  /** What went out with the page before: places not filled in are told, promises that nobody confirmed offered as the ledger has them. */
  async offer({ promises: went, left }: WentOut): Promise<void> {
    await loadTemporal();
    if (left.length > 0) (await this.#setStage()).wentUnfilled(left);
    if (went === null) return;
    const { promises } = await this.#services.ask('promise.list', { which: 'tentative', conversation: { host: went.host, id: went.conversation } });
    const mine = promises.filter(({ id }) => went.ids.includes(id));
    if (mine.length > 0) (await this.#setStage()).sent(mine, 'sent');
  }

  #page(): Page {
    return { url: this.document.location.href, title: this.document.title, memory: this.#memory, zone: zone() };
  }

  /** The focus is somewhere new: is a reply written there? */
  #focus(): void {
    if (this.#down.signal.aborted) return;
    const editable = focusedEditable(this.document);
    if (editable === null) return;
    const view = editable.ownerDocument.defaultView;
    if (view) this.early.listen(view);
    const open = this.#replies.get(editable);
    if (open) this.#current = open;
    else void this.#engage(editable);
  }

  async #engage(editable: HTMLElement): Promise<void> {
    // Packs are asked while Temporal loads: the panel comes no later for them.
    const [described] = await Promise.all([this.given ? [] : this.#services.hosts(), alive() ? loadTemporal() : null]);
    const host = this.given ?? hostOf([...described, ...known, practice], this.document.location.href, this.document);
    if (!isReplyEditor(host, editable)) return;
    if (!alive()) return this.#orphaned();
    if (this.#down.signal.aborted || this.#replies.has(editable)) return;
    const stage = this.#setStage();
    const kit: Kit = {
      services: this.#services, engine: this.#engine,
      page: () => this.#page(), selected: this.selected,
      onView: (reply) => {
        if (reply === this.#current && !isTeaching()) this.#shown?.draw(reply);
      },
      onSending: (conversation, ids) => leaveWord(this.document, conversation, ids),
      onArmed: (reply) => this.#shown?.sending(reply), onGone: (reply) => this.#gone(reply),
      dismissed: this.#dismissed, checkup: this.#checkup,
      onSent: (asked, going) => void stage.then((ready) => ready.sent(asked, going)).catch(() => undefined),
      onProved: (ids) => this.#shown?.proved(ids), onUndone: (ids) => this.#shown?.undone(ids), signal: this.#down.signal, watches: this.#watches,
    };
    const editor = attach(editable, this.#down.signal, host?.insert ? { insert: host.insert } : {});
    const reply = new Reply(kit, host, editor, this.#down.signal);
    this.#replies.set(editable, reply);
    this.#current = reply;
    void stage.then((ready) => ready.palette.watch(reply)).catch(() => undefined);
    this.#observe();
    if (this.#tab === null) this.#tab = (await this.#services.ask('panel.hello', {}).catch(() => ({ tab: null }))).tab;
  }

  #setStage(): Promise<Stage> {
    this.#stage ??= (async () => {
      const [settings, { words, language }] = await Promise.all([this.#services.settings(), this.#services.words()]);
      const stage = new Stage(this.document, this.#services, settings, words, language, this.#down.signal);
      await stage.countDue().catch(() => undefined);
      this.#shown = stage;
      if (this.#current) stage.draw(this.#current);
      return stage;
    })();
    this.#stage.catch(() => (this.#stage = null));
    return this.#stage;
  }

  /** @param settings null: not they, but the words that replies are read by (packs came, went or changed). */
  #changed(settings: Parameters<Stage['dress']>[0] | null): void {
    if (settings === null) { this.#engine.forget(); this.#services.forgetHosts(); }
    else this.#services.learned(settings);
    if (settings !== null) this.#shown?.dress(settings);
    this.#replies.forEach((reply) => reply.soon());
  }

  /** What describes the page is another thing now: replies are taken up anew, their drafts stay as they stand. */
  #renew(): void {
    this.#services.forgetHosts();
    this.#close();
    this.#current = null;
    this.#shown?.close();
    this.#focus();
  }

  /** Lets the agent show what is what on this page. The panel steps aside meanwhile: it may lie over what is to be pointed at. */
  teach(): CommandOutcome {
    this.#shown?.hideDrawer();
    const ended = (): void => void (this.#current && this.#shown?.draw(this.#current));
    void beginTeaching({ document: this.document, services: this.#services, editor: this.#current?.editor.element ?? null, ended, signal: this.#down.signal }).catch(() => undefined);
    return { ok: true };
  }

  #command(command: ReplyCommand): Promise<CommandOutcome> | CommandOutcome | undefined {
    if (command.do === 'show') return this.#all((reply) => reply.tell());
    if (command.do === 'slide') return this.#shown ? (this.#shown.slide(command.open), { ok: true }) : undefined;
    if (command.do === 'palette') return this.#current && this.#shown ? { ok: this.#shown.phrases(this.#current) } : undefined;
    if (command.do === 'teach-site') return this.teach();
    if (command.do === 'silence') return this.#current ? this.#current.learn('silenced', command.rule) : undefined;
    if (command.do === 'teach') return this.#current ? this.#current.learn('taught', command.term) : undefined;
    const reply = [...this.#replies.values()].find(({ key }) => key === command.key);
    return reply?.command(command);
  }
  #all(call: (reply: Reply) => void): CommandOutcome | undefined {
    this.#replies.forEach(call);
    return this.#replies.size > 0 ? { ok: true } : undefined;
  }

  /** Our keys, heard before the page; everything else goes on its way. */
  #key(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing) return;
    const mine = this.#reply(event);
    const taken = this.#shown?.bar.open && this.#shown.bar.holds(event) ? this.#shown.bar.key(event) : this.#shown !== null && ourKey(event, { reply: mine, current: this.#current, stage: this.#shown });
    if (taken) {
      this.#taken.add(event.code);
      event.preventDefault();
      event.stopImmediatePropagation();
    } else this.#acts.key(event, mine);
  }

  /** The reply in which an event happened, where that editor has the focus. */
  #reply(event: Event): Reply | null {
    const editable = editableAround((event.composedPath()[0] as Node | undefined) ?? null);
    return (editable && this.#replies.get(editable)) ?? null;
  }

  #click(event: MouseEvent): void {
    if (!event.isTrusted) return;
    this.#acts.click(event);
    const reply = this.#reply(event);
    if (!reply || this.#shown?.holds(event)) return;
    setTimeout(() => {
      const at = reply.editor.selection();
      const spot = at && at.start === at.end ? reply.spotAtCaret() : null;
      if (spot && (spot.type !== 'promise' || spot.promise.kept === null)) this.#shown?.open(reply, spot);
    }, 0);
  }

  #placeSoon(): void {
    const reply = this.#current;
    if (reply && this.#shown) requestAnimationFrame(() => this.#shown?.place(reply));
  }

  #observe(): void {
    if (!this.#observing) onChanges(this.document, FLUSH_MS, this.#down.signal, () => this.#flush());
    this.#observing = true;
  }

  #flush(): void {
    if (this.#down.signal.aborted) return;
    if (!alive()) return this.#orphaned();
    for (const [element, reply] of this.#replies) {
      if (reply.alive) continue;
      this.#replies.delete(element);
      reply.close();
      if (reply === this.#current) this.#leave();
    }
    if (this.#current) this.#shown?.place(this.#current);
  }

  #leave(): void {
    this.#current = [...this.#replies.values()].at(-1) ?? null;
    this.#shown?.close();
    setTimeout(() => {
      if (this.#replies.size === 0 && !this.#shown?.bar.open) this.#shown?.hideDrawer();
    }, LINGER_MS);
  }

  /** The extension was updated or removed under the page: our things go, silently where another script takes the place. */
  #orphaned(): void {
    if (this.#down.signal.aborted) return;
    const words = this.#replies.size > 0 ? this.#services.lastWords : null;
    this.#down.abort();
    this.leave(words && (() => plainLine(this.document, words('inline_gone'), GONE_MS, new AbortController().signal)));
  }

  #close(): void {
    this.#replies.forEach((reply) => reply.close());
    this.#replies.clear();
  }
}
