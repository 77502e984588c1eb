import { button, counted, Layer, make, type Place, type Theme, type Words } from '../inline';
import { CSS } from './css';
import type { AskView, Field, FormView, ListView, PaletteActs, PaletteView, Preview } from './model';
import { spotFor } from './place';

/** ms until what changed is said: an agent who types on is not read every step. */
const SAY_MS = 250;
/** Characters of a phrase that are read aloud with its title. */
const SAID = 160;

/**
 * The phrases at the caret. The focus stays in the editor and the question is what is typed there: so input methods and dead
 * keys work as ever, no page can read our fields or steal the focus from them, and the page's own keys stay asleep. The price
 * is that a screen reader cannot be led to the row by the editor's own attributes (an editor of the page cannot name what is
 * in a closed root): what is active is said politely instead, and the list carries the same roles for who looks into it.
 */
export class Palette {
  readonly #layer: Layer;
  readonly #card: HTMLElement;
  readonly #live: HTMLElement;
  #line: Place | null = null;
  #drawn: PaletteView | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly document: Document, private readonly words: Words, private readonly language: string, private readonly acts: PaletteActs, signal: AbortSignal) {
    this.#layer = new Layer(document, CSS, signal);
    this.#card = make(document, 'section', { class: 'card', 'aria-label': words('palette_label') });
    this.#live = make(document, 'div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
    this.#layer.box.append(this.#card, this.#live);
    signal.addEventListener('abort', () => this.hide(), { once: true });
  }

  theme(theme: Theme): void {
    this.#layer.theme(theme);
  }
  /** An event that happened in here. */
  holds(event: Event): boolean {
    return this.#layer.holds(event);
  }

  show(view: PaletteView): void {
    const before = this.#drawn;
    this.#drawn = view;
    this.#card.replaceChildren(...(view.is === 'list' ? this.#list(view) : view.is === 'ask' ? this.#ask(view) : this.#form(view)));
    this.#layer.show();
    this.#card.querySelector('.on')?.scrollIntoView({ block: 'nearest' });
    if (this.#line !== null) this.move(this.#line);
    if (before === null || said(before) !== said(view)) this.#saySoon(view);
  }

  /** Puts it at the line it belongs to; unseen while that line is out of the editor's view. */
  move(line: Place | null): void {
    this.#line = line;
    const view = this.document.defaultView;
    if (!view || this.#drawn === null) return;
    this.#card.style.visibility = line === null ? 'hidden' : 'visible';
    if (line === null) return;
    this.#card.style.maxHeight = 'none';
    const size = { width: this.document.documentElement.clientWidth || view.innerWidth, height: view.innerHeight };
    Object.assign(this.#card.style, spotFor(line, size, this.#card.getBoundingClientRect().height));
  }

  hide(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#drawn = null;
    this.#line = null;
    this.#live.textContent = '';
    this.#layer.hide();
  }

  /** Says something now: that a phrase became a favourite, say. */
  say(text: string): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#live.textContent = text;
  }

  #saySoon(view: PaletteView): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#live.textContent = this.#spoken(view)), SAY_MS);
  }

  #spoken(view: PaletteView): string {
    const { words } = this;
    const at = (active: number, count: number): string => words('palette_position', { at: String(active + 1), count: String(count) });
    if (view.is === 'ask') return `${view.title} ${view.choices[view.active] ?? ''}. ${at(view.active, view.choices.length)}`;
    if (view.is === 'form') {
      const field = view.fields[view.active];
      if (field === undefined) return words('palette_form', { title: view.title });
      return `${words('palette_field_said', { name: field.label, value: chosen(field) || words('palette_blank') })}. ${at(view.active, view.fields.length)}`;
    }
    const row = view.rows[view.active];
    if (row === undefined) return view.note ?? '';
    const text = view.preview === null ? '' : plain(view.preview).slice(0, SAID);
    return [words('palette_said', { title: row.title, text: at(view.active, view.count) }), text, view.preview?.why ?? '', view.preview?.needs ?? '', view.preview?.from ?? ''].filter(Boolean).join('. ');
  }

  #list(view: ListView): HTMLElement[] {
    const { document, words } = this;
    const active = `r${view.active}`;
    const list = make(document, 'div', { class: 'list', role: 'listbox', tabindex: '-1', 'aria-label': words('palette_list'), ...(view.preview === null ? {} : { lang: view.preview.lang }), ...(view.active < 0 ? {} : { 'aria-activedescendant': active }) });
    const stars: HTMLElement[] = [];
    view.rows.forEach((row, index) => {
      const on = index === view.active;
      const option = make(document, 'div', { class: on ? 'row on' : 'row', role: 'option', id: `r${index}`, 'aria-selected': String(on), 'data-id': row.id },
        make(document, 'span', { class: 'title' }, row.title));
      if (row.shortcut !== null) option.append(make(document, 'span', { class: 'short' }, row.shortcut));
      if (row.favourite) option.append(make(document, 'span', { class: 'quiet', 'aria-hidden': 'true' }, '★'));
      option.addEventListener('click', (event) => event.isTrusted && this.acts.pick(index));
      list.append(option);
      if (on && row.off === true) stars.push(this.#off());
      if (on) stars.push(this.#star(index, row.favourite));
    });
    if (view.note !== null) return [make(document, 'div', { class: 'note' }, view.note)];
    return [
      list,
      ...(view.preview === null ? [] : [this.#preview(view.preview)]),
      make(document, 'div', { class: 'foot' }, make(document, 'span', {}, words('palette_keys_list')), make(document, 'span', { class: 'count' }, counted(words, this.language, 'palette_count', view.count)), ...stars),
    ];
  }

  #star(index: number, favourite: boolean): HTMLElement {
    const label = `${this.words(favourite ? 'palette_unfavour' : 'palette_favour')} (Alt+Shift+F)`;
    return button(this.document, { class: 'star', tabindex: '-1', title: label, 'aria-label': label, 'aria-pressed': String(favourite) }, favourite ? '★' : '☆', () => this.acts.favour(index));
  }

  #off(): HTMLElement {
    const label = `${this.words('palette_off')} (Alt+Shift+D)`;
    return button(this.document, { class: 'star', tabindex: '-1', title: label, 'aria-label': label }, '⊘', () => this.acts.off());
  }

  #ask(view: AskView): HTMLElement[] {
    const { document, words } = this;
    const list = make(document, 'div', { class: 'list', role: 'listbox', tabindex: '-1', 'aria-label': view.title, 'aria-activedescendant': `r${view.active}` });
    view.choices.forEach((choice, index) => {
      const on = index === view.active;
      const option = make(document, 'div', { class: on ? 'row on' : 'row', role: 'option', id: `r${index}`, 'aria-selected': String(on) }, make(document, 'span', { class: 'title' }, choice));
      option.addEventListener('click', (event) => event.isTrusted && this.acts.answer(index));
      list.append(option);
    });
    return [make(document, 'div', { class: 'head' }, view.title), list, make(document, 'div', { class: 'foot' }, make(document, 'span', {}, words('palette_keys_ask')))];
  }

  #form(view: FormView): HTMLElement[] {
    const { document, words } = this;
    const choosing = view.fields[view.active]?.choices != null;
    return [
      make(document, 'div', { class: 'head' }, words('palette_form', { title: view.title })),
      make(document, 'div', { class: 'form', role: 'group', 'aria-label': words('palette_form', { title: view.title }) }, ...view.fields.map((field, index) => this.#field(field, index, index === view.active))),
      this.#preview(view.preview),
      make(document, 'div', { class: 'foot' }, make(document, 'span', {}, words(choosing ? 'palette_keys_choice' : 'palette_keys_form')),
        button(document, { class: 'main', tabindex: '-1' }, words('palette_insert'), () => this.acts.insert())),
    ];
  }

  #field(field: Field, index: number, on: boolean): HTMLElement {
    const { document } = this;
    const value = field.choices === null
      ? make(document, 'span', { class: `value typed${field.value === '' && field.needed ? ' blank' : ''}` }, field.value)
      : make(document, 'span', { class: 'value', role: 'radiogroup', 'aria-label': field.label }, ...field.choices.map((choice) =>
          button(document, { class: 'choice', tabindex: '-1', role: 'radio', 'aria-checked': String(choice.value === field.value) }, choice.label, () => this.acts.choose(index, choice.value))));
    const line = make(document, 'div', { class: on ? 'field on' : 'field', 'data-name': field.name, ...(on ? { 'aria-current': 'true' } : {}) }, make(document, 'span', { class: 'label' }, field.label), value);
    line.addEventListener('click', (event) => event.isTrusted && !on && this.acts.field(index));
    return line;
  }

  #preview({ lang, pieces, why, from, needs }: Preview): HTMLElement {
    const { document, words } = this;
    const text = make(document, 'div', { class: 'text', lang }, ...pieces.map((piece) => (piece.open === null ? piece.text : make(document, 'span', { class: 'open' }, piece.text || piece.open))));
    const side = make(document, 'div', { class: 'side' });
    if (needs !== null) side.append(make(document, 'span', { class: 'needs' }, needs));
    if (why !== null) side.append(make(document, 'span', { class: 'why' }, why));
    side.append(make(document, 'span', {}, from));
    return make(document, 'div', { class: 'preview', role: 'group', tabindex: '-1', 'aria-label': words('palette_preview') }, text, side);
  }
}

const plain = ({ pieces }: Preview): string => pieces.map(({ text, open }) => (open === null ? text : text || `(${open})`)).join('');
const chosen = ({ choices, value }: Field): string => choices?.find((choice) => choice.value === value)?.label ?? value;
/** What is said of a view, as far as it changes with the agent's own steps: what they type themselves is not read to them again. */
function said(view: PaletteView): string {
  if (view.is === 'ask') return `ask ${view.active}`;
  return view.is === 'form' ? `form ${view.active} ${view.fields[view.active]?.choices === null ? '' : view.fields[view.active]?.value}` : `list ${view.active} ${view.count} ${view.rows[view.active]?.id} ${view.note}`;
}
