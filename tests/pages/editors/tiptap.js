import { Editor } from '@tiptap/core';
import Mention from '@tiptap/extension-mention';
import StarterKit from '@tiptap/starter-kit';
import { box, paragraphs, underTest } from './under-test.js';

let editor;
const make = (content) => {
  editor?.destroy();
  editor = new Editor({ element: box(), extensions: [StarterKit, Mention], content });
};
underTest({
  set: (lines) => make(paragraphs(lines).replaceAll('<br>', '')),
  text: () => editor.getText({ blockSeparator: '\n' }),
  element: () => editor.view.dom,
  special() {
    make('<p>Hi <strong>Ana</strong>,</p><p>ask <span data-type="mention" data-id="jo" data-label="Jo"></span> now<br>and then</p>');
    return 'Hi Ana,\nask @Jo now\nand then';
  },
});
