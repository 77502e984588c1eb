/** What can be seen of a composer at one look. */
export interface Look {
  /** The editor is in the page and shown. */
  readonly present: boolean;
  readonly text: string;
  /** Id of the conversation, or null where the page doesn't tell. */
  readonly conversation: string | null;
  /** A dialog of the page stands in the way ("no subject", "attachment missing"). */
  readonly stopped: boolean;
}
export interface SendWatchOptions {
  readonly look: () => Look;
  /** `text` is the reply as it stood when the agent sent it. */
  readonly onSent: (text: string) => void;
  readonly onArmed?: () => void;
  readonly signal: AbortSignal;
}

/** ms between looks, and how long after the agent's act a reply may take to go. */
export const LOOK_MS = 250;
export const ARMED_MS = 20_000;
/** Looks running that must find the editor gone or empty: one alone may be a page that draws itself anew. */
const NEEDED = 2;

/**
 * Was the reply sent? idle → armed by the agent's own act (send button, Ctrl or Cmd with Enter, a submitted form) →
 * cancelled by a dialog, further typing or another conversation, or after 20 s | likely sent: the editor is gone or empty
 * in two looks running, or the page itself goes. Only "likely": sending can still be undone or fail, so promises that
 * went with it are tentative.
 */
export class SendWatch {
  #armed: { readonly text: string; readonly conversation: string | null; looks: number; gone: number } | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly options: SendWatchOptions) {
    options.signal.addEventListener('abort', () => this.#disarm(), { once: true });
  }

  get armed(): boolean {
    return this.#armed !== null;
  }

  /** The agent's own act: call for trusted events only. An empty reply arms nothing. */
  arm(): void {
    const { text, conversation, present } = this.options.look();
    if (this.options.signal.aborted || !present || text.trim() === '') return;
    this.#disarm();
    this.#armed = { text, conversation, looks: 0, gone: 0 };
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.options.onArmed?.();
  }

  /** The agent typed on: it was not sent. */
  edited(): void {
    if (this.#armed === null) return;
    const { text } = this.options.look();
    if (text.trim() !== '' && text !== this.#armed.text) this.#disarm();
  }

  /** The page goes, or the composer was taken out of it for good. */
  leaving(): void {
    if (this.#armed !== null) this.#sent();
  }

  #look(): void {
    const armed = this.#armed;
    if (armed === null) return;
    const { present, text, conversation, stopped } = this.options.look();
    armed.looks += 1;
    if (present && stopped) return this.#disarm();
    const gone = !present || text.trim() === '';
    armed.gone = gone ? armed.gone + 1 : 0;
    if (armed.gone >= NEEDED) return this.#sent();
    const elsewhere = conversation !== null && armed.conversation !== null && conversation !== armed.conversation;
    if ((!gone && elsewhere) || armed.looks * LOOK_MS >= ARMED_MS) this.#disarm();
  }

  #sent(): void {
    const text = this.#armed?.text;
    this.#disarm();
    if (text !== undefined) this.options.onSent(text);
  }

  #disarm(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#armed = null;
  }
}
