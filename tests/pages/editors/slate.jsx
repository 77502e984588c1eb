import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { box, underTest } from './under-test.js';

let editor;
let root;
const withMentions = (made) => {
  const { isInline, isVoid } = made;
  made.isInline = (element) => element.type === 'mention' || isInline(element);
  made.isVoid = (element) => element.type === 'mention' || isVoid(element);
  return made;
};
const Part = ({ attributes, children, element }) =>
  element.type === 'mention' ? <span {...attributes} contentEditable={false}>@{element.name}{children}</span> : <p {...attributes}>{children}</p>;
const Leaf = ({ attributes, children, leaf }) => <span {...attributes}>{leaf.bold ? <b>{children}</b> : children}</span>;
function Reply({ value }) {
  editor = useMemo(() => withMentions(withHistory(withReact(createEditor()))), []);
  return (
    <Slate editor={editor} initialValue={value}>
      <Editable
        placeholder="Write…" renderElement={Part} renderLeaf={Leaf}
        onKeyDown={(event) => {
          if (!event.ctrlKey || event.key !== 'z') return;
          event.preventDefault();
          editor.undo();
        }}
      />
    </Slate>
  );
}
const make = (value) => {
  root?.unmount();
  root = createRoot(box());
  flushSync(() => root.render(<Reply value={value} />));
};
underTest({
  set: (lines) => make(lines.map((text) => ({ type: 'paragraph', children: [{ text }] }))),
  text: () => editor.children.map((node) => Node.string(node)).join('\n'),
  element: () => document.querySelector('[data-slate-editor]'),
  special() {
    make([
      { type: 'paragraph', children: [{ text: 'Hi ' }, { text: 'Ana', bold: true }, { text: ',' }] },
      { type: 'paragraph', children: [{ text: 'ask ' }, { type: 'mention', name: 'Jo', children: [{ text: '' }] }, { text: ' now\nand then' }] },
    ]);
    return 'Hi Ana,\nask @Jo now\nand then';
  },
});
