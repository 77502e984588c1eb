import { box, linesOf, paragraphs, script, underTest } from './under-test.js';

await script('/lib/ckeditor4/ckeditor.js');
const { CKEDITOR } = globalThis;
let editor;
const make = async (html) => {
  editor?.destroy(true);
  const area = document.createElement('textarea');
  area.value = html;
  box().append(area);
  await new Promise((resolve) => {
    editor = CKEDITOR.replace(area, { versionCheck: false, height: 200, on: { instanceReady: resolve } });
  });
  editor.resetUndo();
};
underTest({
  set: (lines) => make(paragraphs(lines).replaceAll('<p><br></p>', '<p>&nbsp;</p>')),
  text: () => linesOf(editor.getData()),
  element: () => editor.editable().$,
  async special() {
    await make('<p>Hi <strong>Ana</strong>,</p><p>now<br />and then</p>');
    return 'Hi Ana,\nnow\nand then';
  },
});
