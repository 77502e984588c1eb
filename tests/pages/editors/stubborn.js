import { box, underTest } from './under-test.js';

/** An editor that takes nothing: whatever comes in is refused, and what gets into its tree is put back. */
let element;
let html = '';
underTest({
  set(lines) {
    element = document.createElement('div');
    element.contentEditable = 'true';
    html = lines.map((line) => `<div>${line || '<br>'}</div>`).join('');
    element.innerHTML = html;
    for (const type of ['paste', 'beforeinput', 'keypress']) element.addEventListener(type, (event) => event.preventDefault());
    element.addEventListener('input', () => { element.innerHTML = html; });
    const beside = document.createElement('textarea');
    beside.id = 'beside';
    box().append(element, beside);
  },
  text: () => element.innerText,
  element: () => element,
});
