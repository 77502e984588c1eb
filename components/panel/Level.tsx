import { useEffect, useRef, useState } from 'react';
import { Button, Disclosure, useStrings } from '../shared';
import type { ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';

/** What each key of a page's description is to people. */
const PARTS: Readonly<Record<string, string>> = {
  identity: 'conversation', root: 'conversation', name: 'customer', address: 'customer', recipientName: 'customer', recipientAddress: 'customer',
  item: 'message', customer: 'message', body: 'message', message: 'message', date: 'date', subject: 'subject', send: 'send', editor: 'box', composer: 'box',
};

/** Is there something to say of how this page is read, before all else? */
export const isAmiss = ({ host }: ReplyView): boolean => host.level !== 'full' || (host.changed ?? []).length > 0;

/** How much of this page can be read, what is missing in plain words, and whether the page has changed; for whoever mends it, how it is built. */
export function Level({ view }: { view: ReplyView }) {
  const { t } = useStrings();
  const { host } = view;
  const [open, setOpen] = useState(false);
  const changed = [...new Set((host.changed ?? []).flatMap((key) => PARTS[key] ?? []))];
  const words = (parts: readonly string[]): string => parts.map((part) => t(`level_part_${part}`)).join('; ');
  const title = changed.length > 0 ? t('panel_changed', { host: host.name }) : t(`level_${host.level}`, { host: host.name });
  // A site that the agent switched on is what it is: nothing is amiss with it.
  const tone = changed.length > 0 ? 'is-due' : 'muted';
  return (
    <section className="section folded" aria-label={title}>
      <Disclosure open={open} onToggle={() => setOpen(!open)} summary={<span className={`grow one-line ${tone}`}>{title}</span>}>
        {changed.length > 0 && <p>{t('panel_changed_do', { parts: words(changed) })}</p>}
        <p className="muted">{host.missing.length === 0 ? t('level_all') : t('level_missing', { parts: words(host.missing) })}</p>
        <Diagnostic replyKey={view.key} />
      </Disclosure>
    </section>
  );
}

/**
 * The diagnostic, copied and shown: nobody should have to send on what they have not seen. Where the browser lets us write nothing to the
 * clipboard (a frame in a foreign page), it is selected for the key that copies.
 */
export function Diagnostic({ replyKey }: { replyKey: string }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const [text, setText] = useState('');
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const get = async () => {
    const told = await panel.diagnose(replyKey);
    if (told === null) return;
    setCopied(await (navigator.clipboard?.writeText(told) ?? Promise.reject(new Error('no clipboard'))).then(() => true, () => false));
    setText(told);
  };
  useEffect(() => {
    if (text !== '' && !copied) field.current?.focus();
  }, [text, copied]);
  return (
    <div>
      <div className="choices">
        <Button onClick={() => void get()}>{t('level_diagnostic')}</Button>
      </div>
      <p className="muted" role="status">{text === '' ? '' : t(copied ? 'level_copied' : 'level_by_hand')}</p>
      {text !== '' && <textarea ref={field} className="diagnostic" readOnly rows={8} spellCheck={false} aria-label={t('level_diagnostic_label')} value={text} onFocus={(event) => event.target.select()} />}
    </div>
  );
}
