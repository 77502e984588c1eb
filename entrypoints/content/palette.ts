import type { Theme, Words } from '../../components/inline';
import { Palette } from '../../components/palette';
import { now } from '../../utils/browser';
import type { Lang } from '../../utils/language';
import type { Settings } from '../../utils/messages/protocol';
import { aboutCustomer, fill, ownUses, shortcutAt, triggerAt, variablesOf, type Phrase } from '../../utils/phrases';
import { focused } from './focus';
import { OffQuestion, type Answered } from './palette-off';
import { Own } from './palette-own';
import { glance, lineOf } from './palette-place';
import { Session, type Material, type Pressed } from './palette-session';
import { paletteView } from './palette-view';
import { Warm } from './palette-warm';
import type { Reply } from './reply';
import type { Services } from './services';
import { switchOff } from './source';

/** Rows of the list; the count says how many there are. */
const ROWS = 30;
interface Open {
  readonly reply: Reply;
  readonly session: Session;
  /** Asked in place of the list. */
  asking: OffQuestion | null;
}
export interface PaletteOptions {
  readonly document: Document;
  readonly services: Services;
  readonly settings: Settings;
  readonly words: Words;
  readonly language: Lang;
  readonly signal: AbortSignal;
  /** A phrase did not go in; whether it is on the clipboard. */
  readonly refused: (onClipboard: boolean) => void;
  /** Says one line at the foot of the page. */
  readonly line: (text: string) => void;
}

/**
 * The phrases at the caret of every reply of a page: opened by the trigger or a key, searched by what is typed on, closed
 * without a trace. On Escape what was typed stays, as in the editors and chats people know: it is theirs, taking it out would
 * be an edit on a key that means "leave me alone", and their own undo takes it back.
 */
export class PaletteDesk {
  readonly #view: Palette;
  readonly #watched = new WeakSet<Reply>();
  readonly #warm: Warm;
  #settings: Settings;
  readonly #own: Own;
  #open: Open | null = null;
  #composing = false;
  /** The last key the agent pressed: only their own typing opens anything. */
  #key = '';

  constructor(private readonly options: PaletteOptions) {
    const { document, words, language, signal, settings } = options;
    this.#settings = settings;
    this.#own = new Own(options.services);
    this.#warm = new Warm(signal);
    this.#view = new Palette(document, words, language, {
      pick: (row) => this.#by((session) => session.take(row)),
      favour: (row) => this.#favour(row),
      off: () => this.#askOff(),
      answer: (choice) => this.#answered(this.#open?.asking?.take(choice) ?? 'back'),
      field: (field) => this.#by((session) => (session.visit(field), 'taken')),
      choose: (field, value) => this.#by((session) => (session.choose(field, value), 'taken')),
      insert: () => this.#by((session) => session.finish()),
    }, signal);
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  dress(settings: Settings): void {
    this.#settings = settings;
    this.theme(settings.theme);
  }
  theme(theme: Theme): void {
    this.#view.theme(theme);
  }
  holds(event: Event): boolean {
    return this.#view.holds(event);
  }

  /** Listens to what is typed in a reply, until the page or the reply ends. */
  watch(reply: Reply): void {
    if (this.#watched.has(reply)) return;
    this.#watched.add(reply);
    const { element } = reply.editor;
    // The reply's own signal: on a page that never loads anew, the document would keep every reply there ever was.
    const on = { capture: true, signal: reply.signal };
    reply.editor.onInput(() => this.#typed(reply));
    // Editors with a model of their own set the caret after the text.
    element.ownerDocument.addEventListener('selectionchange', () => this.#typed(reply), on);
    element.addEventListener('compositionstart', () => {
      this.#composing = true;
      this.#key = '';
    }, on);
    element.addEventListener('compositionend', () => {
      this.#composing = false;
      setTimeout(() => this.#typed(reply), 0);
    }, on);
    element.addEventListener('blur', () => setTimeout(() => this.#left(reply), 0), on);
    this.#own.begin();
  }

  /** The reply was read anew: what the palette needs of it may have come. */
  refresh(reply: Reply): void {
    this.#warm.up(reply.found?.phrases);
    if (this.#open?.reply !== reply || this.#open.session.ready) return;
    const material = this.#material(reply);
    if (material === null) return;
    this.#open.session.supply(material);
    reply.held = true;
    this.#draw();
  }

  /** Opens at the caret by key; a selection is what the phrase will take the place of. */
  open(reply: Reply): boolean {
    if (this.#open !== null || this.#composing) return true;
    const at = reply.editor.selection();
    if (at === null) return false;
    const { text } = reply.editor.text();
    return this.#begin(reply, new Session(text, at.start, 0, at.end, this.#material(reply)));
  }

  close(): void {
    const open = this.#open;
    this.#open = null;
    this.#key = '';
    this.#view.hide();
    if (open === null) return;
    open.reply.held = false;
    open.reply.soon();
  }

  /** Puts it where its line now is. */
  place(): void {
    if (this.#open !== null) this.#view.move(lineOf(this.#open.reply.editor, this.#open.session));
  }

  /** A press of the mouse outside closes it: the caret goes elsewhere. */
  pressed(event: Event): void {
    if (this.#open !== null && !this.holds(event)) this.close();
  }

  /** A trusted key in a reply, heard before the page; true where it was ours. Never while an input method composes. */
  key(event: KeyboardEvent, reply: Reply): boolean {
    if (this.#composing) return false;
    this.#key = event.key;
    if (this.#expands(event, reply)) return true;
    if (this.#open === null || this.#open.reply !== reply) return false;
    if (this.#open.asking !== null && this.#answered(this.#open.asking.press(event))) return true;
    const ours = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (ours && event.code === 'KeyF') return this.#favour(this.#open.session.active);
    // No letter that Option writes on a Polish or Portuguese Mac (ą ć ę ł ń ó ś ź ż ã õ ç …).
    if (ours && event.code === 'KeyD') return this.#askOff();
    const pressed = this.#open.session.press(event);
    return this.#done(pressed);
  }

  #typed(reply: Reply): void {
    if (this.#composing) return;
    const open = this.#open;
    if (open?.reply === reply) {
      const caret = reply.editor.selection();
      const before = open.session.typed;
      if (caret === null || !open.session.update(reply.editor.text().text, caret.end)) this.close();
      else if (open.session.typed !== before) this.#draw();
      return;
    }
    const { trigger } = this.#settings.palette;
    if (open !== null || this.#key !== trigger.charAt(trigger.length - 1) || !glance(reply.editor.element).endsWith(this.#key)) return;
    const at = reply.editor.selection();
    if (at === null || at.start !== at.end) return;
    const { text } = reply.editor.text();
    const start = triggerAt(text.slice(0, at.start), trigger);
    if (start !== null) this.#begin(reply, new Session(text, start, trigger.length, at.start, this.#material(reply)));
  }

  #begin(reply: Reply, session: Session): boolean {
    this.#open = { reply, session, asking: null };
    reply.held = session.ready;
    this.#draw();
    return true;
  }

  #draw(): void {
    if (this.#open === null) return;
    const { asking, session } = this.#open;
    this.#view.show(asking?.view ?? paletteView(session, this.#own.favourites, this.options.words, (phrase) => this.#question(phrase) !== null));
    this.place();
  }

  /** An act of the mouse. */
  #by(act: (session: Session) => Pressed): void {
    if (this.#open !== null) this.#done(act(this.#open.session));
  }

  #done(pressed: Pressed): boolean {
    if (pressed === 'pass') return false;
    if (pressed === 'taken') this.#draw();
    else if (typeof pressed === 'string') this.close();
    else if (this.#open !== null) {
      const { reply, session } = this.#open;
      this.close();
      void this.#put(reply, session.start, session.typed, pressed.insert, pressed.phrase);
    }
    return pressed !== 'close';
  }

  async #put(reply: Reply, start: number, typed: string, text: string, phrase: string): Promise<void> {
    const { ok } = await reply.put({ start, end: start + typed.length }, typed, text, phrase);
    if (ok) await this.#own.ask();
    else this.options.refused(reply.view().clipboard);
  }

  /** A shortcut typed in full and then a blank or Tab: its phrase takes its place, or asks for what it needs. */
  #expands(event: KeyboardEvent, reply: Reply): boolean {
    const { expand, trigger } = this.#settings.palette;
    if (!expand || (event.key !== ' ' && event.key !== 'Tab') || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
    // Within the palette Tab and blank are the question's, unless the one sign that opened it is also a shortcut's.
    if (this.#open !== null && trigger.length > 1) return false;
    if (shortcutAt(glance(reply.editor.element), trigger) === null) return false;
    const material = this.#material(reply);
    const at = reply.editor.selection();
    if (material === null || at === null || at.start !== at.end) return false;
    const { text } = reply.editor.text();
    const found = shortcutAt(text.slice(0, at.start), trigger);
    const phrase = found === null || material.context.lang === undefined ? null : material.phrases.byShortcut(found.shortcut, material.context.lang);
    if (found === null || phrase === null) return false;
    this.close();
    const filled = fill(phrase, material.variables);
    if (filled !== null) void this.#put(reply, found.start, text.slice(found.start, at.start), filled, phrase.id);
    else this.#ask(reply, text, found.start, at.start, material, phrase);
    return true;
  }

  #ask(reply: Reply, text: string, start: number, end: number, material: Material, phrase: Phrase): void {
    const session = new Session(text, start, end - start, end, material);
    if (session.fillIn(phrase)) this.#begin(reply, session);
  }

  #left(reply: Reply): void {
    const { ownerDocument } = reply.editor.element;
    if (this.#open?.reply === reply && !reply.editor.element.contains(focused(ownerDocument)) && ownerDocument.hasFocus()) this.close();
  }

  #favour(row: number): true {
    const phrase = this.#open?.session.hits[row]?.phrase;
    if (phrase === undefined || this.#open?.session.form) return true;
    const on = this.#own.favour(phrase.id);
    this.#draw();
    this.#view.say(this.options.words(on ? 'palette_favoured' : 'palette_unfavoured'));
    return true;
  }

  #question(phrase: Phrase): OffQuestion | null {
    return OffQuestion.of(phrase, this.#open?.reply.found?.language ?? null, this.options.words);
  }

  /** Is the phrase, or its pack, to be switched off? Where neither can be, nothing is asked. */
  #askOff(): true {
    const open = this.#open, phrase = open?.session.hits[open.session.active]?.phrase;
    if (open == null || open.session.form !== null || phrase === undefined) return true;
    open.asking = this.#question(phrase);
    this.#draw();
    return true;
  }

  /** true where the key was the question's. What is switched off comes no more: the palette closes, and a line says where it is switched on again. */
  #answered(answer: Answered): boolean {
    const open = this.#open;
    if (open?.asking == null) return false;
    const { phrase } = open.asking;
    if (answer !== 'taken') open.asking = null;
    const language = open.reply.found?.language;
    if (typeof answer === 'string' || language === undefined) this.#draw();
    else {
      this.close();
      void switchOff(language, phrase.id, answer.whole, this.options);
    }
    return answer !== 'pass';
  }

  #material(reply: Reply): Material | null {
    const { found, draft, reading } = reply;
    if (found === null) return null;
    const { language, analysis, phrases, suggestions, lastUsed } = found;
    const { message: customer, name: customerName } = reading.customer;
    return {
      phrases,
      packs: new Map((language.knowledge.packs ?? []).map(({ id, name }) => [id, name])),
      variables: variablesOf({ language, draft, customer, customerName, agent: this.#settings.agent }),
      context: {
        lang: language.lang, limit: ROWS, said: lastUsed, own: ownUses(this.#own.records, now()),
        about: aboutCustomer(analysis, language, customer, draft), offered: suggestions,
      },
    };
  }
}
