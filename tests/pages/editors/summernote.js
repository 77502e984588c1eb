import jquery from 'jquery';
import 'summernote/dist/summernote-lite.css';
import { box, linesOf, paragraphs, underTest } from './under-test.js';

globalThis.$ = globalThis.jQuery = jquery;
await import('summernote/dist/summernote-lite.js');
let at = null;
const make = (html) => {
  at?.summernote('destroy');
  at = jquery(box());
  at.summernote({ height: 200, toolbar: [] });
  at.summernote('code', html);
  at.summernote('commit');
};
underTest({
  set: (lines) => make(paragraphs(lines)),
  text: () => linesOf(at.summernote('code')),
  element: () => document.querySelector('.note-editable'),
  special() {
    make('<p>Hi <b>Ana</b>,</p><p>now<br>and then</p>');
    return 'Hi Ana,\nnow\nand then';
  },
});
