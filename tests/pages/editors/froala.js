import FroalaEditor from 'froala-editor';
import 'froala-editor/css/froala_editor.min.css';
import { box, linesOf, paragraphs, underTest } from './under-test.js';

/**
 * Froala is no free software: its package says "purchase a license" (https://www.froala.com/wysiwyg-editor/pricing). Here it is a
 * development dependency alone, for evaluation: to see that replies can be written in the editors that hosts bought (Freshdesk). Nothing
 * of it is in the extension, nor in this repository. Without a key it runs as a trial and puts a line of its own below the editor.
 */
let editor;
const make = async (html) => {
  editor?.destroy();
  await new Promise((resolve) => {
    editor = new FroalaEditor(box(), { height: 200, toolbarButtons: [], events: { initialized: () => resolve() } });
  });
  editor.html.set(html);
  editor.undo.reset();
  editor.undo.saveStep();
};
underTest({
  set: (lines) => make(paragraphs(lines)),
  text: () => linesOf(editor.html.get().replace(/<p data-f-id="pbf".*?<\/p>/s, '')),
  element: () => editor.el,
  async special() {
    await make('<p>Hi <strong>Ana</strong>,</p><p>now<br>and then</p>');
    return 'Hi Ana,\nnow\nand then';
  },
});
