import { toClipboard } from './clipboard';
import { pause } from './insert';
import type { Outcome } from './types';

/** ms that an insertion waits for a composition to end: an accent by dead key is over by then, a Japanese sentence is not. */
const COMPOSITION_MS = 1000;
const STEP_MS = 25;

/**
 * One insertion after the other, and none into a running composition (an input method, a dead key): it would lose what is
 * being composed or leave it in twice.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #composing = false;
  /** Something was typed since the last insertion. */
  typed = false;

  constructor(private readonly element: HTMLElement, signal: AbortSignal) {
    const on = { capture: true, signal };
    element.addEventListener('compositionstart', () => { this.#composing = true; }, on);
    element.addEventListener('compositionend', () => { this.#composing = false; }, on);
    // An input method that vanished with its window tells nobody.
    element.addEventListener('blur', () => { this.#composing = false; }, on);
    element.addEventListener('input', (event) => { this.typed ||= event.isTrusted; }, on);
  }

  /**
   * Runs `job` when those before are done and nothing is being composed. Where the composition goes on, the text goes to
   * the clipboard and the editor stays untouched.
   */
  take(text: string, job: () => Promise<Outcome>): Promise<Outcome> {
    const turn = this.#last.then(async (): Promise<Outcome> => {
      for (let waited = 0; this.#composing && waited < COMPOSITION_MS; waited += STEP_MS) await pause(STEP_MS);
      if (this.#composing) return { ok: false, problem: 'refused', clipboard: text !== '' && (await toClipboard(this.element.ownerDocument, text)) };
      const outcome = await job();
      if (outcome.ok) this.typed = false;
      return outcome;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
