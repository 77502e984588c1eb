import { useId, useRef, useState } from 'react';
import type { ChangeEvent, DragEvent } from 'react';
import { Button, Disclosure, Field, Section, useStrings } from '../../shared';
import { Address } from './Address';

/** A file of the agent's, what was pasted, or what an address gave. */
export type Given =
  | { readonly name: string; readonly source: 'file' | 'paste'; readonly bytes: Uint8Array }
  | { readonly name: string; readonly source: 'address'; readonly automatic: boolean };

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Where files are dropped or chosen. `onUnread` gets the name of one that the browser can't read (a folder, a file that is gone). */
export function DropFile(props: { accept: string; hint: string; busy: boolean; onFile: (name: string, bytes: Uint8Array) => void; onUnread: (name: string) => void }) {
  const { t } = useStrings();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const take = (file: File | undefined) => {
    if (file) void bytesOf(file).then((bytes) => props.onFile(file.name, bytes), () => props.onUnread(file.name));
  };
  const choose = ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    take(field.files?.[0]);
    // The same file can be chosen again.
    field.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const drag = (event: DragEvent) => {
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={over ? 'drop is-over' : 'drop'} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <Button kind="main" aria-describedby={hint} disabled={props.busy} onClick={() => input.current?.click()}>
        {t('packs_choose')}
      </Button>
      <span className="muted" id={hint}>
        {props.hint}
      </span>
      {/* The browser's own control would speak the browser's language. */}
      <input ref={input} type="file" accept={props.accept} hidden onChange={choose} />
    </div>
  );
}

interface Props {
  readonly busy: boolean;
  readonly onGiven: (given: Given) => void;
  readonly onUnread: (name: string) => void;
  readonly request: (address: string) => Promise<boolean>;
}

export function Add({ busy, onGiven, onUnread, request }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  return (
    <Section title={t('packs_add')}>
      <DropFile accept=".json,application/json" hint={t('packs_drop')} busy={busy} onFile={(name, bytes) => onGiven({ name, bytes, source: 'file' })} onUnread={onUnread} />
      <Disclosure open={open} onToggle={() => setOpen(!open)} summary={t('packs_paste')}>
        <div className="pasting">
          <Field label={t('packs_paste_label')}>
            {({ id }) => <textarea id={id} className="input code" rows={6} spellCheck={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
          </Field>
          <Button kind="main" disabled={busy || text.trim() === ''} onClick={() => onGiven({ name: t('packs_pasted'), source: 'paste', bytes: new TextEncoder().encode(text) })}>
            {t('packs_look')}
          </Button>
        </div>
      </Disclosure>
      <Address busy={busy} request={request} onGiven={onGiven} />
    </Section>
  );
}
