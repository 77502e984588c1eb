import 'trix';
import 'trix/dist/trix.css';
import { box, underTest } from './under-test.js';

let element;
const make = async (html) => {
  const at = box();
  element = document.createElement('trix-editor');
  await new Promise((resolve) => {
    element.addEventListener('trix-initialize', resolve, { once: true });
    at.append(element);
  });
  element.editor.loadHTML(html);
};
underTest({
  set: (lines) => make(lines.join('') === '' ? '' : `<div>${lines.join('<br>')}</div>`),
  text: () => element.editor.getDocument().toString().replace(/\n$/, ''),
  element: () => element,
  async special() {
    await make('<div>Hi <strong>Ana</strong>,<br>now</div>');
    return 'Hi Ana,\nnow';
  },
});
