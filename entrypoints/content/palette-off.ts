import type { Words } from '../../components/inline';
import type { AskView } from '../../components/palette';
import type { Language } from '../../utils/language';
import type { Phrase } from '../../utils/phrases';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;
/** `back`: to the list, the key is taken. `pass`: to the list, and the key goes on its way. */
export type Answered = 'taken' | 'back' | 'pass' | { readonly whole: boolean };

/** Whether a phrase, or the whole pack it comes from, is to be offered no more: asked within the palette. */
export class OffQuestion {
  #active = 0;
  readonly #choices: readonly { readonly label: string; readonly whole: boolean }[];

  private constructor(readonly phrase: Phrase, pack: string | null, private readonly words: Words) {
    this.#choices = [{ label: words('palette_off_phrase'), whole: false }, ...(pack === null ? [] : [{ label: words('palette_off_pack', { pack }), whole: true }])];
  }

  /** null where it is not for the agent to say: of what the administrator set; and their own phrases they delete. */
  static of(phrase: Phrase, language: Language | null, words: Words): OffQuestion | null {
    if (phrase.origin === null) return new OffQuestion(phrase, null, words);
    const pack = language?.knowledge.packs?.find(({ id }) => id === phrase.origin);
    return pack === undefined || pack.layer === 'policy' || pack.layer === 'own' ? null : new OffQuestion(phrase, pack.name, words);
  }

  get view(): AskView {
    return { is: 'ask', title: this.words('palette_off_title', { title: this.phrase.title }), choices: this.#choices.map(({ label }) => label), active: this.#active };
  }
  take(index: number): Answered {
    const choice = this.#choices[index];
    return choice === undefined ? 'back' : { whole: choice.whole };
  }
  press({ key, shiftKey, ctrlKey, altKey, metaKey }: Key): Answered {
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key)) return 'taken';
    if (shiftKey || ctrlKey || altKey || metaKey) return 'pass';
    const all = this.#choices.length;
    if (key === 'Enter') return this.take(this.#active);
    if (key === 'Escape') return 'back';
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Tab') return 'pass';
    this.#active = (this.#active + (key === 'ArrowUp' ? all - 1 : 1)) % all;
    return 'taken';
  }
}
