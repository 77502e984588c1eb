import type { Lang } from '../../utils/language';
import { makeStrings } from '../shared';
import type { Strings } from '../shared';
import { deservesCheckIn } from '../../utils/promises/ahead';
import type { DayLoad, SolvedCase } from '../../utils/promises/ahead';
import type { PromiseDraft, PromiseRecord, ReplyCommand, ReplyView, RequestName, Requests } from '../../utils/messages/protocol';
import type { Door, From, PanelPush } from './door';
import { dayOf, daysOf, firstId, firstState, NO_LEDGER, ownIds, shownReply, stretchOf, whoOf, withoutView, withView } from './state';
import type { PanelState } from './state';

type Change = Requests['promise.change']['ask']['change'];

/** The panel's memory and its hands. Components read `get()` and call the rest. */
export interface Panel {
  get(): PanelState;
  subscribe(call: () => void): () => void;
  /** Asks the shown reply for something; tells the agent when it could not be done (`failed` names the words), and answers whether it was. */
  command(command: ReplyCommand, said?: string, failed?: string): Promise<boolean>;
  /** Switches the page's site on or off. Within the click: the browser asks the agent. */
  switchSite(on: boolean): void;
  change(id: string, change: Change, said?: string): void;
  /** How the page of a reply is built, for a report; null where it could not be had, which is shown. */
  diagnose(key: string): Promise<string | null>;
  /** What the ledger has of a case; null where nobody knows or the background failed. */
  caseOf(solved: SolvedCase): Promise<readonly PromiseRecord[] | null>;
  /** No follow-up for what was kept last. */
  settle(): void;
  /** Keeps a promise given elsewhere; null where it could not be. */
  add(promise: PromiseDraft, said: string): Promise<PromiseRecord | null>;
  openConversation(id: string): void;
  /** The interface's words in another language: what is written to a customer speaks theirs. null where they can't be had. */
  words(language: Lang): Promise<Strings | null>;
  /** Moves the shown time on, and asks the ledger again when something fell due meanwhile. */
  tick(): void;
}

/** A reply that is there answers the panel's hello well within this. */
const ANSWER_MS = 1000;
const TENTATIVE_SHOWN = 20;
const DUE_SHOWN = 50;
const THEIRS_SHOWN = 10;
/** Days of one draft whose load is asked for. */
const DAYS_ASKED = 5;
/** Promises of one case that are looked through for a follow-up. */
const CASE_SHOWN = 50;

/** Starts a panel: says hello, asks for settings, words and the ledger, and shows what the reply pushes. */
export function startPanel(door: Door, signal: AbortSignal): Panel {
  const panel = new PanelModel(door, signal);
  panel.start();
  return panel;
}

class PanelModel implements Panel {
  #state: PanelState;
  readonly #calls = new Set<() => void>();
  #asked = 0;
  /** The stretch of days that `around` was asked for. */
  #stretch = '';
  /** Replies that have spoken since the panel last said hello. */
  readonly #heard = new Set<string>();
  readonly #words = new Map<Lang, Strings>();

  constructor(private readonly door: Door, private readonly signal: AbortSignal) {
    this.#state = firstState(door.now());
  }

  get = (): PanelState => this.#state;
  subscribe = (call: () => void): (() => void) => {
    this.#calls.add(call);
    return () => this.#calls.delete(call);
  };

  start(): void {
    this.door.listen((push, from) => this.#hear(push, from), this.signal);
    this.door.onElsewhere(() => void this.#hello(), this.signal);
    void this.#speak();
    void this.#hello();
    void this.#ledger();
  }

  command = async (command: ReplyCommand, said = '', failed = 'panel_failed_command'): Promise<boolean> => {
    const { address, tab } = this.#state;
    const to = address ?? (tab === null ? null : { tab });
    const answer = to && (await this.#try('reply.command', { to, command }));
    if (!answer) return false;
    if (answer.ok) this.#say(said);
    else this.#set({ said: '', failed });
    return answer.ok;
  };

  diagnose = async (key: string): Promise<string | null> => {
    const { address, tab } = this.#state;
    const to = address ?? (tab === null ? null : { tab });
    const text = to && (await this.#try('reply.command', { to, command: { do: 'diagnose', key } }))?.text;
    if (text) return text;
    this.#set({ failed: this.#state.failed ?? 'panel_failed_command' });
    return null;
  };

  switchSite = (on: boolean): void => {
    const site = this.#state.site?.site;
    if (!site) return;
    // Asked before anything is awaited, or the click is spent.
    const asked = on ? this.door.sites.request(site) : this.door.sites.remove(site);
    void asked.catch(() => false).then((done) => {
      if (this.signal.aborted) return;
      if (done) this.#say(this.#state.strings?.t(on ? 'panel_site_now_on' : 'panel_site_now_off') ?? '');
      else this.#set({ failed: on ? 'panel_site_refused' : 'panel_site_kept' });
      void this.#where(this.#state.tab);
    });
  };

  change = (id: string, change: Change, said = ''): void => {
    void this.#try('promise.change', { id, change }).then((answer) => {
      if (!answer) return;
      this.#say(said);
      if (change.do === 'keep' && deservesCheckIn(answer)) this.#set({ kept: answer });
      void this.#ledger();
    });
  };

  settle = (): void => this.#set({ kept: null });

  caseOf = async ({ conversation, customer }: SolvedCase): Promise<readonly PromiseRecord[] | null> => {
    const whom = customer?.address ?? customer?.name ?? null;
    const where = conversation ? { conversation: { host: conversation.host, id: conversation.id } } : whom === null ? null : { customer: whom };
    if (where === null) return null;
    const found = await Promise.all((['open', 'tentative', 'closed'] as const).map((which) => this.#try('promise.list', { which, limit: CASE_SHOWN, ...where })));
    return found.includes(null) ? null : found.flatMap((answer) => answer?.promises ?? []);
  };

  add = async (promise: PromiseDraft, said: string): Promise<PromiseRecord | null> => {
    const record = await this.#try('promise.add', { promise });
    if (record) {
      this.#say(said);
      void this.#ledger();
    }
    return record;
  };

  openConversation = (id: string): void => {
    void this.#try('promise.open', { id }).then((answer) => {
      if (answer) this.#set({ failed: answer.opened === 'none' ? 'panel_failed_open' : null });
    });
  };

  words = async (language: Lang): Promise<Strings | null> => {
    const known = this.#words.get(language);
    if (known) return known;
    const answer = await this.#try('strings.get', { language });
    if (!answer) return null;
    const strings = makeStrings(answer.language, answer.strings);
    this.#words.set(language, strings);
    return strings;
  };

  tick = (): void => {
    const now = this.door.now();
    const next = this.#state.ledger.next?.due?.start;
    const fell = next !== undefined && Temporal.Instant.compare(next, this.#state.now) > 0 && Temporal.Instant.compare(next, now) <= 0;
    this.#set({ now });
    if (fell) void this.#ledger();
  };

  #set(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    for (const call of this.#calls) call();
  }

  /** Said twice in a row it must change, or it is read out once only. */
  #say(said: string): void {
    this.#set({ said: said !== '' && said === this.#state.said ? `${said}\u00a0` : said, failed: null });
  }

  async #try<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer'] | null> {
    try {
      const answer = await this.door.ask(name, ask);
      return this.signal.aborted ? null : answer;
    } catch (error) {
      if (this.signal.aborted) return null;
      if (error instanceof Error && error.name === 'ExtensionGone') this.#set({ place: 'gone' });
      else this.#set({ failed: 'panel_failed_background' });
      return null;
    }
  }

  #hear(push: PanelPush, from: From): void {
    if (push.push === 'ledger.changed') void this.#ledger();
    else if (push.push === 'settings.changed') {
      this.#set({ settings: push.settings });
      if (push.settings.language !== null || this.#state.strings !== null) void this.#speak();
    } else if (push.push === 'site.seen') {
      if (push.tab === this.#state.tab || this.door.tab === null) void this.#hello();
    } else if (push.push !== 'packs.changed') {
      const at = push.via ?? (from.tab === null ? null : { tab: from.tab, frame: from.frame ?? 0 });
      if (at !== null && at.tab === this.#state.tab) this.#hearReply(push, at.tab, at.frame);
    }
  }

  #hearReply(push: Extract<PanelPush, { push: 'reply.view' | 'reply.gone' }>, tab: number, frame: number): void {
    const before = whoOf(shownReply(this.#state));
    if (push.push === 'reply.view') this.#heard.add(push.view.key);
    this.#set(push.push === 'reply.view'
      ? withView({ ...this.#state, now: this.door.now() }, push.view, { tab, frame })
      : withoutView(this.#state, push.key));
    if (whoOf(shownReply(this.#state)) !== before) void this.#ledger();
    else if (this.#stretchKey() !== this.#stretch) void this.#around();
  }

  async #hello(): Promise<void> {
    const hello = this.door.tab === null ? await this.#try('panel.hello', {}) : { tab: this.door.tab };
    if (!hello) return;
    const { tab } = hello;
    if (tab !== this.#state.tab) this.#set({ tab, address: null, views: [], place: 'asking', site: null });
    if (tab === null) return this.#set({ place: 'unsupported' });
    void this.#where(tab);
    void this.#try('panel.ready', { tab });
    this.#heard.clear();
    const shown = await this.#try('reply.command', { to: { tab }, command: { do: 'show' } });
    // The view comes by push, before or after this answer.
    if (shown && this.#state.place === 'asking' && this.#state.tab === tab) this.#set({ place: shown.ok ? 'no-reply' : 'unsupported' });
    setTimeout(() => this.#forgetSilent(), ANSWER_MS);
  }

  async #where(tab: number | null): Promise<void> {
    const site = tab === null ? null : await this.door.ask('site.here', { tab }).catch(() => null);
    if (!this.signal.aborted && tab === this.#state.tab) this.#set({ site });
  }

  /** Replies that did not show themselves again went with the page they were in. */
  #forgetSilent(): void {
    if (this.signal.aborted) return;
    const silent = this.#state.views.filter((view) => !this.#heard.has(view.key));
    for (const { key } of silent) this.#set(withoutView(this.#state, key));
    if (silent.length > 0) void this.#ledger();
  }

  async #speak(): Promise<void> {
    const settings = await this.#try('settings.get', {});
    if (!settings) return;
    const words = await this.#try('strings.get', { language: settings.language });
    if (words) this.#set({ settings, strings: makeStrings(words.language, words.strings) });
  }

  async #ledger(): Promise<void> {
    const asked = ++this.#asked;
    const view = shownReply(this.#state);
    const [due, tentative, theirs] = await Promise.all([
      this.#try('promise.list', { which: 'due', limit: DUE_SHOWN }),
      this.#try('promise.list', { which: 'tentative', limit: TENTATIVE_SHOWN }),
      this.#theirs(view),
    ]);
    // A later question has a later answer: this one is old.
    if (!due || asked !== this.#asked) return;
    const { promises, next, dueToday } = due;
    this.#set({ ledger: { ...NO_LEDGER, due: promises, tentative: tentative?.promises ?? [], next, dueToday, theirs, around: this.#state.ledger.around, loads: this.#state.ledger.loads } });
    await this.#around();
  }

  /** What else falls due when the draft's promises do. */
  async #around(): Promise<void> {
    const view = shownReply(this.#state);
    const stretch = stretchOf(view);
    const key = (this.#stretch = this.#stretchKey());
    const [around, loads] = await Promise.all([
      stretch === null ? [] : this.#try('promise.around', stretch).then((answer) => answer?.promises ?? []),
      this.#loads(view),
    ]);
    if (key === this.#stretch && !this.signal.aborted) this.#set({ ledger: { ...this.#state.ledger, around, loads } });
  }

  #stretchKey(): string {
    const view = shownReply(this.#state);
    return JSON.stringify([stretchOf(view), daysOf(view, this.door.zone())]);
  }

  /** How full the draft's days are, what this very draft has put there left out. */
  async #loads(view: ReplyView | null): Promise<ReadonlyMap<string, DayLoad>> {
    const zone = this.door.zone();
    const own = ownIds(view?.promises ?? []);
    const mine = this.#state.ledger.theirs.filter(({ id }) => own.has(firstId(id)));
    const days = await Promise.all(daysOf(view, zone).slice(0, DAYS_ASKED).map(async (day) => [day, await this.#try('promise.load', { day })] as const));
    const count = (day: string) => mine.filter(({ due }) => due !== null && dayOf(due.end, zone) === day).length;
    return new Map(days.flatMap(([day, load]) => (load ? [[day, { ...load, open: Math.max(0, load.open - count(day)) }] as const] : [])));
  }

  async #theirs(view: ReplyView | null): Promise<readonly PromiseRecord[]> {
    if (!view) return [];
    const customer = view.customer.address ?? view.customer.name;
    const where = customer !== null ? { customer } : view.conversation ? { conversation: { host: view.conversation.host, id: view.conversation.id } } : null;
    if (!where) return [];
    return (await this.#try('promise.list', { which: 'open', limit: THEIRS_SHOWN, ...where }))?.promises ?? [];
  }
}
