import { ContentState, convertFromRaw, Editor, EditorState, RichUtils } from 'draft-js';
import React from 'react';
import ReactDOM from 'react-dom';
import { box, underTest } from './under-test.js';

/** Draft.js knows no newer React than 17 by its own tests; the bundle gives it that one. */
let reply;
let at;
class Reply extends React.Component {
  constructor(props) {
    super(props);
    this.state = { editor: EditorState.createWithContent(props.content) };
    reply = this;
  }

  render() {
    const change = (editor) => this.setState({ editor });
    return (
      <Editor
        editorState={this.state.editor} onChange={change}
        handleKeyCommand={(command, editor) => {
          const next = RichUtils.handleKeyCommand(editor, command);
          if (next) change(next);
          return next ? 'handled' : 'not-handled';
        }}
      />
    );
  }
}
const make = (content) => {
  if (at) ReactDOM.unmountComponentAtNode(at);
  at = box();
  ReactDOM.render(<Reply content={content} />, at);
};
underTest({
  set: (lines) => make(ContentState.createFromText(lines.join('\n'))),
  text: () => reply.state.editor.getCurrentContent().getPlainText('\n'),
  element: () => document.querySelector('.public-DraftEditor-content'),
  special() {
    make(convertFromRaw({
      entityMap: {},
      blocks: [
        { text: 'Hi Ana,', type: 'unstyled', inlineStyleRanges: [{ offset: 3, length: 3, style: 'BOLD' }] },
        { text: 'now\nand then', type: 'unstyled' },
      ],
    }));
    return 'Hi Ana,\nnow\nand then';
  },
});
