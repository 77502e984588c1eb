import { EditorState } from '@tiptap/pm/state';
import { Schema } from '@tiptap/pm/model';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { EditorView } from 'prosemirror-view';
import { box, underTest } from './under-test.js';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: { group: 'inline' },
    image: { inline: true, group: 'inline', attrs: { alt: { default: '' } }, toDOM: ({ attrs }) => ['img', { ...attrs, width: 10, height: 10 }] },
  },
  marks: { strong: { parseDOM: [{ tag: 'b' }], toDOM: () => ['strong', 0] } },
});
const document_ = (lines) => schema.node('doc', null, lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])));
let view;
const make = (doc) => {
  view?.destroy();
  view = new EditorView(box(), { state: EditorState.create({ doc, plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-b': toggleMark(schema.marks.strong) }), keymap(baseKeymap)] }) });
};
underTest({
  set: (lines) => make(document_(lines)),
  text: () => view.state.doc.content.content.map((block) => block.textContent).join('\n'),
  element: () => view.dom,
  special() {
    make(schema.node('doc', null, [
      schema.node('paragraph', null, [schema.text('Hi '), schema.text('Ana', [schema.mark('strong')]), schema.text(',')]),
      schema.node('paragraph', null, [schema.text('see '), schema.node('image', { alt: 'a box' }), schema.text('now')]),
    ]));
    return 'Hi Ana,\nsee now';
  },
});
