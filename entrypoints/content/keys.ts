import type { Reply } from './reply';
import type { Stage } from './stage';

/** The reply in whose editor a key was pressed, the one spoken of last, and all that is shown. */
export interface KeyAt {
  readonly reply: Reply | null;
  readonly current: Reply | null;
  readonly stage: Stage;
}

/** Does what a key of ours asks. @returns whether it was one: then the page hears nothing of it */
export function ourKey(event: KeyboardEvent, { reply, current, stage }: KeyAt): boolean {
  if (reply && stage.palette.key(event, reply)) return true;
  if (reply && stage.popover.open) {
    const taken = stage.popover.key(event);
    if (!stage.popover.open) stage.close();
    if (taken) return true;
  }
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
  if (event.code === 'KeyK') return reply ? reply.keepNear() || stage.bar.keepFirst() : stage.bar.keepFirst();
  // Text is selected outside the editor, which then has lost the focus.
  if (event.code === 'KeyM' && current !== null) return hear(current, stage);
  if (!reply) return false;
  if (event.code === 'KeyP') return stage.phrases(reply);
  if (event.code === 'ArrowDown' || event.code === 'ArrowUp') return reply.step(event.code === 'ArrowDown' ? 1 : -1) !== null;
  if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return false;
  const spot = reply.spotAtCaret() ?? reply.step(1);
  if (spot) stage.open(reply, spot);
  return spot !== null;
}

/** What is selected on the page is the customer's message. */
function hear(reply: Reply, stage: Stage): true {
  void reply.command({ do: 'message', key: reply.key, from: 'selection' }).then(({ ok }) => stage.say(ok ? 'panel_heard_taken' : 'panel_heard_nothing'));
  return true;
}
