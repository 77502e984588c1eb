import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { box, underTest } from './under-test.js';

let quill;
const make = (ops) => {
  quill = new Quill(box(), { theme: 'snow' });
  quill.setContents(ops, 'silent');
  quill.history.clear();
};
underTest({
  set: (lines) => make([{ insert: `${lines.join('\n')}\n` }]),
  text: () => quill.getText().replace(/\n$/, ''),
  element: () => quill.root,
  special() {
    make([{ insert: 'Hi ' }, { insert: 'Ana', attributes: { bold: true } }, { insert: ',\nsee ' }, { insert: { image: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' } }, { insert: 'now\n' }]);
    return 'Hi Ana,\nsee now';
  },
});
