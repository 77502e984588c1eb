import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { box, underTest } from './under-test.js';

/** A controlled textarea: what React doesn't hear of, it takes back. */
let state = '';
let root;
function Reply({ start }) {
  const [value, setValue] = useState(start);
  state = value;
  return <textarea rows={10} cols={60} value={value} onChange={(event) => setValue(event.target.value)} />;
}
underTest({
  set(lines) {
    root?.unmount();
    root = createRoot(box());
    flushSync(() => root.render(<Reply start={lines.join('\n')} />));
  },
  text: () => state,
  element: () => document.querySelector('textarea'),
});
