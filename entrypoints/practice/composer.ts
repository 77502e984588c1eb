import type { Strings } from '../../components/shared';
import { element } from './dom';

interface Options {
  readonly strings: Strings;
  readonly lang: string;
  readonly signal: AbortSignal;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
}

type Kind = 'rich' | 'plain';
let preferred: Kind = 'rich';

/** Text of an editor with a line for each block, as a mail would carry it. */
export function textOf(body: HTMLElement): string {
  if (body instanceof HTMLTextAreaElement) return body.value;
  const lines: string[] = [''];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) lines[lines.length - 1] += node.textContent ?? '';
    else if (node instanceof HTMLElement) {
      const block = node !== body && /^(?:P|DIV|LI|BLOCKQUOTE)$/u.test(node.tagName);
      if (node.tagName === 'BR' || (block && lines.at(-1) !== '')) lines.push('');
      node.childNodes.forEach(walk);
      if (block && lines.at(-1) !== '') lines.push('');
    }
  };
  walk(body);
  return lines.join('\n').trim();
}

function editor(kind: Kind, options: Options, text: string): HTMLElement {
  const label = options.strings.t('practice_reply_body');
  if (kind === 'plain') {
    const area = element('textarea', { id: 'reply-body', lang: options.lang, 'aria-label': label, rows: '10' });
    area.value = text;
    return area;
  }
  const body = element('div', { id: 'reply-body', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: options.lang });
  body.append(...text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [element('br'), line])));
  return body;
}

/** The reply's form. Ctrl or Cmd with Enter sends, as in most mail. An empty reply isn't sent. */
export function composer(options: Options): HTMLFormElement {
  const { t } = options.strings;
  const { signal } = options;
  const kinds = element('select', { id: 'editor-kind', class: 'select', 'aria-label': t('practice_editor') },
    element('option', { value: 'rich' }, t('practice_editor_rich')),
    element('option', { value: 'plain' }, t('practice_editor_plain')));
  kinds.value = preferred;
  const send = element('button', { id: 'send', type: 'submit', class: 'button is-main' }, t('practice_send'));
  const discard = element('button', { id: 'discard', type: 'button', class: 'button is-quiet' }, t('practice_discard'));
  let body = editor(preferred, options, '');
  const form = element('form', { id: 'composer' }, body, element('div', { class: 'composer-bar' }, send, discard, kinds));
  const close = () => {
    form.remove();
    options.onClose();
  };

  kinds.addEventListener('change', () => {
    preferred = kinds.value === 'plain' ? 'plain' : 'rich';
    const other = editor(preferred, options, textOf(body));
    body.replaceWith(other);
    body = other;
    body.focus();
  }, { signal });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(send);
  }, { signal });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = textOf(body);
    if (text === '') return body.focus();
    close();
    options.onSend(text);
  }, { signal });
  discard.addEventListener('click', close, { signal });
  return form;
}
