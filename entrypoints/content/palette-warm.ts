import type { Phrases } from '../../utils/phrases';

/** Phrases indexed in one idle moment: some 4 ms. */
const SLICE = 100;

/** Indexes libraries while nobody waits, a slice an idle moment. */
export class Warm {
  readonly #begun = new WeakSet<object>();

  constructor(private readonly signal: AbortSignal) {}

  up(phrases: Phrases | undefined): void {
    if (phrases === undefined || this.#begun.has(phrases)) return;
    this.#begun.add(phrases);
    const idle = (work: () => void): unknown => (typeof requestIdleCallback === 'function' ? requestIdleCallback(work) : setTimeout(work, 50));
    const slice = (): void => {
      if (!this.signal.aborted && !phrases.warm(SLICE)) idle(slice);
    };
    idle(slice);
  }
}
