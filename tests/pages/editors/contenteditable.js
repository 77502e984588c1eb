import { box, divs, linesOf, underTest } from './under-test.js';

let element;
underTest({
  set(lines) {
    element = document.createElement('div');
    element.contentEditable = 'true';
    element.innerHTML = lines.join('') === '' ? '' : divs(lines);
    box().append(element);
  },
  text: () => linesOf(element.innerHTML),
  element: () => element,
  special() {
    element.innerHTML = '<div>Hi <b>Ana</b>\u200b,</div><div>see <img alt="a box" width="10" height="10">&nbsp;<span contenteditable="false">@Jo</span> now</div>';
    return 'Hi Ana,\nsee  @Jo now';
  },
});
