import type { Reply } from './reply';
import type { SendWatch } from './watch';

interface At {
  readonly replies: () => Iterable<Reply>;
  readonly current: () => Reply | null;
  readonly watches: ReadonlySet<SendWatch>;
}

/** What the agent does to send, and to take it back, told to the replies it concerns. Trusted events only: a page presses nothing for us. */
export class Acts {
  constructor(private readonly at: At) {}

  /** A send button may be gone before its click arrives. */
  press(event: MouseEvent): void {
    if (event.isTrusted && event.button === 0) this.#through(event.composedPath(), true);
  }

  click(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    this.#through(path, false);
    this.at.watches.forEach((watch) => watch.clicked(path));
  }

  submit(event: SubmitEvent): void {
    if (!event.isTrusted) return;
    for (const reply of this.at.replies()) if ((event.target as Node).contains(reply.editor.element)) reply.sending.act('now');
  }

  /** @param mine the reply in which the key was pressed */
  key(event: KeyboardEvent, mine: Reply | null): void {
    const enter = event.key === 'Enter' && !event.altKey;
    if (mine && enter && (event.ctrlKey || event.metaKey)) mine.sending.act('now');
    // Chats may be set so that Enter sends: what becomes of the field tells. With Shift it is a new line everywhere.
    else if (mine && enter && !event.shiftKey) mine.sending.act('enter');
    // Buttons made of other elements hear the key and have no click.
    else if (!mine && (enter || event.key === ' ')) this.#through(event.composedPath(), false);
  }

  #through(path: readonly EventTarget[], pressed: boolean): void {
    for (const reply of this.at.replies()) {
      const act = reply.sending.actOf(path, reply === this.at.current());
      if (act === null) {
        if (!pressed) reply.sending.released();
      } else reply.sending.act(pressed && act === 'now' ? 'press' : act);
    }
  }
}
