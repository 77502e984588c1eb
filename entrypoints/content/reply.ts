import { now, zone } from '../../utils/browser';
import type { EditorAdapter, Outcome } from '../../utils/editors';
import { interpret, shown, type HostData, type HostReading } from '../../utils/hosts';
import type { Finding, Span } from '../../utils/language';
import type { PromiseView, ReplyCommand, ReplyView } from '../../utils/messages/protocol';
import { push, type CommandOutcome } from '../../utils/messages/push';
import type { Left } from '../../utils/phrases';
import type { Due } from '../../utils/promises';
import type { Found } from './engine';
import { diagnosis } from './diagnosis';
import { Heard } from './heard';
import { freshId, Kept, presentIn } from './kept';
import { promiseNear, spotAt, spotFrom, spotsOf, type Spot } from './marks';
import type { Kit } from './kit';
import { learn, placeOf } from './learnt';
import { Said, usedPhrase } from './said';
import { draftOf, isAlive, threadOf } from './seen';
import { Sending } from './sending';
import { spaced } from './spaced';
import { onTurns } from './turned';
import { viewOf } from './view';

/** ms from the last keystroke to the next reading. */
const WAIT_MS = 110;

/** One reply in one editor, from the first focus until the editor is gone. */
export class Reply {
  readonly key = freshId();
  readonly #stop = new AbortController();
  readonly #kept: Kept;
  readonly #heard: Heard;
  readonly #said: Said;
  readonly sending: Sending;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #composing = false;
  #again = false;
  #running = false;
  #revision = 0;
  #clipboard = false;
  #problem: string | null = null;
  /** The agent has typed: a draft before that was brought back by the page. */
  #touched = false;
  reading: HostReading;
  /** While a question is typed into the draft it is not read: it is none of the reply. */
  held = false;
  found: Found | null = null;
  draft = '';
  promises: readonly PromiseView[] = [];
  findings: readonly Finding[] = [];
  left: readonly Left[] = [];

  constructor(private readonly kit: Kit, private readonly host: HostData | null, readonly editor: EditorAdapter, signal: AbortSignal) {
    this.#kept = new Kept(kit.services);
    this.#heard = new Heard(kit.selected, kit.page().url, host === null);
    this.#said = new Said(kit.services);
    this.reading = this.#read();
    signal.addEventListener('abort', () => this.#stop.abort(), { once: true, signal: this.#stop.signal });
    this.sending = new Sending({
      kit, host, editor, kept: this.#kept, read: () => this.#read(), reply: this,
      find: async (text) => {
        const found = await this.#find(text);
        return { found, promises: this.#kept.view(found.promises, text) };
      },
      changed: () => void this.#pushView(),
    });
    editor.onInput((trusted) => {
      this.#touched ||= trusted;
      if (trusted) this.sending.watch.edited();
      this.soon();
    });
    onTurns(this.reading.composer, editor.element, this.#stop.signal, () => this.soon());
    const on = { capture: true, signal: this.#stop.signal };
    editor.element.addEventListener('compositionstart', () => (this.#composing = true), on);
    editor.element.addEventListener('compositionend', () => {
      this.#composing = false;
      this.soon();
    }, on);
    kit.checkup.watch(host, () => kit.page().url, () => (this.visible ? this.#read() : null), () => this.tell());
    void this.pass();
  }

  get spots(): readonly Spot[] {
    return spotsOf(this.findings, this.reading.internal ? [] : this.promises, this.left);
  }
  /** Until the reply is closed: what listens for it, listens no longer. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }
  /** The editor still stands in its page. */
  get alive(): boolean {
    return isAlive(this.editor);
  }
  get visible(): boolean {
    return this.alive && shown(this.editor.element);
  }

  /** Reads again after a moment; one more keystroke begins the moment anew. */
  soon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#stop.signal.aborted) return;
    this.#timer = setTimeout(() => void this.pass(), WAIT_MS);
  }

  /** One whole reading: page, text, engine; then marks and view. While one runs, the next waits for it. */
  async pass(): Promise<void> {
    if (this.#stop.signal.aborted || this.#composing || this.held) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      await this.#once();
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.#running = false;
    }
    if (this.#stop.signal.aborted) return;
    this.tell();
    if (this.#again) {
      this.#again = false;
      this.soon();
    }
  }

  /** Sends the view to the panels and has the marks drawn. */
  tell(): void {
    if (this.#stop.signal.aborted) return;
    void this.#pushView();
    this.kit.onView(this);
  }
  #pushView(): Promise<unknown> {
    this.#revision += 1;
    return push({ to: 'panel', push: 'reply.view', view: this.view() });
  }

  view(): ReplyView {
    const { key, draft, found, findings, left, promises, reading } = this;
    return viewOf({ key, draft, found, findings, left, promises, reading, changed: this.kit.checkup.verdict.changed, revision: this.#revision, problem: this.#problem, sentUnconfirmed: this.sending.unconfirmed, clipboard: this.#clipboard });
  }

  /** Does what the panel or the popover asks. */
  async command(command: ReplyCommand): Promise<CommandOutcome> {
    switch (command.do) {
      case 'show': this.tell(); return { ok: true };
      case 'replace': return this.#outcome(await this.editor.replace(command.span, command.text, command.expect));
      case 'insert': return this.put(null, '', command.text, command.phrase);
      case 'reveal': this.reveal(command.span); return { ok: true };
      case 'dismiss': return this.#forget(() => this.kit.dismissed.add(placeOf(this.reading, this.key), command.rule, command.text));
      case 'not-a-promise': return this.#withPromise(command.start, (promise) => this.#kept.deny(promise));
      case 'keep': return this.keep(this.promises.find(({ start }) => start === command.start) ?? null, command.due);
      case 'silence': return this.learn('silenced', command.rule);
      case 'teach': return this.learn('taught', command.term);
      case 'focus': this.editor.focus(); return { ok: true };
      case 'diagnose': return { ok: true, text: diagnosis(this.host, this.editor.element, this.#read(), this.kit.checkup.verdict) };
      case 'message': return this.#heard.say(command.from, this.kit.page().url) ? this.#forget(() => undefined) : { ok: false, problem: 'nothing is selected on the page' };
      case 'slide': case 'palette': case 'teach-site': return { ok: true };
    }
  }

  /** @param due null: the date as it was read */
  async keep(promise: PromiseView | null, due: Due | null): Promise<CommandOutcome> {
    if (promise === null || this.found === null) return { ok: false, problem: 'changed' };
    try {
      await this.#kept.keep({
        promise, text: promise.text, due: due ?? promise.due, lang: this.found.language.lang, zone: zone(), reading: this.reading, status: 'open',
      }, presentIn(this.promises));
      this.#viewPromises();
      this.tell();
      return { ok: true };
    } catch (error) {
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  }
  keepNear(): boolean {
    const near = promiseNear(this.reading.internal ? [] : this.promises, this.editor.selection()?.start ?? 0);
    if (near !== null) void this.keep(near, null);
    return near !== null;
  }

  async learn(list: 'silenced' | 'taught', item: string): Promise<CommandOutcome> {
    await learn(this.kit.services, list, item);
    return this.#forget(() => undefined);
  }

  /** The place at the caret, or the next one from it. */
  spotAtCaret(): Spot | null {
    const at = this.editor.selection()?.start ?? 0;
    return spotAt(this.spots, at);
  }
  step(by: 1 | -1): Spot | null {
    const spot = spotFrom(this.spots, this.editor.selection()?.start ?? 0, by);
    if (spot !== null) this.reveal({ start: spot.span.start, end: spot.span.start });
    return spot;
  }
  reveal(span: Span): void {
    this.editor.select(span);
    const range = this.editor.rangeOf(span);
    const element = range?.startContainer.parentElement;
    if (element && typeof element.scrollIntoView === 'function') element.scrollIntoView({ block: 'nearest', behavior: 'auto' });
  }

  /** Looks at the page anew. */
  refresh = (): void => void (this.reading = this.#read());

  close(): void {
    if (this.#stop.signal.aborted) return;
    this.sending.close();
    this.#stop.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.editor.dispose();
    void this.sending.out.then(() => push({ to: 'panel', push: 'reply.gone', key: this.key }));
  }

  #read(): HostReading {
    return interpret(this.host, this.editor.element, this.#heard.on(this.kit.page()), this.editor.text().leftOut);
  }

  #text(): string {
    return draftOf(this.host, this.editor);
  }

  async #once(): Promise<void> {
    this.#problem = null;
    this.reading = this.#read();
    const draft = this.#text();
    if (this.found === null) this.tell();
    const { conversation } = this.reading;
    const found = await this.#find(draft);
    if (conversation) await this.#kept.recall(conversation, now()).catch(() => false);
    if (!this.#touched) this.kit.watches.forEach((watch) => watch !== this.sending.watch && watch.back(draft, conversation?.id ?? null));
    // What was typed in the meantime is newer than this reading: it is read again, and nothing old is shown.
    if (this.#stop.signal.aborted) return;
    if (this.#text() !== draft) this.#again = true;
    else this.#take(draft, found);
  }

  async #find(draft: string): Promise<Found> {
    const { customer } = this.reading;
    const settings = await this.kit.services.settings();
    const lastUsed = await this.#said.of(customer.address ?? customer.name);
    return this.kit.engine.read({
      draft, customer: customer.message, customerName: customer.name, customerAddress: customer.address, thread: () => threadOf(this.editor), settings, now: now(), zone: zone(), lastUsed,
    });
  }

  #take(draft: string, found: Found): void {
    this.draft = draft;
    this.found = found;
    this.findings = this.kit.dismissed.without(placeOf(this.reading, this.key), found.analysis.findings, draft);
    this.left = this.reading.internal ? [] : this.kit.dismissed.withoutLeft(placeOf(this.reading, this.key), found.left, draft);
    this.#viewPromises();
  }

  #viewPromises(): void {
    this.promises = this.#kept.view(this.found?.promises ?? [], this.draft);
  }

  /** Puts a text in the place of `span`, where `expect` still stands there; at the caret where `span` is null or empty. */
  async put(span: Span | null, expect: string, text: string, phrase: string | null): Promise<CommandOutcome> {
    const { editor } = this;
    const whole = spaced(editor.text().text, span ?? editor.selection(), text);
    const outcome = this.#outcome(await (span === null || span.start === span.end ? editor.insertAtCaret(whole) : editor.replace(span, whole, expect)));
    if (outcome.ok && phrase !== null) await usedPhrase(this.kit.services, this.reading, phrase);
    return outcome;
  }

  #outcome(outcome: Outcome): CommandOutcome {
    this.#clipboard = !outcome.ok && outcome.clipboard;
    this.soon();
    if (outcome.ok) return { ok: true };
    this.tell();
    return { ok: false, problem: outcome.problem };
  }

  #forget(change: () => unknown): CommandOutcome {
    change();
    void this.pass();
    return { ok: true };
  }

  #withPromise(start: number, change: (promise: PromiseView) => unknown): CommandOutcome {
    const promise = this.promises.find((each) => each.start === start);
    if (promise === undefined) return { ok: false, problem: 'changed' };
    return this.#forget(() => change(promise));
  }
}
