import { IDLE, pause, step, type Act, type Effect, type Event, type Look, type Phase } from './sent';

export interface SendWatchOptions {
  readonly look: () => Look;
  /** The text alone, without a look at the page around it. */
  readonly text: () => string;
  readonly on: (effect: Effect) => void;
  /** Is that the path of a click on something that undoes? */
  readonly undoes: (path: readonly EventTarget[]) => boolean;
  /** Of the page, not of the composer: what went is watched after its editor is gone. */
  readonly signal: AbortSignal;
}

/** Runs the machine of `sent` for one composer: looks when it is time, and hands on what follows. */
export class SendWatch {
  #phase: Phase = IDLE;
  #timer: ReturnType<typeof setTimeout> | null = null;

  // No listener on the page's signal: it would hold every composer there ever was. A look that is due finds out by itself.
  constructor(private readonly options: SendWatchOptions) {}

  get armed(): boolean {
    return this.#phase.at === 'armed';
  }
  /** The text that went and may come back, or null. */
  get went(): string | null {
    return this.#phase.at === 'went' ? this.#phase.text : null;
  }

  /** The agent's own act: call for trusted events only. An empty reply arms nothing. */
  act(act: Act): void {
    if (this.options.signal.aborted) return;
    const { look, text } = this.options;
    this.#tell({ type: 'act', act, look: act === 'enter' ? { present: true, text: text(), conversation: null, stopped: false, inThread: null } : look() });
  }
  released(): void {
    if (this.armed) this.#tell({ type: 'released' });
  }
  /** The agent typed. */
  edited(): void {
    if (this.#phase.at !== 'idle') this.#tell({ type: 'edit', text: this.options.text() });
  }
  /** The page goes, or the composer was taken out of it for good. */
  leaving(): void {
    this.#tell({ type: 'leave' });
  }
  /** The agent clicked, anywhere. */
  clicked(path: readonly EventTarget[]): void {
    if (this.#phase.at === 'went' && this.options.undoes(path)) this.#tell({ type: 'undo' });
  }
  back(text: string, conversation: string | null): void {
    this.#tell({ type: 'back', text, conversation });
  }

  #tell(event: Event): void {
    if (this.options.signal.aborted) return;
    const before = this.#phase;
    const { phase, effects } = step(before, event);
    this.#phase = phase;
    if (phase !== before) this.#wait(event.type === 'look' || phase.at !== before.at || event.type === 'act');
    for (const effect of effects) this.options.on(effect);
  }

  /** @param anew false leaves the look that is due where it is: events in between put none off. */
  #wait(anew: boolean): void {
    const ms = pause(this.#phase);
    if (this.#timer !== null && !anew && ms !== null) return;
    this.#rest();
    if (ms === null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.options.signal.aborted) return;
      this.#tell({ type: 'look', look: this.options.look() });
    }, ms);
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
