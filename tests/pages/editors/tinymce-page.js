import { box, linesOf, paragraphs, script, underTest } from './under-test.js';

/** TinyMCE as its own script starts it, in a frame. */
export async function tinymcePage(folder, options) {
  await script(`/lib/${folder}/tinymce.min.js`);
  const { tinymce } = globalThis;
  let editor;
  const make = async (html) => {
    editor?.remove();
    const area = document.createElement('textarea');
    box().append(area);
    [editor] = await tinymce.init({ target: area, promotion: false, branding: false, menubar: false, height: 300, ...options });
    editor.setContent(html);
    editor.undoManager.reset();
  };
  underTest({
    set: (lines) => make(lines.join('') === '' ? '' : paragraphs(lines)),
    text: () => linesOf(editor.getContent()),
    element: () => editor.getBody(),
    async special() {
      await make('<p>Hi <strong>Ana</strong>,</p><p>ask <span contenteditable="false">@Jo</span> now<br>and then</p>');
      return 'Hi Ana,\nask @Jo now\nand then';
    },
  });
}
