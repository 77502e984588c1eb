import { fill, holesOf, withGiven, type Hit, type Hits, type Hole, type HoleName, type Phrase, type Phrases, type SearchContext, type Variables } from '../../utils/phrases';

/** What a session searches and fills with. */
export interface Material {
  readonly phrases: Phrases;
  readonly context: SearchContext;
  readonly variables: Variables;
  /** Names of the packs phrases come from, by id. */
  readonly packs: ReadonlyMap<string, string>;
}
/** What came of a key: `pass` is none of ours, `close` ends the session and the key goes on its way, `quit` ends it and takes the key. */
export type Pressed = 'taken' | 'pass' | 'close' | 'quit' | { readonly insert: string; readonly phrase: string };
type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Rows a page key goes. */
const PAGE = 6;
/** A question longer than this is none: the agent writes on. */
const LONGEST = 60;
/** With nothing found, so many characters after which it closes by itself. */
const GIVEN_UP = 24;

/** A visit to a field of the form: what was typed from `at` (into the typed text) to the next visit is its value. */
interface Visit {
  readonly name: HoleName;
  readonly at: number;
}
export interface Form {
  readonly phrase: Phrase;
  /** In order; the last one is where the agent is. */
  readonly visits: readonly Visit[];
  readonly chosen: ReadonlyMap<HoleName, string>;
}

/**
 * One use of the palette, from the trigger to the phrase: a state without a page. What is typed stands in the editor, between
 * `start` and whatever stood behind it; question and values alike, so that every keyboard and input method writes as ever and
 * one replacement at the end takes all of it out.
 */
export class Session {
  #typed: string;
  #hits: Hits = { hits: [], count: 0 };
  #active = 0;
  #form: Form | null = null;
  readonly #before: string;
  readonly #after: string;
  #selected: boolean;

  /**
   * @param text the reply @param start where the trigger begins @param trigger its length, 0 where a key opened it
   * @param end where what will be replaced ends: the caret, or the end of a selection
   */
  constructor(text: string, readonly start: number, private readonly trigger: number, end: number, private material: Material | null) {
    this.#before = text.slice(0, start);
    this.#after = text.slice(end);
    this.#typed = text.slice(start, end);
    // A selection is what the phrase takes the place of, not what is looked for.
    this.#selected = trigger === 0 && end > start;
    this.#search();
  }

  get ready(): boolean {
    return this.material !== null;
  }
  get typed(): string {
    return this.#typed;
  }
  get query(): string {
    return this.#selected ? '' : this.#typed.slice(this.trigger);
  }
  get hits(): readonly Hit[] {
    return this.#hits.hits;
  }
  get count(): number {
    return this.#hits.count;
  }
  get active(): number {
    return this.hits.length === 0 ? -1 : this.#active;
  }
  get form(): Form | null {
    return this.#form;
  }
  /** Name of the pack a phrase comes from; null where it came with the extension. */
  packOf({ origin }: Phrase): string | null {
    return origin === null ? null : this.material?.packs.get(origin) ?? origin;
  }
  /** The variables with what the form gave. */
  get variables(): Variables {
    const known = this.material?.variables ?? {};
    return this.#form === null ? known : withGiven(known, this.#given(this.#form));
  }
  get holes(): readonly Hole[] {
    return this.#form === null ? [] : holesOf(this.#form.phrase, this.variables);
  }
  /** Which of `holes` the agent is at. */
  get field(): number {
    const name = this.#form?.visits.at(-1)?.name;
    return Math.max(0, this.holes.findIndex((hole) => hole.name === name));
  }
  get phrase(): Phrase | null {
    return this.#form?.phrase ?? this.hits[this.active]?.phrase ?? null;
  }

  /** The language has come, or the library: it searches anew. */
  supply(material: Material): void {
    this.material = material;
    this.#search();
  }

  /** The editor as it now stands; false where it is no longer this session's: the trigger is gone, or the caret is elsewhere. */
  update(text: string, caret: number): boolean {
    const end = text.length - this.#after.length;
    if (end < this.start || !text.startsWith(this.#before) || !text.endsWith(this.#after) || caret < this.start + this.trigger || caret > end) return false;
    const typed = text.slice(this.start, end);
    if (typed === this.#typed) return true;
    if (typed.slice(0, this.trigger) !== this.#typed.slice(0, this.trigger) || typed.includes('\n')) return false;
    this.#typed = typed;
    this.#selected = false;
    if (this.#form !== null) this.#back(this.#form);
    if (this.#form === null) {
      this.#active = 0;
      this.#search();
    }
    return this.#form !== null || !this.#gaveUp();
  }

  press(key: Key): Pressed {
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key.key)) return 'pass';
    if (key.ctrlKey || key.altKey || key.metaKey) return 'pass';
    if (key.key === 'Escape') return 'quit';
    return this.#form === null ? this.#inList(key) : this.#inForm(this.#form, key);
  }

  /** Row `index` is taken: by the mouse, or by Enter. */
  take(index: number): Pressed {
    const phrase = this.hits[index]?.phrase;
    if (phrase === undefined) return 'close';
    const text = fill(phrase, this.variables);
    if (text !== null) return { insert: text, phrase: phrase.id };
    this.#active = index;
    return this.fillIn(phrase) ? 'taken' : 'quit';
  }

  /** Opens the form of a phrase at what is missing; false where it has nothing to fill in. */
  fillIn(phrase: Phrase): boolean {
    const holes = holesOf(phrase, this.material?.variables ?? {});
    const first = holes.find(({ needed }) => needed) ?? holes[0];
    if (first === undefined) return false;
    this.#form = { phrase, visits: [{ name: first.name, at: this.#typed.length }], chosen: new Map() };
    return true;
  }

  /** Goes to a field of the form. */
  visit(index: number): void {
    const hole = this.holes[index];
    if (this.#form === null || hole === undefined) return;
    const here = this.#form.visits.at(-1);
    // A visit on which nothing was typed leaves nothing behind.
    const visits = here !== undefined && here.at === this.#typed.length && this.#form.visits.length > 1 ? this.#form.visits.slice(0, -1) : this.#form.visits;
    this.#form = { ...this.#form, visits: [...visits, { name: hole.name, at: this.#typed.length }] };
  }
  choose(index: number, value: string): void {
    const hole = this.holes[index];
    if (this.#form === null || hole === undefined || hole.choices === null) return;
    this.#form = { ...this.#form, chosen: new Map([...this.#form.chosen, [hole.name, value]]) };
  }
  /** The form is done: the phrase, or the next thing that is missing. */
  finish(): Pressed {
    if (this.#form === null) return 'taken';
    const text = fill(this.#form.phrase, this.variables);
    if (text !== null) return { insert: text, phrase: this.#form.phrase.id };
    const next = this.holes.findIndex(({ needed }) => needed);
    if (next >= 0 && next !== this.field) this.visit(next);
    return 'taken';
  }

  #inList({ key, shiftKey }: Key): Pressed {
    const last = this.hits.length - 1;
    if (shiftKey) return 'pass';
    if (last < 0) return ['Enter', 'Tab', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].includes(key) ? 'close' : 'pass';
    const to: Readonly<Record<string, number>> = {
      ArrowDown: this.#active === last ? 0 : this.#active + 1, ArrowUp: this.#active === 0 ? last : this.#active - 1,
      PageDown: Math.min(last, this.#active + PAGE), PageUp: Math.max(0, this.#active - PAGE), Home: 0, End: last,
    };
    if (key in to) this.#active = to[key] ?? 0;
    else if (key === 'Enter') return this.take(this.#active);
    else if (key === 'Tab') {
      const phrase = this.hits[this.#active]?.phrase;
      if (phrase !== undefined && !this.fillIn(phrase)) return this.take(this.#active);
    } else return 'pass';
    return 'taken';
  }

  #inForm(form: Form, { key, shiftKey }: Key): Pressed {
    const { holes, field } = this;
    const choices = holes[field]?.choices ?? null;
    const step = (by: number): void => this.visit((field + by + holes.length) % holes.length);
    if (key === 'Tab' && shiftKey && field === 0 && form.visits.length === 1 && this.#typed.length === form.visits[0]?.at) this.#form = null;
    else if (key === 'Tab') step(shiftKey ? -1 : 1);
    else if (shiftKey) return 'pass';
    else if (key === 'Enter') return this.finish();
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      if (choices === null) step(key === 'ArrowDown' ? 1 : -1);
      else this.#turn(field, choices, key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      // In a value that is typed the caret stays at its end: what is before it may be another field's.
      if (choices !== null) this.#turn(field, choices, key === 'ArrowRight' ? 1 : -1);
    } else if (!['Home', 'End', 'PageUp', 'PageDown'].includes(key)) return 'pass';
    return 'taken';
  }

  #turn(field: number, choices: readonly string[], by: number): void {
    const at = choices.indexOf(this.holes[field]?.value ?? '');
    this.choose(field, choices[at < 0 ? (by > 0 ? 0 : choices.length - 1) : (at + by + choices.length) % choices.length] ?? '');
  }

  /** Visits that begin behind what is left of the typed text are undone, the form with the first of them. */
  #back(form: Form): void {
    const visits = form.visits.filter(({ at }) => at <= this.#typed.length);
    this.#form = visits.length === 0 ? null : visits.length === form.visits.length ? form : { ...form, visits };
  }

  #given({ visits, chosen }: Form): ReadonlyMap<HoleName, string> {
    const given = new Map(chosen);
    visits.forEach(({ name, at }, i) => {
      const text = this.#typed.slice(at, visits[i + 1]?.at ?? this.#typed.length);
      if (text.trim() !== '' && !chosen.has(name)) given.set(name, text);
    });
    return given;
  }

  #search(): void {
    this.#hits = this.material === null ? { hits: [], count: 0 } : this.material.phrases.find(this.query, this.material.context);
    this.#active = Math.min(this.#active, Math.max(0, this.hits.length - 1));
  }

  /** Was it no question after all? A blank or more of the same sign at once, a novel, or words that find nothing. */
  #gaveUp(): boolean {
    const { query } = this;
    if (/^\s/u.test(query) || (this.trigger > 0 && query !== '' && query.startsWith(this.#typed.charAt(0))) || query.length > LONGEST) return true;
    return this.ready && this.count === 0 && query.length > GIVEN_UP;
  }
}
