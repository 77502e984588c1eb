import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { box, underTest } from './under-test.js';

let editor;
let element;
const make = (fill) => {
  editor?.setRootElement(null);
  element = document.createElement('div');
  element.contentEditable = 'true';
  // As Lexical's own React component styles it.
  element.style.cssText = 'user-select: text; white-space: pre-wrap; word-break: break-word';
  box().append(element);
  editor = createEditor({ namespace: 'reply', onError(error) { throw error; } });
  editor.setRootElement(element);
  registerRichText(editor);
  editor.update(() => {
    $getRoot().clear();
    fill($getRoot());
  }, { discrete: true, tag: 'history-merge' });
  registerHistory(editor, createEmptyHistoryState(), 300);
};
const line = (...nodes) => $createParagraphNode().append(...nodes);
underTest({
  set: (lines) => make((root) => root.append(...lines.map((text) => line(...(text === '' ? [] : [$createTextNode(text)]))))),
  text: () => editor.getEditorState().read(() => $getRoot().getChildren().map((child) => child.getTextContent()).join('\n')),
  element: () => element,
  special() {
    make((root) => root.append(
      line($createTextNode('Hi '), $createTextNode('Ana').toggleFormat('bold'), $createTextNode(',')),
      line($createTextNode('ask '), $createTextNode('@Jo').setMode('token'), $createTextNode(' now'), $createLineBreakNode(), $createTextNode('and then')),
    ));
    return 'Hi Ana,\nask @Jo now\nand then';
  },
});
