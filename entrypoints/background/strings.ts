import { readAsset, uiLanguage } from '../../utils/browser';
import type { Lang } from '../../utils/language';
import type { Settings } from '../../utils/messages/protocol';
import { interfaceLanguage } from './settings';

export type Strings = Readonly<Record<string, string>>;

/** Folder of each language, as browsers want it named. */
const FOLDERS: Readonly<Record<Lang, string>> = { en: 'en', 'pt-BR': 'pt_BR', 'pt-PT': 'pt_PT', pl: 'pl' };

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/**
 * The interface's words in a language the agent may have chosen against the browser's, which `i18n.getMessage` cannot
 * give: so the extension reads its own `_locales`. Key → text; Chrome's placeholders come out by name in braces,
 * whatever their order: "Call $WHO$" → "Call {who}", a bare "$1" → "{1}", "$$" → "$". What a language lacks stands in
 * English. Read once a language for as long as the background lives.
 */
export class Words {
  readonly #read = new Map<Lang, Promise<Strings>>();

  /** @throws naming the file that could not be read; the next call tries again. */
  in(language: Lang): Promise<Strings> {
    const known = this.#read.get(language);
    if (known) return known;
    const reading = read(language);
    this.#read.set(language, reading);
    reading.catch(() => this.#read.delete(language));
    return reading;
  }

  /** In the agent's language; none where they can't be read, for what is to be told is told without them too. */
  async toTell(settings: Settings): Promise<Strings> {
    return this.in(interfaceLanguage(settings, uiLanguage())).catch(() => ({}));
  }
}

async function read(language: Lang): Promise<Strings> {
  const [own, english] = await Promise.all([file(language), language === 'en' ? {} : file('en')]);
  return { ...english, ...own };
}

async function file(language: Lang): Promise<Strings> {
  const path = `_locales/${FOLDERS[language]}/messages.json`;
  const messages = JSON.parse(await readAsset(path)) as Readonly<Record<string, Message>>;
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, braced(message)]));
}

/** Chrome's notation with braces instead. Names are matched whatever their capitals, as Chrome does. */
export function braced({ message }: Message): string {
  return message.replace(/\$(?:(\$)|(\d)|([A-Za-z0-9_@]+)\$)/g, (_, dollar?: string, digit?: string, name?: string) =>
    dollar ? '$' : `{${digit ?? name?.toLowerCase() ?? ''}}`);
}

/** A text with its placeholders filled; '' where the key is missing, so that the caller can do without. */
export function say(strings: Strings, key: string, values: Readonly<Record<string, string>> = {}): string {
  return (strings[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
