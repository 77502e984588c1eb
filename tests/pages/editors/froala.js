import FroalaEditor from 'froala-editor';
import 'froala-editor/css/froala_editor.min.css';
import { box, linesOf, paragraphs, underTest } from './under-test.js';

/** Without a key the library runs as a trial and puts a line of its own below the editor. */
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
