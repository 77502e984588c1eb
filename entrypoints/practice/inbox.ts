import { dateLocale, formatMoment, makeStrings } from '../../components/shared';
import type { Strings } from '../../components/shared';
import { element } from './dom';
import { composer } from './composer';
import { SAMPLES } from './samples';
import type { Sample } from './samples';
import { sentReplies } from './sent';

/** What the inbox needs of the world. */
export interface World {
  /** ISO instant at which the inbox was opened, IANA zone. */
  readonly opened: string;
  readonly zone: string;
  now(): string;
  /** The reader's preferred languages. */
  readonly preferred: readonly string[];
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const LANGUAGE_NAMES = { en: 'English', 'pt-BR': 'Português (Brasil)', 'pt-PT': 'Português (Portugal)', pl: 'Polski' } as const;
const ROUTE = /^#\/conversation\/([\w-]+)$/u;

export const conversationOf = (hash: string): string | null => ROUTE.exec(hash)?.[1] ?? null;

/**
 * The practice inbox: a plain mail page of which an adapter (`hosts/known/practice.json`) reads what it reads of a
 * real one. Its markup is that adapter's contract:
 *
 *   nav#conversations a[href="#/conversation/<id>"]
 *   main#practice[data-conversation-id]
 *     h1.subject
 *     article.message[data-from=customer|agent]  .sender[data-address], time[datetime], .body
 *     button#reply-open  →  form#composer  select#editor-kind, #reply-body (div[contenteditable] or textarea),
 *                                          button#send[type=submit]
 *
 * After sending, the reply stands in the thread as article[data-from=agent] and the composer is gone.
 */
export class Inbox {
  #strings: Strings = makeStrings('en', {});
  #closing = new AbortController();
  readonly #sent;

  constructor(private readonly page: Document, private readonly world: World) {
    this.#sent = sentReplies(world.storage);
  }

  /** Shows everything in these words. A conversation whose reply is being written stays as it is, so that no draft is lost. */
  speak(strings: Strings): void {
    if (this.#strings.language === strings.language && this.#strings.has('practice_title')) return;
    this.#strings = strings;
    const { t } = strings;
    this.page.documentElement.lang = strings.language;
    this.page.title = `${t('practice_title')} · ${t('app_name')}`;
    this.#at('note').textContent = t('practice_note');
    this.#at('links').replaceChildren(
      element('a', { href: 'options.html#/promises' }, t('practice_promises')),
      element('a', { href: 'options.html#/settings' }, t('practice_settings')),
    );
    if (this.page.getElementById('composer')) this.#list(this.#shown());
    else this.show();
  }

  #shown(): Sample | null {
    const id = conversationOf(this.page.location.hash);
    return SAMPLES.find((each) => each.id === id) ?? null;
  }

  /** Shows the conversation that the address names. */
  show(): void {
    const sample = this.#shown();
    this.#list(sample);
    this.#closing.abort();
    this.#closing = new AbortController();
    const main = this.#at('practice');
    if (sample) this.#conversation(main, sample);
    else {
      delete main.dataset['conversationId'];
      main.replaceChildren(element('p', { class: 'muted' }, this.#strings.t('practice_pick')));
    }
  }

  #at(id: string): HTMLElement {
    const found = this.page.getElementById(id);
    if (!found) throw new Error(`practice: the page has no #${id}`);
    return found;
  }

  #list(open: Sample | null): void {
    const list = this.#at('conversations');
    list.setAttribute('aria-label', this.#strings.t('practice_conversations'));
    list.replaceChildren();
    for (const lang of ['en', 'pt-BR', 'pt-PT', 'pl'] as const) {
      const links = SAMPLES.filter((sample) => sample.lang === lang).map((sample) =>
        element('li', {}, element('a', { href: `#/conversation/${sample.id}`, lang, 'aria-current': sample === open ? 'true' : false },
          element('span', { class: 'who' }, sample.customer.name),
          element('span', { class: 'what muted' }, sample.subject))));
      list.append(element('h2', { lang }, LANGUAGE_NAMES[lang]), element('ul', {}, ...links));
    }
  }

  #conversation(main: HTMLElement, sample: Sample): void {
    const { t } = this.#strings;
    main.dataset['conversationId'] = sample.id;
    const opened = Temporal.Instant.from(this.world.opened);
    const messages = [
      ...sample.messages.map((message) => ({ from: message.from, at: opened.subtract({ hours: message.hoursAgo }).toString(), text: message.text })),
      ...this.#sent.of(sample.id).map((reply) => ({ from: 'agent' as const, ...reply })),
    ];
    const open = element('button', { id: 'reply-open', type: 'button', class: 'button is-main' }, t('practice_reply'));
    const thread = element('div', { class: 'thread' }, ...messages.map((message) => this.#message(sample, message)));
    main.replaceChildren(element('h1', { class: 'subject', lang: sample.lang }, sample.subject), thread, open);
    const write = () => {
      open.hidden = true;
      main.append(composer({
        strings: this.#strings,
        lang: sample.lang,
        signal: this.#closing.signal,
        onSend: (text) => this.#send(sample, text, thread),
        onClose: () => (open.hidden = false),
      }));
      main.querySelector<HTMLElement>('#reply-body')?.focus();
      main.lastElementChild?.scrollIntoView({ block: 'nearest' });
    };
    open.addEventListener('click', write, { signal: this.#closing.signal });
  }

  #send(sample: Sample, text: string, thread: HTMLElement): void {
    const reply = { at: this.world.now(), text };
    this.#sent.add(sample.id, reply);
    thread.append(this.#message(sample, { from: 'agent', ...reply }));
    this.#at('status').textContent = this.#strings.t('practice_sent');
    this.#at('reply-open').focus();
  }

  #message(sample: Sample, message: { from: 'customer' | 'agent'; at: string; text: string }): HTMLElement {
    const { t, language } = this.#strings;
    const ours = message.from === 'agent';
    const { zone, preferred } = this.world;
    const shown = formatMoment(message.at, { now: this.world.now(), zone }, dateLocale(language, zone, preferred));
    return element('article', { class: 'message', 'data-from': message.from },
      element('header', {},
        element('span', { class: 'sender', 'data-address': ours ? 'agent@practice.test' : sample.customer.address }, ours ? t('practice_agent') : sample.customer.name),
        element('time', { datetime: message.at }, shown)),
      element('div', { class: 'body', lang: sample.lang }, ...message.text.split(/\n{2,}/u).map((paragraph) => element('p', {}, paragraph))));
  }
}
