/**
 * What a page with a real editor gives the contract in tests/browser/editors.test.ts:
 *   set(lines)   a fresh editor with these lines, nothing to undo, ready to be clicked into (may be async)
 *   text()       what the editor's own model says, lines joined by a newline
 *   element()    the editable element, also where it stands in a frame
 *   special()    optional: puts in what is no plain letter (mention, image, bold), and says how a reader sees it
 * Nothing here knows of the extension.
 */
export function underTest(page) {
  globalThis.editorUnderTest = page;
}

/** A fresh box for an editor that is made anew each time. */
export function box() {
  const root = document.getElementById('root');
  root.replaceChildren();
  const inside = document.createElement('div');
  root.append(inside);
  return inside;
}

export const paragraphs = (lines) => lines.map((line) => `<p>${line === '' ? '<br>' : line}</p>`).join('');
export const divs = (lines) => lines.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join('');

/** The lines of what an editor gives out as HTML: a block or a break is a line, the last break of a block is none. */
export function linesOf(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lines = [];
  let open = null;
  const line = () => (open ??= { text: '' });
  const close = () => { if (open) lines.push(open.text); open = null; };
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        // Line ends are the formatting of the HTML.
        const data = child.data.replace(/[\u200b\ufeff\n]/g, '');
        if (data !== '') line().text += data;
        continue;
      }
      if (child.nodeType !== 1) continue;
      if (child.localName === 'br') { line(); close(); continue; }
      const block = /^(p|div|li|h\d|blockquote)$/.test(child.localName);
      if (!block) { walk(child); continue; }
      close();
      const before = lines.length;
      walk(child);
      close();
      if (lines.length === before && !child.querySelector('p,div,li')) lines.push('');
    }
  };
  walk(body);
  close();
  return lines.join('\n').replace(/\u00a0/g, ' ').replace(/[\u200b\ufeff\u2060]/g, '').replace(/^ $/gm, '');
}

/** A script of a library that wants to be loaded as one. */
export const script = (src) => new Promise((resolve, reject) => {
  const element = document.createElement('script');
  element.src = src;
  element.onload = resolve;
  element.onerror = () => reject(new Error(`${src} did not load`));
  document.head.append(element);
});
