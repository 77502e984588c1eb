import { wordsOf, type Words } from '../../components/inline';
import type { HostData } from '../../utils/hosts';
import type { AssetName, Lang } from '../../utils/language';
import type { Requests, Settings } from '../../utils/messages/protocol';
import { ExtensionGone, send } from '../../utils/messages/send';
import type { RequestName } from '../../utils/messages/protocol';

import { givenHosts } from './given-hosts';

/** What a page may ask of the background, asked once and kept; and what happens when the extension is gone. */
export class Services {
  #settings: Promise<Settings> | null = null;
  #words: Promise<{ readonly words: Words; readonly language: Lang }> | null = null;
  #hosts: Promise<readonly HostData[]> | null = null;
  #chosen: Lang | null | undefined;
  /** The last words known, for the one line that is said when nothing can be asked any more. */
  lastWords: Words | null = null;

  constructor(private readonly onGone: () => void) {}

  /** As `send`; an orphaned script takes its things down first. @throws what `send` throws */
  async ask<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer']> {
    try {
      return await send(name, ask);
    } catch (error) {
      if (error instanceof ExtensionGone) this.onGone();
      throw error;
    }
  }

  settings(): Promise<Settings> {
    this.#settings ??= this.ask('settings.get', {});
    this.#settings.catch(() => (this.#settings = null));
    return this.#settings;
  }

  /** Settings were changed elsewhere. */
  learned(settings: Settings): void {
    this.#settings = Promise.resolve(settings);
    if (settings.language !== this.#chosen) this.#words = null;
  }

  words(): Promise<{ readonly words: Words; readonly language: Lang }> {
    this.#words ??= this.#ask();
    this.#words.catch(() => (this.#words = null));
    return this.#words;
  }

  /** Pages as packs describe them, to be tried first; none where that can't be asked. */
  hosts(): Promise<readonly HostData[]> {
    this.#hosts ??= givenHosts((name, ask) => this.ask(name, ask));
    return this.#hosts;
  }

  /** Packs came, went or changed. */
  forgetHosts(): void {
    this.#hosts = null;
  }

  knowledge(asset: AssetName): Promise<string> {
    return this.ask('knowledge.get', { asset }).then(({ json }) => json);
  }

  async #ask(): Promise<{ readonly words: Words; readonly language: Lang }> {
    this.#chosen = (await this.settings()).language;
    const { language, strings } = await this.ask('strings.get', { language: this.#chosen });
    const words = wordsOf(strings);
    this.lastWords = words;
    return { words, language };
  }
}
