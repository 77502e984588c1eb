import { Chips, type Chip, Drawer, plainLine, Popover, SentBar, WIDTHS, type Advice, type Words } from '../../components/inline';
import { framedUrl, zone } from '../../utils/browser';
import { boxOf, type Box } from '../../utils/editors';
import type { Lang, Span } from '../../utils/language';
import type { Settings } from '../../utils/messages/protocol';
import { LEFT_KINDS, ruleOfLeft, tellLeft, type Left } from '../../utils/phrases';
import { live, marksOf, promiseNear, type Spot } from './marks';
import { PaletteDesk } from './palette';
import type { Going, Unconfirmed } from './outgoing';
import type { Reply } from './reply';
import type { Services } from './services';
import { FROM_NOWHERE, sourceOf } from './source';
import { whenText } from './when';

/** ms the orphan's line stays. */
const LINE_MS = 20_000;
/** ms a word on what the agent just did stays. */
const SAID_MS = 4000;
/** Chips drawn at once; a draft with more promises shows them in the panel. */
const CHIPS = 5;

/** Everything of ours that is seen in the page, made when the first reply is opened. */
export class Stage {
  readonly popover: Popover;
  readonly bar: SentBar;
  readonly palette: PaletteDesk;
  readonly #chips: Chips;
  readonly #drawer: Drawer | null;
  #due = 0;
  /** Whose places to fill in the bar shows. */
  #sends: Reply | null = null;
  /** Whose marks the popover is about. */
  #open: { readonly reply: Reply; readonly spot: Spot } | null = null;

  constructor(
    private readonly document: Document, private readonly services: Services, settings: Settings,
    private readonly words: Words, private readonly language: Lang, private readonly signal: AbortSignal,
  ) {
    this.popover = new Popover(document, words, signal);
    this.#chips = new Chips(document, signal);
    this.bar = new SentBar(document, words, language, {
      keep: (id) => void services.ask('promise.change', { id, change: { do: 'confirm', due: null } }).catch(() => undefined),
      drop: (id) => void services.ask('promise.change', { id, change: { do: 'drop' } }).catch(() => undefined),
    }, signal);
    this.palette = new PaletteDesk({ document, services, settings, words, language, signal, refused: (onClipboard) => this.refused(onClipboard), line: (text) => this.line(text) });
    // One drawer a tab, in the outermost document; where that is another site's, the browser's own side panel serves.
    this.#drawer = document.defaultView !== null && document.defaultView.top === document.defaultView ? this.#makeDrawer(settings) : null;
    this.dress(settings);
  }

  dress(settings: Settings): void {
    const { theme } = settings;
    this.palette.dress(settings);
    for (const part of [this.popover, this.#chips, this.bar, this.#drawer]) part?.theme(theme);
  }
  holds(event: Event): boolean {
    return this.popover.holds(event) || this.bar.holds(event) || this.palette.holds(event);
  }
  drawerReady(): void {
    this.#drawer?.ready();
  }
  slide(open: boolean): void {
    this.#drawer?.slide(open, true);
  }
  hideDrawer(): void {
    this.#drawer?.hide();
  }

  /** Draws a reply anew: marks, chips, the drawer's counts, and the popover where its mark is gone. */
  draw(reply: Reply): void {
    const { spots } = reply;
    const open = this.#open?.reply === reply ? spots.find(({ type, span }) => type === this.#open?.spot.type && span.start === this.#open.spot.span.start) : undefined;
    if (this.#open?.reply === reply && open === undefined) this.close();
    reply.editor.paint(marksOf(spots, open?.span ?? null));
    this.palette.refresh(reply);
    if (this.#sends === reply && this.bar.filling) this.#fill(reply, false);
    this.place(reply);
    const drawer = this.#drawer;
    if (!drawer) return;
    drawer.counts(spots.filter(({ type }) => type !== 'promise').length, this.#due);
    drawer.show();
  }

  /** Puts what hangs on the text where the text now is: after scrolling, resizing, typing. */
  place(reply: Reply): void {
    const shown = reply.visible;
    const box = reply.editor.box();
    this.#drawer?.avoid(shown ? reply.reading.send.map(boxOf).filter(isButton) : [], shown ? box : null);
    this.bar.beside(this.#drawer?.covers ?? null);
    this.#chips.show(shown && !reply.reading.internal ? this.#chipsOf(reply, uncovered(box, this.#drawer?.covers ?? null)) : []);
    const place = this.#open?.reply === reply ? placeOf(reply.editor.boxes(this.#open.spot.span)) : null;
    if (place !== null) this.popover.move(place);
    this.palette.place();
  }

  #chipsOf(reply: Reply, within: Box): readonly Chip[] {
    const near = promiseNear(reply.promises, reply.editor.selection()?.start ?? 0);
    return live(reply.promises).filter(({ kept }) => kept === null).slice(0, CHIPS).flatMap((promise) => {
      const after = lineEnd(reply, promise.end);
      if (after === null) return [];
      const when = whenText(promise.due, this.language, zone());
      const text = this.words(when === null ? 'inline_chip_vague' : 'inline_chip', { when: when ?? '' });
      const label = this.words('inline_chip_label', { text: promise.text });
      return [{ id: `${promise.start}`, text, label, after, within, near: promise === near, keep: () => void reply.keep(promise, null) }];
    });
  }

  /** Opens the popover of one place. */
  open(reply: Reply, spot: Spot): void {
    const place = placeOf(reply.editor.boxes(spot.span));
    if (place === null) return;
    this.#open = { reply, spot };
    this.popover.show(this.#advice(reply, spot), place);
    reply.editor.paint(marksOf(reply.spots, spot.span));
  }
  close(): void {
    this.palette.close();
    const reply = this.#open?.reply;
    this.#open = null;
    this.popover.hide();
    if (reply?.alive) reply.editor.paint(marksOf(reply.spots, null));
  }

  /** Opens the phrases at the caret. */
  phrases(reply: Reply): boolean {
    if (this.popover.open) this.close();
    return this.palette.open(reply);
  }
  /** The mouse was pressed: what is open and was not meant closes. */
  pressed(event: Event): void {
    this.palette.pressed(event);
    if (this.popover.open && !this.popover.holds(event)) this.close();
  }

  /** Promises that went out, as the agent is asked about them. */
  sent(asked: readonly Unconfirmed[], going: Going): void {
    this.bar.show(asked.map(({ id, text, due }) => ({ id, text, going, when: whenText(due, this.language, zone()) })));
  }
  /** They stand in the thread: nobody asks whether they were sent. */
  proved(ids: readonly string[]): void {
    this.bar.proved(ids);
  }
  /** Answered elsewhere, or their sending was undone: nobody asks about them. */
  answered(ids: readonly string[]): void {
    ids.forEach((id) => this.bar.gone(id));
  }
  undone(ids: readonly string[]): void {
    this.answered(ids);
    if (this.#sends === null) this.bar.fill([], true);
  }

  /** The agent sends: what is still to fill in is said, and nothing waits for it. */
  sending(reply: Reply): void {
    this.#sends = reply;
    this.#fill(reply, false);
  }
  /** It went: there is nothing left to show in the draft, only to know. */
  gone(reply: Reply): void {
    if (this.#sends !== reply || !this.bar.filling) return;
    this.#sends = null;
    this.#fill(reply, true);
    setTimeout(() => this.#sends === null && this.bar.fill([], true), LINE_MS);
  }
  /** It went with the page before: what was left there is known by its kind alone. @param kinds numbers in LEFT_KINDS */
  wentUnfilled(kinds: readonly number[]): void {
    this.bar.fill(kinds.flatMap((kind) => (LEFT_KINDS[kind] === undefined ? [] : [{ text: '', what: this.words(`rule_fill_${LEFT_KINDS[kind]}`), show: null }])), true);
    setTimeout(() => this.#sends === null && this.bar.fill([], true), LINE_MS);
  }
  #fill(reply: Reply, sent: boolean): void {
    this.bar.fill(reply.left.map((left) => ({
      text: reply.draft.slice(left.start, left.end), what: tellLeft(left, this.words), show: sent ? null : () => reply.reveal(left),
    })), sent);
  }

  /** How many promises are due today, for the tab at the edge. */
  async countDue(): Promise<void> {
    const { dueToday } = await this.services.ask('promise.list', { which: 'due', limit: 1 });
    this.#due = dueToday;
  }

  /** One line at the foot of the page, for a while. */
  line(text: string): void {
    plainLine(this.document, text, LINE_MS, this.signal);
  }
  /** Says what the agent just did, by its key. */
  say(key: string): void {
    plainLine(this.document, this.words(key), SAID_MS, this.signal);
  }

  /** The editor did not take a text. */
  refused(onClipboard: boolean): void {
    plainLine(this.document, this.words(onClipboard ? 'inline_refused_copied' : 'inline_refused'), LINE_MS, this.signal);
  }

  #advice(reply: Reply, spot: Spot): Advice {
    const { words } = this;
    if (spot.type === 'promise') {
      const { promise } = spot;
      const when = whenText(promise.due, this.language, zone());
      return {
        title: words('inline_promise'),
        message: when === null ? words('inline_promise_vague') : words('inline_promise_when', { when }),
        alternatives: [], why: null, take: () => undefined, silence: null, teach: null, ...FROM_NOWHERE,
        dismiss: () => void reply.command({ do: 'not-a-promise', key: reply.key, start: promise.start }),
        act: promise.kept !== null ? null : { label: words('inline_promise_keep'), run: () => void reply.keep(promise, null) },
      };
    }
    if (spot.type === 'left') return this.#leftAdvice(reply, spot.left);
    const { finding } = spot;
    const expect = reply.draft.slice(finding.start, finding.end);
    const entry = reply.found?.language.knowledge.entries.find(({ id }) => id === finding.rule);
    return {
      title: words(`category_${finding.category}`),
      message: finding.message,
      alternatives: finding.suggestions,
      why: entry?.example ?? (entry?.why !== undefined && entry.why !== finding.message ? entry.why : null),
      ...this.#answers(reply, finding, expect, finding.rule),
      ...sourceOf(reply.found?.language ?? null, entry, { words, services: this.services, line: (text) => this.line(text) }),
      silence: () => void reply.learn('silenced', finding.rule),
      teach: finding.category === 'jargon' ? () => void reply.learn('taught', expect) : null,
      act: null,
    };
  }

  #leftAdvice(reply: Reply, left: Left): Advice {
    const { words } = this;
    const expect = reply.draft.slice(left.start, left.end);
    return {
      title: words('left_title'), message: tellLeft(left, words), alternatives: left.suggestions, why: null, teach: null, act: null, ...FROM_NOWHERE,
      silence: () => void reply.learn('silenced', ruleOfLeft(left)),
      ...this.#answers(reply, left, expect, ruleOfLeft(left)),
    };
  }

  /** What may be done with a mark on words: another wording in their place, or away with it. */
  #answers(reply: Reply, span: Span, expect: string, rule: string): Pick<Advice, 'take' | 'dismiss'> {
    return {
      take: (text) => void reply.command({ do: 'replace', key: reply.key, span, expect, text }).then(({ ok }) => {
        if (!ok) this.refused(reply.view().clipboard);
      }),
      dismiss: () => void reply.command({ do: 'dismiss', key: reply.key, rule, text: expect }),
    };
  }

  #makeDrawer(settings: Settings): Drawer {
    const { services, words, language, document } = this;
    const { origin } = document.location;
    const state = settings.panel[origin] ?? { width: WIDTHS.usual, open: true };
    return new Drawer({
      document, words, language, state, src: framedUrl('panel.html', document.defaultView?.origin ?? ''), signal: this.signal,
      onState: (changed) => void services.settings().then((now) => services.ask('settings.set', { change: { panel: { ...now.panel, [origin]: changed } } })).catch(() => undefined),
      onNative: () => void services.ask('panel.open-native', {}).catch(() => undefined),
    });
  }
}


/** A box of a button's size, in px: what is wider is a bar or a menu that spans the page, and nothing can stand beside it. */
const isButton = ({ left, right, top, bottom }: Box): boolean => right - left > 0 && right - left < 400 && bottom - top < 120;

/** What the drawer leaves of the editor. */
function uncovered(box: Box, drawer: Box | null): Box {
  if (drawer === null || drawer.left > box.right || drawer.right < box.left) return box;
  return drawer.left > box.left ? { ...box, right: Math.min(box.right, drawer.left) } : { ...box, left: Math.max(box.left, drawer.right) };
}

function placeOf(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  const last = boxes.at(-1);
  return first && last ? { left: last.left, top: first.top, right: last.right, bottom: last.bottom } : null;
}

/** Where the visual line ends on which a place of the text stands. */
function lineEnd(reply: Reply, at: number): Box | null {
  const newline = reply.draft.indexOf('\n', at);
  const end = newline < 0 ? reply.draft.length : newline;
  const [mark] = [...reply.editor.boxes({ start: Math.max(0, at - 1), end: at })].reverse();
  if (!mark) return null;
  const rest = end > at ? reply.editor.boxes({ start: at, end }) : [];
  const middle = (mark.top + mark.bottom) / 2;
  const right = Math.max(mark.right, ...rest.filter(({ top, bottom }) => top < middle && middle < bottom).map((box) => box.right));
  return { ...mark, right };
}
