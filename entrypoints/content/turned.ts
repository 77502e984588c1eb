/**
 * Tells when one of the host's own controls in a reply's composer is turned: whom it goes to, a reply or a note for colleagues. No letter
 * of the draft changes by it, so no input event would have the page read again. Events that the page makes itself count too: a drawn list
 * tells the real one behind it in that way. Until `signal` is aborted; on the composer, so that nothing stays behind where it is taken away.
 */
export function onTurns(composer: Element, editor: Element, signal: AbortSignal, call: () => void): void {
  for (const type of ['change', 'click'] as const) {
    composer.addEventListener(type, (event) => {
      if (!editor.contains(event.target as Node)) call();
    }, { capture: true, signal });
  }
}
