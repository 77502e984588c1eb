import { linesOf, underTest } from './under-test.js';

/** The composer of the Gmail skeleton, with a signature and a quote below the reply. No Gmail code runs here. */
const element = document.querySelector('[g_editable=true]');
const below = '<br><div class="gmail_signature" data-smartmail="gmail_signature"><div>Sam Reed</div></div>'
  + '<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Tue, Nov 17, 2026 Ana Sousa wrote:<br></div><blockquote class="gmail_quote">Where is it?</blockquote></div>';
underTest({
  set([first, ...rest]) {
    const lines = rest.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join('');
    // A new element has nothing to undo.
    const fresh = `<div dir="ltr">${first === '' ? '<br>' : first}${lines}</div>${below}`;
    const next = this.element().cloneNode(false);
    next.innerHTML = fresh;
    this.element().replaceWith(next);
  },
  text() {
    const copy = this.element().cloneNode(true);
    for (const part of copy.querySelectorAll('.gmail_signature, .gmail_quote')) part.remove();
    // The break above the signature is the reply's last line.
    return linesOf(copy.innerHTML);
  },
  element: () => document.querySelector('[g_editable=true]') ?? element,
});
