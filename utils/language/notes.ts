/** What is worked out for a sentence's text and kept with it. */

interface Noted {
  notes?: unknown[];
}
let slots = 0;

/**
 * What was worked out for a sentence's text, kept with the text (`Sentence.core`) and gone with it. An array on the core itself: at a
 * thousand sentences a keystroke, maps from cores to values were a third of the whole cost.
 */
export class Notes<T> {
  private readonly slot = slots++;
  get(core: object): T | undefined {
    return (core as Noted).notes?.[this.slot] as T | undefined;
  }
  set(core: object, value: T): T {
    ((core as Noted).notes ??= [])[this.slot] = value;
    return value;
  }
}
