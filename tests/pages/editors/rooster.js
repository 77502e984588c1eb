import { createEditor } from 'roosterjs';
import { contentModelToText } from 'roosterjs-content-model-dom';
import { createModelFromHtml } from 'roosterjs-content-model-core';
import { box, divs, underTest } from './under-test.js';

let editor;
let element;
const make = (html) => {
  editor?.dispose();
  element = document.createElement('div');
  element.style.cssText = 'width: 500px; height: 200px';
  box().append(element);
  editor = createEditor(element, [], createModelFromHtml(html));
};
underTest({
  set: (lines) => make(divs(lines)),
  text: () => contentModelToText(editor.getContentModelCopy('disconnected'), '\n').replace(/\u00a0/g, ' '),
  element: () => element,
  special() {
    make('<div>Hi <b>Ana</b>,</div><div>now</div>');
    return 'Hi Ana,\nnow';
  },
});
