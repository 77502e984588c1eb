import { Bold, ClassicEditor, Essentials, Mention, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { box, paragraphs, underTest } from './under-test.js';

let editor;
const make = async (initialData) => {
  await editor?.destroy();
  editor = await ClassicEditor.create(box(), { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold, Mention], initialData });
};
const words = (element) => [...element.getChildren()].map((child) => (child.is('$text') ? child.data : child.is('element', 'softBreak') ? '\n' : '')).join('');
underTest({
  set: (lines) => make(paragraphs(lines).replaceAll('<br>', '')),
  text: () => [...editor.model.document.getRoot().getChildren()].map(words).join('\n'),
  element: () => editor.editing.view.getDomRoot(),
  async special() {
    await make('<p>Hi <strong>Ana</strong>,</p><p>ask <span class="mention" data-mention="@Jo">@Jo</span> now<br>and then</p>');
    return 'Hi Ana,\nask @Jo now\nand then';
  },
});
